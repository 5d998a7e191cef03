"""Every change plays as it says, moves nothing else, and replays exactly."""

from __future__ import annotations

from typing import get_args

import pytest

from memory.change import (
    AddCharacter,
    AddCue,
    AddLine,
    AddLocation,
    AddScene,
    AnyChange,
    ChooseTake,
    CutCue,
    CutLine,
    Decide,
    DeleteScene,
    DeleteShot,
    Dress,
    EditCue,
    EditFilm,
    EditLocation,
    EditMix,
    EditMusic,
    EditScene,
    EditSubtitles,
    EditTitles,
    EditVariant,
    InsertShot,
    LayOut,
    Lock,
    MoveCamera,
    NameVersion,
    Recast,
    Redirect,
    Reframe,
    Relight,
    Reorder,
    RestoreShot,
    RestoreVersion,
    Restyle,
    Retake,
    Retime,
    RewriteLine,
    SetTransition,
    dump_changes,
    load_changes,
)
from memory.diff import as_plain, diff
from memory.edit import apply, apply_all
from memory.errors import BadRequest
from memory.film import Character, Cue, Film, Line, Location, Scene, Shot, Voice
from memory.vocabulary import (
    IntExt,
    MoveType,
    Size,
    Speed,
    TimeOfDay,
    Track,
    TransitionType,
    Weather,
)
from tests.builders import reference_film

NEW_SHOT = Shot(id="sh9", scene="sc1", action="The horn blows.")
NEW_LINE = Line(id="d9", character="mara", line="Wait.")
CHANGES: dict[str, tuple[AnyChange, set[str]]] = {
    "relight": (Relight(shot="sh4", brightness=0.3), {"shots.sh4.lighting.brightness"}),
    "reframe": (Reframe(shot="sh4", size=Size.CU), {"shots.sh4.size"}),
    "move": (
        MoveCamera(shot="sh3", type=MoveType.DOLLY_IN),
        {"shots.sh3.movement.type", "shots.sh3.movement.speed"},
    ),
    "retime": (Retime(shot="sh2", frames=60), {"shots.sh2.frames"}),
    "redirect": (Redirect(shot="sh2", action="Mara runs."), {"shots.sh2.action"}),
    "dress": (Dress(shot="sh2", weather=Weather.SNOW), {"shots.sh2.weather"}),
    "retake": (Retake(shot="sh2", seed=5), {"shots.sh2.seed"}),
    "choose take": (ChooseTake(shot="sh2", take="t1"), {"shots.sh2.pick"}),
    "transition": (
        SetTransition(shot="sh5", type=TransitionType.DISSOLVE, frames=12),
        {"shots.sh5.transition_in.type", "shots.sh5.transition_in.frames"},
    ),
    "ending": (
        SetTransition(shot=None, type=TransitionType.FADE_OUT, frames=24),
        {"ending.type", "ending.frames"},
    ),
    "rewrite line": (RewriteLine(line="d1", text="At last."), {"shots.sh3.dialogue"}),
    "add line": (AddLine(shot="sh2", line=NEW_LINE), {"shots.sh2.dialogue"}),
    "cut line": (CutLine(line="d1"), {"shots.sh3.dialogue"}),
    "lock": (Lock(shot="sh4"), {"shots.sh4.locked"}),
    "unlock a character": (Lock(character="mara", locked=False), {"characters.mara.locked"}),
    "insert": (InsertShot(shot=NEW_SHOT, after="sh2"), {"shots.sh9", "order"}),
    "delete": (DeleteShot(shot="sh2"), {"shots.sh2", "bin.sh2", "order"}),
    "reorder": (Reorder(order=tuple(f"sh{n}" for n in range(8, 0, -1))), {"order"}),
    "edit scene": (EditScene(scene="sc2", weather=Weather.RAIN), {"scenes.sc2.weather"}),
    "recast": (Recast(character="mara", hair="long blonde hair"), {"characters.mara.hair"}),
    "dress in a scene": (
        Recast(character="mara", scene="sc2", wardrobe={"accessory": ""}),
        {"characters.mara.wardrobe_by_scene.sc2"},
    ),
    "edit location": (
        EditLocation(location="pier", description="long and empty"),
        {"locations.pier.description"},
    ),
    "edit film": (EditFilm(title="The Boat", max_usd=5), {"title", "budget.max_usd"}),
    "restyle": (Restyle(look="watercolour"), {"style.look"}),
    "music": (EditMusic(gain_db=-20), {"music.gain_db"}),
    "subtitles": (EditSubtitles(enabled=True), {"subtitles.enabled"}),
    "titles": (EditTitles(opening="THE LAST FERRY"), {"titles.opening"}),
    "mix": (EditMix(track=Track.MUSIC, muted=True), {"mix.muted"}),
    "cue": (AddCue(cue=Cue(id="c1", track=Track.EFFECTS, source="horn")), {"cues"}),
    "decide": (Decide(words="no slow pushes"), {"decisions"}),
    "add scene": (
        AddScene(scene=Scene(id="sc9", slug="EXT. PIER - DAY", location="pier")),
        {"scenes.sc9"},
    ),
    "delete scene": (
        DeleteScene(scene="sc1"),
        {
            "order",
            "music.start_shot",
            *(f"{part}.sh{n}" for part in ("shots", "bin") for n in range(1, 5)),
        },
    ),
    "add character": (
        AddCharacter(character=Character(id="ines", name="Ines")),
        {"characters.ines"},
    ),
    "add location": (
        AddLocation(location=Location(id="quay", name="Quay")),
        {"locations.quay"},
    ),
    "deeper voice": (
        Recast(character="theo", voice=Voice(pitch=10)),
        {"characters.theo.voice.pitch"},
    ),
    "shape": (EditFilm(aspect="1:1"), {"aspect", "width"}),
    "variant": (EditVariant(variant="vertical"), {"variants.vertical"}),
    "name a version": (NameVersion(name="first", revision=3), {"versions.first"}),
}


@pytest.fixture
def film() -> Film:
    return reference_film()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_moves_its_fields_and_nothing_else(film: Film, name: str) -> None:
    change, paths = CHANGES[name]
    assert {one.path for one in diff(film, apply(film, change))} == paths


@pytest.mark.parametrize("name", CHANGES)
def test_a_stored_change_replays_exactly(film: Film, name: str) -> None:
    change, _ = CHANGES[name]
    again = load_changes(dump_changes([change]))
    assert apply_all(film, again) == apply(film, change)


def test_the_film_itself_is_never_touched(film: Film) -> None:
    before = film.model_dump_json()
    for change, _ in CHANGES.values():
        apply(film, change)
    assert film.model_dump_json() == before


def test_a_removed_shot_comes_back_as_it_was(film: Film) -> None:
    gone = apply(film, DeleteShot(shot="sh5"))
    back = apply(gone, RestoreShot(shot="sh5", after="sh4"))
    assert back == film


def test_an_id_is_never_used_again(film: Film) -> None:
    gone = apply(film, DeleteShot(shot="sh5"))
    with pytest.raises(BadRequest, match="never used again"):
        apply(gone, InsertShot(shot=film.shots["sh5"], after=None))


def test_a_locked_shot_refuses_and_names_the_way_out(film: Film) -> None:
    with pytest.raises(BadRequest, match="unlock shot 7"):
        apply(film, Relight(shot="sh7", brightness=0.2))


def test_a_scene_with_a_locked_shot_stays(film: Film) -> None:
    with pytest.raises(BadRequest, match="7"):
        apply(film, DeleteScene(scene="sc2"))


def test_a_deleted_scene_leaves_its_shots_recoverable(film: Film) -> None:
    after = apply(film, DeleteScene(scene="sc1"))
    assert after.order == ("sh5", "sh6", "sh7", "sh8")
    assert set(after.bin) == {"sh1", "sh2", "sh3", "sh4"}


@pytest.mark.parametrize(
    "change",
    [
        Relight(shot="sh40", brightness=0.3),
        Reframe(shot="sh4", subjects=("nobody",)),
        AddLine(shot="sh2", line=Line(id="d1", character="mara", line="Twice.")),
        AddLine(shot="sh2", line=Line(id="d8", character="nobody", line="Who?")),
        CutLine(line="d40"),
        Reorder(order=("sh1", "sh1")),
        AddCharacter(character=Character(id="mara", name="Mara")),
        AddLocation(location=Location(id="pier", name="Pier")),
        AddScene(scene=Scene(id="sc9", slug="EXT. MOON - DAY", location="moon")),
        EditScene(scene="sc9", mood="calm"),
        Recast(character="nobody", hair="red"),
        EditMusic(start_shot="sh40"),
        CutCue(cue="c9"),
        EditCue(cue="c9", gain_db=-3),
        NameVersion(name="first"),
        RestoreVersion(version="first"),
        RestoreShot(shot="sh1", after=None),
        EditFilm(language="x" * 2, max_usd=0, aspect="16:9", title="x" * 301),
    ],
    ids=lambda change: change.op,
)
def test_what_cannot_be_is_refused_in_words(film: Film, change: AnyChange) -> None:
    with pytest.raises(BadRequest) as refusal:
        apply(film, change)
    assert str(refusal.value).endswith((".", "first.", '"'))


def test_a_static_camera_has_no_speed(film: Film) -> None:
    after = apply(film, MoveCamera(shot="sh8", type=MoveType.STATIC))
    assert after.shots["sh8"].movement.speed is Speed.NONE


def test_the_slug_follows_the_time(film: Film) -> None:
    after = apply(film, EditScene(scene="sc1", time_of_day=TimeOfDay.NIGHT))
    assert after.scenes["sc1"].slug == "EXT. HARBOUR PIER - NIGHT"


def test_the_slug_follows_the_place(film: Film) -> None:
    moved = EditScene(scene="sc1", location="cabin", int_ext=IntExt.INT)
    assert apply(film, moved).scenes["sc1"].slug == "INT. FERRY CABIN - DUSK"


def test_a_piece_of_wardrobe_is_merged_or_taken_off(film: Film) -> None:
    after = apply(film, Recast(character="mara", wardrobe={"coat": "red coat", "accessory": ""}))
    assert after.characters["mara"].wardrobe == {"coat": "red coat"}


def test_a_picture_edit_lets_go_of_the_chosen_take(film: Film) -> None:
    chosen = apply(film, ChooseTake(shot="sh4", take="t1"))
    assert apply(chosen, Relight(shot="sh4", brightness=0.3)).shots["sh4"].pick is None
    assert apply(chosen, Lock(shot="sh4")).shots["sh4"].pick == "t1"


def test_a_layout_replaces_the_film_and_keeps_what_was(film: Film) -> None:
    layout = LayOut(
        characters=(film.characters["mara"],),
        locations=tuple(film.locations.values()),
        scenes=(film.scenes["sc1"],),
        shots=(NEW_SHOT,),
    )
    after = apply(film, layout)
    assert after.order == ("sh9",)
    assert set(after.bin) == set(film.order)


def test_a_laid_sound_is_moved_and_kept(film: Film) -> None:
    horn = Cue(id="c1", track=Track.EFFECTS, source="horn", start=10, frames=40)
    after = apply_all(film, [AddCue(cue=horn), EditCue(cue="c1", start=30, gain_db=-6)])
    assert after.cues == (horn.model_copy(update={"start": 30, "gain_db": -6}),)


def test_going_back_keeps_names_and_loses_no_shot(film: Film) -> None:
    later = apply_all(
        film, [InsertShot(shot=NEW_SHOT, after="sh2"), NameVersion(name="first", revision=1)]
    )
    back = apply(later, RestoreVersion(version="first", document=as_plain(film)))
    assert (back.order, back.shots) == (film.order, film.shots)
    assert back.versions == {"first": 1}
    assert back.bin["sh9"] == NEW_SHOT


def test_every_change_there_is_has_a_case_here() -> None:
    cases = {change.op for change, _ in CHANGES.values()}
    alone = {"restore_shot", "lay_out", "cut_cue", "edit_cue", "frame_variant", "cut_variant"}
    alone |= {"restore_version"}
    assert cases | alone == {
        str(one.model_fields["op"].default) for one in get_args(get_args(AnyChange)[0])
    }

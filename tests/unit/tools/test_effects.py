"""What each change makes stale: the kinds and targets whose recipes differ, and no others.

The film has a variant, a laid sound, burnt-in subtitles and everyone's marks, so that a change
could reach all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    CutVariant,
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
    FrameVariant,
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
)
from memory.diff import as_plain
from memory.edit import apply, apply_all
from memory.film import Beat, Character, Cue, Film, Line, Location, Mark, Scene, Shot, Voice
from memory.vocabulary import (
    Angle,
    Emotion,
    IntExt,
    MoveType,
    Quality,
    Route,
    Size,
    TimeOfDay,
    Track,
    TransitionType,
    Weather,
)
from tests.builders import reference_film
from tests.recipes import digests, stale
from tools.theatre.blocking import with_marks

ALL = "12345678"


@dataclass(frozen=True)
class Stale:
    """What an edit makes stale: shots by number, lines, scenes' beds; score, mix and cut or not."""

    pictures: str = ""
    lines: str = ""
    beds: str = ""
    score: bool = False
    mix: bool = False
    cut: bool = False
    views: str | None = None
    """Shots whose picture in the variant is stale: as the film's own unless given."""

    def by_kind(self) -> dict[str, set[str]]:
        """As `stale` tells it."""
        shots = {f"sh{n}" for n in self.pictures}
        views = shots if self.views is None else {f"sh{n}" for n in self.views}
        found = {
            "take": shots,
            "board": shots,
            "view": {f"{shot}.vertical" for shot in views},
            "line": set(self.lines.split()),
            "ambience": set(self.beds.split()),
            "score": {"last_ferry"} if self.score else set(),
            "mix": {"last_ferry"} if self.mix else set(),
            "cut": {"film"} if self.cut else set(),
        }
        return {kind: targets for kind, targets in found.items() if targets}


NOTHING = Stale()
CUT = Stale(cut=True)
HEARD = Stale(mix=True, cut=True)
SCORED = Stale(score=True, mix=True, cut=True)
FOUR = Stale("4", cut=True)
PIER = Stale("1234", cut=True)
CABIN = Stale("5678", cut=True)
MARA = Stale("24568", cut=True)
EVERY = Stale(ALL, cut=True)


def setting() -> Film:
    """The film that every change is played on."""
    horn = Cue(id="c1", track=Track.EFFECTS, source="horn")
    readied: list[AnyChange] = [
        EditVariant(variant="vertical"),
        AddCue(cue=horn),
        EditSubtitles(enabled=True, burn_in=True),
    ]
    return apply_all(with_marks(reference_film()), readied)


FILM = setting()
NEW = Shot(id="sh9", scene="sc1", action="The horn blows.")
EFFECTS: dict[str, tuple[AnyChange, Stale]] = {
    "darker": (Relight(shot="sh4", brightness=0.2), FOUR),
    "tighter": (Reframe(shot="sh4", size=Size.CU), FOUR),
    "longer lens": (Reframe(shot="sh4", lens_mm=85), FOUR),
    "push in": (MoveCamera(shot="sh4", type=MoveType.DOLLY_IN), FOUR),
    "another performance": (Retake(shot="sh4", seed=77), FOUR),
    "a chosen take": (ChooseTake(shot="sh4", take="t1"), NOTHING),
    "shorter": (Retime(shot="sh2", frames=60), Stale("2", score=True, mix=True, cut=True)),
    "freeze": (Retime(shot="sh4", freeze=24), Stale("4", score=True, mix=True, cut=True)),
    "slow motion": (Retime(shot="sh4", speed=0.5), FOUR),
    "action": (Redirect(shot="sh4", action="She waits."), FOUR),
    "a beat": (Redirect(shot="sh4", beats=(Beat(who="mara", action="sits"),)), FOUR),
    "a feeling": (Redirect(shot="sh4", emotions={"mara": Emotion.SAD}), FOUR),
    "a look": (Redirect(shot="sh4", looks_at={"mara": "camera"}), FOUR),
    "energy": (
        Redirect(shot="sh4", energy=0.95),
        Stale("4", score=True, mix=True, cut=True),
    ),
    "words over a shot": (Redirect(shot="sh4", overlays=("TWO YEARS LATER",)), CUT),
    "a note on a shot": (Redirect(shot="sh4", notes="mind the hands"), NOTHING),
    "a shot's weather": (Dress(shot="sh4", weather=Weather.SNOW), FOUR),
    "a shot's colour": (Dress(shot="sh4", saturation=0.1), FOUR),
    "a shot's sound": (Dress(shot="sh4", sfx=("horn",)), HEARD),
    "a shot's quality": (Dress(shot="sh4", quality=Quality.FINAL), NOTHING),
    "a shot's route": (Dress(shot="sh4", route=Route.GRADE), NOTHING),
    "dissolve": (SetTransition(shot="sh4", type=TransitionType.DISSOLVE, frames=12), CUT),
    "fade at the end": (SetTransition(shot=None, type=TransitionType.FADE_OUT, frames=24), CUT),
    "other words": (
        RewriteLine(line="d2", text="Wait here."),
        Stale("4", lines="d2", mix=True, cut=True),
    ),
    "delivery": (
        RewriteLine(line="d2", delivery="shouted"),
        Stale(lines="d2", mix=True, cut=True),
    ),
    "a louder line": (RewriteLine(line="d2", gain_db=3), HEARD),
    "a J cut": (RewriteLine(line="d2", start=-12), Stale("4", mix=True, cut=True)),
    "out of view": (RewriteLine(line="d2", off=True), FOUR),
    "another speaker": (
        RewriteLine(line="d2", character="theo"),
        Stale("4", lines="d2", mix=True, cut=True),
    ),
    "a new line": (
        AddLine(shot="sh2", line=Line(id="d9", character="mara", line="Wait.")),
        Stale("2", lines="d9", mix=True, cut=True),
    ),
    "silence": (CutLine(line="d1"), Stale("3", mix=True, cut=True)),
    "a lock": (Lock(shot="sh4"), NOTHING),
    "a character unlocked": (Lock(character="mara", locked=False), NOTHING),
    "a new shot": (
        InsertShot(shot=NEW, after="sh2"),
        Stale("9", score=True, mix=True, cut=True),
    ),
    "a shot out": (DeleteShot(shot="sh2"), SCORED),
    "another order": (
        Reorder(order=("sh2", "sh1", *(f"sh{n}" for n in range(3, 9)))),
        SCORED,
    ),
    "a new scene": (
        AddScene(scene=Scene(id="sc9", slug="EXT. PIER - DAY", location="pier")),
        NOTHING,
    ),
    "the scene's hour": (EditScene(scene="sc1", time_of_day=TimeOfDay.NIGHT), PIER),
    "the scene's weather": (EditScene(scene="sc1", weather=Weather.RAIN), PIER),
    "the scene's mood": (EditScene(scene="sc2", mood="hopeful"), SCORED),
    "the scene's words": (EditScene(scene="sc2", synopsis="They part.", note="slow"), NOTHING),
    "blocking": (EditScene(scene="sc2", marks=(Mark(who="mara", x=1),)), CABIN),
    "outdoors": (
        EditScene(scene="sc2", int_ext=IntExt.EXT),
        Stale("5678", lines="d3 d4", beds="sc2", mix=True, cut=True),
    ),
    "another place": (
        EditScene(scene="sc1", location="cabin"),
        Stale("1234", beds="sc1", mix=True, cut=True),
    ),
    "a scene out": (DeleteScene(scene="sc1"), SCORED),
    "a new face": (AddCharacter(character=Character(id="ines", name="Ines")), NOTHING),
    "another name": (Recast(character="mara", name="Zoe"), NOTHING),
    "hair": (Recast(character="mara", hair="red curls"), MARA),
    "a coat everywhere": (Recast(character="mara", wardrobe={"coat": "red coat"}), MARA),
    "no scarf in one scene": (
        Recast(character="mara", scene="sc2", wardrobe={"accessory": ""}),
        Stale("568", cut=True),
    ),
    "a part in the story": (Recast(character="mara", role="the widow"), NOTHING),
    "a reference": (Recast(character="mara", references=("a photo",)), NOTHING),
    "a deeper voice": (
        Recast(character="theo", voice=Voice(pitch=5)),
        Stale(lines="d1 d4", mix=True, cut=True),
    ),
    "a quieter voice": (Recast(character="theo", voice=Voice(gain_db=-6)), HEARD),
    "a new place": (AddLocation(location=Location(id="quay", name="Quay")), NOTHING),
    "the pier": (EditLocation(location="pier", description="long and empty"), PIER),
    "titles of the film": (EditFilm(title="The Boat", logline="A boat.", theme="loss"), NOTHING),
    "the script": (EditFilm(script="INT. CABIN"), NOTHING),
    "the budget": (EditFilm(max_usd=20), NOTHING),
    "the film's quality": (EditFilm(quality=Quality.FINAL), NOTHING),
    "another language": (
        EditFilm(language="de"),
        Stale("3467", lines="d1 d2 d3 d4", mix=True, cut=True),
    ),
    "more pixels": (EditFilm(width=640, height=360), EVERY),
    "scope": (EditFilm(aspect="2.39:1"), Stale(ALL, cut=True, views="")),
    "watercolour": (Restyle(look="watercolour"), EVERY),
    "grain": (Restyle(grain=0.9), EVERY),
    "music quieter": (EditMusic(gain_db=-30), HEARD),
    "no music": (EditMusic(enabled=False), HEARD),
    "other music": (EditMusic(style="jazz", tempo_bpm=120), SCORED),
    "music later": (EditMusic(start_shot="sh3"), SCORED),
    "no music in a scene": (EditMusic(muted_scenes=("sc2",)), SCORED),
    "subtitles off": (EditSubtitles(enabled=False), CUT),
    "bigger subtitles": (EditSubtitles(size=1.5), CUT),
    "an opening title": (EditTitles(opening="THE LAST FERRY"), SCORED),
    "an end card": (EditTitles(end_card="by Ana Ruiz"), SCORED),
    "a track muted": (EditMix(track=Track.MUSIC, muted=True), HEARD),
    "louder": (EditMix(gain_db=3), HEARD),
    "a laid sound": (
        AddCue(cue=Cue(id="c2", track=Track.EFFECTS, source="gulls")),
        HEARD,
    ),
    "a laid sound moved": (EditCue(cue="c1", start=40), HEARD),
    "a laid sound out": (CutCue(cue="c1"), HEARD),
    "a decision": (Decide(words="no slow pushes"), NOTHING),
    "a square variant": (EditVariant(variant="vertical", aspect="1:1"), Stale(views=ALL)),
    "a note on a variant": (EditVariant(variant="vertical", note="for phones"), NOTHING),
    "framed for the variant": (
        FrameVariant(variant="vertical", shot="sh1", size=Size.MS, angle=Angle.LOW),
        Stale(views="1"),
    ),
    "no variant": (CutVariant(variant="vertical"), NOTHING),
    "a named version": (NameVersion(name="first", revision=1), NOTHING),
    "an older version": (
        RestoreVersion(
            version="1", document=as_plain(apply(FILM, Relight(shot="sh4", brightness=0.2)))
        ),
        FOUR,
    ),
    "laid out anew": (
        LayOut(
            characters=tuple(FILM.characters.values()),
            locations=tuple(FILM.locations.values()),
            scenes=tuple(FILM.scenes.values()),
            shots=tuple(FILM.shots[shot] for shot in FILM.order[1:]),
        ),
        SCORED,
    ),
}


@pytest.mark.parametrize("name", EFFECTS)
def test_a_change_makes_stale_what_it_affects_and_nothing_else(name: str) -> None:
    change, effect = EFFECTS[name]
    assert stale(FILM, apply(FILM, change)) == effect.by_kind()


def test_every_change_there_is_has_its_effect_told() -> None:
    told = {change.op for change, _ in EFFECTS.values()} | {RestoreShot.model_fields["op"].default}
    assert told == {str(one.model_fields["op"].default) for one in get_args(get_args(AnyChange)[0])}


@pytest.mark.parametrize("name", EFFECTS)
def test_taking_it_back_makes_nothing_stale(name: str) -> None:
    change, _ = EFFECTS[name]
    after = apply(FILM, change)
    back = RestoreVersion(version="1", document=as_plain(FILM))
    assert digests(apply(after, back)) == digests(FILM)


def test_a_shot_that_comes_back_needs_nothing() -> None:
    gone = apply(FILM, DeleteShot(shot="sh4"))
    back = apply(gone, RestoreShot(shot="sh4", after="sh3"))
    assert digests(back) == digests(FILM)

"""The breakdown: coverage, lines that fit, sides of the screen, cast, hostile screenplays."""

import functools
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.writing.breakdown import break_down
from agent.writing.breakdown_shots import SHORTEST_SECONDS
from memory.change import AnyChange, dump_changes, load_changes
from memory.edit import apply_all
from memory.errors import BadRequest
from memory.film import Film, Line, Shot
from memory.vocabulary import (
    Angle,
    Emotion,
    MoveType,
    Size,
    TimeOfDay,
    TransitionType,
    Weather,
)
from tools.formats.fountain import read_fountain

DATA = Path(__file__).parents[3] / "data"
EXAMPLES = Path(__file__).parents[4] / "examples"
CROW = (DATA / "crow_and_pitcher.fountain").read_text(encoding="utf-8")
FERRY = (EXAMPLES / "the_night_ferry.fountain").read_text(encoding="utf-8")

QUARREL = """EXT. PARK - DAY

Wind moves the trees. An empty bench.

ANNA (30, red coat) sits on the bench. BEN (32, red jacket) walks up the path.

BEN
You came, then.

ANNA
You asked me to.

BEN
I know what I asked. I never thought you would say yes after all that.

ANNA
(bitter)
I never said yes. I said I would listen.

BEN
Then listen. I lied about the house. I lied about the money.

ANNA
And about me?

BEN
(broken)
Never about you.

ANNA (V.O.)
He had practised that.

INT. KITCHEN - LATER

Anna pours tea.

ANNA
Sit down, Ben.
"""


@functools.cache
def lay(text: str, seed: int = 0, seconds: float | None = None) -> Film:
    film = Film(id="test")
    return apply_all(film, break_down(read_fountain(text), film, None, seed, seconds))


def shots_of(film: Film) -> list[Shot]:
    return [film.shots[shot] for shot in film.order]


def lines_of(film: Film) -> list[tuple[Shot, Line]]:
    return [(shot, line) for shot in shots_of(film) for line in shot.dialogue]


SCRIPTS = {"crow": CROW, "ferry": FERRY, "quarrel": QUARREL}
CASES = [(name, seed) for name in SCRIPTS for seed in range(4)]


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_no_line_is_cut_off_by_its_shot(name: str, seed: int) -> None:
    film = lay(SCRIPTS[name], seed)
    for shot, line in lines_of(film):
        assert line.start >= 6
        assert line.start + line.frames + 8 <= shot.frames


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_lines_of_a_shot_do_not_overlap(name: str, seed: int) -> None:
    for shot in shots_of(lay(SCRIPTS[name], seed)):
        for one, two in itertools.pairwise(shot.dialogue):
            assert one.start + one.frames <= two.start


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_every_spoken_word_is_kept_in_order(name: str, seed: int) -> None:
    script = read_fountain(SCRIPTS[name])
    said = " ".join(line.line for _, line in lines_of(lay(SCRIPTS[name], seed)))
    assert said == " ".join(speech.words for speech in script.speeches())


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_each_figure_keeps_its_side_of_the_screen(name: str, seed: int) -> None:
    film = lay(SCRIPTS[name], seed)
    for scene in film.scene_order():
        sides: dict[str, set[str]] = {}
        for shot in (film.shots[s] for s in film.scene_shots(scene)):
            for person in (film.characters[who] for who in shot.subjects):
                for side in ("left", "right"):
                    if f"{person.name} {side}" in shot.composition:
                        sides.setdefault(person.id, set()).add(side)
        assert all(len(found) <= 1 for found in sides.values()), sides


@pytest.mark.parametrize("seed", range(4))
def test_those_who_talk_look_at_each_other(seed: int) -> None:
    film = lay(QUARREL, seed)
    over = [shot for shot in shots_of(film) if shot.angle is Angle.OTS]
    assert over
    sides = {shot.subjects[0]: "left third" in shot.composition for shot in over}
    assert len(sides) == 2
    assert len(set(sides.values())) == 2


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_no_set_up_is_repeated_on_the_same_subject(name: str, seed: int) -> None:
    for one, two in itertools.pairwise(shots_of(lay(SCRIPTS[name], seed))):
        if one.scene == two.scene and one.subjects[:1] == two.subjects[:1]:
            assert (one.size, one.angle) != (two.size, two.angle)


def test_a_talk_has_a_two_shot_reverses_and_a_face_that_listens() -> None:
    film = lay(QUARREL)
    talk = [film.shots[s] for s in film.scene_shots(film.scene_order()[0])]
    two = [s for s in talk if len(s.subjects) == 2 and s.dialogue and s.angle is not Angle.OTS]
    over = {s.subjects[0] for s in talk if s.angle is Angle.OTS}
    listening = [s for s in talk if s.subjects and not s.dialogue and "listens" in s.action]
    assert two
    assert over == {"anna", "ben"}
    assert listening


def test_sizes_tighten_as_the_talk_rises() -> None:
    film = lay(QUARREL)
    spoken = [s for s in shots_of(film) if s.dialogue and s.scene == shots_of(film)[0].scene]
    ladder = list(Size)
    assert ladder.index(spoken[-2].size) > ladder.index(spoken[0].size)


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_moves_are_few_and_never_the_same_twice(name: str, seed: int) -> None:
    shots = shots_of(lay(SCRIPTS[name], seed))
    moves = [shot.movement.type for shot in shots]
    assert moves.count(MoveType.STATIC) >= len(moves) / 2
    for one, two in itertools.pairwise(moves):
        assert one is MoveType.STATIC or one is not two


def test_lengths_stay_within_what_a_shot_can_hold() -> None:
    for text in SCRIPTS.values():
        for shot in shots_of(lay(text)):
            assert SHORTEST_SECONDS * 24 <= shot.frames <= 12 * 24


def test_the_crow_is_a_bird_and_nobody_is_cast_twice() -> None:
    film = lay(CROW)
    assert set(film.characters) == {"crow", "child"}
    assert film.characters["crow"].kind == "bird"
    assert "white tail feather" in film.characters["crow"].appearance
    child = film.characters["child"]
    assert (child.age, child.wardrobe["accessory"]) == (6, "red scarf")


def test_places_times_and_weather_come_from_the_page() -> None:
    film = lay(CROW)
    scenes = [film.scenes[s] for s in film.scene_order()]
    assert [s.location for s in scenes] == ["dry_wheat_field", "stone_well", "stone_well"]
    noon, sunset = TimeOfDay.NOON, TimeOfDay.SUNSET
    assert [s.time_of_day for s in scenes] == [noon, noon, sunset]
    assert scenes[0].weather is Weather.HEAT
    assert "stone well" in film.locations["stone_well"].set


def test_the_scripts_camera_directions_are_obeyed() -> None:
    shots = shots_of(lay(CROW))
    neck = next(s for s in shots if "narrow neck" in s.action)
    last = shots[-1]
    assert neck.size is Size.INSERT
    assert neck.focus == "pitcher"
    assert (last.movement.type, last.movement.speed.value) == (MoveType.DOLLY_IN, "slow")
    assert last.action == "The full pitcher."
    assert "push in" not in " ".join(s.action for s in shots)


def test_it_fades_in_dissolves_over_time_and_fades_out() -> None:
    film = lay(CROW)
    shots = shots_of(film)
    assert shots[0].transition_in.type is TransitionType.FADE_IN
    sunset = film.scene_shots(film.scene_order()[2])[0]
    assert film.shots[sunset].transition_in.type is TransitionType.DISSOLVE
    assert film.ending.type is TransitionType.FADE_OUT


def test_montage_lines_are_one_short_shot_each() -> None:
    shots = shots_of(lay(CROW))
    montage = [s for s in shots if "carries a pebble" in s.action or "Shadows" in s.action]
    assert len(montage) == 2
    assert all(s.frames <= 60 for s in montage)


def test_the_example_is_about_a_minute_in_about_ten_shots() -> None:
    film = lay(FERRY)
    assert 8 <= len(film.order) <= 11
    assert 45 * 24 <= film.frames <= 66 * 24
    assert {c.kind for c in film.characters.values()} == {"person", "bird"}
    assert {s.weather for s in film.scenes.values()} == {Weather.RAIN}


def test_two_never_wear_the_same_main_colour() -> None:
    film = lay(QUARREL)
    assert film.characters["anna"].wardrobe["coat"] == "red coat"
    assert "red" not in film.characters["ben"].wardrobe["coat"]
    assert "Ben" in shots_of(film)[0].notes


def test_many_without_clothes_are_dressed_apart() -> None:
    names = [f"GUEST {letter}" for letter in "ABCDEFGHIJKLMNOPQR"]
    text = "INT. HALL - DAY\n\n" + "\n\n".join(f"{name}\nGood evening." for name in names)
    film = lay(text)
    coats = [next(iter(c.wardrobe.values())).rsplit(" ", 2)[0] for c in film.characters.values()]
    assert len(coats) == len(names)
    assert len(set(coats[:12])) == 12


def test_a_voice_over_moves_no_lips() -> None:
    film = lay(QUARREL)
    off = {line.line for _, line in lines_of(film) if line.off}
    assert "He had practised that." in off
    assert "You came, then." not in off


def test_later_is_the_time_it_was_and_the_place_is_shown() -> None:
    film = lay(QUARREL)
    kitchen = film.scenes[film.scene_order()[1]]
    assert kitchen.time_of_day is TimeOfDay.DAY
    first = film.shots[film.scene_shots(kitchen.id)[0]]
    assert first.size in {Size.WS, Size.VWS}


def test_a_long_speech_is_shared_between_faces() -> None:
    speech = " ".join(f"This is sentence number {n} and it goes on a while." for n in range(30))
    text = f"INT. ROOM - NIGHT\n\nEVA and TOM sit.\n\nTOM\nYes?\n\nEVA\n{speech}\n\nTOM\nI see."
    film = lay(text)
    parts = [(s, line) for s, line in lines_of(film) if line.character == "eva"]
    assert len(parts) > 3
    assert " ".join(line.line for _, line in parts) == speech
    assert all(s.frames <= 12 * 24 for s, _ in parts)
    assert any(line.off and s.subjects == ("tom",) for s, line in parts)


def test_two_who_speak_at_once_overlap() -> None:
    film = lay("INT. ROOM - DAY\n\nEVA\nWait for me.\n\nTOM ^\nWait for her.\n")
    shot, first = lines_of(film)[0]
    assert [line.start for line in shot.dialogue] == [first.start, first.start]
    assert set(shot.subjects) == {"eva", "tom"}


def test_a_shot_note_overrides_and_what_it_says_oddly_is_noted() -> None:
    note = "[[shot: sh4 MCU static wobbly 3.5s]]"
    film = lay(f"EXT. PIER - DAY\n\nGulls.\n\n{note}\n\nEVA waves.\n\nEVA\nHi.")
    shot = film.shots["sh4"]
    assert (shot.size, shot.movement.type, shot.frames) == (Size.MCU, MoveType.STATIC, 84)
    assert "wobbly" in shot.notes


def test_parentheticals_become_delivery_and_a_face() -> None:
    film = lay(QUARREL)
    shot, line = next((s, ln) for s, ln in lines_of(film) if ln.delivery == "broken")
    assert line.character == "ben"
    assert shot.emotions["ben"] is Emotion.SAD


def test_night_is_darker_than_day_and_light_is_not_all_the_same() -> None:
    day = lay("EXT. PARK - DAY\n\nTrees.\n\nEVA\nHello there.\n\nEVA walks away.")
    night = lay("EXT. PARK - NIGHT\n\nTrees.\n\nEVA\nHello there.\n\nEVA walks away.")
    lights = [s.lighting.brightness for s in shots_of(day)]
    assert max(s.lighting.brightness for s in shots_of(night)) < min(lights)
    assert len(set(lights)) > 1


def test_a_target_length_is_met_without_touching_lines() -> None:
    short, long = lay(FERRY, seconds=45), lay(FERRY, seconds=56)
    assert abs(long.frames - 56 * 24) <= 24
    assert short.frames < lay(FERRY).frames
    assert [ln.frames for _, ln in lines_of(short)] == [ln.frames for _, ln in lines_of(long)]


def test_the_callers_measure_rules_the_slots() -> None:
    film = Film(id="test")
    changes = break_down(read_fountain(FERRY), film, lambda text, delivery, who: 50 + len(text))
    for _, line in lines_of(apply_all(film, changes)):
        assert line.frames == 50 + len(line.line)


def test_the_same_script_gives_the_same_film_and_a_seed_varies_it() -> None:
    assert lay(FERRY, 3) == lay(FERRY, 3)
    assert lay(FERRY, 3) != lay(FERRY, 4)


def test_changes_survive_being_stored() -> None:
    changes = break_down(read_fountain(CROW), Film(id="test"))
    stored: list[AnyChange] = load_changes(dump_changes(changes))
    assert apply_all(Film(id="test"), stored) == apply_all(Film(id="test"), changes)


def test_known_cast_and_places_stay_as_they_are() -> None:
    film = lay(FERRY)
    dressed = film.characters["ada"].model_copy(
        update={"wardrobe": {"coat": "green cape"}, "locked": True}
    )
    film = film.model_copy(update={"characters": {**film.characters, "ada": dressed}})
    again = apply_all(film, break_down(read_fountain(FERRY), film, seed=9))
    assert again.characters["ada"] == dressed
    assert again.locations == film.locations


def test_removed_shots_are_never_named_again() -> None:
    film = lay(FERRY)
    film = film.model_copy(update={"bin": dict(film.shots), "shots": {}, "order": ()})
    again = apply_all(film, break_down(read_fountain(FERRY), film))
    assert not set(again.order) & set(film.bin)


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        ("ИНТ. КУХНЯ - НОЧЬ\n\nДождь.\n\nАННА\nТы пришёл.\n\nПЁТР\nЯ обещал.", 2, "Кухня"),
        (
            "外景. 渡口 - 黄昏\n\n雨落在水面上。\n\n小明\n船还会来吗？\n\n老船夫\n会来的。",
            2,
            "渡口",
        ),
    ],
)
def test_other_scripts_are_broken_down_too(text: str, who: int, place: str) -> None:
    film = lay(text)
    assert len(film.characters) == who
    assert [p.name for p in film.locations.values()] == [place]
    assert next(iter(film.scenes.values())).weather is Weather.RAIN


def test_a_page_with_nothing_to_shoot_says_so() -> None:
    with pytest.raises(BadRequest, match="nothing to shoot") as refused:
        break_down(read_fountain("# Act one\n\n= Later perhaps."), Film(id="test"))
    assert refused.value.hint


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                ["EXT. A - DAY", "INT. B - LATER", "MARA", "TOM (V.O.)", "TOM ^", "(quiet)", "Hi.",
                 "A DOG (old) barks at MARA.", "-- x", "INSERT - X", "MONTAGE", "POV", "",
                 "[[shot: 99999s CU]]", "[[shot:sh1]]", "../../x", "CUT TO:", "We pan left.", "."]
            ),
        ),
        max_size=24,
    )
)  # fmt: skip
def test_any_screenplay_is_broken_down_or_refused(lines: list[str]) -> None:
    text = "\n\n".join(lines[:12]) + "\n" + "\n".join(lines[12:])
    try:
        film = lay(text)
    except BadRequest:
        return
    for shot, line in lines_of(film):
        assert line.start + line.frames + 8 <= shot.frames


def test_a_hundred_and_twenty_pages_are_laid_out() -> None:
    page = QUARREL.replace("PARK", "PARK {n}").replace("KITCHEN", "KITCHEN {n}")
    text = "\n".join(page.replace("{n}", str(n)) for n in range(140))
    film = lay(text)
    assert len(film.scenes) == 280
    assert len(film.order) > 1500


def test_titles_ages_in_words_and_appositions_are_read() -> None:
    film = lay(
        "INT. BAR - DAY\n\nMARTIN, a tall man of sixty in a blue cap, waits. "
        "MR. FOX, 40s, enters.\nA BANG. The PIANO stops.\n\nMR. FOX\nShe's gone.\n"
    )
    martin, fox = film.characters["martin"], film.characters["mr_fox"]
    assert set(film.characters) == {"martin", "mr_fox"}
    assert (martin.age, martin.pronoun, martin.wardrobe["hat"]) == (60, "he", "blue cap")
    assert (fox.kind, fox.age, fox.pronoun) == ("person", 45, "he")


def test_a_long_line_said_with_another_is_cut_too() -> None:
    long = " ".join(f"And then comes reason number {n}." for n in range(12))
    film = lay(f"INT. ROOM - DAY\n\nEVA\n{long}\n\nTOM ^\nDon't.\n")
    lines = lines_of(film)
    assert lines[1][1].start == lines[0][1].start
    assert all(shot.frames <= 12 * 24 for shot, _ in lines)
    assert " ".join(line.line for _, line in lines if line.character == "eva") == long


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ИНТ. КУХНЯ - НОЧЬ\n\nАННА\nТы пришёл.", "ru"),
        ("外景. 渡口 - 黄昏\n\n小明\n船还会来吗？", "zh"),
        ("Title: X\nLanguage: it\n\nINT. BAR - DAY\n\nEVA\nCiao.", "it"),
        ("INT. BAR - DAY\n\nEVA\nHello.", "en"),
    ],
)
def test_the_language_follows_the_page(text: str, language: str) -> None:
    assert lay(text).language == language


def test_a_pause_at_the_window_is_an_insert_with_the_pan_that_was_asked() -> None:
    film = lay("INT. ROOM - DAY\n\nA desk.\n\nEVA sits. We pan left to the window.\n\nEVA\nRain.")
    shot = next(s for s in shots_of(film) if s.action == "The window.")
    assert (shot.size, shot.movement.type) == (Size.INSERT, MoveType.PAN_LEFT)


THREE = """INT. OFFICE - NIGHT

AMARA (55, teal jacket) stands by the door. RUTH (53, blue shirt) sits. JONAS (43) paces.

JONAS
Is this a drill? I want somebody to tell me that this is a drill.

AMARA
No. Look at her hands and then say that again to me.

RUTH
It was open for eleven minutes, and I was the one who knew.

JONAS
What can anybody do in eleven minutes that matters to us?

RUTH
Everything. Twice, if they know the way.

Nobody moves.
"""


@pytest.mark.parametrize("seed", range(4))
def test_of_three_who_talk_no_two_in_a_frame_share_a_side(seed: int) -> None:
    film = lay(THREE, seed)
    for shot in shots_of(film):
        if len(shot.subjects) == 2 and shot.composition.startswith("two-shot"):
            words = shot.composition.split(", ")[1:]
            assert {word.rsplit(" ", 1)[1] for word in words} == {"left", "right"}
    last = shots_of(film)[-1]
    assert set(last.subjects) == {"amara", "ruth", "jonas"}
    assert list(Size).index(last.size) <= list(Size).index(Size.MWS)


def test_words_in_a_bracket_are_a_look_and_no_action_or_weather() -> None:
    film = lay(
        "INT. SHOP - DAY\n\nA till. EVA (20, eyes that check the exits, red raincoat) turns round. "
        "TOM (30) holds Eva's overcoat.\n\nEVA\nYes?\n\nTOM\nNo."
    )
    beats = {beat.action for shot in shots_of(film) for beat in shot.beats}
    assert beats == {"turn", "hold"}
    assert next(iter(film.scenes.values())).weather is Weather.CLEAR
    assert "overcoat" not in " ".join(film.characters["tom"].wardrobe.values())
    assert film.characters["eva"].wardrobe == {"coat": "red raincoat"}


def test_a_short_target_squeezes_pictures_only_so_far() -> None:
    natural, short = lay(CROW), lay(CROW, seconds=20)
    for shot in shots_of(natural):
        assert film_frames(short, shot.id) >= min(shot.frames, max(28, shot.frames * 0.6))


def film_frames(film: Film, shot: str) -> int:
    return film.shots[shot].frames


def test_the_words_that_begin_a_montage_are_not_shot() -> None:
    film = lay(
        "INT. OFFICE - DAY\n\nMIRA (30, coat) sits.\n\nBEGIN MONTAGE\n\n- Mira opens a letter.\n\n"
        "- A boat far out.\n\nEND MONTAGE\n"
    )
    actions = [film.shots[shot].action for shot in film.order]
    assert not any("montage" in action.casefold() for action in actions)
    assert "Mira opens a letter." in actions

"""Notes a director said of real films that were read wrongly once: each stays mended."""

import pytest

from agent.notes.read import read
from agent.notes.reading import Kind, Reading
from agent.notes.situation import Entry, Situation
from memory.change import DeleteShot, load_changes
from memory.edit import apply_all
from memory.film import Character, Film, Line, Location, Scene, Shot, Transition
from memory.vocabulary import Angle, Emotion, IntExt, Size, TransitionType, Weather


@pytest.fixture
def film() -> Film:
    ida = Character(id="ida", name="Ida", pronoun="she", wardrobe={"coat": "red coat"})
    sol = Character(id="sol", name="Sol", pronoun="he", age=45, hair="dark beard")
    crane = Line(id="l1", character="sol", line="This one is for the crane.", frames=30)
    last = Line(id="l2", character="ida", line="Then we wait.", frames=30)
    shots = (
        Shot(id="sh_9a", scene="quay", size=Size.WS, sfx=("rain", "bell"), weather=Weather.RAIN),
        Shot(id="sh_2b", scene="quay", subjects=("ida",), weather=Weather.RAIN),
        Shot(id="sh_7c", scene="hut", subjects=("sol",), dialogue=(crane,)),
        Shot(id="sh_1d", scene="hut", subjects=("ida",), dialogue=(last,), action="A cup slides."),
        Shot(
            id="sh_4e",
            scene="hut",
            subjects=("ida", "sol"),
            transition_in=Transition(type=TransitionType.DISSOLVE, frames=24),
        ),
    )
    scenes = {
        "quay": Scene(id="quay", slug="EXT. QUAY - DUSK", location="quay", weather=Weather.RAIN),
        "hut": Scene(id="hut", slug="INT. HUT - NIGHT", location="hut", int_ext=IntExt.INT),
    }
    return Film(
        id="quay",
        characters={"ida": ida, "sol": sol},
        locations={k: Location(id=k, name=k.capitalize()) for k in scenes},
        scenes=scenes,
        order=tuple(s.id for s in shots),
        shots={s.id: s for s in shots},
    )


def heard(film: Film, words: str, history: tuple[Entry, ...] = ()) -> Reading:
    return read(words, Situation(film=film, history=history))


def after(film: Film, reading: Reading) -> Film:
    return apply_all(film, load_changes([dict(change) for change in reading.changes]))


def test_what_is_to_stay_as_it_is_stays_in_the_rest_of_the_note(film: Film) -> None:
    reading = heard(film, "a bit warmer in the hut, and keep shot 4 as it is")
    now = after(film, reading)
    assert now.shots["sh_1d"] == film.shots["sh_1d"]
    assert now.shots["sh_7c"].lighting.color_temp_k < film.shots["sh_7c"].lighting.color_temp_k
    assert "Shot 4 stays as before." in reading.reply


def test_shots_are_named_in_the_order_of_the_film(film: Film) -> None:
    assert "Shots 1, 2, 3, 4, 5: darker." in heard(film, "everything darker").reply


def test_a_camera_put_lower_is_a_low_angle(film: Film) -> None:
    now = after(film, heard(film, "put the camera lower in shot 2"))
    assert now.shots["sh_2b"].angle is Angle.LOW


def test_a_removed_shot_comes_back_where_it_stood(film: Film) -> None:
    gone = DeleteShot(shot="sh_2b")
    without = apply_all(film, [gone])
    history = (Entry(2, "delete shot 2", (gone,), "edit", film.order),)
    reading = heard(without, "bring shot 2 back", history)
    assert after(without, reading).order == film.order


def test_a_longer_hold_counts_its_seconds(film: Film) -> None:
    now = after(film, heard(film, "hold the last shot for two more seconds"))
    assert now.shots["sh_4e"].frames == film.shots["sh_4e"].frames + 48


@pytest.mark.parametrize(
    ("words", "shot"), [("Schuss 4 dunkler bitte", 4), ("第四个镜头暗一点", 4)]
)
def test_shots_are_counted_in_other_languages(film: Film, words: str, shot: int) -> None:
    now = after(film, heard(film, words))
    key = film.order[shot - 1]
    assert now.shots[key].lighting.brightness < film.shots[key].lighting.brightness


def test_older_and_a_beard_are_both_played(film: Film) -> None:
    sol = after(film, heard(film, "Sol: older, with a grey beard")).characters["sol"]
    assert sol.hair == "grey beard"
    assert sol.age == 55


def test_no_rain_is_a_sky_and_not_only_a_sound(film: Film) -> None:
    now = after(film, heard(film, "no rain on the quay"))
    assert now.scenes["quay"].weather is Weather.CLEAR
    assert now.shots["sh_9a"].sfx == ("bell",)


def test_the_opening_is_the_first_shot(film: Film) -> None:
    reading = heard(film, "pan left to right across the quay in the opening")
    assert {change["shot"] for change in reading.changes} == {"sh_9a"}


def test_both_smile_at_the_end(film: Film) -> None:
    now = after(film, heard(film, "both of them smiling at the end"))
    assert set(now.shots["sh_4e"].emotions.values()) == {Emotion.HAPPY}


def test_a_line_is_found_by_what_it_is_about(film: Film) -> None:
    now = after(film, heard(film, "cut the line about the crane"))
    assert now.shots["sh_7c"].dialogue == ()


def test_the_only_dissolve_is_the_one_meant(film: Film) -> None:
    now = after(film, heard(film, "make the dissolve longer"))
    assert now.shots["sh_4e"].transition_in.frames > 24


def test_clothes_for_one_scene_are_said_in_words(film: Film) -> None:
    reading = heard(film, "Ida should wear a green coat in the hut only")
    assert reading.kind is Kind.ACT
    assert "Ida, in scene 2: green coat." in reading.reply


def test_an_undo_of_something_unknown_asks(film: Film) -> None:
    dark = (Entry(2, "shot 2 darker", ()), Entry(3, "pan right in 4", ()))
    reading = heard(film, "undo the thing about the contrast", dark)
    assert reading.kind is Kind.ASK
    assert reading.calls == ()


def test_tighten_a_shot_is_its_frame_alone(film: Film) -> None:
    now = after(film, heard(film, "tighten 4"))
    assert now.shots["sh_1d"].size is not film.shots["sh_1d"].size
    assert now.shots["sh_1d"].frames == film.shots["sh_1d"].frames


def test_what_someone_does_is_written_without_its_shot(film: Film) -> None:
    now = after(film, heard(film, "Ida should wave in the last shot"))
    assert now.shots["sh_4e"].action == "Ida waves."


def test_a_thing_in_a_shot_is_not_the_shot(film: Film) -> None:
    reading = heard(film, "kill the lantern in 3")
    assert not any(change["op"] == "delete_shot" for change in reading.changes)


def test_redo_goes_on_as_long_as_something_is_undone(film: Film) -> None:
    row = (Entry(2, "2 darker"), Entry(3, "3 warmer"))
    back = (Entry(4, "", (), "undo"), Entry(5, "", (), "undo"), Entry(6, "", (), "redo"))
    reading = heard(film, "redo", (*row, *back))
    assert [call.name for call in reading.calls] == ["redo"]
    assert "3 warmer" in reading.reply


@pytest.mark.parametrize("words", ["cut 1 shorter by 12 frames", "trim shot 1 by 12 frames"])
def test_shorter_is_never_gone(film: Film, words: str) -> None:
    now = after(film, heard(film, words))
    assert now.order == film.order
    assert now.shots["sh_9a"].frames == film.shots["sh_9a"].frames - 12


def test_a_fog_horn_is_a_sound(film: Film) -> None:
    horn = film.shots["sh_9a"].model_copy(update={"sfx": ("fog horn", "bell")})
    sounding = film.model_copy(update={"shots": {**film.shots, "sh_9a": horn}})
    assert after(sounding, heard(sounding, "lose the fog horn")).shots["sh_9a"].sfx == ("bell",)


def test_a_scene_made_night(film: Film) -> None:
    now = after(film, heard(film, "make scene 1 night"))
    assert now.scenes["quay"].time_of_day.value == "NIGHT"


def test_whose_shoulder(film: Film) -> None:
    now = after(film, heard(film, "over the shoulder of Sol onto Ida in 5"))
    assert now.shots["sh_4e"].composition == "over Sol's shoulder onto Ida"


def test_the_key_light_goes_round(film: Film) -> None:
    reading = heard(film, "bring the key light round to the left in 5")
    assert [change["op"] for change in reading.changes] == ["relight"]


def test_music_under_a_line_is_not_all_the_music(film: Film) -> None:
    reading = heard(film, "no music under the last line")
    assert reading.kind is Kind.ASK
    assert reading.calls == ()


def test_music_is_turned_up_in_french(film: Film) -> None:
    now = after(film, heard(film, "monte la musique un peu"))
    assert now.music.gain_db > film.music.gain_db
    assert now.music.style == film.music.style


def test_a_place_made_warmer_is_its_scene(film: Film) -> None:
    reading = heard(film, "make the hut a bit warmer, but keep shot 4 as it is")
    assert {change["shot"] for change in reading.changes} == {"sh_7c", "sh_4e"}


def test_an_undo_never_takes_back_the_draft_itself(film: Film) -> None:
    draft = (
        Entry(2, "draft", (), "edit", (), "writer"),
        Entry(3, "cast locked", (), "edit", (), "producer"),
    )
    reading = heard(film, "undo", draft)
    assert reading.kind is Kind.NOOP
    assert reading.calls == ()
    noted = heard(film, "undo everything", (*draft, Entry(4, "shot 2 darker")))
    assert [call.args["steps"] for call in noted.calls] == [1]


def test_subtitles_in_another_language_promise_no_translation(film: Film) -> None:
    assert "Nothing is translated" in heard(film, "French subtitles please").reply
    assert "translated" not in heard(film, "subtitles on").reply


def test_a_new_name_is_told_without_the_blocking(film: Film) -> None:
    scenes = {
        **film.scenes,
        "hut": film.scenes["hut"].model_copy(update={"screen_axis": "Sol left"}),
    }
    reply = heard(film.model_copy(update={"scenes": scenes}), "rename Sol to Abel").reply
    assert "axis" not in reply
    assert "Abel" in reply

"""From action lines to beats, paths, meetings and looks: the order of words, the true places."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from memory.film import Beat, Character, Film, Line, Location, Mark, Scene, Shot
from memory.vocabulary import Emotion, IntExt, Size
from tools.theatre.blocking import places_of
from tools.theatre.camera import Track
from tools.theatre.cast.actions import action_of
from tools.theatre.puppet import enlist
from tools.theatre.spec import ActorSpec, SetSpec, ShotSpec
from tools.theatre.staging import stage

PEOPLE = {"mara": "she", "theo": "he", "lily": "she"}
AXIS = "Mara left; Theo right"


def a_film(action: str = "", who: tuple[str, ...] = ("mara",), **fields: Any) -> Film:
    marks = fields.pop("marks", ())
    shot = Shot(id="sh1", scene="sc1", action=action, subjects=who,
                **{"size": Size.FS, "frames": 96, **fields})  # fmt: skip
    people = {
        name: Character(
            id=name, name=name.title(), pronoun=pronoun, age=9 if name == "lily" else 40
        )
        for name, pronoun in PEOPLE.items()
    }
    scene = Scene(id="sc1", slug="EXT. PIER", int_ext=IntExt.EXT, location="pier",
                  screen_axis=AXIS, marks=marks)  # fmt: skip
    return Film(id="pier", characters=people, locations={"pier": Location(id="pier", name="Pier")},
                scenes={"sc1": scene}, order=("sh1",), shots={"sh1": shot})  # fmt: skip


def actors(
    action: str = "", who: tuple[str, ...] = ("mara",), **fields: Any
) -> dict[str, ActorSpec]:
    return {actor.name: actor for actor in stage(a_film(action, who, **fields), "sh1").actors}


def played(actor: ActorSpec) -> list[str]:
    return [action_of(words)[0] for _, _, words in actor.beats]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("She crosses to the window, stops, and turns back.", ["walk", "stand", "turn"]),
        ("Mara enters, sits down and reads the letter.", ["enter", "sit", "read"]),
        ("Mara picks up the cup, drinks, then puts it down.", ["pick_up", "drink", "put_down"]),
        ("Mara rises and leaves.", ["rise", "exit"]),
        ("Mara nods.", ["nod"]),
        ("Mara opens the door and looks around.", ["open_door", "look_around"]),
    ],
)
def test_words_become_beats_in_their_order_over_the_shot(words: str, order: list[str]) -> None:
    beats = actors(words)["Mara"].beats
    assert [action_of(text)[0] for _, _, text in beats] == order
    starts = [start for start, _, _ in beats]
    assert starts == sorted(starts)
    assert all(start + frames <= 96 for start, frames, _ in beats)
    assert all(a + n <= b + 1 for (a, n, _), (b, _, _) in itertools.pairwise(beats))


def test_given_beats_are_played_as_they_are() -> None:
    beats = (Beat(start=5, frames=20, who="mara", action="point"),
             Beat(start=40, frames=30, who="theo", action="nod"))  # fmt: skip
    found = actors("Mara walks off.", ("mara", "theo"), beats=beats)
    assert found["Mara"].beats == ((5, 20, "point"),)
    assert found["Theo"].beats == ((40, 30, "nod"),)


def test_each_sentence_goes_to_whom_it_is_about() -> None:
    found = actors("Mara turns. He nods while Lily looks around.", ("mara", "theo", "lily"))
    assert played(found["Mara"]) == ["turn"]
    assert played(found["Theo"]) == ["nod"]
    assert played(found["Lily"]) == ["look_around"]


def edges(spec: ShotSpec, actor: ActorSpec, frame: int) -> tuple[float, float]:
    """Left and right edge of a figure in the picture, 0..1."""
    puppet = enlist(actor, spec.frames)
    view = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1).at(frame)
    xs = [x for part in puppet.pose(frame, spec.rate).parts for x in part.points[:, 0]]
    ends = (view.project(puppet.x + x, 0.0, actor.z, spec.size)[0] for x in (min(xs), max(xs)))
    left, right = (end / spec.width for end in ends)
    return left, right


@pytest.mark.parametrize("size", [Size.WS, Size.FS, Size.MS])
def test_who_enters_comes_from_outside_and_who_exits_is_gone(size: Size) -> None:
    for words, outside, inside in (("Mara enters.", 0, 95), ("Mara exits.", 95, 0)):
        spec = stage(a_film(words, size=size), "sh1")
        left, right = edges(spec, spec.actors[0], outside)
        assert right < 0.0 or left > 1.0, words
        left, right = edges(spec, spec.actors[0], inside)
        assert 0.0 < (left + right) / 2 < 1.0


def test_who_leaves_goes_behind_nobody_where_there_is_another_way() -> None:
    theo = actors("Theo leaves.", ("mara", "theo"))["Theo"]
    assert theo.legs[-1][3] > theo.x


def test_a_give_brings_its_take_and_a_place_to_meet() -> None:
    found = actors("Mara hands Theo the letter.", ("mara", "theo"))
    mara, theo = found["Mara"], found["Theo"]
    assert played(mara) == ["give"]
    assert played(theo) == ["take"]
    assert mara.meetings[0][0] == theo.meetings[0][0]
    assert abs(mara.meetings[0][1] - theo.meetings[0][1]) < 0.12


def test_a_walker_stops_before_the_one_they_come_to() -> None:
    found = actors("Mara walks to Theo and nods.", ("mara", "theo"))
    assert found["Theo"].x - found["Mara"].legs[-1][3] == pytest.approx(0.46, abs=0.01)


def test_nobody_stands_inside_another_and_depth_counts() -> None:
    marks = (Mark(who="mara", x=0.1), Mark(who="theo", x=0.15, faces=-1),
             Mark(who="lily", x=0.12, z=1.0))  # fmt: skip
    film = a_film("", tuple(PEOPLE), marks=marks)
    stand = places_of(film, film.scenes["sc1"], SetSpec("shore", "pier", 1, False))
    assert stand.x["theo"] - stand.x["mara"] >= 0.36
    assert stand.x["lily"] == 0.12
    assert stand.z["lily"] == 1.0


def test_listeners_turn_to_whoever_speaks() -> None:
    lines = (Line(id="a", character="mara", line="You are late.", start=6, frames=30),
             Line(id="b", character="lily", line="He always is.", start=50, frames=30))  # fmt: skip
    found = actors("", tuple(PEOPLE), dialogue=lines)
    theo = found["Theo"]
    assert theo.looks[0][1] == pytest.approx(found["Mara"].x)
    assert theo.looks[-1][1] == pytest.approx(found["Lily"].x)
    assert 50 < theo.looks[-1][0] < 62
    assert found["Mara"].looks[-1][1] == pytest.approx(found["Lily"].x)


def test_looks_can_be_asked_for() -> None:
    looks = {"mara": "camera", "theo": "the sky"}
    found = actors("", ("mara", "theo"), looks_at=looks)
    assert found["Mara"].looks[0][3] < -100
    assert found["Theo"].looks[0][2] < -1.5
    spec = stage(a_film("", ("mara",), looks_at={"mara": "gizmo"}), "sh1")
    assert any("gizmo" in note for note in spec.notes)


def test_an_eyeline_goes_to_a_partner_beside_the_picture() -> None:
    film = a_film("", ("mara",))
    second = film.shots["sh1"].model_copy(update={"id": "sh2", "subjects": ("theo",)})
    film = film.model_copy(update={"shots": {**film.shots, "sh2": second}, "order": ("sh1", "sh2")})
    (mara,) = stage(film, "sh1").actors
    assert mara.looks[0][1] > mara.x


def test_eyes_of_a_grown_person_go_down_to_a_child() -> None:
    found = actors("", ("mara", "lily"))
    assert found["Mara"].looks[0][2] > found["Lily"].looks[0][2] + 0.1


def test_intensity_is_each_ones_own() -> None:
    found = actors("", ("mara", "theo"), emotions={"mara": Emotion.SAD, "theo": Emotion.SAD},
                   intensity={"mara": 0.2}, energy=1.0)  # fmt: skip
    assert found["Mara"].strength == 0.2
    assert found["Theo"].strength == pytest.approx(0.95)


def test_a_seat_stands_where_it_is_sat_on() -> None:
    sits = actors("Mara enters and sits down.")["Mara"]
    assert sits.seat is not None
    assert sits.seat[0] < sits.legs[-1][3]
    rises = actors("Mara stands up and leaves.")["Mara"]
    assert rises.seated
    assert rises.seat is not None
    assert rises.seat[0] == rises.x


def test_staged_acting_survives_json() -> None:
    spec = stage(a_film("Mara enters and hands Theo the letter.", ("mara", "theo")), "sh1")
    assert ShotSpec.from_json(spec.to_json()) == spec or (
        ShotSpec.from_json(spec.to_json()).to_json() == spec.to_json()
    )

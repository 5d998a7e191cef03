"""Figures: every action and emotion draws, alike at every call; feet stay where they stand."""

import math

import numpy as np
import pytest

from memory.errors import BadRequest
from tools.theatre.cast.actions import ACTIONS, BIRD_ACTIONS, action_of
from tools.theatre.cast.emotion import MIENS, emotion_of, mien
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.look import Look, look_of
from tools.theatre.cast.perform import figure
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.props import PROPS, prop_of

FPS = 24.0
ADA = look_of({"name": "Ada", "pronoun": "she", "age": 30}, 1)
CROW = look_of({"name": "Crow", "kind": "crow"}, 1)
DOG = look_of({"name": "Bello", "kind": "dog"}, 1)
CHILD = look_of({"name": "Lily", "age": 7}, 1)
SPEECH = ((4, 24, (("ˈɑː", 0.0, 0.5), ("m", 0.5, 1.0))),)
PIXELS_AT_720 = 690  # a whole figure fills the frame


def same(one: Figure, other: Figure) -> bool:
    return dict(one.joints) == dict(other.joints) and all(
        p.colour == q.colour and np.array_equal(p.points, q.points)
        for p, q in zip(one.parts, other.parts, strict=True)
    )


def finite(posed: Figure) -> bool:
    return all(np.isfinite(p.points).all() and p.points.dtype == np.float32 for p in posed.parts)


@pytest.mark.parametrize("look", [ADA, CROW, DOG, CHILD], ids=["ada", "crow", "dog", "child"])
@pytest.mark.parametrize("action", [*ACTIONS, "juggle 7 swords", "", "\x00🙂"])
def test_every_action_draws(action: str, look: Look) -> None:
    for performance in (
        Performance(action=action),
        Performance(beats=((2, 10, action),), seated=True, facing=-1.0),
    ):
        for frame in (-30, 0, 7, 500):
            posed = figure(look, performance, frame, FPS)
            assert posed.parts
            assert finite(posed)
            assert posed.head[2] > 0


def test_actions_differ_from_standing() -> None:
    still = figure(ADA, Performance(), 10, FPS)
    for action in ("point", "hold", "give", "wave", "reach", "read", "cry", "crouch", "walk"):
        posed = figure(ADA, Performance(action=action), 10, FPS)
        moved = max(math.dist(posed.joints[j], still.joints[j]) for j in still.joints)
        assert moved > 0.05, action


@pytest.mark.parametrize("emotion", [*MIENS, "worried sick", "", "\ud800"])
def test_every_emotion_draws_another_face(emotion: str) -> None:
    posed = figure(ADA, Performance(emotion=emotion, strength=1.0), 3, FPS)
    assert finite(posed)
    known, _ = emotion_of(emotion)
    others = [mien(e, 1.0) for e in MIENS if e != known]
    assert mien(emotion, 1.0) not in others


@pytest.mark.parametrize("view", ["three_quarter", "profile", "front", "back"])
@pytest.mark.parametrize("facing", [-1.0, -0.3, 0.0, 0.4, 1.0])
def test_every_view_and_facing(view: str, facing: float) -> None:
    posed = figure(ADA, Performance(view=view, facing=facing), 3, FPS)  # type: ignore[arg-type]
    assert finite(posed)
    faces = [p.name for p in posed.parts if p.name == "iris"]
    assert bool(faces) == (view != "back")


def test_facing_mirrors_the_whole_figure() -> None:
    right, left = (figure(ADA, Performance(facing=f), 3, FPS) for f in (1.0, -1.0))
    for one, other in zip(right.parts, left.parts, strict=True):
        np.testing.assert_allclose(one.points[:, 0], -other.points[:, 0], atol=1e-6)


def test_a_pure_function_of_its_arguments() -> None:
    performance = Performance(action="talk", speech=SPEECH, beats=((5, 20, "point"),))
    order = [figure(ADA, performance, f, FPS) for f in (0, 7, 19)]
    again = [figure(ADA, performance, f, FPS) for f in (19, 0, 7)]
    assert same(order[0], again[1])
    assert same(order[1], again[2])
    assert same(order[2], again[0])


@pytest.mark.parametrize("action", ["walk", "run"])
@pytest.mark.parametrize("way", [(0.0, 1.7), (2.0, -0.4)])
@pytest.mark.parametrize("timed", [False, True])
def test_planted_feet_do_not_slip(action: str, way: tuple[float, float], timed: bool) -> None:
    beats = ((0, 60, action),) if timed else ()
    performance = Performance(
        action="stand" if timed else action, beats=beats, walk_from=way[0], walk_to=way[1],
        frames=60, facing=1.0 if way[1] > way[0] else -1.0,
    )  # fmt: skip
    planted = 0
    for frame in range(60):
        one, other = (figure(ADA, performance, f, FPS) for f in (frame, frame + 1))
        for foot in ("near_foot", "far_foot"):
            (x0, y0), (x1, y1) = one.joints[foot], other.joints[foot]
            if max(y0, y1) - min(y0, y1) < 1e-6 and y0 > -0.045:
                planted += 1
                assert abs(x1 - x0) * PIXELS_AT_720 < 2
    assert planted > (18 if action == "run" else 30)


def test_a_walker_arrives() -> None:
    performance = Performance(
        action="stand", beats=((10, 40, "walk"),), walk_from=-1.0, walk_to=0.5, frames=96
    )
    assert figure(ADA, performance, 0, FPS).joints["ground"][0] == pytest.approx(-1.0)
    assert figure(ADA, performance, 200, FPS).joints["ground"][0] == pytest.approx(0.5)


def test_the_mouth_opens_on_a_vowel_and_shuts_on_m() -> None:
    def opened(frame: int) -> bool:
        parts = figure(ADA, Performance(speech=SPEECH), frame, FPS).parts
        return any(p.name == "mouth open" for p in parts)

    assert opened(9)
    assert not opened(22)
    assert not opened(0)
    assert not opened(60)


def test_a_listener_never_freezes() -> None:
    performance = Performance(action="listen")
    for start in range(0, 96, 12):
        one, other = (figure(ADA, performance, f, FPS) for f in (start, start + 12))
        assert not same(one, other)


def test_everyone_blinks_now_and_then() -> None:
    irises = [
        sum(p.name == "iris" for p in figure(ADA, Performance(), f, FPS).parts) for f in range(240)
    ]
    assert 0 < irises.count(0) < 40


def test_colours_are_locked_whatever_is_played() -> None:
    def coat(performance: Performance) -> set[tuple[float, float, float]]:
        parts = figure(ADA, performance, 5, FPS).parts
        return {p.colour for p in parts if p.name == "torso"}

    plays = [Performance(action=a, emotion=e) for a in ("stand", "run", "sit") for e in MIENS]
    assert len(set().union(*(coat(p) for p in plays))) == 1
    assert coat(plays[0]) == {ADA.cloth}


def test_children_and_the_tall() -> None:
    def height(look: Look) -> float:
        return -min(float(p.points[:, 1].min()) for p in figure(look, Performance(), 0, FPS).parts)

    assert 0.9 < height(ADA) < 1.12
    assert height(CHILD) < 0.8 * height(ADA)


@pytest.mark.parametrize("prop", [*PROPS, "quantum frobnicator"])
def test_a_held_prop_is_in_the_hand(prop: str) -> None:
    posed = figure(ADA, Performance(action=f"hold the {prop}"), 5, FPS)
    bare = figure(ADA, Performance(action="listen"), 5, FPS)
    assert len(posed.parts) > len(bare.parts)
    assert bool(prop_of(prop)[1]) == (prop == "quantum frobnicator")


def test_words_find_actions() -> None:
    for words, action in (
        ("She walks to the window", "walk"), ("shakes his head", "shake_head"),
        ("looks around the room", "look_around"), ("weeping", "cry"), ("sits down", "sit"),
        ("hands over the letter", "give"), ("types furiously", "type"), ("runs", "run"),
    ):  # fmt: skip
        assert action_of(words) == (action, ""), words
    assert action_of("xyzzy")[0] == "stand"
    assert "xyzzy" in action_of("xyzzy")[1]


@pytest.mark.parametrize("action", BIRD_ACTIONS)
def test_birds_move_each_in_its_way(action: str) -> None:
    still = figure(CROW, Performance(action="perch"), 9, FPS)
    posed = figure(CROW, Performance(action=action), 9, FPS)
    assert action == "perch" or not all(
        p.points.shape == q.points.shape and np.allclose(p.points, q.points)
        for p, q in zip(still.parts, posed.parts, strict=False)
    )


def test_performance_json() -> None:
    performance = Performance(
        action="talk", speech=SPEECH, beats=((1, 5, "nod"),), walk_from=0.5, walk_to=1.0
    )
    assert Performance.from_json(performance.to_json()) == performance
    with pytest.raises(BadRequest):
        Performance.from_json("[1]")


@pytest.mark.parametrize(
    "odd",
    [
        Performance(strength=math.nan), Performance(facing=9.0), Performance(frames=0),
        Performance(walk_from=math.inf, walk_to=0.0, action="walk"), Performance(action="x" * 9999),
        Performance(walk_from=1.0, walk_to=1.0, action="walk"),
        Performance(beats=((0, 0, "walk"),)),
        Performance(speech=((0, 0, ()),)), Performance(gaze=(5.0, -5.0)), Performance(seed=-3),
        Performance(walk_from=0.0, walk_to=2.0),
    ],
)  # fmt: skip
def test_odd_performances_never_raise(odd: Performance) -> None:
    for look in (ADA, CROW, DOG):
        for frame in (-5, 0, 11):
            assert finite(figure(look, odd, frame, FPS))

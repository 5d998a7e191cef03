"""Acting in time: beats blend, bodies sit and turn over planted feet, things change hands."""

from __future__ import annotations

import dataclasses
import itertools
import math

import pytest

from tools.theatre.cast.actions import PERSON_ACTIONS, action_of
from tools.theatre.cast.figure import Figure
from tools.theatre.cast.gaze import aim
from tools.theatre.cast.holding import changed, held
from tools.theatre.cast.look import look_of
from tools.theatre.cast.perform import figure
from tools.theatre.cast.performance import Performance
from tools.theatre.cast.skeleton import pose_of
from tools.theatre.cast.timeline import cues, seated, turning
from tools.theatre.cast.visemes import mouth_at

FPS = 24.0
ADA = look_of({"name": "Ada", "pronoun": "she", "age": 30}, 1)
DOG = look_of({"name": "Bello", "kind": "dog"}, 1)
CROW = look_of({"name": "Crow", "kind": "crow"}, 1)
TWENTY = (
    "stand", "walk", "run", "sit", "rise", "turn", "enter", "exit", "point", "give", "take",
    "hold", "pick_up", "put_down", "open_door", "look_around", "nod", "shake_head", "drink", "read",
)  # fmt: skip


def joints(performance: Performance, frame: int) -> dict[str, tuple[float, float]]:
    return dict(figure(ADA, performance, frame, FPS).joints)


def moved(one: dict[str, tuple[float, float]], other: dict[str, tuple[float, float]]) -> float:
    return max(math.dist(one[name], other[name]) for name in one)


def test_all_twenty_actions_have_names() -> None:
    assert set(TWENTY) <= set(PERSON_ACTIONS)
    for action in TWENTY:
        assert action_of(action) == (action, "")


@pytest.mark.parametrize("action", sorted(set(TWENTY) - {"stand", "enter", "exit"}))
def test_every_beat_moves_the_body_and_ends_where_it_should(action: str) -> None:
    legs = ((10, 40, 0.0, 1.0, action),) if action in ("walk", "run") else ()
    still = Performance(walk_from=0.0, walk_to=0.0) if legs else Performance()
    acting = dataclasses.replace(still, beats=((10, 40, action),), legs=legs)
    shown = max(moved(joints(still, f), joints(acting, f)) for f in range(12, 50, 3))
    assert shown > 0.015
    before = moved(joints(still, 2), joints(acting, 2))
    held_or_placed = ("give", "put_down", "rise", "sit", "walk", "run", "hold", "drink", "read")
    assert before < 0.01 or action in held_or_placed


@pytest.mark.parametrize("action", [a for a in TWENTY if a not in ("walk", "run")])
def test_nothing_jumps(action: str) -> None:
    """No joint goes further in a frame than a fast hand does."""
    performance = Performance(beats=((8, 50, action), (58, 20, "nod")), rest=-0.42)
    posed = [figure(ADA, performance, frame, FPS) for frame in range(0, 90)]
    for one, other in itertools.pairwise(posed):
        for joint in ("neck", "hip", "head", "right_hand", "left_hand", "right_knee", "left_knee"):
            assert math.dist(one.joints[joint], other.joints[joint]) < 0.11, (action, joint)


def test_beats_in_a_row_cross_over_without_a_dip() -> None:
    performance = Performance(beats=((0, 30, "point"), (30, 30, "nod")))
    for frame in range(8, 56):
        assert sum(cue.weight for cue in cues(performance, frame, FPS)) > 0.85
    assert len(cues(performance, 30, FPS)) == 2


def test_a_beat_blends_in_and_out_over_a_few_frames() -> None:
    weights = [sum(c.weight for c in cues(Performance(beats=((20, 40, "hold"),)), f, FPS))
               for f in range(90)]  # fmt: skip
    assert weights[12] == 0.0
    assert weights[30] == 1.0
    assert weights[75] == 0.0
    assert max(b - a for a, b in itertools.pairwise(weights)) < 0.5


@pytest.mark.parametrize("view", ["three_quarter", "profile", "front"])
def test_sitting_down_lowers_the_hips_over_time_onto_the_seat(view: str) -> None:
    performance = Performance(beats=((10, 36, "sit"),), view=view)  # type: ignore[arg-type]
    hips = [joints(performance, frame)["hip"] for frame in range(60)]
    assert hips[0][1] < -0.43
    assert hips[59][1] == pytest.approx(-0.285 * 0.962, abs=0.02)
    lowered = [round(b[1] - a[1], 4) for a, b in itertools.pairwise(hips)]
    assert max(lowered) < 0.04
    assert hips[59][0] == pytest.approx(0.0, abs=0.03)
    feet = [joints(performance, frame)["right_foot"] for frame in range(60)]
    assert max(math.dist(foot, feet[0]) for foot in feet) < 1e-6


def test_rising_is_sitting_the_other_way() -> None:
    performance = Performance(beats=((10, 30, "rise"),))
    assert seated(performance, 0, FPS) == 1.0
    assert abs(seated(performance, 60, FPS)) < 1e-6
    assert joints(performance, 59)["hip"][1] < -0.43


def test_a_turn_steps_round_and_the_head_leads() -> None:
    performance = Performance(beats=((10, 24, "turn"),))
    middle = [turning(performance, frame, FPS) for frame in range(50)]
    assert middle[0].body == 1.0
    assert middle[49].body == -1.0
    assert any(turn.head < turn.body - 0.2 for turn in middle)
    lifted = {"right_foot": 0.0, "left_foot": 0.0}
    start = joints(performance, 0)
    for frame in range(50):
        now = joints(performance, frame)
        for foot in ("right_foot", "left_foot"):
            assert now[foot][0] == pytest.approx(start[foot][0], abs=1e-6)
            lifted[foot] = max(lifted[foot], start[foot][1] - now[foot][1])
        both = [start[foot][1] - now[foot][1] > 1e-3 for foot in lifted]
        assert not all(both)
    assert min(lifted.values()) > 0.01


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("gives the letter", "letter", ""), ("takes the letter", "", "letter"),
        ("picks up the cup", "lies", "cup"), ("puts down the cup", "cup", "lies"),
    ],
)  # fmt: skip
def test_things_change_hands_at_the_middle_of_the_beat(words: str, before: str, after: str) -> None:
    performance = Performance(beats=((10, 40, words),), rest=-0.42)
    at = round(changed((10, 40, words), FPS))

    def state(frame: int) -> str:
        thing = held(ADA, performance, frame, FPS)
        return "" if thing is None else "lies" if thing.lies else thing.kind

    assert state(0) == state(at - 1) == before
    assert state(at) == state(90) == after


@pytest.mark.parametrize("rest", [0.0, -0.42])
def test_a_hand_is_at_the_thing_when_it_takes_it(rest: float) -> None:
    words = "picks up the box"
    performance = Performance(beats=((10, 40, words),), rest=rest)
    at = round(changed((10, 40, words), FPS))

    def box(posed: Figure) -> tuple[float, float]:
        points = next(p.points for p in posed.parts if p.name == "prop")
        return float(points[:, 0].mean()), float(points[:, 1].mean())

    lying = box(figure(ADA, performance, at - 1, FPS))
    taken = box(figure(ADA, performance, at, FPS))
    assert math.dist(lying, taken) < 0.1


def test_what_lies_stays_where_it_is_while_people_walk() -> None:
    performance = Performance(
        beats=((0, 30, "walk"), (40, 40, "picks up the box")),
        legs=((0, 30, -1.0, 0.0, "walk"),), walk_from=-1.0, walk_to=0.0,
    )  # fmt: skip
    places = []
    for frame in (0, 10, 25, 45):
        parts = figure(ADA, performance, frame, FPS).parts
        places.append(float(next(p.points[:, 0].mean() for p in parts if p.name == "prop")))
    assert max(places) - min(places) < 0.01
    assert places[0] > 0.1


def test_a_cup_comes_to_the_mouth() -> None:
    performance = Performance(beats=((0, 72, "drinks"),))
    near = [
        math.dist(posed.joints["near_hand"], posed.joints["mouth"])
        for posed in (figure(ADA, performance, frame, FPS) for frame in range(72))
    ]
    assert min(near) < 0.11
    assert near[0] > 0.2
    assert near[-1] > 0.2


def test_readers_eyes_run_along_the_lines() -> None:
    eyes = [pose_of(ADA, Performance(action="read"), frame, FPS).gaze for frame in range(96)]
    across = [x for x, _ in eyes]
    assert max(across) - min(across) > 0.9
    assert all(y > 0.3 for _, y in eyes)
    back = [b - a for a, b in itertools.pairwise(across)]
    assert min(back) < -0.2
    assert sum(step > 0 for step in back) > 2 * sum(step < 0 for step in back)


def test_meetings_bring_two_hands_together() -> None:
    giver = Performance(
        beats=((10, 50, "gives the letter"),), x=-0.27, meetings=((34, -0.04, -0.6),)
    )
    taker = Performance(
        beats=((10, 50, "takes the letter"),), x=0.27, facing=-1.0, meetings=((34, 0.04, -0.6),)
    )
    one, other = joints(giver, 34)["near_hand"], joints(taker, 34)["near_hand"]
    assert (one[0] - 0.27, one[1]) == pytest.approx((-0.04, -0.6), abs=0.01)
    assert (other[0] + 0.27, other[1]) == pytest.approx((0.04, -0.6), abs=0.01)


def test_eyes_go_to_true_places_and_the_head_follows() -> None:
    def looking(x: float, y: float, z: float) -> tuple[float, float, float]:
        seen = aim(Performance(looks=((0, x, y, z),)), 40, (0.0, -0.9), 1.0, 0.47)
        return seen.eye_x, seen.eye_y, seen.turn

    ahead, lens, behind = looking(1, -0.9, 0), looking(0, -0.9, -1000), looking(-1, -0.9, 0)
    assert ahead[0] > 0.3
    assert lens[2] < -0.2
    assert abs(lens[0]) < 0.35
    assert behind[2] < -0.9
    assert looking(0.6, -0.6, 0)[1] > 0.3
    assert looking(0.6, -1.4, 0)[1] < -0.3


def test_a_change_of_look_is_quick_for_eyes_and_slower_for_the_head() -> None:
    looks = ((0, 1.0, -0.9, 0.0), (20, -1.0, -0.9, 0.0))
    seen = [aim(Performance(looks=looks), f, (0.0, -0.9), 1.0, 0.47) for f in range(40)]
    assert seen[18].turn == pytest.approx(seen[0].turn)
    assert seen[20].eye_x < seen[18].eye_x - 0.2
    assert abs(seen[20].turn - seen[18].turn) < 0.1
    assert next(f for f in range(20, 40) if abs(seen[f].turn - seen[39].turn) < 0.05) >= 24
    assert any(look.blink > 0.5 for look in seen)


def test_a_feeling_shows_in_the_posture_by_its_strength() -> None:
    def shoulders(emotion: str, strength: float) -> float:
        return joints(Performance(emotion=emotion, strength=strength), 9)["near_shoulder"][1]

    calm = shoulders("neutral", 1.0)
    assert shoulders("sad", 1.0) > shoulders("sad", 0.3) > calm
    assert shoulders("afraid", 1.0) < shoulders("afraid", 0.3)


def test_someone_who_only_listens_shifts_their_weight_and_breathes() -> None:
    hips = [joints(Performance(action="listen"), frame)["hip"][0] for frame in range(0, 480, 6)]
    assert max(hips) - min(hips) > 0.012
    shoulders = [joints(Performance(), f)["near_shoulder"][1] for f in range(0, 120, 4)]
    assert max(shoulders) - min(shoulders) > 0.003


def test_a_louder_vowel_opens_wider_and_silence_shuts() -> None:
    speech = ((0, 24, (("ˈɑː", 0.0, 1.0),)),)
    levels = (tuple([0.3] * 8 + [1.0] * 8 + [0.0] * 8),)
    soft, loud, none = (mouth_at(speech, frame, FPS, levels).open for frame in (4, 12, 20))
    assert none == 0.0
    assert 0.1 < soft < 0.6 * loud


@pytest.mark.parametrize("look", [DOG, CROW], ids=["dog", "crow"])
@pytest.mark.parametrize("action", TWENTY)
def test_animals_play_every_beat_in_their_way(look: object, action: str) -> None:
    performance = Performance(beats=((4, 20, action),), legs=((4, 20, 0.0, 0.6, "walk"),))
    assert figure(look, performance, 12, FPS).parts  # type: ignore[arg-type]

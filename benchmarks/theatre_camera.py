"""Does the theatre's camera do what its words say? Sizes by id mask, moves by optical flow.

    python -m benchmarks.theatre_camera

Sizes: every rung, over adults, children, hats, the seated and a bird, in five aspects; the height
of the body (wide sizes) or of the head (close ones) in the finished picture must lie in its band,
and the face must be inside. Moves: each is filmed in an empty street without weather, grain or
time, tracked, and named by someone who does not know it (theatre_flow.py). Offenders go to stderr.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import numpy as np

from benchmarks.theatre_flow import filmed, named
from memory.film import Character, Film, Location, Mark, Movement, Scene, Shot
from memory.vocabulary import Angle, MoveType, Size, Speed
from tools.theatre import puppet as puppets
from tools.theatre.camera import Track
from tools.theatre.geometry import Plate
from tools.theatre.measure import measure
from tools.theatre.sizes import BODY_BANDS, HEAD_BANDS
from tools.theatre.spec import ShotSpec
from tools.theatre.staging import stage
from tools.theatre.turn import turned

HEIGHT = 216
ASPECTS = {"16:9": 16 / 9, "2.39": 2.39, "4:3": 4 / 3, "1:1": 1.0, "9:16": 9 / 16}
CAST = {
    "adult": Character(id="adult", name="Mara", hair="short black hair"),
    "child": Character(id="child", name="Pia", age=7, appearance="a girl of seven"),
    "hat": Character(id="hat", name="Otto", wardrobe={"hat": "tall top hat"}),
    "seated": Character(id="seated", name="Theo", hair="grey hair, beard"),
    "bird": Character(id="bird", name="Crow", kind="animal", appearance="a black crow"),
}
NARROW_HEADS = {"CU": (0.40, 0.80), "BCU": (0.55, 1.40), "MCU": (0.34, 0.62), "MWS": (0.20, 0.34)}
"""Upright frames are filled by a face's width before its height."""

SMALL_HEADS = ("bird",)
"""Who has no person's proportions: only wide sizes and the close-up have bands for them."""

EXPECTED = {
    "track": "truck_right",
    "whip_pan": "whip_pan_right",
    "crash_zoom": "crash_zoom_in",
    "dolly_zoom": "dolly_zoom",
    "rack_focus": "rack_focus",
}
"""What a move looks like where its name is not its direction."""


def a_film(shot: Shot, aspect: float, who: tuple[str, ...]) -> Film:
    """A film of one shot in a street, the seated one on a seat."""
    marks = tuple(
        Mark(who=name, x=0.6 * k - 0.3 * (len(who) - 1), seated=name == "seated")
        for k, name in enumerate(who)
    )
    return Film(
        id="camera-check",
        width=max(64, round(HEIGHT * aspect / 8) * 8),
        height=HEIGHT,
        characters=CAST,
        locations={"street": Location(id="street", name="City street")},
        scenes={"sc": Scene(id="sc", slug="EXT. STREET", location="street", marks=marks)},
        order=("sh",),
        shots={"sh": shot},
    )


def a_spec(aspect: float, who: tuple[str, ...], **fields: object) -> ShotSpec:
    """The staged shot of these people."""
    shot = Shot(id="sh", scene="sc", subjects=who, **fields)  # type: ignore[arg-type]
    return stage(a_film(shot, aspect, who), "sh")


def mask_of(spec: ShotSpec, frame: int) -> Plate:
    """Who covers each pixel of the finished picture, without painting the place."""
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    view, mask = track.at(frame), np.zeros((spec.height, spec.width), np.uint8)
    for number, actor in enumerate(spec.actors, start=1):
        puppet = puppets.enlist(actor, spec.frames)
        puppets.mark(mask, puppet, puppet.pose(frame, spec.rate), view, spec.size, number)
    return turned(mask, view.roll, track, sharp=True) if track.bends else mask


def head_of(spec: ShotSpec, number: int, frame: int) -> tuple[float, float, float]:
    """The first actor's head in the finished picture: its height, top and middle across, shares."""
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    who = measure(spec.actors[number], spec.frames)
    top, chin = (who.middle + side * 0.5 * who.head for side in (-1, 1))
    x, low = track.seen(frame, (who.head_x, chin, who.z), spec.size)
    _, high = track.seen(frame, (who.head_x, top, who.z), spec.size)
    return (low - high) / spec.height, high / spec.height, x / spec.width


def size_offence(size: str, who: str, aspect: str) -> str:
    """What is wrong with this framing; empty when nothing is."""
    spec = a_spec(ASPECTS[aspect], (who,), size=Size(size), stop=8.0)
    head, top, across = head_of(spec, 0, 24)
    if size in BODY_BANDS:
        low, high = BODY_BANDS[size]
        rows = np.nonzero(mask_of(spec, 24).any(1))[0]
        share = (rows[-1] - rows[0] + 1) / spec.height if rows.size else 0.0
        if who == "seated" and size != "FS":
            low *= 0.7  # sitting is lower than standing, which is what the size is of
        inside = rows.size > 0 and rows[0] > 0 and rows[-1] < spec.height - 1
        return "" if low <= share <= high and inside else f"body {share:.2f}, inside {inside}"
    if who in SMALL_HEADS and size != "CU":
        return ""
    bands = {**HEAD_BANDS, **(NARROW_HEADS if aspect == "9:16" else {})}
    low, high = bands[size]
    chin = top + head
    inside = (chin < 1.0 and (top + 0.2 * head) > 0.0) or size == "ECU"
    fits = inside and 0.1 < across < 0.9
    return "" if low <= head <= high and fits else f"head {head:.2f} top {top:.2f} at {across:.2f}"


def size_offences() -> tuple[int, list[str]]:
    """How many framings were measured, and those out of their band."""
    found, cases = [], 0
    for who in CAST:
        for aspect in ASPECTS:
            for size in (*BODY_BANDS, *HEAD_BANDS):
                cases += 1
                wrong = size_offence(size, who, aspect)
                if wrong:
                    found.append(f"{size} of {who} in {aspect}: {wrong}")
    return cases, found


def seen_offences() -> tuple[int, list[str]]:
    """Groups, sizes and angles in which someone asked in is not to be seen."""
    found, cases = [], 0
    groups = (("adult", "seated"), ("adult", "child", "hat"), ("adult", "bird"), tuple(CAST))
    for who in groups:
        for aspect in ("16:9", "9:16"):
            for size in (*BODY_BANDS, *HEAD_BANDS):
                for angle in (Angle.EYE, Angle.LOW, Angle.HIGH, Angle.OVERHEAD, Angle.WORM):
                    cases += 1
                    spec = a_spec(ASPECTS[aspect], who, size=Size(size), angle=angle)
                    lost = len(who) - len(set(np.unique(mask_of(spec, 24))) - {0})
                    if lost:
                        found.append(f"{size} {angle.value} of {len(who)} in {aspect}: {lost} lost")
    return cases, found


def move_offences() -> tuple[int, list[str]]:
    """How many moves were filmed, and those that look like another."""
    found = []
    for move in MoveType:
        # A wide lens at a middling stop holds everything sharp: a pull shows on a long, open one.
        lens = {"lens_mm": 100, "stop": 1.4} if move is MoveType.RACK_FOCUS else {}
        movement = Movement(type=move, speed=Speed.MEDIUM)
        spec = a_spec(16 / 9, (), size=Size.WS, movement=movement, **lens)
        told = named(filmed(replace(spec, width=480, height=272)))
        if told != EXPECTED.get(move.value, move.value):
            found.append(f"{move.value} looks like {told}")
    return len(MoveType), found


def checks() -> dict[str, float | bool]:
    """Shares of what is as it should be: sizes in band, people in sight, moves recovered."""
    out: dict[str, float | bool] = {}
    for key, measured in (
        ("size_bands", size_offences),
        ("asked_in_seen", seen_offences),
        ("moves_recovered", move_offences),
    ):
        cases, wrong = measured()
        for line in wrong:
            sys.stderr.write(f"{key}: {line}\n")
        out[key] = round(1 - len(wrong) / cases, 4)
        out[f"{key}_ok"] = not wrong
    return out


if __name__ == "__main__":
    sys.stdout.write(json.dumps(checks(), indent=2) + "\n")

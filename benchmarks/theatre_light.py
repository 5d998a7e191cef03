"""Light, air and grade measured on stills: hours in order, "darker", a coat's hue, weather seen.

    python -m benchmarks.theatre_light

"Darker" is one step of the note (brightness - 0.12) on 24 different shots; the gate is
tools/theatre/quality.py. Hours are compared by mean luma over four places, midnight to day.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from tools.theatre import shot
from tools.theatre.cast.look import look_of
from tools.theatre.framing import Subject, frame_subject
from tools.theatre.geometry import Plate
from tools.theatre.quality import Darkening, compare
from tools.theatre.spec import ActorSpec, LightSpec, SetSpec, ShotSpec
from tools.theatre.stage import Stage
from tools.theatre.weather import seen_through

SIZE = (480, 272)
ASPECT = SIZE[0] / SIZE[1]
STEP = 0.12
"""What one "darker" takes off the brightness."""

HOURS = ("midnight", "night", "evening", "dusk", "dawn", "golden", "day")
"""From dark to light; sunset lies beside dusk and dawn, morning, afternoon and noon beside day."""

KITCHEN = SetSpec("room", "kitchen", 5, True, pieces=("table",))
CABIN = SetSpec("room", "cabin", 8, True, pieces=("table",))
OFFICE = SetSpec("office", "office", 5, True)
HALL = SetSpec("corridor", "security", 5, True)
STREET = SetSpec("street", "street", 5, False)
FOREST = SetSpec("nature", "forest", 5, False)
PIER = SetSpec("shore", "pier", 5, False)

Case = tuple[str, SetSpec, int, dict[str, Any]]

CASES: tuple[Case, ...] = (
    ("MWS", KITCHEN, 2, {"time": "night", "practicals": ("lamp",), "color_temp_k": 3200}),
    ("MCU", KITCHEN, 1, {"time": "night", "style": "candlelight", "practicals": ("candle",)}),
    ("MS", KITCHEN, 2, {"time": "morning"}),
    ("WS", KITCHEN, 1, {"time": "golden", "key_dir": "back"}),
    ("MS", CABIN, 2, {"time": "night", "weather": "rain", "color_temp_k": 3200}),
    ("CU", CABIN, 1, {"time": "evening", "style": "low-key", "contrast": 0.8}),
    ("MWS", CABIN, 1, {"time": "dusk", "style": "firelight", "practicals": ("fire",)}),
    ("MS", OFFICE, 2, {"time": "day"}),
    ("FS", OFFICE, 1, {"time": "night", "style": "noir"}),
    ("MCU", OFFICE, 1, {"time": "afternoon", "style": "high-key"}),
    ("WS", HALL, 1, {"time": "night", "key_dir": "top"}),
    ("MS", HALL, 2, {"time": "day", "contrast": 0.2}),
    ("EWS", STREET, 0, {"time": "night"}),
    ("FS", STREET, 1, {"time": "night", "practicals": ("pink neon sign",), "style": "neon"}),
    ("FS", STREET, 1, {"time": "dusk", "weather": "rain"}),
    ("MS", STREET, 2, {"time": "day", "weather": "snow"}),
    ("WS", STREET, 1, {"time": "midnight", "weather": "fog"}),
    ("FS", FOREST, 1, {"time": "night", "style": "moonlight"}),
    ("MS", FOREST, 1, {"time": "sunset", "style": "silhouette"}),
    ("WS", FOREST, 1, {"time": "morning", "style": "god rays"}),
    ("EWS", PIER, 1, {"time": "dusk", "weather": "rain"}),
    ("MS", PIER, 1, {"time": "golden", "style": "silhouette"}),
    ("WS", PIER, 1, {"time": "day", "weather": "snow"}),
    ("FS", PIER, 1, {"time": "evening", "weather": "storm"}),
)
"""Twenty-four different shots: night, lamps, snow, silhouettes, every kind of weather and style."""


def a_shot(
    size: str, place: SetSpec, people: int, picture: tuple[int, int] = SIZE, **light: Any
) -> ShotSpec:
    """One static shot of a known place and known people."""
    spread = 0.32 if people == 2 else 0.0
    camera = frame_subject(Subject(spread=spread), size, "eye", 35, ASPECT)
    coats = ("yellow oilskin coat", "red wool coat")
    actors = tuple(
        ActorSpec(
            f"actor {k}",
            x=(spread if k == 0 else -spread) if people == 2 else 0.0,
            facing=-1.0 if k == 0 and people == 2 else 1.0,
            look=json.loads(
                look_of({"name": f"actor {k}", "wardrobe": {"coat": coats[k]}}, 1).to_json()
            ),
        )
        for k in range(people)
    )
    width, height = picture
    spec = ShotSpec(width=width, height=height, frames=48, seed=7, camera=camera, place=place)
    return replace(spec, light=LightSpec(grain=0.0, **light), actors=actors)


def luma(spec: ShotSpec, frame: int = 8) -> float:
    """Mean luma of a frame, 0..255."""
    return float(cv2.cvtColor(shot.still(spec, frame), cv2.COLOR_BGR2GRAY).mean())


def hours() -> dict[str, float]:
    """Mean luma by hour over four places."""
    places = (KITCHEN, STREET, FOREST, PIER)
    return {
        hour: float(np.mean([luma(a_shot("WS", place, 0, time=hour)) for place in places]))
        for hour in HOURS
    }


def darkenings() -> Iterator[tuple[Case, Darkening]]:
    """Each case and how one step darker changed it."""
    for case in CASES:
        size, place, people, light = case
        before = a_shot(size, place, people, **light)
        after = replace(before, light=replace(before.light, brightness=0.5 - STEP))
        yield case, compare(shot.still(before, 8), shot.still(after, 8))


def hue_errors() -> dict[str, float]:
    """Degrees of Lab hue between a locked yellow coat's own colour and its picture, by light."""
    lights: dict[str, tuple[SetSpec, dict[str, Any]]] = {
        "lamp": (KITCHEN, {"time": "night", "practicals": ("lamp",), "color_temp_k": 3200}),
        "dusk": (PIER, {"time": "dusk"}),
        "night": (STREET, {"time": "night"}),
        "day": (STREET, {"time": "day"}),
        "golden": (FOREST, {"time": "golden"}),
    }
    return {
        name: _hue_error(a_shot("MS", place, 1, **light)) for name, (place, light) in lights.items()
    }


def _hue_error(spec: ShotSpec) -> float:
    picture, flat = shot.still(spec, 8), shot.albedo(spec, 8)
    own, counts = np.unique(flat.reshape(-1, 3), axis=0, return_counts=True)
    yellow = (own[:, 2] > 170) & (own[:, 1] > 120) & (own[:, 0] < 90)
    coat = own[np.argmax(counts * yellow)]
    mask = cv2.erode((flat == coat).all(2).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    seen, true = _hue(picture[mask]), _hue(coat[None])
    return abs((seen - true + 180) % 360 - 180)


def _hue(pixels: Plate) -> float:
    lab = cv2.cvtColor((pixels[None].astype(np.float32) / 255), cv2.COLOR_BGR2LAB)[0]
    return float(np.degrees(np.arctan2(lab[:, 2].mean(), lab[:, 1].mean())))


def window_change(weather: str) -> tuple[float, float]:
    """Mean change between two frames inside the window's panes, and of the room around them."""
    spec = a_shot("WS", CABIN, 0, time="day", weather=weather)
    stage = Stage(spec)
    first, second = (shot.still(spec, n).astype(int) for n in (8, 20))
    pane = stage.scenery.panes[0]
    from tools.theatre.engine import Frame

    clip = seen_through(Frame(SIZE), pane, stage.track.at(8))
    if clip is None:
        return 0.0, 0.0
    moved = np.abs(first - second).mean(2)
    inside = np.zeros(moved.shape, bool)
    inside[clip[1] : clip[3], clip[0] : clip[2]] = True
    return float(moved[inside].mean()), float(moved[~inside].mean())


def flashes() -> list[int]:
    """Lengths in frames of the flashes in three seconds of storm, seen as a jump of mean luma."""
    spec = a_shot("WS", PIER, 0, (320, 180), time="night", weather="storm")
    spec = replace(spec, frames=72)
    levels = np.array([_mean(frame) for frame in shot.render(spec, 0, 72)])
    bright = levels > 1.12 * np.median(levels)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], bright.astype(int), [0]])))
    return [int(b - a) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _mean(planes: Plate) -> float:
    return float(planes[: planes.shape[0] * 2 // 3].mean())


def checks() -> dict[str, float | bool]:
    """Every figure of light, one key each."""
    levels = hours()
    order = [levels[hour] for hour in HOURS]
    gates = list(darkenings())
    errors, seen = hue_errors(), flashes()
    windows = {kind: window_change(kind) for kind in ("rain", "snow", "drizzle")}
    return {
        "luma_ordered": order == sorted(order),
        **{f"luma_{hour}": round(level, 1) for hour, level in levels.items()},
        "darker_gate": round(sum(change.darker for _, change in gates) / len(gates), 3),
        "hue_error_deg": round(errors["lamp"], 1),
        "hue_error_deg_worst": round(max(errors.values()), 1),
        "windows_show_weather": all(a > 0.4 and a > 4 * b for a, b in windows.values()),
        "window_change_rain": round(windows["rain"][0], 2),
        "lightning_seen": bool(seen) and all(2 <= length <= 5 for length in seen),
        "lightning_flashes": float(len(seen)),
    }


if __name__ == "__main__":
    for told, change in darkenings():
        if not change.darker:
            sys.stderr.write(f"{told}: {change}\n")
    sys.stderr.write(f"{hue_errors()} {flashes()}\n")
    sys.stdout.write(json.dumps(checks(), indent=2) + "\n")

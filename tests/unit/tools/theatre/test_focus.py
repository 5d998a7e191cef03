"""Depth of field by stop and lens, and a rack focus that is one."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from benchmarks.theatre_camera import a_spec
from memory.film import Movement
from memory.vocabulary import MoveType, Size
from tests.unit.tools.theatre.stages import a_place, a_shot
from tools.theatre.focus import circle_mm, softness
from tools.theatre.geometry import Plate
from tools.theatre.shot import still
from tools.theatre.spec import ShotSpec


def test_the_circle_is_the_thin_lens_own() -> None:
    # 50 mm at f/2 focused at 2 m, a point at 4 m: 25 * (2/4) * 50 / 1950 mm
    assert circle_mm(50, 2.0, 2000 / 1750, 4000 / 1750) == pytest.approx(0.3205, abs=1e-3)
    assert circle_mm(50, 2.0, 1.0, 1.0) == 0.0


def test_a_wider_stop_and_a_longer_lens_are_softer() -> None:
    at = (1.0, 4.0, 16 / 9)
    assert softness(50, 2.0, *at) > softness(50, 4.0, *at) > softness(50, 11.0, *at)
    assert softness(85, 4.0, *at) > softness(35, 4.0, *at)
    assert softness(18, 22.0, 4.0, 6.0, 16 / 9) == 0.0


def sharpness(picture: Plate, box: tuple[float, float, float, float]) -> float:
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = box
    part = picture[int(y0 * height) : int(y1 * height), int(x0 * width) : int(x1 * width)]
    grey = cv2.cvtColor(part, cv2.COLOR_BGR2GRAY).astype(np.float32)
    return float(np.abs(cv2.Laplacian(grey, cv2.CV_32F)).mean())


def racked() -> ShotSpec:
    spec = a_shot("MCU", a_place("street"), people=1, lens=50, picture=(320, 180))
    return replace(
        spec, camera=replace(spec.camera, move="rack", stop=1.4, focus_z=0.0, focus_to=6.0)
    )


def test_a_rack_focus_softens_the_subject_and_sharpens_the_place() -> None:
    spec = racked()
    first, last = still(spec, 0), still(spec, 47)
    face, place = (0.38, 0.15, 0.58, 0.5), (0.74, 0.0, 1.0, 0.6)
    assert sharpness(last, face) < 0.7 * sharpness(first, face)
    assert sharpness(last, place) > 1.2 * sharpness(first, place)


def test_frames_of_a_rack_do_not_depend_on_their_order() -> None:
    spec = racked()
    forward = [still(spec, k) for k in (0, 24, 47)]
    backward = [still(spec, k) for k in (47, 24, 0)][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(forward, backward, strict=True))


def test_a_rack_between_two_who_stand_level_moves_one_deeper() -> None:
    rack = Movement(type=MoveType.RACK_FOCUS)
    spec = a_spec(
        16 / 9, ("adult", "hat"), size=Size.MCU, movement=rack, focus="Mara", focus_to="Otto"
    )
    assert spec.camera.move == "rack"
    assert spec.camera.focus_to is not None
    assert spec.camera.focus_to > 0.5
    assert next(a for a in spec.actors if a.name == "Otto").z == pytest.approx(spec.camera.focus_to)
    assert ShotSpec.from_json(spec.to_json()).to_json() == spec.to_json()

"""Camera moves: parallax where the camera travels, none where it turns or zooms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.tools.theatre.stages import a_shot
from tools.theatre.camera import Track
from tools.theatre.spec import CameraSpec

SIZE = (1280, 720)
NEAR, FAR = 0.4, 6.0


def track(move: str, speed: str = "medium", **changes: float) -> Track:
    camera = CameraSpec(move=move, speed=speed, y=-0.85)
    return Track(replace(camera, **changes), 72, 24.0, 16 / 9, 3)  # type: ignore[arg-type]


def moved(move: str, z: float, x: float = 0.0, y: float = -0.5) -> tuple[float, float]:
    made = track(move)
    first, last = (made.at(frame).project(x, y, z, SIZE) for frame in (10, 60))
    return last[0] - first[0], last[1] - first[1]


@pytest.mark.parametrize("move", ["pan_left", "pan_right", "tilt_up", "tilt_down"])
def test_a_rotation_moves_every_depth_alike(move: str) -> None:
    near, far = moved(move, NEAR), moved(move, FAR)
    assert near == pytest.approx(far, abs=1e-6)
    assert max(map(abs, near)) > 20


@pytest.mark.parametrize("move", ["truck_left", "truck_right", "pedestal_up", "pedestal_down"])
def test_a_translation_moves_depths_as_one_over_z(move: str) -> None:
    near, far = moved(move, NEAR), moved(move, FAR)
    axis = 0 if "truck" in move else 1
    assert near[axis] / far[axis] == pytest.approx((FAR + 2.0) / (NEAR + 2.0), rel=1e-3)


@pytest.mark.parametrize(
    ("move", "axis", "sign"),
    [
        ("pan_right", 0, -1), ("pan_left", 0, 1), ("truck_right", 0, -1), ("truck_left", 0, 1),
        ("tilt_up", 1, 1), ("tilt_down", 1, -1), ("crane_up", 1, 1), ("crane_down", 1, -1),
        ("pedestal_up", 1, 1), ("pedestal_down", 1, -1),
    ],
)  # fmt: skip
def test_moves_go_the_way_their_name_says(move: str, axis: int, sign: int) -> None:
    assert moved(move, 1.0)[axis] * sign > 0


def test_a_zoom_scales_all_depths_alike_and_a_dolly_does_not() -> None:
    def gains(move: str) -> tuple[float, float]:
        made = track(move)
        near, far = (made.at(60).scale(z) / made.at(10).scale(z) for z in (NEAR, FAR))
        return near, far

    assert gains("zoom_in")[0] == pytest.approx(gains("zoom_in")[1])
    assert gains("zoom_in")[0] > 1.05
    assert gains("dolly_in")[0] > gains("dolly_in")[1] * 1.03
    assert gains("dolly_out")[0] < 1


def test_a_dolly_keeps_the_head_where_it_was() -> None:
    made = track("dolly_in", aim_y=-0.9)
    first, last = (made.at(frame).project(0.0, -0.9, 0.0, SIZE)[1] for frame in (0, 71))
    assert first == pytest.approx(last, abs=0.5)


def test_static_means_static() -> None:
    made = track("static")
    assert made.at(-20) == made.at(0) == made.at(500)


def test_handles_are_at_rest() -> None:
    made = track("pan_left")
    assert made.at(-24) == made.at(0)
    assert made.at(95) == made.at(71)


def test_a_move_starts_and_settles_softly() -> None:
    made = track("truck_right")
    steps = [made.at(f + 1).x - made.at(f).x for f in range(71)]
    assert all(step >= 0 for step in steps)
    assert steps[0] < 0.3 * max(steps)
    assert steps[-1] < 0.2 * max(steps)


def test_a_longer_lens_flattens_space_and_blurs_what_is_behind() -> None:
    from tools.theatre.scenery import Lens

    def seen(lens: int) -> tuple[float, float]:
        spec = a_shot("MCU", lens=lens, picture=SIZE)
        view = Track(spec.camera, 48, 24.0, spec.aspect, 1).at(0)
        made = Lens((view,), SIZE, (0, 2), 0.0, lens)
        return view.scale(2.0) / view.scale(0.0), made.softness(2.0)

    wide, tele = seen(24), seen(135)
    assert tele[0] > 1.5 * wide[0]
    assert tele[1] > 1.5 * wide[1]

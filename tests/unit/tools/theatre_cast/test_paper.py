"""Paper: bit-equal at every call, clipped at the frame, exact colours on the albedo pass."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tools.theatre.cast.look import look_of
from tools.theatre.cast.paper import Key, Paper, box_of, paper_scale, warm
from tools.theatre.cast.perform import figure
from tools.theatre.cast.performance import Performance

FPS = 24.0
SIDE = 96
GROUND = 0x00404040


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm()


def draw(
    x: float = 48.0, tall: float = 80.0, *, albedo: bool = False, light: float = 1.0, frame: int = 3
) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    look = look_of({"name": "Ada", "wardrobe": "red coat"}, 1)
    posed = figure(look, Performance(), frame, FPS)
    outlines = [p.points * np.float32(tall) + np.array((x, 90), np.float32) for p in posed.parts]
    paper = Paper(
        box_of(outlines, 12), (0.7, -0.5), (light, light, light), (20.0, 40.0, 60.0),
        paper_scale(tall), albedo=albedo, anchor=(x, 90),
    )  # fmt: skip
    for part, points in zip(posed.parts, outlines, strict=True):
        paper.lay(part, points)
    canvas = np.full((SIDE, SIDE), GROUND, np.uint32)
    ids = np.zeros((SIDE, SIDE), np.uint8)
    key = Key(60.0, 40.0, 60.0, 60.0, (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    paper.onto(canvas, key, (60.0, 40.0, 20.0), (2, 0))
    paper.mark(ids, 7)
    return canvas, ids


def test_bit_equal_at_every_call() -> None:
    one, other = draw(), draw()
    assert np.array_equal(one[0], other[0])
    assert np.array_equal(one[1], other[1])


def test_the_puppet_lands_on_the_frame_and_in_the_mask() -> None:
    canvas, ids = draw()
    changed = canvas != GROUND
    assert 300 < int(changed.sum()) < SIDE * SIDE * 0.6
    assert set(np.unique(ids)) == {0, 7}
    assert changed[ids == 7].mean() > 0.98


@pytest.mark.parametrize("x", [-400.0, -10.0, 0.0, 90.0, 96.0, 500.0])
def test_clipped_at_every_edge(x: float) -> None:
    whole, _ = draw()
    canvas, _ = draw(x)
    if abs(x) > 300:
        assert (canvas == GROUND).all()
    assert canvas.shape == whole.shape


def test_close_ups_larger_than_the_frame() -> None:
    canvas, ids = draw(tall=900.0)
    assert canvas.shape == ids.shape


def test_locked_colours_are_equal_on_the_albedo_pass() -> None:
    look = look_of({"name": "Ada", "wardrobe": "red coat"}, 1)
    b, g, r = (int(v + 0.5) for v in look.cloth)
    wanted = b | g << 8 | r << 16
    seen = []
    for light, frame in ((1.0, 3), (0.3, 3), (1.0, 40)):
        canvas, _ = draw(albedo=True, light=light, frame=frame)
        assert int((canvas == wanted).sum()) > 100
        seen.append(canvas)
    assert np.array_equal(seen[0], seen[1])


def test_light_brightens_and_nothing_wraps() -> None:
    dark, ids = draw(light=0.4)
    bright, _ = draw(light=1.0)
    on = ids == 7
    for shift in (0, 8, 16):
        one, other = (((c >> shift) & 255)[on].astype(int) for c in (dark, bright))
        assert other.mean() > one.mean()
    assert int((bright >> 24).max()) == 0


def test_odd_outlines_are_left_out() -> None:
    paper = Paper((0, 0, 20, 20))
    paper.part(np.array([(np.nan, 1), (2, 3), (4, 5)], np.float32), (1.0, 2.0, 3.0))
    paper.part(np.array([(3, 3), (3.2, 3), (3.1, 3.3)], np.float32), (1.0, 2.0, 3.0))
    assert not paper.coverage().any()

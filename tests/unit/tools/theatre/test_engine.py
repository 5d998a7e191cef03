"""The packed frame: cards, planes, hiding and the print."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tools.theatre.camera import View
from tools.theatre.engine import Frame
from tools.theatre.layer import Card, Placed, pack
from tools.theatre.palette import AIRS, air_of
from tools.theatre.post import Print, to_bgr, tone_curve
from tools.theatre.spec import LightSpec

SIZE = (320, 180)


def a_card(
    z: float, alpha: int = 255, tone: tuple[int, int, int] = (40, 90, 160), seed: int = 1
) -> Card:
    noise = cv2.GaussianBlur(np.random.default_rng(seed).random((120, 200, 1)), (0, 0), 3)
    rgb = (np.array(tone, np.float32) + 200 * (noise.reshape(120, 200, 1) - 0.5)).clip(0, 255)
    return Card(
        "card",
        z,
        -2.0,
        -1.2,
        50.0,
        pack(rgb.astype(np.float32), np.full((120, 200), alpha, np.uint8)),
    )


def drawn(cards: list[Card], *, hide: bool = True) -> np.ndarray:
    frame, view = Frame(SIZE), View(0.02, -0.1, -1.5, 1.2)
    placed = [card.place(view, SIZE, 0.0) for card in cards]
    frame.begin(list(placed))
    if not hide:
        frame.first[:] = 0
    for each in placed:
        frame.card(each)
    return frame.pixels.copy()


def bytes_of(packed: np.ndarray) -> np.ndarray:
    return packed.view(np.uint8).reshape(*packed.shape, 4)[..., :3].astype(int)


def test_a_card_lands_where_opencv_would_warp_it() -> None:
    card, view = a_card(0.5), View(0.02, -0.1, -1.5, 1.2)
    k = SIZE[1] * view.scale(0.5) / card.density
    x, y = view.project(card.x, card.y, card.z, SIZE)
    source = card.pixels.view(np.uint8).reshape(120, 200, 4)
    matrix = np.array([[k, 0, x], [0, k, y]])
    wanted = cv2.warpAffine(source, matrix, SIZE, borderMode=cv2.BORDER_REPLICATE)
    found, wanted = bytes_of(drawn([card])), wanted[..., :3].astype(int)
    assert np.abs(found - wanted)[20:160, 20:300].max() <= 12
    assert np.abs(found - wanted)[20:160, 20:300].mean() < 1.5


def test_hiding_changes_no_pixel() -> None:
    cards = [a_card(3.0, seed=2), a_card(1.0, 140, seed=3), a_card(0.5, seed=4)]
    assert np.array_equal(drawn(cards), drawn(cards, hide=False))


def test_a_half_clear_card_mixes_with_what_lies_behind() -> None:
    behind, before = a_card(1.0, tone=(20, 20, 20)), a_card(0.5, 128, (220, 220, 220))
    mean = bytes_of(drawn([behind, before]))[60:120, 100:220].mean()
    assert 95 < mean < 150


def test_a_card_beside_the_picture_is_not_drawn() -> None:
    card = a_card(0.5)
    card.x = 50.0
    placed = card.place(View(0, 0, -1.5, 1.2), SIZE, 0.0)
    assert isinstance(placed, Placed)
    assert not placed.visible


def test_the_print_is_bt709_limited_range() -> None:
    light = LightSpec(grain=0.0)
    printer = Print(SIZE, light, air_of(light))
    printer._table = np.concatenate(
        [np.arange(256, dtype=np.uint32) << np.uint32(8 * i) for i in range(3)]
    )
    printer._vignette = np.full((SIZE[1], SIZE[0]), 256, np.uint16)
    for bgr in ((0, 0, 0), (140, 140, 140), (20, 40, 145), (148, 60, 30), (50, 130, 60)):
        packed = np.full((SIZE[1], SIZE[0]), bgr[0] | bgr[1] << 8 | bgr[2] << 16, np.uint32)
        planes = printer.finish(packed, 3, 1)
        b, g, r = (part / 255 for part in bgr)
        luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
        wanted = (16 + 219 * luma, 128 + 224 * (b - luma) / 1.8556, 128 + 224 * (r - luma) / 1.5748)
        found = (planes[90, 160], planes[200, 40], planes[250, 40])
        assert np.abs(np.array(found, float) - wanted).max() <= 2.0, bgr
        assert np.abs(to_bgr(planes)[90, 160].astype(int) - bgr).max() <= 5


def test_grain_is_on_luma_only_and_within_its_limit() -> None:
    flat = np.full((SIZE[1], SIZE[0]), 0x707070, np.uint32)
    planes = {}
    for grain in (0.0, 1.0):
        light = LightSpec(grain=grain)
        planes[grain] = Print(SIZE, light, air_of(light)).finish(flat, 3, 1).astype(float)
    luma = planes[1.0][:180] - planes[0.0][:180]
    assert 0.8 < luma.std() <= 1.6
    assert np.array_equal(planes[1.0][180:], planes[0.0][180:])


def test_grain_moves_from_frame_to_frame_but_not_between_runs() -> None:
    flat, light = np.full((SIZE[1], SIZE[0]), 0x707070, np.uint32), LightSpec(grain=1.0)
    first = Print(SIZE, light, air_of(light))
    assert not np.array_equal(first.finish(flat, 3, 1), first.finish(flat, 4, 1))
    assert np.array_equal(
        first.finish(flat, 3, 1), Print(SIZE, light, air_of(light)).finish(flat, 3, 1)
    )


@pytest.mark.parametrize("brightness", [0.0, 0.2, 0.38, 0.5, 0.7, 1.0])
def test_every_exposure_keeps_the_order_of_tones(brightness: float) -> None:
    curve = tone_curve(brightness, 0.5)
    assert (np.diff(curve) > -1e-6).all()
    assert curve[20] > 0.004


def test_every_time_of_day_has_a_sky_that_runs_from_horizon_to_top() -> None:
    for air in AIRS.values():
        places = [place for place, _ in air.sky]
        assert (places[0], places[-1]) == (0, 1)
        assert places == sorted(places)


def test_nothing_of_an_earlier_frame_shows_through_a_gap() -> None:
    frame = Frame((64, 32))
    frame.pixels.fill(0x00FFFFFF)

    frame.begin([])

    assert not frame.pixels.any()

"""The print: exposure, contrast, colour temperature, bloom, vignette, grain, BT.709 I420.

Knows no scene.
"""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np

from tools.theatre.geometry import Plate
from tools.theatre.kelvin import gains
from tools.theatre.kernels_post import finish, quarter
from tools.theatre.mood import mood_of
from tools.theatre.palette import Air
from tools.theatre.spec import LightSpec
from tools.theatre.storm import lit_up

BLACK = 0.040
"""Share of the scale under which the print is black."""

BLOOM_FROM = 158
GRAIN_MOST = 1.5
"""Standard deviation of the grain at grain = 1, in 8-bit luma; more costs the encoder dearly."""
GRAIN_ROOM = 128


def tone_curve(brightness: float, contrast: float) -> Plate:
    """Neutral at .5: 256 values 0..1 -> 0..1.

    Darker keeps the highlights and never crushes the shadows.
    """
    x = np.linspace(0, 1, 256)
    stops = (0.5 - min(1.0, max(0.0, brightness))) / 0.12
    gamma, gain = math.exp(0.24 * stops), math.exp(-0.185 * max(0.0, stops))
    y = gain * x**gamma
    # A toe: the darker the print, the more the deepest tones are held above black.
    toe = 0.021 * min(1.6, max(0.0, stops))
    y = toe + y * (gain - toe) / gain
    push = 0.30 * (min(1.0, max(0.0, contrast)) - 0.5)
    return np.asarray(y + push * (y - 0.42) * (1 - np.abs(2 * y - 1)), np.float64)


def tone_table(light: LightSpec, air: Air) -> Plate:
    """Three packed 256-entry tables (blue, green, red) for a shot; uint32 (768,)."""
    curve = tone_curve(light.brightness, light.contrast)
    temperature = gains(light.color_temp_k)
    x = curve
    # A dark print takes less black away, or its shadows would hold nothing.
    deep = min(1.0, max(0.0, (0.5 - light.brightness) / 0.2))
    tables = []
    for i in range(3):
        y = x * air.gain[i] * temperature[i] + air.lift[i] * (1 - x)
        y = (y - BLACK * (1 - deep)) / (1 - BLACK * (1 - deep))
        y = y + air.contrast * (y - 0.40) * (1 - np.abs(2 * y - 1))
        tables.append(np.clip(np.round(y * 255), 0, 255).astype(np.uint32) << np.uint32(8 * i))
    return np.concatenate(tables)


@lru_cache(maxsize=8)
def _vignette(size: tuple[int, int], strength: float) -> Plate:
    w, h = size
    x = (np.arange(w, dtype=np.float32)[None] + 0.5 - w / 2) / (w * 0.64)
    y = (np.arange(h, dtype=np.float32)[:, None] + 0.5 - h / 2) / (h * 0.84)
    away = np.clip(np.hypot(x, y) - 0.34, 0, 1) ** 1.5
    return np.asarray(((1 - strength * away) * 256).clip(0, 256), np.uint16)


@lru_cache(maxsize=4)
def _grain(size: tuple[int, int], sigma: float) -> Plate:
    w, h = size
    shape = (h + GRAIN_ROOM, w + GRAIN_ROOM)
    if sigma <= 0:
        return np.full(shape, 128, np.uint8)
    noise = np.random.default_rng(709).normal(0, 1, shape).astype(np.float32)
    soft = cv2.GaussianBlur(noise, (0, 0), 0.7)
    return np.asarray(np.clip(np.round(128 + soft / soft.std() * sigma), 0, 255), np.uint8)


def _side(sigma: float) -> tuple[int, int]:
    """Size of a stack blur as wide as a Gaussian of sigma pixels, and several times faster."""
    side = 2 * max(1, round(-1 + math.sqrt(1 + 6 * sigma * sigma))) + 1
    return (side, side)


class Print:
    """Finishes packed frames into one reused I420 buffer of (height * 3 // 2, width) uint8."""

    def __init__(self, size: tuple[int, int], light: LightSpec, air: Air) -> None:
        width, height = size
        self.size = size
        self._table = tone_table(light, air)
        self._vignette = _vignette(size, 0.60)
        self._grain = _grain(size, GRAIN_MOST * min(1.0, max(0.0, light.grain)) ** 0.5)
        # A darker print drives the channels apart: without this every dim face turns orange.
        dim = math.exp(-0.13 * max(0.0, (0.5 - light.brightness) / 0.2))
        level = 0.25 + 1.5 * min(1.0, max(0.0, light.saturation))
        self._saturation = round(256 * level * dim * mood_of(light.style).saturation)
        self._bloom, self._halo = 0.50, 0.34
        self._scratch = np.zeros((5, width + 8), np.uint32)
        self._small = np.zeros((height // 4, width // 4), np.uint32)
        self._sums = (np.zeros(width, np.uint32), np.zeros(width, np.uint32))

    def finish(self, frame: Plate, number: int, seed: int, flash: float = 0.0) -> Plate:
        """One packed frame to I420; the grain's place depends on the frame's number alone.

        `flash` is the strength of lightning, 0..1.
        """
        width, height = self.size
        out = np.empty((height * 3 // 2, width), np.uint8)
        flat, area = out.reshape(-1), width * height
        u = flat[area : area * 5 // 4].reshape(height // 2, width // 2)
        v = flat[area * 5 // 4 :].reshape(height // 2, width // 2)
        offset = np.random.default_rng((seed % 2**32, number % 2**32)).integers(0, GRAIN_ROOM, 2)
        table = lit_up(self._table, flash) if flash > 0 else self._table
        tone = (table, self._vignette, self._grain, offset, self._saturation)
        finish(frame, self._shining(frame), *tone, out[:height], u, v, self._scratch)
        return out

    def _shining(self, frame: Plate) -> Plate:
        quarter(frame, self._small, BLOOM_FROM, *self._sums)
        width, height = self.size
        bytes_ = self._small.view(np.uint8).reshape(*self._small.shape, 4)
        eighth = (max(2, width // 8), max(2, -(-height // 8)))
        soft = cv2.resize(bytes_, eighth, interpolation=cv2.INTER_AREA)
        soft = cv2.stackBlur(soft, _side(3.2 * width / 1280))
        # Two lobes: a tight glow, and a wide halo as of light spread in the lens.
        tiny = cv2.resize(soft, (eighth[0] // 2, eighth[1] // 2), interpolation=cv2.INTER_AREA)
        wide = cv2.stackBlur(tiny, _side(6.5 * width / 1280))
        wide = cv2.resize(wide, eighth, interpolation=cv2.INTER_LINEAR)
        soft = cv2.addWeighted(soft, self._bloom, wide, self._halo, 0)
        soft[..., 3] = 0
        return np.ascontiguousarray(soft).view(np.uint32)[..., 0]


def to_bgr(planes: Plate) -> Plate:
    """BT.709 limited-range I420 (height * 3 // 2, width) to BGR (height, width, 3) uint8."""
    width, height = planes.shape[1], planes.shape[0] * 2 // 3
    area, flat = width * height, planes.reshape(-1)
    y = (planes[:height].astype(np.float32) - 16) * np.float32(255 / 219)
    half = (height // 2, width // 2)
    u = flat[area : area * 5 // 4].reshape(half).astype(np.float32) - 128
    v = flat[area * 5 // 4 :].reshape(half).astype(np.float32) - 128
    u, v = (
        cv2.resize(part * np.float32(255 / 224), (width, height), interpolation=cv2.INTER_LINEAR)
        for part in (u, v)
    )
    bgr = np.stack([y + 1.8556 * u, y - 0.1873 * u - 0.4681 * v, y + 1.5748 * v], 2)
    return np.clip(np.round(bgr), 0, 255).astype(np.uint8)

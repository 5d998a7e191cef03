"""The hours of the day as colours: sky, sun or moon, ambient, key and windows. A table, no rules.

From dark to light the hours stand: midnight, night, evening (the blue hour), dusk, sunset, dawn,
golden, then morning, afternoon, day and noon; the order of mean luma is tested and measured.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sin

from tools.theatre.geometry import Colour, colour

Stops = tuple[tuple[float, Colour], ...]


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light one can see: a bulb, a flame, a lit window or a screen.

    World place, reach in world units.
    """

    x: float
    y: float
    z: float
    tone: Colour
    reach: float = 1.0
    gain: float = 1.0
    core: float = 0.03
    halo: float = 0.35
    flicker: float = 0.03
    glow: float = 0.5

    def level(self, seconds: float) -> float:
        """Brightness about 1 at a time; every lamp has its own rhythm."""
        phase = (self.x * 7.31 + self.z * 3.77) % 6.283
        wave = 0.62 * sin(seconds * 8.3 + phase) + 0.38 * sin(seconds * 19.7 + 2.1 * phase)
        return 1.0 - self.flicker * (0.5 - 0.5 * wave)


@dataclass(frozen=True, slots=True)
class Air:
    """Light and weather of a shot.

    Colours BGR 0..255, factors about 1, densities per world unit.
    """

    sky: Stops
    """From the horizon (0) to the top of the sky (1)."""
    cloud_dark: Colour
    cloud_lit: Colour
    sun: tuple[float, float]
    """Where the sun or moon stands: (x, elevation) as tangents."""
    sun_tone: Colour
    sun_gain: float
    ambient: Colour
    key: Colour
    """Tint and strength of the direct light on paper, factors."""
    rim: Colour
    fog: Colour
    ambient_in: Colour
    """Ambient factor inside a building."""
    window: Colour
    """Factor by which a window lights a room."""
    cover: float = 0.45
    density: float = 0.012
    stars: float = 0.0
    lamps: float = 0.0
    lift: Colour = (0.02, 0.01, 0.0)
    gain: Colour = (1.0, 1.0, 1.0)
    contrast: float = 0.30
    wet: float = 0.0
    white: float = 0.0
    key_dir: str = "side"
    ratio: float = 4.0
    """Key against fill, 2 (soft) to 8 (hard) and beyond in the styles that ask for it."""
    pool: float = 1.0
    """Strength of the lamps' pools of light."""
    hard: float = 1.0
    """0 no cast shadows, 1 crisp ones."""
    lamp_tone: Colour | None = None
    """What the style turns every lamp's tone towards."""
    practicals: tuple[Lamp, ...] = ()
    """Lamps the shot asks for beside the ones its place has."""


def _stops(*pairs: tuple[float, str]) -> Stops:
    return tuple((place, colour(tone)) for place, tone in pairs)


_DAY = Air(
    sky=_stops((0, "#e6f0ea"), (0.10, "#c4e2ee"), (0.36, "#74b4e2"), (1, "#2a6cb8")),
    cloud_dark=colour("#9db4c8"),
    cloud_lit=colour("#fffaf0"),
    sun=(0.46, 0.66),
    sun_tone=colour("#fff6dc"),
    sun_gain=0.5,
    ambient=(0.72, 0.64, 0.57),
    key=(0.54, 0.76, 0.86),
    rim=colour("#fff0cf"),
    fog=colour("#c2d9e6"),
    ambient_in=(0.58, 0.55, 0.52),
    window=(0.88, 0.90, 0.92),
    gain=(1.03, 1.03, 1.03),
    cover=0.46,
    density=0.006,
)
_GOLDEN = Air(
    sky=_stops(
        (0, "#ffe49c"), (0.08, "#ffc878"), (0.24, "#f0a27e"), (0.5, "#a48aa6"), (1, "#4c6ea6")
    ),
    cloud_dark=colour("#94708a"),
    cloud_lit=colour("#ffd890"),
    sun=(0.34, 0.15),
    sun_tone=colour("#ffe7a6"),
    sun_gain=0.95,
    ambient=(0.766, 0.661, 0.626),
    key=(0.209, 0.766, 1.23),
    rim=colour("#ffc164"),
    fog=colour("#f2bd80"),
    ambient_in=(0.40, 0.37, 0.39),
    window=(0.34, 0.66, 0.98),
    density=0.010,
    gain=(1.05, 1.08, 1.11),
)
_DUSK = Air(
    sky=_stops(
        (0, "#ffb658"), (0.05, "#f89250"), (0.12, "#d96a62"), (0.20, "#8a5484"), (0.31, "#444682"),
        (0.50, "#262e68"), (1, "#151a44"),
    ),
    cloud_dark=colour("#32285e"),
    cloud_lit=colour("#f08a66"),
    sun=(0.30, 0.005),
    sun_tone=colour("#ffc27c"),
    sun_gain=0.66,
    ambient=(0.625, 0.510, 0.455),
    key=(0.227, 0.353, 0.68),
    rim=colour("#ffa468"),
    fog=colour("#68586f"),
    ambient_in=(0.33, 0.265, 0.25),
    window=(0.42, 0.24, 0.22),
    density=0.012,
    stars=0.2,
    cover=0.36,
    lamps=0.95,
    lift=(0.020, 0.006, 0.004),
    gain=(1.085, 1.085, 1.105),
    contrast=0.32,
)  # fmt: skip
_NIGHT = Air(
    sky=_stops((0, "#3a5c8e"), (0.10, "#264678"), (0.35, "#142a5a"), (1, "#081230")),
    cloud_dark=colour("#0e1a3a"),
    cloud_lit=colour("#6482ac"),
    sun=(-0.40, 0.42),
    sun_tone=colour("#e6efff"),
    sun_gain=0.5,
    ambient=(0.399, 0.257, 0.184),
    key=(0.63, 0.462, 0.326),
    rim=colour("#9cc2f6"),
    fog=colour("#26426e"),
    ambient_in=(0.205, 0.140, 0.118),
    window=(0.46, 0.28, 0.17),
    density=0.014,
    stars=1.0,
    lamps=1.0,
    gain=(1.07, 1.07, 1.07),
    lift=(0.026, 0.012, 0.006),
)
_DAWN = Air(
    sky=_stops(
        (0, "#ffe0b4"), (0.07, "#fcc0a8"), (0.22, "#d49cba"), (0.5, "#7f86c0"), (1, "#3c5c9c")
    ),
    cloud_dark=colour("#7072a0"),
    cloud_lit=colour("#ffcab2"),
    sun=(-0.36, 0.06),
    sun_tone=colour("#ffe8cf"),
    sun_gain=0.8,
    ambient=(0.6, 0.48, 0.456),
    key=(0.288, 0.408, 0.6),
    rim=colour("#ffcaa4"),
    fog=colour("#cdb2c2"),
    ambient_in=(0.39, 0.335, 0.33),
    window=(0.52, 0.50, 0.58),
    density=0.017,
    lamps=0.35,
    gain=(1.06, 1.06, 1.06),
)

AIRS: dict[str, Air] = {
    "dawn": _DAWN,
    "morning": replace(
        _DAY,
        sky=_stops((0, "#fff0d2"), (0.10, "#e6e6e2"), (0.36, "#96c4e4"), (1, "#4684c4")),
        cloud_lit=colour("#fff2dc"),
        sun=(-0.42, 0.34),
        sun_tone=colour("#fff0cc"),
        sun_gain=0.7,
        ambient=(0.69, 0.61, 0.55),
        key=(0.38, 0.66, 0.82),
        rim=colour("#ffe8bc"),
        fog=colour("#dcdcd6"),
        ambient_in=(0.52, 0.49, 0.47),
        window=(0.66, 0.76, 0.84),
        density=0.011,
    ),
    "noon": replace(
        _DAY,
        sky=_stops((0, "#e2f0f2"), (0.10, "#b8dff2"), (0.36, "#62aae4"), (1, "#1e60b4")),
        sun=(0.06, 1.2),
        ambient=(0.73, 0.68, 0.62),
        key=(0.66, 0.82, 0.90),
        sun_gain=0.4,
        contrast=0.34,
    ),
    "day": _DAY,
    "afternoon": replace(
        _DAY,
        sky=_stops((0, "#f6eed2"), (0.10, "#dce6e2"), (0.36, "#88bade"), (1, "#3a76b4")),
        sun=(0.46, 0.36),
        sun_tone=colour("#ffeec2"),
        sun_gain=0.7,
        ambient=(0.64, 0.60, 0.56),
        key=(0.34, 0.70, 0.92),
        rim=colour("#ffe4a8"),
        fog=colour("#dcdcca"),
        window=(0.56, 0.72, 0.86),
    ),
    "golden": _GOLDEN,
    "sunset": replace(
        _GOLDEN,
        sky=_stops(
            (0, "#ffd070"), (0.06, "#ffa658"), (0.17, "#ee7a5c"), (0.36, "#a45c86"),
            (0.62, "#565596"), (1, "#2c3c7c"),
        ),
        cloud_dark=colour("#66426c"),
        cloud_lit=colour("#ffa468"),
        sun=(0.28, 0.045),
        sun_tone=colour("#ffd488"),
        sun_gain=1.0,
        ambient=(0.607, 0.449, 0.449),
        key=(0.132, 0.396, 0.792),
        rim=colour("#ff9f50"),
        fog=colour("#d68c74"),
        ambient_in=(0.31, 0.27, 0.28),
        window=(0.18, 0.40, 0.74),
        lamps=0.5,
        gain=(1.06, 1.10, 1.13),
    ),
    "dusk": _DUSK,
    "evening": replace(
        _DUSK,
        sky=_stops(
            (0, "#e09a74"), (0.04, "#a87a8c"), (0.11, "#6a6aa4"), (0.28, "#3c5098"),
            (0.6, "#20346e"), (1, "#10204c"),
        ),
        cloud_dark=colour("#1e2c5a"),
        cloud_lit=colour("#8486b4"),
        sun=(0.30, -0.06),
        sun_gain=0.45,
        ambient=(0.547, 0.376, 0.291),
        key=(0.388, 0.319, 0.331),
        rim=colour("#9cb4f0"),
        fog=colour("#45588e"),
        ambient_in=(0.29, 0.22, 0.19),
        window=(0.48, 0.29, 0.19),
        stars=0.5,
        lamps=1.0,
        gain=(1.10, 1.05, 1.03),
    ),
    "night": _NIGHT,
    "midnight": replace(
        _NIGHT,
        sky=_stops((0, "#203a62"), (0.10, "#162f58"), (0.35, "#0c1c42"), (1, "#040a20")),
        cloud_dark=colour("#08102a"),
        cloud_lit=colour("#466088"),
        sun=(0.24, 0.62),
        ambient=(0.27, 0.17, 0.125),
        key=(0.40, 0.31, 0.23),
        fog=colour("#182c4e"),
        ambient_in=(0.185, 0.13, 0.112),
        window=(0.40, 0.25, 0.16),
        lamps=0.9,
    ),
}  # fmt: skip

GREY: dict[str, str] = {
    "morning": "#c4cbd0",
    "noon": "#c8d0d6",
    "day": "#c0cad0",
    "afternoon": "#c4c6c4",
    "golden": "#c3a98e",
    "sunset": "#946f74",
    "dawn": "#a9a4b0",
    "dusk": "#565a70",
    "evening": "#404c74",
    "night": "#20324e",
    "midnight": "#152440",
}

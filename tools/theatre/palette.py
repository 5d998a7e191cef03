"""The colours of time and weather: sky, fog, ambient, key, lamps and the tone of the print.

Knows no set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tools.theatre.geometry import Colour, colour, luma, mix, scale
from tools.theatre.spec import LightSpec

Stops = tuple[tuple[float, Colour], ...]


def _stops(*pairs: tuple[float, str]) -> Stops:
    return tuple((place, colour(tone)) for place, tone in pairs)


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
    contrast: float = 0.10
    wet: float = 0.0
    white: float = 0.0


AIRS: dict[str, Air] = {
    "day": Air(
        sky=_stops((0, "#e9efe6"), (0.12, "#cfe4ec"), (0.4, "#8fc0e0"), (1, "#3f7fc0")),
        cloud_dark=colour("#a9bccb"),
        cloud_lit=colour("#fffaf0"),
        sun=(0.42, 0.62),
        sun_tone=colour("#fff6dc"),
        sun_gain=0.5,
        ambient=(0.86, 0.83, 0.80),
        key=(0.20, 0.28, 0.34),
        rim=colour("#fff0cf"),
        fog=colour("#cfdde2"),
        ambient_in=(0.60, 0.60, 0.60),
        window=(0.62, 0.60, 0.58),
        cover=0.50,
        density=0.008,
    ),
    "golden": Air(
        sky=_stops((0, "#ffe0a0"), (0.10, "#ffc986"), (0.32, "#e6ab93"), (1, "#6584ab")),
        cloud_dark=colour("#a3808c"),
        cloud_lit=colour("#ffdca0"),
        sun=(0.34, 0.14),
        sun_tone=colour("#ffe3a0"),
        sun_gain=0.95,
        ambient=(0.54, 0.58, 0.62),
        key=(0.08, 0.24, 0.38),
        rim=colour("#ffc978"),
        fog=colour("#f0c592"),
        ambient_in=(0.44, 0.48, 0.52),
        window=(0.18, 0.32, 0.46),
        density=0.013,
        gain=(0.96, 1.0, 1.03),
    ),
    "dawn": Air(
        sky=_stops((0, "#ffe2c4"), (0.10, "#f7c3b4"), (0.30, "#bba4c6"), (1, "#50699c")),
        cloud_dark=colour("#8084a4"),
        cloud_lit=colour("#ffd2bd"),
        sun=(-0.36, 0.06),
        sun_tone=colour("#ffe8cf"),
        sun_gain=0.8,
        ambient=(0.70, 0.62, 0.60),
        key=(0.26, 0.32, 0.42),
        rim=colour("#ffd0b4"),
        fog=colour("#d9c3c6"),
        ambient_in=(0.48, 0.44, 0.44),
        window=(0.50, 0.48, 0.52),
        density=0.022,
        lamps=0.35,
    ),
    "dusk": Air(
        sky=_stops(
            (0, "#ffc98c"),
            (0.07, "#f0a070"),
            (0.18, "#bd7478"),
            (0.34, "#64568a"),
            (0.62, "#2b3666"),
            (1, "#141c3c"),
        ),
        cloud_dark=colour("#2a2c4c"),
        cloud_lit=colour("#e8946c"),
        sun=(0.30, 0.01),
        sun_tone=colour("#ffcf94"),
        sun_gain=0.75,
        ambient=(0.56, 0.45, 0.42),
        key=(0.16, 0.26, 0.40),
        rim=colour("#ffb080"),
        fog=colour("#80697f"),
        ambient_in=(0.44, 0.39, 0.37),
        window=(0.34, 0.22, 0.18),
        density=0.020,
        stars=0.25,
        lamps=0.9,
        lift=(0.022, 0.010, 0.004),
        gain=(1.04, 1.0, 1.0),
    ),
    "night": Air(
        sky=_stops((0, "#34507a"), (0.10, "#26406a"), (0.35, "#152a52"), (1, "#0a1430")),
        cloud_dark=colour("#101c38"),
        cloud_lit=colour("#5a7499"),
        sun=(-0.40, 0.40),
        sun_tone=colour("#e6efff"),
        sun_gain=0.45,
        ambient=(0.37, 0.27, 0.22),
        key=(0.28, 0.22, 0.16),
        rim=colour("#8fb2e4"),
        fog=colour("#2c4468"),
        ambient_in=(0.35, 0.285, 0.255),
        window=(0.30, 0.20, 0.13),
        density=0.018,
        stars=1.0,
        lamps=1.0,
        lift=(0.034, 0.022, 0.016),
        contrast=0.08,
    ),
}
"""Golden and dawn stand between day and dusk; the order of mean luma is tested."""

GREY: dict[str, str] = {
    "day": "#c3ccd1",
    "golden": "#c9b8a4",
    "dawn": "#b3aeb6",
    "dusk": "#6f6a80",
    "night": "#23344f",
}

WEATHERS: dict[str, dict[str, float]] = {
    "clear": {"cover": 0.0, "grey": 0.0, "fog": 1.0, "dim": 1.0},
    "overcast": {"cover": 0.42, "grey": 0.48, "fog": 1.7, "dim": 0.90},
    "fog": {"cover": 0.3, "grey": 0.80, "fog": 7.0, "dim": 0.94},
    "rain": {"cover": 0.30, "grey": 0.26, "fog": 2.6, "dim": 0.84},
    "snow": {"cover": 0.38, "grey": 0.55, "fog": 3.0, "dim": 1.0},
    "wind": {"cover": 0.12, "grey": 0.12, "fog": 1.0, "dim": 1.0},
}


def air_of(light: LightSpec) -> Air:
    """The air of a shot, from its time, weather and haze.

    Brightness is left to the print (see post).
    """
    base = AIRS.get(light.time, AIRS["day"])
    change = WEATHERS.get(light.weather, WEATHERS["clear"])
    grey, share = colour(GREY.get(light.time, GREY["day"])), change["grey"]
    sky = tuple((place, mix(tone, _greyed(tone, grey), share)) for place, tone in base.sky)
    thick = change["fog"] * (0.35 + 3.2 * max(0.0, light.haze) ** 1.3)
    dim = change["dim"]
    return replace(
        base,
        sky=tuple((place, scale(tone, dim)) for place, tone in sky),
        cover=min(0.95, base.cover + change["cover"]),
        cloud_lit=mix(base.cloud_lit, grey, share),
        cloud_dark=mix(base.cloud_dark, scale(grey, 0.7), share * 0.7),
        sun_gain=base.sun_gain * (1.0 - share),
        stars=base.stars * (1.0 - min(1.0, 1.5 * share)),
        key=_factor(base.key, 1.0 - 0.7 * share),
        ambient=_factor(base.ambient, dim),
        ambient_in=_factor(base.ambient_in, 0.5 + 0.5 * dim),
        fog=mix(base.fog, scale(grey, 1.04), share),
        density=base.density * thick,
        lamps=min(1.0, base.lamps + (0.25 if share > 0.4 and base.lamps > 0 else 0.0)),
        wet=1.0 if light.weather == "rain" else 0.0,
        white=1.0 if light.weather == "snow" else 0.0,
    )


def _greyed(tone: Colour, grey: Colour) -> Colour:
    """The tone's own luma halfway to the grey, so that a grey sky still has a light edge."""
    level = luma(tone) / max(1.0, luma(grey))
    return scale(grey, 0.45 + 0.55 * min(1.6, level))


def _factor(factor: Colour, gain: float) -> Colour:
    b, g, r = (part * gain for part in factor)
    return (b, g, r)


def accent(palette: tuple[str, ...], seed: int, fallback: Colour) -> Colour:
    """One of the film's own colours for paint and cloth, or the fallback.

    Never near black or white.
    """
    fit = [tone for tone in map(_readable, palette) if tone is not None and 40 < luma(tone) < 215]
    return fit[seed % len(fit)] if fit else fallback


def _readable(text: str) -> Colour | None:
    try:
        return colour(text)
    except ValueError:
        return None

"""The air of a shot: its hour, weather, key direction and style put together. Knows no set."""

from __future__ import annotations

from dataclasses import replace

from tools.theatre.airs import AIRS, GREY, Air, Lamp
from tools.theatre.geometry import Colour, colour, luma, mix, scale
from tools.theatre.mood import Mood, mood_of
from tools.theatre.spec import LightSpec

__all__ = ["AIRS", "GREY", "WEATHERS", "Air", "Lamp", "accent", "air_of"]

LEAST_RATIO, MOST_RATIO = 2.0, 8.0
"""Key to fill at contrast 0 and 1; 4 to 1 in the middle."""

WEATHERS: dict[str, dict[str, float]] = {
    "clear": {"cover": 0.0, "grey": 0.0, "fog": 1.0, "dim": 1.0, "hard": 1.0},
    "overcast": {"cover": 0.42, "grey": 0.50, "fog": 1.7, "dim": 0.92, "hard": 0.25},
    "fog": {"cover": 0.3, "grey": 0.80, "fog": 6.0, "dim": 0.96, "hard": 0.10},
    "drizzle": {"cover": 0.34, "grey": 0.40, "fog": 2.6, "dim": 0.88, "hard": 0.20, "wet": 0.6},
    "rain": {"cover": 0.30, "grey": 0.15, "fog": 1.6, "dim": 0.84, "hard": 0.25, "wet": 1.0},
    "storm": {"cover": 0.40, "grey": 0.28, "fog": 2.0, "dim": 0.64, "hard": 0.20, "wet": 1.0},
    "snow": {"cover": 0.38, "grey": 0.50, "fog": 2.6, "dim": 0.84, "hard": 0.35, "white": 1.0},
    "wind": {"cover": 0.12, "grey": 0.10, "fog": 1.0, "dim": 1.0, "hard": 0.9},
    "dust": {"cover": 0.1, "grey": 0.62, "fog": 6.0, "dim": 0.92, "hard": 0.5, "dust": 1.0},
    "heat haze": {"cover": -0.2, "grey": 0.0, "fog": 2.0, "dim": 1.04, "hard": 1.0},
}

DUST_TONE = colour("#c69a62")


def air_of(light: LightSpec) -> Air:
    """The air of a shot, from its time, weather, haze, key and style.

    Brightness is left to the print (see post).
    """
    change = WEATHERS.get(light.weather, WEATHERS["clear"])
    mood = mood_of(light.style)
    return _styled(_weathered(AIRS.get(light.time, AIRS["day"]), light, change, mood), light, mood)


def _weathered(base: Air, light: LightSpec, change: dict[str, float], mood: Mood) -> Air:
    grey, share = colour(GREY.get(light.time, GREY["day"])), change["grey"]
    if change.get("dust"):
        grey = scale(DUST_TONE, min(1.15, 0.18 + luma(grey) / 190))
    sky = tuple((place, mix(tone, _greyed(tone, grey), share)) for place, tone in base.sky)
    haze = min(1.0, light.haze + mood.haze)
    thick = change["fog"] * (0.35 + 3.2 * max(0.0, haze) ** 1.3)
    dim = change["dim"]
    if change.get("white"):
        base = _snowlit(base)
        grey = _cooled(grey, 0.9)
    return replace(
        base,
        sky=tuple((place, scale(tone, dim)) for place, tone in sky),
        cover=max(0.0, min(0.95, base.cover + change["cover"])),
        cloud_lit=mix(base.cloud_lit, grey, share),
        cloud_dark=mix(base.cloud_dark, scale(grey, 0.7), share * 0.7),
        sun_gain=base.sun_gain * (1.0 - share),
        stars=base.stars * (1.0 - min(1.0, 1.5 * share)),
        key=_factor(base.key, 1.0 - 0.7 * share),
        ambient=_factor(base.ambient, dim * (1.0 + 0.32 * share)),
        ambient_in=_factor(base.ambient_in, 0.5 + 0.5 * dim),
        window=_factor(base.window, 0.4 + 0.6 * dim),
        fog=mix(base.fog, scale(grey, 0.96), share),
        density=base.density * thick,
        lamps=min(1.0, base.lamps + (0.25 if share > 0.4 and base.lamps > 0 else 0.0)),
        wet=change.get("wet", 0.0),
        white=change.get("white", 0.0),
        hard=change["hard"],
    )


def _snowlit(base: Air) -> Air:
    """Snow throws the whole sky about: a red evening over it is blue-grey, not violet."""
    return replace(
        base,
        ambient=_cooled(base.ambient, 0.9),
        key=_cooled(base.key, 0.6),
        fog=_cooled(base.fog, 0.9),
        cloud_dark=_cooled(base.cloud_dark, 0.6),
        sky=tuple((place, _cooled(tone, 0.7)) for place, tone in base.sky),
        lift=_cooled(base.lift, 0.9),
    )


def _cooled(tone: Colour, share: float) -> Colour:
    """A violet tone, `share` of the way to the blue-grey of the same luma; others stay."""
    level = max(1e-4, luma(tone))
    violet = min(1.0, max(0.0, 9.0 * ((tone[0] + tone[2]) / 2 - tone[1]) / level))
    return mix(tone, (1.22 * level, 1.01 * level, 0.82 * level), share * violet)


def _styled(air: Air, light: LightSpec, mood: Mood) -> Air:
    contrast = min(1.0, max(0.0, light.contrast))
    ratio = LEAST_RATIO * (MOST_RATIO / LEAST_RATIO) ** contrast * mood.ratio
    # A weak sun makes soft light: overcast and fog bring key and fill together.
    ratio = 1.3 + (max(1.3, ratio) - 1.3) * (0.35 + 0.65 * min(1.0, air.hard))
    spread = (ratio / 4.0) ** -0.22
    key = air.key if mood.key_tone is None else _tinted(air.key, mood.key_tone)
    return replace(
        air,
        key=_factor(key, mood.key * (2.0 - min(1.5, spread))),
        ambient=_factor(air.ambient, mood.ambient * spread),
        ambient_in=_factor(air.ambient_in, mood.ambient * spread),
        rim=scale(mood.rim_tone or air.rim, mood.rim),
        key_dir=mood.key_dir or light.key_dir,
        ratio=ratio,
        pool=mood.pool,
        lamp_tone=mood.lamp_tone,
        hard=min(1.5, air.hard * mood.hard),
    )


def _tinted(factor: Colour, tone: Colour) -> Colour:
    """A factor turned to the hue of a coloured light, as strong as it was."""
    level = luma(factor) / max(1.0, luma(tone))
    return mix(factor, (tone[0] * level, tone[1] * level, tone[2] * level), 0.75)


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

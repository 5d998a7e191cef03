"""Light of a shot from time of day, weather, practicals, mood and size. Pure; knows no renderer."""

from __future__ import annotations

import random
import re

from agent.writing.breakdown_words import PRACTICALS
from agent.writing.setup import Setup
from memory.film import Lighting, Scene
from memory.vocabulary import IntExt, KeyDirection, Size, TimeOfDay, Weather

# time: (style, brightness, contrast, kelvin, haze, key)
_OUTSIDE: dict[TimeOfDay, tuple[str, float, float, int, float, KeyDirection]] = {
    TimeOfDay.DAWN: ("cold dawn", 0.43, 0.42, 6800, 0.4, KeyDirection.BACK),
    TimeOfDay.MORNING: ("soft morning sun", 0.51, 0.45, 5200, 0.25, KeyDirection.SIDE),
    TimeOfDay.DAY: ("daylight", 0.53, 0.48, 5600, 0.18, KeyDirection.THREE_QUARTER),
    TimeOfDay.NOON: ("hard noon sun", 0.56, 0.58, 5500, 0.15, KeyDirection.TOP),
    TimeOfDay.AFTERNOON: ("afternoon sun", 0.52, 0.5, 5000, 0.2, KeyDirection.SIDE),
    TimeOfDay.GOLDEN: ("golden hour", 0.5, 0.52, 3600, 0.32, KeyDirection.BACK),
    TimeOfDay.SUNSET: ("sunset", 0.47, 0.55, 3400, 0.32, KeyDirection.BACK),
    TimeOfDay.DUSK: ("ambient dusk", 0.43, 0.45, 7200, 0.34, KeyDirection.BACK),
    TimeOfDay.EVENING: ("evening light", 0.41, 0.5, 6200, 0.3, KeyDirection.SIDE),
    TimeOfDay.NIGHT: ("moonlight", 0.35, 0.6, 8200, 0.24, KeyDirection.BACK),
    TimeOfDay.MIDNIGHT: ("moonlight", 0.33, 0.64, 8800, 0.24, KeyDirection.BACK),
}
_INSIDE_DARK = frozenset(
    {TimeOfDay.NIGHT, TimeOfDay.MIDNIGHT, TimeOfDay.EVENING, TimeOfDay.DUSK, TimeOfDay.DAWN}
)
_WARM = {"candle": 2000, "fire": 2200, "lantern": 2600, "lamp": 3000, "street lamp": 3200,
         "screen": 7500, "neon sign": 5200, "headlights": 4800, "moonlight": 8200}  # fmt: skip
_OVER_WEATHER: dict[Weather, tuple[float, float, float]] = {
    Weather.OVERCAST: (-0.02, -0.08, 0.05), Weather.FOG: (0.0, -0.14, 0.4),
    Weather.DRIZZLE: (-0.02, -0.06, 0.1), Weather.RAIN: (-0.03, -0.04, 0.12),
    Weather.STORM: (-0.05, 0.06, 0.16), Weather.SNOW: (0.03, -0.08, 0.16),
    Weather.DUST: (-0.01, -0.06, 0.25), Weather.HEAT: (0.02, 0.02, 0.16),
}  # fmt: skip
_MOODS = {"tense": (-0.02, 0.08), "melancholy": (-0.02, 0.02), "playful": (0.03, -0.04),
          "tender": (0.01, -0.03), "wondrous": (0.01, 0.04), "urgent": (0.0, 0.06)}  # fmt: skip


def light_of(setup: Setup, scene: Scene, words: str, seed: str) -> Lighting:
    """The light of a set-up. `words` are the scene's: practicals are read out of them."""
    practicals = practicals_of(words, scene)
    style, bright, contrast, kelvin, haze, key = _base(scene, practicals)
    darker, harder, thicker = _OVER_WEATHER.get(scene.weather, (0.0, 0.0, 0.0))
    if scene.int_ext is IntExt.INT:
        darker, harder, thicker = darker / 2, 0.0, 0.0
    lift, edge = _MOODS.get(scene.mood, (0.0, 0.0))
    close = setup.size in {Size.CU, Size.BCU, Size.ECU, Size.MCU}
    rng = random.Random(seed)
    return Lighting(
        style=style,
        key_dir=_key(setup, key, close),
        brightness=_unit(bright + darker + lift + rng.uniform(-0.012, 0.012), 0.28, 0.62),
        contrast=_unit(contrast + harder + edge + 0.08 * (setup.energy - 0.4), 0.25, 0.8),
        color_temp_k=int(round(kelvin * rng.uniform(0.98, 1.02), -2)),
        haze=_unit(haze + thicker - (0.06 if close else 0.0), 0.04, 0.8),
        practicals=practicals,
    )


def _base(
    scene: Scene, practicals: tuple[str, ...]
) -> tuple[str, float, float, int, float, KeyDirection]:
    style, bright, contrast, kelvin, haze, key = _OUTSIDE[scene.time_of_day]
    if scene.int_ext is not IntExt.INT:
        if practicals and scene.time_of_day in _INSIDE_DARK:
            return f"{style} and {practicals[0]}", bright, contrast + 0.04, kelvin, haze, key
        return style, bright, contrast, kelvin, haze, key
    if scene.time_of_day in _INSIDE_DARK:
        lamp = practicals[0] if practicals else "lamp"
        warm = _WARM.get(lamp, 3000)
        return f"{lamp} and dark windows", bright + 0.03, 0.6, warm, 0.12, KeyDirection.SIDE
    return f"{style} through the window", bright - 0.03, contrast + 0.02, kelvin, 0.12, key


def _key(setup: Setup, key: KeyDirection, close: bool) -> KeyDirection:
    # A face lit from behind cannot be read: close set-ups get the same light a little round.
    if close and key in {KeyDirection.BACK, KeyDirection.TOP}:
        return KeyDirection.THREE_QUARTER if setup.energy < 0.6 else KeyDirection.SIDE
    return key


def _unit(value: float, low: float, high: float) -> float:
    return round(min(high, max(low, value)), 3)


def practicals_of(words: str, scene: Scene) -> tuple[str, ...]:
    """The lamps and fires a scene's words name; an interior at night always has one lamp."""
    found = [name for pattern, name in PRACTICALS if re.search(pattern, words, re.IGNORECASE)]
    if "street lamp" in found and "lamp" in found:
        found.remove("lamp")
    dark = scene.time_of_day in _INSIDE_DARK
    if not found and dark and scene.int_ext is IntExt.INT:
        found = ["lamp"]
    return tuple(found[:3])


def saturation_of(scene: Scene, energy: float) -> float:
    """Colour strength 0..1: less in grey weather and sad scenes, a little more at the height."""
    base = 0.5 + 0.06 * (energy - 0.4)
    base -= 0.06 if scene.weather in {Weather.RAIN, Weather.FOG, Weather.OVERCAST} else 0.0
    base += {"melancholy": -0.06, "playful": 0.06, "wondrous": 0.06}.get(scene.mood, 0.0)
    return _unit(base, 0.3, 0.7)

"""The bed of sound under a scene, chosen from its words, its weather and its hour; knows no film.

A scene is never silent: where nothing else is known there is the tone of its room, or air.
"""

import re
import zlib
from dataclasses import dataclass

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound.beds import BEDS
from tools.sound.filters import Sound, Wave, decibels, high_pass, level_db, loop, low_pass

LOOP_SECONDS = 19.0  # long enough that a returning gust is not noticed under a scene
OVERLAP_SECONDS = 2.0
BED_LEVEL_DB = -30.0  # RMS of a whole bed, before the mix places it
INSIDE_DB, INSIDE_HZ = -9.0, 700.0  # what a wall leaves of the world outside


@dataclass(frozen=True, slots=True)
class Layer:
    """One bed of a mixture; ``inside`` when it is heard through a wall."""

    bed: str
    gain_db: float = 0.0
    inside: bool = False


# Words of a place to (bed, dB, whether it is in the place rather than outside of it).
PLACES: tuple[tuple[str, str, float, bool], ...] = (
    ("sea|ocean|coast|beach|shore|surf|cliff|lighthouse|island", "sea", 0.0, False),
    ("pier|harbour|harbor|dock|quay|wharf|marina|jetty|port", "lapping", 0.0, False),
    ("boat|raft|river|lake|pond|canal|stream|bank", "lapping", 0.0, False),
    ("pier|harbour|harbor|beach|coast|gulls|seagulls|cliff", "gulls", -7.0, False),
    ("deck|aboard|on board|engine|motorway|truck stop", "engine", -4.0, True),
    ("city|street|traffic|road|alley|rooftop|downtown|market|square|apartment|flat|taxi|car park|"
     "bus stop|bar|hotel|balcony", "city", -2.0, False),
    ("forest|wood|woods|park|garden|field|meadow|farm|tree|trees|orchard|countryside|village|hill",
     "leaves", -6.0, False),
    ("cafe|café|coffee|diner|restaurant|bar|pub|canteen|bistro|tavern", "cafe", 0.0, True),
    ("party|crowd|market|station|lobby|theatre|theater|stadium|airport|wedding|reunion|classroom|"
     "school|church hall|gallery", "crowd", -3.0, True),
    ("office|startup|studio|laboratory|lab|server|control room|headquarters|meeting room|"
     "conference|newsroom|hospital|clinic|bank vault|security", "office", 0.0, True),
    ("fire|fireplace|hearth|campfire|stove|forge|torches", "fire", -4.0, True),
    ("cave|cellar|tunnel|dungeon|mine|well|sewer|crypt", "drips", 0.0, True),
    ("desert|mountain|moor|plain|steppe|dune|summit|ridge", "wind", -2.0, False),
)  # fmt: skip
VEHICLES = re.compile(
    r"\b(ferry|ship|boat|train|bus|truck|lorry|submarine|spaceship|cockpit|plane|car|van|taxi)\b"
)  # from inside, their engine is what one hears; from a pier it is not
LIVING = re.compile(
    r"\b(forest|woods?|parks?|gardens?|fields?|meadow|farm|trees?|orchard|countryside|village|hill|"
    r"well|lake|river|pond|pitcher|yard|courtyard)\b"
)
NIGHT = frozenset(("NIGHT", "MIDNIGHT", "EVENING"))
DIM = frozenset(("DUSK", "SUNSET", "DAWN", "MAGIC HOUR"))
WEATHERS: dict[str, tuple[tuple[str, float], ...]] = {
    "drizzle": (("rain", -9.0),),
    "rain": (("rain", 0.0),),
    "storm": (("rain", 1.0), ("wind", 0.0)),
    "wind": (("wind", 0.0),),
    "snow": (("wind", -9.0),),
    "fog": (("wind", -14.0),),
    "dust": (("wind", -3.0),),
    "overcast": (("wind", -9.0),),
}


def layers_for(words: str, indoors: bool, time_of_day: str, weather: str) -> tuple[Layer, ...]:
    """What is heard at a place, loudest first.

    Args:
        words: Everything said of the place: name, description, set pieces, slug.
        indoors: True for INT scenes; the world outside then comes through the wall.
        time_of_day: "DAY", "NIGHT", ... as in a slug.
        weather: "clear", "rain", ... of the scene or shot.
    """
    plain = words.lower()
    layers: dict[str, Layer] = {}
    for pattern, bed, gain_db, within in PLACES:
        if re.search(rf"\b(?:{pattern})s?\b", plain):
            layers.setdefault(bed, _placed(bed, gain_db, indoors and not within))
    if indoors and VEHICLES.search(plain):
        layers["engine"] = Layer("engine", -2.0)
    for bed, gain_db in _weather(weather, indoors):
        layers[bed] = _placed(bed, gain_db, indoors and bed != "window rain")
    for bed, gain_db in _hour(plain, indoors, time_of_day, weather):
        layers.setdefault(bed, Layer(bed, gain_db))
    floor = Layer("room", -6.0 if layers else 0.0) if indoors else Layer("wind", -12.0)
    layers.setdefault(floor.bed, floor)
    return tuple(sorted(layers.values(), key=lambda layer: (-layer.gain_db, layer.bed)))


def _placed(bed: str, gain_db: float, inside: bool) -> Layer:
    return Layer(bed, gain_db + (INSIDE_DB if inside else 0.0), inside)


def _weather(weather: str, indoors: bool) -> tuple[tuple[str, float], ...]:
    """Rain is heard on the window of a room, as it is seen there."""
    found = WEATHERS.get(weather, ())
    if not indoors:
        return found
    return tuple(
        ("window rain", -2.0 + gain) if bed == "rain" else (bed, gain) for bed, gain in found
    )


def _hour(words: str, indoors: bool, time_of_day: str, weather: str) -> list[tuple[str, float]]:
    """Birds by day and crickets by night, outdoors, where things grow and it does not pour."""
    if indoors or weather in ("rain", "storm", "snow") or not LIVING.search(words):
        return []
    if time_of_day in NIGHT:
        return [("crickets", -8.0)]
    if time_of_day in DIM:
        return [("birds", -12.0), ("crickets", -14.0)]
    return [("birds", -6.0)]


def ambience(layers: tuple[Layer, ...], seconds: float, seed: int = 0) -> Sound:
    """The mixture as stereo float32 (n, 2), RMS near -30 dB; a longer bed is a seamless loop.

    The same layers and seed always give the same bed, and a longer one begins like a shorter one.
    """
    count = max(1, round(seconds * SOUND_RATE))
    mixture = np.zeros((round(LOOP_SECONDS * SOUND_RATE), 2))
    for layer in layers:
        mixture += decibels(layer.gain_db) * _bed(layer, len(mixture), seed)
    mixture = high_pass(mixture, 30.0)
    mixture *= decibels(BED_LEVEL_DB - level_db(mixture))
    return loop(np.clip(mixture, -0.5, 0.5), count, OVERLAP_SECONDS).astype(np.float32)


def _bed(layer: Layer, count: int, seed: int) -> Wave:
    chance = np.random.default_rng([zlib.crc32(layer.bed.encode()), seed & 0x7FFFFFFF])
    bed = BEDS[layer.bed](count, chance)
    bed = low_pass(bed, INSIDE_HZ) if layer.inside else bed
    # Beds differ by nature (surf peaks, room tone lies flat): bring them to one level first.
    return np.asarray(bed * decibels(-20.0 - level_db(bed)), np.float64)

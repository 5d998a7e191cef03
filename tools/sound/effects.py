"""Spot effects by their words: "footsteps on wood", "suitcase thud"; knows no film and no time.

A shot's `sfx` are free words. The longest known name inside them is the effect; words that name
nothing known make no sound and leave a note.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memory.timing import SOUND_RATE
from tools.sound import beds, calls, foley
from tools.sound.filters import Sound, fade_edges, high_pass, normal
from tools.sound.foley import Chance

Maker = Callable[[float, Chance], np.ndarray]


@dataclass(frozen=True, slots=True)
class Effect:
    """One kind of spot effect.

    Attributes:
        name: What a note calls it.
        make: Length in seconds and chance to mono samples.
        gain_db: Against the effects level of the house.
        lasting: True for sounds that go on as long as their shot (an engine, lapping water).
    """

    name: str
    make: Maker
    gain_db: float = 0.0
    lasting: bool = False


def _walk(ground: str, pace: float = 1.75) -> Maker:
    return lambda seconds, chance: foley.footsteps(seconds, chance, ground, pace)


def _bed(name: str) -> Maker:
    """Rain, surf or a crowd as an effect: a bed with soft ends."""

    def make(seconds: float, chance: Chance) -> np.ndarray:
        bed = beds.BEDS[name](round(seconds * SOUND_RATE), chance).mean(axis=1)
        return fade_edges(normal(bed, 0.5), 0.3, 0.4)

    return make


EFFECTS = {
    effect.name: effect
    for effect in (
        Effect("footsteps", _walk("wood"), -6.0, True),
        Effect("footsteps on gravel", _walk("gravel"), -7.0, True),
        Effect("footsteps on stone", _walk("stone"), -7.0, True),
        Effect("footsteps on grass", _walk("grass"), -10.0, True),
        Effect("footsteps in snow", _walk("snow"), -8.0, True),
        Effect("footsteps in water", _walk("water"), -6.0, True),
        Effect("running", _walk("stone", 3.1), -5.0, True),
        Effect("door", foley.door, -3.0),
        Effect("thunder", foley.thunder, 0.0),
        Effect("knock", foley.knock, -3.0),
        Effect("phone ring", foley.phone_ring, -8.0),
        Effect("phone buzz", foley.phone_buzz, -9.0),
        Effect("keyboard", foley.keyboard, -10.0, True),
        Effect("breaking glass", foley.glass, -3.0),
        Effect("clink", foley.clink, -9.0),
        Effect("paper", foley.paper, -8.0),
        Effect("splash", foley.splash, -4.0),
        Effect("plop", foley.plop, -6.0),
        Effect("lapping water", foley.lapping, -10.0, True),
        Effect("wind gust", foley.gust, -6.0),
        Effect("click", foley.click, -7.0),
        Effect("thud", foley.thud, -3.0),
        Effect("gulls", calls.gulls, -12.0),
        Effect("caw", calls.caw, -6.0),
        Effect("wing flaps", calls.wings, -7.0),
        Effect("birdsong", calls.birdsong, -12.0, True),
        Effect("dog", calls.dog, -6.0),
        Effect("bell", calls.bell, -7.0),
        Effect("ship's horn", calls.horn, -6.0),
        Effect("car horn", calls.car_horn, -9.0),
        Effect("alarm", calls.alarm, -11.0),
        Effect("siren", calls.siren, -13.0),
        Effect("beep", calls.beep, -12.0),
        Effect("engine hum", calls.engine, -13.0, True),
        Effect("clock tick", calls.clock, -13.0, True),
        Effect("jingle", calls.cup_of_coins, -10.0),
        Effect("whoosh", calls.whoosh, -7.0),
        Effect("heartbeat", calls.heartbeat, -4.0, True),
        Effect("fire", calls.fire, -9.0, True),
        Effect("rain", _bed("rain"), -8.0, True),
        Effect("surf", _bed("sea"), -8.0, True),
        Effect("crowd", _bed("crowd"), -8.0, True),
        Effect("traffic", _bed("city"), -8.0, True),
        Effect("crickets", _bed("crickets"), -14.0, True),
    )
}

# Words that name an effect, longest first when they are looked for.
WORDS = {
    "footsteps": "footsteps|footstep|steps|walking|walk|boots|planks|shoes|tread",
    "running": "running feet|running steps|running|runs|sprint",
    "door": "door creak|door slam|door opens|door closes|door|gate|hatch|hinge|creak|drawer",
    "thunder": "thunder|thunderclap|lightning",
    "knock": "knocking|knocks|knock|rapping|tapping on",
    "phone ring": "phone rings|phone ring|telephone|ringing phone|ringtone|phone",
    "phone buzz": "phone buzzes|phone buzz|phone vibrates|vibrating|vibration|buzz|buzzing",
    "keyboard": "keyboard|typing|types|keys clack|typewriter|keystrokes",
    "breaking glass": "breaking glass|glass breaks|glass shatters|shatter|smash|crash",
    "clink": "clink|glass|glasses|cup|cups|mug|cutlery|spoon|plate|teacup|bottle|coffee",
    "paper": "paper|letter|page|pages|envelope|map|newspaper|rustle|rustling|book|folding|cloth",
    "splash": "splash|splashing|dives|falls into water",
    "plop": "plop|pebble|pebbles|stone drops|drip|drop|stone|stones|bubble",
    "lapping water": "lapping water|lapping|water|waves|wave|tide|oars|rowing|stream|river",
    "wind gust": "wind gust|gust|wind|breeze|howl|curtain",
    "click": "click|latch|switch|punch|lock|camera|lighter|match|snap|stapler|key turns|cocks",
    "thud": "thud|thump|suitcase|falls|bump|drops|bang|impact|chair|slam|bag|heavy",
    "gulls": "gulls|gull|seagulls|seagull|seabirds",
    "caw": "caw|caws|cawing|crow|raven|croak",
    "wing flaps": "wing flaps|wings|wing|flap|flaps|flapping|flutter",
    "birdsong": "birdsong|birds|bird|chirp|chirping|sparrow",
    "dog": "dog|barks|barking|bark",
    "bell": "bell|bells|chime|gong|toll",
    "ship's horn": "ship's horn|ship horn|foghorn|fog horn|horn|ferry horn",
    "car horn": "car horn|honk|honking|taxi horn",
    "alarm": "alarm|klaxon|buzzer",
    "siren": "siren|police|ambulance",
    "beep": "beep|beeps|beeping|monitor|notification|ping|scanner|computer",
    "engine hum": "engine hum|engine|motor|machine|hum|rumble|car|truck|train|ferry|generator|"
    "fridge|drone",
    "clock tick": "clock tick|clock|tick|ticking|tick-tock",
    "jingle": "jingle|coins|keys|key|chain|chains",
    "whoosh": "whoosh|swish|swoosh|swing",
    "heartbeat": "heartbeat|heart",
    "rain": "rain|raindrops|downpour|drizzle",
    "surf": "surf|sea|breakers",
    "crowd": "crowd|murmur|chatter|voices|applause",
    "traffic": "traffic|street noise|city",
    "crickets": "crickets|cicadas",
    "fire": "fire|flames|crackle|crackling|fireplace|campfire|torch",
}
# The bed of a scene that already is this sound: then it is not laid a second time.
BEDS_ALIKE = {
    "rain": ("rain", "window rain"),
    "surf": ("sea",),
    "crowd": ("crowd", "cafe"),
    "traffic": ("city",),
    "crickets": ("crickets",),
    "fire": ("fire",),
}
GROUNDS = {
    "footsteps on gravel": r"gravel|pebbles|shingle|sand|dirt|path",
    "footsteps on stone": r"stones?|concrete|cobbles|tiles?|corridor|pavement|marble|heels|street",
    "footsteps on grass": r"grass|leaves|undergrowth|moss|forest|field",
    "footsteps in snow": r"snow|ice",
    "footsteps in water": r"puddles?|water|mud|wading|shallows",
}
_NAMED = sorted(
    ((word, name) for name, words in WORDS.items() for word in words.split("|")),
    key=lambda pair: (-len(pair[0]), pair[0]),
)


def effect_for(words: str) -> tuple[Effect | None, str]:
    """The effect that these words name, or None and a note."""
    plain = " ".join(re.findall(r"[a-z'-]+", words.lower()))
    for word, name in _NAMED:
        if re.search(rf"\b{re.escape(word)}\b", plain):
            return EFFECTS[_on_ground(name, plain)], ""
    return None, f"No effect is known for {words!r}; it makes no sound."


def _on_ground(name: str, words: str) -> str:
    """Footsteps take the ground that is named with them; wood where none is."""
    if name == "footsteps":
        for grounded, pattern in GROUNDS.items():
            if re.search(rf"\b(?:{pattern})\b", words):
                return grounded
    return name


def sound_effect(words: str, seconds: float, seed: int = 0) -> Sound | None:
    """The effect of these words as mono float32 at 48 kHz, peak below 1, or None.

    Args:
        words: Free words, as in a shot's `sfx`.
        seconds: The length for lasting effects, 0.3..120; the others have their own.
        seed: Which of many performances.
    """
    effect, _ = effect_for(words)
    if effect is None:
        return None
    length = min(120.0, max(0.3, seconds))
    chance = np.random.default_rng([zlib.crc32(effect.name.encode()), seed & 0x7FFFFFFF])
    made = high_pass(effect.make(length, chance), 30.0, 1)
    return fade_edges(made, 0.002, 0.04).astype(np.float32)

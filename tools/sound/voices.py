"""Casts one voice per character, so that no two of a cast are mistaken; makes no sound.

The median pitch of each engine variant was measured at three settings of `pitch`; from that
table a voice is chosen by the pitch it will really have.
"""

import zlib
from collections.abc import Sequence
from math import inf, log2

from memory.film import Character, Voice
from tools.sound.speech import Speaker

# Median Hz of "The lighthouse keeper counts the ships" at pitch 20, 50 and 80, accent en-us.
MEASURED_HZ: dict[str, tuple[float, float, float]] = {
    "f1": (143, 184, 248), "f2": (152, 199, 266), "f3": (175, 216, 283), "f4": (134, 181, 248),
    "f5": (156, 208, 286), "Annie": (229, 258, 302), "linda": (163, 230, 329),
    "grandma": (178, 210, 266), "steph": (131, 185, 266), "anika": (207, 272, 374),
    "m1": (79, 99, 130), "m3": (89, 110, 145), "m4": (82, 100, 128), "m7": (96, 114, 143),
    "m8": (75, 89, 116), "john": (85, 108, 141), "travis": (97, 112, 144), "rob": (117, 130, 147),
    "david": (64, 77, 104), "grandpa": (93, 115, 151), "": (82, 110, 152),
}  # fmt: skip
MEASURED_AT = (20, 50, 80)

# Variant and the pitch it is cast at, in Hz; the first that stands clear of the cast is taken.
WOMEN = (("f2", 196), ("f3", 238), ("f4", 160), ("linda", 218), ("f1", 178), ("Annie", 262))
MEN = (("m3", 108), ("john", 134), ("m8", 84), ("m7", 120), ("travis", 146), ("m1", 95))
OLD_WOMEN = (("grandma", 182), ("f4", 146), ("f1", 166), ("grandma", 214))
OLD_MEN = (("grandpa", 100), ("m8", 82), ("grandpa", 126), ("m4", 90))
CHILDREN = (("f5", 296), ("anika", 334), ("f2", 272), ("linda", 312))
CREATURES = (("f5", 310), ("anika", 360), ("john", 150), ("rob", 122))
CLEAR_SEMITONES = 2.5  # closer than this two voices need another accent or rate to be told apart

GROWN_AT, OLD_AT = 13, 65
RATES = {"child": 174, "adult": 158, "old": 132, "creature": 178}
RANGES = {"child": 64, "adult": 52, "old": 44, "creature": 76}
ACCENTS = {
    "neutral": "", "american": "en-us", "british": "en-gb-x-rp", "english": "en-gb-x-rp",
    "scottish": "en-gb-scotland", "caribbean": "en-029", "northern": "en-gb-x-gbclan",
    "midlands": "en-gb-x-gbcwmd", "new york": "en-us-nyc", "austrian": "de", "mexican": "es-419",
    "latin": "es-419", "brazilian": "pt-br", "belgian": "fr-be", "swiss": "fr-ch",
}  # fmt: skip
HOME_ACCENTS = ("en-us", "en-gb-x-rp")
TIMBRE_HZ = {
    "bass": 84, "deep": 88, "baritone": 104, "low": 96, "tenor": 138, "alto": 178,
    "contralto": 166, "mezzo": 204, "soprano": 246, "high": 250,
}  # fmt: skip


def voice_for(
    character_id: str,
    pronoun: str = "they",
    age: int | None = None,
    taken: Sequence[Voice] = (),
    *,
    kind: str = "person",
    wish: Voice | None = None,
) -> Voice:
    """A voice of the right kind that stands clear of the voices already taken.

    The same character gets the same voice whenever it is asked for with the same ``taken``.
    ``wish`` (from a screenplay or a reference film) may name a timbre, accent, pace or gain.
    """
    wish = wish or Voice()
    group, options = _options(pronoun, age, kind, character_id)
    # By the id, spelled as a name: who is renamed keeps their voice.
    first_name = character_id.replace("_", " ").title()
    start = zlib.crc32(f"{character_id}/{first_name}".encode()) % len(options)
    turned = options[start:] + options[:start]
    wanted = TIMBRE_HZ.get(wish.timbre.lower().strip())
    if wanted is not None:
        turned = tuple((variant, wanted) for variant, _ in turned)
    variant, hz = _clearest(turned, taken)
    accent = ACCENTS.get(wish.accent.lower(), "") or HOME_ACCENTS[_crowded(hz, taken) % 2]
    return Voice(
        name=f"{accent}+{variant}",
        pitch=pitch_for(variant, hz),
        rate=_rate(group, hz, taken),
        range=RANGES[group],
        timbre=wish.timbre,
        pace=wish.pace,
        accent=wish.accent,
        gain_db=wish.gain_db,
    )


def _options(
    pronoun: str, age: int | None, kind: str, character_id: str
) -> tuple[str, tuple[tuple[str, int], ...]]:
    if kind != "person":
        return "creature", CREATURES
    if age is not None and age < GROWN_AT:
        return "child", CHILDREN
    old = age is not None and age >= OLD_AT
    said = pronoun.lower()
    woman = said in ("she", "her", "f", "female")
    if said not in ("he", "him", "m", "male") and not woman:
        woman = zlib.crc32(character_id.encode()) % 2 == 0
    if old:
        return "old", OLD_WOMEN if woman else OLD_MEN
    return "adult", WOMEN if woman else MEN


def _clearest(options: Sequence[tuple[str, int]], taken: Sequence[Voice]) -> tuple[str, int]:
    """The first option that is clear of all taken voices, else the one farthest from them."""
    for variant, hz in options:
        if _distance(hz, taken) >= CLEAR_SEMITONES:
            return variant, hz
    used = {voice.name.partition("+")[2] for voice in taken}
    return max(options, key=lambda o: (_distance(o[1], taken) + (o[0] not in used), -o[1]))


def _distance(hz: float, taken: Sequence[Voice]) -> float:
    """Semitones to the nearest taken voice."""
    return min((abs(12.0 * log2(hz / expected_hz(voice))) for voice in taken), default=inf)


def _crowded(hz: float, taken: Sequence[Voice]) -> int:
    """How many voices lie near this pitch: each next one gets the other accent."""
    return sum(1 for voice in taken if _distance(hz, (voice,)) < 2 * CLEAR_SEMITONES)


def _rate(group: str, hz: float, taken: Sequence[Voice]) -> int:
    """A group's usual words a minute, a little off it where voices crowd."""
    crowd = _crowded(hz, taken)
    return RATES[group] + (0, -14, 12, -24, 22)[crowd % 5]


def expected_hz(voice: Voice) -> float:
    """The median pitch a voice will have, from the measured table."""
    low, middle, high = MEASURED_HZ.get(voice.name.partition("+")[2], MEASURED_HZ[""])
    one, two, three = MEASURED_AT
    if voice.pitch <= two:
        return low + (middle - low) * (voice.pitch - one) / (two - one)
    return middle + (high - middle) * (voice.pitch - two) / (three - two)


def pitch_for(variant: str, hz: float) -> int:
    """The engine's pitch, 0..99, at which a variant speaks near ``hz``."""
    voices = [Voice(name=f"+{variant}", pitch=pitch) for pitch in range(100)]
    return min(voices, key=lambda voice: (abs(expected_hz(voice) - hz), voice.pitch)).pitch


def cast_voices(characters: Sequence[Character]) -> dict[str, Voice]:
    """Every character's voice: its own where it has one, else one cast in this order.

    A character without an engine voice keeps what the creator set on it (pitch, rate, range).
    """
    voices = {c.id: c.voice for c in characters if c.voice.name}
    for character in characters:
        if character.id not in voices:
            taken = tuple(voices.values())
            voices[character.id] = _own_wishes(_cast(character, taken), character.voice)
    return {character.id: voices[character.id] for character in characters}


def _cast(character: Character, taken: Sequence[Voice]) -> Voice:
    return voice_for(
        character.id,
        character.pronoun,
        character.age,
        taken,
        kind=character.kind,
        wish=character.voice,
    )


def _own_wishes(cast: Voice, wish: Voice) -> Voice:
    plain = Voice()
    kept = {
        field: getattr(wish, field)
        for field in ("pitch", "rate", "range")
        if getattr(wish, field) != getattr(plain, field)
    }
    return cast.model_copy(update=kept)


def speaker_of(voice: Voice) -> Speaker:
    """The plain values the engine needs; an accent the creator set wins over the voice's own."""
    accent = ACCENTS.get(voice.accent.lower(), "")
    base, _, variant = voice.name.partition("+")
    base = accent or base or "en-us"
    return Speaker(
        name=f"{base}+{variant}" if variant else base,
        pitch=voice.pitch,
        rate=min(300, max(80, round(voice.rate * voice.pace))),
        range=voice.range,
        gain_db=voice.gain_db,
    )

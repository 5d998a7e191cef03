"""The trade's words as closed sets with their synonyms; knows nothing of how a thing is drawn.

The lists are those directors use (shot sizes, angles, moves, transitions, light). Families that
must never be mixed up are kept apart: a pan is not a truck, a tilt is not a pedestal, a zoom is
not a dolly.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TypeVar

from memory.synonyms import SYNONYMS


class Term(StrEnum):
    """A closed set of trade terms. `synonyms` holds the other words a director may use."""

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """Other words -> the member's value, all lower case."""
        return SYNONYMS.get(cls.__name__, {})


class Size(Term):
    """Shot sizes, widest first: the ladder "tighter" and "wider" climb."""

    EWS = "EWS"
    VWS = "VWS"
    WS = "WS"
    FS = "FS"
    MWS = "MWS"
    MS = "MS"
    MCU = "MCU"
    CU = "CU"
    BCU = "BCU"
    ECU = "ECU"
    INSERT = "INSERT"


LADDER: tuple[Size, ...] = tuple(s for s in Size if s is not Size.INSERT)


class Angle(Term):
    """Where the camera stands and how it looks at the subject."""

    EYE = "eye"
    SHOULDER = "shoulder"
    HIP = "hip"
    KNEE = "knee"
    GROUND = "ground"
    LOW = "low"
    HIGH = "high"
    OVERHEAD = "overhead"
    WORM = "worm"
    AERIAL = "aerial"
    DUTCH = "dutch"
    POV = "pov"
    OTS = "over_shoulder"


class View(Term):
    """The side of the subject the camera sees."""

    FRONT = "front"
    THREE_QUARTER = "three_quarter"
    PROFILE = "profile"
    THREE_QUARTER_BACK = "three_quarter_back"
    BACK = "back"


class MoveType(Term):
    """Camera moves: rotations, translations, lens moves and support."""

    STATIC = "static"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    WHIP_PAN = "whip_pan"
    TILT_UP = "tilt_up"
    TILT_DOWN = "tilt_down"
    ROLL = "roll"
    DOLLY_IN = "dolly_in"
    DOLLY_OUT = "dolly_out"
    TRUCK_LEFT = "truck_left"
    TRUCK_RIGHT = "truck_right"
    TRACK = "track"
    PEDESTAL_UP = "pedestal_up"
    PEDESTAL_DOWN = "pedestal_down"
    CRANE_UP = "crane_up"
    CRANE_DOWN = "crane_down"
    ARC_LEFT = "arc_left"
    ARC_RIGHT = "arc_right"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    CRASH_ZOOM = "crash_zoom"
    DOLLY_ZOOM = "dolly_zoom"
    RACK_FOCUS = "rack_focus"
    HANDHELD = "handheld"
    FLOAT = "float"


class Speed(Term):
    """How fast a move goes."""

    NONE = "none"
    VERY_SLOW = "very_slow"
    SLOW = "slow"
    MEDIUM = "medium"
    FAST = "fast"


class Easing(Term):
    """How a camera move starts and stops."""

    SETTLE = "settle"
    LINEAR = "linear"
    EASE_IN = "ease_in"
    EASE_OUT = "ease_out"


class TransitionType(Term):
    """How a shot is entered. A cut is the default and costs nothing."""

    CUT = "cut"
    SMASH_CUT = "smash_cut"
    JUMP_CUT = "jump_cut"
    MATCH_CUT = "match_cut"
    DISSOLVE = "dissolve"
    FADE_IN = "fade_in"
    FADE_OUT = "fade_out"
    FADE_WHITE = "fade_white"
    DIP = "dip_to_black"
    WIPE = "wipe"
    IRIS = "iris"


CUTS = frozenset(
    {
        TransitionType.CUT,
        TransitionType.SMASH_CUT,
        TransitionType.JUMP_CUT,
        TransitionType.MATCH_CUT,
    }
)


class KeyDirection(Term):
    """Where the key light comes from."""

    FRONT = "front"
    SIDE = "side"
    THREE_QUARTER = "three_quarter"
    BACK = "back"
    TOP = "top"
    UNDER = "under"


class TimeOfDay(Term):
    """The slug's time. CONTINUOUS and its like mean: as the scene before."""

    DAWN = "DAWN"
    MORNING = "MORNING"
    DAY = "DAY"
    NOON = "NOON"
    AFTERNOON = "AFTERNOON"
    GOLDEN = "MAGIC HOUR"
    SUNSET = "SUNSET"
    DUSK = "DUSK"
    EVENING = "EVENING"
    NIGHT = "NIGHT"
    MIDNIGHT = "MIDNIGHT"
    CONTINUOUS = "CONTINUOUS"
    LATER = "LATER"


class Weather(Term):
    """The weather of a scene; inside, it shows at the window."""

    CLEAR = "clear"
    CALM = "calm"
    OVERCAST = "overcast"
    FOG = "fog"
    DRIZZLE = "drizzle"
    RAIN = "rain"
    STORM = "storm"
    WIND = "wind"
    SNOW = "snow"
    DUST = "dust"
    HEAT = "heat haze"


class IntExt(Term):
    """Inside or outside."""

    INT = "INT"
    EXT = "EXT"
    INT_EXT = "INT/EXT"


class Emotion(Term):
    """The face a character wears."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    SAD = "sad"
    ANGRY = "angry"
    AFRAID = "afraid"
    SURPRISED = "surprised"
    DISGUSTED = "disgusted"
    TENDER = "tender"


class Route(Term):
    """The way a shot's picture is made."""

    THEATRE = "theatre"
    GRADE = "grade"
    DIFFUSION = "diffusion"
    HOSTED = "hosted"
    FOOTAGE = "footage"


class Quality(Term):
    """How much is spent on a picture."""

    DRAFT = "draft"
    STANDARD = "standard"
    FINAL = "final"


class Track(Term):
    """The tracks of the sound timeline."""

    DIALOGUE = "dialogue"
    EFFECTS = "effects"
    AMBIENCE = "ambience"
    MUSIC = "music"


T = TypeVar("T", bound=Term)


@cache
def _table(kind: type[Term]) -> dict[str, str]:
    own = {_plain(member.value): member.value for member in kind}
    return {**{_plain(word): value for word, value in kind.synonyms().items()}, **own}


def _plain(text: str) -> str:
    return re.sub(r"[\s_\-]+", " ", text).strip().lower()


def parse(kind: type[T], text: str) -> T | None:
    """The term a word names, by value or synonym; None when it names none."""
    value = _table(kind).get(_plain(text))
    return None if value is None else kind(value)


def find(kind: type[T], text: str) -> T | None:
    """The term whose longest word stands in a sentence; None when none does."""
    padded = f" {_words(text)} "
    hits = [word for word in _table(kind) if f" {_words(word)} " in padded]
    return kind(_table(kind)[max(hits, key=len)]) if hits else None


def _words(text: str) -> str:
    return re.sub(r"[^\w/]+", " ", _plain(text)).strip()


def step(size: Size, rungs: int) -> Size:
    """Up (+) is tighter, down (-) is wider; the ends of the ladder hold.

    An insert counts as ECU.
    """
    at = LADDER.index(size) if size in LADDER else len(LADDER) - 1
    return LADDER[max(0, min(len(LADDER) - 1, at + rungs))]

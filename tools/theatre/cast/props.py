"""Things in a puppet's hand. Knows nothing of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.theatre.cast.colour import blend, from_hex, shade
from tools.theatre.cast.figure import Colour, Point
from tools.theatre.cast.shape import Place, Sheet, ring

# Outlines are read as rows of points.
# fmt: off

_WORDS = {
    "letter": "letter", "note": "letter", "paper": "letter", "envelope": "letter",
    "map": "letter", "photo": "letter", "photograph": "letter", "postcard": "letter",
    "newspaper": "letter", "ticket": "letter", "suitcase": "suitcase", "briefcase": "suitcase",
    "trunk": "suitcase", "lantern": "lantern", "lamp": "lantern", "torch": "lantern",
    "flashlight": "lantern", "candle": "candle", "cup": "cup", "mug": "cup", "tea": "cup",
    "coffee": "cup", "glass": "cup", "goblet": "cup", "phone": "phone", "telephone": "phone",
    "smartphone": "phone", "radio": "phone", "book": "book", "notebook": "book",
    "diary": "book", "journal": "book", "logbook": "book", "ledger": "book", "laptop": "laptop",
    "computer": "laptop", "keyboard": "laptop", "umbrella": "umbrella", "cane": "cane",
    "stick": "cane", "staff": "cane", "oar": "cane", "rope": "parcel", "pebble": "pebble",
    "stone": "pebble", "rock": "pebble", "apple": "pebble", "ball": "pebble", "coin": "pebble",
    "shell": "pebble", "ring": "pebble", "pen": "pen", "pencil": "pen", "knife": "pen",
    "key": "pen", "keys": "pen", "brush": "pen", "spoon": "pen", "punch": "pen",
    "wrench": "pen", "bag": "bag", "satchel": "bag", "backpack": "bag", "basket": "bag",
    "bucket": "bag", "pitcher": "jug", "jug": "jug", "bottle": "jug", "vase": "jug",
    "pot": "jug", "kettle": "jug", "flower": "flower", "flowers": "flower", "rose": "flower",
    "bouquet": "flower", "parcel": "parcel", "box": "parcel", "package": "parcel",
    "present": "parcel", "gift": "parcel",
}
PROPS = tuple(sorted(set(_WORDS.values())))
_ANY = "parcel"


def prop_in(text: str) -> str:
    """Return the first prop that the words name, as it is drawn, or ''."""
    for word in re.findall(r"[a-z]+", str(text).lower()[:400]):
        if word in _WORDS:
            return _WORDS[word]
        if word.endswith("s") and word[:-1] in _WORDS:
            return _WORDS[word[:-1]]
    return ""


def prop_of(text: str) -> tuple[str, str]:
    """Return (prop as drawn, note) for any words; an unknown thing is a small parcel."""
    found = prop_in(text)
    return (found, "") if found else (_ANY, f"prop {text[:40]!r} drawn as a small parcel")


def draw_prop(sheet: Sheet, hand: Place, kind: str, colour: Colour | None) -> None:
    """Cut a prop; hand is the palm, x towards facing, one unit = an adult's stature."""
    _DRAWN.get(kind, _parcel)(sheet, hand, colour)


def _box(x: float, y: float, w: float, h: float) -> list[Point]:
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def _letter(s: Sheet, p: Place, colour: Colour | None) -> None:
    paper = from_hex("#ece3cd")
    q = p.child(0.012, -0.03, 0.12)
    s.cut(q, _box(-0.05, -0.04, 0.1, 0.07), paper, smooth=False, shadow=0.3, name="prop")
    fold = [(-0.05, -0.04), (0.0, 0.002), (0.05, -0.04)]
    s.cut(q, fold, shade(paper, 0.9), smooth=False, shadow=0.25, name="prop fold")


def _suitcase(s: Sheet, p: Place, colour: Colour | None) -> None:
    hide = colour or from_hex("#7a5236")
    grip = [(-0.03, 0.03), (-0.022, 0.0), (0.022, 0.0), (0.03, 0.03), (0.018, 0.03), (-0.018, 0.03)]
    s.cut(p, grip, shade(hide, 0.6), smooth=False, name="prop handle")
    s.cut(p, _box(-0.105, 0.028, 0.21, 0.14), hide, smooth=False, grade=0.1, name="prop")
    for x in (-0.07, 0.055):
        s.cut(p, _box(x, 0.028, 0.016, 0.14), shade(hide, 0.72), smooth=False, shadow=0.2)


def _lantern(s: Sheet, p: Place, colour: Colour | None) -> None:
    metal = colour or from_hex("#6a4e2c")
    s.cut(p, [(-0.004, 0.0), (0.004, 0.0), (0.004, 0.03), (-0.004, 0.03)], metal, smooth=False)
    glow = from_hex("#ffd98c")
    s.cut(p, _box(-0.024, 0.042, 0.048, 0.06), glow, smooth=False, shadow=0.1, texture=False,
          edge=0.0, name="prop light")
    s.ink(p, ring(0.0, 0.075, 0.009, 0.019), from_hex("#fff6da"), "prop flame")
    s.cut(p, [(-0.034, 0.045), (0.034, 0.045), (0.012, 0.022),
              (-0.012, 0.022)], metal, smooth=False)
    s.cut(p, _box(-0.034, 0.1, 0.068, 0.014), metal, smooth=False, name="prop")


def _candle(s: Sheet, p: Place, colour: Colour | None) -> None:
    s.cut(p, _box(-0.009, -0.075, 0.018, 0.08), colour or from_hex("#e8dcc0"), smooth=False)
    s.ink(p, [(0.0, -0.112), (0.01, -0.086), (0.0, -0.074), (-0.01, -0.086)], from_hex("#ffe2a0"),
          "prop flame")


def _cup(s: Sheet, p: Place, colour: Colour | None) -> None:
    clay = colour or from_hex("#c9c2b2")
    s.cut(p, [(0.03, -0.03), (0.05, -0.028), (0.05, 0.0), (0.03, 0.004), (0.03, -0.004),
              (0.041, -0.008), (0.041, -0.02), (0.03, -0.022)], clay,
              name="prop handle")
    s.cut(p, _box(-0.026, -0.045, 0.06, 0.06), clay, smooth=False, grade=0.1, name="prop")
    s.ink(p, ring(0.004, -0.045, 0.03, 0.007), shade(clay, 0.4), "prop drink")


def _phone(s: Sheet, p: Place, colour: Colour | None) -> None:
    q = p.child(0.01, -0.03, 0.2)
    s.cut(q, _box(-0.02, -0.04, 0.04, 0.075), colour or from_hex("#2c2f36"), smooth=False,
          name="prop")
    s.ink(q, _box(-0.016, -0.034, 0.032, 0.06), from_hex("#8fb4c8"), "prop screen")


def _book(s: Sheet, p: Place, colour: Colour | None) -> None:
    cover = colour or from_hex("#7a3b38")
    q = p.child(0.02, -0.035, -0.08)
    s.cut(q, [(-0.08, -0.045), (0.0, -0.035), (0.08, -0.045), (0.08, 0.05), (0.0, 0.06),
              (-0.08, 0.05)],
          cover, smooth=False, name="prop")
    page = from_hex("#e9e0ca")
    for a, b in ((-0.072, -0.002), (0.002, 0.072)):
        s.cut(q, [(a, -0.05), (b, -0.05), (b, 0.042), (a, 0.042)], page, smooth=False, shadow=0.2)


def _laptop(s: Sheet, p: Place, colour: Colour | None) -> None:
    metal = colour or from_hex("#8c9096")
    s.cut(p, [(-0.09, 0.03), (0.1, 0.03), (0.12, 0.042), (-0.1, 0.042)], shade(metal, 0.8),
          smooth=False)
    s.cut(p, [(0.0, 0.032), (0.11, 0.032), (0.15, -0.08), (0.04, -0.08)], metal, smooth=False,
          name="prop")


def _umbrella(s: Sheet, p: Place, colour: Colour | None) -> None:
    cloth = colour or from_hex("#7a2f38")
    s.cut(p, _box(-0.005, -0.52, 0.01, 0.56), from_hex("#4a3a2c"), smooth=False)
    p = p.child(0.0, -0.15)
    dome = [(-0.24, -0.34), (-0.2, -0.44), (-0.1, -0.5), (0.0, -0.515), (0.1, -0.5), (0.2, -0.44),
            (0.24, -0.34), (0.12, -0.365), (0.0, -0.345), (-0.12, -0.365)]
    s.cut(p, dome, cloth, grade=0.12, name="prop")
    s.cut(p, [(-0.07, -0.36), (-0.05, -0.45), (0.0, -0.51), (0.05, -0.45), (0.07, -0.36),
              (0.0, -0.345)],
          shade(cloth, 0.85), shadow=0.15)


def _cane(s: Sheet, p: Place, colour: Colour | None) -> None:
    s.cut(p, _box(-0.007, -0.05, 0.014, 0.5), colour or from_hex("#5a4030"), smooth=False,
          name="prop")


def _pebble(s: Sheet, p: Place, colour: Colour | None) -> None:
    s.cut(p, ring(0.015, -0.012, 0.02, 0.017), colour or from_hex("#8a8d93"), name="prop")


def _pen(s: Sheet, p: Place, colour: Colour | None) -> None:
    q = p.child(0.02, 0.0, 0.7)
    s.cut(q, _box(-0.005, -0.05, 0.009, 0.075), colour or from_hex("#3a3c46"), smooth=False,
          name="prop")


def _bag(s: Sheet, p: Place, colour: Colour | None) -> None:
    hide = colour or from_hex("#6b4a34")
    s.cut(p, [(-0.05, 0.06), (-0.03, 0.0), (0.03, 0.0), (0.05, 0.06), (0.035, 0.06), (0.02, 0.015),
              (-0.02, 0.015), (-0.035, 0.06)], shade(hide, 0.7), smooth=False)
    s.cut(p, [(-0.075, 0.055), (0.075, 0.055), (0.09, 0.15), (0.06, 0.175), (-0.06, 0.175),
              (-0.09, 0.15)],
          hide, grade=0.1, name="prop")


def _jug(s: Sheet, p: Place, colour: Colour | None) -> None:
    clay = colour or from_hex("#a5613c")
    s.cut(p, [(-0.02, -0.09), (0.03, -0.09), (0.025, -0.06), (0.05, -0.02), (0.045, 0.03),
              (-0.035, 0.03),
              (-0.04, -0.02), (-0.015, -0.06)], clay, grade=0.1, name="prop")


def _flower(s: Sheet, p: Place, colour: Colour | None) -> None:
    s.cut(p, _box(-0.003, -0.07, 0.006, 0.1), from_hex("#4f7d4a"), smooth=False)
    petal = colour or from_hex("#c4525c")
    for x, y in ((-0.016, -0.08), (0.016, -0.08), (0.0, -0.098), (0.0, -0.066)):
        s.cut(p, ring(x, y, 0.015), petal, shadow=0.2, name="prop")
    s.ink(p, ring(0.0, -0.081, 0.008), blend(petal, from_hex("#f0d080"), 0.8))


def _parcel(s: Sheet, p: Place, colour: Colour | None) -> None:
    paper = colour or from_hex("#a5825a")
    s.cut(p, _box(-0.035, -0.035, 0.08, 0.06), paper, smooth=False, name="prop")
    s.ink(p, _box(0.0, -0.035, 0.007, 0.06), shade(paper, 0.6))


_DRAWN: dict[str, Callable[[Sheet, Place, Colour | None], None]] = {
    "letter": _letter, "suitcase": _suitcase, "lantern": _lantern, "candle": _candle, "cup": _cup,
    "phone": _phone, "book": _book, "laptop": _laptop, "umbrella": _umbrella, "cane": _cane,
    "pebble": _pebble, "pen": _pen, "bag": _bag, "jug": _jug, "flower": _flower, "parcel": _parcel,
}

"""Things in a puppet's hand: which words name them. Knows nothing of bodies."""

from __future__ import annotations

import re

from tools.theatre.cast.figure import Colour
from tools.theatre.cast.heldpaper import HELD_LIGHT
from tools.theatre.cast.heldtools import HELD_HEAVY
from tools.theatre.cast.idioms import in_hand
from tools.theatre.cast.shape import Place, Sheet

_DRAWN = {**HELD_LIGHT, **HELD_HEAVY}
_NAMES = {
    "letter": "letter envelope invitation telegram",
    "page": "note paper page papers document contract list menu script",
    "map": "map plan chart blueprint drawing sketch",
    "photo": "photo photograph picture postcard snapshot polaroid",
    "newspaper": "newspaper magazine",
    "ticket": "ticket card badge pass passport",
    "book": "book notebook diary journal logbook ledger bible album",
    "cup": "cup mug tea coffee teacup",
    "glass": "glass tumbler water",
    "goblet": "goblet wineglass wine champagne chalice",
    "bottle": "bottle flask vial whisky whiskey rum beer",
    "jug": "pitcher jug vase pot kettle teapot urn",
    "candle": "candle",
    "flower": "flower rose tulip daisy lily",
    "bouquet": "bouquet flowers roses",
    "coin": "coin medal token penny",
    "ring": "ring bracelet",
    "pebble": "pebble stone rock shell pearl",
    "apple": "apple orange fruit pear peach",
    "ball": "ball football globe",
    "suitcase": "suitcase briefcase trunk luggage",
    "bag": "bag satchel backpack purse handbag sack",
    "basket": "basket hamper",
    "bucket": "bucket pail",
    "lantern": "lantern lamp",
    "flashlight": "torch flashlight",
    "phone": "phone telephone smartphone mobile tablet",
    "radio": "radio walkie receiver transmitter",
    "laptop": "laptop computer keyboard",
    "camera": "camera",
    "umbrella": "umbrella parasol",
    "cane": "cane stick staff oar pole spear wand",
    "broom": "broom mop rake shovel spade",
    "sword": "sword sabre rapier",
    "knife": "knife dagger scissors",
    "gun": "gun pistol revolver",
    "key": "key keys",
    "pen": "pen pencil spoon fork needle flute quill",
    "brush": "brush paintbrush",
    "spanner": "wrench spanner screwdriver punch tool",
    "hammer": "hammer axe mallet",
    "parcel": "parcel box package present gift crate",
    "tray": "tray plate dish",
    "guitar": "guitar ukulele banjo lute violin fiddle",
    "hat": "hat cap helmet",
    "rope": "rope cord line net",
    "flag": "flag banner",
    "teddy": "teddy bear doll toy puppet",
}
_WORDS = {word: kind for kind, words in _NAMES.items() for word in words.split()}
PROPS = tuple(sorted(_DRAWN))
_ANY = "parcel"
_AS_WELL = frozenset({"line", "list", "pass", "plan", "water", "picture", "pole", "script"})
"""Words that are more often something else: they count only after an article."""

_LARGER = {
    "coin": 1.8, "ring": 1.9, "key": 1.5, "pen": 1.35, "pebble": 1.4, "knife": 1.4, "ticket": 1.3,
    "glass": 1.35, "cup": 1.3, "phone": 1.3, "goblet": 1.3, "camera": 1.25, "candle": 1.25,
    "apple": 1.3, "brush": 1.4, "photo": 1.2, "letter": 1.15, "page": 1.15, "flower": 1.3,
    "flashlight": 1.3, "gun": 1.2, "radio": 1.25, "spanner": 1.2, "tray": 1.4, "lantern": 1.15,
}  # fmt: skip
"""Small things are cut larger than life: they must read on a small screen."""


def prop_in(text: str) -> str:
    """Return the first prop that the words name, as it is drawn, or ''."""
    before = ""
    for word in re.findall(r"[a-z]+", in_hand(str(text).lower()[:400])):
        known = _WORDS.get(word) or (_WORDS.get(word[:-1]) if word.endswith("s") else None)
        single = word if word in _AS_WELL else word.removesuffix("s")
        if known and (single not in _AS_WELL or before in ("a", "the", "his", "her", "their", "")):
            return known
        before = word
    return ""


def prop_of(text: str) -> tuple[str, str]:
    """Return (prop as drawn, note) for any words; an unknown thing is a small parcel."""
    found = prop_in(text)
    return (found, "") if found else (_ANY, f"prop {text[:40]!r} drawn as a small parcel")


def draw_prop(sheet: Sheet, hand: Place, kind: str, colour: Colour | None) -> None:
    """Cut a prop; hand is the palm, x towards facing, one unit = an adult's stature."""
    size = _LARGER.get(kind, 1.0)
    place = hand.child(0.0, 0.0, 0.0, size) if size > 1.0 else hand
    _DRAWN.get(kind, _DRAWN[_ANY])(sheet, place, colour)

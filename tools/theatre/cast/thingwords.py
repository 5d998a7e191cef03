"""Words for things: which known thing a text names, how tall it is and how it lies.

Draws nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Lie = Literal["flat", "up", "wall", "air"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A thing that can be drawn: height and width in world units, and how it lies."""

    name: str
    tall: float
    wide: float
    lie: Lie = "up"


_KINDS = (
    ("letter", 0.075, 0.15, "flat", "letter envelope invitation telegram"),
    ("sheet", 0.09, 0.14, "flat", "note paper page papers document contract list menu script"),
    ("drawing", 0.10, 0.15, "flat", "drawing sketch plan blueprint painting"),
    ("ticket", 0.05, 0.12, "flat", "ticket tickets card badge stamp pass label receipt passport"),
    ("photo", 0.08, 0.12, "flat", "photo photograph picture postcard snapshot polaroid portrait"),
    ("newspaper", 0.09, 0.20, "flat", "newspaper magazine paper-folded"),
    ("book", 0.075, 0.16, "flat", "book notebook diary journal logbook ledger bible album"),
    ("key", 0.035, 0.11, "flat", "key keys"),
    ("coin", 0.035, 0.05, "flat", "coin coins medal token penny"),
    ("button", 0.035, 0.05, "flat", "button buttons"),
    ("ring", 0.04, 0.045, "flat", "ring bracelet wedding-ring"),
    ("map", 0.10, 0.15, "flat", "map chart"),
    ("knife", 0.04, 0.16, "flat", "knife dagger scissors"),
    ("sword", 0.06, 0.24, "flat", "sword sabre rapier"),
    ("gun", 0.07, 0.15, "flat", "gun pistol revolver"),
    ("umbrella", 0.06, 0.24, "flat", "umbrella parasol"),
    ("pen", 0.03, 0.15, "flat", "pen pencil brush needle flute whistle baton"),
    ("spoon", 0.03, 0.15, "flat", "spoon fork spoons forks wrench tool"),
    ("feather", 0.05, 0.15, "flat", "feather leaf petal quill"),
    ("phone", 0.055, 0.10, "flat", "phone telephone smartphone mobile"),
    ("watch", 0.06, 0.13, "flat", "watch wristwatch compass stopwatch pocketwatch"),
    ("glove", 0.05, 0.12, "flat", "glove gloves mitten scarf handkerchief"),
    ("cup", 0.085, 0.11, "up", "cup mug tea coffee teacup"),
    ("glass", 0.10, 0.07, "up", "glass tumbler water"),
    ("pitcher", 0.22, 0.19, "up", "pitcher jug vase urn amphora"),
    ("pot", 0.12, 0.19, "up", "pot kettle teapot saucepan pan stove cauldron"),
    ("bottle", 0.20, 0.07, "up", "bottle flask vial whisky whiskey rum beer"),
    ("lamp", 0.22, 0.13, "up", "lamp lampshade light bulb"),
    ("lantern", 0.19, 0.12, "up", "lantern beacon"),
    ("flashlight", 0.16, 0.09, "up", "torch flashlight"),
    ("goblet", 0.15, 0.08, "up", "goblet wineglass wine champagne chalice"),
    ("camera", 0.12, 0.18, "up", "camera"),
    ("basket", 0.20, 0.30, "up", "basket hamper"),
    ("bag", 0.20, 0.25, "up", "bag satchel backpack purse handbag"),
    ("laptop", 0.16, 0.27, "up", "laptop"),
    ("guitar", 0.40, 0.16, "up", "guitar ukulele banjo violin fiddle"),
    ("teddy", 0.20, 0.16, "up", "teddy bear"),
    ("candle", 0.16, 0.06, "up", "candle candles match flame fire"),
    ("plant", 0.20, 0.18, "up", "plant flower flowers rose bouquet seedling sprout cactus"),
    ("clock", 0.15, 0.15, "up", "clock alarm timer"),
    ("box", 0.12, 0.16, "up", "box parcel package gift present crate chest case drawer trough"),
    ("cake", 0.11, 0.17, "up", "cake pie bread loaf"),
    ("bowl", 0.09, 0.18, "up", "bowl plate plates dish dishes"),
    ("bell", 0.12, 0.11, "up", "bell bells"),
    ("suitcase", 0.20, 0.27, "up", "suitcase briefcase trunk luggage"),
    ("shoe", 0.09, 0.19, "up", "shoe shoes boot boots slipper"),
    ("hat", 0.09, 0.19, "up", "hat cap helmet crown"),
    ("ball", 0.10, 0.10, "up", "ball apple orange egg globe marble fruit stone pebble rock pearl"),
    ("screen", 0.17, 0.24, "up", "screen monitor television tv computer display terminal"),
    ("radio", 0.14, 0.22, "up", "radio receiver transmitter walkie speaker amplifier stereo"),
    ("bollard", 0.24, 0.16, "up", "bollard post stump mooring hydrant"),
    ("doll", 0.17, 0.09, "up", "doll toy puppet figurine statue robot"),
    ("calendar", 0.26, 0.20, "wall", "calendar"),
    ("picture", 0.24, 0.28, "wall", "poster frame mirror notice"),
    ("sign", 0.17, 0.34, "wall", "sign plaque nameplate board blackboard chalkboard billboard"),
    ("switch", 0.13, 0.09, "wall", "switch lever button-wall doorbell handle doorknob lock alarm"),
    ("balloon", 0.24, 0.17, "air", "balloon kite moon sun star"),
    ("moth", 0.06, 0.10, "air", "moth butterfly bee fly insect dragonfly firefly"),
    ("plane", 0.06, 0.14, "air", "plane glider drone aeroplane airplane"),
)
KINDS: dict[str, Kind] = {name: Kind(name, t, w, lie) for name, t, w, lie, _ in _KINDS}  # type: ignore[arg-type]
_WORDS = {word: name for name, _, _, _, words in _KINDS for word in words.split()}
LIGHTS = frozenset({"lamp", "lantern", "candle", "flashlight"})
_BESIDE = re.compile(
    r"\b(?:on|in|into|inside|against|beside|by|under|from|across|at|over|of|near|behind|with|to)"
    r" (?:the|a|an|his|her|its|their|one) (?:[a-z]+ )?$"
)
_THING = re.compile(r"\b(?:the|a|an|one|his|her|its|their) (?:[a-z]+ )?([a-z]{3,})")


def things_in(text: str) -> list[str]:
    """Return the words of a text that name known things: what it is about before where it lies."""
    plain = re.sub(r"[^a-z]+", " ", text.lower()[:400])
    first: list[str] = []
    beside: list[str] = []
    for match in re.finditer(r"[a-z]+", plain):
        word = match.group()
        after = re.match(r" ([a-z]+)", plain[match.end() :])
        if after and kind_of(after.group(1)) is not None:
            continue  # "paper plane" is a plane
        if kind_of(word) is not None:
            where = _BESIDE.search(plain[: match.start()])
            (beside if where else first).append(word)
    return first + beside


def kind_of(word: str) -> Kind | None:
    """Return the kind of a single word, plural or not; None for what is not known."""
    singles = (word, word.removesuffix("s"), word.removesuffix("es"))
    name = next((_WORDS[one] for one in singles if one in _WORDS), None)
    return KINDS[name] if name else None


def nearest(focus: str) -> tuple[Kind, str]:
    """Return (a box, note) for a thing whose shape is not known."""
    return KINDS["box"], f"no shape is known for {focus.strip()[:40]!r}; drawn as a box"

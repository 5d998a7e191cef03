"""From the words of a wardrobe to garments, colours and patterns. Draws nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.theatre.cast.colour import blend, colour_in, from_hex, pick, shade
from tools.theatre.cast.figure import Colour

# Outermost first: of two garments, the one that covers the other is drawn.
_LAYERS: tuple[dict[str, str], ...] = (
    {
        "raincoat": "raincoat", "oilskin": "raincoat", "oilskins": "raincoat", "mac": "raincoat",
        "mackintosh": "raincoat", "anorak": "raincoat", "parka": "raincoat", "poncho": "robe",
        "overcoat": "coat", "trenchcoat": "coat", "trench": "coat", "greatcoat": "coat",
        "lab coat": "coat", "dressing gown": "robe", "bathrobe": "robe", "robe": "robe",
        "robes": "robe", "cloak": "robe", "cape": "robe", "kimono": "robe", "habit": "robe",
        "cassock": "robe", "duffel": "coat", "coat": "coat",
    },
    {
        "suit": "suit", "tuxedo": "suit", "blazer": "suit", "tailcoat": "suit",
        "uniform": "uniform", "jacket": "jacket", "parka jacket": "raincoat", "bomber": "jacket",
        "cardigan": "cardigan", "vest": "vest", "waistcoat": "vest", "gilet": "vest",
        "dungarees": "dungarees", "overalls": "dungarees", "boiler suit": "dungarees",
    },
    {
        "hoodie": "hoodie", "sweatshirt": "hoodie", "tracksuit": "hoodie", "jumper": "sweater",
        "sweater": "sweater", "pullover": "sweater", "turtleneck": "sweater",
        "guernsey": "sweater", "jersey": "sweater",
    },
    {
        "dress": "dress", "gown": "dress", "sari": "dress", "frock": "dress",
        "nightgown": "dress", "pinafore": "dress", "shirt": "shirt", "blouse": "shirt",
        "polo": "shirt", "tee": "shirt", "tshirt": "shirt", "t-shirt": "shirt", "top": "shirt",
        "pyjamas": "shirt", "pajamas": "shirt", "onesie": "sweater", "tunic": "shirt",
        "scrubs": "shirt", "armour": "vest", "armor": "vest",
    },
)  # fmt: skip
_INNER = {
    "shirt": "", "blouse": "", "tee": "", "t-shirt": "", "jumper": "", "sweater": "",
    "turtleneck": "", "pullover": "", "dress": "", "hoodie": "",
}  # fmt: skip
_LEGS = {
    "skirt": "skirt", "kilt": "skirt", "trousers": "trousers", "pants": "trousers",
    "jeans": "trousers", "leggings": "trousers", "shorts": "shorts", "breeches": "trousers",
    "slacks": "trousers", "chinos": "trousers",
}  # fmt: skip
_HATS = {
    "knit cap": "knit", "knitted cap": "knit", "beanie": "knit", "wool cap": "knit",
    "woolly hat": "knit", "wool hat": "knit", "bobble hat": "knit", "toque": "knit",
    "sou'wester": "souwester", "souwester": "souwester", "flat cap": "flat", "beret": "beret",
    "headscarf": "headscarf", "head scarf": "headscarf", "kerchief": "headscarf",
    "hijab": "hijab", "veil": "hijab", "wimple": "hijab", "bonnet": "headscarf",
    "helmet": "helmet", "crown": "crown", "tiara": "crown", "top hat": "tophat",
    "cylinder hat": "tophat", "hood": "hood", "peaked cap": "peaked", "police cap": "peaked",
    "captain's cap": "peaked", "officer's cap": "peaked", "baseball cap": "flat", "cap": "flat",
    "fedora": "brim", "straw hat": "brim", "sun hat": "brim", "bowler": "brim",
    "stetson": "brim", "turban": "knit", "hat": "brim",
}  # fmt: skip
_PATTERNS = {
    "striped": "stripes", "stripes": "stripes", "stripy": "stripes", "stripe": "stripes",
    "pinstripe": "stripes", "breton": "stripes", "checked": "check", "check": "check",
    "checkered": "check", "chequered": "check", "plaid": "check", "tartan": "check",
    "gingham": "check", "flannel": "check", "dotted": "dots", "polka": "dots", "dots": "dots",
    "polka-dot": "dots", "spotted": "dots", "spotty": "dots", "floral": "dots",
}  # fmt: skip
_SCARVES = ("scarf", "shawl", "muffler", "bandana", "neckerchief")
_STRAPS = ("satchel", "shoulder bag", "messenger bag", "bag", "rucksack", "backpack",
           "bandolier", "sash", "handbag", "quiver")  # fmt: skip
_CLOTHS = (
    "#8c3b3b", "#34557a", "#4f6b45", "#7a5a86", "#b0762e", "#2f6f70", "#7d6c54", "#a3543c",
    "#54617a", "#92703c", "#6a3a52", "#48604f", "#b89a5e", "#5d6a78", "#7b4331", "#3f5f52",
)  # fmt: skip
_LEG_CLOTHS = ("#3b3f4a", "#4a4038", "#2f3848", "#5a5248", "#3f4a3f", "#46424e")
_STAND_INS = ("armour", "armor", "boiler suit", "cassock", "habit", "kimono", "poncho", "sari",
              "scrubs", "tracksuit", "tailcoat")  # fmt: skip


def has(text: str, *options: str) -> bool:
    """Return whether any option stands in the text as whole words."""
    return any(re.search(rf"(?<![a-z]){re.escape(o)}(?![a-z])", text) for o in options)


def first(text: str, table: Mapping[str, str]) -> tuple[str, str]:
    """Return (word, meaning) of the table's word that the text names, the longest first."""
    for word in sorted(table, key=lambda w: (-len(w), w)):
        if has(text, word):
            return word, table[word]
    return "", ""


def phrase_of(text: str, word: str) -> str:
    """Return the phrase, cut at commas and 'and', in which a word stands."""
    for phrase in re.split(r"[,;.]| and | with | over | under ", text):
        if has(phrase, word):
            return phrase
    return ""


def _colour(worn: str, *words: str) -> Colour | None:
    """Return the colour of the first of these words that is worn and has one."""
    for word in words:
        named = colour_in(phrase_of(worn, word)) if has(worn, word) else None
        if named:
            return named
    return None


def clothes_of(worn: str, lean: str, name: str, seed: int, notes: list[str]) -> dict[str, Any]:
    """Return every field of a look that is worn; what the words leave open is chosen by hash.

    Args:
        worn: the wardrobe in lower-case words.
        lean: she, he or they.
        name: of the character, for the hash.
        seed: of the film, for the hash.
        notes: gets a line per guess.
    """
    worn = re.sub(r"\b(\w+) and (\w+) (strip|check|dot|polka)", r"\1 \2 \3", worn)
    named = (first(worn, layer) for layer in _LAYERS)
    word, top = next((pair for pair in named if pair[1]), ("", ""))
    if not top:
        top = pick(("coat", "jacket", "shirt", "sweater", "hoodie"), seed, name, "top")
        notes.append(f"clothes chosen: {top}")
    if word in _STAND_INS:
        notes.append(f"{word} drawn as a {top}")
    cloth = colour_in(phrase_of(worn, word)) if word else None
    if cloth is None and word in ("oilskin", "oilskins"):
        cloth = colour_in("yellow")
    if cloth is None:
        cloth = from_hex(pick(_CLOTHS, seed, name, "cloth"))
        notes.append("colour of the clothes chosen")
    accent = from_hex(pick(_CLOTHS, seed, name, "accent"))
    shirt = from_hex(pick(("#e6dcc6", "#d8d8d4", "#c9b08a", "#b9c4cc", "#54586a"), seed, name, "s"))
    inner = next((w for w in _INNER if w != word and has(worn, w)), "")
    shirt = (_colour(worn, inner) if inner else None) or shirt
    found = {
        "top": top, "cloth": cloth, "trim": shade(cloth, 0.78), "shirt": shirt,
        **_pattern(worn, word, inner, cloth), **_legs(worn, top, cloth, name, seed),
        **_feet(worn, name, seed), **_extras(worn, accent), **_hat(worn, cloth, accent),
        **_tie(worn, top, lean, accent), **_sleeves(worn, word, top),
    }  # fmt: skip
    return _layered(found, worn, word, inner)


def _layered(found: dict[str, Any], worn: str, word: str, inner: str) -> dict[str, Any]:
    """Put a garment on what is under it: a vest's sleeves, a jacket over a dress, a bib."""
    if found["top"] == "vest":
        found["sleeve"] = found["shirt"]
    if inner == "dress" and found["top"] != "dress":
        found.update(legs="skirt", leg_cloth=found["shirt"])
    if found["top"] == "dungarees":
        named = colour_in(phrase_of(worn, word))
        found["leg_cloth"] = named or from_hex("#46607f")
        found["cloth"] = found["shirt"]
        found["trim"] = shade(found["shirt"], 0.78)
    return found


def _pattern(worn: str, word: str, inner: str, cloth: Colour) -> dict[str, Any]:
    """Return the pattern of the garment on top, or of what dungarees leave bare."""
    phrase = phrase_of(worn, word) if word else ""
    if has(worn, "dungarees", "overalls") and inner:
        phrase = phrase_of(worn, inner)
    _, kind = first(phrase, _PATTERNS)
    if not kind:
        return {"pattern": ""}
    named = [c for w in re.findall(r"[a-z]+", phrase) if (c := colour_in(w)) and c != cloth]
    pale = sum(cloth) > 420
    other = named[0] if named else shade(cloth, 0.55) if pale else blend(
        cloth, (214.0, 228.0, 236.0), 0.72)  # fmt: skip
    return {"pattern": kind, "pattern_cloth": other}


def _legs(worn: str, top: str, cloth: Colour, name: str, seed: int) -> dict[str, Any]:
    word, legs = first(worn, _LEGS)
    leg_cloth = colour_in(phrase_of(worn, word)) if word else None
    if leg_cloth is None and (top in ("suit", "uniform") or has(worn, "pyjamas", "onesie")):
        leg_cloth = shade(cloth, 0.86)
    dark = from_hex(pick(_LEG_CLOTHS, seed, name, "legs"))
    return {"legs": legs or "trousers", "leg_cloth": leg_cloth or dark}


def _feet(worn: str, name: str, seed: int) -> dict[str, Any]:
    boots = ("boots", "wellingtons", "wellies", "waders")
    tone = _colour(worn, "shoes", *boots, "sneakers", "trainers", "sandals", "slippers")
    tone = tone or from_hex(pick(("#33302f", "#4a3527", "#3a3c46"), seed, name, "shoes"))
    return {"shoes": tone, "boots": has(worn, *boots)}


def _sleeves(worn: str, word: str, top: str) -> dict[str, Any]:
    if has(worn, "sleeveless", "tank top", "pinafore"):
        return {"sleeves": "none"}
    short = has(worn, "short sleeves", "short-sleeved", "t-shirt", "tshirt", "tee", "polo")
    summer = top == "dress" and word in ("dress", "frock") and not has(worn, "long sleeves")
    return {"sleeves": "short" if (short and top == "shirt") or summer else "long"}


def _tie(worn: str, top: str, lean: str, accent: Colour) -> dict[str, Any]:
    if has(worn, "tie", "necktie", "bow tie"):
        return {"tie": _colour(worn, "tie", "necktie") or accent}
    return {"tie": accent if top == "suit" and lean == "he" else None}


def _hat(worn: str, cloth: Colour, accent: Colour) -> dict[str, Any]:
    word, hat = first(worn, _HATS)
    tone = colour_in(phrase_of(worn, word)) if word else None
    fixed = {
        "crown": from_hex("#caa03c"), "helmet": from_hex("#9aa0a8"),
        "souwester": shade(cloth, 0.94), "tophat": from_hex("#2b2a30"),
    }  # fmt: skip
    if tone is None:
        tone = fixed.get(hat) or blend(shade(cloth, 0.7), accent, 0.4)
    return {"hat": hat, "hat_cloth": tone}


def _extras(worn: str, accent: Colour) -> dict[str, Any]:
    def worn_colour(words: tuple[str, ...], other: Colour) -> Colour | None:
        return (_colour(worn, *words) or other) if has(worn, *words) else None

    return {
        "scarf": worn_colour(_SCARVES, accent),
        "apron": worn_colour(("apron",), from_hex("#d8cdb4")),
        "gloves": worn_colour(("gloves", "mittens", "gauntlets"), shade(accent, 0.6)),
        "belt": worn_colour(("belt",), from_hex("#4a3527")),
        "strap": worn_colour(_STRAPS, from_hex("#6b4a34")),
    }  # fmt: skip

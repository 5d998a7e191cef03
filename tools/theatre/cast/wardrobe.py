"""From a character's words to a locked look: body, face, hair, garments, props. Draws nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.theatre.cast import creatures, hairwords
from tools.theatre.cast.colour import (
    blend,
    chance,
    colour_in,
    from_hex,
    pick,
    shade,
    skin_in,
    skin_tone,
    stable,
)
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look

LONGEST = 600  # characters of any one description that are read
_TOPS = {
    "raincoat": "coat", "overcoat": "coat", "trenchcoat": "coat", "trench": "coat",
    "greatcoat": "coat", "coat": "coat", "cloak": "coat", "cape": "coat", "robe": "coat",
    "oilskin": "coat", "oilskins": "coat", "parka": "coat", "duffel": "coat", "mac": "coat",
    "hoodie": "hoodie", "sweatshirt": "hoodie", "tracksuit": "hoodie", "suit": "suit",
    "tuxedo": "suit", "blazer": "suit", "waistcoat": "suit", "uniform": "uniform",
    "scrubs": "shirt", "tunic": "uniform", "dress": "dress", "gown": "dress", "sari": "dress",
    "frock": "dress", "nightgown": "dress", "kimono": "dress", "jacket": "jacket",
    "anorak": "jacket", "parka jacket": "jacket", "bomber": "jacket", "cardigan": "jacket",
    "vest": "jacket", "jumper": "sweater", "sweater": "sweater", "pullover": "sweater",
    "turtleneck": "sweater", "guernsey": "sweater", "jersey": "sweater", "shirt": "shirt",
    "blouse": "shirt", "polo": "shirt", "overalls": "shirt", "dungarees": "shirt",
    "tee": "shirt", "tshirt": "shirt", "top": "shirt", "pyjamas": "shirt", "pajamas": "shirt",
}  # fmt: skip
_LEGS = {
    "skirt": "skirt", "kilt": "skirt", "trousers": "trousers", "pants": "trousers",
    "jeans": "trousers", "leggings": "trousers", "shorts": "trousers", "breeches": "trousers",
}  # fmt: skip
_HATS = {
    "knit cap": "knit", "knitted cap": "knit", "beanie": "knit", "wool cap": "knit",
    "woolly hat": "knit", "bobble hat": "knit", "toque": "knit", "sou'wester": "brim",
    "souwester": "brim", "flat cap": "flat", "beret": "knit", "headscarf": "hood",
    "hijab": "hood", "bonnet": "hood", "helmet": "knit", "crown": "crown", "top hat": "brim",
    "hood": "hood", "peaked cap": "flat", "cap": "flat", "fedora": "brim", "straw hat": "brim",
    "bowler": "brim", "turban": "knit", "hat": "brim",
}  # fmt: skip
_SCARVES = ("scarf", "shawl", "muffler", "bandana", "neckerchief", "necktie", "tie")
_GLASSES = ("glasses", "spectacles", "sunglasses", "monocle", "goggles")
_CLOTHS = (
    "#8c3b3b", "#34557a", "#4f6b45", "#7a5a86", "#b0762e", "#2f6f70", "#7d6c54", "#a3543c",
    "#54617a", "#92703c", "#6a3a52", "#48604f", "#b89a5e", "#5d6a78", "#7b4331", "#3f5f52",
)  # fmt: skip
_LEG_CLOTHS = ("#3b3f4a", "#4a4038", "#2f3848", "#5a5248", "#3f4a3f", "#46424e")
_EYES = ("#5a3d28", "#3f5b43", "#3f6384", "#6b4f2c", "#4f6a70", "#3a2a20")
_SHE = ("she", "her", "woman", "girl", "female", "mother", "daughter", "queen", "sister", "lady")
_HE = ("he", "him", "man", "boy", "male", "father", "son", "king", "brother", "sailor")
_MARKS = ("scar", "freckles", "freckled", "mole", "tired")


def words_in(value: Any, depth: int = 0) -> str:
    """Return any value of a film document as lower-case words; nothing raises."""
    if depth > 4 or value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Mapping):
        parts = [words_in(v, depth + 1) for v in list(value.values())[:40]]
        return " , ".join(p for p in parts if p)[:LONGEST]
    if isinstance(value, (list, tuple, set, frozenset)):
        parts = [words_in(v, depth + 1) for v in list(value)[:40]]
        return " , ".join(p for p in parts if p)[:LONGEST]
    return str(value).lower()[:LONGEST].replace("’", "'")


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
    for phrase in re.split(r"[,;.]| and | with | over ", text):
        if has(phrase, word):
            return phrase
    return ""


SHORTEST, TALLEST = 0.945, 1.055


def dress(character: Mapping[str, Any], seed: int) -> Look:
    """Return the look of a character; see look.look_of."""
    if not isinstance(character, Mapping):
        character = {}
    name = str(character.get("name") or character.get("id") or "")[:80]
    who = " , ".join(
        words_in(character.get(k)) for k in ("name", "kind", "role", "appearance", "description")
    )
    told = " , ".join(words_in(character.get(k)) for k in ("appearance", "description", "role"))
    kind, species, note = creatures.kind_of(
        words_in(character.get("kind")), name.lower(), told.strip(" ,"),
        bool(words_in(character.get("hair"))),
    )  # fmt: skip
    if kind in ("bird", "beast"):
        fur = f"{who} , {words_in(character.get('wardrobe'))}"
        return creatures.creature(name, kind, species, fur, seed, note)
    return _person(character, name, who, seed, note)


def _person(character: Mapping[str, Any], name: str, who: str, seed: int, note: str) -> Look:
    notes: list[str] = [note] if note else []
    worn = words_in(character.get("wardrobe"))
    hair_words = words_in(character.get("hair")) or phrase_of(who, "hair")
    everything = " , ".join((who, hair_words, worn))
    lean = _lean(words_in(character.get("pronoun")), who, name, seed, notes)
    age = _age(character.get("age"), who, notes)
    body = _body(age, lean, who, name, seed)
    hair = hairwords.hair_of(hair_words, everything, age, lean, name, seed, notes)
    clothes = _clothes(worn or who, lean, name, seed, notes)
    skin = skin_in(everything)
    if skin is None:
        skin = skin_tone(stable(seed, name, "skin") % 5)
        notes.append("skin tone chosen")
    props = tuple(_prop(p) for p in _listed(character.get("props")))
    return Look(
        name=name, kind="child" if age == "child" else "person", seed=seed, age=age, skin=skin,
        props=props, notes=tuple(notes), marks=tuple(m for m in _MARKS if has(who, m)),
        glasses=has(everything, *_GLASSES), **body, **hair, **clothes,
    )  # fmt: skip


def _listed(value: Any) -> list[str]:
    items = value if isinstance(value, (list, tuple)) else [value] if value else []
    return [t for t in (words_in(i) for i in items[:8]) if t]


def _prop(text: str) -> tuple[str, Colour]:
    return (text[:60], colour_in(text) or from_hex("#8a6a48"))


def _lean(pronoun: str, who: str, name: str, seed: int, notes: list[str]) -> str:
    for text in (pronoun, who):
        if has(text, *_SHE):
            return "she"
        if has(text, *_HE):
            return "he"
    notes.append("build chosen")
    return pick(("she", "he", "they"), seed, name, "lean")


def _age(value: Any, who: str, notes: list[str]) -> str:
    match = re.search(r"\d{1,3}", words_in(value))
    if match:
        years = int(match.group())
        young = "child" if years < 13 else "young"
        return young if years < 25 else "old" if years > 61 else "adult"
    text = f"{words_in(value)} , {who}"
    if has(text, "child", "kid", "girl", "boy", "toddler", "little"):
        return "child"
    if has(text, "old", "elderly", "aged", "grandmother", "grandfather", "grandma", "grandpa"):
        return "old"
    if has(text, "young", "teen", "teenager", "student"):
        return "young"
    notes.append("age taken as adult")
    return "adult"


def _body(age: str, lean: str, who: str, name: str, seed: int) -> dict[str, Any]:
    def vary(key: str, low: float, high: float) -> float:
        return round(low + (high - low) * chance(seed, name, key), 3)

    height = {"child": 0.66, "young": 0.98, "adult": 1.0, "old": 0.96}[age]
    height *= {"she": 0.965, "he": 1.02, "they": 0.99}[lean] if age != "child" else 1.0
    height *= 1.05 if has(who, "tall") else 0.93 if has(who, "short", "small") else 1.0
    height *= vary("height", 0.975, 1.025)
    if age != "child":  # two grown people of one film differ by a head's half at most
        height = min(TALLEST, max(SHORTEST, height))
    girth = vary("girth", 0.87, 1.17)
    girth *= 1.25 if has(who, "fat", "stout", "heavy", "round", "plump", "burly") else 1.0
    girth *= 0.88 if has(who, "slim", "thin", "slender", "gaunt", "lean", "lanky") else 1.0
    wide = {"she": 0.92, "he": 1.06, "they": 0.99}[lean]
    stoop = 0.9 if has(who, "stooped", "hunched", "bent") else 0.4 if age == "old" else 0.0
    return {
        "height": round(height, 3),
        "head": 1.0 if age != "child" else 1.3, "girth": round(girth, 3),
        "shoulders": round(wide * (1.1 if has(who, "broad", "burly") else 1.0), 3),
        "stoop": stoop, "eyes": _eye_colour(who, name, seed),
        "eye_size": round(vary("eye", 0.9, 1.14) * (1.14 if age == "child" else 1.0), 3),
        "nose": round(vary("nose", 0.66, 1.4) * (0.72 if age == "child" else 1.0), 3),
        "face": round(vary("face", 0.91, 1.11) * (1.04 if age == "child" else 1.0), 3),
        "jaw": round(vary("jaw", 0.9, 1.16) * (0.95 if lean == "she" else 1.0), 3),
        "brow": round(vary("brow", 0.72, 1.35) * (0.8 if lean == "she" else 1.1), 3),
        "lips": {"she": 0.75, "he": 0.2, "they": 0.4}[lean] if age != "child" else 0.25,
        "cheeks": round(vary("cheek", 0.15, 0.5) + (0.25 if age == "child" else 0.0), 3),
    }  # fmt: skip


def _eye_colour(who: str, name: str, seed: int) -> Colour:
    named = colour_in(phrase_of(who, "eyes").replace("dark", "")) if has(who, "eyes") else None
    return shade(named, 0.9) if named else from_hex(pick(_EYES, seed, name, "eyes"))


def _clothes(worn: str, lean: str, name: str, seed: int, notes: list[str]) -> dict[str, Any]:
    word, top = first(worn, _TOPS)
    if not top:
        top = pick(("coat", "jacket", "shirt", "sweater", "hoodie"), seed, name, "top")
        notes.append(f"clothes chosen: {top}")
    cloth = colour_in(phrase_of(worn, word)) if word else None
    if cloth is None:
        cloth = from_hex(pick(_CLOTHS, seed, name, "cloth"))
        notes.append("colour of the clothes chosen")
    legs_word, legs = first(worn, _LEGS)
    leg_cloth = colour_in(phrase_of(worn, legs_word)) if legs_word else None
    dark = from_hex(pick(_LEG_CLOTHS, seed, name, "legs"))
    if top in ("suit", "uniform") and leg_cloth is None:
        leg_cloth = shade(cloth, 0.86)
    shirt = from_hex(pick(("#e6dcc6", "#d8d8d4", "#c9b08a", "#b9c4cc", "#54586a"), seed, name, "s"))
    return {
        "top": top, "cloth": cloth, "trim": shade(cloth, 0.78), "shirt": shirt,
        "legs": legs or "trousers", "leg_cloth": leg_cloth or dark,
        "shoes": _shoes(worn, name, seed), **_extras(worn, cloth, name, seed),
    }  # fmt: skip


def _shoes(worn: str, name: str, seed: int) -> Colour:
    for word in ("shoes", "boots", "sneakers", "sandals", "wellingtons"):
        named = colour_in(phrase_of(worn, word)) if has(worn, word) else None
        if named:
            return named
    return from_hex(pick(("#33302f", "#4a3527", "#3a3c46"), seed, name, "shoes"))


def _gloves(worn: str, accent: Colour) -> Colour | None:
    for word in ("gloves", "mittens"):
        if has(worn, word):
            return colour_in(phrase_of(worn, word)) or shade(accent, 0.6)
    return None


def _extras(worn: str, cloth: Colour, name: str, seed: int) -> dict[str, Any]:
    accent = from_hex(pick(_CLOTHS, seed, name, "accent"))
    scarf: Colour | None = None
    for word in _SCARVES:
        if has(worn, word):
            scarf = colour_in(phrase_of(worn, word)) or accent
            break
    hat_word, hat = first(worn, _HATS)
    hat_cloth = colour_in(phrase_of(worn, hat_word)) if hat_word else None
    apron = None
    if has(worn, "apron"):
        apron = colour_in(phrase_of(worn, "apron")) or from_hex("#d8cdb4")
    if hat_word.startswith("sou") and hat_cloth is None:
        hat_cloth = shade(cloth, 0.94)
    if hat == "crown" and hat_cloth is None:
        hat_cloth = from_hex("#caa03c")
    return {
        "scarf": scarf, "hat": hat, "hat_cloth": hat_cloth or blend(shade(cloth, 0.7), accent, 0.4),
        "apron": apron, "gloves": _gloves(worn, accent),
    }  # fmt: skip

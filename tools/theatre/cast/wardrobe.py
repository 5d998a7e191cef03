"""From a character's words to a locked look: body, face, hair, garments, props. Draws nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.theatre.cast import creatures, hairwords
from tools.theatre.cast.colour import (
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
from tools.theatre.cast.garmentwords import clothes_of, has, phrase_of
from tools.theatre.cast.look import Look

LONGEST = 600  # characters of any one description that are read
_GLASSES = ("glasses", "spectacles", "sunglasses", "monocle", "goggles")
_EYES = ("#5a3d28", "#3f5b43", "#3f6384", "#6b4f2c", "#4f6a70", "#3a2a20")
_SHE = ("she", "her", "woman", "girl", "female", "mother", "daughter", "queen", "sister", "lady")
_HE = ("he", "him", "man", "boy", "male", "father", "son", "king", "brother", "sailor")
_AGES = (
    ("baby", ("baby", "infant", "newborn")),
    ("child", ("child", "kid", "girl", "boy", "toddler", "little")),
    ("teen", ("teen", "teenager", "adolescent")),
    ("old", ("old", "elderly", "aged", "grandmother", "grandfather", "grandma", "grandpa")),
    ("young", ("young", "student")),
)
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


SHORTEST, TALLEST = 0.93, 1.07
YOUTH = ("baby", "child")


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
    age, years = _age(character.get("age"), who, notes)
    body = _body(age, lean, who, name, seed) | _grown(age, years)
    hair = hairwords.hair_of(hair_words, everything, age, lean, name, seed, notes)
    clothes = clothes_of(worn or who, lean, name, seed, notes)
    if not worn and age == "baby":
        clothes |= {"top": "sweater", "leg_cloth": shade(clothes["cloth"], 0.94)}
    skin = skin_in(everything)
    if skin is None:
        skin = skin_tone(stable(seed, name, "skin") % 5)
        notes.append("skin tone chosen")
    props = tuple(_prop(p) for p in _listed(character.get("props")))
    return Look(
        name=name, kind="child" if age in YOUTH else "person", seed=seed, age=age, skin=skin,
        props=props, notes=tuple(notes), marks=tuple(m for m in _MARKS if has(who, m)),
        glasses=has(everything, *_GLASSES), earrings=_earrings(everything),
        **body, **hair, **clothes,
    )  # fmt: skip


def _earrings(text: str) -> Colour | None:
    words = ("earrings", "earring", "hoops")
    if not has(text, *words):
        return None
    return next((c for w in words if (c := colour_in(phrase_of(text, w)))), from_hex("#caa03c"))


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


def _age(value: Any, who: str, notes: list[str]) -> tuple[str, int]:
    """Return (age as a word, years or -1)."""
    match = re.search(r"\d{1,3}", words_in(value))
    if match:
        years = int(match.group())
        for limit, word in ((3, "baby"), (13, "child"), (18, "teen"), (25, "young"), (62, "adult")):
            if years < limit:
                return word, years
        return "old", years
    text = f"{words_in(value)} , {who}"
    named = next((word for word, names in _AGES if has(text, *names)), "")
    if not named:
        notes.append("age taken as adult")
    return named or "adult", -1


def _grown(age: str, years: int) -> dict[str, Any]:
    """Return a child's proportions at its years; nothing for the grown."""
    if age == "baby":
        return {
            "height": 0.47,
            "head": 1.72,
            "shoulders": 1.02,
            "stoop": 0.0,
            "girth": 1.22,
            "arms": 1.2,
            "cheeks": 0.8,
            "jaw": 1.06,
        }
    if age == "child" and years >= 3:
        return {"height": round(0.53 + 0.027 * (years - 3), 3),
                "head": round(1.42 - 0.022 * (years - 3), 3)}  # fmt: skip
    return {}


def _body(age: str, lean: str, who: str, name: str, seed: int) -> dict[str, Any]:
    def vary(key: str, low: float, high: float) -> float:
        return round(low + (high - low) * chance(seed, name, key), 3)

    small, she = age in YOUTH, lean == "she"
    girth = _girth(who, vary("girth", 0.87, 1.15))
    wide = {"she": 0.92, "he": 1.07, "they": 0.99}[lean] if not small else 0.95
    strong = has(who, "muscular", "muscled", "brawny", "strong", "athletic", "burly")
    stoop = 0.9 if has(who, "stooped", "hunched", "bent") else 0.4 if age == "old" else 0.0
    return {
        "height": _height(age, lean, who, vary("height", 0.975, 1.025)),
        "head": 1.32 if small else 1.12 if age == "teen" else 1.07, "girth": round(girth, 3),
        "shoulders": round(wide * (1.12 if strong or has(who, "broad") else 1.0), 3),
        "arms": 1.24 if strong else 0.88 if girth < 0.86 else 1.0,
        "stoop": stoop, "eyes": _eye_colour(who, name, seed),
        "eye_size": round(vary("eye", 0.94, 1.12) * (1.15 if small else 1.0), 3),
        "nose": round(vary("nose", 0.68, 1.36) * (0.72 if small else 0.9 if she else 1.04), 3),
        "face": round(vary("face", 0.93, 1.1) * (1.04 if small else 1.0), 3),
        "jaw": round(vary("jaw", 0.92, 1.14) * (0.96 if she else 1.04), 3),
        "brow": round(vary("brow", 0.75, 1.3) * (0.78 if she or small else 1.15), 3),
        "lips": {"she": 0.75, "he": 0.2, "they": 0.4}[lean] if not small else 0.25,
        "cheeks": round(vary("cheek", 0.15, 0.5) + (0.3 if small else 0.0), 3),
    }  # fmt: skip


def _height(age: str, lean: str, who: str, vary: float) -> float:
    tall = {"baby": 0.46, "child": 0.66, "teen": 0.95, "old": 0.965}.get(age, 1.0)
    tall *= 1.06 if has(who, "tall", "lanky") else 0.93 if has(who, "short", "small") else 1.0
    if age in YOUTH:
        return round(tall * vary, 3)
    tall *= {"she": 0.965, "he": 1.02, "they": 0.99}[lean] * vary
    # Two grown people of one film differ by half a head at most, or they fit no two-shot.
    return round(min(TALLEST, max(SHORTEST if age != "teen" else 0.88, tall)), 3)


def _girth(who: str, girth: float) -> float:
    if has(who, "fat", "stout", "heavy", "round", "plump", "portly", "chubby"):
        return max(girth, 1.0) * 1.26
    if has(who, "slim", "thin", "slender", "gaunt", "lean", "lanky", "skinny"):
        return min(girth, 1.0) * 0.88
    return girth


def _eye_colour(who: str, name: str, seed: int) -> Colour:
    named = colour_in(phrase_of(who, "eyes").replace("dark", "")) if has(who, "eyes") else None
    return shade(named, 0.9) if named else from_hex(pick(_EYES, seed, name, "eyes"))

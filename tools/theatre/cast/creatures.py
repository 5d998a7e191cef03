"""Which words mean a bird or a beast, and how it looks. Draws nothing."""

from __future__ import annotations

import re
from typing import Any

from tools.theatre.cast.colour import blend, chance, colour_in, from_hex, shade
from tools.theatre.cast.figure import Colour
from tools.theatre.cast.look import Look

# species: (body, wing, breast, beak and legs, size, beak length)
_BIRDS: dict[str, tuple[str, str, str, str, float, float]] = {
    "crow": ("#2e3038", "#24262e", "#3a3d48", "#4a4a4e", 1.0, 1.0),
    "gull": ("#e8e6e0", "#9aa2ab", "#f2f0ea", "#d99a2e", 1.05, 1.0),
    "parrot": ("#3f8f4f", "#2f6fa0", "#d9a323", "#474a52", 0.9, 0.8),
    "owl": ("#8a6a48", "#6f5238", "#cdb48c", "#b9822f", 1.1, 0.6),
    "robin": ("#7a6248", "#5f4c3a", "#c4562c", "#4a4038", 0.6, 0.6),
    "dove": ("#d8d6d2", "#bdbcbc", "#e8e4de", "#a8705c", 0.8, 0.6),
    "sparrow": ("#8a6a4c", "#644a34", "#cbb798", "#5a4a3c", 0.55, 0.6),
    "magpie": ("#26282e", "#2f4a66", "#e6e4de", "#2f2f34", 0.95, 0.9),
    "swan": ("#ece8e0", "#dcd8d0", "#f2f0ea", "#d07a2c", 1.6, 1.0),
    "hen": ("#a8602c", "#8a4a24", "#c27a3c", "#d99a2e", 1.1, 0.7),
}
_BIRD_WORDS = {
    "raven": "crow", "rook": "crow", "jackdaw": "crow", "blackbird": "crow", "seagull": "gull",
    "albatross": "gull", "tern": "gull", "cockatoo": "parrot", "macaw": "parrot",
    "budgie": "parrot", "canary": "parrot", "owlet": "owl", "finch": "sparrow",
    "wren": "sparrow", "swallow": "sparrow", "nightingale": "sparrow", "thrush": "sparrow",
    "pigeon": "dove", "goose": "swan", "duck": "swan", "heron": "swan", "stork": "swan",
    "chicken": "hen", "rooster": "hen", "cock": "hen", "turkey": "hen", "eagle": "owl",
    "hawk": "owl", "falcon": "owl", "penguin": "magpie", "bird": "robin",
}  # fmt: skip
# species: (coat, belly, size, ears: point, flop, round; tail: long, bushy, short)
BEASTS: dict[str, tuple[str, str, float, str, str]] = {
    "dog": ("#8a6238", "#c9a878", 1.0, "flop", "long"),
    "cat": ("#6f6a68", "#c9c4bc", 0.6, "point", "long"),
    "fox": ("#b8602c", "#ece0cc", 0.8, "point", "bushy"),
    "wolf": ("#6c6e74", "#b4b4b0", 1.15, "point", "bushy"),
    "horse": ("#6b4630", "#7d5a40", 2.6, "point", "bushy"),
    "bear": ("#5a4032", "#7a5a44", 2.0, "round", "short"),
    "mouse": ("#8f8780", "#cfc4b8", 0.28, "round", "long"),
    "rabbit": ("#9a8672", "#d8ccbc", 0.42, "long", "short"),
    "sheep": ("#d8d2c4", "#4a4440", 1.1, "flop", "short"),
    "cow": ("#7a5238", "#e4dccb", 2.2, "flop", "long"),
}
_BEAST_WORDS = {
    "puppy": "dog", "hound": "dog", "terrier": "dog", "kitten": "cat", "lion": "cat",
    "tiger": "cat", "leopard": "cat", "vixen": "fox", "pony": "horse", "donkey": "horse",
    "mule": "horse", "foal": "horse", "unicorn": "horse", "deer": "horse", "stag": "horse",
    "rat": "mouse", "hamster": "mouse", "squirrel": "fox", "badger": "bear", "hare": "rabbit",
    "lamb": "sheep", "goat": "sheep", "bull": "cow", "ox": "cow", "pig": "cow",
    "elephant": "bear", "monkey": "bear", "hedgehog": "mouse", "otter": "dog", "seal": "dog",
    "animal": "dog", "creature": "dog", "dragon": "dog", "lizard": "mouse", "frog": "mouse",
    "snake": "mouse", "fish": "mouse", "turtle": "mouse", "tortoise": "mouse",
}  # fmt: skip


_PEOPLE = ("", "person", "child", "human", "adult", "man", "woman", "boy", "girl")
_PLAIN = frozenset(("the", "a", "an", "old", "young", "little", "big", "talking", "wise"))
_NAMES = frozenset(
    "robin wren finch dove fox wolf hawk swan drake bull lamb bear rook cock goose cat stag".split()
)


def _word(text: str, options: dict[str, Any]) -> str:
    for word in sorted(options, key=lambda w: (-len(w), w)):
        if re.search(rf"(?<![a-z]){re.escape(word)}s?(?![a-z])", text):
            return word
    return ""


def kind_of(kind: str, name: str, who: str, human: bool) -> tuple[str, str, str]:
    """Return (kind, species, note) of a character: person, bird or beast.

    A person's description may mention an animal ("owner of a dog") and people are called Robin
    or Wolf, so that without a kind only a plain name ("The crow") or a description that begins
    with it ("a talking crow") makes a creature.

    Args:
        kind: the character's own kind in lower case, or "".
        name: in lower case.
        who: everything else that is said, in lower case.
        human: whether something only people have, such as hair, is described.
    """
    tame = kind in _PEOPLE
    if tame and human:
        return "person", "", ""
    text = _telling(name, who) if tame else f"{kind} , {name} , {who}"
    birds, beasts = (_BIRDS, _BIRD_WORDS, "bird"), (BEASTS, _BEAST_WORDS, "beast")
    for table, words, what in (birds, beasts) if kind != "animal" else (beasts, birds):
        found = _word(text, table) or _word(text, {w: s for w, s in words.items() if w != "animal"})
        if found:
            near = words.get(found, found)
            return what, near, "" if near == found else f"{found} drawn as a {near}"
    if kind in ("animal", "creature", "beast"):
        return "beast", "dog", "animal drawn as a dog"
    return "person", "", "" if tame else f"kind {kind[:40]!r} drawn as a person"


def _telling(name: str, who: str) -> str:
    """Return the words that may make a creature of somebody without a kind."""
    words = [w for w in re.findall(r"[a-z'-]+", name) if w not in _PLAIN]
    plain = len(words) == 1 and (words[0] not in _NAMES or name.startswith("the "))
    described = re.match(r"\W*(?:an?|the) ((?:[a-z'-]+ ?){1,4})", who)
    text = words[0] if plain else ""
    if described:
        text += " , " + re.split(r"\b(?:with|of|who|and|in|on|whose)\b|'s", described.group(1))[0]
    return text


def creature(name: str, kind: str, species: str, who: str, seed: int, note: str) -> Look:
    """Return the look of a bird or beast; a colour word in `who` recolours its coat."""
    feather = re.search(r"\b([a-z]+) (?:tail )?feather\b", who) if kind == "bird" else None
    plume = colour_in(feather.group(1)) if feather else None
    named = colour_in(who.replace(feather.group(), "") if feather else who)
    vary = 0.94 + 0.12 * chance(seed, name, "size")
    if kind == "bird":
        row = _BIRDS[species]
        body, wing, breast, beak = (from_hex(c) for c in row[:4])
        size, long = row[4], row[5]
    else:
        beast = BEASTS[species]
        body, breast = from_hex(beast[0]), from_hex(beast[1])
        wing, beak, size, long = shade(body, 0.8), from_hex("#2b2a30"), beast[2], 1.0
    if named:
        wing, body = blend(wing, shade(named, 0.8), 0.85), named
    return Look(
        name=name, kind=kind, species=species, seed=seed, height=round(size * vary, 3), skin=beak,
        cloth=_near(body, seed, name), trim=wing, shirt=breast, nose=long, top="", legs="",
        hair_style="", eyes=from_hex("#3a2a20" if species != "owl" else "#d9a02e"),
        notes=(note,) if note else (), marks=("feather",) if plume else (),
        hat_cloth=plume or wing,
    )  # fmt: skip


def _near(colour: Colour, seed: int, name: str) -> Colour:
    """Return the colour moved a little, so that two of a species differ."""
    return shade(colour, 0.95 + 0.12 * chance(seed, name, "tint"))

"""A haircut said by its name, and the hair it leaves; knows no clause and no film."""

from __future__ import annotations

import re

HAIR_CUT = (
    r"(?:bobs?|pixie(?: cut)?|buzz ?cut|crew ?cut|bowl ?cut|ponytail|pigtails|plaits?|braids?|"
    r"curls|fringe|bangs|mohawk|dreadlocks|dreads|afro|top ?knot|up-?do|chignon|undercut|mullet|"
    r"quiff|"
    r"cornrows|bun|ringlets|french twist)"
)
COLOURS = (
    "blonde", "blond", "black", "red", "brown", "grey", "gray", "white", "dark", "ginger", "auburn",
    "silver", "greying", "platinum", "chestnut", "copper", "sandy", "pink", "blue", "green",
    "purple", "honey", "raven", "jet-black",
)  # fmt: skip
NO_LOOK = frozenset(
    "a an the her his their its in into with to up have has get gets give give as of is and now be "
    "should could wants want i like would put wear wears wearing hair cut makes make it on one two "
    "2 him she he them that this some any for than needs need let lets new little bit".split()
)
ADDED = re.compile(r"\b(?:fringe|bangs)\b")
AT_TEMPLES = re.compile(r"\b(\w+) (?:at|around) the temples\b")


def hair_styled(text: str, now: str) -> str:
    """The hair after a note that names a cut; "" when it names none.

    Args:
        text: the note in plain words.
        now: the hair as it is: "long black hair", "greying brown hair, beard".
    """
    head, *rest = [part.strip() for part in now.split(",") if part.strip()] or [""]
    temples = AT_TEMPLES.search(text)
    if temples:
        return ", ".join([head, *rest, f"{temples[1]} at the temples"])
    found = re.search(rf"((?:[\w'-]+ )*?)({HAIR_CUT})\b", text)
    if not found:
        return ""
    before = list(_looks(found[1].split()))
    own = [w for w in re.findall(r"[\w-]+", head) if w in COLOURS]
    said = re.findall(rf"\b({'|'.join(COLOURS)})\b", text)
    if ADDED.search(found[2]):
        colours = [w for w in said if w not in before]
        base = _recoloured(head, colours) if colours else head
        return ", ".join([base, *rest, " ".join([*before, found[2]])])
    beards = [part for part in rest if re.search(r"beard|moustache|mustache|stubble", part)]
    kept = [w for w in said if w not in before] or ([] if set(before) & set(COLOURS) else own)
    return ", ".join([" ".join([*before, *dict.fromkeys(kept), found[2]]), *beards])


def _looks(words: list[str]) -> tuple[str, ...]:
    """The describing words right before a cut: "a short silver" of "give her a short silver"."""
    out: list[str] = []
    for word in reversed(words):
        if word in NO_LOOK or word.endswith("'s") or len(out) == 3:
            break
        out.insert(0, word)
    return tuple(out)


def _recoloured(head: str, colours: list[str]) -> str:
    words = [w for w in head.split() if w not in COLOURS and w != "hair"]
    return " ".join([*words, *dict.fromkeys(colours), "hair"])

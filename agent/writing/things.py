"""What a story is about, as a matter: the idea's own thing, or one its kind has ready.

Finds the prop one can hold of it. Knows no plot.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from agent.writing.idea import Idea
from agent.writing.lexicon import rows_of
from agent.writing.phrase import is_mass, is_name
from agent.writing.shapes import Kind, Matter

ABSTRACT = re.compile(r"(tion|ness|ment|ity|ance|ence|ship|ism|ing|dom|hood|acy|sion)s?$")
TOKENS = ("folded letter", "dented tin", "notebook", "photograph", "tape recorder", "paper bag",
          "tin of buttons", "sealed envelope")  # fmt: skip
SPANS = ("three years", "five years", "seven years", "ten years", "twelve years", "two winters",
         "eight months", "twenty years")  # fmt: skip


TOO_BIG = frozenset("town tower church village city station grandfather giant huge".split())
PICTURES = ("photograph of {}", "drawing of {}", "postcard of {}")


@cache
def _portable() -> frozenset[str]:
    return frozenset(word for row in rows_of("portable") for word in row[0].split())


@cache
def _held() -> dict[str, str]:
    return {row[0]: row[1] for row in rows_of("props")}


def matter_of(idea: Idea, story: Kind, dice: Random) -> Matter:
    """The matter of a story: the idea's thing when it names one, else one of the kind's."""
    thing = idea.thing or _of_the_trade(idea)
    if story.matters and not thing:
        return _ready(idea, story, dice)
    thing = thing or "letter"
    deeds = story.fields.get("deed") or ("let go of {the thing}",)
    facts = {"thing": thing, "prop": prop_of(thing, dice), "since": dice.choice(SPANS)}
    facts["deed"] = dice.choice(deeds).replace("{the thing}", _the(thing))
    return Matter("idea", facts)


@cache
def _trades() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in rows_of("trades")}


def _of_the_trade(idea: Idea) -> str:
    """What a trade's stories turn on: a beekeeper's hives."""
    keys = [p.role for p in idea.people]
    keys += [p.role.split()[-1] for p in idea.people if p.role]
    return next((_trades()[key][0] for key in keys if key in _trades()), "")


def staff_of(idea: Idea) -> tuple[str, ...]:
    """Who works in the place of an idea that names nobody; () when its place has no staff."""
    if idea.people or idea.place is None:
        return ()
    for word in reversed(idea.place.words.split()):
        row = _trades().get(word, ())
        if len(row) > 1:
            return tuple(role.strip() for role in row[1].split(","))
    return ()


def _ready(idea: Idea, story: Kind, dice: Random) -> Matter:
    """One of the kind's own; the one whose thing the line speaks of, when there is one."""
    words = set(idea.text.lower().split())
    told = [m for m in story.matters if words & set(m.facts["thing"].split())]
    matter = dice.choice(told or story.matters)
    deed = dice.choice(story.fields["deed"]).replace("{the thing}", _the(matter.facts["thing"]))
    return Matter(matter.name, {"since": dice.choice(SPANS), "deed": deed, **matter.facts})


def _the(thing: str) -> str:
    return thing if is_name(thing) or is_mass(thing) else f"the {thing}"


def prop_of(thing: str, dice: Random) -> str:
    """Something of it that fits in two hands."""
    head = thing.rsplit(maxsplit=1)[-1].lower()
    single = head[:-1] if head.endswith("s") else head
    for key in (thing.lower(), head, single):
        if key in _held():
            return _held()[key]
    if (head in _portable() or single in _portable()) and not set(thing.split()) & TOO_BIG:
        return thing
    if is_mass(thing) or ABSTRACT.search(head):
        return dice.choice(TOKENS)
    return dice.choice(PICTURES).format(_the(thing))

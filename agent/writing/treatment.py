"""Writes a screenplay from a few paragraphs of story: its events in their order, one scene each.

Knows no shapes: the creator's story is kept as told. A sentence becomes action in the present
tense; where two people are in a scene, an exchange of the sentence's own kind lets them speak.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from agent.writing.idea import Idea, read_idea
from agent.writing.people import CastMember
from agent.writing.phrase import upper_first
from agent.writing.places import Place, build, gone_to
from agent.writing.premise import Premise
from agent.writing.tenses import present
from memory.script import Action, Dialogue, Element, SceneHeading, Speech

SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+[\"'”’]*|$)")
QUOTE = re.compile(r"[\"“]([^\"”]{1,200})[\"”]")
FEWEST, MOST = 3, 40
SETTERS = re.compile(r"\b(later|next (?:day|morning)|meanwhile|that night|years? after)\b")


@dataclass(frozen=True, slots=True)
class Event:
    """One sentence of a story, with what it says of place and time ("" when it does not)."""

    text: str
    idea: Idea
    quotes: tuple[str, ...] = ()


def events_of(text: str) -> tuple[Event, ...]:
    """The sentences of a story as events; () when it is a line, not a story."""
    found = [match[0].strip() for match in SENTENCE.finditer(" ".join(text.split()))]
    found = [sentence for sentence in found if len(sentence.split()) > 2]
    if len(found) < FEWEST:
        return ()
    return tuple(
        Event(sentence, read_idea(sentence), tuple(QUOTE.findall(sentence)))
        for sentence in found[:MOST]
    )


def is_story(text: str) -> bool:
    """Whether a text tells several events: three sentences or more."""
    return len(events_of(text)) >= FEWEST


@dataclass(frozen=True, slots=True)
class StoryScene:
    """Events that play in one place at one time."""

    place: Place
    time: str
    events: tuple[Event, ...]


def scenes_of(premise: Premise, events: tuple[Event, ...], dice: Random) -> tuple[StoryScene, ...]:
    """The events as scenes: a new one where the place or the time changes."""
    scenes: list[StoryScene] = []
    place, time = premise.place, premise.time
    for event in events:
        said = gone_to(event.text)
        moved = build(said, dice) if said is not None else place
        then = event.idea.time or time
        jump = SETTERS.search(event.text.lower()) is not None
        if scenes and moved.name == place.name and then == time and not jump:
            last = scenes[-1]
            scenes[-1] = replace(last, events=(*last.events, event))
        else:
            same = bool(scenes) and moved.name == place.name and then == time
            scenes.append(StoryScene(moved, "LATER" if same else then, (event,)))
        place, time = moved, then
    return tuple(scenes)


def tell(
    premise: Premise, events: tuple[Event, ...], talk: Callable[[str, Place], list[Element]]
) -> list[Element]:
    """The elements of a story. `talk(stage, place)` gives an exchange where nobody is quoted."""
    elements: list[Element] = []
    met: set[str] = set()
    silent = not any(event.quotes for event in events)
    scenes = scenes_of(premise, events, premise.idea.dice(0, "story"))
    for at, scene in enumerate(scenes):
        elements.append(SceneHeading(scene.place.int_ext, scene.place.name.upper(), scene.time))
        for event in scene.events:
            elements.extend(_told(event, premise, met))
        met_two = len(premise.cast) > 1 and premise.cast[1].name in met
        if silent and at and met_two and _both_there(scene, premise):
            elements.extend(talk("press" if _spoken(elements) else "open", scene.place))
    return elements


def _both_there(scene: StoryScene, premise: Premise) -> bool:
    """Whether the scene's sentences speak of two of the cast, or of "they"."""
    said = " ".join(event.text.lower() for event in scene.events)
    here = [m for m in premise.cast if m.name.lower() in said or m.role.split()[-1] in said]
    return len(here) > 1 or said.startswith("they ") or " they " in said


def _spoken(elements: list[Element]) -> bool:
    return any(isinstance(element, Speech) for element in elements)


def logline_of(events: tuple[Event, ...]) -> str:
    """The first sentence of a story, and the second when both are short."""
    first = [present(event.text) for event in events[:2]]
    return " ".join(first) if len(" ".join(first).split()) < 40 else first[0]


def _told(event: Event, premise: Premise, met: set[str]) -> list[Element]:
    """A sentence as action, and what is quoted in it as speech."""
    bare = QUOTE.sub("", event.text)
    bare = re.sub(r"[\s,:]+([.,!?])", r"\1", " ".join(bare.split())).strip(" ,:")
    action = present(upper_first(bare))
    for member in premise.cast:
        called = re.compile(rf"\b{re.escape(member.name)}\b", re.IGNORECASE)
        if member.name not in met and called.search(action):
            full = f"{member.name.upper()} ({member.sheet})"
            action = full.join(called.split(action, maxsplit=1))
            met.add(member.name)
    told: list[Element] = [Action(action)] if len(bare.split()) > 2 else []
    speaker = _speaker(event, premise.cast)
    spoken = [said.strip(" ,") for said in event.quotes if not _written(said)]
    return [*told, *(Speech(speaker, (Dialogue(said),)) for said in spoken)]


def _written(quote: str) -> bool:
    """Whether a quote is lettering (a name tag, a sign) and nobody's words."""
    return quote.isupper() and len(quote.split()) <= 3 and quote[-1] not in "!?."


def _speaker(event: Event, cast: tuple[CastMember, ...]) -> str:
    """Whose words a quote is: the one of the cast named last outside the quotes, else the first."""
    outside = QUOTE.sub("", event.text)
    at = {outside.rfind(m.name): m for m in cast if m.name in outside}
    roles = {outside.lower().rfind(m.role.split()[-1]): m for m in cast}
    named = at or {place: m for place, m in roles.items() if place >= 0}
    return (named[max(named)] if named else cast[0]).name.upper()

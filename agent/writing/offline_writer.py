"""Writes a premise and a screenplay from an idea by rules, with no model and no network.

idea -> kind of conflict -> shape with a turn -> a matter (the idea's own thing, or one of the
kind's) -> cast and places -> exchanges. Chosen by idea and seed: same two, same script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from agent.writing.dialogue import Table
from agent.writing.idea import Idea, read_idea
from agent.writing.people import CastMember, by_role, cast, in_place
from agent.writing.phrase import fill, noun_facts, titled
from agent.writing.places import Place, SettingName, build, next_to, tags_of
from agent.writing.premise import Premise
from agent.writing.prose import (
    bridge,
    dressing,
    ending_said,
    image,
    look_around,
    pause,
    pieces_of,
    time_of,
)
from agent.writing.scenario import stretched, to_length
from agent.writing.shapes import Exchange, Kind, Matter, Shape, ShapeScene, kind
from agent.writing.things import matter_of, staff_of
from agent.writing.treatment import events_of, logline_of, tell
from memory.script import Action, Element, SceneHeading, Script, Speech, Transition

SHORTEST, LONGEST = 15, 600
AWAITED_AT = {
    "train": "train station", "tram": "bus stop", "bus": "bus stop", "ship": "harbour",
    "boat": "harbour", "ferry": "harbour", "plane": "train station",
}  # fmt: skip
WEATHER_OF = {
    "tender": ("clear", "drizzle", "snow", "overcast"),
    "tense": ("wind", "storm", "fog", "overcast"),
    "dark": ("fog", "rain", "wind"),
    "sad": ("drizzle", "overcast", "rain"),
    "comic": ("clear", "heat haze", "wind"),
    "warm": ("clear", "snow", "drizzle"),
}


@dataclass(frozen=True, slots=True)
class OfflineWriter:
    """The writer that is always there."""

    def premise(self, idea: str, *, seed: int, language: str = "en") -> Premise:
        """The premise of an idea.

        Raises:
            BadRequest: The idea is empty or far too long for one.
        """
        read = read_idea(idea)
        dice = read.dice(seed, "premise")
        return _premise(read, kind(read.kind), dice, language)

    def script(self, premise: Premise, *, seconds: int = 60, seed: int = 0) -> Script:
        """The screenplay of a premise, about `seconds` long (15 to 600)."""
        seconds = max(SHORTEST, min(LONGEST, seconds))

        def draft(stages: int) -> Script:
            return _Draft(premise, stages, premise.idea.dice(seed, "script")).script()

        return to_length(draft, seconds)


def _premise(idea: Idea, story: Kind, dice: Random, language: str) -> Premise:
    shape = _fitting_shape(story, idea, dice)
    size = max(2, min(3, max(len(idea.people), int((story.listed("size") or ("2",))[0]))))
    pair = tuple(role.strip() for role in dice.choice(story.fields["pair"]).split(","))
    events = events_of(idea.text)
    pair = staff_of(idea) or pair
    second = frozenset(" ".join(story.fields.get("second", ())).split())
    people = by_role(idea.people) if events else in_place(idea.people, pair, second)
    crew = cast(people, pair, size, idea.text, dice, fixed=bool(second))
    place = _place(idea, story, dice)
    beside = next_to(place, dice)
    matter = matter_of(idea, story, dice)
    tone = idea.tone or story.listed("tone")[0]
    weather = idea.weather or dice.choice(WEATHER_OF.get(tone, WEATHER_OF["tender"]))
    facts = _facts(matter, crew, place)
    ending = image(place.inside, shape.ending, dice)
    facts |= {"plant": ending[0], "payoff": ending[1]}

    def said(field: str, default: str = "") -> str:
        rows = story.fields.get(field) or (default,)
        return fill(dice.choice(rows), facts, dice)

    named = matter.facts.get("title") or dice.choice(story.fields["title"])
    return Premise(
        idea=idea,
        title=titled(fill("{The thing}" if events else named, facts, dice)),
        logline=logline_of(events) if events else said("logline"),
        want=said("want"), obstacle=said("obstacle"), stakes=said("stakes"),
        turn=shape.name,
        ending_image=fill(ending[1], {**facts, "piece": place.pieces[0]}, dice),
        genre=story.listed("genre")[0], tone=tone, theme=said("theme"),
        cast=crew, place=place, beside=beside,
        time=idea.time or dice.choice(story.listed("times")), weather=weather,
        prop=facts["prop"], prop_meaning=said("meaning", "What is left of {the thing}."),
        kind=story.name, matter=matter.name, shape=shape.name,
        facts=facts, notes=idea.notes, language=language,
    )  # fmt: skip


def _fitting_shape(story: Kind, idea: Idea, dice: Random) -> Shape:
    """A shape; one that ends as the line says it ends, when it says so."""
    fits = [shape for shape in story.shapes if shape.ending == ending_said(idea.text)]
    return dice.choice(fits or story.shapes)


def _place(idea: Idea, story: Kind, dice: Random) -> Place:
    stop = AWAITED_AT.get(idea.thing.split()[-1].lower()) if idea.thing else None
    if story.name == "waiting" and stop:
        return build(SettingName("", stop), dice)
    if idea.place is not None:
        return build(idea.place, dice)
    return build(SettingName("", dice.choice(story.listed("places"))), dice)


def _facts(matter: Matter, crew: tuple[CastMember, ...], place: Place) -> dict[str, str]:
    facts: dict[str, str] = {}
    for slot, member in zip("ABC", crew, strict=False):
        facts |= member.facts(slot)
    facts |= noun_facts("thing", matter.facts["thing"])
    facts |= noun_facts("prop", matter.facts["prop"])
    facts |= {key: matter.facts[key] for key in ("deed", "since") if key in matter.facts}
    if len(crew) > 1 and crew[0].role == crew[1].role:
        facts |= {"an A.role": f"one {crew[0].role}", "an B.role": "another"}
    facts["place"] = place.name
    return facts


class _Draft:
    """One script under way: what has been used of the banks so far."""

    def __init__(self, premise: Premise, stages: int, dice: Random) -> None:
        self.premise = premise
        self.story = kind(premise.kind)
        self.dice = dice
        crew = dict(zip("ABC", premise.cast, strict=False))
        self.table = Table(crew, premise.facts, dice)
        self.used: set[int] = set()
        self.seen: set[str] = set()
        self.given = tags_of_story(premise)
        self.planted = {tag for tag in self.given if tag.startswith("w_")}
        self.named = premise.matter != "idea"
        self.scenes = stretched(_shape(self.story, premise.shape).scenes, stages)

    def script(self) -> Script:
        """The whole screenplay."""
        elements: list[Element] = []
        events = events_of(self.premise.idea.text)
        if events:
            elements.extend(tell(self.premise, events, self._talk))
        else:
            for at, scene in enumerate(self.scenes):
                elements.extend(self._scene(at, scene))
        elements.append(Transition("FADE OUT."))
        return Script(self._title_page(), tuple(elements))

    def _title_page(self) -> dict[str, str]:
        premise = self.premise
        page = {"Title": premise.title, "Credit": "drafted by Roughcut", "Logline": premise.logline}
        if premise.notes:
            page["Notes"] = " ".join(premise.notes)
        return page

    def _scene(self, at: int, scene: ShapeScene) -> list[Element]:
        premise, last = self.premise, at == len(self.scenes) - 1
        place = premise.beside if scene.where == "near" else premise.place
        local = pieces_of(place, self.dice)
        facts = {**premise.facts, **local}
        time = time_of(scene.where, premise.time, at)
        elements: list[Element] = [
            SceneHeading(place.int_ext, place.name.upper(), time),
            Action(self._opening(at, scene, place, facts)),
        ]
        for stage in scene.stages:
            found = self._exchange(stage, place)
            if found is not None:
                said = self.table.play(found, local)
                if _same_voice(elements, said):
                    elements.append(Action(pause(place, facts, self.dice, self.seen)))
                elements.extend(said)
            if stage == "start":
                elements.append(Action(fill(premise.facts["plant"], facts, self.dice)))
        if last:
            closing = {**facts, **pieces_of(premise.place, self.dice)}
            elements.append(Action(fill(premise.facts["payoff"], closing, self.dice)))
        return elements

    def _opening(self, at: int, scene: ShapeScene, place: Place, facts: dict[str, str]) -> str:
        around = look_around(place, self.premise.weather, self.premise.time, self.dice, self.seen)
        if at == 0:
            things = self.premise.idea.things
            shown = things[:1] if _unheld(self.premise) else ()
            extras = dressing((*shown, *things[1:]), place.inside, facts, self.dice)
            return " ".join(part for part in (around, extras) if part)
        moved = bridge(scene.where, place, facts, self.dice, self.seen)
        return " ".join((around, moved)).strip() if scene.where == "near" else moved

    def _talk(self, stage: str, place: Place) -> list[Element]:
        found = self._exchange(stage, place)
        return [] if found is None else self.table.play(found, pieces_of(place, self.dice))

    def _exchange(self, stage: str, place: Place) -> Exchange | None:
        """One that has not been played and fits; what answers an earlier one comes first."""
        own, common = self.story.at(stage, self.premise.matter)
        if stage.startswith("end") and not self._fresh([*own, *common], self.given):
            own, common = self.story.at("end~", self.premise.matter)
        so_far = self.given | self.planted | tags_of(place, self.premise.place)
        own, common = self._fresh(own, so_far), self._fresh(common, so_far)
        common = self._naming(common) if stage == "press" else common
        answers = [e for e in (*own, *common) if e.needs & self.planted]
        bank = answers or (own if own and self.dice.random() < 0.75 else common) or own
        if not bank:
            return None
        picked = self.dice.choices(bank, [self._worth(e) for e in bank])[0]
        self.used.add(id(picked))
        self.planted |= picked.plants
        self.named = self.named or _names_thing(picked)
        return picked

    def _naming(self, exchanges: list[Exchange]) -> list[Exchange]:
        """Until the idea's own thing has been named: only those that name it, if there are any."""
        return [e for e in exchanges if self.named or _names_thing(e)] or exchanges

    def _worth(self, exchange: Exchange) -> int:
        """An exchange that speaks of the idea's own thing is worth four that do not."""
        return 4 if _names_thing(exchange) and self.premise.matter == "idea" else 1

    def _fresh(self, exchanges: list[Exchange], so_far: set[str]) -> list[Exchange]:
        here = set(self.table.cast)
        free = [e for e in exchanges if id(e) not in self.used and e.people <= here]
        return [e for e in free if e.needs <= so_far]


def _shape(story: Kind, name: str) -> Shape:
    return next(shape for shape in story.shapes if shape.name == name)


def _same_voice(before: list[Element], after: list[Element]) -> bool:
    """Whether one speaker would speak twice in a row with nothing seen between."""
    if not before or not after:
        return False
    last, first = before[-1], after[0]
    return isinstance(last, Speech) and isinstance(first, Speech) and last.name == first.name


def _names_thing(exchange: Exchange) -> bool:
    return any("he thing}" in turn.words for turn in exchange.turns)


def _unheld(premise: Premise) -> bool:
    """Whether the prop of the film does not name the idea's thing, so that it must be seen."""
    thing = premise.idea.thing.split()
    return bool(thing) and thing[-1].lower() not in premise.facts["prop"].lower()


def tags_of_story(premise: Premise) -> set[str]:
    """What is so from the start, in words an exchange may need: the line's own words as w_word."""
    words = {f"w_{word}" for word in re.findall(r"[a-z]+", premise.idea.text.lower())}
    police = {"detective", "officer", "policeman", "policewoman", "judge", "guard", "lawyer"}
    roles = {word for member in premise.cast for word in member.role.split()}
    questioned = bool(roles & police) or bool(words & {"w_police", "w_interrogation", "w_court"})
    return words | {"police" if questioned else "job"} | ({premise.matter} & {"idea"})

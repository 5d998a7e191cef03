"""Realises the turns of an exchange: the speaker's manner, the film's own nouns, no line twice.

Knows nothing of scenes or shapes. A line whose words start with "=" names an intention; the manner
of its speaker decides the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from agent.writing.lexicon import manners
from agent.writing.people import CastMember
from agent.writing.phrase import fill
from agent.writing.shapes import Exchange, Turn
from memory.script import Action, Dialogue, Element, Parenthetical, Speech, SpeechPart

SHORT_FORMS = (
    ("won't", "will not"), ("can't", "cannot"), ("shan't", "shall not"), ("n't", " not"),
    ("I'm", "I am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"),
)  # fmt: skip
IS_SHORT = re.compile(
    r"\b(It|That|There|What|Who|He|She)'s\b(?! (?:\w+ed|been|had|got|gone)\b)", re.I
)
HESITATIONS = ("Okay. {}", "No, look. {}", "Well. {}", "Sorry. {}", "Right. {}")
SHY_OF = re.compile(r"^(Okay|No|Well|Sorry|Right|Yes|I mean|And|But|Or)\b")
QUESTION_OF_NOT = re.compile(r"\b(do|does|did|is|are|was|were|have|has|had|could|would|should) "
                         r"not (you|we|they|he|she|it|I)\b", re.IGNORECASE)  # fmt: skip


@dataclass(slots=True)
class Table:
    """The read-through: who speaks how, what has been said. One per script."""

    cast: Mapping[str, CastMember]
    facts: Mapping[str, str]
    dice: Random
    said: set[str] = field(default_factory=set)

    def play(self, exchange: Exchange, local: Mapping[str, str]) -> list[Element]:
        """The elements of an exchange; `local` are facts of the scene (its set pieces)."""
        facts = {**self.facts, **local}
        elements: list[Element] = []
        for turn in exchange.turns:
            element = self._action(turn, facts) if turn.who == "-" else self._speech(turn, facts)
            if element is not None:
                elements.append(element)
        return elements

    def _action(self, turn: Turn, facts: Mapping[str, str]) -> Element:
        return Action(fill(turn.words, facts, self.dice))

    def _speech(self, turn: Turn, facts: Mapping[str, str]) -> Element | None:
        speaker = self.cast[turn.who]
        words = self._words(turn, speaker, facts)
        if not words:
            return None
        self.said.add(words.casefold())
        parts: tuple[SpeechPart, ...] = (Dialogue(words),)
        if turn.how:
            parts = (Parenthetical(turn.how), *parts)
        return Speech(speaker.name.upper(), parts)

    def _words(self, turn: Turn, speaker: CastMember, facts: Mapping[str, str]) -> str:
        if turn.words.startswith("="):
            bank = list(manners()[(turn.words[1:].strip(), speaker.manner)])
            self.dice.shuffle(bank)
            fresh = [line for line in bank if line.casefold() not in self.said]
            return fill(fresh[0], facts, self.dice) if fresh else ""
        words = in_manner(fill(turn.words, facts, self.dice), speaker.manner, self.dice)
        return words if words.casefold() not in self.said else ""


def in_manner(words: str, manner: str, dice: Random) -> str:
    """A line as this speaker would say it: formal ones spell out, nervous ones start twice."""
    if manner == "formal":
        return spelled_out(words)
    eager = manner == "nervous" and dice.random() < 0.3
    if eager and not SHY_OF.match(words) and 3 < len(words.split()) < 11:
        return dice.choice(HESITATIONS).format(words)
    return words


def spelled_out(words: str) -> str:
    """Without short forms: "I don't" -> "I do not"; "don't you" -> "do you not"."""
    for short, full in SHORT_FORMS:
        words = words.replace(short, full)
    words = IS_SHORT.sub(r"\1 is", words.replace("et's ", "et us "))
    return QUESTION_OF_NOT.sub(r"\1 \2 not", words)

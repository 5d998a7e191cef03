"""From an action line in words to timed beats: who does what, in which order, for how long.

Knows no places and no camera.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memory.film import Character, Shot
from tools.theatre.cast.actions import ONCE, action_of
from tools.theatre.cast.timeline import LASTS

Beat = tuple[int, int, str]

SEATS = r"(?:sits?|sitting|seated|sat)\b(?!\s+(?:down|back down))"
SECONDS = {**LASTS, "walk": 2.0, "climb": 2.6, "run": 1.6, "enter": 2.4, "exit": 2.4, "point": 1.8,
           "look_around": 2.6, "reach": 1.5, "wave": 1.6, "wipe": 1.6}  # fmt: skip
"""How long an action takes where there is time."""

HOLDS = 1.2
"""Seconds of an action that could go on, in a row of several."""

LEAD, TAIL = 0.06, 0.04
"""Shares of a shot before its first beat and after its last."""

ALONE_AT = 0.2
"""Share of a shot at which its only beat starts."""

GOING = ("walk", "run", "climb", "enter", "exit")
SPLIT = re.compile(
    r"\s*(?:,\s*(?:and\s+)?(?:then\s+)?|\band then\b|\bthen\b|\band\b|;|\bbefore\b)\s*",
    re.IGNORECASE,
)
SIDE = re.compile(r"\b(?:while|as)\b", re.IGNORECASE)
STATE = re.compile(rf"^\W*(?:\w+\W+){{0,4}}?{SEATS}", re.IGNORECASE)
LENS = re.compile(r"\b(in|into|at|to) (the )?(camera|lens|audience)\b", re.IGNORECASE)
DOWN = re.compile(r"\b(?:down|takes? a seat|sinks?)\b", re.IGNORECASE)
BOTH = re.compile(r"\b(they|both|everyone|all|together)\b", re.IGNORECASE)
PRONOUNS = {"she": "she", "he": "he", "they": "they", "her": "she", "his": "he"}


@dataclass(frozen=True, slots=True)
class Part:
    """What one person does in a shot: what goes on all through it, and beats on top.

    Attributes:
        base: the words of the base action. words: all that is said of this person.
        beats: (first frame, frames, words). sits: on a seat from the start.
    """

    base: str = ""
    beats: tuple[Beat, ...] = ()
    words: str = ""
    sits: bool = False

    def does(self, *actions: str) -> bool:
        """Whether any beat, or the base, is one of these actions."""
        words = (self.base, *(text for _, _, text in self.beats))
        return any(action_of(text)[0] in actions for text in words)


def parts_of(
    shot: Shot, people: Mapping[str, Character], rate: float
) -> tuple[dict[str, Part], list[str]]:
    """Everyone's part in a shot, and notes on words that mean no action.

    Args:
        shot: its own beats come first, else its action line is dealt out over its length.
        people: the shown cast by id, in the shot's order.
        rate: frames a second.
    """
    notes: list[str] = []
    said = told(shot.action, people)
    parts: dict[str, Part] = {}
    for who in people:
        words = " ".join(said[who])[:400]
        given = tuple((b.start, max(1, b.frames), b.action) for b in shot.beats if b.who == who)
        if given:
            parts[who] = Part(_under(words), given, words)
            notes += [note for _, _, text in given if (note := action_of(text)[1])]
            continue
        parts[who] = part_of(said[who], shot.frames, rate)
        note = action_of(words)[1]
        if note and not any(line.character == who for line in shot.dialogue):
            notes.append(note)
    return _handed(shot, parts, people), notes


def _under(words: str) -> str:
    """The base action under given beats: what the words say, if it is no moment and no walk."""
    action = action_of(words)[0]
    return words if action not in ONCE and action not in GOING and words else "stand"


def told(action: str, people: Mapping[str, Character]) -> dict[str, list[str]]:
    """The phrases of an action line that are about each person, in order."""
    said: dict[str, list[str]] = {who: [] for who in people}
    last = list(people)[:1] if len(people) == 1 else []
    for sentence in re.split(r"(?<=[.!?;])\s+|\n+", action.strip()[:2000]):
        for clause in SIDE.split(sentence):
            beside: list[str] = []
            for phrase in (p for p in SPLIT.split(clause) if p.strip()):
                last = _subject(phrase, people, last)
                if _only_names(phrase, people):
                    # "Mara and Theo sit": the first of them does what the next one does.
                    beside += last
                    continue
                last = list(dict.fromkeys([*beside, *last]))
                beside = []
                for who in last:
                    said[who].append(_unnamed(phrase.strip(), people[who].name))
    return said


def _unnamed(phrase: str, name: str) -> str:
    """A phrase without the name it begins with: a Keeper keeps nothing by being called so."""
    words = "|".join(re.escape(word) for word in {name, *name.split()} if word)
    bare = re.sub(rf"^\W*(?:the\s+)?(?:(?:{words})\b(?!')\s*)+", "", phrase, flags=re.IGNORECASE)
    return bare.strip() or phrase


def _only_names(phrase: str, people: Mapping[str, Character]) -> bool:
    """Whether a phrase names someone and says nothing of them."""
    names = {word for who in people.values() for word in re.findall(r"[\w'-]+", who.name.lower())}
    words = re.findall(r"[\w'-]+", phrase.lower())
    return bool(words) and all(word in names or word in ("the", "both") for word in words)


def _subject(phrase: str, people: Mapping[str, Character], last: list[str]) -> list[str]:
    """Who a phrase is about: the one it begins with, a pronoun's owner, else as before."""
    opening = re.match(r"\W*((?:[\w'-]+\W+){0,3}[\w'-]*)", phrase)
    head = (opening.group(1) if opening else "").lower()
    named = []
    for who, character in people.items():
        first = character.name.split(maxsplit=1)[0].lower() if character.name.split() else ""
        names = {character.name.lower(), first} - {"", "the", "a", "an"}
        at = min((head.find(name) for name in names if _word(name, head)), default=-1)
        if at >= 0 and not _before(head, at):
            named.append(who)
    if named:
        return named
    word = head.split()[0] if head.split() else ""
    if BOTH.match(head):
        return list(people)
    if word in PRONOUNS:
        fit = [who for who, character in people.items() if character.pronoun == PRONOUNS[word]]
        mine = [who for who in last if who in fit]
        return mine or fit[:1] or last
    return last


def _word(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w'-]){re.escape(name)}(?![\w-])", text) is not None


def _before(head: str, at: int) -> bool:
    """Whether an action comes before a name, which is then not the one who acts."""
    words = re.findall(r"[a-z']+", head[:at])
    return any(action_of(word)[1] == "" and word not in ("the", "a", "an") for word in words)


def part_of(phrases: Sequence[str], frames: int, rate: float) -> Part:
    """One person's phrases as a base action and beats that fill the shot."""
    words = ", ".join(phrases)[:400]
    steps = [(action_of(text)[0], text) for text in phrases if not action_of(text)[1]]
    steps = [step for k, step in enumerate(steps) if not k or step != steps[k - 1]]
    beside = [text for action, text in steps if _beside(action, text, steps)]
    steps = [step for step in steps if step[1] not in beside]
    base = beside[0] if beside else "stand"
    if not steps:
        return Part(beside[0] if beside else words or "stand", (), words)
    if steps[0][0] == "sit" and STATE.search(steps[0][1]) and not DOWN.search(steps[0][1]):
        base, steps = beside[0] if beside else steps[0][1], steps[1:]
        if len(steps) == 1 and steps[0][0] not in ONCE:
            base, steps = steps[0][1], []
        return Part(base, _timed(steps, frames, rate), words, sits=True)
    if len(steps) == 1 and steps[0][0] not in ONCE:
        going = steps[0][0] in GOING
        return Part(words if going or base == "stand" else f"{base}, {steps[0][1]}", (), words)
    return Part(base, _timed(steps, frames, rate), words)


def _beside(action: str, text: str, steps: Sequence[tuple[str, str]]) -> bool:
    """Whether a phrase goes on beside the others: "carrying a lantern", "smiling"."""
    if len(steps) < 2 or action in ONCE or action in GOING:
        return False
    return re.match(r"\W*(?:still |slowly )?\w+ing\b", text) is not None or " holding " in text


def _timed(steps: Sequence[tuple[str, str]], frames: int, rate: float) -> tuple[Beat, ...]:
    """Deal actions out over a shot, each for as long as it takes; walks take what is left."""
    if not steps:
        return ()
    needs = [max(1.0, SECONDS.get(action, HOLDS) * rate) for action, _ in steps]
    room = frames * (1 - LEAD - TAIL)
    at = LEAD * frames
    if steps[0][0] in ("enter", "walk", "run", "climb"):
        at, room = 0.0, frames * (1 - TAIL)
    spare = room - sum(needs)
    if spare < 0:
        needs = [need * room / sum(needs) for need in needs]
    elif len(steps) == 1:
        at = max(at, min(ALONE_AT * frames, frames - needs[0])) if steps[0][0] != "enter" else at
    pauses = _pauses(steps, max(0.0, spare))
    beats = []
    for (_, text), need, (longer, after) in zip(steps, needs, pauses, strict=True):
        beats.append((round(at), max(1, round(need + longer)), text))
        at += need + longer + after
    return tuple(beats)


def _pauses(steps: Sequence[tuple[str, str]], spare: float) -> list[tuple[float, float]]:
    """How much longer each action goes on, and the pause after it, frames."""
    if len(steps) == 1:
        return [(0.0, 0.0)]
    weights = [
        1.0 if action in GOING else 1.2 if action not in ONCE else 0.0 for action, _ in steps
    ]
    share = 0.6 * spare / sum(weights) if any(weights) else 0.0
    rest = (spare - share * sum(weights)) / len(steps)
    return [(share * weight, rest) for weight in weights]


def _handed(shot: Shot, parts: dict[str, Part], people: Mapping[str, Character]) -> dict[str, Part]:
    """Give whoever is handed something the beat in which they take it, at the same time."""
    for who, part in list(parts.items()):
        for start, frames, text in part.beats:
            if action_of(text)[0] != "give" or len(people) < 2:
                continue
            other = _receiver(text, who, people)
            mine = [b for b in parts[other].beats if action_of(b[2])[0] != "take"]
            free = [b for b in mine if b[0] + b[1] <= start or b[0] >= start + frames]
            base = parts[other].base or "stand"
            base = "stand" if action_of(base)[0] == "take" else base
            beats = tuple(sorted([*free, (start, frames, f"takes {_thing(text)}")]))
            parts[other] = Part(base, beats, parts[other].words)
    return parts


def _receiver(text: str, who: str, people: Mapping[str, Character]) -> str:
    others = [other for other in people if other != who]
    for other in others:
        first = people[other].name.split(maxsplit=1)[0] if people[other].name.split() else ""
        if first and re.search(rf"\b{re.escape(first)}\b", text, re.IGNORECASE):
            return other
    return others[0]


def _thing(text: str) -> str:
    """The words of what is given, without who gives it."""
    return re.sub(r"^.*?\b(?:gives?|hands?|offers?|pass(?:es)?)\b", "", text, flags=re.I).strip()

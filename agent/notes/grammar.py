"""What a rule is, what it sees, and how a lever is applied to the shots a clause means.

Knows no single intent: those are the families of rules beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from agent.notes import lexicon
from agent.notes.naming import people_in, scenes_called
from agent.notes.normalise import Note
from agent.notes.reading import Finding, Kind, ask, warn
from agent.notes.reference import Reference, Resolver
from agent.notes.situation import Situation
from memory.change import AnyChange
from memory.film import Film, Shot

NO_MATCH = next(re.finditer("", ""))
"""Stands in until a rule has been tried on the clause."""
DESCRIBED = re.compile(
    r"\b(?:when|where|while|as (?:she|he|they)|the (?:one|bit|part|moment|"
    r"shot) (?:where|when|with|of|in))\b"
)


@dataclass(frozen=True)
class Clause:
    """One part of a note with a lever of its own, and the moment it is said in."""

    note: Note
    text: str
    situation: Situation
    inherited: tuple[str, ...] = ()
    match: re.Match[str] = field(default=NO_MATCH, compare=False)

    @property
    def film(self) -> Film:
        """The film as it stands."""
        return self.situation.film

    @cached_property
    def reference(self) -> Reference:
        """The shots the clause names, or those in view."""
        return Resolver(" ".join(self.text.split()), self.situation, self.inherited).reference

    def about(self, text: str) -> Reference:
        """What another piece of text names, with nothing in view."""
        return Resolver(text, bare(self.situation)).reference

    def meant(self, text: str) -> Reference:
        """What words name as a number, as a place, or by what is seen, whichever comes first."""
        named = self.about(f"shot {text}" if re.match(r"\d", text) else text)
        if named.shots or named.missing or named.candidates:
            return named
        shown = Resolver(text, bare(self.situation)).described() or named
        there = self.about(f"in {text}")
        called = scenes_called(text, self.film)
        return there if there.scenes and (called or not shown.shots) else shown

    def described(self, text: str = "") -> Reference | None:
        """The shots a piece of text describes by what they show."""
        return Resolver(text or self.text, self.situation).described()

    @property
    def amount(self) -> float:
        """The factor of the relative words; 1 when there are none."""
        return lexicon.amount(self.text)

    def has(self, pattern: str) -> bool:
        """Whether a pattern stands in the clause."""
        return re.search(pattern, self.text) is not None

    def original(self, fragment: str) -> str:
        """A fragment as the creator wrote it."""
        return self.note.original(fragment)

    def frames(self, seconds: float) -> int:
        """Whole frames at the film's rate."""
        return round(seconds * self.film.frame_rate)

    def name(self, shot_id: str) -> str:
        """How a shot is called in a reply."""
        return f"shot {self.film.number(shot_id)}"


def bare(situation: Situation) -> Situation:
    """The same moment with no shot in view."""
    return Situation(film=situation.film, takes=situation.takes, history=situation.history)


Reader = Callable[[Clause], Finding | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One intent: where it may apply, and what it makes of a clause (None: not this after all).

    Attributes:
        rank: lower is tried first.
        lever: several levers may stand in one clause; any other rule takes the clause alone.
        whole: tried on the whole note before it is cut into clauses.
        wordy: takes the rest of the note as words, so that the note is not cut at all.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader
    rank: int = 50
    lever: bool = False
    whole: bool = False
    wordy: bool = False


def rule(
    *patterns: str, rank: int = 50, lever: bool = False, whole: bool = False, wordy: bool = False
) -> Callable[[Reader], Rule]:
    """A reader becomes a rule that is tried where one of the patterns is found."""

    def made(reader: Reader) -> Rule:
        pattern = re.compile("|".join(f"(?:{p})" for p in patterns))
        name = getattr(reader, "__name__", "rule").strip("_")
        return Rule(name, pattern, reader, rank=rank, lever=lever, whole=whole, wordy=wordy)

    return made


@dataclass(frozen=True, slots=True)
class Aim:
    """The shots a lever may move, and what to say about the others; or a reason not to."""

    shots: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    problem: Finding | None = None
    film: bool = False


def aim(
    clause: Clause, what: str, *, reference: Reference | None = None, whole: bool = False
) -> Aim:
    """The unlocked shots of a clause.

    Args:
        clause: what is being read.
        what: the lever in words, for a question ("be darker").
        reference: the shots meant, when the rule knows better than the clause.
        whole: with nothing named and nothing in view, the whole film is meant.
    """
    found = reference or clause.reference
    if found.missing:
        return Aim(problem=not_there(clause.film, found.missing))
    if found.candidates:
        return Aim(problem=which_of(clause, found.candidates, what))
    shots = found.shots
    if not found.explicit and (not shots or DESCRIBED.search(clause.text)):
        described = clause.described()
        if described and described.candidates and not shots:
            return Aim(problem=which_of(clause, described.candidates, what))
        shots = described.shots if described and described.shots else shots
    if not shots and whole:
        return unlocked(clause, clause.film.order, what, film=True)
    if not shots:
        theirs = _with_people(clause)
        return Aim(problem=which_of(clause, theirs, what) if theirs else which(clause, what))
    return unlocked(clause, shots, what, film=found.film)


def _with_people(clause: Clause) -> tuple[str, ...]:
    """The shots of whoever a shot is told by when the deed itself is nowhere on record."""
    told = re.search(
        r"\bthe (?:shot|one|bit|moment|part) (?:where|when|in which) (.+)$", clause.text
    )
    who = people_in(told[1], clause.film) if told else frozenset()
    shots = clause.film.shots
    return tuple(s for s in clause.film.order if who and who <= set(shots[s].subjects))


def unlocked(clause: Clause, shots: tuple[str, ...], what: str, *, film: bool = False) -> Aim:
    """The shots that may be moved; locked ones are named."""
    locked = tuple(s for s in shots if clause.film.shots[s].locked)
    free = tuple(s for s in shots if s not in locked)
    if locked and not free:
        names = listed(clause.film.number(s) for s in locked)
        one = len(locked) == 1
        they, are = ("it", "is") if one else ("them", "are")
        shot = "Shot" if one else "Shots"
        words = f"{shot} {names} {are} locked, so nothing moved. Unlock {they} to {what}?"
        return Aim(problem=warn(words, locked))
    return Aim(free, left_alone(clause.film, locked), film=film)


def left_alone(film: Film, locked: Iterable[str]) -> tuple[str, ...]:
    """The sentence that names locked shots a bulk edit skipped."""
    numbers = [film.number(s) for s in locked]
    if not numbers:
        return ()
    if len(numbers) == 1:
        return (f"Shot {numbers[0]} is locked and was left alone.",)
    return (f"Shots {listed(numbers)} are locked and were left alone.",)


def listed(things: Iterable[object], word: str = "and") -> str:
    """1, 2 and 3."""
    items = [str(thing) for thing in things]
    return (
        items[0]
        if len(items) == 1
        else f"{', '.join(items[:-1])} {word} {items[-1]}"
        if items
        else ""
    )


def not_there(film: Film, missing: str) -> Finding:
    """Says that something is not there and names what is."""
    if missing.startswith("scene"):
        count = len(film.scene_order())
        there = f"The film has scenes 1 to {count}." if count else "The film has no scenes yet."
    else:
        there = film.extent()
    return ask(f"There is no {missing}. {there} Which one do you mean?")


def which(clause: Clause, what: str) -> Finding:
    """The question for a lever without a target."""
    if not clause.film.order:
        return ask(f"There are no shots to {what} yet. Shall I write the film first?")
    count = len(clause.film.order)
    return ask(
        f"Which shot should I {what}? There are shots 1 to {count}; a scene or all "
        "of them works too."
    )


def which_of(clause: Clause, candidates: tuple[str, ...], what: str) -> Finding:
    """The question that lists the shots that fit."""
    told = ((describe(clause.film, shot), clause.film.shots[shot]) for shot in candidates[:6])
    lines = [f"{words[:-1]}, locked)" if shot.locked else words for words, shot in told]
    return ask(f"Which one should I {what}: {listed(lines, 'or')}?", candidates)


def describe(film: Film, shot_id: str) -> str:
    """A shot in a few words: number, size, who, action."""
    shot = film.shots[shot_id]
    action = shot.action.strip().rstrip(".")
    short = action if len(action) <= 48 else action[:45].rsplit(" ", 1)[0] + " …"
    return f"shot {film.number(shot_id)} ({shot.size.value}{', ' + short if short else ''})"


def each(
    clause: Clause,
    what: str,
    change: Callable[[Shot], AnyChange | None],
    *,
    reference: Reference | None = None,
    whole: bool = False,
    aside: tuple[str, ...] = (),
) -> Finding:
    """One change for each shot the clause means."""
    target = aim(clause, what, reference=reference, whole=whole)
    if target.problem:
        return target.problem
    made = tuple(change(clause.film.shots[shot]) for shot in target.shots)
    changes = tuple(c for c in made if c is not None)
    if not changes:
        return Finding(Kind.NOOP, say=already(clause, target.shots, what), shots=target.shots)
    return Finding(Kind.ACT, changes, aside=(*target.aside, *aside), shots=target.shots)


def already(clause: Clause, shots: tuple[str, ...], what: str) -> str:
    """Says that there is nothing left to move."""
    numbers = listed(clause.film.number(s) for s in shots)
    return f"Shot {numbers} is there already: nothing left to {what}, so nothing moved."


def clamp(value: float, low: float, high: float) -> float:
    """A value held inside its range, without float dust."""
    return round(max(low, min(high, value)), 4)

"""Covers talk: a two-shot, over the shoulder, singles, and the face that listens. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.writing.breakdown_words import WEIGHTY
from agent.writing.moments import Moment
from agent.writing.setup import Said, SceneFacts, Setup
from memory.vocabulary import Angle, MoveType, Size, Speed, step

SHORT_REPLY = 7
"""Words; short lines stay together in the two-shot."""

SHORT_TALK = 15
"""Words; all that one two-shot holds."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What every run of speeches of a scene shares."""

    facts: SceneFacts
    present: list[str]


def exchange(
    run: list[Moment],
    after: list[Moment],
    before: list[Setup],
    turns: dict[str, int],
    talk: Talk,
) -> list[Setup]:
    """Shot-reverse-shot: two-shot, over the shoulder, then singles, with reactions."""
    setups: list[Setup] = []
    since = 0
    for at, moment in enumerate(run):
        if moment.dual and setups and setups[-1].said:
            setups[-1] = _together(setups[-1], moment)
            continue
        if _stays_in_two(setups, moment):
            setups[-1] = replace(setups[-1], said=(*setups[-1].said, _said(moment)))
            continue
        energy = min(1.0, talk.facts.energy + 0.22 * at / max(1, len(run) - 1))
        listener = _listener(run, at, talk.present)
        opening = not _seen_together(moment.speaker, listener, [*before, *setups])
        turn = turns.get(moment.speaker, 0)
        shoulders = {moment.speaker, listener} <= talk.facts.people
        setups.append(
            _speaking(moment, listener, turn, energy, opening=opening, shoulders=shoulders)
        )
        turns[moment.speaker] = turn + (not opening)
        since += 1
        last = at == len(run) - 1
        answers = last and bool(after) and listener in after[0].who
        if listener and not (moment.off or answers) and since >= 2 and _weighs(moment, last):
            setups.append(_reaction(listener, moment.speaker, energy, setups[-1].size))
            since = 0
    return [*before, *_with_reaction(setups, run, talk.present)]


def _seen_together(speaker: str, listener: str, setups: list[Setup]) -> bool:
    return any({speaker, listener} <= set(s.subjects) for s in setups)


def _listener(run: list[Moment], at: int, present: list[str]) -> str:
    speaker = run[at].speaker
    near = [run[i] for d in range(1, len(run)) for i in (at - d, at + d) if 0 <= i < len(run)]
    others = [m.speaker for m in near if m.speaker != speaker and not m.off]
    others += [who for who in present if who != speaker]
    return next(iter(others), "")


def _said(moment: Moment) -> Said:
    return Said(moment.speaker, moment.words, moment.delivery, moment.off, moment.dual)


def _together(setup: Setup, moment: Moment) -> Setup:
    both = tuple(dict.fromkeys((*setup.subjects, moment.speaker)))
    return replace(
        setup, role="two", size=Size.MS, subjects=both, said=(*setup.said, _said(moment)), over=""
    )


def _stays_in_two(setups: list[Setup], moment: Moment) -> bool:
    if not setups or setups[-1].role != "two" or moment.off or moment.text:
        return False
    if moment.direction.asks:
        return False
    said = setups[-1].said
    words = [len(line.words.split()) for line in said] + [len(moment.words.split())]
    short = max(words) <= SHORT_REPLY and sum(words) <= SHORT_TALK and len(said) < 3
    there = moment.speaker in setups[-1].subjects and moment.speaker != said[-1].speaker
    return short and there


def _speaking(
    moment: Moment, listener: str, turn: int, energy: float, *, opening: bool, shoulders: bool
) -> Setup:
    base = Setup(
        "single", _single_size(energy), (moment.speaker,), said=(_said(moment),), energy=energy,
        direction=moment.direction, overlay=moment.overlay, text=moment.text, to=listener,
    )  # fmt: skip
    if moment.off:
        seen = (listener,) if listener else ()
        return replace(base, role="reaction" if seen else "place", size=Size.MCU, subjects=seen)
    if not listener:
        return base
    both = (moment.speaker, listener)
    if opening:
        return replace(base, role="two", size=Size.MWS, subjects=both)
    if shoulders and (turn == 0 or (turn == 1 and energy < 0.55)):
        size = Size.MS if turn == 0 and energy < 0.6 else Size.MCU
        return replace(base, role="over", size=size, subjects=both, angle=Angle.OTS, over=listener)
    weight = len(re.findall(WEIGHTY, moment.words, re.IGNORECASE))
    creep = weight > 0 and energy > 0.6
    return replace(
        base,
        move=MoveType.DOLLY_IN if creep else MoveType.STATIC,
        speed=Speed.VERY_SLOW if creep else Speed.NONE,
    )


def _single_size(energy: float) -> Size:
    for limit, size in ((0.4, Size.MS), (0.62, Size.MCU), (0.9, Size.CU)):
        if energy < limit:
            return size
    return Size.BCU


def _weighs(moment: Moment, last: bool) -> bool:
    """True for a line whose effect on the listener is the story."""
    score = len(re.findall(WEIGHTY, moment.words, re.IGNORECASE))
    score += len(moment.words.split()) >= 12
    score += bool(re.search(r"quiet|broken|whisper|soft|bitter|cold", moment.delivery))
    score += moment.words.rstrip().endswith(("…", "...", "--", "—"))
    return score >= 2 or (last and score >= 1)


def _reaction(listener: str, speaker: str, energy: float, size: Size) -> Setup:
    tight = step(size, 1) if size in {Size.MS, Size.MCU} else Size.MCU
    return Setup("reaction", tight, (listener,), energy=min(1.0, energy + 0.05), to=speaker)


def _weight(words: str) -> int:
    return 5 * len(re.findall(WEIGHTY, words, re.IGNORECASE)) + len(words.split())


def _with_reaction(setups: list[Setup], run: list[Moment], present: list[str]) -> list[Setup]:
    """A talk of three lines or more never goes without one face that only listens."""
    if len(run) < 3 or any(s.role == "reaction" for s in setups):
        return setups
    weights = [
        _weight(s.said[-1].words) if s.said and s.role in {"over", "single", "two"} else -1
        for s in setups
    ]
    at = max(range(len(setups)), key=lambda i: weights[i])
    speaker = setups[at].said[-1].speaker if setups[at].said else ""
    listener = next((m.speaker for m in run if m.speaker != speaker and not m.off), "")
    listener = listener or next((who for who in present if who != speaker), "")
    if weights[at] < 0 or not listener:
        return setups
    shown = _reaction(listener, speaker, setups[at].energy, setups[at].size)
    return [*setups[: at + 1], shown, *setups[at + 1 :]]

"""Covers a scene as a director would: which set-ups, how tight, from which side. Pure.

Establishing when the place changes; a two-shot, then over the shoulder and singles in
shot-reverse-shot; the listener's face after a line with weight; each figure keeps its side of
the screen for the whole scene (the 180-degree line).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import Literal

from agent.writing.breakdown_camera import Direction
from agent.writing.breakdown_words import WEIGHTY
from agent.writing.moments import Moment
from memory.vocabulary import Angle, MoveType, Size, Speed, View, step

Role = Literal[
    "establishing", "place", "action", "insert", "montage", "two", "over", "single", "reaction"
]
SHORT_REPLY = 7
"""Words; two short lines stay together in the two-shot."""

OPENING_WORDS = 26
"""Words; a place and who is in it share the establishing shot up to here."""


@dataclass(frozen=True, slots=True)
class Said:
    """A spoken line of a set-up. `part` counts the parts of one long speech from 0."""

    speaker: str
    words: str
    delivery: str = ""
    off: bool = False
    dual: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """One camera set-up before light and time."""

    role: Role
    size: Size
    subjects: tuple[str, ...] = ()
    text: str = ""
    said: tuple[Said, ...] = ()
    angle: Angle = Angle.EYE
    view: View = View.THREE_QUARTER
    move: MoveType = MoveType.STATIC
    speed: Speed = Speed.NONE
    energy: float = 0.3
    direction: Direction = field(default_factory=Direction)
    overlay: str = ""
    over: str = ""
    """Whose shoulder the camera looks over."""


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """What coverage needs to know of a scene."""

    new_place: bool
    exterior: bool
    opens_film: bool
    energy: float
    """The arc's energy at the middle of the scene, 0..1."""
    seed: str
    people: frozenset[str] = frozenset()
    """Who has shoulders to look over: persons, not birds."""


def cover(moments: list[Moment], facts: SceneFacts) -> list[Setup]:
    """The set-ups of a scene, in order."""
    rng = random.Random(facts.seed)
    present = _present(moments)
    setups: list[Setup] = []
    turns: dict[str, int] = {}
    rest = moments = _with_business(moments)
    if facts.new_place or not moments:
        first, rest = _establish(moments, facts, present, rng)
        setups.append(first)
    while rest:
        run = _run(rest)
        if run:
            setups = _dialogue(run, rest[len(run) :], setups, turns, _Talk(facts, present))
            rest = rest[len(run) :]
        else:
            setups.append(_action(rest[0], facts, rng, len(setups)))
            rest = rest[1:]
    return [_obey(setup) for setup in setups]


BUSINESS_WORDS = 12
"""Words; a small action of the one who speaks next is played in the shot of the line."""


def _with_business(moments: list[Moment]) -> list[Moment]:
    """Small actions joined to the line that the same figure says next."""
    out: list[Moment] = []
    for moment in moments:
        last = out[-1] if out else None
        if last and len(out) > 1 and _is_business(last, moment):
            asked = moment.direction.over(last.direction)
            out[-1] = replace(moment, text=last.text, overlay=last.overlay, direction=asked)
        else:
            out.append(moment)
    return out


def _is_business(action: Moment, speech: Moment) -> bool:
    return (
        action.kind == "action"
        and speech.kind == "speech"
        and not speech.off
        and action.who == (speech.speaker,)
        and action.direction.size is not Size.INSERT
        and len(re.sub(r"\([^()]*\)", "", action.text).split()) <= BUSINESS_WORDS
        and action_move(action.text.casefold())[0] is MoveType.STATIC
    )


@dataclass(frozen=True, slots=True)
class _Talk:
    """What every run of speeches of a scene shares."""

    facts: SceneFacts
    present: list[str]


def _present(moments: list[Moment]) -> list[str]:
    """Who is seen in the scene, in order of first appearance."""
    return list(dict.fromkeys(who for m in moments for who in m.who))


def _run(moments: list[Moment]) -> list[Moment]:
    run: list[Moment] = []
    for moment in moments:
        if moment.kind != "speech":
            break
        run.append(moment)
    return run


def _establish(
    moments: list[Moment], facts: SceneFacts, present: list[str], rng: random.Random
) -> tuple[Setup, list[Moment]]:
    """A wide of the place: on its first lines of description when the scene opens with them."""
    size = rng.choice((Size.EWS, Size.VWS) if facts.exterior else (Size.WS, Size.VWS))
    angle = rng.choice((Angle.EYE, Angle.HIGH, Angle.EYE, Angle.LOW))
    move, speed = _opening_move(facts, rng)
    wide = Setup(
        "establishing", size, angle=angle, move=move, speed=speed, energy=facts.energy * 0.6
    )
    head = _opening_lines(moments, facts)
    if not head:
        return replace(wide, subjects=() if facts.opens_film else tuple(present[:2])), moments
    who = tuple(dict.fromkeys(w for m in head for w in m.who))
    wide = replace(
        wide,
        text=" ".join(m.text for m in head),
        subjects=who,
        direction=head[0].direction,
        overlay=head[0].overlay,
        size=Size.WS if who else size,
    )
    return wide, moments[len(head) :]


def _opening_lines(moments: list[Moment], facts: SceneFacts) -> list[Moment]:
    """The first moments one wide can hold: the place, and who is in it when they are few words.

    The film's first wide shows the place alone, so that its first figure is an entrance.
    """
    first, second = [*moments, Moment("speech"), Moment("speech")][:2]
    if first.kind not in {"place", "action"} or (first.kind == "action" and facts.opens_film):
        return []
    words = len(f"{first.text} {second.text}".split())
    joins = second.kind == "action" and not second.leads and not second.direction.asks
    if first.kind == "place" and joins and not facts.opens_film and words <= OPENING_WORDS:
        return [first, second]
    return [first]


def _opening_move(facts: SceneFacts, rng: random.Random) -> tuple[MoveType, Speed]:
    if not facts.exterior:
        move = rng.choice((MoveType.STATIC, MoveType.TRUCK_RIGHT, MoveType.PAN_LEFT))
    elif facts.opens_film:
        move = rng.choice((MoveType.CRANE_DOWN, MoveType.DOLLY_IN, MoveType.PAN_RIGHT))
    else:
        move = rng.choice((MoveType.PAN_LEFT, MoveType.TRUCK_LEFT, MoveType.STATIC))
    return move, Speed.NONE if move is MoveType.STATIC else Speed.SLOW


_SIZES: tuple[tuple[str, Size], ...] = (
    (r"eyes?\b|tear|face|smil|frown|whisper|blush|stares|realis|realiz|swallow", Size.CU),
    (
        r"hands?\b|finger|holds?|slides?|ticket|coin\b|picks?|opens?|letter|key|cup|writes|reads|beak|drinks",
        Size.MCU,
    ),
    (
        r"walks?|runs?|enters?|leaves|crosses|climb|hops|dances?|hurr|falls|jumps|fl(?:y|ies)",
        Size.FS,
    ),
    (r"sits?|stands?|waits?|leans?|watch", Size.MWS),
)
_TRAVELS = r"\b(?:walks?|runs?|crosses|hurr\w+|follows?|strides?|races?|limps|carries)\b"
_LOOKS_UP = r"\blooks? up|\brises\b|\bstands up|\bgets up|towers"
_GOES_DOWN = r"\bfalls?\b|\bdrops?\b|\bsinks?\b|kneels?|looks? down"
_FEAR = r"panic|chase|struggl|storm|shak|stumbl|fights?|alarm|sirens?"
_ALONE = r"\balone\b|walks? away|is gone|empty|leaves\b|disappears?"


def _action(moment: Moment, facts: SceneFacts, rng: random.Random, at: int) -> Setup:
    if moment.kind == "insert" or (moment.kind == "place" and at and not _vista(moment.text)):
        return Setup(
            "insert", Size.INSERT, moment.who, moment.text, angle=Angle.HIGH,
            energy=facts.energy, direction=moment.direction, overlay=moment.overlay,
        )  # fmt: skip
    low = moment.text.casefold()
    size = next((s for p, s in _SIZES if re.search(p, low)), None)
    if moment.kind == "place":
        size = Size.VWS if facts.exterior else Size.WS
    elif len(moment.who) > 1:
        size = Size.MWS if size in {Size.CU, Size.MCU} else Size.WS
    move, speed = action_move(low)
    return Setup(
        "montage" if moment.kind == "montage" else ("place" if not moment.who else "action"),
        size or rng.choice((Size.MS, Size.MWS, Size.FS)),
        moment.who,
        moment.text,
        angle=_felt_angle(low),
        move=move,
        speed=speed,
        energy=facts.energy,
        direction=moment.direction,
        overlay=moment.overlay,
    )


def _vista(text: str) -> bool:
    return re.search(
        r"sky|horizon|field|sea\b|city|street|hill|mountain|harbou?r|room|light|sun|moon|rain|"
        r"shadow|silence|dark|night|morning|town|road|river|snow|fog", text, re.IGNORECASE
    ) is not None  # fmt: skip


def action_move(low: str) -> tuple[MoveType, Speed]:
    """The move an action motivates; most motivate none."""
    for pattern, move, speed in (
        (_FEAR, MoveType.HANDHELD, Speed.MEDIUM),
        (_TRAVELS, MoveType.TRACK, Speed.MEDIUM),
        (_LOOKS_UP, MoveType.TILT_UP, Speed.SLOW),
        (_GOES_DOWN, MoveType.TILT_DOWN, Speed.SLOW),
        (_ALONE, MoveType.DOLLY_OUT, Speed.SLOW),
    ):
        if re.search(pattern, low):
            return move, speed
    return MoveType.STATIC, Speed.NONE


def _felt_angle(low: str) -> Angle:
    if re.search(r"towers|looms|proud|defian|triumph|on top", low):
        return Angle.LOW
    if re.search(r"kneel|small|lost|collapses|on the floor|curled|far below|down at", low):
        return Angle.HIGH
    return Angle.EYE


def _dialogue(
    run: list[Moment],
    after: list[Moment],
    before: list[Setup],
    turns: dict[str, int],
    talk: _Talk,
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
            setups.append(_reaction(listener, energy, setups[-1].size))
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
    short = all(len(s.words.split()) <= SHORT_REPLY for s in said)
    fits = len(moment.words.split()) <= SHORT_REPLY and moment.speaker in setups[-1].subjects
    return len(said) == 1 and short and fits and moment.speaker != said[0].speaker


def _speaking(
    moment: Moment, listener: str, turn: int, energy: float, *, opening: bool, shoulders: bool
) -> Setup:
    base = Setup(
        "single", _single_size(energy), (moment.speaker,), said=(_said(moment),), energy=energy,
        direction=moment.direction, overlay=moment.overlay, text=moment.text,
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


def _reaction(listener: str, energy: float, size: Size) -> Setup:
    tight = step(size, 1) if size in {Size.MS, Size.MCU} else Size.MCU
    return Setup("reaction", tight, (listener,), "", energy=min(1.0, energy + 0.05))


def _weight(words: str) -> int:
    return 5 * len(re.findall(WEIGHTY, words, re.IGNORECASE)) + len(words.split())


def _with_reaction(setups: list[Setup], run: list[Moment], present: list[str]) -> list[Setup]:
    """A talk of three lines or more never goes without one face that only listens."""
    if len(run) < 3 or any(s.role == "reaction" for s in setups):
        return setups
    weights = [
        _weight(s.said[-1].words) if s.said and s.role in {"over", "single"} else -1 for s in setups
    ]
    at = max(range(len(setups)), key=lambda i: weights[i])
    speaker = setups[at].said[-1].speaker if setups[at].said else ""
    listener = next((m.speaker for m in run if m.speaker != speaker and not m.off), "")
    listener = listener or next((who for who in present if who != speaker), "")
    if weights[at] < 0 or not listener:
        return setups
    shown = _reaction(listener, setups[at].energy, setups[at].size)
    return [*setups[: at + 1], shown, *setups[at + 1 :]]


def _obey(setup: Setup) -> Setup:
    """The script's own directions over what coverage would do."""
    asked = setup.direction
    if not asked.asks:
        return setup
    size = asked.size or setup.size
    if size is Size.CU and not setup.subjects and not setup.said:
        size = Size.INSERT
    move = asked.move or setup.move
    usual = Speed.NONE if move is MoveType.STATIC else Speed.SLOW
    speed = asked.speed or (usual if asked.move else setup.speed)
    return replace(
        setup,
        size=size,
        angle=asked.angle or setup.angle,
        move=move,
        speed=Speed.NONE if move is MoveType.STATIC else speed,
        view=asked.view or setup.view,
    )

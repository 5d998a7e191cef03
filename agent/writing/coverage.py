"""Covers a scene as a director would: which set-ups, how tight, from which side. Pure.

Establishing when the place changes; a two-shot, then over the shoulder and singles in
shot-reverse-shot; the listener's face after a line with weight; each figure keeps its side of
the screen for the whole scene (the 180-degree line).
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from agent.writing.exchange import Talk, exchange
from agent.writing.moments import Moment
from agent.writing.setup import SceneFacts, Setup
from memory.vocabulary import Angle, MoveType, Size, Speed

OPENING_WORDS = 26
"""Words; a place and who is in it share the establishing shot up to here."""


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
        run = _run(rest, {who for s in setups for who in s.subjects})
        if run:
            here = [who for who in present if any(who in s.subjects for s in setups)]
            setups = exchange(run, rest[len(run) :], setups, turns, Talk(facts, here or present))
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


def _present(moments: list[Moment]) -> list[str]:
    """Who is seen in the scene, in order of first appearance."""
    return list(dict.fromkeys(who for m in moments for who in m.who))


def _run(moments: list[Moment], seen: set[str]) -> list[Moment]:
    """The speeches at the head; one who comes in with a line begins a new run."""
    run: list[Moment] = []
    for moment in moments:
        enters = bool(moment.text and run) and moment.speaker not in seen
        if moment.kind != "speech" or enters:
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
_TRAVELS = r"\b(?:walks?|runs?|crosses|hurr\w+|follows?|strides?|races?|limps)\b"
_LOOKS_UP = r"\blooks? up|\brises\b|\bstands up|\bgets up|towers"
_GOES_DOWN = r"\bfalls?\b|\bdrops?\b|\bsinks?\b|kneels?|looks? down"
_FEAR = r"panic|chase|struggl|shaking|stumbl|fights?|alarm|sirens?"
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
    elif moment.kind == "montage" and not moment.who:
        size = Size.WS if _vista(moment.text) else Size.INSERT
    elif len(moment.who) > 1:
        size = Size.MWS if size in {Size.CU, Size.MCU} else Size.WS
    move, speed = action_move(low) if moment.who else (MoveType.STATIC, Speed.NONE)
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

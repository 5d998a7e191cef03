"""Notes that make a shot or a scene a memory: how it is told apart, and how it is entered."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, aim, clamp, rule
from agent.notes.reading import Finding, Kind
from memory.change import AnyChange, Dress, EditScene, Relight, SetTransition
from memory.film import Film, Shot
from memory.vocabulary import TransitionType

MEMORY = r"(?:flash ?-?back|memory|dream|flash-?forward)"
PALER = 0.2
HAZIER = 0.15


@rule(
    r"\b(?:make|turn|play|treat|mark|do|stage) .+ (?:a |into a |as a |like a )"
    rf"(?P<kind>{MEMORY})\b",
    rf"\b(?:should|must|could|can) (?:be|play as|feel like|read as) (?:a )?(?P<same>{MEMORY})\b",
    rank=14,
    whole=True,
)
def memory(clause: Clause) -> Finding | None:
    """Paler, hazier, entered and left by a dissolve; the words, the cast and the order stay."""
    kind = next(g for g in clause.match.groups() if g)
    kind = re.sub(r"[ -]", "", kind)
    target = aim(clause, f"make it a {kind}")
    if target.problem:
        return target.problem
    film = clause.film
    changes: list[AnyChange] = [c for s in target.shots for c in _paler(film.shots[s], kind)]
    if not changes:
        return Finding(Kind.NOOP, say=f"That is a {kind} already, so nothing moved.")
    scenes = clause.reference.scenes
    for scene in scenes:
        note = f"{film.scenes[scene].note} {kind.capitalize()}.".strip()
        changes.append(EditScene(scene=scene, note=note))
    changes += _joins(clause, film, target.shots)
    return Finding(changes=tuple(changes), aside=target.aside, shots=target.shots)


def _paler(shot: Shot, kind: str) -> tuple[AnyChange, ...]:
    style = shot.lighting.style
    if kind in style:
        return ()
    light = Relight(
        shot=shot.id,
        style=f"{style}, {kind}" if style else kind,
        haze=clamp(shot.lighting.haze + HAZIER, 0, 1),
    )
    return (light, Dress(shot=shot.id, saturation=clamp(shot.saturation - PALER, 0, 1)))


def _joins(clause: Clause, film: Film, shots: tuple[str, ...]) -> list[AnyChange]:
    """Dissolves into the first of them and out of the last."""
    at = film.order.index(shots[-1]) + 1
    doors = [shots[0]] if film.order.index(shots[0]) else []
    doors += [film.order[at]] if at < len(film.order) else []
    plain = [s for s in doors if not film.shots[s].locked
             and film.shots[s].transition_in.type is TransitionType.CUT]  # fmt: skip
    seconds = clause.frames(1)
    return [SetTransition(shot=s, type=TransitionType.DISSOLVE, frames=seconds) for s in plain]

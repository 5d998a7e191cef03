"""The continuity supervisor: rules over the film document, each finding with its mend.

Sees no pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from memory.film import Film, Shot
from memory.timing import to_frames, to_seconds
from memory.vocabulary import IntExt, MoveType, Route, Size

TAIL_SECONDS = 0.3
SHORTEST_SECONDS = 0.8
MADE_ROUTES = frozenset({Route.THEATRE, Route.GRADE})


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a viewer would notice.

    Attributes:
        rule: The rule's name.
        shots: Ids of the shots it is about.
        message: What is wrong, in a sentence with shot numbers of now.
        sure: False where a director may want it so.
        mend: A note that would put it right.
    """

    rule: str
    shots: tuple[str, ...]
    message: str
    sure: bool
    mend: str

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {**asdict(self), "shots": list(self.shots)}


def findings(film: Film) -> list[Finding]:
    """All findings, in the order of the film."""
    out: list[Finding] = []
    for number, shot in enumerate((film.shots[s] for s in film.order), 1):
        out += _lines(film, shot, number)
        out += _alone(film, shot, number)
        out += _route(shot, number)
    out += _pairs(film)
    return out


def _lines(film: Film, shot: Shot, number: int) -> Iterator[Finding]:
    tail = to_frames(TAIL_SECONDS, film.frame_rate)
    for line in shot.dialogue:
        over = line.start + line.frames + tail - shot.length
        if over > 0 and not line.off:
            seconds = max(0.1, to_seconds(over, film.frame_rate))
            yield Finding(
                "line-cut-off",
                (shot.id,),
                f"In shot {number} the line {line.line!r} ends too close to the cut.",
                True,
                f"make shot {number} {seconds:.1f} seconds longer",
            )
        if not line.off and line.character not in shot.subjects:
            name = film.characters[line.character].name
            yield Finding(
                "speaker-unseen",
                (shot.id,),
                f"{name} speaks in shot {number} but is not in it.",
                False,
                f"add {name} to shot {number}",
            )


def _alone(film: Film, shot: Shot, number: int) -> Iterator[Finding]:
    if shot.length < to_frames(SHORTEST_SECONDS, film.frame_rate):
        yield Finding(
            "too-short",
            (shot.id,),
            f"Shot {number} is too short to be read.",
            False,
            f"make shot {number} one second longer",
        )
    inside = film.scenes[shot.scene].int_ext is IntExt.INT
    if inside and shot.size in {Size.EWS, Size.VWS}:
        yield Finding(
            "no-room",
            (shot.id,),
            f"Shot {number} is {shot.size.value} inside; a room is seldom that wide.",
            False,
            f"make shot {number} a wide shot",
        )


def _route(shot: Shot, number: int) -> Iterator[Finding]:
    """A route nobody makes yet: the theatre stands in, and that must not go unsaid."""
    if shot.route not in MADE_ROUTES:
        yield Finding(
            "route-missing",
            (shot.id,),
            f"Shot {number} asks for {shot.route.value}, which is not made here; "
            "the theatre draws it.",
            True,
            f"shoot shot {number} in the theatre",
        )


def _pairs(film: Film) -> Iterator[Finding]:
    shots = [film.shots[s] for s in film.order]
    for number, (left, right) in enumerate(pairwise(shots), 1):
        same = (left.scene, left.size, left.angle, left.subjects) == (
            right.scene,
            right.size,
            right.angle,
            right.subjects,
        )
        still = left.movement.type is right.movement.type is MoveType.STATIC
        if same and still and left.composition == right.composition and left.subjects:
            yield Finding(
                "jump-cut",
                (left.id, right.id),
                f"Shots {number} and {number + 1} are the same set-up: the cut will jump.",
                False,
                f"make shot {number + 1} tighter",
            )

"""The plan of a cut: which stretches are copied, which are made. Pure; takes are only names to it.

The film's length never changes: a dissolve is centred on its cut and borrows frames beyond the ends
of both takes. What is touched is widened to whole groups of pictures, so that everything else is
copied from the takes to the bit. The pictures themselves are drawn in tools/blends.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from memory.errors import BadRequest
from memory.vocabulary import CUTS, TransitionType
from tools.encode import GOP

USUAL_FRAMES = 24
"""Length of a transition that names none."""
SIDED = {TransitionType.FADE_IN: (0.0, 1.0), TransitionType.FADE_OUT: (1.0, 0.0)}
"""How much of a transition lies before and after the cut; all others are centred."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How a shot is entered, or how the film ends."""

    kind: TransitionType = TransitionType.CUT
    frames: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A shot in the cut: its take (a name) and its length in frames."""

    id: str
    take: str
    frames: int
    entry: Entry = Entry()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words drawn over the picture: from film frame `at`, so many frames long.

    Attributes:
        words: Their lines.
        sort: A burnt-in caption at the foot, or words that belong to the picture, above it.
        scale: 1 is the usual size of letters.
    """

    words: str
    at: int
    frames: int
    sort: Literal["caption", "super"] = "caption"
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """Frames [start, stop) of a shot, shown from film frame `at`."""

    shot: str
    take: str
    at: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Blend:
    """A transition: from `left` to `right` (None is plain colour), from film frame `at`."""

    kind: TransitionType
    at: int
    frames: int
    left: str | None
    right: str | None
    cut: int

    @property
    def stop(self) -> int:
        """The film frame after the last."""
        return self.at + self.frames


@dataclass(frozen=True, slots=True)
class Copied:
    """A piece of the cut taken from its take by copy."""

    span: Span

    @property
    def frames(self) -> int:
        """Length."""
        return self.span.stop - self.span.start


@dataclass(frozen=True, slots=True)
class Made:
    """A piece of the cut that has to be rendered: a blend, a mark, or both."""

    at: int
    spans: tuple[Span, ...]
    blends: tuple[Blend, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def frames(self) -> int:
        """Length."""
        return sum(span.stop - span.start for span in self.spans)


Piece = Copied | Made


def plan_segments(
    shots: Sequence[Placed], ending: Entry = Entry(), marks: Sequence[Mark] = ()
) -> list[Piece]:
    """The pieces of a cut, in order; their frames add up to those of the shots, always.

    Args:
        shots: In order, each at least one frame long.
        ending: How the last shot ends.
        marks: What is drawn over the picture, in frames of the film.

    Raises:
        BadRequest: A shot without frames.
    """
    if any(shot.frames < 1 for shot in shots):
        raise BadRequest("A shot has no frames.", "Give it a length first.")
    starts = [0, *accumulate(shot.frames for shot in shots)]
    blends = _blends(shots, starts, ending)
    ranges = [(blend.at, blend.stop) for blend in blends]
    ranges += [(mark.at, mark.at + mark.frames) for mark in marks]
    spans: list[tuple[bool, Span]] = []
    for shot, begin in zip(shots, starts, strict=False):
        for touched, start, stop in _stretches(shot, begin, ranges):
            spans.append((touched, Span(shot.id, shot.take, begin + start, start, stop)))
    bridged = {blend.cut for blend in blends if blend.at < blend.cut < blend.stop}
    return _pieces(spans, bridged, blends, marks)


def _blends(shots: Sequence[Placed], starts: Sequence[int], ending: Entry) -> list[Blend]:
    blends = []
    for place, shot in enumerate(shots):
        left = shots[place - 1] if place else None
        blends.append(_blend(shot.entry, starts[place], left, shot))
    if shots:
        blends.append(_blend(ending, starts[-1], shots[-1], None))
    return [blend for blend in blends if blend is not None]


def _blend(entry: Entry, cut: int, left: Placed | None, right: Placed | None) -> Blend | None:
    """The transition at a cut, no longer than half of either shot; None where it is a plain cut."""
    if entry.kind in CUTS:
        return None
    wanted = entry.frames or USUAL_FRAMES
    share, _ = SIDED.get(entry.kind, (0.5, 0.5))
    if left is None:
        share = 0.0
    elif right is None:
        share = 1.0
    before = int(wanted * share)
    after = wanted - before
    # Never more than half a shot, so that the transitions at its two ends cannot meet.
    before = min(before, left.frames // 2) if left else 0
    after = min(after, (right.frames + 1) // 2) if right else 0
    if 0.0 < share < 1.0 and not (before and after):
        return None
    if not before + after:
        return None
    return Blend(
        entry.kind,
        cut - before,
        before + after,
        left.id if left and before else None,
        right.id if right and after else None,
        cut,
    )


def _stretches(
    shot: Placed, begin: int, ranges: Sequence[tuple[int, int]]
) -> Iterator[tuple[bool, int, int]]:
    """A shot cut at keyframes into (touched, start, stop), alternating, without gaps."""
    groups = -(-shot.frames // GOP)
    touched = [False] * groups
    for first, last in ranges:
        low, high = max(first - begin, 0), min(last - begin, shot.frames)
        for group in range(low // GOP, -(-high // GOP) if high > low else 0):
            touched[group] = True
    edges = [0] + [g for g in range(1, groups) if touched[g] != touched[g - 1]] + [groups]
    for low, high in pairwise(edges):
        yield touched[low], low * GOP, min(high * GOP, shot.frames)


def _pieces(
    spans: Sequence[tuple[bool, Span]],
    bridged: set[int],
    blends: Sequence[Blend],
    marks: Sequence[Mark],
) -> list[Piece]:
    pieces: list[Piece] = []
    run: list[Span] = []
    for place, (touched, span) in enumerate(spans):
        if not touched:
            pieces.append(Copied(span))
            continue
        run.append(span)
        following = spans[place + 1][1] if place + 1 < len(spans) else None
        if following is None or following.at not in bridged:
            pieces.append(_made(run, blends, marks))
            run = []
    return pieces


def _made(run: Sequence[Span], blends: Sequence[Blend], marks: Sequence[Mark]) -> Made:
    at = run[0].at
    stop = run[-1].at + run[-1].stop - run[-1].start
    inside = tuple(blend for blend in blends if blend.at < stop and blend.stop > at)
    drawn = tuple(mark for mark in marks if mark.at < stop and mark.at + mark.frames > at)
    return Made(at, tuple(run), inside, drawn)

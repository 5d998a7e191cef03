"""Pairs the shots of two breakdowns by what they show and say. Pure; knows no document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

SAME, CLOSE_ENOUGH, SCENE_ENOUGH = 3.0, 0.34, 0.3
"""Worth of an equal pair; the least share of common words of a shot and of a scene."""

MOST_PAIRS = 160_000
"""Pairs weighed one by one; a longer row is paired only where it is equal."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A shot by what of the script is in it: its key tells equal ones, its words near ones."""

    id: str
    key: tuple[str, ...]
    words: Counter[str]
    speakers: tuple[str, ...] = ()
    scripted: bool = True
    """False for a face that listens or a place alone: nothing of the script is its own."""


@dataclass(frozen=True, slots=True)
class SeenScene:
    """A scene by its slug and its shots."""

    id: str
    slug: str
    shots: tuple[Seen, ...]

    @property
    def words(self) -> Counter[str]:
        """All words of its shots."""
        total: Counter[str] = Counter()
        for shot in self.shots:
            total.update(shot.words)
        return total


def pair_scenes(old: Sequence[SeenScene], new: Sequence[SeenScene]) -> dict[str, str]:
    """New scene id -> the old scene it is, by place in the script, then wherever it moved."""
    bags = {id(scene): scene.words for scene in (*old, *new)}

    def worth(one: SeenScene, other: SeenScene) -> float:
        if [s.key for s in one.shots] == [s.key for s in other.shots] and one.slug == other.slug:
            return SAME
        common = share(bags[id(one)], bags[id(other)])
        if one.slug == other.slug:
            return 0.5 + common
        return common if common >= SCENE_ENOUGH else 0.0

    pairs = align(old, new, worth)
    found = {new[n].id: old[o].id for o, n in pairs}
    left = [scene for scene in old if scene.id not in found.values()]
    for scene in new:
        if scene.id not in found and left:
            best = max(left, key=lambda other: worth(other, scene))
            if worth(best, scene) >= 0.5 + CLOSE_ENOUGH:
                found[scene.id] = best.id
                left.remove(best)
    return found


def pair_shots(
    old: Sequence[SeenScene], new: Sequence[SeenScene], scenes: dict[str, str]
) -> dict[str, str]:
    """New shot id -> the old shot it is: within its scene, then equal ones that moved."""
    before = {scene.id: scene for scene in old}
    found: dict[str, str] = {}
    for scene in new:
        if scene.id in scenes:
            was = before[scenes[scene.id]].shots
            found |= {scene.shots[n].id: was[o].id for o, n in align(was, scene.shots, likeness)}
    taken = set(found.values())
    moved = {s.key: s.id for scene in old for s in scene.shots if s.id not in taken and s.scripted}
    for scene in new:
        for shot in scene.shots:
            if shot.id not in found and shot.scripted and shot.key in moved:
                found[shot.id] = moved.pop(shot.key)
    return found


def likeness(one: Seen, other: Seen) -> float:
    """What a pair is worth: equal, near in words, or the same voice with other words."""
    if one.key == other.key:
        return SAME if one.scripted else 1.0
    if not (one.scripted and other.scripted):
        return 0.0
    common = share(one.words, other.words)
    if common >= CLOSE_ENOUGH:
        return 1.0 + common
    return 0.4 if one.speakers and one.speakers == other.speakers else 0.0


def share(one: Counter[str], other: Counter[str]) -> float:
    """The share 0..1 of words two bags have in common."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def align(
    old: Sequence[T], new: Sequence[T], worth: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Places (old, new) of the pairs that are worth most together, in order on both sides."""
    head, limit = 0, min(len(old), len(new))
    while head < limit and worth(old[head], new[head]) >= SAME:
        head += 1
    tail = 0
    while tail < limit - head and worth(old[-1 - tail], new[-1 - tail]) >= SAME:
        tail += 1
    middle = _weighed(old[head : len(old) - tail], new[head : len(new) - tail], worth)
    ends = range(tail, 0, -1)
    return [
        *((n, n) for n in range(head)),
        *((head + o, head + n) for o, n in middle),
        *((len(old) - n, len(new) - n) for n in ends),
    ]


def _weighed(
    old: Sequence[T], new: Sequence[T], worth: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        return _equal_in_order(old, new, worth)
    worths = [[worth(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for o in range(len(old) - 1, -1, -1):
        for n in range(len(new) - 1, -1, -1):
            paired = best[o + 1][n + 1] + worths[o][n] if worths[o][n] > 0 else 0.0
            best[o][n] = max(paired, best[o + 1][n], best[o][n + 1])
    return _walked(worths, best)


def _walked(worths: list[list[float]], best: list[list[float]]) -> list[tuple[int, int]]:
    pairs, o, n = [], 0, 0
    while o < len(worths) and n < len(worths[0]):
        if worths[o][n] > 0 and best[o][n] == best[o + 1][n + 1] + worths[o][n]:
            pairs.append((o, n))
            o, n = o + 1, n + 1
        elif best[o][n] == best[o + 1][n]:
            o += 1
        else:
            n += 1
    return pairs


def _equal_in_order(
    old: Sequence[T], new: Sequence[T], worth: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Equal ones only, each with the next equal one not far behind the last pair."""
    pairs, at = [], 0
    for o, one in enumerate(old):
        for n in range(at, min(at + 200, len(new))):
            if worth(one, new[n]) >= SAME:
                pairs.append((o, n))
                at = n + 1
                break
    return pairs

"""Which shots a clause speaks of: numbers, ordinals, kinds, people, places, scenes, contents.

Numbers mean the order at the moment of speaking. Knows nothing of what is to be done with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from agent.notes.kinds import shots_of_kind
from agent.notes.lexicon import ORDINALS, content_words
from agent.notes.naming import kind_named, overlap, people_in, scenes_at_place, spread
from agent.notes.pointing import (
    AROUND,
    BARE,
    BESIDE,
    BETWEEN,
    EVERYTHING,
    EXCEPT,
    FIRST_FEW,
    IDS,
    LOOSE,
    NEIGHBOUR,
    NOT_SHOTS,
    NUMBER,
    ONWARDS,
    ORDINAL,
    PART,
    SCENE,
    SCENE_ORDINAL,
    SECOND_LAST,
    SHOTS,
    SHOWING,
    SHOWN,
    THIS,
    WITHIN,
)
from agent.notes.situation import Situation
from memory.film import Film


@dataclass(frozen=True, slots=True)
class Reference:
    """The shots meant.

    Attributes:
        shots: ids in order; empty when nothing was named.
        bulk: named as a group, so that a locked one is skipped and not asked about.
        explicit: named by the words, not taken from what is in view.
        scenes: the scenes named, when shots follow from them.
        film: the whole film was named.
        candidates: several fit where one was meant.
        missing: what was named and is not there, e.g. "shot 12".
    """

    shots: tuple[str, ...] = ()
    bulk: bool = False
    explicit: bool = False
    scenes: tuple[str, ...] = ()
    film: bool = False
    candidates: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True)
class Resolver:
    """Reads the shots out of one clause."""

    text: str
    situation: Situation
    inherited: tuple[str, ...] = ()

    @property
    def film(self) -> Film:
        """The film as it stands."""
        return self.situation.film

    @cached_property
    def reference(self) -> Reference:
        """What the clause names; else what is in view or was spoken of just before."""
        included, excluded = self._without_exceptions()
        found = replace_text(self, included)._named()
        if excluded is not None:
            return self._excepted(found, excluded)
        if found.shots or found.missing or found.candidates:
            return found
        if self.inherited:
            return Reference(self.inherited, bulk=len(self.inherited) > 1)
        return self._in_view()

    def _without_exceptions(self) -> tuple[str, str | None]:
        parts = EXCEPT.split(self.text, maxsplit=1)
        return (parts[0], parts[1]) if len(parts) == 2 else (self.text, None)

    def _excepted(self, found: Reference, excluded: str) -> Reference:
        left = replace_text(self, excluded)._named()
        if not left.shots and not left.missing:
            left = replace_text(self, f"in {excluded.strip()}")._named()
        if not left.shots:
            return left if left.missing else Reference(missing=excluded.strip()[:60], explicit=True)
        pool = found.shots if found.shots and found.shots != left.shots else self.film.order
        kept = tuple(shot for shot in pool if shot not in left.shots)
        return Reference(kept, bulk=True, explicit=True)

    def _in_view(self) -> Reference:
        focus = self.situation.focused
        if focus:
            return Reference((focus,))
        last = self.situation.last_touched() if THIS.search(self.text) else ()
        if last:
            return Reference(last, bulk=len(last) > 1)
        return Reference(self.film.order) if len(self.film.order) == 1 else Reference()

    def _named(self) -> Reference:
        finders = (
            self._by_onwards, self._by_relation, self._by_number, self._by_few, self._by_ordinal,
            self._by_scene_kind, self._by_shown, self._by_everything, self._by_loose_number,
        )  # fmt: skip
        for finder in finders:
            found = finder()
            if found is not None:
                return found
        return Reference()

    def _by_onwards(self) -> Reference | None:
        order, run = self.film.order, ONWARDS.search(self.text)
        if not run or not 1 <= int(run[2]) <= len(order):
            return None
        at = int(run[2])
        cuts = {"after": order[at:], "from": order[at - 1 :], "before": order[: at - 1]}
        return Reference(cuts[run[1]], bulk=True, explicit=True)

    def _by_relation(self) -> Reference | None:
        order = self.film.order
        if SECOND_LAST.search(self.text) and len(order) > 1:
            return Reference((order[-2],), explicit=True)
        around = AROUND.search(self.text)
        if around:
            at = int(around[2]) + (-1 if around[1] == "before" else 1)
            return self._numbers([at])
        between = BETWEEN.search(self.text)
        if between and int(between[2]) - int(between[1]) == 2:
            return self._numbers([int(between[1]) + 1])
        beside = BESIDE.search(self.text)
        if beside:
            anchor = replace_text(self, beside[2])
            named = anchor._named()
            named = named if named.shots else anchor.described() or named
            if len(named.shots) == 1:
                at = order.index(named.shots[0]) + 1
                return self._numbers([at + (-1 if beside[1] == "before" else 1)])
        near = NEIGHBOUR.search(self.text)
        focus = self.situation.focused
        if near and focus and "take" not in self.text:
            at = order.index(focus) + 1 + (1 if near[1] in {"next", "following"} else -1)
            return self._numbers([at])
        return None

    def _by_number(self) -> Reference | None:
        ids = tuple(m for m in IDS.findall(self.text) if m in self.film.shots)
        if ids:
            return Reference(ids, bulk=len(ids) > 1, explicit=True)
        lists = [m[1] for m in SHOTS.finditer(self.text)]
        rest = NOT_SHOTS.sub(" | ", SHOTS.sub(" | ", self._scene_free(self.text)))
        lists += (
            [m[1] for m in BARE.finditer(rest)] if not lists or re.search(r"\band \d", rest) else []
        )
        if not lists and (m := re.search(rf"\bin {NUMBER}", self.text)):
            lists = [m[1]]
        numbers = [n for each in lists for n in spread(each)]
        return self._numbers(numbers) if numbers else None

    def _scene_free(self, text: str) -> str:
        return SCENE_ORDINAL.sub(" | ", SCENE.sub(" | ", text))

    def _numbers(self, numbers: list[int]) -> Reference:
        order = self.film.order
        named = self._scenes() if WITHIN.search(self.text) else ()
        if named and len(numbers) == 1:
            own = self.film.scene_shots(named[0])
            at = numbers[0]
            within = at <= len(order) and at > 0 and order[at - 1] in own
            if not within and 1 <= at <= len(own):
                return Reference((own[at - 1],), explicit=True)
        gone = [n for n in numbers if not 1 <= n <= len(order)]
        if gone:
            return Reference(missing=f"shot {gone[0]}", explicit=True)
        shots = tuple(dict.fromkeys(order[n - 1] for n in numbers))
        return Reference(shots, bulk=len(shots) > 1, explicit=True)

    def _by_few(self) -> Reference | None:
        few = FIRST_FEW.search(self.text)
        if not few:
            return self._by_part()
        count = int(few[2])
        order = self.film.order
        shots = order[:count] if few[1] == "first" else order[-count:]
        return Reference(shots, bulk=True, explicit=True)

    def _by_part(self) -> Reference | None:
        part = PART.search(self.text)
        if not part or len(self.film.order) < 3:
            return None
        order, count = self.film.order, len(self.film.order)
        cuts = {
            "first half": (0, count // 2),
            "second half": (count // 2, count),
            "last half": (count // 2, count),
        }
        start, stop = cuts.get(part[1], (count // 3, count - count // 3))
        return Reference(order[start:stop], bulk=True, explicit=True)

    def _by_ordinal(self) -> Reference | None:
        found = ORDINAL.search(self.text)
        if not found:
            return None
        word = found[1] or found[2] or found[3]
        order = self._pool()
        if word in {"last", "final", "closing"}:
            at = len(order)
        elif word == "opening":
            at = 1
        else:
            at = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
        if not 1 <= at <= len(order):
            return Reference(missing=f"shot {at}", explicit=True)
        return Reference((order[at - 1],), explicit=True)

    def _scenes(self) -> tuple[str, ...]:
        order = self.film.scene_order()
        found = SCENE.search(self.text)
        if found:
            numbers = [int(found[1]), *map(int, re.findall(r"\d+", found[2]))]
            return tuple(order[n - 1] for n in numbers if 1 <= n <= len(order))
        ordinal = SCENE_ORDINAL.search(self.text)
        if ordinal and order:
            at = {"last": len(order), "final": len(order), "opening": 1}.get(
                ordinal[1]
            ) or ORDINALS[ordinal[1]]
            return (order[at - 1],) if at <= len(order) else ()
        if re.search(r"\b(?:this|that) scene\b", self.text) and self.situation.focused:
            return (self.film.shots[self.situation.focused].scene,)
        return scenes_at_place(self.text, self.film)

    def _missing_scene(self) -> str:
        found = SCENE.search(self.text)
        count = len(self.film.scene_order())
        return f"scene {found[1]}" if found and not 1 <= int(found[1]) <= count else ""

    def _pool(self) -> tuple[str, ...]:
        scenes = self._scenes()
        order = self.film.order
        return tuple(s for s in order if self.film.shots[s].scene in scenes) if scenes else order

    def _by_scene_kind(self) -> Reference | None:  # noqa: PLR0911
        if missing := self._missing_scene():
            return Reference(missing=missing, explicit=True)
        pool, scenes = self._pool(), self._scenes()
        kind = shots_of_kind(self.text, self.film, pool)
        if kind is not None:
            shots, many = kind
            if not shots:
                return Reference(missing=kind_named(self.text), explicit=True)
            if len(shots) > 1 and not many:
                shots = self._owned(shots)
            if len(shots) > 1 and not many:
                by_content = self._by_content(shots)
                if by_content:
                    return by_content
                return Reference(candidates=shots, explicit=True)
            return Reference(shots, bulk=many, explicit=True)
        if scenes:
            return Reference(pool, bulk=True, explicit=True, scenes=scenes)
        return None

    def _owned(self, pool: tuple[str, ...]) -> tuple[str, ...]:
        """Of shots of a kind, those that are somebody's own: "her close-up"."""
        own = re.search(r"\b(her|his|[\w-]+(?='s))(?:'s)? (?:close-up|single|medium)\b", self.text)
        who = people_in(own[1], self.film) if own else frozenset()
        kept = tuple(s for s in pool if who and set(self.film.shots[s].subjects) <= who)
        return kept if len(kept) == 1 else pool

    def _by_shown(self) -> Reference | None:
        """A shot named by what it shows: "the magpie shot", "the one with the truck"."""
        for pattern in (SHOWN, SHOWING):
            found = pattern.search(self.text)
            shown = replace_text(self, found[1])._by_content(self._pool()) if found else None
            if shown is not None:
                return shown
        return None

    def _by_everything(self) -> Reference | None:
        if EVERYTHING.search(self.text):
            return Reference(self.film.order, bulk=True, explicit=True, film=True)
        return None

    def _by_loose_number(self) -> Reference | None:
        found = LOOSE.search(NOT_SHOTS.sub(" | ", self._scene_free(self.text)))
        numbers = spread(found[1]) if found else []
        return self._numbers(numbers) if numbers else None

    def described(self, pool: tuple[str, ...] = ()) -> Reference | None:
        """The shot that the clause's own words describe ("when he looks up"), if any do."""
        return self._by_content(pool or self._pool())

    def _by_content(self, pool: tuple[str, ...]) -> Reference | None:
        wanted = content_words(self.text)
        pool = self._of_people(pool)
        scores = {shot: overlap(wanted, self.film, shot) for shot in pool}
        best = max(scores.values(), default=0.0)
        if best < 1.0:
            return None
        winners = tuple(shot for shot, score in scores.items() if score >= best - 0.25)
        if len(winners) == 1:
            return Reference(winners, explicit=True)
        return Reference(candidates=winners, explicit=True)

    def _of_people(self, pool: tuple[str, ...]) -> tuple[str, ...]:
        who = people_in(self.text, self.film)
        kept = tuple(s for s in pool if who & set(self.film.shots[s].subjects)) if who else pool
        return kept or pool


def replace_text(resolver: Resolver, text: str) -> Resolver:
    """The same resolver over other words."""
    return replace(resolver, text=text)

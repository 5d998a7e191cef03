"""Finds the facts that fit a question: first by rules, then by likeness. Knows no disk.

What the question names (who, scene, kind of fact) narrows the choice; rare words that a fact shares
with it, then the closeness of their vectors, decide the order.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from memory.embedding import STOP_WORDS, concepts, embed, stem, terms, vector, words
from memory.fact import Fact
from memory.question import ASKING, Names, Question

WIDE = 120
"""Facts ranked one by one; where rules leave more, shared words and the index pick from them."""
NEAR_ENOUGH = 0.42
"""Cosine at which two texts are alike though they share no whole word: a typing slip."""
Near = Callable[[str, bool], list[str]]
"""A text, and whether an answer is needed now even if that takes long -> ids of near facts."""
_GENERIC = frozenset(
    map(stem, "colour color name kind type size shape mark number part side thing one way".split())
)
_DETERMINERS = frozenset("a an the any her his their its our".split())
_LONGEST_PHRASE = 3
Ids = set[str]


@dataclass
class Cards:
    """The facts sorted for finding: by whose they are, scene, kind and word. Grows in place."""

    facts: dict[str, Fact] = field(default_factory=dict)
    standing: Ids = field(default_factory=set)
    by_entity: dict[str, Ids] = field(default_factory=dict)
    by_scene: dict[str | None, Ids] = field(default_factory=dict)
    by_kind: dict[str, Ids] = field(default_factory=dict)
    by_term: dict[str, Ids] = field(default_factory=dict)

    def put(self, facts: Iterable[Fact]) -> None:
        """Add facts, or renew those that are there: of a known fact only its standing moves."""
        for fact in facts:
            fresh = fact.id not in self.facts
            self.facts[fact.id] = fact
            (self.standing.add if fact.stands else self.standing.discard)(fact.id)
            if not fresh:
                continue
            self.by_entity.setdefault(fact.entity, set()).add(fact.id)
            self.by_scene.setdefault(fact.scene_from, set()).add(fact.id)
            self.by_kind.setdefault(fact.kind, set()).add(fact.id)
            for term in terms(spelled(fact)):
                self.by_term.setdefault(term, set()).add(fact.id)

    def weight(self, term: str) -> float:
        """How telling a term is here: rare ones most; a concept less than a word."""
        often = len(self.by_term.get(term, ()))
        rarity = math.log(1 + len(self.facts) / (1 + often))
        return rarity * (0.55 if term.isupper() else 1.0)


def spelled(fact: Fact) -> str:
    """What of a fact is compared with a question."""
    attribute = fact.attribute.replace(":", " ")
    return f"{fact.entity} {attribute} {fact.kind} {fact.text}"


def rank(cards: Cards, question: Question, names: Names, near: Near, most: int) -> list[Fact]:
    """The facts that fit a question, best first; none when nothing is known about it.

    Args:
        cards: The facts to choose from.
        question: As read.
        names: The film's names and scenes.
        near: The index, asked where rules leave too many.
        most: How many at most.
    """
    pool, relaxed = _pool(cards, question, names, near)
    pool = _worn_there(cards, question, pool)
    pool = _heard_of(cards, question, pool, relaxed)
    if not pool:
        return []
    scored = _scores(cards, question, names, sorted(pool), relaxed)
    scored.sort(key=lambda pair: (-pair[0], pair[1].until or 0, pair[1].id))
    return [fact for _, fact in scored[: max(0, most)]]


def _pool(cards: Cards, question: Question, names: Names, near: Near) -> tuple[Ids, bool]:
    """The facts rules leave, and whether the kind asked for had to be dropped."""
    pool = set(cards.facts) if question.past else set(cards.standing)
    if question.scenes:
        pool &= _in_scenes(cards, question.scenes, names)
    if question.entities:
        pool &= _about(cards, question, names)
    relaxed = False
    if question.kinds:
        kinds = {*question.kinds, *({"asked", "decision"} if question.when else ())}
        asked = pool & set().union(*(cards.by_kind.get(kind, set()) for kind in kinds))
        relaxed = not asked
        pool = asked or pool
    if len(pool) > WIDE:
        pool &= _alike(cards, question, near, pool)
    return pool, relaxed


def _in_scenes(cards: Cards, scenes: frozenset[str], names: Names) -> Ids:
    """What holds in some scenes: their own facts, those of their places and of the whole film."""
    found = set(cards.by_scene.get(None, ()))
    for scene, ids in cards.by_scene.items():
        if scene is None:
            continue
        if scene in scenes:
            found |= ids
        elif any(_is_before(scene, asked, names) for asked in scenes):
            found |= {id_ for id_ in ids if cards.facts[id_].scene_until is None}
    elsewhere = set(names.places.values()) - {names.places.get(scene) for scene in scenes}
    for place in elsewhere:
        found -= cards.by_entity.get(place, set())
    known = any(scene in names.scenes for scene in scenes)
    return found if known else set()


def _is_before(scene: str, other: str, names: Names) -> bool:
    first, second = names.number(scene), names.number(other)
    return first is not None and second is not None and first < second


def _about(cards: Cards, question: Question, names: Names) -> Ids:
    """The facts of those named, of scenes at the places named, and those that mention them."""
    found: Ids = set()
    for entity in question.entities:
        found |= cards.by_entity.get(entity, set())
        for scene in (scene for scene, place in names.places.items() if place == entity):
            found |= cards.by_scene.get(scene, set())
    called = {word for word, ids in names.words.items() if ids & question.entities}
    if question.entities.isdisjoint(names.people):
        called |= {name.upper() for word in called for name in concepts(word)}
    for word in called:
        found |= cards.by_term.get(word, set())
    return found


def _alike(cards: Cards, question: Question, near: Near, pool: Ids) -> Ids:
    """Facts that share the question's rarest words, and the nearest by the index."""
    found: Ids = set()
    for term in sorted(question.topic, key=cards.weight, reverse=True):
        fits = cards.by_term.get(term, set()) & pool
        if len(found) + len(fits) <= 2 * WIDE or not found:
            found |= set(sorted(fits)[: 2 * WIDE])
    return found | set(near(question.text, not found))


def _worn_there(cards: Cards, question: Question, pool: Ids) -> Ids:
    """Without what a scene's own costume replaces there."""
    if not question.scenes:
        return pool
    facts = [cards.facts[id_] for id_ in pool]
    own = {(f.entity, f.attribute) for f in facts if f.kind == "wear" and f.stands and f.scene_from}
    hidden = {
        f.id
        for f in facts
        if f.kind == "wear" and f.scene_from is None and (f.entity, f.attribute) in own
    }
    return pool - hidden


def _heard_of(cards: Cards, question: Question, pool: Ids, relaxed: bool) -> Ids:
    """The pool, or what of it knows the thing asked about; nothing when nobody heard of it."""
    plain = set(question.plain) - (set() if relaxed else ASKING)
    things = _objects(question, plain - ASKING)
    if question.when and not relaxed:
        things = things or plain
    if things:
        knowing = set().union(*(_knowing(cards, word, pool) for word in things))
        return knowing if question.kinds and not relaxed else pool if knowing else set()
    if question.kinds and not relaxed:
        return pool
    if not question.plain:
        return pool if question.entities or question.scenes else set()
    heard = any(_knowing(cards, word, pool) for word in question.topic)
    return pool if heard or (relaxed and question.entities) else set()


def _objects(question: Question, plain: set[str]) -> set[str]:
    """The stems of the things a question points at: "the brass key" -> {"brass", "key"}."""
    found: set[str] = set()
    for phrase in _phrases(question.text.lower()):
        stems = set(map(stem, phrase)) - _GENERIC
        # A phrase that holds a name or a word of the asking points at something known.
        found |= stems if stems <= plain else set()
    return found


def _phrases(text: str) -> list[list[str]]:
    """The words after each article or possessive, up to the next small word."""
    phrases: list[list[str]] = []
    taking = False
    for raw in text.replace("’", "'").split():
        word = next(iter(words(raw)), "")
        if taking and word and word not in STOP_WORDS and len(phrases[-1]) < _LONGEST_PHRASE:
            phrases[-1].append(word)
        else:
            taking = False
        if word in _DETERMINERS or raw.endswith(("'s", "s'")):
            phrases.append([])
            taking = True
    return phrases


def _knowing(cards: Cards, term: str, pool: Ids) -> Ids:
    """The facts of the pool that speak of a thing: by its word, its concept, or a slip of it."""
    found = cards.by_term.get(term, set()) & pool
    if found or term.isupper():
        return found
    kinds = {name.upper() for name in concepts(term)}
    found = set().union(*(cards.by_term.get(name, set()) & pool for name in kinds))
    if found:
        return found
    slips = [other for other in _terms_of(cards, pool) if _is_slip(term, other)]
    return set().union(*(cards.by_term.get(other, set()) & pool for other in slips))


def _terms_of(cards: Cards, pool: Ids) -> set[str]:
    some = sorted(pool)[:WIDE]
    return {term for id_ in some for term in terms(spelled(cards.facts[id_])) if term.islower()}


def _is_slip(word: str, other: str) -> bool:
    """Whether two words of five letters or more differ by two swapped letters or by one."""
    if min(len(word), len(other)) < 5 or abs(len(word) - len(other)) > 1 or word[0] != other[0]:
        return False
    if sorted(word) == sorted(other):
        return True
    short, long = sorted((word, other), key=len)
    if len(short) == len(long):
        return sum(x != y for x, y in zip(word, other, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _scores(
    cards: Cards, question: Question, names: Names, pool: list[str], relaxed: bool
) -> list[tuple[float, Fact]]:
    facts = [cards.facts[id_] for id_ in pool]
    likeness = embed(spelled(fact) for fact in facts) @ vector(question.text)
    asking = frozenset() if relaxed or not question.kinds else _with_concepts(ASKING)
    weights = {term: cards.weight(term) for term in question.topic - asking}
    whole = sum(weights.values()) or 1.0
    out = []
    for fact, alike in zip(facts, likeness, strict=True):
        shared = sum(weights[term] for term in weights.keys() & terms(spelled(fact))) / whole
        if relaxed and not question.entities and not shared and alike < NEAR_ENOUGH:
            continue
        out.append((float(alike) + 1.2 * shared + _by_rules(question, fact), fact))
    return out


def _with_concepts(stems: frozenset[str]) -> frozenset[str]:
    return stems | {name.upper() for word in stems for name in concepts(word)}


def _by_rules(question: Question, fact: Fact) -> float:
    """What a fact gains where it is what the question names."""
    score = 0.5 * (fact.entity in question.entities)
    score += 0.4 * (fact.kind in question.kinds)
    score += 0.35 * (fact.scene_from in question.scenes)
    score += 0.2 * (not question.scenes and fact.scene_from is None and fact.kind == "wear")
    score += 0.1 * (fact.kind == "weather" and "/" not in fact.id)  # the scene's, not one shot's
    score -= 0.4 * (fact.kind == "asked" and "asked" not in question.kinds)
    if not fact.stands:
        score += 0.25 if question.past else -0.3
    return score

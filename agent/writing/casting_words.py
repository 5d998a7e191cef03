"""Finds the people of a line: roles, pairs, names given. Casts nobody; see people.py for that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.writing.chunks import Chunk, is_word, tokens
from agent.writing.lexicon import first_names, rows_of

AGENT_ENDS = re.compile(
    r"(keeper|maker|seller|worker|driver|writer|player|teacher|hunter|dealer|reader|dancer|builder|"
    r"tamer|walker|fighter|manager|owner|leader|cleaner|trainer|tuner|catcher|watcher|smith|"
    r"ologist|ist|ician|man|woman|person|girl|boy|guy|lady|monger|wright|grapher|eer)$"
)
NOT_AGENTS = frozenset(
    {"list", "fist", "mist", "twist", "beer", "deer", "human", "wrist", "career"}
)
PAIR = re.compile(r"\b([A-Z][a-zà-ÿ]+) (?:and|und|et|y|&) ([A-Z][a-zà-ÿ]+)\b")
ANIMALS = frozenset("dog cat crow horse".split())
NUMBERS = {"two": 2, "three": 3, "four": 3, "five": 3, "both": 2, "several": 3, "some": 3}


@dataclass(frozen=True, slots=True)
class Person:
    """One of a line's people: what they are, what they are called ("" when it does not say)."""

    role: str
    name: str = ""


@cache
def roles() -> dict[str, tuple[str, ...]]:
    """Role -> its costume, the first thing one sees, the place it belongs to."""
    return {row[0]: (*row[1:], "", "", "")[:3] for row in rows_of("roles")}


@cache
def relations() -> dict[str, tuple[str, ...]]:
    """A word for several people -> their roles."""
    return {row[0]: row[1:] for row in rows_of("relations")}


def famous_out(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with real people turned into plain ones, and a note of it."""
    notes: list[str] = []
    for name, role in sorted(rows_of("famous"), key=lambda row: -len(row[0])):
        pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        if pattern.search(line):
            line = pattern.sub(f"a {role}", line)
            notes.append(f"{name.title()} is a real person; the film has an invented {role}.")
    return line, tuple(notes)


def people_in(
    phrases: tuple[Chunk, ...], line: str, telling: frozenset[str]
) -> tuple[tuple[Person, ...], set[Chunk]]:
    """At most three people of the line in its order, and the chunks that named them.

    `telling` are words that tell the kind of story, in lower case; they name nobody.
    """
    people: list[Person] = [] if _title_case(line) else _pair_of_names(line)
    beside: list[Person] = []
    used: set[Chunk] = set()
    titled = _title_case(line)
    for chunk in phrases:
        told = chunk.words[0].lower() in telling
        found = _people(chunk, titled or told)
        if found and used and chunk.before == "of":
            used.add(chunk)  # "the ghost of a manager" is one person
        elif found:
            people.extend(found)
            used.add(chunk)
        else:
            beside.extend(_beside_head(chunk))
    called = {p.name for p in people if p.name}
    used |= {chunk for chunk in phrases if called & set(chunk.words)}
    if len(people) < 2:
        people.extend(beside)
    return _joined(people, line)[:3], used


def _title_case(line: str) -> bool:
    """Most words have capitals, so a capital says nothing."""
    words = [t for t in tokens(line) if t.isalpha() and len(t) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _people(chunk: Chunk, titled: bool) -> list[Person]:
    named = _named(chunk, titled)
    if named:
        return named
    role, many = _role_of(chunk)
    if role in relations() and (many or chunk.head == role):
        wanted = NUMBERS.get(chunk.determiner, 3 if role in {"family", "team", "crew"} else 2)
        return [Person(r) for r in relations()[role][:wanted]]
    if role and role.split()[-1] in ANIMALS and not chunk.verb_after:
        return []
    if role:
        count = NUMBERS.get(chunk.determiner, 2) if many else 1
        return [Person(role)] * count
    if chunk.verb_after and (chunk.first or chunk.joined) and _animate(chunk):
        return [Person(" ".join(w.lower() for w in chunk.words[-3:]))]
    return []


def _pair_of_names(line: str) -> list[Person]:
    match = PAIR.search(line)
    if match is None or match[1].lower() in roles() or is_word("determiner", match[1]):
        return []
    return [Person("", match[1]), Person("", match[2])]


def _beside_head(chunk: Chunk) -> list[Person]:
    """A role that only colours the phrase: "friend reunion", "family argument"."""
    for word in chunk.words[:-1]:
        low = word.lower()
        if low in relations():
            return [Person(role) for role in relations()[low][:2]]
        if low in roles():
            return [Person(low)]
    return []


@cache
def _lifeless() -> frozenset[str]:
    words = {row[0] for table in ("settings", "props") for row in rows_of(table)}
    return frozenset(words | {word for row in rows_of("portable") for word in row[0].split()})


def _animate(chunk: Chunk) -> bool:
    dead = any(is_word(kind, chunk.head) for kind in ("outdoors", "lifeless", "verb"))
    if dead or chunk.head in _lifeless():
        return False
    if chunk.determiner == "the":
        return len(chunk.words) == 1 and not is_word("event", chunk.head)
    return chunk.determiner in {"a", "an", "one"}


def _named(chunk: Chunk, titled: bool) -> list[Person]:
    if titled and chunk.words[0].title() not in first_names():
        return []
    words = chunk.words
    caps = [w for w in words if w[:1].isupper() and w[1:].islower()]
    known = [w for w in caps if w in first_names()]
    if known and len(known) == len(words) > 1 and len(words) == 1:
        return [Person("", w) for w in known]
    if not chunk.determiner and caps and words[-1] in caps and (known or _says_name(chunk)):
        role = " ".join(w.lower() for w in words if w not in caps)
        return [Person(role, caps[0] if not role else caps[-1])]
    if chunk.determiner and len(words) > 1 and words[-1] in first_names():
        return [Person(" ".join(w.lower() for w in words[:-1]), words[-1])]
    return []


def _says_name(chunk: Chunk) -> bool:
    """A capital in mid-sentence, or a first word unknown to our tables with a verb after it."""
    if any(is_word(kind, chunk.words[0]) for kind in ("verb", "adjective", "number")):
        return False
    if chunk.head in roles() or chunk.head in relations():
        return len(chunk.words) > 1 and not chunk.first
    if chunk.first and len(chunk.words) > 1:
        return False
    placed = chunk.before in {"in", "at", "on", "from", "to", "near", "into", "across"}
    return (chunk.verb_after or not chunk.first) and not placed


def _role_of(chunk: Chunk) -> tuple[str, bool]:
    """The role a chunk names, and whether it names several: ("sister", True) for "two sisters"."""
    words = [w.lower() for w in chunk.words]
    for size in (3, 2, 1):
        phrase = " ".join(words[-size:])
        if len(words) < size:
            continue
        if phrase in relations():
            return phrase, True
        if phrase in roles():
            return _with_trade(words, size), False
        single = _single(phrase)
        if single in roles():
            return single, True
    head = words[-1]
    trade = AGENT_ENDS.search(head) and head not in NOT_AGENTS and head not in _lifeless()
    if trade and (chunk.determiner or chunk.first):
        return " ".join(words[-2:] if len(words) > 1 else words), False
    single = _single(head)
    if single != head and AGENT_ENDS.search(single) and single not in NOT_AGENTS:
        return single, True
    return "", False


def _with_trade(words: list[str], size: int) -> str:
    """The role with one word before it that says more: "startup founder", "piano teacher"."""
    if len(words) > size and not is_word("adjective", words[-size - 1]):
        return " ".join(words[-size - 1 :])
    return " ".join(words[-size:])


def _single(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _joined(people: list[Person], line: str) -> tuple[Person, ...]:
    """Everyone once: "Mira was a keeper" is one person with a name and a role."""
    joined: list[Person] = []
    for person in people:
        if person.name and any(p.name == person.name for p in joined):
            continue
        last = joined[-1] if joined else None
        is_one = rf"\b(is|was|,) (an?|the) ([\w-]+ )?{re.escape(person.role)}\b"
        alone = last is not None and last.name and not (last.role or person.name)
        name = re.escape(last.name) if last is not None else ""
        if alone and re.search(rf"\b{name} ?{is_one}", line.replace(",", " ,")):
            joined[-1] = Person(person.role, joined[-1].name)
        else:
            joined.append(person)
    return tuple(joined)

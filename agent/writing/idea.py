"""Reads one line: who, where, when, about what, which conflict. Knows no story and writes nothing.

Nothing of the line is thrown away: a noun that is neither person, place nor time becomes what the
story is about. Any string can be read; only an empty or an enormous one is refused.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from random import Random

from agent.writing.casting_words import Person, famous_out, people_in, roles
from agent.writing.chunks import Chunk, chunks, is_word, tokens
from agent.writing.kinds import kind_of, telling_words
from agent.writing.lexicon import rows_of
from agent.writing.places import PLACE_BEFORE, SettingName, place_in
from agent.writing.tongue import in_english, language_of
from memory.errors import BadRequest

LONGEST_IDEA = 60_000
"""Characters; more than that is a story for a file, not an idea for a short."""
EXAMPLE = 'For example: roughcut draft "a lighthouse keeper finds a letter addressed to her"'
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff\u200b-\u200f\u202a-\u202e\ufeff]")


@dataclass(frozen=True, slots=True)
class Idea:
    """What a line says. Empty strings and tuples mean: it does not say."""

    text: str
    language: str = "en"
    kind: str = "discovery"
    people: tuple[Person, ...] = ()
    place: SettingName | None = None
    time: str = ""
    weather: str = ""
    tone: str = ""
    things: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def thing(self) -> str:
        """What it is about, as a bare noun phrase; "" when the line names nothing."""
        return self.things[0] if self.things else ""

    def dice(self, seed: int, purpose: str) -> Random:
        """Random numbers that are the same for the same idea, seed and purpose."""
        key = f"{seed}|{purpose}|{self.text.casefold()}"
        return Random(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]))


def clean(text: str) -> str:
    """The text without control characters, unpaired surrogates and outer space.

    Raises:
        BadRequest: Nothing is left, or it is longer than LONGEST_IDEA characters.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = CONTROL.sub(" ", text).replace("\r\n", "\n").strip()
    if not text:
        raise BadRequest("The idea is empty.", EXAMPLE)
    if len(text) > LONGEST_IDEA:
        raise BadRequest(
            f"The idea has {len(text):,} characters; a short can hold {LONGEST_IDEA:,}.",
            "Give the idea in a few sentences, or save the screenplay as a .fountain file.",
        )
    return text


def read_idea(text: str, language: str = "") -> Idea:
    """Reads an idea. `language` is taken from its words when it is not given.

    Raises:
        BadRequest: The text is empty or longer than LONGEST_IDEA characters.
    """
    raw = clean(text)
    told = " ".join(raw.split())
    language = language or language_of(told)
    line, notes = famous_out(in_english(told, language))
    phrases = chunks(line)
    people, used = people_in(phrases, line, telling_words(line))
    kind, kind_words = kind_of(line, len(people), people)
    place, place_chunk = place_in(phrases, people, kind_words)
    if kind == "waiting":
        people, used = _awaited_out(people, used)
    time, weather, tone = _setting(line)
    things = _things(phrases, used | ({place_chunk} if place_chunk else set()), kind_words)
    things = things or _activity(line)
    idea = Idea(raw, language, kind, people, place, time, weather, tone, things, notes)
    known = things or people or kind_words or (place and len(tokens(line)) > 1)
    return idea if known else replace(idea, things=_last_resort(line))


def _awaited_out(
    people: tuple[Person, ...], used: set[Chunk]
) -> tuple[tuple[Person, ...], set[Chunk]]:
    """Whoever is waited for is not in the film: "waits for a child" makes the child the thing."""
    awaited = {c for c in used if c.before == "for" and c.head in {p.role for p in people[1:]}}
    heads = {chunk.head for chunk in awaited}
    stay = tuple(p for at, p in enumerate(people) if at == 0 or p.role not in heads)
    return stay, used - awaited


def _setting(line: str) -> tuple[str, str, str]:
    padded = f" {' '.join(t.lower() for t in tokens(line))} "
    time = weather = tone = ""
    for word, *cells in rows_of("settings"):
        if f" {word} " in padded:
            time, weather, tone = (
                kept or (cells[at] if at < len(cells) else "")
                for at, kept in enumerate((time, weather, tone))
            )
    return time, weather, tone


def _things(
    phrases: tuple[Chunk, ...], used: set[Chunk], kind_words: frozenset[str]
) -> tuple[str, ...]:
    """What is left of the line, best first: the named object before what merely stands there."""
    left: list[tuple[int, str]] = []
    setting_words = {row[0] for row in rows_of("settings")}
    for chunk in phrases:
        if chunk in used or chunk.head in kind_words | setting_words:
            continue
        if is_word("event", chunk.head) or chunk.head.isdigit():
            continue
        if all(any(is_word(k, w) for k in ("nowhere", "number", "adjective")) for w in chunk.words):
            continue
        words = [w for w in chunk.words if w.lower() not in kind_words and not is_word("meal", w)]
        if chunk.head not in roles() and len(words) > 1:
            words = [w for w in words if w.lower() not in roles()] or words
        while words and is_word("adjective", words[-1]):
            words = words[:-1]
        if words and not all(is_word("adjective", w) for w in words):
            left.append((_weight(chunk), _bare(words)))
    best_first = sorted(left, key=lambda item: -item[0])
    return tuple(dict.fromkeys(text for _, text in best_first))


def _activity(line: str) -> tuple[str, ...]:
    """What somebody learns or wants to do, as a noun: "learns to paint" -> "painting"."""
    match = re.search(r"\b(?:learn|want|tr|hope|teach|dream|dare|refuse)\w*\b.*?\bto (\w+)", line)
    if match is None or not is_word("verb", match[1]):
        return ()
    verb = match[1].lower()
    return (f"{verb[:-1] if verb.endswith('e') and len(verb) > 3 else verb}ing",)


def _weight(chunk: Chunk) -> int:
    if chunk.before in PLACE_BEFORE:
        return 0
    if len(chunk.words) == 1 and chunk.head.endswith("ing") and not chunk.determiner:
        return 1
    return 2 + bool(chunk.determiner) + 2 * (chunk.before in {"over", "about", "of"})


def _bare(words: list[str]) -> str:
    """A noun phrase of at most four words, in lower case but for names."""
    kept = words[-4:]
    named = len(kept) > 1 and all(w[:1].isupper() for w in kept)
    return " ".join(kept) if named else " ".join(w.lower() for w in kept)


def _last_resort(line: str) -> tuple[str, ...]:
    idle = ("determiner", "event", "pronoun", "auxiliary", "conjunction")
    words = [t for t in tokens(line) if len(t) > 2 and not any(is_word(k, t) for k in idle)]
    return (max(words, key=len).lower()[:40],) if words else ()

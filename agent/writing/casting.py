"""Who is in a screenplay: from cues and from introductions in capitals. Pure; casts no voices.

A CROW (thin, black, one white tail feather) hops ...   -> Crow, a bird, its look as written
Main costume colours are never shared; what the script leaves open is dealt by seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from agent.writing.breakdown_words import (
    ANIMALS,
    BIRDS,
    HE,
    HE_NAMES,
    PEOPLE,
    SHE,
    SHE_NAMES,
    THINGS,
    words_set,
)
from agent.writing.costume import dress
from memory.film import Character, mint
from memory.script import Action, Script

_ARTICLE = r"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Hh]is|[Hh]er|[Tt]heir)\s+"
_CAPS = re.compile(
    r"(?<![\w'’])((?:(?:MR|MRS|MS|DR|ST)\. )?"
    r"[^\W\d_a-z](?:[^\W\d_a-z]|['’.\-](?=[^\W\d_a-z])|\s(?=[^\W\d_a-z]{2}))+)"
    r"(?![\w])(?:\s*,?\s*\(([^()]{1,200})\)"
    r"|,\s*(\d{1,3}s?\b|(?:an?|the|early|mid|late|in (?:his|her|their))\s[^.,()]{2,90}),?)?"
)
_AGE = re.compile(r"\b(\d{1,3})(s|-year|\s*years?)?\b|\b(teens?|twenties|thirties|forties|"
                  r"fifties|sixties|seventies|eighties)\b")  # fmt: skip
_DECADES = {"teen": 15, "teens": 15, "twenties": 25, "thirties": 35, "forties": 45,
            "fifties": 55, "sixties": 65, "seventies": 75, "eighties": 85}  # fmt: skip
_ALIVE = re.compile(
    r"^\W*(?:and\s+\w+\s+)?(?:\w+ly\s+)?(?:enters|walks|sits|stands (?:up|alone|at|by|in)|"
    r"looks|runs|waits|watches|steps|holds|leans|turns|smiles|hops|sleeps|kneels|comes|rises|stares|hurries|carries|wears)\b"
)
_HAIR = re.compile(r"\b((?:\w+[ -]){0,2}(?:hair|beard|braids?|curls|ponytail|moustache)|bald)\b")
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|dr|sir|captain|professor)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:(?:A|AN|THE|AND|TWO|HIS|HER|ITS|OUR|THEN|NOW)\s+)+")
_NOISE = re.compile(
    r"^(?:INT|EXT|THE|AND|CLOSE|INSERT|MONTAGE|POV|ANGLE|SUPER|TITLE|FADE|CUT|END)\b"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name as first met, and what stood in brackets or around it."""

    name: str
    words: str
    sentence: str
    speaks: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The cast of a script and how its words name them."""

    characters: tuple[Character, ...]
    names: dict[str, str]
    """Casefolded name, or a word of it that is nobody else's -> character id."""
    notes: tuple[str, ...] = ()

    def id_of(self, name: str) -> str:
        """The id a cue's name stands for."""
        return self.names[_fold(name)]

    def by_id(self, who: str) -> Character:
        """The character of an id."""
        return next(c for c in self.characters if c.id == who)


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def cast_of(script: Script, known: Iterable[Character] = (), seed: int = 0) -> Cast:
    """The cast in order of appearance. Those of `known` with the same name stay as they are."""
    held = {_fold(character.name): character for character in known}
    found = _introductions(script)
    taken: set[str] = {c.id for c in held.values()}
    people: list[Character] = []
    for fold, intro in found.items():
        old = held.get(fold)
        people.append(old or _character(intro, script, taken))
        taken.add(people[-1].id)
    dressed, notes = dress(people, set(held), _said_of(people, script), seed)
    return Cast(tuple(dressed), _names(dict(zip(found, dressed, strict=True))), tuple(notes))


def _introductions(script: Script) -> dict[str, Introduction]:
    """Folded name -> how it is introduced, speakers and silent ones, in order of appearance."""
    speakers = {_fold(name): name for name in script.speaking()}
    found: dict[str, Introduction] = {}
    for element in script.elements:
        if isinstance(element, Action):
            for intro in _introduced(element.text, speakers, script):
                if _fold(intro.name) not in found:
                    found[_fold(intro.name)] = intro
        elif (name := getattr(element, "name", "")) and _fold(name) not in found:
            found[_fold(name)] = Introduction(name, "", "", True)
    return found


def _introduced(text: str, speakers: dict[str, str], script: Script) -> Iterator[Introduction]:
    for match in _CAPS.finditer(text):
        raw = _LEAD.sub("", " ".join(match.group(1).split())).strip(" .'’-")
        words = match.group(2) or match.group(3) or ""
        sentence = _sentence_at(text, match.start())
        fold = _fold(raw)
        if fold in speakers:
            yield Introduction(raw, words, sentence, True)
        elif len(raw) > 1 and _is_someone(raw, words, text, match, script):
            yield Introduction(raw, words, sentence, False)


def _is_someone(raw: str, words: str, text: str, match: re.Match[str], script: Script) -> bool:
    last = raw.casefold().split()[-1]
    if _NOISE.match(raw) or last in THINGS:
        return False
    if last in BIRDS | ANIMALS | SHE | HE | PEOPLE:
        return True
    if text.strip().isupper():
        return False
    before = text[: match.start()].rstrip()
    article = re.search(_ARTICLE + r"$", text[: match.start()]) is not None
    if words and (_AGE.search(_figures(words)) or _ALIVE.match(text[match.end() :])):
        return True
    alive = _ALIVE.match(text[match.end() :]) is not None
    return not article and alive and (not before or before[-1] in ".!?\n") and _again(raw, script)


def _again(raw: str, script: Script) -> bool:
    """True when the name comes back as a name; a sound or a sign in capitals does not."""
    pattern = re.compile(rf"\b{re.escape(raw.title())}\b")
    return any(isinstance(e, Action) and pattern.search(e.text) for e in script.elements)


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(stop, 0, at) for stop in (". ", "! ", "? ", "\n")) + 1
    ends = [end for stop in (". ", "! ", "? ", "\n") if (end := text.find(stop, at)) >= 0]
    return text[max(start, 0) : min(ends, default=len(text))].strip()


def _character(intro: Introduction, script: Script, taken: set[str]) -> Character:
    words = intro.words
    age = _AGE.search(_figures(words))
    hair = _HAIR.search(words)
    return Character(
        id=ident(intro.name, "who", taken),
        name=_shown(intro.name)[:120],
        pronoun=_pronoun(intro, script),
        age=_years(age) if age else None,
        role="" if intro.speaks else "silent",
        kind=_kind(intro.name),
        hair=hair.group(1) if hair else "",
        appearance=_looks(words),
    )


def ident(name: str, prefix: str, taken: set[str]) -> str:
    """A readable id for a Latin name, else a minted one; never one that is taken."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.casefold().replace("'", "").replace("’", ""))
    plain = plain.strip("_")[:32].rstrip("_")
    if not re.match(r"^[a-z]", plain) or not name.isascii():
        plain = mint(prefix, _fold(name))
    free, number = plain, 2
    while free in taken:
        free, number = f"{plain}_{number}", number + 1
    return free


def _shown(name: str) -> str:
    if name != name.upper():
        return name
    return re.sub(r"[^\W\d_]+(?:['’]s\b)?", lambda m: m.group()[0] + m.group()[1:].lower(), name)


def _kind(name: str) -> Literal["person", "bird", "animal"]:
    if _TITLED.match(name):
        return "person"
    last = _fold(name).split()[-1]
    if last in BIRDS:
        return "bird"
    return "animal" if last in ANIMALS else "person"


def _figures(words: str) -> str:
    """The words with ages that are spelled out as figures: "a man of sixty" -> "a man of 60"."""
    return re.sub(r"\b\w+ty\b", lambda m: _TENS.get(m.group().casefold(), m.group()), words)


_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
         "seventy": "70", "eighty": "80", "ninety": "90"}  # fmt: skip


def _years(match: re.Match[str]) -> int:
    if match.group(3):
        return _DECADES[match.group(3)]
    return min(int(match.group(1)) + (5 if match.group(2) == "s" else 0), 2000)


def _looks(words: str) -> str:
    pieces = (piece.strip() for piece in words.split(","))
    return ", ".join(p for p in pieces if p and not re.fullmatch(r"(?:\d+s?|he|she|they|it)", p))


def _pronoun(intro: Introduction, script: Script) -> str:
    words = set(re.findall(r"[^\W\d_]+", f"{intro.name} {intro.words}".casefold()))
    if words & (SHE | {"she", "her", "mrs", "ms", "miss", "madame"}):
        return "she"
    if words & (HE | {"he", "him", "mr", "sir"}):
        return "he"
    counted = _counted(intro.name, script)
    kind = _kind(intro.name)
    if kind != "person":
        return max(counted, key=lambda p: counted[p]) if any(counted.values()) else "it"
    counted["it"] = 0
    best = max(counted, key=lambda p: counted[p])
    if counted[best]:
        return best
    first = _fold(intro.name).split()[0]
    if first in HE_NAMES:
        return "he"
    return (
        "she" if first in SHE_NAMES or re.fullmatch(r"[a-z]{3,}[iln]?[^aeiou]a", first) else "they"
    )


def _counted(name: str, script: Script) -> dict[str, int]:
    """How often each pronoun opens or follows close after the name, before another name comes."""
    # "her" and "him" are mostly someone else's: only subjects count.
    forms = {"she": r"\b(?:she|herself)\b", "he": r"\b(?:he|himself)\b", "it": r"\bit(?:self)?\b"}
    counted = dict.fromkeys(forms, 0)
    others = [n for n in script.speaking() if _fold(n) != _fold(name)]
    stop = re.compile("|".join(re.escape(n) for n in others) or r"(?!)", re.IGNORECASE)
    named = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    for element in script.elements:
        if not isinstance(element, Action):
            continue
        for match in named.finditer(element.text):
            after = stop.split(element.text[match.end() : match.end() + 160])[0].casefold()
            for pronoun, form in forms.items():
                counted[pronoun] += len(re.findall(form, after))
    return counted


def _said_of(people: list[Character], script: Script) -> dict[str, str]:
    """Character id -> the sentences of action that name them: where clothes are found."""
    said: dict[str, list[str]] = {person.id: [] for person in people}
    paragraphs = [e.text for e in script.elements if isinstance(e, Action)]
    for person in people:
        named = re.compile(rf"\b{re.escape(person.name)}\b", re.IGNORECASE)
        for paragraph in paragraphs:
            said[person.id] += [s for s in re.split(r"(?<=[.!?])\s+", paragraph) if named.search(s)]
    return {who: " ".join(sentences[:8]) for who, sentences in said.items()}


def _names(people: dict[str, Character]) -> dict[str, str]:
    names = {fold: person.id for fold, person in people.items()}
    words: dict[str, set[str]] = {}
    for fold, person in people.items():
        for word in fold.split():
            words.setdefault(word.strip("."), set()).add(person.id)
    alone = {w: next(iter(ids)) for w, ids in words.items() if len(ids) == 1 and len(w) > 2}
    return {**{w: who for w, who in alone.items() if w not in _LOOSE}, **names}


_LOOSE = words_set("the old young first second one two man's big little mrs miss sir")

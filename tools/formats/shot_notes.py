"""Shot ids in a screenplay: notes such as [[shot:sh4 MCU static 3.5s]] before what each shot shows.

They ride through any program that reads Fountain and come back. Knows the film's shots and the
script's words, and nothing of how one was made from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memory.film import Film, Shot
from memory.marks import lifted
from memory.script import (
    Action,
    Dialogue,
    Element,
    Lyric,
    Note,
    Parenthetical,
    SceneHeading,
    Script,
    Speech,
)
from memory.timing import to_seconds

_WORD = re.compile(r"[^\W_]+")
_SHOT = re.compile(r"\s*shot\s*:\s*(\S+)(.*)", re.IGNORECASE | re.DOTALL)
_STOP = re.compile(r"[.!?…。！？]+[\"'”’)*_]*\s+|\n|\]\]\s*")
FIRST_WORDS, WITHIN, ENOUGH = 8, 16, 0.6
"""Words of a shot looked for, within so many of the script's, and the share that must be there."""

TOLD = 0.6
"""The share of a shot's words behind which the next one's are looked for."""

BETWEEN = 0.05
"""Less worth for every word of the script that stands between a shot's first words."""

COMMON = 0.5
"""The share of first words a note's words and a shot's must have in common."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A note with one of the film's shot ids, and the words that stand behind it."""

    shot: str
    note: str
    words: tuple[str, ...]

    def begins(self, text: str) -> bool:
        """Whether a text opens with the words behind the note, or nearly."""
        mine, its = self.words[:FIRST_WORDS], _words(text)[:FIRST_WORDS]
        if not mine or not its:
            return False
        common = sum(one in its for one in mine)
        return mine[0] in its[:3] and common >= COMMON * min(len(mine), len(its))


def note_of(shot: Shot, film: Film) -> str:
    """What a shot's note says: its id, size, move and seconds."""
    seconds = f"{float(to_seconds(shot.frames, film.frame_rate)):.1f}s"
    move = shot.movement.type.value.replace("_", " ")
    return f"shot:{shot.id} {shot.size.value} {move} {seconds}"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def without_shot_notes(script: Script, film: Film) -> tuple[Script, tuple[Linked, ...]]:
    """The script without the notes of shots that are the film's, and those notes in order."""
    lifting = _Lifting(film)
    elements = tuple(one for element in script.elements for one in lifting.bare(element))
    lifting.behind("")
    return Script(script.title_page, elements), tuple(lifting.links)


class _Lifting:
    """Takes shot notes out of a script, and remembers the words each stood before."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self._waiting: list[tuple[str, str]] = []
        self.links: list[Linked] = []

    def behind(self, text: str) -> None:
        """These words stand behind every note that waits for some."""
        self.links += [Linked(one, note, _words(text)) for one, note in self._waiting]
        self._waiting.clear()

    def bare(self, element: Element) -> Iterator[Element]:
        """The element without the film's shot notes; nothing when it was one."""
        if isinstance(element, Note) and (shot := _known(element.text, self._film)):
            self._waiting.append((shot, element.text.strip()))
        elif isinstance(element, Speech):
            parts = tuple(
                part if isinstance(part, Parenthetical) else replace(part, text=self._text(part))
                for part in element.parts
            )
            yield replace(element, parts=parts)
        elif isinstance(element, Action | Lyric):
            yield replace(element, text=self._text(element))
        else:
            yield element

    def _text(self, element: Action | Lyric | Dialogue) -> str:
        text, out, at = element.text, [], 0
        for one in lifted(text):
            shot = _known(one.text, self._film) if one.kind == "note" else ""
            if shot:
                self._read(text[at : one.start])
                out.append(text[at : one.start])
                at = one.stop + (text[one.stop : one.stop + 1] == " ")
                self._waiting.append((shot, one.text.strip()))
        self._read(text[at:])
        return "".join([*out, text[at:]])

    def _read(self, words: str) -> None:
        if _WORD.search(words):
            self.behind(words)


def _known(note: str, film: Film) -> str:
    """The film's shot a note names; "" for any other note."""
    match = _SHOT.match(note)
    if match is None:
        return ""
    name = match.group(1).strip(" ,;")
    return name if name in film.shots or name in film.bin else ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a script: an element, a part of a speech (0 elsewhere), a letter of its text."""

    element: int
    part: int
    letter: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the script and where it stands."""

    word: str
    place: _Place


def with_shot_notes(script: Script, film: Film) -> Script:
    """The script with a note before the words of every shot of the film.

    A shot that shows nothing of the script's own (a listener's face) stands before the next one's.
    """
    clean, _ = without_shot_notes(script, film)
    notes: dict[_Place, list[str]] = {}
    ends: dict[int, list[str]] = {}
    waiting: list[str] = []
    scenes = _scene_words(clean)
    scene_of = _scene_ranges(clean, film)
    reached: dict[int, int] = {}
    for at, shot_id in enumerate(film.order):
        shot = film.shots[shot_id]
        waiting.append(f"[[{note_of(shot, film)}]]")
        number = scene_of.get(shot.scene, -1)
        found = _find(shot, scenes[number], reached.get(number, 0)) if number >= 0 else None
        if found is not None:
            reached[number] = found + 1 + int(TOLD * _length(shot))
            place = scenes[number][found].place
            head = _sentence(clean, place)
            notes.setdefault(place if head in notes else head, []).extend(waiting)
            waiting = []
        last = at + 1 == len(film.order) or film.shots[film.order[at + 1]].scene != shot.scene
        if last and waiting:
            ends.setdefault(_end_of(clean, number), []).extend(waiting)
            waiting = []
    return Script(clean.title_page, tuple(_noted(clean, notes, ends)))


def _scene_words(script: Script) -> list[list[_Said]]:
    """The words of each scene of the script, in order; what stands before a heading is one."""
    scenes: list[list[_Said]] = []
    for number, element in enumerate(script.elements):
        if isinstance(element, SceneHeading) or not scenes:
            scenes.append([])
        for part, text in enumerate(_texts(element)):
            hidden = text
            for one in lifted(text):
                blank = " " * (one.stop - one.start)
                hidden = hidden[: one.start] + blank + hidden[one.stop :]
            scenes[-1] += [
                _Said(match.group().casefold(), _Place(number, part, match.start()))
                for match in _WORD.finditer(hidden)
            ]
    return scenes


def _texts(element: Element) -> tuple[str, ...]:
    if isinstance(element, Speech):
        return tuple("" if isinstance(p, Parenthetical) else p.text for p in element.parts)
    return (element.text,) if isinstance(element, Action | Lyric) else ()


def _scene_ranges(script: Script, film: Film) -> dict[str, int]:
    """Film scene id -> which scene of the script it is, by slug and order."""
    slugs = [e.text.casefold() if isinstance(e, SceneHeading) else "" for e in script.elements
             if isinstance(e, SceneHeading)]  # fmt: skip
    headless = bool(script.elements) and not isinstance(script.elements[0], SceneHeading)
    first = int(headless)
    found: dict[str, int] = {}
    at = 0
    for scene in film.scene_order():
        slug = film.scenes[scene].slug.casefold()
        hit = next((n for n in range(at, len(slugs)) if slugs[n] == slug), -1)
        if hit < 0 and slug in slugs:
            hit = slugs.index(slug)
        if hit >= 0:
            found[scene] = hit + first
            at = hit + 1
        elif headless and not found:
            found[scene] = 0
    return found


def _find(shot: Shot, words: list[_Said], start: int) -> int | None:
    """Which word of its scene a shot begins with: of its action, else of its first line.

    Looked for behind the shot before it, where the same words may come more than once, and then
    anywhere: a creator may have moved it.
    """
    for text in (shot.action, *(line.line for line in shot.dialogue)):
        first = _words(text)[:FIRST_WORDS]
        found = _begins(first, words, start, len(words))
        if found is None and start:
            found = _begins(first, words, 0, start)
        if found is not None:
            return found
    return None


def _length(shot: Shot) -> int:
    """Words of a shot."""
    return sum(len(_words(text)) for text in (shot.action, *(d.line for d in shot.dialogue)))


def _sentence(script: Script, place: _Place) -> _Place:
    """The head of the sentence a place is in: a camera direction may stand before its words."""
    text = _texts(script.elements[place.element])[place.part]
    stops = [match.end() for match in _STOP.finditer(text, 0, place.letter)]
    return replace(place, letter=stops[-1] if stops else 0)


def _begins(first: tuple[str, ...], words: list[_Said], start: int, stop: int) -> int | None:
    if not first:
        return None
    best, where = ENOUGH * len(first) - 0.01, None
    for at in range(start, min(stop, len(words))):
        if words[at].word == first[0]:
            found = _in_order(first, words[at : at + WITHIN])
            if found > best:
                best, where = found, at
    return where


def _in_order(first: tuple[str, ...], words: list[_Said]) -> float:
    """How many of the first words come in their order, less a little for every word between."""
    found, at = 0, 0
    for word in first:
        hit = next((n for n in range(at, len(words)) if words[n].word == word), -1)
        if hit >= 0:
            found, at = found + 1, hit + 1
    return found - BETWEEN * (at - found)


def _end_of(script: Script, number: int) -> int:
    """The element before which the notes at the end of a scene stand."""
    seen = -1
    for at, element in enumerate(script.elements):
        if isinstance(element, SceneHeading) or not at:
            seen += 1
            if seen > number >= 0:
                return at
    return len(script.elements)


def _noted(
    script: Script, notes: dict[_Place, list[str]], ends: dict[int, list[str]]
) -> list[Element]:
    out: list[Element] = []
    by_element: dict[int, dict[_Place, list[str]]] = {}
    for place, texts in notes.items():
        by_element.setdefault(place.element, {})[place] = texts
    for at, element in enumerate(script.elements):
        out += [Note(text[2:-2]) for text in ends.get(at, [])]
        lone, inside = _parted(element, by_element.get(at, {}))
        out += [Note(text[2:-2]) for text in lone]
        out.append(_with_inside(element, inside))
    return out + [Note(text[2:-2]) for text in ends.get(len(script.elements), [])]


def _parted(
    element: Element, places: dict[_Place, list[str]]
) -> tuple[list[str], dict[_Place, list[str]]]:
    """Notes that stand before the whole element, and those that stand inside it."""
    first = next((n for n, text in enumerate(_texts(element)) if _WORD.search(text)), 0)
    lone: list[str] = []
    inside: dict[_Place, list[str]] = {}
    for place, texts in sorted(places.items(), key=lambda one: (one[0].part, one[0].letter)):
        text = _texts(element)[place.part]
        if place.part == first and not _WORD.search(text[: place.letter]):
            lone += texts
        else:
            inside[place] = texts
    return lone, inside


def _with_inside(element: Element, inside: dict[_Place, list[str]]) -> Element:
    if not inside:
        return element
    texts = list(_texts(element))
    for place, found in sorted(inside.items(), key=lambda one: -one[0].letter):
        text = texts[place.part]
        letter = _before_marks(text, place.letter)
        texts[place.part] = f"{text[:letter]}{' '.join(found)} {text[letter:]}"
    if isinstance(element, Speech):
        parts = tuple(p if isinstance(p, Parenthetical) else replace(p, text=t)
                      for p, t in zip(element.parts, texts, strict=True))  # fmt: skip
        return replace(element, parts=parts)
    return replace(element, text=texts[0]) if isinstance(element, Action | Lyric) else element


def _before_marks(text: str, letter: int) -> int:
    """The same place, before a quotation mark or a star that opens there."""
    while letter and text[letter - 1] in "\"'“‘*_(-–—«¿¡":
        letter -= 1
    return letter

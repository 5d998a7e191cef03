"""What moved, in plain sentences built from the diff, so that a reply claims nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from agent.notes.delivered import delivered
from agent.notes.normalise import Note
from agent.notes.phrases import FRAMES_A_SECOND, phrase, word_in
from agent.notes.reading import Finding, ask
from agent.notes.situation import Situation
from memory.film import Film


class Moved(Protocol):
    """One field that moved: memory.diff.FieldDiff, or its JSON form read back."""

    @property
    def path(self) -> str:
        """The dotted place."""

    @property
    def old(self) -> Any:
        """The value before."""

    @property
    def new(self) -> Any:
        """The value after."""


MOST_SENTENCES = 8


def said(moved: Sequence[Moved], film: Film, language: str = "en") -> str:
    """Sentences for a diff against `film` (the film before). Empty diff, empty text."""
    by_shot: dict[str, list[str]] = {}
    others: list[str] = []
    for one in moved:
        place, _, rest = one.path.partition(".")
        if place == "shots" and "." in rest:
            shot, _, field = rest.partition(".")
            words = phrase(field, *_counted(field, one, film), language)
            if words:
                by_shot.setdefault(shot, []).append(words)
        elif words := _other(one, film, language):
            others.append(words)
    sentences = [*_shots(by_shot, film, language), *dict.fromkeys(others)]
    if len(sentences) > MOST_SENTENCES:
        more = len(sentences) - MOST_SENTENCES
        sentences = [*sentences[:MOST_SENTENCES], f"And {more} more."]
    return " ".join(sentences)


def _counted(field: str, one: Moved, film: Film) -> tuple[Any, Any]:
    """A moved field's two values, frames counted at the rate that a phrase takes them at."""
    if (
        field.endswith(("frames", "freeze"))
        and isinstance(one.old, int)
        and isinstance(one.new, int)
    ):
        rate = FRAMES_A_SECOND / float(film.frame_rate)
        return one.old * rate, one.new * rate
    return one.old, one.new


def _shots(by_shot: Mapping[str, list[str]], film: Film, language: str) -> Iterable[str]:
    grouped: dict[str, list[str]] = {}
    place = {shot: at for at, shot in enumerate(film.order)}
    for shot in sorted(by_shot, key=lambda one: place.get(one, len(place))):
        words = by_shot[shot]
        text = ", ".join(dict.fromkeys(words))
        plain = re.sub(r" \([^)]*\)", "", text) if len(by_shot) > 1 else text
        grouped.setdefault(plain, []).append(shot)
    for text, shots in grouped.items():
        numbers = [str(film.number(s)) if s in film.order else "new" for s in shots]
        yield (
            f"{phrase('shot' if len(shots) == 1 else 'shots', None, None, language)} "
            f"{', '.join(numbers)}: {text}."
        )


def _other(one: Moved, film: Film, language: str) -> str:
    head, *rest = one.path.split(".")
    if head == "order":
        return _order(one, film, language)
    if head in {"shots", "bin", "variants", "versions"}:
        return delivered(one, film)
    if head in {"characters", "scenes", "locations"} and rest:
        named = _name(head, rest[0], film)
        if len(rest) == 1:
            fresh = (
                one.new.get("name") or one.new.get("slug") if isinstance(one.new, dict) else named
            )
            return f"New: {fresh}." if one.old is None else f"Gone: {named}."
        if len(rest) == 3 and rest[1] == "wardrobe_by_scene":
            return f"{named}, in {_name('scenes', rest[2], film).lower()}: {_worn(one.new)}."
        words = phrase(".".join(rest[1:]), one.old, one.new, language)
        if head == "scenes":
            named = named.replace("Scene", word_in("Scene", language))
        return f"{named}: {words}." if words else ""
    words = phrase(one.path, one.old, _by_number(one.new, film, language), language)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _by_number(value: Any, film: Film, language: str) -> Any:
    """A shot or scenes as they are called, never by an id."""
    if isinstance(value, list | tuple):
        order = film.scene_order()
        scene = word_in("scene", language)
        return [f"{scene} {order.index(v) + 1}" if v in order else v for v in value]
    if isinstance(value, str) and value in film.order:
        return f"{word_in('shot', language).lower()} {film.number(value)}"
    return value


def _worn(pieces: Any) -> str:
    if not isinstance(pieces, Mapping) or not pieces:
        return "the usual clothes"
    return ", ".join(str(piece) or f"no {kind}" for kind, piece in pieces.items())


def _name(part: str, key: str, film: Film) -> str:
    if part == "characters":
        return film.characters[key].name if key in film.characters else key
    if part == "locations":
        return film.locations[key].name if key in film.locations else key
    order = film.scene_order()
    return f"Scene {order.index(key) + 1}" if key in order else "A new scene"


def _order(one: Moved, film: Film, language: str) -> str:
    old, new = list(one.old or ()), list(one.new or ())
    gone = [at for at, s in enumerate(old, 1) if s not in new]
    fresh = [at for at, s in enumerate(new, 1) if s not in old]
    out = []
    if gone:
        word = phrase("shot" if len(gone) == 1 else "shots", None, None, language)
        out.append(
            f"{word} {', '.join(map(str, gone))}: {phrase('deleted', None, None, language)}."
        )
    if fresh:
        out.append(f"New shot at {', '.join(map(str, fresh))}; {len(new)} shots now.")
    kept_old = [s for s in old if s in new]
    if kept_old != [s for s in new if s in old]:
        was = ", ".join(str(old.index(s) + 1) if s in old else "new" for s in new)
        out.append(f"{phrase('order', None, None, language)}: {was}.")
    return " ".join(out)


def unread(note: Note, situation: Situation) -> Finding:
    """The question for a note that no rule reads: says what was heard and what would be enough."""
    said_words = note.raw if len(note.raw) <= 80 else note.raw[:77] + "…"
    film = situation.film
    if not film.order:
        return ask(
            f'I did not understand "{said_words}". Shall I write a film from it, '
            "or do you have another idea?"
        )
    focus = situation.focused
    where = f"shot {film.number(focus)}" if focus else f"shots 1 to {len(film.order)}"
    return ask(
        f'I did not understand "{said_words}", so nothing moved. What should '
        f"change in {where}: light, framing, "
        "camera, time, words or sound?"
    )

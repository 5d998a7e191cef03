"""What moved in a film, in words for people. Reads the document; knows no terminal and no page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memory.film import Film

MOST_LINES = 24
LONGEST = 70
STEPS = {
    "write_film": "Writing the script",
    "edit_film": "Changing the film",
    "make_boards": "Drawing boards",
    "shoot": "Going to the set",
    "undo": "Going back",
    "redo": "Going forward",
    "recall": "Looking it up",
    "remember": "Noting it",
    "show_film": "Looking at the film",
    "export_film": "Writing it out",
    "check_film": "Asking the supervisor",
}


def moved_lines(diff: Iterable[Mapping[str, Any]], film: Film) -> tuple[str, ...]:
    """One line a field: "Shot 4 lighting brightness: 0.5 → 0.32"; a long list says how many."""
    rows = [_line(one, film) for one in diff]
    if len(rows) > MOST_LINES:
        return (*rows[:MOST_LINES], f"and {len(rows) - MOST_LINES} more")
    return tuple(rows)


def _line(one: Mapping[str, Any], film: Film) -> str:
    return f"{_place(str(one['path']), film)}: {_short(one['old'])} → {_short(one['new'])}"


def _place(path: str, film: Film) -> str:
    head, *rest = path.split(".")
    words = " ".join(part.replace("_", " ") for part in rest)
    if head == "shots" and rest:
        number = film.order.index(rest[0]) + 1 if rest[0] in film.order else None
        name = f"Shot {number}" if number else "A shot in the bin"
        return " ".join([name, *(part.replace("_", " ") for part in rest[1:])])
    if head == "characters" and rest and rest[0] in film.characters:
        return " ".join([film.characters[rest[0]].name, *(p.replace("_", " ") for p in rest[1:])])
    return f"{head.replace('_', ' ')} {words}".strip().capitalize()


def _short(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return "none"
    if isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value):
        return _short(" / ".join(_named(one) for one in value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Mapping):
        return _short(_named(value)) if _named(value) else f"{len(value)} fields"
    many = isinstance(value, list | tuple)
    text = ", ".join(str(each) for each in value) if many else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _named(part: Mapping[str, Any]) -> str:
    """A part of the document by what people know it by: a line's words, a name, plain values."""
    for key in ("line", "name", "slug", "action"):
        if part.get(key):
            return f'"{part[key]}"' if key == "line" else str(part[key])
    plain = all(isinstance(one, str | int | float) for one in part.values())
    return ", ".join(str(one) for one in part.values()) if plain and len(part) < 5 else ""


def option_lines(options: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Each option on one line: its letter, what it does, what it costs."""
    return tuple(f"{one['letter']}: {one['words']} ({_cost(one)})" for one in options)


def _cost(option: Mapping[str, Any]) -> str:
    shots = option["shots"]
    if not shots:
        return "no picture is made again"
    if len(shots) > 4:
        return f"{len(shots)} shots again, about {option['seconds']} s"
    named = ", ".join(map(str, shots))
    return f"shot{'s' if len(shots) > 1 else ''} {named} again, about {option['seconds']} s"

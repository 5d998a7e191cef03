"""Writes a Script as Fountain text, forcing every element a reader could mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from memory.marks import lifted
from memory.script import (
    Action,
    Boneyard,
    Centred,
    Dialogue,
    Element,
    Lyric,
    Note,
    PageBreak,
    Parenthetical,
    SceneHeading,
    Script,
    Section,
    Speech,
    SpeechPart,
    Synopsis,
    Transition,
)
from tools.formats.fountain_lines import (
    Kind,
    is_caseless,
    is_plain_transition,
    kind_of,
)
from tools.formats.fountain_title import KEY, title_text

_TOKEN = "\ue000"
"""Stands around the number of a note that is kept out of the lines."""


def text_of(script: Script) -> str:
    """The whole screenplay, title page first, paragraphs parted by one empty line."""
    parts = [title_text(script.title_page)] if script.title_page else []
    parts += [_written(element) for element in script.elements]
    return "\n\n".join(parts) + "\n"


def _written(element: Element) -> str:
    match element:
        case SceneHeading():
            return _slug(element)
        case Action(text):
            return _around_notes(text, _action)
        case Speech():
            return _speech(element)
        case Transition(text):
            return text if is_plain_transition(text) else f"> {text}"
        case Note() | Boneyard() | PageBreak():
            return _unprinted(element)
        case _:
            return _marked(element)


def _unprinted(element: Note | Boneyard | PageBreak) -> str:
    match element:
        case PageBreak():
            return "==="
        case Note(text):
            return f"[[{text}]]"
        case Boneyard(text):
            return f"/* {text} */" if "\n" not in text else f"/*\n{text}\n*/"
        case _:
            assert_never(element)


def _marked(element: Centred | Lyric | Section | Synopsis) -> str:
    match element:
        case Section(text, depth):
            return f"{'#' * depth} {text}"
        case Centred(text):
            return f"> {text} <"
        case Lyric(text):
            return _around_notes(text, _lyric)
        case Synopsis(text):
            return f"= {text}"
        case _:
            assert_never(element)


def _slug(heading: SceneHeading) -> str:
    number = f" #{heading.number}#" if heading.number else ""
    text = heading.written or heading.text
    return f"{'.' if heading.forced else ''}{text}{number}"


def _around_notes(text: str, write: Callable[[str], str]) -> str:
    """The text written with its notes kept out: those over several lines are no lines of it."""
    taken = tuple(lifted(text))
    out, at = [], 0
    for number, one in enumerate(taken):
        out.append(f"{text[at : one.start]}{_TOKEN}{number}{_TOKEN}")
        at = one.stop
    written = write("".join([*out, text[at:]]))
    kept = (text[one.start : one.stop] for one in taken)
    return re.sub(f"{_TOKEN}\\d+{_TOKEN}", lambda _: next(kept), written)


def _action(text: str) -> str:
    lines = text.split("\n")
    head = f"!{lines[0]}" if _is_mistaken(lines[0], len(lines) > 1) else lines[0]
    return "\n".join([head, *map(_under, lines[1:])])


def _lyric(text: str) -> str:
    return "\n".join(f"~{line}" for line in text.split("\n"))


def _bare(line: str) -> str:
    return re.sub(f"{_TOKEN}\\d+{_TOKEN}", "", line).strip()


def _is_mistaken(line: str, followed: bool) -> bool:
    """Whether the first line of an action reads as something else, here or in another program."""
    bare = _bare(line)
    if not bare:
        return False
    shouted = followed and bare == bare.upper() and bare != bare.lower()
    titled = KEY.match(line) is not None
    return shouted or titled or kind_of(bare, followed=followed) is not Kind.ACTION


def _under(line: str) -> str:
    bare = _bare(line)
    return f"!{line}" if bare and kind_of(bare, opens=False) is not Kind.ACTION else line


def _speech(speech: Speech) -> str:
    name = speech.name
    shouted = name == name.upper() and not is_caseless(name) and not name.startswith("@")
    plain = shouted and kind_of(name, followed=True) is Kind.CUE
    cue = name if plain else f"@{name}"
    cue += "".join(f" ({extension})" for extension in speech.extensions)
    cue += " ^" if speech.dual else ""
    return "\n".join([cue, *map(_part, speech.parts)])


def _part(part: SpeechPart) -> str:
    match part:
        case Parenthetical(text):
            return f"({text})"
        case Lyric(text):
            return f"~{text}"
        case Dialogue(text):
            return text or "  "

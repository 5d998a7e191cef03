"""Writes a Script as Fountain text, forcing every element a reader could mistake."""

from __future__ import annotations

import re

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
from tools.formats.slug import is_slug

_TITLE_KEY = re.compile(r"[^\W\d_][\w -]{0,30}:")
_PLAIN_CUE = re.compile(r"^[A-Z][A-Z0-9 .'\-]*$")


def text_of(script: Script) -> str:
    """The whole screenplay, title page first, paragraphs parted by one empty line."""
    page = "\n".join(_entry(key, value) for key, value in script.title_page.items())
    parts = [page] if page else []
    parts += [_written(element) for element in script.elements]
    return "\n\n".join(parts) + "\n"


def _entry(key: str, value: str) -> str:
    if "\n" not in value:
        return f"{key}: {value}".rstrip()
    return f"{key}:\n" + "\n".join(f"    {line}" for line in value.split("\n"))


def _written(element: Element) -> str:
    match element:
        case SceneHeading():
            return _slug(element)
        case Action(text):
            return "\n".join(_plain(line) for line in text.split("\n"))
        case Speech():
            return _speech(element)
        case Section(text, depth):
            return f"{'#' * depth} {text}"
        case PageBreak():
            return "==="
        case _:
            return _marked(element)


def _marked(element: Transition | Centred | Lyric | Synopsis | Note | Boneyard) -> str:
    match element:
        case Transition(text):
            return f"> {text}"
        case Centred(text):
            return f">{text}<"
        case Lyric(text):
            return f"~{text}"
        case Synopsis(text):
            return f"= {text}"
        case Note(text):
            return f"[[{text}]]"
        case Boneyard(text):
            return f"/*{text}*/"


def _slug(heading: SceneHeading) -> str:
    number = f" #{heading.number}#" if heading.number else ""
    return f"{'.' if heading.forced else ''}{heading.text}{number}"


def _plain(line: str) -> str:
    # Action in capitals, or one that starts as something else does, is forced.
    shaped = line.startswith(tuple("!.@>~#=[/")) or _TITLE_KEY.match(line) or is_slug(line)
    return f"!{line}" if line and (shaped or line == line.upper()) else line


def _speech(speech: Speech) -> str:
    cue = speech.name if _PLAIN_CUE.match(speech.name) else f"@{speech.name}"
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

"""Prepares Fountain text for the parser library, which misses what is forced here.

Measured faults of screenplay-tools 0.0.10: cues and forced headings outside A-Z are taken for
action, "FADE IN:" for a heading, an unclosed boneyard swallows the rest, (CONT'D) is lost. Notes
and boneyards are lifted out into marks (private characters) and put back by the reader.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from memory.script import Boneyard, Note
from tools.formats.slug import is_slug

OPEN, CLOSE, HEAD = "\ue000", "\ue001", "Z\ue002"
"""A lifted note is OPEN number CLOSE; HEAD lets a forced heading in any script through."""

APOSTROPHE = "\ue003"
"""Stands for the apostrophe of (CONT'D), which the library would drop."""

_PRIVATE = re.compile("[\ue000-\ue003\ud800-\udfff]")
_LIFTED = re.compile(r"/\*(?P<bone>.*?)\*/|\[\[(?P<note>(?:(?!\n[ ]?\n).)*?)\]\]", re.DOTALL)
_MARKS = re.compile(f"{OPEN}\\d+{CLOSE}")
_FADE = re.compile(
    r"^(?:(?:FADE (?:IN|OUT|TO BLACK|TO WHITE|UP)|CUT TO BLACK|INTERCUT WITH[\w\s'’]*)[.:]?"
    r"|[^\W\d_][\w\s'’]* TO:)$"
)
_CAMERA = re.compile(
    r"^(?:(?:CLOSE|CLOSER|INSERT|MONTAGE|SERIES OF|ANGLE|POV|BACK TO|INTERCUT|SUPER|TITLE|"
    r"EXTREME|END OF|END MONTAGE|THE END|MOMENTS|LATER|FLASHBACK)\b|(?:ON|WIDE|PAN|TILT|TRACK) \w)"
)
_LONGEST_CUE = 60


@dataclass(frozen=True, slots=True)
class Marked:
    """Prepared text and what was lifted out of it, by number."""

    text: str
    lifted: tuple[Note | Boneyard, ...]


def clean(text: str) -> str:
    """Plain newlines and printable characters only; tabs stay."""
    text = _PRIVATE.sub("", text.removeprefix("\ufeff"))
    text = re.sub("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def mark(text: str) -> Marked:
    """The body of a screenplay made ready for the library."""
    lifted: list[Note | Boneyard] = []

    def lift(match: re.Match[str]) -> str:
        bone = match.group("bone")
        lifted.append(Note(match.group("note").strip()) if bone is None else Boneyard(bone.strip()))
        return f"{OPEN}{len(lifted) - 1}{CLOSE}"

    body = _LIFTED.sub(lift, text).replace("/*", "/ *")
    body = re.sub(r"\[(?=\[)", "[ ", body)
    lines = _settle_marks([_untab(line) for line in body.split("\n")])
    return Marked("\n".join(_force(lines)), tuple(lifted))


def without_marks(text: str) -> str:
    """The text as read, its marks taken out."""
    return _MARKS.sub("", text).replace(APOSTROPHE, "'")


def marks_in(text: str) -> list[int]:
    """The numbers of the marks in a text, in order."""
    return [int(m.group()[1:-1]) for m in _MARKS.finditer(text)]


def _untab(line: str) -> str:
    # Indents mean nothing in Fountain, and a tabbed cue would be missed. Two spaces alone on a
    # line are kept: they hold a speech together.
    if line and not line.strip():
        return "  " if len(line.expandtabs(2)) >= 2 else ""
    return line.strip()


def _settle_marks(lines: list[str]) -> list[str]:
    """Moves a mark that stands alone inside a speech onto its neighbour, else between blanks."""
    out: list[str] = []
    waiting = ""
    for at, line in enumerate(lines):
        if not line or without_marks(line).strip():
            out.append(waiting + line if line else line)
            waiting = "" if line else waiting
            continue
        follows = at + 1 < len(lines) and lines[at + 1].strip()
        if not (out and out[-1].strip()):
            out += [line, ""] if follows else [line]
        elif follows:
            waiting += line
        else:
            out[-1] += line
    return [*out, waiting] if waiting else out


def _force(lines: list[str]) -> list[str]:
    padded = ["", *lines, ""]
    speaking = False
    out: list[str] = []
    for before, line, after in zip(padded, lines, padded[2:], strict=False):
        bare = without_marks(line).strip()
        if not bare:
            speaking = speaking and line == "  "
            out.append("  " if speaking else line.strip())
        elif speaking:
            out.append(_said(line))
        else:
            forced = _forced(line, bare, alone=not before.strip(), followed=bool(after.strip()))
            speaking = forced.lstrip(OPEN + CLOSE + "0123456789").startswith("@")
            out.append(forced)
    return out


def _said(line: str) -> str:
    # Whatever stands under a cue is said; the library would see "EXT. ..." as a heading there.
    return f"\u2063{line}"


def _forced(line: str, bare: str, *, alone: bool, followed: bool) -> str:
    tail = "".join(_MARKS.findall(line))
    if bare.startswith(".") and not bare.startswith("..") and len(bare) > 1:
        return f".{HEAD}.{bare[1:]}{tail}"
    if is_slug(bare) and alone:
        return f".{HEAD}{bare}{tail}"
    if bare.startswith("@"):
        return f"@{_kept(bare[1:])}" + _after(tail)
    if _FADE.match(bare) and bare == bare.upper():
        return f"> {bare}{tail}"
    if alone and followed and is_cue(bare):
        return f"@{_kept(bare)}" + _after(tail)
    return line if bare.startswith(("!", ">", "#", "=", "~")) else f"!{line}"


def _after(tail: str) -> str:
    return f"\n{tail}" if tail else ""


def is_cue(line: str) -> bool:
    """True for a line that can only be a character's cue: capitals of any script, no camera word.

    Scripts without capitals (Han, Arabic ...) count when the line is a short name.
    """
    name = re.sub(r"\([^)]*\)|（[^）]*）|\^\s*$", "", line).strip()
    letters = [c for c in name if c.isalpha()]
    if not letters or len(name) > _LONGEST_CUE or _CAMERA.match(name):
        return False
    if name.startswith(("-", "(", ".", "!", ">", "#", "=", "~", "/", "[")):
        return False
    if all(c.upper() == c and c.lower() == c for c in letters):
        return len(name) <= 8 and not re.search(r"[。，！？、,.!?:：]", name)
    return name == name.upper() and not name.endswith((".", "!", "?", ":", ",", ";"))


def _kept(cue: str) -> str:
    return re.sub(r"(CONT)['’](D)", rf"\1{APOSTROPHE}\2", cue, flags=re.IGNORECASE)

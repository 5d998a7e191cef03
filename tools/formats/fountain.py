"""Fountain in and out: text <-> Script, over the screenplay-tools parser. Knows no shots.

Any text gives a Script; what is not marked as anything is action. A note [[...]] inside a
paragraph or a speech is set before it: a note always stands before what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from memory.errors import BadRequest
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
from tools.formats.fountain_marks import (
    HEAD,
    clean,
    is_cue,
    mark,
    marks_in,
    without_marks,
)
from tools.formats.slug import is_slug, read_slug

LARGEST = 2_000_000
"""Characters; a 120-page screenplay is about 200,000."""

_KEY_WORDS = (
    "title credit author authors source notes draft date contact copyright revision "
    "writer director episode series language"
)
_TITLE_KEYS = frozenset(_KEY_WORDS.split())
_KEY = re.compile(r"^([^\W\d_][\w -]{0,30}):\s*(.*)$")
_AS_TEXT = "Save the screenplay as plain text (Fountain, UTF-8) and give that file."


def decode(data: bytes) -> str:
    """The text of a screenplay file.

    Raises:
        BadRequest: it is not text, is empty, or is larger than a screenplay can be.
    """
    if len(data) > 4 * LARGEST:
        raise BadRequest("That file is too large for a screenplay.", _too_large())
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = _utf8_or_western(data)
    _check(text)
    return text


def _utf8_or_western(data: bytes) -> str:
    if b"\0" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise BadRequest("That file is not plain text.", _AS_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _too_large() -> str:
    return f"Give at most {LARGEST // 1_000_000} million characters, or one part at a time."


def _check(text: str) -> None:
    if len(text) > LARGEST:
        raise BadRequest("That text is too large for a screenplay.", _too_large())
    if "\0" in text or _share_unprintable(text[:20_000]) > 0.1:
        raise BadRequest("That is not plain text.", _AS_TEXT)
    if not text.strip("\ufeff \t\r\n"):
        raise BadRequest("The screenplay is empty.", "Give a Fountain file, or an idea to write.")


def _share_unprintable(text: str) -> float:
    """The share 0..1 of control characters and of bytes no decoding could name."""
    odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\v\f\x1c\x1d\x1e") for c in text)
    return odd / max(1, len(text))


def read_fountain(text: str) -> Script:
    """The screenplay of a text.

    Raises:
        BadRequest: the text is empty, binary or over two million characters.
    """
    _check(text)
    title_page, body = _split_title_page(clean(text))
    marked = mark(body)
    elements: list[Element] = []
    for group in _groups(_parse(marked.text)):
        for piece in group:
            notes = [marked.lifted[n] for n in _numbers(piece) if n < len(marked.lifted)]
            elements += [*notes, *_bare(piece)]
    return Script(title_page, tuple(elements))


def _split_title_page(text: str) -> tuple[dict[str, str], str]:
    lines = text.lstrip("\n").split("\n")
    first = _KEY.match(lines[0])
    if not first or not set(first.group(1).casefold().split()) & _TITLE_KEYS:
        return {}, text
    page: dict[str, str] = {}
    key = ""
    for at, line in enumerate(lines):
        match = _KEY.match(line)
        if match and not line.startswith((" ", "\t")):
            key = match.group(1).strip()
            page[key] = match.group(2).strip()
        elif key and line.startswith((" ", "\t")) and line.strip():
            page[key] = f"{page[key]}\n{line.strip()}".strip()
        else:
            return page, "\n".join(lines[at:])
    return page, ""


def _parse(text: str) -> list[Any]:
    from screenplay_tools.fountain.parser import Parser

    parser = Parser()
    # The title page is read already; without this an action line "Title: x" would be taken for it.
    parser._inTitlePage = False
    parser.add_lines(["", *text.split("\n"), ""])
    return list(parser.script.elements)


def _groups(parsed: Iterable[Any]) -> Iterator[list[Element]]:
    """Elements as ours, with marks still in their texts; a cue takes what is said under it."""
    cue: Any = None
    said: list[SpeechPart] = []
    for item in parsed:
        kind = item.type.value
        if kind in {"DIALOGUE", "PARENTHETICAL", "LYRIC"} and cue is not None:
            said += _said(item.text_raw, kind)
            continue
        if cue is not None:
            yield [_speech(cue, said)]
        cue, said = (item, []) if kind == "CHARACTER" else (None, [])
        if kind != "CHARACTER":
            yield _plain(item, kind)
    if cue is not None:
        yield [_speech(cue, said)]


def _said(text: str, kind: str) -> list[SpeechPart]:
    parts: list[SpeechPart] = []
    for raw in text.split("\n"):
        line = raw.replace("\u2063", "").strip()
        bare = without_marks(line).strip()
        marks = line.removesuffix(bare) if line.endswith(bare) else ""
        if kind == "PARENTHETICAL" or re.fullmatch(r"[(（].*[)）]", bare):
            parts.append(Parenthetical(marks + bare.strip("()（） ")))
        elif kind == "LYRIC" or bare.startswith("~"):
            parts.append(Lyric(marks + bare.lstrip("~ ")))
        else:
            parts.append(Dialogue(line))
    return parts


def _speech(cue: Any, said: list[SpeechPart]) -> Element:
    name = without_marks(cue.name).strip()
    if not name or not any(part.text for part in said):
        return Action(f"{name} {' '.join(p.text for p in said)}".strip())
    raw = f"{cue.name}({cue.extension})" if cue.extension else cue.name
    inside = re.findall(r"[(（]([^()（）]*)[)）]?", without_marks(raw))
    extensions = tuple(e.strip() for e in inside if e.strip())
    return Speech(
        re.sub(r"[(（].*", "", name).strip(), tuple(said), extensions, cue.is_dual_dialogue
    )


def _plain(item: Any, kind: str) -> list[Element]:
    text = str(item.text_raw).replace("\u2063", "")
    if kind == "ACTION":
        if item.centered:
            return [Centred(text.strip())]
        return [Action(p.strip("\n")) for p in re.split(r"\n\s*\n", text) if p.strip()]
    if kind == "HEADING":
        return [_heading(text.removeprefix(HEAD), item.scene_number or "")]
    simple: dict[str, Element] = {
        "TRANSITION": Transition(text.strip(" <")),
        "LYRIC": Lyric(text),
        "SYNOPSIS": Synopsis(text),
        "PAGEBREAK": PageBreak(),
        "SECTION": Section(text, getattr(item, "level", 1)),
    }
    return [simple.get(kind, Action(text))]


def _heading(text: str, number: str) -> Element:
    forced = text.startswith(".")
    return read_slug(text.removeprefix("."), forced=forced, number=number)


def _numbers(element: Element) -> list[int]:
    if isinstance(element, Speech):
        return [n for part in element.parts for n in marks_in(part.text)]
    if isinstance(element, SceneHeading):
        return marks_in(f"{element.place} {element.time} {element.number}")
    return marks_in(getattr(element, "text", ""))


def _bare(element: Element) -> list[Element]:
    """The element without its marks; nothing when it was only marks."""
    if isinstance(element, Speech):
        parts = (type(part)(_tidy(part.text)) for part in element.parts)
        kept = tuple(p for p in parts if p.text or isinstance(p, Dialogue))
        while kept and not kept[0].text:
            kept = kept[1:]
        while kept and not kept[-1].text:
            kept = kept[:-1]
        return [Speech(element.name, kept, element.extensions, element.dual)] if kept else []
    if isinstance(element, SceneHeading):
        heading = without_marks(element.place).strip()
        time, number = _tidy(element.time), without_marks(element.number)
        if not heading:
            return []
        return [SceneHeading(element.int_ext, heading, time, number, element.forced)]
    if isinstance(element, PageBreak | Boneyard | Note):
        return [element]
    text = _tidy(element.text)
    if not text:
        return []
    return [Section(text, element.depth) if isinstance(element, Section) else type(element)(text)]


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in without_marks(text).split("\n"))
    return "\n".join(lines).strip()


def looks_like_screenplay(text: str) -> bool:
    """True when a text is written as a screenplay and not as prose or an idea.

    Two signs are needed of: a scene heading, cues with speech, a transition, a title page; one
    heading on a line of its own is enough when anything follows it.
    """
    lines = clean(text[:LARGEST]).split("\n")
    slugs = sum(is_slug(line) and len(line) < 120 for line in lines)
    if slugs and len([line for line in lines if line.strip()]) > 1:
        return True
    padded = ["", *lines, ""]
    cues = sum(
        not before.strip() and bool(after.strip()) and is_cue(line.strip().lstrip("@"))
        for before, line, after in zip(padded, lines, padded[2:], strict=False)
    )
    titled = bool(_split_title_page(clean(text[:5000]))[0])
    fades = sum(bool(re.match(r"^\s*>?\s*(FADE (IN|OUT)|[A-Z ]+ TO:)", line)) for line in lines)
    return cues >= 3 or (cues >= 1 and (titled or fades > 0)) or (titled and fades > 0)


def write_fountain(script: Script) -> str:
    """The screenplay as Fountain text that reads back as the same Script."""
    from tools.formats.fountain_text import text_of

    return text_of(script)

"""Reads Final Draft's FDX: XML -> Script. Knows no shots.

Every element but a paragraph's look comes in; what Fountain has and FDX has no place for is written
where another program leaves it alone (`tools.formats.fdx_text`) and read back from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from memory.errors import BadRequest
from memory.marks import Run, Style, escaped, lines_of, marked
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
    Script,
    Section,
    Speech,
    SpeechPart,
    Synopsis,
    Transition,
)
from tools.formats.decoding import clean
from tools.formats.fdx_title import read_title_page
from tools.formats.fountain import cue_of
from tools.formats.slug import read_slug

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

LARGEST_FDX = 20_000_000
"""Bytes; a feature is about two million."""

BONEYARD = "Boneyard"
"""The name of a script note that holds struck text."""

_STYLES: dict[str, Style] = {"Bold": "bold", "Italic": "italic", "Underline": "underline"}
_SUNG = frozenset({"Lyrics", "Lyric", "Singing"})
_SPOKEN = frozenset({"Dialogue", "Parenthetical", *_SUNG})
_OUTLINE = re.compile(r"Outline (\d)$")


def read_fdx(data: bytes) -> Script:
    """The screenplay of an FDX file.

    Raises:
        BadRequest: it is no FDX, is damaged, too large, or declares entities of its own.
    """
    root = _root(data)
    content = root.find("Content")
    if root.tag != "FinalDraft" or content is None:
        raise BadRequest("That is no Final Draft screenplay.", "Export it as .fdx or .fountain.")
    reading = _Reading()
    for node in content.findall("Paragraph"):
        reading.paragraph(node)
    elements = tuple(reading.done())
    page = root.find("TitlePage/Content")
    title = read_title_page([(n, _plain(n)) for n in page]) if page is not None else {}
    if not elements and not title:
        raise BadRequest("The screenplay is empty.", "Give a file with a scene in it.")
    return Script(title, elements)


def _root(data: bytes) -> Node:
    from xml.etree import ElementTree

    if len(data) > LARGEST_FDX:
        raise BadRequest("That file is larger than 20 MB.", "Split it, or export Fountain.")
    # An entity can grow a small file without end; no screenplay program writes one.
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data or _in_other_letters(data):
        raise BadRequest("That FDX file declares entities.", "Export it again from Final Draft.")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise BadRequest(f"That FDX file is damaged: {error}.", "Export it again.") from error


def _in_other_letters(data: bytes) -> bool:
    """Whether a declaration of entities hides in a two-byte encoding."""
    return any("<!".encode(code) in data[:4096] for code in ("utf-16-le", "utf-16-be"))


def _plain(node: Node) -> str:
    return "".join(text.text or "" for text in node.findall("Text")).strip()


class _Reading:
    """Paragraphs as they come; a cue waits for what is said under it."""

    def __init__(self) -> None:
        self._out: list[Element] = []
        self._cue: tuple[str, tuple[str, ...], bool] | None = None
        self._said: list[SpeechPart] = []

    def done(self) -> list[Element]:
        """All elements in order."""
        self._end_speech()
        return self._out

    def paragraph(self, node: Node, *, dual: bool = False) -> None:
        """One paragraph, or two who speak at once."""
        both = node.find("DualDialogue")
        if both is not None:
            self._together(both)
            return
        kind = node.get("Type", "General")
        if node.get("StartsNewPage") == "Yes":
            self._end_speech()
            self._out.append(PageBreak())
        text = _worded(node)
        if kind == "Character":
            self._end_speech()
            name, extensions, marked_dual = cue_of(_unmarked(text))
            self._cue = (name, extensions, dual or marked_dual) if name else None
        elif kind in _SPOKEN and self._cue is not None:
            self._said += _parts(kind, text)
        else:
            self._end_speech()
            self._out += _element(node, kind, text)

    def _together(self, both: Node) -> None:
        cues = 0
        for node in both.findall("Paragraph"):
            cues += node.get("Type") == "Character"
            self.paragraph(node, dual=cues > 1)
        self._end_speech()

    def _end_speech(self) -> None:
        if self._cue is not None:
            name, extensions, dual = self._cue
            if any(part.text for part in self._said):
                self._out.append(Speech(name, tuple(self._said), extensions, dual))
            else:
                self._out.append(Action(escaped(name)))
        self._cue, self._said = None, []


def _unmarked(text: str) -> str:
    return re.sub(r"\\([*_])", r"\1", text.replace("**", "")).strip()


def _parts(kind: str, text: str) -> Iterator[SpeechPart]:
    for line in lines_of(text.strip("\n")):
        words = line.strip()
        if kind == "Parenthetical":
            yield Parenthetical(words.removeprefix("(").removesuffix(")").strip())
        elif kind in _SUNG:
            yield Lyric(words)
        else:
            yield Dialogue(words)


def _element(node: Node, kind: str, text: str) -> Iterator[Element]:
    if kind == "Scene Heading":
        yield from _heading(node)
        return
    lone = list(_lone(node))
    if lone and not _plain(node):
        yield from lone
        return
    words = text.strip("\n").rstrip()
    if not words.strip():
        return
    outline = _OUTLINE.match(kind)
    if outline:
        yield Section(words.strip(), int(outline.group(1)))
    elif kind == "Outline Body":
        yield Synopsis(words.strip())
    elif kind in {"New Act", "End of Act"} or node.get("Alignment") == "Center":
        yield Centred(words.strip())
    elif kind == "Transition":
        yield Transition(words.strip())
    elif kind in _SUNG:
        yield Lyric(words.strip())
    elif kind == "Cast List":
        yield Note(f"cast list: {words.strip()}")
    else:
        yield from _paragraphs(words)


def _paragraphs(words: str) -> Iterator[Action]:
    """Action, parted at its empty lines."""
    held: list[str] = []
    for line in [*lines_of(words), ""]:
        if line.strip():
            held.append(line)
        elif held:
            yield Action("\n".join(held))
            held = []


def _heading(node: Node) -> Iterator[Element]:
    words = " ".join(_plain(node).split())
    if words:
        yield read_slug(words, number=node.get("Number", ""))
    yield from _lone(node)
    for summary in node.iter("Summary"):
        for paragraph in summary.findall("Paragraph"):
            text = " ".join(_worded(paragraph).split())
            if text:
                yield Synopsis(text)


def _lone(node: Node) -> Iterator[Note | Boneyard]:
    for note in node.findall("ScriptNote"):
        text = _note_words(note)
        if text:
            yield Boneyard(text) if note.get("Name") == BONEYARD else Note(text)


def _note_words(note: Node) -> str:
    lines = ("".join(t.text or "" for t in p.iter("Text")) for p in note.iter("Paragraph"))
    return clean("\n".join(lines)).strip()


def _worded(node: Node) -> str:
    """The words of a paragraph with their emphasis and the notes inside them as marks."""
    out: list[str] = []
    styled: list[Run] = []
    for child in node:
        if child.tag == "Text":
            names = child.get("Style", "").split("+")
            styles = frozenset(_STYLES[name] for name in names if name in _STYLES)
            styled.append(Run(clean(child.text or ""), styles))
        elif child.tag == "ScriptNote" and (words := _note_words(child)):
            out.append(marked(_joined(styled)))
            styled = []
            struck = child.get("Name") == BONEYARD
            out.append(f"/* {words} */" if struck else f"[[{words}]]")
    return "".join([*out, marked(_joined(styled))])


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of one style as one: programs part runs where a word was only corrected."""
    held: Run | None = None
    for run in runs:
        if held is not None and held.styles == run.styles:
            held = Run(held.text + run.text, held.styles)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held

"""Writes a Script as Final Draft's FDX (version 5), which reads back as the same Script.

FDX has no place for struck text and for notes on their own: both are script notes of an empty
paragraph, which print nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from memory.marks import Lifted, Run, Style, lifted, runs
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
    Synopsis,
    Transition,
)
from tools.formats.fdx import BONEYARD
from tools.formats.fdx_title import title_paragraphs

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>'
_NAMES: tuple[tuple[Style, str], ...] = (
    ("bold", "Bold"),
    ("italic", "Italic"),
    ("underline", "Underline"),
)
_KINDS: dict[type, str] = {
    Synopsis: "Outline Body",
    Transition: "Transition",
    Lyric: "Lyrics",
    Action: "Action",
}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GAP = '<Paragraph Type="General"><Text></Text></Paragraph>'
"""Parts a song from the speech before it, which would take it in."""


def write_fdx(script: Script) -> str:
    """The screenplay as the text of an FDX file."""
    body = "\n".join(_Writing().paragraphs(script.elements))
    out = [_HEAD, '<FinalDraft DocumentType="Script" Template="No" Version="5">']
    out += ["<Content>", body, "</Content>"]
    if script.title_page:
        out += ["<TitlePage><Content>", *title_paragraphs(script.title_page)]
        out += ["</Content></TitlePage>"]
    return _UNWRITABLE.sub("", "\n".join([*out, "</FinalDraft>", ""]))


class _Writing:
    """Elements as paragraphs; a new page is said by the paragraph after it."""

    def __init__(self) -> None:
        self._new_page = False
        self._notes = 0

    def paragraphs(self, elements: Sequence[Element]) -> Iterator[str]:
        """All paragraphs in order; two who speak at once are one."""
        at = 0
        while at < len(elements):
            element, after = elements[at], elements[at + 1 : at + 2]
            at += 1
            if isinstance(element, PageBreak):
                if self._new_page:
                    yield self._paragraph("General", "")
                self._new_page = True
            elif isinstance(element, Speech):
                dual = after and isinstance(after[0], Speech) and after[0].dual
                if dual and isinstance(after[0], Speech) and not element.dual:
                    at += 1
                    yield self._both(element, after[0])
                else:
                    yield self._speech(element)
            elif isinstance(element, SceneHeading):
                told = _synopses(elements[at:])
                at += len(told)
                yield self._heading(element, told)
            else:
                if isinstance(element, Lyric) and at > 1 and isinstance(elements[at - 2], Speech):
                    yield _GAP
                yield self._other(element)
        if self._new_page:
            yield self._paragraph("General", "")

    def _paragraph(self, kind: str, inside: str, more: str = "") -> str:
        page = ' StartsNewPage="Yes"' if self._new_page else ""
        self._new_page = False
        return f'<Paragraph Type="{kind}"{more}{page}>{inside}</Paragraph>'

    def _both(self, first: Speech, second: Speech) -> str:
        # A page break inside a dual dialogue is none: the first of the two carries it.
        page = _GAP.replace(">", ' StartsNewPage="Yes">', 1) + "\n" if self._new_page else ""
        self._new_page = False
        inside = "\n".join([self._speech(first, inside=True), self._speech(second, inside=True)])
        both = f"<DualDialogue>\n{inside}\n</DualDialogue>"
        return f'{page}<Paragraph Type="Dialogue">{both}</Paragraph>'

    def _speech(self, speech: Speech, *, inside: bool = False) -> str:
        cue = speech.name + "".join(f" ({extension})" for extension in speech.extensions)
        cue += " ^" if speech.dual and not inside else ""
        out = [self._paragraph("Character", f"<Text>{escape(cue)}</Text>")]
        said: list[str] = []
        for part in [*speech.parts, None]:
            if isinstance(part, Dialogue):
                said.append(part.text)
                continue
            if said:
                out.append(self._paragraph("Dialogue", self._worded("\n".join(said))))
                said = []
            if isinstance(part, Parenthetical):
                out.append(self._paragraph("Parenthetical", self._worded(f"({part.text})")))
            elif isinstance(part, Lyric):
                out.append(self._paragraph("Lyrics", self._worded(part.text)))
        return "\n".join(out)

    def _heading(self, heading: SceneHeading, told: Sequence[Synopsis]) -> str:
        number = f" Number={quoteattr(heading.number)}" if heading.number else ""
        words = f"<Text>{escape(heading.written or heading.text)}</Text>"
        if told:
            lines = "".join(f"<Paragraph>{self._worded(one.text)}</Paragraph>" for one in told)
            words = f"<SceneProperties><Summary>{lines}</Summary></SceneProperties>{words}"
        return self._paragraph("Scene Heading", words, number)

    def _other(self, element: Element) -> str:
        match element:
            case Note(text):
                return self._paragraph("General", self._note(text))
            case Boneyard(text):
                return self._paragraph("General", self._note(text, BONEYARD))
            case Centred(text):
                return self._paragraph("Action", self._worded(text), ' Alignment="Center"')
            case Section(text, depth):
                return self._paragraph(f"Outline {min(depth, 9)}", self._worded(text))
            case _:
                text = getattr(element, "text", "")
                return self._paragraph(_KINDS[type(element)], self._worded(text))

    def _worded(self, text: str) -> str:
        """Runs of one style as Text nodes; notes inside the words as script notes between them."""
        out, at = [], 0
        for one in lifted(text):
            out += [*map(_run, runs(text[at : one.start])), self._inside(one)]
            at = one.stop
        return "".join([*out, *map(_run, runs(text[at:]))]) or "<Text></Text>"

    def _inside(self, one: Lifted) -> str:
        return self._note(one.text.strip(), BONEYARD if one.kind == "boneyard" else "")

    def _note(self, text: str, name: str = "") -> str:
        self._notes += 1
        called = f' Name="{name}"' if name else ""
        lines = "".join(
            f"<Paragraph><Text>{escape(line)}</Text></Paragraph>" for line in text.split("\n")
        )
        return f'<ScriptNote ID="{self._notes}"{called}>{lines}</ScriptNote>'


def _synopses(elements: Sequence[Element]) -> list[Synopsis]:
    told: list[Synopsis] = []
    for element in elements:
        if not isinstance(element, Synopsis):
            break
        told.append(element)
    return told


def _run(run: Run) -> str:
    names = "+".join(name for style, name in _NAMES if style in run.styles)
    styled = f' Style="{names}"' if names else ""
    return f"<Text{styled}>{escape(run.text)}</Text>"

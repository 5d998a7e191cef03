"""Reads Fountain 1.1: text -> Script. Knows no shots and no files.

Any text gives a Script; what is not marked as anything is action. Notes and struck text that stand
alone are elements; inside a paragraph or a speech they stay in its words, where they stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    Script,
    Section,
    Speech,
    SpeechPart,
    Synopsis,
    Transition,
)
from tools.formats.decoding import LARGEST, check, clean, decode
from tools.formats.fountain_lines import Kind, is_cue, is_transition, kind_of
from tools.formats.fountain_title import split_title_page
from tools.formats.slug import is_slug, read_slug

__all__ = ["LARGEST", "decode", "looks_like_screenplay", "read_fountain", "write_fountain"]

OPEN, CLOSE = "\ue000", "\ue001"
"""What is lifted out of the lines stands in them as OPEN number CLOSE."""

_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
_EXTENSIONS = re.compile(r"(?:\s*[(（][^()（）]*(?:[)）]|$))+\s*$")
_IN_BRACKETS = re.compile(r"[(（](.*)[)）]$")
_HELD = "  "
"""Two spaces keep an empty line inside a speech."""


def read_fountain(text: str) -> Script:
    """The screenplay of a text.

    Raises:
        BadRequest: the text is empty, binary or over two million characters.
    """
    check(text)
    title_page, body = split_title_page(clean(text))
    return Script(title_page, tuple(_Page(body).elements()))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its tokens, and its words without them."""

    raw: str
    bare: str

    @property
    def empty(self) -> bool:
        return not self.raw.strip()


class _Page:
    """The body of a screenplay while it is read, line by line."""

    def __init__(self, body: str) -> None:
        self._taken: list[str] = []
        lines = self._lift(body).split("\n")
        self._lines = [_Line(line, _TOKEN.sub("", line).strip()) for line in lines]

    def _lift(self, body: str) -> str:
        out, at = [], 0
        for one in lifted(body):
            out.append(f"{body[at : one.start]}{OPEN}{len(self._taken)}{CLOSE}")
            self._taken.append(body[one.start : one.stop])
            at = one.stop
        return "".join([*out, body[at:]])

    def _back(self, text: str) -> str:
        """The text with what was lifted in its place again."""
        if OPEN not in text:
            return text
        return _TOKEN.sub(lambda match: self._taken[int(match.group(1))], text)

    def _lone(self, raw: str) -> Iterator[Element]:
        """What was lifted out of a line, as elements of their own."""
        for match in _TOKEN.finditer(raw):
            taken = self._taken[int(match.group(1))]
            words = taken[2:-2].strip()
            yield Note(words) if taken.startswith("[[") else Boneyard(words)

    def elements(self) -> Iterator[Element]:
        """Everything on the page, in order."""
        at, opens = 0, True
        while at < len(self._lines):
            line = self._lines[at]
            if line.empty or not line.bare:
                yield from self._lone(line.raw)
                opens, at = True, at + 1
                continue
            kind = self._kind(at, opens=opens)
            if kind in {Kind.ACTION, Kind.FORCED}:
                stop = self._paragraph_end(at)
                yield Action("\n".join(self._action(n) for n in range(at, stop)))
                opens, at = False, stop
            elif kind is Kind.CUE:
                stop = self._speech_end(at)
                yield self._speech(at, stop)
                opens, at = True, stop
            elif kind is Kind.LYRIC:
                stop = self._lyric_end(at)
                sung = (self._without("~", self._lines[n].raw) for n in range(at, stop))
                yield Lyric("\n".join(sung))
                opens, at = True, stop
            else:
                yield from self._single(kind, line)
                opens, at = True, at + 1

    def _words(self, at: int) -> str:
        return self._back(self._lines[at].raw)

    def _kind(self, at: int, *, opens: bool) -> Kind:
        followed = at + 1 < len(self._lines) and not self._lines[at + 1].empty
        kind = kind_of(self._lines[at].bare, opens=opens, followed=followed)
        if kind is Kind.CUE and not (self._spoken(at) and cue_of(self._lines[at].bare)[0]):
            return Kind.ACTION
        return kind

    def _spoken(self, at: int) -> bool:
        """Whether words, and not only notes, stand under a cue."""
        return any(self._lines[n].bare for n in range(at + 1, self._speech_end(at)))

    def _action(self, at: int) -> str:
        raw = self._lines[at].raw.expandtabs(4).rstrip()
        forced = kind_of(self._lines[at].bare) is Kind.FORCED
        return self._back(raw.replace("!", "", 1) if forced else raw)

    def _paragraph_end(self, at: int) -> int:
        stop = at + 1
        while stop < len(self._lines) and not self._lines[stop].empty:
            bare = self._lines[stop].bare
            if bare and kind_of(bare, opens=False) not in {Kind.ACTION, Kind.FORCED}:
                break
            stop += 1
        return stop

    def _lyric_end(self, at: int) -> int:
        stop = at + 1
        while stop < len(self._lines) and kind_of(self._lines[stop].bare) is Kind.LYRIC:
            stop += 1
        return stop

    def _speech_end(self, at: int) -> int:
        stop = at + 1
        while stop < len(self._lines):
            line = self._lines[stop]
            if line.empty and line.raw != _HELD:
                break
            stop += 1
        while self._lines[stop - 1].empty:
            stop -= 1
        return stop

    def _single(self, kind: Kind, line: _Line) -> Iterator[Element]:
        bare = line.bare
        if kind is Kind.HEADING:
            forced = bare.startswith(".")
            yield read_slug(bare[1:] if forced else bare)
            yield from self._lone(line.raw)
            return
        if kind is Kind.PAGE_BREAK:
            yield PageBreak()
            yield from self._lone(line.raw)
            return
        if kind is Kind.SECTION:
            depth = len(bare) - len(bare.lstrip("#"))
            yield Section(self._without("#" * depth, line.raw), depth)
        elif kind is Kind.SYNOPSIS:
            yield Synopsis(self._without("=", line.raw))
        elif kind is Kind.CENTRED:
            yield Centred(self._without(">", "".join(line.raw.rsplit("<", 1))))
        else:
            yield Transition(self._without(">" if bare[:1] == ">" else "", line.raw))

    def _without(self, mark: str, raw: str) -> str:
        """The words of a line without the mark that opens it, notes in their place."""
        return self._back(raw.replace(mark, "", 1)).strip()

    def _speech(self, at: int, stop: int) -> Speech:
        line = self._lines[at]
        name, extensions, dual = cue_of(line.bare)
        aside = [self._taken[int(m.group(1))] for m in _TOKEN.finditer(line.raw)]
        parts = [self._part(n) for n in range(at + 1, stop)]
        noted: list[SpeechPart] = [Dialogue(note) for note in aside]
        return Speech(name, (*noted, *parts), extensions, dual)

    def _part(self, at: int) -> SpeechPart:
        bare, text = self._lines[at].bare, self._words(at).strip()
        inside = _IN_BRACKETS.match(text) if bare.startswith(("(", "（")) else None
        if inside:
            return Parenthetical(inside.group(1).strip())
        if bare.startswith("~"):
            return Lyric(self._without("~", self._lines[at].raw))
        return Dialogue(text)


def cue_of(bare: str) -> tuple[str, tuple[str, ...], bool]:
    """Name, extensions and whether it is the second of two who speak at once."""
    dual = bare.endswith("^")
    words = bare.removesuffix("^").strip().removeprefix("@").strip()
    tail = _EXTENSIONS.search(words) if len(words) < 1000 else None
    name = " ".join((words[: tail.start()] if tail else words).split())
    inside = re.findall(r"[(（]([^()（）]*)", tail.group()) if tail else []
    extensions = tuple(one.strip() for one in inside if one.strip())
    return name.rstrip(" ^"), extensions, dual or name.endswith("^")


def looks_like_screenplay(text: str) -> bool:
    """True when a text is written as a screenplay and not as prose or an idea.

    Two signs are needed of: a scene heading, cues with speech, a transition, a title page; one
    heading on a line of its own is enough when anything follows it, and so is nothing but speech.
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
    titled = bool(split_title_page(clean(text[:5000]))[0])
    fades = sum(is_transition(line.strip(" \t>")) for line in lines)
    paragraphs = len(re.findall(r"\n\s*\n+(?=\s*\S)", clean(text[:LARGEST]).strip())) + 1
    spoken = cues >= 2 and cues >= 0.6 * paragraphs
    return spoken or cues >= 3 or (cues >= 1 and (titled or fades > 0)) or (titled and fades > 0)


def write_fountain(script: Script) -> str:
    """The screenplay as Fountain text that reads back as the same Script."""
    from tools.formats.fountain_text import text_of

    return text_of(script)

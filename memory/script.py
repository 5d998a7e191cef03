"""The screenplay as typed elements: what is written, in order. Knows no file format and no shots.

script
├── title page          keys and values as written ("Title", "Credit", "Author" ...)
└── elements            SceneHeading, Action, Speech, Transition, Centred, Lyric, Section,
                        Synopsis, Note, Boneyard, PageBreak
A Speech is one character's cue with what is said under it, so that a line never loses its speaker.
Texts keep their marks (`memory.marks`): emphasis, and notes or struck words that stand inside them.
`Script.plain` is the same without them, for whoever reads the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from memory.marks import parted, plain

CONTINUED = frozenset({"CONT'D", "CONT’D", "CONTD", "CONT.", "CONTINUED"})
"""Extensions that belong to the page, not to the voice."""

OFF_EXTENSIONS = (
    "V.O",
    "VO",
    "O.S",
    "OS",
    "O.C",
    "OC",
    "VOICE OVER",
    "OFF",
    "ON PHONE",
    "FILTERED",
)
"""Extensions of a voice whose lips are not seen (V.O., O.S. and the like)."""


@dataclass(frozen=True, slots=True)
class SceneHeading:
    """A slug: "EXT. STONE WELL - CONTINUOUS #2#".

    `int_ext` is "INT", "EXT" or "INT/EXT" ("" when the writer gave none), `place` and `time` are as
    written; `time` is "" when there is none. A forced heading began with a full stop.
    """

    int_ext: str
    place: str
    time: str = ""
    number: str = ""
    forced: bool = False
    written: str = ""
    """The slug as its writer wrote it, where that is not the house's form ("int kitchen")."""

    @property
    def text(self) -> str:
        """The slug in the house's form, without its number."""
        head = f"{self.int_ext}. {self.place}" if self.int_ext else self.place
        return f"{head} - {self.time}" if self.time else head


@dataclass(frozen=True, slots=True)
class Action:
    """What is seen and heard. Lines of one paragraph are kept apart by newlines."""

    text: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Words that are said."""

    text: str


@dataclass(frozen=True, slots=True)
class Parenthetical:
    """How the next words are said, without its brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Lyric:
    """Words that are sung; inside a speech or on their own."""

    text: str


SpeechPart: TypeAlias = Dialogue | Parenthetical | Lyric


@dataclass(frozen=True, slots=True)
class Speech:
    """One character's cue and what stands under it.

    `extensions` are without brackets ("V.O.", "CONT'D"). `dual` marks the second of two who speak
    at once.
    """

    name: str
    parts: tuple[SpeechPart, ...]
    extensions: tuple[str, ...] = ()
    dual: bool = False

    @property
    def off(self) -> bool:
        """True when the voice is heard and the lips are not seen (V.O., O.S., O.C.)."""
        return any(e.upper().rstrip(".").startswith(OFF_EXTENSIONS) for e in self.extensions)

    @property
    def words(self) -> str:
        """All that is said or sung, as one line."""
        said = (part.text for part in self.parts if not isinstance(part, Parenthetical))
        return " ".join(" ".join(said).split())


@dataclass(frozen=True, slots=True)
class Transition:
    """How one scene gives way to the next: "FADE IN:", "DISSOLVE TO:"."""

    text: str


@dataclass(frozen=True, slots=True)
class Centred:
    """Centred text, such as "THE END"."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the outline; not part of the film. Depth 1 is an act."""

    text: str
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Synopsis:
    """What a scene or section is about; not part of the film."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A writer's note [[...]] on its own; "shot: ..." in one is a direction for the breakdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Boneyard:
    """Struck text /* ... */, kept and never shot."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A forced new page."""


Element: TypeAlias = (
    SceneHeading
    | Action
    | Speech
    | Transition
    | Centred
    | Lyric
    | Section
    | Synopsis
    | Note
    | Boneyard
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class ScriptScene:
    """A scene heading (None for what stands before the first) and the elements under it."""

    heading: SceneHeading | None
    elements: tuple[Element, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names that speak in the scene, each once, in order."""
        names = (e.name for e in self.elements if isinstance(e, Speech))
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Script:
    """A whole screenplay."""

    title_page: dict[str, str] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()

    @property
    def title(self) -> str:
        """The title on one line, without emphasis; "" when there is none."""
        raw = next((v for k, v in self.title_page.items() if k.casefold() == "title"), "")
        lines = (line.strip(' "*_“”') for line in raw.replace("**", "").split("\n"))
        return " ".join(" ".join(lines).split())

    def scenes(self) -> tuple[ScriptScene, ...]:
        """The scenes in order. What stands before the first heading is a scene without one."""
        return tuple(self._scenes())

    def _scenes(self) -> Iterator[ScriptScene]:
        heading: SceneHeading | None = None
        under: list[Element] = []
        for element in self.elements:
            if isinstance(element, SceneHeading):
                if heading is not None or under:
                    yield ScriptScene(heading, tuple(under))
                heading, under = element, []
            else:
                under.append(element)
        if heading is not None or under:
            yield ScriptScene(heading, tuple(under))

    def plain(self) -> Script:
        """The same words without marks: a note inside a text stands before it, struck text is out.

        What is left empty is left out. This is the form a breakdown reads.
        """
        return Script(self.title_page, tuple(e for one in self.elements for e in _plain(one)))

    def speeches(self) -> tuple[Speech, ...]:
        """Every speech in order."""
        return tuple(e for e in self.elements if isinstance(e, Speech))

    def speaking(self) -> tuple[str, ...]:
        """The names of all who speak, each once, in order of their first line."""
        return tuple(dict.fromkeys(speech.name for speech in self.speeches()))


def _plain(element: Element) -> Iterator[Element]:
    if isinstance(element, Speech):
        yield from _plain_speech(element)
    elif isinstance(element, Action | Lyric | Centred | Synopsis | Section | Transition):
        yield from _notes_in(element.text)
        text = _tidy(element.text)
        if text:
            yield replace(element, text=text)
    elif not isinstance(element, Boneyard):
        yield element


def _notes_in(text: str) -> Iterator[Note]:
    for one in parted(text)[1]:
        if one.kind == "note":
            yield Note(one.text.strip())


def _plain_speech(speech: Speech) -> Iterator[Element]:
    for part in speech.parts:
        yield from _notes_in(part.text)
    parts = tuple(replace(part, text=_tidy(part.text)) for part in speech.parts)
    said = tuple(part for part in parts if part.text)
    if any(not isinstance(part, Parenthetical) for part in said):
        yield replace(speech, name=_tidy(speech.name), parts=said)
    elif said:
        yield Action(f"{_tidy(speech.name)} ({'; '.join(part.text for part in said)}).")


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in plain(text).split("\n"))
    return "\n".join(line for line in lines if line)

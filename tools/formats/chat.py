"""Pasted chat ("Anna: hello") as a screenplay: who speaks is the cue, the rest is action.

Knows the lines of common exports (a time before or behind the name); makes no scenes up.
"""

from __future__ import annotations

import re

from memory.marks import escaped
from memory.script import Action, Dialogue, Element, Parenthetical, Script, Speech
from tools.formats.decoding import clean

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_STAMP = re.compile(
    rf"^\W*(?:\[?\(?(?:{_DATE},?\s+)?{_TIME}\]?\)?|\[?{_DATE}\]?)\s*[-–—:]?\s*", re.I
)
_TURN = re.compile(
    r"^(?P<name>[^\W\d_][\w .'’&#-]{0,30}?)\s*(?:[\[(](?P<aside>[^)\]]{1,40})[)\]])?"
    r"\s*[:：]\s*(?P<said>.*)$"
)
_ASIDE = re.compile(r"^[(（](.+)[)）]$|^\*(?!\*)([^*]+)\*$")
_NO_NAMES = frozenset(
    "http https ftp mailto note notes ps re fwd subject from to cc date time title credit author "
    "scene int ext act chapter todo warning e.g i.e".split()
)
_IS_TIME = re.compile(rf"(?:{_DATE})?[,\s]*(?:{_TIME})?", re.IGNORECASE)
FEWEST_TURNS, SHARE = 2, 0.6
LONGEST_NAME = 4
"""Words of a name."""


def looks_like_chat(text: str) -> bool:
    """True when most lines say who speaks, and some name comes back or two names take turns."""
    lines = [line for line in clean(text).split("\n") if line.strip()]
    turns = [turn for line in lines if (turn := _turn(line))]
    if len(turns) < FEWEST_TURNS or len(turns) < SHARE * len(lines):
        return False
    names = [turn[0].casefold() for turn in turns]
    return len(set(names)) <= max(2, len(names) // 2 + 1)


def read_chat(text: str) -> Script:
    """The screenplay of a pasted chat, without a scene heading."""
    elements: list[Element] = []
    opens = True
    for line in clean(text).split("\n"):
        turn = _turn(line)
        if turn:
            elements.append(_speech(*turn))
        elif line.strip():
            _go_on(elements, line.strip(), opens)
        opens = not line.strip()
    return Script({}, tuple(elements))


def _go_on(elements: list[Element], words: str, opens: bool) -> None:
    """A line without a name: more of the speech above it, else action."""
    last, aside = elements[-1] if elements else None, _ASIDE.match(words)
    if isinstance(last, Speech) and not (opens or aside):
        more = Dialogue(escaped(words))
        elements[-1] = Speech(last.name, (*last.parts, more), last.extensions, last.dual)
    else:
        acted = (aside.group(1) or aside.group(2)) if aside else words
        elements.append(Action(escaped(acted)))


def _turn(line: str) -> tuple[str, str, str] | None:
    """Name, aside and words of a line that says who speaks."""
    bare = _STAMP.sub("", line.strip(), count=1).strip("*_ \t")
    match = _TURN.match(bare)
    if match is None or match.group("said").startswith("//"):
        return None
    name = match.group("name").strip("*_ ")
    words = name.split()
    if len(words) > LONGEST_NAME or words[0].casefold().rstrip(".") in _NO_NAMES:
        return None
    if not (name[:1].isupper() or name[:1].lower() == name[:1].upper() or len(words) == 1):
        return None
    aside = match.group("aside") or ""
    return name, "" if _IS_TIME.fullmatch(aside) else aside, match.group("said").strip("* ")


def _speech(name: str, aside: str, said: str) -> Element:
    cue = name.upper() if name in (name.title(), name.lower()) else name
    acted = _ASIDE.match(said)
    if acted or not said:
        words = (acted.group(1) or acted.group(2)) if acted else ""
        return Action(escaped(f"{name} {words}".strip()))
    head = re.match(r"[(（]([^()]{1,60})[)）]\s*(?=\S)", said)
    asides = [one for one in (aside, head.group(1) if head else "") if one]
    words = said[head.end() :] if head else said
    return Speech(cue, (*map(Parenthetical, asides), Dialogue(escaped(words))))

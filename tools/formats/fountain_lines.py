"""What one line of Fountain is by itself and by the lines beside it. Reads and writes nothing.

Reader and writer ask the same questions here, so that what is written reads back the same.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tools.formats.slug import is_loose_slug, is_slug


class Kind(StrEnum):
    """What a line outside a speech can be."""

    ACTION = "action"
    CENTRED = "centred"
    CUE = "cue"
    FORCED = "forced action"
    HEADING = "heading"
    LYRIC = "lyric"
    PAGE_BREAK = "page break"
    SECTION = "section"
    SYNOPSIS = "synopsis"
    TRANSITION = "transition"


_SHAPES = (
    (Kind.FORCED, re.compile(r"!\s*\S")),
    (Kind.PAGE_BREAK, re.compile(r"={3,}\s*$")),
    (Kind.SYNOPSIS, re.compile(r"=(?!==)\s*\S")),
    (Kind.SECTION, re.compile(r"#+(?!#)\s*\S")),
    (Kind.CENTRED, re.compile(r">.*<$")),
    (Kind.TRANSITION, re.compile(r">\s*\S")),
    (Kind.LYRIC, re.compile(r"~\s*\S")),
)
_FORCED_HEADING = re.compile(r"\.[^\W_]")
_FORCED_CUE = re.compile(r"@\s*[^\s@^(（]")
_FADE = re.compile(
    r"(?:FADE (?:IN|OUT|TO BLACK|TO WHITE|UP)|CUT TO BLACK|INTERCUT WITH[\w\s'’]{0,60})[.:]?$"
)
_TO = re.compile(r"[^\W\d_][\w\s'’.\-]{0,60} TO:$")
_CAMERA = re.compile(
    r"(?:CLOSE|CLOSER|INSERT|MONTAGE|SERIES OF|ANGLE|POV|BACK TO|INTERCUT|SUPER|TITLE|"
    r"EXTREME|END OF|END MONTAGE|THE END|MOMENTS|LATER|FLASHBACK)\b|(?:ON|WIDE|PAN|TILT|TRACK) \w"
)
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）|\^\s*$")
_MC = re.compile(r"(?<!\w)(?:Mc|Mac)(?=[^\W\d_]{2})")
_STOPS = re.compile(r"[。，！？、,.!?:：؟،۔]")
LONGEST_CUE = 60
LONGEST_CASELESS, LONGEST_HAN = 14, 8
"""Letters of a name in a script without capitals, where only its length tells it from action."""


def kind_of(line: str, *, opens: bool = True, followed: bool = False) -> Kind:
    """What a line is.

    Args:
        line: Without what is lifted out of it.
        opens: It stands after an empty line (or after something that ends by itself).
        followed: Words stand on the next line.
    """
    bare = line.strip()
    for kind, shape in _SHAPES:
        if shape.match(bare):
            return kind
    if not opens:
        return Kind.ACTION
    return _at_the_head(bare, followed)


def _at_the_head(bare: str, followed: bool) -> Kind:
    loose = is_loose_slug(bare) and followed
    if _FORCED_HEADING.match(bare) or (is_slug(bare) and not loose):
        return Kind.HEADING
    if not followed or "[[" in bare or "/*" in bare:
        return Kind.TRANSITION if is_transition(bare, followed) else Kind.ACTION
    if _FORCED_CUE.match(bare):
        return Kind.CUE
    if is_transition(bare, followed):
        return Kind.TRANSITION
    return Kind.CUE if is_cue(bare) else Kind.ACTION


def is_transition(bare: str, followed: bool = False) -> bool:
    """True for "CUT TO:" with nothing under it, and for a fade wherever it opens."""
    if bare != bare.upper():
        return False
    return bool(_FADE.match(bare)) or (not followed and bool(_TO.match(bare)))


def is_plain_transition(bare: str) -> bool:
    """True for a transition that every reader of Fountain knows unforced."""
    return bool(re.match(r"[A-Z][A-Z ]* TO:$", bare))


def is_cue(line: str) -> bool:
    """True for a line that can only be a character's cue: capitals of any script, no camera word.

    Mc and Mac keep their small letters. Scripts without capitals (Han, Arabic ...) count when the
    line is a short name.
    """
    name = _BRACKETS.sub("", line).strip() if len(line) < 200 else line
    letters = [c for c in name[: LONGEST_CUE + 1] if c.isalpha()]
    if not letters or len(name) > LONGEST_CUE or _CAMERA.match(name):
        return False
    if name.startswith(tuple("-(.!>#=~/[")):
        return False
    if is_caseless(name):
        most = LONGEST_HAN if any("\u3040" <= c <= "\u9fff" for c in letters) else LONGEST_CASELESS
        return len(name) <= most and not _STOPS.search(name)
    raised = _MC.sub("MC", name)
    return raised == raised.upper() and not name.endswith((".", "!", "?", ":", ",", ";"))


def is_caseless(name: str) -> bool:
    """True for a name whose script knows no capitals."""
    return all(c.upper() == c and c.lower() == c for c in name if c.isalpha())

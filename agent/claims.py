"""Holds a model's words against what was done: what it claims and the diff does not hold goes out.

Only sentences that say something was done are looked at; plans, questions and opinions stay. It
reads English and the usual perfect forms of German, Spanish, French and Chinese; what it cannot
read it leaves, and the diff is told beside it anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.desk import Desk, Turn
from agent.notes.wording import said
from memory.diff import FieldDiff
from memory.film import Film

DONE = re.compile(
    r"\b(?:i|we)(?:'ve| have| just|'ve just| have just| also| now)*\s+(?:\w+ly\s+)?"
    r"(?:made|\w+ed|set|cut|put|gave|took|swapped|redid|shot|split|kept out|lit|reset|undid)\b"
    r"|\b(?:is|are) now\b|\bnow (?:has|have|plays?|reads?|says?|runs?|opens?|ends?|lasts?)\b"
    r"|\b(?:has|have) been \w+|\bdone\b|\ball set\b|\bchanges? (?:made|applied)\b"
    r"|^(?:shots?|scenes?) [\d, and]+(?: (?:is|are))? (?:darker|brighter|warmer|cooler|tighter"
    r"|wider|longer|shorter|slower|faster|gone|out|locked)\b"
    r"|\bich habe\b|\bist jetzt\b|\bsind jetzt\b|\bhe (?:\w+ado|\w+ido|hecho|puesto)\b"
    r"|\bj'ai (?:\w+é|mis|fait|réduit)\b|\best maintenant\b|已(?:经)?|改好了|完成",
    re.IGNORECASE,
)
"""Words that say something was done."""
NOT_DONE = re.compile(
    r"\b(?:did not|didn't|have not|haven't|has not|nothing|no changes?|not been|will|would|could|"
    r"can|shall|should|might|if|understood|noticed|looked|checked|read|noted)\b|[?？]$",
    re.IGNORECASE,
)
SHOTS = re.compile(
    r"\b(?:shots?|einstellung(?:en)?|planos?|tomas?|plans?)\s+((?:\d+(?:\s*(?:,|and|und|y|et|&|to|-)"
    r"\s*)?)+)|第\s*(\d+)\s*(?:个)?镜",
    re.IGNORECASE,
)
LEVERS: tuple[tuple[str, str], ...] = (
    (r"dark|bright|light|warm|cool|contrast|expos", r"lighting|style|saturation|grade|time_of_day"),
    (r"music|score\b", r"music|mix"),
    (r"\btitle|end card", r"titles|title|overlays"),
    (r"subtitle|caption", r"subtitles|overlays"),
    (r"delet|remov|took out|cut out", r"order|bin|dialogue|cues|practicals|sfx|wardrobe|props"),
    (r"reorder|swap|moved (?:it|shot|scene)", r"order|pick|lighting|wardrobe|practicals|action"),
    (r"tighter|wider|close-?up|framing|reframed", r"size|composition|lens|subjects|angle"),
    (r"longer|shorter|trimmed|seconds?\b", r"frames|freeze|speed|order|dialogue|transition"),
    (r"\brain|snow|fog|weather", r"weather|lighting|sfx"),
    (r"\bcoat|wears?|wearing|wardrobe|dressed", r"wardrobe|appearance"),
    (r"\blocked\b|unlocked", r"locked"),
)
"""What a claim is about, and the fields one of which must have moved for it."""
SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a turn did, as far as words can be held against it."""

    paths: tuple[str, ...]
    shots: frozenset[str]
    other: bool
    """Something beside the document: takes or boards asked for, files written."""

    @property
    def any(self) -> bool:
        """Whether anything was done at all."""
        return bool(self.paths) or self.other


def held(reply: str, desk: Desk) -> str:
    """A model's reply without the claims that do not hold, and what moved told instead."""
    turn, before = desk.turn, desk.turn.before or desk.film
    deeds = deeds_of(turn, before, desk.film)
    sentences = SENTENCE.split(reply.strip())
    kept = [one for one in sentences if not false_claim(one, deeds, before)]
    if len(kept) == len(sentences):
        return reply
    truth = said(turn.diff, before) if turn.diff else ""
    truth = truth or ("" if deeds.other else "Nothing in the film has moved.")
    return " ".join(filter(None, [*kept, truth]))


def deeds_of(turn: Turn, before: Film, after: Film) -> Deeds:
    """What was done in a turn."""
    paths = tuple(one.path for one in turn.diff)
    other = bool(turn.wanted or turn.further or turn.boards or turn.exports)
    return Deeds(paths, _touched(turn.diff, turn.wanted, before, after), other)


def _touched(
    moved: Sequence[FieldDiff], wanted: Iterable[str], before: Film, after: Film
) -> frozenset[str]:
    """The shots a diff reaches, through themselves, their scene or the whole film."""
    shots = set(wanted)
    for one in moved:
        head, _, rest = one.path.partition(".")
        key = rest.partition(".")[0]
        if head in ("shots", "bin"):
            shots.add(key)
        elif head == "scenes":
            shots.update(after.scene_shots(key))
        else:
            shots.update(before.order, after.order)
    return frozenset(shots)


def false_claim(sentence: str, deeds: Deeds, before: Film) -> bool:
    """Whether a sentence says something was done that was not."""
    if not DONE.search(sentence) or NOT_DONE.search(sentence.strip()):
        return False
    if not deeds.any:
        return True
    named = [n for n in _numbers(sentence) if 1 <= n <= len(before.order)]
    if any(before.order[n - 1] not in deeds.shots for n in named):
        return True
    if not deeds.paths:
        return False
    about = [fields for words, fields in LEVERS if re.search(words, sentence, re.IGNORECASE)]
    return any(not any(re.search(fields, path) for path in deeds.paths) for fields in about)


def _numbers(sentence: str) -> list[int]:
    """The shots a sentence names; "2 to 4" is all three."""
    found: list[int] = []
    for match in SHOTS.finditer(sentence):
        text = match[1] or match[2]
        for one in re.finditer(r"(\d+)(?:\s*(?:to|-)\s*(\d+))?", text):
            first, last = int(one[1]), int(one[2] or one[1])
            found += range(first, min(last, first + 500) + 1)
    return found

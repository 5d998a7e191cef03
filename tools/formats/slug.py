"""Reads a scene heading's words: inside or outside, the place, the time. Knows no scenes."""

from __future__ import annotations

import re
from dataclasses import replace

from memory.script import SceneHeading
from memory.vocabulary import TimeOfDay, find

_HEADS: dict[str, str] = {
    "INT./EXT": "INT/EXT", "EXT./INT": "INT/EXT", "INT/EXT": "INT/EXT", "EXT/INT": "INT/EXT",
    "I/E": "INT/EXT", "E/I": "INT/EXT", "INT. / EXT": "INT/EXT", "EXT. / INT": "INT/EXT",
    "INT / EXT": "INT/EXT", "EXT / INT": "INT/EXT", "INTERIOR": "INT", "EXTERIOR": "EXT",
    "INT": "INT", "EXT": "EXT",
    "EST": "EXT", "ИНТ": "INT", "ЭКСТ": "EXT", "НАТ": "EXT", "ІНТ": "INT", "ЕКСТ": "EXT",
    "INNEN": "INT", "AUSSEN": "EXT", "AUßEN": "EXT", "内景": "INT", "外景": "EXT", "內景": "INT",
    "内": "INT", "外": "EXT",
}  # fmt: skip
_WORDS = sorted(_HEADS, key=len, reverse=True)
_HEAD = re.compile(
    rf"^({'|'.join(map(re.escape, _WORDS))})(?:[.．。:]\s*|\s+)(?=\S)", re.IGNORECASE
)
_LONG = frozenset({"INTERIOR", "EXTERIOR", "INNEN", "AUSSEN", "AUßEN"})
_NUMBER = re.compile(r"\s*#([\w.\-]+)#\s*$")
_BREAK = re.compile(r"\s*(?:--+|—|–|\s-\s|,\s|－)\s*")

TIMES_ELSEWHERE: dict[str, TimeOfDay] = {
    "НОЧЬ": TimeOfDay.NIGHT, "НОЧИ": TimeOfDay.NIGHT, "ДЕНЬ": TimeOfDay.DAY,
    "УТРО": TimeOfDay.MORNING, "ВЕЧЕР": TimeOfDay.EVENING, "РАССВЕТ": TimeOfDay.DAWN,
    "ЗАКАТ": TimeOfDay.SUNSET, "СУМЕРКИ": TimeOfDay.DUSK, "ПОЛДЕНЬ": TimeOfDay.NOON,
    "ПОЛНОЧЬ": TimeOfDay.MIDNIGHT, "ПОЗЖЕ": TimeOfDay.LATER, "НІЧ": TimeOfDay.NIGHT,
    "夜": TimeOfDay.NIGHT, "夜晚": TimeOfDay.NIGHT, "日": TimeOfDay.DAY, "白天": TimeOfDay.DAY,
    "昼": TimeOfDay.DAY, "晨": TimeOfDay.MORNING, "清晨": TimeOfDay.DAWN, "朝": TimeOfDay.MORNING,
    "黄昏": TimeOfDay.DUSK, "傍晚": TimeOfDay.EVENING, "夕": TimeOfDay.EVENING,
    "NOCHE": TimeOfDay.NIGHT, "DÍA": TimeOfDay.DAY, "NUIT": TimeOfDay.NIGHT, "JOUR": TimeOfDay.DAY,
    "NACHT": TimeOfDay.NIGHT, "TAG": TimeOfDay.DAY, "MORGEN": TimeOfDay.MORNING,
    "ABEND": TimeOfDay.EVENING, "SOIR": TimeOfDay.EVENING, "NOTTE": TimeOfDay.NIGHT,
    "GIORNO": TimeOfDay.DAY, "CONTINUED": TimeOfDay.CONTINUOUS, "SAME TIME": TimeOfDay.CONTINUOUS,
}  # fmt: skip


def is_slug(line: str) -> bool:
    """True when a line opens as a scene heading does, in any case and in a few other tongues.

    A whole word ("Interior design is ...") opens one only in capitals or with its stop.
    """
    head = _HEAD.match(line.strip())
    if head is None or head.group(1).upper() not in _LONG:
        return head is not None
    return head.group().rstrip()[-1:] in ".:．：" or head.group(1) == head.group(1).upper()


def is_loose_slug(line: str) -> bool:
    """True for a slug that could as well be a sentence: no capitals and no stop ("int kitchen")."""
    head = _HEAD.match(line.strip())
    return head is not None and head.group(1) != head.group(1).upper() and head.group()[-1] == " "


def time_of(words: str) -> TimeOfDay | None:
    """The time of day a slug's tail names ("NIGHT - FLASHBACK", "НОЧЬ"); None for none."""
    elsewhere = TIMES_ELSEWHERE.get(words.strip().upper())
    return elsewhere or find(TimeOfDay, words)


def read_slug(text: str, *, forced: bool = False, number: str = "") -> SceneHeading:
    """The typed heading of a slug line; a tail that names no time stays with the place."""
    mark = _NUMBER.search(text)
    if mark:
        text, number = text[: mark.start()], mark.group(1)
    written = text.strip()
    head = _HEAD.match(written)
    place, time = _part(written[head.end() :] if head else written)
    int_ext = _HEADS[head.group(1).upper()] if head else ""
    heading = SceneHeading(int_ext, place, time, number, forced or not is_slug(written))
    return heading if heading.text == written else replace(heading, written=written)


def _part(rest: str) -> tuple[str, str]:
    breaks = list(_BREAK.finditer(rest))
    for cut in breaks:
        # The first tail whose first piece names a time: "KITCHEN - NIGHT - FLASHBACK".
        tail = rest[cut.end() :]
        if time_of(_BREAK.split(tail)[0]) and rest[: cut.start()].strip():
            return rest[: cut.start()].strip(), tail.strip()
    return rest.strip(), ""

"""Reads a scene heading's words: inside or outside, the place, the time. Knows no scenes."""

from __future__ import annotations

import re

from memory.script import SceneHeading
from memory.vocabulary import TimeOfDay, find

_HEADS: dict[str, str] = {
    "INT./EXT": "INT/EXT", "EXT./INT": "INT/EXT", "INT/EXT": "INT/EXT", "EXT/INT": "INT/EXT",
    "I/E": "INT/EXT", "INTERIOR": "INT", "EXTERIOR": "EXT", "INT": "INT", "EXT": "EXT",
    "EST": "EXT", "ИНТ": "INT", "ЭКСТ": "EXT", "НАТ": "EXT", "ІНТ": "INT", "ЕКСТ": "EXT",
    "INNEN": "INT", "AUSSEN": "EXT", "AUßEN": "EXT", "内景": "INT", "外景": "EXT", "內景": "INT",
    "内": "INT", "外": "EXT",
}  # fmt: skip
_WORDS = sorted(_HEADS, key=len, reverse=True)
_HEAD = re.compile(
    rf"^({'|'.join(map(re.escape, _WORDS))})(?:[.．。:]\s*|\s+)(?=\S)", re.IGNORECASE
)
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
    """True when a line opens as a scene heading does, in any case and in a few other tongues."""
    return _HEAD.match(line.strip()) is not None


def time_of(words: str) -> TimeOfDay | None:
    """The time of day a slug's tail names ("NIGHT - FLASHBACK", "НОЧЬ"); None for none."""
    elsewhere = TIMES_ELSEWHERE.get(words.strip().upper())
    return elsewhere or find(TimeOfDay, words)


def read_slug(text: str, *, forced: bool = False, number: str = "") -> SceneHeading:
    """The typed heading of a slug line; a tail that names no time stays with the place."""
    mark = _NUMBER.search(text)
    if mark:
        text, number = text[: mark.start()], mark.group(1)
    head = _HEAD.match(text.strip())
    rest = text.strip()[head.end() :] if head else text.strip()
    place, time = _part(rest)
    int_ext = _HEADS[head.group(1).upper()] if head else ""
    return SceneHeading(int_ext, place, time, number, forced or head is None)


def _part(rest: str) -> tuple[str, str]:
    breaks = list(_BREAK.finditer(rest))
    for cut in breaks:
        # The first tail whose first piece names a time: "KITCHEN - NIGHT - FLASHBACK".
        tail = rest[cut.end() :]
        if time_of(_BREAK.split(tail)[0]) and rest[: cut.start()].strip():
            return rest[: cut.start()].strip(), tail.strip()
    return rest.strip(), ""

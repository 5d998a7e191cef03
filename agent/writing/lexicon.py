"""The writer's word tables, read once from data/; knows no idea, no story and no screenplay.

A table row is "key | cell | cell"; cells hold lists parted by "; ". A line that starts with # is a
remark. The tables are plain text, so that anyone can read and mend them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = tuple[str, ...]


def lines_of(table: str) -> list[str]:
    """The lines of a table in data/, without remarks; blank lines are kept."""
    text = files("agent.writing").joinpath("data", f"{table}.txt").read_text("utf-8")
    return [line.rstrip() for line in text.splitlines() if not line.startswith("#")]


@cache
def rows_of(table: str) -> tuple[Row, ...]:
    """The rows of a table, cells stripped."""
    return tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in lines_of(table) if line
    )


@cache
def words_of(table: str) -> dict[str, frozenset[str]]:
    """A table of word classes: "class: word word ..." rows, joined when a class comes twice."""
    classes: dict[str, frozenset[str]] = {}
    for line in lines_of(table):
        name, _, words = line.partition(":")
        if words:
            classes[name.strip()] = classes.get(name.strip(), frozenset()) | set(words.split())
    return classes


@cache
def names() -> dict[str, str]:
    """Name -> its pronoun, "she" or "he"."""
    return {row[0].split()[0]: row[0].split()[1] for row in rows_of("names")}


@cache
def first_names() -> dict[str, str]:
    """Names people give: name -> pronoun; ours and the common ones."""
    common = {name: who for who, row in words_of("firstnames").items() for name in row}
    return {**common, **names()}


@cache
def manners() -> dict[tuple[str, str], tuple[str, ...]]:
    """(intention, manner) -> the lines that do it."""
    bank: dict[tuple[str, str], list[str]] = {}
    for line in lines_of("manners"):
        key, _, words = line.partition(":")
        if words:
            intention, manner = key.split()
            bank.setdefault((intention, manner), []).append(words.strip())
    return {key: tuple(said) for key, said in bank.items()}


def cells(cell: str) -> tuple[str, ...]:
    """A cell's own list: "table; sink" -> ("table", "sink")."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())

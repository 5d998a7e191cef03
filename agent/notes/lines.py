"""The spoken lines a clause can mean; knows no intent."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, aim
from agent.notes.lexicon import content_words
from agent.notes.naming import people_in
from agent.notes.reading import Finding, ask, warn
from memory.film import Line, Shot

LINE = r"(?:lines?|dialogue|words|sentence|speech)"


Spoken = tuple[Shot, Line]


def lines_meant(clause: Clause, text: str = "") -> list[Spoken]:
    """The spoken lines a clause can mean: by quote, by shot, by speaker, "the last line"."""
    film = clause.film
    lines = [(film.shots[s], line) for s in film.order for line in film.shots[s].dialogue]
    quoted = [pair for pair in lines if any(alike(q, pair[1].line) for q in clause.note.quotes)]
    if quoted:
        return quoted
    text = text or clause.text
    found = (
        clause.reference
        if not text
        else clause.about(re.sub(rf"\b(?:first|last|final) {LINE}\b", " ", text))
    )
    shots = found.shots if found.explicit or found.shots else ()
    if found.explicit and not shots:
        return []
    who = people_in(re.sub(r"\b(?:to|say|says|have)\b.*quote\d", "", text), film)
    pool = [p for p in lines if not shots or p[0].id in shots]
    own = [p for p in pool if p[1].character in who]
    pool = own or pool
    topic = re.search(r"\b(?:about|mentioning) ([\w' ]+)$", text)
    wanted = content_words(topic[1]) if topic else set()
    pool = [p for p in pool if wanted & content_words(p[1].line)] or pool
    if re.search(rf"\b(?:last|final|closing) {LINE}\b", text):
        return pool[-1:]
    if re.search(rf"\b(?:first|opening) {LINE}\b", text):
        return pool[:1]
    if not shots and clause.situation.focused:
        here = [p for p in pool if p[0].id == clause.situation.focused]
        return here or pool
    return pool


OWNER = re.compile(rf"\b([\w-]+)'s (?:\w+ )?{LINE}\b|\b(his|her) {LINE}\b")


def _another_speaks(clause: Clause, text: str, lines: list[Spoken]) -> Finding | None:
    """Whose line is spoken of does not speak there: says who does, instead of taking theirs."""
    owner = OWNER.search(text)
    who = people_in(owner[1] or owner[2], clause.film) if owner else frozenset()
    if len(who) != 1 or not lines or any(line.character in who for _, line in lines):
        return None
    film = clause.film
    name = film.characters[next(iter(who))].name
    there = "; ".join(
        f'shot {film.number(s.id)}, {film.characters[line.character].name}: "{line.line}"'
        for s, line in lines[:4]
    )
    return ask(f"{name} has no line there. There is: {there} Which line do you mean?")


def alike(one: str, other: str) -> bool:
    """Whether two lines are the same words, or one is a good part of the other."""
    plain = [re.sub(r"[^\w ]+", "", t.lower().replace("’", "'")).strip() for t in (one, other)]
    return bool(plain[0]) and (plain[0] == plain[1] or (len(plain[0]) > 8 and plain[0] in plain[1]))


def one_line(clause: Clause, text: str = "") -> Spoken | Finding:
    """The one line meant; else the question, or why it cannot be touched."""
    found = clause.about(text or clause.text)
    if found.missing:
        return aim(clause, "change a line of", reference=found).problem or ask("Which line?")
    lines = lines_meant(clause, text or clause.text)
    if stranger := _another_speaks(clause, text or clause.text, lines):
        return stranger
    if not lines:
        where = f" in {clause.name(found.shots[0])}" if len(found.shots) == 1 else ""
        return ask(f"Nobody speaks{where}. Which line do you mean?", found.shots)
    if len(lines) > 1:
        said = "; ".join(f'shot {clause.film.number(s.id)} "{line.line}"' for s, line in lines[:5])
        return ask(f"Which line do you mean: {said}?")
    shot, _ = lines[0]
    if shot.locked:
        number = clause.film.number(shot.id)
        return warn(
            f"Shot {number} is locked, so its line stays as it is. Unlock shot {number} first?",
            (shot.id,),
        )
    return lines[0]

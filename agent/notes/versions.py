"""Notes on versions: a name for the film as it stands, and the way back to one."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, Kind, ask, edit_call
from memory.change import NameVersion, RestoreVersion

NAME = r"(?:the |a |an )?(?P<name>[\w][\w' -]{0,58}?)"
KEEP = (
    rf"\b(?:save|keep|mark|name|call|store|remember|bookmark|tag|snapshot) "
    rf"(?:this|it|the film|the cut|this cut|where we are)(?: version)?(?: now)? (?:as|under|for) "
    rf"(?:version )?{NAME}(?: please)?$|"
    r"\b(?:save|keep|call|name|mark) (?:this|it) version (?P<other>[\w][\w' -]{0,40}?)$|"
    r"^(?:save|keep|take|make) (?:a |this |the )?(?:version|snapshot)(?: of (?:this|it|the film))?"
    r"(?: (?:called|named|as) (?P<third>.+))?$"
)


@rule(KEEP, rank=8, whole=True, wordy=True)
def named(clause: Clause) -> Finding | None:
    """The film as it stands gets a name; nothing moves."""
    if clause.has(r"\bexport\b|\bmp4\b|\bpdf\b|\bas (?:an? )?(?:edl|xml|file|it is|is)\b"):
        return None
    if not clause.film.order:
        return ask("There is no film to keep yet. What is it about?")
    said = next((clause.match[g] for g in ("name", "other", "third") if clause.match[g]), "")
    name = clause.note.quotes[-1] if clause.note.quotes else clause.original(said).strip()
    if not name:
        return ask("What should this version be called?")
    call = edit_call((NameVersion(name=name[:60]),))
    return Finding(Kind.ACT, calls=(call,), say=f'Kept as version "{name[:60]}". Nothing moved.')


BACK = (
    r"\b(?:go back|return|revert|roll back|take (?:me|us|it) back|switch(?: back)?|restore|load|"
    r"reopen|bring back|give me back|i want) (?:to )?(?:the )?(?:(?:version|revision|v) ?\.?"
    r"(?P<number>\d{1,4})|version (?P<name>[\w][\w' -]{0,40}?)|"
    r"(?P<other>[\w][\w' -]{0,40}?) version)(?: (?:again|please|of the film))*$"
)
RELATIVE = re.compile(r"(?:previous|last|earlier|old|first|other|older|before)")


@rule(BACK, rank=7, whole=True, wordy=True)
def restored(clause: Clause) -> Finding | None:
    """Back to a version, as one step that can be undone."""
    number, film = clause.match["number"], clause.film
    name = clause.match["name"] or clause.match["other"] or ""
    if clause.note.quotes:
        name = clause.note.quotes[-1]
    if number is None and (RELATIVE.fullmatch(name) or clause.has(r"\btakes?\b|\bshot \d")):
        return None
    known = {key.lower(): key for key in film.versions}
    last = max((entry.revision for entry in clause.situation.history), default=0)
    there = [f'"{key}"' for key in film.versions]
    there += [f"versions 1 to {last}"] if last else []
    if (number and int(number) > last) or (number is None and name.lower() not in known):
        named_ones = f"There is: {', '.join(there)}." if there else "Nothing has been changed yet."
        return ask(f"There is no version {number or name}. {named_ones} Which one do you mean?")
    meant = number or known[name.lower()]
    call = edit_call((RestoreVersion(version=meant),))
    say = f"The film is as it was at version {meant}. Say undo to come back."
    return Finding(Kind.ACT, calls=(call,), say=say)

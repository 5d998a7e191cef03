"""Who of the cast a clause is about, and the question when it is nobody."""

from __future__ import annotations

from agent.notes.grammar import Clause, listed
from agent.notes.naming import people_in
from agent.notes.reading import Finding, ask
from memory.film import Character


def person_meant(clause: Clause) -> Character | None:
    """The one member of the cast a clause is about."""
    who = people_in(clause.text, clause.film)
    return clause.film.characters[next(iter(who))] if len(who) == 1 else None


def who_is_meant(clause: Clause, what: str) -> Finding:
    """The question for a note on nobody in particular."""
    names = listed((p.name for p in clause.film.characters.values()), "or")
    return ask(
        f"Who should {what}: {names}?" if names else "There is no cast yet. Who is in the film?"
    )

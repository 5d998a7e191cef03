"""Questions that are looked up: decisions, history, locks, any other."""

from __future__ import annotations

from agent.notes.grammar import Clause, describe, listed
from agent.notes.questions import question
from agent.notes.reading import Finding, Kind, ToolCall, answer


@question(
    r"\bwhat have (?:we|i) (?:decided|agreed|said)\b|\bwhat did (?:we|i) (?:decide|"
    r"agree|say)\b|\bour decisions\b|\bdo you remember\b|\bremind me\b|"
    r"\bwhat (?:was|were) (?:we|i)\b",
    rank=9,
    whole=True,
)
def decided(clause: Clause) -> Finding | None:
    """Decisions and facts on record."""
    return Finding(
        Kind.ANSWER,
        calls=(ToolCall("recall", {"question": clause.note.raw}),),
        say="From the record.",
    )


@question(
    r"\bwhat (?:has )?changed\b|\bwhat did (?:you|i) (?:just )?(?:change|do)\b|"
    r"\b(?:show (?:me )?the )?history\b|\blast change\b.*\?",
    rank=9,
    whole=True,
)
def changed(clause: Clause) -> Finding | None:
    """The last edits that stand."""
    edits = clause.situation.edits()[-5:]
    if not edits:
        return answer("Nothing has been changed yet.")
    return answer("The last edits: " + "; ".join(f'{e.revision}, "{e.words}"' for e in edits) + ".")


@question(
    r"\b(?:which|what|are any|is any|is)\b.*\b(?:shots? )?(?:is|are|\d+)? ?locked\b",
    rank=9,
    whole=True,
)
def locks(clause: Clause) -> Finding | None:
    """Which shots are locked."""
    locked = [s for s in clause.film.order if clause.film.shots[s].locked]
    if not locked:
        return answer("No shot is locked.")
    return answer(f"Locked: {listed(describe(clause.film, s) for s in locked)}.")


@question(
    r"\bshow (?:me )?(?:the )?(script|screenplay|shots?|shot list|cast|film|cut|"
    r"boards?|ledger|state|music|scenes?)\b|\blist (?:the |all )?(?:the )?(shots|"
    r"scenes|cast)\b",
    rank=30,
    whole=True,
)
def show(clause: Clause) -> Finding | None:
    """A part of the film on screen."""
    if clause.has(r"\bshot of\b|\bbetween\b|\bbefore\b|\bafter\b"):
        return None
    part = next(g for g in clause.match.groups() if g).split()[0]
    plain = {"screenplay": "script", "shot": "shots", "board": "boards", "scene": "scenes"}.get(
        part, part
    )
    return Finding(
        Kind.ANSWER, calls=(ToolCall("show_film", {"part": plain}),), say=f"Here: {plain}."
    )


@question(
    r"^(?:what|who|when|where|why|which|how|is|are|does|do|did|was|were|has|have)\b.*",
    rank=88,
    whole=True,
)
def any_question(clause: Clause) -> Finding | None:
    """Any other question is looked up in what is on record."""
    if not clause.note.raw.rstrip().endswith("?") and not clause.has(
        r"^(?:what|who|when|where|why|which|how)\b"
    ):
        return None
    if clause.has(
        r"\b(?:can|could|would) (?:you|we)\b|\bhow about\b|\bwhat (?:about|if)\b|"
        r"\bwhy (?:don't|not)\b"
    ):
        return None
    return Finding(
        Kind.ANSWER,
        calls=(ToolCall("recall", {"question": clause.note.raw}),),
        say="From the record.",
    )

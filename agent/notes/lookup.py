"""Questions that are looked up: decisions, history, locks, any other."""

from __future__ import annotations

from agent.notes.grammar import Clause, describe, listed
from agent.notes.naming import people_in
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


SEEN = r"(?:in|on|appears?|features?|seen?|shows?|has|have|with|includes?|contains?|present|there)"


@question(
    r"\b(?:which|what|how many|all the|every|list|show me the|any) (?:\w+ ){0,2}(?:shots?|"
    r"scenes?)\b"
    rf".*\b{SEEN}\b",
    r"\b(?:where|when|how often) (?:do|does|did|is|are|can)\b.*\b(?:appear|see|seen|show|come|"
    r"turn up|enter|feature|in)\b",
    r"^(?:is|does|are) \w+ (?:\w+ )?(?:in|on|appear|feature|turn up|show up|come)\b",
    rank=8,
)
def seen_in(clause: Clause) -> Finding | None:
    """In which shots somebody is, or which shots a scene or a place has."""
    film, found = clause.film, clause.reference
    who = people_in(clause.text, film)
    if clause.has(r"\b(?:lock|takes?\b|stale|lines?\b|say|speak|wear|too\b|render)"):
        return None
    pool = found.shots if found.explicit and found.shots else film.order
    if who:
        shots = [s for s in pool if who <= set(film.shots[s].subjects)]
        names = listed(film.characters[w].name for w in sorted(who))
        verb = "is" if len(who) == 1 else "are"
        return answer(f"{names} {verb} in {_numbered(clause, shots)}.")
    if found.explicit and found.scenes and found.shots:
        many = len(found.scenes) > 1
        scenes = listed(film.scene_order().index(s) + 1 for s in found.scenes)
        count, one = len(found.shots), len(found.shots) == 1
        told = f"{count} shot{'' if one else 's'}: " if clause.has(r"\bhow many\b") else ""
        return answer(
            f"Scene{'s' if many else ''} {scenes} {'have' if many else 'has'} "
            f"{told}{_numbered(clause, list(found.shots))}."
        )
    return None


def _numbered(clause: Clause, shots: list[str]) -> str:
    numbers = listed(clause.film.number(s) for s in shots)
    return f"shot{'s' if len(shots) != 1 else ''} {numbers}" if shots else "no shot"


@question(
    r"\bhow (?:many lines|much) (?:does|do|has|have)\b.*\b(?:have|say|speak|talk|got)\b",
    r"\bhow many lines\b",
    rank=8,
)
def lines_of(clause: Clause) -> Finding | None:
    """How many lines somebody has, and where."""
    film = clause.film
    who = people_in(clause.text, film)
    if len(who) != 1:
        return None
    person = film.characters[next(iter(who))]
    shots = [s for s in film.order for line in film.shots[s].dialogue if line.character in who]
    count = len(shots)
    where = f": {_numbered(clause, list(dict.fromkeys(shots)))}" if shots else ""
    return answer(f"{person.name} has {count} line{'' if count == 1 else 's'}{where}.")


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

"""Notes that lock, unlock, or leave a shot as it is."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, aim, listed, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding, Kind
from memory.change import Lock

LEVER = (
    r"(?:contrast|light|lighting|brightness|exposure|colou?rs?|framing|frame|size|lens|focus|camera|"
    r"move|movement|angle|composition|music|score|sound|mix|lines?|words|dialogue|pace|pacing|"
    r"length|timing|duration|wardrobe|performance|action|order|weather)"
)
SPARED = re.compile(
    rf"\b(?:leave|keep) the ({LEVER}) (?:alone|as (?:it )?is|as it was|the way it is|untouched|"
    rf"the same)\b|\b(?:don't|do not|without) (?:touch|touching|chang(?:e|ing)) the ({LEVER})\b"
)
"""What is to stay as it is, where it is no shot: "leave the contrast alone"."""


@rule(
    r"\bunlock\b|\block\b(?! (?:off|it off|the camera|the look)|-off)|\b(?:don't|"
    r"do not|never) (?:touch|change)\b|"
    r"\bkeep (?:\w+ ){0,5}(?:exactly )?(?:as (?:it )?is|as it stands|the way it is|"
    r"like (?:this|that))\b|\bfreeze the edit of\b|\bprotect\b|\bapprove[sd]?\b|"
    r"\b(?:is|are) (?:approved|final|perfect)\b|\bsign(?:ed)? off\b|"
    r"\bleave (?:\w+ ){0,4}(?:alone|as (?:it )?is)\b",
    rank=16,
)
def lock(clause: Clause) -> Finding | None:  # noqa: PLR0911
    """Lock and unlock shots and characters."""
    if clause.has(
        r"\bwhich\b|\bwhat\b|\bis (?:shot )?\d+ locked\b|\block(?:ed)? (?:off|"
        r"down)\b|\bapprove (?:the )?(?:budget|cost|spend)"
    ):
        return None
    spared = SPARED.search(clause.text)
    if spared:
        words = f"The {spared[1] or spared[2]} is left as it is."
        return Finding(Kind.NOOP, say=words, aside=(words,))
    unlock = clause.has(r"\bunlock\b")
    who = sorted(people_in(clause.text, clause.film))
    ref = clause.reference
    if (
        who
        and not ref.explicit
        and clause.has(r"\b(?:look|character|cast|design)\b|\b(?:un)?lock \w+$")
    ):
        gone = [w for w in who if clause.film.characters[w].locked == (not unlock)]
        if gone:
            names = listed(clause.film.characters[w].name for w in gone)
            return Finding(
                Kind.NOOP, say=f"{names} is {'unlocked' if unlock else 'locked'} already."
            )
        return Finding(changes=tuple(Lock(character=w, locked=not unlock) for w in who))
    if ref.missing or ref.candidates or not ref.shots:
        return aim(clause, "unlock" if unlock else "lock").problem
    changes = tuple(
        Lock(shot=s, locked=not unlock) for s in ref.shots if clause.film.shots[s].locked == unlock
    )
    if not changes:
        numbers = listed(clause.film.number(s) for s in ref.shots)
        return Finding(
            Kind.NOOP,
            say=f"Shot {numbers} is {'unlocked' if unlock else 'locked'} already.",
            shots=ref.shots,
        )
    return Finding(changes=changes, shots=ref.shots)


@rule(
    r"\bunchanged\b|\bno changes?\b|\b(?:shot )?\d+ (?:stays?|is (?:fine|"
    r"good))(?: (?:as it is|the same|put))?$",
    rank=17,
)
def untouched(clause: Clause) -> Finding | None:
    """Part of a longer note that says what is to stay."""
    found = clause.reference
    if not found.explicit or not found.shots:
        return None
    numbers = listed(clause.film.number(s) for s in found.shots)
    return Finding(Kind.NOOP, say=f"Shot {numbers} stays as it is.")

"""Real people: a likeness is declined, a photo needs a consent."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, Kind, ask
from agent.notes.who import person_meant


@rule(
    r"\b(?:look|looks|looking|sound|sounds|talk|talks|act|acts) (?:just |exactly |"
    r"more |a bit )?like\b|\bplayed by\b|\bstarring\b|\bwith the (?:face|voice|"
    r"likeness|looks) of\b|\bthe (?:face|voice|likeness) of\b|"
    r"\bresembl\w+\b|\b(?:in|with) \w+ \w+'s (?:voice|face)\b|"
    r"\bdeepfake\b|\bcast [\w '.-]+ (?:as|for)\b|\b(?:put|give|use) [\w .-]+'s (?:face|voice)\b|"
    r"\buse [\w ]+'s (?:face|voice|likeness)\b|"
    r"\bbe [\w ]+'s double\b",
    rank=5,
    whole=True,
    wordy=True,
)
def likeness(clause: Clause) -> Finding | None:
    """A real person's likeness is declined, with an alternative."""
    if clause.has(r"\bshots? \d|\bshot \d|\bmy (?:face|photo|voice)\b"):
        return None
    named = _stranger(clause)
    if not named:
        return None
    person = person_meant(clause) or next(iter(clause.film.characters.values()), None)
    who = person.name if person else "the character"
    voice = clause.has(r"\bvoice|\bsound|\btalk")
    kind = "voice" if voice else "likeness"
    offer = "age, pitch, pace and accent" if voice else "age, build, hair, face and manner"
    return Finding(
        Kind.DECLINE,
        say=f"I do not use a real person's {kind} without their leave, so {named} is "
        "out. Instead, describe the type for "
        f"{who} ({offer}), and I will cast that.",
    )


def _stranger(clause: Clause) -> str:
    """A capitalised name that is nobody's in this film."""
    film = clause.film
    ours = {w for p in film.characters.values() for w in p.name.split()}
    ours |= {w for place in film.locations.values() for w in place.name.split()}
    after = re.split(
        r"(?i)\b(?:like|by|starring|of|resembl\w+|cast|put|use|with|in|as)\b",
        clause.note.raw,
        maxsplit=1,
    )[-1]
    names = re.findall(r"\b[A-Z][\w'’-]+(?: (?:de |von |van |del |la )?[A-Z][\w'’-]+)*", after)
    strange = [
        n
        for n in names
        if not set(n.replace("'s", "").split()) & ours and n not in {"I", "INT", "EXT", "CU"}
    ]
    famous = re.search(
        r"\blike ((?:a |the )?(?:young |old )?(?:actor|president|king|queen|pope) \w+)", clause.text
    )
    return re.sub(r"['’]s$", "", strange[0]) if strange else famous[1] if famous else ""


@rule(
    r"\b(?:my|this|our|a|the|her|his|their|attached) (?:own )?(?:photo|picture|"
    r"selfie|face|portrait|headshot|image|likeness|photograph)s?\b.*\b(?:for|as|on|"
    r"face|look|character)\b|\buse (?:a |my |this )?(?:photo|selfie|headshot|"
    r"reference)\b",
    rank=14,
    whole=True,
    wordy=True,
)
def reference_photo(clause: Clause) -> Finding | None:
    """A photo as a reference needs the file and a consent."""
    if clause.has(r"\bexport\b|\bstills?\b|\bshots? \d"):
        return None
    person = person_meant(clause)
    who = f"for {person.name}" if person else "for the character"
    return ask(
        f"To use a photo {who} I need the file and the consent of the person in "
        "it. Can you attach it and confirm that "
        "they agree?"
    )

"""words + situation -> Reading: cuts a note into clauses and lets the rules read each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module

from agent.notes.families import FAMILIES
from agent.notes.foreign import in_language
from agent.notes.grammar import Clause, Rule, bare, listed
from agent.notes.normalise import Note, normalise
from agent.notes.reading import Finding, Kind, Reading, ToolCall, edit_call
from agent.notes.situation import Situation
from agent.notes.together import side_by_side
from agent.notes.wording import said, unread
from memory.change import AnyChange
from memory.diff import diff
from memory.edit import apply_all
from memory.errors import RoughcutError
from memory.film import Film

CUTS = re.compile(
    r"\s*(?:;|\. |, (?:and |then |but |also )?| and then | then | and also | but |"
    r" and |: (?=\w+ (?:it|the))|\bplus\b)\s*"
)
MOST_CLAUSES = 12


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, lowest rank first; within a rank, families in order."""
    modules = (import_module(f"agent.notes.{name}") for name in FAMILIES)
    found = [
        value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda r: r.rank))


def read(words: str, situation: Situation) -> Reading:
    """What a note asks for, as calls of the toolbox and a plain reply.

    Never raises for any words: what is not understood is asked about.
    """
    note = normalise(words, names_of(situation.film))
    if note.too_long or _is_pasted(words, situation):
        return _long_text(words, situation)
    if not note.text:
        return Reading(
            Kind.ASK,
            reply="What should I do? A shot number and a note are enough.",
            language=situation.language,
        )
    findings, lost = _findings(note, situation)
    return _reading(note, situation, findings, lost)


def read_on(words: str, situation: Situation, shot_id: str) -> tuple[AnyChange, ...]:
    """The changes a note would make if it had been said of another shot."""
    note = normalise(words, names_of(situation.film))
    number = situation.film.number(shot_id)
    text = re.sub(
        r"\b(shot )?\d+\b(?! ?(?:seconds?|mm|k\b|frames))", f"shot {number}", note.text, count=1
    )
    clause = Clause(note, text, situation, (shot_id,))
    return tuple(
        c for f in _read_clause(clause, whole=False) if f.kind is Kind.ACT for c in f.changes
    )


def names_of(film: Film) -> tuple[str, ...]:
    """The words of this film that are never typos."""
    people = [p.name for p in film.characters.values()]
    places = [place.name for place in film.locations.values()]
    texts = [
        f"{s.action} {s.composition} {' '.join(s.sfx)} {' '.join(s.lighting.practicals)}"
        for s in film.shots.values()
    ]
    worn = [
        w
        for p in film.characters.values()
        for w in (*p.wardrobe.values(), *p.props, p.hair, p.appearance)
    ]
    spoken = [line.line for s in film.shots.values() for line in s.dialogue]
    return (*people, *places, *texts, *worn, *spoken, film.title)


HEADING = re.compile(r"^\s*(?:INT|EXT|EST|I/E)[./ ]|^\s*FADE IN", re.MULTILINE)
STORY_WORDS = 40
"""More than this, said before there is a film, is its story and not a note."""


def _is_pasted(words: str, situation: Situation) -> bool:
    """Whether words are a screenplay or a story: what stands in one is filmed, never obeyed."""
    text = words.strip()
    if "\n" in text and HEADING.search(text):
        return True
    return situation.stage == "empty" and ("\n" in text or len(text.split()) > STORY_WORDS)


def _long_text(words: str, situation: Situation) -> Reading:
    if HEADING.search(words):
        call = ToolCall("write_film", {"script": words[:2_000_000], "idea": None, "seconds": None})
        return Reading(
            Kind.ACT, (call,), "I read this as a screenplay.", language=situation.language
        )
    if situation.stage == "empty":
        call = ToolCall("write_film", {"idea": words[:20_000], "script": None, "seconds": None})
        return Reading(
            Kind.ACT, (call,), "I read this as the story of the film.", language=situation.language
        )
    reply = (
        f"That is {len(words)} letters, longer than a note. Is it a script for a new "
        "film, or shall I read one part of it?"
    )
    return Reading(Kind.ASK, reply=reply, language=situation.language)


def _findings(note: Note, situation: Situation) -> tuple[list[Finding], list[str]]:
    whole = Clause(note, note.text, situation)
    if any(r.wordy and r.whole for r in _heard(whole)):
        return _read_clause(whole, whole=True), []
    pieces = clauses(whole)
    if len(pieces) == 1:
        found = _read_both(whole)
        return found, [] if found else pieces
    return _compound(whole, pieces)


def _compound(whole: Clause, pieces: list[str]) -> tuple[list[Finding], list[str]]:
    """Each piece in turn; numbers keep meaning the order at the moment of speaking."""
    findings: list[Finding] = []
    lost: list[str] = []
    situation = whole.situation
    inherited = _named_anywhere(whole, pieces)
    for text in pieces:
        heard = _read_both(Clause(whole.note, text, situation, inherited))
        findings += heard
        if not heard:
            lost.append(text)
        named = [f.shots for f in heard if f.shots]
        inherited = named[-1] if named else inherited
        situation = _after(situation, heard)
    return _sparing(findings, pieces, situation), lost


SPARED = re.compile(
    r"\b(?:keep|leave)\b.*\b(?:as (?:it |they )?(?:is|are|stands?)|alone|untouched|the way)\b|"
    r"\b(?:don't|do not) (?:touch|change)\b|\bunchanged\b|\bstays?\b"
)


def _sparing(findings: list[Finding], pieces: list[str], situation: Situation) -> list[Finding]:
    """What a longer note says is to stay as it is, stays so in the rest of the note."""
    told = [f for f in findings if f.shots and all(c.op == "lock" for c in f.changes)]
    spared = {s for f in told for s in f.shots if any(SPARED.search(p) for p in pieces)}
    if not spared or len(told) == len(findings):
        return findings
    out = []
    for finding in findings:
        if finding in told:
            numbers = listed(situation.film.number(s) for s in finding.shots)
            one = len(finding.shots) == 1
            words = f"Shot{'' if one else 's'} {numbers} stay{'s' if one else ''} as before."
            out.append(Finding(Kind.NOOP, say=words, aside=(words,), shots=finding.shots))
            continue
        kept = tuple(c for c in finding.changes if getattr(c, "shot", None) not in spared)
        out.append(replace(finding, changes=kept))
    return out


def _named_anywhere(whole: Clause, pieces: list[str]) -> tuple[str, ...]:
    """The shots the first piece is about when only a later one names them ("cooler, in 5")."""
    told = [text for text in pieces if not SPARED.search(text)] or pieces
    named = [Clause(whole.note, text, bare(whole.situation)).reference for text in told]
    shots = {r.shots for r in named if r.explicit and r.shots and not r.film}
    return shots.pop() if len(shots) == 1 and not named[0].explicit else ()


def _after(situation: Situation, heard: list[Finding]) -> Situation:
    """The moment after a piece, so that "unlock 7 and make it darker" can.

    Only locks count: every other piece is read against the film as it stood when the note began,
    so that numbers keep their meaning and "longer, two seconds more" is one step, not two.
    """
    locks = [c for f in heard if f.kind is Kind.ACT for c in f.changes if c.op == "lock"]
    return replace(situation, film=apply_all(situation.film, locks)) if locks else situation


def _heard(clause: Clause) -> Iterator[Rule]:
    """The first rule of the whole note that makes something of it, if any."""
    for rule in rules():
        match = rule.pattern.search(clause.text) if rule.whole else None
        if match and rule.read(replace(clause, match=match)) is not None:
            yield rule
            return


def _read_both(clause: Clause) -> list[Finding]:
    return _read_clause(clause, whole=True) or _read_clause(clause, whole=False)


def clauses(whole: Clause) -> list[str]:
    """The note cut where both sides have a lever of their own; the rest joins its neighbour."""
    pieces = _pieces(whole.text)
    out: list[str] = []
    waiting = ""
    for joint, part in pieces:
        piece = part
        if waiting:
            piece, waiting = f"{waiting}{joint}{part}", ""
        elif out and not _has_lever(whole, piece):
            out[-1] = f"{out[-1]}{joint}{piece}"
            continue
        if _has_lever(whole, piece):
            out.append(piece)
        else:
            waiting = piece
    if waiting:
        out = [*out[:-1], f"{out[-1]} {waiting}"] if out else [waiting]
    return out[:MOST_CLAUSES]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    at, joint = 0, ""
    for cut in CUTS.finditer(text):
        if cut.start() > at:
            yield joint, text[at : cut.start()].strip()
            joint = cut[0] if cut[0].strip() in {",", "and"} else f"{cut[0].rstrip()} "
        at = cut.end()
    if text[at:].strip():
        yield joint, text[at:].strip()


def _has_lever(whole: Clause, piece: str) -> bool:
    """Whether some rule makes something of a piece, told apart from merely finding a word in it."""
    clause = Clause(whole.note, piece, whole.situation, whole.situation.film.order[:1])
    return any(f.kind in {Kind.ACT, Kind.NOOP, Kind.WARN} for f in _read_both(clause))


def _read_clause(clause: Clause, *, whole: bool) -> list[Finding]:
    levers: list[Finding] = []
    for rule in rules():
        if whole is not rule.whole:
            continue
        match = rule.pattern.search(clause.text)
        if match is None:
            continue
        found = rule.read(replace(clause, match=match))
        if found is None:
            continue
        if not rule.lever and not levers:
            return [found]
        if rule.lever:
            levers.append(found)
    return levers


def _reading(note: Note, situation: Situation, findings: list[Finding], lost: list[str]) -> Reading:
    language = note.language if note.language != "en" else situation.language
    acting = [f for f in findings if f.kind is Kind.ACT and (f.changes or f.calls)]
    if not acting:
        first = findings[0] if findings else unread(note, situation)
        return Reading(
            first.kind,
            first.calls,
            in_language(first.say, language),
            notes=tuple(lost),
            language=language,
            signal=first.signal,
            options=first.options,
        )
    calls = tuple(c for f in acting for c in f.calls)
    aside = tuple(in_language(words, language) for words in _asides(findings, lost))
    try:
        changes = side_by_side(situation.film, [c for f in acting for c in f.changes])
        moved = diff(situation.film, apply_all(situation.film, changes))
    except RoughcutError as error:
        return Reading(
            Kind.WARN, reply=f"{error} Nothing moved.", notes=tuple(lost), language=language
        )
    if changes and not moved and not calls:
        return Reading(Kind.NOOP, reply="That is so already, so nothing moved.", language=language)
    plain = in_language(acting[0].say, language)
    text = said(moved, situation.film, language) if changes else plain
    reply = " ".join(filter(None, (text, *aside)))
    return Reading(Kind.ACT, _ordered(calls, changes), reply, aside, tuple(lost), language)


def _asides(findings: list[Finding], lost: list[str]) -> tuple[str, ...]:
    """What stays to be said beside the changes; of the questions, the first."""
    beside = [words for f in findings for words in f.aside]
    open_ones = [f.say for f in findings if f.kind in {Kind.ASK, Kind.WARN, Kind.PROPOSE}]
    if lost:
        beside.append(f'I did not read "{lost[0][:80]}".')
    return tuple(dict.fromkeys([*beside, *open_ones[:1]]))


def _ordered(calls: tuple[ToolCall, ...], changes: tuple[AnyChange, ...]) -> tuple[ToolCall, ...]:
    """What goes back first, then the edit, then what is made."""
    if not changes:
        return calls
    back = tuple(c for c in calls if c.name in {"undo", "redo"})
    rest = tuple(c for c in calls if c not in back)
    return (*back, edit_call(changes), *rest)

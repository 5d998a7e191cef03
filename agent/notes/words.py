"""Notes on what is said: lines, who says them, how, and the script."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.notes.grammar import Clause, aim, rule
from agent.notes.lines import LINE, alike, lines_meant, one_line
from agent.notes.naming import people_in
from agent.notes.normalise import Note
from agent.notes.reading import Finding, Kind, ask, propose, warn
from memory.change import AddLine, CutLine, RewriteLine
from memory.film import Line, mint


@rule(r"quote0\b.*\b(?:with|to|instead|becomes?|into)\b.*quote1\b", rank=9, whole=True, wordy=True)
def replace_quoted(clause: Clause) -> Finding | None:
    """One quoted line for another."""
    film = clause.film
    old, new = clause.note.quotes[:2]
    lines = [
        (film.shots[s], line)
        for s in film.order
        for line in film.shots[s].dialogue
        if alike(old, line.line)
    ]
    if not lines:
        return ask(f'Nobody says "{old}". Which line do you mean?')
    shot, line = lines[0]
    if shot.locked:
        return warn(
            f"Shot {film.number(shot.id)} is locked, so its line stays as it is. Unlock it first?",
            (shot.id,),
        )
    whole = (
        re.sub(re.escape(old.strip(".!?")), lambda _: new.strip(), line.line, flags=re.IGNORECASE)
        if len(old) < len(line.line) - 2
        else new
    )
    return Finding(changes=(RewriteLine(line=line.id, text=whole),), shots=(shot.id,))


SAYS = rf"\b(?:{LINE}|says?|saying|said|asks?|answers?|repl(?:y|ies)|whispers?|shouts?)\b"


@rule(
    rf"{SAYS}.*quote\d",
    r"quote\d.*\b(?:instead|for (?:his|her|that) line)\b",
    rank=10,
    whole=True,
    wordy=True,
)
def rewrite_quoted(clause: Clause) -> Finding | None:
    """New words for a line, in quotes; or a new line where nobody speaks."""
    if clause.has(r"\b(?:title|card|credits?|subtitle)\b"):
        return None
    words = clause.note.quotes[-1]
    head = re.sub(r"quote\d", " ", clause.text)
    if clause.has(r"\b(?:add|new|another|extra|also)\b"):
        return add_spoken(clause, words, head)
    clause_alone = Clause(clause.note, head, clause.situation, clause.inherited)
    lines = lines_meant(Clause(_unquoted(clause), head, clause.situation, clause.inherited), head)
    if not lines:
        return add_spoken(clause_alone, words, head)
    return _rewritten(Clause(_unquoted(clause), head, clause.situation), words, head)


def _unquoted(clause: Clause) -> Note:

    return replace(clause.note, quotes=())


def _rewritten(clause: Clause, words: str, head: str) -> Finding:
    meant = one_line(clause, head)
    if isinstance(meant, Finding):
        return meant
    shot, line = meant
    if line.line == words:
        return Finding(Kind.NOOP, say="That is the line already, so nothing moved.")
    return Finding(changes=(RewriteLine(line=line.id, text=words),), shots=(shot.id,))


@rule(
    rf"\b(?:change|make|replace|rewrite|swap|switch)\b.*\b{LINE}\b.*?\b(?:to|with|"
    r"into|as|be|say|:) (?!quote|sp?anish|be \w+er$|\w+er$)(\w.*)$",
    rank=19,
    whole=True,
    wordy=True,
)
def rewrite_plain(clause: Clause) -> Finding | None:
    """New words for a line, without quotes."""
    said = clause.match[1]
    if len(said.split()) < 2 or re.search(
        r"\b(?:shorter|longer|angrier|softer|quieter|louder|in \w+)$|^(?:shot|scene) \d|\bcamera\b",
        said,
    ):
        return None
    words = clause.original(said)
    words = words[0].upper() + words[1:] if words else words
    words = words if words[-1:] in ".?!…" else f"{words}."
    return _rewritten(clause, words, clause.text[: clause.match.start(1)])


def add_spoken(clause: Clause, words: str, head: str) -> Finding:
    """A new line: who says it, in which shot."""
    film = clause.film
    target = aim(clause, "put the line in")
    if target.problem:
        return target.problem
    shot = film.shots[target.shots[0]]
    who = sorted(people_in(head, film)) or list(shot.subjects)
    if len(who) != 1:
        names = " or ".join(film.characters[w].name for w in who) or "whom"
        return ask(f"Who says it in shot {film.number(shot.id)}, {names}?", (shot.id,))
    start = max([6, *(line.start + line.frames + 6 for line in shot.dialogue)])
    slot = max(12, round(len(words) / 14 * film.frame_rate) + 8)
    line = Line(
        id=mint("d"),
        character=who[0],
        line=words,
        start=start,
        frames=min(slot, 2880),
        off=who[0] not in shot.subjects,
    )
    return Finding(changes=(AddLine(shot=shot.id, line=line),), shots=(shot.id,))


@rule(
    rf"\b(?:cut|lose|delete|remove|drop|kill|take out|without|no)\b[\w' ]*?\b{LINE}\b",
    r"\b(?:just|make it|keep it) silen(?:ce|t)\b|\bsays? nothing\b|\bno talking\b|"
    r"\bdon't speak\b|\bwordless\b",
    rank=18,
)
def cut_line(clause: Clause) -> Finding | None:
    """A line goes."""
    if clause.has(
        r"\bmusic\b|\bsound\b|\btitle|\bwithout changing\b|\bfilm silent\b|"
        r"\bbreak the line\b|\bcross(?:es|ing)? the line\b"
    ):
        return None
    whole_shot = clause.has(
        r"\b(?:no|all|the) (?:dialogue|lines|words)\b|\bsilent\b|\bno talking\b|"
        r"\bwordless\b|\bnothing\b"
    )
    lines = lines_meant(clause)
    found = clause.reference
    if whole_shot and found.shots and lines:
        free = [(s, line) for s, line in lines if not s.locked and s.id in found.shots]
        if not free:
            return warn(
                f"Shot {clause.film.number(lines[0][0].id)} is locked, so its line "
                "stays. Unlock it first?"
            )
        target = aim(clause, "cut the lines of")
        return Finding(
            changes=tuple(CutLine(line=line.id) for _, line in free),
            aside=target.aside,
            shots=tuple(s.id for s, _ in free),
        )
    meant = one_line(clause)
    if isinstance(meant, Finding):
        return meant
    return Finding(changes=(CutLine(line=meant[1].id),), shots=(meant[0].id,))


@rule(
    rf"\b(?:give|swap|switch|change)\b.*\b(?:{LINE}|who (?:says|speaks)|speaker)\b",
    r"\b(?:should|must|could|let|have) (?:be the one to )?say (?:it|that|the line|"
    r"that line|this)\b|\bsays it instead\b",
    rank=17,
    whole=True,
)
def speaker(clause: Clause) -> Finding | None:
    """Another one says the line."""
    if clause.note.quotes or (
        clause.has(rf"\b{LINE}\b.* to \w+ \w+ \w+") and not clause.has(r"\bsay\b")
    ):
        return None
    film = clause.film
    named = re.search(
        r"\bto (\w+)(?: instead)?$|\b(\w+) (?:should|must|could|to) say|\b(?:let|"
        r"have) (\w+) say|\b(\w+) says it",
        clause.text,
    )
    who = people_in(next(g for g in named.groups() if g), film) if named else frozenset()
    if len(who) != 1:
        return None
    new = next(iter(who))
    text = clause.text.replace(named[0], " ") if named else clause.text
    meant = one_line(Clause(clause.note, text, clause.situation), text)
    if isinstance(meant, Finding):
        return meant
    shot, line = meant
    if line.character == new:
        if clause.has(rf"\b(?:{DELIVERY})\b"):
            return None  # Who says it is no news; how it is said is.
        return Finding(Kind.NOOP, say=f"{film.characters[new].name} says it already.")
    off = new not in shot.subjects
    aside = (
        (
            f"{film.characters[new].name} is not in that frame, so the line is "
            "heard from off screen.",
        )
        if off
        else ()
    )
    return Finding(
        changes=(RewriteLine(line=line.id, character=new, off=off),), aside=aside, shots=(shot.id,)
    )


DELIVERY = (
    r"whisper(?:ed|s|ing)?|shout(?:ed|s|ing)?|angr(?:y|ier|ily)|quiet(?:er|ly)?|"
    r"soft(?:er|ly)?|flat(?:ter|ly)?|louder|broken|cold(?:er|ly)?|warm(?:er|ly)?|"
    r"slow(?:er|ly)?|fast(?:er)?|sarcastic(?:ally)?|trembling|tired|sad(?:der|ly)?|"
    r"bitter(?:ly)?|hesitant(?:ly)?|gent(?:le|ly|ler)|deadpan|pleading|urgent(?:ly)?|"
    r"nervous(?:ly)?"
)


@rule(
    rf"\b(?:{LINE}|says?|saying|deliver(?:s|y|ed)?|read(?:s|ing)?|speaks?|"
    rf"whispers?|whispered)\b.*\b(?:{DELIVERY})\b|\b(?:{DELIVERY})\b.*\b(?:{LINE}|"
    r"delivery|reading)\b|\bwhisper(?:s|ed)? (?:it|that|the)\b",
    rank=37,
)
def delivery(clause: Clause) -> Finding | None:
    """How a line is said."""
    if clause.has(r"\bvoice\b|\bcamera\b|\bmusic\b|\bshorter\b"):
        return None
    how = re.search(rf"\b({DELIVERY})\b", clause.text)
    meant = one_line(clause)
    if isinstance(meant, Finding) or how is None:
        return meant if isinstance(meant, Finding) else None
    return Finding(changes=(RewriteLine(line=meant[1].id, delivery=how[1]),), shots=(meant[0].id,))


@rule(
    r"\b(?:pause|beat|silence|wait|breath)\b.*\b(?:before|ahead of|"
    rf"after)\b.*\b(?:{LINE}|speak\w*|says?|answer\w*)\b",
    rank=16,
)
def pause(clause: Clause) -> Finding | None:
    """A pause before a line: it starts later in its shot."""
    meant = one_line(clause)
    if isinstance(meant, Finding):
        return meant
    shot, line = meant
    from agent.notes.time import seconds_said

    later = line.start + clause.frames(seconds_said(clause.text) or 0.75)
    from memory.change import AnyChange, Retime

    changes: list[AnyChange] = [RewriteLine(line=line.id, start=later)]
    if later + line.frames > shot.frames:
        changes.append(Retime(shot=shot.id, frames=later + line.frames))
    return Finding(changes=tuple(changes), shots=(shot.id,))


CUTTABLE = re.compile(
    r",| (?:without|because|since|although|when|before|after|until|unless|"
    r"this (?:morning|evening)|yesterday|today|tonight|and|but|so that|to the|"
    r"in the|for the)\b",
    re.IGNORECASE,
)


@rule(
    rf"\b(?:shorter|shorten|trim|tighten|simpler|simplify)\b.*\b{LINE}\b|"
    rf"\b{LINE}\b.*\b(?:shorter|too long|simpler|wordy|shorten)\b",
    rank=15,
)
def shorter_line(clause: Clause) -> Finding | None:
    """A shorter line: what hangs on its end goes."""
    meant = one_line(clause)
    if isinstance(meant, Finding):
        return meant
    shot, line = meant
    cuts = [
        m.start() for m in CUTTABLE.finditer(line.line) if len(line.line[: m.start()].split()) >= 2
    ]
    if not cuts:
        return ask(
            f'"{line.line}" has nothing to trim by rule. What should be said in '
            f"shot {clause.film.number(shot.id)} instead?",
            (shot.id,),
        )
    end = "?" if line.line.rstrip().endswith("?") else "."
    return Finding(
        changes=(RewriteLine(line=line.id, text=line.line[: cuts[-1]].rstrip(" ,") + end),),
        shots=(shot.id,),
    )


@rule(
    r"\b(?:rewrite|rework|redraft|re-write|rethink)\b.*\b(?:scene|script|dialogue|"
    r"ending|opening|story|it)\b",
    rank=20,
    whole=True,
    wordy=True,
)
def rewrite_scene(clause: Clause) -> Finding | None:
    """A rewrite in words: two concrete ways, since rules do not invent dialogue."""
    film = clause.film
    found = clause.reference
    shots = found.shots or film.order
    so_that = re.search(r"\b(?:so that|so|such that|where|in which|with|to) (.+)$", clause.text)
    wish = clause.original(so_that[1]) if so_that else "your note"
    lines = [(s, line) for s in shots for line in film.shots[s].dialogue]
    locked = [f"shot {film.number(s)}" for s in shots if film.shots[s].locked]
    first = (
        f'change the line "{lines[0][1].line}" in shot {film.number(lines[0][0])}'
        if lines
        else "add a first line"
    )
    left = f" {', '.join(locked)} is locked and would stay." if locked else ""
    return propose(
        f'For "{wish}" I can, A: {first}; give me the words. Or B: keep the lines '
        "and turn the action of "
        f"shot {film.number(shots[0])}, so that it shows in the playing.{left} Which of the two?"
        if shots
        else "There is no script yet. What is the film about?"
    )

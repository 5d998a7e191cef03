"""Options: ready lists of changes that a vague note may mean, and the words that pick one.

An option is made of plain notes ("tighter", "slow push in"), read by the same rules as any other
note: what is offered is exactly what saying it would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.notes.grammar import Clause, bare, listed, rule
from agent.notes.reading import Finding, Kind, Option, propose
from memory.change import AnyChange
from memory.diff import diff
from memory.edit import apply_all
from memory.errors import RoughcutError

LETTERS = "ABC"
PICKS: tuple[tuple[str, str], ...] = (
    (r"a|1|one|(?:the )?first(?: one)?|erste[sr]?|primer[ao]?|premi(?:er|ère)|第一个", "A"),
    (r"b|2|two|(?:the )?second(?: one)?|zweite[sr]?|segund[ao]|deuxième|第二个", "B"),
    (r"c|3|three|(?:the )?third(?: one)?|dritte[sr]?|tercer[ao]?|troisième|第三个", "C"),
    (r"both|beide[s]?|ambos|les deux|两个都", "AB"),
)
FILLED = (
    r"(?:ok(?:ay)?|yes|yeah|sure|please|let's|i'd|i would|i|we|go|go with|do|try|take|use|pick|"
    r"choose|like|prefer|want|for|with|say|option|version|number|the|then|then|it|,|nimm|mach|"
    r"elige|prends)"
)
PICK = re.compile(
    rf"^(?:{FILLED} )*(?P<which>{'|'.join(words for words, _ in PICKS)})"
    r"(?: (?:please|then|it is|option|sounds good|works|is good|bitte|por favor))*$"
)
NEITHER = re.compile(r"^(?:neither|none(?: of (?:them|those))?|no thanks|keines|ninguno|aucun)$")


@rule(r".", rank=1, whole=True, wordy=True)
def pick(clause: Clause) -> Finding | None:
    """Plays the option that was picked, as one undo step."""
    offered = clause.situation.offered
    text = re.sub(r"[.!,;:()\"]", " ", clause.text)
    text = " ".join(text.split())
    if not offered or len(text.split()) > 8:
        return None
    if NEITHER.search(text):
        return Finding(Kind.NOOP, say="Left as it was, nothing moved.")
    found = PICK.search(text)
    if found is None:
        return None
    letters = next(ls for words, ls in PICKS if re.fullmatch(words, found["which"]))
    picked = [one for one in offered if one.letter in letters]
    if not picked:
        there = listed((one.letter for one in offered), "or")
        return Finding(Kind.ASK, say=f"There is no such option. {there}?")
    wordless = [one for one in picked if not one.changes]
    if wordless:
        return Finding(Kind.ASK, say=f"For {wordless[0].letter} I need your words. What exactly?")
    return Finding(changes=tuple(c for one in picked for c in one.changes))


def offer(
    clause: Clause,
    opening: str,
    ways: Iterable[tuple[str, Sequence[str]]],
    shots: Sequence[str],
    closing: str = "Which?",
) -> Finding | None:
    """A proposal of two or three ways, each made of notes on the same shots.

    Args:
        clause: the vague note.
        opening: the words before the options, such as 'For "more tension" in shots 1 and 2'.
        ways: what each does in words, and the notes it is made of; one that would move nothing
            is not offered.
        shots: the unlocked shots meant; a note that begins with "film: " is on the whole film.
        closing: the one question.

    Returns:
        None when no way would move anything.
    """
    made: list[Option] = []
    for words, notes in ways:
        changes = changes_of(clause, notes, shots)
        if changes and len(made) < len(LETTERS):
            made.append(Option(LETTERS[len(made)], words, changes))
    if not made:
        return None
    told = "; or ".join(f"{one.letter}: {one.words}" for one in made)
    return propose(f"{opening} I can {told}. {closing}", *made)


def changes_of(clause: Clause, notes: Sequence[str], shots: Sequence[str]) -> tuple[AnyChange, ...]:
    """The changes that these notes would make to these shots, without those that move nothing."""
    from agent.notes.read import read

    film, out = clause.film, []
    moment = bare(clause.situation)
    for note in notes:
        wide = note.removeprefix("film: ")
        spoken = [wide] if wide != note else [f"shot {film.number(s)}: {note}" for s in shots]
        for words in spoken:
            reading = read(words, moment)
            if reading.kind is Kind.ACT:
                out += _loaded(reading.changes)
    try:
        moved = diff(film, apply_all(film, out))
    except RoughcutError:
        return ()
    return tuple(out) if moved else ()


def _loaded(plain: Sequence[object]) -> list[AnyChange]:
    from memory.change import load_changes

    return load_changes(list(plain))

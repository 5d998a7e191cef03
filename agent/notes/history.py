"""Notes on what was: undo, corrections, earlier versions."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.notes.grammar import Clause, listed, rule
from agent.notes.lexicon import content_words
from agent.notes.reading import Finding, Kind, ToolCall, act, answer, ask, edit_call, warn
from agent.notes.situation import Entry
from memory.change import AnyChange

UNDO = (
    r"\bundo\b|\brevert\b|\btake (?:that|it) back\b|\bgo back (?:1|one|a|\d) steps?\b|"
    r"\bput (?:it|that|them|those) back\b|\bswap (?:them )?back\b|"
    r"\bnever ?mind (?:that|the)\b|\bscratch that\b|"
    r"\bctrl[- ]?z\b|\broll (?:it |that )?back\b|\bchange (?:it|that) back\b|"
    r"\bput (?:it|that|(?:shot )?\d+|the \w+) back (?:to )?(?:how|the way|like|as) "
    r"(?:it|that) (?:was|were)\b|"
    r"\bgo back to (?:how|what|the way) (?:it|that|things) (?:was|were)\b|\b(?:like|as|"
    r"the way) it was before\b|\btake back (?=(?:shot )?\d|the\b)|"
    r"\brestore (?:shot )?\d+\b|\b(?:shot )?\d+ (?:back )?(?:to )?(?:how|the way|like|as) it was\b"
)
KEPT = re.compile(
    r"[,;]? (?:but|and|only|though)\b,? .*\b(?:stays?|keep|keeps|leave|remains?|hang on|hold on|"
    r"not|"
    r"don't|stand|stands|still|fine|good)\b.*$|[,;] (?:leave|keep|don't touch) .*$|"
    r"[,;] [\w' ]+ stays?\b.*$"
)
"""What an undo is to leave as it is: no part of what goes back."""


@rule(UNDO, rank=8, whole=True)
def undo(clause: Clause) -> Finding | None:  # noqa: PLR0911
    """Undo the last, the last few, or one older thing by what it was about."""
    if clause.has(r"\bundo\b.*\b(?:but|and) (?:keep|make|not)\b") and clause.has(r"\bkeep\b"):
        return undo_but.read(clause)
    if clause.film.bin and clause.match[0].startswith("restore"):
        return None
    clause = _without_kept(clause)
    edits = clause.situation.noted()
    if not edits:
        return Finding(Kind.NOOP, say="There is nothing to undo.")
    count = re.search(
        r"\b(?:last |the last )?(\d+)\b (?:changes|edits|steps|things|notes|times)|"
        r"\blast (\d+)\b|\b(\d+) steps",
        clause.text,
    )
    if count:
        steps = int(next(g for g in count.groups() if g))
        return taken_back(clause, min(steps, len(edits)), None)
    if clause.has(r"\b(?:everything|all of it|all (?:the )?changes)\b"):
        return taken_back(clause, len(edits), None)
    meant = _entry_about(clause, _after(clause.text, UNDO), edits)
    if meant is None and re.search(r"\d", clause.match[0]):
        meant = _entry_about(clause, clause.match[0], edits)
    about = clause.has(r"\b(?:about|the one with|the change to)\b")
    if meant is None and about:
        last = _short(edits[-1].words)
        return ask(
            f'No change that still stands is about that. The last one was "{last}". Undo it?'
        )
    if meant and meant is not edits[-1]:
        return taken_back(clause, 1, meant.revision)
    return taken_back(clause, 1, None)


def _without_kept(clause: Clause) -> Clause:
    """The clause without what is to stay; as it is where nothing would be left to take back."""
    text = KEPT.sub("", clause.text)
    match = re.search(UNDO, text)
    return replace(clause, text=text, match=match) if match and text != clause.text else clause


def taken_back(clause: Clause, steps: int, revision: int | None) -> Finding:
    """The undo of the last steps, or of one older revision, and what it was in words."""
    edits = clause.situation.edits()
    meant = [e for e in edits if e.revision == revision] if revision else list(edits[-steps:])
    what = listed(f'"{_short(e.words)}"' for e in meant if e.words) or "the last change"
    call = ToolCall("undo", {"steps": steps, "revision": revision})
    return act(call, say=f"Undone: {what}. Everything else stands.")


def _after(text: str, pattern: str) -> str:
    return re.split(pattern, text, maxsplit=1)[-1]


def _entry_about(clause: Clause, text: str, edits: tuple[Entry, ...]) -> Entry | None:
    """The newest edit that a few words describe: by shot touched or by its own words."""
    if not text.strip() or re.fullmatch(
        r"\W*(?:that|it|this|please|the last (?:change|edit|one|thing)|last)?\W*", text
    ):
        return None
    shots = clause.about(text).shots
    if shots:
        return next((e for e in reversed(edits) if touched(e) & set(shots)), None)
    wanted = content_words(text)
    # Giving a version its name is no edit that its words describe.
    named = {at for at, e in enumerate(edits) if all(c.op == "name_version" for c in e.changes)}
    scored = [
        (len(wanted & content_words(e.words)), at) for at, e in enumerate(edits) if at not in named
    ]
    best = max(scored, default=(0, 0))
    return edits[best[1]] if best[0] else None


def touched(entry: Entry) -> set[str]:
    """The shots an edit named."""
    return {s for c in entry.changes if (s := getattr(c, "shot", None)) and isinstance(s, str)}


@rule(
    r"^(?:please |ok,? |let's )?(?:lose|drop|forget|ditch|scrap|remove|take out|take back) the "
    r"(?:extra|added|new|longer|shorter|slower|quicker|faster|\w{3,}er) (?!shot|one|take|version)"
    r"[\w' -]*?\b(?:on|in|of|from|for) (?:shot )?\d+",
    rank=7,
    whole=True,
    wordy=True,
)
def change_lost(clause: Clause) -> Finding | None:
    """One change of several goes back: "lose the longer hold on 5 but leave 6 brighter"."""
    text = KEPT.sub("", clause.text)
    shots = set(clause.about(text).shots)
    wanted = content_words(text)
    told = [e for e in clause.situation.edits() if touched(e) & shots]
    if not told:
        return None
    meant = max(told, key=lambda e: (len(wanted & content_words(e.words)), e.revision))
    return taken_back(clause, 1, meant.revision)


@rule(
    r"\b(?:keep|want|use|bring back|go back to|restore|give me back) the (?:old|"
    r"original|previous|earlier|first) (?:shot )?\w+\b",
    r"\bundo\b.*\bbut keep\b",
    rank=7,
    whole=True,
    wordy=True,
)
def undo_but(clause: Clause) -> Finding | None:
    """One older thing goes back, a later or other one stays."""
    if clause.has(r"\btakes?\b|\bversion of the film\b"):
        return None
    back = re.split(r"\bbut\b", clause.text)[0]
    edits = clause.situation.edits()
    if not edits:
        return None
    text = re.sub(r".*\b(?:old|original|previous|earlier|undo)\b", "", back)
    text = re.sub(r"^ ?(\d)", r" shot \1", text)
    meant = _entry_about(clause, text, edits)
    if meant is None:
        return None
    return taken_back(clause, 1, meant.revision)


@rule(
    r"\bnot (?:shot )?(\d+)\b.*\b(?:meant|mean|but|i said|do)\b (?:shot )?(\d+)",
    r"\bi meant (?:shot )?(\d+)(?:,? not (?:shot )?(\d+))?",
    r"\b(?:wrong shot|no),? (?:i meant |make (?:it|that) )(?:shot )?(\d+)",
    rank=6,
    whole=True,
    wordy=True,
)
def correction(clause: Clause) -> Finding | None:
    """Reads "not 4, I meant 5": the last edit goes back and is played on the right shot."""
    groups = clause.match.groups()
    right = int(groups[1] or groups[2] or groups[4] or 0)
    found = clause.about(f"shot {right}")
    edits = clause.situation.edits()
    if found.missing or not found.shots:
        return ask(f"There is no shot {right}. {clause.film.extent()} Which one did you mean?")
    unheard = _unheard(clause, found.shots[0])
    if unheard or not edits:
        return unheard
    wrong = {s for c in edits[-1].changes if (s := getattr(c, "shot", None))}
    if len(wrong) != 1:
        return None
    if clause.film.shots[found.shots[0]].locked:
        return warn(f"Shot {right} is locked, so nothing moved. Unlock it first?", found.shots)
    again = _played_on(clause, edits[-1], found.shots[0])
    return Finding(
        calls=(ToolCall("undo", {"steps": 1, "revision": edits[-1].revision}), edit_call(again)),
        say=corrected(clause, wrong, right),
        shots=found.shots,
    )


def _unheard(clause: Clause, shot_id: str) -> Finding | None:
    """The note before, when it moved nothing ("shot 9 brighter"), read on the shot meant."""
    from agent.notes.read import read_on

    words, edits = clause.situation.previous_words, clause.situation.edits()
    if not words or (edits and edits[-1].words == words):
        return None
    changes = read_on(words, clause.situation, shot_id)
    return Finding(changes=changes, shots=(shot_id,)) if changes else None


def corrected(clause: Clause, wrong: set[str], right: int) -> str:
    """Says which shot is back as it was and which one has the change now."""
    back = listed(clause.film.number(s) for s in wrong if s in clause.film.order)
    return (
        f"Shot {back} is back as it was; shot {right} has the change now."
        if back
        else f"Shot {right} has the change now."
    )


def _played_on(clause: Clause, entry: Entry, shot_id: str) -> tuple[AnyChange, ...]:
    """The last words read again for another shot: relative steps start from its own values."""
    from agent.notes.read import read_on

    changes = read_on(entry.words, clause.situation, shot_id)
    return changes or tuple(c.model_copy(update={"shot": shot_id}) for c in entry.changes)


@rule(
    r"^(?:let's |we |can we )?start (?:all )?over$|\bstart from scratch\b|"
    r"\breset (?:the film|everything)\b",
    rank=9,
    whole=True,
)
def start_over(clause: Clause) -> Finding | None:
    """Starting over loses work, so it is asked about."""
    count = len(clause.situation.edits())
    return ask(
        f"Start over how: undo all {count} changes, or a new film beside this one, which stays?"
    )


LOOK = (
    r"\b(?:see|show|look at|look like|looked like|view|watch|play|compare|have a look|put up|"
    r"bring up|screen)\b"
)
ONCE = (
    r"(?:as|how|like|the way|what) (?:it|that|this|he|she|they|things|shot \d+|\d+|\w+) "
    r"(?:was|were|looked|had been)|before (?:i|we|you)\b|before (?:the|that|this|my|her|his|our) "
    r"[\w' ]*(?:changed?|edit|note|was|were|went|got)\b|\bbefore(?: that| this)?\??$|"
    r"\bversion (?:with|where|from before|before)\b"
)


@rule(
    rf"{LOOK}.*\b(?:{ONCE})",
    r"\bwhat (?:did|was) (?:it|that|shot \d+|\w+)\b.*\bbefore\b",
    r"\bshow (?:me )?(?:the |an? )?(?:old|earlier|previous|cut|version|"
    r"film)\b.*\b(?:before|from)\b|\b(?:old|earlier|previous) (?:version|cut)\b|"
    r"\bversion (?:from )?before\b|\bcompare (?:with|to|it with) (?:the )?(?:old|"
    r"before|previous|earlier)",
    rank=7,
    whole=True,
    wordy=True,
)
def version(clause: Clause) -> Finding | None:
    """An older state, shown beside the working one, which stays."""
    if clause.has(
        r"\b(?:go|put|get|take|bring|switch|revert|change|roll|return) (?:\w+ ){0,2}back\b|"
        r"\binsert\b|"
        r"\badd\b|\bshot of\b|\bundo\b"
    ):
        return None
    edits = clause.situation.edits()
    if not edits:
        return answer("There is no earlier version: nothing has been changed yet.")
    meant = _entry_about(clause, clause.text, edits) or edits[-1]
    return answer(
        f'The version before "{meant.words}" is revision {meant.revision - 1}. The '
        "working film keeps the change; "
        f'say "undo {_short(meant.words)}" to go back to that earlier version.'
    )


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "…"

"""Notes on what was: undo, redo, retakes, takes, versions, locks."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.notes.grammar import Clause, aim, each, listed, rule
from agent.notes.lexicon import ORDINALS, content_words
from agent.notes.reading import Finding, Kind, ToolCall, act, answer, ask, edit_call, warn
from agent.notes.reference import people_in
from agent.notes.situation import Entry
from memory.change import AnyChange, ChooseTake, Lock, Retake
from memory.film import Shot

UNDO = r"\bundo\b|\brevert\b|\btake (?:that|it) back\b|\bgo back (?:1|one|a|\d) steps?\b|\bput (?:it|that) back\b|\bnever ?mind (?:that|the)\b|\bscratch that\b|\bctrl[- ]?z\b|\broll (?:it |that )?back\b|\bchange (?:it|that) back\b|\bgo back to (?:how|what|the way) (?:it|that|things) (?:was|were)\b|\b(?:like|as|the way) it was before\b"


@rule(UNDO, rank=8, whole=True)
def undo(clause: Clause) -> Finding | None:
    """Undo the last, the last few, or one older thing by what it was about."""
    if clause.has(r"\bundo\b.*\b(?:but|and) (?:keep|make|not)\b") and clause.has(r"\bkeep\b"):
        return undo_but.read(clause)
    edits = clause.situation.edits()
    if not edits:
        return Finding(Kind.NOOP, say="There is nothing to undo.")
    count = re.search(
        r"\b(?:last |the last )?(\d+)\b (?:changes|edits|steps|things|notes|times)|\blast (\d+)\b|\b(\d+) steps",
        clause.text,
    )
    if count:
        steps = int(next(g for g in count.groups() if g))
        return taken_back(clause, min(steps, len(edits)), None)
    if clause.has(r"\b(?:everything|all of it|all (?:the )?changes)\b"):
        return taken_back(clause, len(edits), None)
    meant = _entry_about(clause, _after(clause.text, UNDO), edits)
    if meant and meant is not edits[-1]:
        return taken_back(clause, 1, meant.revision)
    return taken_back(clause, 1, None)


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
    scored = [(len(wanted & content_words(e.words)), at) for at, e in enumerate(edits)]
    best = max(scored, default=(0, 0))
    return edits[best[1]] if best[0] else None


def touched(entry: Entry) -> set[str]:
    """The shots an edit named."""
    return {s for c in entry.changes if (s := getattr(c, "shot", None)) and isinstance(s, str)}


@rule(
    r"\b(?:keep|want|use|bring back|go back to|restore|give me back) the (?:old|original|previous|earlier|first) (?:shot )?\w+\b",
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
    """ "Not 4, I meant 5": the last edit goes back and is played on the right shot."""
    groups = clause.match.groups()
    right = int(groups[1] or groups[2] or groups[4] or 0)
    found = clause.about(f"shot {right}")
    edits = clause.situation.edits()
    if found.missing or not found.shots:
        return ask(f"There is no shot {right}. {clause.film.extent()} Which one did you mean?")
    if not edits:
        return None
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


def corrected(clause: Clause, wrong: set[str], right: int) -> str:
    """Says which shot is back as it was and which one has the change now."""
    back = listed(clause.film.number(s) for s in wrong if s in clause.film.order)
    return (
        f"Shot {back} is back as it was; shot {right} has the change now."
        if back
        else f"Shot {right} has the change now."
    )


def _played_on(clause: Clause, entry: Entry, shot_id: str) -> tuple[AnyChange, ...]:
    """The last words read again for another shot, so that relative steps start from its own values."""
    from agent.notes.read import read_on

    changes = read_on(entry.words, clause.situation, shot_id)
    return changes or tuple(c.model_copy(update={"shot": shot_id}) for c in entry.changes)


@rule(
    r"^(?:please )?redo(?: (?:that|it|please))*$|^(?:re-apply|reapply|put it back again)(?: (?:that|it))*$",
    rank=9,
    whole=True,
)
def redo(clause: Clause) -> Finding | None:
    """Alone after an undo: applies again. Else the shot in view is shot again."""
    last = clause.situation.history[-1] if clause.situation.history else None
    if last is not None and last.kind == "undo":
        return act(ToolCall("redo"), say="Applied again.")
    if clause.situation.focused:
        return each(clause, "shoot again", _again(clause))
    return ask("Nothing was undone just now. Which shot should I shoot again?")


def _again(clause: Clause) -> Callable[[Shot], Retake]:
    def retaken(shot: Shot) -> Retake:
        return Retake(shot=shot.id, seed=next_seed(clause, shot))

    return retaken


def next_seed(clause: Clause, shot: Shot, ahead: int = 1) -> int:
    """A seed no take of the shot has had: takes are numbered, seeds follow."""
    takes = clause.situation.takes.get(shot.id)
    return max(shot.seed, len(takes.names) if takes else 0) + ahead


@rule(
    r"\b(?:different|new|another) seed\b|\bre-?roll\b|\b(?:another|one more|new|fresh) take\b|\btry (?:shot )?\d+ again\b|\bagain\b|\bredo\b|\bshoot (?:shot )?\d+ again\b|\bdo (?:it|that|\w+ ?\d*) (?:again|over)\b|\bregenerate\b|\bre-?render (?:shot )?\d+",
    rank=70,
)
def retake(clause: Clause) -> Finding | None:
    """The same again with a new seed: performance and texture vary, nothing else."""
    if clause.has(r"\b(?:undo|say (?:it|that) again|tell me again|ask)\b"):
        return None
    return each(clause, "shoot again", _again(clause))


@rule(
    r"\b(\d+) (?:different |more |new |other )?(?:versions?|variations?|takes|options?|alternatives|alts)\b|\ba few (?:versions|variations|takes|options|alternatives)\b|\b(?:some|give me) (?:alts|alternatives|variations|options)\b",
    rank=15,
)
def versions(clause: Clause) -> Finding | None:
    """Several takes of a shot; the one in the cut stays until one is chosen."""
    count = min(6, int(clause.match[1] or 3))
    text = clause.text.replace(clause.match[0], " ")
    target = aim(
        clause,
        "shoot several takes of",
        reference=Clause(clause.note, text, clause.situation, clause.inherited).reference,
    )
    if target.problem:
        return target.problem
    calls: list[ToolCall] = []
    for number in range(1, count + 1):
        again = tuple(
            Retake(shot=s, seed=next_seed(clause, clause.film.shots[s], number))
            for s in target.shots
        )
        calls += [edit_call(again), ToolCall("shoot", {"shots": list(target.shots)})]
    kept = tuple(
        ChooseTake(shot=s, take=shelf.active)
        for s in target.shots
        if (shelf := clause.situation.takes.get(s)) and shelf.active
    )
    if kept:
        calls.append(edit_call(kept))
    numbers = listed(clause.film.number(s) for s in target.shots)
    aside = (*target.aside, "The take in the cut stays until you choose one.")
    return Finding(
        calls=tuple(calls),
        say=f"Shooting {count} takes of shot {numbers}.",
        aside=aside,
        shots=target.shots,
    )


@rule(
    r"\b(?:previous|earlier|last|old|first|second|third|newest|latest|other|original) takes?\b|\btake (?:t)?(\d+)\b|\bt(\d)\b",
    rank=22,
)
def choose(clause: Clause) -> Finding | None:
    """Another take of a shot goes into the cut."""
    if clause.has(
        r"\?|\bwhich\b|\bwhat\b|\bcompare\b|\bdelete\b|\bhow many\b|\blike\b.*\bbetter\?"
    ):
        return None
    text = re.sub(
        r"\btakes? t?\d+\b|\bt\d\b|\b(?:first|second|third|last) takes?\b", " ", clause.text
    )
    found = Clause(clause.note, text, clause.situation, clause.inherited).reference
    target = aim(clause, "choose a take of", reference=found)
    if target.problem:
        return target.problem
    shot = target.shots[0]
    shelf = clause.situation.takes.get(shot)
    names = shelf.names if shelf else ()
    number = clause.film.number(shot)
    if not names:
        return ask(f"Shot {number} has no takes yet. Shall I shoot it?", (shot,))
    wanted = _take_meant(clause, list(names), shelf.active if shelf else None)
    if wanted is None:
        return ask(f"Shot {number} has {listed(names)}. Which one?", (shot,))
    if shelf and wanted == shelf.active:
        return Finding(
            Kind.NOOP, say=f"Shot {number} plays {wanted} already, so nothing moved.", shots=(shot,)
        )
    return Finding(changes=(ChooseTake(shot=shot, take=wanted),), shots=(shot,))


def _take_meant(clause: Clause, names: list[str], active: str | None) -> str | None:
    number = re.search(r"\btake t?(\d+)\b|\bt(\d+)\b", clause.text)
    if number:
        wanted = int(number[1] or number[2])
        return next(
            (n for n in names if n == f"t{wanted}"),
            names[wanted - 1] if wanted <= len(names) else None,
        )
    ordinal = re.search(rf"\b({'|'.join(ORDINALS)}|original) take", clause.text)
    if ordinal:
        at = ORDINALS.get(ordinal[1], 1)
        return names[at - 1] if at <= len(names) else None
    at_now = names.index(active) if active in names else len(names) - 1
    if clause.has(r"\b(?:newest|latest|last)\b"):
        return names[-1]
    if clause.has(r"\bother\b") and len(names) == 2:
        return names[1 - at_now]
    return names[at_now - 1] if at_now > 0 else None


@rule(
    r"\bunlock\b|\block\b(?! (?:off|it off|the camera|the look)|-off)|\b(?:don't|do not|never) (?:touch|change)\b|\bkeep (?:\w+ ){0,5}(?:exactly )?(?:as (?:it )?is|as it stands|the way it is|like (?:this|that))\b|\bfreeze the edit of\b|\bprotect\b|\bapprove[sd]?\b|\b(?:is|are) (?:approved|final|perfect)\b|\bsign(?:ed)? off\b|\bleave (?:\w+ ){0,4}(?:alone|as (?:it )?is)\b",
    rank=16,
)
def lock(clause: Clause) -> Finding | None:
    """Lock and unlock shots and characters."""
    if clause.has(
        r"\bwhich\b|\bwhat\b|\bis (?:shot )?\d+ locked\b|\block(?:ed)? (?:off|down)\b|\bapprove (?:the )?(?:budget|cost|spend)"
    ):
        return None
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
    r"\bunchanged\b|\bno changes?\b|\b(?:shot )?\d+ (?:stays?|is (?:fine|good))(?: (?:as it is|the same|put))?$",
    rank=17,
)
def untouched(clause: Clause) -> Finding | None:
    """Part of a longer note that says what is to stay."""
    found = clause.reference
    if not found.explicit or not found.shots:
        return None
    numbers = listed(clause.film.number(s) for s in found.shots)
    return Finding(Kind.NOOP, say=f"Shot {numbers} stays as it is.")


@rule(
    r"^(?:let's |we |can we )?start (?:all )?over$|\bstart from scratch\b|\breset (?:the film|everything)\b",
    rank=9,
    whole=True,
)
def start_over(clause: Clause) -> Finding | None:
    """Starting over loses work, so it is asked about."""
    count = len(clause.situation.edits())
    return ask(
        f"Start over how: undo all {count} changes, or a new film beside this one, which stays?"
    )


@rule(
    r"\bshow (?:me )?(?:the |an? )?(?:old|earlier|previous|cut|version|film)\b.*\b(?:before|from)\b|\b(?:old|earlier|previous) (?:version|cut)\b|\bversion (?:from )?before\b|\bcompare (?:with|to|it with) (?:the )?(?:old|before|previous|earlier)",
    rank=9,
    whole=True,
    wordy=True,
)
def version(clause: Clause) -> Finding | None:
    """An older state, shown beside the working one, which stays."""
    edits = clause.situation.edits()
    if not edits:
        return answer("There is no earlier version: nothing has been changed yet.")
    meant = _entry_about(clause, clause.text, edits) or edits[-1]
    return answer(
        f'The version before "{meant.words}" is revision {meant.revision - 1}. The working film keeps the change; '
        f'say "undo {_short(meant.words)}" to go back to that earlier version.'
    )


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "…"

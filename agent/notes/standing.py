"""Where the film stands: how much is written, boarded and shot, and the one next step."""

from __future__ import annotations

from agent.notes.grammar import Clause, listed, rule
from agent.notes.reading import Finding, answer
from memory.timing import to_seconds

NEXT = {
    "empty": "Tell me what the film is about.",
    "script": 'Say "show me the boards".',
    "boards": 'Say "shoot it", or give a note on a board.',
    "takes": 'Say "finish it", or give a note on a shot.',
    "cut": "Give a note on a shot, or say what to export.",
}


@rule(
    r"\bwhere (?:do|are) we\b(?: stand| at| now)?",
    r"\bwhat(?:'s| is) the (?:status|state)(?: of \w+)*|\bstatus(?: report)?\??$",
    r"\bhow far (?:are|along are) we\b|\bcatch me up\b|\bsum (?:it |this )?up\b",
    r"\bwhat(?:'s| is) (?:left|missing|next)(?: to do)?\??$|\bwhat do we have(?: so far)?\b",
    rank=12,
    whole=True,
    wordy=True,
)
def standing(clause: Clause) -> Finding | None:
    """Length, scenes, shots, what plays, what is locked, and what comes next."""
    film, situation = clause.film, clause.situation
    if not film.order:
        return answer(f"There is no film yet. {NEXT['empty']}")
    if clause.has(r"\bshot \d|\bscene \d|\bwhere (?:are|do) we (?:in|see)\b"):
        return None
    seconds = to_seconds(film.frames, film.frame_rate)
    scenes = len({film.shots[s].scene for s in film.order})
    told = [
        f"{film.title} runs {seconds:g} s: {scenes} scene{'s' if scenes > 1 else ''}, "
        f"{len(film.order)} shots."
    ]
    states = {s: situation.takes[s].status for s in film.order if s in situation.takes}
    shot = [s for s, state in states.items() if state not in ("missing", "board", "")]
    stale = [film.number(s) for s, state in states.items() if state == "stale"]
    if shot:
        told.append(
            "All of them are shot." if len(shot) == len(film.order) else f"{len(shot)} are shot."
        )
    if stale:
        told.append(f"Older than the film by now: shot {listed(stale)}.")
    locked = [film.number(s) for s in film.order if film.shots[s].locked]
    if locked:
        told.append(f"Locked: shot {listed(locked)}.")
    stage = situation.stage if shot or situation.stage in ("script", "boards") else "takes"
    return answer(" ".join([*told, NEXT[stage]]))

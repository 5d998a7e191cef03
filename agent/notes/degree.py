"""Notes that go on from the last one: "a touch less", "more", "too much", "even warmer".

They name no shot and no lever of their own: both are the last edit's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agent.notes.grammar import Clause, rule
from agent.notes.lexicon import amount
from agent.notes.reading import Finding
from memory.change import AnyChange
from memory.film import Film

HALF = 0.5
"""Share of the last step that "more" goes on and "less" goes back."""
AMOUNT = (
    r"(?:(?:just |only )?(?:a (?:touch|hair|bit|little|little bit|tad|lot)|slightly|much|way|half|"
    r"still|even|no,?|ok,?|but|yes,?|good,?|nice,?) )*"
)
MORE = r"(?:more|further|again as much|stronger|keep going|go (?:further|on)|not enough|push it)"
LESS = (
    r"(?:less|not (?:so|that|as) (?:much|far|strong)|too (?:much|far|strong|heavy)|"
    r"back (?:it )?off(?: a (?:touch|bit|little))?|ease (?:it )?(?:off|back)|tone it down|"
    r"pull (?:it )?back(?: a (?:touch|bit|little))?|halfway back|half of that|by half)"
)
LEVERS: dict[str, Callable[[Film, Any], Any]] = {
    "relight": lambda film, change: film.shots[change.shot].lighting,
    "retime": lambda film, change: film.shots[change.shot],
    "dress": lambda film, change: film.shots[change.shot],
    "reframe": lambda film, change: film.shots[change.shot],
    "music": lambda film, _change: film.music,
    "mix": lambda film, _change: film.mix,
    "restyle": lambda film, _change: film.style,
}
"""Changes with steps, and the part of the film whose fields they set."""


@rule(rf"^{AMOUNT}(?:{MORE}|{LESS})(?: (?:please|then|now|of that|than that|so))?$", rank=14)
def further(clause: Clause) -> Finding | None:
    """The last edit goes on by a part of its own step, or comes back by one."""
    edits = clause.situation.edits()
    if not edits or not edits[-1].words or not clause.situation.history:
        return None
    back = clause.has(rf"\b(?:{LESS})\b")
    size = 0.25 if clause.has(r"\ba (?:touch|hair|tad)\b") else HALF
    if clause.has(r"\b(?:much|way|a lot|again as much)\b") and not clause.has(r"\bnot\b|\btoo\b"):
        size = min(1.0, HALF * amount(clause.text))
    changes = tuple(
        moved
        for change in edits[-1].changes
        if (moved := _moved(clause, change, edits[-1].words, -size if back else size)) is not None
    )
    shots = tuple(dict.fromkeys(s for c in changes if (s := getattr(c, "shot", None))))
    return Finding(changes=changes, shots=shots) if changes else None


def _moved(clause: Clause, change: AnyChange, words: str, share: float) -> AnyChange | None:
    """A change of the last edit, moved on by a share of the step its words would make now."""
    step = _same_again(clause, change, words)
    if step is None:
        return None
    part = LEVERS[change.op](clause.film, change)
    fields: dict[str, Any] = {}
    for name, wanted in step.given("op", "shot").items():
        now = getattr(part, name, None)
        if isinstance(wanted, int | float) and isinstance(now, int | float) and wanted != now:
            there = now + (wanted - now) * share
            fields[name] = round(there) if isinstance(now, int) else round(there, 4)
    if not fields:
        return None
    if hasattr(change, "shot"):
        fields["shot"] = change.shot
    moved: AnyChange = type(change).model_validate(fields)
    return moved


def _same_again(clause: Clause, change: AnyChange, words: str) -> Any:
    """What the last note would do if it were said once more of the same thing."""
    from agent.notes.read import read, read_on

    if change.op not in LEVERS:
        return None
    shot = getattr(change, "shot", None)
    if shot is not None and shot not in clause.film.shots:
        return None
    if isinstance(shot, str):
        again: Any = read_on(words, clause.situation, shot)
    else:
        from memory.change import load_changes

        again = load_changes(list(read(words, clause.situation).changes))
    return next((one for one in again if one.op == change.op), None)

"""Notes that make one shot of two, or two of one: duplicate, split, merge."""

from __future__ import annotations

import re

from agent.notes.frame import size_asked
from agent.notes.grammar import Clause, aim, listed, not_there, rule, which
from agent.notes.order import place_of
from agent.notes.reading import Finding, ask, warn
from memory.change import (
    AnyChange,
    DeleteShot,
    InsertShot,
    Redirect,
    Reframe,
    Retime,
)
from memory.film import Film, Line, Shot, mint
from memory.vocabulary import Size


@rule(r"\b(?:duplicate|copy|clone|repeat)\b", rank=18, whole=True, wordy=True)
def duplicate(clause: Clause) -> Finding | None:
    """A copy of a shot, beside it or where it is put."""
    if clause.has(r"\b(?:light|lighting|look|grade|line)\b|\bthe copy of\b|\brepeat that\b"):
        return None
    head = re.split(r"\b(?:and|to|at|after|before|between|as)\b", clause.text)[0].strip()
    found = clause.about(head)
    found = (
        found
        if found.shots or found.missing
        else clause.about(re.sub(r"\d+ times?", "", clause.text))
    )
    target = found.shots or ((clause.situation.focused,) if clause.situation.focused else ())
    if found.missing:
        return not_there(clause.film, found.missing)
    if not target:
        return which(clause, "duplicate")
    place = place_of(clause, clause.text[len(head) :])
    if isinstance(place, Finding):
        return place
    after = place[0] if place[1] else target[0]
    return Finding(
        changes=(InsertShot(shot=_copied(clause.film, target[0]), after=after),), shots=(target[0],)
    )


def _copied(film: Film, shot_id: str) -> Shot:
    shot = film.shots[shot_id]
    lines = tuple(line.model_copy(update={"id": mint("d")}) for line in shot.dialogue)
    return shot.model_copy(
        update={"id": mint("sh"), "dialogue": lines, "locked": False, "pick": None}
    )


@rule(
    r"\bsplit\b(?! (?:diopter|screen|light))|\b(?:break|divide|"
    r"cut) (?:shot )?\d+ (?:up )?(?:in|into) (?:two|2|half)\b",
    rank=11,
    whole=True,
    wordy=True,
)
def split(clause: Clause) -> Finding | None:
    """One shot becomes two, of the same length together."""
    text = re.sub(r"\b(?:in|into) (?:\d|half|parts)\b.*$", "", clause.text)
    target = aim(clause, "split", reference=Clause(clause.note, text, clause.situation).reference)
    if target.problem:
        return target.problem
    shot = clause.film.shots[target.shots[0]]
    if shot.frames < 2 * 12:
        return warn(
            f"Shot {clause.film.number(shot.id)} is too short to split, so nothing moved.",
            (shot.id,),
        )
    sizes = [s for part in re.split(r"\bthen\b|\band\b|,", clause.text) if (s := _loose_size(part))]
    half = shot.frames // 2
    changes: list[AnyChange] = [Retime(shot=shot.id, frames=half)]
    if len(sizes) > 1 and sizes[0] is not shot.size:
        changes.append(Reframe(shot=shot.id, size=sizes[0]))
    return Finding(
        changes=(*changes, InsertShot(shot=_second_half(clause, shot, half, sizes), after=shot.id)),
        shots=(shot.id,),
    )


def _loose_size(part: str) -> Size | None:
    table = (
        (r"\bextreme close", Size.ECU),
        (r"\bclose|\bdetail|\bface\b", Size.CU),
        (r"\binsert", Size.INSERT),
        (r"\bmedium|\bmid\b", Size.MS),
        (r"\bfull\b", Size.FS),
        (r"\bwide|\bmaster", Size.WS),
    )
    return size_asked(part.strip()) or next(
        (size for words, size in table if re.search(words, part)), None
    )


def _second_half(clause: Clause, shot: Shot, half: int, sizes: list[Size]) -> Shot:
    on = re.search(
        r"\bclose(?:-up)?s? (?:up )?(?:on|of) (?:the |her |his )?([\w' ]+)$", clause.text
    )
    composition = f"close on {clause.original(on[1])}" if on else shot.composition
    size = sizes[-1] if sizes else shot.size
    late = tuple(line for line in shot.dialogue if line.start >= half)
    fields = {
        "id": mint("sh"),
        "frames": shot.frames - half,
        "size": size,
        "composition": composition,
        "dialogue": (),
        "transition_in": type(shot.transition_in)(),
        "locked": False,
        "pick": None,
        "freeze": shot.freeze,
    }
    if late:
        fields["dialogue"] = ()
    return shot.model_copy(update=fields)


@rule(
    r"\b(?:merge|join|combine|fuse)\b|"
    r"\bmake (?:shots? )?\d+ and \d+ (?:into )?(?:1|one|a single) shot\b",
    rank=11,
    whole=True,
    wordy=True,
)
def merge(clause: Clause) -> Finding | None:
    """Neighbouring shots become one; every line survives, in order."""
    text = re.sub(r"\b(?:in|into|as) (?:a|1|one|single).*$", "", clause.text)
    found = clause.about(re.sub(r"\bwith\b", "and", text))
    if found.missing:
        return not_there(clause.film, found.missing)
    if len(found.shots) < 2:
        return (
            ask("Which shots should I merge? Name two neighbours, as in 3 and 4.")
            if clause.has("shot")
            else None
        )
    film, shots = clause.film, sorted(found.shots, key=clause.film.order.index)
    at = [film.order.index(s) for s in shots]
    if at != list(range(at[0], at[0] + len(at))):
        return warn(
            f"Shots {listed(film.number(s) for s in shots)} do not stand side by "
            "side, so nothing moved. Move them together first?",
            tuple(shots),
        )
    locked = [s for s in shots if film.shots[s].locked]
    if locked:
        return warn(
            f"Shot {listed(film.number(s) for s in locked)} is locked, so nothing "
            "moved. Unlock it to merge?",
            tuple(locked),
        )
    return Finding(changes=_merged(film, [film.shots[s] for s in shots]), shots=(shots[0],))


def _merged(film: Film, shots: list[Shot]) -> tuple[AnyChange, ...]:
    from memory.change import AddLine, CutLine, Dress

    kept, gone = shots[0], shots[1:]
    changes: list[AnyChange] = [CutLine(line=line.id) for shot in gone for line in shot.dialogue]
    changes += [DeleteShot(shot=shot.id) for shot in gone]
    people = tuple(dict.fromkeys(who for shot in shots for who in shot.subjects))
    action = " ".join(s.action.strip() for s in shots if s.action.strip())
    sfx = tuple(dict.fromkeys(s for shot in shots for s in shot.sfx))
    changes += [
        Retime(shot=kept.id, frames=min(2880, sum(s.frames for s in shots))),
        Redirect(shot=kept.id, action=action),
    ]
    if people != kept.subjects:
        size = min((s.size for s in shots), key=list(Size).index)
        changes.append(Reframe(shot=kept.id, subjects=people, size=size))
    if sfx != kept.sfx:
        changes.append(Dress(shot=kept.id, sfx=sfx))
    passed = kept.frames
    for shot in gone:
        for line in shot.dialogue:
            later = Line(
                **{**line.model_dump(), "id": mint("d"), "start": min(2880, line.start + passed)}
            )
            changes.append(AddLine(shot=kept.id, line=later))
        passed += shot.frames
    return tuple(changes)

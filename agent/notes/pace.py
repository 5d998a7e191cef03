"""Notes on pace: a scene or the film quicker or calmer. The length of one shot is in time.py."""

from __future__ import annotations

from agent.notes.grammar import Clause, each, rule
from agent.notes.reading import Finding
from agent.notes.time import retimed
from memory.change import Retime
from memory.film import Shot

PACE_STEP = 0.15
"""Share of the length that a quicker or a calmer pace takes off or adds."""


@rule(
    r"\b(?:pick up|tighten|quicken|up|increase|speed up|faster|quicker|slow down|"
    r"slower|relax|calm|slacken|snappier|brisker)\b[\w ]{0,12}\b(?:pace|pacing|"
    r"rhythm|tempo of the (?:cut|edit)|cutting|edit|scene|film|cut|everything|"
    r"whole thing)\b|\b(?:pace|pacing|cutting|rhythm|scene \d+|film|opening|"
    r"edit)\b[\w ]{0,20}\b(?:faster|quicker|slower|too slow|too fast|drags|"
    r"dragging|snappier|brisker|tighter)\b|\bslow (?:the |"
    r"down the )?(?:whole thing|film|everything|scene \d+|it all|cut|edit)\b|"
    r"\bspeed (?:the |up the )(?:whole thing|film|cut|edit)\b|\bdrags\b|"
    r"\bcut faster\b|\bfaster cutting\b|"
    r"\b(?:shots?|one|\d+|it|scene)(?: (?:should|could|must|can) be)? (?:(?:a bit|a touch|a little|"
    r"much|way) )?(?:quicker|snappier|brisker|zippier)$|\b(?:clip|move|rattle) along\b",
    rank=33,
)
def pace(clause: Clause) -> Finding | None:
    """The pace of a scene or of the film: every shot a little shorter or longer."""
    if clause.has(r"\bmusic|\bcamera|\bpush|\bvoice|\bto \d|darker|lighter"):
        return None
    slower = clause.has(
        r"\bslow(?:er)? (?:down|the)|\bslower\b|relax|calm|slacken|too fast"
    ) and not clause.has(r"too slow")
    share = 1 + PACE_STEP * max(clause.amount, 0.75) * (1 if slower else -1)

    def paced(shot: Shot) -> Retime | None:
        return retimed(shot, round(shot.frames * share), clause.film)

    return each(
        clause,
        "change the pace of",
        paced,
        whole=clause.reference.film or not clause.situation.focused,
    )

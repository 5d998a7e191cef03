"""Notes on joins: cuts, dissolves, fades, J and L cuts, titles and cards."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, rule, which
from agent.notes.naming import people_in
from agent.notes.reading import Finding, Kind, ask, warn
from agent.notes.time import seconds_said
from memory.change import AnyChange, EditTitles, Redirect, RewriteLine, SetTransition
from memory.film import Line, Shot
from memory.vocabulary import CUTS, TransitionType

TRANSITIONS: tuple[tuple[str, TransitionType], ...] = (
    (
        r"(?:hard|straight|clean|simple|plain|direct|normal) cut|cut straight|just cut|"
        r"cut hard|no (?:dissolve|fade|transition|wipe)|(?:lose|remove|drop|"
        r"without) the (?:dissolve|fade|transition|wipe)",
        TransitionType.CUT,
    ),
    (r"fade(?:s|d)? (?:\w+ ){0,3}?to white", TransitionType.FADE_WHITE),
    (r"dip(?:s)? to black", TransitionType.DIP),
    (
        r"fade(?:s|d)? (?:\w+ ){0,2}?(?:in|up)(?: from black)?|fade from black|"
        r"open(?:s)? (?:on|from) black",
        TransitionType.FADE_IN,
    ),
    (
        r"fade(?:s|d)? (?:\w+ ){0,3}?(?:out|to black)|end (?:on|in|with) black|"
        r"go to black|cut to black",
        TransitionType.FADE_OUT,
    ),
    (r"dissolve(?:s)?|blend", TransitionType.DISSOLVE),
    (r"smash[- ]cut", TransitionType.SMASH_CUT),
    (r"jump[- ]cut", TransitionType.JUMP_CUT),
    (r"match[- ]cut", TransitionType.MATCH_CUT),
    (r"wipe", TransitionType.WIPE),
    (r"iris(?: in| out)?", TransitionType.IRIS),
    (r"fade", TransitionType.FADE_IN),
)
USUAL_SECONDS: dict[TransitionType, float] = {
    TransitionType.DISSOLVE: 1.0,
    TransitionType.DIP: 0.75,
}
AT_END = (
    r"\b(?:at|in|to|for) the (?:very )?end\b|\bend(?:s|ing)? (?:the film )?(?:with|on|"
    r"in)\b|\bending\b|\bfilm ends\b|\bend(?:s)? (?:on|in) black\b"
)
AT_START = (
    r"\b(?:at|from) the (?:very )?(?:start|beginning|top|head)\b|\bopen(?:s|ing)?\b|"
    r"\bfirst shot\b|\bstart(?:s)? (?:from|on|with)\b"
)


@rule(*(rf"\b(?:{words})\b" for words, _ in TRANSITIONS), rank=24, whole=True)
def transition(clause: Clause) -> Finding | None:
    """How a shot is entered, or how the film ends."""
    if clause.has(
        r"\b(?:music|voice|sound|lights?|color|colors|title|hair|grade|contrast)\b"
    ) or clause.has(r"\bwipe (?:the|his|her)\b"):
        return None
    _words, kind = next(t for t in TRANSITIONS if clause.has(rf"\b(?:{t[0]})\b"))
    seconds = seconds_said(clause.text) or USUAL_SECONDS.get(kind, 1.0)
    frames = 0 if kind in CUTS else clause.frames(min(seconds, 8))
    if (kind is TransitionType.FADE_OUT and not clause.reference.explicit) or (
        kind is not TransitionType.FADE_IN and clause.has(AT_END)
    ):
        return _ending(clause, kind, frames)
    shot = _incoming(clause, kind)
    if isinstance(shot, Finding):
        return shot
    frames = _stepped(clause, shot, kind, frames)
    same = shot.transition_in.type is kind and (
        frames == shot.transition_in.frames
        or (seconds_said(clause.text) is None and not clause.has(LENGTH))
    )
    if same:
        number = clause.film.number(shot.id)
        name = kind.value.replace("_", " ")
        return Finding(
            Kind.NOOP,
            say=f"Shot {number} is entered by a {name} already, so nothing moved.",
            shots=(shot.id,),
        )
    if shot.locked:
        number = clause.film.number(shot.id)
        return warn(f"Shot {number} is locked, so the join stays. Unlock it first?", (shot.id,))
    return Finding(
        changes=(SetTransition(shot=shot.id, type=kind, frames=frames),), shots=(shot.id,)
    )


LENGTH = r"\b(?:longer|slower|shorter|quicker|faster)\b"


def _stepped(clause: Clause, shot: Shot, kind: TransitionType, frames: int) -> int:
    """A join longer or shorter by half, where it is there and no seconds are said."""
    now = shot.transition_in
    if now.type is not kind or seconds_said(clause.text) is not None or not clause.has(LENGTH):
        return frames
    longer = clause.has(r"\b(?:longer|slower)\b")
    return int(max(6, min(clause.frames(8), round(now.frames * (1.5 if longer else 1 / 1.5)))))


def _ending(clause: Clause, kind: TransitionType, frames: int) -> Finding:
    ending = clause.film.ending
    kind = TransitionType.FADE_OUT if kind is TransitionType.FADE_IN else kind
    if ending.type is kind and ending.frames == frames:
        return Finding(Kind.NOOP, say="The film ends that way already, so nothing moved.")
    return Finding(changes=(SetTransition(shot=None, type=kind, frames=frames),))


def _incoming(clause: Clause, kind: TransitionType) -> Shot | Finding:  # noqa: PLR0911
    """The shot that is entered: the later of two, the first of a scene, or the one named."""
    film, found = clause.film, clause.reference
    if found.missing or found.candidates:
        return each(clause, "join", lambda s: None)
    if not film.order:
        return which(clause, "join")
    if clause.has(AT_START) and (kind is TransitionType.FADE_IN or not found.explicit):
        return film.shots[film.order[0]]
    into = re.search(r"\b(?:in)?to (?:the )?(.+)$", clause.text)
    target = (
        clause.about(into[1] if not into[1][:1].isdigit() else f"shot {into[1]}") if into else found
    )
    target = target if target.shots else clause.about(f"in the {into[1]}") if into else target
    target = target if target.shots else found
    after = re.search(r"\bafter (?:shot )?(\d+)\b|\bout of (?:shot )?(\d+)\b", clause.text)
    if after:
        at = int(after[1] or after[2])
        return film.shots[film.order[min(at, len(film.order) - 1)]]
    scenes = target.scenes or found.scenes
    if (
        len(scenes) > 1
        or clause.has(r"\bbetween (?:the )?scenes\b")
        or (clause.has(r"\bscene change\b"))
    ):
        order = film.scene_order()
        later = scenes[-1] if len(scenes) > 1 else order[1] if len(order) > 1 else order[0]
        return film.shots[film.scene_shots(later)[0]]
    if target.shots:
        return film.shots[
            target.shots[-1] if len(target.shots) == 2 and not target.scenes else target.shots[0]
        ]
    if kind is TransitionType.FADE_IN:
        return film.shots[film.order[0]]
    joined = [film.shots[s] for s in film.order if film.shots[s].transition_in.type is kind]
    return joined[0] if len(joined) == 1 else which(clause, "join that way")


@rule(
    r"\bj-?cut\b|\bl-?cut\b|\bpre-?lap\b|\bpost-?lap\b|\bsound bridge\b|\b(?:line|"
    r"voice|dialogue|audio|sound)\b.*\b(?:start|begin|come in|lead|carry|continue|"
    r"run|bleed|hang|over|spill)s?\b.*\b(?:over|before|into|early|under|onto|"
    r"across)\b|\bhear \w+ before we see\b",
    rank=13,
    whole=True,
    wordy=True,
)
def split_edit(clause: Clause) -> Finding | None:
    """A line starts before its shot (J) or runs past it (L); the picture cut stays."""
    lapping = clause.has(
        r"\bl-?cut\b|post-?lap|\b(?:carry|continue|run|bleed|hang|"
        r"spill)s?\b.*\b(?:over|into|onto|across)\b"
    )
    meant = _line_meant(clause)
    if isinstance(meant, Finding):
        return meant
    shot, line = meant
    if shot.locked:
        return warn(
            f"Shot {clause.film.number(shot.id)} is locked, so its line stays "
            "where it is. Unlock it first?",
            (shot.id,),
        )
    lead = clause.frames(seconds_said(clause.text) or 0.75)
    start = max(0, shot.frames - line.frames + lead) if lapping else -lead
    if start == line.start:
        return Finding(Kind.NOOP, say="The line starts there already, so nothing moved.")
    what = "runs on past the cut" if lapping else "starts before its shot"
    aside = (f'The line "{line.line}" {what}; the picture cut stays.',)
    return Finding(changes=(RewriteLine(line=line.id, start=start),), aside=aside, shots=(shot.id,))


def _beside(clause: Clause, into: str, *, own: object) -> tuple[str, ...]:
    """Where the line is spoken that sounds over another shot: just before it, or named itself."""
    order = clause.film.order
    if own:
        return tuple(s for s in clause.reference.shots if s != into) or (into,)
    if clause.has(r"\bj-?cut\b|\bpre-?lap\b"):
        return (into,)
    at = order.index(into)
    return order[max(0, at - 1) : at] or (into,)


def _line_meant(clause: Clause) -> tuple[Shot, Line] | Finding:
    film = clause.film
    owner = re.search(r"\b(\w+)'s (?:line|voice|dialogue)|\bhear (\w+) before", clause.text)
    who = people_in((owner[1] or owner[2]) if owner else clause.text.split(" over ")[0], film)
    number = re.search(r"\bshot (\d+)\b|\b(?:in|of|from) (\d+)\b|\b(\d+)'s\b", clause.text)
    pool = clause.reference.shots if number and clause.reference.shots else film.order
    onto_shot = re.search(
        r"\b(?:in ?to|over|onto|across|under) (?:the )?(?:shot )?(\d+)\b", clause.text
    )
    if onto_shot and (into := clause.about(f"shot {onto_shot[1]}").shots):
        pool = _beside(clause, into[0], own=number and number.start() < onto_shot.start() - 8)
    lines = [
        (film.shots[s], line)
        for s in pool
        for line in film.shots[s].dialogue
        if not who or line.character in who
    ]
    over = re.search(r"\bover (?:the )?(?:shot (?:of|on|with) )?(\w+)", clause.text)
    onto = people_in(over[1], film) if over else frozenset()
    if onto and len(lines) > 1:
        before = {
            s.id: film.order[film.order.index(s.id) - 1] for s, _ in lines if film.order.index(s.id)
        }
        near = [
            (s, line)
            for s, line in lines
            if s.id in before
            and onto & set(film.shots[before[s.id]].subjects)
            and s.subjects != film.shots[before[s.id]].subjects
        ]
        free = [pair for pair in near if not pair[0].locked]
        lines = free or near or lines
    if len(lines) == 1:
        return lines[0]
    if not lines:
        return ask("There is no such line. Which shot speaks it?")
    listed = "; ".join(f'shot {film.number(s.id)}: "{line.line}"' for s, line in lines[:5])
    return ask(f"Which line do you mean, {listed}?")


CARD = (
    r"\b(?:end|closing|final|last|credit) ?(?:card|title|titles|credits?)\b|\bcredits?\b|"
    r"\bquote0\b.*\bon (?:screen|black)\b.*\b(?:end|close|finish)\b|"
    r"\bend (?:on|with) (?:the words? )?quote0\b"
)
TITLE = r"\b(?:opening |main )?titles?\b|\bopening (?:card|credits?)\b|\btitle card\b"


@rule(CARD, TITLE, rank=14, whole=True, wordy=True)
def titles(clause: Clause) -> Finding | None:  # noqa: PLR0911
    """The opening title and the end card."""
    if clause.has(
        r"\bsubtitles?\b|\bwhat\b|\?$|\brename the film\b|\bfilm (?:title|"
        r"should be called)\b|\b(?:change|new|better) (?:the )?(?:film'?s? |"
        r"working )?title (?:of the film )?to\b|\bsong\b|\bmusic\b|\buntil\b"
    ):
        return None
    closing = clause.has(CARD)
    if (
        clause.has(r"\b(?:no|remove|lose|delete|drop|without|cut|kill)\b")
        and not clause.note.quotes
        and ":" not in clause.note.raw
    ):
        field = "end_card" if closing else "opening"
        if getattr(clause.film.titles, field) is None:
            return Finding(Kind.NOOP, say="There is no such card, so nothing moved.")
        gone = EditTitles(end_card=None) if closing else EditTitles(opening=None)
        return Finding(changes=(gone,))
    text = _card_text(clause)
    inside = re.search(
        r"\b(?:before|after|over|on|in) (?:the )?((?:shots?|scenes?) \d+|\w+ (?:shot|scene))\b",
        clause.text,
    )
    if text and inside and not closing and not clause.has(r"\bfirst shot\b|\bopening\b"):
        found = clause.about(inside[1])
        if found.shots and found.shots[0] != clause.film.order[0]:
            return each(
                clause,
                "put words on",
                lambda s: Redirect(shot=s.id, overlays=(*s.overlays, text)),
                reference=clause.about(found.shots[0]),
            )
    if not text:
        if closing:
            return ask("What should the end card say?")
        if not clause.has(r"\b(?:add|put|show|give|need|want|open with|start with)\b"):
            return None
        text = clause.film.title
    return Finding(changes=(_card(closing, text),))


def _card(closing: bool, text: str) -> AnyChange:
    return EditTitles(end_card=text) if closing else EditTitles(opening=text)


def _card_text(clause: Clause) -> str:
    if clause.note.quotes:
        return clause.note.quotes[-1]
    raw = clause.note.raw
    colon = re.search(r":\s*(.+)$", raw, re.DOTALL)
    if colon:
        return colon[1].strip().strip(".") if len(colon[1]) < 400 else ""
    said = re.search(
        r"(?i)\b(?:says?|saying|reads?|reading|that reads|with the (?:text|words)|"
        r"to) (?:that )?(.+)$",
        raw,
    )
    words = said[1].strip() if said else ""
    return "" if re.match(r"(?i)(?:the |be |\d)", words) and not words[:1].isupper() else words

"""Notes on time: longer, shorter, exact lengths, trims, pace, speed, freezes."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.notes.grammar import Clause, each, left_alone, rule
from agent.notes.kinds import LASTING
from agent.notes.lexicon import RELATIVE_TIMES
from agent.notes.reading import Finding, Kind, warn
from agent.notes.reference import Reference
from memory.change import AnyChange, Redirect, Retime
from memory.film import Film, Shot

USUAL_SECONDS = 1.0
SHORTEST_SECONDS = 0.5
SECONDS = r"(\d+(?:\.\d+)?) (?:more |extra )?seconds?"
UNIT = r"(?:seconds?|frames?|beats?|moments?)"
ONE = r"(?:it|that|this|them|shots? \d+|\d+|the [\w' -]+?)"
LONGER = (
    rf"\b(?:longer|lengthen|extend|prolong|draw (?:{ONE} )?out|"
    r"hold (?:on )?(?:\w+ ){0,6}(?:longer|more|a beat)|hold (?:it|that|this)|stretch|linger|dwell|"
    rf"let {ONE} (?:breathe|land|sit|ride|hang|run on|play on|roll on|go on|play out|run out|"
    rf"run|play|roll)|let {ONE} last|too (?:short|brief|abrupt)|stay (?:on|with)|keep rolling|"
    rf"(?:[\d.]+ more|another) {UNIT}|(?:leave|exit|lose|cut) {ONE} too (?:soon|early|quickly)|"
    rf"(?:run|roll|play)s? on|(?:more|extra|a bit of|a little) (?:screen )?time|"
    r"(?:cuts?|gets?|comes?|goes?) (?:away|out|off) (?:\w+ )?(?:too (?:soon|early|fast|quickly)|"
    r"later)|cut (?:away |out )?later|double the length|twice as long|twice its length)\b"
)
SHORTER = (
    r"\b(?:shorter|shorten|halve|half as long|half the length|trim|tighten|too long|prune|pare|"
    rf"cut (?:{ONE} )?down|snip|shave|drags|quicker cut|lose the (?:head|tail|first|last)|nip|clip|"
    rf"(?:cut|take|lose|drop|knock|pull|get|snip) [\d.]+ (?:more )?{UNIT}|[\d.]+ {UNIT} (?:less|"
    rf"off|"
    r"shorter|out)|(?:cut|get|come|go|be) (?:away|out)(?: of \w+(?: \d+)?)? (?:[\w.]+ ){0,3}?"
    r"(?:earlier|sooner|faster|quicker)|cut (?:away )?(?:earlier|sooner)|stays? (?:on )?too long|"
    r"(?:lasts?|holds?|lingers?|sits?) (?:\w+ )?too long|briefer|overstays|overruns|"
    r"(?:snappier|quicker|faster|tighter) by [\d.]+ \w+)\b"
)
MUSIC = (
    r"\b(?:music|song|hair|lens|beard|line|scarf|coat|title|dissolve|fade|"
    r"sentence|dialogue|transition)\b"
)


def seconds_said(text: str) -> float | None:
    """Seconds a clause names, in figures or in a relative word."""
    exact = re.search(SECONDS, text)
    if exact:
        return float(exact[1])
    frames = re.search(r"\b(\d+) frames?\b", text)
    if frames:
        return int(frames[1]) / 24
    return next(
        (s for words, s in RELATIVE_TIMES.items() if re.search(rf"\b(?:{words})\b", text)), None
    )


def frames_said(clause: Clause) -> int | None:
    """The same in frames of this film; frames named as such are taken as they are."""
    exact = re.search(r"\b(\d+) (?:more )?frames?\b", clause.text)
    if exact:
        return int(exact[1])
    said = seconds_said(clause.text)
    return None if said is None else clause.frames(said)


def retimed(shot: Shot, frames: int, film: Film) -> Retime | None:
    """A new length, held to what a shot can be and to its spoken lines."""
    spoken = min(spoken_until(shot), shot.frames)  # A line may run on past its shot.
    least = max(round(SHORTEST_SECONDS * film.frame_rate), spoken)
    after = int(max(1, min(2880, max(frames, least) if frames < shot.frames else frames)))
    return None if after == shot.frames else Retime(shot=shot.id, frames=after)


def into_a_line(clause: Clause, wanted: int, shots: tuple[str, ...]) -> Finding | None:
    """The warning for one shot that is to be shorter than what is spoken in it."""
    if len(shots) != 1 or clause.film.shots[shots[0]].locked:
        return None
    shot, rate = clause.film.shots[shots[0]], clause.film.frame_rate
    end = spoken_until(shot)
    if wanted >= min(end, shot.frames):
        return None
    number, last = clause.film.number(shot.id), shot.dialogue[-1].line
    return warn(
        f'In shot {number} "{last}" is spoken until {float(end / rate):.1f} s, so '
        f"{float(wanted / rate):.1f} s would cut into it and nothing moved. Trim to "
        f"{float(end / rate):.1f} s, or shorten the line first?",
        shots,
    )


def spoken_until(shot: Shot) -> int:
    """The frame by which the last line of a shot has ended."""
    return max((line.start + line.frames for line in shot.dialogue if line.start >= 0), default=0)


@rule(
    r"\b(?:the )?(?:film|movie|cut|whole thing|it|this|everything|"
    r"runtime)\b.*\b(?:exactly|to|be|under|at|down to|up to) (?:exactly |about |"
    rf"around |under )?(?:{SECONDS}|(\d+) minutes?)|\b(?:exactly|"
    rf"total of) {SECONDS}",
    rank=12,
    whole=True,
)
def film_length(clause: Clause) -> Finding | None:
    """The whole film to a length; silent, unlocked shots give first."""
    if clause.reference.explicit and not clause.reference.film:
        return None
    if (
        clause.situation.focused
        and clause.has(r"\b(?:make|hold|keep) (?:it|this)\b")
        and not clause.has(r"film|movie|cut\b")
    ):
        return None
    found = re.search(SECONDS, clause.text)
    minutes = re.search(r"\b(\d+) minutes?", clause.text)
    wanted = float(found[1]) if found else float(minutes[1]) * 60 if minutes else 0
    if not wanted or clause.has(r"\b(?:freeze|fade|dissolve|title|music)\b"):
        return None
    goal = clause.frames(wanted)
    changes = fitted(clause.film, goal)
    if changes is None:
        length = float(clause.film.frames / clause.film.frame_rate)
        return warn(
            f"The cut runs {length:.1f} s; {wanted:g} s cannot be reached without "
            "cutting into a spoken line or a locked "
            "shot, so nothing moved. Shall I drop a shot instead, and which?"
        )
    if not changes:
        return Finding(Kind.NOOP, say=f"The film is {wanted:g} s long already, so nothing moved.")
    locked = [s for s in clause.film.order if clause.film.shots[s].locked]
    return Finding(changes=changes, aside=left_alone(clause.film, locked))


def fitted(film: Film, goal: int, shots: tuple[str, ...] = ()) -> tuple[AnyChange, ...] | None:
    """Retimes that bring the film, or some shots, to a length in frames; None if none do."""
    shots = shots or film.order
    rest = goal - sum(film.shots[s].length for s in shots)
    longer = rest > 0
    room = {s: _room(film, film.shots[s], rest) for s in shots if not film.shots[s].locked}
    moves: dict[str, int] = {}
    silent = [s for s in room if not film.shots[s].dialogue]
    for group in (silent, [s for s in room if s not in silent]):
        total = sum(room[s] for s in group)
        share = min(abs(rest), total)
        left = share
        for at, shot in enumerate(group):
            part = (
                left
                if at == len(group) - 1
                else min(left, round(share * room[shot] / total))
                if total
                else 0
            )
            part = min(part, room[shot])
            moves[shot] = part
            left -= part
        rest = (abs(rest) - share + left) * (1 if rest > 0 else -1)
    if rest:
        return None
    sign = 1 if longer else -1
    return tuple(
        Retime(shot=s, frames=film.shots[s].frames + sign * part)
        for s, part in moves.items()
        if part
    )


def _room(film: Film, shot: Shot, rest: int) -> int:
    least = max(round(film.frame_rate * 1), spoken_until(shot))
    return max(0, shot.frames - least) if rest < 0 else max(0, min(shot.frames, 2880 - shot.frames))


@rule(
    r"\b(?:to|be|exactly|make (?:it|\w+ ?\d*)|lasts?|hold for|for|runs?|"
    rf"at) (?:exactly |about |around )?{SECONDS}(?: long)?(?! (?:longer|shorter|"
    r"more|less|off|earlier|later))",
    rank=38,
    lever=True,
)
def exact_length(clause: Clause) -> Finding | None:
    """A shot to a length in seconds."""
    if clause.has(
        rf"{MUSIC}|\bfreeze|\bby\b|\blonger\b|\bshorter\b|\bmore\b|\bless\b|\bextend|\bmusic"
    ):
        return None
    wanted = clause.frames(float(clause.match[1]))
    if clause.reference.scenes or clause.reference.film:
        return _group_length(clause, wanted)
    return into_a_line(clause, wanted, clause.reference.shots) or each(
        clause, "retime", lambda s: retimed(s, wanted, clause.film)
    )


IN_ALL = (
    r"\b(?:overall|in total|altogether|all told|in all|from (?:the|this) (?:film|cut|movie|edit|"
    r"whole thing)|off the (?:film|cut|movie|edit|total|running time|runtime))\b"
)


def _together(clause: Clause) -> tuple[str, ...]:
    """The shots that share a difference said of the film or of a scene; () for single shots."""
    found = clause.reference
    if clause.has(r"\b(?:each|every|per shot|apiece)\b"):
        return ()
    if found.film or (clause.has(IN_ALL) and not found.explicit):
        return clause.film.order
    return found.shots if found.scenes and len(found.shots) > 1 else ()


def _group_length(clause: Clause, wanted: int, shots: tuple[str, ...] = ()) -> Finding:
    """A scene to a length: its shots share the difference."""
    shots = shots or clause.reference.shots
    changes = fitted(clause.film, wanted, shots)
    if changes is None:
        return warn(
            "Its spoken lines and locked shots do not allow that length, so "
            "nothing moved. Shall I drop a shot instead?",
            shots,
        )
    locked = [s for s in shots if clause.film.shots[s].locked]
    return Finding(changes=changes, aside=left_alone(clause.film, locked), shots=shots)


def _is_framing(text: str) -> bool:
    """Whether "tighten 6" speaks of the frame: nothing in it speaks of time."""
    rest = re.sub(r"\btighten\b", " ", text)
    paced = re.search(r"\b(?:cut|edit|pace|pacing|timing|seconds?|frames|up|scene|film)\b", rest)
    return "tighten" in text and not paced and not re.search(SHORTER, rest)


@rule(
    LONGER,
    SHORTER,
    rf"{SECONDS} (?:more|less|extra|off)\b|\b(?:add|give {ONE}|tack on|put on) "
    rf"(?:another |an extra )?{SECONDS}",
    rf"\b(?:hold|keep|leave|stay)s? (?:on )?{ONE} (?:for )?(?:another|an extra) {UNIT}",
    rank=57,
    lever=True,
)
def length(clause: Clause) -> Finding | None:
    """Longer and shorter, by so much."""
    left = LASTING.sub(" ", clause.text)
    if left != clause.text:  # "anything over 4 seconds" is which, not by how much.
        rest = Clause(clause.note, left, clause.situation, clause.reference.shots)
        told = length.pattern.search(left)
        return length.read(replace(rest, match=told)) if told else None
    if clause.has(MUSIC) and not clause.reference.explicit and not clause.has(r"\bhold\b"):
        return None
    if clause.has(
        r"\b(?:coat|hair|lens|beard|music|subtitles?|title|transition|dissolve|fade)\b(?! to)"
    ):
        return None
    if _is_framing(clause.text):
        return None
    shorter = re.search(
        rf"{SHORTER}|\bless\b|{UNIT} off\b|\boff (?:of )?(?:the|it|shot|\d)\b", clause.text
    ) is not None and not clause.has(r"\btoo short\b")
    said = frames_said(clause)
    factor = (
        0.5
        if clause.has(
            r"\bhalve\b|\bhalf as long\b|\bby half\b|\bhalf (?:its|the) length\b|\bin half\b"
        )
        else 2.0
        if clause.has(r"\btwice as long\b|\bdouble\b")
        else 0.0
    )
    what = "make shorter" if shorter else "hold longer"
    together = _together(clause)
    if said is not None and together:
        now = sum(clause.film.shots[s].length for s in together)
        return _group_length(clause, now + (-said if shorter else said), together)

    def changed(shot: Shot) -> Retime | None:
        if factor:
            return retimed(shot, round(shot.frames * factor), clause.film)
        step = clause.frames(USUAL_SECONDS) if said is None else said
        return retimed(shot, shot.frames + (-step if shorter else step), clause.film)

    found = each(clause, what, changed, reference=_whole_if_film(clause))
    return _followed(clause, found)


def _whole_if_film(clause: Clause) -> Reference | None:
    text = re.sub(
        r"\b(?:to|at) the (?:head|tail|end|start|beginning)\b|\boff the (?:head|"
        r"tail|end|start|front|beginning)(?: of)?\b",
        " of ",
        clause.text,
    )
    return (
        Clause(clause.note, text, clause.situation, clause.inherited).reference
        if text != clause.text
        else None
    )


def _followed(clause: Clause, found: Finding) -> Finding:
    """Adds what happens in the extra time: "extend it, follow the letter down"."""
    extra = re.search(
        r"\b(?:extend|longer|hold|linger|stay|on|out|more \w+)\b.*?(?:,|\b(?:and|to|so that|so|"
        r"until|"
        r"as|while)\b)\s*((?:(?:follow|see|watch|show|until|as|let|reveal|stay with|we see)\b|"
        r"(?:the|a|she|he|they|we) [\w' -]*\w+s\b|\w+ \w+s\b).*)$",
        clause.text,
    )
    extra = (
        extra if extra and not re.search(r"\d|\bplease\b|\bit (?:is|feels)\b", extra[1]) else None
    )
    if not extra or len(found.shots) != 1 or found.kind is not Kind.ACT:
        return found
    shot = clause.film.shots[found.shots[0]]
    words = clause.original(extra[1]).strip()
    action = f"{shot.action.rstrip()} Then {words[0].lower()}{words[1:]}.".strip()
    return Finding(
        found.kind,
        (*found.changes, Redirect(shot=shot.id, action=action)),
        shots=found.shots,
        aside=found.aside,
    )

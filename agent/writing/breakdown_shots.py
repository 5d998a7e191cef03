"""Turns set-ups into shots: time, beats, faces, sounds, sides of the screen. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from agent.writing.breakdown_light import light_of, saturation_of
from agent.writing.breakdown_words import ACTIONS, EMOTIONS, SOUNDS, THINGS
from agent.writing.casting import Cast
from agent.writing.setup import Setup
from agent.writing.sides import composition
from agent.writing.timing import reading_seconds, sentences
from memory.film import Beat, Line, Movement, Scene, Shot, Transition, mint
from memory.timing import to_frames
from memory.vocabulary import Angle, Emotion, IntExt, MoveType, Size, Speed, View
from tools.theatre.cast.idioms import plain

LENSES = {Size.EWS: 24, Size.VWS: 24, Size.WS: 28, Size.FS: 35, Size.MWS: 35, Size.MS: 50,
          Size.MCU: 65, Size.CU: 85, Size.BCU: 100, Size.ECU: 100, Size.INSERT: 100}  # fmt: skip
HEAD_SECONDS, GAP_SECONDS, TAIL_SECONDS = 0.3, 0.3, 0.4
"""Before the first line, between two lines, after the last (never under 0.3 s)."""

SHORTEST_SECONDS, LONGEST_SECONDS = 1.2, 12.0

BUSINESS_SECONDS = 1.4
"""What a small action takes before its figure speaks."""

MOVE_SECONDS = 3.2
"""The least a camera move needs to start, travel and settle."""

Slot = Callable[[str, str, str], int]


@dataclass(frozen=True, slots=True)
class Stage:
    """What every shot of one scene shares."""

    scene: Scene
    cast: Cast
    sides: dict[str, str]
    words: str
    rate: Fraction
    slot: Slot
    seed: int


def shoot_list(setup: Setup, stage: Stage, shot_id: str) -> Shot:
    """The shot of a set-up; its lines fit inside it with room at both ends."""
    setup = replace(setup, text=plain_action(setup.text, stage.cast))
    lines, spoken = _lines(setup, stage, shot_id)
    frames = max(spoken, _hold(setup, stage.rate))
    if setup.direction.seconds:
        frames = max(spoken, to_frames(setup.direction.seconds, stage.rate))
    lighting = light_of(setup, stage.scene, stage.words, f"{stage.seed}/{shot_id}")
    return Shot(
        id=shot_id,
        scene=stage.scene.id,
        size=setup.size,
        angle=setup.angle,
        view=setup.view,
        lens_mm=LENSES[setup.size],
        movement=Movement(type=setup.move, speed=setup.speed),
        subjects=setup.subjects,
        composition=composition(setup, stage.sides, stage.cast),
        foreground=f"{stage.cast.by_id(setup.over).name}'s shoulder" if setup.over else "",
        focus=_focus(setup, stage.cast),
        action=setup.text or _waiting(setup, stage.cast),
        beats=beats(setup, lines[0].start + lines[0].frames // 2 if lines else frames, stage),
        emotions=emotions(setup, stage),
        dialogue=lines,
        lighting=lighting,
        weather=stage.scene.weather,
        saturation=saturation_of(stage.scene, setup.energy),
        frames=frames,
        sfx=sounds(setup.text, stage),
        overlays=(setup.overlay,) if setup.overlay else (),
        energy=round(setup.energy, 2),
        seed=int(mint("x", stage.seed, shot_id)[2:7], 16) % 10_000,
        transition_in=Transition(),
        notes=_odd(setup),
    )


def _odd(setup: Setup) -> str:
    odd = " ".join(setup.direction.odd)
    return f"Not understood in the shot note: {odd}." if odd else ""


def _lines(setup: Setup, stage: Stage, shot_id: str) -> tuple[tuple[Line, ...], int]:
    """The lines with their places, and the frames they need with head and tail."""
    # A line after a piece of business waits for it.
    head = BUSINESS_SECONDS if setup.text and setup.said else HEAD_SECONDS
    at = to_frames(head, stage.rate)
    lines: list[Line] = []
    for number, said in enumerate(setup.said):
        frames = stage.slot(said.words, said.delivery, said.speaker)
        start = lines[-1].start if said.dual and lines else at
        seen = said.speaker in setup.subjects
        lines.append(
            Line(
                id=mint("ln", shot_id, number, said.words),
                character=said.speaker,
                line=said.words,
                delivery=said.delivery,
                start=start,
                frames=frames,
                off=said.off or not seen,
            )
        )
        ends = max(line.start + line.frames for line in lines)
        at = ends + to_frames(GAP_SECONDS, stage.rate)
    if not lines:
        return (), 0
    ends = max(line.start + line.frames for line in lines)
    return tuple(lines), ends + max(8, to_frames(TAIL_SECONDS, stage.rate))


def _hold(setup: Setup, rate: Fraction) -> int:
    """Frames the picture needs by itself."""
    if setup.said:
        return to_frames(SHORTEST_SECONDS, rate)
    seconds = {
        "establishing": min(5.0, max(3.5, reading_seconds(setup.text))),
        "montage": min(2.4, 1.5 + 0.06 * len(setup.text.split())),
        "insert": min(3.5, max(2.0, reading_seconds(setup.text) * 0.8)),
        "reaction": 1.6,
    }.get(setup.role, reading_seconds(setup.text))
    if setup.move is not MoveType.STATIC and setup.role not in {"montage", "reaction"}:
        seconds = max(seconds, MOVE_SECONDS)
    return to_frames(seconds, rate)


def _focus(setup: Setup, cast: Cast) -> str:
    if setup.size is Size.INSERT:
        return thing_in(setup.text) or "the object"
    speaker = setup.said[0].speaker if setup.said else ""
    who = speaker if speaker in setup.subjects else next(iter(setup.subjects), "")
    return cast.by_id(who).name if who else ""


def plain_action(text: str, cast: Cast) -> str:
    """The action for actors: no brackets of an introduction, names in ordinary letters."""
    for character in cast.characters:
        name = re.escape(character.name)
        text = re.sub(rf"(\b{name}\b),?\s*\([^()]*\)", r"\1", text, flags=re.IGNORECASE)
        shouted = re.escape(character.name.upper())
        text = re.sub(rf"\b{shouted}\b", character.name.replace("\\", r"\\"), text)
    shout = re.compile(r"(?<![\w'])[A-Z][A-Z']{2,}(?![\w'])")
    text = shout.sub(lambda match: match.group().lower(), " ".join(text.split()))
    return re.sub(r"(?:^|(?<=[.!?] ))[a-z]", lambda match: match.group().upper(), text)


def thing_in(text: str) -> str:
    """The first thing named in a text that a hand could hold or a close shot could show."""
    for word in re.findall(r"[a-z]+", text.casefold()):
        if word in THINGS or word.removesuffix("s") in THINGS:
            return str(word)
    return ""


def _waiting(setup: Setup, cast: Cast) -> str:
    """Plain action for a shot the script gives only words for."""
    if not setup.subjects:
        return ""
    name = cast.by_id(setup.subjects[0]).name
    if setup.role == "reaction":
        return f"{name} says nothing." if setup.said else f"{name} listens and says nothing."
    if len(setup.subjects) > 1:
        return f"{name} speaks to {cast.by_id(setup.subjects[1]).name}."
    return f"{name} speaks."


def beats(setup: Setup, frames: int, stage: Stage) -> tuple[Beat, ...]:
    """The verbs of the action as timed beats, shared over the shot in their order."""
    who = setup.subjects[0] if setup.subjects else ""
    if not who:
        return ()
    if not setup.text:
        listens = setup.role == "reaction"
        return (Beat(start=0, frames=frames, who=who, action="listen"),) if listens else ()
    found = _verbs(setup.text, setup.subjects, stage.cast)[:4]
    if not found:
        return ()
    share = frames // len(found)
    return tuple(
        Beat(start=at * share, frames=share, who=actor, action=action)
        for at, (actor, action) in enumerate(found)
    )


def _verbs(text: str, subjects: tuple[str, ...], cast: Cast) -> list[tuple[str, str]]:
    """(who, action) in order of the words; the verb belongs to whoever was named last before it."""
    low = plain(text.casefold())
    hits: dict[int, tuple[int, str]] = {}
    for pattern, action in ACTIONS:
        for match in re.finditer(rf"(?<!not )(?<!n't )\b(?:{pattern})(?!\w)", low):
            longer = match.end() - match.start()
            if longer > hits.get(match.start(), (0, ""))[0]:
                hits[match.start()] = (longer, action)
    names = {who: cast.by_id(who).name.casefold() for who in subjects}
    out: list[tuple[str, str]] = []
    for at in sorted(hits):
        before = {who: low.rfind(name, 0, at) for who, name in names.items()}
        who = max(before, key=lambda w: before[w])
        pair = (who if before[who] >= 0 else subjects[0], hits[at][1])
        if not out or out[-1] != pair:
            out.append(pair)
    return out


def emotions(setup: Setup, stage: Stage) -> dict[str, Emotion]:
    """The face of each in the shot, from how they speak, what is written, and the mood."""
    faces: dict[str, Emotion] = {}
    for who in setup.subjects:
        said = next((s for s in setup.said if s.speaker == who), None)
        felt = _felt(said.delivery) if said else None
        felt = felt or _felt(_about(who, setup, stage.cast))
        if felt is None and setup.role == "reaction":
            felt = {"tense": Emotion.AFRAID, "tender": Emotion.TENDER}.get(stage.scene.mood)
        if felt is None and stage.scene.mood == "melancholy" and setup.energy > 0.5:
            felt = Emotion.SAD
        faces[who] = felt or Emotion.NEUTRAL
    return faces


def _about(who: str, setup: Setup, cast: Cast) -> str:
    """The sentences of the action that are about one of its subjects."""
    others = [cast.by_id(w).name.casefold() for w in setup.subjects if w != who]
    name = cast.by_id(who).name.casefold()
    lines = sentences(setup.text.casefold())
    return " ".join(
        s for s in lines
        if name in s or (_ABOUT_ONE.match(s) and not any(other in s for other in others))
    )  # fmt: skip


_ABOUT_ONE = re.compile(r"\W*(?:slowly,? |then )?(?:he|she|it|they|his|her|their)\b")


def _felt(words: str) -> Emotion | None:
    low = words.casefold()
    return next((e for p, e in EMOTIONS if re.search(rf"\b(?:{p})\b", low)), None)


def lingering(shots: list[Shot]) -> list[Shot]:
    """Feelings last past a cut: a face with none of its own keeps that of the shot before."""
    out: list[Shot] = []
    for shot in shots:
        # The shot's own feelings, not those it was lent: a mood carries over one cut.
        before = shots[len(out) - 1].emotions if out else {}
        faces = {
            who: before.get(who, felt) if felt is Emotion.NEUTRAL else felt
            for who, felt in shot.emotions.items()
        }
        out.append(shot.model_copy(update={"emotions": faces}))
    return out


def sounds(text: str, stage: Stage) -> tuple[str, ...]:
    """Effects the action calls for, at most four; weather and room tone are the ambience's."""
    outside = stage.scene.int_ext is not IntExt.INT
    found = [name for pattern, name in SOUNDS if re.search(pattern, text, re.IGNORECASE)]
    inside_only = {"rain", "wind"}
    kept = dict.fromkeys(n for n in found if outside or n not in inside_only)
    return tuple(n for n in kept if not any(n != o and n in o for o in kept))[:4]


def turned(setups: list[Setup]) -> list[Setup]:
    """The same row, no set-up repeated: a cut on one subject moves size or angle (30 degrees)."""
    out: list[Setup] = []
    for setup in setups:
        moved = _apart(setup, out[-1]) if out else setup
        if [s.size for s in out[-2:]] == [moved.size] * 2 and not moved.direction.size:
            moved = replace(moved, size=_next(moved))
        out.append(moved)
    return out


_TURN = {View.THREE_QUARTER: View.PROFILE, View.FRONT: View.THREE_QUARTER}
_NEXT = {Size.EWS: Size.WS, Size.VWS: Size.FS, Size.WS: Size.MWS, Size.FS: Size.MS,
         Size.MWS: Size.MCU, Size.MS: Size.CU, Size.MCU: Size.MS, Size.CU: Size.MS,
         Size.BCU: Size.MCU, Size.ECU: Size.CU, Size.INSERT: Size.CU}  # fmt: skip


def _apart(setup: Setup, before: Setup) -> Setup:
    same_move = setup.move is before.move and setup.move is not MoveType.STATIC
    if same_move and not setup.direction.move:
        setup = replace(setup, move=MoveType.STATIC, speed=Speed.NONE)
    if (setup.size, setup.angle) != (before.size, before.angle):
        return setup
    # A reverse over the other shoulder is the same size on purpose.
    several = len(setup.subjects) > 1 and not setup.over
    crowd = several and bool(set(setup.subjects) & set(before.subjects))
    if setup.subjects[:1] != before.subjects[:1] and not crowd:
        return setup
    if setup.direction.size:
        angle = Angle.LOW if setup.angle is not Angle.LOW else Angle.HIGH
        return replace(setup, angle=angle, view=_TURN.get(setup.view, View.THREE_QUARTER))
    if setup.role == "insert":
        return replace(setup, angle=Angle.EYE if setup.angle is Angle.HIGH else Angle.HIGH)
    return replace(setup, size=_next(setup), view=_TURN.get(setup.view, setup.view))


def _next(setup: Setup) -> Size:
    """Another size that still holds everyone who is in the set-up."""
    if setup.over:
        return Size.MS if setup.size is Size.MCU else Size.MCU
    if len(setup.subjects) == 2:
        return Size.MS if setup.size is Size.MWS else Size.MWS
    if len(setup.subjects) > 2:
        return Size.WS if setup.size in {Size.MWS, Size.MS} else Size.MWS
    return _NEXT[setup.size]

"""Breaks a screenplay down into the film: cast, places, scenes and shots. Rules only, pure.

The same script, film, measure and seed give the same changes, id by id. What could not be
understood is written into the notes of the shot or scene it stands in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from agent.writing import timing
from agent.writing.breakdown_language import written_in
from agent.writing.breakdown_places import Placed, Places, places_of
from agent.writing.breakdown_shots import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Slot,
    Stage,
    lingering,
    shoot_list,
    turned,
)
from agent.writing.casting import Cast, cast_of
from agent.writing.coverage import cover
from agent.writing.moments import moments_of
from agent.writing.setup import Said, SceneFacts, Setup
from agent.writing.sides import axis_words, sides_of
from memory.change import AnyChange, EditFilm, EditTitles, LayOut, SetTransition
from memory.errors import BadRequest
from memory.film import Film, Shot, Transition, mint
from memory.script import Action, Centred, Script
from memory.script import Transition as Written
from memory.timing import to_frames
from memory.vocabulary import Angle, IntExt, MoveType, Size, Speed, TransitionType
from tools.formats.fountain import write_fountain

FADE_FRAMES = 24
LANDING_SECONDS = 1.6
SQUEEZE = 0.66
"""The share of its reading time that a silent picture keeps when a film must be shorter."""

STRETCH = 1.5
"""The most that a silent picture is held for a longer film, as a share of its reading time."""

PART_SECONDS = 8.0
"""A longer speech is cut at sentence ends and played over more than one shot."""


def break_down(
    script: Script,
    film: Film,
    measure: timing.Measure | None = None,
    seed: int = 0,
    seconds: float | None = None,
) -> list[AnyChange]:
    """The changes that turn an empty or older film into the film of a screenplay.

    Args:
        script: The screenplay.
        film: The film as it stands; characters and places of the same names are kept.
        measure: (text, delivery, character id) -> frames of a line's slot; an estimate when None.
        seed: Varies clothes, establishing shots and small choices.
        seconds: A length to aim at; pictures without speech are held longer or shorter for it.

    Returns:
        EditFilm (and titles and ending where the script writes them), then one LayOut.

    Raises:
        BadRequest: there is nothing in the script to shoot.
    """
    written, script = script, script.plain()
    places = places_of(script, film.locations, seed)
    if not places.placed:
        raise BadRequest(
            "There is nothing to shoot in that screenplay.",
            "Write at least one scene: a line such as EXT. PIER - DUSK, then what happens there.",
        )
    cast = cast_of(script, film.characters.values(), seed)
    slot = measure or (lambda text, delivery, _: timing.estimate(text, delivery, film.frame_rate))
    shots, axes = _shots(places, cast, film, slot, seed)
    if seconds:
        shots = fit(shots, to_frames(seconds, film.frame_rate), film.frame_rate)
    scenes = tuple(
        p.scene.model_copy(update={"screen_axis": axes.get(p.scene.id, "")}) for p in places.placed
    )
    layout = LayOut(
        characters=cast.characters, locations=places.locations, scenes=scenes, shots=tuple(shots)
    )
    return [*_film_changes(written, film, seed), layout]


def _film_changes(script: Script, film: Film, seed: int) -> list[AnyChange]:
    fields: dict[str, object] = {"script": write_fountain(script), "seed": seed}
    if script.title:
        fields["title"] = script.title[:300]
    if language := written_in(script):
        fields["language"] = language
    changes: list[AnyChange] = [EditFilm.model_validate(fields)]
    cards: dict[str, object] = {}
    if script.title and film.titles.opening is None:
        cards["opening"] = script.title[:300]
    ends = [e.text for e in script.elements if isinstance(e, Centred)]
    if ends and re.search(r"\bend\b|fin\b|конец|终|完", ends[-1], re.IGNORECASE):
        cards["end_card"] = ends[-1].strip()
    if cards:
        changes.append(EditTitles.model_validate(cards))
    if _fades_out(script):
        changes.append(SetTransition(shot=None, type=TransitionType.FADE_OUT, frames=FADE_FRAMES))
    return changes


def _fades_out(script: Script) -> bool:
    last = [e for e in script.elements if isinstance(e, Written)][-1:]
    return bool(last) and re.search(r"FADE (OUT|TO BLACK)", last[0].text.upper()) is not None


def _shots(
    places: Places, cast: Cast, film: Film, slot: Slot, seed: int
) -> tuple[list[Shot], dict[str, str]]:
    shots: list[Shot] = []
    axes: dict[str, str] = {}
    sides: dict[str, str] = {}
    used = set(film.bin)
    before: Placed | None = None
    setups: list[Setup] = []
    for at, placed in enumerate(places.placed):
        moments = moments_of(placed.source, cast)
        facts = _facts(placed, before, at, len(places.placed), cast, seed)
        setups = turned(_divided(cover(moments, facts), slot, film.frame_rate))
        setups = _arced(setups, facts.energy, last=at == len(places.placed) - 1)
        sides = sides_of(setups, sides)
        stage = Stage(placed.scene, cast, sides, _words(placed), film.frame_rate, slot, seed)
        made = [
            shoot_list(s, stage, _shot_id(s, n, placed, used, seed)) for n, s in enumerate(setups)
        ]
        if made:
            made[0] = made[0].model_copy(update={"transition_in": _entered(placed, before)})
        axes[placed.scene.id] = axis_words(sides, cast) if len(sides) > 1 else ""
        shots += lingering(made)
        before = placed
    if not (setups and setups[-1].direction.seconds):
        shots = _landed(shots, film.frame_rate)
    return _noted(shots, cast), axes


def _landed(shots: list[Shot], rate: Fraction) -> list[Shot]:
    """The last picture is held, so that the ending lands before the fade."""
    if not shots or not shots[-1].dialogue:
        return shots
    longer = shots[-1].frames + to_frames(LANDING_SECONDS, rate)
    return [*shots[:-1], shots[-1].model_copy(update={"frames": longer})]


def _noted(shots: list[Shot], cast: Cast) -> list[Shot]:
    if not shots or not cast.notes:
        return shots
    notes = " ".join((*filter(None, [shots[0].notes]), *cast.notes))
    return [shots[0].model_copy(update={"notes": notes}), *shots[1:]]


def _facts(
    placed: Placed, before: Placed | None, at: int, count: int, cast: Cast, seed: int
) -> SceneFacts:
    here = (placed.scene.location, placed.scene.int_ext)
    there = (before.scene.location, before.scene.int_ext) if before else None
    return SceneFacts(
        new_place=here != there or placed.passes,
        exterior=placed.scene.int_ext is not IntExt.INT,
        opens_film=before is None,
        energy=arc((at + 0.5) / count, placed.scene.mood),
        seed=f"{seed}/{placed.scene.id}",
        people=frozenset(c.id for c in cast.characters if c.kind == "person"),
    )


def arc(at: float, mood: str) -> float:
    """Energy 0..1 at a place 0..1 in the film: rising to four fifths, then letting go."""
    height = 0.25 + 0.45 * at / 0.8 if at <= 0.8 else 0.7 - 0.3 * (at - 0.8) / 0.2
    return round(min(1.0, height + {"tense": 0.1, "urgent": 0.14, "calm": -0.05}.get(mood, 0)), 3)


def _words(placed: Placed) -> str:
    return " ".join(e.text for e in placed.source.elements if isinstance(e, Action))


def _shot_id(setup: Setup, number: int, placed: Placed, used: set[str], seed: int) -> str:
    """An id from the shot's words and place, or the one its note gives; never one used before."""
    wanted = setup.direction.shot_id
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", wanted) or wanted in used:
        words = "/".join(s.words for s in setup.said)
        parts = (seed, placed.scene.id, number, setup.role, setup.text, words)
        wanted, salt = mint("sh", *parts), 0
        while wanted in used:
            wanted, salt = mint("sh", *parts, salt), salt + 1
    used.add(wanted)
    return wanted


def _entered(placed: Placed, before: Placed | None) -> Transition:
    """How a scene's first shot is entered: as written, else a dissolve when time has passed."""
    if before is None:
        return Transition(type=TransitionType.FADE_IN, frames=FADE_FRAMES)
    written = [e.text.upper() for e in before.source.elements[-1:] if isinstance(e, Written)]
    for word, kind, frames in _WRITTEN:
        if written and word in written[0]:
            return Transition(type=kind, frames=frames)
    if placed.passes and placed.scene.location == before.scene.location:
        return Transition(type=TransitionType.DISSOLVE, frames=FADE_FRAMES)
    return Transition()


_WRITTEN = (
    ("DISSOLVE", TransitionType.DISSOLVE, FADE_FRAMES),
    ("FADE TO WHITE", TransitionType.FADE_WHITE, FADE_FRAMES),
    ("FADE", TransitionType.DIP, FADE_FRAMES),
    ("SMASH", TransitionType.SMASH_CUT, 0),
    ("MATCH", TransitionType.MATCH_CUT, 0),
    ("JUMP", TransitionType.JUMP_CUT, 0),
    ("WIPE", TransitionType.WIPE, 12),
    ("IRIS", TransitionType.IRIS, 24),
    ("TIME CUT", TransitionType.DISSOLVE, FADE_FRAMES),
)


def _divided(setups: list[Setup], slot: Slot, rate: Fraction) -> list[Setup]:
    """Long speeches over several set-ups: the speaker, then a face that listens, then tighter."""
    most = to_frames(PART_SECONDS, rate)
    out: list[Setup] = []
    for setup in setups:
        long = (n for n, s in enumerate(setup.said) if slot(s.words, s.delivery, s.speaker) > most)
        at = next(long, None)
        out += [setup] if at is None else _in_parts(setup, at, slot, most)
    return out


def _in_parts(setup: Setup, at: int, slot: Slot, most: int) -> list[Setup]:
    """A set-up whose line `at` is long; who speaks with it at once stays with its first part."""
    said, after = setup.said[at], setup.said[at + 1 :]
    cut = timing.parts(said.words, lambda t: slot(t, said.delivery, said.speaker), most)
    at_once = tuple(s for s in after if s.dual)
    first = replace(said, words=cut[0])
    listener = next((who for who in setup.subjects if who != said.speaker), "") or setup.over
    out = [replace(setup, said=(*setup.said[:at], first, *at_once))]
    for part, words in enumerate(cut[1:], 1):
        piece = (replace(said, words=words, dual=False, part=part),)
        listens = part % 2 == 1 and bool(listener) and part < len(cut) - 1
        out.append(_piece(setup, piece, listener if listens else said.speaker, part))
    return out + [_piece(setup, (s,), s.speaker, 1) for s in after if not s.dual]


def _piece(setup: Setup, said: tuple[Said, ...], shown: str, part: int) -> Setup:
    listens = shown != said[0].speaker
    return replace(
        setup,
        role="reaction" if listens else "single",
        size=Size.CU if part > 1 and not listens else Size.MCU,
        subjects=(shown,),
        said=said,
        angle=Angle.EYE,
        move=MoveType.STATIC if listens else setup.move,
        speed=Speed.NONE if listens else setup.speed,
        over="",
        text="",
        overlay="",
    )


def _arced(setups: list[Setup], energy: float, *, last: bool) -> list[Setup]:
    """Energy within the scene: from quiet to its height; the film's last shot lets go."""
    count = max(1, len(setups) - 1)
    out = [
        replace(s, energy=min(1.0, max(0.05, s.energy * 0.7 + (energy + 0.2 * n / count) * 0.3)))
        for n, s in enumerate(setups)
    ]
    if last and out and not out[-1].said:
        out[-1] = replace(out[-1], energy=min(0.35, out[-1].energy))
        if out[-1].move is MoveType.STATIC and not out[-1].direction.asks:
            out[-1] = replace(out[-1], move=MoveType.DOLLY_OUT, speed=Speed.SLOW)
    return out


def fit(shots: list[Shot], frames: int, rate: Fraction) -> list[Shot]:
    """The shots, the silent ones held longer or shorter towards a length; lines stay whole."""
    longest = to_frames(LONGEST_SECONDS, rate)
    most = {s.id: max(s.frames, min(longest, round(s.frames * STRETCH))) for s in shots}
    least = {s.id: max(to_frames(SHORTEST_SECONDS, rate), round(s.frames * SQUEEZE)) for s in shots}
    free = {s.id for s in shots if not s.dialogue}
    lengths = {s.id: s.frames for s in shots}
    for _ in range(4):
        now = sum(lengths.values())
        open_ = [k for k in free if least[k] < lengths[k] < most[k] or lengths[k] == 0] or list(
            free
        )
        span = sum(lengths[k] for k in open_)
        if not span or now == frames:
            break
        scale = max(0.0, (span + frames - now) / span)
        for key in open_:
            lengths[key] = min(most[key], max(least[key], round(lengths[key] * scale)))
    return [_held(shot, lengths[shot.id]) for shot in shots]


def _held(shot: Shot, frames: int) -> Shot:
    if frames == shot.frames:
        return shot
    scale = frames / shot.frames
    beats = tuple(
        b.model_copy(
            update={"start": int(b.start * scale), "frames": max(1, int(b.frames * scale))}
        )
        for b in shot.beats
    )
    return shot.model_copy(update={"frames": frames, "beats": beats})

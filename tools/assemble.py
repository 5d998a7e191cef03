"""The film put together from what there is: takes where they are made, boards where they are not.

Knows the project and decides nothing about the film. Whatever is missing for the sound, the cards
and the transitions is made on the way; all of it is kept by recipe, so that an older cut comes
back at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, get_args

from memory.errors import MakerFailed, NotReady
from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.shelf import Made
from memory.timing import to_seconds
from tools.crew import Crew
from tools.cut import cut_recipe
from tools.encode import Profile
from tools.plan import plan
from tools.segments import blend_recipe, card_recipe, fit_recipe, hold_recipe
from tools.timeline import Timeline, supers
from tools.transitions import Copied, Entry, Mark, Placed, plan_segments
from tools.transitions import Made as MadePiece
from tools.workshop import make_now

OPENING, END = "card_opening", "card_end"
Sound = Literal["full", "voices", "none"]
"""What is heard in a cut: everything, voices and effects for a first look, or nothing."""


Get = Callable[[Recipe], Made]
"""How a recipe becomes a thing: made now, or found or not."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What plays for a shot: a file of the right length, and how to draw beyond its ends."""

    content: str
    frames: int
    beyond: dict[str, Any] | None = None


def assemble(
    project: Project,
    crew: Crew | None = None,
    tell: Callable[[str], None] = lambda _words: None,
    sound: Sound = "full",
) -> dict[str, Any] | None:
    """Cut the film as it stands.

    Args:
        project: Whose film.
        crew: Helps with the sound when there is much to make; None makes it here.
        tell: Told what is being done.
        sound: "voices" for a first look while the score is still being written.

    Returns:
        {"file", "sha256", "seconds", "frames"}, or None while no shot has a picture.

    Raises:
        MakerFailed: something could not be made; what was made is kept.
    """
    film = project.film
    if not film.order:
        return None

    def get(recipe: Recipe) -> Made:
        return make_now(project, recipe)

    try:
        clips = _clips(project, get)
    except NotReady:
        return None
    mix = None if sound == "none" else _mixed(project, film, crew, tell, sound)
    tell("Cutting")
    return _as_told(project, _cut(film, clips, mix, get))


def standing_cut(project: Project) -> dict[str, Any] | None:
    """The cut of the film as it stands, where it was made already; makes nothing.

    Returns:
        As `assemble`; None while it was not cut since the film last moved.
    """

    def get(recipe: Recipe) -> Made:
        made = project.made(recipe.digest)
        if made is None:
            raise NotReady("The film was not cut since it moved.", "Say what to change, or export.")
        return made

    for sound in get_args(Sound):
        try:
            clips = _clips(project, get)
            mix = None if sound == "none" else get(_heard(project.film, sound)[0]).sha256
            return _as_told(project, _cut(project.film, clips, mix, get))
        except NotReady:
            continue
    return None


def _clips(project: Project, get: Get) -> dict[str, Clip]:
    film = project.film
    if not film.order:
        raise NotReady("There is no script yet.", "Say what the film is about, in one line.")
    profile = Profile(film.width, film.height, film.frame_rate)
    return {one.shot: _clip(get, film, one, profile) for one in plan(project)}


def _cut(film: Film, clips: dict[str, Clip], mix: str | None, get: Get) -> Made:
    profile = Profile(film.width, film.height, film.frame_rate)
    pieces = segments(get, film, clips, profile)
    return get(cut_recipe(pieces, mix, captions_text(film), profile))


def _as_told(project: Project, made: Made) -> dict[str, Any]:
    film = project.film
    frames = Timeline.of(film).total
    return {
        "file": str(project.vault.path(made.sha256)),
        "sha256": made.sha256,
        "seconds": to_seconds(frames, film.frame_rate),
        "frames": frames,
    }


def clips_of(project: Project) -> dict[str, Clip]:
    """What plays for each shot and card, in files of the right length; missing ones are made.

    Raises:
        NotReady: a shot has no picture yet.
    """
    film, get = project.film, partial(make_now, project)
    clips = _clips(project, get)
    _placed(get, film, clips, Profile(film.width, film.height, film.frame_rate))
    return clips


def mixed(project: Project) -> str | None:
    """The content of the film's sound, made if need be."""
    return _mixed(project, project.film, None, lambda _words: None)


def prepare(project: Project) -> int:
    """Make the held clips of the boards that are there, while others are still drawn.

    Returns:
        How many shots have a picture now; a cut is possible when all have.
    """
    film = project.film
    profile = Profile(film.width, film.height, film.frame_rate)
    ready = 0
    for one in plan(project):
        if one.take_standing.plays is None and one.board_standing.plays is None:
            continue
        _clip(partial(make_now, project), film, one, profile)
        ready += 1
    return ready


def _clip(get: Get, film: Film, one: Any, profile: Profile) -> Clip:
    shot = film.shots[one.shot]
    take: Made | None = one.take_standing.plays
    if take is not None:
        length = take.extra.get("frames")
        if length == shot.length:
            current = take.digest == one.take.digest
            beyond = dict(one.take.inputs) if current else None
            return Clip(take.sha256, shot.length, beyond)
        return _made_clip(get, fit_recipe(shot.id, take.sha256, shot.length, profile))
    board: Made | None = one.board_standing.plays
    if board is None:
        raise NotReady(f"Shot {film.number(shot.id)} has no picture yet.", "Draw the boards first.")
    return _made_clip(get, hold_recipe(shot.id, board.sha256, shot.length, profile))


def _made_clip(get: Get, recipe: Recipe) -> Clip:
    frames = int(recipe.inputs["frames"])  # type: ignore[call-overload]
    return Clip(get(recipe).sha256, frames)


def segments(
    get: Get, film: Film, clips: dict[str, Clip], profile: Profile
) -> list[tuple[str, int, int | None]]:
    """The pieces of the cut as (content, first frame, frame after the last).

    Args:
        get: Makes or finds cards and transitions.
        film: Whose cut.
        clips: What plays for each shot; the cards are added.
        profile: Size and rate.
    """
    placed = _placed(get, film, clips, profile)
    ending = Entry(film.ending.type, film.ending.frames)
    out: list[tuple[str, int, int | None]] = []
    for piece in plan_segments(placed, ending, [*_supers(film), *_burnt_in(film)]):
        if isinstance(piece, Copied):
            span = piece.span
            whole = span.stop == clips[span.shot].frames
            out.append((clips[span.shot].content, span.start, None if whole else span.stop))
        else:
            made = get(_blend(piece, clips, profile))
            out.append((made.sha256, 0, None))
    return out


def _supers(film: Film) -> list[Mark]:
    """The words that lie over shots."""
    return [Mark(one.text, one.start, one.frames, "super") for one in supers(film)]


def _burnt_in(film: Film) -> list[Mark]:
    """Captions to be drawn into the picture, when that is asked for."""
    if not (film.subtitles.enabled and film.subtitles.burn_in):
        return []
    from tools.export import captions_of

    return [
        Mark("\n".join(one.lines), one.start, one.stop - one.start, scale=film.subtitles.size)
        for one in captions_of(film, written=False)
    ]


def _blend(piece: MadePiece, clips: dict[str, Clip], profile: Profile) -> Recipe:
    files = {span.shot: (clips[span.shot].content, clips[span.shot].frames) for span in piece.spans}
    beyond = {shot: clip.beyond for shot, clip in clips.items() if clip.beyond}
    return blend_recipe(piece, files, beyond, profile)


def _placed(get: Get, film: Film, clips: dict[str, Clip], profile: Profile) -> list[Placed]:
    timeline = Timeline.of(film)
    placed = []
    for name, words, frames in (
        (OPENING, film.titles.opening, timeline.head),
        (END, film.titles.end_card, timeline.tail),
    ):
        if words:
            clips[name] = _made_clip(get, card_recipe(name, words, frames, profile))
            placed.append(Placed(name, name, frames))
    shots = [
        Placed(s.id, s.id, s.length, Entry(s.transition_in.type, s.transition_in.frames))
        for s in (film.shots[shot] for shot in film.order)
    ]
    head = [p for p in placed if p.id == OPENING]
    tail = [p for p in placed if p.id == END]
    return [*head, *shots, *tail]


def _mixed(
    project: Project,
    film: Film,
    crew: Crew | None,
    tell: Callable[[str], None],
    sound: Sound = "full",
) -> str | None:
    """The content of the film's sound, made if need be."""
    recipe, parts = _heard(film, sound)
    there = project.made(recipe.digest)
    if there is not None:
        return there.sha256
    _record(project, parts, crew, tell)
    tell("Mixing")
    return make_now(project, recipe).sha256


def _heard(film: Film, sound: Sound) -> tuple[Recipe, list[Recipe]]:
    """The mix and what it is laid from."""
    from tools.sound.recipes import mix_recipe

    if sound == "full":
        return mix_recipe(film), sound_parts(film)
    dry = film.model_copy(update={"music": film.music.model_copy(update={"enabled": False})})
    mix = mix_recipe(dry)
    lines = [part for part in sound_parts(dry) if part.kind == "line"]
    return replace(mix, inputs={**mix.inputs, "ambience": []}), lines


def sound_parts(film: Film) -> list[Recipe]:
    """Everything the mix is laid from: lines, score, ambience."""
    from tools.sound.recipes import parts

    return parts(film)


def record_sound(
    project: Project, crew: Crew | None = None, tell: Callable[[str], None] = lambda _words: None
) -> None:
    """Make whatever lines, score and ambience are missing."""
    _record(project, sound_parts(project.film), crew, tell)


def _record(
    project: Project, parts: Sequence[Recipe], crew: Crew | None, tell: Callable[[str], None]
) -> None:
    missing = [part for part in parts if project.made(part.digest) is None]
    if missing:
        tell("Recording voices and scoring")
    if crew is not None and len(missing) > 1:
        by_crew(project, crew, missing)
    for part in missing:
        make_now(project, part)


def by_crew(project: Project, crew: Crew, parts: Sequence[Recipe]) -> None:
    """Have a crew make these and wait. Raises MakerFailed when one cannot be made."""
    project.jobs.enqueue(parts, priority=20)
    crew.ensure()
    for job in project.jobs.wait([part.digest for part in parts]):
        if job.state == "failed":
            raise MakerFailed(
                f"The {job.recipe.kind} could not be made: {job.error}.",
                "Try again; everything else is kept.",
                maker=job.recipe.maker,
                retryable=job.retryable,
            )


def captions_text(film: Film) -> tuple[str, str] | None:
    """Subtitles as SRT text, when they are on."""
    if not film.subtitles.enabled:
        return None
    from tools.export import subtitles_text

    return subtitles_text(film), film.subtitles.language

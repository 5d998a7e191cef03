"""A film in another shape: its shots drawn anew for it, cut like the film, under the same sound.

Its pictures are views, a kind of their own: the takes of a shot and their names are not touched.
Knows the project and decides nothing about the film.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from memory.errors import NotReady
from memory.film import Film
from memory.project import Project
from memory.recipe import Recipe
from memory.shelf import Made
from memory.slug import slug_from
from memory.timing import to_seconds
from memory.variant import as_variant
from tools.assemble import Clip, by_crew, captions_text, mixed, segments
from tools.crew import crew_for
from tools.cut import cut_recipe
from tools.encode import Profile
from tools.pictured import picture_inputs
from tools.timeline import Timeline
from tools.workshop import make_now


def view_recipe(film: Film, name: str, shot: str) -> Recipe:
    """The picture of one shot in a variant of the film."""
    from tools.theatre.spec import LOOK

    shaped = as_variant(film, name)
    return Recipe("view", f"{shot}.{name}", "theatre", LOOK, picture_inputs(shaped, shot))


def missing_views(project: Project, name: str) -> list[str]:
    """The shots that a variant still needs drawn. Raises BadRequest when there is none."""
    film = project.film
    return [s for s in film.order if project.made(view_recipe(film, name, s).digest) is None]


def assemble_variant(
    project: Project,
    name: str,
    workers: int = 0,
    tell: Callable[[str], None] = lambda _words: None,
) -> dict[str, Any]:
    """Cut a variant of the film as it stands; what is there is used again.

    Args:
        project: Whose film.
        name: The variant's.
        workers: Processes that draw at once; 0 draws here.
        tell: Told what is being done.

    Returns:
        {"file", "sha256", "seconds", "frames"}.

    Raises:
        BadRequest: there is no such variant.
        NotReady: there are no shots yet.
        MakerFailed: something could not be made; what was made is kept.
    """
    film = as_variant(project.film, name)
    if not film.order:
        raise NotReady("There is no script yet.", "Say what the film is about, in one line.")
    views = [view_recipe(project.film, name, shot) for shot in film.order]
    _draw(project, views, workers, tell)
    made = _cut(project, film, name, views)
    frames = Timeline.of(film).total
    return {
        "file": str(project.vault.path(made.sha256)),
        "sha256": made.sha256,
        "seconds": to_seconds(frames, film.frame_rate),
        "frames": frames,
    }


def _draw(
    project: Project, views: Sequence[Recipe], workers: int, tell: Callable[[str], None]
) -> None:
    missing = [view for view in views if project.made(view.digest) is None]
    if missing:
        tell(f"Drawing {len(missing)} shots for it")
    if workers and len(missing) > 1:
        with crew_for(project.folder, workers) as crew:
            by_crew(project, crew, missing)
    for view in missing:
        make_now(project, view)


def _cut(project: Project, film: Film, name: str, views: Sequence[Recipe]) -> Made:
    get = partial(make_now, project)
    profile = Profile(film.width, film.height, film.frame_rate)
    clips = {}
    for shot, view in zip(film.order, views, strict=True):
        made = get(view)
        clips[shot] = Clip(made.sha256, film.shots[shot].length, dict(view.inputs))
    pieces = segments(get, film, clips, profile)
    cut = cut_recipe(pieces, mixed(project), captions_text(film), profile)
    return get(replace(cut, target=f"film.{name}"))


def variant_file(project: Project, name: str) -> Path:
    """Where a variant is written out: beside the film's own mp4, under the film's and its name."""
    plain = slug_from(name) or "variant"
    return project.folder / "exports" / f"{project.slug}-{plain}.mp4"

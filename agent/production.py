"""The steps of making a film, each safe to do again: write, board, shoot, go back.

Knows no graph.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from agent.desk import Desk, Event
from agent.editing import note_edit, spoken_frames
from agent.targets import shot_id
from memory.change import AnyChange, EditFilm, LayOut
from memory.diff import diff
from memory.edit import apply_all
from memory.errors import BadRequest, NotReady
from memory.film import Film, mint
from memory.project import Project
from memory.recipe import Recipe

MOST_MEASURED_LINES = 80
"""Beyond this many lines a length is estimated; speaking each would keep the creator waiting."""


def write(
    desk: Desk, idea: str | None, script: str | None, seconds: int | None, seed: int = 0
) -> dict[str, Any]:
    """Write the film and lay it out as one revision.

    Args:
        desk: Whose film it is.
        idea: A line or a story to write from.
        script: A screenplay as Fountain text, or a story; it wins over the idea.
        seconds: The length aimed at.
        seed: Another seed, another film from the same idea.
    """
    desk.tell(Event("step", "Writing the script" if not script else "Reading the screenplay"))
    changes = written(desk.film, idea, script, seconds, seed, desk.settings.seconds)
    before = desk.film
    revision = desk.project.edit(
        changes, words=desk.turn.words or idea or "screenplay", author="writer"
    )
    moved = diff(before, desk.film)
    note_edit(desk, changes, moved)
    film = desk.film
    return {
        "revision": revision.number,
        "said": f"{film.title}: {film.logline or 'laid out from the screenplay'} "
        f"{len(film.scene_order())} scenes, {len(film.order)} shots.",
        "shots": len(film.order),
    }


def written(
    film: Film,
    idea: str | None,
    script: str | None,
    seconds: int | None,
    seed: int = 0,
    usual: int = 60,
) -> list[AnyChange]:
    """The changes that lay a film out from an idea, a story or a screenplay.

    A screenplay and a told story keep their own length unless `seconds` is given; a film from
    an idea lasts about `usual`.
    """
    from agent.writing.breakdown import break_down
    from agent.writing.offline_writer import OfflineWriter
    from agent.writing.treatment import is_story
    from tools.formats.fountain import looks_like_screenplay, read_fountain, write_fountain

    head: dict[str, Any] = {"seed": seed}
    if script and looks_like_screenplay(script):
        screenplay = read_fountain(script)
    else:
        writer = OfflineWriter()
        premise = writer.premise(script or idea or "", seed=seed, language=film.language)
        screenplay = writer.script(premise, seconds=seconds or usual, seed=seed)
        # A told story has as many pictures as events: squeezed, none could be read.
        seconds = seconds or (None if is_story(script or idea or "") else usual)
        head |= {
            "title": premise.title,
            "logline": premise.logline,
            "genre": premise.genre,
            "tone": premise.tone,
            "theme": premise.theme,
            "premise": script or idea or "",
        }
    head["script"] = write_fountain(screenplay)
    laid_out = break_down(screenplay, film, _measure(film), seed=seed, seconds=seconds)
    return [*with_blocking(film, with_voices(laid_out)), EditFilm(**head)]


def with_blocking(film: Film, changes: Sequence[AnyChange]) -> list[AnyChange]:
    """The same changes with everyone's marks written into the scenes of the layout."""
    from tools.theatre.blocking import with_marks

    blocked = with_marks(apply_all(film, changes)).scenes

    def marked(change: AnyChange) -> AnyChange:
        if not isinstance(change, LayOut):
            return change
        scenes = tuple(blocked[scene.id] for scene in change.scenes)
        return change.model_copy(update={"scenes": scenes})

    return [marked(change) for change in changes]


def _measure(film: Film) -> Callable[[str, str, str], int]:
    measured = 0

    def frames(text: str, _delivery: str, _who: str) -> int:
        nonlocal measured
        measured += 1
        if measured > MOST_MEASURED_LINES:
            return round((len(text) / 14 + 0.4) * film.frame_rate)
        return spoken_frames(film, text)

    return frames


def with_voices(changes: Sequence[AnyChange]) -> list[AnyChange]:
    """The same changes with a locked voice for everyone who has none."""
    from tools.sound.voices import cast_voices

    def voiced(change: AnyChange) -> AnyChange:
        if not isinstance(change, LayOut):
            return change
        voices = cast_voices(change.characters)
        cast = tuple(c.model_copy(update={"voice": voices[c.id]}) for c in change.characters)
        return change.model_copy(update={"characters": cast})

    return [voiced(change) for change in changes]


def blank(words: str, size: tuple[int, int] = (1280, 720), *order: str) -> Film:
    """An empty film that a conversation begins with, its picture so many pixels.

    The film's id seeds its look: with an order's digest the same order is the same film.
    """
    title = " ".join(words.split())[:60] or "Untitled"
    return Film(id=mint("film", *order), title=title, width=size[0], height=size[1])


def need_shots(film: Film) -> None:
    """Raise NotReady when there is nothing to board or shoot."""
    if not film.order:
        raise NotReady("There is no script yet.", "Say what the film is about, in one line.")


def want_takes(desk: Desk, shots: Sequence[str] | None, takes: int = 1) -> dict[str, Any]:
    """Ask for takes of some shots, or of all that are missing or stale but not locked.

    With several `takes` each is another performance of the same shot; what plays stays.
    """
    need_shots(desk.film)
    film = desk.film
    free = [shot for shot in film.order if not film.shots[shot].locked]
    ids = [shot_id(film, named) for named in shots] if shots else free
    desk.turn.kind = "act"
    numbers = ", ".join(str(film.number(shot)) for shot in ids)
    named = f"{'shot' if len(ids) == 1 else 'shots'} {numbers}"
    if takes > 1:
        desk.turn.further += [r for shot in ids for r in _other_takes(desk, shot, takes)]
        return {"said": f"Shooting {takes} takes of {named}."}
    desk.turn.wanted.update(ids)
    return {"said": f"Shooting {named}."}


def _other_takes(desk: Desk, shot: str, count: int) -> list[Recipe]:
    """Recipes of a shot under seeds none of its takes has had; takes are numbered, seeds follow."""
    from tools.takes import take_recipe

    film, old = desk.film, desk.film.shots[shot]
    first = max(old.seed, len(desk.project.takes(shot))) + 1
    films = (
        film.model_copy(
            update={"shots": {**film.shots, shot: old.model_copy(update={"seed": first + n})}}
        )
        for n in range(count)
    )
    return [take_recipe(other, shot) for other in films]


def step_back(desk: Desk, steps: int, revision: int | None) -> dict[str, Any]:
    """Undo the newest edits, or one older revision."""
    before = desk.film
    if revision is None:
        desk.project.undo(steps)
    else:
        desk.project.undo_revision(revision)
    return _moved_back(desk, before)


def step_forward(desk: Desk) -> dict[str, Any]:
    """Redo what was undone last."""
    before = desk.film
    desk.project.redo()
    return _moved_back(desk, before)


def _moved_back(desk: Desk, before: Film) -> dict[str, Any]:
    moved = diff(before, desk.film)
    note_edit(desk, [], moved)
    desk.turn.kind = "act"
    return {"diff": [one.as_json() for one in moved[:60]]}


def states(project: Project) -> dict[str, str]:
    """One word a shot: current, stale, board or missing."""
    from tools.plan import plan

    return {one.shot: one.state for one in plan(project)}


def to_shoot(desk: Desk) -> list[Recipe]:
    """Takes the film wants now: asked for in this turn, or stale where it was shot before."""
    from tools.plan import plan

    plans = plan(desk.project)
    shot_before = any(one.take_standing.state != "missing" for one in plans)
    wanted = []
    for one in plans:
        asked = one.shot in desk.turn.wanted
        stands = one.take_standing
        # A locked shot plays what it has: an edit of the whole film does not shoot it again.
        kept = stands.picked or (desk.film.shots[one.shot].locked and stands.state == "stale")
        due = stands.state != "current" and not kept
        if (asked and stands.state != "current") or (due and shot_before):
            wanted.append(one.take)
    return [*wanted, *desk.turn.further]


def to_board(desk: Desk) -> list[Recipe]:
    """Boards the film wants now: all when asked for, else the stale ones of a boarded film."""
    from tools.plan import plan

    plans = plan(desk.project)
    boarded = desk.turn.boards or any(p.board_standing.state != "missing" for p in plans)
    shots = desk.film.shots
    kept = {p.shot for p in plans if shots[p.shot].locked and p.board_standing.state == "stale"}
    due = [p for p in plans if p.board_standing.state != "current" and p.shot not in kept]
    return [p.board for p in due if boarded]


def need_words(text: str) -> str:
    """An idea or a note that has words in it. Raises BadRequest for an empty one."""
    if not text.strip():
        raise BadRequest(
            "There is nothing to film in an empty line.",
            'Say it in one line, such as "a lighthouse keeper finds a paper boat".',
        )
    return text

"""How changes of one shot, its lines and the order are played. Part of `memory.edit`."""

from __future__ import annotations

from memory import change as ch
from memory.errors import BadRequest
from memory.film import Film, Line, Transition
from memory.playing import on_character, on_shot, place, play, put, remove, there, with_fields
from memory.vocabulary import CUTS, MoveType, Speed


@play.register
def _(change: ch.Relight, film: Film) -> Film:
    light = with_fields(film.shot(change.shot).lighting, change.given("shot"))
    return on_shot(film, change.shot, lighting=light)


@play.register(ch.Reframe)
@play.register(ch.Retime)
@play.register(ch.Redirect)
@play.register(ch.Dress)
@play.register(ch.Retake)
def _(change: ch.Reframe, film: Film) -> Film:
    return on_shot(film, change.shot, **change.given("shot"))


@play.register
def _(change: ch.MoveCamera, film: Film) -> Film:
    usual = Speed.NONE if change.type is MoveType.STATIC else Speed.SLOW
    before = film.shot(change.shot).movement
    speed = change.speed or (usual if before.speed is Speed.NONE else before.speed)
    if change.type is MoveType.STATIC:
        speed = Speed.NONE
    kept = (
        {} if change.type is not before.type else {"amount": before.amount, "easing": before.easing}
    )
    given = {k: v for k, v in change.given("shot", "type", "speed").items() if v is not None}
    movement = {"type": change.type, "speed": speed, **kept, **given}
    return on_shot(film, change.shot, movement=movement)


@play.register
def _(change: ch.ChooseTake, film: Film) -> Film:
    return on_shot(film, change.shot, pick=change.take)


@play.register
def _(change: ch.SetTransition, film: Film) -> Film:
    frames = 0 if change.type in CUTS else change.frames or 12
    transition = Transition(type=change.type, frames=frames)
    if change.shot is None:
        return film.model_copy(update={"ending": transition})
    return on_shot(film, change.shot, transition_in=transition)


def _lines(film: Film, line_id: str, new: Line | None) -> Film:
    shot, _ = film.find_line(line_id)
    kept = (new if line.id == line_id else line for line in shot.dialogue)
    return on_shot(film, shot.id, dialogue=tuple(line for line in kept if line is not None))


@play.register
def _(change: ch.RewriteLine, film: Film) -> Film:
    _, line = film.find_line(change.line)
    fields = change.given("line", "text")
    if "text" in change.model_fields_set:
        fields["line"] = change.text
    return _lines(film, change.line, with_fields(line, fields))


@play.register
def _(change: ch.AddLine, film: Film) -> Film:
    shot = film.shot(change.shot)
    if any(change.line.id == line.id for s in film.shots.values() for line in s.dialogue):
        raise BadRequest(f"There is a line {change.line.id!r} already.")
    return on_shot(film, shot.id, dialogue=(*shot.dialogue, change.line))


@play.register
def _(change: ch.CutLine, film: Film) -> Film:
    return _lines(film, change.line, None)


@play.register
def _(change: ch.Lock, film: Film) -> Film:
    if change.shot is not None:
        film = on_shot(film, change.shot, locked=change.locked)
    if change.character is not None:
        there(film.characters, change.character, "character")
        film = on_character(film, change.character, {"locked": change.locked})
    return film


@play.register
def _(change: ch.InsertShot, film: Film) -> Film:
    shot = change.shot
    if shot.id in film.shots or shot.id in film.bin:
        raise BadRequest(f"A shot {shot.id!r} was there before; ids are never used again.")
    there(film.scenes, shot.scene, "scene")
    return place(put(film, shot), shot.id, change.after)


@play.register
def _(change: ch.DeleteShot, film: Film) -> Film:
    shot = film.shot(change.shot)
    if shot.locked:
        raise BadRequest(f"Shot {film.number(shot.id)} is locked.", "Unlock it first.")
    return remove(film, (shot.id,))


@play.register
def _(change: ch.RestoreShot, film: Film) -> Film:
    there(film.bin, change.shot, "removed shot")
    shot = film.bin[change.shot]
    there(film.scenes, shot.scene, "scene")
    left = {k: v for k, v in film.bin.items() if k != shot.id}
    film = film.model_copy(update={"bin": left})
    return place(put(film, shot), shot.id, change.after)


@play.register
def _(change: ch.Reorder, film: Film) -> Film:
    if sorted(change.order) != sorted(film.order):
        raise BadRequest("The new order must hold the same shots, each once.", film.extent())
    return film.model_copy(update={"order": change.order})

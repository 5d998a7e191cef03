"""Lays a changed screenplay over the film made of the older one: what it touches, and no more.

Three sides meet: the older script's breakdown (base), the new script's (theirs), and the film as
its creator left it (ours). Where base and theirs agree, ours stays as it is, take and all; where
they differ, only what the new words are about is taken over. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from agent.writing.breakdown import break_down
from agent.writing.directed import Earlier, asked_of
from agent.writing.merging import Merge, cast, ordered, own_scene, places, scenes
from agent.writing.pairing import Seen, SeenScene, pair_scenes, pair_shots
from agent.writing.regrouped import regrouped, scripted_action
from agent.writing.revised import Names, revised, translated
from agent.writing.timing import Measure
from memory.change import AnyChange, EditFilm, LayOut
from memory.errors import BadRequest
from memory.film import Film, Shot, mint
from memory.script import Script
from tools.formats.fountain import read_fountain, write_fountain
from tools.formats.shot_notes import Linked, without_shot_notes


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a changed script does to a film."""

    changes: tuple[AnyChange, ...]
    rewritten: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0
    notes: tuple[str, ...] = ()


def lay_over(
    film: Film, script: Script, measure: Measure | None = None, earlier: Earlier | None = None
) -> Overlay:
    """The changes that bring a film to a changed screenplay.

    Args:
        film: The film as it stands, laid out from `film.script`.
        script: The new screenplay; notes with the film's shot ids say which words are whose.
        measure: (text, delivery, character id) -> frames of a line that is new; an estimate
            when None.
        earlier: Notes that were true of a shot once; they ask for nothing.

    Raises:
        BadRequest: there is nothing to shoot in the screenplay.
    """
    bare, links = without_shot_notes(script, film)
    theirs = break_down(bare, film, None, film.seed)
    base = _broken_down(film)
    merge = _merged(film, _layout(base), _layout(theirs), links)
    _rewrite(merge, measure)
    _direct(merge, links, earlier or {})
    _enter(merge, _layout(theirs))
    order, removed = ordered(merge, set(_gone(merge)))
    shots = tuple(merge.shots[one] for one in order)
    layout = LayOut(
        characters=cast(merge, shots),
        locations=places(merge),
        scenes=scenes(merge),
        shots=shots,
    )
    fields: dict[str, object] = {"script": write_fountain(bare)}
    if bare.title and bare.title != _old_title(film):
        fields["title"] = bare.title[:300]
    same = fields == {"script": film.script}
    changes: list[AnyChange] = [] if same else [EditFilm.model_validate(fields)]
    changes += [c for c in theirs if not isinstance(c, LayOut | EditFilm) and c not in base]
    if layout != _standing(film):
        changes.append(layout)
    kept = len(order) - len(merge.added) - len(merge.rewritten)
    return Overlay(
        tuple(changes), tuple(merge.rewritten), tuple(merge.added), removed, kept, _notes(merge)
    )


def _standing(film: Film) -> LayOut:
    """The film as one layout of itself."""
    return LayOut(
        characters=tuple(film.characters.values()),
        locations=tuple(film.locations.values()),
        scenes=tuple(film.scenes.values()),
        shots=tuple(film.shots[one] for one in film.order),
    )


def _broken_down(film: Film) -> list[AnyChange]:
    """The older script's breakdown; the film itself where it was not laid out from a script."""
    try:
        return break_down(read_fountain(film.script), film, None, film.seed)
    except BadRequest:
        return [_standing(film)]


def _layout(changes: Iterable[AnyChange]) -> LayOut:
    return next(c for c in changes if isinstance(c, LayOut))


def _old_title(film: Film) -> str:
    try:
        return read_fountain(film.script).title
    except BadRequest:
        return film.title


def _merged(film: Film, base: LayOut, theirs: LayOut, links: tuple[Linked, ...]) -> Merge:
    standing = _seen(_standing(film))
    old, new = _seen(base), _seen(theirs)
    home = pair_scenes(standing, old)
    found = pair_shots(standing, old, home)
    ours_of = {one: found.get(one, "") for one in found}
    names = Names.between(film, base, ours_of)
    moved = pair_scenes(old, new)
    theirs = _same_shots(base, theirs, moved)
    base_of = pair_shots(old, _seen(theirs), moved)
    _follow(links, base_of, ours_of, theirs)
    scene_of = {one: home[was] for one, was in moved.items() if was in home}
    return Merge(film, base, theirs, ours_of, base_of, scene_of, names)


def _same_shots(base: LayOut, theirs: LayOut, moved: dict[str, str]) -> LayOut:
    """Their breakdown, scenes that only changed words kept in the shots they had."""
    shots: list[Shot] = []
    for scene in dict.fromkeys(shot.scene for shot in theirs.shots):
        new = [shot for shot in theirs.shots if shot.scene == scene]
        old = [shot for shot in base.shots if shot.scene == moved.get(scene)]
        kept = regrouped(old, new) if old else None
        shots += [s.model_copy(update={"scene": scene}) for s in kept] if kept else new
    return theirs.model_copy(update={"shots": tuple(shots)})


def _follow(
    links: tuple[Linked, ...], base_of: dict[str, str], ours_of: dict[str, str], theirs: LayOut
) -> None:
    """Shots that notes name and words alone did not pair: the note decides."""
    base_for = {ours: base for base, ours in ours_of.items()}
    known = set(base_of.values())
    for link in links:
        base = base_for.get(link.shot)
        if base is None or base in known:
            continue
        fits = [s.id for s in theirs.shots if s.id not in base_of and link.begins(_told(s))]
        if fits:
            base_of[fits[0]] = base
            known.add(base)


def _told(shot: Shot) -> str:
    """The words of a shot that stand in the script, in order."""
    return " ".join([scripted_action(shot), *(line.line for line in shot.dialogue)]).strip()


def _seen(layout: LayOut) -> list[SeenScene]:
    by_scene: dict[str, list[Seen]] = {}
    for shot in layout.shots:
        by_scene.setdefault(shot.scene, []).append(_view(shot))
    slugs = {scene.id: scene.slug.casefold() for scene in layout.scenes}
    return [SeenScene(one, slugs.get(one, ""), tuple(shots)) for one, shots in by_scene.items()]


def _view(shot: Shot) -> Seen:
    said = tuple(f"{line.character}|{line.delivery}|{line.line}" for line in shot.dialogue)
    scripted = bool(said or scripted_action(shot))
    words = re.findall(r"\w+", _told(shot).casefold())
    speakers = tuple(line.character for line in shot.dialogue)
    key = (shot.action, *shot.overlays, *said)
    return Seen(shot.id, key, Counter(words), speakers, scripted)


def _rewrite(merge: Merge, measure: Measure | None) -> None:
    """Their shots as the film's: as it stands, rewritten, or new."""
    base_shots = {shot.id: shot for shot in merge.base.shots}
    last_new = False
    fresh = {shot.scene for shot in merge.theirs.shots} - set(merge.scene_of)
    for shot in merge.theirs.shots:
        was = merge.base_of.get(shot.id, "")
        ours = merge.ours_of.get(was, "")
        if ours:
            last_new = False
            _take_over(merge, merge.film.shots[ours], base_shots[was], shot, measure)
        elif was:
            continue  # The creator took it out of the film: the script does not bring it back.
        elif _view(shot).scripted or shot.scene in fresh or last_new:
            last_new = True
            _add(merge, shot)


def _take_over(merge: Merge, ours: Shot, base: Shot, theirs: Shot, measure: Measure | None) -> None:
    here = own_scene(merge, theirs.scene)
    placed = ours if here == ours.scene else ours.model_copy(update={"scene": here})
    if _view(base).key == _view(theirs).key:
        new = placed
    else:
        new = revised(placed, base, theirs, merge.names, merge.film.frame_rate, measure)
    if ours.locked and new != ours:
        merge.locked.append(ours.id)
        new = ours
    merge.shots[ours.id] = new
    if new != ours:
        merge.rewritten.append(ours.id)


def _direct(merge: Merge, links: tuple[Linked, ...], earlier: Earlier) -> None:
    """What notes ask of shots that stand, over what the words make of them."""
    for link in links:
        fields = asked_of(link, merge.film, earlier)
        if fields and link.shot in merge.shots:
            _change(merge, link.shot, fields)


def _enter(merge: Merge, theirs: LayOut) -> None:
    """How scenes are entered, where the script wrote another transition."""
    before = {shot.scene: shot for shot in reversed(merge.base.shots)}
    after = {shot.scene: shot for shot in reversed(theirs.shots)}
    scene_of_base = {merge.ours_of[b]: before[s.scene] for s in before.values()
                     if (b := s.id) in merge.ours_of}  # fmt: skip
    heads = {shot.scene: shot.id for shot in reversed(merge.shots.values())}
    for scene, shot in after.items():
        ours = heads.get(merge.scene_of.get(scene, ""), "")
        base = scene_of_base.get(ours)
        if base is not None and base.transition_in != shot.transition_in:
            _change(merge, ours, {"transition_in": shot.transition_in})


def _change(merge: Merge, shot: str, fields: dict[str, Any]) -> None:
    if merge.film.shots.get(shot, merge.shots[shot]).locked:
        merge.locked.append(shot)
        return
    new = merge.shots[shot].model_copy(update=fields)
    if new != merge.shots[shot] and shot not in [*merge.rewritten, *merge.added]:
        merge.rewritten.append(shot)
    merge.shots[shot] = new


def _add(merge: Merge, shot: Shot) -> None:
    taken = {*merge.film.shots, *merge.film.bin, *merge.shots}
    own, salt = shot.id, 0
    while own in taken:
        own, salt = mint("sh", shot.id, salt), salt + 1
    fields = {"id": own, "scene": own_scene(merge, shot.scene)}
    merge.shots[own] = translated(shot, merge.names).model_copy(update=fields)
    merge.added.append(own)


def _gone(merge: Merge) -> list[str]:
    """Shots of the film whose words are no longer in the script; a locked one stays."""
    live = set(merge.base_of.values())
    scenes_left = {merge.base_of[s.id] for s in merge.theirs.shots if s.id in merge.base_of}
    kept_scenes = {s.scene for s in merge.base.shots if s.id in scenes_left}
    gone: list[str] = []
    last_gone = False
    for shot in merge.base.shots:
        ours = merge.ours_of.get(shot.id, "")
        if shot.id in live:
            last_gone = False
            continue
        dropped = _view(shot).scripted or shot.scene not in kept_scenes or last_gone
        last_gone = dropped
        if ours and dropped and ours in merge.film.order:
            if merge.film.shots[ours].locked:
                merge.locked.append(ours)
            else:
                gone.append(ours)
    return gone


def _notes(merge: Merge) -> tuple[str, ...]:
    numbers = [str(merge.film.number(one)) for one in dict.fromkeys(merge.locked)]
    if not numbers:
        return ()
    which = f"Shot {numbers[0]} is" if len(numbers) == 1 else f"Shots {', '.join(numbers)} are"
    return (f"{which} locked and left as before; the script says otherwise now.",)

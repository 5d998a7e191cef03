"""The film, its older script's breakdown and the new one's, while they are merged. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.writing.revised import Names
from memory.change import LayOut
from memory.film import Character, Film, Location, Scene, Shot, mint

SCENE_FIELDS = ("slug", "int_ext", "location", "time_of_day", "weather", "synopsis")


@dataclass(slots=True)
class Merge:
    """The three sides and how they are paired while they are merged."""

    film: Film
    base: LayOut
    theirs: LayOut
    ours_of: dict[str, str]
    """Base shot id -> the film's own."""
    base_of: dict[str, str]
    """Their shot id -> base shot id."""
    scene_of: dict[str, str]
    """Their scene id -> the film's own."""
    names: Names
    locked: list[str] = field(default_factory=list)
    shots: dict[str, Shot] = field(default_factory=dict)
    rewritten: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


def own_scene(merge: Merge, theirs: str) -> str:
    """The id of a new scene, never one that stands in the film already."""
    if theirs not in merge.scene_of:
        taken = {*merge.film.scenes, *merge.scene_of.values()}
        own, salt = theirs, 0
        while own in taken:
            own, salt = mint("sc", theirs, salt), salt + 1
        merge.scene_of[theirs] = own
    return merge.scene_of[theirs]


def ordered(merge: Merge, gone: set[str]) -> tuple[list[str], tuple[str, ...]]:
    """The shots in order and what goes out: the film's own order where the script kept its own."""
    script_order = list(merge.shots)
    before = [s.id for s in merge.base.shots]
    ranks = {merge.ours_of[b]: n for n, b in enumerate(before) if b in merge.ours_of}
    ranked = [ranks[one] for one in script_order if one in ranks]
    stands = [one for one in merge.film.order if one not in gone]
    for one in stands:
        merge.shots.setdefault(one, merge.film.shots[one])
    if ranked == sorted(ranked):
        order = _with_new(stands, script_order)
    else:
        order = _with_new(script_order, stands)
    return order, tuple(one for one in merge.film.order if one in gone)


def _with_new(order: list[str], other: list[str]) -> list[str]:
    """The order, and what only the other row holds: each behind its neighbour there."""
    out, have = list(order), set(order)
    before = ""
    for one in other:
        if one not in have:
            out.insert(out.index(before) + 1 if before else 0, one)
        before = one
    return out


def scenes(merge: Merge) -> tuple[Scene, ...]:
    """The film's scenes with the slugs the script changed, and the new ones."""
    base = {scene.id: scene for scene in merge.base.scenes}
    of_base = {shot.id: shot.scene for shot in merge.base.shots}
    out = dict(merge.film.scenes)
    was_of = {s.scene: of_base[merge.base_of[s.id]] for s in merge.theirs.shots
              if s.id in merge.base_of}  # fmt: skip
    for scene in merge.theirs.scenes:
        own = merge.scene_of.get(scene.id)
        if own is None:
            continue
        place = merge.names.places.get(scene.location, scene.location)
        was = base.get(was_of.get(scene.id, ""))
        if own not in out:
            out[own] = scene.model_copy(update={"id": own, "location": place})
        elif was is not None:
            moved = {f: getattr(scene, f) for f in SCENE_FIELDS
                     if getattr(scene, f) != getattr(was, f)}  # fmt: skip
            if "location" in moved:
                moved["location"] = place
            out[own] = out[own].model_copy(update=moved)
    return tuple(out.values())


def cast(merge: Merge, shots: tuple[Shot, ...]) -> tuple[Character, ...]:
    """The film's cast, and who the script brought in."""
    seen = {who for s in shots for who in (*s.subjects, *(line.character for line in s.dialogue))}
    known = merge.film.characters
    new = (c for c in merge.theirs.characters if c.id in seen and c.id not in known)
    return (*known.values(), *new)


def places(merge: Merge) -> tuple[Location, ...]:
    """The film's places, and those the script brought in."""
    known = merge.film.locations
    used = {scene.location for scene in scenes(merge)}
    new = (place for place in merge.theirs.locations if place.id in used and place.id not in known)
    return (*known.values(), *new)

"""Every recipe of a film at once, as digests: what an edit makes stale is what differs here."""

from __future__ import annotations

from memory.film import Film
from memory.recipe import Recipe
from memory.shelf import Made
from tools.assemble import Clip, captions_text, segments, sound_parts
from tools.boards import board_recipe
from tools.cut import cut_recipe
from tools.encode import Profile
from tools.sound.recipes import mix_recipe
from tools.takes import take_recipe
from tools.variants import view_recipe


def digests(film: Film) -> dict[tuple[str, str], str]:
    """The digest of everything that can be made of a film, by kind and target."""
    pictures = [make(film, shot) for shot in film.order for make in (take_recipe, board_recipe)]
    views = [view_recipe(film, name, shot) for name in film.variants for shot in film.order]
    mix = mix_recipe(film)
    made = [*pictures, *views, *sound_parts(film), mix, cut_of(film, mix)]
    return {(one.kind, one.target): one.digest for one in made}


def cut_of(film: Film, mix: Recipe) -> Recipe:
    """The cut as it would be with every take there: files are called by their recipes."""
    takes = [(shot, take_recipe(film, shot)) for shot in film.order]
    clips = {s: Clip(r.digest, film.shots[s].length, dict(r.inputs)) for s, r in takes}
    profile = Profile(film.width, film.height, film.frame_rate)
    pieces = segments(_as_made, film, clips, profile)
    return cut_recipe(pieces, mix.digest, captions_text(film), profile)


def _as_made(recipe: Recipe) -> Made:
    made = ("made1", recipe.kind, recipe.target, recipe.digest, recipe.look, recipe.maker)
    return Made(*made, sha256=recipe.digest, seconds=0.0, bytes=0, ledger=1, at="")


def stale(before: Film, after: Film) -> dict[str, set[str]]:
    """What is to be made anew after an edit: targets by kind; what left the film does not count."""
    old, new = digests(before), digests(after)
    known = set(old.values())
    moved = [
        place
        for place, digest in new.items()
        if old.get(place) != digest and (place[0] == "cut" or digest not in known)
    ]
    return {kind: {t for k, t in moved if k == kind} for kind in {k for k, _ in moved}}

"""Pieces of a cut that are rendered for it: held boards, cards, transitions, fitted takes.

Each is a clip in the film's frozen profile, made from files named by content, and kept by recipe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from memory.recipe import Recipe
from memory.vocabulary import TransitionType
from tools.encode import Frame, Profile, read_frames, repeat, write_clip
from tools.makers import Product, Shop
from tools.transitions import Blend, Made, Mark, Span

LOOK = 1


def profile_of(inputs: Mapping[str, Any]) -> Profile:
    """Size and rate a recipe of the cut asks for."""
    return Profile(inputs["width"], inputs["height"], Fraction(inputs["fps"]))


def shape(profile: Profile) -> dict[str, Any]:
    """The part of a recipe that says the picture's size and rate."""
    return {"width": profile.width, "height": profile.height, "fps": str(profile.rate)}


def hold_recipe(target: str, board: str, frames: int, profile: Profile) -> Recipe:
    """A board held still for a shot's length; `board` is the content of its file."""
    inputs = {"what": "hold", "board": board, "frames": frames, **shape(profile)}
    return Recipe("segment", target, "stitch", LOOK, inputs)


def fit_recipe(target: str, take: str, frames: int, profile: Profile) -> Recipe:
    """A take of another length, cut or its last frame held until it is new."""
    inputs = {"what": "fit", "take": take, "frames": frames, **shape(profile)}
    return Recipe("segment", target, "stitch", LOOK, inputs)


def card_recipe(target: str, words: str, frames: int, profile: Profile) -> Recipe:
    """A title or an end card: the first line large, what follows small."""
    title, _, small = words.strip().partition("\n")
    inputs = {"what": "card", "title": title, "small": small.strip(), "frames": frames}
    return Recipe("segment", target, "titles", LOOK, {**inputs, **shape(profile)})


def blend_recipe(
    piece: Made, files: Mapping[str, tuple[str, int]], beyond: Mapping[str, Any], profile: Profile
) -> Recipe:
    """A transition over the handles of two takes.

    Args:
        piece: From the plan; its place in the film does not count, so that moving it is free.
        files: For each shot of it, the content of its clip and the clip's length.
        beyond: For each shot that can be drawn beyond its ends, its take's recipe inputs.
        profile: Size and rate.
    """
    moved = {
        "spans": [{**asdict(s), "at": s.at - piece.at, "take": ""} for s in piece.spans],
        "blends": [
            {**asdict(b), "at": b.at - piece.at, "cut": b.cut - piece.at} for b in piece.blends
        ],
        "marks": [_mark(mark, piece.at) for mark in piece.marks],
    }
    used = {span.shot for span in piece.spans}
    inputs = {
        "what": "blend",
        "piece": moved,
        "files": {shot: list(files[shot]) for shot in used},
        "beyond": {shot: beyond[shot] for shot in used if shot in beyond},
        **shape(profile),
    }
    return Recipe("segment", piece.spans[0].shot, "stitch", LOOK, inputs)


def _mark(mark: Mark, at: int) -> dict[str, Any]:
    """A mark beside its piece; a usual caption names no more, as before there were others."""
    plain = {"name": mark.words, "at": mark.at - at, "frames": mark.frames}
    sort = {} if mark.sort == "caption" else {"sort": mark.sort}
    return {**plain, **sort, **({} if mark.scale == 1 else {"scale": mark.scale})}


def make_segment(recipe: Recipe, shop: Shop) -> Product:
    """Render one piece of a cut."""
    inputs: Mapping[str, Any] = recipe.inputs
    profile = profile_of(inputs)
    path = shop.folder / "segment.mp4"
    if inputs["what"] == "card":
        from tools.titles import Card, write_card

        card = Card(inputs["title"], inputs["small"])
        write_card(card, inputs["frames"], profile, path)
    elif inputs["what"] == "hold":
        from tools.animatic import board_clip

        board_clip(shop.content(inputs["board"]), inputs["frames"], profile, path)
    else:
        write_clip(_KINDS[inputs["what"]](inputs, shop, profile), profile, path)
    return Product(path, {"frames": int(inputs.get("frames", 0))})


def _fitted(inputs: Mapping[str, Any], shop: Shop, profile: Profile) -> Iterator[Frame]:
    last: Frame | None = None
    count = 0
    for last in read_frames(shop.content(inputs["take"]), profile, 0, inputs["frames"]):
        count += 1
        yield last
    if last is not None:
        yield from repeat(last, inputs["frames"] - count)


def _blended(inputs: Mapping[str, Any], shop: Shop, profile: Profile) -> Iterator[Frame]:
    from tools.blends import made_frames, take_source
    from tools.takes import frames_of

    sources = {}
    for shot, (content, frames) in inputs["files"].items():
        recipe = inputs["beyond"].get(shot)
        more = _beyond(recipe, frames_of) if recipe else None
        sources[shot] = take_source(shop.content(content), frames, profile, more)
    piece = _piece(inputs["piece"])
    return made_frames(piece, sources, profile, _drawer(piece, profile))


def _beyond(
    recipe: Any, frames_of: Callable[[Any, int, int], Iterator[Frame]]
) -> Callable[[int, int], Iterator[Frame]]:
    return lambda start, stop: frames_of(recipe, start, stop)


def _piece(plain: Mapping[str, Any]) -> Made:
    spans = tuple(Span(**span) for span in plain["spans"])
    blends = tuple(Blend(**{**b, "kind": TransitionType(b["kind"])}) for b in plain["blends"])
    marks = (
        Mark(m["name"], m["at"], m["frames"], m.get("sort", "caption"), m.get("scale", 1.0))
        for m in plain["marks"]
    )
    return Made(0, spans, blends, tuple(marks))


def _drawer(piece: Made, profile: Profile) -> Callable[[Mark, int, Frame], Frame] | None:
    """Draws the captions and supers of a piece."""
    if not piece.marks:
        return None
    from tools.overlay import Overlay, over_caption, over_words

    def over(mark: Mark) -> Overlay:
        lines = mark.words.split("\n")
        if mark.sort == "super":
            return over_words(lines, mark.frames, profile)
        return over_caption(lines, mark.frames, profile, mark.scale)

    overlays = {mark: over(mark) for mark in piece.marks}
    return lambda mark, at, frame: overlays[mark].draw(at, frame)


_KINDS = {"fit": _fitted, "blend": _blended}

"""The cut: segments by copy, one mix, one caption track. Knows only files named by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from memory.recipe import Recipe
from tools.encode import Profile
from tools.makers import Product, Shop
from tools.segments import profile_of, shape
from tools.stitch import Captions, Segment, stitch

LOOK = 1


def cut_recipe(
    segments: Sequence[tuple[str, int, int | None]],
    mix: str | None,
    captions: tuple[str, str] | None,
    profile: Profile,
) -> Recipe:
    """The assembled film.

    Args:
        segments: (content, first frame, frame after the last or None for the clip's end) in order.
        mix: The content of the sound, or None for a silent film.
        captions: Subtitles as SRT text and their ISO 639-2 language.
        profile: Size and rate.
    """
    inputs = {
        "segments": [list(one) for one in segments],
        "mix": mix,
        "captions": list(captions) if captions else None,
        **shape(profile),
    }
    return Recipe("cut", "film", "stitch", LOOK, inputs)


def make_cut(recipe: Recipe, shop: Shop) -> Product:
    """Stitch the film."""
    inputs: Mapping[str, Any] = recipe.inputs
    captions = None
    if inputs["captions"]:
        text, language = inputs["captions"]
        path = shop.folder / "captions.srt"
        path.write_text(text, encoding="utf-8")
        captions = Captions(path, language)
    segments = [Segment(shop.content(c), start, stop) for c, start, stop in inputs["segments"]]
    mix = shop.content(inputs["mix"]) if inputs["mix"] else None
    out = shop.folder / "cut.mp4"
    stitch(segments, mix, out, profile=profile_of(inputs), cache=shop.cache, captions=captions)
    return Product(out)

"""Notes on the shape of the picture: variants beside the film, its own aspect, more pixels."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, listed, rule
from agent.notes.reading import Finding, Option, ToolCall, act, noop, propose
from memory.change import CutVariant, EditFilm, EditVariant, FrameVariant
from memory.film import Film, Shot
from memory.variant import NAMES, ratio_of
from memory.vocabulary import Quality, Size, step

SHAPES = (
    (r"square|1:1|1x1", "1:1"),
    (r"vertical|portrait|upright|tik ?tok|reels?|instagram|shorts|9:16|9x16", "9:16"),
    (r"4:5|4x5", "4:5"),
    (r"2[.:]39(?::1)?|scope|anamorphic|cinemascope|21:9|letterbox(?:ed)?", "2.39:1"),
    (r"1[.:]85(?::1)?", "1.85:1"),
    (r"4:3|academy", "4:3"),
    (r"16:9|widescreen", "16:9"),
)
ANY = "|".join(words for words, _ in SHAPES)
ELSEWHERE = (
    r"\blens\b|\bfront\b|\bportrait of\b|\bpainting\b|\bmarket square\b|\bsquare\b.*\bframe\b|"
    r"\bthe square\b|\bshots? \d|\bscenes? \d|\bbackground\b|\bmatch\b|\bpan\b|\btilt\b"
)
"""Words by which a shape's name means something in the picture."""
WIDE = frozenset({Size.EWS, Size.VWS, Size.WS, Size.FS})
HOUSE_SIZES = {7680: (7680, 4320), 3840: (3840, 2160), 2560: (2560, 1440)}
FINISHED = (1920, 1080)


@rule(rf"\b(?:{ANY})\b(?! lens)", rank=9, whole=True)
def aspect(clause: Clause) -> Finding | None:
    """Another shape of the picture: a variant beside the film, or the film's own."""
    if clause.has(ELSEWHERE):
        return None
    shape = next(s for words, s in SHAPES if clause.has(rf"\b(?:{words})\b"))
    film = clause.film
    there = next((k for k, v in film.variants.items() if v.aspect == shape), None)
    if there is not None:
        return _of_variant(clause, there)
    if shape == film.aspect:
        return noop(f"The film is {shape} already, so nothing moved.")
    beside = ratio_of(shape) <= 1 and ratio_of(film.aspect) > 1
    if beside or clause.has(r"\bversion\b|\bvariant\b|\bfor \w+$|\bexport\b|\bcut\b|\bcopy\b"):
        return _offered(film, shape)
    return Finding(changes=(EditFilm(aspect=shape),), aside=_kept(film, shape))


def _of_variant(clause: Clause, name: str) -> Finding:
    if clause.has(r"\b(?:delete|remove|drop|lose|forget|scrap|kill)\b"):
        return Finding(changes=(CutVariant(variant=name),))
    return act(ToolCall("export_film", {"variant": name}), say=f"Exporting the {name} version.")


def _offered(film: Film, shape: str) -> Finding:
    """The variant as the shots stand, or with its wide shots one size tighter."""
    name = NAMES.get(shape) or "in_" + re.sub(r"\W", "_", shape)
    plain = EditVariant(variant=name, aspect=shape)
    wide = [film.shots[s] for s in film.order if film.shots[s].size in WIDE]
    tighter = [_tighter(name, shot) for shot in wide]
    numbers = listed(film.number(shot.id) for shot in wide)
    ways = [Option("A", "every size stays and each shot is composed anew for it", (plain,))]
    if tighter and ratio_of(shape) < ratio_of(film.aspect):
        words = f"the wide shots ({numbers}) are reframed one size tighter in it as well"
        ways.append(Option("B", words, (plain, *tighter)))
    told = "; or ".join(f"{one.letter}: {one.words}" for one in ways)
    which = "Which?" if len(ways) > 1 else "Shall I?"
    return propose(
        f"A {name.removeprefix('in_').replace('_', ':')} version in {shape} beside the "
        f"{film.aspect} film, which stays as it is. {told}. {which}",
        *ways,
    )


def _tighter(name: str, shot: Shot) -> FrameVariant:
    return FrameVariant(variant=name, shot=shot.id, size=step(shot.size, 1))


def _kept(film: Film, shape: str) -> tuple[str, ...]:
    """Which locked shots keep the shape they were made in."""
    locked = [film.number(s) for s in film.order if film.shots[s].locked]
    if not locked:
        return ()
    one = len(locked) == 1
    return (
        f"Shot{'' if one else 's'} {listed(locked)} {'is' if one else 'are'} locked: the take "
        f"{'plays' if one else 'of each plays'} inside {shape} with bars.",
    )


@rule(r"\b(?:8k|4k|2160p?|4320p?|1440p?|7680|3840|uhd|imax)\b", rank=14, whole=True, wordy=True)
def resolution(clause: Clause) -> Finding | None:
    """More pixels than the film has: what it takes, before it is done."""
    film = clause.film
    wide = 7680 if clause.has(r"8k|4320|7680|imax") else 2560
    wide = 3840 if clause.has(r"4k|2160|3840|uhd") else wide
    if film.width >= wide:
        return noop(f"The film is {film.width}x{film.height} already, so nothing moved.")
    times = round((wide / film.width) ** 2)
    name = {7680: "8K", 3840: "4K"}.get(wide, "1440p")
    finished, whole = (_sized(film, *size) for size in (FINISHED, HOUSE_SIZES[wide]))
    options = [Option("B", f"render {name}", (whole,))]
    smaller = "keep what there is"
    if (finished.width, finished.height) != (film.width, film.height):
        smaller = f"finish at {finished.width}x{finished.height} in final quality"
        options.insert(0, Option("A", smaller, (finished,)))
    return propose(
        f"The film is made at {film.width}x{film.height}; {name} is {times} times the pixels, so "
        f"about {times} times the time and disk for all {len(film.order)} shots. I can A: "
        f"{smaller}, or B: render {name} all the same. Which?",
        *options,
    )


def _sized(film: Film, width: int, height: int) -> EditFilm:
    """The film in these rows, in its own shape."""
    from memory.variant import pixels_of

    wide, tall = pixels_of(film.aspect, width, height)
    return EditFilm(width=wide, height=tall, quality=Quality.FINAL)

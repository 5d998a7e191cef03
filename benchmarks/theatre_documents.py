"""Random but valid film documents of one shot each, seeded; knows no picture.

Words come from lists of the trade and from texts: those of a folder that is named, else the
examples.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memory.film import Film
from memory.vocabulary import (
    Angle,
    Easing,
    Emotion,
    IntExt,
    KeyDirection,
    MoveType,
    Size,
    Speed,
    TimeOfDay,
    View,
    Weather,
)

EXAMPLES = Path(__file__).parents[1] / "examples"
SHOT = "shot"
PICTURES = ((320, 180), (320, 180), (320, 180), (432, 180), (240, 180), (184, 184), (104, 184))
"""16:9 mostly, then 2.39, 4:3, 1:1 and 9:16."""

TEXTS = (".txt", ".json", ".fountain", ".md")
LONGEST_TEXT = 60_000
INSIDE = "kitchen,living room,bedroom,office,café,bar,corridor,library,cabin,ward,workshop,cellar"
OUTSIDE = (
    "street,forest,field,pier,beach,mountain pass,rooftop,station,garden,market,river,crossroads,"
    "moon base,glass cathedral,desert road,swamp"
)
PIECES = (
    "table,lamp,window,chairs,bookshelf,stove,sofa,bed,desk,mirror,clock,piano,ladder,crates,boat,"
    "bench,fence,tree,rocks,sign,bridge,campfire,well,statue,neon sign,suitcase,telescope,altar"
)
NAMES = "Mara,Theo,Ada,Bo,Grandma Odile,Mr. Finch,Zoë,Ngozi,Kai,李明,Дарья,O'Neil,The Stranger,X"
HAIR = "short black hair,long red hair,grey bun,bald,curly brown hair,white beard and no hair,braid"
CLOTHES = "red wool coat,navy jacket,yellow raincoat,green dress,white shirt,torn suit,hoodie,apron"
ANIMALS = "a brown dog,a grey cat,a white horse,a fox,a black crow,an owl,a gull,a small mouse"
ACTIONS = (
    "{a} stands and waits.|{a} walks to the window.|{a} sits down.|{a} reads a letter.|{a} runs.|"
    "{a} points at the door.|{a} gives {b} a key.|{a} looks at {b}.|{a} drinks.|{a} turns away.|"
    "{a} picks up a lantern.|{a} talks to {b} about the storm.|{a} nods, {b} shakes her head.|"
    "{a} holds a book and listens.|{a} crouches by the boat.|Nothing moves.|{a} cries.|{a} waves."
)
BEATS = "turn,nod,sit,point,look around,drink,rise,shake head,read,wave,take,put down the cup"
LINES = "Hello.|Where were you?|I kept the light on for nine years, and nobody came.|No!|Mm-hm…"
COMPOSITIONS = ",left third,right third,centred,symmetrical,two-shot,negative space on the left"


@dataclass(frozen=True, slots=True)
class Generated:
    """One shot in a film of its own, and the seed that makes it again."""

    seed: int
    film: Film

    @property
    def told(self) -> str:
        """The shot in a line, for a report."""
        shot, scene = self.film.shots[SHOT], self.film.scenes["scene"]
        return (
            f"seed {self.seed}: {self.film.width}x{self.film.height} {shot.size} {shot.angle} "
            f"{shot.view} {shot.movement.type}/{shot.movement.speed} {shot.lens_mm} mm, "
            f"{scene.slug} {scene.weather}, {len(shot.subjects)} in it, {shot.action[:60]!r}"
        )


def sentences(folder: Path | None = None) -> list[str]:
    """Sentences of the texts of a folder (read in place), else of the examples; sorted by file."""
    found: list[str] = []
    for path in sorted((folder or EXAMPLES).rglob("*")):
        if path.suffix in TEXTS and path.is_file():
            text = path.read_text("utf-8", errors="replace")[:LONGEST_TEXT]
            pieces = re.split(r"(?<=[.!?])\s+|\n+|\",", text)
            found += [piece.strip()[:300] for piece in pieces if 8 < len(piece.strip()) < 400]
    return found or ["Nothing happens."]


def document(seed: int, texts: Sequence[str], *, tame: bool = False) -> Generated:
    """The film of a seed.

    Args:
        seed: makes the same film every time.
        texts: sentences that actions and places may be taken from.
        tame: only words that a breakdown would write, and nobody who comes or leaves.
    """
    dice = random.Random(f"theatre {seed} {tame}")
    cast = _cast(dice, texts, tame)
    interior = dice.random() < 0.5
    width, height = PICTURES[0] if tame else dice.choice(PICTURES)
    where = dice.choice((INSIDE if interior else OUTSIDE).split(","))
    words = where if tame or dice.random() < 0.7 else dice.choice(texts)[:120]
    pieces = dice.sample(PIECES.split(","), dice.randint(0, 4))
    time = dice.choice(list(TimeOfDay))
    slug = f"{'INT' if interior else 'EXT'}. {where.upper()} - {time.value}"
    shot = _shot(dice, list(cast), [one["name"] for one in cast.values()], texts, tame)
    film = Film.model_validate({
        "id": f"fuzz_{seed}", "width": width, "height": height,
        "style": {"grain": dice.choice((0.0, 0.2, 1.0)), "palette": _palette(dice)},
        "characters": cast,
        "locations": {"place": {
            "id": "place", "name": words or where, "description": dice.choice(("", *texts))[:300],
            "set": pieces, "seed": dice.randint(0, 9999),
        }},
        "scenes": {"scene": {
            "id": "scene", "slug": slug, "location": "place", "time_of_day": time,
            "int_ext": IntExt.INT if interior else IntExt.EXT,
            "weather": dice.choice(list(Weather)), "screen_axis": "",
        }},
        "shots": {SHOT: shot}, "order": [SHOT],
    })  # fmt: skip
    return Generated(seed, film)


def _palette(dice: random.Random) -> list[str]:
    return [f"#{dice.randint(0, 0xFFFFFF):06x}" for _ in range(dice.choice((0, 0, 3, 5)))]


def _cast(dice: random.Random, texts: Sequence[str], tame: bool) -> dict[str, Any]:
    cast: dict[str, Any] = {}
    names = dice.sample(NAMES.split(","), 4)
    for place in range(dice.choice((1, 1, 2, 2, 3, 4))):
        who, kind = f"who{place}", "person"
        looks = dice.choice(CLOTHES.split(","))
        if place and dice.random() < 0.18:
            kind = dice.choice(("animal", "bird"))
        appearance = dice.choice(ANIMALS.split(",")) if kind != "person" else ""
        if not tame and dice.random() < 0.3:
            appearance += " " + dice.choice(texts)[:120]
        cast[who] = {
            "id": who, "name": names[place], "kind": kind, "hair": dice.choice(HAIR.split(",")),
            "appearance": appearance, "age": dice.choice((None, 6, 15, 30, 52, 80)),
            "wardrobe": {"coat": looks}, "seed": dice.randint(0, 9999),
            "props": dice.sample(PIECES.split(","), dice.randint(0, 2)),
        }  # fmt: skip
    return cast


def _shot(
    dice: random.Random, cast: list[str], names: list[str], texts: Sequence[str], tame: bool
) -> dict[str, Any]:
    frames = dice.choice((12, 48, 96))
    subjects = dice.sample(cast, dice.randint(1, len(cast)))
    first, other = names[0], names[-1]
    action = dice.choice(ACTIONS.split("|")).format(a=first, b=other)
    if not tame and dice.random() < 0.4:
        action = dice.choice(texts)
    move = dice.choice(list(MoveType))
    speeds = [speed for speed in Speed if speed is not Speed.NONE]
    return {
        "id": SHOT, "scene": "scene", "subjects": subjects, "action": action, "frames": frames,
        "size": dice.choice(list(Size)), "angle": dice.choice(list(Angle)),
        "view": dice.choice(list(View)), "lens_mm": dice.choice((14, 24, 35, 50, 85, 135, 200)),
        "stop": dice.choice((1.4, 2.8, 4.0, 11.0)), "seed": dice.randint(0, 9999),
        "roll_deg": dice.choice((0.0, 0.0, 0.0, 8.0, -20.0)),
        "movement": {
            "type": move, "speed": dice.choice(speeds) if move != "static" else Speed.NONE,
            "amount": dice.choice((0.5, 1.0, 1.0, 2.0)), "easing": dice.choice(list(Easing)),
        },
        "composition": dice.choice(COMPOSITIONS.split(",")),
        "foreground": dice.choice(("", "", "leaves", "ots", "a fence", "rain on glass")),
        "focus": dice.choice(("", "", first)), "focus_to": dice.choice(("", "", other)),
        "energy": dice.random(), "speed": dice.choice((1.0, 1.0, 1.0, 0.5, 2.0)),
        "freeze": dice.choice((0, 0, 0, 12)),
        "weather": dice.choice((None, None, *Weather)),
        **_playing(dice, subjects, frames, tame),
        "lighting": {
            "key_dir": dice.choice(list(KeyDirection)), "brightness": dice.uniform(0.25, 0.75),
            "contrast": dice.uniform(0.2, 0.8), "haze": dice.random() ** 2,
            "color_temp_k": dice.choice((1900, 3200, 5600, 9000)),
            "practicals": dice.sample(["lamp", "candle", "neon", "fire"], dice.randint(0, 2)),
            "style": dice.choice(("", "noir", "silhouette", "high-key", "firelight")),
        },
    }  # fmt: skip


def _playing(dice: random.Random, subjects: list[str], frames: int, tame: bool) -> dict[str, Any]:
    """Lines, beats, feelings and looks of the people in a shot."""
    lines = []
    if dice.random() < 0.5:
        lines = [{
            "id": "line", "character": dice.choice(subjects), "start": dice.randint(0, frames // 3),
            "line": dice.choice(LINES.split("|")), "frames": max(6, frames // 2),
        }]  # fmt: skip
    beats = [
        {
            "start": dice.randint(0, frames), "frames": dice.randint(4, 30),
            "who": dice.choice(subjects), "action": dice.choice(BEATS.split(",")),
        }
        for _ in range(dice.choice((0, 0, 1, 2)))
    ]  # fmt: skip
    felt = {who: dice.choice(list(Emotion)) for who in subjects if dice.random() < 0.6}
    looks = {who: dice.choice(("camera", "the door", "who0")) for who in subjects[:1]}
    return {
        "dialogue": lines, "beats": beats, "emotions": felt,
        "intensity": {who: dice.random() for who in felt},
        "looks_at": looks if not tame and dice.random() < 0.3 else {},
    }  # fmt: skip

"""What every place outside starts from: its seeds, its air, its side, its pieces and its light.

A reverse angle keeps the colours (from `seed`) and changes what stands there (from `turn`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import Colour, chance, colour, mix
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air, accent
from tools.theatre.scenery import Flat
from tools.theatre.sets import pieces as stock
from tools.theatre.sets.glaze import SNOW, behind
from tools.theatre.sets.pieces import SPOTS, Spot, Stood
from tools.theatre.spec import LightSpec, SetSpec

AUTUMN = tuple(colour(c) for c in ("#c2762f", "#cf9436", "#b0552f", "#a8853a"))


@dataclass(frozen=True, slots=True)
class Setting:
    """One place outside, before any scenery is cut.

    Attributes:
        seed: of colours and ground, the same from every side.
        turn: of what stands about, another one on the reverse angle.
        side: 1 or -1: which third of the picture the weight lies in.
        asked: pieces and traits the words ask for.
        tone: the film's own accent, for paint and cloth.
    """

    seed: int
    turn: int
    side: float
    kind: str
    asked: frozenset[str]
    air: Air
    tone: Colour
    reverse: bool

    def rng(self, salt: int = 0) -> np.random.Generator:
        """Chance for colours: equal from both sides."""
        return chance(self.seed + 7919 * salt)

    def pick(self, tones: Sequence[Colour], salt: int = 0) -> Colour:
        """One of some colours, by seed."""
        return tones[int(self.rng(salt).integers(len(tones)))]

    def white(self, tone: Colour, share: float) -> Colour:
        """A tone with snow on it when snow lies."""
        return mix(tone, SNOW, share * self.air.white)

    def has(self, *names: str) -> bool:
        """Whether the words ask for any of these."""
        return not self.asked.isdisjoint(names)


def setting_of(place: SetSpec, light: LightSpec, air: Air) -> Setting:
    """The setting of a place; words of weather in its description colour its air."""
    asked = frozenset(place.pieces)
    if "snowy" in asked and air.white < 0.5:
        air = replace(air, white=0.9)
    if "wet" in asked and air.wet < 0.5:
        air = replace(air, wet=0.7)
    if "misty" in asked:
        air = replace(air, density=3.0 * air.density)
    if place.reverse:
        air = behind(air)
    turn = place.seed + 50021 * place.reverse
    side = 1.0 if chance(place.seed).random() < 0.5 else -1.0
    tone = accent(light.palette, place.seed, colour("#3d6f78"))
    return Setting(
        place.seed,
        turn,
        -side if place.reverse else side,
        place.kind,
        asked,
        air,
        tone,
        place.reverse,
    )


def stand(
    setting: Setting,
    own: Sequence[str],
    asked: Sequence[str],
    most: int = 4,
    spots: tuple[Spot, ...] = SPOTS,
) -> tuple[Stood, ...]:
    """Pieces the words ask for, then some of the family's own by seed, on their spots.

    Args:
        setting: the place.
        own: what this family likes to show, drawn by chance.
        asked: which of the asked pieces this family can stand here, most wanted first.
        most: how many in all, unless more were asked for.
        spots: where they may stand.
    """
    wanted = [name for name in asked if name in setting.asked]
    if setting.reverse:
        wanted = []
    rng = chance(setting.turn + 17)
    more = [own[k] for k in rng.permutation(len(own))] if own else []
    names = [*wanted, *(name for name in more if name not in wanted)][: max(most, len(wanted))]
    return stock.arrange(names, setting.side, setting.turn, spots)


def lit_pieces(setting: Setting, stood: Sequence[Stood], more: Sequence[Lamp] = ()) -> Rig:
    """The rig of a place: its pieces' lamps and any others."""
    return Rig(setting.air, False, (*stock.lamps_of(stood, setting.air.lamps), *more))


def piece_flats(setting: Setting, stood: Sequence[Stood], rig: Rig) -> list[Flat]:
    """The flats of the standing pieces."""
    return stock.flats_of(stood, rig, setting.tone, setting.turn)


def span(canvas: Canvas) -> tuple[float, float]:
    """World x of a canvas's two sides."""
    return canvas.x0, canvas.x0 + canvas.w / canvas.density


ENDS = 1e5
"""World units; past any side of any picture."""

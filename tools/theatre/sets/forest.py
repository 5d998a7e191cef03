"""Woods: fir, oak, birch, dead wood or jungle, rank behind rank. Knows no words and no actor."""

from __future__ import annotations

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, mix, scale
from tools.theatre.light import Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds, trees
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.foliage import BARK, leaf_mass, limb, snow_in
from tools.theatre.sets.glaze import air_between, backlight, far_tone, glaze
from tools.theatre.sets.setting import (
    AUTUMN,
    ENDS,
    Setting,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import beams, haze_band, sky
from tools.theatre.spec import LightSpec, SetSpec
from tools.theatre.texture import ridge

GREENS = tuple(colour(c) for c in ("#5f7f45", "#6d8747", "#4f7550", "#7b8a3e"))
FIRS = tuple(colour(c) for c in ("#3f6650", "#48684a", "#3a5c58"))
SOILS = tuple(colour(c) for c in ("#7a6a48", "#6c7146", "#806244"))
MIXES = {
    "pines": ("fir", "fir", "fir", "bush"),
    "birches": ("birch", "birch", "birch", "bush"),
    "dead": ("bare",),
    "jungle": ("palm", "oak", "palm", "bush"),
    "forest": ("oak", "oak", "birch", "fir"),
}
"""Which trees stand in a wood of each kind."""


class Wood:
    """Colours and trees of one wood."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        kind = setting.kind
        if kind == "forest" and not setting.has("autumn"):
            kind = ("forest", "pines", "forest", "birches")[int(setting.rng(3).integers(4))]
        self.mix = MIXES.get(kind, MIXES["forest"])
        autumn = setting.has("autumn") or (kind == "birches" and setting.rng(4).random() < 0.5)
        leaf = setting.pick(FIRS if kind == "pines" else GREENS, 1)
        if autumn and kind not in ("pines", "dead", "jungle"):
            leaf = setting.pick(AUTUMN, 1)
        self.autumn = autumn
        self.leaf: Colour = setting.white(leaf, 0.50)
        self.soil: Colour = setting.pick(SOILS, 2)
        self.moss = setting.white(mix(leaf, self.soil, 0.35), 0.7)

    def tree(self, canvas: Canvas, x: float, height: float, seed: int, foot: float = 0.0) -> None:
        """One tree of this wood."""
        rng = chance(seed)
        name = self.mix[int(rng.integers(len(self.mix)))]
        tone = scale(self.leaf, float(rng.uniform(0.8, 1.12)))
        if self.autumn and rng.random() < 0.4:
            tone = mix(tone, AUTUMN[int(rng.integers(4))], 0.6)
        if name == "fir" and not self.autumn:
            tone = mix(tone, self.place.white(FIRS[0], 0.5), 0.6)
        if name == "bare":
            tone = mix(BARK, (120.0, 120.0, 124.0), 0.25)
        height = 0.22 * height if name == "bush" else height
        trees.TREES[name](canvas, x, height, tone, seed % 99991, foot)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The wood as scenery."""
    setting = setting_of(place, light, air)
    wood = Wood(setting)
    own = ("stump", "boulder", "logs", "bush") if setting.kind != "jungle" else ("boulder", "bush")
    asked = (
        "campfire",
        "tent",
        "well",
        "cart",
        "signpost",
        "bench",
        "grave",
        "stump",
        "boulder",
        "logs",
        "lamp_post",
        "crate",
        "barrel",
        "fence",
        "bicycle",
    )
    stood = stand(setting, own, asked, 2)
    rig = lit_pieces(setting, stood)
    flats = [sky(setting.air, setting.turn), _hills(wood, rig), _far_wall(wood, rig)]
    flats += [_rank(wood, rig, *row) for row in RANKS]
    flats += [_trunks(wood, rig), _ferns(wood, rig, 1.05, 0.20), *piece_flats(setting, stood, rig)]
    flats += [_wing(wood, rig), _ferns(wood, rig, -1.15, 0.16)]
    flats += _mist(setting.air, place.seed)
    ground = Ground("ground", 0.0, 38.0, lambda floor: _floor(floor, wood, rig))
    clear = light.weather in ("clear", "wind") and not setting.air.white
    motes = "fireflies" if clear and light.time in ("night", "dusk") else "leaves"
    return Scenery(tuple(flats), (ground,), rig, "none" if setting.air.white else motes)


RANKS = ((19.0, 2.1, 7.5, 0.8), (10.5, 2.0, 6.6, 1.0), (5.6, 1.9, 5.6, 1.25))
"""Depth, gap, height and half the clearing of each rank of trees."""


def _mist(air: Air, seed: int) -> list[Flat]:
    flats = [
        haze_band(air, 15.0, 2.4, min(0.62, 16 * air.density + 0.22), seed + 2, 0.05),
        haze_band(air, 7.5, 1.2, min(0.46, 12 * air.density + 0.08), seed + 3, -0.03),
    ]
    shafts = 0.42 * backlight(air) + 0.10 * (air.sun_gain > 0.4) * (air.stars < 0.1)
    if shafts > 0.05 and air.cover < 0.7:
        flats.append(beams(air, 4.4, min(0.42, shafts), seed))
    return flats


def _hills(wood: Wood, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        line = cut.crest(canvas, 0.2, 12.0, 46.0, wood.place.turn, 4)
        cut.terrain(
            canvas, line, mix(wood.leaf, far_tone(rig.air), 0.5), rig, 3, cut.Relief(rim=0.2)
        )
        canvas.lit(rig.field(canvas.x, canvas.y, 90.0))
        canvas.fog(far_tone(rig.air), air_between(rig, 90.0), 0.0, 6.0)

    return Flat("hills", 90.0, paint, (-ENDS, -20.0, ENDS, 0.5), detail=0.7)


def _far_wall(wood: Wood, rig: Rig) -> Flat:
    """The wood where single trees can no longer be told apart: tips in a pale wall."""

    def paint(canvas: Canvas) -> None:
        x = canvas.x[0]
        tips = ridge(x, 6.0, wood.place.turn + 5, 2) * 1.2
        spike = 3.4 if "fir" in wood.mix[:2] else 1.3
        comb = abs(ridge(x, 0.9, wood.place.turn + 6, 2)) * spike
        line = -(7.5 + tips + comb)
        cut.terrain(canvas, line, scale(wood.leaf, 0.8), rig, wood.place.seed, cut.Relief(rim=0.25))
        canvas.lit(rig.field(canvas.x, canvas.y, 36.0))
        canvas.fog(far_tone(rig.air), min(0.9, air_between(rig, 36.0) + 0.22), 0.0, 5.0)

    return Flat("background", 36.0, paint, (-ENDS, -14.0, ENDS, 0.3), detail=0.8)


def _rank(wood: Wood, rig: Rig, z: float, gap: float, height: float, clear: float) -> Flat:
    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        for k in places(first - 1.5, last + 1.5, gap):
            seed = wood.place.turn * 31 + int(z * 10) * 1009 + k
            rng = chance(seed)
            x = (k + float(rng.uniform(-0.38, 0.38))) * gap
            if abs(x - 0.45 * wood.place.side) < clear:
                continue
            wood.tree(canvas, x, height * float(rng.uniform(0.75, 1.2)), int(rng.integers(1 << 30)))
        glaze(canvas, rig, z, wood.place.seed + int(z), 2.2)

    bounds = (-ENDS, -height * 1.35, ENDS, 0.08)
    return Flat("trees", z, paint, bounds, sway=0.010 if z < 8 else 0.0)


def _trunks(wood: Wood, rig: Rig) -> Flat:
    """The nearest trees: trunks that leave the picture at the top, with boughs let down."""

    def paint(canvas: Canvas) -> None:
        side, rng = wood.place.side, chance(wood.place.turn + 77)
        white = wood.mix[0] == "birch"
        bark = trees.BIRCH if white else scale(BARK, 0.95)
        for k, x in enumerate((-2.15 * side, 2.5 * side, -3.6 * side, 3.9 * side, 5.2 * side)):
            a = x + float(rng.uniform(-0.15, 0.15))
            wide = float(rng.uniform(0.10, 0.19)) * (0.62 if white else 1.0)
            lean = float(rng.uniform(-0.25, 0.25))
            for turn in (-1, 1):
                root = (a + turn * 2.6 * wide, 0.05)
                limb(
                    canvas,
                    [(a, -0.30), (a + turn * wide, -0.06), root],
                    0.62 * wide,
                    0.16 * wide,
                    bark,
                    k,
                )
            path = [(a, 0.04), (a + 0.3 * lean, -2.0), (a + lean, -4.6)]
            limb(canvas, path, wide, 0.7 * wide, bark, wood.place.turn + k)
            if "fir" in wood.mix[:2] or wood.mix[0] == "bare":
                continue
            lobes = [
                (
                    a + lean * 0.5 + float(rng.normal(0, 0.65)),
                    -float(rng.uniform(2.15, 3.6)),
                    float(rng.uniform(0.26, 0.44)),
                )
                for _ in range(13)
            ]
            lobes.sort(key=lambda lobe: lobe[1])
            leaf_mass(
                canvas,
                lobes,
                scale(wood.leaf, 0.92),
                wood.place.turn + k,
                snow=snow_in(wood.leaf),
            )
        if "fir" in wood.mix[:2]:
            for x in (-2.9 * side, 3.0 * side):
                trees.fir(canvas, x, 4.2, scale(wood.leaf, 0.9), wood.place.turn)
        glaze(canvas, rig, 2.7, wood.place.seed + 4, 1.0)

    return Flat("trunks", 2.7, paint, (-7.0, -4.6, 7.0, 0.12))


def _wing(wood: Wood, rig: Rig) -> Flat:
    """One dark trunk close by, at the far edge of wide pictures."""

    def paint(canvas: Canvas) -> None:
        x = -2.75 * wood.place.side
        bark = scale(BARK, 0.55)
        limb(canvas, [(x, 0.4), (x + 0.1, -1.6), (x + 0.05, -4.0)], 0.24, 0.18, bark, 9)
        limb(canvas, [(x, -1.9), (x + 0.5 * wood.place.side, -2.25)], 0.09, 0.03, bark, 9)
        glaze(canvas, rig, -0.8, wood.place.seed + 6, 0.5)

    x = -2.75 * wood.place.side
    return Flat("wing", -0.8, paint, (x - 0.9, -4.0, x + 0.9, 0.4), detail=0.6)


def _ferns(wood: Wood, rig: Rig, z: float, height: float) -> Flat:
    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        tone = mix(wood.moss, wood.leaf, 0.4)
        cut.grass(canvas, first, last, tone, wood.place.turn + int(10 * z), height)
        glaze(canvas, rig, z, wood.place.seed + 8, 0.5, rim=0.25)

    return Flat("grass", z, paint, (-ENDS, -1.3 * height, ENDS, 0.12), sway=0.004)


def _floor(floor: Floor, wood: Wood, rig: Rig) -> None:
    path = scale(wood.soil, 1.2)
    second = AUTUMN[wood.place.seed % 4] if wood.autumn else wood.soil
    grounds.meadow(floor, wood.moss, mix(wood.moss, second, 0.75), wood.place.seed, path)
    grounds.snowed(floor, rig.air.white, wood.place.seed)
    grounds.soaked(floor, rig, wood.place.seed, 0.55 * rig.air.wet)
    side = wood.place.side
    feet = [
        (-2.15 * side, 2.7, 0.2),
        (2.5 * side, 2.7, 0.2),
        (-1.4, 5.6, 0.2),
        (1.9, 5.6, 0.2),
        (0.9, 8.0, 0.25),
    ]
    grounds.shadows(floor, rig, feet)
    grounds.lay(floor, rig)

"""Open country: meadow, wheat, garden, park, desert, road, graveyard, village. Knows no words."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, chance, colour, mix, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import countryware, grounds, trees, waterware
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.glaze import air_between, far_tone, glaze
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
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.spec import LightSpec, SetSpec
from tools.theatre.texture import ridge

GREENS = tuple(colour(c) for c in ("#7f9a48", "#8aa052", "#6f9450", "#94a04c"))
WHEATS = tuple(colour(c) for c in ("#d6ac4e", "#cfa048", "#ddb863"))
DUNES = tuple(colour(c) for c in ("#d9a566", "#cf8f5c", "#e0b87c"))
LEAVES = tuple(colour(c) for c in ("#5f8046", "#6b8a48", "#557a52"))
BLOOMS = tuple(colour(c) for c in ("#d8443c", "#e8e2d4", "#8a6ac0", "#e8b83a", "#d878a0"))
OWN: dict[str, tuple[str, ...]] = {
    "field": ("boulder", "bush", "signpost", "tree"),
    "wheat": ("haystack", "cart", "scarecrow", "tree"),
    "garden": ("bench", "bush", "tree", "fountain"),
    "park": ("bench", "lamp_post", "tree", "bicycle"),
    "desert": ("cactus", "boulder", "cactus"),
    "road": ("signpost", "mailbox", "boulder", "bush"),
    "graveyard": ("grave", "bush", "lamp_post"),
    "village": ("well", "cart", "barrel", "tree"),
}
"""What stands about in each kind of country when nobody asks for anything."""

ASKED = ("campfire", "well", "scarecrow", "haystack", "bench", "cart", "tent", "fountain", "signpost", "mailbox", "grave", "tree", "lamp_post", "stump", "boulder", "bush", "cactus", "barrel", "crate", "bicycle", "clothesline", "telephone", "parasol", "stall", "logs", "luggage", "sign", "rowboat", "clock", "booth")  # fmt: skip


class Country:
    """Colours and habits of one stretch of open country."""

    def __init__(self, setting: Setting) -> None:
        self.place, self.kind = setting, setting.kind if setting.kind in OWN else "field"
        tones = {"wheat": WHEATS, "desert": DUNES}.get(self.kind, GREENS)
        self.ground: Colour = setting.pick(tones, 1)
        self.leaf: Colour = setting.pick(LEAVES, 2)
        if setting.has("autumn"):
            self.leaf = setting.pick(AUTUMN, 2)
            self.ground = mix(self.ground, colour("#b0924c"), 0.4)
        self.leaf = setting.white(self.leaf, 0.5)
        self.slope = setting.white(self.ground, 0.85)
        self.road: Colour = colour("#5c5a60") if self.kind == "road" else colour("#c2a376")
        self.wood: Colour = colour("#8a7152")


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The country as scenery."""
    setting = setting_of(place, light, air)
    land = Country(setting)
    stood = stand(setting, OWN[land.kind], ASKED, 3)
    home = (2.9 * setting.side, 5.4)
    has_home = setting.has("house") or land.kind in ("village", "garden")
    lamps = []
    if has_home and setting.air.lamps > 0.05:
        lamps.append(
            Lamp(
                home[0],
                -0.55,
                home[1] - 0.1,
                colour("#ffbe6a"),
                1.6,
                0.8 * setting.air.lamps,
                0.02,
                0.6,
            )
        )
    rig = lit_pieces(setting, stood, lamps)
    flats = [sky(setting.air, setting.turn), *_ranges(land, rig), _copse(land, rig)]
    flats += [_middle(land, rig), *piece_flats(setting, stood, rig), *_crop(land, rig)]
    if has_home:
        flats.append(_house(land, rig, home))
    flats.append(
        haze_band(
            setting.air, 11.0, 1.5, min(0.8, 14 * setting.air.density + 0.12), place.seed + 2, 0.05
        )
    )
    flats.append(
        haze_band(setting.air, 4.4, 0.6, min(0.6, 9 * setting.air.density), place.seed + 3, -0.03)
    )
    ground = Ground(
        "ground",
        0.0,
        60.0,
        lambda floor: _floor(floor, land, rig, [(s.x, s.z, 0.3) for s in stood]),
    )
    quiet = light.weather in ("clear", "wind") and not setting.air.white and land.kind != "desert"
    motes = "fireflies" if quiet and light.time in ("night", "dusk") else "leaves"
    return Scenery(tuple(flats), (ground,), rig, motes if quiet else "none")


def _ranges(land: Country, rig: Rig) -> list[Flat]:
    """Hills behind hills; in the desert, tables of stone."""
    desert = land.kind == "desert"
    tint = colour("#b5603c") if desert else mix(land.leaf, colour("#5a7088"), 0.35)
    rows = ((150.0, 15.0, 66.0), (84.0, 8.0, 42.0), (46.0, 4.0, 26.0))
    flats = []
    for k, (z, height, cell) in enumerate(rows):

        def paint(
            canvas: Canvas, z: float = z, h: float = height, c: float = cell, k: int = k
        ) -> None:
            seed = land.place.turn + 31 * k
            tone = mix(tint, land.slope, 0.28 * k)
            line = (
                cut.cliffs(canvas, 0.2, 1.3 * h, 0.8 * c, seed)
                if desert and k < 2
                else cut.crest(canvas, 0.2, h, c, seed, 3)
            )
            strata = 0.13 * h if desert and k < 2 else 0.0
            cut.terrain(canvas, line, tone, rig, seed, rough=0.12 * h, rim=0.35, strata=strata)
            if not desert and k == 2:
                _patchwork(canvas, line, land)
            canvas.lit(rig.field(canvas.x, canvas.y, z))
            canvas.fog(far_tone(rig.air), air_between(rig, z), 0.0, 0.7 * h)

        flats.append(Flat(f"ridge{k}", z, paint, (-ENDS, -2.2 * height, ENDS, 1.0), detail=0.85))
    return flats


def _patchwork(canvas: Canvas, line: np.ndarray, land: Country) -> None:
    """Fields on the slope in other greens and yellows, with hedges between them."""
    depth = np.clip(canvas.y - line[None].astype(np.float32), 0, None)
    across = canvas.x + 1.6 * depth
    cell = np.floor(across / 4.2 + 0.6 * np.sin(canvas.x / 9)).astype(np.int64) * 31 + np.floor(
        depth / 0.8
    ).astype(np.int64)
    pick = ((cell * 2654435761 + land.place.seed) % 97) / 97
    tone = np.float32(1) + (pick[..., None] - 0.5) * np.float32((-0.30, 0.12, 0.34))
    inside = (canvas.alpha > 0)[..., None]
    canvas.rgb *= np.where(inside, tone, 1).astype(np.float32)
    hedge = np.clip(1 - np.abs(depth % 0.8 - 0.4) / 0.05, 0, 1) * 0.35
    canvas.rgb *= (1 - hedge)[..., None].astype(np.float32)


def _copse(land: Country, rig: Rig) -> Flat:
    """Single trees and hedges at a distance, with a gap in the middle third."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        if land.kind == "desert":
            cut.row_of_rocks(
                canvas,
                4.5,
                0.4,
                (0.5, 1.6),
                mix(land.ground, colour("#a05a3c"), 0.5),
                land.place.turn,
            )
        else:
            _hedge(canvas, land)
            tall = ("poplar", "poplar", "oak") if land.place.seed % 2 else ("oak", "oak", "birch")
            for k in places(first - 2, last + 2, 2.3):
                rng = chance(land.place.turn * 13 + k)
                x = (k + float(rng.uniform(-0.4, 0.4))) * 2.3
                if abs(x + 2.2 * land.place.side) < 2.6 or rng.random() < 0.25:
                    continue
                name = tall[int(rng.integers(3))]
                shade = scale(land.leaf, float(rng.uniform(0.8, 1.1)))
                trees.TREES[name](
                    canvas, x, float(rng.uniform(2.2, 4.2)), shade, land.place.seed + k, 0.0
                )
            if land.kind in ("village", "graveyard") or land.place.seed % 3 == 0:
                _chapel(canvas, -4.4 * land.place.side, land, rig)
        glaze(canvas, rig, 17.0, land.place.seed + 7, 2.0)

    return Flat("background", 17.0, paint, (-ENDS, -7.0, ENDS, 0.1))


def _hedge(canvas: Canvas, land: Country) -> None:
    line = -0.45 - 0.30 * np.abs(ridge(canvas.x[0], 1.4, land.place.turn, 4))
    depth = canvas.y - line[None].astype(np.float32)
    cover = np.clip(depth * canvas.density, 0, 1)
    shade = (
        0.62 + 0.75 * (canvas.noise(0.5, land.place.seed, 4) - 0.35) - 0.5 * np.clip(depth, 0, 0.5)
    )
    canvas.rgb += (np.asarray(land.leaf, np.float32) * shade[..., None] - canvas.rgb) * cover[
        ..., None
    ]
    canvas.alpha[:] = np.maximum(canvas.alpha, (cover * 255).astype(np.uint8))


def _chapel(canvas: Canvas, x: float, land: Country, rig: Rig) -> None:
    """A small church with a spire."""
    wall, roof, lit = colour("#cfc4b0"), colour("#5a5058"), rig.air.lamps > 0.3
    countryware.box(canvas, x - 0.5, -2.3, x + 0.5, 0.05, wall, 0.05)
    countryware.shape(canvas, [(x - 0.62, -2.25), (x, -4.9), (x + 0.62, -2.25)], roof, 0.05)
    countryware.box(canvas, x + 0.5, -1.25, x + 2.7, 0.05, scale(wall, 0.92), 0.05)
    countryware.shape(
        canvas, [(x + 0.45, -1.2), (x + 2.8, -1.2), (x + 2.5, -2.1), (x + 0.45, -2.1)], roof, 0.05
    )
    for k in range(3):
        pane = np.array([(x + 0.85 + 0.6 * k, -0.45), (x + 0.85 + 0.6 * k, -0.85), (x + 0.97 + 0.6 * k, -1.0), (x + 1.09 + 0.6 * k, -0.85), (x + 1.09 + 0.6 * k, -0.45)], np.float32)  # fmt: skip
        countryware.glass(canvas, pane, lit)
    countryware.glass(canvas, np.array([(x - 0.1, -1.7), (x, -1.95), (x + 0.1, -1.7), (x + 0.1, -1.35), (x - 0.1, -1.35)], np.float32), lit)  # fmt: skip


def _middle(land: Country, rig: Rig) -> Flat:
    """What divides the ground halfway out: fence, hedge, poles or stones."""

    def paint(canvas: Canvas) -> None:
        first, last = span(canvas)
        if land.kind == "desert":
            cut.row_of_rocks(
                canvas,
                1.9,
                0.55,
                (0.15, 0.45),
                mix(land.ground, colour("#9a5a40"), 0.4),
                land.place.turn,
                1.0,
            )
        elif land.kind == "road":
            _poles(canvas, land)
        elif land.kind in ("garden", "village"):
            countryware.picket_fence(
                canvas, first, last, colour("#e6e0d2") if land.kind == "garden" else land.wood
            )
        elif land.kind == "graveyard":
            for k in places(first, last, 0.16):
                countryware.shape(canvas, [(k * 0.16 - 0.012, 0.02), (k * 0.16 - 0.012, -0.82), (k * 0.16, -0.9), (k * 0.16 + 0.012, -0.82), (k * 0.16 + 0.012, 0.02)], colour("#2e2f36"), 0.006)  # fmt: skip
            for y in (-0.74, -0.14):
                countryware.box(canvas, first, y - 0.014, last, y + 0.014, colour("#2e2f36"))
        elif land.kind != "park":
            countryware.rail_fence(canvas, first, last, land.wood, land.place.turn)
        cut.grass(canvas, first, last, scale(land.slope, 0.85), land.place.turn + 5, 0.15)
        glaze(canvas, rig, 3.6, land.place.seed + 12, 0.8, rim=0.8)

    return Flat("middle", 3.6, paint, (-ENDS, -3.2, ENDS, 0.12))


def _poles(canvas: Canvas, land: Country) -> None:
    """Telegraph poles with sagging wires along the road."""
    wood = colour("#4f4338")
    for k in places(canvas.x0 - 3, span(canvas)[1] + 3, 3.1):
        x = k * 3.1 + 0.9
        canvas.piece(tapered((x, 0.04), (x, -2.9), 0.045, 0.034), wood, edge=0.5)
        for y in (-2.7, -2.45):
            canvas.piece(tapered((x - 0.42, y), (x + 0.42, y), 0.022, 0.022), wood)
            line = np.linspace(0, 1, 11)
            for dx in (-0.36, 0.36):
                sag = y - 0.04 + 0.9 * line * (1 - line)
                for j in range(10):
                    a, b = (x + dx + 3.1 * float(line[i]) for i in (j, j + 1))
                    wire = tapered((a, float(sag[j])), (b, float(sag[j + 1])), 0.006, 0.006)
                    canvas.piece(wire, wood, shadow=0, edge=0)


def _crop(land: Country, rig: Rig) -> list[Flat]:
    """What grows near: wheat, flowers or grass, behind the actors and at the lower edge."""
    flats = []
    for z, tall in ((2.3, 0.95), (1.25, 0.6), (-1.2, 0.26)):
        if land.kind == "desert" or (land.kind != "wheat" and z > 2):
            continue

        def paint(canvas: Canvas, z: float = z, tall: float = tall) -> None:
            first, last = span(canvas)
            seed = land.place.turn + int(10 * z)
            if land.kind == "wheat":
                cut.stalks(canvas, first, last, land.slope, seed, tall)
            else:
                cut.grass(canvas, first, last, scale(land.slope, 0.8), seed, 0.32 * tall)
                if land.kind in ("garden", "field", "park") and not rig.air.white:
                    blooms = tuple(
                        BLOOMS[(land.place.seed + k) % 5]
                        for k in range(3 if land.kind == "garden" else 2)
                    )
                    cut.flowers(canvas, first, last, blooms, seed, 0.40 * tall)
            glaze(canvas, rig, z, land.place.seed + 3, 0.5, rim=0.45)

        flats.append(Flat("crop", z, paint, (-ENDS, -1.3 * tall, ENDS, 0.14), sway=0.008))
    return flats


def _house(land: Country, rig: Rig, home: tuple[float, float]) -> Flat:
    def paint(canvas: Canvas) -> None:
        farmhouse(canvas, home[0], 2.6, land.place.tone, rig.air.lamps > 0.2)
        trees.bush(canvas, home[0] - 1.5, 0.7, land.leaf, land.place.seed)
        trees.oak(canvas, home[0] + 2.0 * land.place.side, 3.4, land.leaf, land.place.seed + 3)
        glaze(canvas, rig, home[1], land.place.seed + 14)

    return Flat("house", home[1], paint, (home[0] - 5.0, -4.2, home[0] + 5.0, 0.08))


def farmhouse(canvas: Canvas, x: float, w: float, tone: Colour, lit: bool) -> None:
    """A house with a steep shingled roof, a porch, shutters and a smoking chimney's stack."""
    wall, roof = colour("#d2c2a0"), mix(colour("#8a4636"), tone, 0.15)
    countryware.box(canvas, x + 0.22 * w, -2.45, x + 0.34 * w, -1.6, colour("#8a6a5a"), 0.03)
    countryware.box(canvas, x - 0.5 * w, -1.2, x + 0.5 * w, 0.05, wall, 0.03)
    rows = 7
    for k in range(rows):
        y0, y1 = -1.12 - 0.13 * k, -1.30 - 0.13 * k
        a = 0.58 * w - 0.022 * w * k
        countryware.shape(canvas, [(x - a, y0), (x + a, y0), (x + a - 0.03 * w, y1), (x - a + 0.03 * w, y1)], scale(roof, 0.84 + 0.035 * k), 0.02)  # fmt: skip
    for side in (-0.32, 0.30):
        glass_box = (x + side * w - 0.085 * w, -0.92, x + side * w + 0.085 * w, -0.42)
        countryware.box(canvas, glass_box[0] - 0.04, glass_box[1] - 0.04, glass_box[2] + 0.04, glass_box[3] + 0.04, colour("#efe6d2"))  # fmt: skip
        countryware.glass(canvas, countryware.rectangle(*glass_box), lit)
        for turn in (-1, 1):
            a = x + side * w + turn * 0.15 * w
            countryware.box(canvas, a - 0.05 * w, -0.94, a + 0.05 * w, -0.40, tone, 0.02)
    countryware.box(canvas, x - 0.10 * w, -0.88, x + 0.09 * w, 0.04, scale(tone, 0.8), 0.02)
    countryware.shape(canvas, [(x - 0.19 * w, -0.92), (x + 0.18 * w, -0.92), (x + 0.12 * w, -1.14), (x - 0.13 * w, -1.14)], scale(roof, 1.1), 0.03)  # fmt: skip
    waterware.box(canvas, x - 0.2 * w, -0.06, x + 0.2 * w, 0.06, colour("#9a9088"), 0.02)


def _floor(floor: Floor, land: Country, rig: Rig, feet: list[tuple[float, float, float]]) -> None:
    seed = land.place.seed
    if land.kind == "desert":
        grounds.sand(floor, land.ground, seed)
    else:
        path = None if land.kind in ("wheat", "road") else mix(land.road, land.ground, 0.15)
        second = mix(land.ground, colour("#b8ac5e"), 0.55)
        grounds.meadow(floor, land.ground, second, seed, path)
    if land.kind == "road":
        rgb = floor.rgb.copy()
        grounds.asphalt(floor, land.road, seed)
        grounds.band(floor, 0.86, 0.92, colour("#d8d2c0"))
        inside = np.clip((floor.z + 1.6) / 0.06, 0, 1) * np.clip((1.9 - floor.z) / 0.06, 0, 1)
        floor.rgb[:] = (
            rgb + (floor.rgb - rgb) * np.broadcast_to(inside, floor.rgb.shape[:2])[..., None]
        )
    grounds.snowed(floor, rig.air.white, seed)
    grounds.soaked(floor, rig, seed, 0.6 * rig.air.wet)
    grounds.shadows(floor, rig, feet)
    grounds.lay(floor, rig)

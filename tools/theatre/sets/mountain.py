"""High country: summits, cliffs, canyons, snowfields, hills, volcano, moon. Knows no words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import Colour, Plate, chance, colour, mix, scale
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds, trees
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.glaze import air_between, far_tone, glaze
from tools.theatre.sets.setting import (
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

STONES = tuple(colour(c) for c in ("#7f8694", "#8a8078", "#6d7a8c", "#86807f"))
RED = tuple(colour(c) for c in ("#b5633f", "#a8573c", "#c07a4c"))
GRASSY = tuple(colour(c) for c in ("#6f8a4a", "#7d9050", "#668458"))
ASKED = (
    "campfire",
    "tent",
    "signpost",
    "well",
    "cart",
    "grave",
    "bench",
    "logs",
    "stump",
    "boulder",
    "cactus",
    "crate",
    "barrel",
    "lamp_post",
    "fence",
    "luggage",
)
OWN: dict[str, tuple[str, ...]] = {
    "peaks": ("boulder", "signpost", "logs"),
    "hills": ("boulder", "signpost", "tree", "bush"),
    "canyon": ("cactus", "boulder"),
    "cliff": ("boulder", "bush"),
    "snowfield": ("boulder",),
    "volcano": ("boulder",),
    "moon": ("boulder",),
}


class Height:
    """Colours and shapes of one stretch of high country."""

    def __init__(self, setting: Setting) -> None:
        self.place = setting
        self.kind = setting.kind if setting.kind in OWN else "peaks"
        tones = {"canyon": RED, "hills": GRASSY}.get(self.kind, STONES)
        self.stone: Colour = setting.pick(tones, 1)
        if self.kind == "volcano":
            self.stone = colour("#4d464c")
        if self.kind == "moon":
            self.stone = colour("#a8a6a4")
        self.green: Colour = setting.white(setting.pick(GRASSY, 2), 0.7)
        self.slope = mix(self.stone, self.green, 0.45) if self.kind == "peaks" else self.stone
        snowy = self.kind in ("peaks", "snowfield") or setting.air.white > 0.3
        self.snow = (0.9 if self.kind == "snowfield" else 0.42) if snowy else 0.0
        self.snow += 0.4 * setting.air.white

    def line(self, canvas: Canvas, base: float, height: float, cell: float, seed: int) -> Plate:
        """The crest of one range."""
        if self.kind == "canyon":
            return cut.cliffs(canvas, base, height, cell, seed)
        if self.kind in ("hills", "moon"):
            return cut.crest(canvas, base, 0.55 * height, cell, seed, 3)
        return cut.peaks(canvas, base, height, cell, seed)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The heights as scenery."""
    if place.kind == "moon":
        air = _airless(air)
    setting = setting_of(place, light, air)
    land = Height(setting)
    stood = stand(setting, OWN[land.kind], ASKED, 2)
    rig = lit_pieces(setting, stood, _lava(land))
    flats = [sky(setting.air, setting.turn)]
    flats += [
        _range(land, rig, *row)
        for row in ((170.0, 62.0, 60.0), (95.0, 27.0, 36.0), (50.0, 11.0, 22.0))
    ]
    flats += [_shoulder(land, rig), _ledge(land, rig), *piece_flats(setting, stood, rig)]
    flats.append(_near(land, rig))
    if land.kind != "moon":
        thick = setting.air.density
        flats.append(
            haze_band(setting.air, 70.0, 9.0, min(0.85, 12 * thick + 0.40), place.seed + 2, 0.20)
        )
        flats.append(
            haze_band(setting.air, 34.0, 4.0, min(0.8, 12 * thick + 0.30), place.seed + 4, 0.12)
        )
        flats.append(haze_band(setting.air, 9.0, 0.9, min(0.6, 10 * thick), place.seed + 3, -0.04))
    far = 13.0
    ground = Ground("ground", 0.0, far, lambda floor: _floor(floor, land, rig))
    return Scenery(tuple(flats), (ground,), rig, "none")


def _airless(air: Air) -> Air:
    """Black sky, hard sun, no mist."""
    sky_stops = ((0.0, colour("#141420")), (1.0, colour("#04040a")))
    return replace(
        air,
        sky=sky_stops,
        stars=1.0,
        cover=0.0,
        density=0.0005,
        fog=colour("#1a1a24"),
        cloud_lit=colour("#141420"),
        sun_gain=0.5,
    )


def _lava(land: Height) -> tuple[Lamp, ...]:
    if land.kind != "volcano":
        return ()
    side = land.place.side
    return (Lamp(-13.0 * side, -15.0, 49.9, colour("#ff6a30"), 9.0, 1.0, 0.3, 7.0, 0.25, 0.8),)


def _range(land: Height, rig: Rig, z: float, height: float, cell: float) -> Flat:
    """One line of mountains; the nearest leaves the sky open in one third."""

    def paint(canvas: Canvas) -> None:
        seed = land.place.turn + int(z)
        line = land.line(canvas, 0.6, height, cell, seed)
        if z < 60:
            lean = 1 / (1 + np.exp(-(canvas.x[0] * land.place.side) / 6.0))
            line = 0.6 + (line - 0.6) * (0.35 + 0.95 * (1 - lean))
            if land.kind == "volcano":
                away = np.abs(canvas.x[0] + 13.0 * land.place.side)
                line = np.minimum(line, 0.6 - np.clip(17.0 - 0.85 * np.maximum(away, 2.2), 0, None))
        strata = 0.10 * height if land.kind in ("canyon", "cliff") else 0.0
        tone = mix(land.stone, land.green, 0.5 if land.kind == "peaks" and z < 60 else 0.0)
        rough = 0.055 * height if land.kind != "hills" else 0.0
        cut.terrain(
            canvas,
            line,
            tone,
            rig,
            seed,
            cut.Relief(rough=rough, rim=0.55, snow=land.snow * height * 0.62, strata=strata),
        )
        if z < 60 and land.kind in ("peaks", "hills", "snowfield"):
            _forest_line(canvas, line, land)
        canvas.lit(rig.field(canvas.x, canvas.y, z))
        canvas.fog(far_tone(rig.air), air_between(rig, z), 0.0, 0.30 * height)

    return Flat(f"range{z:.0f}", z, paint, (-ENDS, -1.6 * height - 2, ENDS, 0.25 * z), detail=0.9)


def _forest_line(canvas: Canvas, line: Plate, land: Height) -> None:
    """Firs that creep up the lower slopes, too far off to be single trees."""
    x = canvas.x[0].astype(np.float64)
    comb = np.abs((x * 1.9) % 1.0 - 0.5) * 1.1 + np.abs((x * 1.13) % 1.0 - 0.5) * 0.9
    top = np.maximum(line + 1.2, -2.6 - 1.3 * np.sin(x / 5.3 + land.place.turn % 7) - comb)
    depth = canvas.y - top[None].astype(np.float32)
    cover = np.clip(depth * canvas.density, 0, 1)[..., None] * (canvas.alpha > 0)[..., None]
    tone = land.place.white(mix(colour("#3f5a46"), land.stone, 0.25), 0.45)
    shade = 0.8 + 0.4 * canvas.noise(1.0, land.place.seed, 3)
    canvas.rgb += (np.asarray(tone, np.float32) * shade[..., None] - canvas.rgb) * cover


def _shoulder(land: Height, rig: Rig) -> Flat:
    """The spur across the valley: rock with firs, or bare stone."""

    def paint(canvas: Canvas) -> None:
        x = canvas.x[0]
        rise = 3.0 / (1 + np.exp(-(x * land.place.side - 3.4) / 1.1))
        line = (
            0.45
            - rise
            - 0.5 * np.abs(np.sin(x * 0.7))
            + 0.10 * ridge(x, 1.2, land.place.turn + 3, 4)
        )
        cut.terrain(
            canvas,
            np.asarray(line),
            scale(land.slope, 0.95),
            rig,
            land.place.turn + 4,
            cut.Relief(rough=0.55, rim=0.7, snow=1.1 * land.snow),
        )
        if land.kind in ("peaks", "snowfield", "hills"):
            tone = land.place.white(colour("#42614a"), 0.55)
            if land.kind == "snowfield":
                tone = mix(tone, (234, 230, 223), 0.45)
            for k in places(*span(canvas), 1.3):
                rng = chance(land.place.turn * 7 + k)
                at = (k + float(rng.uniform(-0.4, 0.4))) * 1.3
                if at * land.place.side < 1.6 or rng.random() < 0.25:
                    continue
                foot = float(np.interp(at, x, line)) + 0.25
                trees.fir(canvas, at, float(rng.uniform(1.3, 2.8)), tone, land.place.seed + k, foot)
        glaze(canvas, rig, 14.0, land.place.seed + 6, 2.5)

    return Flat("background", 14.0, paint, (-ENDS, -7.5, ENDS, 3.0))


def _ledge(land: Height, rig: Rig) -> Flat:
    """Boulders along the edge where the ground falls away."""

    def paint(canvas: Canvas) -> None:
        tone = land.place.white(land.stone, 0.25)
        cut.row_of_rocks(canvas, 1.15, 0.8, (0.18, 0.62), tone, land.place.turn, 0.5)
        if land.kind in ("peaks", "hills", "cliff"):
            cut.grass(canvas, *span(canvas), scale(land.green, 0.85), land.place.turn + 2, 0.15)
        glaze(canvas, rig, 3.2, land.place.seed + 8, 0.8)

    return Flat("rocks", 3.2, paint, (-ENDS, -0.9, ENDS, 0.12))


def _near(land: Height, rig: Rig) -> Flat:
    """Dark rock at the lower corners."""

    def paint(canvas: Canvas) -> None:
        tone = scale(land.stone, 0.55)
        for x, w in ((-2.35, 0.7), (-3.4, 1.0), (2.6, 0.8), (3.8, 1.1)):
            cut.rock(
                canvas,
                x * land.place.side,
                w,
                0.62 * w,
                tone,
                land.place.turn % 997 + int(10 * w),
                0.2,
            )
        glaze(canvas, rig, -0.9, land.place.seed + 9, 0.4)

    return Flat("near rocks", -0.9, paint, (-5.5, -0.9, 5.5, 0.25))


def _floor(floor: Floor, land: Height, rig: Rig) -> None:
    seed = land.place.seed
    if land.kind in ("peaks", "hills", "cliff"):
        share = 0.75 if land.kind == "peaks" else 0.15
        grounds.meadow(
            floor,
            mix(land.green, land.stone, share),
            mix(land.stone, land.green, 0.3),
            seed,
            mix(land.stone, colour("#b89c74"), 0.6),
        )
    elif land.kind == "canyon":
        grounds.sand(floor, mix(land.stone, colour("#d9a566"), 0.45), seed)
    else:
        grounds.asphalt(floor, land.stone, seed)
    grounds.snowed(floor, max(rig.air.white, 1.0 if land.kind == "snowfield" else 0.0), seed)
    grounds.soaked(floor, rig, seed, 0.5 * rig.air.wet)
    grounds.lay(floor, rig)

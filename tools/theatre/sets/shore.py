"""Where land meets water: harbour pier, beach, rocky coast, lake. Knows no words and no actor."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas, places
from tools.theatre.geometry import chance, colour, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Rig
from tools.theatre.palette import Air
from tools.theatre.scenery import Flat, Floor, Ground, Scenery
from tools.theatre.sets import grounds, trees, waterware
from tools.theatre.sets import outdoors as cut
from tools.theatre.sets.glaze import air_between, far_tone, glaze, mirror
from tools.theatre.sets.harbour import harbour, rails, sails, vessel
from tools.theatre.sets.landward import landward
from tools.theatre.sets.ledge import ledge
from tools.theatre.sets.pieces import Stood, arrange
from tools.theatre.sets.setting import (
    ENDS,
    lit_pieces,
    piece_flats,
    setting_of,
    span,
    stand,
)
from tools.theatre.sets.sky import haze_band, sky
from tools.theatre.sets.surfaces import planks_across
from tools.theatre.sets.waterside import EDGE, LEVEL, OWN, Waterside, headland_top
from tools.theatre.spec import LightSpec, SetSpec
from tools.theatre.texture import ridge

ASKED = (
    "campfire",
    "rowboat",
    "booth",
    "bench",
    "nets",
    "anchor",
    "crate",
    "barrel",
    "bollard",
    "parasol",
    "tent",
    "luggage",
    "sign",
    "neon",
    "signpost",
    "boulder",
    "bicycle",
    "logs",
    "telephone",
    "stall",
    "clock",
    "tree",
    "well",
    "cart",
)


def build(place: SetSpec, light: LightSpec, air: Air) -> Scenery:
    """The shore as scenery; from the reverse angle, the land behind it."""
    setting = setting_of(place, light, air)
    shore = Waterside(setting)
    stood = stand(setting, ("boulder",) if shore.rocky else OWN[shore.kind], ASKED, 2)
    if shore.kind == "pier":
        posts = ((-3.3, 1.3), (-1.75, 1.3), (1.85, 1.3), (3.5, 1.3))
        stood += tuple(Stood("lamp_post", x, z) for x, z in posts)
    elif setting.has("lamp_post"):
        stood += arrange(("lamp_post",), setting.side, setting.turn, ((-1.5, 1.7),))
    rig = lit_pieces(setting, stood, _beacon(shore))
    flats = [sky(setting.air, setting.turn), _far_land(shore, rig)]
    flats += landward(shore, rig) if setting.reverse else _seaward(shore, rig)
    flats += [*piece_flats(setting, stood, rig), *_near(shore, rig)]
    thick = setting.air.density
    flats.append(
        haze_band(setting.air, 31.0, 2.6, min(0.8, 10 * thick + 0.16), place.seed + 2, 0.12)
    )
    if shore.kind != "pier" or thick > 0.05:
        flats.append(haze_band(setting.air, 5.5, 0.7, min(0.55, 8 * thick), place.seed + 3, -0.04))
    ground = Ground(
        "ground", 0.0, 34.0 if setting.reverse else EDGE, lambda floor: _ground(floor, shore, rig)
    )
    sea = Ground("water", LEVEL, 230.0, lambda floor: _sea(floor, shore, rig))
    water = None if setting.reverse else (EDGE + 0.4, 90.0)
    grounds_ = (ground,) if setting.reverse else (sea, ground)
    beacon = next(((one.x, one.y, one.z) for one in _beacon(shore)), None)
    return Scenery(tuple(flats), grounds_, rig, "none", water=water, beacon=beacon)


def _beacon(shore: Waterside) -> tuple[Lamp, ...]:
    if not shore.tower or shore.place.reverse or shore.place.air.lamps < 0.05:
        return ()
    y = headland_top(shore) - 1.09 * shore.tall
    return (
        Lamp(shore.at, y, 42.0, colour("#ffe0a4"), 2.4, shore.place.air.lamps, 0.30, 4.6, 0.4, 0.9),
    )


def _far_land(shore: Waterside, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        high = 15.0 if shore.kind == "lake" else 8.0
        seed = shore.place.turn + 1
        line = (
            cut.peaks(canvas, LEVEL + 1.5, 3 * high, 52.0, seed)
            if shore.kind == "lake"
            else cut.crest(canvas, LEVEL + 3.6, high, 60.0, seed, 4)
        )
        snow = 8.0 if shore.kind == "lake" else 0.0
        cut.terrain(
            canvas,
            line,
            mix(shore.stone, colour("#55687c"), 0.4),
            rig,
            seed,
            cut.Relief(rough=1.6, rim=0.35, snow=snow),
        )
        canvas.lit(rig.field(canvas.x, canvas.y, 160.0))
        canvas.fog(far_tone(rig.air), air_between(rig, 160.0) * 0.92, 0.0, 4.0)
        mirror(canvas, LEVEL, 0.35, seed, reach=6.0, ripple=0.02, tint=shore.deep)

    return Flat(
        "far land",
        160.0,
        paint,
        (-ENDS, -40.0, ENDS, LEVEL if shore.kind == "pier" else 26.0),
        detail=0.8,
    )


def _seaward(shore: Waterside, rig: Rig) -> list[Flat]:
    # A harbour hides the point behind its houses: drawn only for its lighthouse.
    flats = [_headland(shore, rig)] if shore.tower or shore.kind != "pier" else []
    if shore.kind == "pier":
        flats += [harbour(shore, rig), vessel(shore, rig, 8.0, 5.6), rails(shore, rig)]
    else:
        flats += [_surf(shore, rig), _rocks(shore, rig)]
        if shore.rocky:
            flats.append(ledge(shore, rig))
        fair = shore.kind in ("coast", "beach") and rig.air.wet < 0.5
        if fair or shore.place.has("boat"):
            flats.append(sails(shore, rig))
        if shore.place.has("boat"):
            flats.append(vessel(shore, rig, 13.0, 4.6))
        if shore.kind == "lake":
            flats.append(_reeds(shore, rig))
    return flats


def _headland(shore: Waterside, rig: Rig) -> Flat:
    """A rocky point on one side with its lighthouse; on a lake a wooded one."""

    def paint(canvas: Canvas) -> None:
        x = canvas.x[0] * (-1 if shore.at > 0 else 1)
        top = -headland_top(shore) + 0.7
        body = top * np.exp(-(((x + abs(shore.at)) / 4.6) ** 2)) + 0.55 * top * np.exp(
            -(((x + 17) / 7.0) ** 2)
        )
        body = body + 1.3 * np.exp(-(((x - 24) / 7.0) ** 2))
        rough = ridge(canvas.x[0], 2.2, shore.place.seed + 4, 5, 0.55)
        line = np.minimum(
            LEVEL + 0.45 - body * (1 + 0.13 * rough) - 0.12 * np.abs(rough), LEVEL + 0.45
        )
        tone = mix(shore.stone, colour("#6b8450"), 0.55 if shore.kind in ("lake", "beach") else 0.0)
        if shore.tower:
            waterware.lighthouse(
                canvas, shore.at, headland_top(shore), shore.tall, rig.air.lamps > 0.2, shore.red
            )
        cut.terrain(
            canvas,
            np.asarray(line),
            shore.place.white(tone, 0.35),
            rig,
            shore.place.seed + 5,
            cut.Relief(rough=1.0, rim=0.8, snow=1.2 * rig.air.white),
        )
        if shore.kind == "lake":
            for k in places(*span(canvas), 1.5):
                rng = chance(shore.place.turn + k)
                at = (k + float(rng.uniform(-0.4, 0.4))) * 1.5
                foot = float(np.interp(at, canvas.x[0], line)) + 0.3
                if foot < LEVEL - 0.35:
                    trees.fir(
                        canvas,
                        at,
                        float(rng.uniform(1.6, 3.2)),
                        shore.place.white(colour("#42614a"), 0.5),
                        k,
                        foot,
                    )
        glaze(canvas, rig, 42.0, shore.place.seed + 6, 2.2)
        mirror(canvas, LEVEL, 0.55, shore.place.seed, reach=2.6, ripple=0.05, tint=shore.deep)

    return Flat("background", 42.0, paint, (-70.0, -10.5, 70.0, 9.0))


def _surf(shore: Waterside, rig: Rig) -> Flat:
    """Two lines of foam that run up the shore."""

    def paint(canvas: Canvas) -> None:
        curl = 0.05 * ridge(canvas.x[0], 1.1, shore.place.seed + 3, 4)
        total = np.zeros((canvas.h, canvas.w), np.float32)
        for at, wide in ((LEVEL - 0.05, 0.030), (LEVEL + 0.03, 0.020)):
            depth = canvas.y - (at + curl * (1 + 4 * (at - 0.1)))[None, :].astype(np.float32)
            total += np.exp(-((depth / wide) ** 2)) * (
                0.35 + 0.75 * canvas.noise(0.3, shore.place.seed, 4, 2.0)
            )
        canvas.rgb[:] = np.asarray((246, 244, 238), np.float32)
        canvas.alpha[:] = np.clip(total * 215, 0, 255).astype(np.uint8)
        canvas.lit(rig.field(canvas.x, canvas.y, EDGE))

    return Flat("surf", EDGE + 0.02, paint, (-ENDS, -0.06, ENDS, 0.32), drift=0.03)


def _rocks(shore: Waterside, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        share = {"coast": 0.85, "lake": 0.5, "beach": 0.22}.get(shore.kind, 0.5)
        share = 0.5 if shore.rocky else share
        wide = (0.2, 0.75) if shore.kind == "coast" else (0.12, 0.4)
        cut.row_of_rocks(
            canvas, 1.0, share, wide, shore.place.white(shore.stone, 0.3), shore.place.turn, 0.75
        )
        if shore.kind != "coast":
            cut.grass(canvas, *span(canvas), colour("#8a9256"), shore.place.turn, 0.22)
        glaze(canvas, rig, 2.05, shore.place.seed + 10, 0.6)

    return Flat("rocks", 2.05, paint, (-ENDS, -1.0, ENDS, 0.14))


def _reeds(shore: Waterside, rig: Rig) -> Flat:
    def paint(canvas: Canvas) -> None:
        cut.grass(canvas, *span(canvas), colour("#77834a"), shore.place.turn + 5, 0.42)
        glaze(canvas, rig, 2.3, shore.place.seed + 12, 0.5, rim=0.4)

    return Flat("reeds", 2.3, paint, (-ENDS, -0.6, ENDS, 0.14), sway=0.008)


def _near(shore: Waterside, rig: Rig) -> list[Flat]:
    """Dark shapes at the lower corners: rocks, or the pier's own piles and rope."""

    def paint(canvas: Canvas) -> None:
        if shore.kind == "pier":
            for x in (-2.3, 2.45):
                canvas.piece(
                    tapered((x, 0.5), (x, -0.55), 0.15, 0.14),
                    scale(shore.deck, 0.42),
                    edge=0.5,
                    thickness=0.04,
                )
                canvas.piece(
                    rectangle(x - 0.17, -0.60, x + 0.17, -0.52), scale(shore.deck, 0.55), edge=0.5
                )
                for k in range(3):
                    canvas.piece(
                        rectangle(x - 0.165, -0.30 + 0.05 * k, x + 0.165, -0.26 + 0.05 * k),
                        colour("#8a744e"),
                        edge=0.5,
                    )
        elif not shore.rocky:
            for x, w in ((-2.4, 0.7), (2.55, 0.85), (-3.6, 0.9), (3.9, 1.0)):
                cut.rock(
                    canvas,
                    x,
                    w,
                    w * 0.62,
                    scale(shore.stone, 0.6),
                    shore.place.seed % 997 + int(10 * w),
                    0.2,
                )
        glaze(canvas, rig, -0.9, shore.place.seed + 11, 0.4)

    return [Flat("near", -0.9, paint, (-6.0, -0.9, 6.0, 0.5))]


def _sea(floor: Floor, shore: Waterside, rig: Rig) -> None:
    calm = {"lake": 0.95, "pier": 0.8}.get(shore.kind, 0.55)
    grounds.water(floor, rig, shore.deep, shore.place.seed, calm)
    grounds.lay_water(floor, rig)


def _ground(floor: Floor, shore: Waterside, rig: Rig) -> None:
    seed = shore.place.seed
    if shore.kind == "pier":
        planks_across(floor, shore.deck, seed)
    else:
        bare = 0.55 if not shore.rocky else 0.95
        tone = shore.sand if shore.kind == "beach" else mix(shore.sand, shore.stone, bare)
        # Between rocks lies what the tide left: stone under a hand of dark water.
        tone = mix(scale(tone, 0.8), shore.deep, 0.4) if shore.rocky else tone
        grounds.sand(floor, tone, seed, None if shore.place.reverse else EDGE)
    grounds.snowed(floor, rig.air.white, seed)
    shine = 0.95 if shore.kind == "pier" else 0.3 if shore.rocky else 0.6
    grounds.soaked(floor, rig, seed, shine * rig.air.wet)
    posts = [(x, 1.3, 0.06) for x in (-3.3, -1.75, 1.85, 3.5)] if shore.kind == "pier" else []
    grounds.shadows(floor, rig, posts)
    grounds.lay(floor, rig)

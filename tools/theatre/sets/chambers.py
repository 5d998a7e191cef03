"""How living rooms, bedrooms and studies are furnished. Knows words and a seed."""

from __future__ import annotations

import numpy as np

from tools.theatre.canvas import Canvas
from tools.theatre.geometry import chance, colour, ellipse, mix, rectangle, scale, tapered
from tools.theatre.light import Lamp, Pane
from tools.theatre.sets import comforts, decor, furniture
from tools.theatre.sets.roomplan import Layout
from tools.theatre.sets.scheme import Scheme
from tools.theatre.spec import SetSpec

BACK = 1.28
ASIDE = 0.62
"""Depth of the chair or plant that stands nearer, by the side wall."""

WARM = colour("#ffb968")


def living(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """A sofa under pictures, a fire or a screen, a floor lamp, an armchair nearer."""
    way, seed, half = scheme.way, place.seed, scheme.shell.half
    rng = chance(seed + 31 * place.reverse)
    fire = scheme.has("fireplace", "rich") or (not scheme.has("modern") and rng.random() < 0.6)
    fire = fire and not place.reverse
    sofa_at, hearth = -way * (half - 0.86), way * (half - 0.72)
    pane = Pane(way * 0.06 - 0.27, -1.26, way * 0.06 + 0.27, -0.62, scheme.shell.far)
    lamp_x = sofa_at + way * 0.72 if half > 1.6 else -way * (half - 0.12)
    lit = power > 0.05

    def hang(canvas: Canvas) -> None:
        decor.shade_box(canvas, sofa_at - 0.7, -0.6, sofa_at + 0.7, 0.0, 0.14, 0.45)
        if place.reverse:
            decor.doorway(canvas, hearth, scheme.wood)
        gallery(canvas, sofa_at, -0.98, seed + 77 * place.reverse)
        if fire:
            comforts.fireplace(
                canvas, hearth, colour("#a2624a"), scheme.wood, scheme.shell.top, lit
            )
            decor.picture(canvas, hearth, -1.08, 0.36, 0.30, seed + 3)

    def stand(canvas: Canvas) -> None:
        seats = 3 if half > 1.9 else 2
        if place.reverse:
            comforts.drawers(canvas, sofa_at - 0.46, sofa_at + 0.46, 0.46, scheme.wood)
            furniture.plant(canvas, sofa_at - way * 0.2, -0.48, 0.3, seed)
        else:
            a, b = sofa_at - 0.58, sofa_at + 0.58
            comforts.sofa(canvas, a, b, scheme.cloth, scheme.accent, seats)
        comforts.standing_lamp(canvas, lamp_x, 1.06, scheme.accent, on=lit)
        if scheme.has("piano"):
            comforts.piano(canvas, hearth - 0.42, hearth + 0.42, scheme.wood)
        elif not fire and not place.reverse:
            comforts.tall_books(canvas, hearth - 0.46, hearth + 0.46, 1.24, scheme.wood, seed)

    def aside(canvas: Canvas) -> None:
        x = way * (half - 0.36)
        comforts.sofa(canvas, x - 0.30, x + 0.30, scale(scheme.accent, 0.9), scheme.cloth, 1)
        furniture.plant(canvas, -way * (half - 0.2), 0.0, 0.52, seed)

    burns = (hearth, -0.16, scheme.shell.far) if fire else None
    panes = () if place.reverse else (pane,)
    return Layout(
        hang,
        (("sofa", BACK, stand, (-half, scheme.shell.top, half, 0.02)),
         ("armchair", ASIDE, aside, (-half, -0.95, half, 0.02))),
        _lamps(lamp_x, burns, power), panes,
        lambda canvas, side: side_wall(canvas, scheme, side, seed),
    )  # fmt: skip


def _lamps(
    standing: float, fire: tuple[float, float, float] | None, power: float
) -> tuple[Lamp, ...]:
    """The standing lamp's, the fire's if one burns, and what comes from the ceiling."""
    lamps = [Lamp(standing, -0.92, BACK, WARM, 1.35, 1.25 * power, 0.04, 0.5, 0.015, 0.5)]
    if fire is not None:
        lamps.append(Lamp(*fire, colour("#ff8a3c"), 1.35, 1.35 * power, 0.06, 0.6, 0.24, 0.6))
    lamps.append(Lamp(0.0, -1.34, 0.5, colour("#ffd9a6"), 2.0, 0.55 * power, 0.01, 0.1, 0.0, 0.0))
    return tuple(lamps)


def gallery(canvas: Canvas, x: float, y: float, seed: int) -> None:
    """A group of pictures round (x, y), hung close."""
    rng = chance(seed + 9)
    spots = ((-0.33, 0.02, 0.26, 0.32), (0.0, -0.06, 0.32, 0.26), (0.33, 0.03, 0.24, 0.3),
             (0.0, 0.18, 0.22, 0.16))  # fmt: skip
    for k, (dx, dy, w, h) in enumerate(spots[: 2 + int(rng.integers(3))]):
        decor.picture(canvas, x + dx, y + dy, w, h, seed + 13 * k)


def side_wall(canvas: Canvas, scheme: Scheme, side: float, seed: int) -> None:
    """A door on one side wall, a mirror and a picture on the other."""
    if side == -scheme.way:
        decor.doorway(canvas, 0.55, scheme.wood, open_=seed % 2 == 0, glow=colour("#ffbf78"))
        decor.picture(canvas, 1.18, -1.0, 0.26, 0.34, seed + 5)
    else:
        decor.mirror(canvas, 0.95, -1.02, 0.34, 0.46, scheme.accent)
        decor.picture(canvas, 0.42, -1.0, 0.28, 0.22, seed + 6)


def bedroom(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """A bed with its head to the wall, a lit bedside, a window with curtains, a wardrobe."""
    way, seed, half = scheme.way, place.seed, scheme.shell.half
    young = scheme.has("posters", "teen", "child")
    at, lit = way * (half - (0.86 if half > 1.6 else 0.66)), power > 0.05
    wide = 0.62 if young or half < 1.6 else 0.92
    night = at - way * (wide / 2 + 0.21)
    pane_x = -way * (0.34 if half > 1.6 else 0.3)
    pane = Pane(pane_x - 0.3, -1.26, pane_x + 0.3, -0.66, scheme.shell.far)

    def hang(canvas: Canvas) -> None:
        if young:
            for k in range(6):
                x = at + (-0.42 + 0.28 * (k % 4)) * 1.0
                decor.poster(canvas, x, -1.22 + 0.30 * (k // 4) + 0.03 * (k % 2), 0.21, 0.28,
                             seed + k)  # fmt: skip
            fairy_lights(canvas, -half, half, -1.42, lit)
        else:
            gallery(canvas, at, -1.06, seed + 77 * place.reverse)
        if place.reverse:
            decor.mirror(canvas, pane_x, -0.98, 0.36, 0.5, scheme.accent)

    def stand(canvas: Canvas) -> None:
        x = -way * (half - 0.44)
        if young:
            desk(canvas, x, scheme, seed, lit)
        else:
            comforts.wardrobe(canvas, x - 0.36, x + 0.36, 1.18, scheme.wood)
        comforts.drawers(canvas, night - 0.16, night + 0.16, 0.33, scheme.wood, 2)
        comforts.table_lamp(canvas, night, -0.36, scheme.accent, on=lit)
        furniture.books(canvas, night + 0.07, night + 0.15, -0.36, seed, 0.09)
        if place.reverse:
            comforts.drawers(canvas, at - 0.46, at + 0.46, 0.56, scheme.wood)
            furniture.jar(canvas, at + 0.2, -0.585, 0.16, scheme.accent)
        else:
            comforts.bed(canvas, at, scheme.wood, scheme.cloth, scheme.accent, wide)
        if scheme.has("messy") or young:
            comforts.clutter(canvas, -half + 0.25, half - 0.2, seed)

    lamps = [
        Lamp(night, -0.62, 1.12, WARM, 1.25, 1.3 * power, 0.035, 0.42, 0.015, 0.55),
        Lamp(0.2 * way, -1.30, 0.4, colour("#ffcf98"), 1.9, 0.42 * power, 0.01, 0.1, 0.0, 0.0),
    ]
    if young:
        lamps.append(Lamp(-way * 0.5, -1.4, 1.4, colour("#ff9fc4"), 1.3, 0.5 * power, 0.01, 0.1,
                          0.02, 0.0))  # fmt: skip
    return Layout(hang, (("bed", 1.12, stand, (-half, -1.5, half, 0.03)),), tuple(lamps),
            () if place.reverse else (pane,), lambda canvas, side: side_wall(canvas, scheme,
            -side, seed), no_table=True, )  # fmt: skip


def fairy_lights(canvas: Canvas, x0: float, x1: float, y: float, lit: bool) -> None:
    """A string of small coloured lights in swags."""
    tones = [colour(c) for c in ("#ffd27a", "#ff9f9a", "#9fd8ff", "#c6f0a0")]
    n = 34
    for k in range(n):
        x = x0 + (x1 - x0) * (k + 0.5) / n
        dip = y + 0.09 * abs(np.sin((k + 0.5) * np.pi / 8.5))
        after = y + 0.09 * abs(np.sin((k + 1.5) * np.pi / 8.5))
        canvas.piece(tapered((x, dip), (x + (x1 - x0) / n, after), 0.003, 0.003), colour("#2c2a30"),
                     shadow=0)  # fmt: skip
        bulb = ellipse(x, dip + 0.012, 0.011, 0.014, 12)
        if lit:
            canvas.shine(ellipse(x, dip + 0.012, 0.03, 0.034, 14), tones[k % 4], 0.28)
            canvas.shine(bulb, mix(tones[k % 4], colour("#ffffff"), 0.4))
        else:
            canvas.piece(bulb, tones[k % 4], shadow=0.1)


def desk(canvas: Canvas, x: float, scheme: Scheme, seed: int, lit: bool) -> None:
    """A small desk with a screen and a heap of books."""
    furniture.table(canvas, x - 0.36, x + 0.36, -0.42, scheme.wood)
    canvas.piece(tapered((x, -0.42), (x, -0.5), 0.05, 0.012), colour("#30343a"))
    furniture.screen(canvas, x, -0.62, 0.36, 0.22, colour("#8fb4ea"), seed, on=lit)
    for k in range(4):
        book = rectangle(x + 0.2, -0.42 - 0.028 * (k + 1), x + 0.34 - 0.01 * k, -0.42 - 0.028 * k)
        canvas.piece(book, decor.BRIGHT[(seed + k) % len(decor.BRIGHT)], shadow=0.3)
    furniture.cup(canvas, x - 0.26, -0.42, scheme.accent, -1.0)


def study(scheme: Scheme, place: SetSpec, power: float) -> Layout:
    """Bookcases to the ceiling, a green lamp, a globe, a ladder, a leather chair nearer."""
    way, seed, half = scheme.way, place.seed, scheme.shell.half
    shift = 0.1 * way if not place.reverse else 0.95 * way
    pane = Pane(shift - 0.25, -1.24, shift + 0.25, -0.62, scheme.shell.far)
    lit, tall = power > 0.05, -scheme.shell.top - 0.12

    def hang(canvas: Canvas) -> None:
        for side in (-1.0, 1.0):
            a, b = sorted((side * (half - 0.02), shift + side * 0.50))
            if b - a > 0.3:
                middle = (a + b) / 2
                for c, d in ((a, middle), (middle, b)):
                    comforts.tall_books(canvas, c, d, tall, scheme.wood, seed + int(50 * c) + 5)
        if not place.reverse:
            ladder(canvas, way * (half - 0.5), tall, scheme.wood)

    def stand(canvas: Canvas) -> None:
        x = way * (half - 0.5)
        comforts.block(canvas, x - 0.42, -0.44, x + 0.42, 0.0, scheme.wood)
        for k in (0, 1, 2):
            panel = rectangle(x - 0.38 + 0.265 * k, -0.36, x - 0.15 + 0.265 * k, -0.06)
            canvas.piece(panel, scale(scheme.wood, 0.85), shadow=0, light=(0.5, 0.8))
        banker_lamp(canvas, x - way * 0.18, -0.475, on=lit)
        for k in range(4):
            book = rectangle(
                x + way * 0.08, -0.475 - 0.03 * (k + 1), x + way * 0.3, -0.475 - 0.03 * k
            )
            canvas.piece(book, decor.BRIGHT[(seed + k) % len(decor.BRIGHT)], shadow=0.3)
        globe(canvas, -way * (half - 0.36), scheme.wood)

    def aside(canvas: Canvas) -> None:
        x = -way * (half - 0.34)
        comforts.sofa(canvas, x - 0.30, x + 0.30, colour("#6f3a2a"), scheme.accent, 1)

    lamp_x = way * (half - 0.68)
    lamps = (
        Lamp(lamp_x, -0.66, 1.0, colour("#ffc878"), 1.3, 1.35 * power, 0.03, 0.4, 0.01, 0.55),
        Lamp(0.0, -1.40, 0.4, colour("#ffc88c"), 2.0, 0.75 * power, 0.01, 0.1, 0.0, 0.0),
    )
    return Layout(
        hang,
        (("desk", 1.0, stand, (-half, -1.1, half, 0.02)),
         ("chair", 0.55, aside, (-half, -0.7, half, 0.02))),
        lamps, (pane,), lambda canvas, side: _study_side(canvas, scheme, side, seed, tall),
    )  # fmt: skip


def _study_side(canvas: Canvas, scheme: Scheme, side: float, seed: int, tall: float) -> None:
    if side == scheme.way:
        comforts.tall_books(canvas, 0.35, 1.45, tall, scheme.wood, seed + 91)
    else:
        decor.doorway(canvas, 0.5, scheme.wood)
        decor.picture(canvas, 1.15, -1.0, 0.3, 0.38, seed + 5)


def ladder(canvas: Canvas, x: float, tall: float, wood: tuple[float, float, float]) -> None:
    """A library ladder that leans on the shelves."""
    for k in range(7):
        y = -0.12 - (tall - 0.2) * k / 7
        canvas.piece(rectangle(x - 0.10, y - 0.012, x + 0.10, y + 0.012), scale(wood, 1.3),
                     shadow=0.5, edge=0.5)  # fmt: skip
    for side in (-0.11, 0.11):
        canvas.piece(tapered((x + side * 1.25, 0.0), (x + side * 0.85, -tall), 0.015, 0.013),
                     scale(wood, 1.4), shadow=0.6, edge=0.5)  # fmt: skip


def banker_lamp(canvas: Canvas, x: float, y: float, *, on: bool) -> None:
    """A brass lamp with a green glass shade that stands on height y."""
    brass = colour("#d0a545")
    canvas.piece(ellipse(x, y - 0.008, 0.07, 0.014, 24), brass, edge=0.6)
    canvas.piece(tapered((x, y), (x, y - 0.17), 0.010, 0.008), brass, edge=0.6)
    hood = [
        (x - 0.13, y - 0.15),
        (x - 0.09, y - 0.215),
        (x + 0.09, y - 0.215),
        (x + 0.13, y - 0.15),
    ]
    canvas.piece(np.array(hood, np.float32), colour("#2f8a5c"), edge=0.5)
    if on:
        canvas.shine(np.array(hood, np.float32), colour("#4fb87e"), 0.85)
        canvas.shine(rectangle(x - 0.125, y - 0.155, x + 0.125, y - 0.138), colour("#fff0c0"))


def globe(canvas: Canvas, x: float, wood: tuple[float, float, float]) -> None:
    """A globe on its stand."""
    for side in (-0.12, 0.12):
        canvas.piece(tapered((x, -0.25), (x + side, 0.0), 0.012, 0.012), wood, edge=0.5)
    canvas.piece(ellipse(x, -0.46, 0.19, 0.19, 44), colour("#c9a04e"), edge=0.5, shadow=0.5)
    canvas.piece(ellipse(x, -0.46, 0.17, 0.17, 44), colour("#3f7f9a"), grade=0.25, edge=0.4)
    for dx, dy, w, h in (
        (-0.05, -0.06, 0.06, 0.05),
        (0.06, 0.0, 0.05, 0.08),
        (-0.04, 0.08, 0.05, 0.03),
    ):
        canvas.piece(ellipse(x + dx, -0.46 + dy, w, h, 9), colour("#a8a05c"), shadow=0.1)

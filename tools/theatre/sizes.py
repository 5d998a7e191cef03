"""How large each shot size shows whom: the ladder from a vista to an eye. Knows no camera.

Two measures of the trade are held at once. From a vista to head to toe it is the height of the
figure in the frame; from the close-up on it is the height of the head, for a child's head is as
large in a close-up as a grown one's. Between head to toe and close-up the rungs are equal
ratios, which for a grown person gives the trade's own 1.3 (knees), 1.9 (waist) and 2.7 (chest).
"""

from __future__ import annotations

SHARES = {
    "EWS": 0.14,
    "VWS": 0.29,
    "WS": 0.52,
    "FS": 0.885,
    "MWS": 1.30,
    "MS": 1.87,
    "MCU": 2.68,
    "CU": 3.80,
    "BCU": 5.8,
    "ECU": 10.0,
    "INSERT": 4.6,
}
"""Height of a standing adult as a share of the frame height."""

HEAD = 0.195
"""An adult's head from chin to crown, world units."""

HEADS = {"CU": 0.745, "BCU": 1.14, "ECU": 1.97, "INSERT": 0.92}
"""Height of the head, chin to crown, as a share of the frame height, from the close-up on."""

WIDE = ("EWS", "VWS", "WS", "FS")
BETWEEN = ("FS", "MWS", "MS", "MCU", "CU")
RUNGS = ("EWS", "VWS", "WS", "FS", "MWS", "MS", "MCU", "CU", "BCU", "ECU")

BODY_BANDS = {"EWS": (0.05, 0.2), "VWS": (0.2, 0.4), "WS": (0.4, 0.7), "FS": (0.82, 0.96)}
"""Bands of the figure's height in the frame."""

HEAD_BANDS = {
    "MWS": (0.20, 0.31),
    "MS": (0.29, 0.46),
    "MCU": (0.42, 0.62),
    "CU": (0.60, 0.80),
    "BCU": (0.80, 1.40),
    "ECU": (1.60, 2.60),
}
"""Bands of the head's height in the frame; these paper heads are a fifth of the body."""

WIDTHS = {"CU": 0.185, "BCU": 0.135}
"""World width of an adult's head, and of the face in it, that a narrow frame must still hold."""

HELD = 0.92
"""Share of the frame's width they may fill."""


def scale_of(size: str, tall: float, head: float, aspect: float) -> float:
    """Frame heights one world unit covers at the subject.

    Args:
        size: a shot size code.
        tall: height of the figure, hat and all, world units.
        head: chin to crown, world units.
        aspect: width over height of the frame.
    """
    if size in WIDE:
        return SHARES[size] / tall
    if size in HEADS:
        width = WIDTHS.get(size)
        most = HELD * aspect * HEAD / (width * head) if width else 1e9
        return min(HEADS[size] / head, most)
    full, close = SHARES["FS"] / tall, scale_of("CU", tall, head, aspect)
    share = BETWEEN.index(size) / (len(BETWEEN) - 1)
    return float(full * (close / full) ** share)


def rung_at(scale: float, tall: float, head: float, aspect: float) -> str:
    """The size whose scale is nearest: what a group that had to be framed wider is really in."""
    gaps = {size: scale_of(size, tall, head, aspect) / scale for size in RUNGS}
    return min(gaps, key=lambda size: max(gaps[size], 1 / gaps[size]))

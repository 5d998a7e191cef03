"""Actions with a beginning and an end, as keys an animator would set. Solves no joints.

Each has an anticipation the other way, an overshoot and a settle; the blend into and out of it is
the timeline's. Untimed (as the base action of a shot) a gesture is held or comes round again.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.theatre.cast.life import drift
from tools.theatre.cast.shape import ease
from tools.theatre.cast.stance import Moment, Stance, blend, hold, played, wave

Key = tuple[float, Stance]
REST = Stance()


def keyed(share: float, keys: Sequence[Key]) -> Stance:
    """Return the stance between two keys (share, stance), eased; before and after they hold."""
    for (t0, one), (t1, other) in itertools.pairwise(keys):
        if share < t1:
            return blend(one, other, ease((share - t0) / max(t1 - t0, 1e-6)))
    return keys[-1][1]


def _again(m: Moment, seconds: float) -> float:
    """Return the share of a gesture: of its beat, or of a round that comes again."""
    return m.beat if m.timed else (m.seconds / seconds + 0.13) % 1.0


def _point(m: Moment) -> Stance:
    out = Stance(near_x=0.30, near_y=0.045 + 0.003 * wave(m, 2.2), lean=0.05, eyes=0.7, eye_x=0.9)
    if not m.timed:
        return out
    drawn = Stance(near_x=0.02, near_y=0.13, lean=-0.03, head_turn=0.1, eyes=0.8, eye_x=0.9)
    over = replace(out, near_x=0.315, near_y=0.02, lean=0.075)
    keys = ((0.0, REST), (0.16, drawn), (0.30, over), (0.40, out), (0.84, out), (1.0, REST))
    return keyed(m.beat, keys)


def _give(m: Moment) -> Stance:
    held = hold(m)
    out = Stance(near_x=0.275, near_y=0.14, lean=0.07, eyes=0.35, eye_x=0.6, eye_y=0.5)
    if not m.timed:
        return out
    drawn = replace(held, near_x=0.085, near_y=0.15, lean=-0.02)
    keys = ((0.0, held), (0.14, drawn), (0.42, out), (0.6, out), (0.8, REST), (1.0, REST))
    return keyed(m.beat, keys)


def _take(m: Moment) -> Stance:
    out = Stance(near_x=0.26, near_y=0.15, lean=0.06, eyes=0.5, eye_x=0.6, eye_y=0.6)
    held = hold(m)
    if not m.timed:
        return held
    looked = replace(held, head_tilt=0.16, eyes=0.9, eye_x=0.2, eye_y=0.8, near_y=0.14)
    ready = Stance(near_x=0.06, near_y=0.22, lean=-0.015, eyes=0.6, eye_x=0.6, eye_y=0.5)
    keys = ((0.0, REST), (0.2, ready), (0.44, out), (0.58, out), (0.8, looked), (1.0, held))
    return keyed(m.beat, keys)


def _lift(m: Moment) -> Stance:
    """Pick up: look, bend, grip, and come up with it."""
    seen = Stance(head_tilt=0.14, eyes=1.0, eye_x=0.45, eye_y=1.0, lean=0.02, near_y=0.33)
    down = Stance(pin=1.0, eyes=1.0, eye_x=0.4, eye_y=1.0, head_tilt=0.14)
    held = hold(m)
    over = replace(held, near_y=0.13, head_tilt=0.13, eyes=0.9, eye_x=0.3, eye_y=0.7)
    keys = ((0.0, REST), (0.16, seen), (0.44, down), (0.54, down), (0.8, over), (1.0, held))
    return keyed(m.beat if m.timed else 0.5, keys)


def _lay(m: Moment) -> Stance:
    """Put down: the other way round, with a look that stays a moment on the thing."""
    held = hold(m)
    up = replace(held, near_y=0.145, head_tilt=0.1, eyes=1.0, eye_x=0.45, eye_y=0.9)
    down = Stance(pin=1.0, eyes=1.0, eye_x=0.4, eye_y=1.0, head_tilt=0.14)
    left = Stance(head_tilt=0.12, eyes=0.9, eye_x=0.4, eye_y=0.9)
    keys = ((0.0, held), (0.14, up), (0.46, down), (0.56, down), (0.82, left), (1.0, REST))
    return keyed(m.beat if m.timed else 0.5, keys)


def _door(m: Moment) -> Stance:
    """Open a door: reach for the handle, press it, pull with the whole body, let go."""
    look = Stance(eyes=0.9, eye_x=0.9, eye_y=0.5, head_tilt=0.05)
    grip = replace(look, near_x=0.285, near_y=0.235, lean=0.075, shift=0.02)
    press = replace(grip, near_y=0.27, lean=0.085)
    pull = replace(press, near_x=0.13, near_y=0.25, lean=-0.1, shift=-0.035, eye_y=0.0)
    eased = replace(pull, near_x=0.15, lean=-0.04, shift=-0.015)
    keys = ((0.0, REST), (0.1, look), (0.3, grip), (0.4, press), (0.44, press), (0.7, pull),
            (0.82, eased), (1.0, replace(REST, eyes=0.5, eye_x=0.8)))  # fmt: skip
    return keyed(_again(m, 4.5), keys)


def _reach(m: Moment) -> Stance:
    out = Stance(near_x=0.29, near_y=0.09, lean=0.09, eyes=0.6, eye_x=0.8, eye_y=0.2)
    drawn = Stance(near_x=-0.04, near_y=0.28, lean=-0.02, eyes=0.6, eye_x=0.8, eye_y=0.2)
    keys = ((0.0, REST), (0.16, drawn), (0.46, out), (0.66, out), (1.0, REST))
    return keyed(m.beat, keys) if m.timed else out


def _look_around(m: Moment) -> Stance:
    """Eyes go first to one side, the head after them, then both to the other."""
    eyes1 = Stance(eyes=1.0, eye_x=-0.9, eye_y=-0.05)
    side1 = Stance(eyes=1.0, eye_x=-0.7, head_turn=-0.9, head_tilt=-0.03, lean=-0.015)
    eyes2 = replace(side1, eye_x=0.8)
    side2 = Stance(eyes=1.0, eye_x=0.85, head_turn=0.75, head_tilt=-0.06, lean=0.02)
    up = replace(side2, eye_x=0.2, eye_y=-0.8, head_turn=0.1, head_tilt=-0.14)
    keys = ((0.0, REST), (0.07, eyes1), (0.2, side1), (0.4, side1), (0.46, eyes2), (0.6, side2),
            (0.76, side2), (0.86, up), (1.0, REST))  # fmt: skip
    return keyed(_again(m, 4.2), keys)


def _turn(m: Moment) -> Stance:
    """A body that turns dips a little as the weight goes from foot to foot."""
    dip = math.sin(math.pi * m.beat) if m.timed else 0.0
    return Stance(sink=0.014 * dip, near_y=0.352 + 0.01 * dip, far_y=0.346 + 0.01 * dip)


def _nod(m: Moment) -> Stance:
    keys = ((0.0, REST), (0.1, Stance(head_tilt=-0.10)), (0.27, Stance(head_tilt=0.34, lean=0.03)),
            (0.43, Stance(head_tilt=-0.03)), (0.6, Stance(head_tilt=0.28, lean=0.02)),
            (0.78, Stance(head_tilt=-0.02)), (1.0, REST))  # fmt: skip
    return keyed(_again(m, 1.6), keys)


def _shake_head(m: Moment) -> Stance:
    shut = {"eyes": 0.5, "eye_y": 0.35, "head_tilt": 0.05}
    keys = ((0.0, REST), (0.18, Stance(head_turn=0.48, **shut)),
            (0.4, Stance(head_turn=-0.58, **shut)), (0.6, Stance(head_turn=0.44, **shut)),
            (0.8, Stance(head_turn=-0.34, **shut)), (1.0, REST))  # fmt: skip
    return keyed(_again(m, 1.7), keys)


def _read(m: Moment) -> Stance:
    """Both hands hold the page; the eyes run along its lines and jump back."""
    y = 0.135 + 0.003 * wave(m, 3.4)
    line = m.seconds / 1.5 + 0.4 * drift(m.seed, "line", m.seconds, 3.0)
    along = line - math.floor(line)
    x = -0.65 + 1.3 * (along / 0.86) if along < 0.86 else 0.65 - 1.3 * ease((along - 0.86) / 0.14)
    row = (line % 5.0) / 5.0
    return Stance(
        near_x=0.125, near_y=y, far_x=0.185, far_y=y + 0.01, head_tilt=0.25 + 0.03 * row,
        head_turn=0.05 + 0.03 * x, eyes=1.0, eye_x=0.15 + x, eye_y=0.6 + 0.35 * row, lean=0.02,
    )  # fmt: skip


def _drink(m: Moment) -> Stance:
    """Cup up to the mouth, head back with it, swallow, and down again."""
    low = Stance(near_x=0.13, near_y=0.16)
    see = replace(low, head_tilt=0.1, eyes=0.9, eye_x=0.3, eye_y=0.8)
    lips = Stance(near_x=0.104, near_y=0.0, head_tilt=0.03, tip=0.35, eyes=0.7, eye_y=0.6)
    back = replace(lips, near_y=-0.022, near_x=0.098, head_tilt=-0.22, tip=0.95, eye_y=-0.2)
    gulp = replace(back, head_tilt=-0.17, near_y=-0.016)
    keys = ((0.0, low), (0.1, see), (0.34, lips), (0.46, back), (0.56, gulp), (0.64, back),
            (0.74, lips), (0.93, low), (1.0, low))  # fmt: skip
    return keyed(_again(m, 4.4), keys)


def _shrug(m: Moment) -> Stance:
    high = Stance(near_x=-0.23, near_y=0.19, far_x=0.26, far_y=0.18, near_bend=-1.0, shrug=0.03,
                  head_tilt=-0.05)  # fmt: skip
    keys = ((0.0, REST), (0.12, Stance(shrug=-0.008, head_tilt=0.03)), (0.36, high), (0.62, high),
            (1.0, REST))  # fmt: skip
    return keyed(_again(m, 2.6), keys)


def _sit(m: Moment) -> Stance:
    """Look back at the seat, bow, let the hips go, come upright again."""
    glance = Stance(head_turn=-0.3, head_tilt=0.1, eyes=0.8, eye_x=-0.8, eye_y=0.6, lean=0.05)
    bow = Stance(lean=0.46, near_x=0.04, near_y=0.27, far_x=0.16, far_y=0.27, head_tilt=0.02)
    down = Stance(lean=0.2, near_x=0.1, near_y=0.29, far_x=0.17, far_y=0.28)
    back = Stance(lean=-0.035, near_x=0.11, near_y=0.285, far_x=0.17, far_y=0.28, shrug=-0.006)
    keys = ((0.0, REST), (0.17, glance), (0.5, bow), (0.78, down), (0.92, back), (1.0, LAP))
    return keyed(m.beat if m.timed else 1.0, keys)


def _rise(m: Moment) -> Stance:
    """Hands to the knees, nose over toes, up, a little too far, and settle."""
    gather = Stance(lean=0.12, near_x=0.13, near_y=0.27, far_x=0.19, far_y=0.27, head_tilt=0.03)
    bow = Stance(lean=0.52, near_x=0.1, near_y=0.29, far_x=0.19, far_y=0.28, head_tilt=-0.12)
    half = Stance(lean=0.34, near_x=0.0, near_y=0.33, far_x=0.15, far_y=0.33)
    over = Stance(lean=-0.04, shrug=0.006)
    keys = ((0.0, LAP), (0.14, gather), (0.36, bow), (0.58, half), (0.84, over), (1.0, REST))
    return keyed(m.beat if m.timed else 0.0, keys)


LAP = Stance(near_x=0.115, near_y=0.288, far_x=0.175, far_y=0.28)
"""The hands of someone who sits and does nothing else."""

_GESTURES: dict[str, Callable[[Moment], Stance]] = {
    "point": _point, "give": _give, "take": _take, "pick_up": _lift, "put_down": _lay,
    "open_door": _door, "reach": _reach, "look_around": _look_around, "turn": _turn, "nod": _nod,
    "shake_head": _shake_head, "read": _read, "drink": _drink, "shrug": _shrug, "sit": _sit,
    "rise": _rise,
}  # fmt: skip


def acted(action: str, moment: Moment) -> Stance:
    """Return the targets of any action at a moment."""
    gesture = _GESTURES.get(action)
    return gesture(moment) if gesture is not None else played(action, moment)

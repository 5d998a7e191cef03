"""One shot set up and ready to draw any of its frames. Knows a ShotSpec and nothing beyond it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from typing import Any

from tools.theatre import puppet as puppets
from tools.theatre.atmosphere import Atmosphere, with_air
from tools.theatre.camera import Track, View
from tools.theatre.cast.actions import action_of
from tools.theatre.engine import Frame
from tools.theatre.focus import softness
from tools.theatre.geometry import Plate, seed_of
from tools.theatre.layer import Card, Placed, Plane
from tools.theatre.palette import air_of
from tools.theatre.post import Print
from tools.theatre.practicals import show, with_practicals
from tools.theatre.puppet import Puppet
from tools.theatre.scenery import Baked, Lens, Scenery, bake
from tools.theatre.sets.build import build_set, with_seats
from tools.theatre.sets.close import with_surface
from tools.theatre.sets.foreground import with_foreground, without_table
from tools.theatre.sets.seats import Seat
from tools.theatre.sidewall import SideWall
from tools.theatre.spec import ActorSpec, ShotSpec
from tools.theatre.storeroom import kept
from tools.theatre.turn import moved

HANDLE = 24
"""Frames before and after a shot that its scenery is painted for.

Transitions take theirs from here.
"""

KEPT = 2
"""Baked places kept in this process (a cut between two of them); one is 15-40 MB at 1280x720."""

Rows = Any
"""Where a thing stands on one frame: Placed, or a tuple whose first two are its screen rows."""

_baked: OrderedDict[str, tuple[Scenery, Baked]] = OrderedDict()


def _bake_key(spec: ShotSpec) -> str:
    """What the painting depends on.

    Brightness and its kin belong to the print, so they re-bake nothing.
    """
    light = replace(spec.light, brightness=0.5, color_temp_k=5600, saturation=0.5, grain=0.0)
    shape = (spec.size, spec.frames, spec.rate, spec.pace)
    return repr((spec.place, light, spec.camera, shape, _seats(spec)))


def _seats(spec: ShotSpec) -> tuple[Seat, ...]:
    """Where people sit, apart from those whose back fills the foreground."""
    return tuple(
        _seat(actor)
        for actor in spec.actors
        if not actor.near and (actor.seat or actor.seated or action_of(actor.action)[0] == "sit")
    )


def _seat(actor: ActorSpec) -> Seat:
    x, facing = actor.seat or (actor.x, actor.facing)
    return (x, actor.z, facing)


def _set_up(spec: ShotSpec, track: Track) -> tuple[Scenery, Baked]:
    key = _bake_key(spec)
    if key in _baked:
        _baked.move_to_end(key)
        return _baked[key]
    air = with_practicals(air_of(spec.light), spec.light, spec.place)
    built = with_surface(build_set(spec.place, spec.light, air), spec.place)
    built = show(built, spec.light, spec.place)
    scenery = with_air(with_seats(built, _seats(spec), spec.place, spec.light), spec)
    scenery = with_foreground(
        without_table(scenery, spec.camera), spec.camera, spec.aspect, spec.place.seed
    )
    seconds = (-HANDLE / spec.rate, (spec.frames + HANDLE) / spec.rate)
    camera = spec.camera
    views = tuple(track.views(HANDLE))
    focus = camera.subject_z if camera.focus_z is None else camera.focus_z
    lens = Lens(views, spec.size, seconds, focus, camera.lens_mm, camera.stop, camera.focus_to)
    while len(_baked) >= KEPT:  # before the next: painting takes the most memory of all
        _baked.popitem(last=False)
    _baked[key] = (scenery, kept(key, Baked, lambda: bake(scenery, lens)))
    return _baked[key]


@lru_cache(maxsize=2)
def _frame(size: tuple[int, int]) -> Frame:
    return Frame(size)


class Stage:
    """Draws the frames of one shot; each depends on the spec and its number alone."""

    def __init__(self, spec: ShotSpec) -> None:
        self.spec = spec
        # The sway of a hand-held camera must not change with the take: it would move the framing.
        self.track = Track(
            spec.camera, spec.frames, spec.rate, spec.aspect, seed_of(spec.place.seed)
        )
        self.scenery, self.baked = _set_up(spec, self.track)
        self.puppets = [puppets.enlist(actor, spec.frames) for actor in spec.actors]
        self.atmosphere = Atmosphere(spec, self.scenery)
        self.print = Print(spec.size, spec.light, air_of(spec.light))

    def planes(self, number: int) -> Plate:
        """A finished frame as I420, (height * 3 // 2, width) uint8."""
        if self.spec.hold:
            number = min(number, self.spec.frames - 1)
        drawn = self.draw(number)
        if self.track.bends or self.spec.camera.speed == "whip":
            drawn = moved(drawn, self.track, number)
        grain = seed_of(self.spec.seed, "grain")
        return self.print.finish(drawn, number, grain, self.atmosphere.flash(number))

    def draw(self, number: int) -> Plate:
        """A frame before the print: packed BGRX uint32 (height, width); reused by the next call."""
        frame, view = _frame(self.spec.size), self.track.at(number)
        seconds = number * self.spec.pace / self.spec.rate
        placed = self.place(view, seconds)
        frame.begin([p if isinstance(p, Placed) else p[:2] for p in placed])
        waiting = sorted(self.cast(number), key=lambda p: -p.actor.z)
        for thing, place in zip(self.baked.things, placed, strict=True):
            depth = thing.z if isinstance(thing, Card) else thing.far
            waiting = self._play(frame, view, number, waiting, depth)
            self._draw_thing(frame, thing, place, view, number)
        self._play(frame, view, number, waiting, -1e9)
        self.atmosphere.over_all(frame, view, number)
        return frame.pixels

    def cast(self, number: float) -> list[Puppet]:
        """Everyone, as deep as they stand on a frame."""
        return [puppet.on(number) for puppet in self.puppets]

    def place(self, view: View, seconds: float) -> list[Rows]:
        """Where everything baked stands on the screen, far to near, as the focus is by then."""
        size = self.spec.size
        share = self.track.share(seconds * self.spec.rate / self.spec.pace)
        for pull in self.baked.pulls:
            pull.turn(share)
        return [
            thing.place(view, size, seconds) if isinstance(thing, Card) else thing.rows(view, size)
            for thing in self.baked.things
        ]

    def _draw_thing(
        self,
        frame: Frame,
        thing: Card | Plane | SideWall,
        place: Rows,
        view: View,
        number: int,
    ) -> None:
        if isinstance(place, Placed):
            frame.card(place)
        elif isinstance(thing, Plane):
            frame.plane(thing, place)
        elif isinstance(thing, SideWall):
            frame.order += 1
            thing.draw(frame, place)
        if not isinstance(thing, SideWall):
            self.atmosphere.behind(frame, thing, view, number)
        depth = thing.z if isinstance(thing, Card) else None
        if depth is not None:
            self._glow(frame, view, number * self.spec.pace / self.spec.rate, depth)

    def _glow(self, frame: Frame, view: View, seconds: float, depth: float) -> None:
        """The halos of the lamps that belong to the card just drawn."""
        height = self.spec.height
        for lamp in self.scenery.lamps:
            if abs(lamp.z - depth) < 0.03 and lamp.z - view.z > 0.05:
                x, y = view.project(lamp.x, lamp.y, lamp.z, self.spec.size)
                k, level = view.scale(lamp.z) * height, lamp.level(seconds) * lamp.gain
                reach = min(lamp.halo * k, 0.62 * height)
                frame.glow(x, y, reach, lamp.tone, lamp.glow * level)
                frame.glow(x, y, min(lamp.core * 2.6 * k, 0.2 * height), lamp.tone, 0.55 * level)

    def _play(
        self, frame: Frame, view: View, number: int, waiting: list[Puppet], depth: float
    ) -> list[Puppet]:
        """Draw the puppets that stand behind `depth`.

        Return those that wait for something nearer.
        """
        clock = self.spec.rate / self.spec.pace
        seconds, rest = number / clock, []
        for puppet in waiting:
            if puppet.actor.z < depth or puppet.actor.z - view.z < 0.1:
                rest.append(puppet)
                continue
            posed = puppet.pose(number, clock)
            rig, light = self.scenery.rig, self.spec.light
            lit = puppets.light_on(puppet, posed, view, rig, light, self.spec.size, seconds)
            puppets.lay_shadow(frame, puppet, posed, view, rig)
            wet = 0.0 if rig.interior else rig.air.wet
            puppets.draw(frame, puppet, posed, view, lit, wet, self.softness(puppet, number))
            puppets.shine(frame, puppet, posed, view, seconds)
        return rest

    def softness(self, puppet: Puppet, number: int) -> float:
        """How far out of focus someone is on a frame, sigma in pixels."""
        camera, view = self.spec.camera, self.track.at(number)
        start = camera.subject_z if camera.focus_z is None else camera.focus_z
        end = start if camera.focus_to is None else camera.focus_to
        focus = start + (end - start) * self.track.share(number) - camera.z
        away = puppet.actor.z - camera.z
        soft = softness(camera.lens_mm, camera.stop, focus, away, self.spec.aspect)
        return soft * view.zoom * self.spec.height

"""Small films for tests, with readable defaults."""

from __future__ import annotations

import json
from pathlib import Path

from memory.film import Character, Film, Line, Location, Scene, Shot
from memory.project import Project
from memory.reference import load_reference
from memory.vocabulary import IntExt, Size

DATA = Path(__file__).parent / "data"


def reference_film(width: int = 320, height: int = 180) -> Film:
    """The Last Ferry: eight shots, two scenes, four lines; shot 7 is locked."""
    film = load_reference(json.loads((DATA / "reference_film.json").read_text()))
    return film.model_copy(update={"width": width, "height": height})


def a_film(shots: int = 3, frames: int = 18, width: int = 160, height: int = 88) -> Film:
    """A tiny film in one room: Mara in every shot, one short line in the first."""
    mara = Character(id="mara", name="Mara", pronoun="she", wardrobe={"coat": "grey wool coat"})
    line = Line(id="d1", character="mara", line="Here.", start=2, frames=10)
    made = {
        f"sh{n}": Shot(
            id=f"sh{n}",
            scene="sc1",
            size=(Size.MS, Size.CU, Size.WS)[n % 3],
            subjects=("mara",),
            action="Mara waits.",
            frames=frames,
            dialogue=(line,) if n == 1 else (),
        )
        for n in range(1, shots + 1)
    }
    return Film(
        id="tiny",
        title="Tiny",
        width=width,
        height=height,
        characters={"mara": mara},
        locations={"room": Location(id="room", name="Room", description="a kitchen, one lamp")},
        scenes={
            "sc1": Scene(id="sc1", slug="INT. ROOM - NIGHT", location="room", int_ext=IntExt.INT)
        },
        order=tuple(made),
        shots=made,
    )


def a_project(home: Path, film: Film | None = None) -> Project:
    """A project on disk with a film in it."""
    film = film or a_film()
    return Project.create(home, film, film.title)

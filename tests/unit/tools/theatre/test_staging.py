"""From film to ShotSpec: the axis, the framing, the levers and what is noted."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from memory.errors import BadRequest
from memory.film import Character, Film, Lighting, Line, Location, Movement, Scene, Shot
from memory.vocabulary import Angle, KeyDirection, MoveType, Size, Speed, TimeOfDay, Weather
from tools.theatre.camera import Track
from tools.theatre.puppet import enlist
from tools.theatre.spec import ShotSpec, recipe_inputs
from tools.theatre.staging import stage

AXIS = "Mara camera left looking right; Theo camera right looking left"


def a_film(*shots: dict[str, Any], axis: str = AXIS, **scene: Any) -> Film:
    people = {
        "theo": Character(
            id="theo", name="Theo", hair="grey hair, beard", wardrobe={"coat": "navy jacket"}
        ),
        "mara": Character(
            id="mara", name="Mara", hair="short black hair", wardrobe={"coat": "grey coat"}
        ),
    }
    made = {}
    for k, fields in enumerate(shots or ({},), start=1):
        made[f"sh{k}"] = Shot(id=f"sh{k}", scene="sc1", **{"subjects": ("mara", "theo"), **fields})
    place = {"int_ext": "INT", "location": "cabin", "time_of_day": TimeOfDay.NIGHT, **scene}
    return Film(
        id="ferry",
        characters=people,
        locations={
            "cabin": Location(id="cabin", name="Ferry cabin", set=("table", "window")),
            "pier": Location(id="pier", name="Harbour pier"),
        },
        scenes={"sc1": Scene(id="sc1", slug="INT. FERRY CABIN - NIGHT", screen_axis=axis, **place)},
        order=tuple(made),
        shots=made,
    )


def test_people_keep_their_side_in_every_shot_of_the_scene() -> None:
    sizes = (Size.WS, Size.MS, Size.CU, Size.MCU)
    film = a_film(
        *(
            {"size": size, "subjects": who}
            for size in sizes
            for who in (("mara", "theo"), ("theo",), ("mara",))
        )
    )
    for shot_id in film.order:
        for actor in stage(film, shot_id).actors:
            left = actor.name == "Mara"
            assert (actor.x < 0) == left
            assert (actor.facing > 0) == left


def test_the_axis_is_read_from_the_scene_else_from_first_appearance() -> None:
    swapped = a_film(axis="Theo left; Mara right")
    assert {a.name: a.x < 0 for a in stage(swapped, "sh1").actors} == {"Mara": False, "Theo": True}
    silent = a_film({"subjects": ("theo", "mara")}, axis="")
    assert {a.name: a.x < 0 for a in stage(silent, "sh1").actors} == {"Mara": False, "Theo": True}


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("angle", [Angle.EYE, Angle.LOW, Angle.HIGH])
@pytest.mark.parametrize("where", ["INT", "EXT"])
def test_heads_stay_inside_the_frame(size: Size, angle: Angle, where: str) -> None:
    location = {"int_ext": where, "location": "cabin" if where == "INT" else "pier"}
    for who in (("mara",), ("mara", "theo")):
        film = a_film({"size": size, "angle": angle, "subjects": who}, **location)
        spec = stage(film, "sh1")
        view = _view(spec)
        for actor in spec.actors:
            puppet = enlist(actor, spec.frames)
            x, y, radius = puppet.pose(10, 24.0).head
            px, py = view.project(puppet.x + x, y, actor.z, spec.size)
            if size is Size.INSERT:
                continue
            assert 0.02 * spec.width < px < 0.98 * spec.width
            assert py < 0.80 * spec.height
            if size not in (Size.BCU, Size.ECU):
                assert py - radius * view.scale(actor.z) * spec.height > -0.03 * spec.height


def _view(spec: ShotSpec) -> Any:
    return Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1).at(spec.frames / 2)


def test_sizes_climb_the_ladder() -> None:
    film = a_film(
        *({"size": size, "subjects": ("mara",)} for size in Size if size is not Size.INSERT)
    )
    scales = [_view(stage(film, shot_id)).scale(0.0) for shot_id in film.order]
    assert scales == sorted(scales)
    assert scales[-1] > 10 * scales[0]


@pytest.mark.parametrize("move", list(MoveType))
@pytest.mark.parametrize("speed", list(Speed))
def test_every_move_is_played_or_noted(move: MoveType, speed: Speed) -> None:
    film = a_film({"movement": Movement(type=move, speed=speed), "subjects": ("mara",)})
    spec = stage(film, "sh1")
    still = _view(dataclasses.replace(spec, frames=1000)) == _view(spec)
    assert not still or spec.notes or move is MoveType.STATIC or spec.camera.move != "static"
    assert spec.camera.move == "static" or move is not MoveType.STATIC


def test_a_thirds_composition_is_obeyed() -> None:
    places = {}
    for words in ("Mara left third", "Mara on the right third", "Mara dead centre"):
        spec = stage(a_film({"size": Size.MS, "composition": words, "subjects": ("mara",)}), "sh1")
        places[words] = _view(spec).project(spec.actors[0].x, -0.9, 0.0, spec.size)[0] / spec.width
    left, right, middle = places.values()
    assert left == pytest.approx(1 / 3, abs=0.03)
    assert right == pytest.approx(2 / 3, abs=0.03)
    assert middle == pytest.approx(1 / 2, abs=0.03)


def test_over_the_shoulder_shows_a_back_at_the_edge() -> None:
    spec = stage(
        a_film({"angle": Angle.OTS, "size": Size.MCU, "subjects": ("theo", "mara")}), "sh1"
    )
    theo, mara = spec.actors
    assert (theo.name, mara.name, mara.view) == ("Theo", "Mara", "back")
    assert mara.z < theo.z
    px = _view(spec).project(mara.x, -0.9, mara.z, spec.size)[0] / spec.width
    assert px < 0.35


def test_a_walker_travels_and_a_talker_talks() -> None:
    line = Line(id="d1", character="mara", line="You're late.", start=6, frames=30)
    spec = stage(
        a_film({"subjects": ("mara",), "action": "Mara walks down the pier.", "dialogue": (line,)}),
        "sh1",
    )
    actor = spec.actors[0]
    assert actor.walk is not None
    assert actor.walk[1] > actor.walk[0] + 0.5
    assert [(said.start, said.frames, said.text) for said in actor.lines] == [
        (6, 30, "You're late.")
    ]


def test_a_voice_over_moves_no_lips() -> None:
    line = Line(id="d1", character="mara", line="I remember.", off=True)
    assert stage(a_film({"subjects": ("mara",), "dialogue": (line,)}), "sh1").actors[0].lines == ()


def test_the_recipe_knows_light_and_look_but_no_voice_title_or_music() -> None:
    film = a_film({"subjects": ("mara",)})
    base = recipe_inputs(stage(film, "sh1"))
    voiced = film.characters["mara"].model_copy(
        update={"voice": film.characters["mara"].voice.model_copy(update={"pitch": 80})}
    )
    titled = film.model_copy(
        update={
            "title": "Another",
            "characters": {**film.characters, "mara": voiced},
            "logline": "x",
        }
    )
    assert recipe_inputs(stage(titled, "sh1")) == base
    dim = film.shots["sh1"].model_copy(update={"lighting": Lighting(brightness=0.38)})
    darker = recipe_inputs(stage(film.model_copy(update={"shots": {"sh1": dim}}), "sh1"))
    assert {key for key in base if base[key] != darker[key]} == {"light"}
    dressed = film.characters["mara"].model_copy(update={"wardrobe": {"coat": "green coat"}})
    changed = film.model_copy(update={"characters": {**film.characters, "mara": dressed}})
    assert recipe_inputs(stage(changed, "sh1")) != base


def test_staging_is_pure_and_survives_json() -> None:
    film = a_film(
        {"size": Size.CU},
        {"size": Size.WS, "movement": Movement(type=MoveType.PAN_LEFT, speed=Speed.SLOW)},
    )
    for shot_id in film.order:
        spec = stage(film, shot_id)
        assert spec == stage(film, shot_id)
        assert ShotSpec.from_json(spec.to_json()).to_json() == spec.to_json()


def test_what_cannot_be_had_is_noted() -> None:
    spec = stage(
        a_film(
            {
                "angle": Angle.OVERHEAD,
                "movement": Movement(type=MoveType.RACK_FOCUS, speed=Speed.SLOW),
                "lighting": Lighting(key_dir=KeyDirection.THREE_QUARTER),
                "weather": Weather.DUST,
                "subjects": ("mara", "nobody"),
                "action": "Mara defenestrates.",
            }
        ),
        "sh1",
    )
    talk = " ".join(spec.notes)
    assert all(word in talk for word in ("overhead", "rack_focus", "nobody"))


def test_continuous_is_as_the_scene_before() -> None:
    film = a_film()
    later = Scene(
        id="sc2", slug="EXT. PIER - CONTINUOUS", location="pier", time_of_day=TimeOfDay.CONTINUOUS
    )
    second = Shot(id="sh2", scene="sc2")
    film = film.model_copy(
        update={
            "scenes": {**film.scenes, "sc2": later},
            "shots": {**film.shots, "sh2": second},
            "order": ("sh1", "sh2"),
        }
    )
    assert stage(film, "sh2").light.time == "night"
    assert stage(film, "sh2").actors == ()


def test_a_missing_location_or_a_missing_shot() -> None:
    film = a_film().model_copy(update={"locations": {}})
    assert stage(film, "sh1").place.kind == "cabin"
    with pytest.raises(BadRequest):
        stage(film, "sh9")


def test_a_tracking_camera_keeps_a_walker_in_place() -> None:
    track = Movement(type=MoveType.TRACK, speed=Speed.MEDIUM)
    action = "Mara walks along the pier, right to left."
    film = a_film({"size": Size.FS, "subjects": ("mara",), "action": action, "movement": track})
    spec = stage(film, "sh1")
    path = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    puppet = enlist(spec.actors[0], spec.frames)
    places = [
        path.at(frame).project(puppet.pose(frame, 24.0).head[0], -0.9, 0.0, spec.size)[0]
        / spec.width
        for frame in (0, 20, 40, 60, 71)
    ]
    walked = spec.actors[0].walk
    assert walked is not None
    assert walked[1] < walked[0] - 1.0
    assert max(places) - min(places) < 0.22


def test_a_freeze_holds_the_last_frame_and_a_slow_shot_plays_slower() -> None:
    film = a_film({"subjects": ("mara",), "frames": 40, "freeze": 12, "speed": 0.5})
    spec = stage(film, "sh1")
    assert (spec.frames, spec.hold, spec.length, spec.pace) == (40, 12, 52, 0.5)

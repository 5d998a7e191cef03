"""Writes film.json: forty shots that walk through the trade's words, each named over its picture.

    python examples/vocabulary/write_film.py

One small story in many places and hours: a letter is found at dawn and carried until it is read.
The film is the readable form that `roughcut import` takes. Draws nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from memory.cast import Character, Location
from memory.film import Beat, Film, Lighting, Movement, Scene, Shot, Transition
from memory.finishing import Music, Style, Titles
from memory.reference import dump_reference

HERE = Path(__file__).parent
STILL, MOVING = 48, 60
"""Frames of a shot whose camera rests, and of one whose camera moves."""

CAST = (
    Character(
        id="noor", name="Noor", pronoun="she", age=29, hair="long black hair in a bun",
        appearance="slim, brown skin, bright eyes",
        wardrobe={"coat": "red wool coat", "accessory": "yellow scarf", "bag": "leather satchel"},
        props=("letter",), locked=True,
    ),
    Character(
        id="bram", name="Bram", pronoun="he", age=74, hair="short white hair",
        appearance="tall, white beard, round glasses",
        wardrobe={"coat": "mustard cardigan", "hat": "navy beanie"}, locked=True,
    ),
    Character(
        id="lise", name="Lise", pronoun="she", age=46, hair="wavy auburn hair",
        appearance="sturdy, freckled", wardrobe={"coat": "teal dress", "apron": "white apron"},
        locked=True,
    ),
    Character(
        id="timo", name="Timo", pronoun="he", age=9, hair="curly blond hair", appearance="small",
        wardrobe={"coat": "orange jumper", "trousers": "blue trousers"}, locked=True,
    ),
    Character(
        id="gull", name="Gull", pronoun="it", kind="bird", appearance="white gull, grey wings",
        locked=True,
    ),
    Character(
        id="biscuit", name="Biscuit", pronoun="it", kind="animal",
        appearance="small brown dog", locked=True,
    ),
)  # fmt: skip

PLACES = {
    "pier": ("Harbour pier", "wet planks, iron lamps, a ferry and rocks", ("lamps", "boat")),
    "street": ("Market street", "shop fronts, lamp posts, a bench", ("bench", "sign", "lamps")),
    "alley": ("Back alley", "brick walls, neon signs, puddles", ("neon sign", "crates")),
    "cafe": ("Harbour café", "a counter, cups, warm lamps", ("counter", "table", "lamps")),
    "kitchen": ("Lise's kitchen", "a stove, shelves, a pot of soup", ("stove", "table", "shelf")),
    "office": ("Post office", "desks, shelves of parcels, a clock", ("desk", "clock", "shelf")),
    "corridor": ("Long corridor", "doors and a window at its end", ("door", "window")),
    "station": ("Railway station", "a platform, a clock, benches", ("bench", "clock", "sign")),
    "forest": ("Old forest", "tall trees, ferns, mist between them", ("trees",)),
    "field": ("Wheat field", "ripe wheat, a fence, a far house", ("fence", "house", "tree")),
    "hills": ("Mountain pass", "peaks, a path, a cairn", ("rocks",)),
    "shore": ("Lighthouse beach", "sand, rocks, a lighthouse", ("lighthouse", "rocks")),
    "living": ("Bram's living room", "a fireplace, books, an armchair, a window",
               ("fireplace", "armchair", "bookshelf", "window")),
    "roof": ("Rooftop", "chimneys, the town's lights below", ("chimney", "lamps")),
}  # fmt: skip

INSIDE = frozenset({"cafe", "kitchen", "office", "corridor", "living"})

# scene: place, time of day, weather
SCENES = {
    "dawn": ("pier", "DAWN", "clear"),
    "morning": ("street", "MORNING", "clear"),
    "post": ("office", "MORNING", "clear"),
    "table": ("cafe", "DAY", "clear"),
    "soup": ("kitchen", "NOON", "clear"),
    "noon": ("street", "NOON", "clear"),
    "light": ("shore", "DAY", "wind"),
    "wood": ("forest", "DAY", "fog"),
    "wheat": ("field", "MAGIC HOUR", "wind"),
    "pass": ("hills", "AFTERNOON", "clear"),
    "platform": ("station", "SUNSET", "clear"),
    "last_sun": ("shore", "SUNSET", "clear"),
    "snowfall": ("hills", "EVENING", "snow"),
    "neon": ("alley", "NIGHT", "rain"),
    "doors": ("corridor", "NIGHT", "clear"),
    "thunder": ("pier", "NIGHT", "storm"),
    "hearth": ("living", "NIGHT", "rain"),
    "moon": ("roof", "MIDNIGHT", "clear"),
}


def row(caption: str, scene: str, size: str, who: str, action: str, **more: Any) -> dict[str, Any]:
    """One shot: its words, where, how close, who (names apart by spaces), what happens.

    `acts` says what the others do meanwhile, by name; else they listen.
    """
    return {
        "overlays": (caption,), "scene": scene, "size": size, "subjects": tuple(who.split()),
        "action": action, **more,
    }  # fmt: skip


def move(kind: str, speed: str = "medium", amount: float = 1.0) -> Movement:
    """A camera move."""
    return Movement.model_validate({"type": kind, "speed": speed, "amount": amount})


def light(**levers: Any) -> Lighting:
    """The light of a shot, from its levers."""
    return Lighting.model_validate(levers)


SOFT = light(brightness=0.42, contrast=0.6)
"""The office by day, its white wall held under the faces."""

SIZES = (
    row("Extreme wide shot, dawn", "dawn", "EWS", "noor", "Noor walks along the pier.",
        lens_mm=18, lighting=light(key_dir="back", color_temp_k=4300, haze=0.35)),
    row("Very wide shot, 24 mm", "dawn", "VWS", "noor gull", "Noor stops; the gull looks at her.",
        lens_mm=24),
    row("Full shot, eye level", "dawn", "FS", "noor", "Noor picks up a letter from the planks.",
        lens_mm=35),
    row("Insert, 100 mm macro", "dawn", "INSERT", "noor", "A letter with a blue stamp.",
        lens_mm=100, focus="letter"),
    row("Wide shot, morning light", "morning", "WS", "noor timo biscuit",
        "Noor walks; Timo and the dog come along.", lens_mm=28,
        acts={"timo": "walks", "biscuit": "walks"}),
    row("Medium wide shot, to the knee", "morning", "MWS", "noor", "Noor looks around.",
        lens_mm=35),
    row("Medium shot, 35 mm", "post", "MS", "lise", "Lise reads the address.", lens_mm=35),
    row("Medium close-up, 50 mm, T2.8", "post", "MCU", "noor", "Noor listens.", lens_mm=50,
        stop=2.8, lighting=SOFT),
    row("Close-up, 85 mm, T1.8: surprised", "post", "CU", "lise", "Lise stops.", lens_mm=85,
        stop=1.8, emotions={"lise": "surprised"}, intensity={"lise": 0.9},
        lighting=SOFT),
    row("Big close-up, brow to chin: neutral", "post", "BCU", "noor", "Noor waits.", lens_mm=100,
        stop=2.0, emotions={"noor": "neutral"}, lighting=SOFT),
    row("Extreme close-up, the eyes", "post", "ECU", "noor", "Noor looks at the letter.",
        lens_mm=135, stop=2.0, lighting=SOFT),
)  # fmt: skip

ANGLES = (
    row("Two-shot, hip level", "table", "MS", "noor lise", "Noor and Lise talk over coffee.",
        angle="hip", lens_mm=40),
    row("Three-shot, deep focus, T11", "table", "MWS", "noor lise timo",
        "Timo points at the letter.", lens_mm=32, stop=11,
        acts={"noor": "holds the letter", "timo": "points"}),
    row("Over the shoulder, 65 mm", "table", "MCU", "lise noor", "Lise shakes her head.",
        angle="over_shoulder", lens_mm=65, foreground="Noor's shoulder", stop=2.8),
    row("Reverse, dirty single: happy", "table", "MCU", "noor lise", "Noor nods.",
        angle="over_shoulder", lens_mm=65, foreground="Lise's shoulder", stop=2.8,
        emotions={"noor": "happy"}),
    row("Overhead", "soup", "MS", "lise", "Lise reaches for the pot.", angle="overhead",
        lens_mm=28),
    row("Profile: disgusted", "soup", "MCU", "timo", "Timo pulls a face.", view="profile",
        lens_mm=65, lighting=light(brightness=0.42, contrast=0.6),
        emotions={"timo": "disgusted"}, intensity={"timo": 0.9}),
    row("Low angle, 24 mm, noon", "noon", "MWS", "noor", "Noor looks up.", angle="low",
        lens_mm=24, lighting=light(key_dir="top", contrast=0.6)),
    row("High angle: the crowd is gone", "noon", "FS", "noor", "Noor stands alone.", angle="high",
        lens_mm=35),
    row("Dutch angle, 14 degrees", "noon", "MS", "bram", "Bram turns away.", angle="dutch",
        roll_deg=14, lens_mm=28),
    row("Ground level, with the dog", "light", "WS", "biscuit", "Biscuit runs along the sand.",
        angle="ground", lens_mm=24),
    row("Worm's-eye view", "wood", "FS", "noor", "Noor walks between the trees.", angle="worm",
        lens_mm=21),
    row("Point of view, handheld", "wood", "FS", "timo noor", "Timo sees Noor wave.",
        angle="pov", movement=move("handheld"), lens_mm=35, acts={"noor": "waves"},
        lighting=light(key_dir="back", haze=0.1)),
)  # fmt: skip

MOVES = (
    row("Pan right, fog: no parallax", "wood", "WS", "noor", "Noor walks through the fog.",
        movement=move("pan_right"), lens_mm=28, lighting=light(haze=0.3, key_dir="back")),
    row("Tilt up, the lighthouse, 60 mm", "light", "WS", "noor", "Noor looks up.",
        movement=move("tilt_up", "fast"), lens_mm=60),
    row("Track with her, profile", "light", "FS", "noor", "Noor walks along the beach.",
        movement=move("track"), view="profile", lens_mm=40),
    row("Truck right, golden hour, wind", "wheat", "MWS", "noor", "Noor looks over the wheat.",
        movement=move("truck_right"), lens_mm=40,
        lighting=light(key_dir="back", color_temp_k=3500)),
    row("Arc left: tender", "wheat", "MS", "noor timo", "Timo gives Noor a flower.",
        acts={"noor": "takes the flower", "timo": "gives Noor a flower"},
        movement=move("arc_left"), lens_mm=50, emotions={"noor": "tender", "timo": "happy"},
        lighting=light(key_dir="side", color_temp_k=3500)),
    row("From behind, crane up", "pass", "WS", "noor", "Noor looks at the valley.", view="back",
        movement=move("crane_up", "fast"), lens_mm=24),
    row("Dolly out, sunset: sad", "platform", "MS", "noor", "Noor stands and looks down.",
        movement=move("dolly_out"), lens_mm=40, emotions={"noor": "sad"},
        lighting=light(key_dir="back", color_temp_k=3200)),
    row("Silhouette, 135 mm", "last_sun", "WS", "noor biscuit", "Noor walks with the dog.",
        acts={"biscuit": "walks"}, lens_mm=135,
        lighting=light(style="silhouette", key_dir="back", contrast=0.8,
                                    color_temp_k=3000)),
    row("Snow, blue hour, zoom in", "snowfall", "WS", "noor", "Noor walks on.",
        movement=move("zoom_in", "fast"), lens_mm=35,
        lighting=light(color_temp_k=6500, haze=0.25, brightness=0.64)),
    row("Whip pan, neon, rain", "neon", "MS", "noor", "Noor turns.",
        movement=move("whip_pan", "fast"), lens_mm=28,
        lighting=light(style="neon", practicals=["neon sign"], contrast=0.65)),
    row("Handheld, running", "neon", "MWS", "noor", "Noor runs through the rain.",
        movement=move("handheld", "fast"), lens_mm=28,
        lighting=light(style="neon", practicals=["neon sign"])),
    row("Dolly zoom", "doors", "MCU", "noor", "Noor looks at the last door.",
        movement=move("dolly_zoom", "fast", 1.6), lens_mm=24, emotions={"noor": "afraid"}),
    row("Crash zoom, storm, lightning: afraid", "thunder", "MS", "timo", "Timo looks up.",
        movement=move("crash_zoom", "fast"), lens_mm=35, emotions={"timo": "afraid"},
        intensity={"timo": 0.9}),
)  # fmt: skip

NIGHT = (
    row("Rack focus, T1.4", "hearth", "MS", "bram noor", "Noor holds the letter; Bram waits.",
        acts={"noor": "holds the letter", "bram": "listens"},
        movement=move("rack_focus", "slow"), stop=1.4, lens_mm=65, focus="noor", focus_to="bram",
        lighting=light(key_dir="side", color_temp_k=2600, practicals=["fireplace"])),
    row("Low key, under light: angry", "hearth", "CU", "bram", "Bram waits.",
        lens_mm=85, stop=2.0, emotions={"bram": "angry"}, intensity={"bram": 0.8},
        lighting=light(key_dir="under", contrast=0.85, brightness=0.42, color_temp_k=2400,
                       style="firelight", practicals=["fireplace"])),
    row("Firelight, dolly in: tender", "hearth", "MS", "bram noor",
        "Bram reads the letter; Noor listens.",
        acts={"bram": "reads the letter", "noor": "listens"}, movement=move("dolly_in", "slow"),
        lens_mm=50, emotions={"bram": "tender", "noor": "happy"},
        lighting=light(key_dir="side", color_temp_k=2300, practicals=["fireplace"])),
    row("Moonlight, crane up, extreme wide", "moon", "EWS", "noor bram",
        "Noor and Bram look up at the sky.", movement=move("crane_up", "slow"), lens_mm=18,
        acts={"bram": "looks up"},
        lighting=light(style="moonlight", key_dir="back", color_temp_k=8000, contrast=0.3,
                       brightness=0.75)),
)  # fmt: skip

ROWS = (*SIZES, *ANGLES, *MOVES, *NIGHT)


def film() -> Film:
    """The film, its people in their places."""
    from tools.theatre.blocking import with_marks

    shots = {f"sh{at}": _shot(f"sh{at}", at, dict(data)) for at, data in enumerate(ROWS, 1)}
    return with_marks(
        Film(
            id="vocabulary",
            title="A Letter, in Forty Shots",
            logline="A letter is found at dawn and carried through every kind of shot.",
            genre="family",
            style=Style(palette=("#0f2233", "#d98a3d", "#8aa0ad", "#f1e4c8"), grain=0.15),
            music=Music(style="light piano and strings", tempo_bpm=96),
            titles=Titles(opening="A Letter\nin forty shots"),
            ending=Transition.model_validate({"type": "fade_out", "frames": 24}),
            characters={one.id: one for one in CAST},
            locations={
                key: Location(id=key, name=name, description=about, set=pieces)
                for key, (name, about, pieces) in PLACES.items()
            },
            scenes={key: _scene(key) for key in SCENES},
            order=tuple(shots),
            shots=shots,
        )
    )


def _scene(key: str) -> Scene:
    place, time, weather = SCENES[key]
    side = "INT" if place in INSIDE else "EXT"
    return Scene.model_validate(
        {
            "id": key,
            "slug": f"{side}. {PLACES[place][0].upper()} - {time}",
            "int_ext": side,
            "location": place,
            "time_of_day": time,
            "weather": weather,
        }
    )


def _shot(key: str, at: int, data: dict[str, Any]) -> Shot:
    moving = "movement" in data
    frames = MOVING if moving else STILL
    acts = data.pop("acts", {})
    does = {who: acts.get(who, "listens") for who in data["subjects"]}
    does |= {who: acts.get(who, data["action"]) for who in data["subjects"][:1]}
    beats = tuple(Beat(start=0, frames=frames, who=who, action=act) for who, act in does.items())
    usual: dict[str, Any] = {"frames": frames, "beats": beats, "seed": at, "energy": 0.4}
    if at == 1:
        usual["transition_in"] = {"type": "fade_in", "frames": 18}
    return Shot.model_validate({"id": key, **usual, **data})


def main() -> None:
    """Write film.json beside this file."""
    text = json.dumps(dump_reference(film()), ensure_ascii=False, indent=1)
    (HERE / "film.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()

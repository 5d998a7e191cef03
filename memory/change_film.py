"""Changes of scenes, cast, places and of the whole film. Part of `memory.change`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memory.change_shot import Change
from memory.film import Character, Location, Mark, Scene, Shot, Voice
from memory.finishing import Cue
from memory.model import Frames, Unit
from memory.vocabulary import IntExt, Quality, TimeOfDay, Track, Weather


class AddScene(Change):
    """A new scene at a location that exists."""

    op: Literal["add_scene"] = "add_scene"
    scene: Scene


class EditScene(Change):
    """Fields of one scene. The slug follows place and time unless it is given."""

    op: Literal["edit_scene"] = "edit_scene"
    scene: str
    slug: str = ""
    int_ext: IntExt = IntExt.EXT
    location: str = ""
    time_of_day: TimeOfDay = TimeOfDay.DAY
    weather: Weather = Weather.CLEAR
    mood: str = ""
    screen_axis: str = ""
    marks: tuple[Mark, ...] = ()
    synopsis: str = ""
    note: str = ""


class DeleteScene(Change):
    """Take a scene out; its shots stay recoverable."""

    op: Literal["delete_scene"] = "delete_scene"
    scene: str


class AddCharacter(Change):
    """A new member of the cast."""

    op: Literal["add_character"] = "add_character"
    character: Character


class Recast(Change):
    """Look, name or voice of one character. Wardrobe pieces are merged; "" takes one off."""

    op: Literal["recast"] = "recast"
    character: str
    name: str = ""
    pronoun: str = ""
    age: int | None = None
    role: str = ""
    hair: str = ""
    appearance: str = ""
    wardrobe: dict[str, str] = Field(default_factory=dict)
    scene: str | None = None
    """With a scene, the wardrobe given holds for that scene only."""
    props: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    voice: Voice = Voice()
    seed: int = 0


class AddLocation(Change):
    """A new place."""

    op: Literal["add_location"] = "add_location"
    location: Location


class EditLocation(Change):
    """Fields of one place."""

    op: Literal["edit_location"] = "edit_location"
    location: str
    name: str = ""
    description: str = ""
    set: tuple[str, ...] = ()
    seed: int = 0


class EditFilm(Change):
    """Fields of the whole film."""

    op: Literal["edit_film"] = "edit_film"
    title: str = ""
    logline: str = ""
    premise: str = ""
    theme: str = ""
    genre: str = ""
    tone: str = ""
    language: str = ""
    aspect: str = ""
    """The picture's shape, such as 2.39:1; its pixels follow."""
    width: int = Field(default=1280, ge=64, le=7680, multiple_of=8)
    height: int = Field(default=720, ge=64, le=4320, multiple_of=4)
    """Pixels of the picture: a draft at 640x360 is finished by giving it its full size."""
    quality: Quality = Quality.DRAFT
    script: str = ""
    seed: int = 0
    max_usd: float = Field(default=0.0, ge=0)


class Restyle(Change):
    """The look of the whole film."""

    op: Literal["restyle"] = "restyle"
    look: str = ""
    palette: tuple[str, ...] = ()
    saturation: Unit = 0.5
    grain: Unit = 0.2
    grade: str = ""


class EditMusic(Change):
    """The score: style, tempo, level, where it starts and ends, scenes without it."""

    op: Literal["music"] = "music"
    style: str = ""
    tempo_bpm: int | None = Field(default=None, ge=30, le=220)
    gain_db: float = Field(default=-14.0, ge=-60, le=12)
    enabled: bool = True
    start_shot: str | None = None
    end_shot: str | None = None
    muted_scenes: tuple[str, ...] = ()
    seed: int = 0


class EditSubtitles(Change):
    """Subtitles on or off, their language and size."""

    op: Literal["subtitles"] = "subtitles"
    enabled: bool = False
    language: str = ""
    burn_in: bool = False
    size: float = Field(default=1.0, ge=0.3, le=4)


class EditTitles(Change):
    """Opening title and end card; null takes one out."""

    op: Literal["titles"] = "titles"
    opening: str | None = None
    end_card: str | None = None


class EditMix(Change):
    """Gain of one track in dB, or mute it."""

    op: Literal["mix"] = "mix"
    track: Track | None = None
    gain_db: float = Field(default=0.0, ge=-60, le=20)
    muted: bool = False


class AddCue(Change):
    """A sound laid by hand."""

    op: Literal["add_cue"] = "add_cue"
    cue: Cue


class EditCue(Change):
    """Fields of a laid sound: its place and length in frames, level, fades."""

    op: Literal["edit_cue"] = "edit_cue"
    cue: str
    track: Track = Track.EFFECTS
    source: str = ""
    start: int = 0
    frames: Frames = 48
    gain_db: float = Field(default=0.0, ge=-60, le=20)
    fade_in: Frames = 0
    fade_out: Frames = 0


class CutCue(Change):
    """Take a laid sound out."""

    op: Literal["cut_cue"] = "cut_cue"
    cue: str


class Decide(Change):
    """Record a decision or a taste of the creator in their words."""

    op: Literal["decide"] = "decide"
    words: str = Field(min_length=1, max_length=2000)


class LayOut(Change):
    """The whole breakdown at once: cast, places, scenes and shots replace what was there."""

    op: Literal["lay_out"] = "lay_out"
    characters: tuple[Character, ...]
    locations: tuple[Location, ...]
    scenes: tuple[Scene, ...]
    shots: tuple[Shot, ...]

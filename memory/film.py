"""The film document: what the film *is*, as frozen models. Knows nothing of how anything is made.

film > scene > shot > take. A take is not in the document (it is a row of the project), nor is any
state or prompt: those are computed. A shot has an opaque id that is never reused; its number is its
place in `Film.order` at the moment of speaking. Lengths are whole frames at `Film.rate`.
"""

from __future__ import annotations

import hashlib
import secrets
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from memory.cast import Character, Location, Voice
from memory.errors import BadRequest
from memory.finishing import Budget, Cue, Mix, Music, Style, Subtitles, Titles
from memory.model import LONGEST_SHOT, Frames, Ident, Model, Unit, Words
from memory.timing import parse_rate
from memory.variant import Framing, Variant
from memory.vocabulary import (
    Angle,
    Easing,
    Emotion,
    IntExt,
    KeyDirection,
    MoveType,
    Quality,
    Route,
    Size,
    Speed,
    TimeOfDay,
    TransitionType,
    View,
    Weather,
)

__all__ = [
    "LONGEST_SHOT",
    "SCHEMA",
    "Beat",
    "Budget",
    "Character",
    "Cue",
    "Film",
    "Frames",
    "Framing",
    "Ident",
    "Lighting",
    "Line",
    "Location",
    "Mark",
    "Mix",
    "Model",
    "Movement",
    "Music",
    "Scene",
    "Shot",
    "Style",
    "Subtitles",
    "Titles",
    "Transition",
    "Unit",
    "Variant",
    "Voice",
    "Words",
    "mint",
]

SCHEMA = "roughcut-film/1"


class Mark(Model):
    """Where someone stands in a scene: world units from its middle, which way they face."""

    who: Ident
    x: float = Field(default=0.0, ge=-20, le=20)
    z: float = Field(default=0.0, ge=-1.5, le=12)
    """How far behind the middle of the acting area, away from the camera."""
    faces: Literal[-1, 1] = 1
    seated: bool = False

    LATER: ClassVar[tuple[str, ...]] = ("z",)


class Scene(Model):
    """One place at one time. Its number is its rank of first appearance in the order."""

    id: Ident
    slug: str
    int_ext: IntExt = IntExt.EXT
    location: Ident
    time_of_day: TimeOfDay = TimeOfDay.DAY
    weather: Weather = Weather.CLEAR
    mood: str = ""
    screen_axis: str = ""
    marks: tuple[Mark, ...] = ()
    """The blocking, the same in every shot; without it each shot is blocked from the scene."""
    synopsis: Words = ""
    note: Words = ""


class Line(Model):
    """A spoken line: its slot is `frames` long and starts `start` frames into its shot.

    A negative start is a J cut, a slot that ends after the shot an L cut.
    """

    id: Ident
    character: Ident
    line: Words
    delivery: str = ""
    start: int = Field(default=6, ge=-LONGEST_SHOT, le=LONGEST_SHOT)
    frames: Frames = 24
    off: bool = False
    """True for V.O. and O.S.: heard, with no lips to move."""
    gain_db: float = Field(default=0.0, ge=-40, le=20)


class Beat(Model):
    """A timed action inside a shot."""

    start: Frames = 0
    frames: Frames = 24
    who: Ident
    action: str


class Movement(Model):
    """What the camera does."""

    type: MoveType = MoveType.STATIC
    speed: Speed = Speed.NONE
    amount: float = Field(default=1.0, ge=0.1, le=3)
    """How far it goes, as a multiple of what the speed alone would give."""
    easing: Easing = Easing.SETTLE

    LATER: ClassVar[tuple[str, ...]] = ("amount", "easing")


class Lighting(Model):
    """The light of a shot. 0.5 is neutral for brightness and contrast; Kelvin of the look."""

    style: str = ""
    key_dir: KeyDirection = KeyDirection.SIDE
    brightness: Unit = 0.5
    contrast: Unit = 0.5
    color_temp_k: int = Field(default=5600, ge=1000, le=20_000)
    haze: Unit = 0.2
    practicals: tuple[str, ...] = ()


class Transition(Model):
    """How a shot is entered (or, in Film.ending, how the film ends)."""

    type: TransitionType = TransitionType.CUT
    frames: Annotated[int, Field(ge=0, le=240)] = 0


class Shot(Model):
    """One camera set-up, uncut. Fields, not a prompt."""

    id: Ident
    scene: Ident
    size: Size = Size.MS
    angle: Angle = Angle.EYE
    view: View = View.THREE_QUARTER
    lens_mm: int = Field(default=35, ge=8, le=1200)
    stop: float = Field(default=4.0, ge=0.7, le=32)
    """T-stop: a small one leaves only the focus sharp."""
    roll_deg: float = Field(default=0.0, ge=-45, le=45)
    """How far a canted picture leans, clockwise; 0 leaves it to the angle and the words."""
    movement: Movement = Movement()
    subjects: tuple[Ident, ...] = ()
    composition: Words = ""
    foreground: str = ""
    focus: str = ""
    focus_to: str = ""
    """Who or what a rack focus ends on; it starts on `focus`."""
    action: Words = ""
    beats: tuple[Beat, ...] = ()
    emotions: dict[Ident, Emotion] = Field(default_factory=dict)
    intensity: dict[Ident, Unit] = Field(default_factory=dict)
    """How strongly each feeling shows; who is not named plays it as the shot's energy says."""
    looks_at: dict[Ident, str] = Field(default_factory=dict)
    """Whom or what someone looks at: an id of the cast, a thing, or "camera"."""
    dialogue: tuple[Line, ...] = ()
    lighting: Lighting = Lighting()
    weather: Weather | None = None
    saturation: Unit = 0.5
    frames: Annotated[int, Field(ge=1, le=LONGEST_SHOT)] = 72
    speed: float = Field(default=1.0, ge=0.1, le=8)
    freeze: Frames = 0
    transition_in: Transition = Transition()
    sfx: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    energy: Unit = 0.3
    route: Route = Route.THEATRE
    quality: Quality | None = None
    seed: int = 0
    locked: bool = False
    pick: str | None = None
    """The take the creator chose; None plays the newest that fits."""
    notes: Words = ""

    LATER: ClassVar[tuple[str, ...]] = ("stop", "roll_deg", "focus_to", "intensity", "looks_at")
    """Fields that came after the first films: written only where they are set."""

    @property
    def length(self) -> int:
        """Frames on the timeline: the shot and its freeze."""
        return self.frames + self.freeze


class Film(Model):
    """The whole document."""

    schema_: Literal["roughcut-film/1"] = Field(default="roughcut-film/1", alias="schema")
    id: str
    title: str = Field(default="Untitled", max_length=300)
    logline: Words = ""
    premise: Words = ""
    theme: Words = ""
    genre: str = "drama"
    tone: str = ""
    language: str = "en"
    rate: str = "24"
    aspect: str = "16:9"
    width: int = Field(default=1280, ge=32, le=7680, multiple_of=8)
    height: int = Field(default=720, ge=32, le=4320, multiple_of=4)
    style: Style = Style()
    music: Music = Music()
    subtitles: Subtitles = Subtitles()
    captions_style: str = "netflix-like"
    titles: Titles = Titles()
    ending: Transition = Transition()
    budget: Budget = Budget()
    quality: Quality = Quality.DRAFT
    mix: Mix = Mix()
    seed: int = 0
    script: str = Field(default="", max_length=2_000_000)
    """The screenplay as Fountain text, when there is one."""
    decisions: tuple[str, ...] = ()
    characters: dict[str, Character] = Field(default_factory=dict)
    locations: dict[str, Location] = Field(default_factory=dict)
    scenes: dict[str, Scene] = Field(default_factory=dict)
    order: tuple[str, ...] = ()
    shots: dict[str, Shot] = Field(default_factory=dict)
    bin: dict[str, Shot] = Field(default_factory=dict)
    """Removed shots: out of the film, never lost."""
    cues: tuple[Cue, ...] = ()
    variants: dict[str, Variant] = Field(default_factory=dict)
    """The film in other shapes, by name: "vertical", "square"."""
    versions: dict[str, int] = Field(default_factory=dict)
    """Names the creator gave to states of the film: the number of the revision."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )

    @property
    def frame_rate(self) -> Fraction:
        """Frames a second, exact."""
        return parse_rate(self.rate)

    @property
    def frames(self) -> int:
        """Frames of all shots; titles are the cut's own."""
        return sum(self.shots[shot].length for shot in self.order)

    def shot(self, shot_id: str) -> Shot:
        """The shot of an id that is in the film. Raises BadRequest otherwise."""
        if shot_id not in self.shots or shot_id not in self.order:
            where = "was removed" if shot_id in self.bin else "is not in the film"
            raise BadRequest(f"Shot {shot_id!r} {where}.", self.extent())
        return self.shots[shot_id]

    def numbered(self, number: int) -> Shot:
        """The shot that stands at a 1-based place now."""
        if not 1 <= number <= len(self.order):
            raise BadRequest(f"There is no shot {number}.", self.extent())
        return self.shots[self.order[number - 1]]

    def number(self, shot_id: str) -> int:
        """The place of a shot in the order, from 1."""
        self.shot(shot_id)
        return self.order.index(shot_id) + 1

    def extent(self) -> str:
        """What numbers there are, for an error's hint."""
        count = len(self.order)
        return f"The film has shots 1 to {count}." if count else "The film has no shots yet."

    def scene_order(self) -> tuple[str, ...]:
        """Scenes by first appearance; scenes without shots stand at the end."""
        seen = dict.fromkeys(self.shots[shot].scene for shot in self.order)
        return (*seen, *(scene for scene in self.scenes if scene not in seen))

    def scene_shots(self, scene: str) -> tuple[str, ...]:
        """The ids of a scene's shots, in order."""
        return tuple(shot for shot in self.order if self.shots[shot].scene == scene)

    def find_line(self, line_id: str) -> tuple[Shot, Line]:
        """The line and the shot that holds it. Raises BadRequest when there is none."""
        for shot in (self.shots[shot] for shot in self.order):
            for line in shot.dialogue:
                if line.id == line_id:
                    return shot, line
        raise BadRequest(f"There is no line {line_id!r}.")


def mint(prefix: str, *parts: object) -> str:
    """A fresh opaque id. With parts it is a hash of them, so that a seeded draft is repeatable."""
    if not parts:
        return f"{prefix}_{secrets.token_hex(4)}"
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}_{digest[:8]}"

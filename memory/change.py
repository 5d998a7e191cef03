"""Every change one can make to a film: a closed set of typed operations.

A change names its target by id and holds only the fields it moves. `memory.edit.apply` plays it;
nothing edits the document another way. Ids of new things are minted by the caller, so that replay
is exact.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from memory.film import (
    Beat,
    Character,
    Cue,
    Frames,
    Ident,
    Line,
    Location,
    Scene,
    Shot,
    Unit,
    Voice,
)
from memory.vocabulary import (
    Angle,
    Emotion,
    IntExt,
    KeyDirection,
    MoveType,
    Quality,
    Route,
    Size,
    Speed,
    TimeOfDay,
    Track,
    TransitionType,
    View,
    Weather,
)


class Change(BaseModel):
    """Base of every change. A field left out is left alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def given(self, *but: str) -> dict[str, object]:
        """The fields this change sets, without its op and its target."""
        return {k: getattr(self, k) for k in self.model_fields_set if k not in {"op", *but}}


class Relight(Change):
    """Light of one shot: brightness and contrast 0..1 (0.5 neutral), colour in Kelvin, haze."""

    op: Literal["relight"] = "relight"
    shot: str
    style: str = ""
    key_dir: KeyDirection = KeyDirection.SIDE
    brightness: Unit = 0.5
    contrast: Unit = 0.5
    color_temp_k: int = Field(default=5600, ge=1000, le=20_000)
    haze: Unit = 0.2
    practicals: tuple[str, ...] = ()


class Reframe(Change):
    """Framing of one shot: size, angle, view, lens, composition, who is in it, what is in front."""

    op: Literal["reframe"] = "reframe"
    shot: str
    size: Size = Size.MS
    angle: Angle = Angle.EYE
    view: View = View.THREE_QUARTER
    lens_mm: int = Field(default=35, ge=8, le=1200)
    composition: str = ""
    foreground: str = ""
    focus: str = ""
    subjects: tuple[Ident, ...] = ()


class MoveCamera(Change):
    """The camera move of one shot."""

    op: Literal["move"] = "move"
    shot: str
    type: MoveType
    speed: Speed | None = None


class Retime(Change):
    """Length of one shot in frames, its speed, or a freeze at its end (frames)."""

    op: Literal["retime"] = "retime"
    shot: str
    frames: Annotated[int, Field(ge=1, le=2880)] = 72
    speed: float = Field(default=1.0, ge=0.1, le=8)
    freeze: Frames = 0


class Redirect(Change):
    """What happens in one shot: the action in words, timed beats, faces, energy, notes."""

    op: Literal["redirect"] = "redirect"
    shot: str
    action: str = ""
    beats: tuple[Beat, ...] = ()
    emotions: dict[str, Emotion] = Field(default_factory=dict)
    energy: Unit = 0.3
    overlays: tuple[str, ...] = ()
    notes: str = ""


class Dress(Change):
    """Other fields of one shot: weather, saturation, effects, route, quality."""

    op: Literal["dress"] = "dress"
    shot: str
    weather: Weather | None = None
    saturation: Unit = 0.5
    sfx: tuple[str, ...] = ()
    route: Route = Route.THEATRE
    quality: Quality | None = None


class Retake(Change):
    """Shoot the same again: a new seed varies performance and texture, nothing else."""

    op: Literal["retake"] = "retake"
    shot: str
    seed: int


class ChooseTake(Change):
    """Use a take by its name (t1, t2); null goes back to the newest that fits."""

    op: Literal["choose_take"] = "choose_take"
    shot: str
    take: str | None


class SetTransition(Change):
    """How a shot is entered; frames 0 is a cut. With shot null: how the film ends."""

    op: Literal["transition"] = "transition"
    shot: str | None
    type: TransitionType
    frames: Annotated[int, Field(ge=0, le=240)] = 0


class RewriteLine(Change):
    """A spoken line: its words, speaker, delivery, start and slot in frames."""

    op: Literal["rewrite_line"] = "rewrite_line"
    line: str
    text: str = Field(default="", max_length=20_000)
    character: str = ""
    delivery: str = ""
    start: int = 6
    frames: Frames = 24
    off: bool = False
    gain_db: float = 0


class AddLine(Change):
    """A new spoken line in a shot."""

    op: Literal["add_line"] = "add_line"
    shot: str
    line: Line


class CutLine(Change):
    """Take a spoken line out."""

    op: Literal["cut_line"] = "cut_line"
    line: str


class Lock(Change):
    """Lock or unlock a shot or a character."""

    op: Literal["lock"] = "lock"
    shot: str | None = None
    character: str | None = None
    locked: bool = True


class InsertShot(Change):
    """A new shot after another (null: at the head)."""

    op: Literal["insert_shot"] = "insert_shot"
    shot: Shot
    after: str | None


class DeleteShot(Change):
    """Take a shot out of the film; it stays recoverable."""

    op: Literal["delete_shot"] = "delete_shot"
    shot: str


class RestoreShot(Change):
    """Put a removed shot back after another (null: at the head)."""

    op: Literal["restore_shot"] = "restore_shot"
    shot: str
    after: str | None


class Reorder(Change):
    """The whole new order of the same shots."""

    op: Literal["reorder"] = "reorder"
    order: tuple[str, ...]


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
    quality: Quality = Quality.DRAFT
    script: str = ""
    seed: int = 0
    max_usd: float = Field(default=0, ge=0)


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
    gain_db: float = Field(default=-14, ge=-60, le=12)
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
    gain_db: float = Field(default=0, ge=-60, le=20)
    muted: bool = False


class AddCue(Change):
    """A sound laid by hand."""

    op: Literal["add_cue"] = "add_cue"
    cue: Cue


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


AnyChange = Annotated[
    Relight
    | Reframe
    | MoveCamera
    | Retime
    | Redirect
    | Dress
    | Retake
    | ChooseTake
    | SetTransition
    | RewriteLine
    | AddLine
    | CutLine
    | Lock
    | InsertShot
    | DeleteShot
    | RestoreShot
    | Reorder
    | AddScene
    | EditScene
    | DeleteScene
    | AddCharacter
    | Recast
    | AddLocation
    | EditLocation
    | EditFilm
    | Restyle
    | EditMusic
    | EditSubtitles
    | EditTitles
    | EditMix
    | AddCue
    | CutCue
    | Decide
    | LayOut,
    Field(discriminator="op"),
]

CHANGES: TypeAdapter[list[AnyChange]] = TypeAdapter(list[AnyChange])


def load_changes(data: object) -> list[AnyChange]:
    """Changes from plain data. Raises pydantic.ValidationError with what to fix."""
    return CHANGES.validate_python(data)


def dump_changes(changes: list[AnyChange] | tuple[AnyChange, ...]) -> list[dict[str, object]]:
    """Plain data that holds only the fields given, so that replay moves nothing else."""
    return [{"op": c.op, **c.model_dump(mode="json", exclude_unset=True)} for c in changes]

"""Changes of one shot, its lines and its place in the order. Part of `memory.change`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from memory.film import Beat, Line, Shot
from memory.model import Frames, Ident, Unit
from memory.vocabulary import (
    Angle,
    Easing,
    Emotion,
    KeyDirection,
    MoveType,
    Quality,
    Route,
    Size,
    Speed,
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
    """Framing of one shot: size, angle, lens, T-stop, lean, composition, focus, who is in it."""

    op: Literal["reframe"] = "reframe"
    shot: str
    size: Size = Size.MS
    angle: Angle = Angle.EYE
    view: View = View.THREE_QUARTER
    lens_mm: int = Field(default=35, ge=8, le=1200)
    stop: float = Field(default=4.0, ge=0.7, le=32)
    roll_deg: float = Field(default=0.0, ge=-45, le=45)
    composition: str = ""
    foreground: str = ""
    focus: str = ""
    focus_to: str = ""
    subjects: tuple[Ident, ...] = ()


class MoveCamera(Change):
    """The camera move of one shot: its speed, how far (1 is usual), how it starts and stops."""

    op: Literal["move"] = "move"
    shot: str
    type: MoveType
    speed: Speed | None = None
    amount: float | None = Field(default=None, ge=0.1, le=3)
    easing: Easing | None = None


class Retime(Change):
    """Length of one shot in frames, its speed, or a freeze at its end (frames)."""

    op: Literal["retime"] = "retime"
    shot: str
    frames: Annotated[int, Field(ge=1, le=2880)] = 72
    speed: float = Field(default=1.0, ge=0.1, le=8)
    freeze: Frames = 0


class Redirect(Change):
    """What happens in one shot: action, timed beats, faces and how strong, who looks where."""

    op: Literal["redirect"] = "redirect"
    shot: str
    action: str = ""
    beats: tuple[Beat, ...] = ()
    emotions: dict[str, Emotion] = Field(default_factory=dict)
    intensity: dict[str, Unit] = Field(default_factory=dict)
    looks_at: dict[str, str] = Field(default_factory=dict)
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
    gain_db: float = 0.0


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

"""The one tree of errors; knows nothing of who raises them or how they are shown.

RoughcutError            .hint = what the creator can do next
├── BadRequest           asked for what cannot be (shot 40 of 12)
├── NotReady             a step is missing (no script yet)
├── Busy                 someone else holds the project just now
├── Stopped              the creator stopped it; what was made is kept
├── MakerFailed          a renderer, voice, encoder or model failed; .maker, .retryable
│   ├── MakerMissing     not installed, no key, no GPU: fall back and say so once
│   └── MakerRefused     content refused or arguments that cannot work: never retried
└── ProjectDamaged       something on disk cannot be read; nothing was overwritten
"""


class RoughcutError(Exception):
    """Base of every error a creator may see.

    Attributes:
        hint: What to do next, one plain sentence; empty when the message says it.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        """The message, then the way out."""
        message = str(self.args[0]) if self.args else type(self).__name__
        return f"{message} {self.hint}".strip()


class BadRequest(RoughcutError):
    """The creator asked for what cannot be."""


class NotReady(RoughcutError):
    """An earlier step is missing; the hint names it."""


class Busy(RoughcutError):
    """Another turn or job holds the project; the message names the holder."""


class Stopped(RoughcutError):
    """The creator stopped the work. What was finished is kept."""

    exit_code = 130


class MakerFailed(RoughcutError):
    """A renderer, a voice, an encoder or a model failed.

    Attributes:
        maker: Which one, e.g. "ffmpeg" or "theatre".
        retryable: True when the same request may work later (429, a killed worker).
    """

    exit_code = 1

    def __init__(
        self, message: str, hint: str = "", *, maker: str = "", retryable: bool = False
    ) -> None:
        super().__init__(message, hint)
        self.maker = maker
        self.retryable = retryable


class MakerMissing(MakerFailed):
    """The maker is not there: not installed, no key, no GPU."""

    exit_code = 2


class MakerRefused(MakerFailed):
    """The maker will not do this, now or later."""

    exit_code = 2


class ProjectDamaged(RoughcutError):
    """A project on disk cannot be trusted; nothing of it was changed."""

    exit_code = 1

"""The resolved inputs of one thing to be made, and their digest; knows no maker and no film."""

from __future__ import annotations

import hashlib
import json
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, get_args

from memory.errors import BadRequest, ProjectDamaged

Kind = Literal[
    "board",
    "take",
    "view",
    "line",
    "score",
    "ambience",
    "effect",
    "mix",
    "segment",
    "cut",
    "subtitles",
]
KINDS: tuple[str, ...] = get_args(Kind)

FLOAT_DECIMALS = 4
"""Floats are compared to 1e-4, so that arithmetic noise never makes a take stale."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one thing is made from.

    Attributes:
        kind: What comes out: a take, a board, a spoken line and so on.
        target: The id in the film it is for, e.g. a shot's; not part of the digest.
        maker: The maker's name, e.g. "theatre".
        look: The maker's look number; not part of the digest, an older look still counts.
        inputs: Everything that affects the result and nothing else; plain JSON values.
        digest: sha256 (hex) of the canonical JSON of kind, maker and inputs.
    """

    kind: Kind
    target: str
    maker: str
    look: int
    inputs: Mapping[str, object]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise BadRequest(f"{self.kind!r} is not a kind of thing to make.", f"One of {KINDS}.")
        body = {"kind": self.kind, "maker": self.maker, "inputs": self.inputs}
        object.__setattr__(self, "digest", digest_of(body))

    def __hash__(self) -> int:
        return hash((self.digest, self.target, self.look))

    def as_json(self) -> str:
        """The whole recipe, target and look too, as canonical JSON."""
        return canonical(
            {
                "kind": self.kind,
                "target": self.target,
                "maker": self.maker,
                "look": self.look,
                "inputs": self.inputs,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """The recipe `as_json` wrote. Raises ProjectDamaged when it is not one."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError) as problem:
            raise ProjectDamaged(f"A stored recipe cannot be read: {problem}.") from problem


def whole(text: str) -> str:
    """Text with every half of a character (a lone surrogate) as "?", so that it can be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")


def digest_of(value: object) -> str:
    """sha256 (hex) of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode("ascii")).hexdigest()


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, NFC text, ASCII, floats with four decimals.

    True, 1 and 1.0 stay three different things. Raises BadRequest for NaN, an infinity, a key that
    is not text, two keys that are one after NFC, and anything JSON has no word for.
    """
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return _single(value)


def _single(value: object) -> str:
    """A text, a number, or a member of a closed set by its value."""
    if isinstance(value, Enum):
        return canonical(value.value)
    if isinstance(value, str):
        return json.dumps(unicodedata.normalize("NFC", value))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    raise BadRequest(
        f"A recipe cannot hold {type(value).__name__} {value!r}.",
        "Recipes hold text, numbers, yes or no, lists and tables of these.",
    )


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise BadRequest(f"A recipe cannot hold the number {value!r}.", "Use a finite number.")
    text = f"{value:.{FLOAT_DECIMALS}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def _mapping(value: Mapping[object, object]) -> str:
    pairs: dict[str, str] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise BadRequest(f"A recipe's key {key!r} is not text.", "Use text keys.")
        name = json.dumps(unicodedata.normalize("NFC", str(key)))
        if name in pairs:
            raise BadRequest(f"A recipe has the key {key!r} twice.", "Use each key once.")
        pairs[name] = canonical(item)
    return "{" + ",".join(f"{name}:{pairs[name]}" for name in sorted(pairs)) + "}"

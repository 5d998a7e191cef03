"""Short words for one moved field, in the languages of notes; data and lookups only."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

DIRECTIONS: dict[str, tuple[str, str]] = {
    "lighting.brightness": ("brighter", "darker"),
    "lighting.color_temp_k": ("cooler", "warmer"),
    "lighting.contrast": ("more contrast", "less contrast"),
    "lighting.haze": ("more haze", "less haze"),
    "saturation": ("more saturated", "less saturated"),
    "frames": ("longer", "shorter"),
    "lens_mm": ("longer lens", "wider lens"),
    "energy": ("more energy", "less energy"),
    "speed": ("faster", "slower"),
    "style.saturation": ("film more saturated", "film less saturated"),
    "music.gain_db": ("music louder", "music quieter"),
    "music.tempo_bpm": ("music faster", "music slower"),
    "voice.pitch": ("voice higher", "voice deeper"),
    "voice.rate": ("speaks faster", "speaks slower"),
    "voice.pace": ("speaks faster", "speaks slower"),
    "voice.gain_db": ("voice louder", "voice quieter"),
    "subtitles.size": ("bigger subtitles", "smaller subtitles"),
}
NAMES: dict[str, str] = {
    "lighting.style": "light",
    "lighting.key_dir": "key light",
    "lighting.practicals": "practicals",
    "size": "size",
    "angle": "angle",
    "view": "view",
    "movement.type": "camera",
    "movement.speed": "move",
    "composition": "composition",
    "foreground": "foreground",
    "focus": "focus",
    "subjects": "in frame",
    "action": "action",
    "sfx": "effects",
    "weather": "weather",
    "transition_in.type": "enters by",
    "transition_in.frames": "transition frames",
    "freeze": "freeze",
    "seed": "new take",
    "pick": "take",
    "locked": "lock",
    "dialogue": "lines",
    "scene": "scene",
    "time_of_day": "time",
    "slug": "slug",
    "name": "name",
    "hair": "hair",
    "appearance": "look",
    "description": "place",
    "set": "set",
    "style.look": "look",
    "style.grade": "grade",
    "style.palette": "palette",
    "style.grain": "grain",
    "music.style": "music",
    "music.enabled": "music",
    "music.start_shot": "music from",
    "music.end_shot": "music to",
    "music.muted_scenes": "no music in",
    "subtitles.enabled": "subtitles",
    "subtitles.burn_in": "burnt in",
    "subtitles.language": "subtitle language",
    "titles.opening": "title",
    "titles.end_card": "end card",
    "ending.type": "the film ends with",
    "mix.muted": "muted",
    "overlays": "on screen",
    "budget.max_usd": "budget in dollars",
    "int_ext": "",
    "location": "",
    "emotions": "face",
    "intensity": "strength of the feeling",
    "looks_at": "eyes on",
    "focus_to": "focus lands on",
    "roll_deg": "lean in degrees",
    "stop": "T-stop",
    "movement.amount": "travel of the move",
    "movement.easing": "the move starts and stops",
}
PLAIN = {"shot": "Shot", "shots": "Shots", "deleted": "deleted", "order": "New order"}
FRAMES_A_SECOND = 24


@cache
def _foreign() -> dict[str, dict[str, str]]:
    """The words of replies in other languages, by the English word."""
    text = files("agent.notes").joinpath("data/replies.toml").read_text("utf-8")
    return tomllib.loads(text)


def word_in(word: str, language: str) -> str:
    """A word of a reply in the language of the note, where there is one; else as it is."""
    if language == "en":
        return PLAIN.get(word, word)
    return _foreign().get(word, {}).get(language, PLAIN.get(word, word))


def _said_in(value: str, language: str) -> str:
    """A value in the language of the note: "rain" but never somebody's own words."""
    return word_in(value, language) if language != "en" and value in _foreign() else value


def phrase(field: str, old: Any, new: Any, language: str = "en") -> str:  # noqa: C901, PLR0911
    """A moved field in words, with its values; "" for a field that is not worth a word."""
    if field in PLAIN:
        return word_in(field, language)
    if field in DIRECTIONS and isinstance(old, int | float) and isinstance(new, int | float):
        word = DIRECTIONS[field][0 if new > old else 1]
        to = word_in("to", language)
        return f"{word_in(word, language)} ({_figure(field, old)} {to} {_figure(field, new)})"
    name = (
        NAMES.get(field)
        or NAMES.get(field.rsplit(".", 1)[0])
        or field.rsplit(".", 1)[-1].replace("_", " ")
    )
    if field in {"seed"}:
        return word_in(name, language)
    if field == "pick" and new is None:
        return ""  # An edit lets go of a chosen take: the new one plays, as after every edit.
    if field == "locked":
        return word_in("locked" if new else "unlocked", language)
    if field in {"music.start_shot", "music.end_shot"} and new is None:
        return ""
    if field in {"location", "int_ext", "screen_axis", "slug"} or (
        field == "movement.speed" and new == "none"
    ):
        return ""
    if field == "freeze" and isinstance(new, int | float) and new:
        return f"{word_in(name, language)} {new / FRAMES_A_SECOND:.2f} s"
    if field == "transition_in.frames":
        return f"over {new / FRAMES_A_SECOND:.2f} s" if new else ""
    if field.startswith("dialogue"):
        return _lines(old, new, language)
    return f"{word_in(name, language)} {_said_in(_value(new), language)}"


def _figure(field: str, value: float) -> str:
    if field == "frames":
        return f"{value / FRAMES_A_SECOND:.2f} s"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _value(value: Any) -> str:
    if value is None or value in ("", [], {}, ()):
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return ", ".join(_value(v) for v in value)
    if isinstance(value, dict):
        return ", ".join(f"{k} {_value(v)}" for k, v in value.items())
    text = str(value).replace("_", " ").rstrip(".")
    return text if len(text) <= 80 else text[:77] + "…"


def _lines(old: Any, new: Any, language: str) -> str:
    texts = [line["line"] for line in new or () if isinstance(line, dict)]
    before = [line["line"] for line in old or () if isinstance(line, dict)]
    fresh = [t for t in texts if t not in before]
    if fresh:
        return f"{word_in('says', language)} " + " / ".join(f'"{t}"' for t in fresh[:3])
    spoken = [line.get("character") for line in new or ()]
    if texts == before and spoken != [line.get("character") for line in old or ()]:
        return "another one says the line"
    if texts == before and [line.get("delivery") for line in new] != [
        line.get("delivery") for line in old
    ]:
        return "said " + ", ".join(
            dict.fromkeys(str(line.get("delivery")) for line in new if line not in old)
        )
    gone = "no line" if not texts else "line cut" if len(texts) < len(before) else "line moved"
    return word_in(gone, language)

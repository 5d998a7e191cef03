"""Pictures for a model that can see: the boards or takes of the shots a note is about.

Knows the project and no protocol beyond the shape of a message.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_core.messages import AnyMessage, HumanMessage

from agent.desk import Desk
from memory.film import Film

MOST = 3
WIDEST = 640
"""Pixels; enough to judge framing and light, and a few hundred tokens."""
QUALITY = 80
NAMED = re.compile(r"\b(?:shots?|sh)\s*#?(\d+)(?:\s*(?:,|and|&|vs\.?|to)\s*(\d+))?", re.IGNORECASE)


def with_pictures(messages: Sequence[AnyMessage], desk: Desk) -> list[AnyMessage]:
    """The messages with pictures beside the newest words of the creator.

    Nothing is added when the model cannot see (`Settings.sees`), when no shot is named or in
    view, or when it has no picture yet.
    """
    out = list(messages)
    at = next((n for n in range(len(out) - 1, -1, -1) if isinstance(out[n], HumanMessage)), None)
    if at is None or not desk.settings.sees:
        return out
    words = out[at].text
    parts = [part for shot in shots_meant(desk.film, words, desk.focus) for part in _of(desk, shot)]
    if parts:
        content: Any = [{"type": "text", "text": words}, *parts]
        out[at] = HumanMessage(content=content, id=out[at].id)
    return out


def shots_meant(film: Film, words: str, focus: str | None) -> list[str]:
    """The shots named by number, else the one in view; at most MOST."""
    numbers = [int(n) for pair in NAMED.findall(words) for n in pair if n]
    named = [film.order[n - 1] for n in numbers if 1 <= n <= len(film.order)]
    if not named and focus in film.order:
        named = [focus]
    return list(dict.fromkeys(named))[:MOST]


def _of(desk: Desk, shot: str) -> list[dict[str, Any]]:
    """A line that names the shot, and its picture; nothing where there is none."""
    from tools.plan import plan

    one = plan(desk.project, [shot])[0]
    vault = desk.project.vault
    if one.take_standing.plays is not None:
        what, picture = "take", _frame(vault.path(one.take_standing.plays.sha256))
    elif one.board_standing.plays is not None:
        what, picture = "board", _still(vault.path(one.board_standing.plays.sha256))
    else:
        return []
    if picture is None:
        return []
    label = f"The {what} of shot {desk.film.number(shot)} as it is now:"
    url = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
    return [{"type": "text", "text": label}, {"type": "image_url", "image_url": {"url": url}}]


def _still(path: Path) -> bytes | None:
    import cv2

    return _jpeg(cv2.imread(str(path)))


def _frame(path: Path) -> bytes | None:
    """The middle frame of a take."""
    import cv2

    film = cv2.VideoCapture(str(path))
    try:
        film.set(cv2.CAP_PROP_POS_FRAMES, film.get(cv2.CAP_PROP_FRAME_COUNT) // 2)
        read, picture = film.read()
    finally:
        film.release()
    return _jpeg(picture if read else None)


def _jpeg(picture: Any) -> bytes | None:
    import cv2

    if picture is None:
        return None
    height, width = picture.shape[:2]
    if width > WIDEST:
        size = (WIDEST, round(height * WIDEST / width))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return bytes(data) if done else None

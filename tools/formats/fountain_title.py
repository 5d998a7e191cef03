"""The title page of a Fountain file: keys and values, known or not, as they were written."""

from __future__ import annotations

import re

_KEY_WORDS = (
    "title credit author authors source notes draft date contact copyright revision "
    "writer director episode series language format font subtitle version"
)
_TITLE_KEYS = frozenset(_KEY_WORDS.split())
KEY = re.compile(r"^([^\W\d_][\w /&'’.\-]{0,40}):\s*(.*)$")


def split_title_page(text: str) -> tuple[dict[str, str], str]:
    """Keys with their values, lines parted by newlines; and what stands after the page.

    A first paragraph is a title page when every line is "Key: value" or an indented line under
    one, and one key at least is known: chat ("Anna: hello") has the same shape.
    """
    lines = text.lstrip("\n").split("\n")
    page: dict[str, list[str]] = {}
    key, read = "", 0
    for line in lines:
        match = KEY.match(line)
        if match:
            key = match.group(1).strip()
            page.setdefault(key, []).extend([match.group(2).strip()] if match.group(2) else [])
        elif key and line.startswith((" ", "\t")) and line.strip():
            page[key].append(line.strip())
        else:
            break
        read += 1
    if not any(set(k.casefold().split()) <= _TITLE_KEYS for k in page):
        return {}, text
    return {k: "\n".join(v) for k, v in page.items()}, "\n".join(lines[read:])


def title_text(page: dict[str, str]) -> str:
    """The page as text; a value of several lines stands indented under its key."""
    return "\n".join(_entry(key, value) for key, value in page.items())


def _entry(key: str, value: str) -> str:
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    if len(lines) < 2:
        return f"{key}: {' '.join(lines)}".rstrip()
    return f"{key}:\n" + "\n".join(f"    {line}" for line in lines)

"""The language a screenplay is written in: its title page, its letters, its small words. Pure."""

from __future__ import annotations

import re

from agent.writing.tongue import language_of
from memory.script import Script

_LETTERS: tuple[tuple[str, str], ...] = (
    ("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u3400-\u9fff]"),
    ("uk", "[іїєґ]"), ("ru", "[\u0400-\u04ff]"), ("el", "[\u0370-\u03ff]"),
    ("ar", "[\u0600-\u06ff]"), ("he", "[\u0590-\u05ff]"), ("hi", "[\u0900-\u097f]"),
)  # fmt: skip
"""Language code and the letters only it uses among these, the narrow before the wide."""

ENOUGH = 0.04
"""Share of all letters that decides: a few kana among Han letters are Japanese."""

_NAMES = {
    "english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr",
    "español": "es", "spanish": "es", "italiano": "it", "italian": "it", "русский": "ru",
    "russian": "ru", "中文": "zh", "chinese": "zh", "português": "pt", "portuguese": "pt",
}  # fmt: skip


def written_in(script: Script) -> str | None:
    """A language code such as "ru"; None when nothing says that it is not the film's own."""
    page = {key.casefold(): value.strip().casefold() for key, value in script.title_page.items()}
    named = page.get("language", "")
    if code := _NAMES.get(named) or (named if re.fullmatch("[a-z]{2}", named) else None):
        return code
    said = " ".join(speech.words for speech in script.speeches())
    text = said or " ".join(getattr(e, "text", "") for e in script.elements)
    letters = sum(c.isalpha() for c in text) or 1
    for code, pattern in _LETTERS:
        if len(re.findall(pattern, text, re.IGNORECASE)) / letters > ENOUGH:
            return code
    guess = language_of(text)
    return None if guess == "en" else guess

"""Which espeak-ng language speaks a text, and when none can; knows no voice and starts nothing.

espeak-ng is found, not loaded: only its folder of languages and variants is read.
"""

import importlib.util
import re
from functools import lru_cache
from pathlib import Path

from memory.errors import MakerMissing

HINT = "Install espeakng-loader for voices; until then the film has subtitles only."

NAMES = {
    "english": "en-us", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "italian": "it", "russian": "ru", "greek": "el", "chinese": "cmn", "mandarin": "cmn",
    "portuguese": "pt", "polish": "pl", "dutch": "nl", "turkish": "tr", "arabic": "ar",
    "hebrew": "he", "hindi": "hi", "korean": "ko", "japanese": "ja", "swedish": "sv",
    "norwegian": "nb", "danish": "da", "finnish": "fi", "czech": "cs", "ukrainian": "uk",
    "hungarian": "hu", "romanian": "ro", "latin": "la",
}  # fmt: skip
CODES = {
    "en": "en-us", "zh": "cmn", "zho": "cmn", "yue": "yue", "no": "nb",
    "iw": "he", "in": "id", "tl": "", "jp": "ja", "gr": "el", "en-gb": "en-gb-x-rp",
    "en-uk": "en-gb-x-rp",
}  # fmt: skip

# First letters of each script, and the language that reads it when the film's own can't.
SCRIPTS = (
    ("han", "\u3400", "\u9fff", "cmn"),
    ("kana", "\u3041", "\u30ff", "ja"),
    ("cyrillic", "\u0400", "\u052f", "ru"),
    ("greek", "\u0370", "\u03ff", "el"),
    ("hebrew", "\u0590", "\u05ff", "he"),
    ("arabic", "\u0600", "\u06ff", "ar"),
    ("devanagari", "\u0900", "\u097f", "hi"),
    ("hangul", "\uac00", "\ud7a3", "ko"),
    ("latin", "A", "\u024f", "en-us"),
)
READS = {
    "han": ("cmn", "yue", "hak"), "kana": ("ja",), "greek": ("el", "grc"), "hebrew": ("he",),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tt", "ba", "cv"),
    "arabic": ("ar", "fa", "ur", "sd", "ug", "ku"), "devanagari": ("hi", "mr", "ne", "kok"),
    "hangul": ("ko",),
}  # fmt: skip


@lru_cache(maxsize=1)
def voice_data() -> Path:
    """The folder of espeak-ng's voices.

    Raises:
        MakerMissing: The package is not installed.
    """
    found = importlib.util.find_spec("espeakng_loader")
    if found is None or found.origin is None:
        raise MakerMissing("There is no speech engine here.", HINT, maker="espeak-ng")
    return Path(found.origin).parent / "espeak-ng-data"


def has_engine() -> bool:
    """Whether espeak-ng is installed."""
    return importlib.util.find_spec("espeakng_loader") is not None


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Every language file espeak-ng brings, in lower case: "de", "en-us", "cmn"."""
    folder = voice_data() / "lang"
    return frozenset(path.name.lower() for path in folder.rglob("*") if path.is_file())


@lru_cache(maxsize=1)
def variants() -> frozenset[str]:
    """Every voice variant: "f3", "m7", "grandpa"."""
    return frozenset(path.name for path in (voice_data() / "voices" / "!v").iterdir())


def engine_language(language: str) -> str | None:
    """The engine's name for a language ("en", "English", "pt-BR", "zh"), or None."""
    wanted = language.strip().lower().replace("_", "-") or "en"
    for name in (wanted, wanted.split("-")[0]):
        code = NAMES.get(name) or CODES.get(name, name)
        if code in languages():
            return code
    return None


def script_of(text: str) -> str:
    """The script most letters of a text are in; "" when it has no letters we know."""
    counts = {name: 0 for name, *_ in SCRIPTS}
    for char in text:
        for name, low, high, _ in SCRIPTS:
            if low <= char <= high and (name != "latin" or char.isalpha()):
                counts[name] += 1
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def speaking_language(text: str, language: str) -> tuple[str | None, str]:
    """The engine language that can read this text, and a note when it isn't the one asked for.

    None means that no voice here can: the line is shown, not spoken.
    """
    if re.search("[\u3400-\u9fff]", text) and (
        language.lower()[:2] in ("ja", "jp") or re.search("[\u3041-\u30ff]", text)
    ):
        return None, "No voice here reads Japanese with kanji: subtitles only."
    known = engine_language(language)
    script = script_of(text)
    if script in READS and (known or "").split("-")[0] not in READS[script]:
        other = next(code for name, _, _, code in SCRIPTS if name == script)
        return other, f"The line is written in {script}; it is spoken as {other!r}."
    if known is None:
        return None, f"No voice here speaks {language!r}: subtitles only."
    return known, ""

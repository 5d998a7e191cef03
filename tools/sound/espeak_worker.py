"""Speaks one line with espeak-ng and exits; imports nothing of ours, so that its licence stays out.

Run as ``python espeak_worker.py`` with one JSON object on stdin:
``{"text", "voice", "rate", "pitch", "range", "wav"}``. It writes a 16-bit mono wav (22,050 Hz) to
``wav`` and one JSON object to stdout: ``{"seconds", "words": [[text, start, end]], "phonemes":
[[ipa, start, end]]}``, times in seconds, or ``{"error", "message"}`` with exit status 3.

One process speaks one line: espeak-ng carries its random state from call to call, so only a fresh
process with a fixed seed gives the same bytes twice.
"""

import ctypes
import json
import sys
import wave
from typing import Any

SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: samples come back through the callback
PHONEME_EVENTS_IN_IPA = 0x0003
TEXT_IS_UTF8 = 1
WORD_EVENT, PHONEME_EVENT, LAST_EVENT = 1, 7, 0
RATE, PITCH, RANGE = 1, 3, 4  # espeak_PARAMETER numbers
SEED = 1
APOSTROPHES = "'\u2019"

_Found = tuple[int, int, int, int, str]  # event type, code point from 1, length, ms, IPA


class _Name(ctypes.Union):
    """The union at the end of an event; only ``string`` (a phoneme's IPA) matters here."""

    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    """espeak_EVENT as of espeak-ng 1.52."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", _Name),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


class WorkerError(Exception):
    """Something the caller has to know by kind: ``missing``, ``voice`` or ``request``."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def main() -> int:
    """Read one request, speak it, answer; 0 when spoken, 3 when not."""
    try:
        answer = speak(json.loads(sys.stdin.buffer.read().decode("utf-8")))
    except WorkerError as error:
        _answer({"error": error.kind, "message": str(error)})
        return 3
    except (ValueError, KeyError, TypeError) as error:
        _answer({"error": "request", "message": f"{type(error).__name__}: {error}"})
        return 3
    _answer(answer)
    return 0


def _answer(body: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(body))
    sys.stdout.flush()


def speak(request: dict[str, Any]) -> dict[str, Any]:
    """Speak the request's text into its wav file and return the times."""
    library, rate = _library()
    text = speakable(str(request["text"]))
    _set_voice(library, request)
    pcm, events = _synthesise(library, text)
    seconds = len(pcm) / 2 / rate
    _write_wav(str(request["wav"]), pcm, rate)
    phonemes = _phonemes(events, seconds)
    words = _words(text, events, phonemes, seconds)
    return {"seconds": seconds, "words": words, "phonemes": phonemes}


def speakable(text: str) -> str:
    """Drop what the C interface can't take: NUL and other controls, halves of surrogate pairs."""
    kept = (" " if ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF else c for c in text)
    return "".join(kept)


def _library() -> tuple[Any, int]:
    try:
        import espeakng_loader
    except ImportError as error:
        raise WorkerError("missing", "espeakng_loader is not installed") from error
    try:
        library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    except OSError as error:
        raise WorkerError("missing", f"espeak-ng can't be loaded: {error}") from error
    data = str(espeakng_loader.get_data_path()).encode()
    rate = int(library.espeak_Initialize(SYNCHRONOUS, 0, data, PHONEME_EVENTS_IN_IPA))
    if rate <= 0:
        raise WorkerError("missing", "espeak-ng finds no voice data")
    library.espeak_ng_SetRandSeed(ctypes.c_long(SEED))
    return library, rate


def _set_voice(library: Any, request: dict[str, Any]) -> None:
    voice = str(request["voice"])
    if library.espeak_SetVoiceByName(voice.encode("utf-8", "replace")) != 0:
        raise WorkerError("voice", f"espeak-ng has no voice {voice!r}")
    for number, name in ((RATE, "rate"), (PITCH, "pitch"), (RANGE, "range")):
        library.espeak_SetParameter(number, int(request[name]), 0)


def _synthesise(library: Any, text: str) -> tuple[bytes, list[_Found]]:
    """All samples (16-bit little-endian) and all word and phoneme events, in order."""
    pieces: list[bytes] = []
    events: list[_Found] = []

    def collect(samples: int | None, count: int, batch: Any) -> int:
        if samples and count > 0:
            pieces.append(ctypes.string_at(samples, count * 2))
        events.extend(_batch(batch))
        return 0

    callback = _CALLBACK(collect)
    library.espeak_SetSynthCallback(callback)
    data = text.encode("utf-8") + b"\0"
    library.espeak_Synth(data, len(data), 0, 1, 0, TEXT_IS_UTF8, None, None)
    library.espeak_Synchronize()
    return b"".join(pieces), events


def _batch(batch: Any) -> list[_Found]:
    found = []
    index = 0
    while batch and batch[index].type != LAST_EVENT:
        event = batch[index]
        index += 1
        if event.type in (WORD_EVENT, PHONEME_EVENT):
            ipa = ""
            if event.type == PHONEME_EVENT:
                ipa = bytes(event.id.string).split(b"\0")[0].decode("utf-8", "ignore")
            found.append((event.type, event.position, event.length, event.milliseconds, ipa))
    return found


def _phonemes(events: list[_Found], total: float) -> list[list[Any]]:
    """Each sound lasts until the next event; pauses, which have no name, fall out."""
    named = [e for e in events if e[0] == PHONEME_EVENT]
    timed: list[list[Any]] = []
    for index, event in enumerate(named):
        start = min(total, event[3] / 1000)
        end = named[index + 1][3] / 1000 if index + 1 < len(named) else total
        if event[4].strip():
            timed.append([event[4], start, max(start, min(end, total))])
    return timed


def _words(
    text: str, events: list[_Found], phonemes: list[list[Any]], total: float
) -> list[list[Any]]:
    """Words with start and end; a word ends where its last sound does, not where a pause does."""
    starts = [e for e in events if e[0] == WORD_EVENT]
    timed: list[list[Any]] = []
    for index, event in enumerate(starts):
        start = min(total, event[3] / 1000)
        limit = starts[index + 1][3] / 1000 if index + 1 < len(starts) else total
        heard = [end for _, begin, end in phonemes if start - 0.001 <= begin < limit]
        word = _whole_word(text, max(0, event[1] - 1), event[2])
        if word:
            timed.append([word, start, max(start, min(limit, max(heard, default=limit)))])
    return timed


def _whole_word(text: str, start: int, length: int) -> str:
    """The engine ends a word at an apostrophe ("couldn"); take it to its real end ("couldn't")."""
    end = min(len(text), start + length)
    while end + 1 < len(text) and text[end] in APOSTROPHES and text[end + 1].isalpha():
        end += 1
        while end < len(text) and text[end].isalpha():
            end += 1
    return text[start:end].strip()


def _write_wav(path: str, pcm: bytes, rate: int) -> None:
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(pcm)


if __name__ == "__main__":
    sys.exit(main())

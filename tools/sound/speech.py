"""A line of text to spoken sound with word and phoneme times; knows no film and no picture.

The engine runs in a short process of its own per line (``espeak_worker.py``). What comes back is
48 kHz mono with the silence at both ends cut, so that time 0 is the first sound of the line.
"""

import json
import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from memory.errors import MakerFailed, MakerMissing, RoughcutError
from memory.timing import SOUND_RATE
from tools.sound import filters, language
from tools.sound.filters import Sound
from tools.sound.stretch import stretch

WORKER = Path(__file__).with_name("espeak_worker.py")
WORKER_SECONDS = 120.0
NEUTRAL_RATE, NEUTRAL_PITCH, NEUTRAL_RANGE = 160, 50, 50
MOST_CHARACTERS = 10_000
SLOWEST, FASTEST = 0.8, 1.25  # beyond this a voice stops sounding like a person
CLIP_SECONDS = 0.12

Timed = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Speaker:
    """How the engine is to sound: the plain values of a character's voice.

    Attributes:
        name: Engine voice such as "en-us+f3"; its language part yields to the line's.
        pitch: 0..99. rate: words a minute, 80..450. range: 0 (flat) to 99 (lively).
        gain_db: On top of the common speech level.
    """

    name: str = "en-us"
    pitch: int = NEUTRAL_PITCH
    rate: int = NEUTRAL_RATE
    range: int = NEUTRAL_RANGE
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A spoken line: float32 mono at 48 kHz; times in seconds from its first sample."""

    samples: Sound
    words: tuple[Timed, ...] = ()
    phonemes: tuple[Timed, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Length of the sound."""
        return len(self.samples) / SOUND_RATE


@dataclass(frozen=True, slots=True)
class Unspoken:
    """Why a line has no sound."""

    note: str


def say(text: str, speaker: Speaker, tongue: str = "en") -> Spoken | Unspoken:
    """Speak a line. An empty line is zero samples; a language without a voice is Unspoken.

    Raises:
        MakerMissing: There is no speech engine: the film has subtitles only.
        MakerFailed: The engine broke on this line.
    """
    said, note = language.speaking_language(text, tongue)
    if said is None:
        return Unspoken(note)
    notes: tuple[str, ...] = (note,) if note else ()
    if not text.strip():
        return Spoken(np.zeros(0, np.float32), notes=notes)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        notes += (f"Only the first {MOST_CHARACTERS} characters of the line are spoken.",)
    request = {
        "text": text,
        "voice": engine_voice(speaker.name, said),
        "rate": min(450, max(80, speaker.rate)),
        "pitch": min(99, max(0, speaker.pitch)),
        "range": min(99, max(0, speaker.range)),
    }
    answer, samples = _ask_worker(request)
    return _trimmed(replace(_spoken(answer, samples), notes=notes))


def engine_voice(name: str, said: str) -> str:
    """The character's accent and variant in the language that is spoken now.

    A British voice keeps its accent in English and only its variant in German. A variant the
    engine doesn't have would be dropped without a word, so it is dropped here.
    """
    accent, _, variant = name.partition("+")
    same = accent.split("-")[0].lower() == said.split("-", 1)[0]
    base = accent.lower() if same and accent.lower() in language.languages() else said
    return f"{base}+{variant}" if variant in language.variants() else base


def neutral(text: str, tongue: str = "en") -> Spoken | Unspoken:
    """The line in the plain voice of its language: for lips and line lengths, never heard.

    Kept for the process, as breakdown, lips and subtitles all ask for the same lines.
    """
    return _neutral(text, tongue)


@lru_cache(maxsize=1024)
def _neutral(text: str, tongue: str) -> Spoken | Unspoken:
    return say(text, Speaker(), tongue)


def phonemes(text: str, tongue: str = "en") -> list[tuple[str, float]]:
    """IPA sounds with their lengths in seconds, pauses as "", in the neutral voice.

    Empty when no voice here reads the language or there is no engine: lips then have no guide.
    """
    try:
        spoken = neutral(text, tongue)
    except MakerMissing:
        return []
    if isinstance(spoken, Unspoken):
        return []
    sounds: list[tuple[str, float]] = []
    now = 0.0
    for ipa, start, end in spoken.phonemes:
        if start - now > 0.002:
            sounds.append(("", start - now))
        sounds.append((ipa, end - start))
        now = end
    return sounds


def line_seconds(text: str, tongue: str = "en") -> float:
    """How long a line lasts; without an engine or a voice an estimate from its letters."""
    try:
        spoken = neutral(text, tongue)
    except RoughcutError:
        spoken = Unspoken("")
    if isinstance(spoken, Spoken):
        return spoken.seconds
    wide = sum(1 for char in text if char >= "\u2e80")
    return 0.24 * wide + 0.066 * (len(text.strip()) - wide)


def say_within(text: str, speaker: Speaker, tongue: str, seconds: float) -> Spoken | Unspoken:
    """Speak a line at the rate that fills ``seconds``, then fit what is left over by tempo.

    The engine's own rate changes length without the roughness of stretching.
    """
    spoken = say(text, speaker, tongue)
    if isinstance(spoken, Unspoken) or spoken.seconds == 0.0 or seconds <= 0.0:
        return spoken
    tempo = min(FASTEST, max(SLOWEST, spoken.seconds / seconds))
    if abs(tempo - 1.0) > 0.03:
        again = say(text, replace(speaker, rate=round(speaker.rate * tempo)), tongue)
        if isinstance(again, Spoken) and again.seconds > 0.0:
            spoken = _kept_within_tempo(spoken, again, seconds)
    return fit(spoken, seconds)


def _kept_within_tempo(first: Spoken, again: Spoken, seconds: float) -> Spoken:
    """The second reading, unless it missed the slot by more than the first one did."""
    if abs(again.seconds - seconds) < abs(first.seconds - seconds):
        return again
    return first


def fit(spoken: Spoken, seconds: float) -> Spoken:
    """Bring a line to a slot by tempo within 0.8..1.25; it comes back exactly that long.

    Beyond that a long line is faded out at the end of its slot and a short one followed by
    silence; both leave a note.
    """
    count = round(seconds * SOUND_RATE)
    if spoken.seconds == 0.0 or count <= 0:
        return spoken
    wanted = spoken.seconds / seconds
    tempo = min(FASTEST, max(SLOWEST, wanted))
    notes = spoken.notes
    if wanted > FASTEST + 0.005:
        notes += (f"The line needs {spoken.seconds / FASTEST:.1f} s and has {seconds:.1f} s.",)
    elif wanted < SLOWEST - 0.005:
        notes += (f"The line is over after {spoken.seconds / SLOWEST:.1f} of {seconds:.1f} s.",)
    samples = stretch(spoken.samples, tempo) if abs(tempo - 1.0) > 0.002 else spoken.samples
    if len(samples) > count + round(0.02 * SOUND_RATE):
        samples = filters.fade_edges(samples[:count], 0.0, CLIP_SECONDS).astype(np.float32)
    fitted = np.zeros(count, np.float32)
    fitted[: len(samples)] = samples[:count]
    return Spoken(
        fitted,
        _scaled(spoken.words, 1.0 / tempo, seconds),
        _scaled(spoken.phonemes, 1.0 / tempo, seconds),
        notes,
    )


def _scaled(timed: tuple[Timed, ...], factor: float, limit: float) -> tuple[Timed, ...]:
    scaled = ((name, start * factor, min(limit, end * factor)) for name, start, end in timed)
    return tuple((name, start, end) for name, start, end in scaled if start < limit)


def _ask_worker(request: dict[str, Any]) -> tuple[dict[str, Any], Sound]:
    """Run one worker process; its answer, and its samples at 48 kHz."""
    with tempfile.TemporaryDirectory(prefix="roughcut-line-") as folder:
        path = Path(folder) / "line.wav"
        body = json.dumps({**request, "wav": str(path)}).encode()
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(WORKER)],
                input=body,
                capture_output=True,
                timeout=WORKER_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise MakerFailed(
                "A line took too long to speak.", "Shorten the line.", maker="espeak-ng"
            ) from error
        answer = _answer(done)
        return answer, _read_wav(path)


def _answer(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        last = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1][:200]
        raise MakerFailed(
            f"The speech engine stopped ({done.returncode}): {last}",
            "Try the line again or shorten it.",
            maker="espeak-ng",
            retryable=True,
        ) from error
    if answer.get("error") == "missing":
        raise MakerMissing(str(answer["message"]), language.HINT, maker="espeak-ng")
    if "error" in answer:
        raise MakerFailed(
            str(answer["message"]), "Choose another voice for the character.", maker="espeak-ng"
        )
    return answer


def _read_wav(path: Path) -> Sound:
    """16-bit mono to float32 at 48 kHz."""
    from scipy.signal import resample_poly

    with wave.open(str(path)) as source:
        rate = source.getframerate()
        pcm = source.readframes(source.getnframes())
    samples = np.frombuffer(pcm, "<i2").astype(np.float64) / 32768.0
    if len(samples) == 0:
        return np.zeros(0, np.float32)
    common = int(np.gcd(rate, SOUND_RATE))
    return np.asarray(resample_poly(samples, SOUND_RATE // common, rate // common), np.float32)


def _spoken(answer: dict[str, Any], samples: Sound) -> Spoken:
    words = tuple((str(t), float(a), float(b)) for t, a, b in answer["words"])
    sounds = tuple((str(t), float(a), float(b)) for t, a, b in answer["phonemes"])
    return Spoken(samples, words, sounds)


def _trimmed(spoken: Spoken) -> Spoken:
    """Cut the silence around the speech and move the times with it."""
    loud = np.flatnonzero(np.abs(spoken.samples) > 0.004)
    if len(loud) == 0:
        return replace(spoken, samples=spoken.samples[:0], words=(), phonemes=())
    first = max(0, int(loud[0]) - 240)
    last = min(len(spoken.samples), int(loud[-1]) + 960)
    samples = filters.fade_edges(spoken.samples[first:last], 0.004, 0.015).astype(np.float32)
    shift, limit = first / SOUND_RATE, (last - first) / SOUND_RATE
    return Spoken(
        samples,
        _moved(spoken.words, shift, limit),
        _moved(spoken.phonemes, shift, limit),
        spoken.notes,
    )


def _moved(timed: tuple[Timed, ...], shift: float, limit: float) -> tuple[Timed, ...]:
    def inside(seconds: float) -> float:
        return min(limit, max(0.0, seconds - shift))

    return tuple((name, inside(start), inside(end)) for name, start, end in timed)

"""Changes the tempo of a sound without its pitch; knows no speech and no film."""

import tempfile
from pathlib import Path

import numpy as np

from memory.timing import SOUND_RATE
from tools import ffmpeg
from tools.sound.filters import Sound

LONGEST_SECONDS = 120.0


def stretch(samples: Sound, tempo: float) -> Sound:
    """Mono samples at ``tempo`` times their speed (0.5..2), about ``len / tempo`` long.

    Raises:
        MakerMissing: There is no ffmpeg.
        MakerFailed: It broke.
    """
    import soundfile

    with tempfile.TemporaryDirectory(prefix="roughcut-tempo-") as folder:
        source, result = Path(folder) / "in.wav", Path(folder) / "out.wav"
        soundfile.write(source, samples, SOUND_RATE, subtype="FLOAT")
        arguments = ["-i", ffmpeg.local(source), "-af", f"atempo={tempo:.6f}"]
        arguments += ["-c:a", "pcm_f32le", "-bitexact", ffmpeg.local(result)]
        ffmpeg.run(arguments, LONGEST_SECONDS)
        stretched, _ = soundfile.read(result, dtype="float32")
    return np.asarray(stretched, np.float32)

"""Changes the tempo of a sound without its pitch; knows no speech and no film."""

import subprocess

import numpy as np

from memory.errors import MakerFailed, MakerMissing
from tools.sound.filters import Sound


def stretch(samples: Sound, tempo: float) -> Sound:
    """Mono samples at ``tempo`` times their speed (0.5..2), about ``len / tempo`` long.

    Raises:
        MakerMissing: There is no ffmpeg.
        MakerFailed: It broke.
    """
    command = [
        _ffmpeg(), "-v", "error", "-f", "f32le", "-ar", "48000", "-ac", "1", "-i", "pipe:0",
        "-af", f"atempo={tempo:.6f}", "-f", "f32le", "-ac", "1", "-ar", "48000", "pipe:1",
    ]  # fmt: skip
    body = np.asarray(samples, "<f4").tobytes()
    done = subprocess.run(command, input=body, capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        raise MakerFailed("The tempo of a line could not be changed.", maker="ffmpeg")
    return np.frombuffer(done.stdout, "<f4").astype(np.float32)


def _ffmpeg() -> str:
    try:
        import imageio_ffmpeg
    except ImportError as error:
        raise MakerMissing("There is no ffmpeg here.", maker="ffmpeg") from error
    return str(imageio_ffmpeg.get_ffmpeg_exe())

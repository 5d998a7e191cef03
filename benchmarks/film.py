"""All figures of one finished film, from its file as it plays.

    python -m benchmarks.film FILM [HOME]
    python -m benchmarks.film --make examples/the_night_ferry.fountain [HOME] [--size 1280x720]

Prints one JSON object; exit code 1 when one of the aims for a first film is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.film_making import make
from benchmarks.film_picture import Mouth, Picture, longest_still, mouths_of, watch, written_dark
from benchmarks.film_sound import Heard, film_sound, heard
from memory.errors import NotReady
from memory.film import Film
from memory.project import Project
from memory.timing import to_samples
from tools.assemble import standing_cut
from tools.ffmpeg import probe
from tools.sound.loudness import measure
from tools.timeline import Timeline

AAC_FRAME = 1024
CLOSE_ENOUGH_MS = 1000 / 24
LEAST_FOLLOW = 0.45
"""Mouths do not open as far as a voice is loud (m is loud, s is not): 0.5 is about what can be."""
MOST_LIPS_OFF = 2.0
STILL_SECONDS = 2.0


def figures(project: Project, cut: Path) -> dict[str, Any]:
    """Everything that can be measured of a finished film."""
    film = project.film
    facts, total = probe(cut), Timeline.of(film).total
    sound = film_sound(cut)
    loudness = measure(sound)
    lines = heard(project, film, sound)
    mouths = mouths_of(film)
    seen = watch(cut, film, mouths)
    still, where = longest_still(film, seen)
    return {
        "codec": facts.codec,
        "size": [facts.width, facts.height],
        "rate": str(facts.rate),
        "frames": facts.frames,
        "frames_written": total,
        "frames_decoded": len(seen.means),
        "sound_samples_over": len(sound) - to_samples(total, film.frame_rate),
        "lufs": round(loudness.lufs, 2),
        "true_peak_db": round(loudness.true_peak_db, 2),
        "black_unwritten": sorted(set(seen.black) - written_dark(film)),
        "still_seconds": round(still / float(film.frame_rate), 2),
        "still_in": film.number(where) if where else None,
        "lines": [_line(one, film) for one in lines],
        "mouths": _mouths(lines, mouths, seen),
    }


def _line(one: Heard, film: Film) -> dict[str, Any]:
    slot = to_samples(one.frames, film.frame_rate)
    return {
        "line": one.line,
        "start": one.start,
        "frames": one.frames,
        "samples_over": one.samples - slot,
        "ends": round(one.ends, 3),
        "late_ms": round(one.late_ms, 1),
        "found": round(one.found, 3),
    }


def _mouths(
    lines: Sequence[Heard], mouths: dict[int, list[Mouth]], seen: Picture
) -> dict[str, Any]:
    """Do the speakers' mouths follow their voices, and do all others keep theirs shut."""
    voices, opened, each = [], [], []
    for one in lines:
        speaking = [_mouth(mouths, one, n, True) for n in range(one.start, one.start + one.frames)]
        if sum(mouth is not None for mouth in speaking) < 8:
            continue  # seen from behind, off the picture, or a bird
        loud = _soft(one.envelope / max(1e-9, float(one.envelope.max())))
        wide = _soft(np.array([mouth.open if mouth else 0.0 for mouth in speaking]))
        voices.append(loud[1:-1])
        opened.append(wide[1:-1])
        each.append(_acted(one, mouths, seen))
    if not voices:
        return {"follow": None, "each": []}
    follow = float(np.corrcoef(np.concatenate(voices), np.concatenate(opened))[0, 1])
    return {"follow": round(follow, 2), "each": each}


def _mouth(mouths: dict[int, list[Mouth]], line: Heard, number: int, speaker: bool) -> Mouth | None:
    """The speaker's mouth at a frame of the film, or a listener's."""
    here = mouths.get(number, ())
    return next((m for m in here if (m.line == line.line) == speaker), None)


def _soft(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.convolve(values, np.ones(3) / 3, "same")


def _acted(one: Heard, mouths: dict[int, list[Mouth]], seen: Picture) -> dict[str, Any]:
    """How much the speaker's mouth and a listener's opened, and stirred on the screen."""
    moments = range(one.start, one.start + one.frames)
    out: dict[str, Any] = {"line": one.line, "lips_off_frames": round(one.lips_off, 1)}
    for name, speaker in (("speaker", True), ("listener", False)):
        shown = [_mouth(mouths, one, number, speaker) for number in moments]
        there = [mouth for mouth in shown if mouth is not None]
        if there:
            out[name] = {
                "head_pixels": round(float(np.mean([mouth.head for mouth in there])), 1),
                "opens": round(float(np.std([mouth.open for mouth in there])), 3),
                "stirs": _stir(seen, moments, shown),
            }
    return out


def _stir(seen: Picture, moments: range, shown: Sequence[Mouth | None]) -> float | None:
    """Mean change of grey from frame to frame where a mouth is; None when it is too small."""
    greys = [
        next((grey for known, grey in seen.mouths[number] if known == mouth), np.nan)
        for number, mouth in zip(moments, shown, strict=True)
        if number < len(seen.mouths)
    ]
    steps = np.abs(np.diff(np.array(greys)))
    steps = steps[~np.isnan(steps)]
    return round(float(steps.mean()), 2) if len(steps) >= 8 else None


def missed(found: dict[str, Any], size: tuple[int, int]) -> list[str]:
    """The aims for a first film that these figures miss, in words."""
    checks = {
        f"picture is {found['codec']} {found['size']} at {found['rate']}": (
            found["codec"] == "h264" and tuple(found["size"]) == size and found["rate"] == "24"
        ),
        "length is not right to the frame": found["frames"]
        == found["frames_decoded"]
        == found["frames_written"],
        f"sound is {found['sound_samples_over']} samples too long": abs(found["sound_samples_over"])
        <= AAC_FRAME,
        f"loudness is {found['lufs']} LUFS": abs(found["lufs"] + 14) <= 0.5,
        f"true peak is {found['true_peak_db']} dB": found["true_peak_db"] <= -1.0,
        f"black frames {found['black_unwritten'][:9]}": not found["black_unwritten"],
        f"nothing moves for {found['still_seconds']} s in shot {found['still_in']}": found[
            "still_seconds"
        ]
        <= STILL_SECONDS,
    }
    wrong = [words for words, right in checks.items() if not right]
    return [*wrong, *_lines_missed(found), *_mouths_missed(found)]


def _lines_missed(found: dict[str, Any]) -> list[str]:
    wrong = []
    for one in found["lines"]:
        if one["samples_over"] > 0:
            wrong.append(f"{one['line']} is longer than its cue")
        if abs(one["late_ms"]) > CLOSE_ENOUGH_MS:
            wrong.append(f"{one['line']} sounds {one['late_ms']} ms off its cue")
    return wrong


def _mouths_missed(found: dict[str, Any]) -> list[str]:
    wrong, mouths = [], found["mouths"]
    if mouths["follow"] is not None and mouths["follow"] < LEAST_FOLLOW:
        wrong.append(f"mouths follow their voices by {mouths['follow']} only")
    for one in mouths["each"]:
        speaker, listener = one.get("speaker"), one.get("listener")
        if one["lips_off_frames"] > MOST_LIPS_OFF:
            wrong.append(f"lips are {one['lips_off_frames']} frames off in {one['line']}")
        if speaker["opens"] < 0.02:
            wrong.append(f"nobody mouths {one['line']}")
        if listener and listener["opens"] > 0.25 * speaker["opens"]:
            wrong.append(f"others mouth {one['line']}")
    return wrong


def main(words: Sequence[str]) -> int:
    """Measure the newest cut of a film, or make one first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", help="a film's name; with --make an idea or a screenplay")
    parser.add_argument("home", nargs="?", type=Path, default=Path("films"))
    parser.add_argument("--make", action="store_true", help="draft it first, watching memory")
    parser.add_argument("--size", default="1280x720")
    asked = parser.parse_args(words)
    found: dict[str, Any] = {}
    name = asked.film
    if asked.make:
        made = make(["draft", asked.film, "--yes"], asked.home, asked.size)
        found["draft"] = {
            "code": made.code,
            "seconds": round(made.seconds, 1),
            "peak_mib": round(made.peak_bytes / 2**20),
            "peak_in": made.peak_name,
        }
        name = made.answer["film"]
    project = Project.open(asked.home, name)
    cut = standing_cut(project)
    if cut is None:
        raise NotReady("The film was not cut since it moved.", "Draft it, or say something to it.")
    found |= figures(project, Path(cut["file"]))
    found["missed"] = missed(found, (project.film.width, project.film.height))
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return 1 if found["missed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Is the acting true: lips against the house's own voices, feet on the ground, hands that meet.

    python -m benchmarks.theatre_acting

Lips are drawn from the neutral reading of a line; here they are held against the line as the cast
voice really speaks it, fitted to the same slot. Feet and hands are measured on shots staged from
plain words at 1280x720, in pixels of that picture.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memory.errors import MakerFailed
from memory.film import Character, Film, Location, Movement, Scene, Shot
from memory.timing import SOUND_RATE
from memory.vocabulary import IntExt, MoveType, Size, Speed
from tools.sound import speech
from tools.sound.voices import cast_voices, speaker_of
from tools.theatre.camera import Track
from tools.theatre.cast.bones import TOE, Pose
from tools.theatre.cast.holding import changed, held
from tools.theatre.cast.skeleton import pose_of
from tools.theatre.cast.visemes import Viseme, mouth_at, viseme_of
from tools.theatre.lips import loudness, spoken
from tools.theatre.puppet import Puppet, enlist
from tools.theatre.spec import ShotSpec, SpokenLine
from tools.theatre.staging import stage

RATE = 24.0
SHUT = 0.05
"""Opening below which lips count as shut."""

SILENT = 0.03
"""Loudness, as a share of a line's loudest frame, that counts as silence."""

PAUSE_FRAMES = 3
"""Shorter gaps are the closures of stops, not silence."""

HEARING = 0.6
"""Power of the sound's amplitude that we hear as loudness (Stevens)."""

VOWELS = frozenset("aeiouyæøœɐɑɒɔəɘɛɜɞɤɨɪɯɵʉʊʌʏɚɝᵻ")
LINES = (
    "You're late. I have been waiting since the morning boat.",
    "Maybe I am. Maybe the bridge was simply up.",
    "Put the lamp back on the table, please, before somebody trips.",
    "My mother built this boat. Nobody but me may break it apart!",
    "Stop. Listen: nothing moves out there, nothing at all.",
    "Bob bought a big brown paper map from Pam.",
)
MOVES = {
    "walk": "Mara walks along the pier.",
    "run": "Mara runs along the pier.",
    "turn": "Mara stops, turns, and turns back.",
    "enter": "Mara enters.",
    "exit": "Mara exits.",
    "sit": "Mara sits down.",
    "rise": "Mara stands up.",
    "crossing": "Mara crosses to the left, stops, and walks back.",
}
Numbers = NDArray[np.float64]


def checks() -> dict[str, float | bool]:
    """Every figure by name; those of the lips are left out where no voice is installed."""
    return {**lips(), **feet(), **hands()}


@dataclass(frozen=True, slots=True)
class _Heard:
    """A line as the cast voice says it, and the mouth's opening on every frame of its slot."""

    phonemes: tuple[tuple[str, float, float], ...]
    loud: Numbers
    opening: Numbers  # with a frame more at both ends

    def least(self, frame: int) -> float:
        """The smallest opening within a frame of this one."""
        return float(self.opening[max(0, frame) : frame + 3].min())


def lips() -> dict[str, float | bool]:
    """Shares of lip sounds and of silence with shut lips, and opening against loudness."""
    try:
        heard = _readings()
    except MakerFailed:
        return {}
    lip = [line.least(int((a + b) / 2 * RATE)) < SHUT for line in heard for a, b in _lips_of(line)]
    still = [line.least(frame) < SHUT for line in heard for frame in _silence(line.loud)]
    pairs = np.array([pair for line in heard for pair in _vowels(line)])
    together = float(np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1])
    return {
        "lips_closed_pbm": round(float(np.mean(lip)), 4),
        "lips_closed_silence": round(float(np.mean(still)), 4),
        "mouth_loudness_correlation": round(together, 3),
    }


def _readings() -> list[_Heard]:
    people = [
        Character(id="mara", name="Mara", pronoun="she", age=34),
        Character(id="theo", name="Theo", pronoun="he", age=52),
        Character(id="lily", name="Lily", pronoun="she", age=8),
    ]
    voices = cast_voices(people)
    heard = []
    for k, text in enumerate((*LINES, *LINES[1:], LINES[0])):
        seconds = speech.line_seconds(text)
        frames = math.ceil(seconds * RATE) + 1
        speaker = speaker_of(voices[people[k % len(people)].id])
        said = speech.say_within(text, speaker, "en", frames / RATE)
        if not isinstance(said, speech.Spoken):
            raise MakerFailed("No voice speaks here.", "Install the voices.", maker="espeak-ng")
        line = SpokenLine(0, frames, text, "en")
        lines, levels = (spoken(line, RATE),), (loudness(line, RATE),)
        opening = [mouth_at(lines, f, RATE, levels).open for f in range(-1, frames + 1)]
        heard.append(_Heard(said.phonemes, _loudness(said.samples, frames), np.array(opening)))
    return heard


def _loudness(samples: NDArray[np.float32], frames: int) -> Numbers:
    step = round(SOUND_RATE / RATE)
    whole = np.zeros(frames * step)
    whole[: min(len(samples), len(whole))] = samples[: len(whole)]
    loud = np.sqrt(np.mean(np.square(whole.reshape(frames, step)), axis=1))
    return np.asarray(loud / max(float(loud.max()), 1e-9))


def _lips_of(line: _Heard) -> list[tuple[float, float]]:
    return [(a, b) for ipa, a, b in line.phonemes if viseme_of(ipa) is Viseme.SHUT]


def _silence(loud: Numbers) -> list[int]:
    frames: list[int] = []
    run: list[int] = []
    for frame, level in enumerate([*loud, 1.0]):
        if level < SILENT:
            run.append(frame)
            continue
        frames += run if len(run) >= PAUSE_FRAMES else []
        run = []
    return frames


def _vowels(line: _Heard) -> list[tuple[float, float]]:
    """(opening, loudness) of every frame whose middle lies in a vowel."""
    top = float(np.quantile(line.loud, 0.95))
    pairs = []
    for ipa, a, b in line.phonemes:
        if any(sign in VOWELS for sign in ipa):
            frames = range(math.ceil(a * RATE - 0.5), math.ceil(b * RATE - 0.5))
            pairs += [
                (float(line.opening[f + 1]), float((line.loud[f] / top) ** HEARING))
                for f in frames
                if 0 <= f < len(line.loud)
            ]
    return pairs


def feet() -> dict[str, float | bool]:
    """The furthest that a foot with weight on it slides between two frames, pixels."""
    slips = {name: slip_px(staged(words)) for name, words in MOVES.items()}
    track = Movement(type=MoveType.TRACK, speed=Speed.MEDIUM)
    slips["followed"] = slip_px(staged(MOVES["walk"], movement=track))
    return {
        "feet_slip_px": round(max(slips.values()), 3),
        **{f"feet_slip_px_{name}": round(slip, 3) for name, slip in slips.items()},
    }


def slip_px(spec: ShotSpec) -> float:
    """The largest step of a planted foot of any actor, pixels of the spec's picture."""
    track = Track(spec.camera, spec.frames, spec.rate, spec.aspect, 1)
    worst = 0.0
    for actor in spec.actors:
        puppet = enlist(actor, spec.frames)
        before: dict[str, float] = {}
        for frame in range(spec.frames):
            pixels = track.at(frame).scale(actor.z) * spec.height
            now = contacts(pose_of(puppet.look, puppet.performance, frame, spec.rate))
            for foot in before.keys() & now.keys():
                worst = max(worst, abs(now[foot] - before[foot]) * pixels)
            before = now
    return worst


def contacts(pose: Pose) -> dict[str, float]:
    """World x of where each planted foot stands, by the body's own right and left."""
    found = {}
    facing_right = pose.world.a > 0
    sides = ((pose.near_leg, pose.near_toe), (pose.far_leg, pose.far_toe))
    for side, ((_, _, ankle), toe) in enumerate(sides):
        if pose.planted[side]:
            own = "right" if (side == 0) == facing_right else "left"
            rolled = math.copysign(TOE * (1 - math.cos(toe)), toe)
            found[own] = pose.world.at(ankle[0] - rolled, ankle[1])[0]
    return found


def hands() -> dict[str, float | bool]:
    """How near the hands come on the frame on which a thing changes hands, and that it does."""
    spec = staged("Mara hands Theo the letter.", subjects=("mara", "theo"))
    giver, taker = (enlist(actor, spec.frames) for actor in spec.actors)
    beat = next(beat for beat in spec.actors[0].beats if "hands" in beat[2])
    frame = round(changed(beat, spec.rate))
    gap = math.dist(_fingers(giver, frame), _fingers(taker, frame))
    passed = [_has(giver, frame - 1), _has(taker, frame)]
    kept = [_has(giver, frame), _has(taker, frame - 1)]
    return {
        "hands_gap": round(gap, 4),
        "hands_meet": gap < 0.05 and all(passed) and not any(kept),
    }


def _fingers(puppet: Puppet, frame: int) -> tuple[float, float]:
    pose = pose_of(puppet.look, puppet.performance, frame, RATE)
    (ex, ey), (wx, wy) = pose.near_arm[1], pose.near_arm[2]
    along = math.atan2(wy - ey, wx - ex)
    x, y = pose.world.at(wx + 0.045 * math.cos(along), wy + 0.045 * math.sin(along))
    return (puppet.x + x, y)


def _has(puppet: Puppet, frame: int) -> bool:
    thing = held(puppet.look, puppet.performance, frame, RATE)
    return thing is not None and not thing.lies


def staged(
    action: str, *, subjects: tuple[str, ...] = ("mara",), size: Size = Size.FS,
    movement: Movement | None = None, frames: int = 84,
) -> ShotSpec:  # fmt: skip
    """A shot on a pier from plain words, 1280x720."""
    shot = Shot(
        id="sh1", scene="sc1", size=size, subjects=subjects, action=action, frames=frames,
        movement=movement or Movement(),
    )  # fmt: skip
    people = {
        "mara": Character(id="mara", name="Mara", pronoun="she", age=30),
        "theo": Character(id="theo", name="Theo", pronoun="he", age=50),
        "lily": Character(id="lily", name="Lily", pronoun="she", age=8),
    }
    place = Location(id="pier", name="Harbour pier")
    scene = Scene(id="sc1", slug="EXT. PIER - DAY", int_ext=IntExt.EXT, location="pier")
    film = Film(
        id="acting", characters=people, locations={"pier": place}, scenes={"sc1": scene},
        order=("sh1",), shots={"sh1": shot},
    )  # fmt: skip
    return stage(film, "sh1")


def main() -> int:
    """Print the figures as JSON."""
    sys.stdout.write(json.dumps(checks(), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

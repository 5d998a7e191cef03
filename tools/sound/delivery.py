"""How a line is performed: words like "quiet" or "broken" to changes of a voice; makes no sound."""

import re
from dataclasses import dataclass, replace

from tools.sound.speech import Speaker


@dataclass(frozen=True, slots=True)
class Manner:
    """A way to speak, against the character's usual one.

    Attributes:
        rate: Factor on words a minute. pitch, range: added to 0..99. gain_db: added.
        variant: An engine variant that replaces the character's own (a whisper has no voice).
        rough: 0..1, breath and grain added in the treatment.
    """

    rate: float = 1.0
    pitch: int = 0
    range: int = 0
    gain_db: float = 0.0
    variant: str = ""
    rough: float = 0.0


PLAIN = Manner()
MANNERS = {
    "quiet": Manner(rate=0.93, pitch=-4, range=-12, gain_db=-4.0),
    "whisper": Manner(rate=0.92, range=-20, gain_db=-6.0, variant="whisper"),
    "shouting": Manner(rate=1.06, pitch=16, range=28, gain_db=4.5, rough=0.25),
    "angry": Manner(rate=1.08, pitch=6, range=22, gain_db=2.5, rough=0.15),
    "broken": Manner(rate=0.86, pitch=5, range=-6, gain_db=-2.5, rough=0.35),
    "flat": Manner(rate=0.98, pitch=-3, range=-34),
    "guarded": Manner(rate=0.96, pitch=-2, range=-16, gain_db=-1.0),
    "hoarse": Manner(rate=0.94, pitch=-7, range=-10, gain_db=-1.0, rough=0.6),
    "warm": Manner(rate=0.94, pitch=-2, range=6, gain_db=-0.5),
    "happy": Manner(rate=1.06, pitch=8, range=22, gain_db=0.5),
    "sad": Manner(rate=0.86, pitch=-5, range=-14, gain_db=-2.0),
    "afraid": Manner(rate=1.1, pitch=9, range=12, gain_db=-1.0, rough=0.2),
    "urgent": Manner(rate=1.18, pitch=5, range=14, gain_db=1.0),
    "slow": Manner(rate=0.82, range=-4),
    "fast": Manner(rate=1.2),
    "cold": Manner(rate=0.95, pitch=-5, range=-24),
    "curious": Manner(rate=1.0, pitch=4, range=18),
    "tired": Manner(rate=0.84, pitch=-6, range=-18, gain_db=-2.0, rough=0.15),
    "dry": Manner(rate=0.97, pitch=-3, range=-18),
}
ALIKE = {
    "quiet": "quietly soft softly low gentle gently hushed murmur murmuring muttering mutters "
    "under sotto voce privately",
    "whisper": "whispers whispering whispered breathy",
    "shouting": "shout shouts yelling yells screaming loud loudly calling calls bellowing",
    "angry": "angrily furious furiously bitter bitterly sharp sharply snapping snaps hard firm",
    "broken": "breaking cracking cracked voice-breaking sobbing tearful trembling shaken crying",
    "flat": "flatly deadpan monotone even evenly blank toneless matter-of-fact",
    "guarded": "careful carefully wary warily hesitant hesitating uncertain cautious",
    "hoarse": "rough raspy rasping gravelly croaking husky",
    "warm": "warmly tender tenderly kind kindly fond loving softened",
    "happy": "happily joyful cheerful cheerfully bright brightly laughing excited delighted glad "
    "amused playful smiling",
    "sad": "sadly mournful heavy heavily grieving defeated melancholy resigned",
    "afraid": "scared frightened fearful nervous nervously panicked panicking terrified anxious",
    "urgent": "urgently hurried hurriedly rushed insistent pressing breathless",
    "slow": "slowly deliberate deliberately measured long",
    "fast": "quick quickly rapid",
    "cold": "coldly icy cool coolly distant stern",
    "curious": "curiously wondering surprised questioning puzzled astonished",
    "tired": "wearily weary exhausted sleepy drained old",
    "dry": "dryly wry wryly ironic sarcastic sardonic",
}
_BY_WORD = {word: manner for manner, words in ALIKE.items() for word in (manner, *words.split())}
WEAKER = frozenset(("almost", "slightly", "half", "a", "little", "not"))


def manner_of(delivery: str) -> tuple[Manner, str]:
    """The manner that a delivery's words name, and a note when none of them is known.

    Two manners ("quiet, broken") act together; "almost" and "slightly" halve what follows.
    """
    words = re.findall(r"[a-z][a-z-]*", delivery.lower())
    total, known = PLAIN, False
    for index, word in enumerate(words):
        if word in _BY_WORD:
            share = 0.5 if index and words[index - 1] in WEAKER else 1.0
            total, known = _joined(total, MANNERS[_BY_WORD[word]], share), True
    if words and not known:
        return PLAIN, f"No way of speaking is known for {delivery!r}; the line is spoken plainly."
    return total, ""


def _joined(one: Manner, other: Manner, share: float) -> Manner:
    return Manner(
        rate=one.rate * (1.0 + (other.rate - 1.0) * share),
        pitch=one.pitch + round(other.pitch * share),
        range=one.range + round(other.range * share),
        gain_db=one.gain_db + other.gain_db * share,
        variant=other.variant if share == 1.0 and other.variant else one.variant,
        rough=min(1.0, one.rough + other.rough * share),
    )


def perform(speaker: Speaker, manner: Manner) -> Speaker:
    """The speaker in that manner, within the engine's ranges."""
    name = speaker.name
    if manner.variant:
        name = f"{name.partition('+')[0]}+{manner.variant}"
    return replace(
        speaker,
        name=name,
        pitch=min(99, max(0, speaker.pitch + manner.pitch)),
        rate=min(300, max(80, round(speaker.rate * manner.rate))),
        range=min(99, max(0, speaker.range + manner.range)),
        gain_db=speaker.gain_db + manner.gain_db,
    )

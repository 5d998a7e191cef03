"""Moods as music: modes, progressions, tempo and texture; voice leading; makes no sound."""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mood:
    """What a mood asks of the music.

    Attributes:
        mode: Semitones of its scale. progressions: scale degrees, a chord a bar.
        bpm: Where it is at home. lead: chance 0..1 of a melody note on a beat.
        figure: chance 0..1 of the moving inner part. pulse: level 0..1 of a low beat.
        tick: level 0..1 of a fast light beat. drone: level 0..1. pad: level 0..1.
        lift: octaves the lead lies above its home. sevenths: whether chords have them.
    """

    name: str
    mode: tuple[int, ...]
    progressions: tuple[tuple[int, ...], ...]
    bpm: int
    lead: float
    figure: float
    pulse: float = 0.0
    tick: float = 0.0
    drone: float = 0.0
    pad: float = 1.0
    lift: int = 0
    sevenths: bool = False


MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
HARMONIC, DORIAN = (0, 2, 3, 5, 7, 8, 11), (0, 2, 3, 5, 7, 9, 10)
PHRYGIAN, LYDIAN, MIXOLYDIAN = (
    (0, 1, 3, 5, 7, 8, 10),
    (0, 2, 4, 6, 7, 9, 11),
    (0, 2, 4, 5, 7, 9, 10),
)

MOODS = {
    mood.name: mood
    for mood in (
        Mood("neutral", DORIAN, ((0, 3, 0, 4), (0, 5, 3, 4)), 72, 0.22, 0.3, drone=0.15),
        Mood("melancholy", MINOR, ((0, 5, 2, 6), (0, 3, 5, 4), (0, 2, 5, 3)), 60, 0.34, 0.25,
             drone=0.2, sevenths=True),
        Mood("hope", MAJOR, ((0, 4, 5, 3), (0, 3, 5, 4), (3, 0, 4, 5)), 76, 0.46, 0.55,
             pulse=0.15, lift=1),
        Mood("tense", HARMONIC, ((0, 0, 5, 4), (0, 1, 0, 4)), 92, 0.14, 0.45, pulse=0.5,
             tick=0.35, drone=0.5, pad=0.8),
        Mood("dread", PHRYGIAN, ((0, 1, 0, 1), (0, 0, 1, 5)), 50, 0.08, 0.0, pulse=0.3,
             drone=0.9, pad=0.7),
        Mood("joy", MAJOR, ((0, 3, 4, 0), (0, 5, 3, 4)), 112, 0.6, 0.8, pulse=0.25, tick=0.15,
             lift=1),
        Mood("tender", MAJOR, ((0, 2, 3, 0), (0, 5, 1, 4)), 64, 0.45, 0.3, sevenths=True),
        Mood("mystery", LYDIAN, ((0, 1, 0, 6), (0, 1, 4, 1)), 66, 0.26, 0.4, drone=0.4, lift=1,
             sevenths=True),
        Mood("playful", MIXOLYDIAN, ((0, 6, 3, 0), (0, 3, 0, 4)), 116, 0.55, 0.75, tick=0.2,
             pad=0.25, lift=1),
        Mood("action", MINOR, ((0, 5, 6, 0), (0, 0, 5, 6)), 132, 0.2, 0.85, pulse=0.9, tick=0.6,
             drone=0.2, pad=0.8),
    )
}  # fmt: skip

# Words a writer uses for the mood of a scene; the first that is found decides.
WORDS = {
    "dread": "dread|horror|terror|fear|afraid|ominous|menac|sinister|eerie|haunt|threat|doom|grim",
    "action": "action|chase|fight|battle|frantic|escape|attack|panic|explos|race|violent",
    "tense": "tens|suspens|urgent|anxious|nervous|uneas|conflict|quarrel|argument|angr|anger|"
    "confront|danger|emergency|breach|pressure|bitter|expectan|wary|hostile|storm",
    "melancholy": "melanchol|sad|grief|griev|loss|lonel|alone|sorrow|breakup|break-up|farewell|"
    "goodbye|regret|wistful|nostalg|mourn|sombre|somber|heavy|resign|bleak|weary|longing",
    "hope": "hope|uplift|inspir|triumph|resol|reconcil|relief|dawn|determin|brave|proud|forgiv|"
    "bright|optimis|victor",
    "tender": "tender|love|romant|warm|gentle|intimate|quiet|calm|peace|soft|sweet|affection|kind",
    "joy": "joy|happy|happi|cheer|celebrat|party|fun|merry|delight|elat|excit|light",
    "playful": "playful|comic|comed|funny|quirk|mischie|whims|absurd|silly|ironic|clever|witty",
    "mystery": "myster|curio|wonder|dream|magic|strange|secret|enigm|puzzl|night|awe|surreal",
}


def mood_for(words: str) -> tuple[Mood, str]:
    """The mood that the words of a scene name, and a note when none is known."""
    plain = words.lower()
    if plain.strip() in MOODS:
        return MOODS[plain.strip()], ""
    places = [
        (found.start(), name)
        for name, pattern in WORDS.items()
        if (found := re.search(rf"\b(?:{pattern})", plain))
    ]
    if places:
        return MOODS[min(places)[1]], ""
    note = f"No music is known for the mood {words!r}; it is scored neutrally." if plain else ""
    return MOODS["neutral"], note


Chord = tuple[int, ...]


def pitch(mood: Mood, root: int, degree: int) -> int:
    """The MIDI pitch of a scale degree (0 is the root; 7 an octave above)."""
    octave, step = divmod(degree, len(mood.mode))
    return root + 12 * octave + mood.mode[step]


def chord(mood: Mood, root: int, degree: int) -> Chord:
    """A triad or seventh on a degree, in root position."""
    steps = (0, 2, 4, 6) if mood.sevenths else (0, 2, 4)
    return tuple(pitch(mood, root, degree + step) for step in steps)


def lead_voices(notes: Chord, before: Chord, low: int = 50, high: int = 74) -> Chord:
    """The chord with each note in the octave nearest to the chord before, within a range."""
    centre = sum(before) / len(before) if before else (low + high) / 2
    placed = sorted(_nearest(note, centre + 3 * (i - 1), low, high) for i, note in enumerate(notes))
    for i in range(1, len(placed)):
        if placed[i] - placed[i - 1] < 3 and placed[i] + 12 <= high:
            placed[i] += 12  # a second in the low strings is mud
    return tuple(sorted(placed))


def _nearest(note: int, wanted: float, low: int, high: int) -> int:
    octaves = [p for p in range(note % 12, 128, 12) if low <= p <= high]
    return min(octaves, key=lambda p: (abs(p - wanted), p))


def ending(mood: Mood) -> Mood:
    """The mood as it comes to rest: no beat, its own fifth, then home."""
    return replace(mood, pulse=0.0, tick=0.0, progressions=((4, 0),))


@dataclass(frozen=True, slots=True)
class Band:
    """Who plays what; names are those of ``instruments``."""

    pad: str = "strings"
    bass: str = "low strings"
    lead: str = "piano"
    figure: str = "harp"


PLAYERS: tuple[tuple[str, str, str], ...] = (  # words, part, instrument; the first of a part wins
    ("low strings|cello|celli|double bass", "bass", "low strings"),
    ("synth|electronic|analog|techno|ambient", "bass", "synth"),
    ("synth|electronic|analog|techno|ambient|80s|drone", "pad", "synth"),
    ("choir|voices|choral|chant", "pad", "choir"),
    ("organ|accordion|harmonium|bandoneon", "pad", "reed"),
    ("strings|orchestra|orchestral|cello|low strings", "pad", "strings"),
    ("piano|felt", "lead", "piano"),
    ("violin|fiddle|viola|solo cello", "lead", "solo"),
    ("flute|whistle|woodwind|recorder", "lead", "flute"),
    ("clarinet|oboe|reed|accordion|sax|saxophone", "lead", "reed"),
    ("horn|brass|trumpet", "lead", "horn"),
    ("guitar|folk|western|banjo|ukulele", "lead", "guitar"),
    ("music box|bells|celesta|glockenspiel|chimes|toy", "lead", "bells"),
    ("marimba|xylophone|kalimba", "lead", "marimba"),
    ("pizzicato|comic|playful", "figure", "pizzicato"),
    ("guitar|folk|western|banjo|ukulele", "figure", "guitar"),
    ("marimba|xylophone|kalimba|percussion", "figure", "marimba"),
    ("piano|minimal", "figure", "piano"),
    ("bells|music box|celesta", "figure", "bells"),
)


def band_for(style: str) -> tuple[Band, str]:
    """The players that the words of a style name, and a note when it names none."""
    named: dict[str, str] = {}
    for words, part, instrument in PLAYERS:
        if part not in named and re.search(rf"\b(?:{words})s?\b", style.lower()):
            named[part] = instrument
    note = "" if named or not style.strip() else f"No instrument is known in {style!r}."
    return Band(**named), note

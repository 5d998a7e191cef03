"""Casting: the pitch of the voices of one cast, measured on what the engine really speaks."""

from itertools import combinations
from math import log2

import numpy as np
import pytest

from memory.film import Character, Voice
from tools.sound import language, speech, voices
from tools.sound.delivery import MANNERS, manner_of, perform
from tools.sound.filters import Sound, level_db
from tools.sound.speech import Speaker, Spoken
from tools.sound.treatment import Place, active_level_db, treat

SENTENCE = "The lighthouse keeper counts the ships. Nobody answers."


def median_hz(samples: Sound) -> float:
    """Median pitch of the voiced frames, by autocorrelation."""
    rate, found = 24_000, []
    sound = samples[::2].astype(np.float64)
    window = 960
    for start in range(0, len(sound) - window, 480):
        frame = sound[start : start + window]
        if np.sqrt(np.mean(frame**2)) < 0.03:
            continue
        near = np.correlate(frame - frame.mean(), frame - frame.mean(), "full")[window - 1 :]
        near = near / near[0]
        lags = np.arange(rate // 450, rate // 60)
        best = float(near[lags].max())
        peaks = [
            lag
            for lag in lags
            if near[lag] > 0.93 * best and near[lag - 1] <= near[lag] >= near[lag + 1]
        ]
        if best > 0.5 and peaks:
            found.append(rate / peaks[0])
    return float(np.median(found))


def spoken(voice: Voice, text: str = SENTENCE) -> Spoken:
    said = speech.say(text, voices.speaker_of(voice), "en")
    assert isinstance(said, Spoken)
    return said


def person(ident: str, pronoun: str, age: int) -> Character:
    return Character(id=ident, name=ident.title(), pronoun=pronoun, age=age)


CAST = (
    person("mara", "she", 34),
    person("theo", "he", 41),
    person("lena", "she", 28),
    person("ivo", "he", 30),
    person("tim", "he", 8),
    person("opa", "he", 78),
)


def test_no_two_voices_of_a_cast_lie_together() -> None:
    heard = {i: median_hz(spoken(v).samples) for i, v in voices.cast_voices(CAST).items()}
    for one, other in combinations(heard, 2):
        assert abs(12 * log2(heard[one] / heard[other])) > 1.8, (one, other, heard)
    assert max(heard, key=lambda i: heard[i]) == "tim"
    assert heard["mara"] > 1.3 * heard["theo"]


def test_the_old_speak_slower_and_the_young_faster() -> None:
    cast = voices.cast_voices(CAST)
    seconds = {i: spoken(v).seconds for i, v in cast.items()}
    assert seconds["opa"] > seconds["theo"] > seconds["tim"] * 0.98
    assert cast["opa"].rate < cast["theo"].rate < cast["tim"].rate + 30


def test_casting_is_settled_by_the_character_and_who_came_before() -> None:
    first = voices.voice_for("mara", "she", 34)
    assert voices.voice_for("mara", "she", 34) == first
    assert voices.voice_for("mara", "she", 34, (first,)) != first


def test_every_variant_we_cast_is_one_the_engine_has() -> None:
    groups = (
        voices.WOMEN, voices.MEN, voices.OLD_WOMEN, voices.OLD_MEN, voices.CHILDREN,
        voices.CREATURES,
    )  # fmt: skip
    cast = {variant for group in groups for variant, _ in group}
    assert cast <= language.variants()
    assert cast <= set(voices.MEASURED_HZ)
    assert {m.variant for m in MANNERS.values()} - {""} <= language.variants()
    assert {a for a in voices.ACCENTS.values() if a} <= language.languages()


def test_forty_speakers_all_get_a_voice() -> None:
    crowd = [person(f"c{n}", ("he", "she", "they")[n % 3], 5 + 2 * n) for n in range(40)]
    cast = voices.cast_voices(crowd)
    assert len(cast) == 40
    assert len({(v.name, v.pitch, v.rate) for v in cast.values()}) > 25


def test_what_the_creator_set_is_kept() -> None:
    deep = CAST[1].model_copy(update={"voice": Voice(pitch=12, pace=0.9, gain_db=2)})
    voice = voices.cast_voices([deep])["theo"]
    assert (voice.pitch, voice.pace, voice.gain_db) == (12, 0.9, 2)
    named = CAST[1].model_copy(update={"voice": Voice(name="en-us+m7", pitch=20)})
    assert voices.cast_voices([named])["theo"] == named.voice
    scot = CAST[1].model_copy(update={"voice": Voice(name="en-us+m7", accent="scottish")})
    assert voices.speaker_of(scot.voice).name == "en-gb-scotland+m7"


@pytest.mark.parametrize(
    ("delivery", "field", "sign"),
    [
        ("quiet", "gain_db", -1),
        ("shouting", "gain_db", 1),
        ("(Flatly)", "range", -1),
        ("almost broken", "rate", -1),
        ("urgent", "rate", 1),
    ],
)
def test_delivery_words_change_the_voice(delivery: str, field: str, sign: int) -> None:
    manner, note = manner_of(delivery)
    plain = Speaker("en-us+m7")
    assert not note
    assert (getattr(perform(plain, manner), field) - getattr(plain, field)) * sign > 0


def test_an_unknown_delivery_is_noted_and_harmless() -> None:
    manner, note = manner_of("like a tax form")
    assert manner == manner_of("")[0]
    assert "tax form" in note
    assert perform(Speaker("en-us+m7"), manner_of("whispered")[0]).name == "en-us+whisper"


def test_treated_lines_share_one_level() -> None:
    levels = []
    for voice in voices.cast_voices(CAST[:3]).values():
        for place in Place:
            line = treat(spoken(voice, "The letter came this morning."), place)
            assert np.max(np.abs(line.samples)) <= 0.85
            levels.append(active_level_db(line.samples.astype(np.float64)))
    assert max(levels) - min(levels) < 1.5
    said = spoken(Voice(name="en-us+m7"))
    soft, loud = treat(said, Place.INDOORS, -4.0), treat(said, Place.INDOORS, 0.0)
    assert level_db(loud.samples) - level_db(soft.samples) == pytest.approx(4.0, abs=0.7)
    assert len(treat(said, Place.OVER, 0.0, 0.5).samples) == len(said.samples)

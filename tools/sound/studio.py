"""Makes what the recipes of ``recipes`` ask for: wav files; knows the recipe, not the film."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from memory.errors import MakerMissing, NotReady
from memory.recipe import Recipe
from memory.timing import SOUND_RATE, parse_rate, to_samples
from memory.vocabulary import Track
from tools.makers import Product, Shop
from tools.sound import ambience, filters, mix, speech
from tools.sound.effects import sound_effect
from tools.sound.filters import Sound
from tools.sound.mix import Balance, Laid
from tools.sound.score import compose, notes_about
from tools.sound.speech import Speaker, Unspoken
from tools.sound.spotting import Section
from tools.sound.treatment import Place, treat

BED_SECONDS = 20.0


def make_line(recipe: Recipe, shop: Shop) -> Product:
    """Speak a line into its slot. What no voice here can read is silence, a note and subtitles."""
    wanted: Any = recipe.inputs
    rate = parse_rate(str(wanted["rate"]))
    count = max(1, to_samples(int(wanted["frames"]), rate))
    path = shop.folder / "line.wav"
    said = _said(recipe, count / SOUND_RATE)
    if isinstance(said, Unspoken) or said.seconds == 0.0:
        note = said.note if isinstance(said, Unspoken) else "There is nothing to speak in it."
        mix.write_wav(path, np.zeros(count, np.float32))
        return Product(path, {"spoken": False, "notes": [note]}, note)
    gain_db, rough = float(wanted["manner_db"]), float(wanted["rough"])
    line = treat(said, Place(wanted["place"]), gain_db, rough)
    mix.write_wav(path, line.samples)
    extra: dict[str, object] = {
        "spoken": True,
        "words": [list(word) for word in line.words],
        "phonemes": [list(sound) for sound in line.phonemes],
        "notes": list(line.notes),
    }
    return Product(path, extra, " ".join(line.notes))


def _said(recipe: Recipe, seconds: float) -> speech.Spoken | Unspoken:
    wanted: Any = recipe.inputs
    speaker = Speaker(**wanted["speaker"])
    try:
        return speech.say_within(str(wanted["text"]), speaker, str(wanted["language"]), seconds)
    except MakerMissing as missing:
        return Unspoken(str(missing))


def make_ambience(recipe: Recipe, shop: Shop) -> Product:
    """A bed of twenty seconds, which the mix repeats without a seam."""
    wanted: Any = recipe.inputs
    layers = tuple(ambience.Layer(**layer) for layer in wanted["layers"])
    bed = ambience.ambience(layers, BED_SECONDS, int(wanted["seed"]))
    return Product(mix.write_wav(shop.folder / "ambience.wav", bed))


def make_score(recipe: Recipe, shop: Shop) -> Product:
    """The whole film's music."""
    wanted: Any = recipe.inputs
    sections = [Section(**section) for section in wanted["sections"]]
    style = str(wanted["style"])
    music = compose(sections, style, int(wanted["seed"]), wanted["tempo_bpm"])
    notes = list(notes_about(sections, style))
    path = mix.write_wav(shop.folder / "score.wav", music)
    return Product(path, {"notes": notes}, " ".join(notes))


def make_mix(recipe: Recipe, shop: Shop) -> Product:
    """The film's sound. A part that isn't there is left out and named in the notes."""
    wanted: Any = recipe.inputs
    rate = parse_rate(str(wanted["rate"]))
    notes: list[str] = []
    cues = [
        *_line_cues(wanted, shop, notes),
        *_music_cues(wanted, shop, notes),
        *_bed_cues(wanted, shop, notes, rate),
        *_effect_cues(wanted, rate),
        *_hand_cues(wanted, shop, notes, rate),
    ]
    balance = Balance(
        {Track(name): float(gain) for name, gain in wanted["gains_db"].items()},
        tuple(Track(name) for name in wanted["muted"]),
        float(wanted["master_db"]),
    )
    made = mix.mix(cues, int(wanted["frames"]), rate, balance)
    path = mix.write_wav(shop.folder / "mix.wav", made.samples)
    extra: dict[str, object] = {
        "lufs": round(made.loudness.lufs, 2),
        "true_peak_db": round(made.loudness.true_peak_db, 2),
        "notes": notes,
    }
    return Product(path, extra, " ".join(notes))


def _sound(digest: str, what: str, shop: Shop, notes: list[str]) -> Sound | None:
    try:
        return mix.read_sound(shop.file_of(digest))
    except NotReady:
        notes.append(f"{what} is missing from the mix.")
        return None


def _line_cues(wanted: Any, shop: Shop, notes: list[str]) -> list[Laid]:
    cues = []
    for line in wanted["lines"]:
        samples = _sound(line["digest"], "A spoken line", shop, notes)
        if samples is not None:
            start, gain = int(line["start"]), float(line["gain_db"])
            cues.append(Laid(Track.DIALOGUE, samples, start, gain_db=gain))
    return cues


def _music_cues(wanted: Any, shop: Shop, notes: list[str]) -> list[Laid]:
    if wanted["score"] is None:
        return []
    samples = _sound(wanted["score"], "The score", shop, notes)
    if samples is None:
        return []
    return [Laid(Track.MUSIC, samples, 0, gain_db=float(wanted["score_db"]), fade_out=0.5)]


def _bed_cues(wanted: Any, shop: Shop, notes: list[str], rate: Fraction) -> list[Laid]:
    cues = []
    for bed in wanted["ambience"]:
        samples = _sound(bed["digest"], "A bed of sound", shop, notes)
        if samples is not None:
            frames = int(bed["frames"])
            long = filters.loop(samples, to_samples(frames, rate) + SOUND_RATE, 2.0)
            cues.append(
                Laid(
                    Track.AMBIENCE,
                    long.astype(np.float32),
                    int(bed["start"]),
                    frames,
                    float(bed["gain_db"]),
                    fade_in=_seconds(bed["fade_in"], rate),
                    fade_out=_seconds(bed["fade_out"], rate),
                )
            )
    return cues


def _effect_cues(wanted: Any, rate: Fraction) -> list[Laid]:
    cues = []
    for effect in wanted["effects"]:
        frames = int(effect["frames"])
        seconds = _seconds(frames, rate) if frames else 2.0
        samples = sound_effect(str(effect["effect"]), seconds, int(effect["seed"]))
        if samples is not None:
            gain = float(effect["gain_db"])
            cues.append(Laid(Track.EFFECTS, samples, int(effect["start"]), frames or None, gain))
    return cues


def _hand_cues(wanted: Any, shop: Shop, notes: list[str], rate: Fraction) -> list[Laid]:
    cues = []
    for cue in wanted["cues"]:
        frames = int(cue["frames"])
        samples = _source(cue, _seconds(frames, rate), shop, notes)
        if samples is not None:
            cues.append(
                Laid(
                    Track(cue["track"]),
                    samples,
                    int(cue["start"]),
                    frames,
                    float(cue["gain_db"]),
                    fade_in=_seconds(cue["fade_in"], rate),
                    fade_out=_seconds(cue["fade_out"], rate),
                )
            )
    return cues


def _source(cue: Mapping[str, Any], seconds: float, shop: Shop, notes: list[str]) -> Sound | None:
    """A file of the vault, else an effect or a bed by its words."""
    source = str(cue["source"])
    stem = source.split(".", 1)[0].lower()
    if len(stem) == 64 and set(stem) <= set("0123456789abcdef"):
        return mix.read_sound(shop.content(stem))
    if cue["track"] == Track.AMBIENCE:
        layers = ambience.layers_for(source, False, "DAY", "clear")
        return ambience.ambience(layers, seconds)
    made = sound_effect(source, seconds)
    if made is None:
        notes.append(f"No sound is known for {source!r}.")
    return made


def _seconds(frames: Any, rate: Fraction) -> float:
    return max(0.0, float(int(frames) / rate))

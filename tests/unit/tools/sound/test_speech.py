"""Spoken lines: the real engine in its real worker process."""

import hashlib
import json
import subprocess
import sys

import numpy as np
import pytest

from memory.errors import MakerFailed, MakerMissing
from tools.sound import speech
from tools.sound.speech import WORKER, Speaker, Spoken, Unspoken

PLAIN = Speaker()
LINE = "You wrote it, didn't you? I couldn't let you go."


def spoken(text: str, tongue: str = "en", speaker: Speaker = PLAIN) -> Spoken:
    said = speech.say(text, speaker, tongue)
    assert isinstance(said, Spoken)
    return said


@pytest.mark.parametrize("name", ["en-us+f3", "en-gb-x-rp+m3", "en-us+whisper"])
def test_the_same_line_is_the_same_to_the_byte(name: str) -> None:
    digests = {
        hashlib.sha256(spoken(LINE, speaker=Speaker(name)).samples.tobytes()).hexdigest()
        for _ in range(3)
    }
    assert len(digests) == 1


def test_words_and_sounds_lie_in_order_inside_the_line() -> None:
    said = spoken(LINE)
    assert [word for word, *_ in said.words] == (
        ["You", "wrote", "it", "didn't", "you", "I", "couldn't", "let", "you", "go"]
    )
    for timed in (said.words, said.phonemes):
        edges = [edge for _, start, end in timed for edge in (start, end)]
        assert edges == sorted(edges)
        assert edges[0] >= 0.0
        assert edges[-1] <= said.seconds + 1e-6
    assert len(said.phonemes) > 20
    assert np.max(np.abs(said.samples)) <= 1.0


@pytest.mark.parametrize(
    ("tongue", "text", "words"),
    [
        ("de", "Der Leuchtturm erlischt.", 3),
        ("fr", "Le phare s'éteint.", 3),
        ("es", "El faro se apaga.", 4),
        ("it", "Il faro si spegne.", 4),
        ("ru", "Маяк гаснет в полночь.", 4),
        ("el", "Ο φάρος σβήνει.", 3),
    ],
)
def test_other_languages_have_their_own_words(tongue: str, text: str, words: int) -> None:
    said = spoken(text, tongue, Speaker("en-gb-x-rp+f3"))
    assert len(said.words) == words
    assert 0.6 < said.seconds < 3.0
    assert not said.notes


def test_mandarin_is_spoken_and_kanji_is_not() -> None:
    assert spoken("灯塔在午夜熄灭。", "zh").seconds > 1.0
    said = speech.say("灯台が消える", Speaker(), "ja")
    assert isinstance(said, Unspoken)
    assert "subtitles only" in said.note
    assert isinstance(speech.say("qapla", Speaker(), "no such tongue"), Unspoken)


def test_a_line_in_another_script_is_read_by_who_can() -> None:
    said = spoken("Маяк гаснет.", "en")
    assert said.notes
    assert [word for word, *_ in said.words] == ["Маяк", "гаснет"]


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "…", "\x00", "\ud800"])
def test_nothing_to_say_is_no_sound(text: str) -> None:
    said = spoken(text)
    assert said.seconds == 0.0
    assert speech.fit(said, 1.0).seconds == 0.0


def test_any_text_survives() -> None:
    odd = "😀 hi \ud800 \x00\x07 there [[x]] <speak> & 100% \u202e 漢 ~/../x '; --"
    assert spoken(odd).seconds > 0.5


def test_ten_thousand_characters_are_spoken() -> None:
    said = spoken("a line of no end " * 640)
    assert said.seconds > 300.0
    assert any("10000" in note for note in said.notes)


@pytest.mark.parametrize("share", [0.85, 1.0, 1.2])
def test_a_line_fits_its_slot_to_the_sample(share: float) -> None:
    said = spoken(LINE)
    slot = said.seconds * share
    for fitted in (
        speech.fit(said, slot),
        speech.say_within(LINE, Speaker(), "en", slot),
    ):
        assert isinstance(fitted, Spoken)
        assert len(fitted.samples) == round(slot * 48_000)
        assert not fitted.notes
        assert fitted.words[-1][2] > 0.93 * slot
        assert fitted.words[-1][0] == "go"


def test_a_slot_far_too_short_or_long_leaves_a_note() -> None:
    said = spoken(LINE)
    short, long = speech.fit(said, said.seconds / 2), speech.fit(said, said.seconds * 2)
    assert short.notes
    assert long.notes
    assert abs(short.samples[-1]) < 1e-3
    assert len(long.samples) == round(said.seconds * 2 * 48_000)
    assert not long.samples[-48_000:].any()


def test_lips_have_sounds_that_last_as_long_as_the_line() -> None:
    sounds = speech.phonemes(LINE)
    said = speech.neutral(LINE)
    assert isinstance(said, Spoken)
    assert sum(seconds for _, seconds in sounds) == pytest.approx(said.seconds, abs=0.06)
    assert speech.line_seconds(LINE) == said.seconds
    assert speech.phonemes("灯台が消える", "ja") == []
    assert speech.line_seconds("灯台が消える", "ja") > 0.8


def test_an_unknown_variant_is_dropped_not_believed() -> None:
    assert speech.engine_voice("en-us+nope", "en-us") == "en-us"
    assert speech.engine_voice("en-gb-x-rp+f3", "de") == "de+f3"
    assert speech.engine_voice("en-gb-x-rp+f3", "en-us") == "en-gb-x-rp+f3"


def test_the_worker_names_what_is_wrong() -> None:
    def ask(body: bytes, *flags: str) -> dict[str, str]:
        done = subprocess.run(
            [sys.executable, *flags, str(WORKER)], input=body, capture_output=True, check=False
        )
        assert done.returncode == 3
        answer: dict[str, str] = json.loads(done.stdout)
        return answer

    request = {"text": "hi", "voice": "en-us", "rate": 160, "pitch": 50, "range": 50, "wav": "-"}
    assert ask(b"not json")["error"] == "request"
    assert ask(b"{}")["error"] == "request"
    assert ask(json.dumps({**request, "voice": "no-such"}).encode())["error"] == "voice"
    # Without site-packages there is no engine to import.
    assert ask(json.dumps(request).encode(), "-S", "-I")["error"] == "missing"


def test_a_missing_engine_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = b'{"error": "missing", "message": "espeakng_loader is not installed"}'
    done = subprocess.CompletedProcess([], 3, stdout=answer, stderr=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(MakerMissing) as caught:
        speech.say("Anyone there?", Speaker(), "en")
    assert "subtitles only" in caught.value.hint
    assert speech.phonemes("Nobody has said this before.") == []
    assert speech.line_seconds("Nobody has said this before.") > 1.0


def test_a_worker_that_dies_is_a_fault_to_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], -9, stdout=b"", stderr=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(MakerFailed) as caught:
        speech.say("Anyone there?", Speaker(), "en")
    assert caught.value.retryable

"""Mouths: open on vowels, shut on silence and on m, b, p; every espeak sound has one."""

import pytest

from tools.theatre.cast.visemes import MOUTHS, Viseme, mouth_at, viseme_of

FPS = 24.0
HELLO = ((10, 24, (("m", 0.0, 0.25), ("ˈɑː", 0.25, 0.5), ("p", 0.5, 0.75), ("uː", 0.75, 1.0))),)
SPEECH_SOUNDS = {
    "en": "p b t d k ɡ f v θ ð s z ʃ ʒ h m n ŋ l ɹ w j tʃ dʒ iː ɪ ɛ æ ɑː ɒ ɔː ʊ uː ʌ ɜː ə eɪ aɪ "
    "ɔɪ əʊ oʊ aʊ iə eə ʊə ɚ ɐ ᵻ əl n̩",
    "de": "pf ts ç x ʁ ɾ yː ʏ øː œ ɛː aɪ aʊ ɔø ɐ ʔ",
    "fr": "ɑ̃ ɛ̃ ɔ̃ œ̃ ɲ ɥ ʁ y ø œ",
    "es": "ɲ ʎ ɾ r β ð ɣ x θ tʃ",
    "zh": "pʰ tʰ kʰ ts tsʰ ʈʂ ʈʂʰ ʂ ʐ tɕ tɕʰ ɕ x ɤ ai ei au ou uo yɛ ɑu i̪ y5 ər",
}


@pytest.mark.parametrize("language", SPEECH_SOUNDS)
def test_every_sound_has_a_mouth(language: str) -> None:
    for ipa in SPEECH_SOUNDS[language].split():
        assert viseme_of(ipa) is not Viseme.REST or ipa == "ʔ", ipa


@pytest.mark.parametrize(
    ("ipa", "viseme"),
    [
        ("m", Viseme.SHUT), ("b", Viseme.SHUT), ("p", Viseme.SHUT), ("f", Viseme.LIP),
        ("v", Viseme.LIP), ("s", Viseme.TEETH), ("l", Viseme.TONGUE), ("θ", Viseme.TONGUE),
        ("iː", Viseme.WIDE), ("ˈeɪ", Viseme.WIDE), ("ɑː", Viseme.OPEN), ("oʊ", Viseme.ROUND),
        ("uː", Viseme.ROUND), ("yː", Viseme.ROUND), ("ə", Viseme.MID), ("ã", Viseme.OPEN),
        ("", Viseme.REST), ("_:", Viseme.REST), ("🙂", Viseme.REST),
    ],
)  # fmt: skip
def test_shapes(ipa: str, viseme: Viseme) -> None:
    assert viseme_of(ipa) is viseme


def test_open_on_vowels_and_shut_on_lips() -> None:
    assert mouth_at(HELLO, 12, FPS).open == 0
    assert mouth_at(HELLO, 18, FPS).open > 0.7
    assert mouth_at(HELLO, 24, FPS).open == 0
    assert mouth_at(HELLO, 31, FPS).round > 0.7


@pytest.mark.parametrize("frame", [-100, 0, 9, 34, 35, 10_000])
def test_silence_is_shut(frame: int) -> None:
    assert mouth_at(HELLO, frame, FPS) == MOUTHS[Viseme.REST]


def test_neighbours_lean_on_each_other() -> None:
    speech = ((0, 24, (("iː", 0.0, 0.5), ("uː", 0.5, 1.0))),)
    middle = mouth_at(speech, 11.5, FPS)
    assert 0.2 < middle.round < 0.8


@pytest.mark.parametrize(
    "speech",
    [(), ((0, 0, ()),), ((0, 10, ()),), ((0, 10, (("a", 0.5, 0.5),)),), ((0, 9, (("a", 1, 0),)),)],
)
def test_odd_lines_stay_shut(speech: tuple[object, ...]) -> None:
    assert mouth_at(speech, 3, FPS).open == 0  # type: ignore[arg-type]

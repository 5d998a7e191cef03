"""The common notes in four other languages: the same lever, and a reply in the same language."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.notes.reading import Kind
from benchmarks.notes import opened

FILM: dict[str, Any] = json.loads(
    (Path(__file__).parents[4] / "tests/data/reference_film.json").read_text()
)
SAID = [
    ("Schuss 4 bitte etwas dunkler", "shot 4 a bit darker", "dunkler"),
    ("haz la toma 4 más oscura", "shot 4 darker", "oscura"),
    ("haz la toma 4 mas oscura", "shot 4 darker", "oscura"),
    ("rends le plan 4 plus sombre", "shot 4 darker", "sombre"),
    ("把镜头4调暗", "shot 4 darker", "暗"),
    ("Schwenk nach links in Einstellung 3", "pan left in shot 3", "Schwenk"),
    ("paneo a la izquierda en la toma 3", "pan left in shot 3", "izquierda"),
    ("panoramique à gauche dans le plan 3", "pan left in shot 3", "gauche"),
    ("镜头3向左摇", "pan left in shot 3", "左摇"),
    ("keine Musik", "no music", "Musik"),
    ("sin música", "no music", "úsica"),
    ("pas de musique", "no music", "usique"),
    ("不要音乐", "no music", "音乐"),
    ("lass es in Szene 1 regnen", "make it rain in scene 1", "Regen"),
    ("que nieve en la escena 1", "make it snow in scene 1", "nieve"),
    ("fais pleuvoir dans la scène 1", "make it rain in scene 1", "pluie"),
    ("第一场下雨", "make it rain in scene 1", "雨"),
    ("mets le plan 6 avant le plan 5", "move shot 6 before shot 5", "ordre"),
    ("把镜头6移到镜头5前面", "move shot 6 before shot 5", "新顺序"),
    ("alarga la última toma dos segundos", "the last shot 2 seconds longer", "larga"),
    ("rallonge le dernier plan de deux secondes", "the last shot 2 seconds longer", "long"),
    ("最后一个镜头延长两秒", "the last shot 2 seconds longer", "加长"),
]


@pytest.mark.parametrize(("words", "english", "told"), SAID)
def test_a_note_in_another_language_does_what_it_does_in_english(
    words: str, english: str, told: str
) -> None:
    one, other = opened(FILM), opened(FILM)
    reading, same = one.say(words), other.say(english)
    assert same.kind is Kind.ACT
    assert reading.kind is Kind.ACT
    assert one.film == other.film
    assert told in reading.reply


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ('in Einstellung 3 sagt er "Da bist du ja."', "Da bist du ja."),
        ('en la toma 3 dice "Llegas tarde."', "Llegas tarde."),
        ("dans le plan 3 il dit « Te voilà. »", "Te voilà."),
        ("镜头3里他说“你来了。”", "你来了。"),
    ],
)
def test_a_line_keeps_the_words_it_was_given(words: str, line: str) -> None:
    bench = opened(FILM)
    bench.say(words)
    assert [one.line for one in bench.film.shots["sh3"].dialogue] == [line]


def test_a_locked_shot_is_named_in_the_language_of_the_note() -> None:
    reading = opened(FILM).say("mach alle Einstellungen in Szene 2 dunkler")
    assert "Einstellung 7 ist gesperrt" in reading.reply


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [
        ("mehr Spannung in Szene 2", Kind.PROPOSE, "in Einstellung 5, 6 und 8: A: engere Größen"),
        ("más tensión en la escena 2", Kind.PROPOSE, "A: encuadres más cerrados"),
        ("plus de tension dans la scène 2", Kind.PROPOSE, "A: cadres plus serrés"),
        ("第二场更紧张一些", Kind.PROPOSE, "A: 景别更近"),
        ("wie lang ist der Film?", Kind.ANSWER, "Der Film läuft 31.0 s"),
        ("¿cuánto dura la película?", Kind.ANSWER, "La película dura 31.0 s"),
        ("combien de temps dure le film ?", Kind.ANSWER, "Le film dure 31.0 s"),
        ("影片多长？", Kind.ANSWER, "影片长 31.0 秒"),
        ("escena 4 más oscura", Kind.ASK, "No hay escena 4"),
        ("第二十个镜头调暗", Kind.ASK, "没有镜头 20"),
    ],
)
def test_questions_and_offers_are_in_the_language_of_the_note(
    words: str, kind: Kind, told: str
) -> None:
    reading = opened(FILM).say(words)
    assert reading.kind is kind
    assert told in reading.reply

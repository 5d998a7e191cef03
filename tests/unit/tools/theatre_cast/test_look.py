"""Looks: words become locked colours and kinds; nothing raises; the open parts differ."""

import pytest

from memory.errors import BadRequest
from tools.theatre.cast.colour import colour_in, hair_colour_in
from tools.theatre.cast.look import Look, look_of

MARA = {
    "name": "Mara", "pronoun": "she", "age": 34, "hair": "short black hair",
    "appearance": "slim, sharp cheekbones, pale scar on left eyebrow",
    "wardrobe": {"coat": "grey wool coat", "accessory": "green scarf"},
    "props": ["brown suitcase", "folded letter"],
}  # fmt: skip
HOSTILE = [
    {}, {"name": None}, {"name": "\x00\ud800"}, {"name": "x" * 5000, "age": "∞"}, {"age": -7},
    {"wardrobe": ["a", {"b": [1, None]}]}, {"wardrobe": 5, "props": {"a": "b"}, "hair": object()},
    {"props": [[[["deep"]]]], "hair": True}, {"name": "../../x", "appearance": "(((["},
    {"name": "🙂", "kind": "spaceship"}, {"kind": 9, "age": 1e308}, {"pronoun": ["she", "he"]},
]  # fmt: skip


def test_words_become_locked_things() -> None:
    look = look_of(MARA, 1)
    assert (look.kind, look.age, look.top) == ("person", "adult", "coat")
    assert look.scarf == colour_in("green")
    assert look.cloth == colour_in("grey")
    assert look.hair == hair_colour_in("black")
    assert "scar" in look.marks
    assert [name for name, _ in look.props] == ["brown suitcase", "folded letter"]


def test_a_mentioned_beard_cap_and_grey_hair_are_seen() -> None:
    look = look_of(
        {"name": "Theo", "pronoun": "he", "age": 41, "hair": "greying brown hair, beard",
         "appearance": "tall, stooped", "wardrobe": {"coat": "navy jacket", "a": "knit cap"}}, 1
    )  # fmt: skip
    assert (look.beard, look.hat, look.top) == ("beard", "knit", "jacket")
    assert look.height > look_of(MARA, 1).height
    assert look.stoop > 0.5
    assert look.hair not in (hair_colour_in("brown"), hair_colour_in("grey"))


@pytest.mark.parametrize(
    ("words", "kind", "species"),
    [
        ({"name": "The crow"}, "bird", "crow"),
        ({"name": "Kek", "kind": "raven"}, "bird", "crow"),
        ({"name": "Falb", "appearance": "a small grey gull"}, "bird", "gull"),
        ({"name": "Polly", "kind": "parrot"}, "bird", "parrot"),
        ({"name": "Bello", "kind": "dog"}, "beast", "dog"),
        ({"name": "Lily", "age": 7}, "child", ""),
        ({"name": "Tom", "appearance": "tall, owner of dogs"}, "person", ""),
    ],
)
def test_kinds(words: dict[str, object], kind: str, species: str) -> None:
    look = look_of(words, 3)
    assert (look.kind, look.species) == (kind, species)


def test_an_unknown_animal_becomes_the_nearest_with_a_note() -> None:
    look = look_of({"name": "Ziggy", "kind": "donkey"}, 1)
    assert (look.kind, look.species) == ("beast", "horse")
    assert any("donkey" in note for note in look.notes)


def test_two_unspecified_characters_never_look_alike() -> None:
    names = [f"Extra {k}" for k in range(40)]
    seen = {look_of({"name": n}, 5).to_json().replace(n, "") for n in names}
    assert len(seen) == len(names)


def test_a_birds_odd_feather_keeps_its_colour() -> None:
    look = look_of({"name": "The Crow", "appearance": "thin, black, one white tail feather"}, 1)
    assert "feather" in look.marks
    assert look.hat_cloth == colour_in("white")
    assert sum(look.cloth) < 200


def test_the_seed_changes_what_is_open_and_nothing_that_is_said() -> None:
    one, other = look_of(MARA, 1), look_of(MARA, 2)
    assert (one.cloth, one.scarf, one.hair) == (other.cloth, other.scarf, other.hair)
    assert one.to_json() != other.to_json()
    assert one == look_of(dict(MARA), 1)


def test_guesses_are_noted() -> None:
    assert look_of({"name": "Nobody"}, 1).notes
    assert not any("hair" in n or "clothes" in n for n in look_of(MARA, 1).notes)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_still_make_a_look(words: dict[str, object]) -> None:
    look = look_of(words, 1)
    assert Look.from_json(look.to_json()) == look


def test_json_round_trip_and_refusal() -> None:
    look = look_of(MARA, 1)
    assert Look.from_json(look.to_json()) == look
    for text in ("{}x", "[]", '{"colour": 3}', "null"):
        with pytest.raises(BadRequest) as caught:
            Look.from_json(text)
        assert caught.value.hint


@pytest.mark.parametrize(
    ("words", "kind", "species"),
    [
        ({"name": "Robin", "kind": "person"}, "person", ""),
        ({"name": "Robin", "kind": "bird"}, "bird", "robin"),
        ({"name": "the robin"}, "bird", "robin"),
        ({"name": "Mr Wolf", "hair": "grey"}, "person", ""),
        ({"name": "Crow", "kind": "person", "hair": "black"}, "person", ""),
        ({"name": "Kek", "kind": "bird", "appearance": "glossy raven"}, "bird", "crow"),
        ({"name": "Reynard", "kind": "animal", "appearance": "sly fox"}, "beast", "fox"),
        ({"name": "Rex", "kind": "animal", "appearance": "loyal"}, "beast", "dog"),
        ({"name": "Ann", "appearance": "a woman with a crow on her arm"}, "person", ""),
    ],
)
def test_people_named_like_animals_stay_people(
    words: dict[str, object], kind: str, species: str
) -> None:
    look = look_of(words, 3)
    assert (look.kind, look.species) == (kind, species)

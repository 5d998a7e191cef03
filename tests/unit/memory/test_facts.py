"""Facts of a film by rules, and how a later fact supersedes an earlier one."""

from memory.change import (
    AnyChange,
    Decide,
    DeleteScene,
    Dress,
    EditMusic,
    EditScene,
    EditTitles,
    Recast,
    Reorder,
)  # fmt: skip
from memory.edit import apply_all
from memory.fact import Fact, Record, Step, succeed
from memory.facts import a, facts_of
from memory.film import Film
from memory.vocabulary import TimeOfDay, Weather
from tests.builders import a_film, reference_film


def texts(film: Film, **fields: str | None) -> list[str]:
    facts = facts_of(film)
    return [f.text for f in facts if all(getattr(f, k) == v for k, v in fields.items())]


def edited(*changes: AnyChange, film: Film | None = None) -> Film:
    return apply_all(film or reference_film(), changes)


def test_who_wears_has_and_looks_what() -> None:
    film = reference_film()
    assert texts(film, entity="mara", attribute="coat") == ["Mara wears a grey wool coat."]
    assert texts(film, entity="mara", attribute="has:letter") == ["Mara has the folded letter."]
    assert texts(film, entity="theo", attribute="hair") == ["Theo has greying brown hair, beard."]
    assert texts(film, entity="theo", attribute="age") == ["Theo is 41 years old."]


def test_a_scene_has_place_time_weather_people_axis_and_light() -> None:
    facts = {f.attribute: f for f in facts_of(reference_film()) if f.entity == "sc2"}
    assert facts["place"].value == "Ferry cabin"
    assert facts["time"].value == "night"
    assert facts["weather"].value == "calm"
    assert facts["present"].value == "Mara and Theo"
    assert "camera left" in facts["eyeline"].text
    assert {f.scene_from for f in facts.values()} == {"sc2"}
    assert (
        "The light comes from above (single practical), with brass lamp in the picture."
        in texts(reference_film(), kind="light", scene_from="sc2")
    )


def test_a_costume_of_one_scene_is_a_fact_of_that_scene() -> None:
    film = edited(Recast(character="mara", scene="sc2", wardrobe={"coat": "", "hat": "straw hat"}))
    assert texts(film, entity="mara", attribute="coat") == [
        "Mara wears a grey wool coat.",
        "Mara wears no coat there.",
    ]
    hat = next(f for f in facts_of(film) if f.attribute == "hat")
    assert (hat.scene_from, hat.scene_until) == ("sc2", "sc2")


def test_weather_of_all_shots_is_the_scene_s_and_of_some_is_said_so() -> None:
    some = edited(Dress(shot="sh2", weather=Weather.SNOW))
    assert "In 1 of the 4 shots there the weather is snow." in texts(some, kind="weather")
    every = edited(*(Dress(shot=f"sh{n}", weather=Weather.SNOW) for n in (1, 2, 3, 4)))
    assert texts(every, kind="weather", scene_from="sc1") == ["Harbour pier: the weather is snow."]


def test_a_scene_that_goes_on_has_the_time_of_the_one_before() -> None:
    film = edited(EditScene(scene="sc2", time_of_day=TimeOfDay.CONTINUOUS))
    assert texts(film, kind="time", scene_from="sc2") == ["Ferry cabin: it is dusk."]


def test_film_wide_facts() -> None:
    film = edited(
        Decide(words="No slow pushes"), EditTitles(end_card="Fin"), EditMusic(enabled=False)
    )
    told = texts(film, entity="film")
    assert "Decided: No slow pushes." in told
    assert 'The end card is "Fin"' in told
    assert "The film has no music." in told


def test_a_deleted_scene_has_no_facts() -> None:
    film = edited(DeleteScene(scene="sc1"))
    assert not [f for f in facts_of(film) if f.scene_from == "sc1"]


def test_moving_shots_makes_no_fact_untrue() -> None:
    film = reference_film()
    moved = edited(Reorder(order=(*film.order[4:], *film.order[:4])))
    assert {(f.key, f.text) for f in facts_of(moved)} == {(f.key, f.text) for f in facts_of(film)}


def test_keys_are_used_once_and_an_empty_film_has_facts_too() -> None:
    facts = facts_of(reference_film())
    assert len({f.key for f in facts}) == len(facts)
    assert any(f.attribute == "title" for f in facts_of(Film(id="x")))


def test_articles() -> None:
    assert [a(w) for w in ("red coat", "oilskin", "yellow boots", "the cap", "dress", "")] == [
        "a red coat", "an oilskin", "yellow boots", "the cap", "a dress", "",
    ]  # fmt: skip


RED, BLUE = "red coat", "blue coat"


def dressed(coat: str) -> list[Fact]:
    return facts_of(edited(Recast(character="mara", wardrobe={"coat": coat}), film=a_film()))


def coats(record: Record) -> list[tuple[str, int, int | None]]:
    return [(f.value, f.revision, f.until) for f in record.facts.values() if f.attribute == "coat"]


def test_a_later_fact_supersedes_and_does_not_erase() -> None:
    first, _ = succeed(Record(), Step(1, "the beginning"), dressed(RED))
    second, moved = succeed(first, Step(2, "revision 2: 'blue'"), dressed(BLUE))
    assert coats(second) == [(RED, 1, 2), (BLUE, 2, None)]
    assert {(f.value, f.moved) for f in moved} == {(RED, 2), (BLUE, 2)}
    assert second.standing()["mara:coat:*"].source == "revision 2: 'blue'"
    assert coats(first) == [(RED, 1, None)], "the record before is left as it was"


def test_what_did_not_change_keeps_its_source() -> None:
    first, _ = succeed(Record(), Step(1, "the beginning"), dressed(RED))
    second, moved = succeed(first, Step(2, "later"), dressed(RED))
    assert moved == ()
    assert second.standing()["mara:coat:*"].source == "the beginning"
    assert second.revision == 2


def test_an_undo_brings_the_old_fact_back_with_its_own_source() -> None:
    record, _ = succeed(Record(), Step(1, "the beginning"), dressed(RED))
    record, _ = succeed(record, Step(2, "blue"), dressed(BLUE))
    record, _ = succeed(record, Step(3, "undo", goes_back=True), dressed(RED))
    assert coats(record) == [(RED, 1, None), (BLUE, 2, 3)]
    record, _ = succeed(record, Step(4, "redo", goes_back=True), dressed(BLUE))
    assert record.standing()["mara:coat:*"].source == "blue"


def test_saying_it_again_is_a_new_fact() -> None:
    record, _ = succeed(Record(), Step(1, "the beginning"), dressed(RED))
    record, _ = succeed(record, Step(2, "blue"), dressed(BLUE))
    record, _ = succeed(record, Step(3, "red again"), dressed(RED))
    assert coats(record) == [(RED, 1, 2), (BLUE, 2, 3), (RED, 3, None)]


def test_what_is_gone_ends_without_a_successor() -> None:
    record, _ = succeed(Record(), Step(1, "the beginning"), dressed(RED))
    record, _ = succeed(record, Step(2, "coat off"), dressed(""))
    assert coats(record) == [(RED, 1, 2)]
    assert "mara:coat:*" not in record.standing()

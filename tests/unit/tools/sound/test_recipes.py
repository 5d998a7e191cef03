"""From a film to its sound: what depends on what, and a whole small film made and measured."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from memory.errors import BadRequest, NotReady
from memory.film import Character, Cue, Film, Line, Location, Mix, Music, Scene, Shot, Titles, Voice
from memory.recipe import Recipe
from memory.vocabulary import IntExt, TimeOfDay, Track, Weather
from tools.makers import Product, Shop
from tools.sound import recipes, studio
from tools.sound.filters import level_db
from tools.sound.loudness import integrated_lufs, true_peak_db


def shot(ident: str, scene: str, frames: int, **more: object) -> Shot:
    return Shot.model_validate({"id": ident, "scene": scene, "frames": frames, **more})


def a_film(**more: object) -> Film:
    shots = (
        shot("sh1", "sc1", 60, sfx=("gulls", "footsteps on wood")),
        shot("sh2", "sc1", 60, sfx=("footsteps on wood",),
             dialogue=(Line(id="d1", character="mara", line="You're late.", frames=26),)),
        shot("sh3", "sc2", 96,
             dialogue=(Line(id="d2", character="theo", line="I know.", delivery="quiet", start=-8,
                            frames=20),)),
    )  # fmt: skip
    body = {
        "id": "ferry", "seed": 3,
        "characters": {
            "mara": Character(id="mara", name="Mara", pronoun="she", age=34,
                              voice=Voice(name="en-us+f3", pitch=50)),
            "theo": Character(id="theo", name="Theo", pronoun="he", age=41),
        },
        "locations": {"pier": Location(id="pier", name="Harbour pier"),
                      "cabin": Location(id="cabin", name="Ferry cabin")},
        "scenes": {
            "sc1": Scene(id="sc1", slug="EXT. PIER - DUSK", location="pier", mood="expectant"),
            "sc2": Scene(id="sc2", slug="INT. CABIN - NIGHT", int_ext=IntExt.INT,
                         time_of_day=TimeOfDay.NIGHT, location="cabin", mood="tense"),
        },
        "order": tuple(s.id for s in shots), "shots": {s.id: s for s in shots}, **more,
    }  # fmt: skip
    return Film.model_validate(body)


def changed(film: Film, other: Film) -> set[str]:
    """What would have to be made again."""
    old = {(r.kind, r.target): r.digest for r in [*recipes.parts(film), recipes.mix_recipe(film)]}
    new = {(r.kind, r.target): r.digest for r in [*recipes.parts(other), recipes.mix_recipe(other)]}
    names = set(old) | set(new)
    return {f"{kind} {target}" for kind, target in names
            if old.get((kind, target)) != new.get((kind, target))}  # fmt: skip


def with_shot(film: Film, ident: str, **more: object) -> Film:
    shots = {**film.shots, ident: film.shots[ident].model_copy(update=more)}
    return film.model_copy(update={"shots": shots})


def with_line(film: Film, ident: str, **more: object) -> Film:
    holder, line = film.find_line(ident)
    return with_shot(film, holder.id, dialogue=(line.model_copy(update=more),))


def with_scene(film: Film, ident: str, **more: object) -> Film:
    scenes = {**film.scenes, ident: film.scenes[ident].model_copy(update=more)}
    return film.model_copy(update={"scenes": scenes})


def with_voice(film: Film, ident: str, **more: object) -> Film:
    person = film.characters[ident]
    person = person.model_copy(update={"voice": person.voice.model_copy(update=more)})
    return film.model_copy(update={"characters": {**film.characters, ident: person}})


def test_levels_change_the_mix_alone() -> None:
    film = a_film()
    quieter = film.model_copy(update={"music": Music(gain_db=-20)})
    assert changed(film, quieter) == {"mix ferry"}
    assert changed(film, with_line(film, "d1", gain_db=3.0)) == {"mix ferry"}
    assert changed(film, with_voice(film, "mara", gain_db=-2.0)) == {"mix ferry"}
    assert changed(film, film.model_copy(update={"mix": Mix(muted=(Track.MUSIC,))})) == {
        "mix ferry"
    }


def test_a_line_depends_on_its_words_voice_delivery_language_and_slot() -> None:
    film = a_film()
    for more in ({"line": "You came."}, {"delivery": "flat"}, {"frames": 30}):
        assert changed(film, with_line(film, "d1", **more)) == {"line d1", "mix ferry"}
    assert changed(film, with_voice(film, "mara", pitch=30)) == {"line d1", "mix ferry"}
    assert changed(film, with_line(film, "d1", start=9)) == {"mix ferry"}
    spanish = film.model_copy(update={"language": "es"})
    assert changed(film, spanish) == {"line d1", "line d2", "mix ferry"}


def test_the_picture_changes_no_sound() -> None:
    film = a_film()
    light = film.shots["sh2"].lighting.model_copy(update={"brightness": 0.2})
    assert changed(film, with_shot(film, "sh2", lighting=light, seed=9)) == set()


def test_the_score_hangs_on_moods_music_and_quantised_lengths() -> None:
    film = a_film()
    assert changed(film, with_scene(film, "sc2", mood="hope")) == {"score ferry", "mix ferry"}
    other = film.model_copy(update={"music": Music(style="synth")})
    assert changed(film, other) == {"score ferry", "mix ferry"}
    assert "score ferry" in changed(film, with_shot(film, "sh1", frames=120))
    # A hair longer: the grid of a quarter second holds the music still.
    assert changed(with_shot(film, "sh3", frames=97), with_shot(film, "sh3", frames=99)) == {
        "mix ferry"
    }
    silent = film.model_copy(update={"music": Music(enabled=False)})
    assert recipes.score_recipe(silent) is None
    muted = film.model_copy(update={"music": Music(muted_scenes=("sc2",))})
    score = recipes.score_recipe(muted)
    assert score is not None
    assert [part["silent"] for part in score.inputs["sections"]] == [False, True]  # type: ignore[attr-defined]
    late = recipes.score_recipe(film.model_copy(update={"music": Music(start_shot="sh2")}))
    assert late is not None
    assert [part["silent"] for part in late.inputs["sections"]] == [True, False, False]  # type: ignore[attr-defined]


def test_rain_changes_the_bed_of_its_scene_alone() -> None:
    film = a_film()
    rainy = with_scene(film, "sc2", weather=Weather.RAIN)
    assert changed(film, rainy) == {"ambience sc2", "mix ferry"}
    layers = recipes.ambience_recipe(rainy, "sc2").inputs["layers"]
    assert "window rain" in {layer["bed"] for layer in layers}  # type: ignore[attr-defined]


def test_steps_over_two_shots_are_one_walk() -> None:
    effects = recipes.mix_recipe(a_film()).inputs["effects"]
    walks = [cue for cue in effects if cue["effect"] == "footsteps"]  # type: ignore[attr-defined]
    assert [(cue["start"], cue["frames"]) for cue in walks] == [(0, 120)]


def test_cards_push_everything_back() -> None:
    film = a_film()
    carded = film.model_copy(update={"titles": Titles(opening="Ferry", end_card="End")})
    plain, later = recipes.mix_recipe(film).inputs, recipes.mix_recipe(carded).inputs
    starts = [[line["start"] for line in mix["lines"]] for mix in (plain, later)]  # type: ignore[attr-defined]
    head = starts[1][0] - starts[0][0]
    assert head > 0
    assert starts[1][1] - starts[0][1] == head
    assert int(str(later["frames"])) > int(str(plain["frames"])) + head


def test_an_unknown_line_is_refused_and_unknown_words_are_noted() -> None:
    film = a_film()
    with pytest.raises(BadRequest):
        recipes.line_recipe(film, "d9")
    odd = with_line(with_shot(film, "sh1", sfx=("smell of tar",)), "d1", delivery="in ultraviolet")
    assert len(recipes.notes(odd)) == 2
    assert recipes.parts(odd)


def made(film: Film, folder: Path) -> dict[str, Product]:
    """Everything of a film's sound, made as the workshop makes it."""
    products: dict[str, Product] = {}

    def file_of(digest: str) -> Path:
        if digest not in products:
            raise NotReady("Not made yet.")
        return products[digest].path

    for recipe in [*recipes.parts(film), recipes.mix_recipe(film)]:
        place = folder / recipe.digest
        place.mkdir(parents=True)
        shop = Shop(place, folder, file_of, lambda _: {}, lambda sha: folder / sha)
        products[recipe.digest] = _make(recipe, shop)
    return products


def _make(recipe: Recipe, shop: Shop) -> Product:
    makers = {
        "line": studio.make_line,
        "score": studio.make_score,
        "ambience": studio.make_ambience,
        "mix": studio.make_mix,
    }
    return makers[recipe.kind](recipe, shop)


def test_a_small_film_is_made_and_measures_right(tmp_path: Path) -> None:
    film = a_film()
    products = made(film, tmp_path)
    mix = products[recipes.mix_recipe(film).digest]
    samples, rate = soundfile.read(mix.path)
    assert rate == 48_000
    assert samples.shape == (film.frames * 2000, 2)
    assert integrated_lufs(samples) == pytest.approx(-14.0, abs=0.3)
    assert true_peak_db(samples) <= -1.0
    assert mix.extra["notes"] == []
    line = products[recipes.line_recipe(film, "d1").digest]
    spoken, _ = soundfile.read(line.path)
    assert len(spoken) == 26 * 2000
    assert [word for word, *_ in line.extra["words"]] == ["You're", "late"]
    # Every half second of the film has some sound under it.
    levels = [level_db(samples[i : i + 24_000]) for i in range(0, len(samples) - 24_000, 24_000)]
    assert min(levels[1:-1]) > -55
    recipe = recipes.line_recipe(film, "d1")
    shop = Shop(tmp_path, tmp_path, Path, lambda _: {}, Path)
    assert studio.make_line(recipe, shop).path.read_bytes() == line.path.read_bytes()


def test_what_no_voice_can_read_is_silence_and_a_note(tmp_path: Path) -> None:
    film = with_line(a_film(music=Music(enabled=False)), "d1", line="灯台が消える")
    film = film.model_copy(update={"language": "ja"})
    recipe = recipes.line_recipe(film, "d1")
    shop = Shop(tmp_path, tmp_path, Path, lambda _: {}, Path)
    product = studio.make_line(recipe, shop)
    assert "subtitles only" in product.note
    assert not soundfile.read(product.path)[0].any()


def test_a_mix_with_missing_parts_says_which(tmp_path: Path) -> None:
    film = a_film(cues=(Cue(id="c1", track=Track.EFFECTS, source="thunder", start=10, frames=60),))

    def nothing(_: str) -> Path:
        raise NotReady("Not made yet.")

    shop = Shop(tmp_path, tmp_path, nothing, lambda _: {}, lambda sha: tmp_path / sha)
    mix = studio.make_mix(recipes.mix_recipe(film), shop)
    assert len(mix.extra["notes"]) == 5
    samples, _ = soundfile.read(mix.path)
    assert level_db(samples[20_000:100_000]) > -40
    assert np.isfinite(samples).all()


def test_rain_named_as_an_effect_is_not_laid_twice() -> None:
    film = with_shot(a_film(), "sh1", sfx=("rain",))
    dry = recipes.mix_recipe(film).inputs["effects"]
    wet = recipes.mix_recipe(with_scene(film, "sc1", weather=Weather.RAIN)).inputs["effects"]
    assert "rain" in [cue["effect"] for cue in dry]  # type: ignore[attr-defined]
    assert "rain" not in [cue["effect"] for cue in wet]  # type: ignore[attr-defined]
    assert recipes.notes(film) == ()


def test_every_film_has_its_own_theme_and_keeps_it() -> None:
    film = a_film()
    score = recipes.score_recipe(film)
    other = recipes.score_recipe(film.model_copy(update={"seed": 4}))
    assert score is not None
    assert other is not None
    assert score.inputs["seed"] != other.inputs["seed"]
    titled = recipes.score_recipe(film.model_copy(update={"title": "Another"}))
    assert titled is not None
    assert titled.digest == score.digest


@pytest.mark.parametrize(
    ("words", "decibels"),
    [
        ("engine hum", 0.0),
        ("engine hum, quiet", -6.0),
        ("engine hum, very quiet", -12.0),
        ("engine hum, loud", 4.0),
        ("engine hum, very loud", 8.0),
        ("loud engine hum", 0.0),
    ],
)
def test_an_effect_is_as_loud_as_its_words_say(words: str, decibels: float) -> None:
    film = a_film()

    def gain(sfx: str) -> float:
        shots = {**film.shots, "sh3": film.shots["sh3"].model_copy(update={"sfx": (sfx,)})}
        changed = film.model_copy(update={"shots": shots})
        cues: Any = recipes.mix_recipe(changed).inputs["effects"]
        (cue,) = [cue for cue in cues if cue["effect"] == "engine hum"]
        return float(cue["gain_db"])

    assert gain(words) - gain("engine hum") == pytest.approx(decibels)


def test_a_level_of_its_own_begins_a_cue_of_its_own() -> None:
    film = a_film()
    louder = film.shots["sh2"].model_copy(update={"sfx": ("wind", "engine hum, loud")})
    first = film.shots["sh1"].model_copy(update={"sfx": ("engine hum",)})
    shots = {**film.shots, "sh1": first, "sh2": louder}
    changed = film.model_copy(update={"shots": shots})
    cues: Any = recipes.mix_recipe(changed).inputs["effects"]
    hums = [cue for cue in cues if cue["effect"] == "engine hum"]
    assert [cue["frames"] for cue in hums] == [60, 60]

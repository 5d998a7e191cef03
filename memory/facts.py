"""What is true in a film, as facts, by pure rules. Knows no revision, no index and no question.

Texts hold no scene or shot numbers: those mean the order at the moment of speaking, and moving a
scene makes no fact untrue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from memory.fact import Fact, Kind
from memory.film import Character, Film, Location, Scene, Shot
from memory.vocabulary import KeyDirection, MoveType, TimeOfDay, Weather

LIGHT_FROM: dict[KeyDirection, str] = {
    KeyDirection.FRONT: "from the front",
    KeyDirection.SIDE: "from the side",
    KeyDirection.THREE_QUARTER: "from three quarters in front",
    KeyDirection.BACK: "from behind",
    KeyDirection.TOP: "from above",
    KeyDirection.UNDER: "from below",
}
WEATHERS: dict[Weather, str] = {
    Weather.CLEAR: "clear",
    Weather.CALM: "calm",
    Weather.OVERCAST: "overcast",
    Weather.FOG: "foggy",
    Weather.DRIZZLE: "a drizzle",
    Weather.RAIN: "rain",
    Weather.STORM: "a storm",
    Weather.WIND: "windy",
    Weather.SNOW: "snow",
    Weather.DUST: "dust in the wind",
    Weather.HEAT: "heat haze",
}
LONGEST = 400
"""Letters of a value or a text; a premise may be a whole story."""
_BARE = re.compile(r"(?i)^(?:an?|the|her|his|their|its|some|two|three|no|\d+)\b")


def facts_of(film: Film) -> list[Fact]:
    """Everything that holds in a film now, each key once, in a steady order."""
    found: dict[str, Fact] = {}
    for fact in _all(film):
        found.setdefault(fact.key, fact)
    return list(found.values())


def scenes_of(film: Film) -> tuple[str, ...]:
    """The scenes that are in the film, by number: those with shots, or all before there are any."""
    with_shots = {film.shots[shot].scene for shot in film.order}
    return tuple(scene for scene in film.scene_order() if scene in with_shots or not film.order)


def _all(film: Film) -> Iterator[Fact]:
    scenes = [film.scenes[scene] for scene in scenes_of(film) if scene in film.scenes]
    for character in film.characters.values():
        yield from _of_character(character, [scene.id for scene in scenes])
    for location in film.locations.values():
        yield from _of_location(location)
    for scene in scenes:
        shots = [film.shots[shot] for shot in film.scene_shots(scene.id)]
        yield from _of_scene(film, scene)
        yield from _of_shots(film, scene, shots)
    yield from _of_film(film)


def _fact(
    entity: str, kind: Kind, attribute: str, value: object, text: str, scene: str | None = None,
    part: str = "",
) -> Fact:  # fmt: skip
    short = _line(str(value))
    key = f"{entity}:{attribute}:{scene or '*'}{'/' + part if part else ''}"
    sentence = _line(text)
    sentence = sentence if sentence.endswith((".", "!", "?", '"', "”")) else f"{sentence}."
    return Fact(f"{key}@0", entity, attribute, short, sentence, scene, scene, kind=kind)


def _line(text: str) -> str:
    if len(text) <= LONGEST and "  " not in text and text.isprintable():
        return text.strip()  # ten thousand facts pass here after every edit
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…"


def a(thing: str) -> str:
    """A thing with its article: "a red coat", "an oilskin", "rubber boots"."""
    last = thing.lower().rpartition(" ")[2]
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if not thing or plural or _BARE.match(thing) or re.search(r"\b(?:hair|fur|make-?up)\b", thing):
        return thing
    return f"{'an' if thing[0].lower() in 'aeiou' else 'a'} {thing}"


def joined(parts: Iterable[str]) -> str:
    """Words as a list: "a, b and c"."""
    found = list(parts)
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def _of_character(one: Character, scenes: list[str]) -> Iterator[Fact]:
    yield from _looks(one)
    yield from _worn(one, scenes)
    for prop in one.props:
        text = f"{one.name} has {_the(prop)}"
        yield _fact(one.id, "has", f"has:{prop.split()[-1].lower()}", prop, text, part=prop)
    voice = ", ".join(filter(None, (one.voice.timbre, _accent(one.voice.accent))))
    if voice:
        yield _fact(one.id, "person", "voice", voice, f"{one.name} speaks in this voice: {voice}")
    if one.locked:
        text = f"{one.name}'s look and voice are locked"
        yield _fact(one.id, "person", "locked", "locked", text)


def _looks(one: Character) -> Iterator[Fact]:
    role = f", {one.role}" if one.role else ""
    yield _fact(one.id, "person", "name", one.name, f"{one.name} is in the cast{role}")
    if one.age is not None:
        yield _fact(one.id, "look", "age", one.age, f"{one.name} is {one.age} years old")
    if one.hair:
        yield _fact(one.id, "look", "hair", one.hair, f"{one.name} has {a(one.hair)}")
    if one.appearance:
        yield _fact(one.id, "look", "look", one.appearance, f"{one.name} looks: {one.appearance}")


def _worn(one: Character, scenes: list[str]) -> Iterator[Fact]:
    for place, piece in one.wardrobe.items():
        if piece:
            yield _fact(one.id, "wear", place, piece, f"{one.name} wears {a(piece)}")
    for scene in scenes:
        for place, piece in one.wardrobe_by_scene.get(scene, {}).items():
            text = f"{one.name} wears {a(piece) if piece else f'no {place} there'}"
            yield _fact(one.id, "wear", place, piece, text, scene)


def _the(prop: str) -> str:
    return prop if _BARE.match(prop) else f"the {prop}"


def _accent(accent: str) -> str:
    return f"{accent} accent" if accent and accent != "neutral" else ""


def _of_location(place: Location) -> Iterator[Fact]:
    if place.description:
        text = f"{place.name}: {place.description}"
        yield _fact(place.id, "set", "description", place.description, text)
    if place.set:
        pieces = joined(place.set)
        yield _fact(place.id, "set", "set", pieces, f"{place.name} has {pieces}")


def _of_scene(film: Film, scene: Scene) -> Iterator[Fact]:
    place = film.locations.get(scene.location)
    name = place.name if place else scene.location
    inside = {"INT": "inside", "EXT": "outside"}.get(scene.int_ext.value, "inside and outside")
    yield _fact(
        scene.id, "place", "place", name, f"The scene plays {inside}: {name}", scene.id
    )  # fmt: skip
    time = _time(film, scene)
    yield _fact(scene.id, "time", "time", time, f"{name}: it is {time}", scene.id)
    yield from _weather(film, scene, name)
    for kind, attribute, value, text in (
        ("mood", "mood", scene.mood, f"{name}: the mood is {scene.mood}"),
        ("eyeline", "eyeline", scene.screen_axis, f"{name}, eyelines: {scene.screen_axis}"),
        ("action", "synopsis", scene.synopsis, f"{name}: {scene.synopsis}"),
        ("note", "note", scene.note, f"{name}, note: {scene.note}"),
    ):
        if value:
            yield _fact(scene.id, kind, attribute, value, text, scene.id)  # type: ignore[arg-type]


def _time(film: Film, scene: Scene) -> str:
    """The time of day in words; a scene that goes on takes that of the scene before."""
    going_on = {TimeOfDay.CONTINUOUS, TimeOfDay.LATER}
    if scene.time_of_day not in going_on:
        return scene.time_of_day.value.lower()
    order = scenes_of(film)
    at = order.index(scene.id)
    while at and film.scenes[order[at]].time_of_day in going_on:
        at -= 1
    return film.scenes[order[at]].time_of_day.value.lower()


def _weather(film: Film, scene: Scene, name: str) -> Iterator[Fact]:
    """The scene's weather, and the shots' own where it differs; all the shots' wins."""
    shots = [film.shots[shot].weather or scene.weather for shot in film.scene_shots(scene.id)]
    whole = shots[0] if shots and len(set(shots)) == 1 else scene.weather
    sky = WEATHERS.get(whole, whole.value)
    yield _fact(scene.id, "weather", "weather", sky, f"{name}: the weather is {sky}", scene.id)
    for other in dict.fromkeys(weather for weather in shots if weather is not whole):
        sky = WEATHERS.get(other, other.value)
        text = f"In {shots.count(other)} of the {len(shots)} shots there the weather is {sky}"
        yield _fact(scene.id, "weather", "weather", sky, text, scene.id, other.value)


def _of_shots(film: Film, scene: Scene, shots: list[Shot]) -> Iterator[Fact]:
    cast = film.characters
    people = dict.fromkeys(
        who
        for shot in shots
        for who in (*shot.subjects, *(line.character for line in shot.dialogue if not line.off))
        if who in cast
    )
    names = joined(cast[who].name for who in people)
    if names:
        verb = "are" if len(people) > 1 else "is"
        yield _fact(scene.id, "present", "present", names, f"{names} {verb} there", scene.id)
    yield from _light(scene, shots)
    for shot in shots:
        if shot.action:
            yield _fact(scene.id, "action", "action", shot.action, shot.action, scene.id, shot.id)
        for line in shot.dialogue:
            speaker = cast[line.character].name if line.character in cast else line.character
            text = f'{speaker} says: "{line.line}"'
            yield _fact(line.character, "said", "said", line.line, text, scene.id, line.id)


def _light(scene: Scene, shots: list[Shot]) -> Iterator[Fact]:
    """Each way a scene is lit, once: the most used first."""
    ways: dict[tuple[KeyDirection, str, str], int] = {}
    for shot in shots:
        light = shot.lighting
        way = (light.key_dir, light.style, joined(light.practicals))
        ways[way] = ways.get(way, 0) + 1
    for key, style, practicals in sorted(ways, key=lambda way: -ways[way]):
        source = LIGHT_FROM.get(key, str(key))
        text = f"The light comes {source}"
        text += f" ({style})" if style else ""
        text += f", with {practicals} in the picture" if practicals else ""
        part = f"{key.value}/{style}/{practicals}"
        yield _fact(scene.id, "light", "light", source, text, scene.id, part)


def _of_film(film: Film) -> Iterator[Fact]:
    music, titles, style = film.music, film.titles, film.style
    lead = joined(filter(None, (film.genre, film.tone)))
    score = f"The music is {music.style}" if music.enabled else "The film has no music"
    tempo = f" at {music.tempo_bpm} beats a minute" if music.enabled and music.tempo_bpm else ""
    told: tuple[tuple[Kind, str, str, str], ...] = (
        ("title", "title", film.title, f'The film is called "{film.title}"'),
        ("story", "logline", film.logline, f"The story: {film.logline}"),
        ("story", "premise", film.premise, f"The idea: {film.premise}"),
        ("story", "theme", film.theme, f"The theme is {film.theme}"),
        ("story", "genre", lead, f"The film is {a(lead)}"),
        ("style", "style", style.look, f"The look is {style.look}"),
        ("style", "palette", joined(style.palette), f"The palette is {joined(style.palette)}"),
        ("music", "music", music.style if music.enabled else "none", score + tempo),
        ("title", "opening", titles.opening or "", f'The opening title is "{titles.opening}"'),
        ("title", "end card", titles.end_card or "", f'The end card is "{titles.end_card}"'),
        ("style", "aspect", film.aspect, f"The picture is {film.aspect}"),
        ("style", "language", film.language, f"The film's language is {film.language}"),
        ("style", "ending", film.ending.type.value, _ending(film)),
    )
    for kind, attribute, value, text in told:
        if value:
            yield _fact("film", kind, attribute, value, text)
    for words in film.decisions:
        yield _fact("film", "decision", "decision", words, f"Decided: {words}", part=words[:80])
    for cue in film.cues:
        text = f"On the {cue.track.value} track lies {cue.source}"
        yield _fact("film", "sound", f"sound:{cue.track.value}", cue.source, text, part=cue.id)
    moves = {film.shots[shot].movement.type for shot in film.order}
    if film.order and moves <= {MoveType.STATIC}:
        yield _fact("film", "style", "camera", "still", "The camera never moves")


def _ending(film: Film) -> str:
    return f"The film ends on {a(film.ending.type.value.replace('_', ' '))}"

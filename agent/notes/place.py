"""Notes on place and time: weather, time of day, sets, where a scene plays."""

from __future__ import annotations

import re

from agent.notes.air import degree_of_rain
from agent.notes.grammar import Clause, aim, clamp, left_alone, rule
from agent.notes.reading import Finding, Kind, ask
from memory.change import AddLocation, AnyChange, Dress, EditScene, Relight
from memory.film import Location, Scene, Shot, mint
from memory.vocabulary import IntExt, TimeOfDay, Weather, find

WEATHER_WORDS = (
    r"\b(?:rain(?:s|ing|y|storm)?|pouring|downpour|drizzl\w+|snow(?:s|ing|y|"
    r"storm)?|blizzard|fog(?:gy|gier)?|mist(?:y|ier)?|storm(?:y|s|ing)?|"
    r"thunder\w*|lightning|wind(?:y|ier)|overcast|cloudy|sunny|sunshine|"
    r"clear (?:sky|skies|weather)|heat haze|dust ?storm|gale|hail)\b"
)
HEARD: dict[Weather, str] = {
    Weather.RAIN: "rain",
    Weather.DRIZZLE: "light rain",
    Weather.STORM: "thunder and rain",
    Weather.WIND: "wind",
    Weather.DUST: "wind",
}
ENDS = (
    r"(?:(?:should|must|could|has to|needs to) )?(?:have )?(?:lifts?|clears?|stops?|stopped|burns? "
    r"off|lets? up|passes|pass|gone|over|goes away|go away|die down|dies down|lifted|cleared)\b"
)
LOUD_WEATHER = re.compile(r"\b(?:rain|thunder|storm)\b")
ELSEWHERE = r"\b(?:sound|music|effect|line|says?|lightning cut|win the|window)\b"


def weather_asked(text: str) -> Weather | None:  # noqa: PLR0911
    """The weather a clause asks for; "no more rain" asks for a clear sky."""
    if re.search(rf"{WEATHER_WORDS} (?:\w+ )?{ENDS}", text):
        return Weather.CLEAR
    if (
        re.search(
            rf"\b(?:no|without|stop|less|lose|kill|clear)\b[\w ]{{0,12}}{WEATHER_WORDS}", text
        )
        and "clear sk" not in text
    ):
        return Weather.CLEAR
    if re.search(r"\bfogg|\bfog\b|\bmist", text):
        return Weather.FOG
    if re.search(r"\bdrizzl", text):
        return Weather.DRIZZLE
    if re.search(r"\bsnow|\bblizzard|\bhail", text):
        return Weather.SNOW
    if re.search(r"\bthunder|\bstorm|\blightning|\bgale", text):
        return Weather.STORM
    if re.search(r"\brain|\bpour|\bdownpour", text):
        return Weather.RAIN
    return Weather.CLEAR if re.search(r"\bsunn|\bsunshine|\bclear", text) else find(Weather, text)


@rule(WEATHER_WORDS, rank=36, lever=True)
def weather(clause: Clause) -> Finding | None:
    """Weather of a scene or of single shots; inside, it shows at the window."""
    asked = degree_of_rain(clause) or weather_asked(clause.text)
    if asked is None or (clause.has(ELSEWHERE) and not clause.has(r"\b(?:window|outside)\b")):
        return None
    film, found = clause.film, clause.reference
    if found.missing or found.candidates:
        return aim(clause, "change the weather of").problem
    named_shots = found.explicit and not found.scenes and not found.film
    scenes = found.scenes or tuple(dict.fromkeys(film.shots[s].scene for s in found.shots))
    if not scenes and len(film.scene_order()) == 1:
        scenes = film.scene_order()
    scenes = scenes or _scenes_of_place(clause)
    if not scenes:
        return ask(f"In which scene should it be {asked.value}: {_scenes(clause)}?")
    shots = (
        found.shots
        if named_shots
        else tuple(s for s in film.order if film.shots[s].scene in scenes)
    )
    free = tuple(s for s in shots if not film.shots[s].locked)
    changes: list[AnyChange] = []
    if not named_shots:
        changes += [
            EditScene(scene=s, weather=asked) for s in scenes if film.scenes[s].weather is not asked
        ]
    changes += [
        _dressed(clause, film.shots[s], asked) for s in free if film.shots[s].weather is not asked
    ]
    if not changes:
        return Finding(Kind.NOOP, say=f"It is {asked.value} there already, so nothing moved.")
    inside = any(film.scenes[s].int_ext is IntExt.INT for s in scenes) and asked in HEARD
    aside = ("Inside, it shows at the window and in the sound.",) if inside else ()
    locked = [s for s in shots if s not in free]
    return Finding(changes=tuple(changes), aside=(*left_alone(film, locked), *aside), shots=free)


def _dressed(clause: Clause, shot: Shot, asked: Weather) -> Dress:
    inside = clause.film.scenes[shot.scene].int_ext is IntExt.INT
    kept = tuple(s for s in shot.sfx if not LOUD_WEATHER.search(s))
    heard = HEARD.get(asked)
    sound = f"{heard} on the window" if heard and inside else heard
    sfx = (*kept, sound) if sound else kept
    return (
        Dress(shot=shot.id, weather=asked, sfx=sfx)
        if sfx != shot.sfx
        else Dress(shot=shot.id, weather=asked)
    )


def _scenes_of_place(clause: Clause) -> tuple[str, ...]:
    """The scenes of the set a clause names without any other word: "foggy pier"."""
    film, place = clause.film, place_named(clause)
    return tuple(s for s in film.scene_order() if place and film.scenes[s].location == place.id)


def _scenes(clause: Clause) -> str:
    film = clause.film
    return ", ".join(
        f"{at} ({film.scenes[s].slug})" for at, s in enumerate(film.scene_order()[:6], 1)
    )


TIMES = (
    r"(?:dawn|sunrise|daybreak|morning|noon|midday|afternoon|golden hour|magic hour|"
    r"sunset|dusk|twilight|evening|midnight|night(?:time)?|day(?:time|light)?|"
    r"late at night|nightfall|blue hour)"
)
LEVELS: dict[TimeOfDay, tuple[float, int]] = {
    TimeOfDay.DAWN: (0.45, 5000),
    TimeOfDay.MORNING: (0.55, 5200),
    TimeOfDay.DAY: (0.6, 5600),
    TimeOfDay.NOON: (0.65, 5800),
    TimeOfDay.AFTERNOON: (0.55, 5200),
    TimeOfDay.GOLDEN: (0.52, 3500),
    TimeOfDay.SUNSET: (0.46, 3800),
    TimeOfDay.DUSK: (0.42, 6500),
    TimeOfDay.EVENING: (0.36, 7000),
    TimeOfDay.NIGHT: (0.28, 7800),
    TimeOfDay.MIDNIGHT: (0.25, 8000),
}
"""Usual brightness and Kelvin outdoors; a change of time moves a shot by the difference."""


def time_asked(text: str) -> TimeOfDay | None:
    """The time of day a clause names."""
    words = {
        "nighttime": "night",
        "nightfall": "night",
        "daytime": "day",
        "daylight": "day",
        "blue hour": "dusk",
    }
    for word, plain in words.items():
        text = re.sub(rf"\b{word}\b", plain, text)
    return find(TimeOfDay, text)


@rule(
    r"\b(?:change|set|make|move|turn|switch|shift|put|should be|happens?|plays?|"
    r"takes? place|shoot|is|be|it's)\b.*\b(?:to|at|into|in the|be|it|as|for|a|"
    r"during|is|it's) (?:the )?(?:(?:early|late|sunny|rainy|foggy|cold|grey|"
    rf"bright|misty|snowy|stormy|clear) )*{TIMES}\b(?! for| lens)",
    rf"^(?:scene \d+ )?(?:at |in the )?{TIMES}(?: (?:instead|please|in scene \d+|"
    r"for scene \d+|on the \w+|in the \w+))*$",
    rf"\b{TIMES} (?:instead of|rather than) {TIMES}\b",
    rf"\b(?:at|in|by|be|during|around|into|as) (?:the )?(?:late |early |deep )*{TIMES}\b",
    rf"\b(?:should|must|could) be {TIMES}\b|^{TIMES} (?:on|in|at|for) the [\w ]+$|"
    rf"\b(?:play|stage|shoot|light) (?:scene \d+|the \w+(?: scene)?) (?:at|in|by|as) {TIMES}\b",
    rf"\b(?:make|turn|set) (?:scene \d+|the \w+(?: scene)?) (?:into )?{TIMES}$",
    rank=31,
    lever=True,
)
def time_of_day(clause: Clause) -> Finding | None:
    """A scene at another time: the slug, and the light that follows."""
    text = re.sub(r"\b(?:instead of|rather than|not) .*$", "", clause.text)
    asked = time_asked(text)
    if asked not in LEVELS or clause.has(r"\b(?:add|insert)\b|\bexport\b|\bbackground\b"):
        return None
    film, found = clause.film, clause.reference
    loose = clause.match[0].split()[0] in {"at", "in", "by", "be", "during", "around", "into", "as"}
    if loose and (
        not found.scenes or clause.has(r"\?$|^(?:is|are|was|does|what|which|when|why)\b")
    ):
        return None
    if found.missing or found.candidates:
        return aim(clause, "change the time of").problem
    scenes = found.scenes or tuple(dict.fromkeys(film.shots[s].scene for s in found.shots))
    scenes = scenes or (film.scene_order() if len(film.scene_order()) == 1 else ())
    scenes = scenes or _scenes_of_place(clause)
    if not scenes:
        return ask(f"Which scene should play at {asked.value.lower()}: {_scenes(clause)}?")
    changes: list[AnyChange] = []
    locked: list[str] = []
    for scene in scenes:
        if film.scenes[scene].time_of_day is asked:
            continue
        changes.append(EditScene(scene=scene, time_of_day=asked))
        for shot in film.scene_shots(scene):
            if film.shots[shot].locked:
                locked.append(shot)
            else:
                changes.append(_relit(film.scenes[scene], film.shots[shot], asked))
    if not changes:
        return Finding(
            Kind.NOOP, say=f"It plays at {asked.value.lower()} already, so nothing moved."
        )
    return Finding(changes=tuple(changes), aside=left_alone(film, locked))


def _relit(scene: Scene, shot: Shot, asked: TimeOfDay) -> Relight:
    before, _ = LEVELS.get(scene.time_of_day, LEVELS[TimeOfDay.DAY])
    after, kelvin = LEVELS[asked]
    outside = scene.int_ext is not IntExt.INT
    share = 1.0 if outside else 0.5
    fields: dict[str, object] = {
        "brightness": clamp(shot.lighting.brightness + share * (after - before), 0.08, 0.95)
    }
    if outside and shot.lighting.color_temp_k >= 5000:
        fields["color_temp_k"] = kelvin
    old = scene.time_of_day.value.lower()
    if old in shot.lighting.style:
        fields["style"] = shot.lighting.style.replace(old, asked.value.lower())
    return Relight(shot=shot.id, **fields)  # type: ignore[arg-type]


def place_named(clause: Clause, text: str = "") -> Location | None:
    """The set whose name, or a word of it, a text holds."""
    text = text or clause.text
    for place in clause.film.locations.values():
        words = [
            place.name.lower(),
            *(w for w in re.findall(r"[^\W\d_]+", place.name.lower()) if len(w) > 3),
        ]
        if any(
            re.search(rf"\bthe {re.escape(w)}\b|\b{re.escape(w)}$|^{re.escape(w)}\b", text)
            for w in words
        ):
            return place
    return None


@rule(
    r"\b(?:move|set|relocate|transfer|shift|change|turn|put|"
    r"play) (?:the )?(?:whole )?(?:scene \d+|this scene|it|"
    r"the \w+(?: scene)?)\b.*\b(?:to|in|into|at|on|inside) (?:an?|the) (?!end|"
    r"start|beginning|front)([\w' -]+)$",
    rank=29,
)
def relocate(clause: Clause) -> Finding | None:
    """A scene goes to another place; the cast and the framing stay."""
    film, found = clause.film, clause.about(clause.text[: clause.match.start(1)])
    new = re.sub(r"\b(?:instead|please)\b", "", clause.match[1]).strip()
    if (
        time_asked(new)
        or clause.has(r"\bcamera|\blight\b|\bshots?\b|\bframe\b|\bmusic\b|\btitle\b")
        or re.search(r"\d", new)
    ):
        return None
    scenes = found.scenes
    if not scenes:
        old = place_named(clause, clause.text[: clause.match.start(1)])
        scenes = tuple(s for s in film.scene_order() if old and film.scenes[s].location == old.id)
    if not scenes:
        return None
    known = place_named(clause, f"the {new}")
    place = known or Location(
        id=mint("loc"), name=clause.original(new).capitalize(), description=clause.original(new)
    )
    changes: list[AnyChange] = [] if known else [AddLocation(location=place)]
    inside = re.search(
        r"\b(?:inside|room|kitchen|cabin|office|house|bar|hall|cellar|attic|church|"
        r"car|train|shop|studio)\b",
        clause.text,
    )
    for scene in scenes:
        kept = film.scenes[scene].int_ext
        int_ext = (
            IntExt.INT
            if inside
            else IntExt.EXT
            if re.search(r"\b(?:beach|street|field|forest|roof|garden|deck|mountain|park)\b", new)
            else kept
        )
        changes.append(EditScene(scene=scene, location=place.id, int_ext=int_ext))
    numbers = ", ".join(str(film.number(s)) for s in film.order if film.shots[s].scene in scenes)
    return Finding(
        changes=tuple(changes),
        aside=(f"Shots {numbers} play there now; their framing and action stay.",),
    )

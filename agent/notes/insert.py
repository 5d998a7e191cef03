"""Notes that ask for new shots and scenes: a shot of, a reaction, a reverse, a cutaway, a scene."""

from __future__ import annotations

import re

from agent.notes.frame import SIZES
from agent.notes.grammar import Clause, rule, which
from agent.notes.naming import people_in
from agent.notes.order import place_of
from agent.notes.place import time_asked
from agent.notes.reading import Finding, ask
from memory.change import AddLocation, AddScene, AnyChange, InsertShot
from memory.film import Film, Lighting, Location, Movement, Scene, Shot, Transition, mint
from memory.vocabulary import Angle, IntExt, Size, TimeOfDay

ADD = (
    r"\b(?:add|insert|give (?:me|us)|(?:we )?need|(?:put|throw|drop|slip|slot|pop|stick|work|sneak|"
    r"bring|tuck|squeeze|wedge|cut|splice|edit|fit|place) in|put|drop|slot|(?:squeeze|slip|pop|"
    r"stick|"
    r"throw|work|fit|tuck|wedge|splice)(?= (?:an?|another|some|1)\b)|include|shoot|get|"
    r"i want|i'd like|want|have|create|make|cut to|show)\b"
)
WHERE = (
    r"\b(?:between|before|after|at the (?:very )?(?:end|start|beginning|top|head)|"
    r"as the (?:first|last|opening|closing) shot|right (?:before|after)|in front of|"
    r"following|for shot|on shot|to shot|for \d|in scene|to scene)\b"
)


NOUNS = (
    r"(?:shot(?! \d)|close-up|insert|cutaway|wide|reaction|reverse|establishing|detail|single|"
    r"two-shot|pick-?up|master|over-the-shoulder)"
)


@rule(
    rf"{ADD}:? (?:me |us |in |also |coverage:? )*(?:(?:an?|another|1|one|new|extra|"
    r"some|quick|the) )*(?:(?!to\b|in\b|on\b|of\b|the\b|for\b|at\b|into\b|"
    rf"more\b)[\w'-]+ ){{0,3}}?{NOUNS}\b",
    r"\b(?:coverage|cutaway|reaction shot|reverse (?:shot|angle)|a reverse|"
    r"insert shot)\b",
    rank=12,
    whole=True,
    wordy=True,
)
def insert(clause: Clause) -> Finding | None:
    """A new shot, where it is put; it takes its light from its neighbour."""
    if (
        clause.has(
            r"\bmake (?:shot )?(?:\d+|it|this|the)\b|\bforeground\b|\bversions?\b|"
            r"\btakes?\b|\bturn\b|\bmatch\b|\bcall(?:ed)? sheet\b|\binto an?\b|"
            r"\bmusic\b|\b(?:over|title|card|credits?) (?:the|over)\b"
        )
        or _is_there(clause)
        or clause.has(GOING)
        or (clause.has(r"\bin (?:shot )?\d+$") and not clause.has(FRESH))
    ):
        return None
    kind = _kind(clause.text)
    at = re.search(WHERE, clause.text)
    if kind == "" and not clause.has(
        r"\b(?:shot(?! \d)|close-up|insert|wide|detail|single|master|"
        r"establishing)\b.*?\b(?:of|on|with|where|in which|showing|as|between|"
        r"before|after|at)\b|\bnew shot\b|\b(?:add|insert)\b"
    ):
        return None
    place = _place(clause, at)
    if isinstance(place, Finding):
        return place
    after, neighbour = place
    if neighbour is None:
        return which(clause, "put it after")
    shot = _new_shot(clause, kind, clause.film.shots[neighbour], at)
    if isinstance(shot, Finding):
        return shot
    return Finding(changes=(InsertShot(shot=shot, after=after),), shots=(neighbour,))


GOING = (
    r"\bdrop (?:the|that|this) (?:\w+ )?(?:shot|one|bit|moment|part) "
    r"(?:where|when|of|with|in which)\b"
)
"""What is dropped by what it shows goes out; nothing new is asked for."""
FRESH = r"\b(?:add|insert|new|another|extra|between|before|after)\b"
THE_SHOT = re.compile(rf"{ADD} ((?:the|that) [\w' -]*?\b{NOUNS})\b")


def _is_there(clause: Clause) -> bool:
    """Whether "put the magpie shot first" speaks of a shot of the film, and not of a new one."""
    found = THE_SHOT.search(clause.text)
    new = clause.has(r"\b(?:add|insert|new|need)\b") or _kind(clause.text)
    return bool(found) and not new and bool(clause.meant(found[1]).shots)  # type: ignore[index]


def _kind(text: str) -> str:
    kinds = ("reaction", "reverse", "cutaway", "establishing")
    return next((k for k in kinds if k in text), "")


def _place(clause: Clause, at: re.Match[str] | None) -> Finding | tuple[str | None, str | None]:  # noqa: PLR0911
    """After which shot, and whose scene and light it takes."""
    film = clause.film
    if not film.order:
        return ask("There are no shots yet. What is the film about?")
    if (at and at[0] in {"for shot", "on shot", "to shot"}) or (at and re.match(r"for \d", at[0])):
        found = clause.about(
            clause.text[at.start() :].replace("for ", "shot ", 1)
            if at[0] != "for shot"
            else clause.text[at.start() :]
        )
        return (found.shots[-1], found.shots[-1]) if found.shots else (None, None)
    if at and at[0] in {"in scene", "to scene"}:
        found = clause.about(clause.text[at.start() :])
        return (found.shots[-1], found.shots[-1]) if found.shots else (None, None)
    if at:
        place = place_of(clause, clause.text[at.start() :].removeprefix("right "))
        if isinstance(place, Finding):
            return place
        if place[1]:
            following = re.match(
                r"before|in front of|at the (?:very )?(?:start|beginning|top|head)",
                at[0].removeprefix("right "),
            )
            near = place[0] or film.order[0]
            if following and place[0] is not None and place[0] != film.order[-1]:
                near = film.order[film.order.index(place[0]) + 1]
            return place[0], near
    named = clause.about(
        re.sub(r"\b(?:the )?(?:reverse|reaction|close-up|insert|wide|single)\b", " ", clause.text)
    )
    if named.explicit and named.shots:
        return named.shots[-1], named.shots[-1]
    focus = clause.situation.focused
    return (focus, focus) if focus else (None, None)


def _new_shot(clause: Clause, kind: str, near: Shot, at: re.Match[str] | None) -> Shot | Finding:
    film = clause.film
    text = re.split(WHERE, clause.text)[0] if at else clause.text
    text = re.sub(r" in ?$", "", text)
    about = re.search(r"\b(?:of|on|showing|where|with|from|to) (?:the |an? )?(.+)$", text)
    subject = about[1].strip(" ,") if about else ""
    who = people_in(subject or text, film)
    if kind in {"reaction", "reverse"} and not who:
        others = [
            p
            for s in film.scene_shots(near.scene)
            for p in film.shots[s].subjects
            if p not in near.subjects or len(near.subjects) > 1
        ]
        who = frozenset(others[:1])
    if kind in {"reaction", "reverse"} and not who:
        return ask(f"Whose {kind} should it be after shot {film.number(near.id)}?")
    names = " and ".join(film.characters[w].name for w in sorted(who))
    action = {
        "reaction": f"{names} reacts without a word.",
        "reverse": f"Reverse on {names}, listening.",
    }.get(kind) or _sentence(clause, subject)
    size = _size(text, kind, bool(who), near)
    return Shot(
        id=mint("sh"),
        scene=near.scene,
        size=size,
        angle=Angle.OTS if "over-the-shoulder" in text else near.angle if kind else Angle.EYE,
        lens_mm=85 if size in {Size.CU, Size.BCU} else 50 if size is Size.MS else 35,
        movement=Movement(),
        subjects=tuple(sorted(who)),
        composition=_composition(kind, names, near, subject),
        action=action,
        lighting=near.lighting,
        weather=near.weather,
        saturation=near.saturation,
        frames=clause.frames(3 if not kind else 2.5),
        transition_in=Transition(),
        sfx=_sounds(subject),
        energy=near.energy,
        route=near.route,
    )


def _size(text: str, kind: str, people: bool, near: Shot) -> Size:
    for words, size in SIZES:
        if re.search(rf"\b(?:{words})\b", text):
            return size
    if kind == "establishing":
        return Size.EWS
    if kind == "reverse":
        return near.size if near.size is not Size.INSERT else Size.CU
    return (
        Size.CU
        if kind == "reaction"
        else Size.MS
        if people
        else Size.INSERT
        if kind == "cutaway"
        else Size.WS
    )


def _sentence(clause: Clause, subject: str) -> str:
    if not subject:
        return ""
    words = clause.original(subject)
    whole = (
        words
        if re.match(r"[A-Z]", words)
        else f"The {words}"
        if not re.match(r"(?:the|a|an|his|her) ", words)
        else words
    )
    return f"{whole[0].upper()}{whole[1:]}."


def _composition(kind: str, names: str, near: Shot, subject: str) -> str:
    if kind == "reverse":
        return f"reverse of the shot before, {names}"
    return f"{names}, {kind}" if kind == "reaction" else subject


def _sounds(subject: str) -> tuple[str, ...]:
    heard = re.search(
        r"\b((?:\w+'s )?(?:horn|bell|whistle|siren|phone|clock|engine|door|gulls?|"
        r"thunder|dog|train))\b",
        subject,
    )
    return (heard[1].split("'s ")[-1],) if heard else ()


INSIDE = (
    r"\b(?:inside|room|kitchen|cabin|office|house|bar|hall|cellar|attic|church|car|"
    r"train|shop|studio|bedroom|bathroom|corridor|cafe|restaurant)\b"
)


@rule(
    rf"{ADD}[\w' ]*?\b(?:an?|another|new|extra|one more|1 more|final|closing|"
    r"opening) (?:new |short |final |last |closing |opening )?scene\b",
    r"^(?:an? )?(?:new|another|final|extra) scene\b",
    r"\b(?:open|start|begin|end|close|finish) (?:the (?:film|movie) )?(?:with|on) (?:an?|another) "
    r"(?:new |extra |short )*scene\b",
    rank=11,
    whole=True,
    wordy=True,
)
def add_scene(clause: Clause) -> Finding | None:
    """A new scene: its place, its time, one shot to begin with."""
    film = clause.film
    body = re.split(r"\bscene\b", clause.text, maxsplit=1)[1]
    place = place_of(clause, re.sub(r"\b(?:where|with|in which|of)\b.*$", "", body))
    if isinstance(place, Finding):
        return place
    after = place[0] if place[1] else (film.order[-1] if film.order else None)
    if clause.has(r"\b(?:open|start|begin) (?:the (?:film|movie) )?(?:with|on)\b"):
        after = None
    story = re.sub(r"^.*?\b(?:where|with|in which|of|:)\b", "", body).strip(" ,:")
    story = re.sub(r"^(?:at|to) the (?:very )?(?:end|start|beginning)\b", "", story).strip(" ,")
    if not story:
        return ask("What happens in the new scene, and where?")
    return Finding(changes=_scene_changes(clause, story, after))


def _scene_changes(clause: Clause, story: str, after: str | None) -> tuple[AnyChange, ...]:
    film = clause.film
    time = time_asked(story) or TimeOfDay.DAY
    head = re.split(r"\bscene\b", clause.text, maxsplit=1)[-1]
    head = re.sub(
        r"\b(?:at|to) the (?:very )?(?:end|start|beginning)\b|\b(?:before|after|between) .*$",
        "",
        head,
    )
    named = re.search(
        r"\b(?:on|in|at|inside|aboard|outside) (?:the |a |an |her |his )?((?!dawn|"
        r"dusk|night|day|the|sunrise|sunset|morning|evening|"
        r"noon)[a-z][\w-]*(?: (?!at|in|on|and|while|where|when|alone|"
        r"with)[a-z][\w-]*)?)",
        f"{head} {story}",
    )
    said = named[1] if named else "somewhere"
    known = next(
        (
            p
            for p in film.locations.values()
            if said in p.name.lower().split() or said == p.name.lower()
        ),
        None,
    )
    place = known or Location(id=mint("loc"), name=said.capitalize(), description=said)
    int_ext = IntExt.INT if re.search(INSIDE, story) else IntExt.EXT
    scene = Scene(
        id=mint("sc"),
        slug=f"{int_ext.value}. {place.name.upper()} - {time.value}",
        int_ext=int_ext,
        location=place.id,
        time_of_day=time,
        synopsis=clause.original(story),
    )
    first = _first_shot(film, clause, scene, story)
    new_place: tuple[AnyChange, ...] = () if known else (AddLocation(location=place),)
    return (*new_place, AddScene(scene=scene), InsertShot(shot=first, after=after))


def _first_shot(film: Film, clause: Clause, scene: Scene, story: str) -> Shot:
    from agent.notes.place import LEVELS

    who = tuple(sorted(people_in(story, film)))
    brightness, kelvin = LEVELS.get(scene.time_of_day, (0.5, 5600))
    words = clause.original(story)
    return Shot(
        id=mint("sh"),
        scene=scene.id,
        size=Size.WS,
        lens_mm=35,
        subjects=who,
        action=f"{words[0].upper()}{words[1:]}.",
        composition=f"{scene.slug.partition('. ')[2].split(' - ')[0].lower()}, wide",
        frames=clause.frames(4),
        lighting=Lighting(
            style=scene.time_of_day.value.lower(), brightness=brightness, color_temp_k=kelvin
        ),
    )

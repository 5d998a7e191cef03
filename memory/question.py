"""A question about the film read by rules: who, which scene, which kind of fact, now or before.

Knows the names a film gives its people, places and things, and no fact's answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memory.embedding import concepts, content, stem, words
from memory.fact import Fact, Kind
from memory.film import Film
from memory.vocabulary import TimeOfDay, find

ORDINALS = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "last": -1, "final": -1, "closing": -1,
}  # fmt: skip
NUMBERS = {
    word: at
    for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_SCENE = re.compile(r"\bscenes? (?:number )?#?(\d{1,4}|" + "|".join(NUMBERS) + r")\b")
_NTH_SCENE = re.compile(r"\b(" + "|".join(ORDINALS) + r")[- ]scene\b")
_PAST = re.compile(
    r"\bbefore(?: (?:that|revision|the (?:change|edit))|$|\?)|\bused to\b|\boriginally\b"
    r"|\bformerly\b"
    r"|\b(?:earlier|previous|first|old|older|former) version\b|\bpreviously\b|\bwhat was\b"
    r"|\bbefore (?:we|i|you|it was) (?:chang|gave|made|mov|turn)|\bat first\b|\bin revision \d"
)
_WHEN_SAID = re.compile(
    r"\b(?:when|since when|why|in which revision|who)\b.{0,20}\b(?:did|was|were|have)\b.{0,30}"
    r"\b(?:decid|agree|chang|chose|choose|set|made|make|said|say|ask|settl|pick|give|gave|add|turn)"
)
_KINDS: tuple[tuple[str, frozenset[Kind]], ...] = (
    (r"\bwear(?:s|ing)?\b|\bwore\b|\bworn\b|\bdress(?:ed|es)?\b|\bcloth(?:es|ing)\b|\boutfit\b"
     r"|\bcostume\b|\bwardrobe\b|\bha(?:s|ve) .{1,30} on\b|\bgarments?\b", frozenset({"wear"})),
    (r"\blooks? like\b|\bappearance\b|\bhair\b|\bhow old\b|\bage\b|\bwhat colou?r (?:is|are) .*"
     r"\b(?:hair|eyes)\b|\bbeard\b|\bdescribe\b.*\b(?:face|looks?)\b", frozenset({"look"})),
    (r"\bwho(?:'s)? (?:now |still )?(?:has|have|holds|had|carries|got|owns|keeps)\b"
     r"|\bcarr(?:y|ies|ying)\b|\bhold(?:s|ing)?\b|\bprops?\b|\bwhat does .* have\b"
     r"|\bwhere is the\b|\bwhose\b",
     frozenset({"has"})),
    (r"\bwho(?:'s| is) (?!in\b|there\b|at\b|on\b|\w+ing\b)|\brole\b",
     frozenset({"person", "look"})),
    (r"\bweather\b|\brain(?:s|ing|y)?\b|\bsnow(?:s|ing|y)?\b|\bstorm(?:s|y)?\b|\bfog(?:gy)?\b"
     r"|\bwind(?:y)?\b|\bsunny\b|\bsky\b", frozenset({"weather"})),
    (r"\bwhat time\b|\btime of day\b|\bwhen (?:is|does) (?:scene|it|the scene)\b|\bnight or day\b"
     r"|\bday or night\b|\bis it (?:day|night|dusk|dawn|morning|evening)\b", frozenset({"time"})),
    (r"\blight(?:s|ing)?\b|\blit\b|\bkey\b(?! (?:to|prop))|\blamps?\b.*\bfrom\b|\bpracticals?\b",
     frozenset({"light"})),
    (r"\beye-?lines?\b|\baxis\b|\bscreen direction\b|\bcamera (?:left|right)\b|\bwhich side\b"
     r"|\blook(?:s|ing)? (?:left|right|which way)\b", frozenset({"eyeline"})),
    (r"\bwho(?:'s| is| are|se| was| else)? (?:all )?(?:in|there|at|on|present)\b|\bpresent\b"
     r"|\bwho appears\b|\bwhich characters\b", frozenset({"present"})),
    (r"\bwhere (?:does|is|are|do) (?:scene|we|the scene|it)\b|\bwhich (?:place|location|set)\b"
     r"|\blocation of\b|\bwhere .* (?:play|plays|set|happen)\b", frozenset({"place", "set"})),
    (r"\bwhat(?:'s| is| does| do) .* look like\b", frozenset({"look", "set", "style"})),
    (r"\bdeci(?:de|ded|sion|sions)\b|\bagree(?:d|ment)?\b|\bsettled\b|\btastes?\b"
     r"|\bwhat (?:did|have) (?:we|i|you) (?:say|said)\b|\bour rules?\b|\bremember(?:ed)?\b",
     frozenset({"decision", "asked"})),
    (r"\bsays?\b(?! about)|\bspeaks?\b|\blines?\b|\bdialogue\b|\bspoken\b",
     frozenset({"said"})),
    (r"\bhappen(?:s|ed|ing)?\b|\bwhat (?:does|is|do|are) \w+ do(?:ing)?\b", frozenset({"action"})),
    (r"\bmood\b|\bfeel(?:s|ing)? like\b|\batmosphere\b", frozenset({"mood"})),
    (r"\bmusic\b|\bscore\b|\bsoundtrack\b|\btempo\b", frozenset({"music"})),
    (r"\btitle\b|\bend card\b|\bfilm called\b|\bname of the film\b", frozenset({"title"})),
    (r"\bpalette\b|\bstyle\b|\baspect\b|\blanguage\b|\bfilm end\b|\bending\b|\blook of\b",
     frozenset({"style", "decision", "story"})),
    (r"\bstory\b|\bpremise\b|\bgenre\b|\btheme\b|\bfilm about\b|\blogline\b", frozenset({"story"})),
    (r"\bvoice\b|\baccent\b|\bsounds? like\b", frozenset({"person"})),
)  # fmt: skip
_KIND_PATTERNS = [(re.compile(pattern), kinds) for pattern, kinds in _KINDS]
ASKING = frozenset(
    map(
        stem,
        "wear wearing worn wore dressed clothes clothing outfit costume wardrobe garment "
        "appearance prop weather time light lit lighting key eyeline axis screen direction present "
        "appear appears place play plays playing location decide decided decision agree agreed "
        "settled taste say says said speak speaks line lines dialogue spoken happen happens mood "
        "feel atmosphere music score soundtrack title story voice sound sounds come comes coming "
        "made make set story premise genre style change changed ask asked like there".split(),
    )
)
"""Stems that tell a kind: they ask, and need not stand in the answer."""
_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
_ASKING = "look wear dress carry hold have happen know remember noted film scene shot version kind"
_STRUCTURE = frozenset(map(stem, _ASKING.split())) | frozenset(map(stem, (*ORDINALS, *NUMBERS)))


@dataclass(frozen=True, slots=True)
class Names:
    """What this film calls its people, places and things.

    Attributes:
        words: A stem or "a whole name" -> the ids it may mean.
        people: The ids of the cast, the one with the most facts first.
        pronouns: Each of the cast's: "she", "he", "they".
        scenes: Scene ids in order; a scene's number is its place here, from 1.
        places: Scene id -> its location's id.
        times: Scene id -> its time of day.
    """

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    pronouns: Mapping[str, str] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)

    def number(self, scene: str | None) -> int | None:
        """A scene's number now; None when it is not in the film."""
        return self.scenes.index(scene) + 1 if scene in self.scenes else None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read.

    Attributes:
        text: As asked.
        entities: Whom or what it names.
        scenes: The scenes it names, by id; empty for no scene.
        kinds: The families of facts it asks for; empty when no rule says.
        past: It asks how things were before a change.
        when: It asks when or why something was decided.
        topic: The stems and concepts left over: what it is about.
        plain: The left-over stems alone.
    """

    text: str
    entities: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    past: bool = False
    when: bool = False
    topic: frozenset[str] = frozenset()
    plain: tuple[str, ...] = ()


def names_of(film: Film, scenes: tuple[str, ...]) -> Names:
    """The names of a film: full names and single words of them, roles, locations' names."""
    found: dict[str, set[str]] = {}

    def call(name: str, id_: str) -> None:
        for word in {" ".join(words(name)), *map(stem, content(name))} - {""}:
            found.setdefault(word, set()).add(id_)

    for one in film.characters.values():
        call(one.name, one.id)
        call(one.role, one.id)
    found |= _kinds_of_people(found)
    for place in film.locations.values():
        call(place.name, place.id)
    heard = [who for shot in film.order for who in film.shots[shot].subjects]
    people = sorted(film.characters, key=lambda who: -heard.count(who))
    inside = {scene: film.scenes[scene] for scene in scenes if scene in film.scenes}
    return Names(
        words={word: frozenset(ids) for word, ids in found.items()},
        people=tuple(people),
        pronouns={one.id: one.pronoun for one in film.characters.values()},
        scenes=scenes,
        places={key: scene.location for key, scene in inside.items()},
        times={key: scene.time_of_day.value.lower() for key, scene in inside.items()},
    )


def read(text: str, names: Names, spoken_of: str | None = None) -> Question:
    """A question read by rules. Any text will do.

    Args:
        text: As asked.
        names: The film's.
        spoken_of: Who was spoken of last, for "she" and "he".
    """
    text = text[:2000]
    plain = " ".join(["", *text.lower().replace("’", "'").split(), ""])
    entities, used = _entities(plain, names, spoken_of)
    scenes, scene_words = _scenes(plain, names, entities)
    hits = [(kinds, hit) for pattern, kinds in _KIND_PATTERNS if (hit := pattern.search(plain))]
    left = [w for w in content(plain) if stem(w) not in used | scene_words | _STRUCTURE]
    named = {name.upper() for word in left for name in concepts(word)}
    return Question(
        text=text,
        entities=frozenset(entities),
        scenes=frozenset(scenes),
        kinds=frozenset(kind for kinds, _ in hits for kind in kinds),
        past=bool(_PAST.search(plain)),
        when=bool(_WHEN_SAID.search(plain)),
        topic=frozenset({*map(stem, left), *named}),
        plain=tuple(dict.fromkeys(map(stem, left))),
    )


def _entities(
    plain: str, names: Names, spoken_of: str | None
) -> tuple[dict[str, None], frozenset[str]]:
    """Whom a question names, and the stems that named them."""
    found: dict[str, None] = {}
    used: set[str] = set()
    for word in words(plain):
        ids = names.words.get(stem(word), frozenset()) | names.words.get(word, frozenset())
        for name in () if ids else concepts(word):
            ids |= names.words.get(name.upper(), frozenset())
        if ids:
            found |= dict.fromkeys(sorted(ids))
            used.add(stem(word))
    if not any(who in names.people for who in found):
        who = _by_pronoun(plain, names, spoken_of)
        found |= {who: None} if who else {}
    return found, frozenset(used)


def _by_pronoun(plain: str, names: Names, spoken_of: str | None) -> str | None:
    """The one a pronoun or "the heroine" means; None when it could be several."""
    said = set(words(plain))
    wanted = ""
    if said & (_SHE | {"heroine"}):
        wanted = "she"
    elif said & (_HE | {"hero"}):
        wanted = "he"
    elif not said & {"protagonist", "lead"}:
        return None
    fits = [who for who in names.people if not wanted or names.pronouns.get(who) == wanted]
    if spoken_of in fits and not said & {"heroine", "hero", "protagonist", "lead"}:
        return spoken_of
    lead = said & {"heroine", "hero", "protagonist", "lead"}
    return fits[0] if len(fits) == 1 or (fits and lead) else None


def _scenes(plain: str, names: Names, entities: Iterable[str]) -> tuple[set[str], frozenset[str]]:
    """The scenes a question names by number, rank, place or time, and the stems that did."""
    found: set[str] = set()
    used: set[str] = set()
    numbers = [NUMBERS.get(word) or int(word) for word in _SCENE.findall(plain)]
    numbers += [ORDINALS[word] for word in _NTH_SCENE.findall(plain)]
    for number in numbers:
        at = len(names.scenes) + number if number < 0 else number - 1
        # A scene that is not there has no facts: it must find none, not those of all scenes.
        found.add(names.scenes[at] if 0 <= at < len(names.scenes) else f"no scene {number}")
    if not found:
        at_place = set(names.places.values()) & set(entities)
        found |= {scene for scene, place in names.places.items() if place in at_place}
    for timed in [] if found else re.findall(r"\b(?:at|by|the) (\w+)\b", plain):
        time = find(TimeOfDay, timed)
        if time is not None:
            found |= {scene for scene, at in names.times.items() if at == time.value.lower()}
            used |= {stem(timed)} if found else set()
    return found, frozenset(used | {stem(word) for word in NUMBERS} if numbers else used)


_SUBJECT = re.compile(
    r"^(?:The |A |An )?((?:[A-Za-z][\w-]* ){0,3}?[A-Za-z][\w-]*)(?:'s?)? "
    r"(?:is|has|wears|lies|hangs|stands|was|burns|carries|holds|calls)\b"
)
_APPOSITION = re.compile(r"^[A-Z][\w-]* is an? ([\w-]+(?: [\w-]+){0,2}?)(?: with| who|,|\.|$)")
_NOT_A_NAME = frozenset(map(stem, "he she it they there scene left right old other".split())) | {
    stem(word) for word in NUMBERS
}


def names_told_by(facts: Iterable[Fact], scenes: tuple[str, ...]) -> Names:
    """Names for facts that come without a film: entities' ids, and what the facts call them.

    "Captain Osgood has a beard" names Osgood a captain, "Tomas is a boy" names Tomas a boy.
    """
    found: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    own = {word for fact in facts for word in map(stem, words(fact.entity))}
    for fact in facts:
        counts[fact.entity] = counts.get(fact.entity, 0) + 1
        called = set(map(stem, words(fact.entity)))
        called |= {word for word in _called(fact) if word not in own - called}
        for word in called:
            found.setdefault(word, set()).add(fact.entity)
    people = {f.entity for f in facts if f.attribute == "char"}
    found |= _kinds_of_people({w: ids for w, ids in found.items() if ids <= people})
    times = ((fact.scene_from, find(TimeOfDay, fact.text)) for fact in facts)
    timed = (fact.text.lower().startswith("scene ") for fact in facts)
    return Names(
        words={word: frozenset(ids) for word, ids in found.items() if len(ids) == 1},
        times={
            scene: time.value.lower()
            for (scene, time), is_told in zip(times, timed, strict=True)
            if is_told and time and scene
        },
        people=tuple(sorted(people, key=lambda who: -counts[who])),
        pronouns=dict(_pronouns(facts, people)),
        scenes=scenes,
    )


def _kinds_of_people(called: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Concepts that name one of the people alone: CHILD, where one of them is called a boy."""
    found: dict[str, set[str]] = {}
    for word, ids in called.items():
        for name in concepts(word):
            found.setdefault(name.upper(), set()).update(ids)
    return {name: ids for name, ids in found.items() if len(ids) == 1}


def _called(fact: Fact) -> set[str]:
    """The stems a fact's first words call its entity by."""
    subject, apposed = _SUBJECT.match(fact.text), _APPOSITION.match(fact.text)
    heads = 2 if fact.attribute == "char" else 1
    named = content(subject[1])[-heads:] if subject else []
    named += content(apposed[1])[-1:] if apposed else []
    return {stem(word) for word in named} - _NOT_A_NAME


def _pronouns(facts: Iterable[Fact], people: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each one's "he" or "she": the one their facts say more often."""
    for who in people:
        said = [word for fact in facts if fact.entity == who for word in words(fact.text)]
        she, he = (sum(word in group for word in said) for group in (_SHE, _HE))
        if she != he:
            yield who, "she" if she > he else "he"

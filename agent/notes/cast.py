"""Notes on the cast: wardrobe, hair, age, look, names, props, likeness."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, rule
from agent.notes.haircut import HAIR_CUT, hair_styled
from agent.notes.naming import people_in
from agent.notes.reading import Finding, Kind, ask
from agent.notes.reference import Reference
from agent.notes.wardrobe import PIECE
from agent.notes.who import person_meant, who_is_meant
from memory.change import AnyChange, EditFilm, EditScene, Recast, Redirect
from memory.film import Shot

HAIR_LOOKS = (
    r"(?:long|short|blonde?|black|red|brown|grey|white|curly|straight|wavy|dark|bald|"
    r"ginger|auburn|shaved|messy|silver|greying|braided|tied|platinum|chestnut|copper|sandy|"
    r"cropped|"
    r"blunt|sleek|shaggy|spiky|frizzy|loose|tight|pink|blue|green|purple|honey|raven|jet-black)"
)


@rule(
    r"\bhair\b|\bbald\b|\bblonde?\b|\bredhead\b|\bhaircut\b",
    rf"\b{HAIR_CUT}\b",
    rank=20,
)
def hair(clause: Clause) -> Finding | None:
    """Another hair."""
    person = person_meant(clause)
    if clause.has(r"\bwhat\b|\?"):
        return None
    if person is None:
        return who_is_meant(clause, "get another hair")
    if clause.has(r"\bbald\b|\bshave (?:his|her) head\b"):
        return Finding(changes=(Recast(character=person.id, hair="bald"),))
    if styled := hair_styled(clause.text, person.hair):
        return Finding(changes=(Recast(character=person.id, hair=styled),))
    said = re.findall(rf"\b({HAIR_LOOKS}(?:er)?)\b", clause.text)
    if not said:
        return ask(f"How should {person.name}'s hair be: length and colour?")
    old = re.split(r",", person.hair)
    rest = ", ".join(p.strip() for p in old[1:] if "hair" not in p)
    lengths = [w for w in said if w.startswith(("long", "short"))]
    kept = (
        [w for w in re.findall(r"[\w-]+", old[0]) if w != "hair" and not _same_kind(w, said)]
        if len(said) < 2
        else []
    )
    longer = [w.removesuffix("er") for w in lengths]
    words = [*longer, *kept, *(w for w in said if w not in lengths)]
    if clause.has(r"\bshorter\b|\blonger\b") and set(longer) & set(re.findall(r"[a-z]+", old[0])):
        words = ["very", *words]
    new = " ".join(dict.fromkeys(words)) + " hair" + (f", {rest}" if rest else "")
    return Finding(changes=(Recast(character=person.id, hair=new),))


def _same_kind(word: str, said: list[str]) -> bool:
    length = {"long", "short", "longer", "shorter", "shaved"}
    shape = {"curly", "straight", "wavy", "messy", "braided", "tied"}
    for group in (length, shape):
        if word in group:
            return bool(group & set(said))
    return bool(set(said) - length - shape)


@rule(r"\b(?:beard|moustache|mustache|stubble)\b", rank=18)
def beard(clause: Clause) -> Finding | None:
    """With or without a beard."""
    person = person_meant(clause)
    if person is None or clause.has(r"\?$|\bwhat\b"):
        return None if person else who_is_meant(clause, "change the beard")
    word = re.search(r"\b(?:beard|moustache|mustache|stubble)\b", clause.text)
    parts = [p.strip() for p in person.hair.split(",") if p.strip() and not (word and word[0] in p)]
    if not clause.has(r"\b(?:no|without|lose|shave|remove|take|off|drop)\b"):
        said = re.search(
            r"\b(?:an?|the|with|his|her) ((?:[\w-]+ )?(?:beard|moustache|mustache|stubble))\b",
            clause.text,
        )
        parts.append(said[1] if said else word[0] if word else "beard")
    hair = ", ".join(parts)
    aged = age.read(clause) if age.pattern.search(clause.text) else None
    also = aged.changes if aged else ()
    if hair == person.hair and not also:
        return Finding(Kind.NOOP, say=f"{person.name} is so already, so nothing moved.")
    return Finding(changes=(Recast(character=person.id, hair=hair), *also))


BUILDS = (
    r"(?:taller|thinner|heavier|slimmer|stronger|prettier|paler|rounder|skinnier|"
    r"broader|scruffier|more [a-z]+|less [a-z]+)"
)


@rule(
    rf"^(?:please )?(?:make|have) ([\w]+) (?:look )?(?:much |a bit |way )?({BUILDS})$",
    r"\b(?:give) (\w+) (?:an? )((?:[\w-]+ )?(?:scar|tattoo|freckles|limp|mole|nose|"
    r"eyes|piercing))\b",
    rank=24,
)
def build(clause: Clause) -> Finding | None:
    """The build or a mark of a character, everywhere."""
    who, said = [g for g in clause.match.groups() if g][:2]
    people = people_in(who, clause.film)
    if len(people) != 1:
        return None
    person = clause.film.characters[next(iter(people))]
    if re.search(
        r"\b(?:more|less) (?:like|of|screen|room|contrast|light|happy|sad|angry|scared)\b", said
    ):
        return None
    appearance = f"{person.appearance}, {said}" if person.appearance else said
    return Finding(changes=(Recast(character=person.id, appearance=appearance),))


@rule(
    r"\b(?:older|younger|\d+ years? old(?:er)?|\d+ years? younger|in (?:her|his|"
    r"their) (?:twenties|thirties|forties|fifties|sixties|seventies)|a teenager|"
    r"a child|elderly)\b",
    rank=23,
)
def age(clause: Clause) -> Finding | None:
    """Older, younger, or of an age."""
    person = person_meant(clause)
    if person is None or clause.has(r"\bvoice|\bsound"):
        return (
            None
            if (person is None and not clause.has(r"\b(?:older|younger)\b"))
            or clause.has("voice|sound")
            else who_is_meant(clause, "be another age")
        )
    decades = {
        "twenties": 25,
        "thirties": 35,
        "forties": 45,
        "fifties": 55,
        "sixties": 65,
        "seventies": 75,
    }
    exact = re.search(r"\b(\d+) years? old\b(?!er)", clause.text)
    step = re.search(r"\b(\d+) years? (?:older|younger)", clause.text)
    now = person.age or 35
    decade = next((a for w, a in decades.items() if w in clause.text), None)
    fixed = (
        int(exact[1])
        if exact
        else decade
        or (
            15
            if clause.has("teenager")
            else 8
            if clause.has(r"\bchild\b")
            else 75
            if clause.has("elderly")
            else None
        )
    )
    sign = -1 if clause.has("younger") else 1
    years = (
        fixed
        if fixed is not None
        else max(1, now + sign * (int(step[1]) if step else round(10 * clause.amount)))
    )
    return Finding(changes=(Recast(character=person.id, age=min(years, 120)),))


LASTING = (
    r"(?:from (?:now|here|this point) on(?: in)?|throughout|everywhere|instead|please|now|"
    r"in (?:the|this|our) (?:whole )?film|for good|all through|all over|today)"
)
"""Words about when or where a name holds; they are no part of it."""
SIMPLY = r"^(?:[\w ]+on,? )?\w+ (?:is|becomes|turns into) (?!now called|called|named|renamed)"


@rule(
    r"\brename (?:the )?(?:character )?(\w+) (?:to |as |into )?([\w' -]+)$",
    r"\b(?:change|make|set) (\w+)'s name (?:to |into )?([\w' -]+)$",
    r"\b(\w+)'s name (?:is|should be|becomes|will be|must be|changes to) (?:now )?([\w' -]+)$",
    rf"\b(?:call|name) (?:the )?(\w+) (?:something else[:,]? )?([\w'-]+(?: [\w'-]+)?)"
    rf"(?: {LASTING})*$",
    r"\b(\w+) (?:should|must|will|can|has to|ought to) (?:now )?(?:be (?:called|named)|go by) "
    r"([\w' -]+)$",
    r"\b(\w+) (?:is|gets|goes) (?:now |from now on )?(?:called|named|by(?: the name)?(?: of)?|"
    r"renamed) ([\w' -]+)$",
    rf"^(?:{LASTING},? )(\w+) (?:is|becomes) (\w+(?: \w+)?)$",
    rf"^(\w+) (?:is|becomes|turns into) (\w+(?: \w+)?),? {LASTING}$",
    rank=7,
    whole=True,
    wordy=True,
)
def rename(clause: Clause) -> Finding | None:
    """Another name; the person, the look and the voice stay."""
    old, new = [g for g in clause.match.groups() if g][:2]
    film = clause.film
    who = people_in(old, film)
    if len(who) != 1:
        return None
    person = film.characters[next(iter(who))]
    words = clause.original(re.sub(rf"(?:,? \b{LASTING})+$", "", new).strip(" ,"))
    loose = clause.match[0].startswith(("call", "name")) or clause.has(SIMPLY)
    if loose and not words[:1].isupper():
        return None  # "he is angry from now on" is a mood, not a name.
    if not words or people_in(words.lower(), film) - who:
        taken = f"{words} is in the cast already. " if words else ""
        return ask(f"{taken}What should {person.name} be called?")
    name = " ".join(w if w[:1].isupper() else w.capitalize() for w in words.split())
    changes: list[AnyChange] = [Recast(character=person.id, name=name)]
    if person.name in film.logline:
        changes.append(EditFilm(logline=_replaced(film.logline, person.name, name)))
    changes += [
        EditScene(scene=s.id, screen_axis=_replaced(s.screen_axis, person.name, name))
        for s in film.scenes.values()
        if person.name in s.screen_axis
    ]
    aside = (
        "The id, the look, the voice and every picture stay; cues and subtitles show the new name."
    )
    return Finding(changes=tuple(changes), aside=(aside,))


def _replaced(text: str, old: str, new: str) -> str:
    return re.sub(rf"\b{re.escape(old)}\b", new.replace("\\", ""), text)


@rule(
    r"\b(?:(?:give|hand) (?:her|him|them|\w+)|(?:let|have|put) (?:her|him|them|"
    r"\w+) (?:carry|have|hold|keep|with)) (?:the |an? |his |"
    r"her )?([\w' -]+?)(?: in (?:scene \d+|the \w+|shot \d+|\d+))?(?: too| as well|"
    r" also)?$|\b(?:carr(?:y|ies|ying)|holds?|holding) (?:the |an? |his |"
    r"her )([\w' -]+?)(?: in | too|$)",
    rank=61,
)
def prop(clause: Clause) -> Finding | None:
    """A prop in a character's hands, in the shots of a scene or from now on."""
    person = person_meant(clause)
    thing = next(g for g in clause.match.groups() if g)
    if person is None or re.search(
        rf"\b(?:{PIECE}|line|shot|close-up|look|voice|hair|moment|beat|second|room|"
        r"space|light)s?\b",
        thing,
    ):
        return None
    own = next(
        (p for p in person.props if thing in p.lower() or p.lower() in thing),
        clause.original(thing),
    )
    if not clause.reference.explicit:
        if own in person.props:
            return Finding(Kind.NOOP, say=f"{person.name} has the {own} already.")
        return Finding(changes=(Recast(character=person.id, props=(*person.props, own)),))
    pool = tuple(s for s in clause.reference.shots if person.id in clause.film.shots[s].subjects)
    if not pool:
        return ask(f"{person.name} is not in those shots. In which shot should the {own} be?")

    def held(shot: Shot) -> Redirect | None:
        if own in shot.action:
            return None
        return Redirect(
            shot=shot.id, action=f"{shot.action.rstrip()} {person.name} has the {own}.".strip()
        )

    return each(
        clause, f"add the {own} to", held, reference=Reference(pool, bulk=True, explicit=True)
    )

"""Notes on the cast: wardrobe, hair, age, look, names, props, likeness."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, listed, rule
from agent.notes.reading import Finding, Kind, ask
from agent.notes.reference import Reference, people_in
from memory.change import AnyChange, EditFilm, EditScene, Recast, Redirect
from memory.film import Character, Shot

GARMENTS: dict[str, str] = {
    "coat": "coat|jacket|cardigan|parka|raincoat|overcoat|cloak|blazer|hoodie|uniform|cape|vest",
    "top": "shirt|blouse|sweater|jumper|t-shirt|top|pullover|tank top",
    "dress": "dress|gown|robe|suit|overalls|kimono|tuxedo",
    "bottom": "trousers|jeans|skirt|shorts|pants|leggings",
    "shoes": "shoes|boots|sandals|heels|sneakers|trainers",
    "hat": "hat|cap|beanie|helmet|hood|bonnet|headscarf",
    "accessory": "scarf|glasses|sunglasses|gloves|necklace|tie|belt|earrings|watch|ring|shawl|mask|bow tie|apron",
}
PIECE = "|".join(GARMENTS.values())
EVERYWHERE = r"\b(?:everywhere|throughout|in (?:every|all) (?:shots?|scenes?)|in the whole film|all the time|from now on|instead|please)\b"


def person_meant(clause: Clause) -> Character | None:
    """The one member of the cast a clause is about."""
    who = people_in(clause.text, clause.film)
    return clause.film.characters[next(iter(who))] if len(who) == 1 else None


def who_is_meant(clause: Clause, what: str) -> Finding:
    """The question for a note on nobody in particular."""
    names = listed((p.name for p in clause.film.characters.values()), "or")
    return ask(
        f"Who should {what}: {names}?" if names else "There is no cast yet. Who is in the film?"
    )


def place_of_piece(person: Character, piece: str) -> str:
    """Where a garment is worn: where its like hangs now, else its usual place."""
    noun = re.findall(rf"\b(?:{PIECE})\b", piece)
    word = noun[-1] if noun else piece
    for place, worn in person.wardrobe.items():
        if word in worn.lower() or word == place:
            return place
    usual = next(
        (place for place, words in GARMENTS.items() if re.fullmatch(words, word)), "accessory"
    )
    same_kind = [
        p for p, worn in person.wardrobe.items() if re.search(rf"\b(?:{GARMENTS[usual]})\b", worn)
    ]
    if same_kind and usual != "accessory":
        return same_kind[0]
    return usual if usual not in person.wardrobe else re.sub(r"\W+", "_", word)


@rule(
    rf"\b(?:take|lose|remove|drop|without|no|off with|delete|ditch)\b[\w' ]*?\b({PIECE})\b",
    rf"\b({PIECE}) (?:comes |goes )?off\b",
    rank=19,
)
def undress(clause: Clause) -> Finding | None:
    """A piece comes off, in one scene or everywhere."""
    piece = next(g for g in clause.match.groups() if g)
    person = person_meant(clause) or _wearer(clause, piece)
    if person is None:
        return who_is_meant(clause, f"lose the {piece}")
    scene = _scene(clause)
    worn = person.worn(scene) if scene else person.wardrobe
    place = next((p for p, w in worn.items() if piece in w.lower()), None)
    if place is None:
        has = listed(worn.values()) or "nothing set"
        return Finding(
            Kind.NOOP, say=f"{person.name} wears no {piece} there ({has}), so nothing moved."
        )
    return Finding(changes=(_worn(person, {place: ""}, scene),), aside=_kept(scene, person, piece))


def _kept(scene: str | None, person: Character, piece: str) -> tuple[str, ...]:
    return (f"In the other scenes {person.name} keeps the {piece}.",) if scene else ()


def _wearer(clause: Clause, piece: str) -> Character | None:
    cast = [
        p
        for p in clause.film.characters.values()
        if any(piece in w.lower() for w in p.wardrobe.values())
    ]
    return cast[0] if len(cast) == 1 else None


def _scene(clause: Clause) -> str | None:
    scenes = clause.reference.scenes
    return scenes[0] if len(scenes) == 1 else None


def _worn(person: Character, wardrobe: dict[str, str], scene: str | None) -> Recast:
    if scene:
        return Recast(character=person.id, wardrobe=wardrobe, scene=scene)
    return Recast(character=person.id, wardrobe=wardrobe)


@rule(
    rf"\b(?:give|put|dress|wear(?:s|ing)?|in|have|has|into|change|make|swap|wants?)\b[\w' -]*?\b({PIECE})\b",
    rf"\b(?:his|her|\w+'s) (?:{PIECE})\b.*\b(?:to|be|into|is)\b",
    rank=21,
)
def dress(clause: Clause) -> Finding | None:
    """A new piece, or another colour of one."""
    if clause.has(
        r"\b(?:wearing|version|before|undo|old|keep|cut)\b.*\?|\bwhat\b|\bbefore i\b|\bkeep the\b|\bundo\b"
    ):
        return None
    found = re.search(
        rf"\b(?:an?|some|in|wear(?:s|ing)?|to|into|the|black|pair of) ((?:(?!\b(?:to|into|a|an|the|her|his|in|be|wear|wearing)\b)[\w'-]+ ){{0,4}}?(?:{PIECE}))\b(?!.*\b(?:an?|in) (?:[\w-]+ ){{1,3}}(?:{PIECE}))",
        clause.text,
    )
    recolour = re.search(
        rf"\b({PIECE})\b (?:to |should be |be |is |into |a )?(?:an? )?((?:[\w-]+ ){{0,2}}[\w-]+)$",
        re.sub(EVERYWHERE, "", clause.text).strip(),
    )
    person = person_meant(clause)
    noun = re.search(rf"\b({PIECE})\b", clause.text)
    person = person or (_wearer(clause, noun[1]) if noun else None)
    if person is None:
        return who_is_meant(clause, "wear that") if clause.has(r"\bwear|\bdress\b") else None
    piece = clause.original(found[1]).lower() if found else ""
    if recolour and (
        not piece
        or piece == recolour[1]
        or clause.has(
            rf"\b(?:his|her|the|\w+'s) {recolour[1]} (?:to|should|be|into|is)\b|\bmake (?:his|her|the|\w+'s) "
        )
    ):
        said = re.sub(r"\bone\b", "", recolour[2]).strip()
        worn = next((w for w in person.wardrobe.values() if recolour[1] in w.lower()), recolour[1])
        plain = (
            f"{said} {worn}"
            if said.endswith("er") or said.startswith("more")
            else f"{said} {recolour[1]}"
        )
        piece = said if re.search(PIECE, said) else plain
    if not piece or (re.fullmatch(PIECE, piece) and not found):
        return None
    scene = _scene(clause)
    place = place_of_piece(person, piece)
    if person.worn(scene or "").get(place) == piece:
        return Finding(Kind.NOOP, say=f"{person.name} wears that already.")
    return Finding(changes=(_worn(person, {place: piece}, scene),))


HAIR_LOOKS = r"(?:long|short|blonde?|black|red|brown|grey|white|curly|straight|wavy|dark|bald|ginger|auburn|shaved|messy|silver|greying|braided|tied)"


@rule(
    r"\bhair\b|\bbald\b|\bblonde?\b|\bredhead\b|\bponytail\b|\bbraids?\b|\bhaircut\b|\bbob\b",
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
    if hair == person.hair:
        return Finding(Kind.NOOP, say=f"{person.name} is so already, so nothing moved.")
    return Finding(changes=(Recast(character=person.id, hair=hair),))


BUILDS = r"(?:taller|thinner|heavier|slimmer|stronger|prettier|paler|rounder|skinnier|broader|scruffier|more [a-z]+|less [a-z]+)"


@rule(
    rf"^(?:please )?(?:make|have) ([\w]+) (?:look )?(?:much |a bit |way )?({BUILDS})$",
    r"\b(?:give) (\w+) (?:an? )((?:[\w-]+ )?(?:scar|tattoo|freckles|limp|mole|nose|eyes|piercing))\b",
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
    r"\b(?:older|younger|\d+ years? old(?:er)?|\d+ years? younger|in (?:her|his|their) (?:twenties|thirties|forties|fifties|sixties|seventies)|a teenager|a child|elderly)\b",
    rank=23,
)
def age(clause: Clause) -> Finding | None:
    """Older, younger, or of an age."""
    person = person_meant(clause)
    if person is None or clause.has(r"\bvoice|\bsound"):
        return (
            None
            if (person is None
            and not clause.has(r"\b(?:older|younger)\b"))
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


@rule(
    r"\brename (?:the )?(?:character )?(\w+) (?:to|as|into) ([\w' -]+)$",
    r"\b(?:change|make) (\w+)'s name (?:to )?([\w' -]+)$",
    r"\bcall (\w+) ([\w'-]+)(?: instead| from now on)?$",
    r"\b(\w+) should be (?:called|named) ([\w' -]+)$",
    r"\b(\w+) is (?:now )?called ([\w' -]+)$",
    rank=17,
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
    words = clause.original(re.sub(r"\b(?:instead|please|everywhere)\b", "", new).strip())
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
    r"\b(?:look|looks|looking|sound|sounds|talk|talks|act|acts) (?:just |exactly |more |a bit )?like\b|\bplayed by\b|\bstarring\b|\bwith the (?:face|voice|likeness) of\b|\bresembl\w+\b|\b(?:in|with) \w+ \w+'s (?:voice|face)\b|\bdeepfake\b|\bcast [\w ]+ as\b|\buse [\w ]+'s (?:face|voice|likeness)\b|\bbe [\w ]+'s double\b",
    rank=5,
    whole=True,
    wordy=True,
)
def likeness(clause: Clause) -> Finding | None:
    """A real person's likeness is declined, with an alternative."""
    if clause.has(r"\bshots? \d|\bshot \d|\bmy (?:face|photo|voice)\b"):
        return None
    named = _stranger(clause)
    if not named:
        return None
    person = person_meant(clause) or next(iter(clause.film.characters.values()), None)
    who = person.name if person else "the character"
    voice = clause.has(r"\bvoice|\bsound|\btalk")
    kind = "voice" if voice else "likeness"
    offer = "age, pitch, pace and accent" if voice else "age, build, hair, face and manner"
    return Finding(
        Kind.DECLINE,
        say=f"I do not use a real person's {kind} without their leave, so {named} is out. Instead, describe the type for "
        f"{who} ({offer}), and I will cast that.",
    )


def _stranger(clause: Clause) -> str:
    """A capitalised name that is nobody's in this film."""
    film = clause.film
    ours = {w for p in film.characters.values() for w in p.name.split()}
    ours |= {w for place in film.locations.values() for w in place.name.split()}
    after = re.split(
        r"(?i)\b(?:like|by|starring|of|resembl\w+|cast|use|with|in|as)\b",
        clause.note.raw,
        maxsplit=1,
    )[-1]
    names = re.findall(r"\b[A-Z][\w'’-]+(?: (?:de |von |van |del |la )?[A-Z][\w'’-]+)*", after)
    strange = [
        n
        for n in names
        if not set(n.replace("'s", "").split()) & ours and n not in {"I", "INT", "EXT", "CU"}
    ]
    famous = re.search(
        r"\blike ((?:a |the )?(?:young |old )?(?:actor|president|king|queen|pope) \w+)", clause.text
    )
    return strange[0] if strange else famous[1] if famous else ""


@rule(
    r"\b(?:my|this|our|a|the|her|his|their|attached) (?:own )?(?:photo|picture|selfie|face|portrait|headshot|image|likeness|photograph)s?\b.*\b(?:for|as|on|face|look|character)\b|\buse (?:a |my |this )?(?:photo|selfie|headshot|reference)\b",
    rank=14,
    whole=True,
    wordy=True,
)
def reference_photo(clause: Clause) -> Finding | None:
    """A photo as a reference needs the file and a consent."""
    if clause.has(r"\bexport\b|\bstills?\b|\bshots? \d"):
        return None
    person = person_meant(clause)
    who = f"for {person.name}" if person else "for the character"
    return ask(
        f"To use a photo {who} I need the file and the consent of the person in it. Can you attach it and confirm that "
        "they agree?"
    )


@rule(
    r"\b(?:(?:give|hand) (?:her|him|them|\w+)|(?:let|have|put) (?:her|him|them|\w+) (?:carry|have|hold|keep|with)) (?:the |an? |his |her )?([\w' -]+?)(?: in (?:scene \d+|the \w+|shot \d+|\d+))?(?: too| as well| also)?$|\b(?:carr(?:y|ies|ying)|holds?|holding) (?:the |an? |his |her )([\w' -]+?)(?: in | too|$)",
    rank=61,
)
def prop(clause: Clause) -> Finding | None:
    """A prop in a character's hands, in the shots of a scene or from now on."""
    person = person_meant(clause)
    thing = next(g for g in clause.match.groups() if g)
    if person is None or re.search(
        rf"\b(?:{PIECE}|line|shot|close-up|look|voice|hair|moment|beat|second|room|space|light)s?\b",
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

"""Notes on what the cast wears: pieces on, pieces off, in one scene or everywhere."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, listed, rule
from agent.notes.history import taken_back
from agent.notes.reading import Finding, Kind
from agent.notes.who import person_meant, who_is_meant
from memory.change import Recast
from memory.film import Character

GARMENTS: dict[str, str] = {
    "coat": "coat|jacket|cardigan|parka|raincoat|overcoat|cloak|blazer|hoodie|uniform|cape|vest",
    "top": "shirt|blouse|sweater|jumper|t-shirt|top|pullover|tank top",
    "dress": "dress|gown|robe|suit|overalls|kimono|tuxedo",
    "bottom": "trousers|jeans|skirt|shorts|pants|leggings",
    "shoes": "shoes|boots|sandals|heels|sneakers|trainers",
    "hat": "hat|cap|beanie|helmet|hood|bonnet|headscarf",
    "accessory": "scarf|glasses|sunglasses|gloves|necklace|tie|belt|earrings|watch|ring|shawl|"
    "mask|bow tie|apron",
}


PIECE = "|".join(GARMENTS.values())


EVERYWHERE = (
    r"\b(?:everywhere|throughout|in (?:every|all) (?:shots?|scenes?)|in the whole film|"
    r"all the time|from now on|instead|please)\b"
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
    r"\b(?:take|loses?|remove|drop|without|no|off with|delete|ditch|sheds?|"
    r"(?:doesn't|don't|shouldn't|never|not|isn't|no longer|stops?) (?:want |be |to )*(?:wear|have|"
    rf"wearing|wears|need)(?: any| a| an)?)\b[\w' ]*?\b({PIECE})\b",
    rf"\b({PIECE}) (?:comes |goes )?off\b",
    rank=19,
)
def undress(clause: Clause) -> Finding | None:
    """A piece comes off, in one scene or everywhere."""
    piece = next(g for g in clause.match.groups() if g)
    person = person_meant(clause) or _wearer(clause, piece)
    if person is None:
        return who_is_meant(clause, f"lose the {piece}")
    given = _given(clause, person, clause.match[0]) if not _scene(clause) else None
    if given:
        return taken_back(clause, 1, given)
    scene = _scene(clause)
    worn = person.worn(scene) if scene else person.wardrobe
    place = next((p for p, w in worn.items() if piece in w.lower()), None)
    if place is None:
        has = listed(worn.values()) or "nothing set"
        return Finding(
            Kind.NOOP, say=f"{person.name} wears no {piece} there ({has}), so nothing moved."
        )
    return Finding(changes=(_worn(person, {place: ""}, scene),), aside=_kept(scene, person, piece))


def _given(clause: Clause, person: Character, words: str) -> int | None:
    """The note that gave a piece, when it is spoken of in that note's own words: "the red coat".

    Off with that piece means what was worn before it, not nothing.
    """
    for entry in reversed(clause.situation.noted()):
        for change in entry.changes:
            if not isinstance(change, Recast) or change.character != person.id:
                continue
            if any(" " in w and w.lower() in words for w in change.wardrobe.values()):
                return entry.revision
    return None


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
    r"\b(?:give|put|dress|wear(?:s|ing)?|in|have|has|into|change|make|swap|"
    rf"wants?)\b[\w' -]*?\b({PIECE})\b",
    rf"\b(?:his|her|\w+'s) (?:{PIECE})\b.*\b(?:to|be|into|is)\b",
    rank=21,
)
def dress(clause: Clause) -> Finding | None:
    """A new piece, or another colour of one."""
    if clause.has(
        r"\b(?:wearing|version|before|undo|old|keep|cut)\b.*\?|\bwhat\b|"
        r"\bbefore i\b|\bkeep the\b|\bundo\b"
    ):
        return None
    found = re.search(
        r"\b(?:an?|some|in|wear(?:s|ing)?|to|into|the|black|"
        r"pair of) ((?:(?!\b(?:to|into|a|an|the|her|his|in|be|wear|"
        rf"wearing)\b)[\w'-]+ ){{0,4}}?(?:{PIECE}))\b(?!.*\b(?:an?|"
        rf"in) (?:[\w-]+ ){{1,3}}(?:{PIECE}))",
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
            rf"\b(?:his|her|the|\w+'s) {recolour[1]} (?:to|should|be|into|is)\b|"
            r"\bmake (?:his|her|the|\w+'s) "
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

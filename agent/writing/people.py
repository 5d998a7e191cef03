"""Casts the people of a story: names, ages, a trait one can see, a costume with its colour.

Knows no plot. Names never start with the same letter in one film; names the line gives are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from agent.writing.casting_words import Person, roles
from agent.writing.lexicon import first_names, names
from agent.writing.phrase import an

COLOURS = (
    "red", "mustard", "bottle-green", "navy", "rust", "plum", "teal", "cream", "charcoal", "ochre",
    "sky-blue", "maroon", "olive", "coral", "lilac", "sand",
)  # fmt: skip
MANNERS = ("terse", "warm", "ironic", "formal", "nervous", "blunt")
SHE = frozenset(
    "mother daughter sister grandmother granddaughter wife girlfriend queen princess actress nun "
    "waitress policewoman bride widow woman girl witch fisherwoman aunt lady heiress".split()
)
HE = frozenset(
    "father son brother grandfather grandson husband boyfriend king prince monk policeman groom "
    "widower man boy wizard fisherman uncle postman priest".split()
)
BEASTS = frozenset("robot android dragon dog cat crow alien horse wolf bear fox bird whale".split())
YOUNG = frozenset("child girl boy pupil granddaughter grandson".split())
PEERS = frozenset(
    "friend wife husband girlfriend boyfriend lover ex bride groom sister brother twin roommate "
    "flatmate classmate colleague rival partner thief".split()
)
OLD = frozenset("grandmother grandfather widow widower".split())
COUNTERPARTS = {
    "roommate": "roommate", "flatmate": "flatmate", "wife": "husband", "husband": "wife",
    "girlfriend": "boyfriend", "boyfriend": "girlfriend", "rival": "rival", "thief": "thief",
    "sister": "sister", "brother": "brother", "bride": "groom", "groom": "bride",
    "master": "apprentice", "teacher": "student", "student": "teacher", "doctor": "patient",
    "baker": "apprentice", "astronaut": "engineer", "king": "queen", "queen": "king",
    "actor": "actress", "neighbour": "neighbour", "twin": "twin", "colleague": "colleague",
    "mother": "daughter", "father": "son", "daughter": "mother", "son": "father",
}  # fmt: skip
COSTUMES = ("wool coat", "denim jacket", "raincoat", "knitted jumper", "linen shirt", "parka",
            "corduroy jacket", "cardigan", "leather jacket", "boiler suit")  # fmt: skip
TRAITS = ("hair cut too short", "a scar through one eyebrow", "hands that won't keep still",
          "glasses mended with tape", "a sunburnt nose", "boots laced with string",
          "a pencil behind one ear", "rain in the hair", "a limp on cold days",
          "ink on the fingers", "a very straight back", "one sleeve rolled higher than the other",
          "freckles like spilled pepper", "eyes that check the exits")  # fmt: skip


@dataclass(frozen=True, slots=True)
class CastMember:
    """One of the cast. `pronoun` is she, he or it; `age` is in years."""

    name: str
    role: str
    pronoun: str
    age: int
    trait: str
    costume: str
    colour: str
    manner: str

    @property
    def sheet(self) -> str:
        """What stands in brackets behind the name when it first appears."""
        age = f"{self.age}, " if self.pronoun != "it" else ""
        return f"{age}{self.trait}, {self.colour} {self.costume}"

    def facts(self, slot: str) -> dict[str, str]:
        """The forms of this person a phrase may ask for."""
        him, his = {"she": ("her", "her"), "he": ("him", "his")}.get(self.pronoun, ("it", "its"))
        return {
            slot: self.name,
            f"{slot}.he": self.pronoun,
            f"{slot}.him": him,
            f"{slot}.his": his,
            f"{slot}.He": self.pronoun.title(),
            f"{slot}.His": his.title(),
            f"{slot}.role": self.role,
            f"an {slot}.role": an(self.role),
            f"a {slot}.role": an(self.role),
            f"intro {slot}": f"{self.name.upper()} ({self.sheet})",
        }


def in_place(
    people: tuple[Person, ...], pair: tuple[str, ...], second: frozenset[str]
) -> tuple[Person, ...]:
    """The people with one of the `second` roles (a burglar, a judge) in second place."""
    odd = [p for p in people if set(p.role.split()) & second]
    if not odd or people[0] not in odd:
        return people
    plain = [p for p in people if p not in odd] or [Person(pair[0])]
    return (plain[0], odd[0], *plain[1:], *odd[1:])


def by_role(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """In a story those without a name are called what the story calls them: "the boy"."""
    called = [p if p.name else Person(p.role, p.role.split()[-1].title()) for p in people]
    return tuple({p.name: p for p in reversed(called)}.values())[::-1]


def cast(
    people: tuple[Person, ...],
    pair: tuple[str, ...],
    size: int,
    text: str,
    dice: Random,
    *,
    fixed: bool = False,
) -> tuple[CastMember, ...]:
    """A cast of `size`: the line's people first, then the roles the kind needs.

    `fixed` keeps the kind's second role where a lone sister would else get a brother.
    """
    if len(people) == 1 and people[0].role in COUNTERPARTS and not fixed:
        pair = (pair[0], COUNTERPARTS[people[0].role], *pair[2:])
    spare = [Person(role) for role in pair]
    spare = spare[len(people) :] if len(people) < len(spare) else []
    wanted = [*people, *spare, *(Person("friend") for _ in range(size))][:size]
    manners, colours = dice.sample(MANNERS, len(MANNERS)), dice.sample(COLOURS, len(COLOURS))
    taken: list[str] = [p.name for p in people if p.name]
    crew: list[CastMember] = []
    for at, person in enumerate(wanted):
        member = _cast_one(person, pair[at] if at < len(pair) else "friend", taken, text, dice)
        taken.append(member.name)
        crew.append(replace(member, manner=manners[at], colour=colours[at]))
    return _told_apart(_of_an_age(tuple(crew), dice), dice)


def _cast_one(
    person: Person, spare_role: str, taken: list[str], text: str, dice: Random
) -> CastMember:
    role = person.role or spare_role
    if person.name and not person.role:
        called = first_names().get(person.name, "")
        wrong = SHE if called == "he" else HE if called == "she" else frozenset()
        role = "friend" if wrong & set(role.split()) else role
    head = role.split()[-1] if role else "friend"
    pronoun = _pronoun(person.name, role, text, dice)
    name = person.name or _name(pronoun, taken, dice)
    costume, trait, _ = roles().get(role) or roles().get(head) or ("", "", "")
    return CastMember(
        name, role, pronoun, _age(head, role, dice), trait or dice.choice(TRAITS),
        costume or dice.choice(COSTUMES), "", "",
    )  # fmt: skip


def _pronoun(name: str, role: str, text: str, dice: Random) -> str:
    words = set(role.split())
    padded = f" {text.lower()} "
    if name in first_names():
        return first_names()[name]
    if name.endswith("a"):
        return "she"
    if words & BEASTS:
        return "it"
    if words & (SHE | HE):
        return "she" if words & SHE else "he"
    hers, his = padded.count(" her ") + padded.count(" she "), padded.count(" he ")
    his += padded.count(" his ") + padded.count(" him ")
    if hers != his:
        return "she" if hers > his else "he"
    return dice.choice(("she", "he"))


def _name(pronoun: str, taken: list[str], dice: Random) -> str:
    letters = {name[:1].upper() for name in taken}
    fits = [n for n, p in names().items() if n[0] not in letters and pronoun in (p, "it")]
    return dice.choice(fits)


def _age(head: str, role: str, dice: Random) -> int:
    if head in YOUNG:
        return dice.randint(7, 11)
    if head == "teenager":
        return dice.randint(14, 17)
    if head in OLD or (role.startswith("old ") and head != "friend"):
        return dice.randint(67, 84)
    if head in {"mother", "father", "king", "queen", "judge", "captain", "master", "widow"}:
        return dice.randint(48, 66)
    if head in {"student", "apprentice", "daughter", "son", "pupil"}:
        return dice.randint(19, 27)
    return dice.randint(24, 58)


def _of_an_age(crew: tuple[CastMember, ...], dice: Random) -> tuple[CastMember, ...]:
    """Friends, couples and siblings are about as old as the first of them."""
    first = crew[0]
    if first.role.split()[-1] not in PEERS:
        return crew
    return tuple(
        replace(m, age=max(19, first.age + dice.randint(-4, 4)))
        if m is not first and m.role.split()[-1] in PEERS else m
        for m in crew
    )  # fmt: skip


def _told_apart(crew: tuple[CastMember, ...], dice: Random) -> tuple[CastMember, ...]:
    """No two with the same costume or trait: the later one gets another."""
    told: list[CastMember] = []
    for member in crew:
        clothes, seen = {m.costume for m in told}, {m.trait for m in told}
        costume, trait = member.costume, member.trait
        if costume in clothes:
            costume = dice.choice([c for c in COSTUMES if c not in clothes])
        if trait in seen:
            trait = dice.choice([t for t in TRAITS if t not in seen])
        told.append(replace(member, costume=costume, trait=trait))
    return tuple(told)

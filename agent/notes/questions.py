"""Questions about the film: length, takes, route, continuity, cast, lines, cost, decisions."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.notes.grammar import Clause, Reader, Rule, listed, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding, Kind, ToolCall, answer, ask
from agent.notes.who import person_meant
from memory.film import Film
from memory.vocabulary import Route

ASKING = re.compile(
    r"^(?:and |so |but |ok(?:ay)?,? |please |can you |could you )*(?:what|who|"
    r"whose|when|where|why|which|how|is|are|does|do|did|was|were|has|have|any|"
    r"tell|show|list|remind|check|describe|read|give me the (?:cast|shots|list|"
    r"lines)|our|continuity|provenance|runtime|total)\b"
)


def question(*patterns: str, rank: int = 9, whole: bool = True) -> Callable[[Reader], Rule]:
    """A rule for what is asked, never for what is told."""

    def made(reader: Reader) -> Rule:
        def asked(clause: Clause) -> Finding | None:
            said = clause.note.raw.rstrip().endswith(("?", "？"))
            return reader(clause) if said or ASKING.search(clause.text) else None

        asked.__name__ = getattr(reader, "__name__", "question")
        return rule(*patterns, rank=rank, whole=whole, wordy=True)(asked)

    return made


ROUTE_NAMES = {
    Route.THEATRE: "the theatre (our own renderer, previz)",
    Route.GRADE: "a grade of an earlier take",
}


@question(
    r"\bhow long\b|\bwhat(?:'s| is) the (?:length|runtime|duration|running time)\b|"
    r"\bhow many (?:seconds|minutes)\b|\bruntime\?|\btotal (?:length|time|"
    r"duration)\b",
    rank=8,
    whole=True,
)
def how_long(clause: Clause) -> Finding | None:
    """The length of the film, a scene or a shot."""
    film, found = clause.film, clause.reference
    if clause.has(
        r"\b(?:take|need) (?:to|you)\b|\bhow long (?:will|does) (?:it|the render|rendering) take\b"
    ):
        return None
    if found.missing:
        return ask(f"There is no {found.missing}. {film.extent()} Which one do you mean?")
    named = found.explicit and not found.film
    shots = found.shots if named else film.order
    seconds = float(sum(film.shots[s].length for s in shots) / film.frame_rate)
    what = (
        f"Shot {film.number(shots[0])}"
        if named and len(shots) == 1
        else "Those shots"
        if named
        else "The film"
    )
    verb = "run" if what.endswith("s") and named and len(shots) > 1 else "runs"
    if named and found.scenes:
        what, verb = f"Scene {film.scene_order().index(found.scenes[0]) + 1}", "runs"
    return answer(
        f"{what} {verb} {seconds:.1f} s in {len(shots)} shot{'s' if len(shots) != 1 else ''}."
    )


@question(
    r"\bwhich takes?\b|\bhow many takes\b|\bwhat takes?\b|"
    r"\bwhich version of (?:shot )?\d+\b|\b(?:list|show)(?: me)? the takes\b",
    rank=8,
    whole=True,
)
def takes(clause: Clause) -> Finding | None:
    """Which take of a shot is in the cut, and which others there are."""
    found = clause.reference
    if len(found.shots) != 1:
        return ask(f"Of which shot? {clause.film.extent()}")
    shot = found.shots[0]
    shelf = clause.situation.takes.get(shot)
    number = clause.film.number(shot)
    if not shelf or not shelf.names:
        return answer(f"Shot {number} has no take yet.")
    return answer(
        f"Shot {number} plays {shelf.active or shelf.names[-1]} in the cut; it has "
        f"{listed(shelf.names)}."
    )


@question(
    r"\b(?:what|which|how) (?:did|do|does|was|were|is|are)\b.*\b(?:use|used|make|"
    r"made|render|rendered|shoot|shot with|created|generated)\b|\bwhich (?:route|"
    r"model|renderer|engine|tool)\b|\bwhat (?:model|renderer|engine|route|tool)\b|"
    r"\bprovenance\b|\bhow was (?:shot )?\d+\b|"
    r"\bwhere does (?:shot )?\d+ come from\b",
    rank=9,
    whole=True,
)
def made_with(clause: Clause) -> Finding | None:
    """What a shot was made with."""
    found = clause.reference
    shots = found.shots if found.shots and not found.missing else clause.film.order
    if not shots:
        return answer("Nothing has been made yet.")
    parts = []
    for shot in shots[:6]:
        own = clause.film.shots[shot]
        shelf = clause.situation.takes.get(shot)
        take = f", take {shelf.active}" if shelf and shelf.active else ""
        name = ROUTE_NAMES.get(own.route, f"the {own.route.value} route")
        parts.append(f"Shot {clause.film.number(shot)} was made by {name}{take}, seed {own.seed}")
    return answer(". ".join(parts) + ". The ledger holds every input.")


@question(
    r"\b(?:jump|cross|break|hold)\w*\b.*\b(?:the )?(?:line|axis|180)\b|"
    r"\bcontinuity\b|\bscreen direction\b|\beye-?lines?\b.*\?|\banything (?:wrong|"
    r"off|broken)\b|\bdoes (?:everything|it all) match\b|\bany (?:problems|errors|"
    r"mistakes)\b|\bcheck (?:the )?(?:film|cut|continuity|everything)\b",
    rank=9,
    whole=True,
)
def continuity(clause: Clause) -> Finding | None:
    """Whether the screen direction holds; the supervisor's full list is one word away."""
    if clause.has(r"\b(?:fix|make|put|ignore)\b"):
        return None
    if not clause.has(r"\bline\b|\baxis\b|\b180\b|\bscreen direction\b|\beye-?line"):
        return Finding(Kind.ANSWER, calls=(ToolCall("check_film"),), say="Checking the film.")
    broken = [problem for s in clause.film.order if (problem := _side(clause.film, s))]
    if broken:
        return answer(f"Yes: {' '.join(broken)}")
    return answer("No, nothing jumps the line: every framing keeps the side its scene sets.")


def _side(film: Film, shot_id: str) -> str:
    """What a framing says against its scene's axis; "" when it holds."""
    shot = film.shots[shot_id]
    axis = film.scenes[shot.scene].screen_axis
    for who in shot.subjects:
        name = re.escape(film.characters[who].name)
        held = re.search(rf"\b{name}\b[^;]*?camera (left|right)", axis, re.IGNORECASE)
        framed = re.search(
            rf"\b{name}(?:'s)? (?:on the |in the )?(left|right)(?: third)?\b",
            shot.composition,
            re.IGNORECASE,
        )
        if held and framed and held[1].lower() != framed[1].lower():
            return (
                f"shot {film.number(shot_id)} frames {film.characters[who].name} "
                f"{framed[1]}, the scene keeps {held[1]}."
            )
    return ""


@question(
    r"\bwhat(?:'s| is| are| does| do)? (\w+)(?: is| are)? wear(?:s|ing)?\b|"
    r"\bwhat (?:does|is|are) (\w+) wear",
    rank=9,
    whole=True,
)
def wearing(clause: Clause) -> Finding | None:
    """What a character wears, in a scene or as a rule."""
    person = person_meant(clause)
    if person is None:
        return None
    scene = clause.reference.scenes[0] if clause.reference.scenes else ""
    if not scene and len(clause.reference.shots) == 1:
        scene = clause.film.shots[clause.reference.shots[0]].scene
    worn = person.worn(scene)
    where = f" in scene {clause.film.scene_order().index(scene) + 1}" if scene else ""
    return answer(
        f"{person.name} wears {listed(worn.values()) or 'nothing set'}{where}; "
        f"hair: {person.hair or 'not set'}."
    )


@question(
    r"\bwho(?:'s| is| are)? (?:in|speaks in|appears in|on)\b|\bwho is \w+\b|"
    r"\bwho(?:'s| is) in (?:the film|it)\b|\bwho are the characters\b|"
    r"\blist the (?:cast|characters)\b|\bshow (?:me )?the cast\b",
    rank=9,
    whole=True,
)
def who(clause: Clause) -> Finding | None:
    """Who is in a shot, or in the film."""
    film, found = clause.film, clause.reference
    person = person_meant(clause)
    if person and clause.has(r"\bwho is\b"):
        return answer(
            f"{person.name}, {person.age or 'age not set'}, "
            f"{person.role or 'in the cast'}: {person.appearance or person.hair}."
        )
    if found.explicit and len(found.shots) == 1:
        names = listed(film.characters[w].name for w in film.shots[found.shots[0]].subjects)
        return answer(f"Shot {film.number(found.shots[0])} shows {names or 'nobody'}.")
    if found.explicit and found.scenes and found.shots:
        there = [w for s in found.shots for w in film.shots[s].subjects]
        names = listed(film.characters[w].name for w in dict.fromkeys(there))
        scenes = listed(film.scene_order().index(s) + 1 for s in found.scenes)
        return answer(f"Scene {scenes} shows {names or 'nobody'}.")
    names = listed(f"{p.name} ({p.role})" if p.role else p.name for p in film.characters.values())
    return answer(f"In the cast: {names}." if names else "There is no cast yet.")


@question(
    r"\bwhat (?:does|do|did) (\w+) say\b|\bwhat(?:'s| is) (?:the|her|his|"
    r"\w+'s) line\b|\bwho says\b|\bread (?:me )?the (?:lines|dialogue)\b|"
    r"\bwhat are the lines\b",
    rank=9,
    whole=True,
)
def lines(clause: Clause) -> Finding | None:
    """What is said, by whom, where."""
    film, found = clause.film, clause.reference
    people = people_in(clause.text, film)
    pool = found.shots if found.explicit and found.shots else film.order
    said = [
        f'shot {film.number(s)}, {film.characters[line.character].name}: "{line.line}"'
        for s in pool
        for line in film.shots[s].dialogue
        if (not people or line.character in people)
        and (not clause.note.quotes or clause.note.quotes[0].lower() in line.line.lower())
    ]
    return answer(_sentence("; ".join(said[:12])) if said else "Nobody speaks there.")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


@question(r"\bhow many (?:shots|scenes|characters|locations|lines)\b", rank=9, whole=True)
def how_many(clause: Clause) -> Finding | None:
    """How many shots, scenes, people, lines."""
    film = clause.film
    spoken = sum(len(film.shots[s].dialogue) for s in film.order)
    return answer(
        f"{len(film.order)} shots in "
        f"{len({film.shots[s].scene for s in film.order})} scenes, "
        f"{len(film.characters)} in the cast, {spoken} spoken lines."
    )


@question(
    r"\bhow much\b.*\b(?:cost|spent|spend|money)\b|\bwhat (?:did|does|will|"
    r"would) (?:it|this|that) cost\b|\bwhat(?:'s| is) the budget\b|"
    r"\bhow much (?:is|was) (?:it|this|that)\b",
    rank=9,
    whole=True,
)
def cost(clause: Clause) -> Finding | None:
    """What was spent, and what may be."""
    budget = clause.film.budget
    return answer(
        f"Spent so far: {budget.spent_usd:g} dollars; the budget is "
        f"{budget.max_usd:g}. The theatre costs nothing."
    )


@question(
    r"\bwhat(?:'s| is| happens)? (?:happening )?(?:in|on|about) (?:shot |"
    r"scene )?\d+\b|\bdescribe\b|\btell me about\b|"
    r"\bwhat does (?:shot )?\d+ (?:show|look like)\b|\bwhat (?:size|lens|angle|"
    r"light|weather|move)\b.*\?",
    rank=12,
    whole=True,
)
def what_is_in(clause: Clause) -> Finding | None:
    """What a shot holds, in one line."""
    film, found = clause.film, clause.reference
    if len(found.shots) != 1:
        return Finding(
            Kind.ANSWER, calls=(ToolCall("show_film", {"part": "shots"}),), say="Here: the shots."
        )
    shot = film.shots[found.shots[0]]
    light = shot.lighting
    seconds = float(shot.length / film.frame_rate)
    return answer(
        f"Shot {film.number(shot.id)}: {shot.size.value}, {shot.angle.value}, "
        f"{shot.lens_mm} mm, camera {shot.movement.type.value.replace('_', ' ')}, "
        f"{seconds:.1f} s, brightness {light.brightness:.2f}, {light.color_temp_k} K. {shot.action}"
    )

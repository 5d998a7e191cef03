"""Notes on what happens in a shot: faces, manner, blocking, action in free words."""

from __future__ import annotations

import itertools
import re

from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.lexicon import content_words
from agent.notes.naming import people_in
from agent.notes.reading import Finding, Kind
from agent.notes.reference import Reference
from memory.change import Redirect
from memory.film import Film, Shot
from memory.vocabulary import Emotion

FEELINGS: tuple[tuple[str, Emotion], ...] = (
    (
        r"happ(?:y|ier)|smil(?:e|es|ing)|cheerful|joyful|laugh(?:s|ing)?|delighted|"
        r"grin(?:s|ning)?",
        Emotion.HAPPY,
    ),
    (
        r"sad(?:der|ly)?|cry(?:ing)?|cries|tears?|tearful|heartbroken|grieving|"
        r"melanchol\w+|sob(?:s|bing)?|broken",
        Emotion.SAD,
    ),
    (r"angr(?:y|ier|ily)|furious|mad(?:der)?|rage|fierce|shout(?:s|ing)?", Emotion.ANGRY),
    (r"afraid|scared|frightened|terrified|fear(?:ful)?|nervous|anxious|worried", Emotion.AFRAID),
    (r"surprised|shocked|startled|astonished|stunned", Emotion.SURPRISED),
    (r"disgusted|revolted", Emotion.DISGUSTED),
    (
        r"tender(?:ly)?|loving|gentle|softer in (?:her|his) face|kind(?:er)?|"
        r"affectionate",
        Emotion.TENDER,
    ),
    (
        r"neutral|blank|expressionless|deadpan|poker face|calm(?:er)?|composed|stoic",
        Emotion.NEUTRAL,
    ),
)
HARD_MOTIONS = (
    r"\b(?:trips?|stumbl\w+|falls?|fight\w*|juggl\w+|danc\w+|jump\w*|climb\w*|"
    r"cartwheel\w*|somersault\w*|wrestl\w+|crash\w*|leap\w*)\b"
)
AT_THE_END = r"\b(?:at|in|by) the (?:very )?end\b"
SIMPLE_WORD = (
    "Simple motions hold up best; a cut-around to a close detail is the safe way if it "
    "does not read."
)


@rule(*(rf"\b(?:{words})\b" for words, _ in FEELINGS), rank=58)
def feeling(clause: Clause) -> Finding | None:
    """A face: sadder in 6, smiling at the end."""
    if clause.has(
        r"\b(?:music|story|ending|scene|film|camera|light|tone|line|says?|voice|rain|score)\b"
    ) and not clause.has(r"\bin (?:the )?scene\b"):
        return None
    words, emotion = next((w, e) for w, e in FEELINGS if clause.has(rf"\b(?:{w})\b"))
    if clause.has(rf"\bless (?:\w+ )?(?:{words})\b|{NOT_TO} .*\b(?:so|that|as|too) (?:{words})\b"):
        return _held_back(clause)
    if clause.has(rf"{NOT_TO} (?:\w+ ){{0,3}}?(?:{words})\b"):
        return _faced(clause, Emotion.NEUTRAL, ", nothing more")
    return _faced(clause, emotion)


def _faced(clause: Clause, emotion: Emotion, tail: str = "") -> Finding | None:
    """One face in the shots meant; `tail` ends the sentence on how it looks."""
    who = people_in(clause.text, clause.film)
    ends = clause.has(AT_THE_END) and not clause.reference.explicit and bool(clause.film.order)
    if not (who or ends or clause.reference.explicit or clause.situation.focused):
        return None

    def faced(shot: Shot) -> Redirect | None:
        people = [w for w in shot.subjects if w in who] if who else list(shot.subjects)
        if not people:
            return None
        faces = {**shot.emotions, **dict.fromkeys(people, emotion)}
        more = clause.has(COMPARED)
        if faces == shot.emotions and not more:
            return None
        looks = _verb(emotion, len(people), more=more and faces == shot.emotions) + tail
        sentence = f"{_name(clause.film, people)} {looks}."
        action = shot.action
        if sentence not in action:
            action = f"{action.rstrip()} {sentence}".strip()
        if faces != shot.emotions:
            return Redirect(shot=shot.id, emotions=faces, action=action)
        stronger = _stronger(clause, shot, people)
        if stronger == shot.intensity:
            return None
        return Redirect(shot=shot.id, intensity=stronger, action=action)

    where = Reference(clause.film.order[-1:], explicit=True) if ends else where_played(clause, who)
    return each(clause, f"make the face {emotion.value} in", faced, reference=where)


NOT_TO = (
    r"\b(?:not|no|never|without|stop|stops|shouldn't|doesn't|don't|mustn't|isn't|can't|won't|no "
    r"more|"
    r"needn't|wouldn't)"
)


def _held_back(clause: Clause) -> Finding:
    """A face that shows its feeling less: one step of intensity down."""
    from agent.notes.gaze import INTENSITY_STEP, strength

    who = people_in(clause.text, clause.film)

    def calmer(shot: Shot) -> Redirect | None:
        people = [w for w in shot.subjects if not who or w in who]
        step = INTENSITY_STEP * clause.amount
        after = {w: clamp(strength(shot, w) - step, 0.05, 1) for w in people}
        return Redirect(shot=shot.id, intensity={**shot.intensity, **after}) if people else None

    return each(clause, "hold the feeling back in", calmer, reference=where_played(clause, who))


def _name(film: Film, people: list[str]) -> str:
    return " and ".join(film.characters[p].name for p in people)


def _verb(emotion: Emotion, count: int, *, more: bool = False) -> str:
    word = f"still more {emotion.value}" if more else emotion.value
    return f"look {word}" if count > 1 else f"looks {word}"


COMPARED = r"\b(?:sadder|happier|angrier|madder|kinder|more|even|still|much|way)\b"


def _stronger(clause: Clause, shot: Shot, people: list[str]) -> dict[str, float]:
    """A face that is there already shows it more: one step of intensity."""
    from agent.notes.gaze import INTENSITY_STEP, strength

    step = INTENSITY_STEP * clause.amount
    return {**shot.intensity, **{w: clamp(strength(shot, w) + step, 0.05, 1) for w in people}}


def where_played(clause: Clause, who: frozenset[str]) -> Reference | None:
    """The shots of a person, where a note on a person names no shot."""
    found = clause.reference
    if found.explicit and found.bulk:
        kept = tuple(s for s in found.shots if not who or who & set(clause.film.shots[s].subjects))
        return Reference(kept, bulk=True, explicit=True) if kept else None
    if found.shots or found.missing:
        return None
    return _spoken_of(clause, who)


def _spoken_of(clause: Clause, who: frozenset[str]) -> Reference | None:
    film = clause.film
    if clause.has(r"\b(?:answers?|repl(?:y|ies)|responds?)\b"):
        shots = tuple(s for s in film.order if _answers(film, s, who))
        if shots:
            return Reference(
                shots if len(shots) == 1 else (),
                candidates=shots if len(shots) > 1 else (),
                explicit=True,
            )
    if clause.has(r"\b(?:speaks?|says?|talks?|line)\b"):
        shots = tuple(
            s for s in film.order if any(line.character in who for line in film.shots[s].dialogue)
        )
        if shots:
            return Reference(
                shots if len(shots) == 1 else (),
                candidates=shots if len(shots) > 1 else (),
                explicit=True,
            )
    own = tuple(s for s in film.order if who & set(film.shots[s].subjects))
    if len(own) == 1:
        return Reference(own, explicit=True)
    described = clause.described()
    return described or (Reference(candidates=own, explicit=True) if own else None)


def _answers(film: Film, shot_id: str, who: frozenset[str]) -> bool:
    """Whether someone of `who` speaks here after another one spoke before."""
    lines = [(s, line) for s in film.order for line in film.shots[s].dialogue]
    for (_, before), (shot, line) in itertools.pairwise(lines):
        if shot == shot_id and line.character in who and before.character != line.character:
            return True
    return False


MODAL = r"(?:should|must|needs? to|has to|have to|could|will|would|can|might|ought to|gets? to)"
DIRECTED = (
    r"^(?:i want |i'd like |let's |make |have |let |let's have |maybe |can |"
    r"could )*(?P<who>she|he|they|her|him|them|it|the [\w-]+(?: in the [\w-]+|"
    r" in (?:shot )?\d+)?|[\w-]+) "
    rf"(?:{MODAL} |to )?(?P<what>(?:not |slowly |really |suddenly |just |never )*[a-z']+.*)$"
)


OF_THE_CUT = (
    r"\b(?:shots?|inserts?|scenes?|close-ups?|wides?|cutaways?|takes?|cuts?|film|camera|lights?|"
    r"lighting|music|frame|framing|ending|opening|pace|title|dissolve|lens|focus|move)\b"
)
"""What no free words can direct: it is not in the picture."""


@rule(DIRECTED, rank=80)
def directed(clause: Clause) -> Finding | None:
    """A note in free words on what someone or something does: added to the shot's action."""
    who = people_in(clause.match["who"], clause.film)
    if clause.has(
        r"\?$|\bwhy\b|\bwhat\b|\bhow\b|\bplease\?|\bbetter\b|\bflat\b|\bfix\b|"
        r"\btension\b|\bsense\b|\bfunn"
    ):
        return None
    modal = re.search(rf"\b{MODAL}\b|^(?:i want|have|let|make)\b", clause.text)
    both = clause.match["who"] in {"they", "them"} and len(clause.reference.shots) == 1
    if both:
        who = frozenset(clause.film.shots[clause.reference.shots[0]].subjects)
    who = who or _pronoun_there(clause)
    if not who and not (clause.match["who"].startswith("the ") and modal):
        return None
    subject = clause.match["who"].partition(" in ")[0]
    if not who and (re.search(OF_THE_CUT, subject) or re.match(OF_THE_CUT, clause.match["what"])):
        return None
    what = _deed(clause)
    if not what or (
        re.match(r"(?:is|are|was|be|looks?|sounds?|feels?|seems?)\b", what) and not who
    ):
        return None
    reference = where_played(clause, who) if who else _with_thing(clause)
    words = _sentence(clause, who, what)
    aside = (SIMPLE_WORD,) if re.search(HARD_MOTIONS, what) else ()

    def played(shot: Shot) -> Redirect | None:
        if words in shot.action:
            return None
        enters = re.search(r"\benters?\b|\bcomes? in\b", words)
        parts = (words, shot.action) if enters else (shot.action, words)
        return Redirect(shot=shot.id, action=" ".join(p.strip() for p in parts if p.strip()))

    found = each(clause, "redirect", played, reference=reference, aside=aside)
    return found if found.kind is not Kind.ASK or who else None


def _pronoun_there(clause: Clause) -> frozenset[str]:
    """Whom a pronoun means among those in the shot that is spoken of."""
    pronoun = {"she": "she", "her": "she", "he": "he", "him": "he"}.get(clause.match["who"])
    film, shots = clause.film, clause.reference.shots
    if pronoun is None or len(shots) != 1:
        return frozenset()
    there = film.shots[shots[0]].subjects
    same = [w for w in there if film.characters[w].pronoun == pronoun]
    return frozenset(same if len(same) == 1 else ())


def _deed(clause: Clause) -> str:
    what = clause.match["what"]
    what = re.sub(
        r"\b(?:in|for|on) (?:shots? )?\d+(?:(?:,| and) \d+)*$|\bin scene \d+$|"
        r"\bin the two-shot\b|\bin the (?:last|first|final|opening) (?:shot|scene)$|"
        r"\bplease$|\btoo$",
        "",
        what,
    ).strip()
    return what.rstrip(" ,")


def _with_thing(clause: Clause) -> Reference | None:
    """The shot in which the thing is seen, when no shot is named."""
    if clause.reference.explicit:
        return None
    thing = content_words(clause.match["who"])
    film = clause.film
    shots = tuple(
        s
        for s in film.order
        if thing
        & content_words(f"{film.shots[s].action} {' '.join(film.shots[s].lighting.practicals)}")
    )
    return (
        Reference(
            shots if len(shots) == 1 else (),
            candidates=shots if len(shots) > 1 else (),
            explicit=True,
        )
        if shots
        else None
    )


def _sentence(clause: Clause, who: frozenset[str], what: str) -> str:
    subject = " and ".join(clause.film.characters[w].name for w in sorted(who))
    if not subject:
        thing = re.sub(r" in (?:the [\w-]+|(?:shot )?\d+)$", "", clause.match["who"])
        subject = thing[0].upper() + thing[1:]
    deed = re.sub(r"^(shouldn't|mustn't|needn't|wouldn't|should not) ", "not ", what)
    if re.match(r"(?:more|less|very|so|a bit|a little|too|much) \w+", deed):
        deed = f"is {deed}"
    verb, _, rest = (deed if deed != what else clause.original(what)).partition(" ")
    verb, rest = _finite(verb.lower(), rest, len(who) > 1)
    return f"{subject} {verb} {rest}".strip() + "."


IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do")}
REFUSED = {"doesn't", "don't", "won't", "can't", "cannot", "didn't", "isn't", "aren't"}


def _finite(verb: str, rest: str, many: bool) -> tuple[str, str]:
    """A verb as an action says it: "not look" is "does not look", "be" is "is"."""
    if verb in {"doesn't", "don't", "won't", "not", "never"}:
        deed, _, left = rest.partition(" ")
        if verb == "never":
            return "never", f"{deed if many else _third_person(deed)} {left}".strip()
        if deed in {"be", "being"}:
            return ("are" if many else "is"), f"not {left}".strip()
        return ("do" if many else "does"), f"not {rest}"
    if verb in REFUSED:
        return verb, rest
    if verb in IRREGULAR:
        return IRREGULAR[verb][many], rest
    return (verb if many else _third_person(verb)), rest


def _third_person(verb: str) -> str:
    if verb in {"not", "slowly", "really", "suddenly", "just", "never"} or (
        verb.endswith("s") and not verb.endswith("ss")
    ):
        return verb
    if verb.endswith(("ss", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"

"""Notes on where someone looks, and how strongly a feeling is played."""

from __future__ import annotations

import re

from agent.notes.acting import MODAL, where_played
from agent.notes.grammar import Clause, clamp, each, rule
from agent.notes.naming import people_in
from agent.notes.reading import Finding
from memory.change import Redirect
from memory.film import Shot

INTENSITY_STEP = 0.2
LOOKS = (
    r"\b(?P<who>she|he|they|her|him|them|[\w-]+)(?:'s eyes)?,? (?P<modal>(?:" + MODAL + r"|to) )?"
    r"(?P<not>(?:does not|doesn't|do not|don't|not|never|won't|avoids?|stops?) )?"
    r"(?P<verb>look(?:s|ing)?|gaz(?:e|es|ing)|star(?:e|es|ing)|glanc(?:e|es|ing)|"
    r"keep(?:s)? (?:her|his) eyes|peer(?:s|ing)?) "
    r"(?P<way>at|to|towards?|into|out at|out to|on|over at|back at|straight at|"
    r"directly at|right at|away from|through|past|down at|up at) "
    r"(?P<at>(?:(?:the|his|her|an?) (?!in (?:shot |scene )?\d))?[\w'-]+(?: [\w'-]+){0,3}?)"
    r"(?P<rest>(?: until| when| as| before| while| after| and| then)\b.*)?"
    r"(?= in (?:shot |scene )?\d| throughout|,|$)"
)


@rule(LOOKS, r"\beye ?line\b", rank=37)
def looks_at(clause: Clause) -> Finding | None:
    """Whom or what someone looks at: the camera, one of the cast, a thing."""
    found = re.search(LOOKS, clause.text)
    if not found or clause.has(r"\?$|\bhow\b|\bwhat\b|\blook like\b|\blet me\b|\bshow me\b"):
        return None
    who = people_in(found["who"], clause.film)
    if not who and found["who"] in {"they", "them"} and len(clause.reference.shots) == 1:
        who = frozenset(clause.film.shots[clause.reference.shots[0]].subjects)
    if not who:
        return None
    refused = found["not"] is not None or found["way"] == "away from"
    at = _seen(clause, found["at"])
    deed = _deed(clause, found)

    def turned(shot: Shot) -> Redirect | None:
        people = [w for w in shot.subjects if w in who]
        if not people:
            return None
        eyes = {w: a for w, a in shot.looks_at.items() if w not in people}
        if not refused:
            eyes |= dict.fromkeys(people, at)
        names = " and ".join(clause.film.characters[p].name for p in people)
        words = f"{names} {deed if len(people) == 1 else _plural(deed)}."
        action = shot.action if words in shot.action else f"{shot.action.rstrip()} {words}".strip()
        if eyes == shot.looks_at and action == shot.action:
            return None
        return Redirect(shot=shot.id, action=action, looks_at=eyes)

    return each(clause, "turn the eyes in", turned, reference=where_played(clause, who))


def _seen(clause: Clause, words: str) -> str:
    """What the eyes are on, as the document keeps it: an id of the cast, "camera", or a thing."""
    plain = re.sub(r"^(?:the|an?) ", "", words.strip())
    if re.fullmatch(r"(?:camera|lens|audience|us)", plain):
        return "camera"
    who = people_in(plain, clause.film)
    if len(who) == 1 and re.fullmatch(r"(?:her|him|[\w-]+)", plain):
        return next(iter(who))
    return clause.original(plain)


def _deed(clause: Clause, found: re.Match[str]) -> str:
    verb = re.sub(r"(?:ing|e?s)$", "", found["verb"].split()[0])
    verb = {"gaz": "gaze", "star": "stare", "glanc": "glance", "keep": "look"}.get(verb, verb)
    who = people_in(found["at"], clause.film)
    at = found["at"].strip()
    at = at if at in {"her", "him"} or not who else clause.original(at)
    rest = f"{found['way']} {at}{found['rest'] or ''}"
    refused = found["not"]
    if refused and not refused.startswith(("avoid", "stop")):
        return f"does not {verb} {rest}"
    if refused:
        return f"{'avoids' if refused.startswith('avoid') else 'stops'} looking {rest}"
    return f"{verb}s {rest}"


def _plural(deed: str) -> str:
    return re.sub(r"^does ", "do ", re.sub(r"^(\w+)s ", r"\1 ", deed, count=1))


LESS = (
    r"\b(?:dial|tone|bring|take|play) (?:it |that |her |him |them |\w+ |(?:her|his|the|\w+'s) "
    r"performance )?(?:right |way )?down\b|\b(?:underplay|hold back|holds back|restrain(?:ed)?|"
    r"less (?:intense|emotional|theatrical|big|dramatic|expressive|acting)|over-?act(?:s|ing)?|"
    r"overplay(?:s|ed|ing)?|smaller performance|subtler|more (?:subtle|restrained|contained)|"
    r"too (?:big|much|broad|theatrical))\b"
)
MORE = (
    r"\b(?:dial|amp|play|ramp|crank) (?:it |that |her |him |them |\w+ |(?:her|his|the|\w+'s) "
    r"performance )?(?:right |way )?up\b|\b(?:more (?:intense|emotional|expressive|emotion|"
    r"intensity|dramatic)|bigger performance|bigger reaction|go (?:bigger|further) with)\b"
)


@rule(LESS, MORE, rank=39)
def intensity(clause: Clause) -> Finding | None:
    """A performance played bigger or smaller."""
    who = people_in(clause.text, clause.film)
    if clause.has(
        r"\b(?:music|light|lighting|color|colors|contrast|sound|voice|camera|haze|volume|score|"
        r"grain|saturation|effects?|exposure|key|fill|brightness|ambience)\b"
    ):
        return None
    if not who and not clause.has(r"\b(?:perform\w+|acting|emotion\w*|reaction|play)\b"):
        return None
    up = not clause.has(LESS)
    step = INTENSITY_STEP * clause.amount * (1 if up else -1)

    def played(shot: Shot) -> Redirect | None:
        people = [w for w in shot.subjects if w in who] if who else list(shot.subjects)
        after = {w: clamp(strength(shot, w) + step, 0.05, 1) for w in people}
        if not people or all(shot.intensity.get(w) == v for w, v in after.items()):
            return None
        names = " and ".join(clause.film.characters[p].name for p in people)
        plays = ("plays" if len(people) == 1 else "play") + (" it bigger" if up else " it smaller")
        words = f"{names} {plays}."
        action = shot.action if words in shot.action else f"{shot.action.rstrip()} {words}".strip()
        return Redirect(shot=shot.id, intensity={**shot.intensity, **after}, action=action)

    what = "play bigger" if up else "play smaller"
    return each(clause, what, played, reference=where_played(clause, who))


def strength(shot: Shot, who: str) -> float:
    """How strongly a feeling shows now; without a word on it, as the shot's energy says."""
    return shot.intensity.get(who, round(0.45 + 0.5 * shot.energy, 4))


MANNER = (
    r"\b(?:play(?:s|ed)?|perform(?:s|ed)?|make) (?:it |this |that )?(?P<who>\w+)(?:'s (?:"
    r"performance|reaction|acting|delivery))? (?:it )?(?:as )?"
    r"(?:much |way |a (?:bit|touch|little) )?"
    r"(?P<how>(?:more|less) \w+|colder|cooler|warmer|softer|harder|lighter|darker|quieter|tougher|"
    r"weaker|stiffer|looser|bolder|shyer|drier|flatter)\b"
)


@rule(MANNER, rank=38)
def manner(clause: Clause) -> Finding | None:
    """A way of playing that is no feeling by name: colder, drier, more guarded."""
    who = people_in(clause.match["who"], clause.film)
    if not who or not clause.has(r"\bplay|\bperform|\bacting|\breaction|\bdelivery"):
        return None
    how = clause.original(clause.match["how"])

    def played(shot: Shot) -> Redirect | None:
        people = [w for w in shot.subjects if w in who]
        names = " and ".join(clause.film.characters[p].name for p in people)
        words = f"{names} plays it {how}."
        if not people or words in shot.action:
            return None
        return Redirect(shot=shot.id, action=f"{shot.action.rstrip()} {words}".strip())

    return each(clause, f"be played {how}", played, reference=where_played(clause, who))

"""Notes on sound: music, effects, the mix, voices. None of these re-makes a picture."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, aim, each, left_alone, rule
from agent.notes.level import LOUDER, MUSIC_STEP_DB, QUIETER, level
from agent.notes.lexicon import content_words
from agent.notes.naming import people_in
from agent.notes.place import weather
from agent.notes.reading import Finding
from agent.notes.reference import Reference
from agent.notes.voice import voiced
from memory.change import AnyChange, Dress, EditMix
from memory.film import Shot
from memory.vocabulary import Track

SOUND = (
    r"\b(?:sounds?|effects?|noise|sound effects?|ambience|atmos|hum|footsteps|gulls|"
    r"wind gust|thud|click|foley|audio|engine)\b"
)


@rule(
    r"\bmute\b|\b(?:make|keep) (?:it|the film|everything) silent\b|\b(?:no|without|"
    r"kill|turn off|lose) (?:all )?(?:the )?(?:sound|audio)\b(?! effects)|"
    r"\bunmute\b|\bsilent film\b|\bsound (?:off|back on|on)\b",
    rank=12,
    whole=True,
)
def mute(clause: Clause) -> Finding | None:
    """A track, or everything, is muted; nothing is deleted."""
    if clause.has(r"\bmute the colors?\b|\bmuted colors?\b|\bmusic\b") and not clause.has(
        r"\beverything\b"
    ):
        return None
    on = clause.has(r"\bunmute\b|\bback on\b|\bsound on\b")
    track = _track(clause.text)
    who = people_in(clause.text, clause.film)
    if who:
        return Finding(
            changes=tuple(
                voiced(clause.film.characters[w], gain_db=0 if on else -40) for w in sorted(who)
            )
        )
    if clause.reference.explicit and not clause.reference.film:
        return None
    fields: dict[str, Any] = {"muted": not on}
    if track:
        fields["track"] = track
    return Finding(
        changes=(EditMix(**fields),),
        aside=() if on else ("Lines, effects and cues stay in the film for export.",),
    )


def _track(text: str) -> Track | None:
    table = (
        (r"dialogue|voices|lines|speech", Track.DIALOGUE),
        (r"effects?|foley", Track.EFFECTS),
        (r"ambience|atmos|background (?:sound|noise)|room tone", Track.AMBIENCE),
        (r"music", Track.MUSIC),
    )
    return next((track for words, track in table if re.search(rf"\b(?:{words})\b", text)), None)


@rule(
    r"\b(?:dialogue|voices|speech|effects|sound effects|ambience|atmos|room tone|"
    r"everything|overall volume|volume|mix|master)\b.*\b(?:louder|quieter|softer|"
    r"up|down|lower|higher|too (?:loud|quiet)|db)\b|\b(?:louder|quieter|turn (?:up|"
    r"down)|raise|lower)\b.*\b(?:dialogue|voices|effects|ambience|volume|mix|"
    r"master)\b",
    rank=14,
    whole=True,
)
def mix(clause: Clause) -> Finding | None:
    """The level of a track, or of the whole mix."""
    if clause.has(r"\bmusic\b|\b\w+'s voice\b|\bcamera\b|\bbright|\blight"):
        return None
    change = level(clause.text, MUSIC_STEP_DB)
    if change is None:
        return None
    track = _track(clause.text)
    now = clause.film.mix.gains_db.get(track, 0.0) if track else clause.film.mix.master_db
    after = max(-60.0, min(12.0, now + change))
    return Finding(
        changes=(EditMix(track=track, gain_db=after) if track else EditMix(gain_db=after),)
    )


HEARD = (
    r"\b(?:can't|cannot|can hardly|can barely|could(?:n't| not)) hear (?:the |her |"
    r"his |any )?([\w' -]+)$"
)


@rule(
    HEARD,
    rf"{LOUDER}.*{SOUND}|{SOUND}.*{LOUDER}",
    rf"{QUIETER}.*{SOUND}|{SOUND}.*{QUIETER}",
    r"\bturn (?:the )?[\w' ]+ (?:up|down)\b",
    r"^(?:quieter|louder|softer) [\w' ]+|\b[\w' ]+ (?:is |are )?(?:too (?:loud|"
    r"quiet)|louder|quieter)$",
    rank=26,
)
def effect_level(clause: Clause) -> Finding | None:
    """An effect louder or quieter, in the shots that have it."""
    heard = re.search(HEARD, clause.text)
    step = "louder" if heard else _louder_or_quieter(clause.text)
    if step is None or clause.has(r"\bmusic\b|\bvoice\b|\bdialogue\b|\bspeak"):
        return None
    wanted = content_words(
        re.sub(
            r"\b(?:turn|louder|quieter|softer|loud|quiet|lower|raise|boost|reduce|"
            r"bring|pull|hear|sounds?|effects?|too|down|up)\b",
            " ",
            heard[1] if heard else clause.text,
        )
    )
    film = clause.film
    pool = (
        clause.reference.shots
        if clause.reference.explicit
        else (film.order if not clause.situation.focused else (clause.situation.focused,))
    )
    fits = tuple(s for s in pool if any(wanted & content_words(e) for e in film.shots[s].sfx))
    if not fits and not clause.reference.explicit:
        fits = tuple(
            s for s in film.order if any(wanted & content_words(e) for e in film.shots[s].sfx)
        )
    if not fits:
        return None

    def heard_at(shot: Shot) -> Dress | None:
        sfx = tuple(at_level(e, step) if wanted & content_words(e) else e for e in shot.sfx)
        return None if sfx == shot.sfx else Dress(shot=shot.id, sfx=sfx)

    return each(
        clause,
        f"make that sound {step} in",
        heard_at,
        reference=Reference(fits, bulk=len(fits) > 1, explicit=True),
    )


def _louder_or_quieter(text: str) -> str | None:
    if re.search(QUIETER, text):
        return "quieter"
    return "louder" if re.search(LOUDER, text) else None


LADDER = ("very quiet", "quiet", "", "loud", "very loud")


def at_level(effect: str, step: str) -> str:
    """An effect one step louder or quieter: "engine hum" -> "engine hum, quiet"."""
    name, _, now = effect.partition(", ")
    at = LADDER.index(now) if now in LADDER else 2
    after = LADDER[max(0, min(4, at + (1 if step == "louder" else -1)))]
    return f"{name}, {after}" if after else name


@rule(
    r"\b(?:add|put|need|want|give|have|hear|lay|insert|let's hear|should hear|"
    rf"with|some)\b.*{SOUND}|\badd (?:an? |some |the )?[\w' ]*?\b(?:\w*horn|bell|"
    r"thunder|gulls?|footsteps|knock|creak|whistle|siren|waves|wind|birds?|clock|"
    r"heartbeat|door slam|applause|dog bark\w*|bark\w*|rain on|crash|splash|bang|"
    r"footfall\w*)\b|\b(?:should|want to|let us|let me) hear\b",
    rank=27,
)
def effect_add(clause: Clause) -> Finding | None:
    """A new effect in a shot."""
    if clause.has(
        r"\bmusic\b|\bshots? of\b|\bline\b|\bvoice over\b|\bno\b|\bremove\b|\blouder\b|\bquieter\b"
    ):
        return None
    found = re.search(
        r"\b(?:sounds?|effects?|noise|sound effects?) (?:of|like) (?:the |an? |"
        r"some )?([\w' -]+?)(?= (?:in|to|on|over|under|at|for) (?:shot|the|scene|"
        r"\d|every|all)|$)",
        clause.text,
    )
    found = found or re.search(
        r"\b(?:add|put|hear|lay|want|need|give|have|with) (?:us |me |it |"
        r"in )?(?:an? |some |the |more )*([\w' -]+?)(?: sounds?| effects?| noise|"
        r" sound effects?)?(?= (?:in|to|on|over|under|at|for) (?:shot|the|scene|\d|"
        r"every|all|this|it)|$)",
        clause.text,
    )
    if not found:
        return None
    name = re.sub(r"\bshots?\b|\d+", "", clause.original(found[1])).strip().lower()
    if not name:
        return None

    def added(shot: Shot) -> Dress | None:
        return None if name in shot.sfx else Dress(shot=shot.id, sfx=(*shot.sfx, name))

    return each(clause, "add that sound to", added)


@rule(
    rf"\b(?:lose|remove|delete|cut|kill|no|without|drop|take out|stop)\b.*{SOUND}|"
    r"\b(?:lose|remove|delete|kill|no|drop|take out) (?:the |"
    r"any )?([\w' ]+?)(?: (?:in|from) (?:shot |scene )?[\w ]+)?$",
    rank=29,
)
def effect_remove(clause: Clause) -> Finding | None:
    """An effect goes, where it is heard."""
    if clause.has(r"\bmusic\b|\bshots? \d+ entirely\b|\bline\b"):
        return None
    if clause.has(
        r"\b(?:the|that|this) [\w' -]*\b(?:shot|insert|close-up|wide|one|scene|cutaway|single)s?$"
    ):
        return None  # "the magpie insert" is a shot, whatever is heard in it.
    skies = re.sub(r"\b(?:fog|wind|rain|storm)[ -]?(?:horn|gust|chime|drop)s?\b", "", clause.text)
    if weather.pattern.search(skies) and not clause.has(SOUND):
        return None  # "no rain on the pier" is a sky, not a sound.
    film = clause.film
    everything = clause.has(r"\b(?:all|no|any|the) (?:sounds?|sound effects|effects|noise)\b")
    wanted = content_words(
        re.sub(
            rf"{SOUND}|\b(?:lose|remove|delete|cut|kill|without|drop|take|stop)\b", " ", clause.text
        )
    ) | content_words(" ".join(re.findall(SOUND, clause.text)))
    pool = (
        clause.reference.shots
        if clause.reference.explicit or clause.situation.focused
        else film.order
    )
    fits = tuple(
        s
        for s in pool
        if film.shots[s].sfx
        and (
            any(wanted & content_words(e) for e in film.shots[s].sfx)
            or (everything and clause.reference.shots)
        )
    )
    if not fits:
        return None
    locked = [s for s in fits if film.shots[s].locked]
    changes: list[AnyChange] = []
    for s in fits:
        shot = film.shots[s]
        kept = tuple(e for e in shot.sfx if not (wanted & content_words(e)) and not everything)
        if s not in locked and kept != shot.sfx:
            changes.append(Dress(shot=s, sfx=kept))
    if locked and not changes:
        return aim(clause, "take the sound out", reference=Reference(fits, explicit=True)).problem
    return (
        Finding(changes=tuple(changes), aside=left_alone(film, locked), shots=fits)
        if changes
        else None
    )

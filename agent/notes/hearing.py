"""Notes on what is heard: words lost in the mix, a sound described by how it comes."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, each, left_alone, rule
from agent.notes.level import MUSIC_STEP_DB
from agent.notes.lexicon import content_words
from agent.notes.music import INSTRUMENT
from agent.notes.naming import people_in
from agent.notes.reading import Finding
from agent.notes.sound import at_level
from agent.notes.voice import VOICE_STEP_DB, voiced
from memory.change import AnyChange, Dress, EditMix, EditMusic
from memory.film import Shot
from memory.vocabulary import Track

SPEECH = (
    r"(?:dialogue|voices?|words?|lines?|speech|they(?:'re| are)? say(?:ing)?|they say|"
    r"is (?:being )?said|(?:she|he|\w+)(?:'s| is) saying|(?:she|he) says|a (?:word|thing)|talking|"
    r"what's said|anyone|anybody|people)"
)
CANNOT = (
    r"(?:can't|cannot|couldn't|can (?:barely|hardly|scarcely)|could (?:barely|hardly)|"
    r"(?:nobody|no one) can|don't|hard to|difficult to|impossible to|barely|hardly|struggle to|"
    r"struggling to)"
)
CATCH = r"(?:make out|hear|understand|catch|follow|get|pick out|tell)"
BURIES = (
    r"(?:bury|buries|burying|buried|drown\w*|swamp\w*|mask\w*|cover(?:s|ing|ed)?(?: up)?|fight\w*|"
    r"compet\w+ with|smother\w*|swallow\w*|los(?:e|es|ing)|lost|sits? on top of|steps? on|eats?|"
    r"overpower\w*|too loud for|louder than|on top of|in the way of|gets? in the way of)"
)


@rule(
    rf"\b{CANNOT} (?:even |really |quite )?{CATCH}\b.*\b{SPEECH}\b",
    rf"\b{CANNOT} (?:make out|understand|follow|catch) \w+\b",
    rf"\b(?:music|{INSTRUMENT}|sounds?|effects?|noise|waves|wind|engine|rain|[\w]+)\b(?: is| "
    rf"are|'s|"
    rf" keeps?)? (?:just |really |still )?{BURIES}\b.*\b(?:dialogue|voices?|words?|lines?|"
    rf"speech)\b",
    r"\b(?:dialogue|voices?|words?|lines?|speech)\b(?: is| are|'s| gets?| keeps?)?(?: getting| "
    r"being)? "
    rf"(?:just |really )?{BURIES}\b.*\b(?:under|in|by|behind|beneath|the)\b",
    r"\b(?:we|i|you) (?:lose|miss|are losing|keep losing) the (?:dialogue|voices|words|lines|"
    r"speech)\b",
    rank=10,
    whole=True,
)
def words_lost(clause: Clause) -> Finding | None:
    """What is said is made plain again: what covers it goes down, else the voice comes up."""
    if clause.has(r"\?$|\bshot of\b|\b(?:cut|remove|delete|add|write|change) the (?:line|words)\b"):
        return None
    if clause.has(rf"\b(?:music|score|{INSTRUMENT})\b"):
        gain = max(-60.0, clause.film.music.gain_db - MUSIC_STEP_DB * clause.amount)
        return Finding(changes=(EditMusic(gain_db=round(gain, 2)),))
    return _covering(clause) or _raised(clause)


def _covering(clause: Clause) -> Finding | None:
    """The effects named as what covers the words, one step down."""
    film = clause.film
    named = content_words(re.sub(rf"\b(?:{SPEECH}|{CATCH})\b", " ", clause.text))
    everything = clause.has(r"\b(?:sound effects|effects|noise|background)\b")
    pool = clause.reference.shots if clause.reference.explicit else film.order
    changes: list[AnyChange] = []
    locked: list[str] = []
    for shot in (film.shots[s] for s in pool):
        quieter = tuple(
            at_level(e, "quieter") if everything or named & content_words(e) else e
            for e in shot.sfx
        )
        if quieter != shot.sfx and shot.locked:
            locked.append(shot.id)
        elif quieter != shot.sfx:
            changes.append(Dress(shot=shot.id, sfx=quieter))
    return Finding(changes=tuple(changes), aside=left_alone(film, locked)) if changes else None


def _raised(clause: Clause) -> Finding | None:
    """One speaker's voice up, or the whole dialogue when nobody is named."""
    film = clause.film
    step = VOICE_STEP_DB * clause.amount
    who = sorted(people_in(clause.text, film))
    if who and not clause.has(r"\bthey\b"):
        people = [film.characters[w] for w in who]
        return Finding(
            changes=tuple(voiced(p, gain_db=min(20.0, p.voice.gain_db + step)) for p in people)
        )
    if not clause.has(SPEECH):
        return None
    gain = min(12.0, film.mix.gains_db.get(Track.DIALOGUE, 0.0) + step)
    return Finding(changes=(EditMix(track=Track.DIALOGUE, gain_db=gain),))


SOURCE = (
    r"(?:dogs?|church bells?|bells?|thunder|kettle|radio|tractor|fog ?horn|siren|sea ?gulls?|"
    r"gulls?|"
    r"owls?|crows?|crickets?|cicadas?|frogs?|train|whistle|doors?|floorboards?|wind|leaves|"
    r"footsteps?|telephone|phone|traffic|plane|aeroplane|helicopter|laughter|applause|crowd|engine|"
    r"motor|car|truck|boat|waves?|water|tap|clock|church|hammer|saw|axe|chainsaw|cows?|sheep|"
    r"horses?|"
    r"rooster|cockerel|cat|wolf|wolves|baby|children|kids|tv|television|piano|alarm|gate|chain|"
    r"rope|"
    r"drip|rain|birds?|birdsong|insects|bees|flies|fly|hens?|geese|gunshots?|fireworks)"
)
SOUNDING = (
    r"(?:bark|ring|toll|chim|whistl|roll|rumbl|hum|buzz|creak|slam|knock|tick|drip|cry|call|howl|"
    r"hoot|cry|scream|laugh|chatter|murmur|clatter|clank|rattl|rustl|crackl|hiss|roar|blow|blar|"
    r"honk|beep|chirp|croak|neigh|moo|bleat|clapp|bang|tapp|scratch|echo|idl|start|pass|runn|"
    r"ticking|"
    r"wail|whin|moan|squeak|boil|splash|lapp|lap|sing|play|flapp|purr|thump|thudd|gurgl)(?:ing|"
    r"s|ing up|s up)"
)
AFAR = (
    r"(?:a long way (?:off|away)|far (?:away|off)|in the (?:distance|background)|off[- ]?screen|"
    r"out of (?:shot|frame|sight|view)|somewhere(?: off)?|distant(?:ly)?|faint(?:ly)?|overhead|"
    r"next door|outside|upstairs|off in the distance|nearby|miles off|miles away)"
)
WHERE = (
    r"(?:in|under|over|on|for|during|behind|beneath|across|throughout|at) "
    r"(?=(?:the |shots? |scenes? )?(?:\d|first|last|opening|closing|final|kitchen|\w+))"
)


@rule(
    rf"^(?:(?:i'd like|i want|i would like|we need|let's|let me|let us|add|lay in|put|put in|"
    rf"drop in|"
    rf"give me|can we|could we|maybe|and|have)(?: to)?(?: hear| have)? )?(?P<name>(?:(?:an?|"
    rf"some|the) )?"
    rf"(?:{AFAR},? (?:an? |the )?)?(?:[\w'-]+ ){{0,2}}?{SOURCE}(?: {SOUNDING})?(?: [\w' -]*?)?)"
    rf"(?: (?:from )?(?:{AFAR}))?(?: {WHERE}(?P<where>.+))$",
    rank=11,
    whole=True,
)
def sound_described(clause: Clause) -> Finding | None:
    """A sound said by what makes it and how it comes: "a dog barking a long way off in 11"."""
    heard = clause.text
    asked = re.match(r".*?\b(?:hear|sound|lay in)\b", heard)
    if not (asked or re.search(rf"\b{SOUNDING}\b", heard) or re.search(rf"\b{AFAR}\b", heard)):
        return None
    if clause.has(
        r"\?$|\b(?:no|without|lose|remove|less|more|louder|quieter|shot of|insert|close-up|wide|"
        r"she|"
        r"he|they|her|his|walks?|looks?|music|lamp|light|weather|storm)\b"
    ) or people_in(heard, clause.film):
        return None
    where = clause.about(_as_place(clause.match["where"]))
    if not where.shots:
        return None
    name = _plain_sound(heard[: clause.match.start("where")])

    def added(shot: Shot) -> Dress | None:
        return None if name in shot.sfx else Dress(shot=shot.id, sfx=(*shot.sfx, name))

    return each(clause, "add that sound to", added, reference=where)


def _as_place(where: str) -> str:
    return f"shot {where}" if where[:1].isdigit() else f"in {where}"


def _plain_sound(words: str) -> str:
    """The effect's name: "distant dog barking"."""
    far = re.search(rf"\b{AFAR}\b", words)
    text = re.sub(rf",? ?\b(?:from )?{AFAR}\b,?", " ", words)
    text = re.sub(
        r"^.*?\b(?:to hear|hear|lay in|put in|drop in|add|put|give me|have|want|need)\b", " ", text
    )
    joint = WHERE.partition(" ")[0]
    text = re.sub(rf"\s(?:{joint})\s*$", " ", f"{text} ")
    text = re.sub(r"^\s*(?:an?|some|the|and|maybe|of)\b", " ", " ".join(text.split()))
    name = " ".join(text.split())
    if not far or name.startswith("distant"):
        return name
    near = re.match(r"overhead|nearby|next door|outside|upstairs|off|out", far[0])
    return f"{far[0]} {name}" if near else f"distant {name}"

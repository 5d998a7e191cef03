"""Notes on sound: music, effects, the mix, voices. None of these re-makes a picture."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, aim, each, left_alone, rule
from agent.notes.lexicon import content_words
from agent.notes.reading import Finding, Kind, ask
from agent.notes.reference import Reference, people_in
from memory.change import AnyChange, Dress, EditMix, EditMusic, Recast
from memory.film import Character, Shot
from memory.vocabulary import Track

MUSIC_STEP_DB = 4.0
VOICE_STEP_DB = 3.0
TEMPO_STEP = 0.15
LOUDER = r"\b(?:louder|turn(?: \w+){0,3} up|more|raise|up|boost|higher|can't hear|cannot hear|can hardly hear|too (?:quiet|soft|low)|bring up|push)\b"
QUIETER = r"\b(?:quieter|softer|lower|turn(?: \w+){0,3} down|less|reduce|down|duck|too loud|drowns?|overpower\w*|bring down|pull back|subtler|calm down|tone down)\b"


def level(text: str, step: float) -> float | None:
    """The change of level in dB that the words ask for; None when they ask for none."""
    exact = re.search(r"([+-]?)(\d+(?:\.\d+)?) ?db\b", text)
    quiet = re.search(QUIETER, text) is not None
    loud = re.search(LOUDER, text) is not None and not re.search(r"\btoo loud\b", text)
    if exact:
        return float(exact[2]) * (-1 if exact[1] == "-" or (quiet and exact[1] != "+") else 1)
    if not (quiet or loud):
        return None
    from agent.notes.lexicon import amount

    return step * amount(re.sub(r"\bpush\b", "", text)) * (-1 if quiet else 1)


@rule(r"\bmusic\b|\bsong\b|\bpiano\b|\bstrings\b|\bscore\b|\btempo\b", rank=13, whole=True)
def music(clause: Clause) -> Finding | None:
    """Level, place, tempo and style of the score."""
    if clause.has(
        r"\?$|\bwhat\b|\bwhich\b|\bplays? the piano\b|\bmusician\b|\bshot of\b|\bmusic box\b|\bundo\b"
    ):
        return None
    for read in (_music_placed, _music_off, _music_tempo, _music_level, _music_style):
        found = read(clause)
        if found is not None:
            return found
    return None


def _music_placed(clause: Clause) -> Finding | None:
    film, found = clause.film, clause.reference
    if clause.has(
        r"\b(?:start|starts|begin|begins|enter|enters|come in|comes in|bring in|bring (?:the )?(?:music|it) in|kick in|kicks in)\b"
    ):
        shot = _shot_at(clause)
        return (
            shot
            if isinstance(shot, Finding)
            else Finding(changes=(EditMusic(start_shot=shot),))
            if shot
            else ask("At which shot should the music start?")
        )
    if clause.has(
        r"\b(?:end|ends|stop|stops|fade out|fades out|finish|until|cut out|cuts out|out)\b"
    ) and not clause.has(r"\bstop the music$|\bto the end\b"):
        shot = _shot_at(clause)
        if isinstance(shot, Finding):
            return shot
        before = clause.has(r"\bbefore\b")
        if shot and before and film.order.index(shot):
            shot = film.order[film.order.index(shot) - 1]
        return Finding(changes=(EditMusic(end_shot=shot),)) if shot else None
    if (
        clause.has(
            r"\b(?:no|without|lose|drop|kill|mute|remove|cut|take out|silence)\b[\w ]*\bmusic\b|\bmusic off\b|\bno music\b"
        )
        and found.scenes
    ):
        return Finding(changes=(_left_out(clause, found.scenes),))
    if clause.has(r"\bonly (?:in|over|under|during|for)\b") and found.scenes:
        muted = tuple(s for s in film.scene_order() if s not in found.scenes)
        return Finding(changes=(EditMusic(muted_scenes=muted, enabled=True),))
    if clause.has(r"\b(?:back|restore|add|put|bring|want|need)\b") and found.scenes:
        muted = tuple(s for s in film.music.muted_scenes if s not in found.scenes)
        if muted != film.music.muted_scenes:
            return Finding(changes=(EditMusic(muted_scenes=muted),))
    return None


def _left_out(clause: Clause, scenes: tuple[str, ...]) -> EditMusic:
    """A score without some scenes: it ends before them or starts after them where it can."""
    film = clause.film
    order, music = film.scene_order(), film.music
    at = [order.index(scene) for scene in scenes]
    first = film.order.index(film.scene_shots(order[min(at)])[0])
    last = film.order.index(film.scene_shots(order[max(at)])[-1])
    starts = film.order.index(music.start_shot) if music.start_shot in film.order else 0
    ends = film.order.index(music.end_shot) if music.end_shot in film.order else len(film.order) - 1
    if starts < first <= ends <= last:
        return EditMusic(end_shot=film.order[first - 1])
    if first <= starts <= last < ends:
        return EditMusic(start_shot=film.order[last + 1])
    return EditMusic(muted_scenes=tuple(dict.fromkeys([*music.muted_scenes, *scenes])))


def _shot_at(clause: Clause) -> str | Finding | None:
    """The shot at which the music starts or ends, by number or by what happens there."""
    found = clause.reference
    if found.missing:
        return ask(f"There is no {found.missing}. {clause.film.extent()} Which one?")
    if found.explicit and found.shots:
        ending = clause.has(r"\b(?:end|ends|stop|until|out)\b")
        return found.shots[-1] if ending else found.shots[0]
    event = re.search(r"\b(?:when|until|as|where|at|after|before|once) (.+)$", clause.text)
    if not event:
        return None
    described = clause.described(event[1])
    if described and described.candidates:
        return described.candidates[0]
    return described.shots[0] if described else None


def _music_off(clause: Clause) -> Finding | None:
    if clause.has(
        r"\b(?:no|without|lose|drop|kill|mute|remove|delete|turn off|switch off|cut|stop)\b[\w ]*\bmusic\b|\bmusic off\b"
    ):
        if clause.reference.explicit and not clause.reference.film:
            scenes = tuple(
                dict.fromkeys(clause.film.shots[s].scene for s in clause.reference.shots)
            )
            return (
                ask(
                    f"Music runs over whole scenes. Shall I leave it out of all of scene {clause.film.scene_order().index(scenes[0]) + 1}?"
                )
                if scenes
                else None
            )
        if not clause.film.music.enabled:
            return Finding(Kind.NOOP, say="There is no music already, so nothing moved.")
        return Finding(changes=(EditMusic(enabled=False),))
    if (
        clause.has(r"\b(?:music (?:back )?on|turn on|switch on|bring back|add|put|restore)\b")
        and not clause.film.music.enabled
    ):
        return Finding(changes=(EditMusic(enabled=True),))
    return None


def _music_tempo(clause: Clause) -> Finding | None:
    exact = re.search(r"\b(\d{2,3}) ?bpm\b", clause.text)
    now = clause.film.music.tempo_bpm or 72
    if exact:
        return Finding(changes=(EditMusic(tempo_bpm=max(30, min(220, int(exact[1])))),))
    if clause.has(r"\b(?:faster|quicker|slower|speed up|slow down|too (?:slow|fast)|tempo)\b"):
        slower = clause.has(r"\bslower|slow down|too fast|lower|down\b")
        after = round(now * (1 + TEMPO_STEP * clause.amount * (-1 if slower else 1)))
        return Finding(changes=(EditMusic(tempo_bpm=max(30, min(220, after))),))
    return None


def _music_level(clause: Clause) -> Finding | None:
    if clause.has(
        r"\b(?:more|less) (?!music\b|loud|quiet|volume|of the music)\w+"
    ) and not clause.has(r"\bdb\b|loud|quiet|volume|turn"):
        return None
    change = level(clause.text, MUSIC_STEP_DB)
    if change is None or clause.has(r"\b(?:upbeat|sadder|happier|darker)\b"):
        return None
    if clause.reference.explicit and not clause.reference.film:
        word = "lower" if change < 0 else "raise"
        return ask(
            f"The score has one level for the whole film. Shall I {word} it everywhere, or leave it out of some scenes?"
        )
    after = max(-60.0, min(12.0, clause.film.music.gain_db + change))
    return Finding(changes=(EditMusic(gain_db=round(after, 2)),))


def _music_style(clause: Clause) -> Finding | None:
    found = (
        re.search(
            r"\b(?:music|score|song)\b[\w ]*?\b(?:to|be|into|as|more|less|with|is|sound|feel|like|a bit|:)\b (?:a |an |some |something |more |like )*([\w ,'-]+)$",
            clause.text,
        )
        or re.search(
            r"\b(?:make|use|want|need|give|put|add|try|have|do|play|change|with)\b (?:me |us |it |a |an |some |the |more |something |to )*((?!music)[\w ,'-]+?) (?:music|song)\b",
            clause.text,
        )
        or re.search(r"^((?:more |less )?[\w-]+(?: [\w-]+)?) music\b", clause.text)
    )
    tools = re.search(
        r"\b(?:more|just|only|solo|add|with) ([\w ]*(?:piano|strings|cello|violin|guitar|drums|synth|brass|choir|flute|organ|percussion|harp))\b",
        clause.text,
    )
    words = tools[1] if tools else found[1] if found else ""
    words = re.sub(r"\b(?:the|music|please|instead|in scene \d+|scene \d+)\b", "", words).strip(
        " ,"
    )
    if not words or re.fullmatch(r"(?:scene|shot)?\s*\d+|it|that|this|not|back", words):
        return None
    now = clause.film.music.style
    more = re.search(r"\b(?:more|less|add|a bit)\b", clause.text)
    word = clause.original(words)
    if clause.has(r"\bless\b"):
        word = f"less {word}"
    return Finding(changes=(EditMusic(style=f"{now}, {word}" if more and now else word),))


SOUND = r"\b(?:sounds?|effects?|noise|sound effects?|ambience|atmos|hum|footsteps|gulls|wind gust|thud|click|foley|audio|engine)\b"


@rule(
    r"\bmute\b|\b(?:make|keep) (?:it|the film|everything) silent\b|\b(?:no|without|kill|turn off|lose) (?:all )?(?:the )?(?:sound|audio)\b(?! effects)|\bunmute\b|\bsilent film\b|\bsound (?:off|back on|on)\b",
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
                _voice(clause.film.characters[w], gain_db=0 if on else -40) for w in sorted(who)
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
    r"\b(?:dialogue|voices|speech|effects|sound effects|ambience|atmos|room tone|everything|overall volume|volume|mix|master)\b.*\b(?:louder|quieter|softer|up|down|lower|higher|too (?:loud|quiet)|db)\b|\b(?:louder|quieter|turn (?:up|down)|raise|lower)\b.*\b(?:dialogue|voices|effects|ambience|volume|mix|master)\b",
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


@rule(
    r"\bvoice\b|\bsounds?\b.*\b(?:older|younger|deeper|higher|softer|rougher|warmer|tired)\b|\b(?:speaks?|talks?|speaking|talking)\b.*\b(?:slower|faster|quicker|louder|quieter|higher|lower|deeper|too (?:fast|slow))\b|\baccent\b|\bcan't hear (?:her|him|mara|theo|\w+)(?: at all| properly|)$",
    rank=16,
    whole=True,
)
def voice(clause: Clause) -> Finding | None:
    """Pitch, pace, level, accent of a character's voice."""
    film = clause.film
    who = people_in(clause.text, film)
    if clause.has(r"\?$|\bvoice over\b|\bmy voice\b|\bvoices\b"):
        return None
    if len(who) != 1:
        return (
            None
            if not clause.has(r"\bvoice\b")
            else ask(f"Whose voice: {' or '.join(p.name for p in film.characters.values())}?")
        )
    person = film.characters[next(iter(who))]
    fields = _voice_fields(clause, person)
    if not fields:
        return ask(
            f"What about {person.name}'s voice: higher or deeper, slower or faster, louder or softer?"
        )
    lines = sum(line.character == person.id for s in film.shots.values() for line in s.dialogue)
    return Finding(
        changes=(_voice(person, **fields),),
        aside=(f"{lines} lines are spoken again; no picture is re-made.",),
    )


def _voice_fields(clause: Clause, person: Character) -> dict[str, Any]:
    now, size = person.voice, clause.amount
    fields: dict[str, Any] = {}
    if clause.has(r"\btoo deep|\btoo low\b|\bhigher\b|\blighter\b|\byounger\b|\bbrighter\b"):
        fields["pitch"] = min(99, round(now.pitch + 12 * size))
    elif clause.has(
        r"\bdeeper\b|\blower\b|\btoo (?:high|thin|shrill|young|squeaky)|\bolder\b|\bdarker\b|\bgruff\w*|\bhusk\w+"
    ):
        fields["pitch"] = max(0, round(now.pitch - 12 * size))
    if clause.has(r"\bslower\b|\btoo (?:fast|quick)|\bslow down\b"):
        fields |= {
            "rate": max(80, round(now.rate * (1 - 0.15 * size))),
            "pace": max(0.5, round(now.pace * (1 - 0.1 * size), 3)),
        }
    elif clause.has(r"\bfaster\b|\bquicker\b|\btoo slow|\bspeed up\b"):
        fields |= {
            "rate": min(300, round(now.rate * (1 + 0.15 * size))),
            "pace": min(2.0, round(now.pace * (1 + 0.1 * size), 3)),
        }
    if clause.has(r"\blouder\b|\bcan't hear\b|\btoo quiet\b"):
        fields["gain_db"] = min(20.0, now.gain_db + VOICE_STEP_DB * size)
    elif clause.has(r"\bquieter\b|\bsofter\b|\btoo loud\b"):
        fields["gain_db"] = max(-40.0, now.gain_db - VOICE_STEP_DB * size)
    accent = re.search(r"\b(?:an? |with an? )?(\w+) accent\b", clause.text)
    if accent and accent[1] not in {"the", "her", "his", "no", "an", "a", "less", "more"}:
        fields["accent"] = accent[1]
    if clause.has(r"\bno accent\b|\blose the accent\b"):
        fields["accent"] = "neutral"
    timbre = re.search(
        r"\b(warm|warmer|raspy|breathy|nasal|hoarse|smooth|husky|gruff|soft|rough|alto|tenor|bass|baritone|soprano)\b",
        clause.text,
    )
    if timbre:
        fields["timbre"] = timbre[1].removesuffix("er") if timbre[1] == "warmer" else timbre[1]
    return fields


def _voice(person: Character, **fields: Any) -> Recast:
    return Recast(
        character=person.id, voice=type(person.voice)(**{**person.voice.model_dump(), **fields})
    )


HEARD = r"\b(?:can't|cannot|can hardly|can barely|could(?:n't| not)) hear (?:the |her |his |any )?([\w' -]+)$"


@rule(
    HEARD,
    rf"{LOUDER}.*{SOUND}|{SOUND}.*{LOUDER}",
    rf"{QUIETER}.*{SOUND}|{SOUND}.*{QUIETER}",
    r"\bturn (?:the )?[\w' ]+ (?:up|down)\b",
    r"^(?:quieter|louder|softer) [\w' ]+|\b[\w' ]+ (?:is |are )?(?:too (?:loud|quiet)|louder|quieter)$",
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
            r"\b(?:turn|louder|quieter|softer|loud|quiet|lower|raise|boost|reduce|bring|pull|hear|sounds?|effects?|too|down|up)\b",
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
        sfx = tuple(_at_level(e, step) if wanted & content_words(e) else e for e in shot.sfx)
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


def _at_level(effect: str, step: str) -> str:
    """An effect one step louder or quieter: "engine hum" -> "engine hum, quiet"."""
    name, _, now = effect.partition(", ")
    at = LADDER.index(now) if now in LADDER else 2
    after = LADDER[max(0, min(4, at + (1 if step == "louder" else -1)))]
    return f"{name}, {after}" if after else name


@rule(
    rf"\b(?:add|put|need|want|give|have|hear|lay|insert|let's hear|should hear|with|some)\b.*{SOUND}|\badd (?:an? |some |the )?[\w' ]*?\b(?:\w*horn|bell|thunder|gulls?|footsteps|knock|creak|whistle|siren|waves|wind|birds?|clock|heartbeat|door slam|applause|dog bark\w*|bark\w*|rain on|crash|splash|bang|footfall\w*)\b|\b(?:should|want to|let us|let me) hear\b",
    rank=27,
)
def effect_add(clause: Clause) -> Finding | None:
    """A new effect in a shot."""
    if clause.has(
        r"\bmusic\b|\bshots? of\b|\bline\b|\bvoice over\b|\bno\b|\bremove\b|\blouder\b|\bquieter\b"
    ):
        return None
    found = re.search(
        r"\b(?:sounds?|effects?|noise|sound effects?) (?:of|like) (?:the |an? |some )?([\w' -]+?)(?= (?:in|to|on|over|under|at|for) (?:shot|the|scene|\d|every|all)|$)",
        clause.text,
    )
    found = found or re.search(
        r"\b(?:add|put|hear|lay|want|need|give|have|with) (?:us |me |it |in )?(?:an? |some |the |more )*([\w' -]+?)(?: sounds?| effects?| noise| sound effects?)?(?= (?:in|to|on|over|under|at|for) (?:shot|the|scene|\d|every|all|this|it)|$)",
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
    rf"\b(?:lose|remove|delete|cut|kill|no|without|drop|take out|stop)\b.*{SOUND}|\b(?:lose|remove|delete|kill|no|drop|take out) (?:the |any )?([\w' ]+?)(?: (?:in|from) (?:shot |scene )?[\w ]+)?$",
    rank=29,
)
def effect_remove(clause: Clause) -> Finding | None:
    """An effect goes, where it is heard."""
    if clause.has(r"\bmusic\b|\bshots? \d+ entirely\b|\bline\b"):
        return None
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
            or (everything
            and clause.reference.shots)
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

"""Notes on the score: where it plays, how loud, how fast, in what style."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.notes.grammar import Clause, rule
from agent.notes.idiom import in_plain_words
from agent.notes.level import MUSIC_STEP_DB, level
from agent.notes.reading import Finding, Kind, ask
from memory.change import EditMusic

TEMPO_STEP = 0.15
"""Share of the tempo that a usual "faster" adds."""


INSTRUMENT = (
    r"(?:cello|piano|violins?|strings|guitar|drums|synth|brass|choir|flute|organ|percussion|harp|"
    r"accordion|clarinet|trumpet|orchestra|soundtrack|underscore|cue)"
)
OF_THE_SCORE = re.compile(
    rf"\b(?:the|any|no|no more|without) {INSTRUMENT}\b(?= (?:in|under|during|over|from|for|up|down|"
    rf"back|off|out|louder|quieter|softer|by|\d+ ?db|is too|to \d|a (?:bit|touch|little|hair)))|"
    rf"(?<=up )the {INSTRUMENT}\b|(?<=down )the {INSTRUMENT}\b"
)
"""An instrument moved as a whole, by place or level: what plays is the score."""


def _as_music(clause: Clause) -> Clause:
    """The clause with the score's own instrument called the music: "the cello up 3 dB"."""
    found = OF_THE_SCORE.search(clause.text)
    if not found:
        return clause
    word = found[0].split()[-1]
    style = clause.film.music.style.lower()
    if word.rstrip("s") not in style and word not in {"soundtrack", "underscore", "cue"}:
        return clause
    text = f"{clause.text[: found.end() - len(word)]}music{clause.text[found.end() :]}"
    return replace(clause, text=in_plain_words(text))


@rule(
    rf"\bmusic\b|\bsong\b|\bscore\b|\btempo\b|\b{INSTRUMENT}\b(?<!\bcue)",
    rank=13,
    whole=True,
)
def music(clause: Clause) -> Finding | None:
    """Level, place, tempo and style of the score."""
    clause = _as_music(clause)
    if clause.has(
        r"\?$|\bwhat\b|\bwhich\b|\bplays? the piano\b|\bmusician\b|\bshot of\b|"
        r"\bmusic box\b|\bundo\b"
    ):
        return None
    for read in (_music_placed, _music_off, _music_tempo, _music_level, _music_style):
        found = read(clause)
        if found is not None:
            return found
    return None


def _music_placed(clause: Clause) -> Finding | None:  # noqa: PLR0911
    film, found = clause.film, clause.reference
    if clause.has(
        r"\b(?:start|starts|begin|begins|enter|enters|come in|comes in|bring in|"
        r"bring (?:the )?(?:music|it) in|kick in|kicks in)\b"
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
            r"\b(?:no|without|lose|drop|kill|mute|remove|cut|take out|"
            r"silence)\b[\w ]*\bmusic\b|\bmusic off\b|\bno music\b"
        )
        and not clause.has(r"\bdb\b")
        and (scenes := found.scenes or _whole_scenes(clause))
    ):
        return Finding(changes=(_left_out(clause, scenes),))
    if clause.has(r"\bonly (?:in|over|under|during|for)\b") and found.scenes:
        muted = tuple(s for s in film.scene_order() if s not in found.scenes)
        return Finding(changes=(EditMusic(muted_scenes=muted, enabled=True),))
    if clause.has(r"\b(?:back|restore|add|put|bring|want|need)\b") and found.scenes:
        muted = tuple(s for s in film.music.muted_scenes if s not in found.scenes)
        if muted != film.music.muted_scenes:
            return Finding(changes=(EditMusic(muted_scenes=muted),))
    return None


def _whole_scenes(clause: Clause) -> tuple[str, ...]:
    """The scenes that the shots named fill to the last one: "under shots 6 to 9"."""
    film, named = clause.film, set(clause.reference.shots)
    if not clause.reference.explicit or clause.reference.film:
        return ()
    scenes = dict.fromkeys(film.shots[s].scene for s in clause.reference.shots)
    return tuple(scenes) if all(set(film.scene_shots(s)) <= named for s in scenes) else ()


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
        r"\b(?:no|without|lose|drop|kill|mute|remove|delete|turn off|switch off|"
        r"cut|stop)\b[\w ]*\bmusic\b|\bmusic off\b"
    ):
        if clause.has(
            r"\b(?:under|during|while|when|behind|beneath|in|at|over) "
            r"(?!(?:the )?(?:film|movie|end|general|total|whole|all)\b)\w+"
        ) and not (clause.reference.explicit and clause.reference.shots):
            count = len(clause.film.scene_order())
            return ask(
                f"Music is left out by scene (1 to {count}), or from a shot on. Which should it be?"
            )
        if clause.reference.explicit and not clause.reference.film:
            scenes = tuple(
                dict.fromkeys(clause.film.shots[s].scene for s in clause.reference.shots)
            )
            return (
                ask(
                    "Music runs over whole scenes. Shall I leave it out of all of "
                    f"scene {clause.film.scene_order().index(scenes[0]) + 1}?"
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
            f"The score has one level for the whole film. Shall I {word} it "
            "everywhere, or leave it out of some scenes?"
        )
    after = max(-60.0, min(12.0, clause.film.music.gain_db + change))
    return Finding(changes=(EditMusic(gain_db=round(after, 2)),))


VERBS = frozenset(
    "let make have move set put take bring give any want need keep leave stop start turn".split()
)


def _music_style(clause: Clause) -> Finding | None:
    found = (
        re.search(r"\bmake the (?:music|song) ([\w ,'-]+)$", clause.text)
        or re.search(
            r"\b(?:music|score|song)\b[\w ]*?\b(?:to|be|into|as|more|less|with|is|"
            r"sound|feel|like|a bit|:)\b (?:a |an |some |something |more |"
            r"like )*([\w ,'-]+)$",
            clause.text,
        )
        or re.search(
            r"\b(?:make|use|want|need|give|put|add|try|have|do|play|change|"
            r"with)\b (?:me |us |it |a |an |some |the |more |something |"
            r"to )*((?!music)[\w ,'-]+?) (?:music|song)\b",
            clause.text,
        )
        or re.search(r"^((?:more |less )?[\w-]+(?: [\w-]+)?) music\b", clause.text)
    )
    tools = re.search(
        r"\b(?:more|just|only|solo|add|with) ([\w ]*(?:piano|strings|cello|violin|"
        r"guitar|drums|synth|brass|choir|flute|organ|percussion|harp))\b",
        clause.text,
    )
    words = tools[1] if tools else found[1] if found else ""
    words = re.sub(r"\b(?:the|music|please|instead|in scene \d+|scene \d+)\b", "", words).strip(
        " ,"
    )
    if words.split()[:1] and words.split()[0] in VERBS:
        return None  # "let the score swell" names no style.
    if not words or re.fullmatch(r"(?:scene|shot)?\s*\d+|it|that|this|not|back", words):
        return None
    now = clause.film.music.style
    more = re.search(r"\b(?:more|less|add|a bit)\b", clause.text)
    word = clause.original(words)
    if clause.has(r"\bless\b"):
        word = f"less {word}"
    return Finding(
        changes=(
            EditMusic(style=f"{now}, {word}" if (more or word.endswith("er")) and now else word),
        )
    )

"""Notes that weigh sounds against each other: more waves, less wind. No picture is re-made."""

from __future__ import annotations

from agent.notes.grammar import Clause, left_alone, rule
from agent.notes.lexicon import content_words
from agent.notes.reading import Finding, ask
from agent.notes.sound import at_level
from memory.change import AnyChange, Dress
from memory.film import Film, Shot

HEARD = (
    r"waves?|water|surf|sea|wind|rain|gulls?|birds?|footsteps?|steps|engine|hum|traffic|crowd|"
    r"chatter|murmur|thunder|bells?|crickets|fire|crackle|music box|clock|ticking|horns?|siren|"
    r"creaks?|creaking|rustle|rustling|breathing|breath|heartbeat|static|buzz|drone|echo|"
    r"room tone|ambience|foley"
)
SAME = tuple(
    content_words(words)
    for words in (
        "waves water surf sea lapping",
        "wind gust breeze gale",
        "footsteps steps walking",
        "engine hum motor",
        "birds gulls seagulls",
    )
)
"""Words for one sound, as stems."""


@rule(
    rf"^(?:and |but |with |a (?:bit|little|touch) |much |way |please )*(?P<way>more|less|fewer) "
    rf"(?:of the |of that |of |the )?(?P<what>(?:[\w-]+ )?(?:{HEARD}))\b(?P<rest>.*)$",
    rank=25,
    lever=True,
)
def balance(clause: Clause) -> Finding | None:
    """A sound up or down where it is heard; a new one where there is more of it to be."""
    if clause.has(r"\b(?:music|color|light|haze|weather|voice|dialogue|fire light)\b"):
        return None
    film, more = clause.film, clause.match["way"] == "more"
    wanted = _meant(clause.match["what"])
    pool = clause.reference.shots if clause.reference.explicit else film.order
    fits = tuple(s for s in pool if _has(film, s, wanted))
    locked = [s for s in fits if film.shots[s].locked]
    changes: list[AnyChange] = []
    for s in fits:
        shot = film.shots[s]
        sfx = tuple(_moved(e, wanted, more) for e in shot.sfx)
        if sfx != shot.sfx and s not in locked:
            changes.append(Dress(shot=s, sfx=sfx))
    if changes:
        return Finding(changes=tuple(changes), aside=left_alone(film, locked), shots=fits)
    what = clause.match["what"]
    if not more or fits:
        return ask(f"I find no {what} to turn down. {_there(film)} Which sound do you mean?")
    if clause.reference.explicit and clause.reference.shots:
        free = [film.shots[s] for s in pool if not film.shots[s].locked]
        added = tuple(_added(shot, clause.original(what)) for shot in free)
        return Finding(changes=added, shots=tuple(s.id for s in free))
    count = len(film.scene_order())
    return ask(f'There is no sound of "{what}" yet. In which scene should it be, 1 to {count}?')


def _added(shot: Shot, what: str) -> Dress:
    return Dress(shot=shot.id, sfx=(*shot.sfx, what))


def _meant(words: str) -> frozenset[str]:
    stems = content_words(words)
    return stems.union(*(group for group in SAME if group & stems))


def _has(film: Film, shot: str, wanted: frozenset[str]) -> bool:
    return any(wanted & content_words(e) for e in film.shots[shot].sfx)


def _moved(effect: str, wanted: frozenset[str], more: bool) -> str:
    step = "louder" if more else "quieter"
    return at_level(effect, step) if wanted & content_words(effect) else effect


def _there(film: Film) -> str:
    heard = dict.fromkeys(e.partition(", ")[0] for s in film.order for e in film.shots[s].sfx)
    names = ", ".join(list(heard)[:8])
    return f"There is: {names}." if names else "No effect is set anywhere."

"""The actions a puppet knows, and the nearest one to any words. Draws nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.theatre.cast.idioms import plain

PERSON_ACTIONS = (
    "stand", "walk", "run", "climb", "sit", "rise", "enter", "exit", "talk", "listen", "point",
    "hold", "give", "take", "pick_up", "put_down", "open_door", "look_around", "turn", "nod",
    "shake_head", "wave", "reach", "read", "write", "type", "drink", "cry", "wipe", "crouch",
    "lean", "look_up", "look_down", "shrug", "cheer", "think",
)  # fmt: skip
BIRD_ACTIONS = ("perch", "hop", "fly", "peck", "drink", "carry")
ONCE = frozenset(
    "sit rise turn enter exit give take pick_up put_down open_door nod shake_head point shrug "
    "look_around reach wave wipe".split()
)
"""Actions that are over after a moment; the others can go on for as long as a shot does."""

ACTIONS = PERSON_ACTIONS + tuple(a for a in BIRD_ACTIONS if a not in PERSON_ACTIONS)

# action: stems of words that mean it; a stem matches the beginning of a word
_STEMS: dict[str, str] = {
    "run": "run ran sprint dash rush race chase flee hurr jog bolt charge gallop",
    "enter": "enter arriv",
    "exit": "exit leav depart",
    "walk": "walk stroll step pace cross approach go goes march wander "
    "stride tiptoe limp trudge stumbl pass follow come came head stalk shuffl amble sneak move "
    "return join",
    "climb": "climb scrambl clamber ascend",
    "sit": "sit sat seat",
    "rise": "rise rises rose rising arise",
    "crouch": "crouch kneel squat duck bend stoop cower hide bow",
    "point": "point indicat aim gestur direct accus",
    "give": "give gave offer hand hands handing handed deliver show present share",
    "take": "take took taking receiv accept",
    "pick_up": "grab fetch collect gather lift",
    "put_down": "drop lower",
    "open_door": "knock unlock",
    "hold": "hold held carr bring clutch grip keep raise cradle",
    "look_around": "search scan survey explor glanc notic watch observ peer",
    "look_up": "stargaz heaven skyward",
    "look_down": "brood downcast",
    "turn": "turn spin pivot whirl rotat",
    "nod": "nod agree yes",
    "shake_head": "refus deny disagree reject decline no",
    "wave": "wave waving greet hello goodbye farewell hail beckon salut signal",
    "reach": "reach touch pick open close press stretch feed pet stroke hug embrac "
    "pull push dig tip wipe rub dry dab polish scrub place put throw toss pour light fix repair "
    "paint",
    "read": "read study examin inspect browse",
    "write": "writ wrote draw sketch sign note scribbl",
    "type": "typ keyboard code coding program",
    "drink": "drink drank sip swallow eat ate bite taste chew toast",
    "cry": "cry cries cried weep wept sob mourn griev",
    "lean": "lean rest slouch slump",
    "listen": "listen hear heard wait nothing pause silent",
    "talk": "talk say said speak spoke tell told whisper shout yell call ask answer reply explain "
    "argu sing chat confess plead laugh joke mutter murmur",
    "shrug": "shrug doubt",
    "cheer": "cheer celebrat jump leap danc clap applaud triumph",
    "think": "think thought ponder wonder consider hesitat decid remember dream imagin",
    "fly": "fly flies flew soar glid swoop flap land takeoff circl hover wing",
    "hop": "hop skip bounc scamper",
    "peck": "peck nibbl forag",
    "perch": "perch roost settl alight",
    "carry": "carry",
    "stand": "stop halt stand stood stay remain still freez face pose exist",
}
_PHRASES = (
    (r"\b(sit|sits|sitting|sat) up\b", "rise"),
    (
        r"\b(stand|stands|standing|stood|get|gets|getting|got) up\b|\bto (his|her|their) feet\b",
        "rise",
    ),
    (r"\b(pick|picks|picking|picked|scoop|scoops|take|takes|took)\b.{0,24}? up\b", "pick_up"),
    (r"\b(pick|picks|picking|picked) (a|an|the|his|her|their|some|it)\b", "pick_up"),
    (
        r"\b(put|puts|set|sets|lay|lays|laid|place|places)\b.{0,24}? "
        r"(down|aside|on|onto|back)\b",
        "put_down",
    ),
    (
        r"\b(open|opens|opening|close|closes|shut|shuts|try|tries)\b.{0,16}? (door|gate|hatch)",
        "open_door",
    ),
    (
        r"\b(go|goes|going|walk|walks|run|runs|storms?|steps?|heads?|slips?) "
        r"(out|off|outside|away)\b",
        "exit",
    ),
    (
        r"\b(come|comes|coming|walk|walks|run|runs|burst|bursts|rush|rushes|steps?|slips?) "
        r"(in|into|inside)\b",
        "enter",
    ),
    (
        r"\b(wip|rub|dr[yi]|dab)\w*\b.{0,24}\b"
        r"(eyes?|face|tears?|brow|forehead|cheeks?|nose|mouth|lips)\b",
        "wipe",
    ),
    (r"\btakes? (a|an|one|another) (seat|chair)\b", "sit"),
    (r"\btakes? (a|another) (sip|drink|gulp)\b", "drink"),
    (r"\btakes? (a|one|two|three|some|another) (steps?|paces?)\b", "walk"),
    (r"\bturns? (the )?(page|pages)\b", "read"),
    (r"\b(hand|pass)(s|es|ed|ing)? (over|him|her|them|it|the|a|an)\b", "give"),
    (r"\bshak\w* .*\bhead", "shake_head"),
    (r"\blook\w* (around|about)\b", "look_around"),
    (r"\b(look|gaz|star)\w* (up|at the sky|at the stars)\b", "look_up"),
    (r"\b(look|gaz|star)\w* down\b", "look_down"),
)
_NOT_STEMS = frozenset(("hand", "hands", "go", "goes", "no", "note", "put", "pass", "rest", "yes"))
_BIRD_NEAR = {
    "enter": "fly", "exit": "fly", "climb": "hop", "take": "carry",
    "pick_up": "peck", "put_down": "peck", "rise": "fly",
    "walk": "hop", "run": "hop", "reach": "peck", "drink": "drink", "hold": "carry",
    "give": "carry", "carry": "carry", "fly": "fly", "hop": "hop", "peck": "peck",
    "read": "peck", "cheer": "fly", "wave": "fly", "crouch": "peck", "look_down": "peck",
}  # fmt: skip


def action_of(text: str) -> tuple[str, str]:
    """Return (known action, note) for any words; the note is empty where the words were known."""
    return _action_of(str(text)[:400])


@lru_cache(maxsize=2048)
def _action_of(text: str) -> tuple[str, str]:
    joined = re.sub(r"[\s\-]+", "_", text.strip().lower())
    if joined in ACTIONS:
        return joined, ""
    words = re.findall(r"[a-z]+", plain(text).lower())
    for pattern, action in _PHRASES:
        if re.search(pattern, " ".join(words)):
            return action, ""
    for word in words:
        for action, stems in _STEMS.items():
            if any(_means(word, stem) for stem in stems.split()):
                return action, ""
    return "stand", f"action {text.strip()[:60]!r} played as standing" if text.strip() else ""


def known(word: str) -> str:
    """Return the action of a single word, or '' where it means none."""
    action, note = action_of(word)
    return "" if note else action


def _means(word: str, stem: str) -> bool:
    if stem in _NOT_STEMS or len(stem) < 3:
        return word == stem
    return word.startswith(stem) and len(word) <= len(stem) + 5


def bird_action(text: str) -> str:
    """Return the nearest action of a bird; what only people do is a perch with a bob."""
    action, _ = action_of(text)
    return action if action in BIRD_ACTIONS else _BIRD_NEAR.get(action, "perch")

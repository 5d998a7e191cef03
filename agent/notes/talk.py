"""Talk: greetings, thanks, yes and no, stop, go on, an idea for a film."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, Kind, ToolCall, act, answer, ask, noop
from agent.notes.situation import Situation

POLITE = (
    r"(?:please|now|then|ok(?:ay)?|so|just|great|good|nice|perfect|cool|fine|thanks|"
    r"thank you|and|alright|well|let's|director)"
)
YES = (
    r"(?:yes(?: please)?|y|sure|ok(?:ay)?|do it|go ahead|go for it|confirmed?|"
    r"approved?|sounds good|of course|please do|absolutely|by all means)"
)
NO = (
    r"(?:no(?: thanks| thank you)?|n|don't|do not|cancel(?: that| it)?|never ?mind|"
    r"leave it|not now|forget it)"
)


def next_step(situation: Situation) -> str:
    """What one may do next, in a sentence."""
    return {
        "empty": "Tell me an idea, or give me a script.",
        "script": 'Say "board it" to see the shots.',
        "boards": 'Say "shoot it" to make the takes.',
        "takes": 'Give me a note on a shot, or say "finish it".',
        "cut": 'Give me a note on a shot, or say "export".',
    }[situation.stage]


@rule(rf"^(?:{YES})(?:[ ,]+{POLITE})*$", rank=1, whole=True)
def yes(clause: Clause) -> Finding | None:
    """A yes to what is pending; else to the next step is left to words."""
    pending = clause.situation.pending
    if pending:
        return Finding(Kind.ACT, say=f"Going ahead: {pending.what}.", signal="yes")
    return answer(f"Nothing waits for a yes. {next_step(clause.situation)}")


@rule(rf"^(?:{NO})(?:[ ,]+{POLITE})*$", rank=1, whole=True)
def no(clause: Clause) -> Finding | None:
    """A no to what is pending."""
    pending = clause.situation.pending
    if pending:
        return Finding(Kind.NOOP, say=f"Left undone: {pending.what}.", signal="no")
    return noop(f"Nothing is waiting, so nothing is cancelled. {next_step(clause.situation)}")


WAIT = (
    r"(?:(?:wait|whoa|woah|hang on|hold on|hold it|hey|no|ok|oh|please|sorry|right|never mind)"
    r"[,;!. ]+)*"
)
HALT = (
    r"(?:stop|halt|cancel|abort|pause|interrupt|call off|break off|(?:kill|scrap|drop|shut down)"
    r"(?= (?:the |this |that )?(?:render|shoot|export|job|queue|process)))"
)
UNDER_WAY = (
    r"(?:it|that|this|everything|all of it|now|right now|at once|immediately|"
    r"(?:the |this |that |your )?(?:render(?:ing)?s?|shoot(?:ing)?|export(?:ing)?|job|queue|"
    r"process|work|run|filming|machine)|"
    r"please|for now|for a (?:moment|second|minute)|there|off)"
)


@rule(
    rf"^{WAIT}(?:please )?{HALT}(?: {UNDER_WAY})*"
    rf"(?:[,;]? (?:and |then )?(?:{HALT}|wait)(?: {UNDER_WAY})*)*$",
    rf"^{WAIT}(?:don't|do not|never mind|forget|no more) (?:the )?(?:render|rendering|shoot|"
    rf"shooting|"
    rf"export|exporting)(?: (?:that|it|this|anything|yet|now))*(?:[,;]? {HALT}(?: {UNDER_WAY})*)?$",
    r"^(?:wait|whoa|hang on|hold on|hold it|hold everything|hold your horses)(?:,? (?:please|there|"
    r"a (?:second|moment|minute|sec)|stop))*$",
    r"^call (?:it|the (?:render|shoot|export|job)|that|everything) off$",
    rank=0,
    whole=True,
    wordy=True,
)
def stop(clause: Clause) -> Finding | None:
    """Stops work under way; finished takes stay."""
    if clause.situation.running:
        return Finding(
            Kind.ACT,
            say=f"Stopped the {clause.situation.running}. Finished takes stay.",
            signal="stop",
        )
    return noop("Nothing is running, so there is nothing to stop.")


@rule(
    r"^(?:hi|hello|hey|good (?:morning|evening|afternoon)|howdy|greetings)\b[\w ,]*$",
    rank=2,
    whole=True,
)
def hello(clause: Clause) -> Finding | None:
    """A greeting."""
    return (
        answer(f"Hello. {next_step(clause.situation)}") if len(clause.text.split()) <= 4 else None
    )


@rule(
    r"^(?:thanks|thank you|cheers|ta|great|perfect|nice|lovely|good|cool|ok|okay|"
    r"i (?:like|love) (?:it|that|this))(?:[ ,]+(?:thanks|thank you|so much|a lot|"
    r"job|work|you|that's|it|then))*$",
    rank=3,
    whole=True,
)
def thanks(clause: Clause) -> Finding | None:
    """Thanks."""
    return answer(f"Good. {next_step(clause.situation)}")


@rule(
    r"^(?:help|what can (?:you|i) (?:do|say)|how does this work|what now|what next|"
    r"what's next)\b.*$",
    rank=3,
    whole=True,
)
def help_me(clause: Clause) -> Finding | None:
    """What one can say."""
    return answer(
        f'{next_step(clause.situation)} Notes read like "shot 4 darker", "swap 3 '
        'and 5", "no music in scene 2", '
        '"undo that" or "how long is it?".'
    )


@rule(
    r"^(?:please )?(?:go on|continue|carry on|next|proceed|keep going|go|next step)(?: please)?$",
    rank=4,
    whole=True,
)
def go_on(clause: Clause) -> Finding | None:
    """The next step from where the film stands."""
    stage = clause.situation.stage
    if stage == "empty":
        return ask("There is nothing to go on from yet. What is the film about?")
    if stage == "script":
        return act(ToolCall("make_boards"), say="Boarding every shot.")
    if stage in {"boards", "takes"}:
        return act(ToolCall("shoot", {"shots": None}), say="Shooting what is missing.")
    return answer(f"The film is cut. {next_step(clause.situation)}")


@rule(
    r"^(?:please |now |ok |let's |can you )*(?:board|storyboard|make (?:the |"
    r"some )?(?:story)?boards|draw (?:the )?(?:story)?boards|"
    r"show (?:me )?the boards)(?: (?:it|them|that|the film|everything|all|this|"
    r"please|for|the shots|shots))*$",
    rank=5,
    whole=True,
)
def board(clause: Clause) -> Finding | None:
    """Boards of every shot."""
    if not clause.film.order:
        return ask("There are no shots to board yet. What is the film about?")
    return act(ToolCall("make_boards"), say="Boarding every shot.")


@rule(
    r"^(?:please |now |ok |let's |can you |just |go )*(?:shoot|film|roll|render|"
    r"make|finish|produce|cut|draft|complete)(?: (?:it|them|that|the film|"
    r"the movie|the whole thing|everything|all|this|the rest|the cut|please|"
    r"the shots|now|off))*(?:,? (?:surprise me|your call|you decide|as you like|"
    r"please|go|do it))*$",
    r"\bsurprise me\b",
    r"^(?:shoot|render) (?:shots? )?\d[\d ,and-]*$",
    rank=5,
    whole=True,
    wordy=True,
)
def shoot(clause: Clause) -> Finding | None:
    """Shoots what is missing or stale, or the shots named."""
    if not clause.film.order:
        if clause.has(r"\bsurprise me\b"):
            return act(
                ToolCall("write_film", {"idea": "surprise me", "script": None, "seconds": None}),
                say="Writing.",
            )
        return ask("There are no shots yet. What is the film about?")
    if not re.search(r"\d", clause.text):
        return act(
            ToolCall("shoot", {"shots": None}),
            say="Shooting what is missing or stale; locks and choices stay.",
        )
    found = clause.reference
    if found.missing:
        return ask(f"There is no {found.missing}. {clause.film.extent()} Which one?")
    if not found.explicit or clause.has(r"\bmake\b"):
        return None
    return act(ToolCall("shoot", {"shots": list(found.shots)}), say="Shooting.")


@rule(
    r"\b(?:on your own|by yourself|without me|yourself|your (?:call|judge?ment|hands|best)|"
    r"as you (?:see fit|like|think best|please)|however you (?:like|want)|i trust you|"
    r"take it from here|over to you|no (?:more|further) questions|up to you|you decide|"
    r"(?:whatever|any) (?:calls|decisions|choices) (?:you need|it takes)|in your hands|"
    r"when i(?:'m| am| get| come) back|autopilot|hands[- ]free|don't ask(?: me)?)\b",
    rank=6,
    whole=True,
    wordy=True,
)
def alone(clause: Clause) -> Finding | None:
    """The rest of the work handed over: what is missing or stale is shot and the film cut."""
    finishing = clause.has(
        r"\b(?:finish\w*|wrap|complete|get (?:it|this|the film) done|done|deliver|render|shoot|"
        r"make|"
        r"rest|it from here|over to you|go ahead|cut it|end|up to you|in your hands|ready)\b"
    )
    levers = clause.reference.explicit and not clause.reference.film
    if not finishing or levers or not clause.film.order or clause.has(r"\?$|\bhelp yourself\b"):
        return None
    return act(
        ToolCall("shoot", {"shots": None}),
        say="Shooting what is missing or stale and cutting the film; locks and choices stay.",
    )


@rule(
    r"\bnew film\b|\bmake (?:me )?a (?:\w+ ){0,4}(?:film|movie|short)\b|"
    r"\bwrite (?:me )?a (?:\w+ ){0,3}(?:film|movie|short|script|story)\b|\b(?:film|"
    r"movie|short|story) (?:about|where|in which|of)\b|\bidea:",
    rank=6,
    whole=True,
    wordy=True,
)
def new_film(clause: Clause) -> Finding | None:
    """An idea for a film, said as such."""
    idea = re.sub(r"^.*?\b(?:about|where|in which|idea:)\s*", "", clause.text)
    if clause.film.order:
        if not clause.has(r"^(?:make|write|new|idea|let's)"):
            return None
        return ask(
            f"This film has {len(clause.film.order)} shots. Start a new film with "
            f'"{clause.original(idea)[:80]}"?'
        )
    return written(clause, clause.original(idea) if len(idea.split()) > 1 else clause.note.raw)


@rule(r".", rank=90, whole=True, wordy=True)
def idea(clause: Clause) -> Finding | None:
    """With no film yet, anything that reads like a story is its idea."""
    if (
        clause.situation.stage != "empty"
        or clause.film.order
        or len(re.findall(r"\w+", clause.text)) < 3
    ):
        return None
    if re.search(r"\b(?:shot|scene) \d|^(?:undo|delete|redo|export|lock)\b|\?$", clause.text):
        return None
    return written(clause, clause.note.raw)


def written(clause: Clause, words: str) -> Finding:
    """The call that writes a film, with its length when one is said."""
    seconds = re.search(r"(\d+)[ -]seconds?", clause.text)
    minutes = re.search(r"(\d+)[ -]minutes?", clause.text)
    length = int(seconds[1]) if seconds else int(minutes[1]) * 60 if minutes else None
    args = {"idea": words, "script": None, "seconds": length}
    return Finding(Kind.ACT, calls=(ToolCall("write_film", args),), say="Writing the film.")

"""Notes on the whole film: style, subtitles, language, size, quality, budget, title, genre."""

from __future__ import annotations

import re
from typing import Any

from agent.notes.grammar import Clause, each, rule
from agent.notes.reading import Finding, Kind, ToolCall, ask, propose
from memory.change import Dress, EditFilm, EditSubtitles, Restyle
from memory.vocabulary import Quality, Route

LOOKS = (
    r"watercolou?r|oil paint\w*|charcoal|ink(?: wash)?|pencil(?: sketch)?|"
    r"paper (?:theater|theatre|cut-?out)|cut-?out|claymation|clay|stop[- ]motion|"
    r"anime|manga|comic(?: book)?|"
    r"noir|film noir|pixel art|woodcut|linocut|gouache|pastel|impressionist\w*|"
    r"expressionist\w*|art deco|bauhaus|cyberpunk|steampunk|vintage|super ?8|"
    r"16 ?mm|35 ?mm|"
    r"cinematic|realistic|photo-?real\w*|documentary|sketch(?:y)?|storybook|"
    r"fairy ?tale|silhouette animation|shadow puppets?|stained glass|mosaic|"
    r"ukiyo-e|collage|retro|minimalist|painterly|cartoon"
)


@rule(
    rf"\b(?:{LOOKS})\b.*\b(?:look|style|film|version|instead|feel|aesthetic|"
    r"everything|animation)\b|\b(?:look|style|make (?:it|everything|the film)|"
    r"feel|turn (?:it|everything|the film) into|go|in the style of|render (?:it|"
    rf"everything) (?:as|in)|as an?|like an?)\b.*\b(?:{LOOKS})\b|"
    rf"^(?:{LOOKS})(?: instead| please)?$",
    rank=21,
    whole=True,
)
def look(clause: Clause) -> Finding | None:
    """The look of the whole film."""
    if (clause.reference.explicit and not clause.reference.film) or clause.has(
        r"\blens\b|\bmm lens\b|\bline\b|\bmusic\b"
    ):
        return None
    words = re.search(rf"\b((?:[\w-]+ )?(?:{LOOKS}))\b", clause.text)
    if not words:
        return None
    said = re.sub(
        r"^(?:a|an|the|it|in|to|as|like|more|of|make|into|go|everything|be)\s+", "", words[1]
    )
    name = clause.original(said).lower()
    if clause.film.style.look == name:
        return Finding(Kind.NOOP, say=f"The look is {name} already, so nothing moved.")
    return Finding(changes=(Restyle(look=name),))


@rule(
    r"\b(?:more|less|add|no|remove|lose|reduce|heavier|finer|stronger|"
    r"kill)\b[\w ]{0,10}\b(?:film )?grain\b|\bgrain(?:y|ier)\b",
    rank=22,
    whole=True,
)
def grain(clause: Clause) -> Finding | None:
    """More or less grain."""
    now = clause.film.style.grain
    if clause.has(r"\bno\b|\bremove\b|\blose\b|\bkill\b"):
        after = 0.0
    else:
        less = clause.has(r"\bless\b|\breduce\b|\bfiner\b")
        after = round(max(0, min(1, now + 0.12 * clause.amount * (-1 if less else 1))), 3)
    return (
        Finding(Kind.NOOP, say="The grain is so already.")
        if after == now
        else Finding(changes=(Restyle(grain=after),))
    )


LANGUAGES: dict[str, str] = {
    "english": "en",
    "spanish": "es",
    "german": "de",
    "french": "fr",
    "italian": "it",
    "portuguese": "pt",
    "japanese": "ja",
    "chinese": "zh",
    "mandarin": "zh",
    "korean": "ko",
    "dutch": "nl",
    "polish": "pl",
    "russian": "ru",
    "arabic": "ar",
    "hindi": "hi",
    "turkish": "tr",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "finnish": "fi",
    "greek": "el",
    "czech": "cs",
    "ukrainian": "uk",
}
SPOKEN_IN = rf"\b({'|'.join(LANGUAGES)})\b"


@rule(r"\bsubtitles?\b|\bcaptions?\b", rank=12, whole=True)
def subtitles(clause: Clause) -> Finding | None:
    """Subtitles on, off, bigger, burnt in, in a language."""
    if clause.has(r"\?$|\bexport\b|\bwhat\b|\bsrt\b|\bvtt\b|\bas a file\b"):
        return None
    now = clause.film.subtitles
    fields: dict[str, Any] = {}
    if clause.has(
        r"\b(?:no|off|remove|lose|without|hide|disable|turn off|drop|kill|delete)\b(?! burn)"
    ) and not clause.has(r"\bburn"):
        fields = {"enabled": False}
    else:
        fields["enabled"] = True
        if clause.has(r"\bburn(?:ed|t)?\b|\bbaked?\b|\bhard ?(?:code|sub)"):
            fields["burn_in"] = not clause.has(r"\b(?:don't|not|no|un)[- ]?burn")
        if clause.has(r"\b(?:bigger|larger|too small|increase|enlarge)\b"):
            fields["size"] = min(4.0, round(now.size * (1 + 0.3 * clause.amount), 3))
        elif clause.has(r"\b(?:smaller|too (?:big|large)|reduce)\b"):
            fields["size"] = max(0.3, round(now.size / (1 + 0.3 * clause.amount), 3))
        named = re.search(SPOKEN_IN, clause.text)
        if named:
            fields["language"] = LANGUAGES[named[1]]
    moved = {k: v for k, v in fields.items() if getattr(now, k) != v}
    if not moved:
        return Finding(Kind.NOOP, say="The subtitles are so already, so nothing moved.")
    other = fields.get("language", clause.film.language) != clause.film.language
    aside = ("Nothing is translated here: they show the lines as they are spoken.",)
    return Finding(changes=(EditSubtitles(**fields),), aside=aside if other else ())


@rule(
    rf"{SPOKEN_IN}.*\b(?:version|dub|dubbed|dialogue|film|speak|speaks|lines)\b|"
    rf"\b(?:in|into|to|speak|speaks) {SPOKEN_IN}",
    rank=23,
    whole=True,
)
def language(clause: Clause) -> Finding | None:
    """The language that is spoken; the words of the lines need a translator or the creator."""
    if clause.has(r"\bmusic\b|\baccent\b|\btitle\b"):
        return None
    named = re.search(SPOKEN_IN, clause.text)
    code = LANGUAGES[named[1]] if named else "en"
    name = named[1].capitalize() if named else "English"
    if code == clause.film.language:
        return Finding(Kind.NOOP, say=f"The film is in {name} already, so nothing moved.")
    count = sum(len(s.dialogue) for s in clause.film.shots.values())
    return propose(
        f"There are {count} spoken lines, and translating them takes a language "
        "model or your own words. I can A: keep "
        f"the voices and set the subtitles to {name}, or B: speak {name}, with you "
        "giving me each line. Which?"
    )


@rule(
    r"\b(?:final|draft|standard|high(?:er|est)?|best|better|full|lower|top|"
    r"preview) (?:quality|res(?:olution)?)\b|\bquality (?:to|up|down|final|draft|"
    r"standard)\b|\b(?:in|as) (?:final|draft)\b",
    rank=19,
    whole=True,
)
def quality(clause: Clause) -> Finding | None:
    """How much is spent on the picture, of a shot or the film."""
    asked = (
        Quality.DRAFT
        if clause.has(r"\bdraft|lower|preview|down")
        else Quality.STANDARD
        if clause.has("standard")
        else Quality.FINAL
    )
    found = clause.reference
    if found.explicit and not found.film:
        return each(
            clause,
            "change the quality of",
            lambda s: None if s.quality is asked else Dress(shot=s.id, quality=asked),
        )
    if clause.film.quality is asked:
        return Finding(
            Kind.NOOP, say=f"The film is in {asked.value} quality already, so nothing moved."
        )
    return Finding(changes=(EditFilm(quality=asked),))


ROUTES = (
    (r"diffusion|stable diffusion|local model|comfy\w*|wan\b|ltx", Route.DIFFUSION),
    (r"hosted|runway|veo|sora|kling|luma|pika|openai|the cloud|a cloud model", Route.HOSTED),
    (r"theater|previz|pre-viz|animatic|paper", Route.THEATRE),
)


@rule(
    r"\b(?:use|with|via|render|shoot|make|on|through|try|switch|"
    r"send)\b.*\b(?:diffusion|stable diffusion|runway|veo|sora|kling|luma|pika|"
    r"hosted|cloud|the theater|previz|local model|wan|ltx)\b",
    rank=9,
    whole=True,
)
def route(clause: Clause) -> Finding | None:
    """By which route a shot's picture is made."""
    if clause.has(r"\?$|\bwhat did you\b|\b(?:a|an|the|of|onto) (?:\w+ )?runway\b"):
        return None
    asked = next((r for words, r in ROUTES if clause.has(rf"\b(?:{words})\b")), None)
    if asked is None:
        return None
    if asked is Route.HOSTED and clause.film.budget.max_usd <= 0:
        return ask(
            "That route costs money per take and the budget is 0. Which limit in "
            "dollars do you set, or shall I stay with the "
            "theatre, which costs nothing?"
        )
    return each(
        clause,
        f"shoot by {asked.value}",
        lambda s: None if s.route is asked else Dress(shot=s.id, route=asked),
    )


@rule(
    r"\bbudget\b|\b(?:spend|cost)\b.*\b(?:\d+|nothing|no more|at most|up to|"
    r"max\w*)\b|\b(?:cap|limit) (?:the )?(?:spend\w*|cost\w*)\b|\$ ?\d+",
    rank=20,
    whole=True,
)
def budget(clause: Clause) -> Finding | None:
    """What may be spent."""
    if clause.has(r"\?$|\bhow much\b|\bwhat\b"):
        return None
    number = re.search(
        r"\$ ?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) ?(?:\$|dollars?|bucks|usd|euros?|"
        r"eur)|\b(?:to|is|of|at|most|max) (\d+(?:\.\d+)?)\b",
        clause.text,
    )
    if not number and not clause.has(r"\b(?:nothing|zero|no money|free)\b"):
        return ask("Which limit in dollars do you set?")
    limit = float(next(g for g in number.groups() if g)) if number else 0.0
    if clause.film.budget.max_usd == limit:
        return Finding(Kind.NOOP, say=f"The budget is {limit:g} dollars already.")
    return Finding(changes=(EditFilm(max_usd=limit),))


@rule(
    r"\b(?:rename|retitle) (?:the )?(?:film|movie|project)\b|\b(?:call|"
    r"name) (?:the|this) (?:film|movie|project|it)\b|\b(?:film|movie|"
    r"it) should be called\b|\b(?:the |change the )?(?:film'?s? |working |"
    r"new )?title (?:is|should be|to|of the film)\b",
    rank=11,
    whole=True,
    wordy=True,
)
def film_title(clause: Clause) -> Finding | None:
    """The film's own name."""
    said = clause.note.quotes[-1] if clause.note.quotes else ""
    if not said:
        found = re.search(
            r"(?i)\b(?:called|to|call (?:the|this) (?:film|movie|project)|call it|"
            r"name (?:it|the film)|title is|title should be|should be|as|:)\s+(.+)$",
            clause.note.raw,
        )
        said = found[1].strip(" .") if found else ""
    if not said or len(said) > 200:
        return ask("What should the film be called?")
    return Finding(changes=(EditFilm(title=said),))


@rule(
    r"\b(?:remember|from now on|going forward|keep in mind|as a rule|note that|"
    r"don't forget)\b|\b(?:i|we) (?:always|never|prefer|like it when|"
    r"hate it when)\b",
    rank=25,
    whole=True,
    wordy=True,
)
def remember(clause: Clause) -> Finding | None:
    """A taste or a decision to keep."""
    if clause.has(
        r"\?$|\bdo you remember\b|\b(?:shot|scene) \d+\b.*\b(?:darker|brighter|longer|shorter)\b"
    ):
        return None
    return Finding(
        Kind.ACT, calls=(ToolCall("remember", {"words": clause.note.raw}),), say="Noted."
    )

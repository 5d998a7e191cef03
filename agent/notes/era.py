"""Notes that ask for the manner of a time or of a kind of film: more 70s thriller."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, Kind
from memory.change import Restyle

TIME = (
    r"(?:(?:19)?[2-9]0 ?(?:s|seconds)|(?:19|20)\d0 ?(?:s|seconds)|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)"
)
KIND = (
    r"(?:thriller|western|melodrama|gangster|heist|giallo|new wave|neo-?realis\w+|b-?movie|"
    r"hitchcock\w*|kitchen[- ]sink|art[- ]?house|blockbuster|period (?:piece|drama)|spy|kung[- ]fu|"
    r"slasher|screwball|musical|silent[- ]era|noir)"
)
MANNER = rf"(?:(?:early|late|mid)[- ])?(?:{TIME}(?: [\w-]+){{0,2}}|{KIND}(?: film| movie)?)"


@rule(
    r"^(?:please |can we |could we |let's |i want |make )*"
    r"(?:it |this |the (?:film|whole thing|look) )?"
    r"(?:(?:a bit|much|way|look|feel|go|should be|should feel|be|to be|needs to be) )*"
    rf"(?:more|like an?|as an?|think|an?|very) (?:of an? |like an? )?(?P<what>{MANNER})"
    r"(?: look| feel| style| vibe| mood)?(?: please)?$",
    rf"^(?:a )?(?P<bare>{TIME} {KIND})(?: look| feel| style| please)*$",
    rank=22,
    whole=True,
)
def era(clause: Clause) -> Finding | None:
    """The look of the whole film leans that way; words, cast and order stay."""
    if clause.reference.explicit and not clause.reference.film:
        return None
    said = re.sub(r"\b(\d+0) ?seconds\b", r"\1s", clause.match["what"] or clause.match["bare"])
    now = clause.film.style.look
    if said in now:
        return Finding(Kind.NOOP, say=f"The look is {said} already, so nothing moved.")
    return Finding(changes=(Restyle(look=f"{now}, {said}" if now else said),))

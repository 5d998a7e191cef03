"""Notes that ask for files: the cut, an edit list, stills, a script, subtitles."""

from __future__ import annotations

import re

from agent.notes.grammar import Clause, rule
from agent.notes.reading import Finding, ToolCall, act, ask

FORMATS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"premiere", ("xml",)),
    (r"final cut|fcp ?x?|fcpxml", ("fcpxml",)),
    (r"avid|media composer|edl", ("edl",)),
    (r"(?:da ?vinci|resolve)", ("otio",)),
    (r"otio|open ?timeline\w*", ("otio",)),
    (r"xml(?! )", ("xml",)),
    (r"stills?|frame grabs?|pngs?|jpe?gs?|pictures of (?:the|every|all) shots?", ("stills",)),
    (r"srt", ("srt",)),
    (r"vtt|webvtt", ("vtt",)),
    (r"subtitles? (?:as a )?files?|export (?:the )?subtitles?", ("srt",)),
    (r"fountain", ("fountain",)),
    (r"fdx|final draft", ("fdx",)),
    (r"(?:story)?boards?(?: sheets?| pages?| pdf)?", ("boards",)),
    (r"contact sheets?", ("contact",)),
    (r"floor ?plans?|overheads? plan|top[- ]down plans?", ("floorplan",)),
    (r"(?:script|screenplay|shot ?list)?(?: as (?:an? )?| in )?pdf", ("pdf",)),
    (
        r"(?:export|download|send|give me|save) (?:me )?(?:the |my )?(?:script|"
        r"screenplay)",
        ("fountain",),
    ),
    (r"json", ("json",)),
    (r"mp4|mov\b|h\.?264|video file|movie file", ("mp4",)),
)
SHEETS = {"boards", "contact", "floorplan"}
ASKED = (
    r"\b(?:export|give me|download|save|send|deliver|output|get me|need|want|make|"
    r"write|produce|render|share|hand over|can i (?:get|have))\b"
)


@rule(
    rf"\bexport\b|{ASKED}.*\b(?:edl|xml|otio|fcpxml|srt|vtt|fdx|fountain|pdf|mp4|"
    r"mov|stills|aaf|screenplay|json|pngs?|premiere|resolve|final cut|avid|"
    r"contact sheets?|floor ?plans?|board (?:sheets?|pages?))\b|"
    r"\bfor (?:premiere|resolve|avid|final cut|davinci)\b|\bdownload\b|"
    r"\bsave (?:the )?(?:film|cut|movie)\b",
    rank=10,
    whole=True,
)
def export(clause: Clause) -> Finding | None:
    """Files out: one call for each format asked for."""
    if clause.has(r"\b(?:8k|4k)\b|\bdon't export\b|\bwant to (?:see|know)\b"):
        return None
    formats = dict.fromkeys(
        f for words, made in FORMATS if clause.has(rf"\b(?:{words})\b") for f in made
    )
    if not formats and clause.has(r"\baaf\b"):
        return ask(
            "AAF is not among the formats. Shall I write an EDL, an XML for "
            "Premiere or an OTIO instead?"
        )
    if not clause.film.order:
        return ask("There is nothing to export yet. What is the film about?")
    if "fountain" in formats and len(formats) > 1 and not clause.has(r"\bfountain\b"):
        del formats["fountain"]
    if "pdf" in formats and SHEETS & set(formats):
        del formats["pdf"]  # every sheet is one
    names = list(formats) or ["mp4"]
    calls = tuple(ToolCall("export_film", {"format": name}) for name in names)
    return act(*calls, say=f"Exporting {', '.join(names)}.")


@rule(r"\b(?:share|upload|publish|post) (?:it|the film|this|to)\b", rank=11, whole=True)
def publish(clause: Clause) -> Finding | None:
    """Nothing leaves the machine by itself."""
    if re.search(r"\bpost[- ]production\b", clause.text):
        return None
    return ask("I send nothing anywhere by myself. Shall I export an mp4 that you can upload?")

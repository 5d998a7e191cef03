"""The studio's pages as HTML, from plain data. Everything a person wrote is escaped here.

Knows no project and no Gradio.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ui.studio_board import Card, Wall
from ui.studio_film import Question, Said

FILE_ROUTE = "/gradio_api/file="
BADGES = {
    "current": "take",
    "stale": "stale",
    "board": "board",
    "missing": "to come",
    "rendering": "shooting",
}
SIZES = {
    "EWS": "extreme wide",
    "VWS": "very wide",
    "WS": "wide",
    "FS": "full",
    "MWS": "medium wide",
    "MS": "medium",
    "MCU": "medium close",
    "CU": "close-up",
    "BCU": "big close-up",
    "ECU": "extreme close",
    "INSERT": "insert",
}
IDEAS = (
    "a lighthouse keeper finds a paper boat that answers back",
    "two rival bakers must share one oven on the longest night of the year",
    "a night ferry, a violinist and the stowaway who asks for one song",
)
NOTES = ("make shot 2 darker", "a slow push in on shot 3", "how long is it now?")
WELCOME = (
    "What is the film about?",
    "Say it in one line, or paste a screenplay. Boards come first, then voices, then takes. "
    "Talk to it at any time.",
)
WELCOME_BACK = (
    "What should change?",
    "Give a note as you would on the set. What you do not name stays as it is.",
)


def address(path: Path | None) -> str:
    """The address a file of the films' folder is served under; empty for none."""
    return FILE_ROUTE + quote(str(path)) if path else ""


def talk_html(
    talk: Sequence[Said],
    live: str = "",
    doing: str = "",
    talking: bool = False,
    begun: bool = False,
) -> str:
    """The conversation, newest last, with the reply that is being said.

    Before the first word it asks what the film is about, or, of a film that is there (`begun`),
    what should change.
    """
    parts = [_message(said) for said in talk]
    if talking:
        words = f"<p>{_lines(live)}</p>" if live else f'<p class="quiet">{escape(doing)}…</p>'
        parts.append(f'<div class="said director live">{words}</div>')
    return "".join(parts) or _welcome(begun)


def _message(said: Said) -> str:
    kind = f" {said.kind}" if said.kind in {"warn", "notice"} else ""
    moved = ""
    if said.moved:
        rows = "".join(f"<li>{escape(line)}</li>" for line in said.moved)
        count = "1 change" if len(said.moved) == 1 else f"{len(said.moved)} changes"
        moved = f"<details><summary>{count}</summary><ul>{rows}</ul></details>"
    return f'<div class="said {escape(said.who)}{kind}"><p>{_lines(said.text)}</p>{moved}</div>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _welcome(begun: bool) -> str:
    head, words = WELCOME_BACK if begun else WELCOME
    examples = "".join(
        f'<button class="idea" type="button">{escape(one)}</button>'
        for one in (NOTES if begun else IDEAS)
    )
    return (
        f'<div class="welcome"><h2>{head}</h2><p>{words}</p>'
        f'<p class="quiet">For example</p>{examples}</div>'
    )


def wall_html(wall: Wall, focus: str | None, thumbs: dict[str, Path | None]) -> str:
    """The boards as cards, in the film's order."""
    return "".join(_card(card, card.shot == focus, thumbs.get(card.shot)) for card in wall.cards)


def _card(card: Card, chosen: bool, thumb: Path | None) -> str:
    image = (
        f'<img src="{escape(address(thumb))}" alt="Shot {card.number}" loading="lazy">'
        if thumb
        else '<div class="blank"></div>'
    )
    bar = ""
    if card.share is not None:
        bar = f'<i class="bar"><b style="width:{card.share:.0%}"></b></i>'
    badge = BADGES[card.badge] + (f" {card.share:.0%}" if card.share is not None else "")
    if card.badge == "current" and card.take:
        badge = f"take {card.take.removeprefix('t')}"
    line = f'<p class="line">“{escape(card.line)}”</p>' if card.line else ""
    lock = '<span class="lock" title="locked">locked</span>' if card.locked else ""
    size = SIZES.get(card.size, card.size)
    return (
        f'<button type="button" class="card {escape(card.badge)}{" chosen" if chosen else ""}" '
        f'data-shot="{escape(card.shot)}" data-start="{card.start:g}" data-long="{card.seconds:g}" '
        f'aria-pressed="{"true" if chosen else "false"}" aria-label="Shot {card.number}">'
        f'<span class="picture">{image}<span class="badge">{escape(badge)}</span>{bar}</span>'
        f'<span class="head"><b>{card.number}</b> {escape(size)} · {escape(card.move)} '
        f"<em>{card.seconds:.1f} s</em>{lock}</span>"
        f'<p class="action">{escape(card.action)}</p>{line}</button>'
    )


def wipe_html(card: Card | None, frames: Sequence[tuple[str, Path]]) -> str:
    """Before and after of one shot under a slider; words when there is nothing to compare."""
    if card is None:
        return ""
    head = f"<h3>Shot {card.number}</h3>"
    if len(frames) < 2:
        tip = "Say what to change, such as “darker”. Before and after appear here."
        return f'{head}<p class="quiet">{tip}</p>'
    (old_name, old), (new_name, new) = frames[-2:]
    return (
        f'{head}<div class="wipe" style="--at:50%">'
        f'<img src="{escape(address(new))}" alt="after: {escape(new_name)}">'
        f'<img class="old" src="{escape(address(old))}" alt="before: {escape(old_name)}">'
        f'<span class="tag left">{escape(_named(old_name))}</span>'
        f'<span class="tag right">{escape(_named(new_name))}</span><i class="seam"></i>'
        '<input type="range" min="0" max="100" value="50" aria-label="before and after"></div>'
    )


def _named(version: str) -> str:
    return f"take {version[1:]}" if version[:1] == "t" and version[1:].isdigit() else version


def status_html(doing: str, share: float | None, trouble: str = "") -> str:
    """One line on what is being made, and how far it is."""
    if trouble and not doing:
        return f'<span class="trouble">{escape(trouble)}</span>'
    if not doing:
        return ""
    width = f"{share:.0%}" if share is not None else "100%"
    kind = "" if share is not None else " wait"
    return (
        f'<span class="doing">{escape(doing)}</span>'
        f'<i class="bar{kind}"><b style="width:{width}"></b></i>'
    )


def asked_html(question: Question | None) -> str:
    """The question that waits."""
    return f"<p>{escape(question.text)}</p>" if question else ""


def head_html(wall: Wall, cut: dict[str, Any] | None) -> str:
    """Title, logline, length, and the film to take along."""
    if not wall.cards:
        return "<h1>Roughcut</h1><p>Talk a film into being.</p>"
    minutes, seconds = divmod(round(wall.seconds), 60)
    facts = f"{len(wall.cards)} shots · {minutes}:{seconds:02d}"
    link = ""
    if cut:
        name = escape("".join(c for c in wall.title if c.isalnum() or c in " -_") or "film")
        link = (
            f'<a class="save" href="{escape(address(Path(cut["file"])))}" '
            f'download="{name}.mp4">Download film</a>'
        )
    return (
        f"<h1>{escape(wall.title)}</h1><p>{escape(wall.logline)}</p>"
        f'<p class="facts">{facts}{link}</p>'
    )


def feed(**parts: Any) -> str:
    """The parts of a page as JSON for the page's script."""
    return json.dumps(parts, ensure_ascii=False)


def view_html(card: Card | None) -> str:
    """Which shot a note is about when it names none."""
    if card is None:
        return ""
    return (
        f"Shot {card.number} is in view: a note without a number is about it."
        '<button type="button">clear</button>'
    )

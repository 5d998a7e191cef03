"""The studio floor: which films are open in this process, and what one tab of the page shows.

Knows no Gradio.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.errors import RoughcutError
from ui import studio_view as view
from ui.studio_board import Wall
from ui.studio_film import OpenFilm, Said
from ui.words import option_lines

if TYPE_CHECKING:
    from agent.run import Conversations

LIST_SECONDS = 4.0
"""Between two readings of the films' folder for the picker."""


@dataclass
class Floor:
    """All films open in this process, one of each however many tabs show it."""

    room: Conversations
    _open: dict[str, OpenFilm] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _listed: tuple[float, list[tuple[str, str]]] = (0.0, [])

    @property
    def home(self) -> Path:
        """Where films live."""
        return self.room.settings.home

    def films(self) -> list[tuple[str, str]]:
        """(title, slug) of every film that can be opened, the one last edited first."""
        from memory.project import Project

        at, listed = self._listed
        if time.monotonic() - at > LIST_SECONDS:
            cards = [card for card in Project.find(self.home) if not card.damaged]
            titles = [card.title for card in cards]
            listed = [
                (c.title if titles.count(c.title) == 1 else f"{c.title} ({c.slug})", c.slug)
                for c in cards
            ]
            self._listed = (time.monotonic(), listed)
        return listed

    def open(self, name: str) -> OpenFilm:
        """A film by its name, opened once.

        Raises:
            BadRequest: there is no such film.
            ProjectDamaged: it cannot be read.
        """
        from memory.project import Project

        with self._guard:
            if name not in self._open:
                project = Project.open(self.home, name)
                if project.slug not in self._open:
                    self._open[project.slug] = OpenFilm(self.room, project)
                    self._open[project.slug].resume()
                name = project.slug
            return self._open[name]

    def begin(self, words: str) -> OpenFilm:
        """A new film that starts with these words."""
        from agent.production import blank
        from memory.project import Project

        project = Project.create(self.home, blank(words, self.room.settings.size), words)
        with self._guard:
            film = self._open[project.slug] = OpenFilm(self.room, project)
        self._listed = (0.0, [])
        return film

    def close(self) -> None:
        """Stop every film's threads and end the workers; finished work is kept."""
        for film in self._open.values():
            film.close()
        self.room.close()


@dataclass
class Seat:
    """What one tab shows, and what it was sent last."""

    film: OpenFilm | None = None
    focus: str | None = None
    trouble: str = ""
    sent: dict[str, str] = field(default_factory=dict)

    def sit(self, film: OpenFilm | None) -> None:
        """Show another film, or an empty studio."""
        self.film, self.focus, self.trouble = film, None, ""

    def pick(self, shot: str) -> None:
        """Put a shot in view; "" for none."""
        shots = {card.shot for card in self.film.booth.wall.cards} if self.film else set()
        self.focus = shot if shot in shots else None

    def news(self, part: str, content: str) -> str | None:
        """The content when it is not what was sent last, else None."""
        if self.sent.get(part) == content:
            return None
        self.sent[part] = content
        return content

    def talk(self) -> str:
        """The talk side as a feed."""
        film = self.film
        if film is None:
            said = [Said("director", self.trouble, kind="warn")] if self.trouble else []
            return view.feed(talk=view.talk_html(said), view="")
        begun = bool(film.project.film.order)
        doing = film.doing or "Listening"
        html = view.talk_html(film.talk, film.live, doing, film.talking, begun)
        return view.feed(talk=html, view=view.view_html(self._card()))

    def stage(self) -> str:
        """The film side as a feed."""
        film = self.film
        if film is None:
            return view.feed(slug="", **_EMPTY)
        booth = film.booth
        shown, thumbs = booth.wall, booth.thumbs
        first = next((thumbs[c.shot] for c in shown.cards if thumbs.get(c.shot)), None)
        empty = "The boards come here." if shown.cards else "Nothing to show yet."
        return view.feed(
            slug=film.slug,
            head=view.head_html(shown, booth.cut),
            wall=view.wall_html(shown, self.focus, thumbs),
            compare=view.wipe_html(self._card(), self._frames()),
            status=view.status_html(*self._status()),
            cut=view.address(Path(booth.cut["file"])) if booth.cut and shown.cards else "",
            first=view.address(first),
            empty=empty,
        )

    def question(self) -> str:
        """The question that waits, as HTML; empty when there is none."""
        return view.asked_html(self.film.question if self.film else None)

    def options(self) -> tuple[str, ...]:
        """What the buttons of an offer say, in their order; empty when nothing is offered."""
        return option_lines(self.film.options) if self.film else ()

    def _card(self) -> Any:
        cards = self.film.booth.wall.cards if self.film else ()
        return next((card for card in cards if card.shot == self.focus), None)

    def _frames(self) -> list[tuple[str, Path]]:
        """Full frames of what may be compared in the shot in view."""
        from tools.workshop import CACHE
        from ui.studio_stills import FRAME_WIDTH, still

        card = self._card()
        if card is None or self.film is None:
            return []
        cache = self.film.project.folder / CACHE
        found = [(name, still(cache, path, width=FRAME_WIDTH)) for name, path in card.versions]
        return [(name, path) for name, path in found if path is not None]

    def _status(self) -> tuple[str, float | None, str]:
        film = self.film
        if film is None:
            return "", None, ""
        booth = film.booth
        shooting = [c for c in booth.wall.cards if c.share is not None]
        if booth.wall.pending and (shooting or not film.talking):
            words, share = _made_words(booth.wall)
            return f"{words}{film.pace.left(words, share)}", share, ""
        if booth.busy:
            return "Cutting", None, ""
        if film.producing and film.doing:
            return film.doing, film.share, ""
        return "", None, booth.trouble


def _made_words(wall: Wall) -> tuple[str, float]:
    """How far boards or takes are, from the wall itself."""
    cards = wall.cards
    boarded = sum(card.picture is not None for card in cards)
    if boarded < len(cards):
        return f"Drawing boards: {boarded} of {len(cards)}", boarded / len(cards)
    done = sum(card.badge == "current" for card in cards)
    under_way = sum(card.share or 0.0 for card in cards)
    return f"Shooting: {done} of {len(cards)}", (done + under_way) / len(cards)


_EMPTY = {
    "head": "<h1>Roughcut</h1><p>Talk a film into being.</p>",
    "wall": "",
    "compare": "",
    "status": "",
    "cut": "",
    "first": "",
    "empty": "Say what the film is about, and it begins.",
}


def open_or_say(floor: Floor, seat: Seat, name: str) -> None:
    """Open a film for a tab; a refusal becomes words."""
    try:
        seat.sit(floor.open(name))
    except RoughcutError as error:
        seat.sit(None)
        seat.trouble = str(error)

"""The cutting booth of one open film: keeps the wall up to date and cuts when pictures land.

Two threads: one looks (cheap, a few times a second, only when the project moved), one cuts.
Knows no page and no talk.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.errors import MakerFailed, NotReady, RoughcutError
from ui.studio_board import Wall, Wallpaper, wall

if TYPE_CHECKING:
    from agent.run import Conversations
    from memory.project import Project

log = logging.getLogger("roughcut.studio")

LOOK_SECONDS = 0.25
REST_SHARE = 3.0
"""A long film takes longer to look at: rest so much longer than a look took."""
CUT_REST_SECONDS = 6.0
"""Between two cuts while takes still land: cutting takes time from the renderers."""
BOARD_PRIORITY = 10
LINE_PRIORITY = 8
"""Voices are recorded after the boards and before the takes."""


class Booth:
    """Watches one project and cuts it.

    Args:
        folder: The project's.
        room: The process's conversations, for the crew.
        tell: Told what is being done.
    """

    def __init__(self, folder: Path, room: Conversations, tell: Callable[[str], None]) -> None:
        self.folder = folder
        self.wall = Wall()
        self.thumbs: dict[str, Path | None] = {}
        self.cut: dict[str, Any] | None = None
        self.busy = False
        self.producing = False
        self.trouble = ""
        self.stop = threading.Event()
        self._room = room
        self._tell = tell
        self._look = threading.Event()
        self._cut_of: tuple[Any, ...] = ()
        self._failed_of: tuple[Any, ...] = ()
        self._cut_at = 0.0
        self._begun = -1
        self._ready = 0

    def start(self) -> None:
        """Begin to look and to cut."""
        for work, name in ((self._watch, "wall"), (self._edit, "booth")):
            threading.Thread(target=work, daemon=True, name=name).start()

    def look_now(self) -> None:
        """Look again even when no file moved."""
        self._look.set()

    @property
    def mark(self) -> tuple[Any, ...]:
        """Changes whenever wall or cut changed."""
        cut = self.cut["sha256"] if self.cut else ""
        return (id(self.wall), cut, self.busy, self.trouble)

    # Looking.

    def _watch(self) -> None:
        from memory.project import Project

        project = Project(self.folder)
        self.cut = _last_cut(project)
        paper = Wallpaper()
        seen: tuple[Any, ...] = ()
        rest = LOOK_SECONDS
        while not self.stop.is_set():
            moved = _moved(self.folder)
            if moved != seen or self._look.is_set():
                self._look.clear()
                seen, began = moved, time.monotonic()
                try:
                    project.refresh()
                    fresh = wall(project, paper)
                    self.thumbs = self._small(fresh)
                    self.wall = fresh
                    self._begin(project, paper)
                except RoughcutError as error:
                    self.trouble = str(error)
                rest = max(LOOK_SECONDS, REST_SHARE * (time.monotonic() - began))
            self._look.wait(rest)
        project.close()

    def _small(self, shown: Wall) -> dict[str, Path | None]:
        """A small picture of every shot that has one."""
        from tools.workshop import CACHE
        from ui.studio_stills import board_still, still

        cache = self.folder / CACHE
        return {
            c.shot: board_still(cache, c.picture, c.marks) if c.marks else still(cache, c.picture)
            for c in shown.cards
            if c.picture
        }

    def _begin(self, project: Project, paper: Wallpaper) -> None:
        """As soon as there is a script, boards are drawn and its lines are spoken."""
        if self._begun == project.revision or not project.film.order:
            return
        from tools.assemble import sound_parts

        self._begun = project.revision
        if not any(card.picture for card in self.wall.cards):
            project.jobs.enqueue(paper.boards.values(), priority=BOARD_PRIORITY)
        lines = [part for part in sound_parts(project.film) if part.kind == "line"]
        project.jobs.enqueue(lines, priority=LINE_PRIORITY)
        if project.jobs.pending():
            self._room.crew(project).ensure()

    # Cutting.

    def _edit(self) -> None:
        from memory.project import Project

        project = Project(self.folder)
        while not self.stop.wait(LOOK_SECONDS):
            shown = self.wall
            pictures = tuple((card.shot, card.picture) for card in shown.cards)
            wanted = (shown.revision, pictures, self._score_ready(project))
            if wanted in (self._cut_of, self._failed_of):
                continue
            if not self._may_cut(shown):
                self._ahead(project, shown)
                continue
            self.busy = True
            try:
                project.refresh()
                self._assemble(project)
                self._cut_of, self.trouble = wanted, ""
            except NotReady:
                self._failed_of = wanted
            except RoughcutError as error:
                self._failed_of, self.trouble = wanted, str(error)
            except Exception as fault:
                log.exception("the cut failed")
                self._failed_of = wanted
                self.trouble = f"The cut failed: {type(fault).__name__}. The takes are kept."
            finally:
                self.busy = False
                self._cut_at = time.monotonic()
        project.close()

    def _ahead(self, project: Project, shown: Wall) -> None:
        """While boards are drawn: make of them what the first cut needs."""
        drawn = sum(card.picture is not None for card in shown.cards)
        if self.cut is None and drawn > self._ready:
            from tools.assemble import prepare

            try:
                project.refresh()
                self._ready = prepare(project)
            except RoughcutError as error:
                self._ready = drawn
                self.trouble = str(error)

    def _may_cut(self, shown: Wall) -> bool:
        """Whether there is a picture of every shot, and cutting now is not wasted."""
        if not shown.cards or any(card.picture is None for card in shown.cards):
            return False
        return not shown.pending or time.monotonic() - self._cut_at >= CUT_REST_SECONDS

    def _score_ready(self, project: Project) -> bool:
        from tools.sound.recipes import score_recipe

        score = score_recipe(project.film) if project.film.order else None
        return score is None or project.made(score.digest) is not None

    def _assemble(self, project: Project) -> None:
        """Cut with what is heard so far: voices at once, everything when the score is there."""
        from tools.assemble import assemble

        crew = self._room.crew(project)
        ready = self._score_ready(project)
        first = self.cut is None or self.wall.pending
        sound = "full" if ready or not first else "voices"
        self._tell("Cutting")
        try:
            made = assemble(project, crew, self._tell, sound)  # type: ignore[arg-type]
        except MakerFailed:
            # A film without its score is still a film one can watch.
            made = assemble(project, None, self._tell, "voices")
        finally:
            self._tell("")
        if made is not None:
            self.cut = made


def _last_cut(project: Project) -> dict[str, Any] | None:
    """What plays when a film is opened: its cut of today, else the newest there is."""
    from tools.assemble import standing_cut

    now = standing_cut(project)
    if now is not None:
        return now
    cuts = project.shelf.playable("cut", "film")
    if not cuts:
        return None
    last = cuts[-1]
    return {"file": str(project.vault.path(last.sha256)), "sha256": last.sha256}


def _moved(folder: Path) -> tuple[Any, ...]:
    """What changes on disk whenever the project does: two stats, no reading."""
    out: list[int] = []
    for name in ("project.sqlite", "project.sqlite-wal"):
        try:
            stat = os.stat(folder / name)  # noqa: PTH116  the cheapest look there is
            out += [stat.st_mtime_ns, stat.st_size]
        except OSError:
            out += [0, 0]
    return tuple(out)

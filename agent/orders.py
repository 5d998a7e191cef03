"""What a film was asked for, kept in its ledger, so that an unfinished order is gone on with."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from memory.errors import RoughcutError
from memory.film import mint
from memory.library import found
from memory.project import Project
from memory.recipe import whole


@dataclass(frozen=True, slots=True)
class Order:
    """An idea or a screenplay, and how long the film is to be."""

    idea: str | None = None
    script: str | None = None
    seconds: int | None = None
    seed: int = 0
    done: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What makes two orders the same."""
        parts = (self.idea or "", self.script or "", str(self.seconds), str(self.seed))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def readable(self) -> Order:
        """The same with every half of a character, as from a broken terminal, as "?"."""
        texts = [whole(text) if text else text for text in (self.idea, self.script)]
        return replace(self, idea=texts[0], script=texts[1])

    @property
    def film_id(self) -> str:
        """The id of the film that is made for this order; it also seeds the look."""
        return mint("film", self.digest)

    def delivered(self, until: str) -> bool:
        """True when the film was delivered up to this stage or further."""
        return until in self.done or "cut" in self.done

    def note(self, project: Project) -> None:
        """Write the order into a new project's ledger."""
        body: dict[str, Any] = {k: v for k, v in asdict(self).items() if k != "done"}
        project.ledger.append("order", {**body, "digest": self.digest})

    @classmethod
    def of(cls, project: Project) -> Order:
        """The order of a project; an empty one when it began as a conversation."""
        order, done = cls(), []
        for entry in project.ledger.entries():
            if entry.kind == "order":
                names = ("idea", "script", "seconds", "seed")
                order = cls(**{name: entry.body[name] for name in names})  # type: ignore[arg-type]
            elif entry.kind == "delivered":
                done.append(str(entry.body["until"]))
        return cls(order.idea, order.script, order.seconds, order.seed, tuple(done))


def unfinished(home: Path, order: Order, until: str) -> Project | None:
    """The newest project of the same order that was not delivered yet."""
    for folder in sorted(found(home), key=lambda f: f.stat().st_mtime, reverse=True):
        try:
            project = Project(folder)
        except RoughcutError:
            continue  # a damaged neighbour is not what was asked for; `verify` names it
        try:
            own = Order.of(project)
            if not (own.idea or own.script) and project.film.id == order.film_id:
                # Killed after the project was made and before its order was written down.
                order.note(project)
                own = order
            if own.digest == order.digest and not own.delivered(until):
                project.refresh()
                return project
        except RoughcutError:
            pass  # damaged too, further in
        project.close()
    return None

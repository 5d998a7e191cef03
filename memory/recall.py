"""What the film remembers, asked in words. First version: ranked in memory from the document."""

from __future__ import annotations

from dataclasses import dataclass

from memory.project import Project


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that holds in the film."""

    id: str
    entity: str
    attribute: str
    value: str
    text: str
    source: str


class Recall:
    """The memory of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @classmethod
    def open(cls, project: Project) -> Recall:
        """The memory of a project; nothing is read yet."""
        return cls(project)

    def follow(self, project: Project) -> None:
        """Bring the memory up to the newest revision."""
        self._project = project

    def facts(self) -> list[Fact]:
        """Everything that holds now."""
        film = self._project.film
        out = [
            Fact(f"{c.id}:{k}", c.id, k, v, f"{c.name} wears {v}.", "the cast list")
            for c in film.characters.values()
            for k, v in c.wardrobe.items()
        ]
        out += [
            Fact(f"decision:{n}", "film", "decision", w, w, "a decision")
            for n, w in enumerate(film.decisions)
        ]
        return out

    def ask(self, question: str, most: int = 8) -> list[Fact]:
        """The facts that fit a question best."""
        words = set(question.lower().split())
        scored = [
            (len(words & set(f"{f.entity} {f.text}".lower().split())), f) for f in self.facts()
        ]
        return [f for score, f in sorted(scored, key=lambda x: -x[0]) if score][:most]

    def rebuild(self) -> int:
        """Make the memory anew."""
        return len(self.facts())

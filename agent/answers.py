"""Questions about the film answered from its memory, with the source."""

from __future__ import annotations

from typing import Any

from agent.desk import Desk


def answer_about(desk: Desk, question: str) -> dict[str, Any]:
    """What the memory knows about a question, or that it does not know."""
    facts = desk.recall.ask(question, 3) if desk.recall else []
    if not facts:
        return {"said": "I don't know: nothing was noted about that.", "facts": []}
    said = " ".join(f"{fact.text} ({fact.source})" for fact in facts[:2])
    return {"said": said, "facts": [fact.text for fact in facts]}

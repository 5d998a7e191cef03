"""The stretch of conversation a model sees: trimmed, and with every tool call answered."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    HumanMessage,
    RemoveMessage,
    SystemMessage,
    ToolMessage,
)

from agent.desk import Desk
from agent.schema import change_table
from agent.table import film_table

MOST_MESSAGES = 24
KEPT_MESSAGES = 60
"""What a conversation keeps on disk; the film's own history is kept in full elsewhere."""
LONGEST_NOTE = 12_000


def prompt(name: str) -> str:
    """The text of a prompt file."""
    return (files("agent") / "prompts" / f"{name}.md").read_text(encoding="utf-8")


def window(messages: Sequence[AnyMessage], desk: Desk, facts: Sequence[str]) -> list[AnyMessage]:
    """System prompt with the film and what memory recalls, then the newest messages."""
    changes = f"CHANGES (for edit_film; ? may be left out)\n{change_table()}"
    told = [prompt("director"), changes, film_table(desk.film, focus=desk.focus)]
    if facts:
        told.append("REMEMBERED\n" + "\n".join(f"- {fact}" for fact in facts))
    return [SystemMessage("\n\n".join(told)), *answered(messages[-MOST_MESSAGES:])]


def answered(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The messages without half exchanges: a killed process may leave calls without results.

    OpenAI's endpoint refuses a conversation with an unanswered tool call.
    """
    replies = {m.tool_call_id for m in messages if isinstance(m, ToolMessage)}
    kept: list[AnyMessage] = []
    open_calls: set[str] = set()
    for message in messages:
        if isinstance(message, AIMessage) and message.tool_calls:
            calls = {str(call["id"]) for call in message.tool_calls}
            if not calls <= replies:
                continue
            open_calls |= calls
        if isinstance(message, ToolMessage) and message.tool_call_id not in open_calls:
            continue
        kept.append(_short(message))
    return kept


def _short(message: AnyMessage) -> AnyMessage:
    text = message.text
    if isinstance(message, HumanMessage) and len(text) > LONGEST_NOTE:
        cut = f"{text[:LONGEST_NOTE]}\n[{len(text) - LONGEST_NOTE} more letters were left out here]"
        return message.model_copy(update={"content": cut})
    return message


def forgotten(messages: Sequence[AnyMessage]) -> list[RemoveMessage]:
    """What to drop from the stored conversation so that it never grows without end."""
    old = messages[: max(0, len(messages) - KEPT_MESSAGES)]
    return [RemoveMessage(id=m.id) for m in old if m.id]

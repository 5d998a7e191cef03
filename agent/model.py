"""The language model behind one call: asked within bounds, its faults turned into one error.

Knows the OpenAI protocol's client and nothing of films.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage

from agent.settings import Settings
from memory.errors import MakerFailed

MOST_CALLS = 50
"""Tool calls in one answer; more is a model gone wrong."""
LONGEST_ANSWER = 1_000_000
"""Letters; a reply that goes on past this is cut off and counts as a fault."""


def open_model(settings: Settings) -> Any:
    """The chat model of the settings; its client is imported here alone."""
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        model=settings.model,
        base_url=settings.base_url or None,
        api_key=settings.api_key or "none",  # type: ignore[arg-type]  # local servers want none
        timeout=settings.bounds.seconds / 2,
        max_retries=2,
        stream_usage=False,
    )


def ask(
    model: Any,
    messages: Sequence[BaseMessage],
    tools: Sequence[dict[str, Any]],
    tell: Callable[[str], None],
) -> AIMessage:
    """One streamed answer.

    Args:
        model: A chat model that binds tools.
        messages: The conversation so far.
        tools: Function schemas in OpenAI's form.
        tell: Called with each piece of text as it comes.

    Raises:
        MakerFailed: the endpoint failed, cut off, or answered nothing that can be used.
    """
    try:
        answer = _stream(model.bind_tools(list(tools)), messages, tell)
    except MakerFailed:
        raise
    except _faults() as error:
        raise MakerFailed(
            f"The language model did not answer ({type(error).__name__}).",
            "Check its address and key with `roughcut doctor`.",
            maker="language model",
            retryable=True,
        ) from error
    return _usable(answer)


def _stream(
    model: Any, messages: Sequence[BaseMessage], tell: Callable[[str], None]
) -> AIMessageChunk:
    whole: AIMessageChunk | None = None
    length = 0
    for chunk in model.stream(list(messages)):
        whole = chunk if whole is None else whole + chunk
        if any((piece.get("index") or 0) >= MOST_CALLS for piece in chunk.tool_call_chunks):
            raise MakerFailed(
                "The language model asked for too much at once.", maker="language model"
            )
        text = chunk.text if isinstance(chunk.text, str) else ""
        length += len(text)
        if length > LONGEST_ANSWER:
            raise MakerFailed("The language model's answer had no end.", maker="language model")
        if text:
            tell(text)
    if whole is None:
        raise MakerFailed("The language model's answer was empty.", maker="language model")
    return whole


def _faults() -> tuple[type[Exception], ...]:
    import httpx
    import httpx2
    from openai import OpenAIError

    # The client raises plain Python errors where a server answers 200 with something else.
    loose = (ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, RuntimeError)
    return (OpenAIError, httpx.HTTPError, httpx2.HTTPError, *loose)


def _usable(answer: AIMessage) -> AIMessage:
    """The answer with unique call ids, or MakerFailed when there is nothing in it."""
    if answer.response_metadata.get("finish_reason") == "length" and not answer.tool_calls:
        raise MakerFailed("The language model's answer was cut off.", maker="language model")
    if not (answer.text.strip() or answer.tool_calls or answer.invalid_tool_calls):
        raise MakerFailed("The language model said nothing.", maker="language model")
    seen: set[str] = set()
    calls = []
    for call in answer.tool_calls:
        ident = call["id"] or ""
        if not ident or ident in seen:
            ident = f"call_{uuid.uuid4().hex[:12]}"
        seen.add(ident)
        calls.append({**call, "id": ident})
    for broken in answer.invalid_tool_calls:
        ident = f"call_{uuid.uuid4().hex[:12]}"
        args = {"_unreadable": str(broken.get("args"))[:500]}
        calls.append(
            {"name": broken.get("name") or "?", "args": args, "id": ident, "type": "tool_call"}
        )
    return AIMessage(content=answer.text, tool_calls=calls, id=answer.id)

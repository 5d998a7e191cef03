"""The offline director: a chat model that reads notes by rules. Knows no graph and no project.

A human message becomes tool calls or words; tool messages become the final words, built from what
the tools say was done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from pydantic import ConfigDict, Field

from agent.notes.foreign import in_language
from agent.notes.grammar import listed
from agent.notes.read import read
from agent.notes.reading import Kind, Reading
from agent.notes.situation import Situation
from agent.notes.wording import said
from memory.diff import FieldDiff
from memory.film import Film

LONGEST_REPLY = 1400
"""Letters of a reply; more is cut at a sentence."""


class OfflineDirector(BaseChatModel):
    """Words to tool calls by rules; no network, no key.

    `situation` is the moment the graph binds before each call:
    `director.model_copy(update={"situation": …})`. The kind of the reply travels in
    `AIMessage.additional_kwargs["kind"]`.
    """

    # Not in its repr, which LangChain writes at each call: a whole film would be spelled out.
    situation: Situation = Field(default=Situation(Film(id="film"), stage="empty"), repr=False)

    model_config = ConfigDict(arbitrary_types_allowed=True)

    @property
    def _llm_type(self) -> str:
        return "roughcut-offline"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, Any]:
        """Its tools are known to the rules already."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        message = self._reply(messages)
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _reply(self, messages: Sequence[BaseMessage]) -> AIMessage:
        results = _last_results(messages)
        if results:
            return _told(self.situation, _plan(messages), results)
        words = next((m for m in reversed(messages) if isinstance(m, HumanMessage)), None)
        return _called(read(text_of(words) if words else "", self.situation))


def text_of(message: BaseMessage) -> str:
    """The words of a message; pictures in it are left out."""
    if isinstance(message.content, str):
        return message.content
    parts = (part if isinstance(part, str) else part.get("text", "") for part in message.content)
    return " ".join(str(part) for part in parts)


def _called(reading: Reading) -> AIMessage:
    kept = {
        "kind": reading.kind.value, "reply": reading.reply, "aside": list(reading.aside),
        "notes": list(reading.notes), "language": reading.language, "signal": reading.signal,
        "options": [one.as_json() for one in reading.options],
    }  # fmt: skip
    calls = [
        {"name": call.name, "args": dict(call.args), "id": f"call_{at}", "type": "tool_call"}
        for at, call in enumerate(reading.calls)
    ]
    content = "" if calls else shortened(reading.reply)
    return AIMessage(content=content, tool_calls=calls, additional_kwargs=kept)


def _last_results(messages: Sequence[BaseMessage]) -> list[ToolMessage]:
    """The tool messages after the last words of anyone, oldest first."""
    results: list[ToolMessage] = []
    for message in reversed(messages):
        if not isinstance(message, ToolMessage):
            break
        results.insert(0, message)
    return results


def _plan(messages: Sequence[BaseMessage]) -> Mapping[str, Any]:
    """What the note was read as, from the message that called the tools."""
    called = (m for m in reversed(messages) if isinstance(m, AIMessage) and m.tool_calls)
    message = next(called, None)
    return message.additional_kwargs if message else {}


def _told(
    situation: Situation, plan: Mapping[str, Any], results: Sequence[ToolMessage]
) -> AIMessage:
    outcomes = [_outcome(message) for message in results]
    moved = [d for outcome in outcomes for d in _diffs(outcome)]
    failed = [o for o in outcomes if o.get("error") or o.get("kind") in {"warn", "ask"}]
    language = str(plan.get("language", "en"))
    if outcomes and all("declined" in o for o in outcomes):
        return _left(language)
    back = any(m.name in {"undo", "redo"} for m in results) and not failed
    parts: list[str] = [said(moved, situation.film, language)] if moved else []
    if back:
        again = any(m.name == "redo" for m in results)
        stands = parts if again else [_back_again(moved, situation.film, language)]
        parts = [str(plan.get("reply", "")), *stands]
    parts += [str(o["said"]) for o in outcomes if o.get("said") and o not in failed]
    parts += [str(o.get("error") or o.get("said") or "") for o in failed]
    parts += [
        str(words) for words in plan.get("aside", ()) if outcomes and len(failed) < len(outcomes)
    ]
    parts += [in_language(str(o["remade"]), language) for o in outcomes if o.get("remade")][-1:]
    kind = _kind(plan, outcomes, failed)
    text = " ".join(dict.fromkeys(p for p in parts if p)) or _nothing(kind)
    return AIMessage(
        content=shortened(text), additional_kwargs={"kind": kind.value, "language": language}
    )


def _left(language: str) -> AIMessage:
    """The reply to a no."""
    kept = {"kind": Kind.NOOP.value, "language": language}
    words = in_language("Left as it was, nothing moved.", language)
    return AIMessage(content=words, additional_kwargs=kept)


def _back_again(moved: Sequence[FieldDiff], film: Film, language: str) -> str:
    """Which shots an undo or a redo brought back, where the language has the sentence."""
    touched = {d.path.split(".")[1] for d in moved if d.path.startswith("shots.")}
    numbers = [film.number(shot) for shot in film.order if shot in touched]
    if not numbers or language != "en" or len(touched) > len(numbers):
        return ""
    one = len(numbers) == 1
    return f"Shot{'' if one else 's'} {listed(numbers)} {'is' if one else 'are'} as before."


def _kind(
    plan: Mapping[str, Any],
    outcomes: Sequence[Mapping[str, Any]],
    failed: Sequence[Mapping[str, Any]],
) -> Kind:
    if failed and len(failed) == len(outcomes):
        return _kind_named(failed[0].get("kind"), Kind.WARN)
    kinds = {_kind_named(o.get("kind"), Kind.ACT) for o in outcomes if o not in failed}
    if len(kinds) == 1:
        return kinds.pop()
    return _kind_named(plan.get("kind"), Kind.ACT)


def _kind_named(name: object, usual: Kind) -> Kind:
    return Kind(str(name)) if name in set(Kind) else usual


def _nothing(kind: Kind) -> str:
    return "Done." if kind is Kind.ACT else "Nothing moved."


def _outcome(message: ToolMessage) -> dict[str, Any]:
    """What a tool said, as a dict: from its artifact, from JSON, else its words."""
    if isinstance(message.artifact, dict):
        return dict(message.artifact)
    text = text_of(message)
    try:
        data = json.loads(text)
    except ValueError:
        data = {"said": text}
    outcome = data if isinstance(data, dict) else {"said": text}
    if message.status == "error":
        outcome = {"error": outcome.get("error") or outcome.get("said") or text, **outcome}
    return outcome


def _diffs(outcome: Mapping[str, Any]) -> list[FieldDiff]:
    found = outcome.get("diff") or ()
    return [
        d if isinstance(d, FieldDiff) else FieldDiff(str(d["path"]), d.get("old"), d.get("new"))
        for d in found
        if isinstance(d, FieldDiff) or (isinstance(d, dict) and "path" in d)
    ]


def shortened(text: str) -> str:
    """A reply held to a readable length, cut at a sentence."""
    if len(text) <= LONGEST_REPLY:
        return text
    head = text[:LONGEST_REPLY]
    return head[: head.rfind(". ") + 1] or head

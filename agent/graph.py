"""The conversation as a graph: director -> gate -> tools -> director.

Only nodes and edges live here.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langgraph.graph import START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.runtime import Runtime
from langgraph.types import Command, interrupt
from typing_extensions import TypedDict

from agent import director, gate
from agent.desk import Desk, Event
from agent.toolbox import use
from agent.window import forgotten

LONGEST_RESULT = 8000


class Conversation(TypedDict):
    """What a checkpoint holds: messages and plain marks, never the film.

    `done` is the only sign that a turn is over: after a kill the saved graph may list no next node
    although the turn was not finished.
    """

    messages: Annotated[list[AnyMessage], add_messages]
    done: bool
    takeover: str


def build(checkpointer: Any) -> Any:
    """The compiled graph of one conversation."""
    graph = StateGraph(Conversation, context_schema=Desk)
    graph.add_node("director", direct)
    graph.add_node("gate", ask_leave)
    graph.add_node("tools", run_tools)
    graph.add_edge(START, "director")
    return graph.compile(checkpointer=checkpointer)


def direct(state: Conversation, runtime: Runtime[Desk]) -> Command[Literal["gate", "__end__"]]:
    """One answer of the director: words, or calls that go to the gate."""
    desk = runtime.context
    answer, takeover = director.answer(desk, state["messages"], state.get("takeover", ""))
    update: dict[str, Any] = {"messages": [answer], "takeover": takeover}
    if answer.tool_calls:
        return Command(goto="gate", update=update | {"done": False})
    update["messages"] = [answer, *forgotten(state["messages"])]
    return Command(goto="__end__", update=update | {"done": True, "takeover": ""})


def ask_leave(state: Conversation, runtime: Runtime[Desk]) -> Command[Literal["tools", "director"]]:
    """Interrupt for what needs leave.

    Nothing may happen before the interrupt: a resume runs it again.
    """
    calls = _calls(state)
    approval = gate.needed(runtime.context, calls)
    if approval is None:
        return Command(goto="tools")
    said = interrupt(approval.as_json())
    if said.get("ok"):
        return Command(goto="tools")
    declined = "The creator said no; nothing was done."
    results = [_result(call, {"declined": declined}) for call in calls]
    return Command(goto="director", update={"messages": results})


def run_tools(state: Conversation, runtime: Runtime[Desk]) -> Command[Literal["director"]]:
    """Run the calls one after another: two edits at once would race for the same document."""
    desk = runtime.context
    results: list[AnyMessage] = []
    for call in _calls(state):
        desk.turn.tool_calls += 1
        if desk.turn.tool_calls > desk.settings.bounds.tool_calls:
            outcome: dict[str, Any] = {"error": "Too many calls in one turn; the rest was left."}
        else:
            desk.tell(Event("step", call["name"]))
            outcome = use(desk, call["name"], call["args"])
        results.append(_result(call, outcome))
    return Command(goto="director", update={"messages": results})


def _calls(state: Conversation) -> list[Any]:
    last = next(m for m in reversed(state["messages"]) if isinstance(m, AIMessage))
    return list(last.tool_calls)


def _result(call: Any, outcome: dict[str, Any]) -> ToolMessage:
    text = json.dumps(outcome, ensure_ascii=False, default=str)[:LONGEST_RESULT]
    status = "error" if "error" in outcome else "success"
    return ToolMessage(
        text, tool_call_id=call["id"], name=call["name"], status=status, artifact=outcome
    )


def spoken(words: str) -> dict[str, Any]:
    """The input of a turn."""
    return {"messages": [HumanMessage(words)], "done": False, "takeover": ""}

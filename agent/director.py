"""Who answers: the configured model, or the offline director when there is none or it fails."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from agent import model
from agent.claims import held
from agent.desk import Desk, Event
from agent.notes.read import read
from agent.notes.reading import Option, option_from
from agent.notes.situation import Situation
from agent.pictures import with_pictures
from agent.situations import situation
from agent.toolbox import schemas
from agent.window import answered, window
from memory.change import dump_changes
from memory.errors import MakerFailed

MOST_FACTS = 8


def answer(desk: Desk, messages: Sequence[AnyMessage], takeover: str) -> tuple[AIMessage, str]:
    """The next message of the director, and why the offline one took over ("" when it did not).

    Within a turn a takeover holds: a model that failed is not asked again.
    """
    if desk.model is not None and not takeover and not _picked(desk, messages):
        try:
            return _modelled(desk, messages), ""
        except MakerFailed as failure:
            takeover = f"{failure.args[0]} I went on without it."
            desk.turn.takeover = takeover
            if not _did_something(desk):
                # What a failing model tried and got refused is not the creator's word: the
                # offline director starts from theirs, with its own bound on calls.
                messages = _up_to_last_words(messages)
                desk.turn.tool_calls = 0
            desk.tell(Event("notice", takeover))
    return _offline(desk, messages), takeover


def _picked(desk: Desk, messages: Sequence[AnyMessage]) -> bool:
    """Whether the newest words only pick what was offered: no model is needed to play that."""
    offered = offered_in(messages)
    if not offered:
        return False
    moment = Situation(desk.turn.before or desk.film, offered=offered)
    reading = read(_last_words(messages), moment)
    picked = [change for one in offered for change in dump_changes(one.changes)]
    return bool(reading.changes) and all(change in picked for change in reading.changes)


def offered_in(messages: Sequence[AnyMessage]) -> tuple[Option, ...]:
    """What the director's last words before the creator's newest ones offered."""
    before = messages[: max(0, len(_up_to_last_words(messages)) - 1)]
    last = next((m for m in reversed(before) if isinstance(m, AIMessage)), None)
    if last is None or last.tool_calls:
        return ()
    try:
        return tuple(option_from(one) for one in last.additional_kwargs.get("options", ()))
    except ValueError:  # written by another version, whose changes were others
        return ()


def _did_something(desk: Desk) -> bool:
    turn = desk.turn
    return bool(turn.diff or turn.wanted or turn.boards or turn.exports)


def _up_to_last_words(messages: Sequence[AnyMessage]) -> Sequence[AnyMessage]:
    for at in range(len(messages) - 1, -1, -1):
        if isinstance(messages[at], HumanMessage):
            return messages[: at + 1]
    return messages


def _modelled(desk: Desk, messages: Sequence[AnyMessage]) -> AIMessage:
    bounds = desk.settings.bounds
    desk.turn.model_calls += 1
    if desk.turn.model_calls > bounds.model_calls:
        raise MakerFailed("The language model went in circles.", maker="language model")
    words = _last_words(messages)
    facts = [f.text for f in desk.recall.ask(words, MOST_FACTS)] if desk.recall and words else []
    said = _asked(desk, window(messages, desk, facts))
    _refuse_loops(said, messages, bounds.same_call)
    if len(said.text) > bounds.reply_letters:
        said.content = said.text[: bounds.reply_letters] + "…"
    if not said.tool_calls:
        said.content = held(said.text, desk)
        if desk.turn.options:
            offers = [one.as_json() for one in desk.turn.options]
            kept = {"kind": "act" if desk.turn.diff else "propose", "options": offers}
            said = said.model_copy(update={"additional_kwargs": {**said.additional_kwargs, **kept}})
    return said


def _asked(desk: Desk, told: list[AnyMessage]) -> AIMessage:
    """The model's answer; one that turns out not to see is asked once more in words alone."""

    def ask(messages: Sequence[AnyMessage]) -> AIMessage:
        say = desk.tell
        return model.ask(desk.model, messages, schemas(), lambda text: say(Event("say", text)))

    seen = with_pictures(told, desk)
    try:
        return ask(seen)
    except MakerFailed:
        if seen == told:
            raise
        return ask(told)


def _refuse_loops(said: AIMessage, messages: Sequence[AnyMessage], most: int) -> None:
    """Raise MakerFailed when the same call comes again and again in one turn."""
    turn = messages[len(_up_to_last_words(messages)) :]
    before = [_key(c) for m in turn if isinstance(m, AIMessage) for c in m.tool_calls]
    for call in said.tool_calls:
        if before.count(_key(call)) >= most - 1:
            raise MakerFailed("The language model repeated itself.", maker="language model")


def _key(call: object) -> str:
    return json.dumps([call["name"], call["args"]], sort_keys=True, default=str)  # type: ignore[index]


def _last_words(messages: Sequence[AnyMessage]) -> str:
    return next((m.text for m in reversed(messages) if isinstance(m, HumanMessage)), "")


def _offline(desk: Desk, messages: Sequence[AnyMessage]) -> AIMessage:
    from agent.offline import OfflineDirector

    notes = [m.text for m in messages if isinstance(m, HumanMessage)]
    previous = notes[-2] if len(notes) > 1 else ""
    moment = situation(desk, previous=previous, offered=offered_in(messages))
    if desk.turn.diff and desk.turn.before is not None:
        # What was done is told in the numbers the note was spoken in.
        moment = replace(moment, film=desk.turn.before)
    said = OfflineDirector(situation=moment).invoke(answered(messages))
    if not said.tool_calls:
        desk.tell(Event("say", said.text))
    return said

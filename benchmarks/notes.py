"""Plays edit requests through the reader of notes alone and writes what a scorer needs.

    python -m benchmarks.notes REQUESTS.jsonl FILM.json RESULTS.jsonl

No project, no rendering: a take is only counted, so that the reader can be judged in a second.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from agent.notes.read import read
from agent.notes.reading import Reading
from agent.notes.situation import Entry, Situation
from memory.change import ChooseTake, load_changes
from memory.edit import apply_all
from memory.errors import RoughcutError
from memory.film import Film
from memory.reference import TakeList, dump_reference, load_reference

PICTURE = frozenset(
    "size angle view lens_mm movement subjects composition foreground focus action beats emotions "
    "lighting weather saturation frames seed".split()
)


@dataclass
class Bench:
    """A film in memory with takes that are only names, and an undo history."""

    film: Film
    takes: dict[str, TakeList]
    focus: str | None = None
    running: str = ""
    entries: list[Entry] = field(default_factory=list)
    states: list[tuple[Film, dict[str, TakeList]]] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def situation(self) -> Situation:
        """The moment before the next note."""
        words = self.entries[-1].words if self.entries else ""
        return Situation(
            self.film, self.focus, self.takes, tuple(self.entries), words, running=self.running
        )

    def say(self, words: str) -> Reading:
        """One note, read and played."""
        reading = read(words, self.situation())
        for call in reading.calls:
            self.play(call.name, call.args, words)
        return reading

    def play(self, name: str, args: Mapping[str, Any], words: str) -> None:
        """One call of the toolbox, as far as the document goes."""
        if name == "edit_film":
            self.edit(args["changes"], words)
        elif name == "undo":
            self.undo(args)
        elif name == "export_film":
            self.made.append(f"{self.film.id}.{args['format']}")
        elif name == "shoot":
            self.made.append("cut.mp4")

    def edit(self, data: Sequence[Mapping[str, Any]], words: str) -> None:
        """Plays changes as one step; a shot whose picture moved has one more take."""
        changes = load_changes(list(data))
        self.states.append((self.film, dict(self.takes)))
        before, self.film = self.film, apply_all(self.film, changes)
        for change in changes:
            if isinstance(change, ChooseTake) and change.take:
                self.takes[change.shot] = replace(self.takes[change.shot], active=change.take)
        for shot in self.film.order:
            self._remade(before, shot)
        self.entries.append(Entry(len(self.entries) + 1, words, tuple(changes)))

    def _remade(self, before: Film, shot: str) -> None:
        now, was = self.film.shots[shot], before.shots.get(shot)
        if was is not None and all(getattr(now, f) == getattr(was, f) for f in PICTURE):
            return
        names = self.takes.get(shot, TakeList()).names
        fresh = f"t{len(names) + 1}"
        self.takes[shot] = TakeList((*names, fresh), fresh, "rendered")

    def undo(self, args: Mapping[str, Any]) -> None:
        """The last steps, or one older revision, taken back."""
        if args.get("revision") is None:
            for _ in range(args["steps"]):
                self.film, old = self.states.pop()
                self._choose_old(old)
                self.entries.append(Entry(len(self.entries) + 1, "undo", (), "undo"))
            return
        index = args["revision"] - 1
        base = self.states[index][0]
        later = [c for e in self.entries[index + 1 :] for c in e.changes]
        self._choose_old(self.states[index][1])
        self.film = apply_all(base, later)
        self.entries.append(Entry(len(self.entries) + 1, "undo", (), "undo"))

    def _choose_old(self, old: Mapping[str, TakeList]) -> None:
        for shot, shelf in old.items():
            self.takes[shot] = replace(self.takes[shot], active=shelf.active)

    def document(self) -> dict[str, Any]:
        """The film in the form the scorer reads."""
        return dump_reference(self.film, self.takes)


def opened(data: Mapping[str, Any]) -> Bench:
    """A fresh copy of the film with its takes."""
    takes = {
        k: TakeList(tuple(s.get("takes", ())), s.get("active_take"), s.get("status", ""))
        for k, s in data["shots"].items()
    }
    return Bench(load_reference(data), takes)


def played(request: Mapping[str, Any], film: Mapping[str, Any]) -> dict[str, Any]:
    """One request on a fresh copy, its context played first."""
    bench = opened(film)
    context = request.get("context", {})
    previous = context.get("previous", [])
    for words in [previous] if isinstance(previous, str) else previous:
        bench.say(words)
    bench.focus, bench.running = context.get("focus"), context.get("running", "")
    before = bench.document()
    try:
        reading = bench.say(request["utterance"])
        kind, reply = reading.kind.value, reading.reply
    except RoughcutError as error:
        kind, reply = "warn", str(error)
    after = bench.document()
    return {"id": request["id"], "kind": kind, "reply": reply, "before": before, "after": after,
            "made": bench.made}  # fmt: skip


def main() -> None:
    """Plays all requests and prints the time one note takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=Path)
    parser.add_argument("film", type=Path)
    parser.add_argument("results", type=Path)
    args = parser.parse_args()
    film = json.loads(args.film.read_text())
    requests = [json.loads(line) for line in args.requests.read_text().splitlines() if line]
    start = time.perf_counter()
    results = [played(request, film) for request in requests]
    took = (time.perf_counter() - start) / max(1, len(requests))
    lines = (json.dumps(result, ensure_ascii=False) for result in results)
    args.results.write_text("\n".join(lines) + "\n")
    print(f"{len(results)} requests, {took * 1000:.1f} ms each")


if __name__ == "__main__":
    main()

"""How often recall finds the right fact, and how long it takes on many.

    python -m benchmarks.recall FILE.jsonl [--json] [--facts 10000]

FILE holds one JSON object a line: facts {"type": "fact", "id", "kind", "entity", "scene", "text"}
and questions {"type": "question", "id", "text", "entity", "scene", "expect"}. A question is asked
in its own words; its entity and scene are only used by the column that says so. `expect` null
means that nothing was noted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from memory.embedding import embed, vector
from memory.fact import Fact
from memory.film import Character, Film, Line, Location, Scene, Shot
from memory.project import Project
from memory.question import Names, names_told_by, read
from memory.ranking import Cards, rank
from memory.recall import Recall

Asked = Mapping[str, Any]
Way = Callable[[Asked], list[str]]


def fact_from(row: Asked) -> Fact:
    """A fact of the file in our form: it holds from its scene on."""
    text, scene = str(row["text"]), str(row["scene"])
    return Fact(
        f"{row['id']}@1", str(row["entity"]), str(row["kind"]), text, text, scene,
        source="the file", revision=1,
    )  # fmt: skip


def found_by_rules(facts: Sequence[Fact], names: Names) -> Way:
    """Recall as the film uses it: rules, then likeness."""
    cards = Cards()
    cards.put(facts)

    def ask(asked: Asked) -> list[str]:
        question = read(str(asked["text"]), names)
        hits = rank(cards, question, names, lambda _text, _standing: sorted(cards.facts), 10)
        return [fact.key for fact in hits]

    return ask


def found_by_likeness(facts: Sequence[Fact], *, gold: bool = False) -> Way:
    """Vectors alone; with `gold` among the facts of the entity the file names."""
    rows = embed(f"scene {fact.scene_from} {fact.entity} {fact.text}" for fact in facts)

    def ask(asked: Asked) -> list[str]:
        order = np.argsort(-(rows @ vector(str(asked["text"]))), kind="stable")
        fits = (facts[at] for at in order if not gold or facts[at].entity == asked["entity"])
        return [fact.key for fact in fits]

    return ask


def marks(way: Way, questions: Sequence[Asked]) -> dict[str, float]:
    """Shares of questions whose fact stands first, and among the first three."""
    known = [q for q in questions if q.get("expect")]
    silent = [q for q in questions if not q.get("expect")]
    places = [_place(way(q), str(q["expect"])) for q in known]
    out = {f"@{k}": sum(p < k for p in places) / max(1, len(known)) for k in (1, 3)}
    out["mrr"] = sum(1 / (p + 1) for p in places) / max(1, len(known))
    if silent:
        out["silent"] = sum(not way(q) for q in silent) / len(silent)
    return out


def _place(found: Sequence[str], expected: str) -> int:
    return found.index(expected) if expected in found else 10_000


def many(count: int) -> Film:
    """A film of 500 shots and about so many facts."""
    cast = {
        f"c{n}": Character(
            id=f"c{n}", name=f"Person{n}", hair="brown hair", wardrobe={"coat": f"coat no {n}"},
            wardrobe_by_scene={f"sc{s}": {"hat": f"hat {s}"} for s in range(n % 7, 100, 7)},
        )
        for n in range(40)
    }  # fmt: skip
    places = {f"l{n}": Location(id=f"l{n}", name=f"Place{n}", set=("table",)) for n in range(30)}
    scenes = {
        f"sc{n}": Scene(id=f"sc{n}", slug=f"INT. PLACE{n % 30} - DAY", location=f"l{n % 30}")
        for n in range(100)
    }  # fmt: skip
    each = max(1, (count - 2300) // 500)
    shots = {
        f"sh{n}": Shot(
            id=f"sh{n}", scene=f"sc{n // 5}", action=f"Person{n % 40} lifts object {n}.",
            subjects=(f"c{n % 40}",),
            dialogue=tuple(
                Line(id=f"d{n}_{k}", character=f"c{n % 40}", line=f"I saw number {n} on day {k}.")
                for k in range(each)
            ),
        )
        for n in range(500)
    }  # fmt: skip
    return Film(
        id="many", title="Many", characters=cast, locations=places, scenes=scenes, shots=shots,
        order=tuple(shots),
    )  # fmt: skip


MANY_QUESTIONS = (
    "what is Person7 wearing in scene 12?", "who is in scene 40?", "who said number 321?",
    "make it feel a little colder", "what happens with object 77?", "the numbr on day 3",
)  # fmt: skip


def timed(count: int) -> dict[str, Any]:
    """Milliseconds of a question and of following one edit in a big film, warm."""
    from memory.change import Recast

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        project = Project.create(Path(home), many(count), "many")
        recall = Recall.open(project)
        start = time.perf_counter()
        recall.follow(project)
        first = time.perf_counter() - start
        recall.settle(600)
        indexed = time.perf_counter() - start
        for question in MANY_QUESTIONS:
            recall.ask(question)
        asks = [_took(recall, question) for question in MANY_QUESTIONS for _ in range(20)]
        project.edit([Recast(character="c3", wardrobe={"coat": "red coat"})], words="red")
        start = time.perf_counter()
        recall.follow(project)
        follow = time.perf_counter() - start
        recall.settle(600)
        return {
            "facts": len(recall.facts()), "first_follow_ms": round(first * 1000, 1),
            "first_index_s": round(indexed, 2), "ask_p50_ms": round(float(np.median(asks)), 2),
            "ask_p95_ms": round(float(np.percentile(asks, 95)), 2),
            "follow_one_edit_ms": round(follow * 1000, 1), "note": recall.note,
        }  # fmt: skip


def _took(recall: Recall, question: str) -> float:
    start = time.perf_counter()
    recall.ask(question)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Prints the marks of each way of finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list the questions not found first")
    parser.add_argument("--facts", type=int, default=0, help="also time a film of so many facts")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.file.read_text("utf-8").splitlines() if line.strip()]
    facts = [fact_from(row) for row in rows if row["type"] == "fact"]
    questions = [row for row in rows if row["type"] == "question"]
    scenes = tuple(sorted({fact.scene_from or "" for fact in facts}, key=lambda s: (len(s), s)))
    rules = found_by_rules(facts, names_told_by(facts, scenes))
    out: dict[str, Any] = {
        "facts": len(facts),
        "questions": len(questions),
        "rules, then likeness": marks(rules, questions),
        "likeness alone": marks(found_by_likeness(facts), questions),
        "likeness, entity given": marks(found_by_likeness(facts, gold=True), questions),
    }
    if args.facts:
        out["timed"] = timed(args.facts)
    if args.json:
        print(json.dumps(out))
        return
    for name, value in out.items():
        shown = (
            {k: round(v, 3) for k, v in value.items() if not isinstance(v, str)}
            if isinstance(value, dict)
            else value
        )
        print(f"{name}: {shown}")
    if args.misses:
        for asked in questions:
            found = rules(asked)
            if found[:1] != [asked.get("expect")]:
                print(asked["text"], "->", found[:4], "expected", asked.get("expect"))


if __name__ == "__main__":
    main()

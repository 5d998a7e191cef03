"""Asking for printed pages: each sheet by its own word, and boards are still drawn when asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.notes.read import read
from agent.notes.situation import Situation
from memory.reference import load_reference

REFERENCE = Path(__file__).parents[3] / "data" / "reference_film.json"
FILM = load_reference(json.loads(REFERENCE.read_text("utf-8")))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("export the boards", ["boards"]),
        ("export the storyboard as a pdf", ["boards"]),
        ("give me a contact sheet", ["contact"]),
        ("export the floor plans", ["floorplan"]),
        ("export stills", ["stills"]),
    ],
)
def test_sheets_are_exported_by_name(words: str, wanted: list[str]) -> None:
    calls = read(words, Situation(film=FILM)).calls
    assert [(call.name, call.args.get("format")) for call in calls] == [
        ("export_film", name) for name in wanted
    ]


def test_drawing_boards_is_no_export() -> None:
    calls = read("draw the boards", Situation(film=FILM)).calls
    assert [call.name for call in calls] == ["make_boards"]

"""The map is true: every file and folder that ARCHITECTURE.md and README.md name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "README.md"])
def test_what_a_page_links_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text())
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_file_of_the_map_is_there() -> None:
    room, named = "", []
    for row in (ROOT / "ARCHITECTURE.md").read_text().splitlines():
        heading = re.match(r"### (\w+)/", row)
        if heading:
            room = heading.group(1)
        if room and row.startswith("| ") and not row.startswith("| file"):
            found = re.findall(r"`(\w+\.py)`", row.split("|")[1])
            named += [f"{room}/{name}" for name in found]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []

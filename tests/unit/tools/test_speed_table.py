"""The theatre's benchmark command: one flat object, aims that can be missed, the README's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import theatre

FIGURES: dict[str, theatre.Figure] = {
    "fps": 44.0,
    "render_ms_exterior": 12.5,
    "ratio_exterior": 0.6,
    "worker_mib": 300.0,
    "albedo_identical": True,
}


def test_what_holds_is_not_missed() -> None:
    assert theatre.missed(FIGURES) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fps", 29.9),
        ("render_ms_exterior", 25.1),
        ("worker_mib", 401.0),
        ("albedo_identical", False),
        ("light_failed", "ValueError: no light"),
    ],
)
def test_what_does_not_hold_is_named(name: str, value: theatre.Figure) -> None:
    assert theatre.missed({**FIGURES, name: value}) == [name]


def test_a_part_that_falls_is_a_figure() -> None:
    found = theatre.gathered(False, ["nothing_of_the_kind"])
    assert list(found) == ["nothing_of_the_kind_failed"]
    assert "ModuleNotFoundError" in str(found["nothing_of_the_kind_failed"])


def test_the_readme_gets_the_table_and_keeps_the_rest(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(f"# Before\n{theatre.BEGIN}\nold\n{theatre.END}\nAfter\n", "utf-8")
    theatre.write_readme(FIGURES, page)
    text = page.read_text("utf-8")
    assert text.startswith("# Before\n")
    assert text.endswith("\nAfter\n")
    assert "old" not in text
    assert "| 12.5 | at most 25 |" in text
    assert "albedo" not in text


def test_the_house_readme_has_the_markers() -> None:
    text = theatre.README.read_text("utf-8")
    assert text.index(theatre.BEGIN) < text.index(theatre.END)

"""Storyboard pages: what stands on them, how many there are, and a PDF that opens again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from memory.film import Film
from memory.project import Project
from memory.reference import load_reference
from tools import pages
from tools.board_sheet import Drawn, Slate, board_pages, contact_pages
from tools.export import FORMATS, export
from tools.floor_plan import floor_pages, plan_of
from tools.lettering import ELLIPSIS, width_of
from tools.pages import Page, Type, broken, shortened
from tools.panels import OMITTED, Panel, numbered, panels

REFERENCE = Path(__file__).parents[2] / "data" / "reference_film.json"
FILM: Film = load_reference(json.loads(REFERENCE.read_text("utf-8")))
SLATE = Slate("The Last Ferry", "A. Director", "version 3", "2026-11-21")


def many(count: int) -> list[Panel]:
    return [Panel(f"1.{k}", f"sh{k}", "MS", "eye · 35 mm", "static", "2.0 s", "0:00.0")
            for k in range(1, count + 1)]  # fmt: skip


def count_pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))


def test_panels_are_numbered_by_scene_and_told_in_order() -> None:
    made = panels(FILM)
    assert [panel.number for panel in made[:5]] == ["1.1", "1.2", "1.3", "1.4", "2.1"]
    third = made[2]
    assert third.size == "MS"
    assert "50 mm" in third.lens
    assert third.lines == ("THEO: You're late.",)
    assert third.starts == "0:09.0"
    assert "punch" in third.sound
    assert made[0].transition.startswith("FADE IN")
    assert "♪" in made[0].sound


def test_a_locked_number_whose_shot_is_gone_stays_as_omitted() -> None:
    locked = numbered(FILM)
    shorter = FILM.model_copy(update={"order": tuple(s for s in FILM.order if s != "sh3")})
    made = panels(shorter, locked)
    assert [panel.number for panel in made][:4] == ["1.1", "1.2", "1.3", "1.4"]
    assert made[2].size == OMITTED
    new = FILM.shots["sh3"].model_copy(update={"id": "new"})
    longer = FILM.model_copy(
        update={"shots": {**FILM.shots, "new": new},
                "order": (*FILM.order[:3], "new", *FILM.order[3:])}
    )  # fmt: skip
    assert [panel.number for panel in panels(longer, locked)][2:5] == ["1.3", "1.3A", "1.4"]


@pytest.mark.parametrize(("count", "each", "expected"), [(8, 6, 2), (8, 9, 1), (12, 6, 2),
                                                         (13, 6, 3), (0, 6, 1)])  # fmt: skip
def test_pages_take_six_or_nine_panels(count: int, each: int, expected: int) -> None:
    made = board_pages(many(count), Drawn(), SLATE, each)
    assert len(made) == expected
    assert made[0].width > made[0].height if each == 6 else made[0].width < made[0].height


def test_the_pdf_opens_and_has_as_many_pages_as_there_are_pngs(tmp_path: Path) -> None:
    pdf = pages.save(board_pages(many(13), Drawn(), SLATE), tmp_path / "film-boards.pdf")
    assert pdf.read_bytes()[:5] == b"%PDF-"
    assert count_pages(pdf) == 3
    assert len(list((tmp_path / "film-boards").glob("page-*.png"))) == 3
    pages.save(board_pages(many(2), Drawn(), SLATE), pdf)
    assert count_pages(pdf) == len(list((tmp_path / "film-boards").iterdir())) == 1


def test_a_picture_stands_in_its_panel_and_a_missing_one_is_blank() -> None:
    red = np.zeros((90, 160, 3), np.uint8)
    red[..., 2] = 255
    with_one = np.asarray(board_pages(many(2), Drawn({"sh1": red}), SLATE)[0].image)
    middle = with_one.shape[1] // 3
    reds = (with_one[..., 0] > 240) & (with_one[..., 1] < 20)
    assert reds[:, :middle].sum() > 50_000
    assert not reds[:, middle:].any()


@pytest.mark.parametrize("aspect", [2.39, 16 / 9, 4 / 3, 1.0, 9 / 16])
def test_every_aspect_keeps_its_shape_on_paper(aspect: float) -> None:
    picture = np.zeros((180, round(180 * aspect), 3), np.uint8)
    picture[..., 1] = 255
    page = np.asarray(board_pages(many(1), Drawn({"sh1": picture}, aspect), SLATE)[0].image)
    rows, columns = np.nonzero((page[..., 1] > 240) & (page[..., 0] < 20))
    assert np.ptp(columns) / np.ptp(rows) == pytest.approx(aspect, rel=0.03)


def test_long_and_foreign_words_fit_and_end_with_an_ellipsis() -> None:
    kind = Type(24)
    for words in ("word " * 200, "Дарья " * 90, "x" * 900, "שלום " * 80):
        assert width_of(shortened(words, kind, 300), 24, kind.faces) <= 300
        lines = broken(words, kind, 300, 2)
        assert len(lines) == 2
        assert lines[-1].endswith(ELLIPSIS)
    assert shortened("short", kind, 300) == "short"
    assert Page((200, 80)).line((4, 4), "李明 — “Zoë”\u202e\x00", kind, 180) > 0


def test_a_contact_sheet_shows_every_shot() -> None:
    assert len(contact_pages(many(30), Drawn(), SLATE)) == 1
    assert len(contact_pages(many(90), Drawn(), SLATE)) > 1


def test_a_floor_plan_knows_marks_cameras_and_scenes() -> None:
    plan = plan_of(FILM, "sc2")
    assert {stand.name for stand in plan.stands} == {"Mara", "Theo"}
    mara, theo = sorted(plan.stands, key=lambda stand: stand.name)
    assert mara.x < theo.x
    assert mara.faces > 0 > theo.faces
    assert [camera.number for camera in plan.cameras] == ["2.1", "2.2", "2.3"]
    assert all(camera.z < 0 for camera in plan.cameras)
    pushed = plan.cameras[1]
    assert pushed.to[1] > pushed.z
    assert plan.pieces
    assert len(floor_pages(FILM, SLATE)) == 2


@pytest.mark.parametrize(("kind", "expected"), [("boards", 2), ("contact", 1), ("floorplan", 2)])
def test_export_writes_each_sheet_beside_its_pages(
    kind: str, expected: int, tmp_path: Path
) -> None:
    project = Project.create(tmp_path, FILM, "ferry")
    pdf = export(project, kind)
    assert pdf.name == f"{project.slug}-{kind}.pdf"
    assert count_pages(pdf) == len(list(pdf.with_suffix("").glob("*.png"))) == expected
    assert kind in FORMATS

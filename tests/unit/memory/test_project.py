import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memory.change import ChooseTake, Decide, DeleteShot, EditFilm, InsertShot, Relight, Reorder
from memory.errors import BadRequest, Busy, MakerFailed, ProjectDamaged
from memory.film import Film, Shot
from memory.project import Project
from memory.recipe import Recipe
from memory.slug import slug_from

HOSTILE = json.loads(Path("tests/data/hostile_names.json").read_text("utf-8"))

EDIT = """
import sys
from pathlib import Path
from memory.change import Decide
from memory.project import Project
project = Project.open(Path(sys.argv[1]), sys.argv[2])
for number in range(int(sys.argv[4])):
    project.edit([Decide(words=f"{sys.argv[3]} {number}")])
"""


def darker(shot: str = "sh2", brightness: float = 0.3) -> Relight:
    return Relight(shot=shot, brightness=brightness)


def titled(title: str) -> EditFilm:
    return EditFilm(title=title)


def edit_until_full(project: Project) -> None:
    with project.lease("turn"):
        for number in range(200):
            project.edit([Decide(words=f"{number} " + "x" * 1900)])


def run(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )


def a_take(project: Project, shot: str = "sh2", content: bytes = b"one", seed: int = 0) -> Recipe:
    recipe = Recipe("take", shot, "theatre", 1, {"seed": seed})
    project.record(recipe, project.vault.put(content, ".mp4"), 1.0)
    return recipe


class TestNames:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_hostile_name_stays_inside(self, home: Path, film: Film, name: str) -> None:
        project = Project.create(home, film, name)
        assert project.folder.parent == home
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", project.slug)
        assert len(project.slug) <= 40
        assert {path.name for path in home.parent.iterdir()} == {"films"}
        assert Project.open(home, project.slug).film == film

    @pytest.mark.parametrize(
        ("words", "slug"),
        [
            ("The Last Ferry", "the-last-ferry"),
            ("Café Straße Łódź", "cafe-strasse-lodz"),
            ("Mara's Letter", "maras-letter"),
            ("名前", "film"),
            ("CON", "film-con"),
            ("lpt1", "film-lpt1"),
            ("1984", "1984"),
            (
                "a lighthouse keeper who counts the ships that never come",
                "a-lighthouse-keeper-who-counts-the-ships",
            ),
        ],
    )
    def test_a_name_is_spelled(self, words: str, slug: str) -> None:
        assert slug_from(words) == slug

    def test_a_taken_name_gets_a_number(self, home: Path, film: Film) -> None:
        slugs = [Project.create(home, film, "Ferry").slug for _ in range(3)]
        assert slugs == ["ferry", "ferry-2", "ferry-3"]

    def test_many_at_once_get_a_name_each(self, home: Path, film: Film) -> None:
        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(lambda _: Project.create(home, film, "Ferry").slug, range(8)))
        assert len(set(made)) == 8
        assert sorted(path.name for path in home.iterdir()) == sorted(made)


class TestOpening:
    @pytest.mark.parametrize(
        "name",
        [
            "the-last-ferry",
            "The Last Ferry",
            "the last ferry",
            "THE-LAST-FERRY",
            "the last",
            " the-l ",
        ],
    )
    def test_by_slug_title_or_beginning(self, home: Path, project: Project, name: str) -> None:
        assert Project.open(home, name).slug == project.slug

    def test_the_title_of_today_counts(self, home: Path, project: Project) -> None:
        project.edit([titled("Night Boat")])
        assert Project.open(home, "night boat").slug == "the-last-ferry"

    @pytest.mark.parametrize(
        "name", ["nothing", "", "../the-last-ferry", ".", "%", "the-last-ferry/"]
    )
    def test_an_unknown_one_names_what_is_there(
        self, home: Path, project: Project, name: str
    ) -> None:
        with pytest.raises(BadRequest, match="no film") as caught:
            Project.open(home, name)
        assert project.slug in caught.value.hint

    def test_form_case_and_spaces_of_a_title_do_not_matter(self, home: Path, film: Film) -> None:
        Project.create(home, film.model_copy(update={"title": "Café 名前 "}), "x")
        name = unicodedata.normalize("NFD", " CAFÉ 名前")
        assert Project.open(home, name).slug == "x"

    def test_a_folder_that_cannot_be_is_refused(self, tmp_path: Path, film: Film) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(BadRequest, match="cannot be written"):
            Project.create(tmp_path / "file", film, "x")
        assert Project.find(tmp_path / "file") == []

    def test_where_nothing_is_the_way_out_is_named(self, home: Path) -> None:
        with pytest.raises(BadRequest) as caught:
            Project.open(home, "ferry")
        assert "draft" in caught.value.hint
        assert Project.find(home) == []

    def test_an_ambiguous_one_names_the_candidates(self, home: Path, film: Film) -> None:
        for words in ("Ferry one", "Ferry two"):
            Project.create(home, film.model_copy(update={"title": words}), words)
        with pytest.raises(BadRequest, match="several") as caught:
            Project.open(home, "ferry")
        assert "ferry-one" in caught.value.hint
        assert "ferry-two" in caught.value.hint

    def test_the_list_shows_the_last_edited_first_and_damage(self, home: Path, film: Film) -> None:
        now = [1_800_000_000.0]
        made = [Project.create(home, film, name, clock=lambda: now[0]) for name in ("a", "b", "c")]
        now[0] += 60
        made[1].edit([titled("Second")])
        made[2].close()
        (made[2].folder / "project.sqlite").write_bytes(b"rubbish" * 1000)
        cards = Project.find(home)
        assert [(c.slug, c.title, c.revision) for c in cards] == [
            ("b", "Second", 2),
            ("a", "The Last Ferry", 1),
            ("c", "c", 0),
        ]
        assert [bool(c.damaged) for c in cards] == [False, False, True]
        with pytest.raises(ProjectDamaged):
            Project.open(home, "c")
        assert (made[2].folder / "project.sqlite").read_bytes() == b"rubbish" * 1000


class TestEditing:
    def test_an_edit_is_one_revision(self, project: Project) -> None:
        revision = project.edit([darker(), titled("Night")], words="darker, and Night")
        assert (revision.number, revision.kind, revision.author) == (2, "edit", "creator")
        assert [(d.path, d.old, d.new) for d in revision.diff] == [
            ("shots.sh2.lighting.brightness", 0.5, 0.3),
            ("title", "The Last Ferry", "Night"),
        ]
        assert [change["op"] for change in revision.changes] == ["relight", "edit_film"]
        assert project.film.title == "Night"
        assert project.history()[-1] == revision
        assert project.film_at(1).title == "The Last Ferry"

    def test_one_change_that_cannot_be_stops_them_all(self, project: Project) -> None:
        with pytest.raises(BadRequest):
            project.edit([titled("Night"), darker("sh99")])
        assert (project.revision, project.film.title) == (1, "The Last Ferry")
        assert project.refresh() is False
        assert project.ledger.entries()[-1].body["number"] == 1

    def test_an_edit_that_moves_nothing_is_no_revision(self, project: Project) -> None:
        revision = project.edit([titled("The Last Ferry")])
        assert (revision.number, revision.diff, revision.changes) == (1, (), ())
        assert len(project.history()) == 1

    def test_a_stale_write_is_refused(self, home: Path, project: Project) -> None:
        other = Project.open(home, project.slug)
        other.edit([titled("Night")], expect=1)
        with pytest.raises(BadRequest, match="moved on"):
            project.edit([titled("Day")], expect=1)
        assert project.revision == 2
        assert project.edit([darker()], expect=2).number == 3
        assert project.film.title == "Night"

    def test_another_process_is_seen_after_a_refresh(self, home: Path, project: Project) -> None:
        with run(EDIT, str(home), project.slug, "other", "1") as other:
            other.wait()
        assert project.revision == 1
        assert project.refresh() is True
        assert (project.revision, project.film.decisions) == (2, ("other 0",))

    def test_the_mirror_is_the_document(self, project: Project) -> None:
        path = project.folder / "film.json"
        assert Film.model_validate_json(path.read_bytes()) == project.film
        project.edit([titled("Night")])
        assert Film.model_validate_json(path.read_bytes()) == project.film

    def test_a_broken_mirror_is_mended_and_never_believed(
        self, home: Path, project: Project
    ) -> None:
        path = project.folder / "film.json"
        path.write_text("{}", encoding="utf-8")
        assert Project.open(home, project.slug).film.title == "The Last Ferry"
        assert Film.model_validate_json(path.read_bytes()) == project.film

    def test_half_a_character_in_the_words_is_stored(self, project: Project) -> None:
        assert project.edit([darker()], words="dark \ud800 er").words == "dark ? er"

    def test_while_another_turn_writes_an_edit_waits_and_then_names_it(
        self, home: Path, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("memory.project.PATIENCE_SECONDS", 0.05)
        other = Project.open(home, project.slug)
        with other.lease("draft"):
            other.edit([titled("Night")])
            with ThreadPoolExecutor(1) as pool, pytest.raises(Busy, match="a draft started at"):
                pool.submit(project.edit, [titled("Day")]).result()
        project.edit([titled("Day")])
        assert [revision.number for revision in project.history()] == [1, 2, 3]

    def test_a_full_disk_loses_no_revision(self, home: Path, project: Project) -> None:
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        longest = max(path.stat().st_size for path in project.folder.rglob("*") if path.is_file())
        resource.setrlimit(resource.RLIMIT_FSIZE, (longest, limit[1]))
        try:
            with pytest.raises(MakerFailed, match="disk") as caught:
                edit_until_full(project)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        assert "space" in caught.value.hint
        kept = len(project.history())
        again = Project.open(home, project.slug)
        assert again.verify() == []
        assert len(again.film.decisions) == kept - 1
        again.edit([titled("Night")])
        assert Film.model_validate_json((again.folder / "film.json").read_bytes()) == again.film

    def test_two_processes_lose_no_edit(self, home: Path, project: Project) -> None:
        count = 20
        with (
            run(EDIT, str(home), project.slug, "one", str(count)) as one,
            run(EDIT, str(home), project.slug, "two", str(count)) as two,
        ):
            assert (one.wait(), two.wait()) == (0, 0)
        project.refresh()
        wanted = {f"{who} {n}" for who in ("one", "two") for n in range(count)}
        assert set(project.film.decisions) == wanted
        assert len(project.film.decisions) == 2 * count
        assert [r.number for r in project.history()] == list(range(1, 2 * count + 2))
        mirror = Film.model_validate_json((project.folder / "film.json").read_bytes())
        assert mirror == project.film
        assert project.verify() == []


class TestUndo:
    def test_undo_and_redo_show_the_very_documents(self, project: Project) -> None:
        films = [project.film]
        for number in range(3):
            project.edit([darker(brightness=0.1 * (number + 1))])
            films.append(project.film)
        assert project.undo().kind == "undo"
        assert project.film == films[2]
        project.undo(2)
        assert project.film == films[0]
        assert project.can_redo()
        for wanted in films[1:]:
            assert project.redo().kind == "redo"
            assert project.film == wanted
        assert not project.can_redo()
        assert len(project.history()) == 9
        assert project.verify() == []

    def test_an_edit_after_an_undo_clears_redo(self, project: Project) -> None:
        project.edit([darker()])
        project.undo()
        project.edit([titled("Night")])
        with pytest.raises(BadRequest, match="nothing to redo"):
            project.redo()
        project.undo()
        assert project.film.title == "The Last Ferry"
        assert project.film.shots["sh2"].lighting.brightness == 0.5

    def test_the_first_revision_cannot_be_undone(self, project: Project) -> None:
        with pytest.raises(BadRequest, match="nothing more"):
            project.undo()
        with pytest.raises(BadRequest):
            project.undo_revision(1)
        with pytest.raises(BadRequest, match="no revision 7"):
            project.undo_revision(7)

    def test_an_older_revision_is_taken_back_alone(self, project: Project) -> None:
        project.edit([darker()])
        project.edit([titled("Night")])
        revision = project.undo_revision(2)
        assert [d.path for d in revision.diff] == ["shots.sh2.lighting.brightness"]
        assert (project.film.title, revision.kind) == ("Night", "edit")
        with pytest.raises(BadRequest, match="left to undo"):
            project.undo_revision(2)
        project.undo()
        assert project.film.shots["sh2"].lighting.brightness == 0.3

    def test_an_older_revision_in_the_way_of_a_later_one_asks(self, project: Project) -> None:
        project.edit([darker(brightness=0.3)])
        project.edit([darker(brightness=0.2)])
        with pytest.raises(BadRequest) as caught:
            project.undo_revision(2)
        assert "shots.sh2.lighting.brightness" in caught.value.hint
        assert caught.value.hint.endswith("?")
        assert project.revision == 3

    def test_an_inserted_shot_is_taken_back_and_later_ones_stay(self, project: Project) -> None:
        for shot, after in (("shx", "sh1"), ("shy", "shx")):
            project.edit([InsertShot(shot=Shot(id=shot, scene="sc1"), after=after)])
        project.undo_revision(2)
        assert project.film.order == ("sh1", "shy", "sh2", "sh3")
        assert "shx" not in project.film.shots

    def test_a_deleted_shot_comes_back_after_later_edits(self, project: Project) -> None:
        project.edit([DeleteShot(shot="sh2")])
        project.edit([darker("sh3")])
        project.undo_revision(2)
        assert project.film.order == ("sh1", "sh2", "sh3")
        assert project.film.shots["sh3"].lighting.brightness == 0.3

    def test_an_order_in_the_way_asks(self, project: Project) -> None:
        project.edit([Reorder(order=("sh3", "sh2", "sh1"))])
        project.edit([Reorder(order=("sh2", "sh3", "sh1"))])
        with pytest.raises(BadRequest) as caught:
            project.undo_revision(2)
        assert "order" in caught.value.hint


class TestMade:
    def test_takes_are_named_in_order_of_making(self, project: Project) -> None:
        recipes = [
            a_take(project, content=content, seed=seed)
            for seed, content in enumerate([b"one", b"two", b"three"])
        ]
        takes = project.takes("sh2")
        assert [take.name for take in takes] == ["t1", "t2", "t3"]
        assert project.standing(recipes[2]).plays == takes[2].made
        assert project.standing(recipes[2], pick="t1").plays == takes[0].made
        assert project.made_for("take", "sh2") == [take.made for take in takes]
        assert project.made(recipes[1].digest) == takes[1].made

    def test_a_lost_file_keeps_its_name_and_does_not_play(self, project: Project) -> None:
        recipe = a_take(project, content=b"one")
        a_take(project, content=b"two")
        first, second = project.takes("sh2")
        project.vault.set_aside(first.made.sha256)
        assert [take.name for take in project.takes("sh2")] == ["t1", "t2"]
        assert project.standing(recipe, pick="t2").plays == second.made
        assert project.standing(recipe, pick="t1").plays == second.made
        assert not project.standing(recipe, pick="t1").picked
        project.vault.set_aside(second.made.sha256)
        assert project.standing(recipe).state == "missing"

    def test_undo_touches_no_take(self, project: Project) -> None:
        a_take(project)
        project.edit([ChooseTake(shot="sh2", take="t1")])
        before = project.takes("sh2")
        project.undo()
        assert project.takes("sh2") == before

    def test_recording_the_same_twice_is_one_row(self, project: Project) -> None:
        recipe = a_take(project)
        made = project.record(recipe, project.vault.put(b"one", ".mp4"), 2.0)
        assert project.made_for("take", "sh2") == [made]

    def test_what_the_maker_tells_is_kept(self, project: Project) -> None:
        recipe = Recipe("line", "ln1", "espeak", 1, {"text": "No."})
        words = {"words": [["No.", 0.0, 0.25]], "notes": []}
        sha256 = project.vault.put(b"sound", ".wav")
        project.record(recipe, sha256, 0.1, note="no alto voice here", extra=words)
        (made,) = project.made_for("line", "ln1")
        assert (made.extra, made.bytes) == (words, 5)
        body = project.ledger.entries()[-1].body
        assert (body["note"], body["inputs"]) == ("no alto voice here", {"text": "No."})

    def test_only_a_file_in_the_vault_is_recorded(self, project: Project) -> None:
        with pytest.raises(ProjectDamaged):
            project.record(Recipe("take", "sh1", "theatre", 1, {}), "0" * 64, 1.0)


class TestVerify:
    def test_a_sound_project_is_sound(self, project: Project) -> None:
        a_take(project)
        project.edit([darker()])
        assert project.verify() == []

    def test_one_flipped_byte_of_a_take_is_found(self, project: Project) -> None:
        a_take(project, content=b"picture")
        path = project.vault.path(project.takes("sh2")[0].made.sha256)
        path.chmod(0o644)
        path.write_bytes(b"pictura")
        assert any("made" in words and "sh2" in words for words in project.verify())

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE made SET sha256 = replace(sha256, '7', '8')",
            "UPDATE made SET target = 'sh1'",
            "UPDATE made SET ledger = 1",
            "UPDATE revision SET sha256 = 'x' WHERE number = 2",
            "UPDATE revision SET snapshot = x'00' WHERE number = 2",
            "UPDATE revision SET snapshot = (SELECT snapshot FROM revision WHERE number = 1)",
            "DELETE FROM revision WHERE number = 2",
        ],
    )
    def test_a_changed_row_is_found(self, project: Project, statement: str) -> None:
        a_take(project)
        project.edit([darker()])
        connection = sqlite3.connect(project.folder / "project.sqlite")
        connection.execute(statement)
        connection.commit()
        connection.close()
        assert project.verify() != []

    def test_an_unreadable_document_is_damage_and_nothing_is_overwritten(
        self, home: Path, project: Project
    ) -> None:
        connection = sqlite3.connect(project.folder / "project.sqlite")
        connection.execute("UPDATE revision SET snapshot = x'00ff'")
        connection.commit()
        connection.close()
        with pytest.raises(ProjectDamaged, match="Revision 1"):
            Project.open(home, project.slug)
        with pytest.raises(ProjectDamaged):
            Project(project.folder).edit([darker()])
        mirror = (project.folder / "film.json").read_bytes()
        assert Film.model_validate_json(mirror) == project.film

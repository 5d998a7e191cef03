"""Recall over a real project and a real Chroma: asked, followed, damaged, left behind, rebuilt."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from memory import keeper
from memory.change import Decide, Dress, EditScene, Recast, Reorder
from memory.embedding import NAME
from memory.fact import Fact
from memory.index import COLLECTION, Index, IndexFailed, metadata
from memory.notebook import Notebook
from memory.project import Project
from memory.recall import Recall
from memory.vocabulary import Weather
from tests.builders import a_project, reference_film

ROOT = Path(__file__).parents[3]
RED = Recast(character="mara", wardrobe={"coat": "red coat"})


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = a_project(tmp_path, reference_film())
    yield made
    keeper.keeper_of(made).settle()
    forget()


def forget() -> None:
    """What a new process knows: nothing."""
    for one in keeper._KNOWN.values():
        one.settle()
        one.rest()
    keeper._KNOWN.clear()


def said(project: Project, question: str, most: int = 1) -> list[str]:
    return [fact.text for fact in Recall.open(project).ask(question, most)]


def followed(project: Project) -> Recall:
    recall = Recall.open(project)
    recall.follow(project)
    assert recall.settle(60)
    return recall


def test_importing_recall_imports_no_chroma() -> None:
    code = "import sys, memory.recall, agent.answers; print('chromadb' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


def test_opening_touches_nothing(project: Project) -> None:
    Recall.open(project)
    assert not (project.folder / "recall").exists()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is Mara wearing?", "Mara wears a grey wool coat."),
        ("What's Theo's outfit", "Theo wears a navy deckhand jacket."),
        ("who has the letter?", "Mara has the folded letter."),
        ("who's got the suitcse?", "Mara has the brown suitcase."),
        ("how old is Theo", "Theo is 41 years old."),
        ("what colour is Mara's hair?", "Mara has short black hair."),
        ("what is the weather in scene one?", "Scene 1: Harbour pier: the weather is overcast."),
        ("what time is it in the cabin?", "Scene 2: Ferry cabin: it is night."),
        ("who is in scene 2?", "Scene 2: Mara and Theo are there."),
        ("who is in the last scene?", "Scene 2: Mara and Theo are there."),
        ("what does Theo say in scene 1?", 'Scene 1: Theo says: "You\'re late."'),
        ("what is the music?", "The music is low strings and piano at 72 beats a minute."),
        ("what is the film called?", 'The film is called "The Last Ferry"'),
    ],
)
def test_questions_find_their_fact_first(project: Project, question: str, answer: str) -> None:
    assert answer in said(project, question, 2)


@pytest.mark.parametrize(
    "question",
    [
        "who has the gun?", "does Theo wear a ring?", "what colour is Mara's car?",
        "what is the mood in scene 9?", "when did we decide on elephants?", "", "???", "\ud800\x00",
        "what did we decide?", "%s {} [", "x" * 50_000, "雨が降っていますか",
    ],
)  # fmt: skip
def test_what_was_never_noted_is_not_made_up(project: Project, question: str) -> None:
    assert said(project, question, 8) == []


def test_she_is_who_was_spoken_of(project: Project) -> None:
    recall = Recall.open(project)
    recall.ask("who is Theo?")
    assert recall.ask("what is she wearing?")[0].entity == "mara"
    assert recall.ask("and how old is he?")[0].entity == "theo"


def test_the_costume_of_a_scene_hides_the_usual_one_there(project: Project) -> None:
    project.edit([Recast(character="mara", scene="sc2", wardrobe={"coat": "blue shawl"})])
    recall = Recall.open(project)
    assert [f.value for f in recall.ask("what is Mara wearing in scene 2?")] == [
        "blue shawl", "green scarf",
    ]  # fmt: skip
    worn = {f.value for f in recall.ask("what is Mara wearing in scene 1?")}
    assert worn == {"grey wool coat", "green scarf"}


def test_scenes_are_called_by_todays_number(project: Project) -> None:
    order = project.film.order
    project.edit([Reorder(order=(*order[4:], *order[:4]))], words="the cabin first")
    assert said(project, "what time is it in scene 1?") == ["Scene 1: Ferry cabin: it is night."]


def test_a_fact_cites_the_words_it_came_with(project: Project) -> None:
    project.edit([RED], words="give Mara a red coat")
    fact = Recall.open(project).ask("which coat does Mara wear?")[0]
    assert (fact.value, fact.revision) == ("red coat", 2)
    assert fact.source == "revision 2: 'give Mara a red coat'"


def test_the_past_is_told_only_when_asked(project: Project) -> None:
    project.edit([RED], words="give Mara a red coat")
    now = said(project, "what coat is Mara wearing?", 8)
    assert not any("grey" in text for text in now)
    before = said(project, "what coat was Mara wearing before?")
    assert before == ["Until revision 2: Mara wears a grey wool coat."]


def test_when_something_was_decided(project: Project) -> None:
    rain = [Dress(shot=f"sh{n}", weather=Weather.RAIN) for n in range(1, 5)]
    project.edit([EditScene(scene="sc1", weather=Weather.RAIN), *rain], words="make it rain")
    project.edit([Decide(words="No slow pushes.")], words="remember: no slow pushes")
    found = Recall.open(project).ask("when did we decide on rain?")
    assert {f.revision for f in found} == {2}
    assert found[0].source == "revision 2: 'make it rain'"
    assert said(project, "what did we decide?") == ["Decided: No slow pushes."]


def test_undo_and_redo_bring_facts_back_with_their_source(project: Project) -> None:
    project.edit([RED], words="give Mara a red coat")
    recall = followed(project)
    project.undo()
    recall.follow(project)
    coat = next(f for f in recall.facts() if f.key == "mara:coat:*")
    assert (coat.value, coat.source) == ("grey wool coat", "the beginning of the film")
    project.redo()
    recall.follow(project)
    coat = next(f for f in recall.facts() if f.key == "mara:coat:*")
    assert (coat.value, coat.source) == ("red coat", "revision 2: 'give Mara a red coat'")


def stored(project: Project, key: str) -> dict[str, dict[str, object]]:
    """What Chroma holds of one key, read by a client of its own."""
    index = Index(project.folder / "recall")
    index.open()
    got = index._collection.get(include=["metadatas"])
    index.close()
    return {
        i: dict(m)
        for i, m in zip(got["ids"], got["metadatas"], strict=True)
        if i.startswith(f"{key}@")
    }


def test_an_edit_reaches_chroma_whole(project: Project) -> None:
    followed(project)
    project.edit([RED], words="red")
    followed(project)
    rows = stored(project, "mara:coat:*")
    old, new = rows["mara:coat:*@1"], rows["mara:coat:*@2"]
    assert (old["stands"], old["until"], old["value"]) == (False, 2, "grey wool coat")
    assert (new["stands"], new["until"], new["value"]) == (True, -1, "red coat")
    project.undo()
    followed(project)
    assert stored(project, "mara:coat:*@1".partition("@")[0])["mara:coat:*@1"]["until"] == -1


def test_metadata_is_always_complete() -> None:
    bare = metadata(Fact("x:y:*@1", "x", "y", "", "Text."))
    full = metadata(Fact("x:y:*@1", "x", "y", "v", "T.", "sc1", "sc1", "s", 3, "wear", 4))
    assert bare.keys() == full.keys()
    assert not [k for k, v in bare.items() if v is None]


def test_the_index_names_its_embedder_and_needs_no_download(project: Project) -> None:
    followed(project)
    index = Index(project.folder / "recall")
    index.open()
    config = index._collection.configuration["embedding_function"]
    assert config.name() == NAME
    assert NAME in COLLECTION
    assert index._collection.query(query_texts=["coat"], n_results=1)["ids"][0]
    index.close()


def test_wide_questions_go_to_chroma(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    recall = followed(project)
    monkeypatch.setattr("memory.ranking.WIDE", 5)
    asked: list[str] = []
    real = Index.near

    def near(self: Index, text: str) -> list[str]:
        asked.append(text)
        return real(self, text)

    monkeypatch.setattr(Index, "near", near)
    with_index = recall.ask("something about letters and windows")
    assert asked
    monkeypatch.setattr(Index, "is_open", False)
    assert [f.id for f in recall.ask("something about letters and windows")][:1] == [
        f.id for f in with_index
    ][:1]


def test_a_reader_left_behind_opens_again(project: Project) -> None:
    followed(project)
    forget()
    reader = Index(project.folder / "recall")
    reader.open()
    assert reader.is_open
    before = reader._collection.count()
    code = (
        "import sys; from pathlib import Path; from memory.project import Project;"
        "from memory.recall import Recall; from memory.change import Recast;"
        "p = Project.open(Path(sys.argv[1]), sys.argv[2]);"
        "p.edit([Recast(character='mara', wardrobe={'coat': 'mink stole'})], words='mink');"
        "r = Recall.open(p); r.follow(p); assert r.settle(60), 'not settled'"
    )
    home, name = str(project.folder.parent), project.folder.name
    subprocess.run([sys.executable, "-c", code, home, name], cwd=ROOT, check=True, timeout=120)
    assert not reader.is_open
    reader.open()
    assert reader._collection.count() > before
    assert "mara:coat:*@2" in reader.near("mara mink stole coat")
    reader.close()
    project.refresh()
    assert said(project, "which coat does Mara wear?") == ["Mara wears a mink stole."]


@pytest.mark.parametrize("harm", ["garbage", "gone", "pointer", "embedder", "behind"])
def test_a_damaged_index_comes_back_by_itself(project: Project, harm: str) -> None:
    followed(project)
    forget()
    folder = project.folder / "recall"
    at = json.loads((folder / "at.json").read_text())
    if harm == "garbage":
        (folder / at["folder"] / "chroma.sqlite3").write_bytes(b"no database" * 900)
    elif harm == "gone":
        shutil.rmtree(folder / at["folder"])
    elif harm == "pointer":
        (folder / "at.json").write_text("{")
    elif harm == "embedder":
        (folder / "at.json").write_text(json.dumps({**at, "embedder": "some-other-model-768"}))
    else:
        (folder / "at.json").write_text(json.dumps({**at, "facts": 3, "revision": 99}))
    project.edit([RED], words="red")
    recall = followed(project)
    index = Index(folder)
    assert index.fits("last_ferry", 2)
    index.open()
    assert index._collection.count() == len(keeper.keeper_of(project).record.facts)
    index.close()
    assert said(project, "which coat does Mara wear?") == ["Mara wears a red coat."]
    assert bool(recall.note) == (harm != "pointer")


@pytest.mark.parametrize("harm", ["garbage", "torn", "foreign", "gone"])
def test_a_damaged_notebook_is_written_anew(project: Project, harm: str) -> None:
    project.edit([RED], words="red")
    followed(project)
    forget()
    path = project.folder / "recall" / "facts.sqlite"
    if harm == "garbage":
        path.write_bytes(b"\x00garbage" * 500)
    elif harm == "torn":
        path.write_bytes(path.read_bytes()[:1000])
    elif harm == "foreign":
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE about SET value = 'other' WHERE name = 'film'")
        connection.close()
    else:
        path.unlink()
    assert said(project, "which coat does Mara wear?") == ["Mara wears a red coat."]
    project.edit([Decide(words="Stay close.")], words="stay close")
    followed(project)
    forget()
    noted = Notebook(path).read("last_ferry")
    assert noted is not None
    assert noted[0].revision == 3
    coats = sorted(f.value for f in noted[0].facts.values() if f.key == "mara:coat:*")
    assert coats == ["grey wool coat", "red coat"]


def test_a_restored_copy_with_another_history_begins_again(
    project: Project, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(project.folder, copy)
    project.edit([RED], words="red")
    followed(project)
    forget()
    other = Project(copy)
    other.edit([Recast(character="mara", wardrobe={"coat": "white coat"})], words="white")
    shutil.copytree(project.folder / "recall", copy / "recall")
    other.edit([Decide(words="Go on.")], words="go on")
    assert said(other, "which coat does Mara wear?") == ["Mara wears a white coat."]


def test_rebuild_gives_the_same_facts(project: Project) -> None:
    project.edit([RED], words="red")
    project.undo()
    recall = followed(project)
    known = dict(keeper.keeper_of(project).record.facts)
    assert recall.rebuild() == len(known)
    assert dict(keeper.keeper_of(project).record.facts) == known
    assert len(list((project.folder / "recall").glob("chroma-*"))) == 1
    assert recall.note == ""


def test_without_chroma_the_answers_are_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "chromadb", None)
    recall = followed(project)
    assert "Chroma cannot open" in recall.note
    assert said(project, "who has the letter?") == ["Mara has the folded letter."]
    with pytest.raises(IndexFailed):
        Index(project.folder / "recall").open()


def test_who_is_behind_does_not_undo_the_index_of_who_is_ahead(project: Project) -> None:
    project.edit([RED], words="red")
    followed(project)
    forget()
    behind = Project(project.folder)
    behind._known = (1, project.film_at(1))
    one = keeper.keeper_of(behind)
    one.catch_up(behind)
    one.index_now()
    assert one.record.revision == 1
    assert Index(project.folder / "recall").fits("last_ferry", 2)


def test_asking_writes_nothing_and_waits_for_nobody(project: Project) -> None:
    project.edit([RED], words="red")
    with project.lease("another turn"):
        assert said(project, "which coat does Mara wear?") == ["Mara wears a red coat."]
    assert not (project.folder / "recall" / "facts.sqlite").exists()


def test_a_process_that_ends_has_written_its_index(project: Project) -> None:
    code = (
        "import sys; from pathlib import Path; from memory.project import Project;"
        "from memory.recall import Recall;"
        "p = Project.open(Path(sys.argv[1]), sys.argv[2]); Recall.open(p).follow(p)"
    )
    home, name = str(project.folder.parent), project.folder.name
    subprocess.run([sys.executable, "-c", code, home, name], cwd=ROOT, check=True, timeout=120)
    assert Index(project.folder / "recall").fits("last_ferry", 1)

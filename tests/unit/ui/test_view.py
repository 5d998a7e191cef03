"""What the page shows is escaped, says what stands, and names what moved."""

from pathlib import Path

from memory.film import Film, Location, Scene, Shot
from ui.studio_board import Card, Wall
from ui.studio_film import Question, Said
from ui.studio_view import asked_html, head_html, status_html, talk_html, wall_html, wipe_html
from ui.words import moved_lines

HOSTILE = '"><script>alert(1)</script>'


def card(**given: object) -> Card:
    usual: dict[str, object] = {
        "shot": "sh_1", "number": 1, "size": "CU", "move": "dolly in", "action": "She waits.",
        "line": "", "seconds": 2.5, "badge": "board",
    }  # fmt: skip
    return Card(**{**usual, **given})  # type: ignore[arg-type]  # a card's own fields


def film() -> Film:
    shots = {f"sh_{n}": Shot(id=f"sh_{n}", scene="sc_1") for n in (1, 2)}
    return Film(
        id="film",
        locations={"l": Location(id="l", name="Pier")},
        scenes={"sc_1": Scene(id="sc_1", slug="EXT. PIER", location="l")},
        order=tuple(shots),
        shots=shots,
    )


def test_every_word_of_a_person_is_escaped() -> None:
    shown = card(action=HOSTILE, line=HOSTILE, shot=HOSTILE)
    wall = Wall(title=HOSTILE, logline=HOSTILE, cards=(shown,))
    cut = {"file": f"/films/{HOSTILE}.mp4"}
    pages = [
        wall_html(wall, None, {HOSTILE: Path(f"/films/{HOSTILE}.jpg")}),
        head_html(wall, cut),
        talk_html([Said("creator", HOSTILE, (HOSTILE,))], HOSTILE, HOSTILE, True),
        asked_html(Question(HOSTILE, "chat")),
        status_html(HOSTILE, 0.5),
        status_html("", None, HOSTILE),
        wipe_html(shown, [(HOSTILE, Path("/a")), (HOSTILE, Path(f"/{HOSTILE}"))]),
    ]
    assert not [page for page in pages if "<script" in page]
    assert all("&lt;script" in page or "%3Cscript" in page for page in pages)


def test_a_card_says_how_its_shot_stands() -> None:
    def words(**given: object) -> str:
        return wall_html(Wall(cards=(card(**given),)), None, {})

    assert ">board<" in words()
    assert ">take 2<" in words(badge="current", take="t2")
    assert ">stale<" in words(badge="stale", take="t1")
    assert ">shooting 40%<" in words(badge="rendering", share=0.4)
    assert "close-up · dolly in" in words()
    assert "locked" in words(locked=True)


def test_the_shot_in_view_is_marked() -> None:
    wall = Wall(cards=(card(), card(shot="sh_2", number=2)))
    html = wall_html(wall, "sh_2", {})
    assert html.count('aria-pressed="true"') == 1
    assert html.index('data-shot="sh_2"') < html.index('aria-pressed="true"')


def test_one_version_cannot_be_compared() -> None:
    assert "<img" not in wipe_html(card(), [("t1", Path("/a"))])
    assert wipe_html(None, []) == ""
    html = wipe_html(card(), [("t1", Path("/a")), ("t2", Path("/b")), ("t3", Path("/c"))])
    assert "take 2" in html
    assert "take 3" in html
    assert "take 1" not in html


def test_an_empty_talk_asks_for_the_film() -> None:
    assert "What is the film about?" in talk_html([])
    assert "What should change?" in talk_html([], begun=True)
    assert "What is the film about?" not in talk_html([Said("creator", "a boat")])


def test_what_moved_is_told_by_number() -> None:
    diff: list[dict[str, object]] = [
        {"path": "shots.sh_2.lighting.brightness", "old": 0.5, "new": 0.32},
        {"path": "shots.gone.action", "old": "", "new": "x" * 300},
        {"path": "title", "old": "A", "new": None},
        {"path": "music.enabled", "old": True, "new": False},
    ]
    lines = moved_lines(diff, film())
    assert lines[0] == "Shot 2 lighting brightness: 0.5 → 0.32"
    assert lines[1].startswith("A shot in the bin action: none → xxx")
    assert len(lines[1]) < 120
    assert lines[2] == "Title: A → none"
    assert lines[3] == "Music enabled: yes → no"


def test_a_long_list_is_cut_and_counted() -> None:
    diff: list[dict[str, object]] = [{"path": "title", "old": n, "new": n + 1} for n in range(60)]
    lines = moved_lines(diff, film())
    assert len(lines) < 30
    assert lines[-1] == "and 36 more"

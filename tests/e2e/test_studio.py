"""The studio in a real browser: an idea, boards, a film that plays, notes, approvals, a restart."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.e2e.rooms import ROOT, environment

pytestmark = pytest.mark.e2e

IDEA = "a lighthouse keeper finds a paper boat that answers back"
HOSTILE = '<img src=x onerror="window.broken=1"> make shot 2 warmer'
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --mute-audio "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
MINUTE = 60_000
PLAYER = "document.querySelector('#screen video.on')"


def chromium() -> str:
    """The system's browser. There is no test without it, so that its absence is loud."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    if found is None:
        pytest.fail("No Chromium: run `apt-get install -y --no-install-recommends chromium`.")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def studio(home: Path) -> Iterator[str]:
    """A studio process; ended by Ctrl-C as a person would."""
    port = free_port()
    child = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "studio", "--port", str(port)],
        env=environment(home, ROUGHCUT_SECONDS="12"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    assert f"127.0.0.1:{port}" in said, said + child.stdout.read()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        child.send_signal(signal.SIGINT)
        try:
            rest, _ = child.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            child.kill()
            rest, _ = child.communicate()
            pytest.fail(f"the studio did not end: {rest}")
    assert "Traceback" not in rest, rest
    assert child.returncode == 0, rest


@contextmanager
def browser(folder: Path) -> Iterator[tuple[Page, list[str]]]:
    """A page in a browser of its own, and the addresses it asked for."""
    asked: list[str] = []
    with sync_playwright() as play:
        window = play.chromium.launch_persistent_context(
            folder, executable_path=chromium(), args=FLAGS, viewport={"width": 1280, "height": 800}
        )
        page = window.pages[0]
        page.on("request", lambda request: asked.append(request.url))
        try:
            yield page, asked
        finally:
            window.close()


def say(page: Page, words: str) -> None:
    page.fill("#box textarea", words)
    page.press("#box textarea", "Enter")


def sources(page: Page) -> dict[str, str]:
    """Each shot's picture by its id."""
    script = "all => all.map(c => [c.dataset.shot, c.querySelector('img').getAttribute('src')])"
    pairs: list[list[str]] = page.eval_on_selector_all("#wall .card", script)
    return dict(map(tuple, pairs))  # type: ignore[arg-type]  # pairs are two long


def until(page: Page, script: str, limit: int = MINUTE) -> Any:
    return page.wait_for_function(script, timeout=limit)


def badge(number: int, words: str) -> str:
    card = f"document.querySelector('#wall .card:nth-child({number}) .badge')"
    return f"{card} && {card}.textContent.includes('{words}')"


ALL_TAKES = (
    "document.querySelectorAll('#wall .card').length > 1 && "
    "[...document.querySelectorAll('#wall .card')].every(c => c.classList.contains('current'))"
)


def test_a_film_in_the_studio(tmp_path: Path) -> None:
    home = tmp_path / "films"
    with browser(tmp_path / "profile") as (page, asked):
        with studio(home) as address:
            page.goto(address)
            page.wait_for_selector("#box textarea", timeout=MINUTE)
            assert page.inner_text("#talk h2") == "What is the film about?"
            _watch_it_come(page)
            _note_on_the_shot_in_view(page)
            _answer_a_question(page)
            _pick_an_option(page)
            _nothing_from_words_runs(page)
            _only_films_are_served(page, address)
            heard = page.inner_text("#talk")
        with studio(home) as address:
            page.goto(address)
            page.wait_for_selector("#wall .card.current", timeout=MINUTE)
            until(page, "document.querySelector('#talk').innerText.includes('onerror')")
            assert IDEA in page.inner_text("#talk")
            assert IDEA in heard
            until(page, "document.querySelector('#screen').classList.contains('has')")
            _narrow(page)
    hosts = {urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}


def _watch_it_come(page: Page) -> None:
    """Boards, then a film that plays, then takes in it, without losing one's place."""
    say(page, IDEA)
    page.wait_for_selector("#wall .card img", timeout=MINUTE)
    until(page, "document.querySelector('#screen').classList.contains('has')", 2 * MINUTE)
    page.evaluate(f"{PLAYER}.play()")
    until(page, f"{PLAYER}.currentTime > 0.5")
    first = page.evaluate(f"{PLAYER}.src")
    until(page, f"{PLAYER}.src !== '{first}'", 2 * MINUTE)
    playing = f"(v => !v.paused || v.currentTime > v.duration - 1)({PLAYER})"
    until(page, playing)
    assert page.evaluate(f"{PLAYER}.currentTime") > 0.4
    until(page, ALL_TAKES, 2 * MINUTE)
    until(page, f"{PLAYER}.readyState >= 2")
    assert page.get_attribute("#head a.save", "download")


def _note_on_the_shot_in_view(page: Page) -> None:
    """A click puts a shot in view; "darker" is then about it, and nothing else moves."""
    before = sources(page)
    page.click("#wall .card:nth-child(2)")
    page.wait_for_selector("#wall .card:nth-child(2).chosen")
    assert "Shot 2 is in view" in page.inner_text("#view")
    say(page, "redo it darker")
    until(page, badge(2, "take 2"))
    page.wait_for_selector("#compare .wipe img.old", timeout=MINUTE)
    after = sources(page)
    assert [shot for shot in before if before[shot] != after[shot]] == [list(before)[1]]
    tags = page.eval_on_selector_all("#compare .tag", "all => all.map(t => t.textContent)")
    assert tags == ["take 1", "take 2"]
    page.eval_on_selector(
        "#compare input",
        "e => { e.value = 20; e.dispatchEvent(new Event('input', {bubbles: true})); }",
    )
    assert "20%" in str(page.get_attribute("#compare .wipe", "style"))
    page.click("#undo")
    until(page, badge(2, "take 1"))
    until(page, f"{len(before)} === document.querySelectorAll('#wall .card').length")
    assert sources(page) == before


def _answer_a_question(page: Page) -> None:
    count = page.locator("#wall .card").count()
    say(page, "delete shot 2")
    page.wait_for_selector("#yes", timeout=MINUTE)
    assert "Go ahead?" in page.inner_text("#asked")
    page.click("#no")
    page.wait_for_selector("#yes", state="detached", timeout=MINUTE)
    assert page.locator("#wall .card").count() == count
    say(page, "delete shot 2")
    page.wait_for_selector("#yes", timeout=MINUTE)
    page.click("#yes")
    until(page, f"document.querySelectorAll('#wall .card').length === {count - 1}")


def _pick_an_option(page: Page) -> None:
    """A vague note puts its options on buttons; a click plays one, and Undo takes it back."""
    say(page, "shot 2 feels flat")
    page.wait_for_selector("#optionB:visible", timeout=MINUTE)
    assert "shot 2 again" in page.inner_text("#optionA")
    before = sources(page)
    page.click("#optionA")
    page.wait_for_selector("#optionA", state="detached", timeout=MINUTE)
    until(page, badge(2, "take 2"), 2 * MINUTE)
    page.click("#undo")
    until(page, badge(2, "take 1"))
    assert sources(page) == before


def _nothing_from_words_runs(page: Page) -> None:
    say(page, HOSTILE)
    until(page, "document.querySelector('#talk').innerText.includes('onerror')")
    time.sleep(0.5)
    assert page.evaluate("window.broken") is None
    assert page.locator("#talk img").count() == 0


def _only_films_are_served(page: Page, address: str) -> None:
    def status(path: str) -> int:
        return page.request.get(f"{address}gradio_api/file={path}").status

    cut = re.sub(r"^.*/gradio_api/file=", "", str(page.evaluate(f"{PLAYER}.src")))
    assert status(cut) == 200
    assert status("/etc/passwd") in {403, 404}
    assert status(f"{Path(cut).parents[3]}/../../../../../../etc/passwd") in {403, 404}
    assert status(os.fspath(ROOT / "pyproject.toml")) in {403, 404}


def _narrow(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    time.sleep(0.5)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    assert page.locator("#box textarea").is_visible()

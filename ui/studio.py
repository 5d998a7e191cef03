"""The studio: one page in the browser for talk, boards, the cut and approvals.

Binds to this machine only. Knows no film: what is shown comes from the floor as feeds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memory.errors import BadRequest
from ui.counter import Answer, Counter, at_leisure
from ui.studio_floor import Floor, Seat, open_or_say

ADDRESS = "127.0.0.1"
PORT = 7860
TICK_SECONDS = 1.0
STREAM_SECONDS = 0.12
LONGEST_STREAM = 180.0
HERE = Path(__file__).parent
FONTS = ["ui-sans-serif", "system-ui", "sans-serif"]


def build(floor: Floor) -> Any:
    """The page over a floor, as Gradio Blocks."""
    quiet_gradio()
    import gradio as gr

    with gr.Blocks(title="Roughcut", analytics_enabled=False, elem_id="studio") as page:
        seat = gr.State(Seat())
        with gr.Column(elem_classes="feeds"):
            # No template: the feed is data for the script and is never put on the page itself.
            talk = gr.HTML("{}", html_template="<i></i>", js_on_load=_feed("showTalk"))
            stage = gr.HTML("{}", html_template="<i></i>", js_on_load=_feed("showStage", pick=True))
        with gr.Row(elem_id="bar"):
            films, fresh, undo, redo = _bar(gr)
        with gr.Row(elem_id="floor"):
            with gr.Column(elem_id="talkside"):
                askrow, asked, yes, no, optrow, options, box, send = _talkside(gr)
            with gr.Column(elem_id="filmside"):
                gr.HTML((HERE / "studio_stage.html").read_text("utf-8"))
        shown = [talk, stage, askrow, asked, films, optrow, *options]
        _wire(gr, floor, page, seat, shown)
        for button, words in ((undo, "undo"), (redo, "redo"), (yes, "yes"), (no, "no")):
            _button(gr, floor, button, words, seat, [box, *shown])
        for button, letter in zip(options, "ABC", strict=True):
            _button(gr, floor, button, letter, seat, [box, *shown])
        hidden: dict[str, Any] = {"show_progress": "hidden", "queue": False}
        said: dict[str, Any] = {"show_progress": "hidden", "concurrency_limit": None}
        for act in (box.submit, send.click):
            act(
                lambda w, s: (yield from _speak(gr, floor, w, s)),
                [box, seat],
                [box, *shown],
                **said,
            )
        films.input(lambda n, s: _sit(gr, floor, s, n), [films, seat], shown, **hidden)
        fresh.click(lambda s: _sit(gr, floor, s, ""), [seat], shown, **hidden)
        stage.pick(_picker(gr, floor), [seat], shown, **hidden)
    return page


def _bar(gr: Any) -> tuple[Any, ...]:
    """Title, the films there are, and going back and forth."""
    gr.HTML('<div id="headline"></div>', elem_id="head")
    films = gr.Dropdown([], label="Film", show_label=False, container=False, elem_id="films")
    buttons = (("New film", "new"), ("Undo", "undo"), ("Redo", "redo"))
    return films, *(gr.Button(words, elem_id=name) for words, name in buttons)


def _talkside(gr: Any) -> tuple[Any, ...]:
    """The talk, the question that waits, and where one types."""
    gr.HTML('<div id="talk" role="log" aria-live="polite"></div>', elem_id="talkbox")
    with gr.Row(visible=False, elem_id="askrow") as askrow:
        asked = gr.HTML("", elem_id="asked")
        yes = gr.Button("Yes", variant="primary", elem_id="yes")
        no = gr.Button("No", elem_id="no")
    with gr.Row(visible=False, elem_id="optrow") as optrow:
        options = [gr.Button(letter, elem_id=f"option{letter}", visible=False) for letter in "ABC"]
    gr.HTML('<div id="view"></div>')
    with gr.Row(elem_id="sayrow"):
        box = gr.Textbox(
            placeholder="Say what you see",
            show_label=False,
            container=False,
            lines=1,
            max_lines=8,
            autofocus=True,
            elem_id="box",
        )
        send = gr.Button("Say", variant="primary", elem_id="send")
    return askrow, asked, yes, no, optrow, options, box, send


def _feed(show: str, pick: bool = False) -> str:
    """The script of a feed: hand every new value to the page; maybe tell what was picked."""
    told = 'Roughcut.pick = (shot) => trigger("pick", { shot });' if pick else ""
    body = f"const show = () => Roughcut.{show}(JSON.parse(props.value));"
    return f'{told}{body}watch("value", show); if (props.value !== "{{}}") show();'


def _wire(gr: Any, floor: Floor, page: Any, seat: Any, shown: list[Any]) -> None:
    """Loading and ticking."""

    def enter(sitting: Seat, request: gr.Request) -> tuple[Any, ...]:
        sitting.sent.clear()
        name = dict(request.query_params).get("film")
        known = floor.films()
        if name is None and known:
            name = known[0][1]
        if name:
            open_or_say(floor, sitting, name)
        return _news(gr, floor, sitting)

    enter.__annotations__["request"] = gr.Request
    hidden: dict[str, Any] = {"show_progress": "hidden", "queue": False}
    page.load(enter, [seat], shown, **hidden)
    timer = gr.Timer(TICK_SECONDS)
    timer.tick(lambda s: _news(gr, floor, s), [seat], shown, **hidden)


def _picker(gr: Any, floor: Floor) -> Any:
    def pick(sitting: Seat, event: Any) -> tuple[Any, ...]:
        sitting.pick(str(event.shot or ""))
        return _news(gr, floor, sitting)

    pick.__annotations__["event"] = gr.EventData
    return pick


def _button(gr: Any, floor: Floor, button: Any, words: str, seat: Any, shown: list[Any]) -> None:
    button.click(
        lambda s: (yield from _speak(gr, floor, words if s.film else "", s)),
        [seat],
        shown,
        show_progress="hidden",
        concurrency_limit=None,
    )


def _sit(gr: Any, floor: Floor, seat: Seat, name: str | None) -> tuple[Any, ...]:
    if name:
        open_or_say(floor, seat, name)
    else:
        seat.sit(None)
    return _news(gr, floor, seat)


def _speak(gr: Any, floor: Floor, words: str, seat: Seat) -> Iterator[tuple[Any, ...]]:
    """Say something and stream what comes, until the turn is over."""
    if not words.strip():
        yield ("", *_news(gr, floor, seat))
        return
    film = seat.film or floor.begin(words)
    if seat.film is not film:
        seat.sit(film)
    film.say(words, seat.focus)
    yield ("", *_news(gr, floor, seat))
    end = time.monotonic() + LONGEST_STREAM
    while film.talking and time.monotonic() < end and seat.film is film:
        time.sleep(STREAM_SECONDS)
        news = _news(gr, floor, seat)
        yield (gr.skip(), *news)
    yield (gr.skip(), *_news(gr, floor, seat))


def _news(gr: Any, floor: Floor, seat: Seat) -> tuple[Any, ...]:
    """What changed for a tab, in the order of the outputs; nothing is sent twice."""
    talk, stage = seat.news("talk", seat.talk()), seat.news("stage", seat.stage())
    question = seat.question()
    asked = seat.news("asked", question)
    films = floor.films()
    slug = seat.film.slug if seat.film else None
    listed = seat.news("films", f"{films}{slug}")
    return (
        gr.skip() if talk is None else talk,
        gr.skip() if stage is None else stage,
        gr.skip() if asked is None else gr.update(visible=bool(question)),
        gr.skip() if asked is None else question,
        gr.skip() if listed is None else gr.update(choices=films, value=slug),
        *_offered(gr, seat),
    )


def _offered(gr: Any, seat: Seat) -> list[Any]:
    """The row of options and its three buttons."""
    lines = seat.options()
    if seat.news("options", "\n".join(lines)) is None:
        return [gr.skip()] * 4
    shown = [gr.update(value=line, visible=True) for line in lines]
    hidden = [gr.update(visible=False)] * (3 - len(shown))
    return [gr.update(visible=bool(lines)), *shown, *hidden]


def quiet_gradio() -> None:
    """No analytics, no look at any other host; set before Gradio is imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"


def launch(floor: Floor, port: int | None = None, browse: bool = False) -> tuple[Any, str]:
    """Start serving in the background.

    Returns:
        The page, to close, and its address.
    """
    page = build(floor)
    import gradio as gr

    theme = gr.themes.Base(font=FONTS, font_mono=["ui-monospace", "monospace"])
    floor.home.mkdir(parents=True, exist_ok=True)
    if floor.room.bench is not None:
        floor.room.bench.fill()
    page.queue(default_concurrency_limit=None)
    _app, url, _share = page.launch(
        server_name=ADDRESS,
        server_port=port,
        prevent_thread_lock=True,
        quiet=True,
        share=False,
        inbrowser=browse,
        theme=theme,
        css=(HERE / "studio.css").read_text("utf-8"),
        head=f"<script>{(HERE / 'studio.js').read_text('utf-8')}</script>",
        allowed_paths=[str(floor.home.resolve())],
        footer_links=[],
        ssr_mode=False,
        mcp_server=False,
        show_error=False,
        max_file_size="50mb",
        strict_cors=True,
    )
    return page, url


def sit(counter: Counter, port: int | None, browse: bool) -> Answer:
    """Serve until Ctrl-C.

    Raises:
        BadRequest: the port is taken.
    """
    from tools.bench import Bench

    counter.room.bench = Bench(counter.room.settings.workers)
    floor = Floor(counter.room)
    try:
        page, url = launch(floor, port, browse)
    except OSError as taken:
        raise BadRequest(
            f"Port {port or PORT} is taken.", "Give another one: roughcut studio --port 7861."
        ) from taken
    print(f"The studio is open at {url}  (Ctrl-C closes it)", flush=True)
    try:
        counter.stop.wait()
    finally:
        at_leisure()
        floor.close()
        page.close(verbose=False)
    return Answer({"address": url}, ["Closed. Everything is kept."])

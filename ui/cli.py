"""The command line: words in, one result out.

Reads the environment; knows nothing of how films are made.

Progress goes to stderr. With --json stdout carries one object and nothing else. Exit 0 done, 2 a
clear refusal, 1 a fault, 130 stopped by the creator.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ui import commands
from ui.counter import Answer, Counter, run

app = typer.Typer(
    name="roughcut",
    help="Talk a film into being: idea, script, cast, boards, voices, takes, cut.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout.")]
Yes = Annotated[bool, typer.Option("--yes", help="Agree beforehand to long work and deletions.")]
FilmName = Annotated[str, typer.Argument(metavar="FILM", help="Slug or title of a film.")]


@app.command()
def draft(
    source: Annotated[str, typer.Argument(help="An idea, a .fountain screenplay or a .txt story.")],
    out: Annotated[str | None, typer.Option("--out", help="Copy the cut here.")] = None,
    until: Annotated[str, typer.Option(help="premise, script, shots, boards or cut.")] = "cut",
    seconds: Annotated[int | None, typer.Option(min=5, max=600, help="Length to aim at.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another film.")] = 0,
    new: Annotated[bool, typer.Option("--new", help="Begin anew, resume nothing.")] = False,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """Make a film from one line, a story or a screenplay.

    The same again goes on where it stopped.
    """
    order = commands.Draft(source, out, until, seconds, seed, new)
    run(lambda desk: commands.draft(desk, order, yes), as_json)


@app.command()
def say(
    film: FilmName,
    words: Annotated[str, typer.Argument(help='A note, such as "redo shot 4 darker".')],
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """One turn with the director: reply, what moved, what was re-made."""
    run(lambda desk: commands.say(desk, film, words, yes), as_json)


@app.command()
def show(
    film: FilmName,
    shots: Annotated[bool, typer.Option("--shots")] = False,
    cast: Annotated[bool, typer.Option("--cast")] = False,
    script: Annotated[bool, typer.Option("--script")] = False,
    ledger: Annotated[bool, typer.Option("--ledger")] = False,
    state: Annotated[bool, typer.Option("--state")] = False,
    as_json: Json = False,
) -> None:
    """Show a film: its document, shots, cast, script, paper trail or state."""
    asked = {"shots": shots, "cast": cast, "script": script, "ledger": ledger, "state": state}
    part = next((name for name, on in asked.items() if on), "film")
    run(lambda desk: commands.show(desk, film, part), as_json)


@app.command()
def check(
    film: Annotated[str, typer.Argument(metavar="FILM|film.json")], as_json: Json = False
) -> None:
    """The supervisor's findings."""
    run(lambda desk: commands.check(desk, film), as_json)


@app.command()
def export(
    film: FilmName,
    kinds: Annotated[list[str], typer.Argument(metavar="FORMAT…")],
    out: Annotated[str | None, typer.Option("--out")] = None,
    as_json: Json = False,
) -> None:
    """Write a film out.

    Formats: mp4, otio, edl, xml, fcpxml, srt, vtt, fountain, fdx, json, stills, and as PDF pages
    boards, contact and floorplan.
    """
    run(lambda desk: commands.export(desk, film, kinds, out), as_json)


@app.command()
def verify(
    what: Annotated[str, typer.Argument(metavar="FILE|FILM")], as_json: Json = False
) -> None:
    """Check every file's hash and the paper trail's chain."""
    run(lambda desk: commands.verify(desk, what), as_json)


@app.command(name="import")
def bring_in(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="film.json, a screenplay, a clip or a sound.")
    ],
    into: Annotated[str | None, typer.Option("--into", metavar="FILM")] = None,
    as_json: Json = False,
) -> None:
    """Take in a film, a screenplay, or footage for a film."""

    def served(counter: Counter) -> Answer:
        from ui.imports import bring_in as take

        return take(counter, source, into)

    run(served, as_json)


@app.command()
def recall(
    film: FilmName,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the memory anew.")] = False,
    as_json: Json = False,
) -> None:
    """What the film remembers of its cast, places, props and decisions."""
    run(lambda desk: commands.recall(desk, film, rebuild), as_json)


@app.command()
def chat(
    film: Annotated[str | None, typer.Argument(metavar="[FILM]")] = None,
) -> None:
    """Talk in the terminal. Without a name a new film begins."""

    def served(counter: Counter) -> Answer:
        from ui.chat import chat as talk

        return talk(counter, film)

    run(served, False)


@app.command()
def studio(
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Where it listens.")] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open the browser on it.")] = False,
) -> None:
    """The studio in the browser, on this machine only."""

    def served(counter: Counter) -> Answer:
        from ui.studio import sit

        return sit(counter, port, browse)

    run(served, False)


@app.command()
def doctor(as_json: Json = False) -> None:
    """What is configured, what works, what each missing thing would add."""

    def served(counter: Counter) -> Answer:
        from ui.doctor import examine

        return examine(counter)

    run(served, as_json)


def main() -> None:
    """The console script."""
    sys.exit(app())


if __name__ == "__main__":
    main()

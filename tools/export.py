"""A film written out for other programs and people, into its project's `exports/`.

Makes no picture.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from memory.errors import BadRequest, NotReady
from memory.film import Film
from memory.project import Project
from memory.reference import dump_reference
from tools.assemble import assemble
from tools.plan import plan
from tools.subtitles import Caption, SpokenLine, captions, write_srt, write_vtt
from tools.timeline import spoken, supers

TIMELINES = ("otio", "edl", "xml", "fcpxml")
SHEETS = ("boards", "contact", "floorplan")
FORMATS = ("mp4", *TIMELINES, "srt", "vtt", "fountain", "fdx", "json", "stills", *SHEETS)


def export(
    project: Project,
    kind: str,
    out: Path | None = None,
    variant: str | None = None,
    workers: int = 0,
) -> Path:
    """Write a film out.

    Args:
        project: Whose film.
        kind: One of FORMATS, or the name of a variant: that one as mp4.
        out: Where; by default `exports/` of the project.
        variant: The film in this shape; only as mp4.
        workers: Processes that draw what a variant still needs; 0 draws here.

    Returns:
        The file, or for stills the folder. Sheets are a PDF; their pages lie as PNGs in a folder
        of its name beside it.

    Raises:
        BadRequest: no such format.
        NotReady: there is nothing to write yet.
    """
    if kind in project.film.variants:
        kind, variant = "mp4", kind
    if variant is not None:
        return _variant(project, kind, variant, out, workers)
    if kind not in FORMATS:
        raise BadRequest(f"I cannot write {kind!r}.", f"I write {', '.join(FORMATS)}.")
    target = out or _place(project, kind)
    target.parent.mkdir(parents=True, exist_ok=True)
    if kind == "mp4":
        return _film(project, target)
    if kind == "stills":
        return _stills(project, target)
    if kind in SHEETS:
        from tools.printed import print_sheet

        return print_sheet(project, kind, target)
    if kind in TIMELINES:
        from tools.interchange import write_timeline

        return write_timeline(project, kind, target)
    target.write_text(text_of(project.film, kind), encoding="utf-8")
    return target


def _place(project: Project, kind: str) -> Path:
    name = "stills" if kind == "stills" else f"{project.slug}.{kind}"
    if kind in SHEETS:
        name = f"{project.slug}-{kind}.pdf"
    return project.folder / "exports" / name


def text_of(film: Film, kind: str) -> str:
    """Subtitles, screenplay or document as text."""
    if kind == "json":
        return json.dumps(dump_reference(film), ensure_ascii=False, indent=1) + "\n"
    if kind in {"fountain", "fdx"}:
        return screenplay_text(film, kind)
    return subtitles_text(film, kind)


def screenplay_text(film: Film, kind: str) -> str:
    """The screenplay with a note of every shot before its words, as Fountain or FDX text."""
    from tools.formats.fdx_text import write_fdx
    from tools.formats.fountain import read_fountain, write_fountain
    from tools.formats.shot_notes import with_shot_notes

    if not film.script:
        raise NotReady("There is no screenplay.", "Write or import one first.")
    script = with_shot_notes(read_fountain(film.script), film)
    return write_fdx(script) if kind == "fdx" else write_fountain(script)


def captions_of(film: Film, written: bool = True) -> list[Caption]:
    """The captions of the film, in frames of the cut.

    Args:
        film: Whose lines.
        written: Also what is written over shots in which nobody speaks: it is to be read too.
    """
    heard = spoken(film)
    lines = [SpokenLine(cue.line.line, cue.start, cue.frames) for cue in heard]
    busy = {cue.shot for cue in heard}
    over = [one for one in supers(film) if written and one.shot not in busy]
    lines += [SpokenLine(one.text, one.start, one.frames) for one in over]
    return captions(lines, film.frame_rate)


def subtitles_text(film: Film, kind: str = "srt") -> str:
    """The captions as SRT or VTT text."""
    cues = captions_of(film)
    write = {"srt": write_srt, "vtt": write_vtt}[kind]
    with tempfile.TemporaryDirectory() as folder:
        return write(cues, film.frame_rate, Path(folder) / f"s.{kind}").read_text("utf-8")


def _film(project: Project, target: Path) -> Path:
    cut = assemble(project)
    if cut is None:
        raise NotReady("There is no cut yet.", "Draw the boards or shoot first.")
    return _copied(cut["file"], target)


def _variant(project: Project, kind: str, name: str, out: Path | None, workers: int) -> Path:
    """The film in another shape, as its own mp4."""
    from tools.variants import assemble_variant, variant_file

    if kind != "mp4":
        raise BadRequest(f"A variant is written as mp4, not as {kind}.", "The film itself is both.")
    cut = assemble_variant(project, name, workers)
    target = out or variant_file(project, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    return _copied(cut["file"], target)


def _copied(source: str, target: Path) -> Path:
    """A whole copy, or none."""
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    part.replace(target)
    return target


def _stills(project: Project, folder: Path) -> Path:
    """The boards in order, numbered as the shots are now."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(plan(project), 1):
        made = one.board_standing.plays
        if made is not None:
            shutil.copyfile(project.vault.path(made.sha256), folder / f"{number:03d}.jpg")
    return folder

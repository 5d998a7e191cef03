"""The film as a timeline for other editors: OpenTimelineIO, an EDL, XML for Premiere and Final Cut.

Knows the project and decides nothing. Each take is written beside the timeline under a name an
assistant can read (SH040_t02.mp4); one that a dissolve reaches into has 24 frames of handles. The
programme starts at 01:00:00:00. What a format cannot carry is left out of that format alone: an
EDL has one picture track and no sound, FCPXML no dissolves (both limits of their adapters).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memory.film import Film, Shot
from memory.project import Project
from memory.vocabulary import TransitionType
from tools.assemble import Clip, clips_of, mixed
from tools.encode import Frame, Profile, write_clip
from tools.plan import plan, takes

if TYPE_CHECKING:
    from opentimelineio import opentime, schema

ADAPTERS = {"otio": "otio_json", "edl": "cmx_3600", "xml": "fcp_xml", "fcpxml": "fcpx_xml"}
"""Formats, and the adapter that writes each."""

HANDLE = 24
START_HOURS = 1
LOSES_DISSOLVES = frozenset({"fcpxml"})
DISSOLVES = frozenset({TransitionType.DISSOLVE})


@dataclass(frozen=True, slots=True)
class Media:
    """A take written out: its file, its frames and how many of them lie before the shot."""

    name: str
    path: Path
    frames: int
    head: int = 0


def write_timeline(project: Project, kind: str, target: Path) -> Path:
    """Write the film as a timeline, and its media into a folder beside it.

    Args:
        project: Whose film.
        kind: One of ADAPTERS.
        target: The timeline's file.

    Raises:
        NotReady: no shot has a picture yet.
    """
    import opentimelineio as otio

    folder = target.with_name(f"{target.stem}_media")
    folder.mkdir(parents=True, exist_ok=True)
    timeline = timeline_of(project, folder, kind)
    text = otio.adapters.write_to_string(timeline, adapter_name=ADAPTERS[kind], **_options(kind))
    if kind == "edl":
        text = started_at_one(text)
    elif kind == "otio":
        text = text.replace(folder.parent.resolve().as_uri() + "/", "")
    target.write_text(text, encoding="utf-8")
    return target


def _options(kind: str) -> dict[str, Any]:
    return {"style": "avid"} if kind == "edl" else {}


def timeline_of(project: Project, folder: Path, kind: str = "otio") -> schema.Timeline:
    """The cut as an OTIO timeline; media is written into `folder`."""
    from opentimelineio import opentime, schema

    film = project.film
    clips = clips_of(project)
    rate = float(film.frame_rate)
    start = opentime.RationalTime(START_HOURS * 3600 * round(rate), rate)
    timeline = schema.Timeline(film.title, global_start_time=start, metadata=_told(film))
    picture = schema.Track("V1", kind=schema.TrackKind.Video)
    timeline.tracks.append(picture)
    media = _media(project, clips, folder)
    names = [name for name in ("card_opening", *film.order, "card_end") if name in media]
    for at, name in enumerate(names):
        shot = film.shots.get(name)
        if at and shot is not None and kind not in LOSES_DISSOLVES:
            before = media[names[at - 1]]
            _dissolve(picture, shot, (before.head, media[name].head), rate)
        length = shot.length if shot else media[name].frames
        picture.append(_clip(media[name], length, rate, _fields(project, shot)))
    if kind != "edl":
        timeline.tracks.append(_sound(project, folder, rate))
    return timeline


def _dissolve(track: schema.Track, shot: Shot, handles: tuple[int, int], rate: float) -> None:
    """A dissolve, centred on the cut, when both takes reach beyond it."""
    from opentimelineio import schema

    entry = shot.transition_in
    if entry.type not in DISSOLVES or not all(handles):
        return
    half = min(HANDLE, (entry.frames or HANDLE) // 2)
    track.append(
        schema.Transition(
            "dissolve", schema.TransitionTypes.SMPTE_Dissolve, _time(half, rate), _time(half, rate)
        )
    )


def _clip(media: Media, length: int, rate: float, fields: Mapping[str, Any]) -> schema.Clip:
    from opentimelineio import opentime, schema

    source = schema.ExternalReference(
        media.path.resolve().as_uri(),
        opentime.TimeRange(_time(0, rate), _time(media.frames, rate)),
    )
    shown = opentime.TimeRange(_time(media.head, rate), _time(length, rate))
    clip = schema.Clip(media.name, source, shown, metadata={"roughcut": dict(fields)})
    words = str(fields.get("transition", "cut"))
    if words not in ("cut", "dissolve"):
        mark = opentime.TimeRange(shown.start_time, _time(1, rate))
        clip.markers.append(schema.Marker(f"enter by {words}", mark))
    return clip


def _time(frames: int, rate: float) -> opentime.RationalTime:
    from opentimelineio import opentime

    return opentime.RationalTime(frames, rate)


def _fields(project: Project, shot: Shot | None) -> dict[str, Any]:
    """What another tool may want to know of a shot: its id, its words, where its take is from."""
    if shot is None:
        return {}
    film = project.film
    stands = plan(project, [shot.id])[0].take_standing.plays
    return {
        "shot": shot.id,
        "number": film.number(shot.id),
        "scene": film.scenes[shot.scene].slug,
        "size": shot.size.value,
        "move": shot.movement.type.value,
        "action": shot.action,
        "transition": shot.transition_in.type.value,
        "seed": shot.seed,
        "maker": stands.maker if stands else "board",
        "sha256": stands.sha256 if stands else "",
    }


def _told(film: Film) -> dict[str, Any]:
    return {"roughcut": {"film": film.id, "logline": film.logline, "rate": film.rate}}


def _media(project: Project, clips: Mapping[str, Clip], folder: Path) -> dict[str, Media]:
    """Every clip of the cut in `folder`, with handles where a dissolve needs them."""
    film, out = project.film, {}
    reached = _reached(film)
    for name, clip in clips.items():
        stem = _stem(project, name)
        path = folder / f"{stem}.mp4"
        if name in reached and clip.beyond is not None:
            profile = Profile(film.width, film.height, film.frame_rate)
            write_clip(_with_handles(clip), profile, path)
            out[name] = Media(stem, path, clip.frames + 2 * HANDLE, HANDLE)
        else:
            _copied(project.vault.path(clip.content), path)
            out[name] = Media(stem, path, clip.frames)
    return out


def _reached(film: Film) -> set[str]:
    """The shots on both sides of a dissolve."""
    pairs = zip(film.order, film.order[1:], strict=False)
    both = [pair for pair in pairs if film.shots[pair[1]].transition_in.type in DISSOLVES]
    return {shot for pair in both for shot in pair}


def _with_handles(clip: Clip) -> Iterator[Frame]:
    from tools.takes import frames_of

    return frames_of(clip.beyond or {}, -HANDLE, clip.frames + HANDLE)


def _stem(project: Project, name: str) -> str:
    film = project.film
    if name not in film.shots:
        return name.upper()
    plays = plan(project, [name])[0].take_standing.plays
    take = next((t.name for t in takes(project)[name] if plays and t.made.id == plays.id), "board")
    return f"SH{film.number(name) * 10:03d}_{_two(take)}"


def _two(take: str) -> str:
    return f"t{int(take[1:]):02d}" if re.fullmatch(r"t\d+", take) else take


def _sound(project: Project, folder: Path, rate: float) -> schema.Track:
    """The finished mix as one sound track."""
    from opentimelineio import schema

    track = schema.Track("A1", kind=schema.TrackKind.Audio)
    content = mixed(project)
    if content is None:
        return track
    source = project.vault.path(content)
    path = folder / f"MIX{source.suffix}"
    _copied(source, path)
    frames = sum(one.frames for one in clips_of(project).values())
    track.append(_clip(Media("MIX", path, frames), frames, rate, {}))
    return track


def _copied(source: Path, path: Path) -> None:
    part = path.with_name(f".{path.name}.part")
    shutil.copyfile(source, part)
    part.replace(path)


_EVENT = re.compile(r"^(\d{3,}\s.*?)(\d\d)(:\d\d:\d\d[:;]\d\d )(\d\d)(:\d\d:\d\d[:;]\d\d)\s*$")


def started_at_one(edl: str) -> str:
    """An EDL whose record side starts at one hour, which the adapter leaves at zero."""

    def later(match: re.Match[str]) -> str:
        head, first, middle, last, tail = match.groups()
        return f"{head}{int(first) + START_HOURS:02d}{middle}{int(last) + START_HOURS:02d}{tail}"

    return "\n".join(_EVENT.sub(later, line) for line in edl.splitlines()) + "\n"

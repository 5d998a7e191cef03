"""Where everything stands in the cut, in frames: cards, shots, lines. Pure; knows no files."""

from __future__ import annotations

from dataclasses import dataclass

from memory.film import Film, Line, Shot

CARD_SECONDS = 3
"""A title or an end card: long enough to read twice, short enough not to wait for."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The cut's frames: `head` of opening card, the shots one after another, `tail` of end card."""

    head: int
    starts: dict[str, int]
    tail: int
    total: int

    @classmethod
    def of(cls, film: Film) -> Timeline:
        """The timeline of a film as it stands."""
        card = round(CARD_SECONDS * film.frame_rate)
        head = card if film.titles.opening else 0
        tail = card if film.titles.end_card else 0
        starts, at = {}, head
        for shot in film.order:
            starts[shot] = at
            at += film.shots[shot].length
        return cls(head, starts, tail, at + tail)

    def line_start(self, shot: Shot, line: Line) -> int:
        """The frame of the cut a line starts at, never before the film."""
        return max(0, self.starts[shot.id] + line.start)


SUPER_SECONDS = 5
"""Words over a shot stand no longer than this."""
SUPER_MARGIN = 4
"""Frames of a shot before its words come and after they go."""


@dataclass(frozen=True, slots=True)
class Super:
    """Words over a shot, in frames of the cut."""

    text: str
    shot: str
    start: int
    frames: int


def supers(film: Film) -> list[Super]:
    """The words over every shot, in order; several share their shot's time."""
    timeline, out = Timeline.of(film), []
    for shot in (film.shots[s] for s in film.order):
        texts = [text for text in shot.overlays if text.strip()]
        room = max(len(texts), shot.length - 2 * SUPER_MARGIN)
        margin = SUPER_MARGIN if shot.length > 2 * SUPER_MARGIN + len(texts) else 0
        for place, text in enumerate(texts):
            first, stop = (room * at // len(texts) for at in (place, place + 1))
            frames = min(stop - first, round(SUPER_SECONDS * film.frame_rate))
            out.append(Super(text, shot.id, timeline.starts[shot.id] + margin + first, frames))
    return out


@dataclass(frozen=True, slots=True)
class SpokenCue:
    """One line on the timeline, in frames of the cut."""

    line: Line
    shot: str
    scene: str
    start: int
    frames: int


def spoken(film: Film) -> list[SpokenCue]:
    """Every line of the film in the order it is heard."""
    timeline = Timeline.of(film)
    cues = [
        SpokenCue(line, shot.id, shot.scene, timeline.line_start(shot, line), line.frames)
        for shot in (film.shots[s] for s in film.order)
        for line in shot.dialogue
    ]
    return sorted(cues, key=lambda cue: cue.start)

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

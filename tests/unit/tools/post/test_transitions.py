"""The plan keeps every frame's place; the pictures are what the plan says."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.errors import BadRequest
from memory.vocabulary import TransitionType
from tests.unit.tools.post.clips import SMALL, flat, make_clip, moving, pictures
from tools.blends import made_frames, needs, take_source
from tools.encode import GOP, Frame, read_frames, write_clip
from tools.stitch import Segment, stitch
from tools.transitions import Copied, Entry, Made, Mark, Placed, Span, plan_segments

ENTRIES = st.builds(Entry, st.sampled_from(TransitionType), st.integers(0, 60))


@st.composite
def cuts(draw: st.DrawFn) -> tuple[list[Placed], Entry, list[Mark]]:
    lengths = draw(st.lists(st.integers(1, 90), min_size=1, max_size=6))
    shots = [Placed(f"s{n}", f"t{n}", size, draw(ENTRIES)) for n, size in enumerate(lengths)]
    marks = [Mark("title", 0, draw(st.integers(1, 100)))] if draw(st.booleans()) else []
    return shots, draw(ENTRIES), marks


def spans_of(piece: Copied | Made) -> tuple[Span, ...]:
    return (piece.span,) if isinstance(piece, Copied) else piece.spans


@given(cuts())
def test_every_frame_of_every_shot_is_there_once(
    cut: tuple[list[Placed], Entry, list[Mark]],
) -> None:
    shots, ending, marks = cut
    pieces = plan_segments(shots, ending, marks)
    laid = [
        (span.shot, frame)
        for piece in pieces
        for span in spans_of(piece)
        for frame in range(span.start, span.stop)
    ]
    assert laid == [(shot.id, frame) for shot in shots for frame in range(shot.frames)]
    assert sum(piece.frames for piece in pieces) == sum(shot.frames for shot in shots)


@given(cuts())
def test_copies_begin_and_end_at_keyframes_and_touch_nothing(
    cut: tuple[list[Placed], Entry, list[Mark]],
) -> None:
    shots, ending, marks = cut
    lengths = {shot.id: shot.frames for shot in shots}
    pieces = plan_segments(shots, ending, marks)
    made = [piece for piece in pieces if isinstance(piece, Made)]
    changed = {at for p in made for b in p.blends for at in range(b.at, b.stop)}
    for piece in pieces:
        for span in spans_of(piece):
            assert span.start % GOP == 0
            assert span.stop % GOP == 0 or span.stop == lengths[span.shot]
        if isinstance(piece, Copied):
            assert not changed & set(range(piece.span.at, piece.span.at + piece.frames))


@given(cuts())
def test_every_blend_lies_inside_one_piece_and_none_overlap(
    cut: tuple[list[Placed], Entry, list[Mark]],
) -> None:
    pieces = plan_segments(*cut)
    seen: set[int] = set()
    for piece in pieces:
        if isinstance(piece, Copied):
            continue
        for blend in piece.blends:
            assert piece.at <= blend.at
            assert blend.stop <= piece.at + piece.frames
            frames = set(range(blend.at, blend.stop))
            assert not frames & seen
            seen |= frames


@given(cuts())
def test_every_made_piece_gives_its_frames(cut: tuple[list[Placed], Entry, list[Mark]]) -> None:
    from tools.encode import Profile

    tiny = Profile(16, 16)
    for piece in plan_segments(*cut):
        if isinstance(piece, Made):
            sources = {
                shot: (lambda start, stop: moving(stop - start, 0, tiny, start + 500))
                for shot in needs(piece)
            }
            assert len(list(made_frames(piece, sources, tiny))) == piece.frames


def test_plain_cuts_copy_every_take_whole() -> None:
    shots = [Placed("a", "ta", 30), Placed("b", "tb", 41, Entry(TransitionType.JUMP_CUT, 12))]
    pieces = plan_segments(shots)
    assert pieces == [
        Copied(Span("a", "ta", 0, 0, 30)),
        Copied(Span("b", "tb", 30, 0, 41)),
    ]


def test_a_dissolve_is_centred_and_borrows_handles() -> None:
    shots = [Placed("a", "ta", 50), Placed("b", "tb", 60, Entry(TransitionType.DISSOLVE, 20))]
    first, made, last = plan_segments(shots)
    assert first == Copied(Span("a", "ta", 0, 0, 36))
    assert isinstance(made, Made)
    assert (made.at, made.frames) == (36, 14 + 12)
    assert (made.blends[0].at, made.blends[0].stop) == (40, 60)
    assert needs(made) == {"a": (36, 60), "b": (-10, 12)}
    assert last == Copied(Span("b", "tb", 62, 12, 60))


def test_a_shot_without_frames_is_refused() -> None:
    with pytest.raises(BadRequest):
        plan_segments([Placed("a", "ta", 0)])


def shown(kind: TransitionType, frames: int = 24, *, first: bool = False) -> list[Frame]:
    """Shot b entered (from a, or as the first) by a transition; a is dark grey, b light."""
    shots = [Placed("b", "tb", 48, Entry(kind, frames))]
    if not first:
        shots.insert(0, Placed("a", "ta", 48))
    tones = {"a": flat(60), "b": flat(180)}
    out: list[Frame] = []
    for piece in plan_segments(shots):
        if isinstance(piece, Copied):
            out += [tones[piece.span.shot]] * piece.frames
        else:
            sources = {
                shot: (lambda start, stop, tone=tone: iter([tone] * (stop - start)))
                for shot, tone in tones.items()
            }
            out += list(made_frames(piece, sources, SMALL))
    return out


def lumas(frames: list[Frame]) -> list[float]:
    return [float(frame[:72].mean()) for frame in frames]


def test_a_dissolve_goes_evenly_from_one_to_the_other() -> None:
    tones = lumas(shown(TransitionType.DISSOLVE))
    assert tones[:36] == [60] * 36
    assert tones[60:] == [180] * 36
    steps = np.diff(tones[36:60])
    assert steps.min() > 3
    assert steps.max() < 7


def test_a_fade_in_rises_from_black_and_a_fade_out_sinks_to_it() -> None:
    rising = lumas(shown(TransitionType.FADE_IN, first=True))
    assert rising[0] < 18
    assert rising[:24] == sorted(rising[:24])
    assert rising[24:] == [180] * 24
    sinking = lumas(shown(TransitionType.FADE_OUT))
    assert sinking[47] < 18
    assert sinking[48] == 180


@pytest.mark.parametrize(("kind", "tone"), [("dip_to_black", 16), ("fade_white", 235)])
def test_a_dip_passes_through_its_colour_at_the_cut(kind: str, tone: int) -> None:
    tones = lumas(shown(TransitionType(kind)))
    assert abs(tones[47] - tone) < 2
    assert abs(tones[48] - tone) < 2
    assert (tones[35], tones[60]) == (60, 180)


def test_a_wipe_moves_from_left_to_right() -> None:
    middle = shown(TransitionType.WIPE)[48][:72]
    assert middle[:, 10].mean() == 180
    assert middle[:, -10].mean() == 60


def test_an_iris_opens_from_the_middle() -> None:
    middle = shown(TransitionType.IRIS)[44][:72]
    assert middle[36, 64] == 180
    assert middle[2, 2] == 60


def test_marks_are_drawn_where_they_are_and_nowhere_else() -> None:
    pieces = plan_segments([Placed("a", "ta", 60)], marks=[Mark("title", 6, 10)])
    assert isinstance(pieces[0], Made)
    assert pieces[0].frames == 24
    drawn: list[tuple[str, int]] = []

    def draw(mark: Mark, frame: int, picture: Frame) -> Frame:
        drawn.append((mark.words, frame))
        return picture

    source = {"a": lambda start, stop: moving(stop - start)}
    list(made_frames(pieces[0], source, SMALL, draw))
    assert drawn == [("title", frame) for frame in range(10)]


def digest(frame: Frame) -> str:
    return hashlib.md5(frame.tobytes()).hexdigest()


@pytest.mark.parametrize(("start", "stop"), [(0, 5), (11, 13), (25, 40), (39, 40)])
def test_a_take_is_read_right_to_the_frame(tmp_path: Path, start: int, stop: int) -> None:
    take = make_clip(tmp_path / "t.mp4", 40)
    every = pictures(take)
    got = [digest(frame) for frame in take_source(take, 40, SMALL)(start, stop)]
    assert got == every[start:stop]


def test_a_take_without_handles_holds_its_outermost_frames(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 20)
    every = pictures(take)
    source = take_source(take, 20, SMALL)
    assert [digest(f) for f in source(-3, 2)] == [every[0]] * 3 + every[:2]
    assert [digest(f) for f in source(18, 23)] == [every[18]] + [every[19]] * 4
    assert [digest(f) for f in source(21, 23)] == [every[19]] * 2


def test_handles_come_from_the_renderer_where_there_is_one(tmp_path: Path) -> None:
    take = make_clip(tmp_path / "t.mp4", 20)
    asked: list[tuple[int, int]] = []

    def beyond(start: int, stop: int) -> object:
        asked.append((start, stop))
        return moving(stop - start)

    frames = list(take_source(take, 20, SMALL, beyond)(-4, 26))  # type: ignore[arg-type]
    assert len(frames) == 30
    assert asked == [(-4, 0), (20, 26)]


def test_a_film_with_a_dissolve_is_copied_outside_of_it(tmp_path: Path) -> None:
    takes = {name: make_clip(tmp_path / f"{name}.mp4", 50, n) for n, name in enumerate("ab")}
    shots = [
        Placed("a", "a", 50, Entry(TransitionType.FADE_IN, 10)),
        Placed("b", "b", 50, Entry(TransitionType.DISSOLVE, 12)),
    ]
    segments = []
    for place, piece in enumerate(plan_segments(shots)):
        if isinstance(piece, Copied):
            take, span = takes[piece.span.take], piece.span
            segments.append(Segment(take, span.start, span.stop))
            continue
        sources = {shot: take_source(takes[shot], 50, SMALL) for shot in needs(piece)}
        made = tmp_path / f"made{place}.mp4"
        write_clip(made_frames(piece, sources, SMALL), SMALL, made)
        segments.append(Segment(made))
    cut = stitch(segments, None, tmp_path / "cut.mp4", profile=SMALL, cache=tmp_path)
    got, one, two = pictures(cut), pictures(takes["a"]), pictures(takes["b"])
    assert len(got) == 100
    assert got[12:36] == one[12:36]
    assert got[62:] == two[12:]
    assert float(next(read_frames(cut, SMALL))[:72].mean()) < 20

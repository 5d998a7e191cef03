"""The index of an MP4, read directly: a cut asks every take, and a process for each is slow.

Reads only what our own clips hold (one H.264 stream with whole chunks). Anything else is None,
which sends the caller to FFmpeg; nothing here judges a stranger's file.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from tools.ffmpeg import Probe, probe

LARGEST_INDEX = 64 * 1024 * 1024
"""Bytes; a longer index is no clip of ours."""


def look(path: Path) -> Probe:
    """What a file holds: from its index if it is one of ours, else counted by FFmpeg.

    Raises:
        MakerRefused: No picture or sound in it.
    """
    return read_index(path) or probe(path)


def read_index(path: Path) -> Probe | None:
    """What an MP4's index says of its picture, as `probe` would; None where it cannot tell."""
    try:
        moov = _moov(path)
        return _described(moov, path.stat().st_size) if moov else None
    except (OSError, struct.error, KeyError, IndexError, ZeroDivisionError, ValueError):
        return None


def _moov(path: Path) -> bytes | None:
    size = path.stat().st_size
    with path.open("rb") as file:
        place = 0
        while place + 8 <= size:
            file.seek(place)
            head = file.read(16)
            length, kind = struct.unpack(">I4s", head[:8])
            if length == 1:
                (length,) = struct.unpack(">Q", head[8:16])
            if length < 8 or place + length > size:
                return None  # cut off, or "to the end of the file": not written by us
            if kind == b"moov":
                file.seek(place + 8)
                return file.read(length - 8) if length < LARGEST_INDEX else None
            place += length
    return None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if length < 8 or place + length > len(data):
            raise ValueError("a box reaches beyond its parent")
        yield kind, data[place + 8 : place + length]
        place += length


def _inside(data: bytes, *names: bytes) -> bytes:
    for name in names:
        data = dict(_boxes(data))[name]
    return data


def _described(moov: bytes, size: int) -> Probe | None:
    tracks = [_inside(data, b"mdia") for kind, data in _boxes(moov) if kind == b"trak"]
    kinds = [_inside(track, b"hdlr")[8:12] for track in tracks]
    if kinds.count(b"vide") != 1:
        return None
    track = tracks[kinds.index(b"vide")]
    table = dict(_boxes(_inside(track, b"minf", b"stbl")))
    entries, count, delta = struct.unpack_from(">III", table[b"stts"], 4)
    (ticks,) = struct.unpack_from(">I", _inside(track, b"mdhd"), 12)
    if entries != 1 or not _whole(table, size):
        return None
    width, height, codec, stamp = _entry(table[b"stsd"])
    return Probe(
        width=width,
        height=height,
        rate=Fraction(ticks, delta),
        frames=count,
        seconds=float(Fraction(count * delta, ticks)),
        codec=codec,
        has_audio=b"soun" in kinds,
        stamp=stamp,
        steady=True,
    )


def _entry(stsd: bytes) -> tuple[int, int, str, str]:
    """Size, codec and parameter sets of the one sample description."""
    length, kind = struct.unpack_from(">I4s", stsd, 8)
    if kind != b"avc1" or struct.unpack_from(">I", stsd, 4) != (1,):
        raise ValueError("not one H.264 stream")
    width, height = struct.unpack_from(">HH", stsd, 8 + 32)
    sets = dict(_boxes(stsd[8 + 86 : 8 + length]))[b"avcC"]
    return width, height, "h264", f"{len(sets)},{hashlib.md5(sets).hexdigest()}"


def _whole(table: dict[bytes, bytes], size: int) -> bool:
    """Whether every chunk begins inside the file: a clip cut off is not what its index says."""
    offsets = table[b"stco"]
    (count,) = struct.unpack_from(">I", offsets, 4)
    last = max(struct.unpack_from(f">{count}I", offsets, 8), default=size)
    return int(last) < size

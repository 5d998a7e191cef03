"""`doctor`: what is configured, what works, and what each missing thing would add.

Changes nothing, and asks no host but the language model's own.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from memory.errors import RoughcutError
from ui.counter import FFMPEG, Answer, Counter, choose_binary

ROOMS = ("agent", "memory", "tools", "ui")
REACH_SECONDS = 3.0
LEAST_FREE = 2_000_000_000
"""Bytes; a minute of film with its takes and cuts needs about a tenth of it."""
Health = Literal["works", "missing", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the doctor looked at.

    Attributes:
        name: What.
        health: "works", "missing" (one can do without) or "broken" (one cannot).
        says: What was found.
        adds: What it would add, or how to mend it; empty when it works.
    """

    name: str
    health: Health
    says: str
    adds: str = ""


def examine(counter: Counter) -> Answer:
    """Look at everything; exit code 1 when something is broken."""
    found = [look(counter) for look in LOOKS]
    data = {
        "healthy": all(one.health != "broken" for one in found),
        "findings": [
            {"name": f.name, "health": f.health, "says": f.says, "adds": f.adds} for f in found
        ],
    }
    return Answer(data, _table(found), 0 if data["healthy"] else 1)


def _table(found: Sequence[Finding]) -> list[str]:
    wide = max(len(one.name) for one in found)
    marks = {"works": "ok", "missing": "--", "broken": "!!"}
    lines = []
    for one in found:
        lines.append(f"{marks[one.health]}  {one.name:<{wide}}  {one.says}")
        if one.adds:
            lines.append(f"    {'':<{wide}}  {one.adds}")
    return lines


def _ffmpeg(_counter: Counter) -> Finding:
    from tools.ffmpeg import find_ffmpeg

    try:
        choose_binary()
        binary = find_ffmpeg()
        done = subprocess.run(
            [binary, "-version"], capture_output=True, text=True, timeout=20, check=True
        )
    except RoughcutError as error:
        return Finding("ffmpeg", "broken", str(error.args[0]), error.hint)
    except (OSError, subprocess.SubprocessError) as error:
        mend = f"Name another binary in {FFMPEG}."
        return Finding("ffmpeg", "broken", f"It does not run: {type(error).__name__}.", mend)
    return Finding("ffmpeg", "works", f"{done.stdout.split(' Copyright')[0].strip()}, {binary}")


def _voices(_counter: Counter) -> Finding:
    from tools.sound.language import has_engine, languages

    if not has_engine():
        adds = "Spoken lines: pip install espeakng-loader. Without it lines are subtitles."
        return Finding("voices", "missing", "espeak-ng is not installed.", adds)
    return Finding("voices", "works", f"espeak-ng, {len(languages())} languages")


def _fonts(_counter: Counter) -> Finding:
    from tools import lettering

    folder = Path(lettering.__file__).parent / "fonts"
    count = len(list(folder.glob("*.ttf")))
    if not count:
        return Finding("fonts", "broken", "No fonts came with it.", "Install Roughcut again.")
    return Finding("fonts", "works", f"{count} shipped, no system font needed")


def _model(counter: Counter) -> Finding:
    from agent.settings import Settings

    try:
        settings = Settings.from_env(os.environ)
    except RoughcutError as error:
        return Finding("language model", "broken", str(error.args[0]), error.hint)
    if not settings.has_model:
        adds = (
            "A freer talk: set ROUGHCUT_MODEL and OPENAI_BASE_URL "
            "or OPENAI_API_KEY. The offline director talks meanwhile."
        )
        return Finding("language model", "missing", "None is set.", adds)
    base = settings.base_url or "https://api.openai.com/v1"
    trouble = _reach(base, settings.api_key)
    host = urlsplit(base).hostname or base
    if trouble:
        adds = "The offline director takes over when it does not answer."
        return Finding("language model", "broken", f"{settings.model} at {host}: {trouble}", adds)
    return Finding("language model", "works", f"{settings.model} at {host} answers")


def _reach(base: str, key: str) -> str:
    """Why the list of models cannot be had; empty when it can. The cheapest question there is."""
    if urlsplit(base).scheme not in {"http", "https"}:
        return "the address is not one of http."
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        with urlopen(Request(f"{base.rstrip('/')}/models", headers=headers), timeout=REACH_SECONDS):
            return ""
    except HTTPError as error:
        if error.code in {401, 403}:
            return f"it refuses the key ({error.code})."
        return "" if error.code in {404, 405} else f"it answers {error.code}."
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return f"it cannot be reached ({reason})."


def _memory(_counter: Counter) -> Finding:
    if importlib.util.find_spec("chromadb") is None:
        adds = "Finding facts again by meaning: pip install chromadb."
        return Finding("recall", "missing", "Chroma is not installed.", adds)
    from importlib.metadata import version

    return Finding("recall", "works", f"Chroma {version('chromadb')}, embedded, no download")


def _crew(_counter: Counter) -> Finding:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    workers = os.environ.get("ROUGHCUT_WORKERS", "2")
    says = f"{workers} workers on {cores} cores"
    if workers.isdigit() and cores and int(workers) < cores - 1:
        return Finding("workers", "works", says, f"More at once: ROUGHCUT_WORKERS={cores}.")
    return Finding("workers", "works", says)


def _disk(counter: Counter) -> Finding:
    home = counter.home.absolute()
    there = next(p for p in (home, *home.parents) if p.exists())
    try:
        free = shutil.disk_usage(there).free
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        mend = "Give yourself the right to write there, or set ROUGHCUT_HOME."
        return Finding("films", "broken", f"{home} cannot be written: {error.strerror}.", mend)
    says = f"{home}, {free / 1e9:.1f} GB free"
    if free < LEAST_FREE:
        return Finding("films", "broken", says, "Free some space; a film needs about 0.2 GB.")
    return Finding("films", "works", says)


def _gpu(_counter: Counter) -> Finding:
    adds = "Nothing yet: the routes to generated pictures are still to come."
    if importlib.util.find_spec("torch") is None:
        return Finding("generation", "missing", "torch is not installed.", adds)
    import torch

    if not torch.cuda.is_available():
        return Finding("generation", "missing", f"torch {torch.__version__}, no GPU", adds)
    name = torch.cuda.get_device_name(0)
    return Finding("generation", "works", f"torch {torch.__version__} on {name}")


def _names(_counter: Counter) -> Finding:
    from importlib.metadata import packages_distributions

    owners = packages_distributions()
    foreign = {room: sorted(set(owners.get(room, ())) - {"roughcut"}) for room in ROOMS}
    bad = [f"{room} ({', '.join(names)})" for room, names in foreign.items() if names]
    if bad:
        mend = "Install Roughcut in an environment of its own: pipx or uv tool."
        return Finding("packages", "broken", f"Others own our names: {'; '.join(bad)}.", mend)
    return Finding("packages", "works", f"{', '.join(ROOMS)} are Roughcut's alone")


LOOKS: tuple[Callable[[Counter], Finding], ...] = (
    _ffmpeg,
    _voices,
    _fonts,
    _model,
    _memory,
    _crew,
    _disk,
    _gpu,
    _names,
)

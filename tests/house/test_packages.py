"""The four packages: listed by name, owned by us alone, quick to import."""

import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("agent", "memory", "tools", "ui")
HEAVY = (
    "accelerate", "chromadb", "cv2", "diffusers", "gradio", "langchain_openai", "moviepy",
    "numba", "openai", "peft", "scipy", "torch", "transformers",
)  # fmt: skip


def folders_with_code() -> set[str]:
    return {
        path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
    }


def test_every_folder_with_code_is_listed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(settings["tool"]["setuptools"]["packages"]) == folders_with_code()


def test_every_data_file_is_shipped() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]
    shipped = {
        path for room in ROOMS for rule in patterns[room] for path in (ROOT / room).glob(rule)
    }
    left = [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc", ".nbi", ".nbc")
        if path not in shipped
    ]
    assert not left


def test_every_listed_package_has_its_init() -> None:
    bare = [
        name
        for name in folders_with_code()
        if not (ROOT / name.replace(".", "/") / "__init__.py").is_file()
    ]
    assert not bare


def test_no_other_distribution_owns_our_names() -> None:
    owners = packages_distributions()
    foreign = {room: set(owners.get(room, [])) - {"roughcut"} for room in ROOMS}
    assert not any(foreign.values()), foreign


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = f"import sys, ui.cli; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []


def test_every_font_has_its_licence() -> None:
    fonts = ROOT / "tools" / "fonts"
    for font in fonts.glob("*.ttf"):
        licence = fonts / f"{font.stem.split('-')[0]}-OFL.txt"
        assert licence.read_text("utf-8").startswith("Copyright"), font.name
        assert font.stat().st_size < 350_000, font.name

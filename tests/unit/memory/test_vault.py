import errno
import hashlib
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from memory.errors import BadRequest, MakerFailed, ProjectDamaged
from memory.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """As a full disk: no file of this process may grow beyond `size` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def everything(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


def test_a_file_is_named_by_its_content(vault: Vault, tmp_path: Path) -> None:
    source = tmp_path / "render.tmp"
    source.write_bytes(b"picture")
    sha256 = vault.put(source, ".mp4")
    assert sha256 == hashlib.sha256(b"picture").hexdigest()
    path = vault.path(sha256)
    assert path.relative_to(vault.folder).as_posix() == f"{sha256[:2]}/{sha256}.mp4"
    assert path.read_bytes() == b"picture"
    assert source.exists()


def test_a_file_is_read_only(vault: Vault) -> None:
    mode = vault.path(vault.put(b"x", ".wav")).stat().st_mode
    assert mode & 0o777 == 0o444


def test_the_same_content_is_one_file(vault: Vault) -> None:
    first = vault.path(vault.put(b"same", ".mp4")).stat().st_ino
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(lambda _: vault.put(b"same", ".mp4"), range(24)))
    assert len(names) == 1
    assert vault.path(names.pop()).stat().st_ino == first
    assert len(everything(vault)) == 1


def test_an_empty_file_is_a_file(vault: Vault) -> None:
    assert vault.verify(vault.put(b"", ".srt"))


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "swap"])
def test_damage_is_found_and_healed(vault: Vault, damage: str) -> None:
    content = bytes(range(256)) * 40
    sha256 = vault.put(content, ".mp4")
    path = vault.path(sha256)
    path.chmod(0o644)
    broken = {
        "flip": content[:500] + bytes([content[500] ^ 1]) + content[501:],
        "cut": content[:-1],
        "empty": b"",
        "swap": content[::-1],
    }[damage]
    path.write_bytes(broken)
    assert not vault.verify(sha256)
    assert vault.damaged() == [sha256]
    assert vault.put(content, ".mp4") == sha256
    assert vault.verify(sha256)
    assert vault.damaged() == []
    aside = [path for path in everything(vault) if path.suffix == ".damaged"]
    assert [path.read_bytes() for path in aside] == [broken]


def test_a_damaged_file_can_be_set_aside(vault: Vault) -> None:
    sha256 = vault.put(b"keep", ".png")
    (place,) = vault.set_aside(sha256)
    assert place.read_bytes() == b"keep"
    assert not vault.has(sha256)


def test_a_missing_file_says_so(vault: Vault) -> None:
    sha256 = "0" * 64
    assert not vault.has(sha256)
    assert not vault.verify(sha256)
    with pytest.raises(ProjectDamaged, match="missing"):
        vault.path(sha256)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "*", "A" * 64, "0" * 63])
def test_only_a_sha256_names_a_file(vault: Vault, name: str) -> None:
    with pytest.raises(BadRequest):
        vault.has(name)


@pytest.mark.parametrize("suffix", ["", "mp4", "./x", ".mp4/..", ".MP4", ".toolongsuffix", ".a b"])
def test_only_a_suffix_ends_a_name(vault: Vault, suffix: str) -> None:
    with pytest.raises(BadRequest):
        vault.put(b"x", suffix)


def test_an_unreadable_source_is_refused(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="nowhere"):
        vault.put(tmp_path / "nowhere.mp4", ".mp4")
    assert everything(vault) == []


def test_a_full_disk_leaves_no_half_file(vault: Vault) -> None:
    content = os.urandom(200_000)
    with files_no_longer_than(100_000), pytest.raises(MakerFailed, match="full") as caught:
        vault.put(content, ".mp4")
    assert "space" in caught.value.hint
    assert caught.value.retryable
    assert everything(vault) == []
    assert vault.verify(vault.put(content, ".mp4"))


def test_a_disk_without_links_keeps_files_too(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert len({vault.put(b"same", ".mp4") for _ in range(2)}) == 1
    assert len(everything(vault)) == 1
    assert vault.damaged() == []


def test_parts_of_dead_processes_are_swept_and_of_living_ones_kept(vault: Vault) -> None:
    vault.put(b"x", ".mp4")
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom memory.holder import Holder\n"
        "name = sys.argv[1] + '/' + Holder.me().text() + '-0.part'\n"
        "Path(name).write_bytes(b'half')\nprint('there', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(vault.folder / "parts")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert vault.sweep() == 0
        other.kill()
        other.wait()
        assert vault.sweep() == 1
    assert vault.contents() == [hashlib.sha256(b"x").hexdigest()]

"""What holds for every test: a home of its own, no keys, no network beyond this machine."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tools.theatre.toolchest import chest

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

SECRET_PREFIXES = ("OPENAI_", "ROUGHCUT_", "RUNWAY", "LANGSMITH_", "LANGCHAIN_", "HF_")
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
LOCAL_NAMES = {"localhost", "", None}


@pytest.fixture(autouse=True)
def clean_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test its own films folder and none of the owner's settings."""
    for name in list(os.environ):
        if name.startswith(SECRET_PREFIXES) or name in PROXIES:
            if name == "ROUGHCUT_GOLDEN":  # the one switch meant for the tests themselves
                continue
            monkeypatch.delenv(name)
    monkeypatch.setenv("ROUGHCUT_HOME", str(tmp_path / "films"))
    # Painted places are each test's own; compiled loops are shared, they take ten seconds.
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(chest()))
    monkeypatch.setenv("ROUGHCUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def _is_local(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in LOCAL_NAMES:
        return True
    try:
        address = ipaddress.ip_address(str(host).split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse(calls: list[str], what: str, host: object) -> None:
    if not _is_local(host):
        calls.append(f"{what} {host!r}")
        raise PermissionError(f"A test reached for the network: {what} {host!r}")


def _guarded(method: Any, what: str, calls: list[str], place: int) -> Callable[..., Any]:
    def call(self: socket.socket, *args: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse(calls, what, args[place][0])
        return method(self, *args)

    return call


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse every connection beyond this machine, and fail the test that tried one.

    The refusal is recorded, so that code which swallows the error still fails its test.
    """
    calls: list[str] = []
    for name in ("connect", "connect_ex"):
        method = getattr(socket.socket, name)
        monkeypatch.setattr(socket.socket, name, _guarded(method, name, calls, 0))
    sendto = socket.socket.sendto
    monkeypatch.setattr(socket.socket, "sendto", _guarded(sendto, "sendto", calls, -1))
    lookup = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse(calls, "look-up of", host)
        return lookup(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield calls
    if calls:
        pytest.fail("The test reached for the network: " + "; ".join(calls))


@pytest.fixture(scope="session", autouse=True)
def warm_theatre(request: pytest.FixtureRequest) -> None:
    """Compile the theatre's kernels once where tests will draw, so that no single test pays."""
    if any("theatre" in item.nodeid for item in request.session.items):
        from tools.theatre.shot import warm

        warm()

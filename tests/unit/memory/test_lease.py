import contextvars
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memory.database import Database
from memory.errors import Busy
from memory.holder import Holder
from memory.lease import LEASE_SECONDS, Lease

HOLD = (
    "import sys\nfrom pathlib import Path\nfrom memory.database import Database\n"
    "from memory.lease import Lease\n"
    "with Lease(Database(Path(sys.argv[1]))).hold('draft'):\n"
    "    print('held', flush=True)\n    sys.stdin.read()\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Database(tmp_path / "p.sqlite", create=True).close()
    return tmp_path / "p.sqlite"


class Clock:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def other_process(path: Path) -> subprocess.Popen[bytes]:
    """A process that has the lease by the time this returns."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert other.stdout is not None
    assert other.stdout.readline() == b"held\n"
    return other


def try_in_another_turn(lease: Lease, patience: float = 0) -> None:
    """Take it from a thread that shares no context with this one."""

    def take() -> None:
        with lease.hold("turn", patience):
            pass

    with ThreadPoolExecutor(1) as pool:
        pool.submit(contextvars.Context().run, take).result()


def test_it_lasts_one_turn(path: Path) -> None:
    lease = Lease(Database(path))
    with lease.hold("draft"):
        held = lease.held()
        assert held is not None
        assert (held.what, held.holder) == ("a draft", Holder.me())
    assert lease.held() is None


def test_it_ends_with_an_error_too(path: Path) -> None:
    lease = Lease(Database(path))
    with pytest.raises(ZeroDivisionError), lease.hold("draft"):
        raise ZeroDivisionError
    assert lease.held() is None


def test_the_same_turn_may_take_it_again(path: Path) -> None:
    lease = Lease(Database(path))
    with lease.hold("draft"), Lease(Database(path)).hold("turn", patience=0), lease.hold("turn"):
        held = lease.held()
        assert held is not None
        assert held.what == "a draft"
    assert lease.held() is None


def test_a_tool_of_the_turn_may_run_in_another_thread(path: Path) -> None:
    lease = Lease(Database(path))
    with lease.hold("draft"), ThreadPoolExecutor(1) as pool:
        with_context = contextvars.copy_context()
        pool.submit(with_context.run, lambda: lease.hold("turn", 0).__enter__()).result()


def test_another_turn_in_the_same_process_waits(path: Path) -> None:
    lease = Lease(Database(path))
    with lease.hold("draft"), pytest.raises(Busy):
        try_in_another_turn(lease)
    try_in_another_turn(lease)


def test_a_second_process_is_told_who_holds_it(path: Path) -> None:
    lease = Lease(Database(path))
    with other_process(path) as other:
        with pytest.raises(Busy) as caught, lease.hold("turn", patience=0.1):
            pass
        assert re.search(
            rf"a draft started at \d\d:\d\d in process {other.pid}\b", caught.value.args[0]
        )
        with pytest.raises(Busy):
            lease.wait_for_others(patience=0.1)
        other.communicate()
    with lease.hold("turn", patience=0):
        pass


def test_a_killed_holder_frees_it_at_once(path: Path) -> None:
    lease = Lease(Database(path))
    with other_process(path) as other:
        other.kill()
        other.wait()
        with lease.hold("turn", patience=0):
            pass


def test_a_killed_holder_nobody_waited_for_frees_it_too(path: Path) -> None:
    lease = Lease(Database(path))
    with other_process(path) as other:
        other.kill()
        # Not waited for: the process is a zombie and its number still answers.
        assert other.stdout is not None
        other.stdout.read()
        with lease.hold("turn", patience=2):
            pass
        other.wait()


def test_a_number_used_again_is_another_process() -> None:
    me = Holder.me()
    assert not me.is_gone()
    assert Holder(me.pid, me.host, "00000000.1").is_gone()


def test_a_process_elsewhere_is_not_taken_for_gone() -> None:
    assert not Holder(1, "another-machine", "0.0").is_gone()


def test_a_holder_comes_back_from_its_text() -> None:
    me = Holder.me()
    assert Holder.from_text(me.text()) == me
    assert "/" not in me.text()
    assert Holder.from_text("nobody") is None


def test_a_silent_holder_on_another_machine_runs_out(path: Path) -> None:
    clock = Clock()
    database = Database(path, clock=clock)
    with database.write() as connection:
        connection.execute(
            "INSERT INTO lease VALUES ('write', 't', '7@elsewhere@x', 'a draft', ?, ?)",
            (clock.now, clock.now + LEASE_SECONDS),
        )
    lease = Lease(database)
    with pytest.raises(Busy), lease.hold("turn", patience=0):
        pass
    clock.now += LEASE_SECONDS
    with lease.hold("turn", patience=0):
        pass


def test_a_beat_pushes_the_end_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memory.lease.BEAT_SECONDS", 0.01)
    clock = Clock()
    lease = Lease(Database(path, clock=clock))
    with lease.hold("draft"):
        clock.now += LEASE_SECONDS - 1
        wanted = clock.now + LEASE_SECONDS
        held = lease.held()
        while held is not None and held.until < wanted:
            held = lease.held()
        assert held is not None

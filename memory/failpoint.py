"""Named places where a proof may kill the process; does nothing in ordinary use."""

from __future__ import annotations

import os

VARIABLE = "ROUGHCUT_FAILPOINT"
KILLED = 137
"""The exit status of a process killed by SIGKILL."""

NAMES = (
    "create.folder",
    "create.stored",
    "create.named",
    "mirror.part",
    "job.claimed",
    "vault.part",
    "vault.copied",
    "vault.synced",
    "vault.linked",
    "vault.settled",
    "job.recorded",
    "job.done",
    "job.committed",
    "edit.stored",
    "edit.committed",
)
"""Every point, in the order in which a draft comes to them."""

_passed: dict[str, int] = {}


def reach(name: str) -> None:
    """Die here without any clean-up when ROUGHCUT_FAILPOINT asks: "name", or "name:3"."""
    wanted = os.environ.get(VARIABLE)
    if not wanted:
        return
    place, _, count = wanted.partition(":")
    if place != name:
        return
    _passed[name] = _passed.get(name, 0) + 1
    if _passed[name] >= int(count or 1):
        os._exit(KILLED)

"""Compiles the theatre's inner loops once and keeps them on disk; knows no picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import cv2
import llvmlite.binding
import numba

from tools.theatre.toolchest import chest

cv2.setNumThreads(1)
numba.config.CACHE_DIR = str(chest())

# The kernels read more arrays than LLVM's default of 8 run-time overlap checks allows; without a
# higher limit the loops silently stay scalar (2-8 times slower).
llvmlite.binding.set_option("", "-runtime-memory-check-threshold=256")
llvmlite.binding.set_option("", "-memory-check-merge-threshold=500")

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def kernel(function: Kernel) -> Kernel:
    """Compile `function` on first use, cached on disk (see toolchest).

    Bit-exact on every CPU (no fastmath).
    """
    return cast(Kernel, numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def inlined(function: Kernel) -> Kernel:
    """Compile `function` into each of its callers."""
    return cast(Kernel, numba.njit(inline="always")(function))

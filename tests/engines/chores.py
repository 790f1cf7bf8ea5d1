"""Work for the tests' worker processes."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Picture, Size
from pinxit.engines import worker
from pinxit.engines.illustrator import Commission, finish
from pinxit.heap import hold_freed_memory

Tell = Callable[[float, str], None]
_EARLIER: list[int] = []


def work(payload: dict[str, Any], report: Tell) -> Any:
    """Do what `payload["do"]` names."""
    chore: Callable[[dict[str, Any], Tell], Any] = globals()[f"_{payload['do']}"]
    return chore(payload, report)


def _echo(payload: dict[str, Any], report: Tell) -> Any:
    report(0.5, "half")
    print("a stray word on stdout")
    return payload["value"]


def _environment(payload: dict[str, Any], report: Tell) -> Any:
    return os.getpid(), os.environ["OMP_NUM_THREADS"], sys.stdin.read()


def _sleep(payload: dict[str, Any], report: Tell) -> Any:
    """Sleep for `seconds`, reporting all along."""
    began = time.time()
    while (gone := time.time() - began) < payload["seconds"]:
        report(gone / payload["seconds"], "sleeping")
        time.sleep(0.01)
    return began, time.time(), os.getpid()


def _stall(payload: dict[str, Any], report: Tell) -> Any:
    report(0, "stalling")
    time.sleep(payload["seconds"])


def _raise(payload: dict[str, Any], report: Tell) -> Any:
    raise ZeroDivisionError("what the caller must not read")


def _refuse(payload: dict[str, Any], report: Tell) -> Any:
    raise InvalidRequest("Not a colour.", param="prompt", code="bad")


def _exit(payload: dict[str, Any], report: Tell) -> Any:
    os._exit(3)


def _segfault(payload: dict[str, Any], report: Tell) -> Any:
    ctypes.string_at(0)


def _exit_once(payload: dict[str, Any], report: Tell) -> Any:
    mark = Path(payload["mark"])
    if mark.exists():
        return "second time"
    mark.touch()
    os._exit(3)


def _hoard(payload: dict[str, Any], report: Tell) -> Any:
    _EARLIER.extend(range(4_000_000))
    return os.getpid()


def paint(request: ImageRequest, seed: int, report: Tell, show: Callable[[str, Any], None] | None) -> Any:
    """Stands in for the painter: one colour, taken from the seed."""
    prompt, size = request.prompt, request.size or Size(64, 64)
    if "stall" in prompt:
        time.sleep(30)
    report(0.5, "painting")
    channels = 4 if request.background is Background.TRANSPARENT else 3
    for stage in ("composition", "flat colour", "half finished", "finished") if show is not None else ():
        assert show is not None
        show(stage, np.full((size.height, size.width, channels), len(stage), np.uint8))
    pixels = np.full((size.height, size.width, channels), seed % 256, np.uint8)
    return SimpleNamespace(pixels=pixels, description=f"{prompt}, drawn", missing=("hat",))


def fulfil(commission: Commission, report: Tell) -> Picture:
    return finish(commission, paint, report)


def warm() -> None:
    _EARLIER.append(1)


def fail_to_start() -> None:
    raise ImportError("libGL.so.1 is missing")


def be_hasty() -> None:
    """A worker that keeps what it frees, and is idle soon."""
    worker._IDLE = 0.2
    hold_freed_memory(all_of_it=True)


def _use_memory(payload: dict[str, Any], report: Tell) -> Any:
    """Use so many bytes and free them again; what is resident then."""
    for _ in [bytearray(payload["bytes"]) for _ in range(2)]:
        pass
    return worker.resident_bytes()

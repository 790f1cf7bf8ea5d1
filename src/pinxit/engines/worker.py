"""What runs inside a worker process: take a task, do it, send back what came of it.

The parent's side is `workers.py`. Importing this module costs next to nothing, so that a worker starts fast.
"""

from __future__ import annotations

import importlib
import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import IO, Any

from pinxit.core.errors import PinxitError
from pinxit.heap import give_freed_memory_back

CANCELLED = "cancelled"
_IDLE = 30.0  # seconds without a task, after which others may have what the last one left
_PAUSE = 0.03  # seconds between reports of one stage: a progress bar needs no more


class Cancelled(BaseException):
    """The caller has gone. Not an Exception, so that no `except Exception` of the work swallows it."""


class _Line:
    """The pipes to the parent: a thread listens, so that a hang-up is heard in the middle of the work."""

    def __init__(self, source: IO[bytes], sink: IO[bytes]) -> None:
        self._source = source
        self._sink = sink
        self._tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._served = 0
        self._cancelled = -1
        self._last = ("", 0.0)
        threading.Thread(target=self._listen, daemon=True).start()

    def next_task(self) -> Any:
        try:
            payload = self._tasks.get(timeout=_IDLE)
        except queue.Empty:
            give_freed_memory_back()
            payload = self._tasks.get()
        self._last = ("", 0.0)
        return pickle.loads(payload)  # noqa: S301  # from our parent, over a pipe that nobody else has

    def send(self, kind: str, value: object) -> None:
        pickle.dump((kind, value), self._sink, 5)
        self._sink.flush()

    def report(self, fraction: float, stage: str, value: object = None) -> None:
        """Tell how far the work is, and show `value` of it. Raises Cancelled when the caller has gone."""
        if self._cancelled == self._served:
            raise Cancelled
        before, then = self._last
        now = time.monotonic()
        if value is not None or stage != before or now - then >= _PAUSE:
            self._last = (stage, now)
            self.send("report", (min(1.0, max(0.0, float(fraction))), stage, value))

    def finish(self, kind: str, value: object) -> None:
        self._served += 1
        self.send(kind, (value, resident_bytes()))

    def _listen(self) -> None:
        try:
            while True:
                kind, value = pickle.load(self._source)  # noqa: S301  # as above
                if kind == "task":
                    self._tasks.put(value)
                else:
                    self._cancelled = value
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # the parent has gone


def serve(target: str, warm: str = "", nice: str = "5") -> None:
    """Be a worker until the parent closes the pipe. `target` and `warm` are "module:function".

    `nice` is how far it stands back: the server's own thread answers first when all cores draw.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(int(nice))
    line = _Line(*_take_pipes())
    try:
        function = _find(target)
        if warm:
            _find(warm)()
    except Exception as error:
        traceback.print_exc()
        line.send("broken", f"{type(error).__name__}: {error}")
        return
    line.send("ready", None)
    while True:
        _serve_one(line, function)


def _serve_one(line: _Line, function: Callable[[Any, Callable[..., None]], Any]) -> None:
    try:
        value = function(line.next_task(), line.report)
    except Cancelled:
        line.finish("failure", CANCELLED)
    except PinxitError as error:
        line.finish("refusal", error)
    except MemoryError:
        os._exit(1)  # what is left of this process is not to be trusted
    except Exception:
        line.finish("failure", traceback.format_exc())
    else:
        line.finish("result", value)


def resident_bytes() -> int:
    """Memory of this process that is in RAM; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:  # asked for with every answer
            pages = int(file.read(100).split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _find(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes that were stdin and stdout; a print() anywhere in the work now goes to stderr."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdin = open(0, closefd=False, encoding="utf-8")  # noqa: SIM115  # lives as long as the process
    return source, sink

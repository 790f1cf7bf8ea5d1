"""One worker process as the event loop sees it: start it, hand it a task, hear what it says, kill it.

A worker is a plain child process that talks pickles over its own stdin and stdout. Not multiprocessing: that imports
the caller's main module again in every child, which breaks scripts without an `if __name__` guard and costs memory.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from pinxit.core.errors import EngineFailed, PinxitError
from pinxit.engines.worker import CANCELLED

_LOG = logging.getLogger("pinxit.workers")
_SMALL = 12 * 1024  # bytes of a task: the smallest pipe, that of macOS, holds 16 KiB
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from pinxit.engines.worker import serve; serve(*sys.argv[2:])"
)
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
# Two workers with two BLAS threads each on two cores are slower than with one each.
_ONE_THREAD = dict.fromkeys(_THREADS, "1")


@dataclass(frozen=True, slots=True)
class Report:
    """How far a piece of work is: `fraction` 0 to 1; `value` is what the work wants to show of it."""

    fraction: float
    stage: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Result:
    """What the work returned."""

    value: Any


Message = Report | Result | PinxitError


class WorkerProcess:
    """A child process, and the thread that hears it."""

    def __init__(self, arguments: tuple[str, ...], environment: Mapping[str, str] | None = None) -> None:
        """`arguments` are those of `worker.serve`; `environment` has variables beside our own, or in their place."""
        self.mailbox: asyncio.Queue[Message | None] = asyncio.Queue()
        self.ended = asyncio.Event()
        """Set when its process is gone, or could not be started."""
        self.alive = True
        self.served = 0
        self.memory = 0
        self._arguments = arguments
        self._environment = _ONE_THREAD if environment is None else environment
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self._process: subprocess.Popen[bytes] | None = None
        # Starting a process takes milliseconds and reading a picture too, so both happen beside the event loop. The
        # thread is a daemon: a program that forgets close() still ends, and its workers see their stdin close.
        self._thread = threading.Thread(target=self._attend, name="pinxit-worker", daemon=True)
        self._thread.start()

    async def wait_ready(self) -> None:
        await self._ready

    async def send(self, payload: bytes) -> None:
        if len(payload) <= _SMALL:  # a pipe that the child always drains takes it at once
            self._write(("task", payload))
        else:
            await asyncio.to_thread(self._write, ("task", payload))

    def cancel(self) -> None:
        self._write(("cancel", self.served))  # some bytes into a pipe that the child always drains

    def kill(self) -> None:
        self.alive = False
        if self._process is not None:
            self._process.kill()

    def join(self) -> None:
        self._thread.join(5)

    @property
    def pid(self) -> int | None:
        """Of its process; None before there is one."""
        return None if self._process is None else self._process.pid

    @property
    def code(self) -> int | None:
        """What its process ended with, a negative number for a signal; None while it runs."""
        return None if self._process is None else self._process.returncode

    def _write(self, message: tuple[str, object]) -> None:
        if self._process is None or self._process.stdin is None:
            return
        with suppress(OSError, ValueError):  # it died, and the thread says so
            pickle.dump(message, self._process.stdin, 5)
            self._process.stdin.flush()

    def _attend(self) -> None:
        try:
            self._process = _spawn(self._arguments, self._environment)
            if not self.alive:  # killed before it was born
                self._process.kill()
            if self._process.stdout is not None:
                self._hear(self._process.stdout)
        except OSError as error:
            self._say("broken", f"cannot start a process: {error}")
        finally:
            if self._process is not None:
                _reap(self._process)
            self._say("gone", None)

    def _hear(self, stream: IO[bytes]) -> None:
        while True:
            try:
                kind, value = pickle.load(stream)  # noqa: S301  # from our own child, over a pipe that nobody else has
            except EOFError:
                return
            except Exception:
                _LOG.exception("a worker said what cannot be read")
                return
            self._say(kind, value)

    def _say(self, kind: str, value: Any) -> None:
        try:
            self._loop.call_soon_threadsafe(self._take, kind, value)
        except RuntimeError:
            self.kill()  # the loop is closed: nobody listens any more

    def _take(self, kind: str, value: Any) -> None:
        """Sort a message into the mailbox; runs on the event loop."""
        if kind == "report":
            self.mailbox.put_nowait(Report(*value))
        elif kind in {"result", "refusal", "failure"}:
            message, self.memory = value
            self.served += 1
            self.mailbox.put_nowait(_judge(kind, message))
        elif kind == "ready":
            self._settle(None)
        else:  # broken or gone
            self.alive = False
            self._settle(EngineFailed(f"A worker did not start: {value or 'its process ended'}."))
            self.mailbox.put_nowait(None)
            if kind == "gone":
                self.ended.set()

    def _settle(self, error: EngineFailed | None) -> None:
        if self._ready.done():
            return
        if error:
            self._ready.set_exception(error)
        else:
            self._ready.set_result(None)


def _judge(kind: str, message: Any) -> Result | PinxitError:
    if kind == "result":
        return Result(message)
    if kind == "refusal" and isinstance(message, PinxitError):
        return message
    if message == CANCELLED:
        return EngineFailed("The work was cancelled.")
    _LOG.error("a worker's function failed:\n%s", message)
    return EngineFailed("The engine failed while making this picture; nothing was charged.")


def _reap(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # closing flushes, and nobody reads
                stream.close()


def limit_threads(count: int) -> dict[str, str]:
    """Variables that give a worker so many threads of BLAS and OpenMP, which sleep while they have nothing to do.

    Threads that spin while they wait take the cores from whoever else works on this machine.
    """
    return {**dict.fromkeys(_THREADS, str(count)), "OMP_WAIT_POLICY": "PASSIVE"}


def choose_gpu(number: int | None) -> dict[str, str]:
    """Variables that let a worker see one GPU, the one that has this number for us; None hides them all."""
    if number is None:
        return {"CUDA_VISIBLE_DEVICES": ""}
    seen = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    names = [name.strip() for name in seen.split(",") if name.strip()]
    return {"CUDA_VISIBLE_DEVICES": names[number] if number < len(names) else str(number)}


def _spawn(arguments: tuple[str, ...], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        options["process_group"] = 0  # Ctrl-C is for the server, which then closes its workers
    return subprocess.Popen(  # noqa: S603  # our own interpreter and our own code
        [sys.executable, "-c", _BOOT, json.dumps([path or os.getcwd() for path in sys.path]), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **environment},
        **options,
    )

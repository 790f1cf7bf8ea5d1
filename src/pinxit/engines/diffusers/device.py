"""One worker process that owns one device: started when it is first needed, watched, and started again."""

from __future__ import annotations

import asyncio
import logging
import pickle
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from pinxit.core.errors import EngineFailed, PinxitError
from pinxit.engines.diffusers.accelerators import read_number
from pinxit.engines.diffusers.work import Load, Loaded, OutOfMemory, Paint, Painted, Sight
from pinxit.engines.process import Report, Result, WorkerProcess, choose_gpu, limit_threads
from pinxit.engines.workers import count_cores
from pinxit.local import Local

_LOG = logging.getLogger("pinxit.diffusers")
_T = TypeVar("_T")
_KILLED = 9  # the signal
_CHORES = 4  # threads of a worker whose GPU does the work


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a worker may take, in seconds.

    `start` to import what it needs; `silence` between two signs of life, which is `Local.patience`; `grace` to stop
    when nobody waits any more, or three of its steps where these take longer. `pauses` are made before it is started
    again: one more each time that it ends without a finished task.
    """

    start: float = 300.0
    silence: float = 300.0
    grace: float = 10.0
    pauses: tuple[float, ...] = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)


class NoWorker(EngineFailed):
    """No worker could be started; the message says why."""


class WorkerDied(Exception):
    """The worker ended in the middle of a task, or had to be killed.

    `began` says whether it had begun to paint, `large` whether the size of its batch may be to blame: it was stuck, or
    was killed as systems do whose memory is full.
    """

    def __init__(self, why: str, *, began: bool, large: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.began = began
        self.large = large


class Stopped(Exception):
    """The task was cancelled, and the worker has dropped it."""


@dataclass(slots=True)
class _Turn:
    """The task that is under way. Times are of the event loop."""

    resident: bool
    """Was its model in memory before?"""
    sent: bool = False
    cancelled: bool = False
    until: float = float("inf")
    """When a worker that was told to stop must have done so."""
    seen: float = 0.0
    """When the last step was done; 0: none was."""
    step: float = 0.0
    """Seconds of the longest step."""
    limit: asyncio.Timeout | None = None

    def note(self, report: Report) -> None:
        if isinstance(report.value, Sight):
            now = asyncio.get_running_loop().time()
            if self.seen:
                self.step = max(self.step, now - self.seen)
            self.seen = now


class Device:
    """A device and its worker. `run` does one task at a time; all else may be asked at any time, on one event loop."""

    def __init__(
        self,
        name: str,
        local: Local,
        arguments: tuple[str, ...],
        limits: Limits | None = None,
        *,
        sharing: int = 1,
    ) -> None:
        """`arguments` are the target and the warm-up of `worker.serve`; `sharing` workers share the CPU's cores."""
        self.name = name
        self.resident: tuple[str, ...] = ()
        """Models in its memory, the one used last at the end."""
        self.busy = False
        self.restarted: Callable[[], None] = _nothing
        """Called when there is a worker again after one that died."""
        number = read_number(name)
        threads = local.threads or max(1, count_cores() // sharing)
        self.local = replace(local, devices=(name,), threads=threads)
        """What its tasks are told: this device alone, and its share of the threads."""
        on_cpu = name == "cpu"
        self._limits = limits or Limits(silence=local.patience)
        self._arguments = (*arguments, "5" if on_cpu else "0")
        self._environment = {
            **limit_threads(threads if on_cpu else min(_CHORES, threads)),
            **choose_gpu(number),
        }
        self._worker: WorkerProcess | None = None
        self._coming: WorkerProcess | None = None
        self._starting: asyncio.Task[WorkerProcess] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._turn: _Turn | None = None
        self._deaths = 0  # without a finished task in between
        self._rest = 0.0  # until when it is not started again
        self._closed = False

    @property
    def alive(self) -> bool:
        """Is there a worker that can take a task at once?"""
        return self._worker is not None and self._worker.alive

    @property
    def pid(self) -> int | None:
        return None if self._worker is None else self._worker.pid

    @property
    def memory(self) -> int:
        """Bytes of main memory that the worker held after its last task; 0 where the system does not say."""
        return 0 if self._worker is None else self._worker.memory

    @property
    def rest(self) -> float:
        """Seconds until a worker that died again and again is started once more; 0: it runs, or may be started."""
        return 0.0 if self.alive else max(0.0, self._rest - time.monotonic())

    async def start(self) -> None:
        """Have a worker, after the pause where one is due. Raises EngineFailed, which says why there is none."""
        await self._have_worker()

    async def run(self, task: Load | Paint, hear: Callable[[Report], None]) -> Loaded | Painted:
        """Do a task; `hear` gets its reports. Raises WorkerDied, Stopped after `cancel`, NoWorker where none
        starts, and as they are the errors that the worker raises.
        """
        turn = self._turn = _Turn(task.model.name in self.resident)
        try:
            worker = await self._have_worker()
            if turn.cancelled:
                raise Stopped
            message = await self._follow(worker, turn, task, hear)
        finally:
            self._turn = None
        self._deaths = 0
        if isinstance(message, OutOfMemory):  # it has dropped every other model
            self.resident = tuple(name for name in self.resident if name == task.model.name)
        value = message.value if isinstance(message, Result) else None
        if isinstance(value, Loaded | Painted):
            self.resident = value.resident
        if turn.cancelled:
            raise Stopped
        if isinstance(value, Loaded | Painted):
            return value
        raise message if isinstance(message, PinxitError) else EngineFailed("The worker answered what is no answer.")

    def cancel(self) -> None:
        """Nobody waits for the task under way any more: have the worker drop it, and kill it where it does not."""
        turn = self._turn
        if turn is None or turn.cancelled:
            return
        turn.cancelled = True
        if turn.sent:
            self._tell_to_stop(turn)

    async def close(self) -> None:
        """Kill the worker; what is under way fails."""
        self._closed = True
        tasks = [task for task in (self._starting, self._watching) if task is not None]
        for task in tasks:
            task.cancel()
        for worker in (self._worker, self._coming):
            if worker is not None:
                worker.kill()
                await asyncio.to_thread(worker.join)
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _follow(
        self, worker: WorkerProcess, turn: _Turn, task: Load | Paint, hear: Callable[[Report], None]
    ) -> Result | PinxitError:
        """Hand a task to the worker and listen to the end of it."""
        try:
            # Sources may be a hundred megabytes: packed in a thread, the server answers others meanwhile.
            sourced = isinstance(task, Paint) and any(item.sources for item in task.items)
            payload = await asyncio.to_thread(pickle.dumps, task, 5) if sourced else pickle.dumps(task, 5)
            await self._within(turn, worker.send(payload))
            turn.sent = True
            if turn.cancelled:
                self._tell_to_stop(turn)
            while isinstance(message := await self._within(turn, worker.mailbox.get()), Report):
                turn.note(message)
                hear(message)
        except TimeoutError:
            worker.kill()
            await asyncio.to_thread(worker.join)
            self._lose(worker, ours=turn.cancelled)
            if turn.cancelled:
                raise Stopped from None
            why, large = f"gave no sign of life for {self._limits.silence:.0f} s and was killed", True
        else:
            if message is not None:
                return message
            await worker.ended.wait()
            self._lose(worker)
            if turn.cancelled:
                raise Stopped
            why, large = _tell_end(worker.code), worker.code == -_KILLED
        _LOG.warning("the worker of %s %s while it worked with %s", self.name, why, task.model.name)
        raise WorkerDied(why, began=turn.resident or turn.seen > 0, large=large)

    async def _within(self, turn: _Turn, work: Awaitable[_T]) -> _T:
        """Wait for a sign of life, as long as it may take. Raises TimeoutError."""
        now = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout_at(min(now + self._limits.silence, turn.until)) as turn.limit:
                return await work
        finally:
            turn.limit = None

    def _tell_to_stop(self, turn: _Turn) -> None:
        limits, now = self._limits, asyncio.get_running_loop().time()
        if not (turn.seen or turn.resident):
            grace = limits.silence  # nothing stops a model while it loads, and the next request will want it
        else:
            grace = max(limits.grace, 3 * turn.step) if turn.seen else 3 * limits.grace
        turn.until = now + grace
        if self._worker is not None:
            self._worker.cancel()
        if turn.limit is not None and not turn.limit.expired():
            turn.limit.reschedule(min(turn.until, turn.limit.when() or turn.until))

    async def _have_worker(self) -> WorkerProcess:
        if self._worker is not None and self._worker.alive:
            return self._worker
        if self._starting is None or self._starting.done():
            self._starting = asyncio.create_task(self._launch())
            self._starting.add_done_callback(_take_note)
        return await asyncio.shield(self._starting)

    async def _launch(self) -> WorkerProcess:
        """A new worker. One that is killed while it starts is followed by another; one that says no is not."""
        if self._worker is not None:  # it died this moment, and nobody has noticed yet
            self._lose(self._worker)
        for last in (False, False, True):
            await asyncio.sleep(self.rest)
            if self._closed:
                break
            worker = self._coming = WorkerProcess(self._arguments, self._environment)
            try:
                await self._wait_ready(worker)
            except EngineFailed as error:
                self._note_death()
                _LOG.warning("no worker for %s: %s", self.name, error.message)
                if last or not worker.code:
                    raise NoWorker(f"The worker of {self.name} cannot be used. {error.message}") from None
                continue
            finally:
                self._coming = None
            self._worker = worker
            self._watching = asyncio.create_task(self._watch(worker))
            return worker
        raise EngineFailed("The engine is shutting down.")

    async def _wait_ready(self, worker: WorkerProcess) -> None:
        """Wait until it has imported what it needs. Raises EngineFailed, after which it is gone."""
        limit = self._limits.start
        try:
            async with asyncio.timeout(limit):
                await worker.wait_ready()
        except TimeoutError:
            worker.kill()
            raise NoWorker(f"It did not start within {limit:.0f} s.") from None
        except EngineFailed as error:
            await worker.ended.wait()
            raise EngineFailed(
                f"It {_tell_end(worker.code)} while it started." if worker.code else error.message
            ) from None

    async def _watch(self, worker: WorkerProcess) -> None:
        """Have another worker once this one has ended."""
        await worker.ended.wait()
        self._lose(worker)
        with suppress(EngineFailed):  # the next task tries again and then says why
            await self._have_worker()
            self.restarted()

    def _lose(self, worker: WorkerProcess, *, ours: bool = False) -> None:
        """A worker is gone; whoever notices first says so. `ours`: it was killed on purpose, and is not to blame."""
        if self._worker is not worker:
            return
        self._worker = None
        self.resident = ()
        if not ours:
            self._note_death()

    def _note_death(self) -> None:
        pauses = self._limits.pauses
        self._rest = time.monotonic() + pauses[min(self._deaths, len(pauses) - 1)]
        self._deaths += 1


def _nothing() -> None:
    pass


def _take_note(starting: asyncio.Task[WorkerProcess]) -> None:
    """Whoever waited for a start may be gone when it fails."""
    if not starting.cancelled() and (error := starting.exception()):
        _LOG.error("%s", error)


def _tell_end(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None:
        return "ended"
    if code >= 0:
        return f"ended with code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    hint = ", perhaps by the system for want of memory" if name == "SIGKILL" else ""
    return f"was killed ({name}{hint})"

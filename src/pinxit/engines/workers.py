"""Worker processes with a bounded queue in front: work that would stall the event loop is done there.

All state lives on the event loop, so there is no lock for it. `process.py` is one worker as the parent sees it,
`worker.py` what runs inside.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import pickle
import time
from collections import deque
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field

from pinxit.core.errors import EngineFailed, Overloaded, PinxitError
from pinxit.engines.process import Message, Report, Result, WorkerProcess

_LOG = logging.getLogger("pinxit.workers")
_START_LIMIT = 60.0  # seconds that a worker may take to import what it needs
_TRIES = 2  # a task whose worker dies gets one more, on a fresh worker


@dataclass(frozen=True, slots=True)
class Limits:
    """When a worker has to go: after `tasks`, or when more than `memory` bytes stay resident after a task.

    Memory counts only from the task `settled` on, so that a limit which is too low never costs a start for each task.
    `grace` is the seconds that a worker gets to drop work whose caller has gone.
    """

    tasks: int = 500
    memory: int = 240 * 2**20
    settled: int = 10
    grace: float = 1.0


def count_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(eq=False, slots=True)
class _Task:
    index: int
    payload: bytes
    outbox: asyncio.Queue[tuple[int, Message]]
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)

    def post(self, message: Message) -> None:
        self.outbox.put_nowait((self.index, message))


class WorkerPool:
    """Runs the function `target` ("module:function") in at most `workers` processes, with `queue` tasks waiting.

    The function gets `(payload, report)`; what it returns and the payload must pickle. `report(fraction, stage)` tells
    the caller how far it is, and shows a third argument to the caller; it raises `worker.Cancelled` when the caller has
    gone. `warm` names a function without parameters that a worker calls when it starts. Belongs to the event loop that
    first uses it.
    """

    def __init__(
        self,
        target: str,
        workers: int | None = None,
        queue: int = 16,
        *,
        warm: str = "",
        limits: Limits | None = None,
    ) -> None:
        self.workers = workers or count_cores()
        self.queue = queue
        self._arguments = (target, warm)
        self._limits = limits or Limits()
        self._waiting: deque[_Task] = deque()
        self._slots = [_Slot(self._arguments, self._limits) for _ in range(self.workers)]
        self._jobs: set[asyncio.Task[object]] = set()
        self._typical = 1.0  # seconds a task takes, a running mean
        self._closed = False

    async def start(self) -> None:
        """Start every worker and wait until each has imported what it needs. Raises EngineFailed when one cannot."""
        await asyncio.gather(*(slot.warm() for slot in self._slots if not slot.busy))

    async def run(self, payload: object) -> AsyncGenerator[Report | Result]:
        """Do one piece of work: reports, then one result. Closing the generator cancels; raises as `run_all`."""
        async with aclosing(self.run_all([payload])) as messages:
            async for _, message in messages:
                yield message

    async def run_all(self, payloads: Sequence[object]) -> AsyncGenerator[tuple[int, Report | Result]]:
        """Do all of `payloads`, side by side where workers are free: (index, report or result) as they come.

        All are taken or none. Raises Overloaded when they do not fit the queue, EngineFailed when a worker died twice
        over one or its function raised, and a PinxitError of the function as it is; the other work is then cancelled.
        """
        outbox: asyncio.Queue[tuple[int, Message]] = asyncio.Queue()
        tasks = [_Task(index, pickle.dumps(payload, 5), outbox) for index, payload in enumerate(payloads)]
        self._admit(tasks)
        try:
            left = len(tasks)
            while left:
                index, message = await outbox.get()
                if isinstance(message, PinxitError):
                    raise message
                left -= isinstance(message, Result)
                yield index, message
        finally:
            for task in tasks:
                task.cancelled.set()
            self._waiting = deque(task for task in self._waiting if not task.cancelled.is_set())

    async def close(self) -> None:
        """Kill the workers; work under way fails with EngineFailed."""
        self._closed = True
        for task in self._waiting:
            task.post(EngineFailed("The engine is shutting down."))
        self._waiting.clear()
        await asyncio.gather(*(slot.stop() for slot in self._slots))
        await asyncio.gather(*self._jobs, return_exceptions=True)

    def _admit(self, tasks: list[_Task]) -> None:
        if self._closed:
            raise EngineFailed("The engine is shutting down.")
        room = self.queue - len(self._waiting) + sum(not slot.busy for slot in self._slots)
        # A request of ten pictures is let into an empty queue of eight, or it never could be served.
        if len(tasks) > room and (self._waiting or room <= 0):
            seconds = math.ceil(max(1.0, self._typical * (len(self._waiting) + 1) / self.workers))
            raise Overloaded(
                f"All {self.workers} workers are drawing and {len(self._waiting)} pictures wait; "
                f"try again in {seconds} s.",
                retry_after=float(seconds),
            )
        self._waiting.extend(tasks)
        self._dispatch()

    def _dispatch(self) -> None:
        while self._waiting and not self._closed:
            free = [slot for slot in self._slots if not slot.busy]
            if not free:
                return
            slot = next((slot for slot in free if slot.ready), free[0])
            slot.busy = True
            self._spawn(self._work(slot, self._waiting.popleft()))

    def _spawn(self, work: Coroutine[None, None, object]) -> None:
        job = asyncio.create_task(work)
        self._jobs.add(job)  # the loop alone holds tasks weakly
        job.add_done_callback(self._jobs.discard)

    async def _work(self, slot: _Slot, task: _Task) -> None:
        began = time.monotonic()
        try:
            await slot.serve(task)
            if not task.cancelled.is_set():
                self._typical += 0.2 * (time.monotonic() - began - self._typical)
        except Exception:
            _LOG.exception("a task was lost")
            task.post(EngineFailed("The engine failed while making this picture."))
        finally:
            slot.busy = False
            self._dispatch()
            if not slot.ready and not slot.busy and not self._closed:
                self._spawn(slot.replace())


class _Slot:
    """One place in the pool: keeps a worker alive in it and gives it one task at a time."""

    def __init__(self, arguments: tuple[str, ...], limits: Limits) -> None:
        self.busy = False
        self._arguments = arguments
        self._limits = limits
        self._worker: WorkerProcess | None = None
        self._starting = asyncio.Lock()
        self._stopped = False

    @property
    def ready(self) -> bool:
        return self._worker is not None and self._worker.alive

    async def warm(self) -> WorkerProcess:
        """A started worker. Raises EngineFailed when it cannot start."""
        async with self._starting:
            if self._stopped:
                raise EngineFailed("The engine is shutting down.")
            if self._worker is None or not self._worker.alive:
                worker = self._worker = WorkerProcess(self._arguments)
                try:
                    # Not wait_for: before Python 3.12 it may lose a cancellation.
                    async with asyncio.timeout(_START_LIMIT):
                        await worker.wait_ready()
                except TimeoutError:
                    worker.kill()
                    raise EngineFailed(f"A worker did not start within {_START_LIMIT:.0f} s.") from None
            return self._worker

    async def replace(self) -> None:
        """Start a worker where one was killed or retired, so that the next task need not wait for it."""
        with suppress(EngineFailed):  # the next task tries again and then says why
            await self.warm()

    async def stop(self) -> None:
        self._stopped = True
        if self._worker is not None:
            self._worker.kill()
            await asyncio.to_thread(self._worker.join)

    async def serve(self, task: _Task) -> None:
        for _ in range(_TRIES):
            if task.cancelled.is_set():
                return
            try:
                worker = await self.warm()
            except PinxitError as error:
                task.post(error)
                return
            if await self._follow(worker, task):
                self._retire_spent(worker)
                return
            _LOG.warning("a worker died at its work and is replaced")
        task.post(EngineFailed("The engine's worker died twice while making this picture; nothing was charged."))

    async def _follow(self, worker: WorkerProcess, task: _Task) -> bool:
        """Hand `task` to `worker` and pass on what it says; False when the worker died of it."""
        hangup = asyncio.create_task(task.cancelled.wait())
        try:
            await worker.send(task.payload)
            while True:
                hearing = asyncio.create_task(worker.mailbox.get())
                await asyncio.wait({hearing, hangup}, return_when=asyncio.FIRST_COMPLETED)
                if not hearing.done():
                    hearing.cancel()
                    await self._abandon(worker)
                    return True
                message = hearing.result()
                if message is None:
                    return task.cancelled.is_set()
                task.post(message)
                if not isinstance(message, Report):
                    return True
        finally:
            hangup.cancel()

    async def _abandon(self, worker: WorkerProcess) -> None:
        """Ask `worker` to drop its task; kill it when it does not within the grace."""
        worker.cancel()
        try:
            async with asyncio.timeout(self._limits.grace):
                while isinstance(await worker.mailbox.get(), Report):
                    pass
        except TimeoutError:
            _LOG.info("a worker did not stop in time and is replaced")
            worker.kill()

    def _retire_spent(self, worker: WorkerProcess) -> None:
        swollen = worker.memory > self._limits.memory and worker.served >= self._limits.settled
        if swollen or worker.served >= self._limits.tasks:
            worker.kill()

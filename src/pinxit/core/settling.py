"""How a job ends: drawn, its pictures kept, then charged in the same moment in which it is called done."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from pinxit.core import redrawing
from pinxit.core.archive import Archive, JobBook, Line
from pinxit.core.catalog import Entry
from pinxit.core.errors import (
    Blocked,
    BudgetSpent,
    Cancelled,
    EngineFailed,
    Forbidden,
    Overloaded,
    PinxitError,
    StorageAway,
)
from pinxit.core.images import Picture, Progress, Served
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.core.live import LiveJob
from pinxit.core.prices import Prices
from pinxit.core.records import pack_error, pack_result
from pinxit.core.studio import ImageResult, Studio

_LOG = logging.getLogger("pinxit.jobs")
_T = TypeVar("_T")
PATIENCE = 3.0
"""Seconds that a caller who holds a connection waits for a storage that is away."""
_EARLY = 5.0  # seconds that a picture may be kept before its job is done
_SHORTEST, _LONGEST = 0.1, 5.0  # seconds between two tries


class Settler:
    """Writes the ends of jobs, again and again where the storage is away: an end is never lost."""

    def __init__(self, book: JobBook, archive: Archive, prices: Prices) -> None:
        self._book = book
        self._archive = archive
        self._prices = prices

    async def draw(self, studio: Studio, live: LiveJob, free: Callable[[int], None]) -> tuple[ImageResult, list[str]]:
        """Draw a job, tell its watchers how far it is, and keep its pictures; their names come with the result.

        `free` is called with every finished picture. Raises Cancelled where the job is over already, what the engine
        raises, StorageFailed, and for attached jobs StorageAway after a few seconds.
        """
        when = time.time()
        if live.job.detached and not await insist(lambda: self._book.begin(live.job, when)):
            raise Cancelled("The job was cancelled before it began. Nothing was charged.")
        live.start(when)
        keeping = _Keeping(self._archive)
        try:
            result = await self._watch(studio, live, free, keeping)
            patience = None if live.job.detached else PATIENCE
            names = [await keeping.wait(picture, patience) for picture in result.pictures]
        finally:
            await keeping.stop()
        return result, names

    async def _watch(
        self, studio: Studio, live: LiveJob, free: Callable[[int], None], keeping: _Keeping
    ) -> ImageResult:
        assert live.request is not None  # noqa: S101  (whoever runs a job has loaded it)
        result: ImageResult | None = None
        async with aclosing(redrawing.watch(studio, replace(live.request, payer=live.job.owner), live.anew)) as events:
            async for event in events:
                if isinstance(event, ImageResult):
                    result = event
                    continue
                if isinstance(event, Served):
                    live.served = event
                elif isinstance(event, Picture):  # told when it is kept and charged, so that nobody has it for nothing
                    keeping.begin(event)
                    live.publish(Progress(event.index, 1.0, "drawn"))
                    free(1)
                else:
                    live.publish(event)
        if result is None:
            raise EngineFailed("The engine ended without a result.")
        return result

    async def complete(self, job: Job, result: ImageResult, names: Sequence[str]) -> bool:
        """Charge, and call the job done. False where its attempt is over: nothing was charged.

        `names` are what its pictures are kept as. Raises StorageFailed, and for attached jobs StorageAway after a few
        seconds.
        """
        patience = None if job.detached else PATIENCE
        now = time.time()
        seconds = max(0.0, now - (job.begun or now))
        lines = self._write_made(job, result, now, seconds)
        spent = sum((line.spend for line in lines), Spend())
        outcome = pack_result(result, names, seconds)
        return await insist(lambda: self._book.complete(job, now, outcome, lines, spent), patience)

    async def end(self, job: Job, error: Exception) -> None:
        """Call a job failed or cancelled and give back what was reserved, however long that takes to write."""
        state = JobState.CANCELLED if isinstance(error, Cancelled) else JobState.FAILED
        line, failure = self.write_end(job, error), pack_error(error)
        await insist(lambda: self._book.end(job, time.time(), state, failure, line))

    def write_end(self, job: Job, error: Exception) -> Line:
        """The ledger's line of a job without a picture."""
        refused = isinstance(error, Blocked | Overloaded | Forbidden | BudgetSpent)
        outcome = "cancelled" if isinstance(error, Cancelled) else "refused" if refused else "failed"
        code = error.code if isinstance(error, PinxitError) else None
        return Line.of(job, time.time(), outcome, code=code or type(error).__name__)

    def write_refusal(self, job: Job, entry: Entry, error: PinxitError) -> Line:
        """The ledger's line of a request that became no job."""
        code = error.code or type(error).__name__
        served = {"model": entry.card.name, "engine": entry.engine.name}
        return Line.of(job, time.time(), "refused", job=None, code=code, **served)

    def write_cached(self, job: Job) -> list[Line]:
        """The ledger's lines of a job that was answered from the cache: a line for each picture, and no charge."""
        outcome, now = job.outcome or {}, time.time()
        return [
            Line.of(job, now, "cached", model=outcome["model"], engine=outcome["engine"], index=picture["index"])
            for picture in outcome["pictures"]
        ]

    def _write_made(self, job: Job, result: ImageResult, now: float, seconds: float) -> list[Line]:
        pieces = self._prices.split(result.model, result.usage, [picture.size for picture in result.pictures])
        shared = {"model": result.model, "engine": result.engine, "seconds": seconds}
        return [
            Line.of(job, now, "made", index=picture.index, tokens=tokens, cost=cost, **shared)
            for picture, (tokens, cost) in zip(result.pictures, pieces, strict=True)
        ]


class _Keeping:
    """Pictures of one job that are being kept while the others are drawn."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._tasks: dict[int, tuple[asyncio.Task[str], float]] = {}

    def begin(self, picture: Picture) -> None:
        self._tasks[picture.index] = asyncio.create_task(self._archive.keep(picture)), time.monotonic()

    async def wait(self, picture: Picture, patience: float | None) -> str:
        """The name of a picture that is kept; where the storage was away at the first try, it is tried again.

        Raises StorageFailed, and StorageAway after `patience` seconds.
        """
        task, begun = self._tasks[picture.index]
        with suppress(StorageAway):
            name = await task
            if time.monotonic() - begun < _EARLY:
                return name
        # Kept again where it was long ago: how long a picture stays is counted from the end of its job.
        return await insist(partial(self._archive.keep, picture), patience)

    async def stop(self) -> None:
        """Leave no task behind, and no failure that nobody looked at."""
        tasks = [task for task, _ in self._tasks.values()]
        if failed := [task for task in tasks if not task.done() or task.cancelled() or task.exception()]:
            for task in failed:
                task.cancel()
            await asyncio.gather(*failed, return_exceptions=True)


async def insist(work: Callable[[], Awaitable[_T]], patience: float | None = None) -> _T:
    """Do `work` again while its storage is away, for `patience` seconds at most (None: as long as it takes)."""
    begun, wait = time.monotonic(), _SHORTEST
    while True:
        try:
            return await work()
        except StorageAway as error:
            if patience is not None and time.monotonic() - begun + wait > patience:
                raise
            _LOG.warning("the storage is away, trying again in %.1f s: %s", wait, error.message)
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST)

"""A job of this process while it is under way, and who attends to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace

from pinxit.core.archive import Allowance
from pinxit.core.errors import EngineFailed
from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Served
from pinxit.core.jobs import Job, JobState
from pinxit.core.lanes import Lane
from pinxit.core.studio import ImageResult

JobEvent = Progress | Partial | Picture | ImageResult


@dataclass(frozen=True, slots=True)
class Numbered:
    """An event of a job. Numbers grow by one; of progress only the newest is kept."""

    number: int
    event: JobEvent


class LiveJob:
    """What happened to a job so far, for any number of watchers. `request` is None until it is loaded to be run."""

    def __init__(self, job: Job, request: ImageRequest | None, anew: str) -> None:
        self.job = job
        self.request = request
        self.anew = anew
        self.left = job.n
        """Pictures that it still wants."""
        self.watchers = 0
        self.failure: Exception | None = None
        self.result: ImageResult | None = None
        self.lane: Lane | None = None
        self.task: asyncio.Task[None] | None = None
        self.timer: asyncio.TimerHandle | None = None
        self.abandoned: Callable[[LiveJob], None] = _nothing
        """Called with the job when its last watcher has gone before the end. A closure of the job would keep it and its
        megabytes in memory until the garbage collector comes by.
        """
        self.served: Served | None = None
        """Who makes the pictures, once that is known."""
        self._events: list[Numbered] = []
        self._count = 0
        self._changes = 0
        self._news = asyncio.Event()
        self._end = asyncio.Event()

    @property
    def over(self) -> bool:
        return self.result is not None or self.failure is not None

    @property
    def progress(self) -> float:
        """How much of it is drawn, 0 to 1."""
        seen: dict[int, float] = {}
        for numbered in self._events:
            if isinstance(numbered.event, Progress):
                seen[numbered.event.index] = numbered.event.fraction
            elif isinstance(numbered.event, Picture):
                seen[numbered.event.index] = 1.0
        return min(1.0, sum(seen.values()) / self.job.n)

    def start(self, when: float) -> None:
        """It is drawn from now on. What was told of an earlier start is forgotten."""
        self.job = replace(self.job, state=JobState.RUNNING, begun=when)
        self._events.clear()
        self._wake()

    def publish(self, event: JobEvent) -> None:
        """Tell all watchers, those who come later too."""
        if isinstance(event, Progress):
            self._events = [
                kept
                for kept in self._events
                if not (isinstance(kept.event, Progress) and kept.event.index == event.index)
            ]
        self._count += 1
        self._events.append(Numbered(self._count, event))
        if isinstance(event, ImageResult):
            self.result = event
        self._wake()

    def fail(self, error: Exception) -> None:
        """It ends with an error, which every watcher gets."""
        if not self.over:
            self.failure = error
            self._wake()

    async def watch(self, after: int = 0) -> AsyncGenerator[Numbered]:
        """Events with numbers above `after`, past and coming ones, to the result. Raises what the job failed with."""
        self.join()
        try:
            while True:
                changes = self._changes
                for event in tuple(self._events):
                    if event.number > after:
                        after = event.number
                        yield event
                        if isinstance(event.event, ImageResult):
                            return
                if changes != self._changes:  # something happened while the watcher was busy: perhaps the end
                    continue
                if self.failure is not None:
                    # Without what an earlier watcher's frames left in it: one error is raised for all of them.
                    raise self.failure.with_traceback(None)
                if self.result is not None:  # `after` names the result or more: there is nothing to come
                    return
                await self._news.wait()
        finally:
            self._leave()

    async def wait(self) -> ImageResult:
        """The result. Raises what the job failed with. Whoever wants nothing else is not woken by all that comes."""
        self.join()
        try:
            await self._end.wait()
        finally:
            self._leave()
        if self.result is None:
            assert self.failure is not None  # noqa: S101  (it is over)
            raise self.failure.with_traceback(None)
        return self.result

    def join(self) -> None:
        """One more watcher: the work goes on for it, too."""
        self.watchers += 1
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None

    def _leave(self) -> None:
        self.watchers -= 1
        if not (self.watchers or self.over):
            self.abandoned(self)

    def _wake(self) -> None:
        self._changes += 1
        self._news.set()  # wakes all who wait now
        self._news.clear()
        if self.over:
            self._end.set()


def _nothing(live: LiveJob) -> None:
    pass


class Attendance:
    """A caller's place at a job: its own one, or the earlier one that its request repeats."""

    def __init__(
        self,
        job: Job,
        live: LiveJob | None,
        recall: Callable[[Job], AsyncGenerator[Numbered]],
        note: Callable[[str, bool], None],
    ) -> None:
        self._job = job
        self._live = live
        self._recall = recall
        self._note = note
        self.allowance = Allowance()
        self.joined = False
        """Is it a repetition of an earlier request, and not charged again?"""
        self.cached = False
        """Does it come from the cache, uncharged?"""

    @property
    def job(self) -> Job:
        """The job as it is now, without its records."""
        return self._job if self._live is None else self._live.job

    def events(self, after: int = 0) -> AsyncGenerator[Numbered]:
        """Events with numbers above `after`, to the result. Raises what the job failed with, Cancelled among them.

        Of a job that is over or runs elsewhere, only pictures and the result, numbered on from `after`.
        """
        return self._number(after) if self._live is None else self._live.watch(after)

    async def _number(self, after: int) -> AsyncGenerator[Numbered]:
        # Whoever comes back with a number from the job's lifetime must not be sent a smaller one.
        events = self._recall(self._job)
        try:
            async for event in events:
                yield replace(event, number=after + event.number)
        finally:
            await events.aclose()

    async def watch(self) -> AsyncGenerator[JobEvent]:
        """The same without numbers."""
        events = self.events()
        try:
            async for event in events:
                yield event.event
        finally:
            await events.aclose()

    async def result(self) -> ImageResult:
        """Wait for the result. Raises what the job failed with."""
        if self._live is not None:
            return await self._live.wait()
        events = self.events()
        try:
            async for event in events:
                if isinstance(event.event, ImageResult):
                    return event.event
        finally:
            await events.aclose()
        raise EngineFailed("The job ended without a result.")

    @property
    def served(self) -> Served | None:
        """Who makes the pictures; None where that is not known yet, or the job does not run here."""
        return None if self._live is None else self._live.served

    def stay(self) -> None:
        """Keep the work going, whoever else leaves: the caller will ask for its result later."""
        if self._live is not None:
            self._live.join()

    def leave(self) -> None:
        """The caller has gone, perhaps before it began to watch. Does nothing where the job is over."""
        if self._live is not None and not (self._live.watchers or self._live.over):
            self._live.abandoned(self._live)

    def note_delivered(self) -> None:
        """The whole answer was given out."""
        self._note(self.job.id, True)

    def note_broken(self) -> None:
        """The caller went away before the whole answer was given out."""
        self._note(self.job.id, False)

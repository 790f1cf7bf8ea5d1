"""The line in front of one engine: who waits, how much is in work, and how long that will take."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from pinxit.core.errors import Overloaded
from pinxit.core.jobs import Job
from pinxit.core.queueing import FairQueue, Waiting

_USUAL = 8  # pictures that an engine makes at once, where it does not say
_LONGEST = 119  # seconds to come back after: clients give up on two minutes and more


class Lane:
    """Jobs that wait for an engine, and how many pictures it has in work.

    `capacity` is how many it makes at once; `room` how many pictures of attached jobs may wait, and `backlog` how many
    jobs may wait in all.
    """

    def __init__(self, capacity: int | None, room: int, backlog: int) -> None:
        self.capacity = capacity or _USUAL
        self.room = room
        self.backlog = backlog
        self.queue = FairQueue()
        self.working = 0
        """Pictures in work."""
        self.typical = 1.0
        """Seconds that a picture takes: a running mean."""
        self.coming = 0
        """Pictures of attached jobs that were checked and are being written down."""
        self._attached = 0

    def check(self, waiting: Waiting, patience: float | None, *, detached: bool) -> None:
        """Raise Overloaded where another job cannot wait here, or not as long as its caller does: `patience` seconds.

        Where an engine has a free place a job may come whatever its weight, or it never could be served.
        """
        weight = waiting.weight
        if len(self.queue) >= self.backlog:
            raise self._refuse(f"The line is full with {len(self.queue)} jobs")
        if detached:
            return
        # Without a free place for the first picture it waits; those in the same request are made one after another.
        before = self._attached + self.coming
        waits = before + weight - max(0, self.capacity - self.working)
        if waits > self.room and (before or self.working >= self.capacity):
            raise self._refuse(
                f"Every place is taken, by {self.working} in work and {before} waiting", self.foretell(before)
            )
        if patience is None or not (len(self.queue) or self.working >= self.capacity):
            return
        # Those of no connection wait in the same line; of other keys' lines only what comes before counts.
        expected = self.foretell(self.queue.weigh_before(waiting.key, waiting.priority) + weight)
        if expected > patience:
            raise self._refuse(
                f"This would take about {expected:.0f} s, and you wait {patience:.0f} s; send `Prefer: respond-async`, "
                "or come later",
                expected - patience,
            )

    @contextmanager
    def expect(self, pictures: int) -> Iterator[None]:
        """So many pictures of an attached job are on their way into the line; others are checked as if they stood."""
        self.coming += pictures
        try:
            yield
        finally:
            self.coming -= pictures

    def foretell(self, pictures: int) -> float:
        """About how many seconds until so many more pictures are made."""
        return self.typical * (self.working + pictures) / self.capacity

    def put(self, waiting: Waiting, *, detached: bool, first: bool = False) -> None:
        self.queue.put(waiting, first=first)
        if not detached:
            self._attached += waiting.weight

    def let_go(self, waiting: Waiting, *, detached: bool) -> None:
        """A job does not wait any more: it was popped or removed from the queue."""
        if not detached:
            self._attached -= waiting.weight

    @property
    def is_free(self) -> bool:
        """May the next job begin?"""
        return self.working < self.capacity

    def note_time(self, seconds: float, pictures: int) -> None:
        """A job of so many pictures was in work for so long."""
        self.typical += 0.2 * (seconds * min(self.capacity, pictures) / pictures - self.typical)

    def _refuse(self, why: str, seconds: float | None = None) -> Overloaded:
        wait = float(math.ceil(min(max(1.0, self.foretell(0) if seconds is None else seconds), _LONGEST)))
        return Overloaded(f"{why}; try again in {wait:.0f} s.", retry_after=wait)


def line_up(job: Job) -> Waiting:
    """A job as the line sees it."""
    return Waiting(job.id, job.owner, job.n, job.priority)

"""Keys, jobs and lines for tests of the book of jobs, with a clock that stands still until it is told to move."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import update

from pinxit.core.access import make_key
from pinxit.core.archive import Admitted, Key, Line, Retry
from pinxit.core.jobs import Job, JobState, make_job_id
from pinxit.core.limits import Spend, name_day, read_budget, read_rate
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.servers import Servers
from pinxit.storage.tables import servers

NOON = 1_795_305_600.0 + 43_200
"""2026-11-22, 12:00 UTC, in Unix seconds."""
FAILURE = {"kind": "EngineFailed", "message": "It broke.", "param": None, "code": None}


@dataclass
class Clock:
    """Calls it a time; add to `now` to let time pass."""

    now: float = NOON

    def __call__(self) -> float:
        return self.now


@dataclass
class Office:
    """One server's book, and shorter words for what tests do with it."""

    database: Database
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.servers = Servers(self.database)
        self.book = SqlJobBook(self.database, self.servers, self.clock)
        self.ring = SqlKeyRing(self.database)

    async def make_key(self, *budgets: str, rate: str | None = None, **terms: Any) -> Key:
        """A new key with budgets and a rate as the command line writes them."""
        limits = {"budgets": tuple(map(read_budget, budgets)), "rate": read_rate(rate) if rate else None}
        _, key = make_key("somebody", **limits, **terms)
        await self.ring.add(key)
        return key

    def draft(self, key: Key, estimate: Spend | None = None, **fields: Any) -> Job:
        """A job of one picture, asked for now; every one with a fingerprint of its own."""
        number = make_job_id()
        job = Job(
            id=number,
            owner=key.prefix,
            route="images.generate",
            model="quick",
            n=1,
            created=self.clock.now,
            day=name_day(self.clock.now),
            estimate=estimate or Spend(1, 100, 1000),
            fingerprint=number,
        )
        return replace(job, **fields)

    async def admit(self, key: Key, estimate: Spend | None = None, **fields: Any) -> Job:
        """Draft a job and let it in."""
        return (await self.try_admit(key, estimate, **fields)).job

    async def try_admit(
        self, key: Key, estimate: Spend | None = None, retry: Retry | None = None, **fields: Any
    ) -> Admitted:
        return await self.book.admit(self.draft(key, estimate, **fields), key, retry or Retry())

    async def complete(self, job: Job, tokens: int = 100, cost: int = 1000) -> bool:
        """Each picture costs `tokens` and `cost`."""
        lines = write_made(job, tokens, cost)
        spent = sum((line.spend for line in lines), Spend())
        return await self.book.complete(job, self.clock.now, {"pictures": []}, lines, spent)

    async def fail(self, job: Job, state: JobState = JobState.FAILED) -> bool:
        line = replace(write_made(job)[0], index=None, outcome=str(state), tokens=0, cost=0, code="broke")
        return await self.book.end(job, self.clock.now, state, FAILURE, line)

    async def die(self) -> None:
        """What the others see of a killed server. Its objects can still be used: a server that was only stuck."""
        if self.database.is_sqlite:
            descriptor, self.servers._descriptor = self.servers._descriptor, None
            os.close(descriptor or 0)
            return
        late = update(servers).where(servers.c.id == self.servers.name).values(seen=servers.c.seen - 16)
        await self.database.write(lambda connection: connection.execute(late))


def write_made(job: Job, tokens: int = 100, cost: int = 1000) -> list[Line]:
    """The ledger's lines of a job that was drawn."""
    return [
        Line(
            at=job.created,
            day=job.day,
            key=job.owner,
            job=job.id,
            route=job.route,
            model=job.model,
            engine="fake",
            index=index,
            outcome="made",
            tokens=tokens,
            cost=cost,
        )
        for index in range(job.n)
    ]


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a test's coroutine to its end."""
    asyncio.run(work())

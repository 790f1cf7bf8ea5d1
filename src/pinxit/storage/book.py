"""The book of jobs in a database: every method is one transaction, so that nothing is lost or charged twice."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from pinxit.core.archive import Admitted, Key, Line, Retry
from pinxit.core.errors import NotFound, PinxitError, StorageAway, StorageFailed
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.storage.admission import Question, admit_job, find_cached, insert_over
from pinxit.storage.answers import Answer
from pinxit.storage.checking import find_faults
from pinxit.storage.database import Database
from pinxit.storage.doubts import Doubts
from pinxit.storage.ending import (
    End,
    begin_job,
    end_abandoned,
    end_job,
    interrupt_job,
    is_ended,
    list_servers,
    park_jobs,
    take_over,
)
from pinxit.storage.hooks import note_end
from pinxit.storage.ledger import add_lines
from pinxit.storage.rows import BRIEF, read_job
from pinxit.storage.servers import Servers
from pinxit.storage.tables import jobs

_LOG = logging.getLogger("pinxit.storage")
_LAZY = 0.5  # seconds that notes of delivered answers wait for each other
_PORTION = 200  # jobs that are ended or deleted in one transaction, so that others come between
_FIND = select(jobs).where(jobs.c.id == bindparam("id"))
_DELIVERED = update(jobs).where(jobs.c.id == bindparam("of_job")).values(delivered=bindparam("when"))
_BROKEN = update(jobs).where(jobs.c.id == bindparam("of_job")).values(broken=bindparam("when"))


class SqlJobBook:
    """A JobBook in a database that several servers may share."""

    def __init__(self, database: Database, servers: Servers | str, clock: Callable[[], float] = time.time) -> None:
        """`servers` says who this server is and who else is alive; a name alone will do for a test."""
        self._database = database
        self._servers = Servers(database, servers) if isinstance(servers, str) else servers
        self._clock = clock
        # Ends whose commit may have been heard by nobody: told again, they are no news.
        self._unsure: set[tuple[str, int]] = set()
        self._doubts = Doubts(database, clock)
        self._delivered: dict[str, float] = {}
        self._flushing: asyncio.Task[None] | None = None
        self._begun = False
        self._beginning = asyncio.Lock()

    @property
    def server(self) -> str:
        """This server's name, as its jobs have it."""
        return self._servers.name

    async def admit(self, job: Job, key: Key, retry: Retry) -> Admitted:
        """Let a job in, or join the earlier one that it repeats. Raises Unauthenticated, KeyReused, RateLimited and
        BudgetSpent besides what the storage raises.
        """
        await self._begin()
        if retry.again or job.idempotency is not None:
            await self._doubts.clear()  # nobody may join what nobody runs
        limited = bool(key.budgets) or key.rate is not None or key.at_once is not None
        alone = limited or retry.again or job.idempotency is not None or self._database.is_sqlite
        question = Question(job, self.server, retry, self._clock(), alone, self._delivered)
        answer = await self._ask(question)
        if answer is None:
            answer = await self._ask(replace(question, alone=True))
        if isinstance(answer, PinxitError):
            raise answer
        assert answer is not None  # noqa: S101  (whoever asks alone gets an answer)
        return answer

    async def begin(self, job: Job, when: float) -> bool:
        # Where a power cut takes it back, the job is queued again, as it would be anyway.
        return await self._database.write(lambda connection: begin_job(connection, job, when), lazy=True)

    async def complete(  # limit: JobBook's
        self, job: Job, when: float, outcome: Mapping[str, Any], lines: Sequence[Line], spent: Spend
    ) -> bool:
        end = End(JobState.COMPLETED, when, outcome=outcome, lines=lines, spent=spent)
        attempt = (job.id, job.attempt)
        try:
            done = await self._database.write(lambda connection: end_job(connection, job, end))
        except StorageAway:
            self._unsure.add(attempt)
            raise
        if not done and attempt in self._unsure:
            done = await self._database.read(lambda connection: is_ended(connection, job, end))
        self._unsure.discard(attempt)
        return done

    async def end(self, job: Job, when: float, state: JobState, failure: Mapping[str, Any], line: Line | None) -> bool:
        end = End(state, when, failure=failure, lines=[line] if line else [])
        self._unsure.discard((job.id, job.attempt))
        try:
            return await self._database.write(lambda connection: end_job(connection, job, end))
        except StorageAway:
            raise
        except StorageFailed:
            self._doubts.note(job.id)  # nobody says it again, and what is reserved must not stay so
            raise

    def note_delivered(self, job_id: str, when: float) -> None:
        self._delivered[job_id] = when
        if self._flushing is None:
            self._flushing = asyncio.create_task(self._flush())

    async def mark_broken(self, job_id: str, when: float) -> None:
        values = {"of_job": job_id, "when": when}
        await self._database.write(lambda connection: connection.execute(_BROKEN, values), lazy=True)

    async def find(self, job_id: str, owner: str | None = None) -> Job:
        def work(connection: Connection) -> Job | None:
            row = connection.execute(_FIND, {"id": job_id}).first()
            return None if row is None or (owner is not None and row.owner != owner) else read_job(row)

        job = None if "\0" in job_id else await self._database.read(work)
        if job is None:
            raise _miss(job_id)
        return job

    async def list_jobs(
        self,
        owner: str,
        *,
        limit: int = 20,
        after: str | None = None,
        states: Sequence[JobState] = (),
        group: str | None = None,
    ) -> list[Job]:
        """Raises NotFound for an `after` that is none of the key's jobs."""
        query = select(*BRIEF).where(jobs.c.owner == owner, jobs.c.detached)
        if states:
            query = query.where(jobs.c.state.in_([str(state) for state in states]))
        if group is not None:
            query = query.where(jobs.c.batch == group)

        def work(connection: Connection) -> list[Job]:
            found = query
            if after is not None:
                last = select(jobs.c.number).where(jobs.c.id == after, jobs.c.owner == owner)
                number = None if "\0" in after else connection.execute(last).scalar()
                if number is None:
                    raise _miss(after)
                found = query.where(jobs.c.number < number)
            rows = connection.execute(found.order_by(jobs.c.number.desc()).limit(limit))
            return [read_job(row) for row in rows]

        return await self._database.read(work)

    async def find_cached(self, cache_key: str) -> Job | None:
        return await self._database.read(lambda connection: find_cached(connection, cache_key))

    async def note_refusal(self, line: Line) -> None:
        await self._database.write(lambda connection: add_lines(connection, [line]), lazy=True)

    async def note_cached(self, job: Job, lines: Sequence[Line]) -> None:
        def work(connection: Connection) -> None:
            kept = insert_over(connection, job, lines, self._clock())
            note_end(connection, kept, kept.state, kept.ended or self._clock())

        await self._database.write(work)

    async def park(self, jobs: Sequence[Job]) -> None:
        if jobs:
            await self._database.write(lambda connection: park_jobs(connection, jobs))

    async def adopt(self, limit: int = 100) -> list[Job]:
        def take_some(connection: Connection) -> list[Job]:
            return take_over(connection, self.server, self._find_dead(connection), limit, self._clock())

        await self._servers.enroll()
        await self._doubts.clear()
        await self._end_abandoned()
        self._begun = True
        return await self._database.write(take_some)

    async def drop(self, job_id: str, owner: str) -> None:
        mine = delete(jobs).where(jobs.c.id == job_id, jobs.c.owner == owner, jobs.c.ended.is_not(None))
        await self._database.write(lambda connection: connection.execute(mine))

    async def forget(self, before: float) -> int:
        some = select(jobs.c.number).where(jobs.c.ended < before).limit(_PORTION)
        statement = delete(jobs).where(jobs.c.number.in_(some))
        gone = 0
        while count := await self._database.write(lambda connection: connection.execute(statement).rowcount):
            gone += count
        return gone

    async def check(self) -> Sequence[str]:
        return await self._database.read(find_faults)

    async def _begin(self) -> None:
        """Before the first job: be alive, and give back what a killed server held, or its callers' next try would be
        refused for want of it, or join what nobody runs.
        """
        if self._begun:
            return
        async with self._beginning:
            if not self._begun:
                await self._servers.enroll()
                await self._end_abandoned()
                self._begun = True

    async def _end_abandoned(self) -> None:
        def end_some(connection: Connection) -> int:
            return end_abandoned(connection, self._find_dead(connection), self._clock(), _PORTION)

        while await self._database.write(end_some) == _PORTION:
            pass

    async def _ask(self, question: Question) -> Admitted | PinxitError | None:
        """Admit in a transaction. Where its answer gets lost, the job must not stay as one that nobody runs."""
        # A job of a held connection ends with a power cut in any case; only what answers 202 is promised.
        lazy = not question.job.detached
        take_back = partial(self._take_back, question.job)
        asked: asyncio.Future[Answer[Admitted | PinxitError | None]] = self._database.submit(
            lambda connection: admit_job(connection, question), lazy=lazy, unheard=take_back
        )
        try:
            return (await asked).get()
        except StorageAway:
            self._doubts.note(question.job.id)
            raise
        except asyncio.CancelledError:
            if not asked.cancelled():  # the answer came in the same moment
                take_back(asked.result())
            raise

    def _take_back(self, job: Job, answer: Answer[Admitted | PinxitError | None]) -> None:
        """Whoever asked has gone. What was let in meanwhile is ended."""
        admitted = answer.result
        if isinstance(answer.error, StorageAway):
            self._doubts.note(job.id)
        elif isinstance(admitted, Admitted) and not (admitted.joined or admitted.cached):
            self._doubts.note(job.id)
            with suppress(PinxitError):
                self._database.write_later(lambda connection: interrupt_job(connection, job, self._clock()))

    async def _flush(self) -> None:
        """Write the notes of a moment at once."""
        await asyncio.sleep(_LAZY)
        marks, self._flushing = tuple(self._delivered.items()), None
        values = [{"of_job": name, "when": when} for name, when in marks]
        try:
            await self._database.write(lambda connection: connection.execute(_DELIVERED, values), lazy=True)
        except PinxitError as error:
            _LOG.warning("that answers were delivered was not written: %s", error.message)
        for name, when in marks:
            if self._delivered.get(name) == when:
                del self._delivered[name]

    def _find_dead(self, connection: Connection) -> list[str]:
        return self._servers.find_dead(connection, list_servers(connection))


def _miss(job_id: str) -> NotFound:
    return NotFound(f"There is no job {job_id[:60]!r}, or it is not kept any more.")

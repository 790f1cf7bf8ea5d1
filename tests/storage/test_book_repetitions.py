"""Repetitions: by an Idempotency-Key, by the same request again, and by nobody else's."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from books import NOON, Office, run
from pinxit.core.archive import Retry
from pinxit.core.errors import BudgetSpent, KeyReused, Unauthenticated
from pinxit.core.jobs import JobState
from pinxit.storage.database import Database
from pinxit.storage.tables import jobs

_DAY = 86_400.0
_AGAIN = Retry(again=True)


def test_the_same_idempotency_key_joins_the_job_for_no_new_charge(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture", rate="1/hour", at_once=1)
        first = await office.admit(key, idempotency="a", fingerprint="f", detached=True, order={"request": {"n": 1}})
        joined = await office.try_admit(key, idempotency="a", fingerprint="f")
        assert (joined.joined, joined.job.id, joined.job.state) == (True, first.id, JobState.QUEUED)
        assert joined.allowance.requests is not None
        assert joined.allowance.requests.remaining == 0
        assert await office.complete(first)
        office.clock.now += _DAY - 1
        joined = await office.try_admit(key, idempotency="a", fingerprint="f")
        assert (joined.joined, joined.job.id, joined.job.state) == (True, first.id, JobState.COMPLETED)
        assert joined.job.outcome == {"pictures": []}
        assert joined.job.order == {"request": {"n": 1}}
        assert await office.book.check() == []

    run(work)


def test_an_idempotency_key_with_another_request_is_refused(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        first = await office.admit(key, idempotency="a", fingerprint="f")
        for _ in range(2):
            with pytest.raises(KeyReused) as refusal:
                await office.admit(key, idempotency="a", fingerprint="g")
            assert refusal.value.code == "idempotency_key_reused"
            await office.complete(first)

    run(work)


def test_an_idempotency_key_belongs_to_its_key(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key, another = await office.make_key(), await office.make_key()
        first = await office.admit(key, idempotency="a", fingerprint="f")
        second = await office.try_admit(another, idempotency="a", fingerprint="f")
        assert not second.joined
        assert second.job.id != first.id

    run(work)


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED])
@pytest.mark.parametrize("fingerprint", ["f", "another"])
def test_a_job_that_failed_gives_its_idempotency_key_to_the_next(
    database: Database, state: JobState, fingerprint: str
) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        first = await office.admit(key, idempotency="a", fingerprint="f")
        assert await office.fail(first, state)
        second = await office.try_admit(key, idempotency="a", fingerprint=fingerprint)
        assert not second.joined
        assert (await office.book.find(first.id)).idempotency is None
        assert (await office.try_admit(key, idempotency="a", fingerprint=fingerprint)).job.id == second.job.id

    run(work)


@pytest.mark.parametrize("over", [True, False], ids=["completed", "waiting"])
def test_an_idempotency_key_counts_for_a_day(database: Database, over: bool) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        first = await office.admit(key, idempotency="a", fingerprint="f")
        if over:
            await office.complete(first)
        office.clock.now += _DAY
        second = await office.try_admit(key, idempotency="a", fingerprint="g")
        assert not second.joined
        assert (await office.book.find(first.id)).idempotency is None

    run(work)


def test_who_is_refused_does_not_take_the_idempotency_key_of_a_failed_job(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        first = await office.admit(key, idempotency="a")
        await office.fail(first)
        await office.admit(key)
        with pytest.raises(BudgetSpent):
            await office.admit(key, idempotency="a")
        assert (await office.book.find(first.id)).idempotency == "a"

    run(work)


def test_a_revoked_key_gets_no_answer_again(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        await office.complete(await office.admit(key, idempotency="a", fingerprint="f"))
        await office.ring.revoke(key.prefix, NOON)
        with pytest.raises(Unauthenticated):
            await office.admit(key, idempotency="a", fingerprint="f")

    run(work)


@pytest.mark.parametrize("limited", [True, False], ids=["limited", "unlimited"])
@pytest.mark.parametrize("named", [True, False], ids=["idempotency-key", "retry"])
def test_of_32_equal_requests_at_once_one_becomes_a_job(database: Database, limited: bool, named: bool) -> None:
    async def work() -> None:
        one = Office(database)
        key = await one.make_key("1picture") if limited else await one.make_key()
        beside = Database(str(database.engine.url.render_as_string(hide_password=False)))
        offices = [one, Office(beside)]
        fields: dict[str, Any] = {"idempotency": "a"} if named else {"retry": _AGAIN}
        answers = await asyncio.gather(
            *(offices[number % 2].try_admit(key, fingerprint="f", **fields) for number in range(32))
        )
        await beside.close()
        assert len({answer.job.id for answer in answers}) == 1
        assert sum(not answer.joined for answer in answers) == 1
        rows = await database.read(lambda connection: connection.execute(select(jobs.c.id)).all())
        assert len(rows) == 1

    run(work)


@dataclass(frozen=True)
class _Case:
    """An earlier job, seconds ago, and whether a repetition joins it."""

    state: JobState | None
    again: bool
    joins: bool
    delivered: float | None = None
    broken: float | None = None
    created: float = 60.0

    def __str__(self) -> str:
        state = self.state or "waiting"
        parts = [f"{state}-{self.created:g}", "again" if self.again else "plain"]
        parts += [f"delivered-{self.delivered:g}"] if self.delivered is not None else []
        parts += [f"broken-{self.broken:g}"] if self.broken is not None else []
        return "-".join(parts)


_DONE = JobState.COMPLETED
_CASES = [
    _Case(None, again=True, joins=True),
    _Case(None, again=True, joins=True, created=899),
    _Case(None, again=True, joins=False, created=901),
    _Case(None, again=True, joins=True, broken=500),
    _Case(None, again=False, joins=False),
    _Case(None, again=False, joins=True, broken=29),
    _Case(None, again=False, joins=False, broken=31),
    _Case(None, again=False, joins=False, broken=29, created=901),
    _Case(_DONE, again=True, joins=True),
    _Case(_DONE, again=True, joins=True, delivered=29),
    _Case(_DONE, again=True, joins=False, delivered=31),
    _Case(_DONE, again=True, joins=True, broken=50, delivered=29),
    _Case(_DONE, again=False, joins=False),
    _Case(_DONE, again=False, joins=True, broken=29),
    _Case(_DONE, again=False, joins=False, broken=29, delivered=10),
    _Case(_DONE, again=False, joins=True, broken=10, delivered=29),
    _Case(_DONE, again=False, joins=False, broken=31),
    _Case(JobState.FAILED, again=True, joins=False),
    _Case(JobState.FAILED, again=False, joins=False, broken=5),
    _Case(JobState.CANCELLED, again=True, joins=False),
    _Case(JobState.CANCELLED, again=False, joins=False, broken=5),
]


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_a_repetition_joins_the_earlier_job_where_it_may(database: Database, case: _Case) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        office.clock.now = NOON - case.created
        first = await office.admit(key, fingerprint="f")
        if case.state is JobState.COMPLETED:
            await office.complete(first)
        elif case.state is not None:
            await office.fail(first, case.state)
        if case.delivered is not None:
            office.book.note_delivered(first.id, NOON - case.delivered)
        if case.broken is not None:
            await office.book.mark_broken(first.id, NOON - case.broken)
        office.clock.now = NOON
        second = await office.try_admit(key, fingerprint="f", retry=Retry(again=case.again))
        assert second.joined is case.joins
        assert (second.job.id == first.id) is case.joins

    run(work)


def test_a_repetition_joins_nobody_elses_job_and_no_other_request(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key, another = await office.make_key(), await office.make_key()
        await office.admit(key, fingerprint="f")
        assert not (await office.try_admit(another, fingerprint="f", retry=_AGAIN)).joined
        assert not (await office.try_admit(key, fingerprint="g", retry=_AGAIN)).joined

    run(work)


def test_of_several_earlier_jobs_the_newest_is_joined_that_may_be(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        first, second, third = [await office.admit(key, fingerprint="f") for _ in range(3)]
        await office.fail(third)
        assert (await office.try_admit(key, fingerprint="f", retry=_AGAIN)).job.id == second.id
        await office.complete(second)
        office.book.note_delivered(second.id, NOON - 60)
        assert (await office.try_admit(key, fingerprint="f", retry=_AGAIN)).job.id == first.id

    run(work)


def test_a_request_that_shall_outlive_the_server_does_not_join_one_that_ends_with_it(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        await office.admit(key, fingerprint="f")
        detached = await office.try_admit(key, fingerprint="f", retry=_AGAIN, detached=True)
        assert not detached.joined
        assert (await office.try_admit(key, fingerprint="f", retry=_AGAIN)).job.id == detached.job.id

    run(work)


def test_two_idempotency_keys_are_two_jobs_even_where_the_client_tries_again(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        await office.admit(key, fingerprint="f", idempotency="a")
        assert not (await office.try_admit(key, fingerprint="f", idempotency="b", retry=_AGAIN)).joined

    run(work)


def test_a_repetition_is_joined_whatever_the_limits_say_by_now(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture", rate="1/hour", at_once=1)
        first = await office.admit(key, fingerprint="f")
        for _ in range(3):
            assert (await office.try_admit(key, fingerprint="f", retry=_AGAIN)).job.id == first.id

    run(work)


@pytest.mark.parametrize("jump", [-400 * _DAY, 400 * _DAY], ids=["back", "forward"])
def test_a_clock_that_jumps_joins_no_strangers_and_loses_no_job_under_way(database: Database, jump: float) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        done = await office.admit(key, fingerprint="f", idempotency="a")
        await office.complete(done)
        await office.book.mark_broken(done.id, NOON)
        live = await office.admit(key, fingerprint="g")
        office.clock.now += jump
        assert not (await office.try_admit(key, fingerprint="f")).joined
        assert not (await office.try_admit(key, fingerprint="x", idempotency="a")).joined
        assert (await office.try_admit(key, fingerprint="g", retry=_AGAIN)).joined is (jump < 0)
        assert await office.complete(live)
        assert await office.book.check() == []

    run(work)

"""How jobs go on and end: each step once, fenced by the attempt, and a ledger that nobody rewrites."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from books import FAILURE, NOON, Office, run, write_made
from pinxit.core.archive import Retry
from pinxit.core.errors import BudgetSpent, NotFound, PinxitError, StorageAway, StorageFailed, Unauthenticated
from pinxit.core.jobs import JobState
from pinxit.core.limits import Spend
from pinxit.storage import ending
from pinxit.storage.answers import Answer
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.tables import ledger


async def _read_ledger(office: Office) -> list[Any]:
    query = select(ledger).order_by(ledger.c.number)
    return list(await office.database.read(lambda connection: connection.execute(query).all()))


def test_a_job_comes_back_as_it_was_written(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        job = await office.admit(
            key,
            Spend(2, 3, 4),
            n=2,
            detached=True,
            order={"request": {"prompt": "a fox 🦊\0", "seed": 2**70}, "anew": "\ud800"},
            manner={"stream": True},
            idempotency="i",
            cache_key="c",
            webhook="https://example.com",
            group="g",
            priority=-3,
        )
        assert await office.book.find(job.id, key.prefix) == job
        assert job.server == office.book.server
        assert await office.book.begin(job, NOON + 1)
        office.clock.now += 2
        assert await office.complete(job)
        kept = await office.book.find(job.id)
        assert kept == replace(job, state=JobState.COMPLETED, begun=NOON + 1, ended=NOON + 2, outcome={"pictures": []})

    run(work)


def test_a_charge_is_one_line_for_each_picture_with_all_that_was_told(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures")
        job = await office.admit(key, Spend(2, 300, 3000), n=2)
        assert await office.complete(job, tokens=120, cost=7)
        lines = await _read_ledger(office)
        assert [(line.job, line.key, line.picture, line.pictures, line.tokens, line.cost) for line in lines] == [
            (job.id, key.prefix, 0, 1, 120, 7),
            (job.id, key.prefix, 1, 1, 120, 7),
        ]
        assert await office.book.check() == []

    run(work)


@pytest.mark.parametrize("first", ["complete", "fail", "cancel"])
def test_a_job_ends_once_whatever_is_said_after(database: Database, first: str) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures")
        job = await office.admit(key)
        ends: dict[str, Callable[[], Awaitable[bool]]] = {
            "complete": lambda: office.complete(job),
            "fail": lambda: office.fail(job),
            "cancel": lambda: office.fail(job, JobState.CANCELLED),
        }
        assert await ends[first]()
        before = await office.book.find(job.id), await _read_ledger(office)
        for end in ends.values():
            assert not await end()
        assert not await office.book.begin(job, NOON)
        assert (await office.book.find(job.id), await _read_ledger(office)) == before
        assert await office.book.check() == []

    run(work)


def test_of_many_who_end_a_job_at_once_one_does(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("99pictures")
        for _ in range(5):
            job = await office.admit(key)
            ends = [*(office.complete(job) for _ in range(6)), *(office.fail(job) for _ in range(6))]
            assert sum(await asyncio.gather(*ends)) == 1
        assert await office.book.check() == []

    run(work)


def test_what_an_earlier_attempt_says_is_not_heard(database: Database) -> None:
    async def work() -> None:
        one, other = Office(database), Office(database)
        key = await one.make_key("9pictures")
        job = await one.admit(key, detached=True)
        await one.book.park([job])
        [again] = await other.book.adopt()
        assert (again.id, again.attempt) == (job.id, 2)
        assert not await one.book.begin(job, NOON)
        assert not await one.complete(job)
        assert not await one.fail(job)
        await one.book.park([job])
        assert (await one.book.find(job.id)).server == other.book.server
        assert await other.book.begin(again, NOON)
        assert await other.complete(again)
        assert await one.book.check() == []

    run(work)


def test_an_attempt_may_say_twice_that_it_begins(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        job = await office.admit(await office.make_key())
        assert await office.book.begin(job, NOON + 1)
        assert await office.book.begin(job, NOON + 2)

    run(work)


def test_a_charge_that_its_lines_do_not_add_up_to_is_refused_as_a_fault(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures")
        job = await office.admit(key)
        with pytest.raises(ValueError, match="add up"):
            await office.book.complete(job, NOON, {}, write_made(job), Spend(1, 100, 999))
        with pytest.raises(ValueError, match="add up"):
            await office.book.end(job, NOON, JobState.FAILED, FAILURE, write_made(job)[0])
        assert (await office.book.find(job.id)).state is JobState.QUEUED
        assert await office.complete(job)

    run(work)


def test_where_a_part_of_an_end_fails_nothing_of_it_is_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("no webhook today")

    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures/day", "1usd")
        job = await office.admit(key)
        with monkeypatch.context() as patch:
            patch.setattr(ending, "note_end", break_down)
            with pytest.raises(RuntimeError):
                await office.complete(job)
        assert (await office.book.find(job.id)).state is JobState.QUEUED
        assert await _read_ledger(office) == []
        assert await office.book.check() == []
        assert await office.complete(job)
        assert await office.book.check() == []

    run(work)


@pytest.mark.parametrize("statement", [delete(ledger), update(ledger).values(cost=0)], ids=["delete", "update"])
def test_the_ledger_can_only_be_added_to(database: Database, statement: Any) -> None:
    async def work() -> None:
        office = Office(database)
        await office.complete(await office.admit(await office.make_key()))
        before = await _read_ledger(office)
        with pytest.raises(PinxitError):
            await database.write(lambda connection: connection.execute(statement))
        assert await _read_ledger(office) == before

    run(work)


def test_jobs_of_others_are_not_found(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key, another = await office.make_key(), await office.make_key()
        job = await office.admit(key, detached=True)
        for name, owner in ((job.id, another.prefix), ("job_none", key.prefix), ("job\0", None), ("", None)):
            with pytest.raises(NotFound):
                await office.book.find(name, owner)
        with pytest.raises(NotFound):
            await office.book.list_jobs(another.prefix, after=job.id)
        assert await office.book.list_jobs(another.prefix) == []

    run(work)


def test_jobs_are_listed_newest_first_page_by_page(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key, another = await office.make_key(), await office.make_key()
        made = []
        for number in range(7):
            office.clock.now -= 60  # whatever the clock says
            made.append(await office.admit(key, detached=True, group="g" if number % 2 else None, order={"n": 1}))
            await office.admit(key)
            await office.admit(another, detached=True)
        await office.complete(made[3])
        names = [job.id for job in reversed(made)]
        pages: list[str] = []
        while page := await office.book.list_jobs(key.prefix, limit=3, after=pages[-1] if pages else None):
            assert all(job.order is None and job.outcome is None for job in page)
            pages += [job.id for job in page]
        assert pages == names
        grouped = await office.book.list_jobs(key.prefix, group="g")
        assert [job.id for job in grouped] == names[1::2]
        over = await office.book.list_jobs(key.prefix, states=[JobState.COMPLETED, JobState.FAILED])
        assert [job.id for job in over] == [made[3].id]

    run(work)


def test_a_result_is_found_by_its_cache_key_once_it_is_there(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        job = await office.admit(key, cache_key="c", detached=True)
        assert await office.book.find_cached("c") is None
        assert await office.complete(job)
        found = await office.book.find_cached("c")
        assert found is not None
        assert found.outcome == {"pictures": []}
        again = replace(office.draft(key, Spend(5, 5, 5), cache_key="c"), state=JobState.COMPLETED, ended=NOON)
        again = replace(again, outcome=found.outcome)
        line = replace(write_made(again, 0, 0)[0], outcome="cached")
        await office.book.note_cached(again, [line])
        newest = await office.book.find_cached("c")
        assert newest is not None
        assert newest.id == again.id
        assert await office.book.check() == []

    run(work)


def test_admission_may_answer_with_a_completed_job_and_then_writes_nothing(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        drawn = await office.admit(key, cache_key="c")
        assert await office.complete(drawn)
        draft = office.draft(key, cache_key="c")
        found = await office.book.admit(draft, key, Retry(cached=True))  # although the budget is spent
        assert found.cached
        assert found.job.id == drawn.id
        assert found.job.outcome == {"pictures": []}
        with pytest.raises(NotFound):
            await office.book.find(draft.id)
        with pytest.raises(BudgetSpent):
            await office.book.admit(draft, key, Retry())
        await office.ring.revoke(key.prefix, NOON)
        with pytest.raises(Unauthenticated):
            await office.book.admit(draft, key, Retry(cached=True))
        assert await office.book.check() == []

    run(work)


def test_what_was_over_long_ago_is_forgotten_and_its_lines_stay(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9000pictures")
        for _ in range(3):
            await office.complete(await office.admit(key))
        waiting = await office.admit(key)
        office.clock.now += 100
        late = await office.admit(key)
        await office.complete(late)
        assert await office.book.forget(NOON + 100) == 3
        assert await office.book.forget(NOON + 100) == 0
        assert {(await office.book.find(job.id)).id for job in (waiting, late)} == {waiting.id, late.id}
        assert len(await _read_ledger(office)) == 4
        assert await office.book.check() == []

    run(work)


class _Deaf(SqlJobBook):
    """A book whose database commits, and whose connection breaks before it can say so."""

    def break_next(self) -> None:
        submit = self._database.submit

        def commit_and_break(work: Any, **options: Any) -> asyncio.Future[Answer[Any]]:
            self._database.submit = submit  # type: ignore[method-assign]
            broken: asyncio.Future[Answer[Any]] = asyncio.get_running_loop().create_future()
            lost: Answer[Any] = Answer(error=StorageAway("The connection broke."))
            submit(work, **options).add_done_callback(lambda _: broken.set_result(lost))
            return broken

        self._database.submit = commit_and_break  # type: ignore[method-assign]


def test_a_job_that_was_let_in_without_anybody_hearing_of_it_is_ended(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        office.book = book = _Deaf(database, office.servers, office.clock)
        key = await office.make_key("1picture")
        await book.adopt()
        lost = office.draft(key, idempotency="a", fingerprint="f")
        book.break_next()
        with pytest.raises(StorageAway):
            await book.admit(lost, key, Retry())
        admitted = await book.admit(office.draft(key, idempotency="a", fingerprint="f"), key, Retry())
        assert not admitted.joined
        assert (await book.find(lost.id)).state is JobState.FAILED
        assert await book.check() == []

    run(work)


def test_an_end_that_a_full_disk_refused_is_written_once_there_is_room(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> bool:
        raise StorageFailed("The disk is full.")

    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        job = await office.admit(key)
        with monkeypatch.context() as patch:
            patch.setattr(database, "write", refuse)
            for end in (office.complete, office.fail):
                with pytest.raises(StorageFailed):
                    await end(job)
            with pytest.raises(StorageFailed):
                await office.book.adopt()
        assert await office.book.adopt() == []
        assert (await office.book.find(job.id)).state is JobState.FAILED
        await office.admit(key)
        assert await office.book.check() == []

    run(work)


def test_a_job_whose_caller_went_away_while_it_was_let_in_is_ended(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        await office.book.adopt()
        lost = office.draft(key)
        asking = asyncio.create_task(office.book.admit(lost, key, Retry()))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.sleep(0.3)
        await office.book.adopt()
        assert (await office.book.find(lost.id)).state is JobState.FAILED
        await office.admit(key)
        assert await office.book.check() == []

    run(work)


def test_a_charge_that_was_made_without_anybody_hearing_of_it_is_told_the_second_time(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        office.book = book = _Deaf(database, office.servers, office.clock)
        key = await office.make_key("9pictures")
        job = await office.admit(key)
        book.break_next()
        with pytest.raises(StorageAway):
            await office.complete(job)
        assert await office.complete(job)
        assert not await office.complete(job)
        assert await book.check() == []

    run(work)

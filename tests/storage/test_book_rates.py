"""Rates and requests at once: a bucket that fills evenly whatever the clock does."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from books import NOON, Office, run
from pinxit.core.errors import RateLimited
from pinxit.core.limits import Rate
from pinxit.storage.database import Database
from pinxit.storage.tables import ledger
from pinxit.storage.terms import Bucket

_YEAR = 365 * 86_400.0


async def _count(office: Office, key: object, most: int = 50) -> int:
    """How many requests are let in before one is refused."""
    for number in range(most):
        try:
            await office.complete(await office.admit(key))  # type: ignore[arg-type]
        except RateLimited:
            return number
    return most


def test_a_rate_lets_in_a_bucket_full_and_then_as_much_as_flows_in(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="6/min")
        assert await _count(office, key) == 6
        office.clock.now += 9.9
        assert await _count(office, key) == 0
        office.clock.now += 0.2
        assert await _count(office, key) == 1
        office.clock.now += 25
        assert await _count(office, key) == 2
        office.clock.now += 3600
        assert await _count(office, key) == 6

    run(work)


def test_a_refusal_says_when_to_come_back_and_then_it_works(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="4/min")
        await _count(office, key)
        office.clock.now += 5
        with pytest.raises(RateLimited) as refusal:
            await office.admit(key)
        assert refusal.value.retry_after == pytest.approx(10)
        assert refusal.value.message == "This key may ask 4 times a minute; ask again in 10 s."
        office.clock.now += refusal.value.retry_after
        await office.admit(key)
        rows = await database.read(lambda connection: connection.execute(select(ledger.c.code, ledger.c.outcome)).all())
        assert rows.count(("RateLimited", "refused")) == 2

    run(work)


def test_nobody_is_told_to_wait_for_more_than_two_minutes(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="1/hour")
        await office.admit(key)
        with pytest.raises(RateLimited) as refusal:
            await office.admit(key)
        assert refusal.value.retry_after == 120

    run(work)


@pytest.mark.parametrize(
    "jump", [-_YEAR, -60.0, _YEAR, 40 * _YEAR], ids=["year-back", "minute-back", "year", "40-years"]
)
def test_a_clock_that_jumps_neither_locks_a_key_out_nor_gives_it_more_than_a_full_bucket(
    database: Database, jump: float
) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="3/min")
        assert await _count(office, key) == 3
        office.clock.now += jump
        assert await _count(office, key) == (3 if jump > 0 else 0)
        office.clock.now += 20.1
        assert await _count(office, key) == 1
        office.clock.now = NOON + 30
        await _count(office, key)
        office.clock.now += 20.1
        assert await _count(office, key) == 1
        office.clock.now += 120
        assert await _count(office, key) == 3

    run(work)


def test_two_servers_whose_clocks_differ_by_a_second_let_in_no_more_than_one(database: Database) -> None:
    async def work() -> None:
        one, other = Office(database), Office(database)
        other.clock.now += 1
        key = await one.make_key(rate="60/min")
        await _count(one, key, most=60)
        let_in = 0
        for _ in range(30):
            let_in += await _count(one, key, most=1) + await _count(other, key, most=1)
        assert let_in == 1

    run(work)


def test_a_rate_that_is_changed_holds_at_once(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="20/min")
        await office.admit(key)
        await office.ring.change(key.prefix, {"rate": Rate(2, 60)})
        assert await _count(office, key) == 2
        await office.ring.change(key.prefix, {"rate": None})
        assert await _count(office, key) == 50

    run(work)


def test_a_bucket_counts_no_request_twice_however_often_it_is_looked_at() -> None:
    bucket = Bucket.look(Rate(10, 60), None, None, NOON)
    for number in range(1000):
        bucket = Bucket.look(bucket.rate, bucket.level, bucket.at, NOON + number * 0.0001)
        if bucket.level >= 1:
            bucket = bucket.take()
    assert bucket.level < 0.1


def test_a_key_has_no_more_requests_under_way_than_it_may(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key, another = await office.make_key(at_once=2), await office.make_key(at_once=1)
        first = await office.admit(key)
        second = await office.admit(key, detached=True)
        with pytest.raises(RateLimited, match="2 requests under way at once") as refusal:
            await office.admit(key)
        assert 0 < refusal.value.retry_after <= 120
        await office.admit(another)
        assert await office.complete(first)
        await office.admit(key)
        with pytest.raises(RateLimited):
            await office.admit(key)
        assert await office.fail(second)
        await office.admit(key)

    run(work)


def test_who_is_refused_for_another_reason_keeps_the_requests_of_the_rate(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(rate="3/min", at_once=1)
        job = await office.admit(key)
        for _ in range(10):
            with pytest.raises(RateLimited, match="under way"):
                await office.admit(key)
        assert await office.complete(job)
        assert await _count(office, key) == 2

    run(work)

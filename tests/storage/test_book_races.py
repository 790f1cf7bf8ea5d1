"""Many callers at once, over two servers: budgets hold to the last picture, and everything adds up at every moment."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from sqlalchemy import select

from books import Office, run
from pinxit.core.archive import Key
from pinxit.core.errors import BudgetSpent, RateLimited
from pinxit.core.jobs import JobState
from pinxit.core.limits import Spend, read_budget
from pinxit.storage.database import Database
from pinxit.storage.tables import counters


@asynccontextmanager
async def _open_two(database: Database) -> AsyncIterator[list[Office]]:
    """Two servers, each with connections of its own."""
    beside = Database(database.engine.url.render_as_string(hide_password=False))
    try:
        yield [Office(database), Office(beside)]
    finally:
        await beside.close()


@pytest.mark.parametrize(
    ("budget", "estimate"),
    [
        ("100pictures/day", Spend(1, 7, 7)),
        ("1000tokens/month", Spend(1, 10, 7)),
        ("0.00001usd", Spend(1, 7, 100)),
    ],
    ids=["pictures", "tokens", "money"],
)
def test_64_clients_on_a_budget_of_100_pictures_get_exactly_100(
    database: Database, budget: str, estimate: Spend
) -> None:
    async def draw(office: Office, key: Key) -> int:
        made = 0
        for _ in range(4):
            try:
                job = await office.admit(key, estimate)
            except BudgetSpent:
                continue
            assert await office.complete(job, estimate.tokens, estimate.cost)
            made += 1
        return made

    async def work() -> None:
        async with _open_two(database) as offices:
            key = await offices[0].make_key(budget)
            made = await asyncio.gather(*(draw(offices[number % 2], key) for number in range(64)))
            assert sum(made) == 100
            assert await offices[1].book.check() == []

    run(work)


def test_what_fails_in_a_race_can_be_had_by_another(database: Database) -> None:
    async def draw(office: Office, key: Key, number: int) -> int:
        made = 0
        for turn in range(60):
            try:
                job = await office.admit(key)
            except BudgetSpent:
                await asyncio.sleep(0.001)
                continue
            if (number + turn) % 3:
                assert await office.fail(job, random.choice([JobState.FAILED, JobState.CANCELLED]))
            else:
                assert await office.complete(job)
                made += 1
        return made

    async def work() -> None:
        async with _open_two(database) as offices:
            key = await offices[0].make_key("20pictures")
            made = await asyncio.gather(*(draw(offices[number % 2], key, number) for number in range(16)))
            assert sum(made) == 20
            assert await offices[1].book.check() == []

    run(work)


def test_a_bucket_and_a_number_at_once_hold_in_a_race(database: Database) -> None:
    async def ask(office: Office, key: Key) -> bool:
        try:
            await office.admit(key)
        except RateLimited:
            return False
        return True

    async def work() -> None:
        async with _open_two(database) as offices:
            for terms, most in (({"rate": "10/min"}, 10), ({"at_once": 7}, 7)):
                key = await offices[0].make_key(**terms)
                let_in = await asyncio.gather(*(ask(offices[number % 2], key) for number in range(40)))
                assert sum(let_in) == most

    run(work)


def test_a_budget_that_comes_in_the_middle_of_everything_counts_all_of_it(database: Database) -> None:
    async def draw(office: Office, key: Key, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await office.complete(await office.admit(key))
            except BudgetSpent:
                await asyncio.sleep(0.01)

    async def race(offices: list[Office]) -> None:
        stop, key = asyncio.Event(), await offices[0].make_key()
        drawing = asyncio.gather(*(draw(offices[number % 2], key, stop) for number in range(12)))
        for budget in ("100000pictures/day", "100000usd", "10pictures/month"):
            await asyncio.sleep(0.02)
            await offices[0].ring.change(key.prefix, {"budgets": (read_budget(budget),)})
            with suppress(BudgetSpent):
                await offices[0].admit(key, Spend())
            await offices[1].ring.change(key.prefix, {"budgets": ()})
        stop.set()
        await drawing
        periods = select(counters.c.period).where(counters.c.key == key.prefix)
        found = await database.read(lambda connection: connection.execute(periods).scalars().all())
        assert sorted(found) == ["2026-11", "2026-11-22", "ever"]

    async def work() -> None:
        async with _open_two(database) as offices:
            for _ in range(8):
                await race(offices)
                assert await offices[1].book.check() == []

    run(work)


def test_it_adds_up_at_every_moment_of_a_race(database: Database) -> None:
    async def draw(office: Office, keys: list[Key]) -> None:
        for number in range(15):
            try:
                job = await office.admit(keys[number % len(keys)], Spend(1, 50, 500))
            except BudgetSpent:
                continue
            await (office.complete(job, tokens=number * 9) if number % 4 else office.fail(job))

    async def look(office: Office) -> None:
        while True:
            assert await office.book.check() == []
            await asyncio.sleep(0.01)

    async def work() -> None:
        async with _open_two(database) as offices:
            keys = [
                await offices[0].make_key("50pictures/day", "1usd/month"),
                await offices[0].make_key("2000tokens"),
                await offices[0].make_key(),
            ]
            looking = asyncio.create_task(look(offices[1]))
            await asyncio.gather(*(draw(offices[number % 2], keys) for number in range(16)))
            assert not looking.done()
            looking.cancel()
            assert await offices[0].book.check() == []

    run(work)

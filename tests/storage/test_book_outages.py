"""A database that crashes in the middle of everything: what was promised holds, and nothing stays reserved."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy import func, select

from books import Office, run
from databases import PostgresServer
from pinxit.core.archive import Key
from pinxit.core.errors import StorageFailed
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
from pinxit.storage.tables import jobs, ledger

_CRASHES = 3


async def _insist(work: Callable[[], Coroutine[Any, Any, bool]]) -> bool:
    while True:
        try:
            return await work()
        except StorageFailed:
            await asyncio.sleep(0.02)


async def _draw(office: Office, key: Key, done: set[str], stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            job = await office.admit(key)
        except StorageFailed:
            await asyncio.sleep(0.02)
            continue
        if await _insist(lambda job=job: office.complete(job)):  # type: ignore[misc]
            done.add(job.id)


def test_a_database_that_crashes_again_and_again_loses_no_charge_and_keeps_no_reservation(
    own_postgres: PostgresServer,
) -> None:
    url = own_postgres.make_database()

    async def work() -> None:
        database, beside = Database(url), Database(url)
        await upgrade(database)
        offices = [Office(database), Office(beside)]
        key = await offices[0].make_key("1000000pictures/day", "1000usd")
        done: set[str] = set()
        stop = asyncio.Event()
        drawing = [asyncio.create_task(_draw(offices[number % 2], key, done, stop)) for number in range(12)]
        for _ in range(_CRASHES):
            await asyncio.sleep(0.7)
            await asyncio.to_thread(own_postgres.stop, signal.SIGQUIT)
            await asyncio.to_thread(own_postgres.start)
        await asyncio.sleep(0.7)
        stop.set()
        await asyncio.gather(*drawing)
        for office in offices:
            assert await office.book.adopt() == []
        assert await offices[0].book.check() == []
        states = await database.read(
            lambda connection: connection.execute(select(jobs.c.state, func.count()).group_by(jobs.c.state)).all()
        )
        counts = dict(map(tuple, states))
        assert counts.keys() <= {"completed", "failed"}
        charged = select(ledger.c.job).where(ledger.c.outcome == "made")
        assert set(await database.read(lambda connection: connection.execute(charged).scalars().all())) == done
        assert len(done) > _CRASHES
        await database.close()
        await beside.close()

    run(work)

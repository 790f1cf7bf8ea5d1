from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text, update

from databases import PostgresServer
from pinxit.core.errors import InvalidRequest, StorageAway, StorageFailed
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
from pinxit.storage.tables import counters, servers

_DIE = """
import asyncio, os, signal, sys
from sqlalchemy import text
from pinxit.storage.database import Database
async def run():
    database = Database(sys.argv[1])
    add = text("UPDATE counters SET spent_pictures = spent_pictures + 1")
    for _ in range(20):
        await database.write(lambda connection: connection.execute(add) and None, lazy=bool(int(sys.argv[2])))
    os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(run())
"""
_Work = Callable[[Connection], Any]


def _count(connection: Connection) -> int:
    """One more on a counter: shows how often a transaction was committed."""
    connection.execute(update(counters).values(spent_pictures=counters.c.spent_pictures + 1))
    return int(connection.execute(select(counters.c.spent_pictures)).scalar_one())


def _make_counter(connection: Connection) -> None:
    zeros = {column.name: 0 for column in counters.columns if column.name not in {"key", "period"}}
    connection.execute(insert(counters), {"key": "k", "period": "ever", **zeros})


def _read_counter(connection: Connection) -> int:
    return int(connection.execute(select(counters.c.spent_pictures)).scalar_one())


def _refuse(connection: Connection) -> None:
    _count(connection)
    raise InvalidRequest("no")


def _break_statement(connection: Connection) -> None:
    _count(connection)
    connection.execute(insert(servers), {"id": None, "started": 0, "seen": 0})


def _make_servers(connection: Connection) -> None:
    connection.execute(insert(servers), [{"id": name, "started": 0, "seen": 0} for name in "ab"])


def _see(connection: Connection, name: str) -> None:
    connection.execute(update(servers).where(servers.c.id == name).values(seen=servers.c.seen + 1))


def _read_seen(connection: Connection) -> list[float]:
    return list(connection.execute(select(servers.c.seen)).scalars())


async def _run_all(database: Database, works: list[_Work]) -> list[Any]:
    return await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)


def test_what_a_transaction_raises_undoes_it_alone(database: Database) -> None:
    async def run() -> None:
        await database.write(_make_counter)
        answers = await _run_all(database, [_count, _refuse] * 50)
        assert [type(answer) for answer in answers] == [int, InvalidRequest] * 50
        assert await database.read(_read_counter) == 50

    asyncio.run(run())


def test_a_statement_that_fails_fails_its_transaction_alone_and_nothing_is_committed_twice(database: Database) -> None:
    async def run() -> None:
        await database.write(_make_counter)
        answers = await _run_all(database, [_count, _break_statement, _count] * 40)
        assert [type(answer) for answer in answers] == [int, StorageFailed, int] * 40
        assert await database.read(_read_counter) == 80

    asyncio.run(run())


def test_a_batch_that_cannot_be_committed_is_run_one_by_one_and_each_once(database: Database) -> None:
    def give_up(connection: Connection) -> None:
        _count(connection)
        connection.connection.rollback()  # as SQLite does by itself where the disk is full
        raise InvalidRequest("no")

    async def run() -> None:
        await database.write(_make_counter)
        answers = await _run_all(database, [_count, give_up, _count] * 10)
        assert [type(answer) for answer in answers] == [int, InvalidRequest, int] * 10
        assert await database.read(_read_counter) == 20

    asyncio.run(run())


def test_a_transaction_that_fails_at_its_very_end_takes_no_other_with_it(database: Database) -> None:
    def make(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE parents (id INTEGER PRIMARY KEY)"))
        deferred = "INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED"
        connection.execute(text(f"CREATE TABLE children (parent {deferred})"))
        _make_counter(connection)

    def lose_parent(connection: Connection) -> None:
        _count(connection)
        connection.execute(text("INSERT INTO children VALUES (1)"))

    async def run() -> None:
        await database.write(make)
        answers = await _run_all(database, [_count, lose_parent, _count] * 10)
        assert [type(answer) for answer in answers] == [int, StorageFailed, int] * 10
        assert await database.read(_read_counter) == 20

    asyncio.run(run())


@pytest.mark.parametrize("lazy", [False, True], ids=["at once", "lazily"])
def test_what_was_written_outlives_a_killed_program(database: Database, database_url: str, lazy: bool) -> None:
    asyncio.run(database.write(_make_counter))
    assert subprocess.run([sys.executable, "-c", _DIE, database_url, str(int(lazy))], check=False).returncode == -9
    assert asyncio.run(database.read(_read_counter)) == 20


def test_only_lazy_transactions_leave_the_disk_to_later(tmp_path: Path) -> None:
    def ask(connection: Connection) -> int:
        return int(connection.execute(text("PRAGMA synchronous")).scalar_one())

    async def run() -> None:
        database = Database(tmp_path / "pinxit.db")
        normal, full = 1, 2
        assert await database.write(ask) == full
        assert await database.write(ask, lazy=True) == normal
        assert await database.write(ask) == full
        await asyncio.to_thread(database.engine.dispose)
        assert await database.write(ask) == full
        await database.close()

    asyncio.run(run())


def test_a_bug_in_a_transaction_is_told_and_leaves_the_threads_at_work(database: Database) -> None:
    def stop(connection: Connection) -> None:
        next(iter(()))

    def leave(connection: Connection) -> None:
        sys.exit(3)

    async def run() -> None:
        await database.write(_make_counter)
        answers = await asyncio.wait_for(_run_all(database, [stop, leave, _count] * 5), 30)
        assert [type(answer) for answer in answers] == [RuntimeError, RuntimeError, int] * 5
        assert await database.read(_read_counter) == 5

    asyncio.run(run())


def test_what_was_handed_in_is_done_before_the_database_is_closed(database: Database, database_url: str) -> None:
    async def run() -> None:
        await database.write(_make_counter)
        waiting = [asyncio.ensure_future(database.write(_count)) for _ in range(200)]
        await asyncio.sleep(0)
        await asyncio.gather(database.close(), database.close())
        assert sorted(await asyncio.gather(*waiting)) == list(range(1, 201))
        with pytest.raises(StorageAway):
            await database.write(_count)
        again = Database(database_url)
        assert await again.read(_read_counter) == 200
        await again.close()

    asyncio.run(run())


def test_whoever_stops_waiting_does_not_stop_the_transaction(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        begun.set()
        go_on.wait(30)
        _count(connection)

    async def run() -> None:
        await database.write(_make_counter)
        task = asyncio.ensure_future(database.write(work))
        await asyncio.to_thread(begun.wait, 30)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        go_on.set()
        await database.close()

    asyncio.run(run())
    with database.engine.connect() as connection, connection.begin():
        assert _read_counter(connection) == 1


def test_a_note_that_is_not_written_is_told_in_the_log(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        await database.write(_make_counter)
        database.write_later(_refuse)
        await database.close()

    asyncio.run(run())
    assert "A note was not written: no" in caplog.text


def test_transactions_that_collide_are_run_again(postgres: PostgresServer) -> None:
    url = postgres.make_database()
    barrier = threading.Barrier(2)

    def cross(first: str, second: str) -> _Work:
        tries: list[int] = []

        def work(connection: Connection) -> None:
            tries.append(1)
            _see(connection, first)
            if len(tries) == 1:
                barrier.wait(30)  # each holds now what the other wants
            _see(connection, second)

        return work

    async def run() -> None:
        database = Database(url)
        await upgrade(database)
        await database.write(_make_servers)
        await asyncio.gather(database.write(cross("a", "b")), database.write(cross("b", "a")))
        assert await database.read(_read_seen) == [2, 2]
        await database.close()

    asyncio.run(run())
    postgres.drop_database(url)

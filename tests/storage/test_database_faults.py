from __future__ import annotations

import asyncio
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text

from databases import PostgresServer
from pinxit.core.errors import ConfigurationError, InvalidRequest, StorageAway, StorageFailed
from pinxit.storage import connections
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
from pinxit.storage.tables import servers, webhooks

_SECRET = "whsec_never-to-be-seen"


_WRITE_ON = """
import asyncio, sys
from sqlalchemy import text
from pinxit.storage.database import Database
_ADD = text("UPDATE servers SET seen = seen + 1")
async def run():
    database = Database(sys.argv[1])
    async def add(number):
        while True:
            await database.write(lambda connection: connection.execute(_ADD) and None, lazy=number % 2 == 0)
            print("+", end="", flush=True)
    await asyncio.gather(*(add(number) for number in range(8)))
asyncio.run(run())
"""


def _add(connection: Connection, name: str = "s", size: int = 1) -> None:
    connection.execute(insert(servers), {"id": name * size, "started": 0, "seen": 0})


def _names(connection: Connection) -> list[str]:
    return list(connection.execute(select(servers.c.id).order_by(servers.c.id)).scalars())


async def _open(url: str) -> Database:
    database = Database(url)
    await upgrade(database)
    return database


def _make_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'pinxit.db'}"


def test_a_postgres_that_was_restarted_while_nobody_asked_is_not_noticed(own_postgres: PostgresServer) -> None:
    async def run() -> None:
        database = await _open(own_postgres.make_database())
        await asyncio.gather(*(database.write(lambda c, n=n: _add(c, str(n))) for n in range(9)))  # type: ignore[misc]
        own_postgres.stop()
        own_postgres.start()
        assert len(await database.read(_names)) == 9
        await asyncio.gather(*(database.write(lambda c, n=n: _add(c, f"b{n}")) for n in range(9)))  # type: ignore[misc]
        assert len(await database.read(_names)) == 18
        await database.close()

    asyncio.run(run())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
def test_a_postgres_that_goes_in_the_middle_is_told_and_works_again_when_it_is_back(
    own_postgres: PostgresServer, how: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(connection: Connection) -> None:
        _add(connection, "lost")
        begun.set()
        go_on.wait(30)
        _add(connection, "lost too")

    async def run() -> None:
        database = await _open(own_postgres.make_database())
        task = asyncio.ensure_future(database.write(work))
        await asyncio.to_thread(begun.wait, 30)
        own_postgres.stop(how)
        go_on.set()
        for asked in (task, database.write(_add), database.read(_names), database.write(_add)):
            with pytest.raises(StorageAway):
                await asked
        assert caplog.text.count("The database failed") == 1  # not once for each request
        own_postgres.start()
        await database.write(_add)
        assert await database.read(_names) == ["s"]
        assert "can be reached again" in caplog.text
        await database.close()

    asyncio.run(run())


def test_a_database_that_does_not_answer_is_not_waited_for_by_everybody_in_turn() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=100)
    accepted = []

    def accept() -> None:
        with suppress(OSError):
            while True:
                accepted.append(listener.accept()[0])  # and says nothing

    async def run() -> None:
        database = Database(f"postgresql://me@127.0.0.1:{listener.getsockname()[1]}/name?connect_timeout=2")
        answers = await asyncio.gather(*(database.write(_add) for _ in range(60)), return_exceptions=True)
        assert {type(answer) for answer in answers} == {StorageAway}
        assert len(accepted) < 40
        await database.close()

    thread = threading.Thread(target=accept)
    thread.start()
    asyncio.run(run())
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()
    for connection in accepted:
        connection.close()


def test_a_database_that_another_program_holds_is_away_for_all_after_one_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", 1500)

    async def run() -> None:
        database = await _open(_make_url(tmp_path))
        other = sqlite3.connect(tmp_path / "pinxit.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        first = asyncio.ensure_future(database.write(lambda c: _add(c, "0")))
        await asyncio.sleep(0.1)  # it waits alone, the others as one batch behind it
        works = [database.write(lambda c, n=n: _add(c, str(n))) for n in range(1, 30)]  # type: ignore[misc]
        begun = time.monotonic()
        answers = await asyncio.gather(first, *works, return_exceptions=True)
        assert {type(answer) for answer in answers} == {StorageAway}
        assert time.monotonic() - begun < 30  # each by itself would take 45 s
        assert await database.read(_names) == []  # readers do not wait for writers
        other.execute("ROLLBACK")
        other.close()
        await asyncio.sleep(2.5)
        await database.write(_add)
        assert await database.read(_names) == ["s"]
        await database.close()

    asyncio.run(run())


def test_programs_that_are_killed_at_any_moment_lose_nothing_that_was_written(
    database: Database, database_url: str
) -> None:
    asyncio.run(database.write(_add))
    command = [sys.executable, "-c", _WRITE_ON, database_url]
    said = 0
    for number in range(4):
        pair = [
            subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)
        ]  # they also write against each other
        for process in pair:
            assert process.stdout is not None
            assert process.stdout.read(1) == b"+"
        time.sleep(0.03 * number)
        for process in pair:
            process.kill()
        said += sum(1 + len(process.communicate()[0]) for process in pair)
    kept = asyncio.run(database.read(lambda connection: connection.execute(select(servers.c.seen)).scalar_one()))
    assert said <= kept <= said + 4 * 2 * 8  # what was being written when they died may be there or not


def test_a_full_database_fails_what_does_not_fit_and_keeps_the_rest(tmp_path: Path) -> None:
    async def run() -> None:
        database = await _open(_make_url(tmp_path))

        def limit(connection: Connection) -> None:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()
            connection.execute(text(f"PRAGMA max_page_count = {pages + 5}"))

        await database.write(limit)
        works = [lambda c, n=n: _add(c, f"{n:02}", 1 if n % 2 else 50_000) for n in range(20)]
        answers = await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)
        assert [type(answer) for answer in answers] == [StorageFailed, type(None)] * 10
        assert not any(isinstance(answer, StorageAway) for answer in answers)
        assert await database.read(_names) == [f"{n:02}" for n in range(1, 20, 2)]
        await database.close()

    asyncio.run(run())


def test_work_that_goes_on_although_sqlite_gave_up_is_not_believed(tmp_path: Path) -> None:
    def work(connection: Connection) -> str:
        _add(connection, "before")
        connection.connection.rollback()  # what SQLite may do where the disk is full
        return "done"

    async def run() -> None:
        database = await _open(_make_url(tmp_path))
        with pytest.raises(StorageFailed):
            await database.write(work)
        assert await database.read(_names) == []
        await database.close()

    asyncio.run(run())


@contextmanager
def _mount(folder: Path, size: str) -> Iterator[Path]:
    """A small disk of its own. Skips where this user may not mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command, check=False).returncode != 0:
        pytest.skip("a small disk can only be mounted by Linux's root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_loses_nothing_and_works_again_when_there_is_room(tmp_path: Path) -> None:
    async def run(disk: Path) -> None:
        database = await _open(_make_url(disk))
        await database.write(_add)
        filler = disk / "filler"
        filler.write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
        works = [database.write(lambda c, n=n: _add(c, f"{n:03}", 3000)) for n in range(40)]  # type: ignore[misc]
        answers = await asyncio.gather(*works, return_exceptions=True)
        failed = [answer for answer in answers if answer is not None]
        assert failed
        assert {type(answer) for answer in failed} == {StorageFailed}
        assert len(await database.read(_names)) == 1 + answers.count(None)
        filler.unlink()
        await database.write(lambda c: _add(c, "t"))
        assert len(await database.read(_names)) == 2 + answers.count(None)
        await database.close()
        again = Database(_make_url(disk))
        assert len(await again.read(_names)) == 2 + answers.count(None)
        await again.close()

    with _mount(tmp_path / "disk", "2m") as disk:
        asyncio.run(run(disk))


def test_a_disk_that_cannot_be_written_any_more_is_told(tmp_path: Path) -> None:
    async def run(disk: Path) -> None:
        database = await _open(_make_url(disk))
        await database.write(_add)
        await database.close()
        await asyncio.to_thread(subprocess.run, ["mount", "-o", "remount,ro", str(disk)], check=True)
        database = Database(_make_url(disk))
        with pytest.raises(StorageFailed) as caught:
            await database.write(lambda c: _add(c, "t"))
        assert not isinstance(caught.value, StorageAway)
        with pytest.raises(ConfigurationError, match=str(disk)):
            await upgrade(database)
        await database.close()

    with _mount(tmp_path / "disk", "2m") as disk:
        asyncio.run(run(disk))


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_file_that_is_gone_takes_no_more_changes(tmp_path: Path, how: str) -> None:
    async def run() -> None:
        database = await _open(_make_url(tmp_path))
        await database.write(_add)
        path = tmp_path / "pinxit.db"
        path.rename(tmp_path / "away.db")
        if how == "replaced":
            path.write_bytes((tmp_path / "away.db").read_bytes())
        for asked in (database.write(lambda c: _add(c, "t")), database.read(_names)):
            with pytest.raises(StorageFailed, match="removed or replaced"):
                await asked
        assert path.exists() == (how == "replaced")  # and makes no empty one
        (tmp_path / "away.db").rename(path)
        await database.write(lambda c: _add(c, "t"))
        assert await database.read(_names) == ["s", "t"]
        await database.close()

    asyncio.run(run())


def test_values_of_rows_get_neither_into_the_log_nor_into_errors(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    row: dict[str, Any] = {"id": "w", "key": "k", "url": None, "secret": _SECRET, "events": "[]", "created": 1.0}

    async def run() -> None:
        with pytest.raises(StorageFailed) as caught:
            await database.write(lambda connection: connection.execute(insert(webhooks), row) and None)
        assert "webhooks" not in caught.value.message
        assert "webhooks" in "".join(caught.value.__notes__)
        assert _SECRET not in "".join(caught.value.__notes__)

    asyncio.run(run())
    assert "webhooks" in caplog.text
    assert _SECRET not in caplog.text


_WRONG = {
    "a path": "/var/lib/pinxit.db",
    "nothing of the kind": "database",
    "another database": "mysql://root:hunter2@host/name",
    "an unknown one": "foo://root:hunter2@host/name",
    "a port that is none": "postgresql://me:hunter2@host:port/name",
    "a port that cannot be": "postgresql://me:hunter2@127.0.0.1:99999/name",
    "a password with an @": "postgresql://me:hunt@hunter2@host/name",
    "options of SQLite": "sqlite:///pinxit.db?password=hunter2",
    "nobody there": "postgresql://me:hunter2@127.0.0.1:1/name",
    "an unknown option": "postgresql://me:hunter2@127.0.0.1:1/name?colour=hunter2",
    "a folder that cannot be": "sqlite:////dev/null/folder/pinxit.db",
    "a folder as a file": "sqlite:////dev",
}


@pytest.mark.parametrize("url", _WRONG.values(), ids=_WRONG.keys())
def test_a_wrong_setting_is_named_without_its_password(url: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ConfigurationError) as caught:
        asyncio.run(_open(url))
    assert "PINXIT_DATABASE" in caught.value.message or "/dev" in caught.value.message
    assert "hunter2" not in caught.value.message + caplog.text


def test_a_file_of_something_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "pinxit.db").write_bytes(b"not a database" * 100)
    with pytest.raises(ConfigurationError, match=r"pinxit\.db"):
        asyncio.run(_open(_make_url(tmp_path)))
    assert (tmp_path / "pinxit.db").read_bytes() == b"not a database" * 100


def test_the_wrong_password_database_or_user_of_postgres_is_said(postgres: PostgresServer) -> None:
    url = postgres.make_database()
    for wrong in (url.replace("test_", "no_such_"), url.replace("postgres@", "nobody:hunter2@")):
        with pytest.raises(ConfigurationError, match="does not exist") as caught:
            asyncio.run(_open(wrong))
        assert "hunter2" not in caught.value.message
    postgres.drop_database(url)


@pytest.mark.parametrize("driver", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg2"])
def test_any_name_of_postgres_in_the_url_is_understood(postgres: PostgresServer, driver: str) -> None:
    url = postgres.make_database()
    database = asyncio.run(_open(url.replace("postgresql:", f"{driver}:")))
    assert asyncio.run(database.read(_names)) == []
    asyncio.run(database.close())
    postgres.drop_database(url)


def test_a_refusal_of_the_work_itself_is_no_fault(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    def refuse(connection: Connection) -> None:
        raise InvalidRequest("no")

    with pytest.raises(InvalidRequest):
        asyncio.run(database.write(refuse))
    assert not caplog.records

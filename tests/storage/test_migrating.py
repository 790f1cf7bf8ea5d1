from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text

from pinxit.core.errors import ConfigurationError, StorageFailed
from pinxit.storage.database import Database
from pinxit.storage.migrating import check, find_head, upgrade
from pinxit.storage.tables import ledger

_START = """
import asyncio, sys
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
async def run():
    database = Database(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    print(await upgrade(database), "alembic" in sys.modules)
    await database.close()
asyncio.run(run())
"""
_LINE = {
    "at": 1.0,
    "day": "2026-11-22",
    "key": "k",
    "route": "images",
    "model": "m",
    "engine": "e",
    "outcome": "made",
    "pictures": 1,
    "tokens": 2,
    "cost": 3,
    "seconds": 0.5,
}


def _execute(database: Database, *statements: str) -> None:
    def work(connection: Connection) -> None:
        for statement in statements:
            connection.execute(text(statement))

    asyncio.run(database.write(work))


def _add_line(database: Database) -> None:
    def work(connection: Connection) -> None:
        connection.execute(insert(ledger), _LINE)

    asyncio.run(database.write(work))


def test_a_database_is_brought_to_the_newest_schema_once(database_url: str) -> None:
    async def run() -> None:
        opened = Database(database_url)
        assert await upgrade(opened)
        assert not await upgrade(opened)
        assert await check(opened) == []
        await opened.close()

    asyncio.run(run())


def test_a_database_in_memory_gets_its_schema_too() -> None:
    async def run() -> None:
        opened = Database("sqlite://")
        assert await upgrade(opened)
        assert await check(opened) == []
        await opened.close()

    asyncio.run(run())


def test_servers_that_start_at_the_same_time_make_the_schema_once(database_url: str) -> None:
    command = [sys.executable, "-c", _START, database_url]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(5)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * 5
    assert sorted(first for first, _ in said) == ["False"] * 4 + ["True"]
    opened = Database(database_url)
    assert asyncio.run(check(opened)) == []
    asyncio.run(opened.close())


def test_a_server_that_finds_its_schema_does_not_load_alembic(database: Database, database_url: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", _START, database_url], input="\n", capture_output=True, text=True, check=True
    )
    assert found.stdout.splitlines()[-1] == "False False"


@pytest.mark.parametrize("statement", ["UPDATE ledger SET cost = 0", "DELETE FROM ledger"])
def test_a_line_of_the_ledger_is_there_for_ever(database: Database, statement: str) -> None:
    _add_line(database)
    with pytest.raises(StorageFailed) as caught:
        _execute(database, statement)
    assert "append-only" in "".join(caught.value.__notes__)
    left = asyncio.run(database.read(lambda connection: connection.execute(text("SELECT cost FROM ledger")).all()))
    assert [tuple(row) for row in left] == [(3,)]


def test_the_ledger_cannot_be_emptied_as_a_whole_either(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(StorageFailed):
        _execute(database, "TRUNCATE ledger")


def test_a_database_of_a_newer_program_is_left_alone(database: Database) -> None:
    _execute(database, "UPDATE alembic_version SET version_num = '9999'")
    for work in (upgrade, check):
        with pytest.raises(ConfigurationError, match="newer pinxit"):
            asyncio.run(work(database))


def test_a_database_of_another_program_is_left_alone(database_url: str) -> None:
    opened = Database(database_url)
    _execute(opened, "CREATE TABLE customers (id INTEGER)")
    with pytest.raises(ConfigurationError, match="one of its own"):
        asyncio.run(upgrade(opened))
    _execute(opened, "CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('1975ea')")
    with pytest.raises(ConfigurationError, match="one of its own"):
        asyncio.run(upgrade(opened))
    asyncio.run(opened.close())


def test_an_empty_database_is_told_what_to_do(database_url: str) -> None:
    opened = Database(database_url)
    said = asyncio.run(check(opened))
    asyncio.run(opened.close())
    assert len(said) == 1
    assert "pinxit db upgrade" in said[0]


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE jobs ADD COLUMN colour TEXT",
        "ALTER TABLE jobs DROP COLUMN failure",
        "DROP INDEX ix_jobs_ended",
        "DROP TABLE files",
    ],
)
def test_a_schema_that_was_changed_by_hand_is_told(database: Database, change: str) -> None:
    _execute(database, change)
    said = asyncio.run(check(database))
    assert said
    assert all("is not as pinxit made it" in sentence for sentence in said)
    assert change.split()[-2] in said[0] or change.rsplit(maxsplit=1)[-1] in said[0]


def test_a_ledger_without_its_guard_is_told(database: Database) -> None:
    gone = "DROP TRIGGER ledger_refuses_update" if database.is_sqlite else "ALTER TABLE ledger DISABLE TRIGGER ALL"
    _execute(database, gone)
    assert any("can be rewritten" in sentence for sentence in asyncio.run(check(database)))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pinxit.db"
    opened = Database(f"sqlite:///{path}")
    asyncio.run(upgrade(opened))
    for _ in range(200):
        _add_line(opened)
    asyncio.run(opened.close())
    content = bytearray(path.read_bytes())
    content[-8192:-4096] = bytes(4096)
    path.write_bytes(content)
    opened = Database(f"sqlite:///{path}")
    assert any("damaged" in said or "malformed" in said for said in asyncio.run(check(opened)))
    asyncio.run(opened.close())


def test_migrations_are_numbered_without_gaps_and_are_in_the_package() -> None:
    import pinxit.storage.migrations as package

    names = sorted(path.name for path in (Path(package.__path__[0]) / "versions").glob("[0-9]*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert names[-1].startswith(find_head())

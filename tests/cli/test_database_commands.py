from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text

from databases import PostgresServer, find_programs
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
from pinxit.storage.tables import counters, servers


def _run(url: str | Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PINXIT_")}
    environment |= {"PINXIT_DATA": str(url)} if isinstance(url, Path) else {"PINXIT_DATABASE": url}
    command = [sys.executable, "-m", "pinxit", "db", *arguments]
    return subprocess.run(command, env=environment | variables, capture_output=True, text=True, check=False)


def _execute(url: str, statement: str) -> None:
    async def run() -> None:
        database = Database(url)
        await database.write(lambda connection: connection.execute(text(statement)) and None)
        await database.close()

    asyncio.run(run())


def _add_server(connection: Connection, name: str) -> None:
    connection.execute(insert(servers), {"id": name, "started": 0, "seen": 0})


def test_a_database_is_upgraded_once_and_found_sound(database_url: str) -> None:
    first, again = _run(database_url, "upgrade"), _run(database_url, "upgrade")
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "now at schema" in first.stdout
    assert "already at schema" in again.stdout
    found = _run(database_url, "check")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "sound" in found.stdout


def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    found = _run(tmp_path / "data", "check")
    assert found.returncode == 1
    assert "no database" in found.stdout
    assert not (tmp_path / "data" / "pinxit.db").exists()


def test_a_data_directory_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "50% of what? #1 @home;é"
    assert _run(folder, "upgrade").returncode == 0
    assert _run(folder, "check").returncode == 0
    assert _run(folder, "backup", str(folder / "copy?.db")).returncode == 0
    assert (folder / "pinxit.db").exists()
    assert (folder / "copy?.db").exists()


def test_an_old_schema_is_told_with_what_to_do(database_url: str) -> None:
    _execute(database_url, "CREATE TABLE alembic_version (version_num TEXT)")
    _execute(database_url, "INSERT INTO alembic_version VALUES ('0000')")
    found = _run(database_url, "check")
    assert found.returncode == 1
    assert "pinxit db upgrade" in found.stdout


def test_a_counter_that_the_ledger_does_not_bear_out_is_told(database: Database, database_url: str) -> None:
    zeros = {column.name: 0 for column in counters.columns if column.name not in {"key", "period"}}
    row = {**zeros, "key": "sk-pinxit-abc", "period": "ever", "spent_pictures": 5}
    asyncio.run(database.write(lambda connection: connection.execute(insert(counters), row) and None))
    found = _run(database_url, "check")
    assert found.returncode == 1
    assert "sk-pinxit-abc" in found.stdout


def test_a_database_that_cannot_be_reached_is_told_without_its_password() -> None:
    url = "postgresql://me:hunter2@127.0.0.1:1/name"
    for command, code in (("upgrade", 2), ("check", 1)):
        ran = _run(url, command)
        assert ran.returncode == code
        assert "Traceback" not in ran.stderr
        assert "hunter2" not in ran.stdout + ran.stderr
        assert "127.0.0.1" in ran.stdout + ran.stderr


def test_a_newer_database_is_left_alone(database_url: str) -> None:
    _run(database_url, "upgrade")
    _execute(database_url, "UPDATE alembic_version SET version_num = '9999'")
    for command in ("upgrade", "check"):
        ran = _run(database_url, command)
        assert ran.returncode == 2
        assert "newer pinxit" in ran.stderr


def test_a_backup_that_is_made_while_a_server_writes_is_whole(tmp_path: Path) -> None:
    database = Database(tmp_path / "pinxit.db")
    asyncio.run(upgrade(database))
    stop = threading.Event()
    written = 0

    async def write_pairs() -> None:
        nonlocal written

        def add_pair(connection: Connection) -> None:
            _add_server(connection, f"a{written}")
            _add_server(connection, f"b{written}")

        while not stop.is_set():
            await database.write(add_pair)
            written += 1

    writer = threading.Thread(target=lambda: asyncio.run(write_pairs()))
    writer.start()
    try:
        for number in range(3):
            before, target = written, tmp_path / f"backup-{number}.db"
            ran = _run(tmp_path, "backup", str(target))
            assert ran.returncode == 0, ran.stderr
            with closing(sqlite3.connect(target)) as copy:
                names = [row[0] for row in copy.execute("SELECT id FROM servers")]
                assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert len([name for name in names if name[0] == "a"]) * 2 == len(names) >= before * 2
            assert target.stat().st_mode & 0o777 == 0o600 or sys.platform == "win32"
    finally:
        stop.set()
        writer.join()
        asyncio.run(database.close())
    assert written
    assert len(list(tmp_path.glob("backup*"))) == 3
    assert not list(tmp_path.glob(".new-*"))


def test_a_backup_can_take_the_place_of_the_database(tmp_path: Path) -> None:
    _run(tmp_path / "one", "upgrade")
    _execute(f"sqlite:///{tmp_path / 'one' / 'pinxit.db'}", "INSERT INTO servers VALUES ('kept', 0, 0)")
    (tmp_path / "two").mkdir()
    assert _run(tmp_path / "one", "backup", str(tmp_path / "two" / "pinxit.db")).returncode == 0
    assert _run(tmp_path / "two", "check").returncode == 0
    with closing(sqlite3.connect(tmp_path / "two" / "pinxit.db")) as copy:
        assert copy.execute("SELECT id FROM servers").fetchall() == [("kept",)]


def test_a_backup_overwrites_nothing_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    _run(tmp_path / "data", "upgrade")
    there = tmp_path / "there.db"
    there.write_text("mine")
    for target in (there, tmp_path / "no" / "folder.db"):
        ran = _run(tmp_path / "data", "backup", str(target))
        assert ran.returncode == 2, ran.stderr
        assert "Traceback" not in ran.stderr
    assert there.read_text() == "mine"
    missing = _run(tmp_path / "empty", "backup", str(tmp_path / "new.db"))
    assert missing.returncode == 2
    assert not (tmp_path / "new.db").exists()
    (tmp_path / "data" / "pinxit.db").write_bytes(b"no database" * 1000)
    broken = _run(tmp_path / "data", "backup", str(tmp_path / "new.db"))
    assert broken.returncode == 1
    assert "Traceback" not in broken.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "there.db"]


def test_postgres_is_backed_up_by_pg_dump(postgres: PostgresServer, tmp_path: Path) -> None:
    url = postgres.make_database()
    _run(url, "upgrade")
    _execute(url, "INSERT INTO servers VALUES ('kept', 0, 0)")
    path = f"{find_programs()}{os.pathsep}{os.environ['PATH']}"
    target = tmp_path / "backup.dump"
    ran = _run(url.replace("postgres@", "postgres:hunter2@"), "backup", str(target), PATH=path)
    assert ran.returncode == 0, ran.stderr
    assert target.stat().st_mode & 0o777 == 0o600
    restored = postgres.make_database()
    command = ["pg_restore", "--no-password", "--dbname", restored, str(target)]
    subprocess.run(command, env=os.environ | {"PATH": path}, check=True)
    assert _run(restored, "check").returncode == 0
    with pytest.raises(RuntimeError, match="append-only"):
        _try_to_empty(restored)
    postgres.drop_database(url)
    postgres.drop_database(restored)


def _try_to_empty(url: str) -> None:
    import psycopg

    with psycopg.connect(url) as connection:
        try:
            connection.execute("TRUNCATE ledger")
        except psycopg.errors.RaiseException as error:
            raise RuntimeError(str(error)) from error


def test_without_pg_dump_the_command_to_run_is_said(tmp_path: Path) -> None:
    url = "postgresql://me:hunter2@db.example/name?sslmode=require&password=hunter2"
    ran = _run(url, "backup", str(tmp_path / "backup.dump"), PATH=str(tmp_path))
    assert ran.returncode == 2
    assert "pg_dump --format=custom" in ran.stderr
    assert "postgresql://me@db.example/name?sslmode=require" in ran.stderr
    assert "hunter2" not in ran.stderr
    assert not (tmp_path / "backup.dump").exists()

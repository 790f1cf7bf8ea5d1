"""A copy of the database that is whole, made while servers go on writing to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL

from pinxit.core.errors import ConfigurationError, StorageFailed, Unsupported
from pinxit.storage.database import Database
from pinxit.storage.files import START


def back_up(database: Database, target: Path) -> None:
    """Write the database as it is at one moment to `target`, a new file for its owner alone.

    SQLite becomes a database file, PostgreSQL what `pg_restore` reads. Raises ConfigurationError where `target` is
    there already or cannot be written, StorageFailed, and Unsupported where `pg_dump` would be needed and is missing.
    """
    if target.exists():
        raise ConfigurationError(f"{target} is there already: name a file that is not.")
    if database.path is not None:
        if not database.path.exists():
            raise ConfigurationError(f"There is no database at {database.path} to back up.")
        with _new_file(target) as file:
            _copy_file(database.path, file)
    elif database.is_sqlite:
        raise ConfigurationError("A database in memory cannot be backed up.")
    else:
        _dump(database.engine.url, target)


def _copy_file(source: Path, file: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, timeout=30)) as kept,
            closing(sqlite3.connect(file)) as copy,
        ):
            kept.backup(copy)  # in one step: it is the state of one moment, and in WAL mode no writer waits for it
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            found = [row[0] for row in copy.execute("PRAGMA quick_check(1)")]
    except sqlite3.Error as error:
        raise StorageFailed(f"The backup failed: {error}.") from error
    if found != ["ok"]:
        raise StorageFailed(f"The database is damaged, and so would its backup be: {found[0]}.")


def _dump(url: URL, target: Path) -> None:
    # libpq reads the same URLs, and the password is not for everybody's list of processes.
    password = url.password or url.query.get("password")
    plain = url.set(drivername="postgresql").difference_update_query(["password"])
    name = URL.create("postgresql", plain.username, None, plain.host, plain.port, plain.database, plain.query)
    shown = name.render_as_string(hide_password=False)
    program = shutil.which("pg_dump")
    if program is None:
        raise Unsupported(
            f"pg_dump is not on the PATH; where it is, run: pg_dump --format=custom --file={target} --dbname='{shown}'"
        )
    environment = os.environ | ({"PGPASSWORD": str(password)} if password else {})
    with _new_file(target) as file:
        command = [program, "--no-password", "--format=custom", f"--file={file}", f"--dbname={shown}"]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        if ran.returncode != 0:
            raise StorageFailed(f"pg_dump failed: {ran.stderr.strip()[:500]}")


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """A name to write to, which becomes `target` when all is well and on the disk."""
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=START)
        os.close(descriptor)
    except OSError as error:
        raise ConfigurationError(f"{target.parent} cannot be written: {error.strerror}.") from error
    file = Path(name)
    try:
        yield file
        with file.open("rb+") as written:
            os.fsync(written.fileno())
        file.rename(target)
    except OSError as error:
        raise ConfigurationError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            file.unlink()

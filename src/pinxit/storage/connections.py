"""From a URL to connections that are set up alike: SQLite's file with its pragmas, PostgreSQL with its time limits."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from pinxit.core.errors import ConfigurationError, PinxitError, StorageFailed

WRITERS = 8
"""Connections to PostgreSQL for changes; SQLite has one."""
READERS = 4
_PATIENCE = 10_000  # milliseconds that SQLite waits for another process's transaction
_WAL_SIZE = 64 * 1024 * 1024  # bytes that SQLite's log keeps on the disk once it was larger
# Without them a database whose machine lost its power holds every thread for a quarter of an hour.
_POSTGRES = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_POSTGRES_LIMITS = "SET statement_timeout = '60s'; SET lock_timeout = '20s'"
_EXAMPLES = "`postgresql://user:password@host/name` or `sqlite:////folder/pinxit.db`"


def make_engine(url: str | Path) -> Engine:
    """An engine for a URL or for SQLite's file; touches nothing yet.

    Raises ConfigurationError, which never shows a password.
    """
    if isinstance(url, Path):  # whatever its name holds that has a meaning in URLs
        return _make_sqlite(URL.create("sqlite", database=str(url)))
    try:
        parsed = make_url(url)
    except Exception:  # its text, and that of what caused it, may hold the password
        raise ConfigurationError(
            f"PINXIT_DATABASE is no URL of a database: write {_EXAMPLES}, with %40 for an @ in the password."
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _make_sqlite(parsed.set(drivername="sqlite"))
    if backend not in {"postgres", "postgresql"}:
        raise ConfigurationError(f"PINXIT_DATABASE must be SQLite or PostgreSQL, not {backend!r}: write {_EXAMPLES}.")
    if "@" in (parsed.host or ""):
        raise ConfigurationError("The password in PINXIT_DATABASE holds an @: write it as %40.")
    return _make_postgres(parsed.set(drivername="postgresql+psycopg"))


def find_file(engine: Engine) -> Path | None:
    """The file of SQLite; None for memory and for PostgreSQL."""
    name = engine.url.database
    return None if engine.dialect.name != "sqlite" or _is_memory(name) else Path(name or "")


def describe(engine: Engine) -> str:
    """Which database it is, for messages: without user, password and options."""
    path = find_file(engine)
    if path is not None:
        return str(path)
    url = engine.url
    port = f":{url.port}" if url.port else ""
    return f"{url.database or ''} at {url.host or 'this machine'}{port}" if url.drivername != "sqlite" else "in memory"


class FileWatch:
    """Sees to it that SQLite's file is the one that was opened first.

    A file that was deleted takes every change to the last connection without a word, and loses all with it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._first: tuple[int, int] | None = None

    def check(self) -> None:
        """Make the file where this is the first call, for its owner alone. Raises StorageFailed."""
        if self._first is None:
            with suppress(OSError):  # SQLite itself says better what is wrong
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
                self._first = self._look()
            return
        if self._look() != self._first:
            raise StorageFailed("The server's database file was removed or replaced: start the server again.")

    def _look(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _is_memory(name: str | None) -> bool:
    return name in {None, "", ":memory:"}


def _make_sqlite(url: URL) -> Engine:
    if (url.database or "").startswith("file:") or url.query:
        raise ConfigurationError(f"PINXIT_DATABASE names SQLite's file without options: write {_EXAMPLES}.")
    options: dict[str, Any] = {"poolclass": StaticPool} if _is_memory(url.database) else {"pool_size": READERS + 1}
    if not _is_memory(url.database):
        url = url.set(database=str(Path(url.database or "").absolute()))
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_postgres(url: URL) -> Engine:
    limits = {name: value for name, value in _POSTGRES.items() if name not in url.query}
    try:
        engine = create_engine(
            url,
            connect_args=limits,
            hide_parameters=True,  # they hold prompts
            pool_size=WRITERS + READERS,
            pool_pre_ping=True,  # a connection that the server gave up while it was idle is replaced, not handed out
            pool_timeout=10,
        )
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"{error.name} is not installed: `pip install 'pinxit[postgres]'`.") from error
    except PinxitError:
        raise
    except Exception:
        raise ConfigurationError(f"PINXIT_DATABASE is no URL of a database: write {_EXAMPLES}.") from None
    event.listen(engine, "connect", _prepare_postgres)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # the driver begins no transactions of its own; we say when
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_SIZE}")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads first and writes later would else collide instead of wait.
    options = connection.get_execution_options()
    kind = options.get("pinxit_begin", "IMMEDIATE")
    if kind == "IMMEDIATE":
        # With less than FULL, a power cut may take back what was promised.
        _tell_driver(connection, f"PRAGMA synchronous = {'NORMAL' if options.get('pinxit_lazy') else 'FULL'}")
    _tell_driver(connection, f"BEGIN {kind}")


def _tell_driver(connection: Connection, statement: str) -> None:
    """Run a statement without what SQLAlchemy does around one, which takes ten times as long as these do.

    Raises as any other statement does.
    """
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  (this is about SQLite)
    try:
        driver.execute(statement)
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            statement, None, error, sqlite3.Error, hide_parameters=True, dialect=connection.dialect
        ) from error


def _prepare_postgres(connection: Any, record: object) -> None:
    connection.execute(_POSTGRES_LIMITS)
    connection.commit()


def lift_limits(connection: Connection) -> None:
    """Let this transaction take its time: it looks at, or changes, all there is."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")

"""Bringing a database's schema up to this program's, and looking whether it is sound."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from pinxit.core.errors import ConfigurationError, StorageFailed
from pinxit.storage.connections import describe, lift_limits
from pinxit.storage.database import Database
from pinxit.storage.locks import hold_lock

_STEPS = Path(__file__).parent / "migrations"
_LOCK = 0x70696E786974  # "pinxit", PostgreSQL's number of the lock
_TRIGGERS = 2
_ALEMBIC = threading.Lock()  # its context is one for the whole process


async def upgrade(database: Database) -> bool:
    """Bring the schema up to this program's, whoever else does so now; tells whether there was something to do.

    Makes the file of SQLite. Raises ConfigurationError where the database cannot be used, says why, or where a newer
    program, or another one, made it.
    """
    async with _hold(database):
        try:
            if await database.read(_read_version) == find_head():
                return False
            return await database.write(_bring_up)
        except StorageFailed as error:
            raise ConfigurationError(
                f"The database of PINXIT_DATABASE ({describe(database.engine)}) cannot be used: {_say_why(error)}."
            ) from error


async def check(database: Database) -> list[str]:
    """What is wrong with the database, in sentences: out of reach, an old schema, one changed by hand, a damaged file.

    Raises ConfigurationError where a newer program, or another one, made the database.
    """
    try:
        return await database.read(_examine)
    except StorageFailed as error:
        return [f"The database ({describe(database.engine)}) cannot be read: {_say_why(error)}."]


def find_head() -> str:
    """The version of the schema that this program works with: the number of the last migration."""
    return max(path.name[:4] for path in (_STEPS / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


@asynccontextmanager
async def _hold(database: Database) -> AsyncIterator[None]:
    """For a file, others wait here and not for SQLite's own lock, which they would give up."""
    if database.path is None:
        yield
        return
    database.make_folder()
    lock = hold_lock(database.path.with_name(f"{database.path.name}.lock"))
    await asyncio.to_thread(lock.__enter__)
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def _say_why(error: StorageFailed) -> str:
    return str((*getattr(error, "__notes__", ()), error.message)[0]).rstrip(".")


def _bring_up(connection: Connection) -> bool:
    lift_limits(connection)
    if connection.dialect.name == "postgresql":
        # Freed with the end of the transaction, also that of a server that dies.
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    if _read_version(connection) == find_head():
        return False
    # Alembic takes a fifth of a second to import, and most starts have nothing to apply.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _ALEMBIC:
        command.upgrade(config, "head")
    return True


def _examine(connection: Connection) -> list[str]:
    lift_limits(connection)
    version = _read_version(connection)
    if version != find_head():
        where = "has no schema yet" if version is None else f"is at version {version}, not {find_head()}"
        return [f"The database {where}: `pinxit db upgrade` brings it there."]
    found = [*_compare(connection), *_check_ledger(connection)]
    return [*found, *_check_file(connection)] if connection.dialect.name == "sqlite" else found


def _read_version(connection: Connection) -> str | None:
    """The schema's version, None for an empty database. Raises ConfigurationError for one that is not ours."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names:
            raise ConfigurationError(
                "The database of PINXIT_DATABASE holds another program's tables; give pinxit one of its own."
            )
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version is not None and not (len(version) == 4 and version.isdigit()):
        raise ConfigurationError(
            "The database of PINXIT_DATABASE belongs to another program; give pinxit one of its own."
        )
    if version is not None and version > find_head():
        raise ConfigurationError(
            f"The database was written by a newer pinxit (schema {version}, this one knows {find_head()}): "
            "install that version, or go back to a backup from before it."
        )
    return version


def _compare(connection: Connection) -> list[str]:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    from pinxit.storage.tables import metadata  # noqa: PLC0415

    found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    return [f"The schema is not as pinxit made it: {_describe(change)}." for change in found]


def _describe(change: object) -> str:
    """One of Alembic's differences, which say what would have to be done, as words: `add_column jobs.engine`."""
    while isinstance(change, list):
        change = change[0]
    if not isinstance(change, tuple):
        return str(change)
    verb, *things = change
    names = [getattr(thing, "name", thing) for thing in things]
    return " ".join([str(verb), ".".join(name for name in names if isinstance(name, str))])


def _check_file(connection: Connection) -> list[str]:
    found = [row[0] for row in connection.execute(text("PRAGMA integrity_check(20)")) if row[0] != "ok"]
    return [f"The database file is damaged: {line}." for line in found]


def _check_ledger(connection: Connection) -> list[str]:
    """Are the triggers there that keep the ledger from being rewritten?"""
    if connection.dialect.name == "sqlite":
        looking = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_refuses_%'"
    else:
        looking = (
            "SELECT count(*) * 2 FROM pg_trigger "
            "WHERE tgrelid = 'ledger'::regclass AND tgname = 'ledger_refuses_change' AND tgenabled <> 'D'"
        )
    if connection.execute(text(looking)).scalar() == _TRIGGERS:
        return []
    return ["The ledger can be rewritten: its triggers are gone or switched off."]

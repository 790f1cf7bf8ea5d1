"""What went wrong in a database, in our words. The driver's own text may show what is kept there."""

from __future__ import annotations

import logging

from sqlalchemy.exc import DBAPIError

from pinxit.core.errors import StorageAway, StorageFailed

_LOG = logging.getLogger("pinxit.storage")
_COLLISIONS = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock
_BUSY = {5, 6}  # SQLite: BUSY, LOCKED
_DISK = {3, 8, 10, 11, 13, 14, 26}  # SQLite: PERM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB
_POSTGRES_DISK = ("53100", "58", "XX")  # disk full, errors of the system, damaged data
# Connections, shutting down and starting up, too many of anything, cancelled by a limit of time, locks, a stand-by.
_POSTGRES_AWAY = ("08", "57", "53", "55", "25006")
_SHOWN = 300  # characters of a statement


def is_collision(error: DBAPIError) -> bool:
    """Did two transactions get into each other's way? Nothing was committed, and a second try may succeed."""
    return getattr(error.orig, "sqlstate", None) in _COLLISIONS


def translate(error: DBAPIError) -> StorageFailed:
    """StorageAway where it may be better in a moment, else StorageFailed. Only its notes say what the driver said."""
    fault = StorageFailed("The server's database refused its work; its log says why. Nothing was charged.")
    if _is_away(error):
        fault = StorageAway("The server's database cannot be reached for now; try again in a moment.")
    elif _is_disk(error):
        fault = StorageFailed("The server's disk is full or broken, so nothing can be promised; nothing was charged.")
    fault.add_note(explain(error))
    return fault


def explain(error: DBAPIError) -> str:
    """The driver's first sentence, for the log and the operator: no values of rows, no parameters."""
    diagnosis = getattr(error.orig, "diag", None)
    # PostgreSQL's details show whole rows; its first message, and SQLite's only one, name tables and columns.
    said = (diagnosis.message_primary if diagnosis is not None else None) or str(error.orig)
    code = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "sqlite_errorname", None)
    first = said.strip().splitlines()[0] if said.strip() else type(error.orig).__name__
    return f"{first} [{code}]" if code else first


def log(error: DBAPIError) -> None:
    """Write it to the log, with its statement, which holds names and no values."""
    _LOG.error("The database failed: %s (%s)", explain(error), " ".join((error.statement or "").split())[:_SHOWN])


def _is_away(error: DBAPIError) -> bool:
    if _code(error) is not None:
        return _code(error) in _BUSY
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # the driver itself: no connection
        return error.connection_invalidated or type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout"}
    return str(state) != "53100" and str(state).startswith((*_POSTGRES_AWAY, *_COLLISIONS))


def _is_disk(error: DBAPIError) -> bool:
    return _code(error) in _DISK or str(getattr(error.orig, "sqlstate", "")).startswith(_POSTGRES_DISK)


def _code(error: DBAPIError) -> int | None:
    """SQLite's primary code of the error."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF

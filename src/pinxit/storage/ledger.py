"""The ledger: lines are added, and never changed or removed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from pinxit.core.archive import Line
from pinxit.core.limits import Spend
from pinxit.storage.rows import write_line
from pinxit.storage.tables import ledger

_INSERT = insert(ledger).inline()
_SUMS = select(
    *(func.coalesce(func.sum(column), 0) for column in (ledger.c.pictures, ledger.c.tokens, ledger.c.cost))
).where(ledger.c.key == bindparam("key"))
_SUMS_OF_DAYS = _SUMS.where(ledger.c.day >= bindparam("first"), ledger.c.day <= bindparam("last"))


def add_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Write lines, in this order."""
    if lines:
        connection.execute(_INSERT, [write_line(line) for line in lines])


def sum_lines(connection: Connection, key: str, days: tuple[str, str] | None) -> Spend:
    """What a key has spent by its lines, from one day to another, both included; None: ever."""
    if days is None:
        row = connection.execute(_SUMS, {"key": key}).one()
    else:
        row = connection.execute(_SUMS_OF_DAYS, {"key": key, "first": days[0], "last": days[1]}).one()
    return Spend(*map(int, row))

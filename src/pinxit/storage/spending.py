"""What was charged for the pictures of an engine, added up from the ledger."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, func, select

from pinxit.storage.database import Database
from pinxit.storage.tables import ledger

_SURE = 60.0  # seconds after which no line with an earlier time comes any more, however slow its transaction was


@dataclass(frozen=True, slots=True)
class _Sum:
    """The lines from `since` up to the number `last` cost `cost` together, and nothing is added to them."""

    since: float
    last: int = 0
    cost: int = 0


class SqlSpending:
    """A Spending of a database. The whole window is added up once; from then on only what is new is read."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        """`now` tells Unix seconds."""
        self._database = database
        self._now = now
        self._sums: dict[str, _Sum] = {}

    async def spent(self, engine: str, since: float) -> int:
        """What was charged for pictures of `engine` since then (Unix seconds), in billionths of a dollar.

        Raises StorageFailed.
        """
        known = self._sums.get(engine)
        if known is None or known.since != since:
            known = _Sum(since)
        sure = self._now() - _SURE
        last, old, new = await self._database.read(lambda connection: _add_up(connection, engine, known, sure))
        self._sums[engine] = _Sum(since, last, known.cost + old)
        return known.cost + old + new


def _add_up(connection: Connection, engine: str, known: _Sum, sure: float) -> tuple[int, int, int]:
    """The highest number of a line that is sure, what the new ones up to it cost, and what those behind it cost."""
    wanted = and_(ledger.c.engine == engine, ledger.c.at >= known.since)
    newest = select(func.max(ledger.c.number)).where(ledger.c.number > known.last, ledger.c.at < sure)
    end = int(connection.scalar(newest) or known.last)
    sums = (
        func.coalesce(func.sum(case((and_(wanted, ledger.c.number <= end), ledger.c.cost), else_=0)), 0),
        func.coalesce(func.sum(case((and_(wanted, ledger.c.number > end), ledger.c.cost), else_=0)), 0),
    )
    old, new = connection.execute(select(*sums).where(ledger.c.number > known.last)).one()
    return end, int(old), int(new)

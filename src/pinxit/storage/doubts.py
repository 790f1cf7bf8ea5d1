"""Jobs that nobody runs and that may still hold a budget: let in unheard, or with an end that could not be written."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select

from pinxit.core.jobs import Job
from pinxit.storage.database import Database
from pinxit.storage.ending import interrupt_job
from pinxit.storage.rows import BRIEF, LIVE, read_job
from pinxit.storage.tables import jobs

_APPEARS = 60.0  # seconds in which a transaction whose connection broke may still be committed
_TOGETHER = 500


class Doubts:
    """Ends such jobs as failed, so that they neither hold a budget for ever nor are drawn for nobody."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._until: dict[str, float] = {}

    def note(self, job_id: str) -> None:
        """This job may be under way for the database, now or in a moment, and is not."""
        self._until[job_id] = time.monotonic() + _APPEARS

    async def clear(self) -> None:
        """End those that are there. Raises StorageFailed."""
        if not self._until:
            return
        asked = time.monotonic()
        names = list(self._until)
        found = await self._database.read(lambda connection: _find(connection, names))
        if found:
            now = self._clock()
            await self._database.write(lambda connection: [interrupt_job(connection, job, now) for job in found])
        ended = {job.id for job in found}
        for name in names:
            if name in ended or self._until.get(name, 0.0) < asked:
                self._until.pop(name, None)


def _find(connection: Connection, names: Sequence[str]) -> list[Job]:
    parts = [names[start : start + _TOGETHER] for start in range(0, len(names), _TOGETHER)]
    queries = (select(*BRIEF).where(LIVE, jobs.c.id.in_(part)) for part in parts)
    return [read_job(row) for query in queries for row in connection.execute(query)]

"""Which servers are alive: on one machine by locks on files, on PostgreSQL by rows that are renewed all the time."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Double, bindparam, cast, delete, extract, func, select
from sqlalchemy.dialects.postgresql import insert

from pinxit.core.errors import StorageFailed
from pinxit.storage.database import Database
from pinxit.storage.locks import try_lock
from pinxit.storage.tables import servers

_LOG = logging.getLogger("pinxit.storage")
_BEAT = 2.0  # seconds between two signs of life
_DEAD = 15.0  # seconds without one, after which a server's jobs are taken over
_FORGOTTEN = 86_400.0

# The database's clock, and not that of the transaction: clocks of servers differ, and transactions may wait.
_NOW = cast(extract("epoch", func.clock_timestamp()), Double)
_RENEW = (
    insert(servers)
    .values(id=bindparam("name"), started=_NOW, seen=_NOW)
    .on_conflict_do_update(index_elements=[servers.c.id], set_={"seen": _NOW})
)
_LEAVE = delete(servers).where(servers.c.id == bindparam("name"))
_FORGET = delete(servers).where(servers.c.seen < _NOW - _FORGOTTEN)
_ALIVE = select(servers.c.id).where(servers.c.seen >= _NOW - _DEAD)


class Servers:
    """This server among those that share a database. Its name is another one with every start."""

    def __init__(self, database: Database, name: str | None = None) -> None:
        self.name = name or f"srv_{secrets.token_hex(8)}"
        self._database = database
        # Beside the database's file, so that all who open it look in the same place. In memory there are no others.
        self._folder = None if database.path is None else database.path.parent / "servers"
        self._descriptor: int | None = None
        self._enrolled = False

    async def enroll(self) -> None:
        """Be alive for the others, before any job is this server's. Raises StorageFailed. Twice does no harm."""
        if self._enrolled:
            return
        if not self._database.is_sqlite:
            await self._database.write(self._renew)
        elif self._folder is not None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._descriptor = self._descriptor or try_lock(self._folder / self.name, make=True)
            except OSError as error:
                raise StorageFailed(f"{self._folder} cannot be written: {error.strerror}.") from error
        self._enrolled = True

    async def beat(self) -> None:
        """Give signs of life, beside the server, until cancelled."""
        while True:
            try:
                await self.enroll()
                if not self._database.is_sqlite:
                    await self._database.write(self._renew)
            except StorageFailed as error:
                _LOG.warning("no sign of life was given: %s", error.message)
            await asyncio.sleep(_BEAT)

    async def leave(self) -> None:
        """Be gone for the others. What is still this server's is theirs at once."""
        if not self._enrolled:
            return
        self._enrolled = False
        if self._descriptor is not None and self._folder is not None:
            with suppress(OSError):
                (self._folder / self.name).unlink()
            os.close(self._descriptor)
            self._descriptor = None
        elif not self._database.is_sqlite:
            with suppress(StorageFailed):
                await self._database.write(lambda connection: connection.execute(_LEAVE, {"name": self.name}))

    def find_dead(self, connection: Connection, names: Collection[str]) -> list[str]:
        """Which of these servers are dead. This one is not."""
        others = sorted(set(names) - {self.name})
        if not others:
            return []
        if not self._database.is_sqlite:
            alive = set(connection.execute(_ALIVE).scalars())
            return [name for name in others if name not in alive]
        return [name for name in others if self._folder is None or _is_dead(self._folder / name)]

    def _renew(self, connection: Connection) -> None:
        connection.execute(_RENEW, {"name": self.name})
        connection.execute(_FORGET)


def _is_dead(path: Path) -> bool:
    """Is nobody holding this server's file? What cannot be told counts as alive: its jobs are not run twice."""
    try:
        descriptor = try_lock(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    if descriptor is None:
        return False
    with suppress(OSError):
        path.unlink()
    os.close(descriptor)
    return True

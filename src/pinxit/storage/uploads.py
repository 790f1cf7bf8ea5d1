"""Which files there are, in the database; their bytes are in the archive."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, func, insert, select

from pinxit.core.batches import OPEN_STATES
from pinxit.core.errors import InvalidRequest, NotFound
from pinxit.core.filing import OUTPUT, Piece, StoredFile
from pinxit.storage.database import Database
from pinxit.storage.tables import batches, files, keys, pieces

_ROUND = 500  # files that are forgotten in one transaction


class SqlFileBook:
    """A FileBook."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def add(self, file: StoredFile, parts: Sequence[Piece], room: int) -> None:
        def work(connection: Connection) -> None:
            # One at a time for each key, so that two uploads do not both find the last free room.
            connection.execute(select(keys.c.prefix).where(keys.c.prefix == file.owner).with_for_update())
            if _measure(connection, file.owner, self._clock()) + file.size > room:
                raise InvalidRequest(
                    f"The files of this key may have {room / 2**20:,.0f} MiB together; delete some first.",
                    param="file",
                    code="no_room",
                )
            write_file(connection, file)
            append_pieces(connection, file.id, parts)

        await self._database.write(work)

    async def find(self, file_id: str, owner: str) -> StoredFile:
        def work(connection: Connection) -> StoredFile:
            return _find(connection, file_id, owner, self._clock())

        return await self._database.read(work)

    async def list_files(
        self, owner: str, *, limit: int, after: str | None = None, purpose: str | None = None, ascending: bool = False
    ) -> list[StoredFile]:
        def work(connection: Connection) -> list[StoredFile]:
            rows = select(files).where(files.c.owner == owner, files.c.expires > self._clock())
            if purpose is not None:
                rows = rows.where(files.c.purpose == purpose)
            if after is not None:
                number = _find_number(connection, after, owner)
                rows = rows.where(files.c.number > number if ascending else files.c.number < number)
            rows = rows.order_by(files.c.number if ascending else files.c.number.desc()).limit(limit)
            return [_read(row) for row in connection.execute(rows)]

        return await self._database.read(work)

    async def list_pieces(self, file_id: str) -> list[Piece]:
        def work(connection: Connection) -> list[Piece]:
            rows = select(pieces.c.kept, pieces.c.bytes).where(pieces.c.file == file_id).order_by(pieces.c.number)
            return [Piece(kept, size) for kept, size in connection.execute(rows)]

        return await self._database.read(work)

    async def measure(self, owner: str) -> int:
        return await self._database.read(lambda connection: _measure(connection, owner, self._clock()))

    async def delete(self, file_id: str, owner: str) -> None:
        def work(connection: Connection) -> None:
            _find(connection, file_id, owner, self._clock())
            if user := connection.scalar(select(batches.c.id).where(_reads(file_id))):
                raise InvalidRequest(f"The batch {user} still reads this file; cancel it first.", code="file_in_use")
            _forget(connection, [file_id])

        await self._database.write(work)

    async def forget(self, before: float) -> int:
        def work(connection: Connection) -> int:
            old = select(files.c.id).where(files.c.expires < before, ~exists().where(_reads(files.c.id)))
            ids = list(connection.scalars(old.limit(_ROUND)))
            _forget(connection, ids)
            return len(ids)

        return await self._database.write(work)


def may_be_id(name: str) -> bool:
    """Could this be an id? PostgreSQL takes no text with a zero in it, not even to look for."""
    return len(name) <= 100 and name.isascii() and name.isprintable()


def write_file(connection: Connection, file: StoredFile) -> None:
    """Write a file's row, in a transaction of the caller's."""
    connection.execute(
        insert(files).values(
            id=file.id,
            owner=file.owner,
            name=file.name,
            purpose=file.purpose,
            bytes=file.size,
            created=file.created,
            expires=file.expires,
        )
    )


def append_pieces(connection: Connection, file_id: str, parts: Sequence[Piece]) -> None:
    """Write more pieces behind those that a file has, in a transaction of the caller's."""
    if not parts:
        return
    last = connection.scalar(select(func.max(pieces.c.number)).where(pieces.c.file == file_id))
    first = 0 if last is None else last + 1
    rows = [
        {"file": file_id, "number": number, "kept": part.kept, "bytes": part.size}
        for number, part in enumerate(parts, first)
    ]
    connection.execute(insert(pieces), rows)


def _forget(connection: Connection, ids: Sequence[str]) -> None:
    connection.execute(delete(files).where(files.c.id.in_(ids)))
    connection.execute(delete(pieces).where(pieces.c.file.in_(ids)))


def _reads(file_id: Any) -> Any:
    return and_(batches.c.input_file == file_id, batches.c.state.in_([str(state) for state in OPEN_STATES]))


def _measure(connection: Connection, owner: str, now: float) -> int:
    mine = and_(files.c.owner == owner, files.c.purpose != OUTPUT, files.c.expires > now)
    return int(connection.scalar(select(func.coalesce(func.sum(files.c.bytes), 0)).where(mine)) or 0)


def _find(connection: Connection, file_id: str, owner: str, now: float) -> StoredFile:
    mine = and_(files.c.id == file_id, files.c.owner == owner, files.c.expires > now)
    row = connection.execute(select(files).where(mine)).one_or_none() if may_be_id(file_id) else None
    if row is None:
        raise NotFound(f"There is no file {file_id[:80]!r} of this key.", param="file_id")
    return _read(row)


def _find_number(connection: Connection, file_id: str, owner: str) -> int:
    look = select(files.c.number).where(files.c.id == file_id, files.c.owner == owner)
    number = connection.scalar(look) if may_be_id(file_id) else None
    if number is None:
        raise InvalidRequest(f"`after` must be the id of a file, not {file_id[:80]!r}.", param="after")
    return int(number)


def _read(row: Row[Any]) -> StoredFile:
    told = row._mapping
    return StoredFile(
        id=told["id"],
        owner=told["owner"],
        name=told["name"],
        purpose=told["purpose"],
        size=told["bytes"],
        created=told["created"],
        expires=told["expires"],
    )

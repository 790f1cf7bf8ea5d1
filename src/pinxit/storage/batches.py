"""Batches in the database: every method is one transaction, and what changes a batch looks first whose it is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, insert, select, update

from pinxit.core.batches import OPEN_STATES, Batch, BatchState, Problem, Standing, Written
from pinxit.core.errors import InvalidRequest, KeyReused, NotFound, Overloaded
from pinxit.core.filing import OUTPUT, Piece, StoredFile, make_file_id
from pinxit.core.jobs import JobState
from pinxit.storage.database import Database
from pinxit.storage.hooks import note_event
from pinxit.storage.rows import LIVE
from pinxit.storage.servers import Servers
from pinxit.storage.tables import answers, batches, files, jobs, keys
from pinxit.storage.uploads import append_pieces, may_be_id, write_file

_OPEN = batches.c.state.in_([str(state) for state in OPEN_STATES])
_OVER = jobs.c.state.in_([str(state) for state in JobState if state.over])
_UNWRITTEN = and_(_OVER, jobs.c.written.is_(None))
_MARK = update(jobs).where(jobs.c.id == bindparam("of_job")).values(written=bindparam("when"))
_LATER = 60.0  # seconds after which a key with too many batches may ask again
_ROUND = 100  # batches that are forgotten in one transaction


class SqlBatchBook:
    """A BatchBook."""

    def __init__(self, database: Database, servers: Servers, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._servers = servers
        self._clock = clock

    async def add(self, batch: Batch, most: int, since: float | None = None) -> Batch:
        def work(connection: Connection) -> Batch:
            # One at a time for each key: two tries of one request do not both find that they are the first.
            connection.execute(select(keys.c.prefix).where(keys.c.prefix == batch.owner).with_for_update())
            if earlier := _find_twin(connection, batch, since):
                return earlier
            mine = select(func.count()).select_from(batches).where(batches.c.owner == batch.owner, _OPEN)
            if connection.execute(mine).scalar_one() >= most:
                raise Overloaded(
                    f"This key has {most} batches under way; wait for one to end, or cancel one.", retry_after=_LATER
                )
            connection.execute(insert(batches).values(_write(batch)))
            return batch

        return await self._database.write(work)

    async def find(self, batch_id: str, owner: str) -> Batch:
        def work(connection: Connection) -> Batch:
            return _count_all(connection, [_find(connection, batch_id, owner)])[0]

        return await self._database.read(work)

    async def list_batches(self, owner: str, *, limit: int, after: str | None = None) -> list[Batch]:
        def work(connection: Connection) -> list[Batch]:
            rows = select(batches).where(batches.c.owner == owner)
            if after is not None:
                look = select(batches.c.number).where(batches.c.id == after, batches.c.owner == owner)
                number = connection.scalar(look) if may_be_id(after) else None
                if number is None:
                    raise InvalidRequest(f"`after` must be the id of a batch, not {after[:80]!r}.", param="after")
                rows = rows.where(batches.c.number < number)
            found = connection.execute(rows.order_by(batches.c.number.desc()).limit(limit)).all()
            return _count_all(connection, found)

        return await self._database.read(work)

    async def cancel(self, batch_id: str, owner: str, when: float) -> Batch:
        def work(connection: Connection) -> Batch:
            row = _find(connection, batch_id, owner, lock=True)
            state = BatchState(row.state)
            if state in OPEN_STATES and state is not BatchState.CANCELLING:
                times = {**json.loads(row.times), "cancelling_at": when}
                _change(connection, row.id, {"state": str(BatchState.CANCELLING), "times": json.dumps(times)})
                row = _find(connection, batch_id, owner)
            return _count_all(connection, [row])[0]

        return await self._database.write(work)

    async def claim(self, most: int, each: int) -> list[Batch]:
        await self._servers.enroll()

        def work(connection: Connection) -> list[Batch]:
            # Locked one after another in the same order: two servers that look at once do not both take one.
            rows = connection.execute(select(batches).where(_OPEN).order_by(batches.c.number).with_for_update()).all()
            dead = set(self._servers.find_dead(connection, {row.server for row in rows if row.server}))
            busy: dict[str, int] = {}
            for row in rows:
                if row.server == self._servers.name:
                    busy[row.owner] = busy.get(row.owner, 0) + 1
            taken: list[Batch] = []
            for row in rows:
                if len(taken) >= most:
                    break
                if (row.server is None or row.server in dead) and busy.get(row.owner, 0) < each:
                    busy[row.owner] = busy.get(row.owner, 0) + 1
                    _change(connection, row.id, {"server": self._servers.name})
                    taken.append(_read(_find(connection, row.id, row.owner)))
            return taken

        if not await self._database.read(_has_open):  # nothing to lock, most of the time
            return []
        return await self._database.write(work)

    async def release(self) -> None:
        mine = update(batches).where(batches.c.server == self._servers.name).values(server=None)
        await self._database.write(lambda connection: connection.execute(mine))

    async def look(self, batch_id: str) -> Standing:
        def work(connection: Connection) -> Standing:
            batch = _read(_find(connection, batch_id))
            mine = jobs.c.batch == batch_id
            # Nothing that runs is written: said, so that the index leads past those that are.
            live = select(func.count()).select_from(jobs).where(mine, jobs.c.written.is_(None), LIVE)
            under_way = connection.execute(live).scalar_one()
            done = select(func.count(), func.min(jobs.c.ended)).where(mine, _UNWRITTEN)
            number, oldest = connection.execute(done).one()
            size = connection.scalar(select(files.c.bytes).where(files.c.id == batch.output_file)) or 0
            return Standing(batch, under_way, number, oldest, size)

        return await self._database.read(work)

    async def list_answered(self, batch_id: str) -> set[int]:
        def work(connection: Connection) -> set[int]:
            written = connection.scalars(select(answers.c.line).where(answers.c.batch == batch_id))
            manners = connection.scalars(select(jobs.c.manner).where(jobs.c.batch == batch_id))
            return {*written, *map(_read_line, manners)}

        return await self._database.read(work)

    async def list_done(self, batch_id: str, limit: int) -> list[tuple[str, int | None]]:
        def work(connection: Connection) -> list[tuple[str, int | None]]:
            rows = select(jobs.c.id, jobs.c.manner, jobs.c.idempotency).where(jobs.c.batch == batch_id, _UNWRITTEN)
            found = connection.execute(rows.order_by(jobs.c.number).limit(limit)).all()
            # Whoever takes a line once more takes the name of its job, too.
            lines = {row.id: _read_line(row.manner) for row in found if row.idempotency is not None}
            told = select(answers.c.line).where(answers.c.batch == batch_id, answers.c.line.in_(lines.values()))
            known = set(connection.scalars(told))
            return [(row.id, line if (line := lines.get(row.id)) not in known else None) for row in found]

        return await self._database.read(work)

    async def list_waiting(self, batch_id: str, *, running: bool = False) -> list[str]:
        def work(connection: Connection) -> list[str]:
            which = LIVE if running else jobs.c.state == str(JobState.QUEUED)
            mine = and_(jobs.c.batch == batch_id, jobs.c.written.is_(None))
            return list(connection.scalars(select(jobs.c.id).where(mine, which)))

        return await self._database.read(work)

    async def move(self, batch: Batch, state: BatchState, when: float, total: int | None = None) -> bool:
        def work(connection: Connection) -> bool:
            row = self._hold(connection, batch)
            if row is None or row.state != str(batch.state):
                return False
            values: dict[str, Any] = {"state": str(state), "times": _add_time(row, state, when)}
            _change(connection, batch.id, values if total is None else {**values, "total": total})
            return True

        return await self._database.write(work)

    async def write(self, batch: Batch, written: Written, taken: int | None = None) -> bool:
        def work(connection: Connection) -> bool:
            row = self._hold(connection, batch)
            if row is None:
                return False
            now = self._clock()
            if written.lines:  # each once: a second time breaks the table's key, and the transaction with it
                connection.execute(insert(answers), [{"batch": batch.id, "line": line} for line in written.lines])
            drawn = [*filter(None, written.lines.values()), *written.spare]
            if drawn:
                connection.execute(_MARK, [{"of_job": job, "when": now} for job in drawn])
            terms = json.loads(row.terms)
            terms["tokens"] = [had + more for had, more in zip(terms["tokens"], written.tokens, strict=True)]
            values = {
                "terms": json.dumps(terms),
                "completed": row.completed + written.completed,
                "failed": row.failed + written.failed,
                "taken": row.taken if taken is None else max(row.taken, taken),
                "output_file": _append(connection, batch, "output", (row.output_file, written.output), now),
                "error_file": _append(connection, batch, "error", (row.error_file, written.errors), now),
            }
            _change(connection, batch.id, values)
            return True

        return await self._database.write(work)

    async def end(self, batch: Batch, state: BatchState, when: float, problems: Sequence[Problem] = ()) -> bool:
        def work(connection: Connection) -> bool:
            row = self._hold(connection, batch)
            if row is None:
                return False
            terms = json.loads(row.terms)
            mine = files.c.id.in_([name for name in (row.output_file, row.error_file) if name])
            kept = {"owner": batch.owner, "created": when, "expires": when + terms["keep"]}
            connection.execute(update(files).where(mine).values(kept))
            told = json.dumps([asdict(problem) for problem in problems]) if problems else None
            values = {"state": str(state), "times": _add_time(row, state, when), "errors": told, "server": None}
            _change(connection, batch.id, values)
            connection.execute(delete(answers).where(answers.c.batch == batch.id))
            note_event(connection, batch.owner, f"batch.{state}", {"id": batch.id}, when)
            return True

        return await self._database.write(work)

    async def forget(self, before: float) -> int:
        def work(connection: Connection) -> int:
            found = connection.execute(
                select(batches.c.id, batches.c.times).where(~_OPEN).order_by(batches.c.number).limit(_ROUND)
            ).all()
            old = [row.id for row in found if json.loads(row.times)["created_at"] < before]
            connection.execute(delete(batches).where(batches.c.id.in_(old)))
            return len(old)

        return await self._database.write(work)

    def _hold(self, connection: Connection, batch: Batch) -> Row[Any] | None:
        """The batch's row, locked until the transaction ends; None where it is closed or another server's."""
        mine = and_(batches.c.id == batch.id, batches.c.server == self._servers.name, _OPEN)
        return connection.execute(select(batches).where(mine).with_for_update()).one_or_none()


def _has_open(connection: Connection) -> bool:
    return connection.execute(select(batches.c.id).where(_OPEN).limit(1)).first() is not None


def _find_twin(connection: Connection, batch: Batch, since: float | None) -> Batch | None:
    """The batch that this one repeats. Raises KeyReused where it has the same id and other terms."""
    row = connection.execute(select(batches).where(batches.c.id == batch.id)).one_or_none()
    if row is not None:
        if _name_terms(_read(row)) != _name_terms(batch):
            raise KeyReused("This Idempotency-Key came before with another batch; send a new one.")
        return _read(row)
    if since is None:
        return None
    alike = select(batches).where(batches.c.owner == batch.owner, batches.c.input_file == batch.input_file)
    for row in connection.execute(alike.order_by(batches.c.number.desc()).limit(10)):
        earlier = _read(row)
        if _name_terms(earlier) == _name_terms(batch) and earlier.times["created_at"] >= since:
            return earlier
    return None


def _name_terms(batch: Batch) -> tuple[object, ...]:
    return batch.owner, batch.endpoint, batch.input_file, batch.keep, batch.metadata


def _append(
    connection: Connection, batch: Batch, kind: str, file: tuple[str | None, Sequence[Piece]], now: float
) -> str | None:
    """Put pieces behind a file of the batch, which is begun where there is none. Returns its id."""
    file_id, parts = file
    if not parts:
        return file_id
    size = sum(part.size for part in parts)
    if file_id is None:
        file_id = make_file_id()
        # Until the batch ends its files belong to the batch, which nobody is: they are not whole before.
        write_file(connection, StoredFile(file_id, batch.id, f"{batch.id}_{kind}.jsonl", OUTPUT, size, now, now + 1e9))
    else:
        connection.execute(update(files).where(files.c.id == file_id).values(bytes=files.c.bytes + size))
    append_pieces(connection, file_id, parts)
    return file_id


def _find(connection: Connection, batch_id: str, owner: str | None = None, *, lock: bool = False) -> Row[Any]:
    look = select(batches).where(batches.c.id == batch_id)
    if owner is not None:
        look = look.where(batches.c.owner == owner)
    row = connection.execute(look.with_for_update() if lock else look).one_or_none() if may_be_id(batch_id) else None
    if row is None:
        raise NotFound(f"There is no batch {batch_id[:80]!r} of this key.", param="batch_id")
    return row


def _change(connection: Connection, batch_id: str, values: dict[str, Any]) -> None:
    connection.execute(update(batches).where(batches.c.id == batch_id).values(values))


def _add_time(row: Row[Any], state: BatchState, when: float) -> str:
    return json.dumps({**json.loads(row.times), f"{state}_at": when})


def _count_all(connection: Connection, rows: Sequence[Row[Any]]) -> list[Batch]:
    """Batches whose counts hold what is done and not yet written down."""
    found = [_read(row) for row in rows]
    names = [batch.id for batch in found if batch.open]
    done: dict[str, list[int]] = {}
    if names:
        look = select(jobs.c.batch, jobs.c.state, func.count()).where(jobs.c.batch.in_(names), _UNWRITTEN)
        for name, state, number in connection.execute(look.group_by(jobs.c.batch, jobs.c.state)):
            done.setdefault(name, [0, 0])[state != str(JobState.COMPLETED)] += number
    return [_add_counts(batch, *done.get(batch.id, (0, 0))) for batch in found]


def _add_counts(batch: Batch, completed: int, failed: int) -> Batch:
    return replace(batch, completed=batch.completed + completed, failed=batch.failed + failed)


def _write(batch: Batch) -> dict[str, Any]:
    return {
        "id": batch.id,
        "owner": batch.owner,
        "state": str(batch.state),
        "endpoint": batch.endpoint,
        "input_file": batch.input_file,
        "window": "24h",
        "metadata": None if batch.metadata is None else json.dumps(batch.metadata),
        "terms": json.dumps({"keep": batch.keep, "root": batch.root, "tokens": [0, 0]}),
        "total": 0,
        "completed": 0,
        "failed": 0,
        "taken": 0,
        "times": json.dumps(dict(batch.times)),
    }


def _read(row: Row[Any]) -> Batch:
    told = row._mapping
    terms = json.loads(told["terms"])
    return Batch(
        id=told["id"],
        owner=told["owner"],
        endpoint=told["endpoint"],
        input_file=told["input_file"],
        times=json.loads(told["times"]),
        keep=terms["keep"],
        root=terms["root"],
        tokens=tuple(terms["tokens"]),
        metadata=None if told["metadata"] is None else json.loads(told["metadata"]),
        state=BatchState(told["state"]),
        server=told["server"],
        output_file=told["output_file"],
        error_file=told["error_file"],
        total=told["total"],
        completed=told["completed"],
        failed=told["failed"],
        taken=told["taken"],
        problems=tuple(Problem(**problem) for problem in json.loads(told["errors"] or "[]")),
    )


def _read_line(manner: str) -> int:
    return int(json.loads(manner)["line"])

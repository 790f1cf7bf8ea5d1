"""Batches worked on in this process, with clocks that jump, keys with limits, and servers that die."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from books import run
from pinxit.core import batchwork
from pinxit.core.access import make_key
from pinxit.core.archive import Admitted, Key
from pinxit.core.batches import WINDOW, Batch, BatchState, Filing, Written, make_batch_id
from pinxit.core.batching import BatchRunner
from pinxit.core.batchwork import Office
from pinxit.core.catalog import Catalog
from pinxit.core.errors import Overloaded, PinxitError, StorageAway
from pinxit.core.filing import Cabinet, Piece
from pinxit.core.hooks import Webhook
from pinxit.core.jobs import Job
from pinxit.core.limits import read_budget, read_rate
from pinxit.core.prices import load_prices
from pinxit.core.runner import JobRunner
from pinxit.core.studio import Studio
from pinxit.storage.archive import FolderArchive
from pinxit.storage.batches import SqlBatchBook
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.hooks import SqlHookStore
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.migrating import upgrade
from pinxit.storage.servers import Servers
from pinxit.storage.tables import deliveries, ledger, servers
from pinxit.storage.uploads import SqlFileBook
from pinxit.testing import FakeEngine
from pinxit.web.batches import LineClerk
from pinxit.web.desk import Desk

_GENERATIONS = "/v1/images/generations"
_CLOSED = {BatchState.COMPLETED, BatchState.FAILED, BatchState.EXPIRED, BatchState.CANCELLED}


class _Server:
    """One of several that may share a database and a folder. `skew` is added to the time that its batches see."""

    def __init__(self, url: str, folder: Path) -> None:
        self.database = Database(url)
        self.servers = Servers(self.database)
        self.book = SqlJobBook(self.database, self.servers)
        self.ring = SqlKeyRing(self.database)
        self.skew = 0.0
        self.folder = folder
        archive = FolderArchive(folder / "files", 86_400, 2**30)
        uploads = FolderArchive(folder / "uploads", 30 * 86_400, 2**30)
        self.jobs = JobRunner(Studio(Catalog([FakeEngine()])), self.book, (archive, uploads), load_prices())
        self.batches = SqlBatchBook(self.database, self.servers, self.clock)
        self.cabinet = Cabinet(SqlFileBook(self.database), uploads, 2**30)
        filing = Filing(self.cabinet, self.batches)
        desk = Desk(self.jobs, self.ring, _nothing, _nothing, filing=filing, archive=archive, uploads=uploads)
        self.runner = BatchRunner(Office(filing, self.jobs, self.ring, LineClerk(desk), self.clock))

    def clock(self) -> float:
        return time.time() + self.skew

    async def make_key(self, budget: str | None = None, rate: str | None = None, **terms: Any) -> Key:
        limits: dict[str, Any] = {"budgets": (read_budget(budget),) if budget else ()}
        _, key = make_key("anna", **limits, rate=read_rate(rate) if rate else None, **terms)
        await self.ring.add(key)
        return key

    async def begin(self, key: Key, prompts: list[str], **fields: Any) -> Batch:
        """Upload a line for each prompt, and write the batch down."""

        async def pour() -> AsyncGenerator[bytes]:
            for number, prompt in enumerate(prompts, 1):
                body = {"model": "auto", "prompt": prompt, "size": "64x64"}
                line = {"custom_id": str(number), "method": "POST", "url": _GENERATIONS, "body": body}
                yield json.dumps(line).encode() + b"\n"

        file = await self.cabinet.put(pour(), key.prefix, "lines.jsonl", "batch")
        now = self.clock()
        times = {"created_at": now, "expires_at": now + WINDOW}
        batch = Batch(make_batch_id(key.prefix), key.prefix, _GENERATIONS, file.id, times, 3600, "http://here/")
        return await self.batches.add(replace(batch, **fields), 100)

    async def finish(self, batch: Batch) -> Batch:
        return await self.await_batch(batch, lambda found: found.state in _CLOSED)

    async def await_batch(self, batch: Batch, condition: Callable[[Batch], object]) -> Batch:
        """The batch as soon as it is so."""
        async with asyncio.timeout(60):
            while True:
                found = await self.batches.find(batch.id, batch.owner)
                if condition(found):
                    return found
                await asyncio.sleep(0.05)

    async def read(self, file_id: str | None) -> dict[int, dict[str, Any]]:
        """The lines of a file by their custom ids, each of which may be there once."""
        if file_id is None:
            return {}
        text = b"".join([piece async for piece in self.cabinet.read(file_id)])
        lines = [json.loads(line) for line in text.splitlines()]
        found = {int(line["custom_id"]): line for line in lines}
        assert len(found) == len(lines)
        return found

    async def count(self, outcome: str) -> int:
        """Lines of the ledger."""
        look = select(func.count()).select_from(ledger).where(ledger.c.outcome == outcome)
        return await self.database.read(lambda connection: connection.execute(look).scalar_one())

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[_Server]:
        """Works on batches for the block."""
        works = [asyncio.create_task(work) for work in (self.runner.watch(), self.jobs.watch(), self.servers.beat())]
        try:
            yield self
        finally:
            await self.jobs.stop(0.0)
            for work in works:
                work.cancel()
            await asyncio.gather(*works, return_exceptions=True)
            await self.servers.leave()
            await self.database.close()


async def _nothing() -> None:
    pass


@pytest.fixture
def make(database_url: str, tmp_path: Path) -> Callable[[], Awaitable[_Server]]:
    async def make_one() -> _Server:
        server = _Server(database_url, tmp_path)
        await upgrade(server.database)
        return server

    return make_one


_Make = Callable[[], Awaitable[_Server]]


def test_what_is_not_done_after_a_day_is_told_so_and_what_is_done_is_given_out(make: _Make) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            batch = await server.begin(await server.make_key(), ["quick", *["[wait 1]"] * 12])
            await server.await_batch(batch, lambda found: found.completed)
            server.skew = WINDOW + 1.0
            batch = await server.finish(batch)
            made, rest = await server.read(batch.output_file), await server.read(batch.error_file)
            assert batch.state is BatchState.EXPIRED
            assert "expired_at" in batch.times
            assert sorted([*made, *rest]) == list(range(1, 14))
            assert {line["error"]["code"] for line in rest.values()} == {"batch_expired"}
            assert (batch.total, batch.completed, batch.failed) == (13, len(made), len(rest))
            assert 1 in made
            assert rest
            assert await server.count("made") == len(made)
            assert not await server.book.check()

    run(work)


def test_a_batch_whose_budget_is_spent_draws_what_it_may_and_names_the_rest(make: _Make) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            key = await server.make_key("3pictures/day")
            batch = await server.finish(await server.begin(key, [f"fox {n}" for n in range(8)]))
            made, rest = await server.read(batch.output_file), await server.read(batch.error_file)
            assert batch.state is BatchState.COMPLETED
            assert len(made) == 3
            assert sorted([*made, *rest]) == list(range(1, 9))
            assert {line["response"]["body"]["error"]["code"] for line in rest.values()} == {"insufficient_quota"}
            assert await server.count("made") == 3

    run(work)


@pytest.mark.parametrize("terms", [{"rate": "4/s"}, {"at_once": 1}, {"rate": "10/s", "at_once": 3}], ids=str)
def test_a_batch_waits_for_the_rates_of_its_key_and_no_line_is_refused(make: _Make, terms: dict[str, Any]) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            batch = await server.begin(await server.make_key(**terms), [f"fox {n}" for n in range(7)])
            batch = await server.finish(batch)
            assert (batch.state, batch.completed, batch.failed) == (BatchState.COMPLETED, 7, 0)
            # Each refusal would be a line in the ledger for ever: nobody knocks all the time.
            assert await server.count("refused") < 7

    run(work)


def test_a_batch_whose_key_is_revoked_draws_no_more(make: _Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batchwork, "_UNDER_WAY", 2)

    async def work() -> None:
        async with (await make()).open() as server:
            key = await server.make_key()
            batch = await server.begin(key, [f"fox {n} [wait 0.2]" for n in range(12)])
            await server.await_batch(batch, lambda found: found.completed)
            await server.ring.revoke(key.prefix, server.clock())
            batch = await server.finish(batch)
            made, rest = await server.read(batch.output_file), await server.read(batch.error_file)
            assert sorted([*made, *rest]) == list(range(1, 13))
            assert rest
            assert {line["response"]["status_code"] for line in rest.values()} == {401}

    run(work)


def test_a_batch_of_a_dead_server_is_taken_over_and_what_the_dead_one_still_says_is_not_heard(make: _Make) -> None:
    async def work() -> None:
        first, second = await make(), await make()
        batch = await first.begin(await first.make_key(), ["a fox"])
        (mine,) = await first.batches.claim(9, 9)
        assert await second.batches.claim(9, 9) == []
        await _die(first)
        (theirs,) = await second.batches.claim(9, 9)
        written = Written(output=[Piece("x.bin", 1)], completed=1, lines={1: None})
        assert not await first.batches.move(mine, BatchState.IN_PROGRESS, 1.0, 1)
        assert not await first.batches.write(mine, written, 1)
        assert not await first.batches.end(mine, BatchState.FAILED, 1.0)
        assert await second.batches.move(theirs, BatchState.IN_PROGRESS, 1.0, 1)
        assert await second.batches.write(theirs, written, 1)
        with pytest.raises(PinxitError):  # the line has its answer
            await second.batches.write(theirs, written, 1)
        found = await second.batches.find(batch.id, batch.owner)
        assert (found.completed, found.taken, found.total) == (1, 1, 1)
        for server in (first, second):
            await server.servers.leave()
            await server.database.close()

    run(work)


def test_a_batch_goes_on_with_another_server_when_its_own_is_stopped(make: _Make) -> None:
    async def work() -> None:
        async with (await make()).open() as first:
            batch = await first.begin(await first.make_key(), [f"fox {n} [wait 0.1]" for n in range(16)])
            await asyncio.sleep(0.7)
        async with (await make()).open() as second:
            batch = await second.finish(batch)
            made = await second.read(batch.output_file)
            assert sorted(made) == list(range(1, 17))
            assert await second.count("made") == 16
            assert not await second.book.check()

    run(work)


def test_a_batch_whose_input_is_gone_fails_and_says_so(make: _Make) -> None:
    async def work() -> None:
        server = await make()
        batch = await server.begin(await server.make_key(), ["a fox"])
        for path in (server.folder / "uploads").rglob("*.bin"):
            path.unlink()
        async with server.open():
            batch = await server.finish(batch)
            assert batch.state is BatchState.FAILED
            assert [problem.code for problem in batch.problems] == ["file_not_found"]

    run(work)


def test_an_answer_whose_picture_is_gone_is_told_in_the_error_file(
    make: _Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            recall = server.jobs.recall

            async def lose(job: Any) -> Any:
                for path in (server.folder / "files").rglob("*.png"):
                    path.unlink()
                return await recall(job)

            monkeypatch.setattr(server.jobs, "recall", lose)
            batch = await server.finish(await server.begin(await server.make_key(), ["a fox"]))
            rest = await server.read(batch.error_file)
            assert rest[1]["response"]["status_code"] == 404
            assert batch.output_file is None

    run(work)


def test_a_batch_whose_output_has_all_its_room_draws_no_more_and_names_the_rest(
    make: _Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batchwork, "_UNDER_WAY", 2)
    monkeypatch.setattr(batchwork, "_PAGE", 1)

    async def work() -> None:
        server = await make()
        server.cabinet.output_room = 2000
        async with server.open():
            batch = await server.begin(await server.make_key(), [f"fox {n} [wait 0.1]" for n in range(20)])
            batch = await server.finish(batch)
            made, rest = await server.read(batch.output_file), await server.read(batch.error_file)
            assert sorted([*made, *rest]) == list(range(1, 21))
            assert {line["response"]["body"]["error"]["code"] for line in rest.values()} == {"no_room"}
            assert 2 <= len(made) <= 8
            assert await server.count("made") == len(made)

    run(work)


def test_the_end_of_a_batch_is_told_to_the_webhooks_of_its_key_and_its_lines_are_not(make: _Make) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            key = await server.make_key()
            hook = Webhook("wh_1", key.prefix, "https://example.com/hook", "whsec_AAAA", created=server.clock())
            assert await SqlHookStore(server.database).add(hook, 9)
            batch = await server.finish(await server.begin(key, ["a fox", "[break]"]))
            look = select(deliveries.c.event, deliveries.c.body)
            told = await server.database.read(lambda connection: connection.execute(look).all())
            assert [event for event, _ in told] == ["batch.completed"]
            assert json.loads(told[0].body)["data"]["id"] == batch.id

    run(work)


def test_a_line_of_which_nobody_knows_whether_it_was_let_in_is_drawn_once(
    make: _Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with (await make()).open() as server:
            admit, lost = server.book.admit, set[int]()

            async def lose(job: Job, *rest: Any) -> Admitted:
                admitted = await admit(job, *rest)
                line = job.manner["line"]
                if line % 3 == 0 and line not in lost:  # the commit was heard by nobody
                    lost.add(line)
                    server.book._doubts.note(admitted.job.id)
                    raise StorageAway("The database is away.")
                return admitted

            monkeypatch.setattr(server.book, "admit", lose)
            batch = await server.finish(await server.begin(await server.make_key(), [f"fox {n}" for n in range(12)]))
            assert sorted(await server.read(batch.output_file)) == list(range(1, 13))
            assert (batch.state, batch.completed, batch.failed) == (BatchState.COMPLETED, 12, 0)
            assert lost == {3, 6, 9, 12}
            assert await server.count("made") == 12
            assert not await server.book.check()

    run(work)


def test_batches_of_a_key_take_turns_with_those_of_others(make: _Make) -> None:
    async def work() -> None:
        server = await make()
        anna, bert = await server.make_key(), await server.make_key()
        many = [await server.begin(anna, ["a fox"]) for _ in range(5)]
        one = await server.begin(bert, ["an owl"])
        claimed = [batch.id for batch in await server.batches.claim(8, 2)]
        assert claimed == [many[0].id, many[1].id, one.id]
        assert await server.batches.claim(8, 2) == []
        await server.servers.leave()
        await server.database.close()

    run(work)


def test_a_key_has_only_so_many_batches_under_way(make: _Make) -> None:
    async def work() -> None:
        server = await make()
        key = await server.make_key()
        batch = await server.begin(key, ["a fox"])
        other = replace(batch, id=make_batch_id(key.prefix))
        with pytest.raises(Overloaded):
            await server.batches.add(other, 1)
        assert await server.batches.add(batch, 1) == batch  # the same one again
        await server.database.close()

    run(work)


async def _die(server: _Server) -> None:
    """What the others see of a killed server."""
    if server.database.is_sqlite:
        descriptor, server.servers._descriptor = server.servers._descriptor, None
        os.close(descriptor or 0)
        return
    late = update(servers).where(servers.c.id == server.servers.name).values(seen=servers.c.seen - 60)
    await server.database.write(lambda connection: connection.execute(late))

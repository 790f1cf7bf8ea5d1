"""Which files there are, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from books import NOON, Clock
from pinxit.core.access import make_key
from pinxit.core.batches import Batch, BatchState
from pinxit.core.errors import InvalidRequest, NotFound
from pinxit.core.filing import LONGEST, OUTPUT, Cabinet, StoredFile
from pinxit.core.images import Source
from pinxit.core.sources import FileId, Link
from pinxit.storage.archive import FolderArchive
from pinxit.storage.batches import SqlBatchBook
from pinxit.storage.database import Database
from pinxit.storage.keyring import insert_key
from pinxit.storage.servers import Servers
from pinxit.storage.uploads import SqlFileBook

_ROOM = 1000
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


class _Files:
    """A cabinet of 1000 bytes for each key, and shorter words for what tests do with it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.clock = Clock()
        self.book = SqlFileBook(database, self.clock)
        self.cabinet = Cabinet(self.book, FolderArchive(folder, 10 * LONGEST, 2**30), _ROOM, clock=self.clock)

    async def put(
        self, data: bytes, owner: str = "anna", purpose: str = "vision", keep: int = LONGEST, name: str = "a.png"
    ) -> StoredFile:
        async def pour() -> AsyncGenerator[bytes]:
            yield data

        return await self.cabinet.put(pour(), owner, name, purpose, keep)

    async def read(self, file_id: str) -> bytes:
        return b"".join([piece async for piece in self.cabinet.read(file_id)])


@pytest.fixture
def files(database: Database, tmp_path: Path) -> _Files:
    return _Files(database, tmp_path / "uploads")


def _run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def test_a_file_is_found_again_with_all_that_was_said_of_it(files: _Files) -> None:
    async def run() -> None:
        kept = await files.put(b"bytes", name="Füchse \N{FOX FACE}.png")
        assert await files.book.find(kept.id, "anna") == kept
        assert (kept.size, kept.created, kept.expires) == (5, NOON, NOON + LONGEST)
        assert await files.read(kept.id) == b"bytes"

    _run(run())


@pytest.mark.parametrize("name", ["file-1", "", "file-\x00", "x" * 5000, "' OR 1=1 --", "🦊"])
def test_an_unknown_id_is_not_found_whatever_it_looks_like(files: _Files, name: str) -> None:
    async def run() -> None:
        for look in (files.book.find(name, "anna"), files.book.delete(name, "anna")):
            with pytest.raises(NotFound):
                await look
        with pytest.raises(InvalidRequest):
            await files.book.list_files("anna", limit=1, after=name)

    _run(run())


def test_a_file_of_another_key_is_as_unknown_as_none(files: _Files) -> None:
    async def run() -> None:
        kept = await files.put(_PNG)
        told = []
        for name in (kept.id, "file-" + "0" * 32):
            for ask in (files.book.find, files.book.delete):
                with pytest.raises(NotFound) as refusal:
                    await ask(name, "bert")
                told.append(refusal.value.message.replace(name, "ID"))
            with pytest.raises(InvalidRequest):
                await files.cabinet.resolve([FileId(name)], "bert")
        assert len(set(told)) == 1
        assert await files.book.list_files("bert", limit=10) == []
        assert await files.book.find(kept.id, "anna") == kept

    _run(run())


def test_the_files_of_a_key_have_only_so_much_room_and_outputs_do_not_count(files: _Files) -> None:
    async def run() -> None:
        first = await files.put(bytes(600))
        with pytest.raises(InvalidRequest) as refusal:
            await files.put(bytes(401))
        assert refusal.value.code == "no_room"
        await files.put(bytes(400))
        await files.put(bytes(900), owner="bert")
        assert await files.book.measure("anna") == _ROOM
        await files.book.delete(first.id, "anna")
        await files.put(bytes(600))
        assert await files.book.measure("anna") == _ROOM

    _run(run())


def test_uploads_at_the_same_time_do_not_both_take_the_last_room(files: _Files, database: Database) -> None:
    async def run() -> None:
        _, key = make_key("anna")
        await database.write(partial(insert_key, key=replace(key, prefix="anna")))
        ended = await asyncio.gather(*(files.put(bytes(300), name=str(n)) for n in range(8)), return_exceptions=True)
        assert sum(isinstance(end, StoredFile) for end in ended) == 3
        assert await files.book.measure("anna") == 900

    _run(run())


def test_an_expired_file_is_not_found_takes_no_room_and_is_forgotten(files: _Files) -> None:
    async def run() -> None:
        kept, stays = await files.put(bytes(900), keep=3600), await files.put(b"x")
        files.clock.now += 3601
        with pytest.raises(NotFound):
            await files.book.find(kept.id, "anna")
        assert [file.id for file in await files.book.list_files("anna", limit=10)] == [stays.id]
        assert await files.book.measure("anna") == 1
        assert await files.book.forget(files.clock.now) == 1
        assert await files.book.forget(files.clock.now) == 0
        assert await files.book.list_pieces(kept.id) == []
        assert await files.read(stays.id) == b"x"

    _run(run())


def test_files_are_listed_in_both_orders_by_purpose_and_page_by_page(files: _Files) -> None:
    async def run() -> None:
        made = [(await files.put(b"x", purpose=("vision", "batch")[n % 2])).id for n in range(6)]

        async def ask(**how: Any) -> list[str]:
            return [file.id for file in await files.book.list_files("anna", **{"limit": 10, **how})]

        assert await ask() == made[::-1]
        assert await ask(ascending=True) == made
        assert await ask(purpose="batch") == made[5::-2]
        assert await ask(limit=2, after=made[4]) == made[3:1:-1]
        assert await ask(limit=2, after=made[1], ascending=True) == made[2:4]

    _run(run())


def test_a_file_that_an_open_batch_reads_is_neither_deleted_nor_forgotten(files: _Files, database: Database) -> None:
    async def run() -> None:
        kept = await files.put(b"{}", purpose="batch", keep=3600)
        servers = Servers(database, "here")
        book = SqlBatchBook(database, servers, files.clock)
        times = {"created_at": NOON, "expires_at": NOON + 86_400}
        await book.add(Batch("batch_1", "anna", "/v1/images/generations", kept.id, times, 3600, ""), 9)
        with pytest.raises(InvalidRequest) as refusal:
            await files.book.delete(kept.id, "anna")
        assert refusal.value.code == "file_in_use"
        files.clock.now += 7200
        assert await files.book.forget(files.clock.now) == 0
        assert await files.read(kept.id) == b"{}"
        (batch,) = await book.claim(9, 9)
        assert await book.end(batch, BatchState.CANCELLED, files.clock.now)
        assert await files.book.forget(files.clock.now) == 1
        await servers.leave()

    _run(run())


def test_ids_among_the_pictures_of_a_request_become_the_pictures(files: _Files) -> None:
    async def run() -> None:
        kept, link = await files.put(_PNG), Link("https://example.com/a.png")
        found = await files.cabinet.resolve([link, FileId(kept.id, "images[1].file_id"), Source(_PNG)], "anna")
        assert found == [link, Source(_PNG, "images[1].file_id"), Source(_PNG)]

    _run(run())


@pytest.mark.parametrize(("purpose", "data"), [("batch", _PNG), (OUTPUT, _PNG), ("vision", b"words")])
def test_a_file_that_is_no_picture_is_no_source(files: _Files, purpose: str, data: bytes) -> None:
    async def run() -> None:
        kept = await files.put(data, purpose=purpose)
        with pytest.raises(InvalidRequest) as refusal:
            await files.cabinet.resolve([FileId(kept.id, "mask.file_id")], "anna")
        assert refusal.value.param == "mask.file_id"

    _run(run())


def test_content_whose_bytes_are_gone_or_damaged_is_not_found(files: _Files, tmp_path: Path) -> None:
    async def run() -> None:
        kept = await files.put(b"whole")
        (path,) = [path for path in (tmp_path / "uploads").rglob("*.bin") if path.is_file()]
        path.write_bytes(b"wrong")
        with pytest.raises(NotFound, match="upload it again"):
            await files.read(kept.id)
        path.unlink()
        with pytest.raises(NotFound, match="upload it again"):
            await files.read(kept.id)

    _run(run())

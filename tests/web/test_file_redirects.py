"""`/files` where pictures have no file: the way to them is told, with nothing that a cache or a page may misuse."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from pinxit.core.archive import Kept
from pinxit.core.errors import NotFound, StorageAway
from pinxit.core.images import Format, Picture
from pinxit.storage.archive import FolderArchive
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app
from pinxit.web.desk import Desk

_DIGEST = hashlib.sha256(b"a picture").hexdigest()
_NAME = f"{_DIGEST}.png"
_LINK = "https://bucket.example/pictures/x.png?X-Amz-Signature=0123"


class _Bucket:
    """An archive of one picture that is elsewhere; `asked` counts who looked for it."""

    def __init__(self, good: float = 300.0, failure: Exception | None = None) -> None:
        self.asked = 0
        self._good = good
        self._failure = failure

    async def keep(self, picture: Picture) -> str:
        return _NAME

    async def keep_bytes(self, data: bytes, ending: str) -> str:
        return _NAME

    async def find(self, name: str) -> Kept:
        self.asked += 1
        if self._failure:
            raise self._failure
        return Kept(None, Format.PNG, _DIGEST, _LINK, 1234, self._good)

    async def read(self, name: str) -> bytes:
        raise NotFound("not here")

    async def sweep(self) -> int:
        return 0


async def _visit(desk: Desk, use: Callable[[httpx.AsyncClient, str], Awaitable[None]]) -> None:
    address = f"/files/{_NAME}?{desk.tickets.issue(_NAME)}"
    try:
        transport = httpx.ASGITransport(build_app(desk), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit") as client:
            await use(client, address)
    finally:
        await desk.close()


def _run(use: Callable[[httpx.AsyncClient, str], Awaitable[None]], bucket: object) -> None:
    asyncio.run(_visit(make_desk(FakeEngine(), archive=bucket), use))


@pytest.mark.parametrize(("good", "seconds"), [(300.0, 240), (30.0, 0), (1e9, 3600)])
def test_a_redirect_is_remembered_for_less_than_it_is_good_for(good: float, seconds: int) -> None:
    async def use(client: httpx.AsyncClient, address: str) -> None:
        answer = await client.get(address)
        assert (answer.status_code, answer.headers["location"]) == (307, _LINK)
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "etag" not in answer.headers
        told = int(answer.headers["cache-control"].removeprefix("private, max-age="))
        assert seconds <= told <= seconds + 61  # tickets end on a full minute

    _run(use, _Bucket(good))


def test_a_head_is_answered_here_because_a_signed_address_is_good_for_one_verb() -> None:
    async def use(client: httpx.AsyncClient, address: str) -> None:
        answer = await client.head(address)
        assert answer.status_code == 200
        assert answer.headers["content-length"] == "1234"
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["etag"] == f'"{_DIGEST}"'
        assert answer.content == b""

    _run(use, _Bucket())


@pytest.mark.parametrize("sent", [f'"{_DIGEST}"', f'"x", W/"{_DIGEST}"'])
def test_who_has_the_picture_is_told_so_without_asking_the_bucket(sent: str) -> None:
    bucket = _Bucket()

    async def use(client: httpx.AsyncClient, address: str) -> None:
        answer = await client.get(address, headers={"if-none-match": sent})
        assert (answer.status_code, answer.headers["etag"], bucket.asked) == (304, f'"{_DIGEST}"', 0)
        assert (await client.get(address, headers={"if-none-match": '"other"'})).status_code == 307
        assert (await client.get(address, headers={"if-none-match": "*"})).status_code == 304
        assert bucket.asked == 2

    _run(use, bucket)


@pytest.mark.parametrize("headers", [{}, {"if-none-match": "*"}, {"if-none-match": f'"{_DIGEST}"'}])
def test_without_a_good_ticket_the_bucket_is_not_even_asked(headers: dict[str, str]) -> None:
    bucket = _Bucket()

    async def use(client: httpx.AsyncClient, address: str) -> None:
        assert (await client.get(address + "x", headers=headers)).status_code == 404
        assert (await client.get(address.partition("?")[0], headers=headers)).status_code == 404
        assert bucket.asked == 0

    _run(use, bucket)


def test_a_bucket_that_is_away_is_told_as_such() -> None:
    async def use(client: httpx.AsyncClient, address: str) -> None:
        answer = await client.get(address)
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "storage_unavailable")

    _run(use, _Bucket(failure=StorageAway("The store cannot be reached for now.")))


def test_a_file_that_is_swept_between_being_found_and_being_opened_is_not_found(tmp_path: Path) -> None:
    class Swept(FolderArchive):
        async def find(self, name: str) -> Kept:
            kept = await super().find(name)
            (tmp_path / "files" / name[:2] / name).unlink()
            return kept

    archive = Swept(tmp_path / "files", 60.0, 1000)

    async def use(client: httpx.AsyncClient, address: str) -> None:
        assert await archive.keep_bytes(b"a picture", "png") == _NAME
        assert (await client.get(address)).status_code == 404

    _run(use, archive)


def test_what_is_not_kept_is_not_found_until_it_is(tmp_path: Path) -> None:
    archive = FolderArchive(tmp_path / "files", 60.0, 1000)

    async def use(client: httpx.AsyncClient, address: str) -> None:
        assert (await client.get(address)).status_code == 404
        await archive.keep_bytes(b"a picture", "png")
        assert (await client.get(address)).content == b"a picture"

    _run(use, archive)

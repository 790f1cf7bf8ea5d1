"""Pictures in a real bucket: kept once, found by signed addresses, read whole, forgotten by age and by room."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from buckets import READER, WRITER, BucketServer
from pinxit.core.errors import ConfigurationError, NotFound, StorageFailed
from pinxit.core.images import Format, Picture, Size
from pinxit.storage.bucket import BucketArchive
from pinxit.storage.place import Place
from pinxit.storage.stores import open_archive

_DAY = 86_400.0
_ROOM = 10**9


class _Clock:
    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def archive(bucket: str, clock: _Clock) -> BucketArchive:
    return _open(bucket, clock)


def _open(where: str, clock: _Clock | None = None, room: int = _ROOM) -> BucketArchive:
    """A new archive, which remembers nothing: another server, so to speak."""
    return BucketArchive(Place.read(where), _DAY, room, every=0.0, clock=clock or _Clock())


def _picture(data: bytes = b"a picture", kind: Format = Format.PNG) -> Picture:
    return Picture(0, data, Size(64, 64), kind, 1, "x")


def _fetch(url: str) -> Any:
    return urllib.request.urlopen(url, timeout=10)  # noqa: S310  (of our own making)


def _count(archive: BucketArchive, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every request that the archive makes of its store from now on, by the name of the method."""
    made: list[str] = []

    def note(name: str, method: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def noted(*arguments: Any) -> Any:
            made.append(name)
            return await method(*arguments)

        return noted

    for name in ("look", "put", "get", "list", "delete", "sign"):
        monkeypatch.setattr(archive._objects, name, note(name, getattr(archive._objects, name)))
    return made


def test_a_picture_comes_back_as_it_was_kept(archive: BucketArchive, bucket: str) -> None:
    data = os.urandom(300_000)

    async def use() -> tuple[str, bytes]:
        name = await archive.keep(_picture(data, Format.WEBP))
        return name, await _open(bucket).read(name)

    assert asyncio.run(use()) == (f"{hashlib.sha256(data).hexdigest()}.webp", data)


@pytest.mark.parametrize(
    ("kind", "media", "manner"),
    [
        (Format.PNG, "image/png", 'inline; filename="NAME.png"'),
        (Format.JPEG, "image/jpeg", 'inline; filename="NAME.jpg"'),
        (Format.SVG, "image/svg+xml", 'attachment; filename="NAME.svg"'),
    ],
)
def test_its_address_opens_it_for_anybody_as_what_it_is(
    archive: BucketArchive, kind: Format, media: str, manner: str
) -> None:
    async def use() -> Any:
        return await archive.find(await archive.keep(_picture(b"<svg/>", kind)))

    kept = asyncio.run(use())
    assert (kept.path, kept.format, kept.size) == (None, kind, 6)
    assert 60 < kept.good <= 600
    with _fetch(kept.url) as answer:
        assert answer.read() == b"<svg/>"
        assert answer.headers["content-type"] == media
        assert answer.headers["content-disposition"] == manner.replace("NAME", kept.digest[:12])
    with pytest.raises(urllib.error.HTTPError, match="403"):
        _fetch(kept.url.replace("Signature=", "Signature=0"))
    with pytest.raises(urllib.error.HTTPError, match="403"):
        _fetch(kept.url.partition("?")[0])


def test_what_is_there_and_young_is_not_sent_again(bucket: str, clock: _Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _open(bucket, clock), _open(bucket, clock)
    made, later = _count(first, monkeypatch), _count(second, monkeypatch)

    async def use() -> None:
        await first.keep(_picture())
        await first.keep(_picture())  # as when its address is made
        assert made == ["look", "put"]
        await second.keep(_picture())
        assert later == ["look"]

    asyncio.run(use())


def test_what_is_kept_again_when_it_is_old_stays_as_long_as_new(archive: BucketArchive, clock: _Clock) -> None:
    async def use() -> None:
        name = await archive.keep(_picture())
        written = (await archive._objects.list(archive._prefix))[0].written
        clock.ahead = 0.9 * _DAY
        archive._safe.clear()
        await asyncio.sleep(1.1)  # the store's times are in whole seconds
        await archive.keep(_picture())
        assert (await archive._objects.list(archive._prefix))[0].written > written
        assert (await archive.find(name)).size == 9

    asyncio.run(use())


@pytest.mark.parametrize("name", ["", "x", "../x", "a" * 64 + ".png", "a" * 64 + ".exe", "a" * 64 + ".png\n", "é"])
def test_a_name_that_was_never_given_finds_nothing(archive: BucketArchive, name: str) -> None:
    with pytest.raises(NotFound):
        asyncio.run(archive.find(name))
    with pytest.raises(NotFound):
        asyncio.run(archive.read(name))


def test_bytes_that_are_no_picture_are_not_found_as_one(archive: BucketArchive) -> None:
    async def use() -> None:
        name = await archive.keep_bytes(b"{}\n", "jsonl")
        assert await archive.read(name) == b"{}\n"
        with pytest.raises(NotFound):
            await archive.find(name)

    asyncio.run(use())


def test_a_damaged_object_is_not_read_but_logged(archive: BucketArchive, caplog: pytest.LogCaptureFixture) -> None:
    async def use() -> str:
        name = await archive.keep(_picture())
        await archive._objects.put(archive._prefix + name, b"a pictur?")
        with pytest.raises(NotFound):
            await archive.read(name)
        return name

    assert asyncio.run(use()) in caplog.text


def test_what_is_too_old_is_neither_found_nor_left(archive: BucketArchive, clock: _Clock) -> None:
    async def use() -> None:
        name = await archive.keep(_picture())
        other = await archive.keep_bytes(b"x", "bin")
        clock.ahead = _DAY
        assert await archive.sweep() == 0
        assert (await archive.find(name)).size == 9
        clock.ahead = 1.5 * _DAY
        with pytest.raises(NotFound):
            await archive.find(name)
        assert await archive.sweep() == 2
        clock.ahead = 0.0
        for gone in (name, other):
            with pytest.raises(NotFound):
                await archive.read(gone)

    asyncio.run(use())


def test_the_first_go_where_there_is_too_little_room(bucket: str) -> None:
    archive = _open(bucket, room=1000)

    async def use() -> list[bool]:
        names = []
        for letter in b"abc":
            names.append(await archive.keep(_picture(bytes([letter]) * 450)))
            await asyncio.sleep(1.1)
        assert await archive.sweep() == 1
        return [await archive._objects.look(archive._prefix + name) is None for name in names]

    assert asyncio.run(use()) == [True, False, False]


def test_a_sweep_leaves_alone_what_was_kept_again_meanwhile_and_what_is_not_ours(
    archive: BucketArchive, bucket: str, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = archive._objects.list

    async def list_slowly(prefix: str) -> Any:
        found = await listing(prefix)
        await asyncio.sleep(1.1)
        await _open(bucket, clock).keep(_picture())  # another server
        return found

    async def use() -> None:
        assert await archive.sweep() == 0
        assert await archive.read(name) == b"a picture"
        assert await archive._objects.get(archive._prefix + "README.txt") == b"not ours"
        assert await archive._objects.get(archive._prefix + f"more/{name}") == b"nor this"

    async def fill() -> str:
        await archive._objects.put(archive._prefix + "README.txt", b"not ours")
        name = await archive.keep(_picture())
        await archive._objects.put(archive._prefix + f"more/{name}", b"nor this")
        return name

    name = asyncio.run(fill())
    clock.ahead = 2 * _DAY
    monkeypatch.setattr(archive._objects, "list", list_slowly)
    asyncio.run(use())


def test_a_sweep_goes_through_many_pages(bucket: str, clock: _Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.storage.objects._PAGE", 50)
    archive = _open(bucket, clock)

    async def use() -> None:
        for start in range(0, 130, 10):
            await asyncio.gather(*(archive.keep_bytes(b"%d" % number, "bin") for number in range(start, start + 10)))
        clock.ahead = 2 * _DAY
        assert await archive.sweep() == 130
        assert await archive._objects.list(archive._prefix) == []

    asyncio.run(use())


def test_servers_that_share_a_bucket_do_not_look_for_old_pictures_every_minute(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = BucketArchive(Place.read(bucket), _DAY, _ROOM)
    made = _count(archive, monkeypatch)

    async def use() -> None:
        await archive.sweep()
        await archive.sweep()

    asyncio.run(use())
    assert made == ["list"]


def test_pictures_and_uploads_share_a_place_and_nothing_else(bucket: str, tmp_path: Any) -> None:
    async def use(where: Any) -> None:
        pictures, uploads = (open_archive(where, _DAY, _ROOM, prefix) for prefix in ("files", "uploads"))
        name = await pictures.keep(_picture())
        with pytest.raises(NotFound):
            await uploads.read(name)
        assert await open_archive(where, _DAY, _ROOM, "files/").read(name) == b"a picture"

    asyncio.run(use(bucket))
    asyncio.run(use(tmp_path))
    asyncio.run(use(str(tmp_path / "deeper" / "still")))


def test_a_bucket_that_does_not_exist_is_told_as_such(bucket_server: BucketServer, bucket: str) -> None:
    archive = _open(bucket_server.name_place(bucket="nobodys-bucket"))
    for work in (archive.keep(_picture()), archive.read("a" * 64 + ".png"), archive.sweep()):
        with pytest.raises(StorageFailed, match="there is no such bucket"):
            asyncio.run(_await(work))


@pytest.mark.parametrize("wrong", [{"AWS_SECRET_ACCESS_KEY": "wrong"}, {"AWS_ACCESS_KEY_ID": "nobody"}, READER])
def test_credentials_that_may_not_write_are_told_as_such_and_never_shown(
    bucket: str, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    archive = _open(bucket)
    with pytest.raises(StorageFailed, match=r"AWS_ACCESS_KEY_ID .* policy .*403") as failure:
        asyncio.run(archive.keep(_picture()))
    for secret in ("tests-writer", "tests-reader", "nobody"):
        assert secret not in failure.value.message + caplog.text


def test_an_endpoint_in_the_environment_that_is_none_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (WRITER | {"AWS_ENDPOINT_URL": "nonsense"}).items():
        monkeypatch.setenv(name, value)
    archive = _open("s3://bucket/x")
    with pytest.raises(StorageFailed, match="AWS_ variable"):
        asyncio.run(archive.read("a" * 64 + ".png"))


async def _await(work: Awaitable[Any]) -> Any:
    return await work


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("s3://key:s3cret@bucket/x", "AWS_ACCESS_KEY_ID"),
        ("s3://s3cret@bucket/x", "AWS_ACCESS_KEY_ID"),
        ("s3://bucket/x?secret_access_key=s3cret", "credentials belong into the environment"),
        ("s3://bucket/x?endpoint=https://s3cret:x@host", "endpoint"),
        ("s3://bucket/x?endpoint=host:9000", "endpoint"),
        ("s3://bucket/x?public=ftp://host", "public"),
        ("s3://bucket/x?style=s3cret", "path or virtual"),
        ("s3://bucket/x#s3cret", "must be s3://"),
        ("s3://bucket/../x", "must be s3://"),
        ("s3://bucket/a//b", "must be s3://"),
        ("s3://bucket/a b", "must be s3://"),
        ("s3://", "must be s3://"),
        ("s3:bucket", "must be s3://"),
        ("s3://Bucket_Of_Mine", "must be s3://"),
        ("gs://bucket", "must be s3://"),
        ("https://s3.example/bucket", "must be s3://"),
    ],
)
def test_a_wrong_place_is_refused_without_repeating_secrets(url: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as refusal:
        open_archive(url, 60, 1)
    assert "s3cret" not in refusal.value.message


def test_without_the_extra_the_error_says_what_to_install() -> None:
    code = (
        "import sys\n"
        "sys.modules['obstore'] = None\n"
        "from pinxit.storage.stores import open_archive\n"
        "open_archive('/tmp', 60, 1)\n"
        "open_archive('s3://bucket', 60, 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "ConfigurationError" in done.stderr
    assert "pip install 'pinxit[s3]'" in done.stderr


def test_a_folder_imports_nothing_that_speaks_with_buckets() -> None:
    code = (
        "import sys\n"
        "from pinxit.storage.stores import open_archive\n"
        "open_archive('/tmp', 60, 1)\n"
        "sys.exit('obstore' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_signed_addresses_begin_as_callers_see_the_store(bucket: str) -> None:
    place = replace(Place.read(bucket), public="https://pictures.example")
    archive = BucketArchive(place, _DAY, _ROOM)

    async def use() -> str:
        return (await archive.find(await archive.keep(_picture()))).url or ""

    assert asyncio.run(use()).startswith(f"https://pictures.example/{place.bucket}/")
    hosted = replace(place, virtual=True, endpoint="https://s3.example", public="")
    signed = asyncio.run(BucketArchive(hosted, _DAY, _ROOM)._objects.sign("x.png", 60))
    assert signed.startswith(f"https://{place.bucket}.s3.example/x.png?")


def test_the_bytes_of_pictures_do_not_stay_in_memory(bucket: str) -> None:
    code = (
        "import asyncio, os, sys\n"
        "from pathlib import Path\n"
        "from pinxit.storage.stores import open_archive\n"
        "def weigh(): return int(Path('/proc/self/statm').read_text().split()[1]) * os.sysconf('SC_PAGE_SIZE') >> 20\n"
        "async def use():\n"
        "    archive = open_archive(sys.argv[1], 60, 1)\n"
        "    async def once():\n"
        "        name = await archive.keep_bytes(os.urandom(2_000_000), 'bin')\n"
        "        await archive.read(name)\n"
        "    for _ in range(5): await once()\n"
        "    before = weigh()\n"
        "    for _ in range(50): await once()\n"
        "    print(weigh() - before)\n"
        "asyncio.run(use())\n"
    )
    if sys.platform != "linux":
        pytest.skip("memory is weighed in /proc, which only Linux has")
    done = subprocess.run([sys.executable, "-c", code, bucket], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 30  # MiB; all of them together have 100

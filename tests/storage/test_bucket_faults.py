"""Buckets that are away, slow, broken or full: each call ends soon and says what is the matter, and nothing is lost."""

from __future__ import annotations

import asyncio
import gc
import os
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator

import pytest

from buckets import BucketServer
from pinxit.core.errors import NotFound, PinxitError, StorageAway, StorageFailed
from pinxit.core.images import Format, Picture, Size
from pinxit.storage import objects
from pinxit.storage.bucket import BucketArchive
from pinxit.storage.circuit import Away, Circuit
from pinxit.storage.place import Place
from strange_stores import StrangeStore, run_strange_store

_AWAY = ["hang", "reset", "500 InternalError", "503 SlowDown", "502 BadGateway", "429 TooManyRequests"]
_LONGEST = 20.0  # seconds in which a call ends on a loaded machine


@pytest.fixture
def front(bucket_server: BucketServer) -> Iterator[StrangeStore]:
    with run_strange_store(bucket_server.port) as store:
        yield store


@pytest.fixture
def archive(
    front: StrangeStore, bucket: str, bucket_server: BucketServer, monkeypatch: pytest.MonkeyPatch
) -> BucketArchive:
    """An archive behind the strange store that gives up sooner than it would for users."""
    monkeypatch.setattr(objects, "_FIRST", 1.0)
    made = BucketArchive(Place.read(bucket_server.name_place(port=front.port)), 3600.0, 10**9)
    made._circuit = Circuit("The server's store of pictures", patience=1.0, pause=0.5)
    return made


def _picture(data: bytes) -> Picture:
    return Picture(0, data, Size(64, 64), Format.PNG, 1, "x")


async def _fail(work: Awaitable[object]) -> PinxitError:
    """The error of what must fail, within a bounded time."""
    async with asyncio.timeout(_LONGEST):
        with pytest.raises(PinxitError) as failure:
            await work
    return failure.value


@pytest.mark.parametrize("mode", _AWAY)
def test_a_store_that_does_not_work_is_away_and_works_when_it_is_back(
    archive: BucketArchive, front: StrangeStore, mode: str
) -> None:
    data, other = os.urandom(100_000), os.urandom(100_000)

    async def use() -> None:
        name = await archive.keep(_picture(data))
        front.behave(mode)
        works: list[Callable[[], Awaitable[object]]] = [
            lambda: archive.keep(_picture(other)),
            lambda: archive.read(name),
            lambda: archive.find(name),
            lambda: archive.keep_bytes(other, "bin"),
            archive.sweep,
        ]
        for work in works:
            error = await _fail(work())
            assert isinstance(error, StorageAway), error
            assert "for now" in error.message or "cannot be swept" in error.message
            await asyncio.sleep(0.6)
        front.behave("pass")
        await asyncio.sleep(0.6)
        assert await archive.read(name) == data
        assert await archive.read(await archive.keep(_picture(other))) == other
        assert (await archive.find(name)).size == len(data)

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a task that nobody waits for any more would say so
        asyncio.run(use())
        gc.collect()


def test_half_a_picture_is_never_read(archive: BucketArchive, front: StrangeStore) -> None:
    data = os.urandom(100_000)

    async def use() -> None:
        name = await archive.keep(_picture(data))
        front.behave("half")
        assert isinstance(await _fail(archive.read(name)), StorageAway)
        front.behave("pass")
        await asyncio.sleep(0.6)
        assert await archive.read(name) == data

    asyncio.run(use())


def test_a_store_that_stumbles_once_is_asked_again(archive: BucketArchive, front: StrangeStore) -> None:
    async def use() -> None:
        front.behave("503 SlowDown")
        keeping = asyncio.create_task(archive.keep(_picture(b"x" * 1000)))
        while not front.asked:  # noqa: ASYNC110  (another thread counts)
            await asyncio.sleep(0.01)
        front.behave("pass")
        assert await archive.read(await keeping) == b"x" * 1000

    asyncio.run(use())


def test_nobody_waits_for_a_store_that_is_known_to_be_down(archive: BucketArchive, front: StrangeStore) -> None:
    archive._circuit = Circuit("The store", patience=0.3, pause=30.0)

    async def use() -> None:
        front.behave("500 InternalError")
        await _fail(archive.keep(_picture(b"1")))
        front.behave("500 InternalError")
        errors = await asyncio.gather(*(_fail(archive.keep(_picture(b"%d" % n))) for n in range(50)))
        assert all(isinstance(error, StorageAway) for error in errors)
        assert front.asked == 0

    asyncio.run(use())


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("404 NoSuchBucket", "no such bucket"),
        ("403 AccessDenied", "policy"),
        ("403 RequestTimeTooSkewed", "clock"),
        ("507 XMinioStorageFull", "full"),
        ("400 AuthorizationHeaderMalformed", "region or endpoint"),
        ("301 PermanentRedirect", "region or endpoint"),
        ("405 MethodNotAllowed", "region or endpoint"),
    ],
)
def test_what_only_the_operator_can_mend_is_told_at_once_and_not_tried_again(
    archive: BucketArchive, front: StrangeStore, mode: str, said: str
) -> None:
    async def use() -> None:
        front.behave(mode)
        error = await _fail(archive._circuit.call(lambda: archive._objects.put("x.png", b"x")))
        assert type(error) is StorageFailed, error
        assert said in error.message
        assert front.asked == 1
        front.behave("pass")
        await archive.keep(_picture(b"x"))

    asyncio.run(use())


def test_a_policy_that_hides_what_is_not_there_does_not_keep_pictures_from_being_sent(
    archive: BucketArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without s3:ListBucket, S3 answers 403 to a question for an object that does not exist."""

    async def look(key: str) -> None:
        raise StorageFailed("403")

    async def use() -> bytes:
        with monkeypatch.context() as patch:
            patch.setattr(archive._objects, "look", look)
            name = await archive.keep(_picture(b"x"))
        return await archive.read(name)

    assert asyncio.run(use()) == b"x"


def test_a_caller_who_goes_away_in_the_middle_breaks_nothing(archive: BucketArchive, front: StrangeStore) -> None:
    async def use() -> None:
        front.behave("hang")
        tasks = [asyncio.create_task(archive.keep(_picture(b"%d" % number))) for number in range(5)]
        await asyncio.sleep(0.2)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        front.behave("pass")
        name = await archive.keep(_picture(b"0"))
        assert await archive.read(name) == b"0"

    asyncio.run(use())


def test_a_circuit_lets_one_call_find_out_whether_the_service_is_back() -> None:
    circuit = Circuit("It", patience=0.0, pause=0.2)
    tried: list[int] = []

    async def work() -> int:
        tried.append(1)
        await asyncio.sleep(0.02)
        raise Away("broken")

    async def answer() -> int:
        return 7

    async def refuse() -> int:
        raise NotFound("it is not there, and that is an answer")

    async def use() -> None:
        await _fail(circuit.call(work))
        tried.clear()
        await asyncio.sleep(0.25)
        await asyncio.gather(*(_fail(circuit.call(work)) for _ in range(20)))
        assert len(tried) == 1
        await asyncio.sleep(0.25)
        assert isinstance(await _fail(circuit.call(refuse)), NotFound)
        assert await circuit.call(answer) == 7
        assert await circuit.call(answer) == 7

    asyncio.run(use())


def test_one_call_that_fails_among_many_that_succeed_does_not_take_the_service_for_down() -> None:
    circuit = Circuit("It", patience=0.5, pause=60.0)

    async def work() -> int:
        raise Away("broken")

    async def answer() -> float:
        return time.monotonic()

    async def use() -> None:
        failing = asyncio.create_task(_fail(circuit.call(work)))
        await asyncio.sleep(0.01)
        await circuit.call(answer)
        await failing
        await circuit.call(answer)

    asyncio.run(use())

"""The good ways: pictures come from hosts that may be asked, by a plain and honest request."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from network.strange_hosts import NAME, NameServer, StrangeHost, answer, move, picture
from pinxit import __version__
from pinxit.core.errors import ConfigurationError, Overloaded, SourceUnavailable
from pinxit.core.images import Source
from pinxit.core.sources import Link, gather
from pinxit.network import fetching
from pinxit.network.fetching import GuardedFetcher
from pinxit.network.names import SystemResolver


def _fetch(host: StrangeHost, path: str, *, allow: Sequence[str] = (NAME,), name: str = NAME) -> Source:
    async def run() -> Source:
        async with host.running():
            opened = [entry.replace("PORT", str(host.port)) for entry in allow]
            fetcher = GuardedFetcher(opened, resolver=NameServer(**{NAME.replace(".", "_"): [["127.0.0.1"]]}))
            return await fetcher.fetch(Link(f"http://{name}:{host.port}{path}", "image_url"))

    return asyncio.run(run())


@pytest.mark.parametrize(("kind", "mime"), [(kind, f"image/{kind}") for kind in ("png", "jpeg", "webp", "gif")])
def test_a_picture_is_known_by_its_bytes_whatever_its_type_says(kind: str, mime: str) -> None:
    body = picture(kind)
    source = _fetch(StrangeHost({"/x": answer(body, "Content-Type: text/html")}), "/x")
    assert (source.data, source.mime, source.name) == (body, mime, "image_url")


def test_a_picture_may_come_in_chunks() -> None:
    body = picture()
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    assert _fetch(StrangeHost({"/x": chunked}), "/x").data == body


def test_a_picture_may_end_with_its_connection() -> None:
    assert _fetch(StrangeHost({"/x": b"HTTP/1.0 200 OK\r\n\r\n" + picture()}), "/x").data == picture()


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed(status: str) -> None:
    host = StrangeHost({"/old/x?a=1": move("../new/x?b=2#c", status), "/new/x?b=2": answer(picture())})
    assert _fetch(host, "/old/x?a=1").data == picture()
    assert host.connections == 2


def test_three_redirects_are_followed() -> None:
    host = StrangeHost({"/1": move("/2"), "/2": move("/3"), "/3": move("/4"), "/4": answer(picture())})
    assert _fetch(host, "/1").data == picture()


def test_the_request_tells_who_asks_and_nothing_about_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    host = StrangeHost({"/a": answer(b"", "Location: /x", "Set-Cookie: a=b", status="302 Found")})
    host.answers["/x"] = answer(picture())
    _fetch(host, "/a#fragment")
    for request, path in zip(host.requests, ("/a", "/x"), strict=True):
        first, *rest = request.decode().strip().split("\r\n")
        assert first == f"GET {path} HTTP/1.1"
        assert {line.partition(":")[0].lower() for line in rest} == {
            *("host", "user-agent", "accept", "accept-encoding", "connection")
        }
        assert f"Host: {NAME}:{host.port}" in rest
        assert f"User-Agent: pinxit/{__version__}" in rest
        assert "Accept-Encoding: identity" in rest


@pytest.mark.parametrize(
    "entry", [NAME, NAME.upper() + ".", f"{NAME}:PORT", "127.0.0.0/8", "127.0.0.1", "127.0.0.1:PORT"]
)
def test_an_operator_opens_a_private_host(entry: str) -> None:
    assert _fetch(StrangeHost({"/x": answer(picture())}), "/x", allow=["[::1]:80", entry]).data == picture()


@pytest.mark.parametrize("entry", ["other.example", f"{NAME}:1", "127.0.0.1:1", "10.0.0.0/8", f"deeper.{NAME}", "::1"])
def test_what_is_open_opens_nothing_else(entry: str) -> None:
    host = StrangeHost({"/x": answer(picture())})
    with pytest.raises(SourceUnavailable, match="PINXIT_FETCH_ALLOW"):
        _fetch(host, "/x", allow=[entry])
    assert host.connections == 0


@pytest.mark.parametrize(
    "entry",
    [
        *("*", "", "0.0.0.0/0", "::/0", "10.0.0.1/8", "http://a.example", "a b", "u@h", "a:b"),
        *("a.example:", "127.0.0.1:", "[::1]:", ":", "10.0.0.0/8:9000"),
    ],
)
def test_an_entry_that_cannot_be_read_or_opens_everything_is_refused(entry: str) -> None:
    with pytest.raises(ConfigurationError, match="PINXIT_FETCH_ALLOW"):
        GuardedFetcher([entry])


def test_the_operating_system_is_asked_for_names() -> None:
    assert "127.0.0.1" in asyncio.run(SystemResolver()("127.0.0.1", 80))


@pytest.mark.parametrize("name", ["a" * 64 + ".example", "nobody.invalid", ""])
def test_a_name_without_addresses_is_an_error_of_the_system(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nobody(host: str, port: int, **rest: object) -> list[object]:
        host.encode("idna")
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", find_nobody)
    with pytest.raises(OSError, match="no such name"):
        asyncio.run(SystemResolver()(name, 80))


def test_a_hung_name_server_takes_a_place_until_it_answers_and_no_thread_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = threading.Event()
    threads: list[threading.Thread] = []

    def hang(host: str, port: int, **rest: object) -> list[tuple[object, ...]]:
        threads.append(threading.current_thread())
        answers.wait(30)
        return [(0, 0, 0, "", ("127.0.0.1", port))]

    async def run() -> None:
        resolver = SystemResolver(2)
        fetcher = GuardedFetcher(seconds=0.2, resolver=resolver)
        links = [Link(f"http://slow{number}.example/x") for number in range(20)]
        refusals = await asyncio.gather(*map(fetcher.fetch, links), return_exceptions=True)
        assert all("did not come within" in str(refusal) for refusal in refusals)
        assert len(threads) == 2  # the questions that nobody waits for any more still keep others from being asked
        assert all(thread.daemon for thread in threads)  # the process does not wait for them
        assert await asyncio.wait_for(asyncio.to_thread(lambda: "free"), 5) == "free"
        answers.set()
        assert await asyncio.wait_for(resolver("a.example", 80), 5) == ["127.0.0.1"]

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    asyncio.run(run())


def test_who_waits_for_the_fetches_of_others_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_AT_ONCE", 1)

    async def stall(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2)

    async def run() -> tuple[Source | BaseException, Source | BaseException]:
        async with StrangeHost({"/x": stall}).running() as host:
            fetcher = GuardedFetcher(["127.0.0.1"], seconds=0.3)
            link = Link(f"http://127.0.0.1:{host.port}/x")
            return await asyncio.gather(fetcher.fetch(link), fetcher.fetch(link), return_exceptions=True)

    stalled, waited = asyncio.run(run())
    assert isinstance(stalled, SourceUnavailable)
    assert isinstance(waited, Overloaded)
    assert waited.retry_after == 0.3


def test_a_fetch_that_nobody_waits_for_hangs_up() -> None:
    async def run() -> None:
        asked, left = asyncio.Event(), asyncio.Event()

        async def stall(writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 200 OK\r\n")
            asked.set()
            try:
                while True:  # until nobody takes it
                    writer.write(b"X: 1\r\n")
                    await writer.drain()
                    await asyncio.sleep(0.01)
            finally:
                left.set()

        async with StrangeHost({"/x": stall}).running() as host:
            fetcher = GuardedFetcher(["127.0.0.1"], seconds=60)
            task = asyncio.create_task(fetcher.fetch(Link(f"http://127.0.0.1:{host.port}/x")))
            await asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.wait_for(left.wait(), 30)

    asyncio.run(run())


def test_only_so_many_are_fetched_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_AT_ONCE", 2)
    now: list[int] = [0]
    most: list[int] = [0]

    async def count(writer: asyncio.StreamWriter) -> None:
        now[0] += 1
        most[0] = max(most[0], now[0])
        await asyncio.sleep(0.02)
        now[0] -= 1  # before the answer, since the next one may be asked as soon as it is there
        writer.write(answer(picture()))

    async def run() -> None:
        async with StrangeHost({"/x": count}).running() as host:
            fetcher = GuardedFetcher(["127.0.0.1"], seconds=30)
            link = Link(f"http://127.0.0.1:{host.port}/x")
            assert len(await gather([link] * 6, fetcher)) == 6

    asyncio.run(run())
    assert most == [2]

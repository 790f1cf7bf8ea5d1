"""Messages to the addresses that callers name: whom they reach, and what an answer can do."""

from __future__ import annotations

import asyncio
import ssl
import time
import tracemalloc
from pathlib import Path

import pytest
import trustme

from network import test_hostile_urls as hostile
from network.receivers import Behaviour, Receiver
from network.strange_hosts import NAME, NameServer, StrangeHost, answer, move
from pinxit.core.errors import InvalidRequest
from pinxit.network import reach
from pinxit.network.posting import GuardedSender

_HOSTILE = [*hostile._NOT_HTTP, *hostile._UNCLEAR, *hostile._NUMBERS, *hostile._PRIVATE, *hostile._PORTS]
_BODY = b'{"type":"webhook.test"}'
dialled = hostile.dialled


def _names() -> NameServer:
    return NameServer(**{name: [found] for name, found in hostile._NAMES.items()})


def _post(behaviour: Behaviour, seconds: float = 5.0) -> str:
    """What is said of a receiver that answers so."""

    async def run() -> str:
        async with Receiver(behaviour).running() as receiver:
            return await GuardedSender(["127.0.0.1"], seconds=seconds).post(receiver.url, {}, _BODY)

    return asyncio.run(run())


def _check(url: str, *allow: str, names: NameServer | None = None) -> str:
    """The message of the refusal of an address; empty where it is taken."""
    try:
        asyncio.run(GuardedSender(allow, resolver=names or _names()).check_target(url))
    except InvalidRequest as refusal:
        if (refusal.param, refusal.code) != ("webhook", "invalid_webhook_url"):
            raise
        return refusal.message
    return ""


def test_a_message_comes_as_it_was_written() -> None:
    async def run() -> Receiver:
        async with Receiver(204).running() as receiver:
            sent = {"content-type": "application/json", "webhook-id": "wh_1"}
            assert await GuardedSender(["127.0.0.1"]).post(f"{receiver.url}?a=1", sent, _BODY) == "204"
            return receiver

    (message,) = asyncio.run(run()).messages
    assert message.path == "/hook?a=1"
    assert message.body == _BODY
    assert message.headers["content-type"] == "application/json"
    assert message.headers["webhook-id"] == "wh_1"
    assert message.headers["user-agent"].startswith("pinxit/")
    assert not {"authorization", "cookie", "referer"} & set(message.headers)


@pytest.mark.parametrize("url", _HOSTILE)
def test_a_hostile_address_is_refused_when_it_is_named(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "PORTS", frozenset({443, 8080}))
    message = _check(url.replace("PORT", "8080"))
    assert message
    assert "passwd" not in message
    assert "word@" not in message


@pytest.mark.parametrize("url", _HOSTILE)
def test_a_hostile_address_is_refused_again_when_it_is_posted_to(url: str, dialled: list[tuple[str, int]]) -> None:
    async def run() -> tuple[str, int]:
        host = StrangeHost({"/x": answer(b"")})
        async with host.running():
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(reach, "PORTS", frozenset({80, 443, 8080, 8443, host.port}))
                sender = GuardedSender(seconds=2, resolver=_names())
                said = await sender.post(url.replace("PORT", str(host.port)), {}, _BODY)
                return said, host.connections

    assert asyncio.run(run()) in {("refused", 0), ("unreachable", 0)}
    assert dialled == []


def test_the_refusal_of_a_private_address_is_that_of_a_name_that_does_not_exist() -> None:
    private, unknown = _check("https://metadata.internal.example/x"), _check("https://unknown.example/x")
    assert private.replace("metadata.internal.example", "unknown.example") == unknown


def test_a_public_address_must_be_https() -> None:
    assert "https only" in _check("http://93.184.215.14/x")
    assert _check("https://93.184.215.14/x") == ""
    assert _check("https://93.184.215.14:8443/x") == ""
    assert "ports 443 and 8443" in _check("https://93.184.215.14:8080/x")


def test_plain_http_is_for_hosts_that_the_operator_opened() -> None:
    names = NameServer(**{"hooks_internal": [["10.1.2.3"]], "public_example": [["93.184.215.14"]]})
    assert _check("http://hooks.internal:9000/x", "hooks.internal:9000", names=names) == ""
    assert _check("http://hooks.internal:9000/x", "10.0.0.0/8", names=names) == ""
    assert "https only" in _check("http://public.example:8080/x", "hooks.internal", names=names)
    assert "ports 443 and 8443" in _check("http://hooks.internal:9001/x", "hooks.internal:9000", names=names)


def test_an_address_that_is_http_for_strangers_is_not_posted_to(dialled: list[tuple[str, int]]) -> None:
    assert asyncio.run(GuardedSender().post("http://93.184.215.14/x", {}, _BODY)) == "refused"
    assert dialled == []


def test_a_name_that_becomes_private_after_it_was_registered_is_not_posted_to(dialled: list[tuple[str, int]]) -> None:
    names = NameServer(rebinding_example=[["93.184.215.14"], ["127.0.0.1"]])
    sender = GuardedSender(resolver=names)

    async def run() -> str:
        await sender.check_target("https://rebinding.example/x")
        return await sender.post("https://rebinding.example/x", {}, _BODY)

    assert asyncio.run(run()) == "refused"
    assert dialled == []


def test_the_address_that_was_checked_is_the_one_connected_to(dialled: list[tuple[str, int]]) -> None:
    names = NameServer(rebinding_example=[["93.184.215.14", "2606:2800:21f::1"], ["127.0.0.1"]])
    said = asyncio.run(GuardedSender(resolver=names).post("https://rebinding.example/x", {}, _BODY))
    assert said == "unreachable"
    assert names.asked == ["rebinding.example"]
    assert dialled == [("93.184.215.14", 443), ("2606:2800:21f::1", 443)]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_not_followed(status: str) -> None:
    async def run() -> tuple[str, int]:
        elsewhere = Receiver()
        async with elsewhere.running(), Receiver(move(elsewhere.url, status)).running() as receiver:
            said = await GuardedSender(["127.0.0.1"]).post(receiver.url, {}, _BODY)
            return said, elsewhere.connections

    assert asyncio.run(run()) == (status[:3], 0)


async def _pour(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"x" * 65_536)
        await writer.drain()


async def _pour_head(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while not writer.is_closing():
        writer.write(b"X-More: %s\r\n" % (b"x" * 4000))
        await writer.drain()


async def _pour_early(writer: asyncio.StreamWriter) -> None:
    while not writer.is_closing():
        writer.write(b"HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n" * 100)
        await writer.drain()


async def _drip(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _hold(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


def test_an_endless_answer_is_left_after_a_few_kilobytes() -> None:
    tracemalloc.start()
    try:
        assert _post(_pour) == "200"
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("behaviour", [_pour_head, _pour_early])
def test_an_endless_head_is_no_answer(behaviour: Behaviour) -> None:
    assert _post(behaviour) == "unreachable"


def test_a_dripping_answer_counts_by_its_status_and_is_left() -> None:
    before = time.monotonic()
    assert _post(_drip, seconds=20) == "200"
    assert time.monotonic() - before < 15


@pytest.mark.parametrize(
    ("behaviour", "word"),
    [
        (_hold, "timeout"),
        (b"", "unreachable"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "unreachable"),
    ],
)
def test_what_does_not_answer_gets_a_word(behaviour: Behaviour, word: str) -> None:
    assert _post(behaviour, seconds=0.7) == word


def test_nobody_listening_is_unreachable() -> None:
    async def run() -> str:
        async with Receiver().running() as receiver:
            url = receiver.url
        return await GuardedSender(["127.0.0.1"]).post(url, {}, _BODY)

    assert asyncio.run(run()) == "unreachable"


def test_a_slow_name_server_is_a_timeout() -> None:
    async def never(host: str, port: int) -> list[str]:
        await asyncio.sleep(30)
        return []

    assert asyncio.run(GuardedSender(seconds=0.2, resolver=never).post("https://slow.example/", {}, b"")) == "timeout"


@pytest.mark.parametrize(("trusted", "said"), [(True, "200"), (False, "certificate")])
def test_https_is_for_hosts_that_prove_their_name(
    trusted: bool, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer, other = trustme.CA(), trustme.CA()
    (issuer if trusted else other).cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(NAME).configure_cert(trust)

    async def run() -> str:
        async with StrangeHost({"/x": answer(b"ok")}).running(trust) as host:
            names = NameServer(pictures_example=[["127.0.0.1"]])
            return await GuardedSender([NAME], resolver=names).post(f"https://{NAME}:{host.port}/x", {}, _BODY)

    assert asyncio.run(run()) == said

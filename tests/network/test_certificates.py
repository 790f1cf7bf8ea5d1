"""https: only a host that proves its name is believed."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from pathlib import Path

import pytest
import trustme

from network.strange_hosts import NAME, Behaviour, NameServer, StrangeHost, answer, move, picture
from pinxit.core.errors import SourceUnavailable
from pinxit.core.images import Source
from pinxit.core.sources import Link
from pinxit.network.fetching import GuardedFetcher


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> trustme.CA:
    """A certificate authority that this machine trusts for the moment."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def _fetch(issuer: trustme.CA, certified: str, answers: dict[str, Behaviour], name: str = NAME) -> Source:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(certified).configure_cert(trust)
    unsafe = StrangeHost({"/x": answer(picture())})

    async def run() -> Source:
        async with StrangeHost(answers).running(trust) as host, unsafe.running():
            answers["/down"] = move(f"http://{NAME}:{unsafe.port}/x")
            names = NameServer(pictures_example=[["127.0.0.1"]])
            fetcher = GuardedFetcher([NAME, "127.0.0.1"], seconds=5, resolver=names)
            return await fetcher.fetch(Link(f"https://{name}:{host.port}/x"))

    try:
        return asyncio.run(run())
    finally:
        assert unsafe.connections == 0


def test_a_host_that_proves_its_name_is_asked(authority: trustme.CA) -> None:
    assert _fetch(authority, NAME, {"/x": answer(picture())}).data == picture()


def test_a_host_may_prove_its_address(authority: trustme.CA) -> None:
    assert _fetch(authority, "127.0.0.1", {"/x": answer(picture())}, "127.0.0.1").data == picture()


@pytest.mark.usefixtures("authority")
def test_a_certificate_of_an_unknown_authority_is_refused() -> None:
    with pytest.raises(SourceUnavailable, match="certificate is not valid") as refusal:
        _fetch(trustme.CA(), NAME, {"/x": answer(picture())})
    assert refusal.value.code == "invalid_image_url"


@pytest.mark.parametrize("certified", ["other.example", "127.0.0.1", f"deeper.{NAME}"])
def test_the_certificate_of_another_name_is_refused(authority: trustme.CA, certified: str) -> None:
    with pytest.raises(SourceUnavailable, match="certificate is not valid"):
        _fetch(authority, certified, {"/x": answer(picture())})


def test_a_redirect_from_https_to_http_is_not_followed(authority: trustme.CA) -> None:
    with pytest.raises(SourceUnavailable, match="from https to http"):
        _fetch(authority, NAME, {"/x": move("/down")})


def test_a_redirect_from_https_to_https_is_followed(authority: trustme.CA) -> None:
    assert _fetch(authority, NAME, {"/x": move("/y"), "/y": answer(picture())}).data == picture()


@pytest.mark.parametrize("hello", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"\x15\x03\x03\x00\x02\x02\x28"])
def test_a_host_that_does_not_speak_tls_is_refused_and_left(hello: bytes) -> None:
    async def run() -> None:
        left = asyncio.Event()

        async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(hello)
            with suppress(OSError):
                await reader.read()  # without a word of its own the host just waits
            left.set()
            writer.close()

        server = await asyncio.start_server(speak, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        fetcher = GuardedFetcher([f"127.0.0.1:{port}"], seconds=0.5)
        try:
            await fetcher.fetch(Link(f"https://127.0.0.1:{port}/x"))
        finally:
            await asyncio.wait_for(left.wait(), 30)
            server.close()

    with pytest.raises(SourceUnavailable, match=r"could not be asked|did not come within"):
        asyncio.run(run())

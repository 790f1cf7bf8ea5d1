"""What strangers answer: too much, too slowly, or something else than a picture."""

from __future__ import annotations

import asyncio
import gzip
import struct
import time
import tracemalloc
import zlib

import pytest

from network.strange_hosts import NAME, Behaviour, NameServer, StrangeHost, answer, picture
from pinxit.core.errors import InvalidRequest, SourceUnavailable
from pinxit.core.sources import Link
from pinxit.network.fetching import GuardedFetcher

_LIMIT = 200_000
_HEAD = b"HTTP/1.1 200 OK\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_PNG = picture()


def _refuse(behaviour: Behaviour, seconds: float = 5) -> InvalidRequest:
    """The refusal of what a host answers, without anything being left behind."""

    async def run() -> None:
        async with StrangeHost({"/x?signature=secret": behaviour}).running() as host:
            names = NameServer(pictures_example=[["127.0.0.1"]])
            fetcher = GuardedFetcher([NAME], seconds=seconds, max_bytes=_LIMIT, resolver=names)
            await fetcher.fetch(Link(f"http://{NAME}:{host.port}/x?signature=secret", "image"))

    with pytest.raises(InvalidRequest) as refusal:
        asyncio.run(run())
    assert refusal.value.param == "image"
    assert "secret" not in refusal.value.message
    return refusal.value


def _refuse_host(behaviour: Behaviour, seconds: float = 5) -> str:
    """The message of a refusal that blames the host."""
    refusal = _refuse(behaviour, seconds)
    assert isinstance(refusal, SourceUnavailable), refusal.message
    assert refusal.code == "invalid_image_url"
    assert NAME in refusal.message
    return refusal.message


def _drip(start: bytes, drop: bytes, pause: float) -> Behaviour:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while not writer.is_closing():
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(pause)

    return write


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b""),
        (b"", b"H"),
        (_HEAD, b"X-Header: 1\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        (_HEAD + b"\r\n" + _PNG, b"\0"),
        (_HEAD + b"\r\n", b""),
        (_CHUNKED, b"1\r\n\x89\r\n"),
        (_HEAD + b"Content-Length: 90000\r\n\r\n" + _PNG, b"\0"),
        (_CHUNKED + b"%x\r\n%s\r\n0\r\n" % (len(_PNG), _PNG), b"Trailer: 1\r\n"),
    ],
)
def test_a_host_that_takes_too_long_is_given_up(start: bytes, drop: bytes) -> None:
    assert "did not come within 0.3 seconds" in _refuse_host(_drip(start, drop, 0.02), seconds=0.3)


def test_a_name_server_that_takes_too_long_is_given_up() -> None:
    async def hang(host: str, port: int) -> list[str]:
        await asyncio.sleep(60)
        return []

    with pytest.raises(SourceUnavailable, match="did not come within"):
        asyncio.run(GuardedFetcher(seconds=0.1, resolver=hang).fetch(Link("http://slow.example/x")))


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (_HEAD, b"X-Header: 1\r\n" * 1000),
        (_HEAD + b"X-Header: ", b"x" * 60_000),
        (b"", b"x" * 60_000),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100),
        (_CHUNKED, b"1;" + b"x" * 60_000 + b"\r\n\x89\r\n"),
        (_CHUNKED, b"0" * 60_000),
        (_CHUNKED + b"%x\r\n%s\r\n0\r\n" % (len(_PNG), _PNG), b"Trailer: 1\r\n" * 1000),
    ],
)
def test_endless_headers_are_cut_off(start: bytes, more: bytes) -> None:
    assert "could not be asked" in _refuse_host(_drip(start, more, 0), seconds=30)


def test_a_flood_of_heads_does_not_hold_up_others() -> None:
    async def run() -> float:
        worst = 0.0
        flood = _drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 4000, 0)
        async with StrangeHost({"/x": flood}).running() as host:
            fetcher = GuardedFetcher(["127.0.0.1"], seconds=30)
            link = Link(f"http://127.0.0.1:{host.port}/x")
            work = asyncio.gather(*[fetcher.fetch(link) for _ in range(4)], return_exceptions=True)
            while not work.done():
                before = time.thread_time()
                await asyncio.sleep(0)
                worst = max(worst, time.thread_time() - before)
            assert all("could not be asked" in str(refusal) for refusal in work.result())
        return worst

    assert asyncio.run(run()) < 0.05  # a hundredth of a second; with 64 KB at a time it is ten times as much


@pytest.mark.parametrize("start", [_HEAD + b"\r\n", _CHUNKED])
def test_an_endless_picture_is_cut_off_at_the_limit(start: bytes) -> None:
    zeros = bytes(60_000) if start != _CHUNKED else b"%x\r\n%s\r\n" % (60_000, bytes(60_000))
    first = _PNG if start != _CHUNKED else b"%x\r\n%s\r\n" % (len(_PNG), _PNG)
    tracemalloc.start()
    message = _refuse_host(_drip(start + first, zeros, 0), seconds=30)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "more than 0.190735 MB" in message
    assert peak < 20_000_000


@pytest.mark.parametrize("length", [str(_LIMIT + 1), "99999999999999999999"])
def test_a_length_over_the_limit_is_refused_before_the_body(length: str) -> None:
    answer_only_head = _drip(_HEAD + f"Content-Length: {length}\r\n\r\n".encode(), b"", 60)
    assert "more than" in _refuse_host(answer_only_head, seconds=30)


@pytest.mark.parametrize(
    "lines",
    [
        "Content-Length: -1",
        "Content-Length: 1e3",
        "Content-Length: 0x40",
        f"Content-Length: {'9' * 5000}",
        f"Content-Length: {len(_PNG)}\r\nContent-Length: 1",
        f"Content-Length: {len(_PNG) + 1}",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked",
        "Bad Header: 1",
        " folded: 1",
    ],
)
def test_a_length_or_a_header_that_lies_is_refused(lines: str) -> None:
    assert "could not be asked" in _refuse_host(_HEAD + lines.encode() + b"\r\n\r\n" + _PNG)


@pytest.mark.parametrize(
    "whole", [b"", b"\r\n\r\n", b"hello", b"\x16\x03\x01\x02\x00", b"SSH-2.0-x\r\n", _PNG, b"+PONG\r\n"]
)
def test_what_is_not_http_is_refused(whole: bytes) -> None:
    assert "could not be asked" in _refuse_host(whole)


@pytest.mark.parametrize(
    "status", ["204 No", "206 Partial", "304 Not", "401 No", "404 No", "418 Tea", "500 Oh", "300 Many"]
)
def test_another_status_than_200_is_refused_by_its_number(status: str) -> None:
    body = b"" if status[:3] in ("204", "304") else _PNG
    assert f"answered with status {status[:3]}" in _refuse_host(answer(body, status=status))


def test_a_change_of_protocol_is_refused() -> None:
    assert "could not be asked" in _refuse_host(
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n" + _PNG
    )


def test_a_redirect_to_nowhere_is_refused() -> None:
    _refuse(answer(b"", status="302 Found"), seconds=2)
    _refuse(answer(b"", "Location: /a", "Location: http://other.example/", status="302 Found"))


@pytest.mark.parametrize(
    "headers",
    [
        ["Content-Encoding: gzip"],
        ["Content-Encoding: GZIP"],
        ["Content-Encoding: br"],
        ["Content-Encoding: zstd"],
        ["Content-Encoding: identity, gzip"],
        ["Content-Encoding: identity", "Content-Encoding: gzip"],
    ],
)
def test_a_compressed_body_is_refused_and_never_unpacked(headers: list[str]) -> None:
    bomb = gzip.compress(_PNG + bytes(10_000_000))
    assert "compressed" in _refuse_host(answer(bomb, *headers))


def test_a_picture_in_crumbs_is_refused() -> None:
    crumbs = b"".join(b"1\r\n%c\r\n" % byte for byte in _PNG + bytes(9_000))
    assert "crumbs" in _refuse_host(_CHUNKED + crumbs + b"0\r\n\r\n")


def _png_of(width: int, height: int) -> bytes:
    header = struct.pack(">4sIIBBBBB", b"IHDR", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)) + bytes(99)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x89PNG",
        b"<!doctype html><title>Sign in</title>" * 9,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>" * 9,
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
        b"BM" + bytes(99),
        b"II*\0" + bytes(99),
        b"%PDF-1.7" + bytes(99),
        b"PK\3\4" + bytes(99),
        b"\0\0\0\x20ftypavif" + bytes(99),
        b"RIFF\0\0\0\0WAVE" + bytes(99),
        b"#!/bin/sh\n" * 20,
        gzip.compress(_PNG, mtime=0),
        b" " + _PNG,
    ],
)
@pytest.mark.parametrize("kind", ["image/png", "text/html"])
def test_what_is_no_picture_is_refused_whatever_its_type_says(body: bytes, kind: str) -> None:
    refusal = _refuse(answer(body, f"Content-Type: {kind}"))
    assert (refusal.code, "PNG, JPEG, WebP or GIF" in refusal.message) == ("invalid_image", True)


def test_a_page_is_not_read_to_its_end() -> None:
    refusal = _refuse(_drip(_HEAD + b"\r\n", b"<html>" * 20, 0.5), seconds=30)
    assert refusal.code == "invalid_image"


def test_a_picture_of_too_many_pixels_is_refused_by_its_header() -> None:
    assert _refuse(answer(_png_of(60_000, 60_000))).code == "image_too_large"

"""Told to misbehave, the stand-in does so on the wire, where and as often as it was told, and writes it down."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme

from pinxit.testing.upstream import WORDS, FakeUpstream, Misbehaviour, run_upstream

_FRESH = httpx.Client(limits=httpx.Limits(max_keepalive_connections=0))  # a connection for each request
_PATH = "/v1beta/models/gemini-2.5-flash-image:generateContent"
_STREAM = "/v1beta/models/gemini-2.5-flash-image:streamGenerateContent?alt=sse"


def _post(upstream: FakeUpstream, prompt: str = "a fox", path: str = _PATH, seconds: float = 20.0) -> httpx.Response:
    body = {"contents": [{"parts": [{"text": prompt}]}]}
    return _FRESH.post(upstream.url + path, json=body, headers={"x-goog-api-key": upstream.key}, timeout=seconds)


def _speak(upstream: FakeUpstream, prompt: str = "a fox", path: str = _PATH) -> tuple[bytes, str]:
    """All bytes that come back on a bare socket, and how it ended: "closed" or "reset"."""
    body = f'{{"contents": [{{"parts": [{{"text": "{prompt}"}}]}}]}}'.encode()
    head = f"POST {path} HTTP/1.1\r\nhost: x\r\nx-goog-api-key: {upstream.key}\r\nconnection: close\r\n"
    received = b""
    with closing(socket.create_connection(("127.0.0.1", upstream.port), timeout=10)) as wire:
        wire.sendall(f"{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        while True:
            try:
                piece = wire.recv(65536)
            except ConnectionResetError:
                return received, "reset"
            if not piece:
                return received, "closed"
            received += piece


@pytest.mark.parametrize("path", [_PATH, _STREAM], ids=["whole", "stream"])
@pytest.mark.parametrize(
    ("prompt", "ending", "holds", "lacks"),
    [
        ("[reset request]", "reset", b"", b"HTTP"),
        ("[reset before]", "reset", b"", b"HTTP"),
        ("[reset headers]", "reset", b"HTTP/1.1 200 OK", b"\r\n\r\n"),
        ("[reset body]", "reset", b"\r\n\r\n", b"usageMetadata"),
        ("[close body]", "closed", b"\r\n\r\n", b"usageMetadata"),
    ],
)
def test_a_connection_ends_at_each_stage(
    upstream: FakeUpstream, path: str, prompt: str, ending: str, holds: bytes, lacks: bytes
) -> None:
    received, how = _speak(upstream, prompt, path)
    assert how == ending
    assert holds in received
    assert lacks not in received
    call = upstream.calls[-1]
    assert (call.pictures, call.sent, upstream.made, upstream.drawn) == (1, False, 0, 1)


def test_a_reset_from_a_script_comes_before_the_body_is_read(upstream: FakeUpstream) -> None:
    upstream.next("reset request")
    with closing(socket.create_connection(("127.0.0.1", upstream.port), timeout=10)) as wire:
        wire.sendall(f"POST {_PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n".encode())
        with pytest.raises(ConnectionResetError):
            wire.recv(1000)
    assert [(call.ways, call.status, call.pictures) for call in upstream.calls] == [(("reset request",), None, 0)]


@pytest.mark.parametrize("path", [_PATH, _STREAM], ids=["whole", "stream"])
def test_a_whole_answer_is_whole_and_counted(upstream: FakeUpstream, path: str) -> None:
    received, how = _speak(upstream, path=path)
    assert (how, b"usageMetadata" in received) == ("closed", True)
    call = upstream.calls[-1]
    assert (call.status, call.pictures, call.sent, call.left) == (200, 1, True, False)
    assert (upstream.made, upstream.drawn, upstream.count) == (1, 1, 1)


def _ask_on(wire: socket.socket, upstream: FakeUpstream, *prompts: str) -> None:
    for prompt in prompts:
        body = f'{{"contents": [{{"parts": [{{"text": "{prompt}"}}]}}]}}'
        head = f"POST {_PATH} HTTP/1.1\r\nx-goog-api-key: {upstream.key}\r\ncontent-length: {len(body)}\r\n\r\n"
        wire.sendall((head + body).encode())


def _read_until(wire: socket.socket, done: Callable[[bytes], bool]) -> bytes:
    received = b""
    while not done(received) and (piece := wire.recv(65536)):
        received += piece
    return received


def test_requests_on_one_connection_are_answered_in_their_order_however_early_they_come(
    upstream: FakeUpstream,
) -> None:
    with closing(socket.create_connection(("127.0.0.1", upstream.port), timeout=10)) as wire:
        _ask_on(wire, upstream, "[503]", "[slow 0.05] [500]", "[429]")
        received = _read_until(wire, lambda received: received.count(b"HTTP/1.1 ") == 3)
        assert re.findall(rb"HTTP/1.1 (\d+)", received) == [b"503", b"500", b"429"]


def test_a_connection_that_hangs_up_has_not_said_so(upstream: FakeUpstream) -> None:
    with closing(socket.create_connection(("127.0.0.1", upstream.port), timeout=10)) as wire:
        _ask_on(wire, upstream, "[hang up]")
        received = _read_until(wire, lambda received: False)
    assert received.startswith(b"HTTP/1.1 200 OK")
    assert b"connection: close" not in received
    assert upstream.calls[-1].sent


def test_a_body_in_chunks_is_read_as_one(upstream: FakeUpstream) -> None:
    def write() -> Iterator[bytes]:
        yield b'{"contents": [{"parts": '
        yield b'[{"text": "in two chunks"}]}]}'

    httpx.post(upstream.url + _PATH, content=write(), headers={"x-goog-api-key": upstream.key}).raise_for_status()
    assert upstream.calls[-1].prompt == "in two chunks"


@pytest.mark.parametrize(
    "said",
    [
        b"hello\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: x\r\n\r\n",
    ],
    ids=["words", "less than nothing", "no number"],
)
def test_what_is_no_http_is_refused_and_the_next_caller_is_served(upstream: FakeUpstream, said: bytes) -> None:
    with closing(socket.create_connection(("127.0.0.1", upstream.port), timeout=10)) as wire:
        wire.sendall(said)
        assert wire.recv(1000).startswith(b"HTTP/1.1 400")
    assert _post(upstream).status_code == 200


def test_a_body_drips_over_its_time(upstream: FakeUpstream) -> None:
    began = time.monotonic()
    assert _post(upstream, "[drip 0.3]").json()["candidates"]
    assert time.monotonic() - began >= 0.29


def test_a_slow_answer_takes_its_time_before_anything_comes(upstream: FakeUpstream) -> None:
    began = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        _post(upstream, "[slow 5]", seconds=0.1)
    assert time.monotonic() - began < 4
    _wait_until(lambda: upstream.calls[-1].left)


@pytest.mark.parametrize("words", ["hang", "hang body"])
def test_a_hanging_answer_lasts_until_the_caller_leaves(upstream: FakeUpstream, words: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        _post(upstream, f"[{words}]", seconds=0.1)
    _wait_until(lambda: upstream.calls[-1].left)
    assert not upstream.calls[-1].sent
    assert upstream.made == 0


def _wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not done():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_strange_bodies_are_as_strange_as_they_were_asked_for(upstream: FakeUpstream) -> None:
    def kind(answer: httpx.Response) -> tuple[int, str]:
        return answer.status_code, answer.headers["content-type"].partition(";")[0]

    html = _post(upstream, "[html]")
    assert kind(html) == (502, "text/html")
    assert html.text.startswith("<html>")
    assert kind(_post(upstream, "[html 200]")) == (200, "text/html")
    assert kind(_post(upstream, "[text/plain]")) == (200, "text/plain")
    assert _post(upstream, "[text/plain]").json()["candidates"]
    assert _post(upstream, "[status 202]").status_code == 202
    assert _post(upstream, "[empty body]").content == b""
    assert _post(upstream, "[null]").json() is None
    moved = _post(upstream, "[redirect http://127.0.0.1:9/]")
    assert (moved.status_code, moved.headers["location"]) == (307, "http://127.0.0.1:9/")
    assert len(_post(upstream, "[huge 3]").content) == 3 * 2**20
    packed = _post(upstream, "[gzip]")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json()["candidates"]
    with pytest.raises(ValueError, match="Unterminated string"):
        _post(upstream, "[truncate]").json()
    assert upstream.made == 4  # [text/plain] twice, [status 202] and [gzip]


def test_a_prompt_may_count_its_tries(upstream: FakeUpstream) -> None:
    assert [_post(upstream, "a fox [503 x2]").status_code for _ in range(3)] == [503, 503, 200]
    assert [_post(upstream, "a dog [503 x2] [429 x3]").status_code for _ in range(4)] == [503, 503, 429, 200]


def test_other_brackets_are_part_of_the_prompt(upstream: FakeUpstream) -> None:
    for prompt in ("[a fox]", "[reset]", "[slow]", "[slow soon]", "[12]", "[429 tomorrow]", "[]", "[[503", "[200]"):
        assert _post(upstream, prompt).status_code == 200, prompt
    assert not [call for call in upstream.calls if call.ways]


def test_a_script_is_one_thing_for_each_of_the_next_calls(upstream: FakeUpstream) -> None:
    upstream.next(Misbehaviour.status(429, retry=1.5), None, ["503", "slow 0.01"], "500 x2")
    assert [_post(upstream).status_code for _ in range(6)] == [429, 200, 503, 500, 500, 200]
    assert [call.ways for call in upstream.calls][:3] == [("429 retry=1.5",), (), ("503", "slow 0.01")]


def test_a_script_is_kept_for_calls_that_make_pictures(upstream: FakeUpstream) -> None:
    upstream.next("503")
    headers = {"x-goog-api-key": upstream.key}
    assert httpx.get(f"{upstream.url}/v1beta/models", headers=headers).status_code == 200
    assert _post(upstream).status_code == 503


def test_always_is_for_all_calls_until_it_is_taken_back(upstream: FakeUpstream) -> None:
    upstream.always("503 x1")
    assert [_post(upstream, prompt).status_code for prompt in ("a", "b", "a", "b")] == [503, 503, 200, 200]
    upstream.always("500")
    assert [_post(upstream).status_code for _ in range(2)] == [500, 500]
    upstream.always()
    assert _post(upstream).status_code == 200


def test_the_same_seed_mixes_the_same(upstream: FakeUpstream) -> None:
    def run(seed: int) -> list[int]:
        upstream.mix({"503": 0.3, "500": 0.2}, seed=seed)
        return [_post(upstream).status_code for _ in range(30)]

    first = run(7)
    assert set(first) == {200, 500, 503}
    assert run(7) == first
    assert run(8) != first
    upstream.mix({})
    assert _post(upstream).status_code == 200


@pytest.mark.parametrize("shares", [{"503": 0.6, "500": 0.6}, {"503": -0.1}, {"nonsense": 0.1}], ids=str)
def test_a_mixture_that_cannot_be_is_refused(upstream: FakeUpstream, shares: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"shares|Nothing misbehaves"):
        upstream.mix(shares)


def test_the_dead_answer_nobody_until_they_live_again(upstream: FakeUpstream) -> None:
    with httpx.Client() as client:
        client.get(f"{upstream.url}/_control")
        upstream.dead()
        for path in ("/v1beta/models", "/v1/models"):
            with pytest.raises(httpx.TransportError):
                client.get(upstream.url + path)
        with pytest.raises(httpx.TransportError):
            _post(upstream)
        assert upstream.count == 0
        upstream.alive()
        assert _post(upstream).status_code == 200


def test_it_is_controlled_over_http_by_other_processes(upstream: FakeUpstream) -> None:
    def control(**wishes: Any) -> httpx.Response:
        return _FRESH.post(f"{upstream.url}/_control", json=wishes)

    assert control(next=["503", None, "500"], always="slow 0.01").json()["made"] == 0
    assert [_post(upstream).status_code for _ in range(3)] == [503, 200, 500]
    shown = httpx.get(f"{upstream.url}/_control").json()
    assert (shown["made"], shown["count"], [call["status"] for call in shown["calls"]]) == (1, 3, [503, 200, 500])
    assert shown["calls"][0]["body"]["contents"][0]["parts"][0]["text"] == "a fox"
    control(dead=True)
    with pytest.raises(httpx.TransportError):
        _post(upstream)
    control(dead=False, clear=True, mix={"503": 1.0}, seed=3)
    assert _post(upstream).status_code == 503
    assert [call["status"] for call in httpx.get(f"{upstream.url}/_control").json()["calls"]] == [503]


@pytest.mark.parametrize(
    "wishes", [{"next": ["nonsense"]}, {"mixture": {}}, [], {"mix": {"503": 2}}, {"mix": 3}], ids=str
)
def test_a_wrong_wish_over_http_is_refused_with_what_there_is(upstream: FakeUpstream, wishes: Any) -> None:
    answer = httpx.post(f"{upstream.url}/_control", json=wishes)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


def test_every_word_reads_back_as_it_is_written() -> None:
    samples = {
        "SECONDS": "1.5",
        "STATUS": "503",
        "NUMBER": "202",
        "MEGABYTES": "2",
        "URL": "http://x/",
        "retry=SECONDS": "",
    }
    for word in WORDS:
        text = f"{word.name} {samples.get(word.argument, word.argument)}".strip()
        assert Misbehaviour.parse(text).name == word.name
        assert str(Misbehaviour.parse(f"{text} x2")) == f"{text} x2"


@pytest.mark.parametrize(
    "text", ["", "x2", "reset", "hang on", "99", "200", "slow", "slow -1", "slow 1e9", "status 99", "finish", "503 5 6"]
)
def test_what_is_no_misbehaviour_is_refused_with_the_list_of_all(text: str) -> None:
    with pytest.raises(ValueError, match=r"Nothing misbehaves like .* \[429 retry=SECONDS\]|wants a"):
        Misbehaviour.parse(text)


def test_the_log_has_the_account_and_no_secret() -> None:
    with run_upstream(key={"anna": "key-of-anna", "ben": "key-of-ben"}) as upstream:
        for key in ("key-of-ben", "key-of-anna", "key-of-nobody"):
            headers = {"x-goog-api-key": key, "x-mine": "kept"}
            httpx.post(upstream.url + _PATH, params={"key": key}, json={"contents": []}, headers=headers)
        assert [call.account for call in upstream.calls] == ["ben", "anna", None]
        assert upstream.calls[0].headers["x-mine"] == "kept"
        assert upstream.calls[0].body == {"contents": []}
        assert "key-of" not in repr(upstream.calls) + httpx.get(f"{upstream.url}/_control").text


def test_the_log_is_bounded_and_the_counts_are_not() -> None:
    with run_upstream(keep=3) as upstream:
        for _ in range(5):
            _post(upstream)
        assert ([call.number for call in upstream.calls], upstream.count, upstream.made) == ([3, 4, 5], 5, 5)


def test_a_picture_weighs_what_was_asked_for() -> None:
    with run_upstream(picture_bytes=300_000) as upstream:
        parts = _post(upstream).json()["candidates"][0]["content"]["parts"]
        assert [len(part["inlineData"]["data"]) for part in parts if "inlineData" in part] == [400_000]


def test_it_speaks_tls_and_resets_there_too(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(tmp_path / "own.pem")
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with run_upstream(certificate=tmp_path / "own.pem") as upstream, httpx.Client(verify=context) as client:
        assert upstream.url.startswith("https://")
        body = {"contents": [{"parts": [{"text": "a fox"}]}]}
        headers = {"x-goog-api-key": upstream.key}
        assert client.post(upstream.url + _PATH, json=body, headers=headers).json()["candidates"]
        upstream.next("reset body")
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            client.post(upstream.url + _PATH, json=body, headers=headers)
        assert upstream.made == 1


def test_many_callers_at_once_are_counted_exactly(upstream: FakeUpstream) -> None:
    upstream.mix({"503": 0.2, "reset body": 0.2}, seed=1)
    made: list[int] = []

    async def ask(client: httpx.AsyncClient) -> None:
        body = {"contents": [{"parts": [{"text": "a fox"}]}]}
        try:
            answer = await client.post(upstream.url + _PATH, json=body, headers={"x-goog-api-key": upstream.key})
            made.append(answer.status_code == 200)
        except httpx.HTTPError:
            made.append(0)

    async def run() -> None:
        async with httpx.AsyncClient(timeout=30) as client:
            await asyncio.gather(*[ask(client) for _ in range(100)])

    asyncio.run(run())
    assert (upstream.count, upstream.made) == (100, sum(made))
    assert 0 < upstream.made < upstream.drawn < 100


def test_the_same_stand_in_is_an_application_for_clients_without_a_network(upstream: FakeUpstream) -> None:
    async def ask(prompt: str) -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(upstream.app), base_url="http://x") as client:
            body = {"contents": [{"parts": [{"text": prompt}]}]}
            answer = await client.post(_PATH, json=body, headers={"x-goog-api-key": upstream.key})
            return answer.status_code

    assert asyncio.run(ask("a fox")) == 200
    assert asyncio.run(ask("[503]")) == 503
    with pytest.raises(ConnectionResetError):
        asyncio.run(ask("[reset body]"))
    assert (upstream.made, upstream.drawn) == (1, 2)


def test_it_leaves_nothing_running() -> None:
    before = threading.active_count()
    with run_upstream() as upstream:
        port = upstream.port
        with pytest.raises(httpx.ReadTimeout):
            _post(upstream, "[hang]", seconds=0.05)
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)

"""A server that is told to stop finishes what it has, says so meanwhile, and exits with 0; in real processes."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from PIL import Image

from serving import ServerProcess

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send to one process")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "data", grace="30") as running:
        yield running


def _body(prompt: str, **fields: Any) -> dict[str, Any]:
    return {"model": "auto", "prompt": prompt, "size": "64x64", "response_format": "b64_json", **fields}


def _is_whole(encoded: str) -> bool:
    with Image.open(io.BytesIO(base64.b64decode(encoded, validate=True))) as image:
        image.load()
        return image.size == (64, 64)


async def _ask(client: httpx2.AsyncClient, prompt: str, **fields: Any) -> httpx2.Response:
    return await client.post("/v1/images/generations", json=_body(prompt, **fields))


async def _until_working(client: httpx2.AsyncClient, job: str) -> None:
    while (await client.get(f"/v1/images/jobs/{job}")).json()["status"] == "queued":  # noqa: ASYNC110
        await asyncio.sleep(0.02)


async def _until_let_in(server: ServerProcess, jobs: int) -> None:
    while len(await asyncio.to_thread(server.read_states)) < jobs:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


def _open_client(server: ServerProcess) -> httpx2.AsyncClient:
    limits = httpx2.Limits(max_connections=100)
    return httpx2.AsyncClient(base_url=server.url, headers=server.headers, timeout=60, limits=limits)


def test_under_load_every_caller_gets_its_picture_and_what_is_parked_runs_after_the_restart(
    server: ServerProcess,
) -> None:
    async def play() -> list[str]:
        async with _open_client(server) as client:
            # One after another: the first is drawn at once, and the last has the others before it.
            answers = [await _ask(client, f"[wait 4] {number}", **{"async": True}) for number in range(5)]
            jobs = [answer.json()["id"] for answer in answers]
            assert [answer.status_code for answer in answers] == [202] * 5
            asking = [asyncio.ensure_future(_ask(client, f"[wait 0.4] sync {number}")) for number in range(6)]
            asking += [asyncio.ensure_future(_ask(client, f"[wait 0.4] stream {n}", stream=True)) for n in range(3)]
            await _until_let_in(server, 14)
            server.tell(signal.SIGTERM)
            await _check_manners(client, jobs)
            told = await asyncio.gather(*asking)
            assert [answer.status_code for answer in told] == [200] * 9
            assert all(_is_whole(answer.json()["data"][0]["b64_json"]) for answer in told[:6])
            assert all("image_generation.completed" in answer.text for answer in told[6:])
            return jobs

    jobs = asyncio.run(play())
    assert server.wait() == 0
    assert "queued" in [server.read_states()[job] for job in jobs]  # or nothing was parked
    server.start()
    _wait_until_over(server, jobs)
    assert [outcome for _, outcome in server.read_outcomes() if outcome != "refused"] == ["made"] * 14
    assert server.find_faults() == []


async def _check_manners(client: httpx2.AsyncClient, jobs: list[str]) -> None:
    """What a server says that is being stopped."""
    end = time.monotonic() + 10
    while (ready := await client.get("/ready")).status_code != 503:
        assert time.monotonic() < end
    assert (ready.json()["status"], ready.headers["retry-after"]) == ("stopping", "2")
    # The first one may have come in together with the signal.
    assert (await client.get("/ready")).headers["connection"] == "close"
    refused = await _ask(client, "a fox")
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "server_stopping")
    assert int(refused.headers["retry-after"]) >= 1
    google = await client.post(
        "/v1beta/models/auto:generateContent", json={"contents": [{"parts": [{"text": "a fox"}]}]}
    )
    assert (google.status_code, google.json()["error"]["status"]) == (503, "UNAVAILABLE")
    chat = await client.post(
        "/v1/chat/completions", json={"model": "auto", "messages": [{"role": "user", "content": "a fox"}]}
    )
    assert chat.status_code == 503
    assert (await client.get("/health")).status_code == 200
    assert (await client.get(f"/v1/images/jobs/{jobs[-1]}")).status_code == 200


def _wait_until_over(server: ServerProcess, jobs: list[str]) -> None:
    end = time.monotonic() + 60
    while {server.read_states()[job] for job in jobs} != {"completed"}:
        assert time.monotonic() < end, server.read_states()
        time.sleep(0.1)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_an_idle_server_is_gone_at_once_with_0_whoever_keeps_a_connection_open(
    server: ServerProcess, how: signal.Signals
) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as idle:
        idle.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in idle.recv(4096)
        server.tell(how)
        assert server.wait(25) == 0  # less than the grace


def test_when_the_grace_is_over_everybody_is_told_and_the_exit_is_still_0(tmp_path: Path) -> None:
    async def play(server: ServerProcess) -> None:
        async with _open_client(server) as client:
            job = (await _ask(client, "[wait 120]", **{"async": True})).json()["id"]
            asking = [asyncio.ensure_future(_ask(client, "[wait 120] s", stream=stream)) for stream in (False, True)]
            await _until_let_in(server, 3)
            await _until_working(client, job)
            server.tell(signal.SIGTERM)
            plain, streamed = await asyncio.gather(*asking)
            assert plain.status_code == 503
            assert plain.json()["error"]["code"] == "server_stopping"
            assert '"type":"error"' in streamed.text.replace(" ", "") or streamed.status_code == 503
        assert server.wait() == 0
        assert server.read_states()[job] == "queued"
        assert sorted(server.read_states().values()) == ["failed", "failed", "queued"]
        assert server.find_faults() == []

    with ServerProcess(tmp_path / "data", grace="1", workers="3") as server:
        asyncio.run(play(server))


def test_a_second_signal_stops_at_once(server: ServerProcess) -> None:
    async def play() -> None:
        async with _open_client(server) as client:
            job = (await _ask(client, "[wait 120]", **{"async": True})).json()["id"]
            await _until_working(client, job)
            server.tell(signal.SIGTERM)
            while (await client.get("/ready")).status_code == 200:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            assert server.process is not None
            assert server.process.poll() is None
            server.tell(signal.SIGTERM)
            assert server.wait(25) == -signal.SIGTERM

    asyncio.run(play())


def test_a_body_that_still_comes_when_the_server_stops_gets_its_answer(server: ServerProcess) -> None:
    body = json.dumps(_body("a fox")).encode()
    head = f"POST /v1/images/generations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.key}\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as slow:
        slow.sendall(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body[:5])
        time.sleep(0.3)
        server.tell(signal.SIGTERM)
        while server.status("/ready") == 200:
            time.sleep(0.01)
        slow.sendall(body[5:])
        assert slow.recv(65536).startswith(b"HTTP/1.1 503")
    assert server.wait(25) == 0


def test_the_grace_can_be_said_on_the_command_line() -> None:
    from click.testing import CliRunner

    from pinxit.cli import main

    shown = CliRunner().invoke(main, ["serve", "--help"])
    assert "--grace SECONDS" in shown.output
    assert CliRunner().invoke(main, ["serve", "--grace", "-1"]).exit_code == 2

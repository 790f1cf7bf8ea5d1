"""The worker that paints is killed at random moments under load: no job is lost, none is charged for nothing.

PINXIT_KILLS says how often (15), PINXIT_SEED with which chance; both are printed with a summary (`pytest -s`).
"""

from __future__ import annotations

import asyncio
import base64
import io
import itertools
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from PIL import Image
from sqlalchemy import select

from pinxit.storage.checking import find_faults
from pinxit.storage.tables import jobs, ledger
from pinxit.testing import RunningServer, run_server
from proofs import connect, wait_until_quiet
from scripted_atelier import colour_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds the worker in /proc")

_KILLS = int(os.environ.get("PINXIT_KILLS", "15"))
_SEED = int(os.environ.get("PINXIT_SEED", "0")) or random.randrange(1, 10**6)
_CLIENTS = 8
_HONEST = {429, 500, 503}  # statuses of a wish that two kills hit, or that found no worker


@dataclass
class Seen:
    """What the clients have read with their own eyes."""

    pictures: int = 0
    jobs: int = 0
    failures: Counter[str] = field(default_factory=Counter)


class Clients:
    """Loops that each ask for something and wait for its end, until they are told to stop."""

    def __init__(self, server: RunningServer) -> None:
        self.seen = Seen()
        self.ending = False
        self._numbers = itertools.count()
        self._chance = random.Random(_SEED)
        headers = {"authorization": f"Bearer {server.key}"}
        self._client = httpx2.AsyncClient(base_url=server.url, headers=headers, timeout=60)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(_CLIENTS):
                group.create_task(self._go_on(detached=number == 0))
        await self._client.aclose()

    async def _go_on(self, *, detached: bool) -> None:
        while not self.ending:
            prompt = f"[step {self._chance.choice([0, 0.002, 0.01])}] wish {next(self._numbers)}"
            body = {"model": "tiny", "prompt": prompt, "size": "64x64", "seed": 5, "n": self._chance.choice([1, 1, 2])}
            if detached:
                await self._ask_for_later(body)
            else:
                answer = await self._client.post("/v1/images/generations", json=body)
                self._judge(body, answer.status_code, answer.json())

    async def _ask_for_later(self, body: dict[str, Any]) -> None:
        answer = await self._client.post("/v1/images/generations", json={**body, "async": True})
        assert answer.status_code == 202, answer.text
        while True:
            told = (await self._client.get(f"/v1/images/jobs/{answer.json()['id']}")).json()
            if told["status"] not in {"queued", "running"}:
                break
            await asyncio.sleep(0.02)
        self.seen.jobs += 1
        if told["status"] == "completed":
            self._judge(body, 200, told["result"])
        else:
            assert told["status"] == "failed"
            self._judge(body, 500, told)

    def _judge(self, body: dict[str, Any], status: int, answer: dict[str, Any]) -> None:
        if status != 200:
            assert status in _HONEST, answer
            self.seen.failures[str(answer["error"]["message"])] += 1
            return
        # Of several pictures one may be missing, if two kills hit it.
        assert 1 <= len(answer["data"]) <= body["n"]
        colours = {colour_of(body["prompt"], 5 + index) for index in range(body["n"])}
        for picture in answer["data"]:
            with Image.open(io.BytesIO(base64.b64decode(picture["b64_json"]))) as image:
                assert image.convert("RGB").getpixel((9, 9)) in colours, "another wish's picture"
            self.seen.pictures += 1


def _find_workers(server: RunningServer) -> list[int]:
    found = []
    for children in Path(f"/proc/{server.process.pid}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(pid) for pid in children.read_text().split()]
    return found


async def _kill(server: RunningServer, clients: Clients) -> int:
    chance = random.Random(_SEED)
    done = 0
    while done < _KILLS:
        before = clients.seen.pictures
        # Mostly a picture is finished in between; else it is killed while it starts or loads, too.
        await asyncio.sleep(chance.uniform(0.0, 0.12))
        patient = chance.random() < 0.75
        while patient and clients.seen.pictures == before:  # noqa: ASYNC110  # the clients tell no event
            await asyncio.sleep(0.01)
        for pid in _find_workers(server):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                done += 1
    await asyncio.sleep(0.5)
    clients.ending = True
    return done


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    path = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    settings = {"engines": "scripted_atelier:make_engine", "local_devices": "cpu", "local_safety": "off"}
    with run_server(tmp_path / "data", {"PYTHONPATH": path}, **settings) as running:
        yield running


def test_a_worker_that_is_killed_again_and_again_loses_no_job(server: RunningServer) -> None:
    async def play() -> tuple[Seen, int]:
        clients = Clients(server)
        running = asyncio.create_task(clients.run())
        kills = await asyncio.wait_for(_kill(server, clients), 240)
        await asyncio.wait_for(running, 60)
        return clients.seen, kills

    seen, kills = asyncio.run(play())
    print(f"\nseed {_SEED}, {kills} kills: {seen}")
    assert kills >= _KILLS
    assert seen.pictures > _KILLS
    assert seen.jobs
    assert all("worker" in message or "try again" in message for message in seen.failures), seen.failures
    with connect(f"sqlite:///{server.data / 'pinxit.db'}") as connection:
        wait_until_quiet(connection)
        made = [line for line in connection.execute(select(ledger)).all() if line.outcome == "made"]
        states = Counter(connection.scalars(select(jobs.c.state)))
        assert find_faults(connection) == []
    assert sum(line.pictures for line in made) == seen.pictures
    assert set(states) <= {"completed", "failed"}
    assert server.process.poll() is None
    log = server.log.read_text()
    assert "Traceback" not in log, log[log.index("Traceback") - 500 :][:3000]
    assert "never retrieved" not in log

"""A database that stops for a while and a disk that is full, under a running server: clear errors, nothing lost."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from databases import PostgresServer
from mixed_load import Load, Seen
from pinxit.storage.tables import jobs
from proofs import check_books, check_files, connect, wait_until_quiet
from serving import ServerProcess

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are told to stop by signals here")

_BODY = {"model": "auto", "prompt": "a fox", "size": "64x64"}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["stopped", "crashed"])
def test_a_database_that_is_gone_for_three_seconds_loses_nothing_and_charges_nothing_twice(
    own_postgres: PostgresServer, tmp_path: Path, how: signal.Signals
) -> None:
    url = own_postgres.make_database()
    with ServerProcess(tmp_path / "data", database=url, workers="3", queue="20") as server:
        seen, refusals = asyncio.run(_play(server, own_postgres, how))
        with connect(url) as connection:
            wait_until_quiet(connection)
            check_books(connection, seen)
        check_files(server.data)
    assert refusals
    for refusal in refusals:
        assert (refusal.status_code, refusal.json()["error"]["code"]) == (503, "storage_unavailable")
        assert refusal.headers.get("x-should-retry") == "true"
        assert "postgres" not in refusal.text.lower()
    assert seen.accepted
    assert seen.pictured


async def _play(
    server: ServerProcess, postgres: PostgresServer, how: signal.Signals
) -> tuple[Seen, list[httpx2.Response]]:
    load, refusals = Load(server.url, server.key, 1), list[httpx2.Response]()

    async def interrupt() -> None:
        await asyncio.sleep(2)
        await asyncio.to_thread(postgres.stop, how)
        async with httpx2.AsyncClient(base_url=server.url, headers=server.headers, timeout=30) as client:
            end = time.monotonic() + 3
            while time.monotonic() < end:
                assert (await client.get("/health")).status_code == 200
                refusals.append(await client.post("/v1/images/generations", json=_BODY))
                await asyncio.sleep(0.3)
        postgres.start()  # not in a thread: the database ends with the thread that started it
        await asyncio.sleep(2)
        load.stop()

    async with asyncio.TaskGroup() as group:
        group.create_task(load.run(8))
        group.create_task(interrupt())
    return load.seen, refusals


def test_a_server_whose_database_is_away_can_be_stopped_all_the_same(
    own_postgres: PostgresServer, tmp_path: Path
) -> None:
    url = own_postgres.make_database()
    with ServerProcess(tmp_path / "data", database=url, grace="2") as server:
        assert _ask(server, prompt="[wait 100]", **{"async": True}).status_code == 202
        own_postgres.stop()
        server.tell(signal.SIGTERM)
        assert server.wait(40) == 0
        own_postgres.start()
        server.start()
        with connect(url) as connection:
            assert connection.scalars(select(jobs.c.state)).all() in (["queued"], ["running"])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small file system, on Linux")
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("this machine lets nobody mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_said_so_and_costs_nothing_and_with_room_again_everything_goes_on(small_disk: Path) -> None:
    with ServerProcess(small_disk / "data") as server:
        assert _ask(server).status_code == 200
        ballast = _fill(small_disk)
        refused = [_ask(server, prompt=f"a full disk {number}") for number in range(12)]
        assert server.status("/health") == 200
        failures = [answer for answer in refused if answer.status_code != 200]
        assert failures
        for answer in failures:
            assert answer.status_code in {500, 503}
            assert answer.json()["error"]["code"].startswith("storage")
        ballast.unlink()
        assert _wait_for_picture(server, "room again")
        drawn = 2 + sum(answer.status_code == 200 for answer in refused)
        assert [outcome for _, outcome in server.read_outcomes()].count("made") >= drawn
        assert server.find_faults() == []
        check_files(server.data)
        made = [job for job, outcome in server.read_outcomes() if outcome == "made"]
        assert len(made) == len(set(made))


def _ask(server: ServerProcess, **fields: Any) -> httpx2.Response:
    body = {**_BODY, **fields}
    return httpx2.post(f"{server.url}/v1/images/generations", json=body, headers=server.headers, timeout=60)


def _fill(folder: Path) -> Path:
    """Write until nothing more goes in; the file to delete for room again."""
    path = folder / "ballast"
    with path.open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            return path


def _wait_for_picture(server: ServerProcess, prompt: str) -> bool:
    end = time.monotonic() + 30
    while (answer := _ask(server, prompt=prompt)).status_code != 200:
        assert time.monotonic() < end, answer.text
        time.sleep(0.2)
    return True

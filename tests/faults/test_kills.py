"""The server is killed at random moments under load: nothing is lost, nothing charged twice, on both databases.

PINXIT_KILLS says how often (12), PINXIT_SEED with which chance; both are printed with a summary (`pytest -s`).
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mixed_load import Load, Seen
from pinxit.core.access import make_key
from pinxit.core.limits import read_budget
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from proofs import check_books, check_files, connect, wait_until_quiet
from serving import ServerProcess

_KILLS = int(os.environ.get("PINXIT_KILLS", "12"))
_SEED = int(os.environ.get("PINXIT_SEED", "0")) or random.randrange(1, 10**6)
_CLIENTS = 14

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[ServerProcess]:
    # A small line, so that it is full at times.
    with ServerProcess(tmp_path / "data", database=database_url, workers="3", queue="10", linger="2") as running:
        yield running


def test_a_server_that_is_killed_again_and_again_loses_nothing_and_charges_nothing_twice(
    server: ServerProcess, database_url: str
) -> None:
    key = asyncio.run(_add_key(database_url))
    print(f"\nseed {_SEED}, {_KILLS} kills, {database_url.partition(':')[0]}")
    begun = time.monotonic()
    seen = asyncio.run(_play(server, key))
    with connect(database_url) as connection:
        wait_until_quiet(connection)
        wishes = check_books(connection, seen)
    files = check_files(server.data)
    what = ", ".join(f"{count} {name}" for name, count in sorted(seen.counts.items()))
    print(f"{wishes} wishes, {files} files, {time.monotonic() - begun:.0f} s: {what}")
    # Otherwise nothing was proved.
    assert len(seen.pictured) >= _KILLS
    assert seen.accepted


async def _add_key(url: str) -> str:
    secret, key = make_key("load", budgets=(read_budget("1000000pictures/day"), read_budget("1000usd/month")))
    database = Database(url)
    await SqlKeyRing(database).add(key)
    await database.close()
    return secret


async def _play(server: ServerProcess, key: str) -> Seen:
    load = Load(server.url, key, _SEED)

    async def kill() -> None:
        chance = random.Random(_SEED)
        for _ in range(_KILLS):
            await asyncio.sleep(chance.uniform(0.05, 1.5))
            await asyncio.to_thread(server.kill)
            if chance.random() < 0.3:  # and once more while it starts
                starting = asyncio.ensure_future(asyncio.to_thread(server.start))
                await asyncio.sleep(chance.uniform(0.0, 2.5))
                await asyncio.to_thread(server.kill)
                await asyncio.gather(starting, return_exceptions=True)
            await asyncio.to_thread(server.start)
        await asyncio.sleep(1.0)
        load.stop()

    async with asyncio.TaskGroup() as group:
        group.create_task(load.run(_CLIENTS))
        group.create_task(kill())
    return load.seen

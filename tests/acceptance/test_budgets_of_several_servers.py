"""Two servers, one PostgreSQL, one budget."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from databases import PostgresServer
from pinxit.testing import run_server

_CLIENTS = 64
_BUDGET = 100
_RATE = 12


@contextmanager
def _run_second(environment: dict[str, str], log: Path) -> Iterator[str]:
    """The address of another server; it makes no key, since there is one."""
    command = [sys.executable, "-u", "-m", "pinxit", "serve"]
    with (
        log.open("w") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment, text=True) as process,
    ):
        try:
            assert process.stdout
            url = re.search(r"http://\S+", process.stdout.readline())
            assert url
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                try:
                    if httpx.get(f"{url[0]}/ready").status_code == 200:
                        break
                except httpx.TransportError:
                    pass
                time.sleep(0.1)
            yield url[0]
        finally:
            process.terminate()


async def _knock(servers: list[str], secret: str, times: int) -> list[int]:
    limits = httpx.Limits(max_connections=_CLIENTS)
    async with httpx.AsyncClient(timeout=120, limits=limits, headers={"authorization": secret}) as client:

        async def ask(number: int) -> int:
            wish = {"model": "pinxit-fake", "prompt": f"fox {number}", "size": "64x64"}
            answer = await client.post(f"{servers[number % len(servers)]}/v1/images/generations", json=wish)
            return answer.status_code

        return list(await asyncio.gather(*map(ask, range(times))))


def test_two_servers_on_one_database_share_budgets_and_rates(postgres: PostgresServer, tmp_path: Path) -> None:
    url = postgres.make_database()
    settings = {"database": url, "queue": "500", "workers": "4", "grace": "2"}
    environment = os.environ | {f"PINXIT_{name.upper()}": value for name, value in settings.items()}
    environment |= {"PINXIT_DATA": str(tmp_path / "two"), "PINXIT_PORT": "0"}
    environment |= {"PINXIT_ENGINES": "pinxit.testing:FakeEngine"}

    def create(*terms: str) -> str:
        command = [sys.executable, "-m", "pinxit", "keys", "create", *terms]
        made = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return made.stdout.strip()

    with run_server(tmp_path / "one", **settings) as one, _run_second(environment, tmp_path / "log") as two:
        secret = create("--budget", f"{_BUDGET}pictures")
        statuses = asyncio.run(_knock([one.url, two], secret, 3 * _CLIENTS))
        assert (statuses.count(200), statuses.count(429)) == (_BUDGET, 3 * _CLIENTS - _BUDGET)
        for server in (one.url, two):
            told = httpx.get(f"{server}/v1/usage", headers={"authorization": secret}, timeout=30).json()
            assert (told["total"]["pictures"], told["key"]["balances"][0]["left"]) == (_BUDGET, "0")
        slow = create("--rate", f"{_RATE}/hour")
        assert asyncio.run(_knock([one.url, two], slow, 3 * _RATE)).count(200) == _RATE
    postgres.drop_database(url)

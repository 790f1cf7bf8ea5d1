"""Memory under a long load through the whole server: what is held after 100 requests is held after the last.

    PINXIT_SOAK=1000 python -m pytest -n 0 -s tests/faults/test_local_soak.py

`PINXIT_SOAK` is the number of requests; without it the test is left out, since fewer say nothing. The pictures are of a
tiny pipeline where diffusers is installed, else of the scripted worker.
"""

from __future__ import annotations

import asyncio
import importlib.util
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from pinxit.testing import RunningServer, run_server
from pinxit.weights import Installed

_COUNT = int(os.environ.get("PINXIT_SOAK", "0"))
_LEVEL = 100
_CLIENTS = 8
_GROWTH = 0.03
_SIZE = "64x64"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads what processes hold from /proc"),
    pytest.mark.skipif(_COUNT < 2 * _LEVEL, reason="takes minutes: PINXIT_SOAK=1000"),
]


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningServer]:
    settings = {"local_devices": "cpu", "local_threads": "1", "queue": "64"}
    if importlib.util.find_spec("diffusers") is None:
        path = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
        environment = {"PYTHONPATH": path}
        settings |= {"engines": "scripted_atelier:make_engine", "local_safety": "off"}
    else:
        from pinxit.local import Local
        from pinxit.weights import Shelf

        models: dict[str, Installed] = request.getfixturevalue("tiny_models")
        Shelf(Local(models=tmp_path / "data" / "models")).add(models["unet"], pulled=False)
        environment = {}
        settings["engines"] = "diffusers"
    with run_server(tmp_path / "data", environment, **settings) as running:
        yield running


def test_memory_stays_at_its_level(server: RunningServer) -> None:
    at_level, at_end = asyncio.run(_play(server))
    print(f"\nafter {_LEVEL} and {_COUNT} requests: " + ", ".join(
        f"{name} {at_level[name] / 2**20:.1f} and {at_end[name] / 2**20:.1f} MiB" for name in at_level
    ))  # fmt: skip
    for name, held in at_level.items():
        assert at_end[name] <= held * (1 + _GROWTH), name


async def _play(server: RunningServer) -> tuple[dict[str, int], dict[str, int]]:
    headers = {"authorization": f"Bearer {server.key}"}
    async with httpx2.AsyncClient(base_url=server.url, headers=headers, timeout=120) as client:
        model = next(
            each["id"] for each in (await client.get("/v1/models")).json()["data"] if each["id"] in {"unet", "tiny"}
        )

        async def ask(numbers: Iterator[int], until: int) -> None:
            while (number := next(numbers)) < until:
                body = {"model": model, "prompt": f"fox {number}", "size": _SIZE, "seed": number}
                answer = await client.post("/v1/images/generations", json=body)
                # The classifier sees all sorts of things in noise.
                assert answer.status_code == 200 or "moderation_blocked" in answer.text, answer.text

        async def ask_all(first: int, until: int) -> dict[str, int]:
            numbers = itertools.count(first)
            await asyncio.gather(*(ask(numbers, until) for _ in range(_CLIENTS)))
            return _measure(server)

        return await ask_all(0, _LEVEL), await ask_all(_LEVEL, _COUNT)


def _measure(server: RunningServer) -> dict[str, int]:
    """Bytes in RAM of the server and of its worker."""
    pid = server.process.pid
    children = [
        int(child) for listed in Path(f"/proc/{pid}/task").glob("*/children") for child in listed.read_text().split()
    ]
    (worker,) = children
    return {"server": _resident(pid), "worker": _resident(worker)}


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

"""Jobs of two servers that share a PostgreSQL and a folder of pictures: seen, heard and cancelled at either."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from acceptance.restarts import start_again
from databases import PostgresServer
from pinxit.testing import RunningServer, run_server

_JOBS = "/v1/images/jobs"


@pytest.fixture(scope="module")
def pair(
    postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningServer, RunningServer]]:
    shared = tmp_path_factory.mktemp("shared")
    settings = {"database": postgres.make_database(), "files": str(shared / "pictures"), "workers": "1", "grace": "1"}
    with (
        run_server(shared / "one", **settings) as one,
        start_again(_make(shared / "two"), one.key, **settings) as two,
    ):
        yield one, two


def _make(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _connect(server: RunningServer) -> httpx2.Client:
    return httpx2.Client(base_url=server.url, headers={"authorization": server.key}, timeout=60)


def _begin(server: RunningServer, prompt: str) -> str:
    with _connect(server) as web:
        body = {"model": "auto", "prompt": prompt, "size": "64x64", "async": True}
        return str(web.post("/v1/images/generations", json=body).json()["id"])


def _ask(server: RunningServer, path: str, method: str = "GET") -> dict[str, Any]:
    with _connect(server) as web:
        told: dict[str, Any] = web.request(method, f"{_JOBS}/{path}").json()
        return told


def test_a_job_can_be_waited_for_at_the_other_server(pair: tuple[RunningServer, RunningServer]) -> None:
    job = _begin(pair[0], "a fox [wait 0.5]")
    told = _ask(pair[1], f"{job}?wait=30")
    assert (told["status"], len(told["result"]["data"])) == ("completed", 1)


def test_the_life_of_a_job_is_heard_at_the_other_server(pair: tuple[RunningServer, RunningServer]) -> None:
    job = _begin(pair[0], "a fox [wait 3]")
    with _connect(pair[1]) as web:
        text = web.get(f"{_JOBS}/{job}/events").text
    events = [json.loads(line.removeprefix("data: ")) for line in text.split("\n") if line.startswith("data: ")]
    kinds = [event["type"].removeprefix("image.job.") for event in events]
    assert kinds[-2:] == ["started", "completed"]
    assert set(kinds[:-2]) <= {"queued"}
    assert len(events[-1]["job"]["result"]["data"]) == 1


def test_a_job_is_cancelled_at_the_other_server(pair: tuple[RunningServer, RunningServer]) -> None:
    job = _begin(pair[0], "a fox [wait 2]")
    assert _ask(pair[1], f"{job}/cancel", "POST")["status"] == "cancelled"
    assert _ask(pair[0], job)["status"] == "cancelled"
    after = _begin(pair[0], "an owl")
    assert _ask(pair[0], f"{after}?wait=30")["status"] == "completed"


def test_a_killed_servers_jobs_go_on_at_the_other(pair: tuple[RunningServer, RunningServer]) -> None:
    jobs = [_begin(pair[0], f"{number} [wait 1]") for number in range(3)]
    pair[0].process.kill()
    pair[0].process.wait()
    with _connect(pair[1]) as web:
        for job in jobs:
            for _ in range(6):
                told = web.get(f"{_JOBS}/{job}?wait=20").json()
                if told["status"] == "completed":
                    break
            assert (told["status"], len(told["result"]["data"])) == ("completed", 1)

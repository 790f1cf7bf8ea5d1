"""A batch whose server is killed in the middle: nothing is lost, nothing is there twice, nothing is charged twice."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import openai
import pytest
from sqlalchemy import func, select

from acceptance.restarts import start_again
from databases import PostgresServer
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.tables import answers, jobs, ledger
from pinxit.testing import RunningServer, run_server

_LINES = 60
_BROKEN, _BAD = 7, 11  # every so many lines one whose engine breaks, and one whose endpoint refuses it


def _write_line(number: int) -> str:
    prompt = f"fox {number} [wait 0.1]"
    if number % _BROKEN == 0:
        prompt += " [break]"
    body: dict[str, Any] = {"model": "auto", "prompt": prompt, "size": "64x64"}
    if number % _BAD == 0:
        body["n"] = 99
    return json.dumps({"custom_id": f"line-{number}", "method": "POST", "url": "/v1/images/generations", "body": body})


def _read(client: openai.OpenAI, file_id: str | None) -> list[dict[str, Any]]:
    assert file_id is not None
    return [json.loads(line) for line in client.files.content(file_id).text.splitlines()]


def _await_end(client: openai.OpenAI, name: str, seconds: float = 90) -> openai.types.Batch:
    end = time.monotonic() + seconds
    while True:
        batch = client.batches.retrieve(name)
        if batch.status in {"completed", "failed", "expired", "cancelled"}:
            return batch
        assert time.monotonic() < end, batch
        time.sleep(0.2)


def _kill(server: RunningServer) -> None:
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()


async def _audit(url: str) -> tuple[list[str], int, int, int]:
    """What does not add up in the book, pictures that were charged, jobs of batches, answers of open batches."""
    database = Database(url)
    try:
        faults = list(await SqlJobBook(database, "auditor").check())

        def count(connection: Any) -> tuple[int, int, int]:
            made = connection.scalar(select(func.sum(ledger.c.pictures)).where(ledger.c.outcome == "made")) or 0
            of_batches = connection.scalar(select(func.count()).select_from(jobs).where(jobs.c.batch.is_not(None)))
            return made, of_batches, connection.scalar(select(func.count()).select_from(answers))

        return faults, *await database.read(count)
    finally:
        await database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'pinxit.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.make_database()
    request.addfinalizer(lambda: server.drop_database(url))  # noqa: PT021  (only where there is one)
    return url


def test_a_batch_that_is_killed_three_times_has_every_line_once_and_is_charged_once(tmp_path: Path, place: str) -> None:
    chance = random.Random(f"{place.partition(':')[0]} {time.time()}")
    settings = {"workers": "4", "database": place}
    data = tmp_path / "data"
    with run_server(data, **settings) as server:
        client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0, timeout=60)
        lines = "\n".join(map(_write_line, range(1, _LINES + 1))).encode()
        file = client.files.create(file=("lines.jsonl", lines), purpose="batch")
        batch = client.batches.create(input_file_id=file.id, endpoint="/v1/images/generations", completion_window="24h")
        time.sleep(chance.uniform(0.0, 1.0))
        key = server.key
        _kill(server)
    for _ in range(2):
        with start_again(data, key, **settings) as server:
            time.sleep(chance.uniform(0.0, 1.2))
            _kill(server)
    with start_again(data, key, **settings) as server:
        client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=key, max_retries=0, timeout=60)
        batch = _await_end(client, batch.id)
        made, failed = _read(client, batch.output_file_id), _read(client, batch.error_file_id)
    wanted_bad = {number for number in range(1, _LINES + 1) if number % _BAD == 0}
    wanted_broken = {number for number in range(1, _LINES + 1) if number % _BROKEN == 0} - wanted_bad
    assert batch.status == "completed"
    assert Counter(line["custom_id"] for line in made + failed) == Counter(f"line-{n}" for n in range(1, _LINES + 1))
    assert {line["custom_id"] for line in failed} == {f"line-{number}" for number in wanted_bad | wanted_broken}
    assert all(line["response"]["body"]["data"][0]["b64_json"] for line in made)
    counts = batch.request_counts
    assert counts is not None
    assert (counts.total, counts.completed, counts.failed) == (_LINES, len(made), len(failed))
    faults, charged, of_batches, left = asyncio.run(_audit(place))
    assert not faults
    assert charged == len(made)
    assert of_batches == _LINES - len(wanted_bad)
    assert left == 0

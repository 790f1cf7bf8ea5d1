"""A picture that fits no memory, through the whole server: smaller batches, then a 503 that says what to do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from pinxit.testing import run_server
from scripted_atelier import make_model, read_journal


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("memory") / "data"


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx2.Client]:
    path = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    settings = {"engines": "scripted_atelier:make_engine", "local_devices": "cpu", "local_safety": "off"}
    with (
        run_server(folder, {"PYTHONPATH": path}, **settings) as server,
        httpx2.Client(base_url=server.url, headers={"authorization": f"Bearer {server.key}"}, timeout=60) as client,
    ):
        yield client


def ask(client: httpx2.Client, prompt: str, **fields: object) -> httpx2.Response:
    return client.post(
        "/v1/images/generations", json={"model": "tiny", "prompt": prompt, "size": "64x64", "n": 1, **fields}
    )


def test_a_batch_that_does_not_fit_is_made_in_smaller_ones(client: httpx2.Client, folder: Path) -> None:
    answer = ask(client, "[room 3]", n=8)
    assert answer.status_code == 200
    assert len(answer.json()["data"]) == 8
    batches = read_journal(make_model(folder / "models" / "tiny"))
    # The server draws a picture of its own when it starts.
    sizes = [len(batch["prompts"]) for batch in batches if "[room 3]" in batch["prompts"]]
    assert sizes == [8, 4, 2, 2, 2, 2]


def test_a_picture_that_does_not_fit_alone_is_a_503_that_says_what_to_do(client: httpx2.Client) -> None:
    answer = ask(client, "[room 0]")
    assert answer.status_code == 503
    assert answer.headers["x-should-retry"] == "false"
    error = answer.json()["error"]
    assert error["code"] == "out_of_memory"
    assert "smaller size" in error["message"]


def test_a_job_that_does_not_fit_fails_and_is_not_tried_for_ever(client: httpx2.Client) -> None:
    job = ask(client, "[room 0] later", **{"async": True}).json()["id"]
    end = time.monotonic() + 20
    while (told := client.get(f"/v1/images/jobs/{job}").json())["status"] in {"queued", "running"}:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert told["status"] == "failed"
    assert told["error"]["code"] == "out_of_memory"

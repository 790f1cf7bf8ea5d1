"""Jobs on a real server: through OpenAI's own client, over cut connections, and over a server that is killed."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest
from PIL import Image

from acceptance.restarts import start_again
from pinxit.testing import RunningServer, run_server

_JOBS = "/v1/images/jobs"
_FOX = {"model": "auto", "prompt": "a fox", "size": "64x64"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("jobs"), workers="2", heartbeat="0.2") as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key, max_retries=0, timeout=60) as made:
        yield made


def _connect(server: RunningServer) -> httpx2.Client:
    return httpx2.Client(base_url=server.url, headers={"authorization": server.key}, timeout=60)


def _begin(web: httpx2.Client, **wish: Any) -> str:
    answer = web.post("/v1/images/generations", json={**_FOX, "async": True, **wish})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


def _await_end(web: httpx2.Client, job: str) -> dict[str, Any]:
    for _ in range(10):
        told: dict[str, Any] = web.get(f"{_JOBS}/{job}?wait=20").json()
        if told["status"] in {"completed", "failed", "cancelled"}:
            return told
    raise AssertionError("the job does not end")


def _listen(web: httpx2.Client, job: str, after: str | None = None) -> Iterator[dict[str, Any]]:
    """Events as they come, each with its `id`. Closing the iterator cuts the connection."""
    headers = {"last-event-id": after} if after else {}
    with web.stream("GET", f"{_JOBS}/{job}/events", headers=headers) as answer:
        assert answer.status_code == 200
        name = None
        for line in answer.iter_lines():
            if line.startswith("id: "):
                name = line.removeprefix("id: ")
            elif line.startswith("data: "):
                yield {"id": name, **json.loads(line.removeprefix("data: "))}
            elif not line:
                name = None


def _kinds(events: list[dict[str, Any]]) -> list[str]:
    return [event["type"].removeprefix("image.job.") for event in events]


def _count_made(data: Path, job: str) -> int:
    with closing(sqlite3.connect(data / "pinxit.db")) as connection:
        (found,) = connection.execute("select sum(pictures) from ledger where job = ?", (job,)).fetchone()
    return int(found or 0)


def test_openais_client_begins_a_job_and_gets_its_result(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(
        model="auto", prompt="a fox [wait 0.3]", size="1024x1024", extra_headers={"Prefer": "respond-async"}
    )
    assert raw.http_response.status_code == 202
    job: Any = raw.http_response.json()
    assert raw.headers["location"].endswith(job["urls"]["get"].partition("/v1")[2])
    for _ in range(10):
        told: Any = client.get(f"/images/jobs/{job['id']}", cast_to=object, options={"params": {"wait": 20}})
        if told["status"] == "completed":
            break
    answer = openai.types.ImagesResponse.model_validate(told["result"])
    data = (answer.data or [])[0].b64_json or ""
    assert Image.open(io.BytesIO(base64.b64decode(data))).size == (1024, 1024)
    assert abs(told["created_at"] - time.time()) < 120  # seconds, for this client
    assert answer.usage is not None
    assert answer.usage.total_tokens == told["usage"]["total_tokens"]


def test_openais_client_cancels_a_job_and_lists_it(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(model="auto", prompt="a fox [wait 60]", extra_body={"async": True})
    job: Any = raw.http_response.json()
    told: Any = client.post(f"/images/jobs/{job['id']}/cancel", cast_to=object)
    assert (told["status"], told["error"]["code"]) == ("cancelled", "job_cancelled")
    listed: Any = client.get("/images/jobs?status=cancelled&limit=100", cast_to=object)
    assert job["id"] in [one["id"] for one in listed["data"]]


def test_another_key_finds_no_job(server: RunningServer) -> None:
    command = [sys.executable, "-m", "pinxit", "keys", "create", "--name", "another"]
    environment = os.environ | {"PINXIT_DATA": str(server.data)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    secret = re.findall(r"sk-pinxit-\S{43}", said)[0]
    with _connect(server) as web:
        job = _begin(web, prompt="[wait 0.5]")
        with openai.OpenAI(base_url=f"{server.url}/v1", api_key=secret, max_retries=0) as stranger:
            for ask in (stranger.get, stranger.delete):
                with pytest.raises(openai.NotFoundError):
                    ask(f"/images/jobs/{job}", cast_to=object)
            with pytest.raises(openai.NotFoundError):
                stranger.post(f"/images/jobs/{job}/cancel", cast_to=object)
            with pytest.raises(openai.NotFoundError):
                stranger.get(f"/images/jobs/{job}/events", cast_to=object)
            listed: Any = stranger.get("/images/jobs", cast_to=object)
            assert listed["data"] == []
        assert _await_end(web, job)["status"] == "completed"


def test_a_stream_that_was_cut_goes_on_where_it_was(server: RunningServer) -> None:
    with _connect(server) as web:
        job = _begin(web, prompt="a fox [wait 1.5]", n=3, partial_images=2)
        heard: list[dict[str, Any]] = []
        for _ in range(20):
            after = next((event["id"] for event in reversed(heard) if event["id"]), None)
            events = _listen(web, job, after)
            for event in events:
                heard.append(event)
                # The connection breaks at every other event, as long as there is time to come back before the end.
                if len(heard) % 2 == 0 and _kinds(heard).count("partial_image") < 5:
                    break
            events.close()  # type: ignore[attr-defined]
            if _kinds(heard)[-1] == "completed":
                break
        named = [event["id"] for event in heard if event["id"]]
        assert len(set(named)) == len(named)
        kinds = _kinds(heard)
        assert [kinds.count(kind) for kind in ("started", "partial_image", "completed")] == [1, 6, 1]
        assert len(heard[-1]["job"]["result"]["data"]) == 3
        assert _count_made(server.data, job) == 3


def test_a_job_whose_stream_is_cut_goes_on(server: RunningServer) -> None:
    with _connect(server) as web:
        job = _begin(web, prompt="a fox [wait 1]")
        for _ in _listen(web, job):
            break
        assert _await_end(web, job)["status"] == "completed"


def test_a_killed_server_takes_its_jobs_up_again_and_charges_them_once(tmp_path: Path) -> None:
    settings = {"workers": "1", "grace": "1"}
    with run_server(tmp_path, **settings) as running:
        with _connect(running) as web:
            done = _begin(web, prompt="first")
            before = _await_end(web, done)
            busy = _begin(web, prompt="second [wait 1.5]", partial_images=1)
            waiting = _begin(web, prompt="third")
            gone = _begin(web, prompt="fourth")
            web.delete(f"{_JOBS}/{gone}")
            heard = []
            for event in _listen(web, busy):
                heard.append(event)
                if event["type"] == "image.job.partial_image":
                    break
        running.process.kill()
        running.process.wait()
        known = heard[-1]["id"]
    with start_again(tmp_path, running.key, **settings) as again, _connect(again) as web:
        rest = list(_listen(web, busy, known))
        told = [_await_end(web, job) for job in (done, busy, waiting, gone)]
        assert [job["status"] for job in told] == ["completed", "completed", "completed", "cancelled"]
        assert told[0]["result"] == before["result"]
        # Another attempt begins from its start.
        assert [event["attempt"] for event in rest if event["type"] == "image.job.started"] == [2]
        assert _kinds(rest).count("partial_image") == 1
        assert _kinds(rest)[-1] == "completed"
        assert not {event["id"] for event in rest if event["id"]} & {event["id"] for event in heard if event["id"]}
        listed = web.get(_JOBS).json()["data"]
        assert [job["id"] for job in listed] == [gone, waiting, busy, done]
    assert [_count_made(tmp_path, job) for job in (done, busy, waiting, gone)] == [1, 1, 1, 0]


def test_predictions_survive_a_killed_server(tmp_path: Path) -> None:
    path = "/api/v3/google/gemini-2.5-flash-image/text-to-image"
    with run_server(tmp_path, workers="1") as running:
        with _connect(running) as web:
            body = {"prompt": "a cat [wait 1]", "size": "64x64", "enable_base64_output": True}
            name = web.post(path, json=body).json()["data"]["id"]
        running.process.kill()
        running.process.wait()
    with start_again(tmp_path, running.key, workers="1") as again, _connect(again) as web:
        assert _await_end(web, f"job_{name}")["status"] == "completed"
        data = web.get(f"/api/v3/predictions/{name}/result").json()["data"]
        assert (data["id"], data["status"], len(data["outputs"])) == (name, "completed", 1)


def test_a_server_that_is_stopped_gives_its_jobs_to_the_next(tmp_path: Path) -> None:
    with run_server(tmp_path, workers="1", grace="1") as running:
        with _connect(running) as web:
            jobs = [_begin(web, prompt=f"{number} [wait 2]") for number in range(3)]
            stream = _listen(web, jobs[-1])
            assert next(stream)["type"] == "image.job.queued"
            running.process.terminate()
            assert _kinds(list(stream)) in ([], ["queued"])  # it ends, and the job does not
        assert running.process.wait(20) == 0
    with start_again(tmp_path, running.key, workers="3") as again, _connect(again) as web:
        assert {_await_end(web, job)["status"] for job in jobs} == {"completed"}
    assert [_count_made(tmp_path, job) for job in jobs] == [1, 1, 1]

"""A request that comes again is the same request: one picture, one charge, whoever repeats it and why."""

from __future__ import annotations

import json
import socket
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from openai import OpenAI

from pinxit.testing import RunningServer, run_server

_PATH = "/v1/images/generations"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("repeated")) as running:
        yield running


def _ask(server: RunningServer, prompt: str, headers: dict[str, str] | None = None, **fields: Any) -> httpx2.Response:
    sent = {"authorization": f"Bearer {server.key}", **(headers or {})}
    body = {"model": "auto", "prompt": prompt, "size": "64x64", **fields}
    return httpx2.post(server.url + _PATH, json=body, headers=sent, timeout=30)


def _count(server: RunningServer, outcome: str, job: str | None = None) -> int:
    """Lines of the ledger with this outcome."""
    with closing(sqlite3.connect(server.data / "pinxit.db")) as connection:
        query = "select count(*) from ledger where outcome = ? and (? is null or job = ?)"
        (found,) = connection.execute(query, (outcome, job, job)).fetchone()
    return int(found)


def _await_count(server: RunningServer, outcome: str, expected: int) -> None:
    for _ in range(100):
        if _count(server, outcome) >= expected:
            break
        time.sleep(0.1)
    assert _count(server, outcome) == expected


def _hang_up(server: RunningServer, prompt: str) -> None:
    """Send a whole request and close the connection without reading an answer."""
    body = json.dumps({"model": "auto", "prompt": prompt, "size": "64x64"}).encode()
    head = (
        f"POST {_PATH} HTTP/1.1\r\nhost: pinxit\r\nauthorization: Bearer {server.key}\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(head.encode() + body)
        time.sleep(0.4)  # the server has taken it and draws


def test_an_idempotency_key_gives_the_stored_answer_again(server: RunningServer) -> None:
    first = _ask(server, "a heron", {"idempotency-key": "heron-1"})
    again = _ask(server, "a heron", {"idempotency-key": "heron-1"})
    assert first.status_code == again.status_code == 200
    assert again.json() == first.json()
    assert again.headers["x-pinxit-job"] == first.headers["x-pinxit-job"]
    assert again.headers["idempotent-replayed"] == "true"
    assert "idempotent-replayed" not in first.headers
    assert _count(server, "made", first.headers["x-pinxit-job"]) == 1


def test_the_same_request_without_a_key_is_another_request(server: RunningServer) -> None:
    assert _ask(server, "a crane").headers["x-pinxit-job"] != _ask(server, "a crane").headers["x-pinxit-job"]


def test_an_idempotency_key_with_another_body_is_a_422(server: RunningServer) -> None:
    assert _ask(server, "an ibis", {"idempotency-key": "ibis-1"}).status_code == 200
    for changed in (
        {"prompt": "two ibises"},
        {"prompt": "an ibis", "n": 2},
        {"prompt": "an ibis", "response_format": "url"},
    ):
        answer = _ask(server, headers={"idempotency-key": "ibis-1"}, **changed)
        assert answer.status_code == 422
        assert answer.json()["error"]["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("key", ["", "x" * 256, "caf\u00e9"], ids=["empty", "long", "accented"])
def test_an_idempotency_key_that_is_none_is_refused_by_name(server: RunningServer, key: str) -> None:
    answer = httpx2.post(
        server.url + _PATH,
        json={"model": "auto", "prompt": "x"},
        headers=[(b"authorization", server.key.encode()), (b"idempotency-key", key.encode())],
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "idempotency-key"


def test_thirty_two_at_once_with_one_idempotency_key_make_one_picture(server: RunningServer) -> None:
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda _: _ask(server, "a coot [wait 0.5]", {"idempotency-key": "coot"}), range(32)))
    assert {answer.status_code for answer in answers} == {200}
    (job,) = {answer.headers["x-pinxit-job"] for answer in answers}
    assert len({answer.text for answer in answers}) == 1
    assert _count(server, "made", job) == 1


def test_an_idempotency_key_of_a_failed_request_may_be_tried_again(server: RunningServer) -> None:
    first = _ask(server, "[break]", {"idempotency-key": "broken"})
    again = _ask(server, "[break]", {"idempotency-key": "broken"})
    assert first.status_code == again.status_code == 500
    assert "idempotent-replayed" not in again.headers


def test_a_counted_retry_joins_the_work_that_is_under_way(server: RunningServer) -> None:
    before = _count(server, "made")
    _hang_up(server, "a grebe [wait 2]")
    answer = _ask(server, "a grebe [wait 2]", {"x-stainless-retry-count": "1"})
    assert answer.status_code == 200
    assert answer.headers["idempotent-replayed"] == "true"
    assert _count(server, "made") == before + 1


def test_a_repetition_soon_after_the_connection_broke_joins_without_any_header(server: RunningServer) -> None:
    before = _count(server, "made")
    _hang_up(server, "a stork [wait 1]")
    time.sleep(1.5)  # it is finished by now, and nobody got it
    answer = _ask(server, "a stork [wait 1]")
    assert answer.headers["idempotent-replayed"] == "true"
    assert _count(server, "made") == before + 1
    assert "idempotent-replayed" not in _ask(server, "a stork [wait 1]").headers


def test_a_first_try_never_joins_what_somebody_else_waits_for(server: RunningServer) -> None:
    with ThreadPoolExecutor(2) as pool:
        jobs = set(pool.map(lambda _: _ask(server, "a swan [wait 0.5]").headers["x-pinxit-job"], range(2)))
    assert len(jobs) == 2


def test_the_retry_of_a_refused_request_is_no_repetition_of_an_earlier_one(tmp_path: Path) -> None:
    with run_server(tmp_path, workers="1", queue="0") as server, ThreadPoolExecutor(1) as pool:
        first = _ask(server, "a loon")
        busy = pool.submit(_ask, server, "[wait 1]")
        time.sleep(0.4)
        assert _ask(server, "a loon").status_code == 429
        busy.result()
        second = _ask(server, "a loon", {"x-stainless-retry-count": "1"})
        assert second.headers["x-pinxit-job"] != first.headers["x-pinxit-job"]
        third = _ask(server, "a loon", {"x-stainless-retry-count": "1"})  # nobody refused this one
        assert third.headers["x-pinxit-job"] == second.headers["x-pinxit-job"]


def test_the_official_client_that_loses_patience_gets_its_picture_and_pays_once(server: RunningServer) -> None:
    before = _count(server, "made")
    client = OpenAI(base_url=f"{server.url}/v1", api_key=server.key, timeout=0.8, max_retries=4)
    answer = client.images.generate(model="auto", prompt="a patient toad [wait 2]", size="256x256")
    assert answer.data
    assert answer.data[0].b64_json
    _await_count(server, "made", before + 1)


def test_nobody_who_comes_back_in_time_stops_the_work_uncharged(tmp_path: Path) -> None:
    with run_server(tmp_path, linger="0.3") as server:
        _hang_up(server, "a newt [wait 30]")
        _await_count(server, "cancelled", 1)
        assert _count(server, "made") == 0


def test_a_seed_gives_the_earlier_result_again_for_nothing(server: RunningServer) -> None:
    first = _ask(server, "a rook", seed=7)
    again = _ask(server, "a rook", seed=7)
    assert (first.headers["x-pinxit-cache"], again.headers["x-pinxit-cache"]) == ("miss", "hit")
    assert again.json()["data"] == first.json()["data"]
    assert _count(server, "made", again.headers["x-pinxit-job"]) == 0
    assert _count(server, "cached", again.headers["x-pinxit-job"]) == 1
    assert _ask(server, "a rook", seed=8).headers["x-pinxit-cache"] == "miss"
    assert "x-pinxit-cache" not in _ask(server, "a rook").headers


@pytest.mark.parametrize(("cache", "second"), [("key", "miss"), ("shared", "hit"), ("off", None)])
def test_other_keys_share_results_only_where_the_server_says_so(tmp_path: Path, cache: str, second: str | None) -> None:
    with run_server(tmp_path, cache=cache) as server:
        assert _ask(server, "a jay", seed=7).headers.get("x-pinxit-cache") == (None if cache == "off" else "miss")
        other = httpx2.Headers({"authorization": f"Bearer {_make_key(server)}"})
        answer = _ask(server, "a jay", dict(other), seed=7)
        assert answer.status_code == 200
        assert answer.headers.get("x-pinxit-cache") == second


def _make_key(server: RunningServer) -> str:
    import subprocess
    import sys

    command = [sys.executable, "-m", "pinxit", "keys", "create", "--name", "other", "--data", str(server.data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.split()[0]

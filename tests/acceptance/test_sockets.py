"""The real server on a real socket, spoken to byte by byte."""

from __future__ import annotations

import base64
import json
import re
import shlex
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinxit.testing import RunningServer, run_server

_PATH = "/v1/images/generations"


def _post(server: RunningServer, **fields: Any) -> httpx.Response:
    body = {"model": "auto", "prompt": "a fox", **fields}
    return httpx.post(server.url + _PATH, json=body, headers={"authorization": server.key}, timeout=30)


def _talk(server: RunningServer, sent: bytes, *, wait: float = 10.0) -> bytes:
    """Send raw bytes and read until the server closes, the answer is complete or `wait` seconds passed."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as line:
        line.sendall(sent)
        got = b""
        while piece := line.recv(65536):
            got += piece
            head, blank, body = got.partition(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            if blank and length and len(body) >= int(length[1]):
                break
        return got


def _head(server: RunningServer, length: int | str, more: str = "") -> bytes:
    return (
        f"POST {_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n{more}\r\n"
    ).encode()


def _enveloped(got: bytes) -> dict[str, Any]:
    head, _, body = got.partition(b"\r\n\r\n")
    assert b"x-request-id: " in head.lower()
    error: dict[str, Any] = json.loads(body)["error"]
    assert set(error) == {"message", "type", "code", "param"}
    return error


def test_the_answer_is_whole_and_as_long_as_it_said(server: RunningServer) -> None:
    answer = _post(server, size="16:9", n=2)
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "transfer-encoding" not in answer.headers
    assert "server" not in answer.headers
    assert all(base64.b64decode(entry["b64_json"]).startswith(b"\x89PNG") for entry in answer.json()["data"])


def test_one_connection_serves_many_requests(server: RunningServer) -> None:
    with httpx.Client(base_url=server.url, headers={"authorization": server.key}) as client:
        for _ in range(5):
            assert client.post(_PATH, json={"model": "auto", "prompt": "x", "size": "64x64"}).status_code == 200
            assert client.post(_PATH, content=b"{", headers={"content-type": "application/json"}).status_code == 400


def test_an_80_mb_body_is_refused_before_it_is_sent(server: RunningServer) -> None:
    got = _talk(server, _head(server, 80_000_000))
    assert got.startswith(b"HTTP/1.1 413")
    assert _enveloped(got)["code"] == "request_too_large"


def test_an_80_mb_body_that_is_sent_all_the_same_gets_its_answer(server: RunningServer) -> None:
    headers = {"authorization": server.key, "content-type": "application/json"}
    assert httpx.post(server.url + _PATH, content=bytes(80_000_000), headers=headers).status_code == 413

    def pour() -> Any:
        for _ in range(80):
            yield bytes(1_000_000)

    assert httpx.post(server.url + _PATH, content=pour(), headers=headers).status_code == 413


def test_a_client_that_asks_first_is_refused_without_sending_its_body(server: RunningServer) -> None:
    got = _talk(server, _head(server, 80_000_000, "Expect: 100-continue\r\n"))
    assert got.startswith(b"HTTP/1.1 413")


def test_a_slow_body_is_waited_for(server: RunningServer) -> None:
    body = b'{"model": "auto", "prompt": "a fox", "size": "64x64"}'
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall(_head(server, len(body)))
        for at in range(0, len(body), 9):
            line.sendall(body[at : at + 9])
            time.sleep(0.01)
        assert line.recv(15) == b"HTTP/1.1 200 OK"


def test_a_client_that_hangs_up_frees_its_worker(server: RunningServer) -> None:
    body = b'{"model": "auto", "prompt": "[wait 60]", "size": "64x64"}'
    for _ in range(4):  # one worker and one place in the queue: the third would be refused
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
            line.sendall(_head(server, len(body)) + body)
            time.sleep(0.1)
    time.sleep(0.2)
    assert _post(server, size="64x64").status_code == 200
    assert server.log.read_text().count(f"POST {_PATH} 499 ") >= 4


def test_a_client_that_hangs_up_within_its_body_does_no_harm(server: RunningServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall(_head(server, 100) + b'{"model"')
    assert _post(server, size="64x64").status_code == 200


def test_health_answers_while_every_worker_draws_and_a_full_queue_refuses(server: RunningServer) -> None:
    with ThreadPoolExecutor(4) as pool:
        slow = [pool.submit(_post, server, prompt="[wait 1]", size="64x64") for _ in range(2)]
        time.sleep(0.4)
        assert httpx.get(f"{server.url}/health").json() == {"status": "ok"}
        refused = _post(server)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1
        assert [job.result().status_code for job in slow] == [200, 200]


@pytest.mark.parametrize(
    "sent",
    [
        b"NONSENSE\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
        b"GET /health HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"POST /v1/images/generations HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/images/generations HTTP/1.1\r\nHost: x\r\nContent-Length: 1e9\r\n\r\n",
        b"GET /" + b"x" * 1_000_000,
    ],
    ids=lambda sent: repr(sent[:30]),
)
def test_what_is_no_http_is_refused_in_the_same_envelope(server: RunningServer, sent: bytes) -> None:
    got = _talk(server, sent)
    assert got.startswith(b"HTTP/1.1 400")
    assert _enveloped(got)["code"] == "invalid_http"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.binary(min_size=1, max_size=12), st.binary(max_size=30)), max_size=4), st.binary(max_size=40)
)
def test_any_bytes_in_the_head_get_an_answer_below_500(
    server: RunningServer, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    head = f"POST {_PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n".encode()
    got = _talk(server, head + lines + b"\r\n" + body)
    assert re.match(rb"HTTP/1.1 4\d\d ", got), got
    _enveloped(got)


def test_a_websocket_upgrade_is_just_a_get(server: RunningServer) -> None:
    got = _talk(
        server,
        b"GET /v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    )
    assert got.startswith(b"HTTP/1.1 404")


def test_a_running_server_learns_of_new_and_revoked_keys(server: RunningServer) -> None:
    def keys(*arguments: str) -> str:
        command = [sys.executable, "-m", "pinxit", "keys", *arguments, "--data", str(server.data)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    secret = keys("create", "--name", "guest")
    url, headers = f"{server.url}/v1/models", {"authorization": f"Bearer {secret}"}
    assert httpx.get(url, headers=headers).status_code == 200
    keys("revoke", secret[:18])
    assert httpx.get(url, headers=headers).status_code == 401


def test_the_curl_that_the_first_start_prints_can_be_pasted(tmp_path: Path) -> None:
    with run_server(tmp_path / "data") as running:
        command = [sys.executable, "-m", "pinxit", "serve", "--port", "0", "--data", str(tmp_path / "data")]
        from pinxit.cli.serve import _CURL

        printed = _CURL.format(url=running.url, secret=running.key)
        words = shlex.split(printed.partition("  | ")[0].replace("\\\n", " "))
        assert words[:3] == ["curl", "-s", running.url + _PATH]
        assert json.loads(words[words.index("-d") + 1])["size"] == "16:9"
        ran = subprocess.run(["sh", "-c", printed.replace("python3", sys.executable)], cwd=tmp_path, check=False)
        if ran.returncode != 127:  # a machine may lack curl
            assert (tmp_path / "fox.png").read_bytes().startswith(b"\x89PNG")
        second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert "serves http://127.0.0.1:" in second.stdout.readline()
        second.terminate()
        rest = second.communicate(timeout=10)[0]
        assert "sk-pinxit-" not in rest  # the key is shown on the first start only


def test_the_log_holds_neither_keys_nor_prompts(server: RunningServer) -> None:
    _post(server, prompt="my secret wish", size="64x64")
    log = server.log.read_text()
    assert f"POST {_PATH} 200 " in log
    assert "secret wish" not in log
    assert "sk-pinxit-" not in log
    assert "Traceback" not in log


def test_stopping_finishes_what_was_begun(tmp_path: Path) -> None:
    with run_server(tmp_path) as running, ThreadPoolExecutor(1) as pool:
        job = pool.submit(_post, running, prompt="[wait 0.5]", size="64x64")
        time.sleep(0.25)
        running.process.terminate()
        assert job.result().status_code == 200
        running.process.wait(10)


def test_a_port_that_is_taken_is_one_clear_line(server: RunningServer) -> None:
    command = [sys.executable, "-m", "pinxit", "serve", "--port", str(server.port), "--data", str(server.data)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "Error: Cannot listen on 127.0.0.1" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_two_lengths_of_one_body_are_refused_and_the_connection_is_closed(server: RunningServer) -> None:
    more = "Transfer-Encoding: chunked\r\n"
    smuggled = b"0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n"
    got = _talk(server, _head(server, len(smuggled), more) + smuggled)
    assert got.startswith(b"HTTP/1.1 400")
    assert got.count(b"HTTP/1.1") == 1
    assert _enveloped(got)["code"] == "invalid_http"


@pytest.mark.parametrize("key", ["", "wrong"], ids=["a right key", "a wrong key"])
def test_a_body_in_crumbs_ends_with_the_connection(server: RunningServer, key: str) -> None:
    head = (
        f"POST {_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key or server.key}\r\n"
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    ).encode()
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line, suppress(OSError):
        line.sendall(head)
        for _ in range(1000):
            line.sendall(b"1\r\nx\r\n" * 1000)
        pytest.fail("a million crumbs were taken")
    assert time.monotonic() - begun < 20
    assert httpx.get(f"{server.url}/health", timeout=5).status_code == 200

"""`/v1/files` on a socket: the official client, forms that are wrong, keys of others, and large files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from pinxit.testing import RunningServer, run_server

_MIB = 2**20


@pytest.fixture(scope="module")
def keeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server with 96 MiB for the files of each key, and bodies of at most 1 MiB otherwise."""
    folder = tmp_path_factory.mktemp("keeper")
    with run_server(folder, uploads_room=str(96 * _MIB), max_body=str(_MIB), grace="2") as running:
        yield running


@pytest.fixture
def client(keeper: RunningServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{keeper.url}/v1", api_key=keeper.key, max_retries=0, timeout=60) as made:
        yield made


@pytest.fixture(scope="module")
def strangers_key(keeper: RunningServer) -> str:
    """Another key of the same server."""
    command = [sys.executable, "-m", "pinxit", "keys", "create", "--name", "stranger"]
    environment = os.environ | {"PINXIT_DATA": str(keeper.data)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return next(word for word in said.split() if word.startswith("sk-pinxit-"))


def _post(server: RunningServer, **form: Any) -> httpx.Response:
    headers = {"authorization": server.key}
    return httpx.post(f"{server.url}/v1/files", headers=headers, timeout=60, **form)


def test_a_file_comes_back_as_it_was_sent(client: openai.OpenAI) -> None:
    data = os.urandom(300_000)
    sent = client.files.create(
        file=("Füchse.bin", data), purpose="user_data", expires_after={"anchor": "created_at", "seconds": 3600}
    )
    assert (sent.bytes, sent.filename, sent.purpose, sent.status) == (300_000, "Füchse.bin", "user_data", "processed")
    assert sent.expires_at == sent.created_at + 3600
    assert client.files.retrieve(sent.id) == sent
    answer = client.files.with_raw_response.content(sent.id)
    assert answer.content == data
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert client.files.delete(sent.id).deleted
    for ask in (client.files.retrieve, client.files.content, client.files.delete):
        with pytest.raises(openai.NotFoundError):
            ask(sent.id)


def test_an_empty_file_is_a_file(client: openai.OpenAI) -> None:
    sent = client.files.create(file=("empty", b""), purpose="user_data")
    assert sent.bytes == 0
    assert client.files.content(sent.id).content == b""


def test_files_are_listed_page_by_page(client: openai.OpenAI) -> None:
    made = [client.files.create(file=(f"{n}.txt", b"x"), purpose="evals").id for n in range(5)]
    assert [file.id for file in client.files.list(purpose="evals", limit=2)] == made[::-1]
    assert [file.id for file in client.files.list(purpose="evals", order="asc")] == made
    assert client.files.list(purpose="evals", limit=5).has_more is False
    assert list(client.files.list(purpose="nothing")) == []
    for wrong in ({"limit": 0}, {"limit": 10_001}, {"after": "file-1"}, {"order": "up"}):
        with pytest.raises(openai.BadRequestError):
            client.files.list(**wrong)


def test_a_file_of_another_key_is_as_unknown_as_none(
    client: openai.OpenAI, keeper: RunningServer, strangers_key: str
) -> None:
    mine = client.files.create(file=("lines.jsonl", b"{}"), purpose="batch").id
    with openai.OpenAI(base_url=f"{keeper.url}/v1", api_key=strangers_key, max_retries=0) as stranger:
        told = set()
        for name in (mine, "file-" + "0" * 32):
            for ask in (stranger.files.retrieve, stranger.files.content, stranger.files.delete):
                with pytest.raises(openai.NotFoundError) as refusal:
                    ask(name)
                told.add(str(refusal.value.body).replace(name, "ID"))
            with pytest.raises(openai.BadRequestError):
                stranger.batches.create(input_file_id=name, endpoint="/v1/images/generations", completion_window="24h")
        assert len(told) == 1
        assert list(stranger.files.list()) == []
    assert client.files.retrieve(mine)


def test_a_batch_of_another_key_is_as_unknown_as_none(
    client: openai.OpenAI, keeper: RunningServer, strangers_key: str
) -> None:
    file = client.files.create(file=("lines.jsonl", b"{}"), purpose="batch").id
    mine = client.batches.create(input_file_id=file, endpoint="/v1/images/generations", completion_window="24h").id
    with openai.OpenAI(base_url=f"{keeper.url}/v1", api_key=strangers_key, max_retries=0) as stranger:
        told = set()
        for name in (mine, "batch_" + "0" * 32):
            for ask in (stranger.batches.retrieve, stranger.batches.cancel):
                with pytest.raises(openai.NotFoundError) as refusal:
                    ask(name)
                told.add(str(refusal.value.body).replace(name, "ID"))
        assert len(told) == 1
        assert list(stranger.batches.list()) == []


_FILE = {"file": ("a.txt", b"x")}


@pytest.mark.parametrize(
    ("form", "param"),
    [
        ({"files": _FILE}, "purpose"),
        ({"files": _FILE, "data": {"purpose": "fun"}}, "purpose"),
        ({"files": {"picture": ("a.txt", b"x")}, "data": {"purpose": "vision"}}, "file"),
        ({"files": [("file", ("a", b"x")), ("file", ("b", b"x"))], "data": {"purpose": "vision"}}, "file"),
        ({"files": {"x": (None, b"1")}, "data": {"purpose": "vision"}}, "file"),
        ({"files": _FILE, "data": {"purpose": ["vision", "batch"]}}, "purpose"),
        ({"files": _FILE, "data": {"purpose": "vision", "expires_after[seconds]": "3600"}}, "expires_after.anchor"),
        (
            {"files": _FILE, "data": {"purpose": "vision", "expires_after[anchor]": "created_at"}},
            "expires_after.seconds",
        ),
        ({"files": _FILE, "data": {"purpose": "vision", "expires_after": "3600"}}, "expires_after"),
        (
            {
                "files": _FILE,
                "data": {"purpose": "vision", "expires_after[anchor]": "created_at", "expires_after[seconds]": "9"},
            },
            "expires_after.seconds",
        ),
    ],
    ids=range(10),
)
def test_a_wrong_form_is_refused_by_its_field(keeper: RunningServer, form: dict[str, Any], param: str) -> None:
    answer = _post(keeper, **form)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["param"] == param


def test_json_is_no_upload_and_half_a_form_is_refused(keeper: RunningServer) -> None:
    assert _post(keeper, json={"purpose": "vision"}).status_code == 415
    half = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc'
    answer = httpx.post(
        f"{keeper.url}/v1/files",
        content=half,
        headers={"authorization": keeper.key, "content-type": "multipart/form-data; boundary=x"},
    )
    assert answer.json()["error"]["code"] == "invalid_form"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\temp\\fox.png", "fox.png"), ("..", "file"), ("x" * 999, "x" * 255)],
    ids=["above", "windows", "dots", "long"],
)
def test_a_name_keeps_no_folder(keeper: RunningServer, said: str, kept: str) -> None:
    answer = _post(keeper, files={"file": (said, b"x")}, data={"purpose": "vision"})
    assert answer.json()["filename"] == kept
    disposition = httpx.get(
        f"{keeper.url}/v1/files/{answer.json()['id']}/content", headers={"authorization": keeper.key}
    ).headers["content-disposition"]
    assert "/" not in disposition
    assert "\\" not in disposition


def _measure_memory(server: RunningServer) -> int:
    """Bytes that the server's own process has in memory."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) * 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the memory of a process so")
def test_a_large_file_is_never_in_memory_whole(keeper: RunningServer, client: openai.OpenAI, tmp_path: Path) -> None:
    large = tmp_path / "lines.jsonl"
    block = b"".join(json.dumps({"custom_id": str(n), "x": "y" * 1000}).encode() + b"\n" for n in range(900))
    with large.open("wb") as file:
        for _ in range(80 * _MIB // len(block)):
            file.write(block)
    before, most, done = _measure_memory(keeper), 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.02):
            most = max(most, _measure_memory(keeper))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        sent = client.files.create(file=large, purpose="batch")
        with client.files.with_streaming_response.content(sent.id) as answer:
            size = sum(len(piece) for piece in answer.iter_bytes())
    finally:
        done.set()
        watcher.join()
    assert sent.bytes == size == large.stat().st_size
    assert most - before < 60 * _MIB
    with pytest.raises(openai.BadRequestError) as refusal:
        client.files.create(file=("more.jsonl", b"x" * (32 * _MIB)), purpose="batch")
    assert refusal.value.code == "no_room"
    client.files.delete(sent.id)


def test_a_file_of_which_a_piece_is_gone_breaks_off_and_does_not_look_whole(
    keeper: RunningServer, client: openai.OpenAI
) -> None:
    sent = client.files.create(file=("lines.jsonl", os.urandom(6 * _MIB)), purpose="batch")
    newest = max((keeper.data / "uploads").rglob("*.bin"), key=lambda path: path.stat().st_mtime_ns)
    newest.unlink()
    with pytest.raises(openai.APIConnectionError):
        client.files.content(sent.id)
    client.files.delete(sent.id)


def test_a_key_that_is_not_for_batches_uploads_nothing(keeper: RunningServer) -> None:
    command = [sys.executable, "-m", "pinxit", "keys", "create", "--name", "painter", "--routes", "images"]
    environment = os.environ | {"PINXIT_DATA": str(keeper.data)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    key = next(word for word in said.split() if word.startswith("sk-pinxit-"))
    with openai.OpenAI(base_url=f"{keeper.url}/v1", api_key=key, max_retries=0) as painter:
        for ask in (painter.files.list, painter.batches.list):
            with pytest.raises(openai.PermissionDeniedError):
                ask()


def test_a_file_over_its_limit_is_refused(client: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as refusal:
        client.files.create(file=("picture.png", b"x" * (_MIB + 1)), purpose="vision")
    assert refusal.value.status_code == 413

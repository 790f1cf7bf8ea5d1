"""docs/webhooks.md: its commands are run, its receiver receives, and what it says is what happens."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pinxit.core.delivering import DELAYS
from pinxit.core.hooks import EVENTS, MAX_WEBHOOKS
from pinxit.testing import RunningServer, run_server

_PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text(encoding="utf-8")
_SHELL = re.findall(r"```sh\n(.+?)```", _PAGE, re.DOTALL)
_JSON = [json.loads(text) for text in re.findall(r"```json\n(.+?)```", _PAGE, re.DOTALL)]
_PYTHON = re.findall(r"```python\n(.+?)```", _PAGE, re.DOTALL)


class _Reader:
    """Follows the page: runs its blocks against a server, with a port of this machine for the receiver."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "PINXIT_KEY": server.key,
            "PINXIT_PREFIX": server.key[:18],
            "PINXIT_DATA": str(server.data),
            "PINXIT_FETCH_ALLOW": "127.0.0.1",
        }
        self.environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def translate(self, text: str) -> str:
        text = text.replace("http://127.0.0.1:8000", self.server.url).replace("9000", str(self.port))
        return text.replace("https://example.com/hooks/pinxit", f"http://127.0.0.1:{self.port}/")

    def run(self, block: str) -> str:
        command = ["bash", "-ec", self.translate(block)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    def ask(self, block: str) -> Any:
        return json.loads(self.run(block))

    @contextmanager
    def receiving(self, folder: Path) -> Iterator[subprocess.Popen[str]]:
        path = folder / "receiver.py"
        path.write_text(self.translate(_PYTHON[0]), encoding="utf-8")
        command = [sys.executable, str(path)]
        with subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            try:
                self._await_port()
                yield process
            finally:
                process.kill()

    def _await_port(self) -> None:
        for _ in range(300):
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError("the page's receiver does not start")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Reader]:
    with run_server(tmp_path_factory.mktemp("hooked"), fetch_allow="127.0.0.1") as server:
        yield _Reader(server)


def test_the_pages_receiver_receives_what_the_pages_commands_ask_for(reader: _Reader, tmp_path: Path) -> None:
    register, order, own, look, _ = _SHELL
    made = reader.ask(register)
    assert list(made) == list(_JSON[0])
    assert made["events"] == _JSON[0]["events"]
    reader.environment |= {"PINXIT_WEBHOOK_SECRET": made["secret"], "PINXIT_WEBHOOK": made["id"]}
    with reader.receiving(tmp_path) as receiver:
        job = reader.ask(order)
        assert receiver.stdout
        assert receiver.stdout.readline() == f"image.job.completed {job['id']}\n"
        test, deliveries = look.splitlines()
        assert reader.ask(test)["event"] == "webhook.test"
        assert receiver.stdout.readline() == f"webhook.test {made['id']}\n"
    assert {one["event"] for one in reader.ask(deliveries)["data"]} == {"webhook.test", "image.job.completed"}
    assert reader.ask(own)["secret"] != made["secret"]


def test_the_pages_command_lines_do_what_they_say(reader: _Reader) -> None:
    create, list_, secret, delete = _SHELL[-1].splitlines()
    assert reader.run(create).startswith("whsec_")
    name, *_ = re.findall(r"^(we_\w+).+batch\.completed", reader.run(list_), re.MULTILINE)
    assert reader.run(secret).startswith("whsec_")
    reader.environment["PINXIT_WEBHOOK"] = name
    assert name in reader.run(delete)
    assert name not in reader.run(list_)


def test_the_page_names_every_event_and_every_limit() -> None:
    assert not [name for name in EVENTS if f"`{name}`" not in _PAGE]
    assert f"at most {MAX_WEBHOOKS} webhooks" in _PAGE
    assert DELAYS[:8] == (5, 60, 300, 1800, 7200, 21_600, 21_600, 21_600)
    assert sum(DELAYS) == 86_400
    assert set(_JSON[1]["data"]) == {"id", "object", "status", "model", "created_at", "completed_at", "error"}

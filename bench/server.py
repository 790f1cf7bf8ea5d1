"""The real server, started for a benchmark in a process of its own, and a client that wastes no time."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Server:
    pid: int
    port: int
    key: str

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def draw(self, connection: http.client.HTTPConnection, prompt: str, **fields: object) -> bytes:
        """One picture of one megapixel; the body of the answer. Raises RuntimeError for anything but 200."""
        body = json.dumps({"model": "auto", "prompt": prompt, "size": "1:1", **fields})
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        connection.request("POST", "/v1/images/generations", body, headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {content[:300]!r}")
        return content


@contextmanager
def open_server() -> Iterator[Server]:
    """`pinxit serve` on a free port with a fresh data directory."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-u", "-m", "pinxit", "serve", "--port", "0", "--data", data]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            assert process.stdout is not None
            port, key = 0, ""
            for line in process.stdout:
                if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                    port = port or int(found[1])
                if found := re.search(r"Bearer ([^'\"]+)", line):
                    key = found[1]
                    break
            yield Server(process.pid, port, key)
        finally:
            process.terminate()
            process.wait(30)

"""Five hundred jobs that wait: what they cost in memory, and how soon /health answers meanwhile. Linux only. Run:

    python bench/waiting.py [--jobs 500]

An engine draws one picture that takes for ever; all others wait behind it, once as jobs that nobody holds a connection
for, once as open connections. Memory is the proportional set size of the server and its children, above what it was
when it had served a few requests and was idle.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from memory import list_children, read_memory

_GOAL_MEMORY, _GOAL_HEALTH = 150.0, 50.0  # MB, milliseconds
_FOR_EVER = "[wait 100000]"


class Server:
    """`pinxit serve` with a fake engine of one worker."""

    def __init__(self, process: subprocess.Popen[str], port: int, key: str) -> None:
        self.process, self.port, self._key = process, port, key

    def write_request(self, prompt: str, **fields: object) -> bytes:
        body = json.dumps({"model": "auto", "prompt": prompt, "size": "64x64", **fields}).encode()
        head = f"POST /v1/images/generations HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {self._key}\r\n"
        return f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    def open(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def measure_memory(self) -> float:
        """MB of the server and its children, by proportional set size."""
        return sum(read_memory(pid)[1] for pid in (self.process.pid, *list_children(self.process.pid)))

    def ask_health(self) -> float:
        """Milliseconds until a new connection has its answer."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", "/health")
        assert connection.getresponse().read() == b'{"status":"ok"}'
        connection.close()
        return 1000 * (time.perf_counter() - began)


@contextmanager
def open_server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as data:
        settings = {"ENGINES": "pinxit.testing:FakeEngine", "WORKERS": "1", "QUEUE": "1000", "PORT": "0", "GRACE": "0"}
        environment = os.environ | {f"PINXIT_{name}": value for name, value in {**settings, "DATA": data}.items()}
        command = [sys.executable, "-u", "-m", "pinxit", "serve"]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
        )
        try:
            assert process.stdout is not None
            said = ""
            while "python3 -c" not in said:
                said += process.stdout.readline()
            port, key = re.findall(r":(\d+) ", said)[0], re.findall(r"sk-pinxit-\S{30,}", said)[0]
            yield Server(process, int(port), key)
        finally:
            process.kill()
            process.wait()


def warm_up(server: Server) -> None:
    """Serve a few of everything, so that what is loaded once is loaded."""
    with server.open() as connection:
        for number in range(50):
            connection.sendall(server.write_request(f"warm {number}", **({"async": True} if number % 2 else {})))
            _read_answer(connection)
    time.sleep(1)


def _read_answer(connection: socket.socket) -> bytes:
    answer = connection.recv(65536)
    head, _, body = answer.partition(b"\r\n\r\n")
    length = int(re.findall(rb"content-length: (\d+)", head.lower())[0])
    while len(body) < length:
        body += connection.recv(65536)
    assert head[9:12] in {b"200", b"202"}, answer
    return body


def wait_as_jobs(server: Server, count: int) -> list[socket.socket]:
    with server.open() as connection:
        for number in range(count):
            connection.sendall(server.write_request(f"{_FOR_EVER} {number}", **{"async": True}))
            _read_answer(connection)
    return []


def wait_as_connections(server: Server, count: int) -> list[socket.socket]:
    connections = []
    for number in range(count):
        connections.append(server.open())
        connections[-1].sendall(server.write_request(f"{_FOR_EVER} {number}"))
    return connections


def measure(name: str, wait: Callable[[Server, int], list[socket.socket]], count: int) -> bool:
    """Print one line. Were the goals reached?"""
    with open_server() as server:
        warm_up(server)
        idle = server.measure_memory()
        with ThreadPoolExecutor(1) as beside:
            coming = beside.submit(_ask_health_for, server, 4)
            connections = wait(server, count)
            rush = max(coming.result())
        times = _ask_health_for(server, 10)
        more = server.measure_memory() - idle
        for connection in connections:
            connection.close()
    worst, median = max(times), statistics.median(times)
    print(f"{name:12}{count:6}{idle:10.0f}{more:10.1f}{median:12.1f}{worst:10.1f}{rush:18.1f}", flush=True)
    return more < _GOAL_MEMORY and worst < _GOAL_HEALTH


def _ask_health_for(server: Server, seconds: float) -> list[float]:
    began, times = time.perf_counter(), list[float]()
    while time.perf_counter() - began < seconds:
        times.append(server.ask_health())
        time.sleep(0.02)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=500)
    options = parser.parse_args()
    heads = ("jobs", 6), ("idle, MB", 10), ("more, MB", 10), ("health, ms", 12), ("worst", 10), ("while they come", 18)
    print(f"{'waiting as':12}" + "".join(f"{head:>{width}}" for head, width in heads))
    good = [
        measure("jobs", wait_as_jobs, options.jobs),
        measure("connections", wait_as_connections, options.jobs),
    ]
    print(f"goals: under {_GOAL_MEMORY:g} MB more, /health under {_GOAL_HEALTH:g} ms")
    sys.exit(not all(good))


if __name__ == "__main__":
    main()

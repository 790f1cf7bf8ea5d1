"""Gateways beside each other: pinxit, the newest LiteLLM proxy, and a plain relay of FastAPI and httpx. Linux. Run:

    python bench/gateway.py [--litellm FOLDER] [--connections 1 16 64] [--seconds 4] [--rounds 3] [--only pinxit]

"keeper" is the same relay when it does the least that a bill needs: each picture on the disk and a line in a database
before its caller has it, which pinxit always does.

All of them ask the same stand-in (pinxit.testing.upstream), as OpenAI and as Gemini, which has pictures of 1.5 MB
ready; "direct" is the stand-in without anybody between. One process asks (load.py) and checks every answer. The sides
take turns, and each figure is the median of the rounds. Added latency is what a side needs beyond the direct answer of
the same round; CPU is that of the gateway and its children for one request; memory is the most that they held.

LiteLLM is installed into FOLDER, or into a temporary one; a folder that has it already is used as it is.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from load import Order, Report, find_text
from processes import count_cpu, measure_peak, reset_peak

from pinxit.heap import hold_freed_memory
from pinxit.testing.upstream import run_upstream

_HERE = Path(__file__).parent
_PATH = "/v1/images/generations"
_MODELS = {"openai": "gpt-image-2", "gemini": "gemini-2.5-flash-image"}
_BODY = {"prompt": "a fox, NUMBER", "size": "1024x1024"}
_KEY, _WEIGHT = "x", 1_572_864  # of the stand-in: its key, and bytes of a picture
_START = 120.0  # seconds
_FASTER, _LATENCY = 5.0, 0.2  # goals beside LiteLLM


@dataclass(frozen=True)
class Side:
    """One way from the caller to the service."""

    name: str
    port: int
    pid: int
    headers: dict[str, str]
    folder: Path

    def order(self, kind: str, connections: int, seconds: float) -> Order:
        """What the load's process is told."""
        path, body = _PATH, dict[str, Any]({"model": _MODELS[kind], **_BODY})
        if self.name == "direct" and kind == "gemini":
            path = f"/v1beta/models/{_MODELS[kind]}:generateContent"
            body = {"contents": [{"role": "user", "parts": [{"text": _BODY["prompt"]}]}]}
        known = str(self.folder / f"{kind}.txt")
        return Order(self.port, path, body, known, self.headers, connections, seconds)


@dataclass(frozen=True)
class Figures:
    """Of one side in one round: requests a second, milliseconds of a request, CPU milliseconds of one, and MB."""

    rate: float
    median: float
    p99: float
    cpu: float
    memory: float


# The sides, each a process of its own.


@contextlib.contextmanager
def _start(command: Sequence[object], log: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    words = [str(word) for word in command]
    with log.open("a") as errors:
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=errors, env={**os.environ, **environment}, text=True
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[str], log: Path) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise SystemExit(f"It did not start: {' '.join(map(str, process.args))}\n{log.read_text()[-2000:]}")  # type: ignore[arg-type]


@contextlib.contextmanager
def open_service(folder: Path, delay: float) -> Iterator[Side]:
    command = [sys.executable, __file__, "--stand-in", delay]
    with _start(command, folder / "service.log") as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield Side("direct", port, process.pid, {"x-goog-api-key": _KEY, "authorization": f"Bearer {_KEY}"}, folder)


def stand_in(delay: float) -> None:
    """Print the port, and serve until killed."""
    hold_freed_memory()
    with run_upstream(key=_KEY, picture_bytes=_WEIGHT, keep=1) as upstream:
        if delay:
            upstream.always(f"slow {delay}")
        print(upstream.port, flush=True)
        threading.Event().wait()


def fetch_known(side: Side, kind: str) -> None:
    """Ask the stand-in once, and keep the picture: what the load's process compares others with."""
    order = side.order(kind, 1, 0)
    connection = http.client.HTTPConnection("127.0.0.1", side.port, timeout=60)
    connection.request("POST", order.path, json.dumps(order.body), {"content-type": "application/json", **side.headers})
    content = json.loads(connection.getresponse().read())
    Path(order.known).write_text(find_text(content))


@contextlib.contextmanager
def open_relay(folder: Path, service: int, *, keeps: bool = False) -> Iterator[Side]:
    name = "keeper" if keeps else "relay"
    port, log = _find_port(), folder / f"{name}.log"
    more = {}
    if keeps:
        (folder / name).mkdir()
        more["KEEP"] = str(folder / name)
    command = [sys.executable, "-m", "uvicorn", "--app-dir", _HERE, "relay:app", "--port", port, "--no-access-log"]
    with _start(command, log, PICTURES=f"http://127.0.0.1:{service}", **more) as process:
        _wait_for(port, process, log)
        yield Side(name, port, process.pid, {}, folder)


_LITELLM = """
model_list:
  - model_name: gpt-image-2
    litellm_params: {{model: openai/gpt-image-2, api_base: "http://127.0.0.1:{port}/v1", api_key: x}}
  - model_name: gemini-2.5-flash-image
    litellm_params:
      {{model: gemini/gemini-2.5-flash-image, api_base: "http://127.0.0.1:{port}/v1beta", api_key: x}}
general_settings: {{master_key: sk-bench}}
"""


@contextlib.contextmanager
def open_litellm(folder: Path, service: int, home: Path) -> Iterator[Side]:
    """LiteLLM as its manual runs it in production: no debugging, one worker; no database behind it."""
    config, port, log = folder / "litellm.yaml", _find_port(), folder / "litellm.log"
    config.write_text(_LITELLM.format(port=service))
    command: list[object] = [home / "bin" / "litellm", "--config", config, "--host", "127.0.0.1", "--port", port]
    calm = {"LITELLM_MODE": "PRODUCTION", "LITELLM_LOG": "ERROR", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    with _start([*command, "--num_workers", 1], log, **calm) as process:
        _wait_for(port, process, log)
        yield Side("litellm", port, process.pid, {"authorization": "Bearer sk-bench"}, folder)


def install_litellm(home: Path) -> str:
    """Install the newest that there is, unless the folder has one; its version."""
    python = home / "bin" / "python"
    if not (home / "bin" / "litellm").exists():
        print(f"installing LiteLLM into {home}", flush=True)
        venv.create(home, with_pip=True)
        pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "litellm[proxy]"], check=True, stderr=subprocess.DEVNULL)
        # Its newest release may ask for a package that is not out yet, and pip then takes an older one.
        subprocess.run([*pip, "--no-deps", "--upgrade", "litellm"], check=True, stderr=subprocess.DEVNULL)
    ask = "import importlib.metadata as m; print(m.version('litellm'))"
    return subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout.strip()


_PINXIT = """
[upstreams.openai]
kind = "openai"
url = "http://127.0.0.1:{port}/v1"
key = "x"
models = ["gpt-image-2"]

[upstreams.gemini]
kind = "gemini"
url = "http://127.0.0.1:{port}"
key = "x"
models = ["gemini-2.5-flash-image"]
"""


@contextlib.contextmanager
def open_pinxit(folder: Path, service: int) -> Iterator[Side]:
    """`pinxit serve` with a database, a key, the ledger and its store of pictures, as it is without any settings."""
    data, config, log = folder / "pinxit", folder / "pinxit.toml", folder / "pinxit.log"
    config.write_text(_PINXIT.format(port=service))
    command = [sys.executable, "-u", "-m", "pinxit", "serve", "--port", 0, "--data", data]
    with _start(command, log, PINXIT_CONFIG=str(config)) as process:
        assert process.stdout is not None
        port, key = 0, ""
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                port = port or int(found[1])
            if found := re.search(r"sk-pinxit-[\w-]+", line):
                key = found[0]
            if port and key:
                break
        else:
            raise SystemExit(f"pinxit did not start.\n{log.read_text()[-2000:]}")
        yield Side("pinxit", port, process.pid, {"authorization": f"Bearer {key}"}, folder)


# Measuring.


class Load:
    """The process that asks."""

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self._process = subprocess.Popen(
            [sys.executable, _HERE / "load.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._orders: IO[str] = self._process.stdin
        self._reports: IO[str] = self._process.stdout
        stack.callback(self._process.wait)
        stack.callback(self._orders.close)

    def run(self, order: Order) -> Report:
        """Raises SystemExit for an answer that is not as it should be."""
        self._orders.write(json.dumps(asdict(order)) + "\n")
        self._orders.flush()
        report = Report(**json.loads(self._reports.readline()))
        if report.faults or not report.latencies:
            raise SystemExit(f"{order.port} {order.body['model']}: {report.faults[:3]}")
        return report


def measure(load: Load, side: Side, kind: str, connections: int, seconds: float) -> Figures:
    load.run(side.order(kind, connections, seconds / 8))
    reset_peak(side.pid)
    before = count_cpu(side.pid)
    report = load.run(side.order(kind, connections, seconds))
    cpu, times = count_cpu(side.pid) - before, sorted(report.latencies)
    return Figures(
        len(times) / report.seconds,
        statistics.median(times),
        times[min(len(times) - 1, int(0.99 * len(times)))],
        1000 * cpu / len(times),
        measure_peak(side.pid),
    )


@dataclass(frozen=True)
class Row:
    """Medians of one side's rounds; latencies are those added to the direct answers."""

    rate: float
    median: float
    p99: float
    cpu: float
    memory: float


def compare(load: Load, sides: Sequence[Side], kind: str, connections: int, options: argparse.Namespace) -> bool:
    """Print one block of the table. Were the goals reached?"""
    rounds: dict[str, list[Figures]] = {side.name: [] for side in sides}
    for _ in range(options.rounds):
        for side in sides:
            rounds[side.name].append(measure(load, side, kind, connections, options.seconds))
    rows = {name: _sum_up(figures, rounds["direct"]) for name, figures in rounds.items()}
    print(f"\n{kind}, {connections} connection{'s' * (connections > 1)}")
    print(f"{'':10}{'requests/s':>11}{'added ms':>10}{'p99':>9}{'CPU ms':>9}{'MB':>7}")
    for name, row in rows.items():
        print(f"{name:10}{row.rate:11.1f}{row.median:10.2f}{row.p99:9.2f}{row.cpu:9.2f}{row.memory:7.0f}", flush=True)
    return _judge(rows)


def _sum_up(figures: Sequence[Figures], direct: Sequence[Figures]) -> Row:
    return Row(
        statistics.median(each.rate for each in figures),
        statistics.median(each.median - plain.median for each, plain in zip(figures, direct, strict=True)),
        statistics.median(each.p99 - plain.p99 for each, plain in zip(figures, direct, strict=True)),
        statistics.median(each.cpu for each in figures),
        statistics.median(each.memory for each in figures),
    )


def _judge(rows: dict[str, Row]) -> bool:
    pinxit, good = rows.get("pinxit"), True
    if pinxit is None:
        return True
    if other := rows.get("litellm"):
        rate, latency = pinxit.rate / other.rate, pinxit.median / other.median
        print(f"  beside LiteLLM: {rate:.1f} times its rate (goal: {_FASTER:g}), {latency:.2f} of what it adds (0.2)")
        good &= rate >= _FASTER and latency <= _LATENCY
    if other := rows.get("keeper"):
        print(f"  beside the relay that keeps: {pinxit.rate / other.rate:.2f} times its rate")
    if other := rows.get("relay"):
        print(f"  beside the relay: {pinxit.rate / other.rate:.2f} times its rate (goal: 1)")
        good &= pinxit.rate >= other.rate
    return good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--litellm", type=Path, help="folder of a virtual environment for LiteLLM")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16, 64])
    parser.add_argument("--kinds", nargs="+", default=list(_MODELS), choices=list(_MODELS))
    parser.add_argument("--seconds", type=float, default=4.0, help="of one side in one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds that the stand-in takes for a picture")
    parser.add_argument("--only", nargs="+", default=["relay", "keeper", "pinxit", "litellm"], help="beside direct")
    parser.add_argument("--stand-in", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stand_in is not None:
        stand_in(options.stand_in)
        return
    good = True
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pinxit-")))
        service = stack.enter_context(open_service(folder, options.delay))
        sides = [service]
        if "relay" in options.only:
            sides.append(stack.enter_context(open_relay(folder, service.port)))
        if "keeper" in options.only:
            sides.append(stack.enter_context(open_relay(folder, service.port, keeps=True)))
        if "pinxit" in options.only:
            sides.append(stack.enter_context(open_pinxit(folder, service.port)))
        if "litellm" in options.only:
            home = options.litellm or folder / "litellm"
            version = install_litellm(home)
            print(f"LiteLLM {version}; Python {sys.version.split()[0]}", flush=True)
            sides.append(stack.enter_context(open_litellm(folder, service.port, home)))
        load = Load(stack)
        for kind in options.kinds:
            fetch_known(service, kind)
            for connections in options.connections:
                good &= compare(load, sides, kind, connections, options)
    sys.exit(not good)


if __name__ == "__main__":
    main()

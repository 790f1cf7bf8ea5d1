"""From finished pixels to the last byte of the JSON answer, over a real socket: pinxit beside a plain FastAPI route.

pinxit's side is the whole real server: the pixels lie ready in a worker process, which encodes them and hands the file
to the server, which writes the answer. The time is what the client sees, the request included. Run:

    python bench/response.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import http.client
import io
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

SIDE = 1024


@cache
def make_pixels(kind: str) -> Any:
    """A megapixel of RGB, always the same: `photo` has gradients, shapes and grain, `flat` five colours."""
    import numpy as np

    random = np.random.default_rng(7)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    if kind == "flat":
        bands = np.array([[240, 235, 220], [200, 60, 50], [30, 70, 120], [250, 190, 60], [20, 20, 20]], np.uint8)
        pixels = bands[((np.hypot(x - 0.5, y - 0.5) * 7).astype(int)) % 5]
    else:
        light = np.stack([180 * x + 40 * y, 90 + 110 * y, 200 - 120 * x * y], -1)
        for _ in range(40):  # soft blobs, like things out of focus
            cx, cy, radius = random.uniform(0, 1, 3) * (1, 1, 0.15) + (0, 0, 0.02)
            edge = 1 / (1 + np.exp((np.hypot(x - cx, y - cy) - radius) * 120))
            light += edge[..., None] * random.uniform(-90, 90, 3)
        grain = random.normal(0, 2.5, (SIDE, SIDE, 1)) + random.normal(0, 0.8, (SIDE, SIDE, 3))
        pixels = np.clip(light + grain, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(pixels)


def fulfil(commission: Any, report: Callable[[float, str], None]) -> Any:
    """What pinxit's worker does, but for the painting: the pixels are there."""
    from pinxit.engines.illustrator import finish

    painted: Any = SimpleNamespace(pixels=make_pixels(commission.request.prompt), description="Finished.", missing=())
    return finish(commission, lambda *_: painted, report)


def warm() -> None:
    for kind in ("photo", "flat"):
        make_pixels(kind)


def listen() -> socket.socket:
    """A free port of this machine."""
    # With its protocol named, as `uvicorn app:app` names it: asyncio would leave out TCP_NODELAY otherwise, and a plain
    # server would wait 40 ms for the client's acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    return listener


def serve_ours(listener: socket.socket) -> None:
    from pinxit.assembly import Storage, furnish, open_storage
    from pinxit.core.access import make_key
    from pinxit.engines.illustrator import IllustratorEngine
    from pinxit.settings import Settings
    from pinxit.web.app import build_app
    from pinxit.web.server import run_server
    from pinxit.workshop import Workshop

    async def add_key(settings: Settings) -> str:
        secret, key = make_key("bench")
        async with open_storage(settings) as storage:
            await storage.ring.add(key)
        return secret

    with tempfile.TemporaryDirectory() as data:
        settings = Settings(data=Path(data))
        print(asyncio.run(add_key(settings)), flush=True)
        engine = IllustratorEngine(1, target="response:fulfil", warm="response:warm")
        desk = furnish(settings, Workshop([engine]), Storage(settings))
        run_server(build_app(desk), listener, 1)


def serve_naive(listener: socket.socket) -> None:
    """What one writes in an afternoon."""
    import uvicorn
    from fastapi import FastAPI
    from PIL import Image
    from pydantic import BaseModel

    class Item(BaseModel):
        b64_json: str
        revised_prompt: str

    class Images(BaseModel):
        created: int
        data: list[Item]

    class Wish(BaseModel):
        model: str
        prompt: str

    app = FastAPI()

    def generate(wish: Wish) -> Images:
        out = io.BytesIO()
        Image.fromarray(make_pixels(wish.prompt)).save(out, "PNG")
        text = base64.b64encode(out.getvalue()).decode()
        return Images(created=int(time.time()), data=[Item(b64_json=text, revised_prompt="Finished.")])

    # Not as a decorator: annotations are strings here, and FastAPI looks for their classes among the globals.
    generate.__annotations__ = {"wish": Wish, "return": Images}
    app.post("/v1/images/generations", response_model=Images)(generate)
    warm()
    print("none", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


class Side:
    """One of the two servers, in a process of its own, and a connection to it that stays open."""

    def __init__(self, name: str, stack: ExitStack) -> None:
        command = [sys.executable, __file__, "--serve", name]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        stack.callback(self.process.wait)
        stack.callback(self.process.terminate)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        self.key = self.process.stdout.readline().strip()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, kind: str) -> tuple[float, bytes]:
        """Milliseconds from the request to the last byte, and the answer."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        began = time.perf_counter()
        body = json.dumps({"model": "pinxit-illustrator", "prompt": kind})
        self.connection.request("POST", "/v1/images/generations", body, headers)
        answer = self.connection.getresponse().read()
        return (time.perf_counter() - began) * 1000, answer


def check(answer: bytes, kind: str) -> int:
    """Bytes of the picture, which must be pixel-exact."""
    import numpy as np
    from PIL import Image

    data = base64.b64decode(json.loads(answer)["data"][0]["b64_json"])
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(data))), make_pixels(kind))
    return len(data)


def measure(rounds: int) -> None:
    with ExitStack() as stack:
        sides = {name: Side(name, stack) for name in ("naive", "ours")}
        print(f"{'picture':8} {'server':8} {'median ms':>10} {'worst ms':>9} {'PNG kB':>7}")
        for kind in ("photo", "flat"):
            for side in sides.values():
                side.ask(kind)
            times: dict[str, list[float]] = {name: [] for name in sides}
            answers = {}
            for _ in range(rounds):  # interleaved, so that a busy machine is unfair to both
                for name, side in sides.items():
                    taken, answers[name] = side.ask(kind)
                    times[name].append(taken)
            medians = {name: statistics.median(each) for name, each in times.items()}
            for name, each in times.items():
                size = check(answers[name], kind)
                print(f"{kind:8} {name:8} {medians[name]:10.1f} {max(each):9.1f} {size / 1000:7.0f}")
            print(f"{kind:8} naive / ours = {medians['naive'] / medians['ours']:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--serve", choices=["ours", "naive"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.serve:
        measure(options.rounds)
        return
    listener = listen()
    print(listener.getsockname()[1], flush=True)
    {"ours": serve_ours, "naive": serve_naive}[options.serve](listener)


if __name__ == "__main__":
    main()

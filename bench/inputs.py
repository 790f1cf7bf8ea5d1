"""What it costs to read requests: pinxit beside a plain FastAPI route, over real sockets.

pinxit's side is the whole real server. Its engine has its pictures ready, and so has the plain route, so what is seen
is the reading of a request, the checks, and the writing of the answer. Both sides are measured in turns. Run:

    python bench/inputs.py [--rounds 9] [--seconds 3]

Memory is read from /proc, so that column is for Linux alone.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import io
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image
from response import listen, make_pixels

from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress, Size
from pinxit.testing import FakeEngine, run_server

LARGE = 2236  # a square of noise with this side is a PNG of 15 MB
EVERY = 0.005  # seconds between two looks at /health
CROWD = 16
_HERE = Path(__file__).parent


@cache
def make_noise(side: int) -> bytes:
    """A PNG that cannot be packed: three bytes for each pixel."""
    import numpy as np

    pixels = np.random.default_rng(7).integers(0, 256, (side, side, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()


@cache
def make_answer(side: int) -> bytes:
    """The picture that both servers answer with: small, or a photo-like megapixel of 1.5 MB."""
    out = io.BytesIO()
    Image.fromarray(make_pixels("photo")).resize((side, side)).save(out, "PNG")
    return out.getvalue()


class ReadyEngine(FakeEngine):
    """A FakeEngine that does not even fill a colour: its pictures were made before the server listened."""

    def __init__(self, **limits: Any) -> None:
        super().__init__(**limits)
        for side in (64, 1024):
            make_answer(side)

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        size = request.size or Size(64, 64)
        data = make_answer(size.width)
        for step in range(request.partials):
            yield Partial(0, step, "ready", data, size, Format.PNG)
        yield Picture(0, data, size, Format.PNG, 0, "Finished.")


def serve_naive(listener: socket.socket) -> None:  # limit: a whole server, its models beside its routes
    """What one writes in an afternoon: it reads, decodes base64, and asks Pillow for the size of the source."""
    import uvicorn
    from fastapi import FastAPI, File, Form, UploadFile
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
        size: str = "1024x1024"

    class Reference(BaseModel):
        image_url: str

    class Edit(Wish):
        images: list[Reference]

    def answer(side: int = 64) -> Images:
        text = base64.b64encode(make_answer(side)).decode()
        return Images(created=int(time.time()), data=[Item(b64_json=text, revised_prompt="Finished.")])

    async def generate(wish: Wish) -> Images:
        return answer(int(wish.size.partition("x")[0]))

    def edit_form(model: str = Form(), prompt: str = Form(), image: UploadFile = File()) -> Images:  # noqa: B008
        Image.open(io.BytesIO(image.file.read())).size  # noqa: B018
        return answer()

    def edit_json(wish: Edit) -> Images:
        for image in wish.images:
            Image.open(io.BytesIO(base64.b64decode(image.image_url.partition(",")[2]))).size  # noqa: B018
        return answer()

    async def health() -> dict[str, str]:
        return {"status": "ok"}

    app = FastAPI()
    # Annotations are strings here, and FastAPI looks for their classes among the globals.
    generate.__annotations__ = {"wish": Wish, "return": Images}
    edit_form.__annotations__ = {"model": str, "prompt": str, "image": UploadFile, "return": Images}
    edit_json.__annotations__ = {"wish": Edit, "return": Images}
    app.post("/v1/images/generations")(generate)
    app.post("/form")(edit_form)
    app.post("/json")(edit_json)
    app.get("/health")(health)
    for side in (64, 1024):
        make_answer(side)
    print("ready", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


@dataclass(frozen=True)
class Side:
    """One of the two servers, in a process of its own."""

    name: str
    pid: int
    port: int
    key: str
    paths: dict[str, str]

    def pack(self, path: str, body: bytes, media: str = "application/json") -> bytes:
        """A whole request, ready to be sent."""
        head = f"POST {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {self.key}\r\n"
        return f"{head}Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    def connect(self) -> Line:
        return Line(self.port)


class Line:
    """A connection that stays open, and a client that costs little."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises RuntimeError for anything but 200."""
        self.socket.sendall(request)
        return self.read_answer()

    def read_answer(self) -> bytes:
        status = self.file.readline()
        length, chunked = 0, False
        while (line := self.file.readline()) not in (b"\r\n", b""):
            name, _, value = line.lower().partition(b":")
            length = int(value) if name == b"content-length" else length
            chunked = chunked or name == b"transfer-encoding"
        body = b"".join(self.read_chunks()) if chunked else self.file.read(length)
        if b" 200 " not in status:
            raise RuntimeError(f"{status!r}: {body[:300]!r}")
        return body

    def read_chunks(self) -> Iterator[bytes]:
        while size := int(self.file.readline(), 16):
            yield self.file.read(size)
            self.file.readline()
        self.file.readline()

    def watch(self, request: bytes) -> tuple[float, float]:
        """Milliseconds to the first event of a stream, and to the stream's end."""
        began = time.perf_counter()
        self.socket.sendall(request)
        while self.file.readline() != b"\r\n":
            pass
        chunks = self.read_chunks()
        while not next(chunks).endswith(b"\n\n"):  # a look through all of it would cost more than the server does
            pass
        first = time.perf_counter()
        for _ in chunks:
            pass
        return (first - began) * 1000, (time.perf_counter() - began) * 1000


@contextmanager
def open_naive() -> Iterator[Side]:
    command = [sys.executable, __file__, "--serve-naive"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline())
            process.stdout.readline()
            yield Side("naive", process.pid, port, "none", {"form": "/form", "JSON": "/json"})
        finally:
            process.terminate()


@contextmanager
def open_ours() -> Iterator[Side]:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_HERE), os.environ.get("PYTHONPATH")]))
    edits = {"form": "/v1/images/edits", "JSON": "/v1/images/edits"}
    with (
        tempfile.TemporaryDirectory() as data,
        run_server(Path(data), engines="inputs:ReadyEngine", queue="64") as server,
    ):
        yield Side("pinxit", server.process.pid, server.port, server.key, edits)


def pack_edit(kind: str) -> tuple[bytes, str]:
    """The body of an edit with a large picture, and its media type."""
    picture = make_noise(LARGE)
    if kind == "JSON":
        url = "data:image/png;base64," + base64.b64encode(picture).decode()
        wish = {"model": "auto", "prompt": "a fox", "size": "64x64", "images": [{"image_url": url}]}
        return json.dumps(wish).encode(), "application/json"
    texts = {"model": "auto", "prompt": "a fox", "size": "64x64"}
    parts = [
        f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode()
        for name, text in texts.items()
    ]
    file = b'--cut\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    return b"".join([*parts, file, picture, b"\r\n--cut--\r\n"]), "multipart/form-data; boundary=cut"


def read_memory(pid: int, field: str) -> float:
    """MB of a process: VmRSS now, VmHWM at most since the last reset."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return float("nan")


def forget_peak(pid: int) -> None:
    with suppress(OSError):
        Path(f"/proc/{pid}/clear_refs").write_text("5")


def poll_health(port: int, done: threading.Event) -> list[float]:
    """Milliseconds of each GET /health, asked every 5 ms until `done`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    taken = []
    while not done.is_set():
        began = time.perf_counter()
        connection.request("GET", "/health")
        connection.getresponse().read()
        taken.append((time.perf_counter() - began) * 1000)
        done.wait(max(0.0, EVERY - taken[-1] / 1000))
    connection.close()
    return taken


def edit_once(side: Side, request: bytes) -> tuple[float, float]:
    """Milliseconds until the answer to an edit is there, and the longest wait for /health meanwhile."""
    done = threading.Event()
    seen: list[float] = []
    thread = threading.Thread(target=lambda: seen.extend(poll_health(side.port, done)))
    thread.start()
    line = side.connect()
    time.sleep(0.1)
    began = time.perf_counter()
    line.ask(request)
    taken = (time.perf_counter() - began) * 1000
    done.set()
    thread.join()
    return taken, max(seen)


def measure_edits(sides: list[Side], rounds: int) -> None:
    print("edit, 15 MB  server    median ms  /health ms   worst  idle MB  peak MB")
    for kind in ("form", "JSON"):
        body, media = pack_edit(kind)
        requests = {side.name: side.pack(side.paths[kind], body, media) for side in sides}
        del body
        idle = {side.name: read_memory(side.pid, "VmRSS") for side in sides}
        for side in sides:
            edit_once(side, requests[side.name])
            forget_peak(side.pid)
        found: dict[str, list[tuple[float, float]]] = {side.name: [] for side in sides}
        for _ in range(rounds):  # in turns, so that a busy machine is unfair to both
            for side in sides:
                found[side.name].append(edit_once(side, requests[side.name]))
        for side in sides:
            times, stalls = zip(*found[side.name], strict=True)
            row = f"{kind:12} {side.name:8} {statistics.median(times):10.0f} {statistics.median(stalls):11.1f}"
            peak = read_memory(side.pid, "VmHWM")
            print(f"{row} {max(stalls):7.1f} {idle[side.name]:8.0f} {peak:8.0f}", flush=True)


def measure_streams(naive: Side, ours: Side, rounds: int) -> None:
    path, wish = "/v1/images/generations", {"model": "auto", "prompt": "a fox", "size": "1024x1024"}
    whole = [(side, side.connect(), side.pack(path, json.dumps(wish).encode())) for side in (naive, ours)]
    streams = []
    for partials in (0, 2):
        body = json.dumps({**wish, "stream": True, "partial_images": partials}).encode()
        streams.append((partials, ours.connect(), ours.pack(path, body)))
    waits: dict[str, list[float]] = {}
    for _ in range(rounds * 2):
        for side, line, request in whole:
            began = time.perf_counter()
            line.ask(request)
            waits.setdefault(f"{side.name}, whole", []).append((time.perf_counter() - began) * 1000)
        for partials, line, request in streams:
            first, last = line.watch(request)
            waits.setdefault(f"pinxit, stream with {partials} partials: first event", []).append(first)
            waits.setdefault(f"pinxit, stream with {partials} partials: end", []).append(last)
    print("\nanswer of one megapixel, 1.5 MB                  median ms   worst")
    for name, taken in waits.items():
        print(f"{name:48} {statistics.median(taken):9.1f} {max(taken):7.1f}")


def count_requests(side: Side, connections: int, seconds: float) -> float:
    """Requests a second of small pictures, each connection asking as soon as it was answered."""
    request = side.pack(
        "/v1/images/generations", json.dumps({"model": "auto", "prompt": "a fox", "size": "64x64"}).encode()
    )
    end = time.perf_counter() + seconds
    counts: list[int] = []

    def keep_asking() -> None:
        line, made = side.connect(), 0
        while time.perf_counter() < end:
            line.ask(request)
            made += 1
        counts.append(made)

    threads = [threading.Thread(target=keep_asking) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def measure_rate(sides: list[Side], rounds: int, seconds: float) -> None:
    print(f"\n{'64x64, connections':20} {'server':8} {'a second':>9} {'ms each':>8}")
    for connections in (1, CROWD):
        rates: dict[str, list[float]] = {side.name: [] for side in sides}
        for _ in range(rounds):
            for side in sides:
                rates[side.name].append(count_requests(side, connections, seconds))
        for name, each in rates.items():
            rate = statistics.median(each)
            print(f"{connections:<20} {name:8} {rate:9.0f} {1000 / rate:8.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=3, help="of each count of requests")
    parser.add_argument("--serve-naive", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve_naive:
        listener = listen()
        print(listener.getsockname()[1], flush=True)
        serve_naive(listener)
        return
    with ExitStack() as stack:
        naive, ours = stack.enter_context(open_naive()), stack.enter_context(open_ours())
        measure_edits([naive, ours], options.rounds)
        measure_streams(naive, ours, options.rounds)
        measure_rate([naive, ours], max(1, options.rounds // 3), options.seconds)


if __name__ == "__main__":
    main()

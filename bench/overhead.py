"""What jobs, keys, budgets, the ledger and the archive cost a request to an engine that needs no time. Run:

    python bench/overhead.py [--requests 400] [--profile]

One process serves the whole application, with a database (SQLite, or the one of PINXIT_DATABASE), a key with budgets
and a rate, and an archive, and beside it a bare route that asks the same studio and writes the same answer. One client
asks both in turns over one connection that stays open. Wall time is the client's; loop time is what the event loop's
thread computed for a request.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import http.client
import io
import json
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from pathlib import Path

from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Size
from pinxit.testing import FakeEngine, paint_flat

_PATH = "/v1/images/generations"
_GOAL_WALL, _GOAL_LOOP = 8.0, 1.0  # milliseconds


class InstantEngine(FakeEngine):
    """Its pictures lie ready."""

    name = "instant"

    def __init__(self, *, workers: int | None = None, queue: int = 16) -> None:
        super().__init__(workers=workers, queue=queue)
        self._ready = paint_flat(ImageRequest(model="auto", prompt="x", size=Size(64, 64)), 0)

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        for index in range(request.n):
            yield replace(self._ready, index=index)


# The server's side.


def serve(folder: Path, database: str) -> None:
    """Print the port and a key, then serve until killed."""
    from pinxit.assembly import Storage, assemble
    from pinxit.cli.serve import open_listener
    from pinxit.core.access import make_key
    from pinxit.core.limits import Rate, read_budget
    from pinxit.settings import Settings
    from pinxit.web.server import run_server

    settings = Settings(data=folder, engines=("overhead:InstantEngine",), workers=2, database=database)
    budgets = (read_budget("1000000pictures/day"), read_budget("1000usd/month"))
    secret, key = make_key("bench", budgets=budgets, rate=Rate(900_000, 60))

    async def prepare() -> None:
        storage = Storage(settings)
        await storage.open()
        await storage.ring.add(key)
        await storage.close()

    asyncio.run(prepare())
    listener = open_listener("127.0.0.1", 0)
    print(listener.getsockname()[1], secret, flush=True)
    run_server(_Beside(assemble(settings)), listener, 1)


class _Beside:
    """The application, a bare route, and a clock of the loop's thread."""

    def __init__(self, app: object) -> None:
        from starlette.applications import Starlette
        from starlette.requests import Request
        from starlette.responses import Response
        from starlette.routing import Route

        from pinxit.core.catalog import Catalog
        from pinxit.core.studio import Studio
        from pinxit.dialects import openai
        from pinxit.dialects.profiles import Profile
        from pinxit.web.middleware import RequestTrail

        studio, profiler = Studio(Catalog([InstantEngine()])), cProfile.Profile()

        async def draw(request: Request) -> Response:
            asked = openai.read_generation(await request.body())
            result = await studio.create(asked.request)
            answer = openai.write_images(result, openai.Manner(Profile.OPENAI, asked.size_said, None), time.time())
            return Response(b"".join(answer.pieces), media_type="application/json")

        async def show_clock(request: Request) -> Response:
            return Response(str(time.thread_time()))

        async def begin(request: Request) -> Response:
            profiler.enable()
            return Response()

        async def end(request: Request) -> Response:
            profiler.disable()
            text = io.StringIO()
            pstats.Stats(profiler, stream=text).sort_stats("tottime").print_stats(35)
            return Response(text.getvalue())

        pages = [("/bare", draw, "POST"), ("/clock", show_clock, "GET"), ("/begin", begin, "GET"), ("/end", end, "GET")]
        # With the same log of every request.
        self._bare = RequestTrail(Starlette(routes=[Route(path, page, methods=[verb]) for path, page, verb in pages]))
        self._paths = {path for path, _, _ in pages}
        self._app = app

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        bare = scope["type"] == "http" and scope["path"] in self._paths
        await (self._bare if bare else self._app)(scope, receive, send)  # type: ignore[operator]


# The client's side.


@dataclass(frozen=True)
class Client:
    connection: http.client.HTTPConnection
    key: str

    def get(self, path: str) -> str:
        self.connection.request("GET", path)
        return self.connection.getresponse().read().decode()

    def draw(self, path: str, number: int) -> float:
        """Milliseconds of one request with words of its own."""
        body = json.dumps({"model": "auto", "prompt": f"a fox, {number}", "size": "64x64"})
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        began = time.perf_counter()
        self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        took = 1000 * (time.perf_counter() - began)
        assert answer.status == 200, content
        return took

    def measure(self, path: str, numbers: range) -> tuple[list[float], float]:
        """Milliseconds of every request, and of the loop's thread for all of them."""
        before = float(self.get("/clock"))
        times = [self.draw(path, number) for number in numbers]
        return times, 1000 * (float(self.get("/clock")) - before)


def compare(client: Client, requests: int) -> bool:
    """Print the table. Were the goals reached?"""
    portion, walls, loops = 50, {"/bare": list[float](), _PATH: list[float]()}, {"/bare": 0.0, _PATH: 0.0}
    for path in walls:
        client.measure(path, range(-portion, 0))  # to get warm
    for begin in range(0, requests, portion):
        for path in walls:
            times, loop = client.measure(path, range(begin, begin + portion))
            walls[path] += times
            loops[path] += loop
    print(f"{'ms per request':16}{'median':>9}{'p95':>9}{'loop':>9}")
    for path, name in (("/bare", "bare route"), (_PATH, "everything on")):
        times = walls[path]
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:16}{statistics.median(times):9.2f}{p95:9.2f}{loops[path] / len(times):9.3f}")
    wall = statistics.median(walls[_PATH]) - statistics.median(walls["/bare"])
    loop = (loops[_PATH] - loops["/bare"]) / len(walls[_PATH])
    print(f"{'overhead':16}{wall:9.2f}{'':9}{loop:9.3f}   goal: under {_GOAL_WALL:g} and {_GOAL_LOOP:g}")
    return wall < _GOAL_WALL and loop < _GOAL_LOOP


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--profile", action="store_true", help="also show where the loop's thread spends its time")
    parser.add_argument("--database", default="", help="URL; default: SQLite in a temporary folder")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve, options.database)
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--serve", folder, "--database", options.database]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            assert process.stdout is not None
            port, key = process.stdout.readline().split()
            client = Client(http.client.HTTPConnection("127.0.0.1", int(port), timeout=60), key)
            good = compare(client, options.requests)
            if options.profile:
                client.get("/begin")
                for number in range(options.requests):
                    client.draw(_PATH, 10**6 + number)
                print(client.get("/end"))
        finally:
            process.terminate()
            process.wait(30)
    sys.exit(not good)


if __name__ == "__main__":
    main()

"""How long pictures of one megapixel take, what a second worker adds, and how fast /health is meanwhile. Run:

    python bench/pictures.py [--prompts FILE] [--throughput 16]

The environment variable PINXIT_ENGINES names another engine, as it does for the server.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import os
import statistics
import threading
import time
from contextlib import aclosing
from pathlib import Path

from server import Server, open_server

from pinxit.core.engine import Engine
from pinxit.core.images import ImageRequest, Size
from pinxit.engines import load_engine


def open_engine(workers: int) -> Engine:
    return load_engine(os.environ.get("PINXIT_ENGINES", "illustrator"), workers=workers, queue=1000)


async def draw(engine: Engine, prompt: str) -> float:
    """Seconds for one picture."""
    began = time.perf_counter()
    async with aclosing(engine.draw(ImageRequest(engine.models()[0].name, prompt, Size(1024, 1024)))) as events:
        async for _ in events:
            pass
    return time.perf_counter() - began


async def measure_each(prompts: list[str]) -> None:
    engine = open_engine(1)
    await draw(engine, prompts[0])
    times = sorted([(await draw(engine, prompt), prompt) for prompt in prompts])
    await engine.close()
    print(f"{len(times)} pictures, one at a time: median {statistics.median(t for t, _ in times):.2f} s")
    for seconds, prompt in times[-3:]:
        print(f"  {seconds:.2f} s  {prompt}")


async def measure_throughput(prompts: list[str], rounds: int) -> None:
    """Pictures a second with one worker and with two, in turns."""
    engines = {workers: open_engine(workers) for workers in (1, 2)}
    spent: dict[int, list[float]] = {1: [], 2: []}
    for engine in engines.values():
        await asyncio.gather(*(draw(engine, prompts[0]) for _ in range(4)))
    for _ in range(rounds):
        for workers, engine in engines.items():
            began = time.perf_counter()
            await asyncio.gather(*(draw(engine, prompt) for prompt in prompts))
            spent[workers].append(time.perf_counter() - began)
    for engine in engines.values():
        await engine.close()
    rates = {workers: len(prompts) / statistics.median(each) for workers, each in spent.items()}
    print(
        f"throughput: {rates[1]:.2f} a second with one worker, {rates[2]:.2f} with two: {rates[2] / rates[1]:.2f} times"
    )


def measure_health(prompts: list[str], seconds: float) -> None:
    """Latency of /health while more pictures are asked for than there are workers."""
    with open_server() as server:
        warm(server, prompts[0])
        stop = threading.Event()
        drawers = [threading.Thread(target=keep_drawing, args=(server, prompts, stop)) for _ in range(4)]
        for thread in drawers:
            thread.start()
        time.sleep(1)
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        times, until = [], time.monotonic() + seconds
        while time.monotonic() < until:
            began = time.perf_counter()
            connection.request("GET", "/health")
            connection.getresponse().read()
            times.append((time.perf_counter() - began) * 1000)
            time.sleep(0.02)
        stop.set()
        for thread in drawers:
            thread.join()
    times.sort()
    print(
        f"/health while drawing: median {statistics.median(times):.1f} ms, "
        f"99th percentile {times[int(len(times) * 0.99)]:.1f} ms, worst {times[-1]:.1f} ms of {len(times)}"
    )


def warm(server: Server, prompt: str) -> None:
    threads = [threading.Thread(target=server.draw, args=(server.connect(), prompt)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def keep_drawing(server: Server, prompts: list[str], stop: threading.Event) -> None:
    connection = server.connect()
    while not stop.is_set():
        for prompt in prompts:
            if stop.is_set():
                return
            server.draw(connection, prompt)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prompts", type=Path, default=Path(__file__).with_name("prompts.txt"))
    parser.add_argument("--throughput", type=int, default=12, help="pictures a round of the comparison of workers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--health", type=float, default=10, help="seconds")
    options = parser.parse_args()
    prompts = [line for line in options.prompts.read_text().splitlines() if line.strip()]
    asyncio.run(measure_each(prompts))
    asyncio.run(measure_throughput(prompts[: options.throughput], options.rounds))
    measure_health(prompts, options.health)


if __name__ == "__main__":
    main()

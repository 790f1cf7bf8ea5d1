"""What an HTTP client for Python needs to fetch an answer of 1.5 MB: why pinxit asks its upstreams by pyreqwest. Run:

    pip install hypercorn h2 httpx aiohttp
    python bench/clients.py [--requests 100] [--rounds 3] [--at-once 1]

One server in a process of its own answers a JSON with a picture of 1.5 MB in base64, over HTTP/1.1 and, with TLS, over
HTTP/2. The clients ask it in turns, each over connections that stay open, and each figure is the median of the rounds:
wall time, CPU of the whole process, and time of the event loop's thread, in milliseconds a request. aiohttp speaks no
HTTP/2 and uses HTTP/1.1 with TLS there.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import json
import random
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SIZE = 1_500_000  # bytes of the picture
_ASKED = b'{"model": "x", "prompt": "a fox"}'
Ask = Callable[[], Awaitable[int]]
"""Fetches one answer and gives its length in bytes."""

# The server, as an ASGI application that hypercorn serves.

_ANSWER = json.dumps(
    {"created": 1, "data": [{"b64_json": base64.b64encode(random.Random(1).randbytes(_SIZE)).decode()}]}
).encode()


async def app(scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Any]) -> None:
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    while (await receive()).get("more_body"):
        pass
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(_ANSWER)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": _ANSWER})


@dataclass(frozen=True)
class Servers:
    """Addresses, and the certificate (PEM) of who vouches for the second one."""

    plain: str
    secure: str
    certificate: str


@contextlib.contextmanager
def open_servers() -> Iterator[Servers]:
    import trustme

    authority = trustme.CA()
    root = authority.cert_pem.bytes().decode()
    issued = authority.issue_cert("127.0.0.1", "localhost")
    with tempfile.TemporaryDirectory(prefix="pinxit-") as folder:
        pem = Path(folder) / "server.pem"
        issued.private_key_and_cert_chain_pem.write_to_path(str(pem))
        ports = [_find_port(), _find_port()]
        command = [sys.executable, "-m", "hypercorn", "clients:app", "--bind", f"127.0.0.1:{ports[1]}"]
        command += ["--insecure-bind", f"127.0.0.1:{ports[0]}", "--certfile", str(pem), "--keyfile", str(pem)]
        process = subprocess.Popen(command, cwd=Path(__file__).parent, stderr=subprocess.DEVNULL)
        try:
            for port in ports:
                _wait_for(port)
            yield Servers(f"http://127.0.0.1:{ports[0]}", f"https://localhost:{ports[1]}", root)
        finally:
            process.terminate()
            process.wait(20)


def _find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise SystemExit("the server does not start: is hypercorn installed?")


# The clients. Each opens itself for one address.


@asynccontextmanager
async def open_httpx(url: str, certificate: str) -> AsyncGenerator[Ask]:
    import httpx

    trust = ssl.create_default_context(cadata=certificate)
    async with httpx.AsyncClient(verify=trust, http2=url.startswith("https"), timeout=60) as client:

        async def ask() -> int:
            return len((await client.post(url, content=_ASKED)).content)

        yield ask


@asynccontextmanager
async def open_httpcore2(url: str, certificate: str) -> AsyncGenerator[Ask]:
    import httpcore2

    trust = ssl.create_default_context(cadata=certificate)
    async with httpcore2.AsyncConnectionPool(ssl_context=trust, http2=url.startswith("https")) as pool:

        async def ask() -> int:
            async with pool.stream("POST", url, headers={"content-type": "application/json"}, content=_ASKED) as answer:
                whole = bytearray()
                async for piece in answer.aiter_stream():
                    whole += piece
                return len(whole)

        yield ask


@asynccontextmanager
async def open_aiohttp(url: str, certificate: str) -> AsyncGenerator[Ask]:
    import aiohttp

    trust = ssl.create_default_context(cadata=certificate)
    async with aiohttp.ClientSession() as client:

        async def ask() -> int:
            async with client.post(url, data=_ASKED, ssl=trust) as answer:
                return len(await answer.read())

        yield ask


@asynccontextmanager
async def open_pyreqwest(url: str, certificate: str) -> AsyncGenerator[Ask]:
    from pyreqwest.client import ClientBuilder

    builder = ClientBuilder().http2(enable=True).http2_initial_stream_window_size(4 * 2**20)
    builder = builder.http2_initial_connection_window_size(16 * 2**20)
    client = builder.add_root_certificate_pem(certificate.encode()).build()

    async def ask() -> int:
        async with client.post(url).body_bytes(_ASKED).build_streamed() as answer:
            return len(bytes(await answer.bytes()))

    try:
        yield ask
    finally:
        await client.close()


CLIENTS: dict[str, Callable[[str, str], AbstractAsyncContextManager[Ask]]] = {
    "pyreqwest": open_pyreqwest,
    "aiohttp": open_aiohttp,
    "httpcore2": open_httpcore2,
    "httpx": open_httpx,
}

# Measuring.


async def measure(ask: Ask, requests: int, at_once: int) -> tuple[float, float, float]:
    """Milliseconds a request: wall, CPU, the loop's thread."""

    async def go_on(count: int) -> None:
        for _ in range(count):
            assert await ask() == len(_ANSWER)

    await asyncio.gather(*(go_on(2) for _ in range(at_once)))
    clocks = (time.perf_counter, time.process_time, time.thread_time)
    before = [clock() for clock in clocks]
    await asyncio.gather(*(go_on(requests // at_once) for _ in range(at_once)))
    spent = [
        1000 * (clock() - began) / (requests // at_once * at_once) for clock, began in zip(clocks, before, strict=True)
    ]
    return spent[0], spent[1], spent[2]


async def compare(servers: Servers, options: argparse.Namespace) -> None:
    for title, url in (("HTTP/1.1", servers.plain), ("HTTP/2 with TLS", servers.secure)):
        figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in CLIENTS}
        for _ in range(options.rounds):
            for name, open_client in CLIENTS.items():
                async with open_client(url, servers.certificate) as ask:
                    figures[name].append(await measure(ask, options.requests, options.at_once))
        print(f"\n{title + ', ms a request':28}{'wall':>8}{'CPU':>8}{'loop':>8}")
        for name, rounds in figures.items():
            print(f"{name:28}" + "".join(f"{statistics.median(column):8.2f}" for column in zip(*rounds, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=100, help="of one client in one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--at-once", type=int, default=1)
    options = parser.parse_args()
    with open_servers() as servers:
        asyncio.run(compare(servers, options))


if __name__ == "__main__":
    main()

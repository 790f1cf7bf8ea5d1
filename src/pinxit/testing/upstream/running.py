"""The stand-in on a socket of its own, in a thread."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pinxit.testing.upstream.asgi import make_app
from pinxit.testing.upstream.calls import Call
from pinxit.testing.upstream.conversation import Conversation
from pinxit.testing.upstream.reception import Reception
from pinxit.testing.upstream.rules import Rules
from pinxit.testing.upstream.script import Wish

KEY = "fake-upstream-key"
Certificate = Path | tuple[Path, Path] | ssl.SSLContext
_T = TypeVar("_T")


class FakeUpstream:
    """Stands in for Gemini, OpenAI, AUTOMATIC1111 and ComfyUI at `url`; all take `key`, and misbehave when told to.

    All methods may be called from any thread.
    """

    def __init__(self, url: str, reception: Reception, loop: asyncio.AbstractEventLoop, key: str) -> None:
        self.url = url
        self.key = key
        self._reception = reception
        self._loop = loop
        self._open: set[Conversation] = set()

    @property
    def app(self) -> Any:
        """The same stand-in as an ASGI application, such as httpx.ASGITransport takes it."""
        return make_app(self._reception)

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def next(self, *wishes: Wish | Sequence[Wish]) -> None:
        """What goes wrong with each of the next calls that make pictures; None: nothing. "503 x3" is three calls."""
        self._do(lambda: self._reception.script.next(*wishes))

    def always(self, *wishes: Wish) -> None:
        """What goes wrong with all calls from now on; without any: nothing more."""
        self._do(lambda: self._reception.script.always(*wishes))

    def mix(self, shares: Mapping[str, float], *, seed: int = 0) -> None:
        """What goes wrong how often, for chaos runs: `{"503": 0.05, "reset body": 0.02}`; an empty one ends it."""
        self._do(lambda: self._reception.script.mix(shares, seed))

    def dead(self) -> None:
        """Reset every connection, those that are open and those to come, until `alive`."""

        def die() -> None:
            self._reception.script.dead = True
            for conversation in list(self._open):
                conversation.reset()

        self._do(die)

    def alive(self) -> None:
        self._do(lambda: setattr(self._reception.script, "dead", False))

    def clear(self) -> None:
        """Behave again, and forget all calls."""

        def forget() -> None:
            self._reception.script.clear()
            self._reception.log.clear()

        self._do(forget)

    @property
    def calls(self) -> list[Call]:
        """The last calls, oldest first; `run_upstream(keep=...)` says how many."""
        return self._do(self._reception.log.list)

    @property
    def count(self) -> int:
        """Calls of all kinds."""
        return self._do(lambda: self._reception.log.count)

    @property
    def made(self) -> int:
        """Pictures that were sent wholly."""
        return self._do(lambda: self._reception.log.made)

    @property
    def drawn(self) -> int:
        """Pictures that a real upstream would ask money for, whether or not they arrived."""
        return self._do(lambda: self._reception.log.drawn)

    def _do(self, deed: Callable[[], _T]) -> _T:
        """In the loop's own thread; what has been received by a caller is written down by then."""

        async def run() -> _T:
            for _ in range(3):
                await asyncio.sleep(0)
            return deed()

        return self._await(run())

    def _await(self, work: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)


@contextmanager
def run_upstream(
    *,
    port: int = 0,
    key: str | Mapping[str, str] = KEY,
    picture_bytes: int = 0,
    certificate: Certificate | None = None,
    rules: Rules | None = None,
    keep: int = 1000,
) -> Iterator[FakeUpstream]:
    """A stand-in on 127.0.0.1, to the end of the block.

    `key`: what callers must send; a mapping has names of several accounts with their keys (Call.account).
    `picture_bytes`: what a picture weighs at least. `certificate`: a PEM file with certificate and key, or two, for
    TLS. `rules`: what else it is like. `keep`: how many calls are kept.
    """
    keys = {"main": key} if isinstance(key, str) else dict(key)
    reception = Reception(replace(rules or Rules(), keys=keys, picture_bytes=picture_bytes), keep)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="fake-upstream", daemon=True)
    thread.start()
    upstream = FakeUpstream("", reception, loop, next(iter(keys.values())))
    try:
        server = upstream._await(open_server(reception, upstream._open, port, certificate))
        scheme = "http" if certificate is None else "https"
        upstream.url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield upstream
        finally:
            upstream._await(_close(server, upstream._open))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def open_server(
    reception: Reception, conversations: set[Conversation], port: int, certificate: Certificate | None = None
) -> asyncio.Server:
    """Listens on 127.0.0.1. Raises OSError where the port is taken."""
    loop = asyncio.get_running_loop()
    context = None if certificate is None else _read_certificate(certificate)
    return await loop.create_server(
        lambda: Conversation(reception, conversations), "127.0.0.1", port, ssl=context, backlog=1024
    )


async def _close(server: asyncio.Server, conversations: set[Conversation]) -> None:
    server.close()
    for conversation in list(conversations):
        conversation.reset()
    await asyncio.sleep(0)
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _read_certificate(certificate: Certificate) -> ssl.SSLContext:
    if isinstance(certificate, ssl.SSLContext):
        return certificate
    chain = certificate if isinstance(certificate, tuple) else (certificate, None)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*chain)
    return context

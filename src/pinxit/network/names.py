"""What a name means: the operating system's answer, asked for in threads that nobody has to wait for."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a name, as text; an OSError where there are none."""

_MOST = 64


class SystemResolver:
    """A Resolver that asks the operating system, for at most `most` names at once.

    A strange name server may keep a question open for minutes, and a question cannot be taken back. So each has a
    thread of its own, which neither the threads of other work nor the end of the process wait for; and it holds its
    place until it is answered, also when nobody waits for the answer any more, or hung threads would pile up.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._places = asyncio.Semaphore(most)

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Sequence[str]] = loop.create_future()

        def tell(found: Sequence[str] | OSError) -> None:
            self._places.release()
            if answer.done():
                return
            if isinstance(found, OSError):
                answer.set_exception(found)
            else:
                answer.set_result(found)

        def ask() -> None:
            found = _ask_system(host, port)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(tell, found)

        try:
            threading.Thread(target=ask, name="pinxit-resolver", daemon=True).start()
        except RuntimeError as error:
            self._places.release()
            raise OSError("no thread is left to resolve a name") from error
        return await answer


def _ask_system(host: str, port: int) -> Sequence[str] | OSError:
    try:
        return [str(place[4][0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        return error
    except UnicodeError:  # a label that is too long, or empty
        return OSError("no such name")

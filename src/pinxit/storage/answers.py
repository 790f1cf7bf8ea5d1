"""What a thread has done, and how the event loop hears of it.

The futures of `concurrent.futures`, wrapped for asyncio, cost the event loop twice as much.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar, cast

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[_T]):
    """What came of some work."""

    result: _T | None = None
    error: BaseException | None = None

    def get(self) -> _T:
        """The result. Raises the error."""
        if self.error is not None:
            raise self.error
        return cast("_T", self.result)


def listen(
    unheard: Callable[[Answer[_T]], None] | None = None,
) -> tuple[asyncio.Future[Answer[_T]], Callable[[Answer[_T]], None]]:
    """A future of the running event loop, and a function that any thread may call once, to bring the answer there.

    Where the future was cancelled, `unheard` is called with the answer, on the event loop.
    """
    loop = asyncio.get_running_loop()
    heard: asyncio.Future[Answer[_T]] = loop.create_future()
    return heard, partial(_tell, loop, heard, unheard)


class Hands:
    """Threads that do what would keep the event loop waiting."""

    def __init__(self, name: str, number: int = 8) -> None:
        self._threads = ThreadPoolExecutor(number, name)

    async def do(self, work: Callable[..., _T], *arguments: Any) -> _T:
        """What `work` returns. Raises what it raises. Cancelling does not stop it."""
        heard: asyncio.Future[Answer[_T]]
        heard, tell = listen()
        self._threads.submit(_do, work, arguments, tell)
        return (await heard).get()


def _do(work: Callable[..., _T], arguments: tuple[Any, ...], tell: Callable[[Answer[_T]], None]) -> None:
    try:
        answer = Answer(work(*arguments))
    except BaseException as error:
        answer = Answer(error=error)
    tell(answer)


def _tell(
    loop: asyncio.AbstractEventLoop,
    heard: asyncio.Future[Answer[_T]],
    unheard: Callable[[Answer[_T]], None] | None,
    answer: Answer[_T],
) -> None:
    with suppress(RuntimeError):  # the loop has ended meanwhile: nobody is left to hear it
        loop.call_soon_threadsafe(_hear, heard, unheard, answer)


def _hear(heard: asyncio.Future[Answer[_T]], unheard: Callable[[Answer[_T]], None] | None, answer: Answer[_T]) -> None:
    if not heard.cancelled():
        heard.set_result(answer)
    elif unheard is not None:
        unheard(answer)

"""What threads did for the event loop, and who hears of it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from pinxit.storage.answers import Answer, Hands, listen


def _run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 10))


def test_what_a_thread_returns_or_raises_reaches_whoever_waits_for_it() -> None:
    async def work() -> None:
        hands = Hands("test")
        assert await hands.do(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await hands.do(divmod, 7, 0)
        assert await hands.do(threading.current_thread) is not threading.current_thread()

    _run(work)


def test_an_answer_that_nobody_waits_for_any_more_is_heard_on_the_event_loop() -> None:
    async def work() -> None:
        told: list[tuple[Answer[int], threading.Thread]] = []
        came = asyncio.Event()

        def take(answer: Answer[int]) -> None:
            told.append((answer, threading.current_thread()))
            came.set()

        heard, tell = listen(take)
        heard.cancel()
        threading.Thread(target=tell, args=[Answer(1)]).start()
        await came.wait()
        assert told == [(Answer(1), threading.current_thread())]

    _run(work)


def test_an_answer_that_is_waited_for_is_nobody_elses() -> None:
    async def work() -> None:
        told: list[Answer[int]] = []
        heard, tell = listen(told.append)
        threading.Thread(target=tell, args=[Answer(1)]).start()
        assert (await heard).get() == 1
        assert told == []

    _run(work)


def test_an_answer_after_the_end_of_the_loop_breaks_nothing() -> None:
    async def work() -> Callable[[Answer[Any]], None]:
        return listen()[1]

    asyncio.run(work())(Answer(1))

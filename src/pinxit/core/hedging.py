"""Several tries at once: each in a task of its own, their events in one line."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import dataclass
from types import TracebackType

from pinxit.core.engine import Drawn
from pinxit.core.legs import Leg


@dataclass(frozen=True, slots=True)
class News:
    """What happened on a leg: an event, or its end with an error or without one."""

    leg: Leg
    event: Drawn | None = None
    error: Exception | None = None


class Field:
    """The legs that run at the same time. Leaving the block stops all of them; no task is left behind."""

    def __init__(self) -> None:
        self._tasks: dict[Leg, asyncio.Task[None]] = {}
        self._line: asyncio.Queue[News] = asyncio.Queue()

    @property
    def running(self) -> list[Leg]:
        """Those of which more is to come, in the order of their start."""
        return list(self._tasks)

    def start(self, leg: Leg) -> None:
        self._tasks[leg] = asyncio.create_task(self._run(leg))

    async def next(self, seconds: float) -> News | None:
        """What happened next; None after so long without anything."""
        try:
            async with asyncio.timeout(seconds):
                news = await self._line.get()
        except TimeoutError:
            return None
        if news.event is None:
            self._tasks.pop(news.leg, None)
        return news

    async def stop(self, legs: Iterable[Leg]) -> None:
        """Stop these, and wait until their generators are closed. News of them may still be in the line."""
        stopped = [(leg, self._tasks.pop(leg)) for leg in tuple(legs)]
        for leg, task in stopped:
            task.cancel()
            leg.leave(well=True if leg.made else None)
        await asyncio.gather(*(task for _, task in stopped), return_exceptions=True)

    async def __aenter__(self) -> Field:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop(self.running)

    async def _run(self, leg: Leg) -> None:
        error: Exception | None = None
        try:
            async with aclosing(leg.draw()) as events:
                async for event in events:
                    self._line.put_nowait(News(leg, event))
        except Exception as failure:
            error = failure
        self._line.put_nowait(News(leg, error=error))

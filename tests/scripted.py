"""Engines that do as they are told, and a clock that does not wait: for the tests of routing."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.images import Format, ImageRequest, Picture, Served, Size

_T = TypeVar("_T")
WISH = ImageRequest("m", "a fox")
SIZE = Size(1024, 1024)


class _Jump(selectors.SelectSelector):
    """Instead of waiting, moves the clock on."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise AssertionError("everybody waits for ever")
            self.time += max(0.0, timeout)
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only while everybody waits, and then at once."""

    def __init__(self) -> None:
        self.jump = _Jump()
        super().__init__(self.jump)
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return self.jump.time


def run(work: Callable[[], Awaitable[_T]]) -> _T:
    """Run to the end without waiting; raises AssertionError for a task that is left behind."""

    async def main() -> _T:
        try:
            return await work()
        finally:
            left = asyncio.all_tasks() - {asyncio.current_task()}
            assert not left, f"left behind: {left}"

    loop = JumpingLoop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


def now() -> float:
    """The time of the loop that runs."""
    return asyncio.get_running_loop().time()


def paint(index: int = 0, **more: Any) -> Picture:
    """A picture of no bytes."""
    return replace(Picture(index, b"", SIZE, Format.PNG, 0, ""), **more)


Step = Drawn | Exception | float
"""What an engine yields, what it raises, or the seconds that it waits."""


@dataclass(eq=False)
class Scripted:
    """An engine that follows one script after another, and the last one for ever. It notes what happens to it."""

    name: str
    scripts: Sequence[Sequence[Step]] = ((paint(),),)
    cards: Sequence[ModelCard] = (ModelCard("m", "M", remote=True),)
    capacity: int = 4
    accounts: frozenset[str] = frozenset()
    asked: list[tuple[float, ImageRequest]] = field(default_factory=list)
    closed: list[float] = field(default_factory=list)
    at_work: int = 0
    most: int = 0

    def models(self) -> Sequence[ModelCard]:
        return self.cards

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        script = self.scripts[min(len(self.asked), len(self.scripts) - 1)]
        self.asked.append((now(), request))
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        try:
            for step in script:
                if isinstance(step, Exception):
                    raise step
                if isinstance(step, int | float):
                    await asyncio.sleep(step)
                else:
                    yield step
        finally:
            self.at_work -= 1
            self.closed.append(now())

    async def close(self) -> None:
        raise AssertionError("whoever routes owns no engine")


async def collect(events: AsyncGenerator[Drawn]) -> list[Drawn]:
    async with aclosing(events):
        return [event async for event in events]


def served(events: Sequence[Drawn]) -> Iterator[tuple[str, str]]:
    """Who served, and instead of whom."""
    return ((event.engine, event.instead) for event in events if isinstance(event, Served))

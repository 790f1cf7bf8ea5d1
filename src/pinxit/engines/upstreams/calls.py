"""Calls to a service that run at the same time for one request, and what comes of them as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pinxit.core.engine import Drawn
from pinxit.core.gravity import find_gravest
from pinxit.core.images import Missed, Picture

Emit = Callable[[Drawn], None]
_Result = TypeVar("_Result")
_LARGE = 64 * 1024  # bytes that are read or written in a thread


@dataclass(frozen=True, slots=True)
class Call:
    """One call, which makes the pictures of these indices and hands each on as it has it."""

    indices: range
    run: Callable[[Emit], Awaitable[None]]


async def run_together(calls: Sequence[Call]) -> AsyncGenerator[Drawn]:
    """What all calls hand on, and last Missed for what some of them could not make, while others could.

    Where none could, the gravest error is raised. Closing the generator ends all calls. Each has a task of
    its own, so that a time limit in it ends that call and not whoever reads this.
    """
    queue: asyncio.Queue[Drawn | None] = asyncio.Queue()
    tasks = [asyncio.create_task(_run(call, queue)) for call in calls]
    missed: list[Missed] = []
    running, made = len(tasks), False
    try:
        while running:
            event = await queue.get()
            if event is None:
                running -= 1
            elif isinstance(event, Missed):
                missed.append(event)
            else:
                made = made or isinstance(event, Picture)
                yield event
        if missed and not made:
            raise find_gravest(missed)
        for miss in sorted(missed, key=lambda miss: miss.index):
            yield miss
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _run(call: Call, queue: asyncio.Queue[Drawn | None]) -> None:
    left = set(call.indices)

    def emit(event: Drawn) -> None:
        if isinstance(event, Picture | Missed):
            left.discard(event.index)
        queue.put_nowait(event)

    try:
        await call.run(emit)
    except Exception as error:
        for index in sorted(left):
            queue.put_nowait(Missed(index, error))
    finally:
        queue.put_nowait(None)


async def run_aside(weight: int, work: Callable[[], _Result]) -> _Result:
    """What `work` returns: in a thread where it reads or writes many bytes, so that others need not wait for it."""
    return await asyncio.to_thread(work) if weight > _LARGE else work()

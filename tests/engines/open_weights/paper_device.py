"""A device without a process: a test decides when a batch is done, and how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pinxit.engines.diffusers.device import Device, Stopped
from pinxit.engines.diffusers.scheduler import Scheduler
from pinxit.engines.diffusers.wishes import Made, Told, Wish
from pinxit.engines.diffusers.work import Item, Load, Loaded, Manner, Paint, Painted, Sight, Still
from pinxit.engines.process import Report
from pinxit.local import Local
from pinxit.weights import Facts, Installed

PLAIN = Manner(64, 64, 4, 0.0)
LOCAL = Local(batch=4, window=0.05, safety="off", devices=("cpu",), threads=1)


OPEN: list[Scheduler] = []
"""What `open_scheduler` has opened and the fixture `close_schedulers` will close."""


def open_scheduler(*devices: PaperDevice, queue: int = 64, **local: Any) -> Scheduler:
    OPEN.append(Scheduler(devices, replace(LOCAL, **local), queue))
    return OPEN[-1]


def make_model(name: str = "tiny") -> Installed:
    return Installed(Facts(name, name, "NoPipeline", side=64, smallest=64, largest=128, steps=4), Path("nowhere"))


class PaperDevice(Device):
    """Holds each batch until `end` or `finish`; with `hold` off each is made at once, after `takes` seconds."""

    def __init__(self, name: str = "cpu", *, hold: bool = True, takes: float = 0.0, memory: int = 10**9) -> None:
        super().__init__(name, LOCAL, ("nowhere:work", ""))
        self.tasks: list[Paint | Load] = []
        self.hold = hold
        self.takes = takes
        self.memory_for = memory
        self.cancelled = 0
        self.pause = 0.0
        self.living = True
        self.hear: Callable[[Report], None] = lambda report: None
        self._end: asyncio.Future[Any] | None = None

    @property
    def alive(self) -> bool:
        return self.living

    @property
    def rest(self) -> float:
        return self.pause

    @property
    def batches(self) -> list[list[str]]:
        """The prompts of each batch so far."""
        return [[item.prompt for item in task.items] for task in self.tasks if isinstance(task, Paint)]

    async def run(self, task: Load | Paint, hear: Callable[[Report], None]) -> Loaded | Painted:
        self.tasks.append(task)
        self.hear = hear
        self._end = asyncio.get_running_loop().create_future()
        if not self.hold:
            await asyncio.sleep(self.takes)
            self.finish()
        answer: Any = await self._end
        if isinstance(answer, Exception):
            raise answer
        self.resident = answer.resident
        return answer  # type: ignore[no-any-return]

    def step(self, step: int, steps: int = 4) -> None:
        """Tell that a step is done."""
        self.hear(Report(step / steps, f"step {step} of {steps}", Sight(step, steps)))

    def finish(self) -> None:
        """The batch is done: each picture is one pixel, with its seed in it."""
        task = self.tasks[-1]
        resident = (*(name for name in self.resident if name != task.model.name), task.model.name)
        if isinstance(task, Load):
            self.end(Loaded(resident))
        else:
            self.end(Painted(tuple(Still(1, 1, bytes([item.seed % 256] * 3)) for item in task.items), resident))

    def end(self, answer: Loaded | Painted | Exception) -> None:
        assert self._end is not None
        if not self._end.done():
            self._end.set_result(answer)

    def cancel(self) -> None:
        self.cancelled += 1
        self.end(Stopped())

    async def close(self) -> None:
        if self._end is not None:
            self.end(Stopped())


def make_wish(prompt: str = "a fox", **wishes: Any) -> Wish:
    """A wish; `seed`, `payer`, `model` and `manner` as they are called."""
    item = Item(prompt, wishes.get("seed", 0))
    return Wish(wishes.get("model", make_model()), wishes.get("manner", PLAIN), item, wishes.get("payer", ""))


async def settle(turns: int = 10) -> None:
    """Let everything happen that can happen now."""
    for _ in range(turns):
        await asyncio.sleep(0)


def read_end(wish: Wish) -> Still | Exception | None:
    """How a wish ended; None where it has not."""
    while not wish.outbox.empty():
        news = wish.outbox.get_nowait()
        if isinstance(news, Made):
            return news.still
        if not isinstance(news, Told):
            return news
    return None


def give_out(scheduler: Scheduler, wish: Wish) -> Still | Exception | None:
    """Take what came of a wish as an engine does."""
    ended = read_end(wish)
    if isinstance(ended, Still):
        scheduler.note_given(wish)
    if ended is not None:
        scheduler.drop([wish])
    return ended

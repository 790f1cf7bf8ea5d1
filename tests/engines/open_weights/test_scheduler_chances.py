"""Whatever happens in whatever order, each wish ends once, in its own batch, and no device stands still for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engines.open_weights.paper_device import LOCAL, PLAIN, PaperDevice, make_model, make_wish, read_end, settle
from pinxit.core.errors import EngineFailed, InvalidRequest, MemoryShort, Overloaded
from pinxit.engines.diffusers.device import NoWorker, WorkerDied
from pinxit.engines.diffusers.scheduler import Scheduler
from pinxit.engines.diffusers.wishes import Wish
from pinxit.engines.diffusers.work import OutOfMemory, Paint, Still

_MODELS = {name: make_model(name) for name in ("one", "two")}
_ENDS: dict[str, Callable[[], Exception]] = {
    "die": lambda: WorkerDied("was killed", began=True),
    "die loading": lambda: WorkerDied("was killed", began=False),
    "cramp": lambda: OutOfMemory("too much"),
    "refuse": lambda: InvalidRequest("no"),
    "vanish": lambda: NoWorker("no worker"),
    "break": ZeroDivisionError,
}
_ask = st.tuples(
    st.just("ask"), st.integers(1, 5), st.sampled_from("abc"), st.sampled_from(sorted(_MODELS)), st.sampled_from([4, 8])
)
_drop = st.tuples(st.just("drop"), st.integers(0, 100))
_end = st.tuples(st.sampled_from(["finish", *_ENDS]), st.integers(0, 1))


class _Play:
    """A scheduler on two devices of paper, and every wish that it was asked."""

    def __init__(self) -> None:
        self.devices = PaperDevice("cuda:0"), PaperDevice("cuda:1")
        self.scheduler = Scheduler(self.devices, replace(LOCAL, batch=3, window=0.0), 12)
        self.wishes: dict[str, Wish] = {}
        self.dropped: set[str] = set()
        self.ends: dict[str, Still | Exception] = {}
        self.count = 0

    def ask(self, number: int, payer: str, model: str, steps: int) -> None:
        manner = replace(PLAIN, steps=steps)
        wishes = []
        for _ in range(number):
            self.count += 1
            wishes.append(make_wish(str(self.count), seed=self.count, payer=payer, model=_MODELS[model], manner=manner))
        try:
            self.scheduler.ask(wishes)
        except Overloaded:
            assert len(self.scheduler.line) >= 12
            return
        self.wishes |= {wish.item.prompt: wish for wish in wishes}

    def drop(self, number: int) -> None:
        left = [name for name in self.wishes if name not in self.ends and name not in self.dropped]
        if left:
            name = left[number % len(left)]
            self.scheduler.drop([self.wishes[name]])
            self.dropped.add(name)

    def end(self, how: str, number: int) -> None:
        device = self.devices[number]
        if device.busy and device.tasks:
            device.finish() if how == "finish" else device.end(_ENDS[how]())

    def look(self) -> None:
        for name, wish in self.wishes.items():
            ended = read_end(wish)
            if ended is None:
                continue
            assert name not in self.ends, "a wish ended twice"
            assert not isinstance(ended, Still) or ended.data[0] == wish.item.seed % 256, "another's picture"
            self.ends[name] = ended
            self.scheduler.drop([wish])
        for device in self.devices:
            for task in device.tasks:
                assert isinstance(task, Paint)
                assert 1 <= len(task.items) <= 3
                kinds = {self.wishes[item.prompt].kind for item in task.items}
                assert kinds == {(task.model.name, task.manner)}
        if len(self.scheduler.line):
            assert any(device.busy for device in self.devices), "all stand still while somebody waits"

    def move(self, move: str, rest: list[Any]) -> None:
        if move == "ask":
            self.ask(*rest)
        elif move == "drop":
            self.drop(*rest)
        else:
            self.end(move, *rest)

    async def run(self, moves: list[tuple[Any, ...]]) -> None:
        for move, *rest in moves:
            self.move(move, rest)
            await settle(12)
            self.look()
        for _ in range(200):
            if not any(device.busy for device in self.devices):
                break
            for number in (0, 1):
                self.end("finish", number)
            await settle(12)
            self.look()
        await self.scheduler.close()
        kept = set(self.wishes) - self.dropped
        assert kept <= set(self.ends), "a wish was forgotten"
        allowed = (Still, EngineFailed, MemoryShort, InvalidRequest)
        assert all(isinstance(end, allowed) for end in self.ends.values())
        assert not len(self.scheduler.line)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_ask, _drop, _end, _end), max_size=40))
def test_each_wish_ends_once_whatever_happens(moves: list[tuple[Any, ...]]) -> None:
    async def play() -> None:
        await _Play().run(moves)

    asyncio.run(play())

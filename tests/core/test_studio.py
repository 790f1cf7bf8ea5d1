from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

import pytest

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn
from pinxit.core.errors import EngineFailed, Overloaded
from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Size, Tier
from pinxit.core.studio import ImageResult, Studio
from pinxit.testing import EngineContract, FakeEngine, paint_flat


class TestFakeEngine(EngineContract):
    """The double keeps the contract that it is used to test others by."""

    def make_engine(self) -> FakeEngine:
        return FakeEngine()


def _create(prompt: str, n: int = 1) -> ImageResult:
    async def run() -> ImageResult:
        return await Studio(Catalog([FakeEngine()])).create(ImageRequest(model="auto", prompt=prompt, n=n))

    return asyncio.run(run())


def test_the_result_says_who_really_served_and_what_it_cost() -> None:
    result = _create("a fox", n=3)
    assert (result.engine, result.model) == ("fake", "pinxit-fake")
    assert [picture.index for picture in result.pictures] == [0, 1, 2]
    assert (result.usage.text_tokens, result.usage.output_tokens) == (2, 3 * 1290)


def test_a_picture_too_few_is_a_failure_and_not_a_short_answer() -> None:
    with pytest.raises(EngineFailed, match="1 of 2"):
        _create("[few]", n=2)


def test_the_engines_own_errors_come_through() -> None:
    with pytest.raises(EngineFailed, match="told"):
        _create("[break]")


def test_streaming_gives_progress_before_each_picture() -> None:
    async def run() -> list[Drawn]:
        request = ImageRequest(model="auto", prompt="a fox", n=2)
        async with aclosing(Studio(Catalog([FakeEngine()])).stream(request)) as events:
            return [event async for event in events]

    assert [type(event) for event in asyncio.run(run())] == [Progress, Picture, Progress, Picture]


def test_cancelling_frees_the_worker() -> None:
    async def run() -> int:
        engine = FakeEngine(workers=1)
        task = asyncio.create_task(Studio(Catalog([engine])).create(ImageRequest(model="auto", prompt="[wait 60]")))
        while not engine.drawing:  # noqa: ASYNC110  (the double counts, it does not signal)
            await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return engine.drawing

    assert asyncio.run(run()) == 0


def test_a_full_queue_refuses_early() -> None:
    async def run() -> None:
        studio = Studio(Catalog([FakeEngine(workers=1, queue=0)]))
        slow = asyncio.create_task(studio.create(ImageRequest(model="auto", prompt="[wait 60]")))
        await asyncio.sleep(0.01)
        try:
            await studio.create(ImageRequest(model="auto", prompt="a fox"))
        finally:
            slow.cancel()

    with pytest.raises(Overloaded) as refusal:
        asyncio.run(run())
    assert refusal.value.retry_after > 0


class _Stubborn(FakeEngine):
    """Makes squares of 1024 pixels, whatever is asked for."""

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        yield paint_flat(replace(request, size=Size(1024, 1024)), 0)


@pytest.mark.parametrize(("tier", "side", "native"), [(Tier.TWO, 2048, Size(1024, 1024)), (Tier.ONE, 1024, None)])
def test_a_class_of_resolution_is_kept_whatever_the_engine_made(tier: Tier, side: int, native: Size | None) -> None:
    request = ImageRequest(model="auto", prompt="a fox", tier=tier)
    made = asyncio.run(Studio(Catalog([_Stubborn()])).create(request)).pictures[0]
    assert (made.size, made.native) == (Size(side, side), native)

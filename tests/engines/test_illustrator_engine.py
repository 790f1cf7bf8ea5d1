"""The illustrator as an engine; a stand-in paints."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import EngineFailed, Overloaded
from pinxit.core.images import Background, Format, ImageRequest, Partial, Picture, Progress, Size
from pinxit.engines.illustrator import IllustratorEngine, choose_seed
from pinxit.testing import EngineContract

pytestmark = pytest.mark.anyio


@pytest.fixture
async def engine() -> AsyncIterator[IllustratorEngine]:
    engine = IllustratorEngine(2, 16, target="chores:fulfil", warm="chores:warm")
    yield engine
    await engine.close()


def ask(prompt: str = "a fox", **fields: Any) -> ImageRequest:
    return ImageRequest("pinxit-illustrator", prompt, **fields)


async def collect(engine: IllustratorEngine, request: ImageRequest) -> list[Progress | Partial | Picture]:
    async with aclosing(engine.draw(request)) as events:
        return [event async for event in events]


async def draw(engine: IllustratorEngine, request: ImageRequest) -> list[Picture]:
    pictures = [event for event in await collect(engine, request) if isinstance(event, Picture)]
    return sorted(pictures, key=lambda picture: picture.index)


async def test_a_picture_says_what_it_is(engine: IllustratorEngine) -> None:
    (picture,) = await draw(engine, ask(size=Size(96, 64), seed=7, format=Format.WEBP))
    assert (picture.size, picture.format, picture.seed) == (Size(96, 64), Format.WEBP, 7)
    assert (picture.description, picture.missing, picture.transparent) == ("a fox, drawn", ("hat",), False)
    assert Image.open(io.BytesIO(picture.data)).size == (96, 64)


async def test_progress_comes_before_the_picture(engine: IllustratorEngine) -> None:
    events = await collect(engine, ask())
    *before, last = events
    assert isinstance(last, Picture)
    stages = [(event.fraction, event.stage) for event in before if isinstance(event, Progress)]
    assert stages == [(0.475, "painting"), (0.95, "encoding")]


@pytest.mark.parametrize("wanted", [0, 1, 2, 3])
async def test_unfinished_states_come_when_they_are_asked_for(engine: IllustratorEngine, wanted: int) -> None:
    events = await collect(engine, ask(size=Size(80, 64), partials=wanted, format=Format.JPEG))
    partials = [event for event in events if isinstance(event, Partial)]
    assert [partial.step for partial in partials] == list(range(wanted))
    assert [partial.stage for partial in partials] == ["composition", "flat colour", "half finished"][3 - wanted :]
    for partial in partials:
        assert (partial.size, partial.format) == (Size(80, 64), Format.JPEG)
        assert Image.open(io.BytesIO(partial.data)).size == (80, 64)
    assert isinstance(events[-1], Picture)


async def test_unfinished_states_of_many_pictures_say_whose_they_are(engine: IllustratorEngine) -> None:
    events = await collect(engine, ask(n=3, partials=2))
    seen = sorted((event.index, event.step) for event in events if isinstance(event, Partial))
    assert seen == [(index, step) for index in range(3) for step in range(2)]


async def test_each_of_many_pictures_has_its_own_seed(engine: IllustratorEngine) -> None:
    pictures = await draw(engine, ask(n=10, seed=100))
    assert [picture.index for picture in pictures] == list(range(10))
    assert [picture.seed for picture in pictures] == list(range(100, 110))
    assert len({picture.data for picture in pictures}) == 10


async def test_the_greatest_seed_wraps_around(engine: IllustratorEngine) -> None:
    assert [picture.seed for picture in await draw(engine, ask(n=2, seed=2**63 - 1))] == [2**63 - 1, 0]


async def test_the_same_words_give_the_same_picture(engine: IllustratorEngine) -> None:
    first, again, other = [(await draw(engine, ask(words)))[0] for words in ("a fox", "a fox", "a cat")]
    assert first == again
    assert first.seed != other.seed
    assert first.seed == choose_seed("a fox") < 2**32


async def test_half_a_surrogate_pair_has_a_seed_too() -> None:
    assert choose_seed("\ud800") != choose_seed("\ud801")


async def test_a_transparent_picture_has_alpha(engine: IllustratorEngine) -> None:
    (picture,) = await draw(engine, ask(background=Background.TRANSPARENT))
    assert picture.transparent
    assert Image.open(io.BytesIO(picture.data)).mode == "RGBA"


async def test_one_stalled_picture_leaves_the_other_worker_free(engine: IllustratorEngine) -> None:
    await engine.start()
    stalled = engine.draw(ask("stall"))
    first = anext(stalled)
    assert len(await draw(engine, ask(n=3))) == 3
    first.close()
    await stalled.aclose()


async def test_a_full_queue_refuses() -> None:
    engine = IllustratorEngine(1, 0, target="chores:fulfil", warm="")
    await engine.start()
    async with aclosing(engine.draw(ask())) as events:
        await anext(events)
        with pytest.raises(Overloaded):
            await draw(engine, ask())
    await engine.close()


async def test_a_closed_engine_fails(engine: IllustratorEngine) -> None:
    await engine.close()
    with pytest.raises(EngineFailed):
        await draw(engine, ask())


async def test_the_card_says_what_it_can(engine: IllustratorEngine) -> None:
    (card,) = engine.models()
    assert (card.name, card.transparency, card.deterministic) == ("pinxit-illustrator", True, True)


def test_importing_the_engine_loads_neither_skia_nor_numpy() -> None:
    code = "import sys, pinxit.engines.illustrator; print([m for m in ('skia', 'numpy', 'PIL') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


class TestContract(EngineContract):
    """The illustrator keeps what every engine keeps."""

    def make_engine(self) -> IllustratorEngine:
        return IllustratorEngine(workers=1)

"""The engine with real pipelines: tiny ones with random weights, in one worker for the whole file."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from pinxit.core.engine import Engine
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Picture, Progress, Size, Source
from pinxit.engines.diffusers.engine import DiffusersEngine
from pinxit.local import Local
from pinxit.testing import EngineContract
from pinxit.weights import Installed

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")

Use = Callable[[DiffusersEngine], Awaitable[Any]]


class Studio:
    """One engine on one event loop for all tests here: each start would import torch anew."""

    def __init__(self, models: dict[str, Installed], folder: Path) -> None:
        self.runner = asyncio.Runner()
        local = Local(models=folder, safety="off", devices=("cpu",), threads=1, window=0.05)
        self.engine = DiffusersEngine(local=local, models=[models[name] for name in ("unet", "edit")])

    def run(self, use: Use) -> Any:
        async def work() -> Any:
            return await use(self.engine)

        return self.runner.run(work())

    def close(self) -> None:
        self.runner.run(self.engine.close())
        self.runner.close()


@pytest.fixture(scope="module")
def studio(tiny_models: dict[str, Installed], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    studio = Studio(tiny_models, tmp_path_factory.mktemp("studio"))
    yield studio
    studio.close()


class TestDiffusers(EngineContract):
    size = Size(64, 96)

    @pytest.fixture(autouse=True)
    def _in_the_studio(self, studio: Studio) -> None:
        self.studio = studio

    def make_engine(self) -> Engine:
        return self.studio.engine

    def _run(self, use: Callable[[Any], Any]) -> Any:
        return self.studio.run(use)


async def make(engine: DiffusersEngine, prompt: str = "a fox", **wishes: Any) -> list[Picture]:
    request = ImageRequest(**{"model": "unet", "prompt": prompt, "size": Size(64, 64), "seed": 1, **wishes})
    async with aclosing(engine.draw(request)) as events:
        return [event async for event in events if isinstance(event, Picture)]


def read(picture: Picture) -> Image.Image:
    with Image.open(io.BytesIO(picture.data)) as image:
        return image.convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a channel."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())  # type: ignore[misc]


def test_a_picture_is_the_same_alone_and_among_seven_others(studio: Studio) -> None:
    async def play(engine: DiffusersEngine) -> tuple[Picture, list[list[Picture]]]:
        (alone,) = await make(engine, "fox 3", seed=3)
        return alone, await asyncio.gather(*(make(engine, f"fox {number}", seed=number) for number in range(8)))

    alone, among = studio.run(play)
    assert differ(read(alone), read(among[3][0])) <= 1
    assert differ(read(alone), read(among[4][0])) > 1


def test_a_masked_edit_leaves_the_rest_as_it_was(studio: Studio) -> None:
    source, mask = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (64, 64), (200, 30, 30)).save(source, "PNG")
    holes = Image.new("RGBA", (64, 64), (0, 0, 0, 255))
    holes.paste((0, 0, 0, 0), (32, 0, 64, 64))
    holes.save(mask, "PNG")

    async def play(engine: DiffusersEngine) -> list[Picture]:
        return await make(engine, sources=(Source(source.getvalue()),), mask=Source(mask.getvalue(), "mask"))

    (picture,) = studio.run(play)
    made = read(picture)
    assert differ(made.crop((0, 0, 30, 64)), Image.new("RGB", (30, 64), (200, 30, 30))) == 0
    assert differ(made.crop((40, 0, 64, 64)), Image.new("RGB", (24, 64), (200, 30, 30))) > 30


def test_an_instructed_model_paints_two_edits_of_one_picture_and_one_of_another(studio: Studio) -> None:
    def source(colour: str) -> Source:
        out = io.BytesIO()
        Image.new("RGB", (64, 64), colour).save(out, "PNG")
        return Source(out.getvalue())

    async def play(engine: DiffusersEngine) -> list[list[Picture]]:
        wishes = [("red", "make it blue"), ("red", "add a hat"), ("green", "make it blue")]
        return await asyncio.gather(
            *(make(engine, prompt, model="edit", sources=(source(colour),)) for colour, prompt in wishes)
        )

    answers = studio.run(play)
    pictures = [read(picture) for (picture,) in answers]
    assert differ(pictures[0], pictures[1]) > 1
    assert differ(pictures[0], pictures[2]) > 1


def test_a_source_that_cannot_be_read_fails_its_own_request_only(studio: Studio) -> None:
    broken = Source(b"\x89PNG\r\n\x1a\n" + b"garbage" * 20)
    good = io.BytesIO()
    Image.new("RGB", (64, 64), "blue").save(good, "PNG")

    async def play(engine: DiffusersEngine) -> Any:
        return await asyncio.gather(
            make(engine, sources=(broken,)),
            make(engine, sources=(Source(good.getvalue()),)),
            return_exceptions=True,
        )

    refused, made = studio.run(play)
    assert isinstance(refused, InvalidRequest)
    assert len(made) == 1


def test_a_caller_who_goes_away_between_two_steps_leaves_the_pipeline_as_it_was(studio: Studio) -> None:
    async def play(engine: DiffusersEngine) -> tuple[Picture, Picture]:
        (before,) = await make(engine)
        pid = engine.devices[0].pid
        request = ImageRequest("unet", "a long one", Size(256, 256), options=(("steps", 50),))
        async with aclosing(engine.draw(request)) as events:
            async for event in events:
                if isinstance(event, Progress) and event.stage == "step 2 of 50":
                    break
        (after,) = await make(engine)
        assert engine.devices[0].pid == pid
        return before, after

    before, after = studio.run(play)
    assert before.data == after.data

"""Pixels on their way to the caller: looked at, marked, encoded."""

from __future__ import annotations

import io
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pinxit.core.errors import Blocked
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Size
from pinxit.engines.diffusers.finishing import Finisher
from pinxit.engines.diffusers.work import Still
from pinxit.local import Local

pytestmark = pytest.mark.anyio
BLANK = Picture(3, b"", Size(64, 64), Format.PNG, 7, "a fox")
STILL = Still(64, 80, bytes((200, 30, 40)) * (64 * 80))


class Eye:
    """Sees the worst in everything that is not told to be of `low` concern."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: set[int] = set()

    def check(self, still: Still, moderation: str = "auto") -> None:
        if not self.may_show(still, moderation):
            raise Blocked("Not for all eyes.", stage="output")

    def may_show(self, still: Still, moderation: str = "auto") -> bool:
        self.asked.append(moderation)
        self.threads.add(threading.get_ident())
        return moderation == "low"


@asynccontextmanager
async def open_finisher(**parts: Any) -> AsyncIterator[Finisher]:
    finisher = Finisher(Local(safety="off", watermark=parts.pop("watermark", "off")), **parts)
    try:
        yield finisher
    finally:
        finisher.close()


def ask(**wishes: Any) -> ImageRequest:
    return ImageRequest(**{"model": "tiny", "prompt": "a fox", **wishes})


def read(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


@pytest.mark.parametrize("kind", [Format.PNG, Format.JPEG, Format.WEBP])
async def test_pixels_become_a_file_of_their_size(kind: Format) -> None:
    async with open_finisher() as finisher:
        picture = await finisher.finish(STILL, ask(format=kind), BLANK)
    assert (picture.index, picture.seed, picture.size) == (3, 7, Size(64, 80))
    assert read(picture.data).size == (64, 80)
    assert np.abs(np.asarray(read(picture.data), int) - (200, 30, 40)).max() <= (0 if kind is Format.PNG else 6)


async def test_a_picture_that_is_not_for_all_eyes_is_not_given_out() -> None:
    async with open_finisher(eye=Eye()) as finisher:
        with pytest.raises(Blocked):
            await finisher.finish(STILL, ask(), BLANK)


async def test_a_preview_that_is_not_for_all_eyes_is_left_out() -> None:
    partial = Partial(0, 0, "step 1 of 4", b"", Size(64, 80), Format.PNG)
    async with open_finisher(eye=Eye()) as finisher:
        assert await finisher.show(STILL, ask(), partial) is None


async def test_the_caller_may_ask_for_less_filtering_and_the_loop_is_left_free() -> None:
    eye = Eye()
    async with open_finisher(eye=eye) as finisher:
        await finisher.finish(STILL, ask(options=(("moderation", "low"),)), BLANK)
    assert eye.asked == ["low"]
    assert threading.get_ident() not in eye.threads


async def test_a_small_preview_is_shown_in_the_size_of_its_picture() -> None:
    partial = Partial(0, 1, "step 2 of 4", b"", Size(64, 80), Format.JPEG)
    async with open_finisher() as finisher:
        shown = await finisher.show(Still(4, 5, bytes(60)), ask(format=Format.JPEG), partial)
    assert shown is not None
    assert (shown.step, shown.stage, shown.size) == (1, "step 2 of 4", Size(64, 80))
    assert read(shown.data).size == (64, 80)


async def test_with_the_setting_a_picture_says_that_a_model_made_it() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (256, 256, 3), np.uint8)
    still = Still(256, 256, noise.tobytes())
    async with open_finisher(watermark="on") as finisher:
        marked = await finisher.finish(still, ask(), BLANK)
    async with open_finisher() as finisher:
        plain = await finisher.finish(still, ask(), BLANK)
    assert read(plain.data).tobytes() == noise.tobytes()
    assert read(marked.data).tobytes() != noise.tobytes()
    assert b"trainedAlgorithmicMedia" in marked.data
    assert b"trainedAlgorithmicMedia" not in plain.data

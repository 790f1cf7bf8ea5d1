"""What every engine keeps, as tests that a third party subclasses."""

# ruff: noqa: S101  (the contract is made of assertions, as a test is)

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from PIL import Image

from pinxit.core.engine import Engine
from pinxit.core.images import Background, Format, ImageRequest, Partial, Picture, Size


class EngineContract:
    """What every engine keeps. Subclass it in a test file as `class TestMine(EngineContract)` and make an engine.

    `prompt` and `size` may be replaced where an engine needs others; methods run their own event loop.
    """

    prompt = "a red apple on a wooden table"
    size = Size(256, 192)

    def make_engine(self) -> Engine:
        raise NotImplementedError("Return a new engine.")

    def test_names_at_least_one_model(self) -> None:
        cards = self._run(lambda engine: _answer(list(engine.models())))
        assert cards
        assert all(card.name.strip() == card.name and card.name for card in cards)

    def test_makes_as_many_pictures_as_were_asked_for(self) -> None:
        pictures = self._draw(n=3)
        assert sorted(picture.index for picture in pictures) == [0, 1, 2]

    def test_makes_each_format_at_the_size_asked_for(self) -> None:
        for kind in self._run(lambda engine: _answer(engine.models()[0].formats)):
            picture = self._draw(format=kind)[0]
            assert picture.size == self.size
            assert picture.format is kind
            if kind is Format.SVG:
                assert f'width="{self.size.width}" height="{self.size.height}"'.encode() in picture.data
                continue
            with Image.open(io.BytesIO(picture.data)) as image:
                assert image.size == (self.size.width, self.size.height)
                assert image.format == kind.value.upper()

    def test_the_same_request_gives_the_same_pixels_where_the_card_says_so(self) -> None:
        if self._run(lambda engine: _answer(engine.models()[0].deterministic)):
            assert self._draw(seed=7)[0].data == self._draw(seed=7)[0].data

    def test_a_transparent_background_has_alpha_where_the_card_says_so(self) -> None:
        if self._run(lambda engine: _answer(engine.models()[0].transparency)):
            formats = self._run(lambda engine: _answer(engine.models()[0].formats))
            kind = next(kind for kind in formats if kind.has_alpha and kind is not Format.SVG)
            picture = self._draw(background=Background.TRANSPARENT, format=kind)[0]
            with Image.open(io.BytesIO(picture.data)) as image:
                assert image.convert("RGBA").getchannel("A").getextrema()[0] == 0
            assert picture.transparent

    def test_shows_unfinished_states_in_their_order_and_no_more_than_were_asked_for(self) -> None:
        async def collect(engine: Engine) -> tuple[int, list[Partial]]:
            most = engine.models()[0].partials
            async with aclosing(engine.draw(self._ask(engine, partials=most))) as events:
                return most, [event async for event in events if isinstance(event, Partial)]

        most, shown = self._run(collect)
        steps = [partial.step for partial in shown]
        assert steps == sorted(set(steps))
        assert len(steps) <= most
        assert all(partial.size == self.size for partial in shown)

    def test_says_what_was_drawn(self) -> None:
        assert self._draw()[0].description.strip()

    def test_draws_again_after_a_caller_went_away(self) -> None:
        async def leave_and_return(engine: Engine) -> int:
            async with aclosing(engine.draw(self._ask(engine, n=4))) as events:
                async for _ in events:
                    break
            async with aclosing(engine.draw(self._ask(engine))) as events:
                return len([event async for event in events if isinstance(event, Picture)])

        assert self._run(leave_and_return) == 1

    def _ask(self, engine: Engine, **wishes: Any) -> ImageRequest:
        card = engine.models()[0]
        usual = {"format": card.formats[0], "quality": card.qualities[-1]}
        return ImageRequest(model=card.name, prompt=self.prompt, size=self.size, **{**usual, **wishes})

    def _draw(self, **wishes: Any) -> list[Picture]:
        async def collect(engine: Engine) -> list[Picture]:
            async with aclosing(engine.draw(self._ask(engine, **wishes))) as events:
                return [event async for event in events if isinstance(event, Picture)]

        pictures: list[Picture] = self._run(collect)
        return pictures

    def _run(self, use: Callable[[Engine], Any]) -> Any:
        async def run() -> Any:
            engine = self.make_engine()
            try:
                return await use(engine)
            finally:
                await engine.close()

        return asyncio.run(run())


async def _answer(value: Any) -> Any:
    return value

"""AUTOMATIC1111's API as an upstream, against the stand-in on a real socket."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from pinxit.core.engine import Choice, Drawn
from pinxit.core.errors import PinxitError, UpstreamBusy, UpstreamDenied, UpstreamFailed, UpstreamTimeout
from pinxit.core.images import Format, ImageRequest, Missed, Picture, Progress, Size, Source
from pinxit.engines.upstreams.automatic1111 import Automatic1111Engine
from pinxit.testing import EngineContract
from pinxit.testing.upstream import FakeUpstream, run_upstream
from pinxit.upstreams import Secret, Upstream

WISH = ImageRequest(model="dreamshaper_8", prompt="a red fox", size=Size(512, 256), format_said=False)


@pytest.fixture(scope="module")
def server() -> Iterator[FakeUpstream]:
    with run_upstream() as upstream:
        yield upstream


@pytest.fixture
def upstream(server: FakeUpstream) -> FakeUpstream:
    server.clear()
    return server


def run(upstream: FakeUpstream, use: Callable[[Automatic1111Engine], Awaitable[Any]], **fields: Any) -> Any:
    async def work() -> Any:
        usual: dict[str, Any] = {"url": upstream.url, "timeout": 5.0}
        engine = Automatic1111Engine(Upstream("forge", "automatic1111", **usual | fields))
        try:
            return await use(engine)
        finally:
            await engine.close()

    return asyncio.run(work())


def draw(upstream: FakeUpstream, request: ImageRequest, **fields: Any) -> list[Drawn]:
    async def collect(engine: Automatic1111Engine) -> list[Drawn]:
        async with aclosing(engine.draw(request)) as events:
            return [event async for event in events]

    found: list[Drawn] = run(upstream, collect, **fields)
    return found


def posted(upstream: FakeUpstream, end: str = "2img") -> list[Any]:
    return [call for call in upstream.calls if call.method == "POST" and call.path.endswith(end)]


def make_file(mode: str, fill: tuple[int, ...], size: tuple[int, int] = (320, 200)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, fill).save(out, "PNG")
    return out.getvalue()


def test_its_checkpoints_are_the_models_and_its_samplers_an_option(upstream: FakeUpstream) -> None:
    async def look(engine: Automatic1111Engine) -> Any:
        return await asyncio.to_thread(engine.models)

    cards = run(upstream, look)
    assert [card.name for card in cards] == ["dreamshaper_8", "sd_xl_base_1.0"]
    sampler = cards[0].options["sampler"]
    assert isinstance(sampler, Choice)
    assert "DPM++ 2M" in sampler.words


def test_one_that_is_away_has_a_model_by_its_own_name() -> None:
    engine = Automatic1111Engine(Upstream("forge", "automatic1111", url="http://127.0.0.1:9"))
    assert [card.name for card in engine.models()] == ["forge"]


def test_a_picture_is_asked_for_in_its_words(upstream: FakeUpstream) -> None:
    options = (("steps", 12), ("cfg_scale", 4.5), ("negative_prompt", "fog"), ("sampler", "Euler"))
    events = draw(upstream, replace(WISH, seed=2**33 + 5, options=options))
    (call,) = posted(upstream)
    assert call.body == {
        "prompt": "a red fox",
        "negative_prompt": "fog",
        "steps": 12,
        "cfg_scale": 4.5,
        "sampler_name": "Euler",
        "seed": 5,
        "width": 512,
        "height": 256,
        "save_images": False,
        "override_settings": {
            "return_grid": False,
            "sd_model_checkpoint": "dreamshaper_8.safetensors [879db523c3]",
        },
    }
    (picture,) = (event for event in events if isinstance(event, Picture))
    assert (picture.size, picture.seed, picture.format) == (Size(512, 256), 5, Format.PNG)
    assert picture.text is not None


def test_without_a_seed_the_picture_has_the_one_that_was_drawn_for_it(upstream: FakeUpstream) -> None:
    seeds = {event.seed for event in draw(upstream, replace(WISH, n=3)) if isinstance(event, Picture)}
    assert len(seeds) == 3
    assert [call.body["seed"] for call in posted(upstream)] == [-1, -1, -1]


def test_a_mask_is_white_where_the_picture_is_to_be_made_anew(upstream: FakeUpstream) -> None:
    source, mask = Source(make_file("RGB", (9, 9, 9))), Source(make_file("RGBA", (0, 0, 0, 0)), "mask")
    options = (("denoising_strength", 0.4),)
    draw(upstream, replace(WISH, sources=(source,), mask=mask, size=None, options=options))
    (call,) = posted(upstream)
    assert call.path.endswith("img2img")
    assert (call.body["width"], call.body["height"], call.body["denoising_strength"]) == (320, 200, 0.4)
    assert base64.b64decode(call.body["init_images"][0]) == source.data
    with Image.open(io.BytesIO(base64.b64decode(call.body["mask"]))) as image:
        assert image.getextrema() == (255, 255)


def test_it_tells_how_far_it_is(upstream: FakeUpstream) -> None:
    upstream.always("slow 0.7")
    told = [event for event in draw(upstream, WISH) if isinstance(event, Progress)]
    assert [event.stage for event in told] == ["waiting", "drawing"]


def test_leaving_interrupts_it(upstream: FakeUpstream) -> None:
    upstream.always("slow 3")

    async def leave(engine: Automatic1111Engine) -> None:
        async with aclosing(engine.draw(WISH)) as events:
            async for _ in events:
                await asyncio.sleep(0.3)
                break

    run(upstream, leave)
    assert posted(upstream, "interrupt")


def test_who_only_waits_for_a_turn_interrupts_nobody(upstream: FakeUpstream) -> None:
    upstream.always("slow 0.6")

    async def leave(engine: Automatic1111Engine) -> list[Drawn]:
        async def first() -> list[Drawn]:
            async with aclosing(engine.draw(WISH)) as events:
                return [event async for event in events]

        working = asyncio.create_task(first())
        await asyncio.sleep(0.2)
        async with aclosing(engine.draw(WISH)) as events:
            async for _ in events:
                break
        return await working

    assert any(isinstance(event, Picture) for event in run(upstream, leave))
    assert not posted(upstream, "interrupt")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("500", UpstreamFailed),
        ("503", UpstreamFailed),
        ("429", UpstreamBusy),
        ("denied", UpstreamDenied),
        ("html", UpstreamFailed),
        ("empty", UpstreamFailed),
        ("null", UpstreamFailed),
        ("truncate", UpstreamFailed),
        ("garbage", UpstreamFailed),
        ("reset before", UpstreamFailed),
    ],
)
def test_what_goes_wrong_there_is_told_honestly(upstream: FakeUpstream, word: str, kind: type[PinxitError]) -> None:
    upstream.always(word)
    with pytest.raises(kind, match="forge") as caught:
        draw(upstream, WISH)
    assert type(caught.value) is kind


def test_one_failure_of_several_is_missed(upstream: FakeUpstream) -> None:
    upstream.next("500")
    events = draw(upstream, replace(WISH, n=2))
    assert [event.index for event in events if isinstance(event, Missed)] == [0]
    assert [event.index for event in events if isinstance(event, Picture)] == [1]


def test_a_slow_one_is_stopped_after_its_time(upstream: FakeUpstream) -> None:
    upstream.always("hang")
    with pytest.raises(UpstreamTimeout):
        draw(upstream, WISH, timeout=0.3)
    assert posted(upstream, "interrupt")


def test_its_password_goes_as_the_web_ui_wants_it(upstream: FakeUpstream) -> None:
    engine = Automatic1111Engine(Upstream("forge", "automatic1111", key=Secret("me:hush"), url=upstream.url))
    assert engine._headers() == {"authorization": "Basic bWU6aHVzaA=="}


class TestContract(EngineContract):
    server: FakeUpstream

    @pytest.fixture(autouse=True)
    def _point(self, upstream: FakeUpstream) -> None:
        self.server = upstream

    def make_engine(self) -> Automatic1111Engine:
        return Automatic1111Engine(Upstream("forge", "automatic1111", url=self.server.url, timeout=5.0))

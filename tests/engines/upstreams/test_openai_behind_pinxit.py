"""A pinxit behind a pinxit: what a model can do comes through, and so do its pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn
from pinxit.core.errors import Blocked, NoPicture, UpstreamFailed
from pinxit.core.images import (
    Animation,
    Background,
    Format,
    ImageRequest,
    Partial,
    Picture,
    Quality,
    Size,
    Source,
    Usage,
)
from pinxit.core.studio import Studio
from pinxit.engines.upstreams.openai import OpenAIEngine
from pinxit.testing import FakeEngine, RunningServer, paint_flat, run_server
from pinxit.upstreams import Secret, Upstream

WISH = ImageRequest(model="pinxit-fake", prompt="a red fox", size=Size(320, 192))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("inner") / "data") as running:
        yield running


def settings(server: RunningServer, **fields: Any) -> Upstream:
    usual: dict[str, Any] = {"url": server.url, "key": Secret(server.key), "timeout": 20.0}
    return Upstream("inner", "openai", **usual | fields)


def draw(told: Upstream, *requests: ImageRequest) -> list[list[Drawn]]:
    async def collect() -> list[list[Drawn]]:
        engine = OpenAIEngine(told)
        found = []
        for request in requests:
            async with aclosing(engine.draw(request)) as events:
                found.append([event async for event in events])
        await engine.close()
        return found

    return asyncio.run(collect())


def test_a_card_comes_through_whole(server: RunningServer) -> None:
    mine = OpenAIEngine(settings(server)).models()
    theirs = FakeEngine().models()
    assert [card.name for card in mine] == [card.name for card in theirs]
    for card, origin in zip(mine, theirs, strict=True):
        assert card == replace(origin, remote=True, aliases=(), formats=card.formats)
        assert set(card.formats) == set(origin.formats)


def test_an_alias_may_be_named_in_the_settings(server: RunningServer) -> None:
    (card,) = OpenAIEngine(settings(server, models=("gpt-image-2",))).models()
    assert card.name == "gpt-image-2"
    assert card.options.keys() == FakeEngine().models()[0].options.keys()


@pytest.mark.parametrize(
    "wish",
    [
        WISH,
        replace(WISH, n=3, seed=41),
        replace(WISH, format=Format.JPEG, quality=Quality.MAX),
        replace(WISH, format=Format.GIF, animation=Animation(3, 100)),
        replace(WISH, format=Format.SVG),
        replace(WISH, background=Background.TRANSPARENT),
        replace(WISH, options=(("steps", 30), ("style", "vivid")), seed=5),
    ],
    ids=["plain", "several", "jpeg", "gif", "svg", "transparent", "options"],
)
def test_pictures_come_through_to_the_byte(server: RunningServer, wish: ImageRequest) -> None:
    (events,) = draw(settings(server), wish)
    found = [event for event in events if isinstance(event, Picture)]
    assert [picture.data for picture in found] == [paint_flat(wish, index).data for index in range(wish.n)]
    assert [picture.transparent for picture in found] == [wish.background is Background.TRANSPARENT] * wish.n
    assert sum(event.output_tokens for event in events if isinstance(event, Usage)) == 1290 * wish.n


def test_unfinished_states_come_through_in_their_order(server: RunningServer) -> None:
    (events,) = draw(settings(server), replace(WISH, partials=3))
    assert [event.step for event in events if isinstance(event, Partial)] == [0, 1, 2]


def test_an_edit_with_a_mask_comes_through(server: RunningServer) -> None:
    source = Source(paint_flat(WISH, 0).data)
    (events,) = draw(settings(server), replace(WISH, sources=(source, source), mask=source, size=None))
    (picture,) = (event for event in events if isinstance(event, Picture))
    assert picture.size == Size(320, 192)
    assert "2 pictures" in picture.description


def test_a_ratio_stays_a_ratio(server: RunningServer) -> None:
    wish = replace(WISH, size=Size(1344, 768), pixels_said=False)
    (events,) = draw(settings(server), wish)
    assert next(event for event in events if isinstance(event, Picture)).size == Size(1344, 768)


@pytest.mark.parametrize(
    ("word", "kind", "reason"),
    [("[block]", Blocked, "safety"), ("[none]", NoPicture, "no_image"), ("[break]", UpstreamFailed, "upstream_failed")],
    ids=["blocked", "none", "broken"],
)
def test_what_it_declines_is_declined_in_the_same_words(
    server: RunningServer, word: str, kind: type[Exception], reason: str
) -> None:
    with pytest.raises(kind) as caught:
        draw(settings(server), replace(WISH, prompt=f"a fox {word}"))
    assert type(caught.value) is kind
    assert reason in {getattr(caught.value, "reason", None), getattr(caught.value, "code", None)}


def test_a_studio_takes_it_like_any_engine(server: RunningServer) -> None:
    async def create() -> Picture:
        engine = OpenAIEngine(settings(server))
        result = await Studio(Catalog([engine])).create(replace(WISH, model="auto", size=Size(100, 100)))
        await engine.close()
        return result.pictures[0]

    assert asyncio.run(create()).size == Size(100, 100)


def test_a_wrong_key_leaves_the_names_of_the_settings(server: RunningServer, caplog: pytest.LogCaptureFixture) -> None:
    told = settings(server, key=Secret("sk-pinxit-canary-0815"), models=("pinxit-fake",))
    (card,) = OpenAIEngine(told).models()
    assert card.name == "pinxit-fake"
    assert not card.options
    assert "0815" not in caplog.text


def test_one_that_is_away_at_the_start_leaves_the_names_of_the_settings() -> None:
    told = Upstream("away", "openai", url="http://127.0.0.1:9", models=("some-model", "gpt-image-2"))
    plain, known = OpenAIEngine(told).models()
    assert (plain.name, plain.partials) == ("some-model", 0)
    assert (known.name, known.partials) == ("gpt-image-2", 3)

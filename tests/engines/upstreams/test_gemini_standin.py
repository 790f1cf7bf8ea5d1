"""GeminiEngine against the stand-in that misbehaves on command: every way has one honest outcome."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from typing import Any, TypeVar

import pytest

from pinxit.core.catalog import Catalog
from pinxit.core.errors import (
    Blocked,
    EngineFailed,
    InvalidRequest,
    NoPicture,
    PinxitError,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import Format, ImageRequest, Missed, Picture, Size, Source, Tier, Usage
from pinxit.core.studio import ImageResult, Studio
from pinxit.engines.upstreams.gemini import GeminiEngine
from pinxit.testing.upstream import WORDS, FakeUpstream, run_upstream
from pinxit.upstreams import Secret, Upstream

_T = TypeVar("_T")


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeUpstream]:
    with run_upstream(key={"main": "key-main", "own": "key-own"}) as running:
        yield running


def _use(upstream: FakeUpstream, work: Callable[[GeminiEngine], Awaitable[_T]], **settings: Any) -> _T:
    usual: dict[str, Any] = {"kind": "gemini", "key": Secret("key-main"), "keys": {"abc": Secret("key-own")}}

    async def run() -> _T:
        engine = GeminiEngine(Upstream("google", url=upstream.url, **{**usual, **settings}))
        try:
            return await work(engine)
        finally:
            await engine.close()

    return asyncio.run(run())


def _ask(**wishes: Any) -> ImageRequest:
    return ImageRequest(**{"model": "gemini-3.1-flash-image", "prompt": "a fox", **wishes})


def _draw(upstream: FakeUpstream, kind: str = "gemini", **wishes: Any) -> ImageResult:
    return _use(upstream, lambda engine: Studio(Catalog([engine])).create(_ask(**wishes)), kind=kind)


def _collect(upstream: FakeUpstream, *, timeout: float = 20.0, **wishes: Any) -> list[Any]:
    """What the engine itself yields: routing tries some things again."""

    async def collect(engine: GeminiEngine) -> list[Any]:
        async with aclosing(engine.draw(_ask(**wishes))) as events:
            return [event async for event in events]

    return _use(upstream, collect, timeout=timeout)


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("400", InvalidRequest),
        ("403", UpstreamDenied),
        ("404", UpstreamFailed),
        ("429 retry=3", UpstreamBusy),
        ("quota", UpstreamDenied),
        ("denied", UpstreamDenied),
        ("invalid no cats", InvalidRequest),
        ("500", UpstreamFailed),
        ("503", UpstreamFailed),
        ("504", UpstreamTimeout),
        ("hang", UpstreamTimeout),
        ("hang body", UpstreamTimeout),
        ("truncate", UpstreamFailed),
        ("close body", UpstreamFailed),
        ("reset request", UpstreamFailed),
        ("reset before", UpstreamFailed),
        ("reset headers", UpstreamFailed),
        ("reset body", UpstreamFailed),
        ("html", UpstreamFailed),
        ("html 200", UpstreamFailed),
        ("html 400", UpstreamFailed),
        ("empty", UpstreamFailed),
        ("empty body", UpstreamFailed),
        ("null", UpstreamFailed),
        ("status 202", UpstreamFailed),
        ("redirect http://127.0.0.1:9/", UpstreamFailed),
        ("huge 200", UpstreamFailed),
        ("garbage", UpstreamFailed),
        ("broken picture", UpstreamFailed),
        ("words", NoPicture),
        ("late 503", UpstreamFailed),
        ("late 429", UpstreamBusy),
        ("finish NO_IMAGE", NoPicture),
        ("finish IMAGE_SAFETY", Blocked),
        ("finish OTHER", Blocked),
        ("finish MALFORMED_RESPONSE", UpstreamFailed),
        ("finish PUP_LIMITED_DISABLED", UpstreamDenied),
        ("block PROHIBITED_CONTENT", Blocked),
    ],
)
def test_what_goes_wrong_is_told_as_what_it_is(upstream: FakeUpstream, way: str, kind: type[PinxitError]) -> None:
    upstream.clear()
    upstream.always(way)
    with pytest.raises(PinxitError) as caught:
        _collect(upstream, timeout=0.4 if "hang" in way else 20.0)
    assert type(caught.value) is kind
    if isinstance(caught.value, EngineFailed):
        assert getattr(caught.value, "undone", False) == (way == "503")
    assert "key-main" not in caught.value.message
    assert len(caught.value.message) < 600


_GOOD = [
    *("slow 0.05", "drip 0.1", "text/plain", "gzip", "mistyped", "data-url", "urlsafe"),
    *("duplicate", "twice", "hang up", "extra", "no usage", "thoughts"),
]


@pytest.mark.parametrize("way", _GOOD)
def test_what_can_be_understood_is_a_picture_all_the_same(upstream: FakeUpstream, way: str) -> None:
    upstream.clear()
    upstream.always(way)
    result = _draw(upstream, format_said=False)
    (picture,) = result.pictures
    assert picture.size == Size(1024, 1024)
    assert picture.format is (Format.PNG if way == "mistyped" else Format.JPEG)
    assert picture.text is not None
    assert result.usage.output_image_tokens >= 1120


def test_every_way_that_the_stand_in_has_is_tried_here() -> None:
    mine = {word.name for word in WORDS if not word.upstreams or "gemini" in word.upstreams}
    marks = test_what_goes_wrong_is_told_as_what_it_is.pytestmark  # type: ignore[attr-defined]
    tried = " | ".join([*(way for way, _ in marks[0].args[1]), *_GOOD])
    streams_only = {"cut"}
    assert not [name for name in mine - streams_only if name not in tried]


@pytest.mark.parametrize("model", ["gemini-2.5-flash-image", "gemini-3-pro-image", "gemini-nano-banana-2.1"])
def test_every_size_of_a_card_comes_as_it_was_asked_for(upstream: FakeUpstream, model: str) -> None:
    upstream.clear()
    card = next(one for one in GeminiEngine(Upstream("g", "gemini", key=Secret("k"))).models() if one.name == model)
    for size in card.sizes.table[:14]:
        (picture,) = _draw(upstream, model=model, size=size, format_said=False).pictures
        assert (picture.size, picture.native) == (size, None)
        assert picture.text is not None  # not touched


def test_tokens_are_those_that_the_service_counts(upstream: FakeUpstream) -> None:
    upstream.clear()
    two = _draw(upstream, n=2, tier=Tier.TWO)
    assert two.usage.output_image_tokens == 2 * 1680
    assert two.usage.output_text_tokens > 0
    assert two.pictures[0].size == Size(2048, 2048)


def test_an_account_of_its_own_is_used(upstream: FakeUpstream) -> None:
    upstream.clear()
    _draw(upstream)
    _draw(upstream, payer="abc")
    assert [call.account for call in upstream.calls] == ["main", "own"]


def test_vertex_is_asked_in_its_own_manner(upstream: FakeUpstream) -> None:
    upstream.clear()
    _draw(upstream, kind="vertex", user="Jane", options=(("moderation", "low"),))
    (call,) = upstream.calls
    assert call.path == "/v1/publishers/google/models/gemini-3.1-flash-image:generateContent"
    assert set(call.body["labels"]) == {"user"}


def test_a_picture_is_changed_further_by_the_model_that_signed_it(upstream: FakeUpstream) -> None:
    upstream.clear()

    async def change(engine: GeminiEngine) -> list[Any]:
        model = "gemini-3-pro-image"
        first = await _make(engine, _ask(model=model, format_said=False))
        await _make(engine, _ask(model=model, prompt="make it red", sources=(Source(first.data),)))
        return [call.body["contents"] for call in upstream.calls]

    _, contents = _use(upstream, change)
    assert [turn["role"] for turn in contents] == ["model", "user"]


async def _make(engine: GeminiEngine, request: ImageRequest) -> Picture:
    async with aclosing(engine.draw(request)) as events:
        return [event async for event in events if isinstance(event, Picture)][-1]


def test_only_what_was_delivered_is_charged(upstream: FakeUpstream) -> None:
    upstream.clear()
    upstream.next("503", None, "finish IMAGE_SAFETY", "reset body")
    events = _collect(upstream, n=4)
    told = [event for event in events if isinstance(event, Usage)]
    assert [usage.output_image_tokens for usage in told] == [1120]
    assert sum(isinstance(event, Picture) for event in events) == 1
    assert {type(event.error) for event in events if isinstance(event, Missed)} == {UpstreamFailed, Blocked}

"""GeminiEngine against a service on a real socket: what it asks, and what it makes of each answer."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import Any, TypeVar

import pytest
from PIL import Image

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Engine
from pinxit.core.errors import (
    Blocked,
    InvalidRequest,
    NoPicture,
    PinxitError,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import Format, ImageRequest, Missed, Partial, Picture, Quality, Size, Source, Usage
from pinxit.core.studio import ImageResult, Studio
from pinxit.dialects.gemini.asking import make_shapes
from pinxit.engines.upstreams.gemini import GeminiEngine
from pinxit.testing import EngineContract
from pinxit.upstreams import Secret
from scripted_google import (
    USAGE,
    Asked,
    Said,
    ScriptedGoogle,
    answer,
    collect,
    make_picture,
    point_to,
    refuse,
    show,
)

_T = TypeVar("_T")
_Use = Callable[[GeminiEngine, ScriptedGoogle], Awaitable[_T]]


def _run(use: _Use[_T], *answers: Any, **fields: Any) -> _T:
    async def run() -> _T:
        async with ScriptedGoogle(*(answers or (answer(),))).running() as service:
            engine = GeminiEngine(point_to(service, **fields))
            try:
                async with asyncio.timeout(20):
                    return await use(engine, service)
            finally:
                await engine.close()

    return asyncio.run(run())


def _draw(*answers: Any, **wishes: Any) -> list[Any]:
    return _run(lambda engine, _: collect(engine, **wishes), *answers)


def _picture(*answers: Any, **wishes: Any) -> Picture:
    return next(event for event in _draw(*answers, **wishes) if isinstance(event, Picture))


def _studio(*answers: Any, fields: dict[str, Any] | None = None, **wishes: Any) -> ImageResult:
    async def use(engine: GeminiEngine, _: ScriptedGoogle) -> ImageResult:
        request = ImageRequest(**{"model": engine.models()[0].name, "prompt": "a fox", **wishes})
        return await Studio(Catalog([engine])).create(request)

    return _run(use, *answers, **(fields or {}))


def _echo(asked: Asked) -> Said:
    """A picture in the size that was asked for, by the table of the model asked."""
    image = asked.content.get("generationConfig", {}).get("imageConfig", {})
    table = {place: size for size, place in make_shapes().table.items()}
    size = table.get((image.get("aspectRatio", "1:1"), None), Size(1024, 1024))
    return answer({"text": "A square."}, show(make_picture((size.width, size.height))))


class _OnTheWire(GeminiEngine):
    """The engine with its service: both live in one event loop."""

    def __init__(self) -> None:
        self._service = ScriptedGoogle(_echo)
        self._running = self._service.running()

    async def draw(self, request: ImageRequest) -> Any:
        if not self._service.port:
            await self._running.__aenter__()
            super().__init__(point_to(self._service))
        async with aclosing(super().draw(request)) as events:
            async for event in events:
                yield event

    def models(self) -> Any:
        return GeminiEngine(point_to(ScriptedGoogle())).models()

    async def close(self) -> None:
        if self._service.port:
            await super().close()
            await self._running.__aexit__(None, None, None)


class TestGeminiKeepsTheContract(EngineContract):
    size = Size(1344, 768)

    def make_engine(self) -> Engine:
        return _OnTheWire()


def test_a_picture_comes_with_its_base64_words_and_tokens() -> None:
    data = make_picture()
    events = _draw(answer({"text": "A blue square."}, show(data)))
    assert events[0] == Usage(12, 0, 1303, 13)
    picture = events[1]
    assert (picture.data, picture.size, picture.format) == (data, Size(1024, 1024), Format.PNG)
    assert picture.text == show(data)["inlineData"]["data"].encode()
    assert picture.description == "A blue square."


def test_without_words_the_prompt_describes_the_picture() -> None:
    assert _picture(answer(show(make_picture()))).description == "a fox"


def test_it_asks_the_model_by_its_name_with_the_key_in_a_header_only() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> Asked:
        await collect(engine)
        return service.asked[0]

    asked = _run(use)
    assert asked.path == "/v1beta/models/gemini-2.5-flash-image:generateContent"
    assert asked.headers["x-goog-api-key"] == "AIza-canary-1"
    assert b"canary" not in asked.body
    assert "canary" not in asked.path


def test_each_picture_is_a_call_of_its_own_and_all_run_at_the_same_time() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> tuple[int, list[Any]]:
        met = asyncio.Event()

        async def wait_for_all(asked: Asked) -> Said:
            if len(service.asked) == 10:
                met.set()
            await met.wait()
            return answer()

        service.answers = [wait_for_all]
        return len(service.asked), await collect(engine, n=10)

    events = _run(use)[1]
    assert sorted(event.index for event in events if isinstance(event, Picture)) == list(range(10))
    assert sum(isinstance(event, Usage) for event in events) == 10


def test_each_picture_of_a_request_has_a_seed_of_its_own() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> tuple[set[int], set[int]]:
        made = [event.seed for event in await collect(engine, n=3, seed=2**31 - 1) if isinstance(event, Picture)]
        return set(made), {asked.content["generationConfig"]["seed"] for asked in service.asked}

    made, asked = _run(use)
    assert made == {2**31 - 1, 2**31, 2**31 + 1}
    assert asked == {2**31 - 1, -(2**31), -(2**31) + 1}  # signed numbers of 32 bits


def test_what_failed_is_missed_where_others_were_made_and_only_those_made_count() -> None:
    turns = [answer(), refuse(503, "UNAVAILABLE"), answer(), answer()]
    result = _studio(*turns, n=3)
    assert (len(result.pictures), result.missed) == (2, 1)
    assert result.usage == Usage(24, 0, 2606, 26)


def test_a_missed_picture_says_why() -> None:
    missed = [event for event in _draw(refuse(503, "UNAVAILABLE"), answer(), n=2) if isinstance(event, Missed)]
    assert len(missed) == 1
    assert isinstance(missed[0].error, UpstreamFailed)
    assert missed[0].error.undone


def test_where_all_fail_the_error_that_forbids_to_ask_elsewhere_is_raised() -> None:
    def say(asked: Asked) -> Said:
        third = asked.content["generationConfig"]["seed"] == 7
        return refuse(400, "INVALID_ARGUMENT", "The third.") if third else refuse(500, "INTERNAL")

    with pytest.raises(InvalidRequest, match="The third"):
        _draw(say, n=4, seed=5)


def test_closing_the_generator_cancels_every_call() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> tuple[int, set[Any]]:
        all_there = asyncio.Event()

        async def say(asked: Asked) -> Said:
            if service.open == 3:
                all_there.set()
            if asked.content["generationConfig"]["seed"] > 0:
                await asyncio.Event().wait()
            await all_there.wait()
            return answer()

        service.answers = [say]
        request = ImageRequest(model="gemini-2.5-flash-image", prompt="a fox", n=3, seed=0)
        before = asyncio.all_tasks()
        async with aclosing(engine.draw(request)) as events:
            async for _ in events:
                break
            at_work = _find_answering(before)
        return len(at_work), _find_answering(before)

    assert _run(use) == (2, set())


def _find_answering(before: set[Any]) -> set[Any]:
    return {task for task in asyncio.all_tasks() - before if "_run" in repr(task.get_coro())}


def test_an_answer_without_a_picture_is_asked_for_once_more() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> tuple[int, list[Any]]:
        return len(service.asked), await collect(engine)

    none = Said({"candidates": [{"finishReason": "NO_IMAGE", "index": 0}]})
    assert isinstance(_draw(none, answer())[-1], Picture)
    with pytest.raises(NoPicture):
        _draw(none, none, answer())


@pytest.mark.parametrize("word", ["IMAGE_SAFETY", "MAX_TOKENS", "MALFORMED_RESPONSE"])
def test_nothing_else_is_asked_again(word: str) -> None:
    with pytest.raises(PinxitError):
        _draw(Said({"candidates": [{"finishReason": word}]}), answer())


_INFO = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "googleapis.com"}
_RETRY = {"@type": "type.googleapis.com/google.rpc.RetryInfo"}


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        (refuse(400, "INVALID_ARGUMENT", "Unsupported MIME type."), InvalidRequest, None),
        (refuse(400, "INVALID_ARGUMENT", "Bad.", {**_INFO, "reason": "API_KEY_INVALID"}), UpstreamDenied, None),
        (refuse(400, "INVALID_ARGUMENT", "API key expired. Renew it."), UpstreamDenied, None),
        (refuse(400, "FAILED_PRECONDITION", "User location is not supported."), UpstreamDenied, None),
        (Said(status=400, body=b"<html>Bad request</html>"), UpstreamFailed, "upstream_garbled"),
        (refuse(401, "UNAUTHENTICATED"), UpstreamDenied, "upstream_denied"),
        (refuse(403, "PERMISSION_DENIED"), UpstreamDenied, "upstream_denied"),
        (refuse(404, "NOT_FOUND"), UpstreamFailed, "upstream_model_missing"),
        (refuse(408, "DEADLINE_EXCEEDED"), UpstreamTimeout, None),
        (refuse(504, "DEADLINE_EXCEEDED"), UpstreamTimeout, None),
        (refuse(429, "RESOURCE_EXHAUSTED"), UpstreamBusy, None),
        (refuse(500, "INTERNAL"), UpstreamFailed, "upstream_failed"),
        (refuse(503, "UNAVAILABLE"), UpstreamFailed, "upstream_failed"),
        (Said(status=307, headers={"location": "http://127.0.0.1:1/"}), UpstreamFailed, "upstream_moved"),
        (Said({"error": {"code": 429, "message": "Slowly.", "status": "RESOURCE_EXHAUSTED"}}), UpstreamBusy, None),
        (Said({"error": {"code": "?", "message": 5}}), UpstreamFailed, "upstream_failed"),
        (Said(content={}, status=202), UpstreamFailed, "upstream_failed"),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Said) else None,
)
def test_a_refusal_becomes_an_honest_error(said: Said, kind: type[PinxitError], code: str | None) -> None:
    with pytest.raises(PinxitError) as caught:
        _draw(said)
    assert type(caught.value) is kind
    if code is not None:
        assert caught.value.code == code
    if isinstance(caught.value, UpstreamFailed):
        assert caught.value.undone == (said.status == 503)


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        (refuse(429, "RESOURCE_EXHAUSTED", "Wait.", {**_RETRY, "retryDelay": "12s"}), 12.0),
        (refuse(429, "RESOURCE_EXHAUSTED", "Wait.", {**_RETRY, "retryDelay": "0.75s"}), 0.75),
        (refuse(429, "RESOURCE_EXHAUSTED", "Wait.", {**_RETRY, "retryDelay": {"seconds": 3}}), 5.0),
        (Said({"error": {}}, 429, headers={"retry-after": "7"}), 7.0),
        (Said(body=b"slow down", status=429), 5.0),
    ],
    ids=["whole", "fraction", "another form", "header", "nothing"],
)
def test_a_busy_service_says_when_to_come_back(said: Said, wait: float) -> None:
    with pytest.raises(UpstreamBusy) as caught:
        _draw(said)
    assert caught.value.retry_after == wait


def test_a_refused_key_is_an_alarm_for_the_operator_once_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> None:
        for _ in range(3):
            with pytest.raises(UpstreamDenied) as caught:
                await collect(engine)
            assert "operator" in caught.value.message

    denied = refuse(403, "PERMISSION_DENIED", "Project 1234 of AIza-canary-1 is not allowed.")
    _run(use, denied)
    lines = [record for record in caplog.records if record.levelname == "ERROR"]
    assert len(lines) == 1
    assert "google refuses our key" in lines[0].getMessage()
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    "said",
    [
        refuse(400, "INVALID_ARGUMENT", "You sent AIza-canary-1 along."),
        answer(finishReason="IMAGE_SAFETY", finishMessage="Not with AIza-canary-1."),
        Said({"promptFeedback": {"blockReason": "SAFETY", "blockReasonMessage": "AIza-canary-1"}}),
        Said({"candidates": [{"content": {"parts": [{"text": "AIza-canary-1?"}]}, "finishReason": "MAX_TOKENS"}]}),
    ],
    ids=["error", "candidate", "prompt", "words"],
)
def test_a_service_that_repeats_our_key_tells_it_nobody(said: Said) -> None:
    with pytest.raises(InvalidRequest) as caught:
        _draw(said)
    assert "canary" not in str(caught.value) + caught.value.message
    assert "[key]" in caught.value.message


def test_callers_with_an_account_of_their_own_pay_with_that() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> list[str]:
        for payer in ("abc", "def", ""):
            await collect(engine, payer=payer)
        return [asked.headers["x-goog-api-key"] for asked in service.asked]

    assert _run(use, keys={"abc": Secret("AIza-abc")}) == ["AIza-abc", "AIza-canary-1", "AIza-canary-1"]


def test_a_jpeg_stays_as_it_came_byte_for_byte_unless_another_format_was_named() -> None:
    photo = make_picture(kind="JPEG", comment=b"signed by somebody")
    said = answer(show(photo, "image/jpeg"))
    plain = _picture(said, format_said=False)
    assert (plain.data, plain.format) == (photo, Format.JPEG)
    assert plain.text == show(photo)["inlineData"]["data"].encode()
    assert _picture(said, format=Format.JPEG).data == photo
    named = _picture(said, format=Format.PNG)
    assert (named.format, named.text) == (Format.PNG, None)
    with Image.open(io.BytesIO(named.data)) as image:
        assert (image.format, image.size) == ("PNG", (1024, 1024))


def test_whoever_asks_for_a_smaller_file_gets_one() -> None:
    photo = make_picture(kind="JPEG", quality=98)
    made = _picture(answer(show(photo)), format=Format.JPEG, compression=10)
    assert made.format is Format.JPEG
    assert len(made.data) < len(photo)
    assert made.text is None


def test_the_bytes_decide_what_a_picture_is_and_how_large() -> None:
    made = _picture(answer(show(make_picture((800, 600), "WEBP"), "image/png")), format_said=False)
    assert (made.format, made.size) == (Format.WEBP, Size(800, 600))


@pytest.mark.parametrize(
    ("wishes", "size"),
    [
        ({}, Size(1376, 768)),
        ({"size": Size(1344, 768), "pixels_said": False, "model": "gemini-3.1-flash-image"}, Size(1376, 768)),
        ({"size": Size(1344, 768), "pixels_said": False}, Size(1344, 768)),
        ({"size": Size(1344, 768)}, Size(1344, 768)),
        ({"size": Size(1024, 1024), "pixels_said": False}, Size(1024, 1024)),
    ],
    ids=["nothing", "a ratio", "a ratio of a model with other pixels", "pixels", "another ratio"],
)
def test_a_picture_is_fitted_only_to_pixels_that_were_named(wishes: dict[str, Any], size: Size) -> None:
    data = make_picture((1376, 768))
    picture = _studio(answer(show(data)), **wishes).pictures[0]
    assert picture.size == size
    assert (picture.data == data) == (size == Size(1376, 768))


def test_interim_pictures_are_shown_where_they_are_wanted_and_never_taken_for_the_last_one() -> None:
    first, second, last = (make_picture(shade=shade) for shade in (1, 2, 3))
    said = answer(
        {"text": "Hm.", "thought": True},
        show(first, thought=True),
        show(second, thought=True),
        show(second, thought=True),
        show(last, thought=True),
        show(last, thoughtSignature="c2ln"),
    )
    model = "gemini-3-pro-image"
    events = _draw(said, model=model, partials=2)
    assert [event.data for event in events if isinstance(event, Partial)] == [first, second]
    assert [event.step for event in events if isinstance(event, Partial)] == [0, 1]
    assert [event.data for event in events if isinstance(event, Picture)] == [last]
    assert not [event for event in _draw(said, model=model) if isinstance(event, Partial)]


def test_a_signature_is_found_again_by_the_picture_alone() -> None:
    data = make_picture()

    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> list[Any]:
        await collect(engine, model="gemini-3-pro-image")
        again = [Source(data), Source(make_picture(shade=7))]
        for model in ("gemini-3-pro-image", "gemini-3.1-flash-image", "gemini-2.5-flash-image"):
            await collect(engine, model=model, sources=tuple(again))
        return [asked.content["contents"] for asked in service.asked[1:]]

    pro, *others = _run(use, answer(show(data, thoughtSignature="c2lnbmVk")))
    assert [turn["role"] for turn in pro] == ["model", "user"]
    assert pro[0]["parts"][0]["thoughtSignature"] == "c2lnbmVk"
    assert len(pro[1]["parts"]) == 2
    for contents in others:  # another model's signature means nothing to them
        assert [turn["role"] for turn in contents] == ["user"]
        assert "thoughtSignature" not in str(contents)


def test_without_believable_tokens_they_are_counted_by_our_own_rules() -> None:
    for usage in (None, {"candidatesTokenCount": -5}, {"promptTokenCount": 10**30}, "many"):
        assert _studio(answer(usage=usage)).usage == Usage(2, 0, 1290)


def test_a_timeout_is_told_as_one() -> None:
    async def never(asked: Asked) -> Said:
        await asyncio.Event().wait()
        raise AssertionError

    with pytest.raises(UpstreamTimeout, match=r"google did not answer within 0\.3 seconds"):
        _run(lambda engine, _: collect(engine), never, timeout=0.3)


def test_a_service_that_is_not_there_did_nothing() -> None:
    async def use() -> None:
        engine = GeminiEngine(point_to(ScriptedGoogle(), url="http://127.0.0.1:9"))
        try:
            await collect(engine)
        finally:
            await engine.close()

    with pytest.raises(UpstreamFailed) as caught:
        asyncio.run(use())
    assert caught.value.undone
    assert caught.value.code == "upstream_unreachable"


def test_quality_changes_nothing_that_costs_more() -> None:
    async def use(engine: GeminiEngine, service: ScriptedGoogle) -> set[bytes]:
        for quality in (Quality.LOW, Quality.MEDIUM, Quality.HIGH):
            await collect(engine, quality=quality, model="gemini-3-pro-image")
        return {asked.body for asked in service.asked}

    assert len(_run(use)) == 1


def test_a_declined_wish_says_at_which_stage() -> None:
    with pytest.raises(Blocked) as before:
        _draw(Said({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": USAGE}))
    with pytest.raises(Blocked) as after:
        _draw(Said({"candidates": [{"finishReason": "IMAGE_RECITATION"}]}))
    assert (before.value.reason, before.value.stage) == ("prohibited_content", "input")
    assert (after.value.reason, after.value.stage) == ("image_recitation", "output")

"""OpenAI's API as an upstream, against the stand-in on a real socket."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest
from openai.types import ImageGenerateParams
from PIL import Image
from pydantic import TypeAdapter

from pinxit.core.engine import Drawn
from pinxit.core.errors import (
    Blocked,
    InvalidRequest,
    NoPicture,
    PinxitError,
    Unsupported,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import (
    Background,
    Format,
    ImageRequest,
    Missed,
    Partial,
    Picture,
    Quality,
    Size,
    Source,
    Usage,
)
from pinxit.engines.upstreams.openai import OpenAIEngine
from pinxit.testing import EngineContract
from pinxit.testing.upstream import FakeUpstream, Rules, run_upstream
from pinxit.upstreams import Secret, Upstream

KEY = "canary-7f3a9c-of-the-operator"
BASIC = ImageRequest(model="gpt-image-1.5", prompt="a red fox", size=Size(1024, 1024), format_said=False)


@pytest.fixture(scope="module")
def server() -> Iterator[FakeUpstream]:
    rules = Rules(models=("flux-peer",))
    with run_upstream(key={"main": KEY, "hers": "canary-of-one-caller"}, rules=rules) as upstream:
        yield upstream


@pytest.fixture
def upstream(server: FakeUpstream) -> FakeUpstream:
    server.clear()
    return server


def settings(upstream: FakeUpstream, **fields: Any) -> Upstream:
    names = ("gpt-image-1.5", "gpt-image-2", "gpt-image-2.5-flare", "flux-peer")
    usual: dict[str, Any] = {"url": f"{upstream.url}/v1", "key": Secret(KEY), "models": names, "timeout": 5.0}
    return Upstream("paint", "openai", **usual | fields)


def draw(told: Upstream, request: ImageRequest) -> list[Drawn]:
    async def collect() -> list[Drawn]:
        engine = OpenAIEngine(told)
        try:
            async with aclosing(engine.draw(request)) as events:
                return [event async for event in events]
        finally:
            await engine.close()

    return asyncio.run(collect())


async def exhaust(engine: OpenAIEngine) -> None:
    async with aclosing(engine.draw(BASIC)) as events:
        async for _ in events:
            pass


def pictures(events: list[Drawn]) -> list[Picture]:
    return [event for event in events if isinstance(event, Picture)]


def asked(upstream: FakeUpstream) -> list[Any]:
    return [call for call in upstream.calls if call.method == "POST"]


def make_file(kind: str, mode: str = "RGB", size: tuple[int, int] = (320, 240)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def test_a_quality_that_was_not_named_is_left_to_the_service(upstream: FakeUpstream) -> None:
    pictures(draw(settings(upstream), replace(BASIC, quality_said=False)))
    pictures(draw(settings(upstream), BASIC))
    bodies = [call.body for call in asked(upstream)]
    assert [body.get("quality") for body in bodies] == [None, "high"]


def test_a_picture_comes_with_its_base64_and_the_tokens_that_were_told(upstream: FakeUpstream) -> None:
    events = draw(settings(upstream), BASIC)
    (picture,) = pictures(events)
    assert picture.size == Size(1024, 1024)
    assert picture.text is not None
    assert next(event for event in events if isinstance(event, Usage)).output_tokens == 4160


def test_a_body_holds_only_what_official_clients_know_and_the_model_takes(upstream: FakeUpstream) -> None:
    wish = replace(
        BASIC,
        format=Format.WEBP,
        format_said=True,
        compression=60,
        user="ada@example.org",
        quality=Quality.LOW,
        n=2,
        seed=7,
        options=(("moderation", "low"),),
        background=Background.TRANSPARENT,
    )
    draw(settings(upstream), wish)
    (call,) = asked(upstream)
    TypeAdapter(ImageGenerateParams).validate_python(call.body, strict=True)
    assert call.body == {
        "model": "gpt-image-1.5",
        "prompt": "a red fox",
        "n": 2,
        "size": "1024x1024",
        "quality": "low",
        "background": "transparent",
        "output_format": "webp",
        "output_compression": 60,
        "moderation": "low",
        "user": call.body["user"],
    }
    assert "ada" not in call.body["user"]


def test_a_peer_is_asked_for_base64_and_once_for_each_picture_with_its_own_seed(upstream: FakeUpstream) -> None:
    drawn = pictures(draw(settings(upstream), replace(BASIC, model="flux-peer", n=3, seed=40, quality=Quality.LOW)))
    bodies = [call.body for call in asked(upstream)]
    assert sorted(body["seed"] for body in bodies) == [40, 41, 42]
    assert all(body["response_format"] == "b64_json" and "quality" not in body for body in bodies)
    assert sorted(picture.index for picture in drawn) == [0, 1, 2]


def test_several_pictures_are_one_request_where_the_model_makes_several(upstream: FakeUpstream) -> None:
    drawn = pictures(draw(settings(upstream), replace(BASIC, n=4)))
    assert [picture.index for picture in drawn] == [0, 1, 2, 3]
    assert [call.body["n"] for call in asked(upstream)] == [4]


def test_a_size_that_the_model_refuses_is_asked_for_as_the_nearest_that_it_takes(upstream: FakeUpstream) -> None:
    (picture,) = pictures(draw(settings(upstream), replace(BASIC, model="gpt-image-2", size=Size(1536, 192))))
    assert picture.size == Size(1536, 512)


def test_unfinished_states_are_passed_on_as_they_come(upstream: FakeUpstream) -> None:
    events = draw(settings(upstream), replace(BASIC, partials=2, n=2))
    shown = [(event.index, event.step) for event in events if isinstance(event, Partial)]
    assert sorted(shown) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert isinstance(events[0], Partial)
    assert [picture.index for picture in pictures(events)] == [0, 1]
    assert asked(upstream)[0].body["stream"] is True


def test_an_edit_sends_files_as_official_clients_do(upstream: FakeUpstream) -> None:
    sources = (Source(make_file("PNG")), Source(make_file("GIF")))
    mask = Source(make_file("WEBP", "RGBA"), "mask")
    draw(settings(upstream), replace(BASIC, sources=sources, mask=mask))
    (call,) = asked(upstream)
    files = [(name, part.data[:4]) for name, part in call.body if not isinstance(part, str)]
    png = b"\x89PNG"
    assert files == [("image[]", png), ("image[]", png), ("mask", png)]


def test_a_payer_with_an_account_of_their_own_is_asked_for_with_it(upstream: FakeUpstream) -> None:
    told = settings(upstream, keys={"pnx_hers": Secret("canary-of-one-caller")})
    draw(told, replace(BASIC, payer="pnx_hers"))
    draw(told, BASIC)
    assert [call.account for call in asked(upstream)] == ["hers", "main"]


def test_azure_names_the_deployment_in_its_path_and_the_key_in_its_own_header(upstream: FakeUpstream) -> None:
    told = Upstream("azure", "azure", url=upstream.url, key=Secret(KEY), models=("gpt-image-2",), timeout=5.0)
    assert pictures(draw(told, replace(BASIC, model="gpt-image-2")))
    (call,) = asked(upstream)
    assert call.path.startswith("/openai/deployments/gpt-image-2/images/generations")
    assert call.account == "main"
    assert "authorization" not in call.headers


@pytest.mark.parametrize(
    ("word", "kind", "code"),
    [
        ("429 retry=7", UpstreamBusy, None),
        ("quota", UpstreamDenied, "upstream_quota"),
        ("402", UpstreamDenied, "upstream_quota"),
        ("denied", UpstreamDenied, "upstream_denied"),
        ("403", UpstreamDenied, "upstream_denied"),
        ("404", UpstreamFailed, "upstream_model_missing"),
        ("408", UpstreamTimeout, None),
        ("409", UpstreamFailed, "upstream_failed"),
        ("500", UpstreamFailed, "upstream_failed"),
        ("503", UpstreamFailed, "upstream_failed"),
        ("504", UpstreamTimeout, None),
        ("524", UpstreamTimeout, None),
        ("html", UpstreamFailed, "upstream_failed"),
        ("html 200", UpstreamFailed, "upstream_nonsense"),
        ("redirect http://127.0.0.1:9/", UpstreamFailed, "upstream_moved"),
        ("invalid No such size.", InvalidRequest, "invalid_value"),
        ("block output", Blocked, None),
        ("empty", NoPicture, None),
        ("empty body", UpstreamFailed, "upstream_nonsense"),
        ("null", UpstreamFailed, "upstream_nonsense"),
        ("truncate", UpstreamFailed, "upstream_nonsense"),
        ("garbage", UpstreamFailed, "upstream_bad_picture"),
        ("broken picture", UpstreamFailed, "upstream_bad_picture"),
        ("reset before", UpstreamFailed, "upstream_hung_up"),
        ("reset headers", UpstreamFailed, "upstream_hung_up"),
        ("reset body", UpstreamFailed, "upstream_hung_up"),
        ("close body", UpstreamFailed, "upstream_hung_up"),
        ("late 429", UpstreamBusy, None),
        ("late 500", UpstreamFailed, "upstream_failed"),
    ],
)
@pytest.mark.parametrize("partials", [0, 1], ids=["whole", "stream"])
def test_what_goes_wrong_there_is_told_honestly(
    upstream: FakeUpstream, word: str, kind: type[PinxitError], code: str | None, partials: int
) -> None:
    if partials and word in {"truncate", "empty", "empty body", "null", "html 200"}:
        pytest.skip("of whole answers")
    upstream.always(word)
    with pytest.raises(kind) as caught:
        draw(settings(upstream), replace(BASIC, partials=partials))
    assert type(caught.value) is kind
    assert caught.value.code == code
    assert "paint" in str(caught.value) or isinstance(caught.value, Blocked)
    assert "canary" not in str(caught.value)


def test_a_busy_service_says_when_to_come_back(upstream: FakeUpstream) -> None:
    upstream.always("429 retry=7")
    with pytest.raises(UpstreamBusy) as caught:
        draw(settings(upstream), BASIC)
    assert caught.value.retry_after == 7


def test_moderation_says_where_and_why(upstream: FakeUpstream) -> None:
    upstream.always("block output")
    with pytest.raises(Blocked) as caught:
        draw(settings(upstream), BASIC)
    assert (caught.value.reason, caught.value.stage) == ("sexual", "output")


@pytest.mark.parametrize("word", ["503", "529"])
def test_an_overloaded_service_has_surely_done_nothing(upstream: FakeUpstream, word: str) -> None:
    upstream.always(word)
    with pytest.raises(UpstreamFailed) as caught:
        draw(settings(upstream), BASIC)
    assert caught.value.undone


def test_a_service_that_nobody_runs_has_surely_done_nothing(upstream: FakeUpstream) -> None:
    with pytest.raises(UpstreamFailed) as caught:
        draw(settings(upstream, url="http://127.0.0.1:9/v1"), BASIC)
    assert caught.value.undone
    assert caught.value.code == "upstream_unreachable"


def test_a_slow_service_is_left_after_its_time(upstream: FakeUpstream) -> None:
    upstream.always("hang")
    with pytest.raises(UpstreamTimeout):
        draw(settings(upstream, timeout=0.3), BASIC)


@pytest.mark.parametrize("word", ["data-url", "urlsafe", "gzip", "text/plain", "extra", "twice", "status 202", "url"])
def test_small_oddities_are_no_matter(upstream: FakeUpstream, word: str) -> None:
    upstream.always(word)
    (picture,) = pictures(draw(settings(upstream), BASIC))
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
        assert image.size == (1024, 1024)


@pytest.mark.parametrize("word", ["ping", "extra", "data-url"])
def test_small_oddities_of_a_stream_are_no_matter(upstream: FakeUpstream, word: str) -> None:
    upstream.always(word)
    assert len(pictures(draw(settings(upstream), replace(BASIC, partials=1)))) == 1


def test_a_stream_that_ends_too_early_is_a_failure(upstream: FakeUpstream) -> None:
    upstream.always("cut")
    with pytest.raises(UpstreamFailed, match="before it was done"):
        draw(settings(upstream), replace(BASIC, partials=1))


def test_pictures_that_are_too_few_are_missed_and_the_others_delivered(upstream: FakeUpstream) -> None:
    upstream.always("few")
    events = draw(settings(upstream), replace(BASIC, n=3))
    assert len(pictures(events)) == 2
    assert [event.index for event in events if isinstance(event, Missed)] == [2]


def test_one_failure_of_several_requests_is_missed_and_the_others_delivered(upstream: FakeUpstream) -> None:
    upstream.next("500")
    events = draw(settings(upstream), replace(BASIC, model="flux-peer", n=3))
    assert len(pictures(events)) == 2
    assert len([event for event in events if isinstance(event, Missed)]) == 1


def test_without_usage_none_is_told(upstream: FakeUpstream) -> None:
    upstream.always("no usage")
    assert not [event for event in draw(settings(upstream), BASIC) if isinstance(event, Usage)]


def test_tokens_that_only_some_requests_told_are_counted_for_the_others(upstream: FakeUpstream) -> None:
    upstream.next("no usage")
    events = draw(settings(upstream), replace(BASIC, model="flux-peer", n=2))
    assert len([event for event in events if isinstance(event, Usage)]) == 2


def test_another_format_is_made_only_where_one_was_asked_for(upstream: FakeUpstream) -> None:
    upstream.always("mistyped")
    (kept,) = pictures(draw(settings(upstream), BASIC))
    (made,) = pictures(draw(settings(upstream), replace(BASIC, format_said=True)))
    assert (kept.format, made.format) == (Format.JPEG, Format.PNG)
    assert made.text is None
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.format == "PNG"


def test_the_operator_hears_of_a_refused_key_once_a_minute_and_nobody_reads_it(
    upstream: FakeUpstream, caplog: pytest.LogCaptureFixture
) -> None:
    told = settings(upstream, key=Secret("sk-wrong-canary-4711"))

    async def twice() -> None:
        engine = OpenAIEngine(told)
        for _ in range(2):
            with pytest.raises(UpstreamDenied) as caught:
                await exhaust(engine)
            assert "4711" not in str(caught.value)
        await engine.close()

    with caplog.at_level(logging.DEBUG):
        asyncio.run(twice())
    alarms = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(alarms) == 1
    assert "paint" in alarms[0].getMessage()
    assert "4711" not in caplog.text


def test_a_service_without_edits_is_told_from_one_without_the_model(upstream: FakeUpstream) -> None:
    upstream.always("404")
    with pytest.raises(Unsupported, match="cannot work from pictures") as caught:
        draw(settings(upstream), replace(BASIC, sources=(Source(make_file("PNG")),)))
    assert caught.value.param == "image"


def test_a_picture_at_another_host_is_not_fetched(upstream: FakeUpstream) -> None:
    upstream.always("url")
    told = settings(upstream, url=upstream.url.replace("127.0.0.1", "localhost") + "/v1")
    assert pictures(draw(told, BASIC)), "the stand-in gives addresses by the host that it was asked by"
    with run_upstream(key=KEY) as other:
        engine = OpenAIEngine(settings(upstream))
        assert engine._place.on_host(f"{other.url}/v1/_pictures/x") is None


class TestContract(EngineContract):
    """What every engine keeps, by a model that takes any size."""

    size = Size(512, 256)
    server: FakeUpstream

    @pytest.fixture(autouse=True)
    def _point(self, upstream: FakeUpstream) -> None:
        self.server = upstream

    def make_engine(self) -> OpenAIEngine:
        return OpenAIEngine(settings(self.server, models=("flux-peer",)))


class TestContractOfOpenAI(TestContract):
    size = Size(1024, 1024)

    def make_engine(self) -> OpenAIEngine:
        return OpenAIEngine(settings(self.server, models=("gpt-image-1.5",)))

"""OpenAI's own client for Python meets errors: its own exception classes, its retries, its patience."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import openai
import pytest
from openai.types import ImagesResponse

from acceptance.journal import Calls
from pinxit.testing import RunningServer

_ASK: dict[str, Any] = {"model": "auto", "prompt": "a fox", "size": "64x64"}
_BLOCKED = "image_generation_user_error"
_INVALID = "invalid_request_error"


@pytest.mark.parametrize(
    ("wish", "kind", "code", "param", "type_"),
    [
        ({"size": "16;9"}, openai.BadRequestError, "invalid_value", "size", _INVALID),
        ({"size": "9x9"}, openai.BadRequestError, "invalid_value", "size", _INVALID),
        ({"n": 0}, openai.BadRequestError, "invalid_value", "n", _INVALID),
        ({"n": 11}, openai.BadRequestError, "invalid_value", "n", _INVALID),
        ({"prompt": ""}, openai.BadRequestError, "invalid_value", "prompt", _INVALID),
        ({"prompt": "x" * 32_001}, openai.BadRequestError, "string_above_max_length", "prompt", _INVALID),
        ({"quality": "best"}, openai.BadRequestError, "invalid_value", "quality", _INVALID),
        ({"output_format": "bmp"}, openai.BadRequestError, "invalid_value", "output_format", _INVALID),
        ({"output_compression": 101}, openai.BadRequestError, "invalid_value", "output_compression", _INVALID),
        ({"extra_body": {"seed": -1}}, openai.BadRequestError, "invalid_value", "seed", _INVALID),
        ({"background": "transparent", "output_format": "jpeg"}, openai.BadRequestError, None, "background", _INVALID),
        ({"frame_count": 4}, openai.BadRequestError, None, "frame_count", _INVALID),
        ({"prompt": "[block]"}, openai.BadRequestError, "moderation_blocked", "prompt", _BLOCKED),
        ({"prompt": "[none]"}, openai.BadRequestError, "no_image_generated", "prompt", _BLOCKED),
        ({"model": "dall-e-9"}, openai.NotFoundError, "model_not_found", "model", _INVALID),
        ({"prompt": "[break]"}, openai.InternalServerError, "engine_failed", None, "server_error"),
        ({"prompt": "[few]"}, openai.InternalServerError, "engine_failed", None, "server_error"),
        ({"prompt": "[crash]"}, openai.InternalServerError, "internal_error", None, "server_error"),
    ],
)
def test_an_error_is_the_clients_own_exception_with_code_param_and_type(  # limit: a table
    client: openai.OpenAI,
    wish: dict[str, Any],
    kind: type[openai.APIStatusError],
    code: str | None,
    param: str | None,
    type_: str,
) -> None:
    with pytest.raises(kind) as refusal:
        client.images.generate(**{**_ASK, **wish})
    error = refusal.value
    assert (error.param, error.type) == (param, type_)
    assert error.code == code or (code is None and error.code)
    assert error.request_id
    assert error.message
    assert "secret detail" not in str(error)


def test_a_declined_wish_says_why_and_when(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.generate(**{**_ASK, "prompt": "[block]"})
    body: Any = refusal.value.body
    assert body["moderation_details"] == {"categories": ["safety"], "moderation_stage": "input"}


@pytest.mark.parametrize("key", ["sk-wrong", "sk-pinxit-0000000000000000", "nonsense"])
def test_a_wrong_key_is_an_authentication_error(client: openai.OpenAI, key: str) -> None:
    stranger = client.with_options(api_key=key)
    for ask in (stranger.models.list, lambda: stranger.images.generate(**_ASK)):
        with pytest.raises(openai.AuthenticationError) as refusal:
            ask()
        assert (refusal.value.code, refusal.value.type) == ("invalid_api_key", _INVALID)
        assert refusal.value.request_id
        assert key not in refusal.value.message


@pytest.mark.parametrize("name", ["Authorization", "api-key", "x-api-key"])
def test_the_key_may_come_bare_or_in_other_headers(client: openai.OpenAI, roomy: RunningServer, name: str) -> None:
    headers: dict[str, Any] = {"Authorization": openai.omit, name: roomy.key}
    assert client.images.generate(**_ASK, extra_headers=headers).data


def test_a_model_that_is_not_there_lists_those_that_are(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refusal:
        client.models.retrieve("gpt-9")
    assert refusal.value.code == "model_not_found"
    assert "pinxit-fake" in refusal.value.message


def test_a_page_that_is_not_there_and_a_verb_that_is_not_taken(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refusal:
        client.get("/images/nothing", cast_to=object)
    assert refusal.value.code == "not_found"
    with pytest.raises(openai.APIStatusError) as other:
        client.get("/images/generations", cast_to=object)
    assert (other.value.status_code, other.value.code) == (405, "method_not_allowed")
    assert other.value.response.headers["allow"] == "POST"


def test_a_body_over_the_limit_is_413(client: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as refusal:
        client.images.generate(**_ASK, extra_body={"filler": "x" * 2**21})
    assert (refusal.value.status_code, refusal.value.code) == (413, "request_too_large")
    assert refusal.value.request_id


def _post(client: openai.OpenAI, content: bytes | Iterator[bytes], kind: str) -> ImagesResponse:
    headers = {"content-type": kind}
    return client.post("/images/generations", cast_to=ImagesResponse, content=content, options={"headers": headers})


def test_a_body_of_another_type_is_415(client: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as refusal:
        client.post(
            "/images/generations",
            cast_to=ImagesResponse,
            content=b"a fox",
            options={"headers": {"content-type": "text/plain"}},
        )
    assert (refusal.value.status_code, refusal.value.code) == (415, "unsupported_media_type")


def test_a_body_that_is_no_json_is_400(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.post(
            "/images/generations",
            cast_to=ImagesResponse,
            content=b"{",
            options={"headers": {"content-type": "application/json"}},
        )
    assert refusal.value.code == "invalid_json"


def test_the_asynchronous_client_raises_the_same_exceptions(roomy: RunningServer) -> None:
    async def run(wish: dict[str, Any]) -> None:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            await client.images.generate(**{**_ASK, **wish})

    with pytest.raises(openai.BadRequestError, match="`n`"):
        asyncio.run(run({"n": 0}))
    with pytest.raises(openai.NotFoundError):
        asyncio.run(run({"model": "dall-e-9"}))
    with pytest.raises(openai.InternalServerError):
        asyncio.run(run({"prompt": "[break]"}))


def _occupy(client: openai.OpenAI, seconds: float) -> openai.Stream[Any]:
    """Take the only place of the narrow server; it is taken once this returns."""
    ask = {**_ASK, "prompt": f"[wait {seconds}]"}
    stream: openai.Stream[Any] = client.images.generate(**ask, stream=True, partial_images=1)
    next(stream)
    return stream


def test_a_full_queue_is_a_rate_limit_that_says_when_to_come_back(narrow_client: openai.OpenAI) -> None:
    busy = _occupy(narrow_client, 600)
    with pytest.raises(openai.RateLimitError) as refusal:
        narrow_client.images.generate(**_ASK)
    busy.close()
    assert refusal.value.code == "rate_limit_exceeded"
    headers = refusal.value.response.headers
    assert 0 < int(headers["retry-after-ms"]) <= 1000 * int(headers["retry-after"]) <= 120_000
    assert refusal.value.request_id


def test_the_client_waits_as_long_as_it_was_told(narrow_client: openai.OpenAI, narrow: RunningServer) -> None:
    busy = _occupy(narrow_client, 600)
    calls, begun = Calls(narrow), time.monotonic()
    with pytest.raises(openai.RateLimitError):
        narrow_client.with_options(max_retries=2).images.generate(**_ASK)
    busy.close()
    # The server says a second each time; by itself the client would take 0.5 and then 1.0 seconds at most.
    assert time.monotonic() - begun > 1.9
    assert calls.list_new(3)[:3] == [429, 429, 429]


def test_the_client_comes_back_by_itself_until_a_place_is_free(
    narrow_client: openai.OpenAI, narrow: RunningServer
) -> None:
    busy = _occupy(narrow_client, 2.5)
    calls = Calls(narrow)
    raw = narrow_client.with_options(max_retries=9).images.with_raw_response.generate(**_ASK)
    assert [event.type for event in busy] == ["image_generation.completed"]
    assert raw.retries_taken >= 1
    assert sorted(calls.list_new(raw.retries_taken + 2)) == [200, 200, *[429] * raw.retries_taken]


def test_the_asynchronous_client_comes_back_by_itself(narrow_client: openai.OpenAI, narrow: RunningServer) -> None:
    async def run() -> int:
        async with openai.AsyncOpenAI(base_url=f"{narrow.url}/v1", api_key=narrow.key, max_retries=9) as client:
            raw = await client.images.with_raw_response.generate(**_ASK)
            return int(raw.retries_taken)

    busy = _occupy(narrow_client, 2.5)
    assert asyncio.run(run()) >= 1
    busy.close()


def test_the_clients_usual_three_attempts_are_made_for_a_broken_engine(
    client: openai.OpenAI, roomy: RunningServer
) -> None:
    calls = Calls(roomy)
    with pytest.raises(openai.InternalServerError):
        client.with_options(max_retries=2).images.generate(**{**_ASK, "prompt": "[break]"})
    assert calls.list_new(3) == [500, 500, 500]


@pytest.mark.parametrize("wish", [{"prompt": "[block]"}, {"n": 0}, {"model": "dall-e-9"}])
def test_what_the_caller_must_mend_is_not_tried_again(
    client: openai.OpenAI, roomy: RunningServer, wish: dict[str, Any]
) -> None:
    calls = Calls(roomy)
    with pytest.raises(openai.APIStatusError):
        client.with_options(max_retries=3).images.generate(**{**_ASK, **wish})
    client.models.retrieve("auto")
    new = calls.list_new(2)
    assert len(new) == 2
    assert new[0] in {400, 404}


def test_a_408_that_says_x_should_retry_false_is_not_tried_again(
    narrow_client: openai.OpenAI, narrow: RunningServer
) -> None:
    def dawdle() -> Iterator[bytes]:
        yield b'{"model": "auto", '
        time.sleep(3.5)
        yield b'"prompt": "a fox"}'

    calls = Calls(narrow)
    with pytest.raises(openai.APIStatusError) as refusal:
        _post(narrow_client.with_options(max_retries=3), dawdle(), "application/json")
    assert (refusal.value.status_code, refusal.value.code) == (408, "request_timeout")
    assert refusal.value.response.headers["x-should-retry"] == "false"
    assert calls.list_new(1) == [408]


def test_a_client_that_runs_out_of_patience_frees_the_engine(
    narrow_client: openai.OpenAI, narrow: RunningServer
) -> None:
    calls = Calls(narrow)
    hasty = narrow_client.with_options(timeout=0.5)
    with pytest.raises(openai.APITimeoutError):
        hasty.images.generate(**{**_ASK, "prompt": "[wait 600]"})
    # The only place is taken for ten minutes unless the server noticed.
    assert narrow_client.with_options(max_retries=8).images.generate(**_ASK).data
    assert calls.saw(499)  # perhaps after the first try of the call that followed


def test_an_asynchronous_call_that_is_cancelled_frees_the_engine(
    narrow_client: openai.OpenAI, narrow: RunningServer
) -> None:
    async def run() -> None:
        async with openai.AsyncOpenAI(base_url=f"{narrow.url}/v1", api_key=narrow.key, max_retries=0) as client:
            await asyncio.wait_for(client.images.generate(**{**_ASK, "prompt": "[wait 600]"}), 0.5)

    calls = Calls(narrow)
    with pytest.raises(TimeoutError):
        asyncio.run(run())
    assert narrow_client.with_options(max_retries=8).images.generate(**_ASK).data
    assert calls.saw(499)  # perhaps after the first try of the call that followed


def test_a_timed_out_call_is_tried_again_by_the_client_and_stopped_each_time(
    narrow_client: openai.OpenAI, narrow: RunningServer
) -> None:
    calls = Calls(narrow)
    with pytest.raises(openai.APITimeoutError):
        narrow_client.with_options(timeout=0.5, max_retries=1).images.generate(**{**_ASK, "prompt": "[wait 600]"})
    assert narrow_client.with_options(max_retries=8).images.generate(**_ASK).data
    assert calls.saw(499, times=2)  # the second perhaps after the first try of the call that followed
    assert calls.saw(200)
    assert sorted(status for status in calls.list_new(3) if status != 429) == [200, 499, 499]


def test_where_nobody_listens_the_client_says_so() -> None:
    client = openai.OpenAI(base_url="http://127.0.0.1:9/v1", api_key="sk-none", max_retries=0)
    with client, pytest.raises(openai.APIConnectionError):
        client.images.generate(**_ASK)

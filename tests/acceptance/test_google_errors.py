"""Google's own client for Python meets errors: its two exception classes, refusals, retries, its patience."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import openai
import pytest

from acceptance.journal import Calls
from acceptance.pictures import draw_png
from pinxit.testing import RunningServer

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_MODEL = "gemini-2.5-flash-image"


def _ask(client: Any, contents: Any = "a fox", **wishes: Any) -> Any:
    config = types.GenerateContentConfig(**wishes) if wishes else None
    return client.models.generate_content(model=_MODEL, contents=contents, config=config)


def _open(server: RunningServer, key: str | None = None, **options: Any) -> Any:
    return genai.Client(api_key=key or server.key, http_options=types.HttpOptions(base_url=server.url, **options))


def _find(details: dict[str, Any], kind: str) -> dict[str, Any]:
    entries = [entry for entry in details["error"]["details"] if entry["@type"].endswith(kind)]
    assert len(entries) == 1
    return dict(entries[0])


def test_a_bad_key_is_400_with_googles_reason(roomy: RunningServer) -> None:
    with _open(roomy, "sk-wrong") as client:
        for ask in (lambda: _ask(client), lambda: list(client.models.list()), lambda: client.models.get(model=_MODEL)):
            with pytest.raises(genai.errors.ClientError) as refusal:
                ask()
            assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")
            assert _find(refusal.value.details, "ErrorInfo")["reason"] == "API_KEY_INVALID"
            assert "sk-wrong" not in str(refusal.value)


def test_a_model_that_is_not_there_is_404(google: Any) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        google.models.generate_content(model="gemini-9", contents="a fox")
    assert (refusal.value.code, refusal.value.status) == (404, "NOT_FOUND")
    with pytest.raises(genai.errors.ClientError) as other:
        google.models.get(model="gemini-9")
    assert other.value.code == 404


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"candidate_count": 2}, "candidate"),
        ({"image_config": types.ImageConfig(aspect_ratio="16;9")}, "aspect"),
        ({"image_config": types.ImageConfig(image_size="8K")}, "image_size"),
        ({"response_modalities": ["AUDIO"]}, "modalities"),
        ({"response_modalities": ["TEXT"]}, "modalities"),
        ({"response_mime_type": "application/json"}, "mime"),
        ({"response_schema": {"type": "OBJECT"}, "response_mime_type": "application/json"}, ""),
    ],
)
def test_a_bad_field_is_invalid_argument_and_named(google: Any, wish: dict[str, Any], field: str) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        _ask(google, **wish)
    assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")
    (violation,) = _find(refusal.value.details, "BadRequest")["fieldViolations"]
    assert field in violation["field"].lower()
    assert refusal.value.message


def test_several_candidates_are_refused_in_googles_words(google: Any) -> None:
    with pytest.raises(genai.errors.ClientError, match="Multiple candidates is not enabled"):
        _ask(google, candidate_count=2)


@pytest.mark.parametrize(
    "part",
    [
        types.Part.from_bytes(data=b"this is no picture", mime_type="image/png"),
        types.Part.from_bytes(data=draw_png(), mime_type="audio/mp3"),
        types.Part.from_uri(file_uri="http://169.254.169.254/a.png", mime_type="image/png"),
        types.Part.from_uri(file_uri="gs://bucket/a.png", mime_type="image/png"),
        types.Part.from_uri(file_uri="file:///etc/passwd", mime_type="image/png"),
    ],
    ids=["no picture", "a sound", "the metadata service", "cloud storage", "a file of the server"],
)
def test_a_bad_picture_is_invalid_argument(google: Any, part: Any) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        _ask(google, [part, "a hat"])
    assert (refusal.value.code, refusal.value.status) == (400, "INVALID_ARGUMENT")


def test_a_body_over_the_limit_is_413(google: Any) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        _ask(google, "x" * 2**21)
    assert refusal.value.code == 413


def test_a_declined_wish_is_200_with_a_block_reason(google: Any) -> None:
    response = _ask(google, "[block]")
    assert response.prompt_feedback.block_reason == types.BlockedReason.SAFETY
    assert not response.candidates
    assert response.usage_metadata.prompt_token_count


def test_no_picture_is_200_with_a_finish_reason(google: Any) -> None:
    (candidate,) = _ask(google, "[none]").candidates
    assert candidate.finish_reason == types.FinishReason.NO_IMAGE


@pytest.mark.parametrize("prompt", ["[break]", "[crash]"])
def test_a_fault_of_the_server_is_a_server_error(google: Any, prompt: str) -> None:
    with pytest.raises(genai.errors.ServerError) as failure:
        _ask(google, prompt)
    assert (failure.value.code, failure.value.status) == (500, "INTERNAL")
    assert "secret detail" not in str(failure.value)


def test_every_error_has_a_request_id(google: Any) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        _ask(google, candidate_count=2)
    assert refusal.value.response.headers["x-request-id"]


def test_the_asynchronous_client_raises_the_same_exceptions(roomy: RunningServer) -> None:
    async def run(model: str, contents: str) -> None:
        async with _open(roomy).aio as client:
            await client.models.generate_content(model=model, contents=contents)

    with pytest.raises(genai.errors.ClientError) as refusal:
        asyncio.run(run("gemini-9", "a fox"))
    assert refusal.value.code == 404
    with pytest.raises(genai.errors.ServerError):
        asyncio.run(run(_MODEL, "[break]"))


@pytest.fixture
def busy(narrow_client: openai.OpenAI) -> Iterator[openai.Stream[Any]]:
    """The narrow server's only place is taken for ten minutes or until this is closed."""
    stream: openai.Stream[Any] = narrow_client.images.generate(
        model="auto", prompt="[wait 600]", size="64x64", stream=True, partial_images=1
    )
    next(stream)
    yield stream
    stream.close()


def test_a_full_queue_is_resource_exhausted_and_says_when_to_come_back(
    narrow: RunningServer, busy: openai.Stream[Any]
) -> None:
    with _open(narrow) as client, pytest.raises(genai.errors.ClientError) as refusal:
        _ask(client)
    assert (refusal.value.code, refusal.value.status) == (429, "RESOURCE_EXHAUSTED")
    assert _find(refusal.value.details, "RetryInfo")["retryDelay"] == "1s"


def test_without_retry_options_the_client_asks_once_and_with_them_as_often_as_told(
    narrow: RunningServer, busy: openai.Stream[Any]
) -> None:
    calls = Calls(narrow)
    with _open(narrow) as client, pytest.raises(genai.errors.ClientError):
        _ask(client)
    retry = types.HttpRetryOptions(attempts=3, initial_delay=0.05, max_delay=0.1)
    with _open(narrow, retry_options=retry) as client, pytest.raises(genai.errors.ClientError):
        _ask(client)
    assert calls.list_new(4) == [429] * 4


def test_a_client_with_retry_options_comes_back_until_a_place_is_free(
    narrow_client: openai.OpenAI, narrow: Any
) -> None:
    stream = narrow_client.images.generate(model="auto", prompt="[wait 1]", size="64x64", stream=True, partial_images=1)
    next(stream)
    retry = types.HttpRetryOptions(attempts=20, initial_delay=0.1, max_delay=0.5)
    with _open(narrow, retry_options=retry) as client:
        assert _ask(client).parts
    assert list(stream)


def test_a_client_that_runs_out_of_patience_frees_the_engine(narrow: RunningServer) -> None:
    calls = Calls(narrow)
    with _open(narrow, timeout=1000) as client, pytest.raises(Exception, match=r"(?i)time"):
        _ask(client, "[wait 600]")
    retry = types.HttpRetryOptions(attempts=9, initial_delay=0.2, max_delay=1)
    with _open(narrow, retry_options=retry) as client:
        assert _ask(client).parts
    assert 499 in calls.list_new(2)  # the last call of the test before may be told of late


def test_an_interaction_fails_with_the_clients_own_exception(google: Any) -> None:
    with pytest.raises(Exception) as refusal:  # noqa: PT011  (the class lives in a private module of the client)
        google.interactions.create(model="gemini-9", input="a fox")
    assert getattr(refusal.value, "status_code", None) == 404

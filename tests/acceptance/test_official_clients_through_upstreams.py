"""The official clients ask our server, which asks another service: what comes back is what that one sent."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterator
from typing import Any

import openai
import pytest

from acceptance.pictures import draw_png, look_at
from acceptance.relayed import Relay, open_relay
from pinxit.testing.upstream import Call, Upload

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_GEMINI, _THINKING, _OPENAI = "gemini-2.5-flash-image", "gemini-3.1-flash-image", "gpt-image-2"
_IMAGE_ONLY = types.GenerateContentConfig(response_modalities=["IMAGE"])


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    with open_relay(tmp_path_factory.mktemp("relay")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _behave(relay: Relay) -> None:
    relay.upstream.clear()
    relay.sent.clear()


@pytest.fixture
def client(relay: Relay) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{relay.url}/v1", api_key=relay.key, max_retries=0, timeout=60) as made:
        yield made


@pytest.fixture
def google(relay: Relay) -> Iterator[Any]:
    with genai.Client(api_key=relay.key, http_options=types.HttpOptions(base_url=relay.url)) as made:
        yield made


def _hash(text: str | bytes | None) -> str:
    assert text
    return hashlib.sha256(base64.b64decode(text) if isinstance(text, str) else text).hexdigest()


def _draw(client: openai.OpenAI, model: str, prompt: str = "a fox", **wishes: Any) -> Any:
    return client.images.generate(model=model, prompt=prompt, **wishes)


def _list_drawing(relay: Relay) -> list[Call]:
    return [call for call in relay.upstream.calls if call.method == "POST"]


# Pictures, byte for byte.


@pytest.mark.parametrize("model", [_GEMINI, _OPENAI])
def test_openais_client_gets_the_very_bytes_that_the_service_sent(
    client: openai.OpenAI, relay: Relay, model: str
) -> None:
    answer = _draw(client, model, size="1024x1024")
    assert [_hash(entry.b64_json) for entry in answer.data] == relay.sent
    assert look_at(answer.data[0].b64_json).size == (1024, 1024)
    assert len(_list_drawing(relay)) == 1


@pytest.mark.parametrize("model", [_GEMINI, _THINKING, _OPENAI])
def test_googles_client_gets_the_very_bytes_that_the_service_sent(google: Any, relay: Relay, model: str) -> None:
    response = google.models.generate_content(model=model, contents="a fox", config=_IMAGE_ONLY)
    pictures = [part.inline_data.data for part in response.parts if part.inline_data and not part.thought]
    assert [_hash(data) for data in pictures] == relay.sent
    assert response.candidates[0].finish_reason == types.FinishReason.STOP


def test_a_stream_of_googles_ends_with_the_picture(google: Any, relay: Relay) -> None:
    parts = [
        part
        for chunk in google.models.generate_content_stream(model=_GEMINI, contents="a fox", config=_IMAGE_ONLY)
        for part in chunk.parts or []
        if part.inline_data
    ]
    assert [_hash(part.inline_data.data) for part in parts] == relay.sent


@pytest.mark.parametrize("count", [0, 2])
def test_unfinished_states_are_passed_through(client: openai.OpenAI, relay: Relay, count: int) -> None:
    *partials, last = list(_draw(client, _OPENAI, size="1024x1024", stream=True, partial_images=count))
    assert [event.partial_image_index for event in partials] == list(range(count))
    last_sent, *partials_sent = relay.sent
    assert [_hash(event.b64_json) for event in (*partials, last)] == [*partials_sent, last_sent]
    assert last.type == "image_generation.completed"
    assert _list_drawing(relay)[0].body.get("stream", False) is (count > 0)


@pytest.mark.parametrize("model", [_GEMINI, _OPENAI])
def test_an_edit_brings_its_picture_to_the_service(client: openai.OpenAI, relay: Relay, model: str) -> None:
    source = draw_png(320, 240)
    answer = client.images.edit(model=model, image=source, prompt="at night", size="1024x1024")
    assert _hash(answer.data[0].b64_json) in relay.sent  # type: ignore[index]
    (call,) = _list_drawing(relay)
    if model == _OPENAI:
        uploads = [value.data for _, value in call.body if isinstance(value, Upload)]
    else:
        parts = call.body["contents"][-1]["parts"]
        uploads = [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]
    assert uploads == [source]


# What was used, and who served.


def test_tokens_are_those_that_google_told(google: Any, relay: Relay) -> None:
    prompt = "a fox under a tree at night"
    with genai.Client(
        api_key="house-account-key", http_options=types.HttpOptions(base_url=relay.upstream.url)
    ) as direct:
        told = direct.models.generate_content(model=_GEMINI, contents=prompt).usage_metadata
    ours = google.models.generate_content(model=_GEMINI, contents=prompt).usage_metadata
    names = ("prompt_token_count", "candidates_token_count", "total_token_count", "prompt_tokens_details")
    assert [getattr(ours, name) for name in names] == [getattr(told, name) for name in names]


def test_tokens_are_those_that_openai_told(client: openai.OpenAI, relay: Relay) -> None:
    wishes: dict[str, Any] = {"prompt": "a fox under a tree at night", "size": "1024x1024", "quality": "low"}
    with openai.OpenAI(base_url=f"{relay.upstream.url}/v1", api_key="house-account-key") as direct:
        told = direct.images.generate(model=_OPENAI, **wishes).usage
    ours = client.images.generate(model=_OPENAI, **wishes).usage
    assert ours
    assert told
    names = ("input_tokens", "output_tokens", "total_tokens")
    assert [getattr(ours, name) for name in names] == [getattr(told, name) for name in names]
    assert ours.input_tokens_details == told.input_tokens_details


def test_headers_say_who_served(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.generate(model=_GEMINI, prompt="a fox")
    assert (raw.headers["x-pinxit-engine"], raw.headers["x-pinxit-model"]) == ("gemini", _GEMINI)
    assert "x-pinxit-instead" not in raw.headers


def test_headers_say_who_stood_in_and_why(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("500")
    raw = client.images.with_raw_response.generate(model="errand-fallen", prompt="a fox")
    assert (raw.headers["x-pinxit-engine"], raw.headers["x-pinxit-model"]) == ("fake", "pinxit-fake")
    assert raw.headers["x-pinxit-instead"] == "fallback: upstream_failed"


def test_a_strict_request_is_served_by_nobody_else(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("500")
    with pytest.raises(openai.InternalServerError) as caught:
        _draw(client, "errand-fallen", extra_body={"strict": True})
    assert caught.value.status_code == 502


def test_each_key_pays_with_its_own_account(client: openai.OpenAI, relay: Relay) -> None:
    _draw(client, _GEMINI)
    _draw(client.with_options(api_key=relay.guest), _GEMINI)
    assert [call.account for call in _list_drawing(relay)] == ["house", "guest"]


# What goes wrong.


@pytest.mark.parametrize("prompt", ["a fox [block SAFETY]", "a fox [finish IMAGE_SAFETY]"])
def test_a_declined_wish_is_moderation_blocked(client: openai.OpenAI, relay: Relay, prompt: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        _draw(client, _GEMINI, prompt)
    assert (caught.value.code, caught.value.type) == ("moderation_blocked", "image_generation_user_error")
    assert len(_list_drawing(relay)) == 1


def test_openais_own_refusal_is_moderation_blocked(client: openai.OpenAI, relay: Relay) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        _draw(client, _OPENAI, "a fox [block]")
    assert caught.value.code == "moderation_blocked"
    assert len(_list_drawing(relay)) == 1


@pytest.mark.parametrize("words", ["[words]", "[finish NO_IMAGE]"])
def test_an_answer_without_a_picture_says_so(client: openai.OpenAI, words: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        _draw(client, _GEMINI, f"a fox {words}")
    assert caught.value.code == "no_image_generated"


@pytest.mark.parametrize("reason", ["IMAGE_SAFETY", "IMAGE_RECITATION", "IMAGE_PROHIBITED_CONTENT", "NO_IMAGE"])
def test_googles_client_sees_googles_reasons(google: Any, reason: str) -> None:
    response = google.models.generate_content(model=_GEMINI, contents=f"a fox [finish {reason}]")
    assert response.candidates[0].finish_reason == types.FinishReason(reason)
    assert not response.parts


def test_googles_client_sees_why_a_prompt_is_blocked(google: Any) -> None:
    response = google.models.generate_content(model=_GEMINI, contents="a fox [block PROHIBITED_CONTENT]")
    assert response.prompt_feedback.block_reason == types.BlockedReason.PROHIBITED_CONTENT
    assert not response.candidates


def test_a_busy_service_is_told_with_its_own_wait(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("429 retry=17")
    began = time.monotonic()
    with pytest.raises(openai.RateLimitError) as caught:
        _draw(client, "errand-busy")
    assert 15 <= float(caught.value.response.headers["retry-after"]) <= 17
    assert time.monotonic() - began < 5


def test_our_empty_account_is_not_the_callers_fault(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("denied")
    with pytest.raises(openai.InternalServerError) as caught:
        _draw(client, "errand-spent")
    assert caught.value.status_code == 502


def test_our_refused_key_is_the_operators_and_stays_secret(client: openai.OpenAI, relay: Relay) -> None:
    with pytest.raises(openai.InternalServerError) as caught:
        _draw(client, "errand-denied")
    assert (caught.value.status_code, caught.value.code) == (502, "upstream_denied")
    log = relay.server.log.read_text()
    assert "upstream denied refuses our key" in log
    assert "no-such-account" not in log + caught.value.response.text


def test_a_broken_answer_is_a_bad_gateway(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("truncate")
    with pytest.raises(openai.InternalServerError) as caught:
        _draw(client, "errand-broken")
    assert caught.value.status_code == 502
    assert caught.value.type == "server_error"


def test_a_service_that_does_not_answer_is_a_gateway_timeout(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next("hang")
    with pytest.raises(openai.InternalServerError) as caught:
        _draw(client, "errand-slow")
    assert caught.value.status_code == 504


def test_pictures_that_were_made_come_although_another_was_not(client: openai.OpenAI, relay: Relay) -> None:
    relay.upstream.next(None, "500", None, None)
    raw = client.images.with_raw_response.generate(model="errand-parts", prompt="a fox", n=4)
    answer = raw.parse()
    assert sorted(_hash(entry.b64_json) for entry in answer.data or []) == sorted(relay.sent)
    assert len(relay.sent) == 3
    assert raw.headers["x-pinxit-missed"] == "1"
    assert answer.usage
    assert answer.usage.output_tokens_details
    assert answer.usage.output_tokens_details.image_tokens == 3 * 1290


# Conversations.


def test_a_conversation_brings_its_thought_signatures_back(google: Any, relay: Relay) -> None:
    chat = google.chats.create(model=_THINKING, config=_IMAGE_ONLY)
    first = chat.send_message("a fox")
    (signed,) = [part.thought_signature for part in first.parts if part.thought_signature]
    second = chat.send_message("now at night")
    assert any(part.inline_data for part in second.parts)
    shown = [
        part["thoughtSignature"]
        for content in _list_drawing(relay)[-1].body["contents"]
        for part in content["parts"]
        if "thoughtSignature" in part
    ]
    assert [base64.urlsafe_b64decode(text.translate({43: "-", 47: "_"})) for text in shown] == [signed]


def test_an_edit_of_a_picture_that_was_drawn_here_brings_its_signature(client: openai.OpenAI, relay: Relay) -> None:
    drawn = _draw(client, _THINKING)
    picture = base64.b64decode(drawn.data[0].b64_json)
    client.images.edit(model=_THINKING, image=picture, prompt="now at night")
    parts = [part for content in _list_drawing(relay)[-1].body["contents"] for part in content["parts"]]
    assert any(part.get("thoughtSignature") for part in parts)

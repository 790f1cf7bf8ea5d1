"""Google's own client for Python reads answers as they come."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from acceptance.journal import Calls
from acceptance.pictures import draw_png, look_at
from pinxit.testing import RunningServer

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
types = genai.types

_MODEL = "gemini-2.5-flash-image"


def _open(server: RunningServer, **options: Any) -> Any:
    return genai.Client(api_key=server.key, http_options=types.HttpOptions(base_url=server.url, **options))


def _parts(chunks: list[Any]) -> list[Any]:
    return [part for chunk in chunks for candidate in chunk.candidates or [] for part in candidate.content.parts or []]


def _check(chunks: list[Any], words: str | None = "A flat colour.") -> None:
    parts = _parts(chunks)
    assert "".join(part.text or "" for part in parts) == (words or "")
    assert [bool(part.inline_data) for part in parts] == [False, True][0 if words else 1 :]
    assert look_at(parts[-1].inline_data.data).size == (1024, 1024)
    last = chunks[-1]
    assert last.candidates[0].finish_reason == types.FinishReason.STOP
    assert last.usage_metadata.candidates_token_count >= 1290
    assert len({chunk.response_id for chunk in chunks}) == 1


def test_words_come_first_and_the_picture_whole_in_the_last_chunk(google: Any) -> None:
    _check(list(google.models.generate_content_stream(model=_MODEL, contents="a fox")))


def test_a_stream_of_the_picture_alone(google: Any) -> None:
    config = types.GenerateContentConfig(response_modalities=["IMAGE"])
    _check(list(google.models.generate_content_stream(model=_MODEL, contents="a fox", config=config)), None)


def test_thoughts_that_were_asked_for_are_unfinished_states(google: Any) -> None:
    config = types.GenerateContentConfig(thinking_config=types.ThinkingConfig(include_thoughts=True))
    chunks = list(google.models.generate_content_stream(model=_MODEL, contents="a fox", config=config))
    parts = _parts(chunks)
    assert [bool(part.thought) for part in parts] == [True, True, False, False]
    pictures = [look_at(part.inline_data.data).convert("RGB") for part in parts if part.inline_data]
    assert len({picture.tobytes() for picture in pictures}) == 3
    assert chunks[-1].usage_metadata.candidates_token_count >= 1490
    whole = google.models.generate_content(model=_MODEL, contents="a fox", config=config)
    assert not any(part.thought for part in whole.candidates[0].content.parts)


@pytest.mark.parametrize("version", ["v1", "v1beta"])
def test_both_versions_of_the_api_stream(roomy: RunningServer, version: str) -> None:
    with _open(roomy, api_version=version) as client:
        _check(list(client.models.generate_content_stream(model=_MODEL, contents="a fox")))


def test_an_edit_streams(google: Any) -> None:
    contents = [types.Part.from_bytes(data=draw_png(), mime_type="image/png"), "a hat"]
    config = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="16:9"))
    chunks = list(google.models.generate_content_stream(model=_MODEL, contents=contents, config=config))
    assert look_at(_parts(chunks)[-1].inline_data.data).size == (1344, 768)


def test_a_chat_streams_and_remembers_its_picture(google: Any) -> None:
    chat = google.chats.create(model=_MODEL)
    _check(list(chat.send_message_stream("a fox")))
    second = list(chat.send_message_stream("now at night"))
    assert _parts(second)[0].text == "A flat colour made of 1 pictures."


def test_the_asynchronous_client_streams(roomy: RunningServer) -> None:
    async def run() -> tuple[list[Any], list[Any]]:
        async with _open(roomy).aio as client:
            stream = await client.models.generate_content_stream(model=_MODEL, contents="a fox")
            chunks = [chunk async for chunk in stream]
            chat = client.chats.create(model=_MODEL)
            talk = [chunk async for chunk in await chat.send_message_stream("a fox")]
            return chunks, talk

    for chunks in asyncio.run(run()):
        _check(chunks)


def test_a_sign_of_life_does_not_break_the_stream(impatient: RunningServer) -> None:
    """Google's client fails at comments and names of events; this server sends a sign of life every tenth second."""
    with _open(impatient) as client:
        _check(list(client.models.generate_content_stream(model=_MODEL, contents="[wait 1] a fox")))


def test_a_declined_wish_is_a_chunk_that_says_why(google: Any) -> None:
    (chunk,) = list(google.models.generate_content_stream(model=_MODEL, contents="[block]"))
    assert chunk.prompt_feedback.block_reason == types.BlockedReason.SAFETY


def test_an_error_before_the_first_chunk_is_a_client_error(google: Any) -> None:
    with pytest.raises(genai.errors.ClientError) as refusal:
        list(google.models.generate_content_stream(model="gemini-9", contents="a fox"))
    assert (refusal.value.code, refusal.value.status) == (404, "NOT_FOUND")


def test_a_broken_engine_is_a_server_error(google: Any) -> None:
    with pytest.raises(genai.errors.ServerError) as failure:
        list(google.models.generate_content_stream(model=_MODEL, contents="[break]"))
    assert (failure.value.code, failure.value.status) == (500, "INTERNAL")


def test_an_error_after_a_sign_of_life_is_a_server_error_too(impatient: RunningServer) -> None:
    with _open(impatient) as client, pytest.raises(genai.errors.ServerError) as failure:
        list(client.models.generate_content_stream(model=_MODEL, contents="[wait 1] [fall]"))
    assert failure.value.status == "INTERNAL"


def test_leaving_a_stream_frees_the_engine(narrow: RunningServer) -> None:
    calls = Calls(narrow)
    with _open(narrow, timeout=1000) as client, pytest.raises(Exception, match=r"(?i)time"):
        list(client.models.generate_content_stream(model=_MODEL, contents="[wait 600] a fox"))
    retry = types.HttpRetryOptions(attempts=9, initial_delay=0.2, max_delay=1)
    with _open(narrow, retry_options=retry) as client:
        assert client.models.generate_content(model=_MODEL, contents="a fox").parts
    assert calls.saw(499)  # perhaps after the first try of the call that followed

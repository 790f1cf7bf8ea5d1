"""What a conversation asks for."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.core.images import Format, Quality, Size, Source, Tier
from pinxit.core.sources import Link
from pinxit.dialects.chat import Chat, read_chat


def _file(colour: str = "red", side: int = 4) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "PNG")
    return out.getvalue()


def _url(colour: str = "red") -> str:
    return "data:image/png;base64," + base64.b64encode(_file(colour)).decode()


def _read(*messages: Any, **fields: Any) -> Chat:
    return read_chat(json.dumps({"model": "auto", "messages": messages, **fields}).encode())


def _user(content: Any, **more: Any) -> dict[str, Any]:
    return {"role": "user", "content": content, **more}


def _picture(url: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url, "detail": "high"}}


def _refusal(*messages: Any, **fields: Any) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        _read(*messages, **fields)
    return caught.value


def _bytes(chat: Chat) -> list[bytes]:
    assert all(isinstance(reference, Source) for reference in chat.asked.references)
    return [reference.data for reference in chat.asked.references if isinstance(reference, Source)]


def test_the_last_message_of_the_user_is_what_to_draw() -> None:
    chat = _read(_user("a cat"), {"role": "assistant", "content": "Here."}, _user("a fox"))
    assert chat.asked.request.prompt == "a fox"
    assert chat.asked.model == "auto"


def test_what_the_system_says_stands_before_it() -> None:
    chat = _read(
        {"role": "system", "content": "Draw in watercolour."},
        {"role": "developer", "content": [{"type": "text", "text": "No text in the picture."}]},
        _user("a fox"),
    )
    assert chat.asked.request.prompt == "Draw in watercolour.\n\nNo text in the picture.\n\na fox"


@pytest.mark.parametrize(
    "phrase", ["You are a helpful assistant.", "You are a helpful assistant", "You're an AI assistant!"]
)
def test_the_phrase_that_chat_clients_send_is_not_drawn(phrase: str) -> None:
    assert _read({"role": "system", "content": phrase}, _user("a fox")).asked.request.prompt == "a fox"


def test_an_assistant_with_a_task_is_kept() -> None:
    said = "You are an assistant that draws in watercolour."
    assert _read({"role": "system", "content": said}, _user("a fox")).asked.request.prompt.startswith(said)


@pytest.mark.parametrize(
    "content",
    [
        "a red fox",
        [{"type": "text", "text": "a red fox"}],
        [{"type": "input_text", "text": "a red fox"}],
        ["a red fox"],
        [{"type": "text", "text": "a red fox", "cache_control": {"type": "ephemeral"}}],
    ],
)
def test_words_may_be_a_string_or_parts(content: Any) -> None:
    assert _read(_user(content)).asked.request.prompt == "a red fox"


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "image_url": {"url": _url(), "detail": "auto"}},
        {"type": "image_url", "image_url": _url()},
        {"type": "input_image", "image_url": _url()},
        {"type": "input_image", "image_url": {"url": _url()}},
    ],
)
def test_pictures_of_the_last_message_are_sources(part: dict[str, Any]) -> None:
    chat = _read(_user([{"type": "text", "text": "make it blue"}, part]))
    assert _bytes(chat) == [_file()]
    assert not chat.recalled


def test_sources_keep_their_order_however_they_came() -> None:
    attachments = [{"contentType": "image/png", "url": "https://example.com/3.png"}]
    content = [_picture("https://example.com/1.png"), {"type": "text", "text": f"![two]({_url()}) Swap their hats."}]
    chat = _read(_user(content, experimental_attachments=attachments))
    first, second, third = chat.asked.references
    assert first == Link("https://example.com/1.png", "messages[0].content[0].image_url")
    assert isinstance(second, Source)
    assert third == Link("https://example.com/3.png", "messages[0].experimental_attachments[0].url")
    assert chat.asked.wish["prompt"] == "Swap their hats."


def test_links_at_the_start_of_the_words_are_sources_as_everywhere() -> None:
    chat = _read(_user("https://example.com/a.png , https://example.com/b.jpg. Swap their hats."))
    assert chat.asked.references == (
        Link("https://example.com/a.png", "messages[0].content[0]"),
        Link("https://example.com/b.jpg", "messages[0].content[0]"),
    )
    assert chat.asked.wish["prompt"] == "Swap their hats."


def test_what_an_answer_links_to_is_no_picture_unless_it_shows_it() -> None:
    said = "See https://example.com/a.png or [this](https://example.com/b.png). ![one](https://example.com/c.png)"
    chat = _read(_user("a cat"), {"role": "assistant", "content": said}, _user("larger"))
    assert chat.asked.references == (Link("https://example.com/c.png", "messages[1].content[0]"),)


def test_a_follow_up_works_on_the_picture_of_the_last_answer() -> None:
    chat = _read(
        _user("a cat"),
        {"role": "assistant", "content": f"![image]({_url('green')})"},
        _user("a fox"),
        {"role": "assistant", "content": f"Here: ![image]({_url('blue')})"},
        _user("make it larger"),
    )
    assert _bytes(chat) == [_file("blue")]
    assert chat.recalled
    assert chat.asked.wish["prompt"] == "make it larger"


def test_a_follow_up_finds_pictures_that_came_apart_from_the_words() -> None:
    images = [{"type": "image_url", "image_url": {"url": _url("blue")}}]
    chat = _read(_user("a cat"), {"role": "assistant", "content": "A cat.", "images": images}, _user("larger"))
    assert _bytes(chat) == [_file("blue")]


def test_own_pictures_come_before_those_of_the_last_answer() -> None:
    answer = {"role": "assistant", "content": f"![image]({_url('blue')})"}
    chat = _read(_user("a cat"), answer, _user([{"type": "text", "text": "and this?"}, _picture(_url("green"))]))
    assert _bytes(chat) == [_file("green")]
    assert not chat.recalled


def test_an_answer_without_a_picture_leaves_the_one_before_it_alone() -> None:
    chat = _read(
        _user("a cat"),
        {"role": "assistant", "content": f"![image]({_url()})"},
        _user("thanks"),
        {"role": "assistant", "content": "You are welcome."},
        _user("a fox"),
    )
    assert not chat.asked.references


def test_a_picture_without_words_asks_for_a_variation() -> None:
    chat = _read(_user([_picture(_url())]))
    assert chat.asked.wish["prompt"] == ""
    assert _bytes(chat) == [_file()]


def test_every_wish_about_the_picture_is_read() -> None:
    chat = _read(
        _user("a fox"),
        n=3,
        seed=7,
        user="me",
        quality="low",
        background="transparent",
        output_format="webp",
        image_config={"aspect_ratio": "16:9", "image_size": "2K"},
    )
    request = chat.asked.request
    assert (request.n, request.seed, request.user, request.quality) == (3, 7, "me", Quality.LOW)
    assert (request.format, request.background) == (Format.WEBP, "transparent")
    assert request.size == Size(2752, 1536)


def test_size_takes_what_the_other_endpoints_take() -> None:
    assert _read(_user("a fox"), size="16:9").asked.request.size == Size(1344, 768)
    assert _read(_user("a fox"), size="1000x600").asked.request.size == Size(1000, 600)
    assert _read(_user("a fox"), image_config={"image_size": "4K"}).asked.request.tier is Tier.FOUR
    assert _read(_user("a fox"), size="auto").asked.request.size is None


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"image_config": {"aspect_ratio": "17:3"}}, "image_config.aspect_ratio"),
        ({"image_config": {"image_size": "9K"}}, "image_config.image_size"),
        ({"size": "16:9", "image_config": {"aspect_ratio": "1:1"}}, "size"),
        ({"size": "huge"}, "size"),
    ],
)
def test_a_size_that_cannot_be_read_is_refused_by_the_name_it_came_in(fields: dict[str, Any], param: str) -> None:
    error = _refusal(_user("a fox"), **fields)
    assert error.param == param
    assert "`resolution`" not in error.message


def test_fields_for_sampling_words_change_nothing_and_are_named() -> None:
    sampling = {"temperature": 0.2, "top_p": 1, "max_tokens": 5, "stop": ["x"], "presence_penalty": 0, "store": False}
    chat = _read(_user("a fox"), **sampling, logit_bias=None)
    assert chat.asked.request == _read(_user("a fox")).asked.request
    assert set(chat.asked.extras) == set(sampling)


@pytest.mark.parametrize(
    "fields",
    [
        {"tools": [{"type": "function", "function": {"name": "f"}}]},
        {"functions": [{"name": "f"}]},
        {"response_format": {"type": "json_object"}},
        {"response_format": {"type": "json_schema", "json_schema": {}}},
        {"logprobs": True},
        {"top_logprobs": 2},
        {"audio": {"voice": "alloy", "format": "mp3"}},
        {"web_search_options": {}},
        {"modalities": ["text"]},
    ],
)
def test_what_wants_an_answer_in_words_is_refused_by_name(fields: dict[str, Any]) -> None:
    error = _refusal(_user("a fox"), **fields)
    assert isinstance(error, Unsupported)
    assert error.param == next(iter(fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"tools": [], "functions": [], "logprobs": False, "top_logprobs": 0},
        {"tools": None, "response_format": None, "audio": None, "modalities": None},
        {"response_format": {"type": "text"}, "tool_choice": "none"},
    ],
)
def test_asking_for_none_of_that_is_no_fault(fields: dict[str, Any]) -> None:
    assert _read(_user("a fox"), **fields).asked.request.prompt == "a fox"


@pytest.mark.parametrize(
    ("modalities", "apart", "words"),
    [
        (None, False, True),
        ([], False, True),
        (["image", "text"], True, True),
        (["IMAGE", "TEXT"], True, True),
        (["image"], True, False),
    ],
)
def test_modalities_choose_the_manner_of_the_answer(modalities: Any, apart: bool, words: bool) -> None:
    chat = _read(_user("a fox"), modalities=modalities)
    assert (chat.apart, chat.words) == (apart, words)


def test_a_modality_that_nobody_has_is_named() -> None:
    error = _refusal(_user("a fox"), modalities=["image", "audio"])
    assert error.param == "modalities"
    assert "audio" in error.message


@pytest.mark.parametrize(
    ("messages", "param"),
    [
        ([], "messages"),
        ([{"role": "system", "content": "Draw."}], "messages"),
        ([_user("  ")], "messages"),
        ([_user(None)], "messages"),
        ([_user("x" * 32_001)], "messages"),
        ([{"role": "king", "content": "a fox"}], "messages[0].role"),
        ([_user(7)], "messages[0].content"),
        ([_user("a cat"), _user([{"type": "input_audio"}])], "messages[1].content[0].type"),
        ([_user([{"type": "text", "text": "x"}, {"type": "image_url"}])], "messages[0].content[1].image_url"),
        ([_user([_picture("ftp://example.com/a.png")])], "messages[0].content[0].image_url"),
        ([_user([_picture("data:image/png;base64,****")])], "messages[0].content[0].image_url"),
        ([_user([_picture("data:text/plain;base64,Zm94")])], "messages[0].content[0].image_url"),
        (["a fox"], "messages[0]"),
        ([_user("a fox")] * 2_001, "messages"),
        ([{"role": "system", "content": ["Like this:", _picture(_url())]}, _user("a fox")], "messages[0].content[1]"),
        ([_user("a cat"), _user("![x](data:text/plain;base64,Zm94) a fox")], "messages[1].content[0]"),
        ([_user([_picture("https://example.com/a.png")] * 17)], "messages"),
    ],
)
def test_a_conversation_that_cannot_be_drawn_is_refused_with_the_place(messages: list[Any], param: str) -> None:
    error = _refusal(*messages)
    assert error.param == param
    assert len(error.message) < 300


def test_the_url_may_name_the_model() -> None:
    body = json.dumps({"model": "x", "messages": [_user("a fox")]}).encode()
    assert read_chat(body, "fake").asked.model == "fake"


def test_a_hundred_earlier_turns_with_pictures_cost_nothing() -> None:
    turns = [_user("a cat"), {"role": "assistant", "content": f"![image]({_url()}) broken ![image](data:image/png;"}]
    chat = _read(*turns * 100, _user("a fox"))
    assert _bytes(chat) == [_file()]


def test_a_follow_up_brings_the_whole_conversation_in_words() -> None:
    answer = {"role": "assistant", "content": f"![image]({_url()})"}
    rules = {"role": "system", "content": "In oil."}
    assert _read(_user("a cat"), answer, _user("now with a hat")).anew == "a cat, with a hat"
    assert _read(rules, _user("a cat"), answer, _user("add a dog")).anew == "In oil.\n\na cat, a dog"
    assert _read(_user("a cat"), answer, _user("remove the hat")).anew == ""


def test_a_conversation_with_a_picture_of_the_users_own_is_none_of_words() -> None:
    answer = {"role": "assistant", "content": f"![image]({_url()})"}
    last = _user("now with a hat")
    assert _read(_user([_picture(_url()), {"type": "text", "text": "a cat"}]), answer, last).anew == ""
    assert _read(_user("a cat", images=[_picture(_url())]), answer, last).anew == ""
    assert _read(_user("data:image/png;base64,@ a cat"), answer, last).anew == ""


def test_a_message_that_nobody_speaks_is_told_so() -> None:
    assert "Say who speaks" in _refusal({"content": "a fox"}).message

"""How pictures are told in a chat: whole, as events, and in pieces."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from pinxit.core.images import Format, Picture, Size, Usage
from pinxit.core.studio import ImageResult
from pinxit.dialects.chat import Narrator, read_chat, write_chat, write_failure
from pinxit.dialects.chat.models import ChatAnswer, ChatChunk
from pinxit.dialects.enclosures import Enclosures

_USAGE = Usage(text_tokens=3, image_tokens=258, output_tokens=2580)


def _picture(index: int = 0, description: str = "A fox.") -> Picture:
    return Picture(index, bytes(range(7 + index)), Size(64, 64), Format.WEBP, 0, description)


def _chat(**fields: Any) -> Any:
    body = {"model": "fake", "messages": [{"role": "user", "content": "a fox"}], **fields}
    return read_chat(json.dumps(body).encode())


def _write(*pictures: Picture, **fields: Any) -> dict[str, Any]:
    chat = _chat(**fields)
    result = ImageResult(chat.asked.request, pictures, "fake", "pinxit-fake", _USAGE)
    answer = write_chat(result, chat, "chatcmpl-1", 1_762_156_444.8)
    pieces = list(answer.pieces)
    assert sum(map(len, pieces)) == answer.length
    ChatAnswer.model_validate_json(b"".join(pieces), strict=True)
    told: dict[str, Any] = json.loads(b"".join(pieces))
    return told


def _url(index: int = 0) -> str:
    return "data:image/webp;base64," + base64.b64encode(bytes(range(7 + index))).decode()


def test_a_picture_is_markdown_unless_modalities_ask_for_it_apart() -> None:
    assert _write(_picture()) == {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_762_156_444,
        "model": "fake",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": f"![image]({_url()})", "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "prompt_tokens": 261,
            "completion_tokens": 2580,
            "total_tokens": 2841,
            "prompt_tokens_details": {"text_tokens": 3, "image_tokens": 258, "cached_tokens": 0, "audio_tokens": 0},
            "completion_tokens_details": {
                "image_tokens": 2580,
                "text_tokens": 0,
                "reasoning_tokens": 0,
                "audio_tokens": 0,
                "accepted_prediction_tokens": 0,
                "rejected_prediction_tokens": 0,
            },
        },
    }


@pytest.mark.parametrize(("modalities", "words"), [(["image", "text"], "A fox."), (["image"], "")])
def test_apart_it_stands_beside_the_words_if_those_are_wanted(modalities: list[str], words: str) -> None:
    message = _write(_picture(), modalities=modalities)["choices"][0]["message"]
    image = {"type": "image_url", "image_url": {"url": _url()}, "index": 0}
    assert message == {"role": "assistant", "content": words, "images": [image], "refusal": None}


def test_every_picture_comes_to_its_own_choice() -> None:
    choices = _write(*(_picture(index) for index in range(10)), n=10)["choices"]
    assert [choice["message"]["content"] for choice in choices] == [f"![image]({_url(i)})" for i in range(10)]


def test_broken_letters_of_an_engine_do_not_break_the_answer() -> None:
    told = _write(_picture(description="A \ud800 fox."), modalities=["image", "text"])
    assert told["choices"][0]["message"]["content"] == "A ? fox."


def test_an_answer_comes_in_pieces_of_one_picture_each() -> None:
    enclosures = Enclosures()
    urls = [enclosures.enclose(_picture(index)) for index in range(3)]
    pieces = list(enclosures.seal({"outputs": urls}).pieces)
    assert pieces[1::2] == [base64.b64encode(bytes(range(7 + i))) for i in range(3)]


def test_events_are_lines_of_data_that_end_with_done() -> None:
    narrator = Narrator(_chat(stream=True, stream_options={"include_usage": True}), "chatcmpl-1", 1.5)
    events = [*narrator.tell(_picture(1)), *narrator.end(_USAGE)]
    assert all(event.startswith(b"data: ") and event.endswith(b"\n\n") and event.count(b"\n") == 2 for event in events)
    assert events[-1] == b"data: [DONE]\n\n"
    chunks = [ChatChunk.model_validate_json(event[6:], strict=True) for event in events[:-1]]
    assert [chunk.choices[0].index for chunk in chunks[:-1]] == [1, 1, 1]
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[1].choices[0].delta.content == f"![image]({_url(1)})"
    assert chunks[2].choices[0].finish_reason == "stop"
    assert chunks[-1].usage
    assert chunks[-1].usage.total_tokens == 2841


def test_the_tokens_stay_out_of_a_stream_that_does_not_want_them() -> None:
    narrator = Narrator(_chat(stream=True), "chatcmpl-1", 1.5)
    assert list(narrator.end(_USAGE)) == [b"data: [DONE]\n\n"]
    assert all(b'"usage"' not in event for event in narrator.tell(_picture()))


def test_an_error_in_a_stream_is_an_event_with_the_usual_body() -> None:
    assert write_failure(b'{"error":{}}') == b'data: {"error":{}}\n\n'

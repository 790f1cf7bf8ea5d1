"""Answers of chat completions: core values to JSON and to server-sent events. No HTTP, no I/O.

Two manners. A client that asks with `modalities` gets pictures apart from the words, in `message.images`, as OpenRouter
has it; its `content` says in a sentence what was drawn if `text` is among the modalities, and is empty else. All others
get them as markdown in `content`, which every chat window shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from pinxit.core.images import Picture, Usage
from pinxit.core.redrawing import NOTE, is_noted
from pinxit.core.studio import ImageResult
from pinxit.dialects.chat.reading import Chat
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.openai import Answer
from pinxit.dialects.wire import clean

DONE = b"data: [DONE]\n\n"


def write_chat(result: ImageResult, chat: Chat, name: str, now: float) -> Answer:
    """The `chat.completion` of a result, one choice for each picture.

    `name` is its id, `now` in Unix seconds; chat counts seconds for every client.
    """
    enclosures = Enclosures()
    choices = [
        {
            "index": index,
            "message": {"role": "assistant", **_show(picture, chat, enclosures), "refusal": None},
            "logprobs": None,
            "finish_reason": "stop",
        }
        for index, picture in enumerate(result.pictures)
    ]
    return enclosures.seal(
        {
            "id": name,
            "object": "chat.completion",
            "created": int(now),
            "model": clean(chat.asked.model),
            "choices": choices,
            "usage": _count(result.usage),
        }
    )


@dataclass(frozen=True, slots=True)
class Narrator:
    """Writes the events of one stream: each picture as a choice of its own, whole, since half a picture shows nothing.

    `name` is the id of all events, `now` in Unix seconds.
    """

    chat: Chat
    name: str
    now: float
    _head: dict[str, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        head = {"id": self.name, "object": "chat.completion.chunk", "created": int(self.now)}
        object.__setattr__(self, "_head", {**head, "model": clean(self.chat.asked.model)})

    def tell(self, picture: Picture) -> Iterator[bytes]:
        """The three events of a picture: who speaks, the picture, the end."""
        yield self._write(self._choose(picture.index, {"role": "assistant", "content": ""}))
        enclosures = Enclosures()
        delta = _show(picture, self.chat, enclosures)
        event = enclosures.seal(self._complete(self._choose(picture.index, delta)))
        yield b"".join((b"data: ", *event.pieces, b"\n\n"))
        yield self._write(self._choose(picture.index, {}, "stop"))

    def end(self, usage: Usage) -> Iterator[bytes]:
        """The tokens, if the client wants them in the stream, and the end of the stream."""
        if self.chat.usage_in_stream:
            yield self._write([], usage)
        yield DONE

    def _choose(self, index: int, delta: dict[str, Any], reason: str | None = None) -> list[dict[str, Any]]:
        return [{"index": index, "delta": delta, "logprobs": None, "finish_reason": reason}]

    def _complete(self, choices: Sequence[dict[str, Any]], usage: Usage | None = None) -> dict[str, Any]:
        counted = {"usage": _count(usage) if usage else None} if self.chat.usage_in_stream else {}
        return {**self._head, "choices": choices, **counted}

    def _write(self, choices: Sequence[dict[str, Any]], usage: Usage | None = None) -> bytes:
        return b"data: " + orjson.dumps(self._complete(choices, usage)) + b"\n\n"


def write_failure(body: bytes) -> bytes:
    """The event of an error that came after the first event; `body` is the error's usual JSON body."""
    return b"data: " + body + b"\n\n"


def _show(picture: Picture, chat: Chat, enclosures: Enclosures) -> dict[str, Any]:
    url = enclosures.enclose(picture)
    if not chat.apart:
        # Where a word is due, it has no other place; else the picture stands alone, as the seed's clients expect.
        lead = f"{NOTE}\n\n" if is_noted(picture) else ""
        return {"content": f"{lead}![image]({url})"}
    image = {"type": "image_url", "image_url": {"url": url}, "index": 0}
    return {"content": clean(picture.description) if chat.words else "", "images": [image]}


def _count(usage: Usage) -> dict[str, Any]:
    return {
        "prompt_tokens": usage.input_tokens,
        "completion_tokens": usage.output_tokens,
        "total_tokens": usage.total_tokens,
        "prompt_tokens_details": {
            "text_tokens": usage.text_tokens,
            "image_tokens": usage.image_tokens,
            "cached_tokens": 0,
            "audio_tokens": 0,
        },
        "completion_tokens_details": {
            "image_tokens": usage.output_tokens,
            "text_tokens": 0,
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }

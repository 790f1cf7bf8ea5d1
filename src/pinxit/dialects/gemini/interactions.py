"""Interactions that make a picture: reading the request, writing the resource, its events and its errors.

Nothing is stored: an interaction is over when it is answered. What would need a store (`store: true`, `background`,
`previous_interaction_id`, webhooks) is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from pinxit.core.errors import Blocked, InvalidRequest, NotFound
from pinxit.core.images import Picture, Source
from pinxit.core.sources import Reference, read_base64
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import count_text
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.gemini.conversations import Turn, read_text, settle
from pinxit.dialects.gemini.errors import choose_headers, choose_message, find_words, list_details
from pinxit.dialects.gemini.interaction_models import (
    InteractionFormat,
    InteractionGenerationConfig,
    InteractionImageConfig,
    InteractionPart,
    InteractionRequest,
    InteractionStep,
)
from pinxit.dialects.gemini.messages import check_media, list_unread, read_address, read_message, refuse_unable
from pinxit.dialects.gemini.wishes import Shape, Wish, read_format, read_modalities, read_seed, read_shape
from pinxit.dialects.openai import Answer
from pinxit.dialects.profiles import Refusal, own
from pinxit.dialects.wire import clean

HEARTBEAT = b": still at it\n\n"
DONE = b"event: done\ndata: [DONE]\n\n"

# Fields that ask for what cannot be done here, with what to do instead.
_REFUSED = {
    "background": "work in the background comes with jobs; leave it out and wait, or use `stream`",
    "store": "nothing is stored here; send false",
    "previous_interaction_id": "nothing is stored here; send the earlier steps in `input`",
    "webhook_config": "it comes with jobs",
    "cached_content": "this server caches no content; send it in `input`",
    "continuation_token": "answers come whole, there is nothing to continue",
    "environment": "nothing is run here",
    "tools": "this model uses no tools",
}
# Fields of the core's request, where one of them is to blame, in the names of this message.
_FIELDS = {
    "prompt": "input",
    "image": "input",
    "size": "response_format",
    "output_format": "response_format.mime_type",
    "seed": "generation_config.seed",
}
_SIZE_FIELDS = ("aspect_ratio", "image_size")
# Fields that are accepted though no picture depends on them.
_UNREAD_CONFIG = (
    "temperature",
    "top_p",
    "max_output_tokens",
    "stop_sequences",
    "thinking_level",
    "thinking_summaries",
    "tool_choice",
)
_REFUSED_CONFIG = ("speech_config", "transcription_config", "video_config")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an interaction asked for: the name of the model, the wish, and whether it is streamed."""

    model: str
    wish: Wish
    stream: bool


def read_interaction(body: bytes) -> Asked:
    """The body of `POST /v1beta/interactions`. Raises InvalidRequest, with the field's path as its param."""
    message = read_message(InteractionRequest, body)
    for field, why in _REFUSED.items():
        if getattr(message, field):
            raise refuse_unable(field, why)
    config = message.generation_config or InteractionGenerationConfig()
    for field in _REFUSED_CONFIG:
        if getattr(config, field) is not None:
            raise refuse_unable(f"generation_config.{field}", "this model makes pictures")
    image = _choose_format(message)
    settled = settle(
        [_read_turn(step, f"input[{number}]") for number, step in enumerate(message.input) if step.type != "thought"],
        message.system_instruction or "",
        "input",
    )
    chosen = read_format(*_choose_mime(message, image))
    shape = _choose_shape(image, config.image_config or InteractionImageConfig())
    model = message.model.removeprefix("models/")  # the name as models are listed
    wish = Wish(
        prompt=settled.prompt,
        references=settled.pictures,
        anew=settled.anew,
        size=read_shape(shape, model),
        seed=read_seed(config.seed),
        format=chosen,
        words=_want_words(message),
        ignored=(
            *list_unread(message, ("safety_settings", "service_tier", "labels")),
            *list_unread(config, _UNREAD_CONFIG),
        ),
    )
    return Asked(model, wish, bool(message.stream))


@dataclass(frozen=True, slots=True)
class Resource:
    """One interaction as it is told: its id, the model by the name that was asked for, when it began; `words` too."""

    id: str
    model: str
    begun: float
    words: bool = True

    def write_whole(self, result: ImageResult, now: float) -> Answer:
        """The finished interaction. `now` is in Unix seconds."""
        sealed = Enclosures()
        content = [self._show(sealed, picture) for picture in result.pictures]
        if self.words:
            content = [{"type": "text", "text": clean(picture.description)} for picture in result.pictures] + content
        steps = [{"type": "model_output", "content": content}]
        return sealed.seal(self._describe("completed", now) | {"steps": steps, "usage": self._count(result)})

    def write_refusal(self, blocked: Blocked, now: float) -> bytes:
        """A declined wish: a failed interaction with the reason as its error."""
        fault = {"code": f"blocked_{blocked.reason}", "message": clean(blocked.message)}
        return orjson.dumps(self._describe("failed", now) | {"steps": [], "errors": [fault]})

    def tell_refusal(self, blocked: Blocked, now: float) -> Iterator[bytes]:
        """The events of a declined wish."""
        failed = orjson.loads(self.write_refusal(blocked, now))
        yield _event("interaction.created", {"interaction": self._describe("in_progress", now)})
        yield _event("error", {"error": failed["errors"][0]})
        yield _event("interaction.completed", {"interaction": failed})
        yield DONE

    def tell_start(self, now: float) -> Iterator[bytes]:
        """The events before anything is there."""
        yield _event("interaction.created", {"interaction": self._describe("in_progress", now)})
        yield _event("interaction.status_update", {"interaction_id": self.id, "status": "in_progress"})
        yield _event("step.start", {"index": 0, "step": {"type": "model_output"}})

    def tell_picture(self, picture: Picture) -> Iterator[bytes]:
        """The events of a picture: what was drawn, then the picture itself."""
        if self.words:
            delta = {"type": "text", "text": clean(picture.description)}
            yield _event("step.delta", {"index": 0, "delta": delta})
        sealed = Enclosures()
        delta = self._show(sealed, picture)
        event = {"event_type": "step.delta", "index": 0, "delta": delta}
        yield b"event: step.delta\ndata: " + b"".join(sealed.seal(event).pieces) + b"\n\n"

    def tell_end(self, result: ImageResult, now: float) -> Iterator[bytes]:
        """The events at the end, with what it cost. The picture is not repeated."""
        usage = self._count(result)
        yield _event("step.stop", {"index": 0, "usage": usage})
        finished = self._describe("completed", now) | {"usage": usage}
        yield _event("interaction.completed", {"interaction": finished})
        yield DONE

    def _describe(self, status: str, now: float) -> dict[str, Any]:
        return {
            "id": self.id,
            "object": "interaction",
            "model": self.model,
            "status": status,
            "created": _tell_time(self.begun),
            "updated": _tell_time(now),
        }

    def _show(self, sealed: Enclosures, picture: Picture) -> dict[str, Any]:
        mark = sealed.enclose(picture).partition(",")[2]
        return {"type": "image", "mime_type": picture.format.mime, "data": mark}

    def _count(self, result: ImageResult) -> dict[str, Any]:
        usage = result.usage
        words = sum(count_text(picture.description) for picture in result.pictures) if self.words else 0
        return {
            "total_input_tokens": usage.input_tokens,
            "total_output_tokens": usage.output_tokens + words,
            "total_thought_tokens": 0,
            "total_tokens": usage.total_tokens + words,
            "input_tokens_by_modality": _split(usage.text_tokens, usage.image_tokens),
            "output_tokens_by_modality": _split(words, usage.output_tokens),
        }


def refuse_unknown(name: str) -> NotFound:
    """The error for every interaction that somebody wants to see again, stop or delete."""
    return NotFound(f"Interaction {name[:80]!r} not found: this server stores no interactions.", param="id")


def write_error(error: Exception, allow: str | None = None) -> Refusal:
    """Any exception as interactions tell it: `{"error": {"code", "message"}}` with a word as the code."""
    error = own(error)
    words = find_words(error)
    return Refusal(words.status, orjson.dumps({"error": _describe_error(error)}), choose_headers(error, allow))


def write_failure(error: Exception) -> bytes:
    """The event of an error in the middle of a stream."""
    return _event("error", {"error": _describe_error(own(error))}) + DONE


def _describe_error(error: Any) -> dict[str, Any]:
    words = find_words(error)
    described: dict[str, Any] = {"code": words.code, "message": choose_message(error)}
    if details := list_details(error, words, _FIELDS):
        described["details"] = details
    return described


def _event(kind: str, content: dict[str, Any]) -> bytes:
    return b"event: " + kind.encode() + b"\ndata: " + orjson.dumps({"event_type": kind, **content}) + b"\n\n"


def _tell_time(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _split(text: int, image: int) -> list[dict[str, Any]]:
    counted = (("text", text), ("image", image))
    return [{"modality": modality, "tokens": tokens} for modality, tokens in counted if tokens]


def _read_turn(step: InteractionStep, where: str) -> Turn:
    user = step.type == "user_input"
    pieces: list[str | Reference] = []
    for number, part in enumerate(step.content or ()):
        path = f"{where}.content[{number}]"
        if part.type == "text":
            pieces += read_text(part.text or "") if user else (part.text or "",)
        elif part.type == "image":
            pieces.append(_read_picture(part, path))
        else:
            raise refuse_unable(f"{path}.type", f"this model takes texts and pictures, no {part.type}")
    return Turn(user, tuple(pieces))


def _read_picture(part: InteractionPart, path: str) -> Reference:
    check_media(part.mime_type, f"{path}.mime_type")
    if (part.data is None) == (part.uri is None):
        raise InvalidRequest(
            f"`{path}` needs either `data`, the picture in base64, or `uri`, its address.",
            param=path,
            code="missing_required_parameter",
        )
    if part.uri is not None:
        return read_address(part.uri, f"{path}.uri")
    return Source(read_base64(part.data or "", f"{path}.data"), f"{path}.data")


def _choose_format(message: InteractionRequest) -> InteractionFormat:
    """The picture's format among those asked for. Raises InvalidRequest for formats that nothing here makes."""
    formats = message.response_format or []
    for one in formats:
        if one.type in {"audio", "video"} or one.json_schema is not None:
            raise refuse_unable("response_format", "this model makes pictures; ask for the type image")
        if one.delivery == "uri":
            raise refuse_unable("response_format.delivery", "pictures come inline")
    images = [one for one in formats if one.type == "image"]
    if len(images) > 1:
        raise refuse_unable("response_format", "one picture is made at a time")
    if formats and not images:
        raise refuse_unable("response_format", "this model makes pictures; ask for the type image too")
    return images[0] if images else InteractionFormat(type="image")


def _want_words(message: InteractionRequest) -> bool:
    words = read_modalities(message.response_modalities, "response_modalities")
    if message.response_modalities or not message.response_format:
        return words
    return any(one.type == "text" for one in message.response_format)


def _choose_mime(message: InteractionRequest, image: InteractionFormat) -> tuple[str | None, str]:
    if image.mime_type or message.response_mime_type in (None, "", "text/plain"):
        return image.mime_type, "response_format.mime_type"
    return message.response_mime_type, "response_mime_type"


def _choose_shape(image: InteractionFormat, older: InteractionImageConfig) -> Shape:
    used = Shape(image.aspect_ratio, image.image_size, "response_format", _SIZE_FIELDS)
    return used.merge(Shape(older.aspect_ratio, older.image_size, "generation_config.image_config", _SIZE_FIELDS))

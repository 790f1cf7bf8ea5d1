"""Interactions that make a picture: reading the request, going on with an earlier one, and errors.

What is stored of an interaction is its job, whose manner holds the words of the conversation so far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from pinxit.core.errors import InvalidRequest, NotFound, PinxitError
from pinxit.core.images import MAX_PROMPT, Source
from pinxit.core.sources import Reference, read_base64
from pinxit.dialects.gemini.conversations import Turn, read_text, settle
from pinxit.dialects.gemini.errors import choose_headers, choose_message, find_words, list_details
from pinxit.dialects.gemini.interaction_models import (
    InteractionFormat,
    InteractionGenerationConfig,
    InteractionImageConfig,
    InteractionPart,
    InteractionRequest,
    InteractionStep,
    InteractionWebhookConfig,
)
from pinxit.dialects.gemini.messages import check_media, list_unread, read_address, read_message, refuse_unable
from pinxit.dialects.gemini.wishes import Shape, Wish, read_format, read_modalities, read_seed, read_shape
from pinxit.dialects.profiles import Refusal, own
from pinxit.dialects.wire import clean

# Fields that ask for what cannot be done here, with what to do instead.
_REFUSED = {
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


# Stands for a picture that the user sent in an earlier interaction: all that counts later is that there was one.
_SENT = Source(
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
    "previous_interaction_id",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an interaction asked for: the name of the model, the wish, and whether it is streamed.

    `turns` are those of its own input, `earlier` those of the interactions before it, `previous` is the last of these;
    `system` is its system instruction. `store` says that it can be asked for later, `background` that nobody waits,
    and `webhook` is told of its end.
    """

    model: str
    wish: Wish
    stream: bool
    turns: tuple[Turn, ...] = ()
    earlier: tuple[Turn, ...] = ()
    system: str = ""
    previous: str | None = None
    store: bool = True
    background: bool = False
    webhook: str | None = None

    def go_on(self, earlier: Sequence[Turn]) -> Asked:
        """The same as the next turn of an earlier conversation. Raises InvalidRequest."""
        settled = settle([*earlier, *self.turns], self.system, "input")
        wish = replace(self.wish, prompt=settled.prompt, references=settled.pictures, anew=settled.anew)
        return replace(self, wish=wish, earlier=tuple(earlier))

    def pack(self) -> dict[str, Any]:
        """The manner of its job: how it is told later, and what was said so far."""
        earlier, turns = _pack_turns(self.earlier), _pack_turns(self.turns)
        return {
            "dialect": "interactions",
            "words": self.wish.words,
            "store": self.store,
            "background": self.background,
            "previous": self.previous,
            "earlier": earlier,
            "turns": turns,
        }


def read_interaction(body: bytes) -> Asked:
    """The body of `POST /v1beta/interactions`. Raises InvalidRequest, with the field's path as its param."""
    message = read_message(InteractionRequest, body)
    config = message.generation_config or InteractionGenerationConfig()
    _check_able(message, config)
    webhook = _read_webhook(message)
    image = _choose_format(message)
    steps = [(number, step) for number, step in enumerate(message.input) if step.type != "thought"]
    turns = tuple(_read_turn(step, f"input[{number}]") for number, step in steps)
    settled = settle(turns, message.system_instruction or "", "input")
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
    return Asked(
        model,
        wish,
        bool(message.stream),
        turns,
        system=message.system_instruction or "",
        previous=message.previous_interaction_id or None,
        store=message.store is not False,
        background=bool(message.background),
        webhook=webhook,
    )


def unpack_conversation(manner: Mapping[str, Any], picture: Source, words: str) -> list[Turn]:
    """What was said up to the end of an interaction: the turns of its job's manner, then its answer."""
    said = [_unpack_turn(*turn) for turn in (*manner.get("earlier", ()), *manner.get("turns", ()))]
    return [*said, Turn(user=False, pieces=(words, picture))]


def refuse_unknown(name: str) -> NotFound:
    """The error for every interaction that is not there, not stored or another key's."""
    return NotFound(
        f"Interaction {name[:80]!r} not found: it was not stored, or it is deleted or forgotten already.", param="id"
    )


def refuse_previous(name: str, why: str) -> InvalidRequest:
    """The error for an earlier interaction that cannot be gone on with."""
    return InvalidRequest(
        f"`previous_interaction_id` {name[:80]!r} {why}.", param="previous_interaction_id", code="invalid_value"
    )


def write_error(error: Exception, allow: str | None = None) -> Refusal:
    """Any exception as interactions tell it: `{"error": {"code", "message"}}` with a word as the code."""
    error = own(error)
    words = find_words(error)
    return Refusal(words.status, orjson.dumps({"error": describe_error(error)}), choose_headers(error, allow))


def describe_error(error: PinxitError) -> dict[str, Any]:
    """An error of the core in the words of interactions."""
    words = find_words(error)
    described: dict[str, Any] = {"code": words.code, "message": choose_message(error)}
    if details := list_details(error, words, _FIELDS):
        described["details"] = details
    return described


def _check_able(message: InteractionRequest, config: InteractionGenerationConfig) -> None:
    """Raise InvalidRequest for fields that ask for what cannot be done here."""
    for field, why in _REFUSED.items():
        if getattr(message, field):
            raise refuse_unable(field, why)
    for field in _REFUSED_CONFIG:
        if getattr(config, field) is not None:
            raise refuse_unable(f"generation_config.{field}", "this model makes pictures")


def _read_webhook(message: InteractionRequest) -> str | None:
    """Where to tell that the interaction is over. Raises InvalidRequest for what contradicts it."""
    if message.background and message.store is False:
        raise InvalidRequest(
            "`background` needs `store`: what is not stored could never be fetched. Leave `store` out.",
            param="store",
            code="invalid_value",
        )
    config = message.webhook_config or InteractionWebhookConfig()
    if config.user_metadata:
        raise refuse_unable("webhook_config.user_metadata", "events carry the interaction's id; keep the rest with it")
    uris = config.uris or []
    if len(uris) > 1:
        raise refuse_unable("webhook_config.uris", "one address is told; send one")
    if uris and not message.background:
        raise refuse_unable("webhook_config", "it tells of work in the background; send `background` true as well")
    return uris[0] if uris else None


def _pack_turns(turns: Sequence[Turn]) -> list[list[Any]]:
    """Turns as JSON: whose, the texts, and whether there were pictures. The oldest texts of very many are dropped."""
    packed: list[list[Any]] = []
    room = MAX_PROMPT
    for turn in reversed(turns):
        texts = [clean(text)[:MAX_PROMPT] for text in turn.texts]
        room -= sum(map(len, texts))
        if room < 0:
            # Without its beginning a conversation cannot be drawn anew: it counts as begun with a picture.
            packed.append([True, [], True])
            break
        packed.append([turn.user, texts, bool(turn.pictures)])
    return packed[::-1]


def _unpack_turn(user: bool, texts: Sequence[str], pictured: bool) -> Turn:
    return Turn(user, (*texts, *([_SENT] if pictured else ())))


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

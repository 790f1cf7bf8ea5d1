"""Chat completions in typed models: what a request may hold and what an answer holds.

Field by field after the newest official client; `modalities` with `image`, `image_config` and `message.images` are as
OpenRouter has them, `experimental_attachments` as the seed's service has them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from pinxit.core.images import MAX_PICTURES
from pinxit.dialects.openai.models import Model
from pinxit.dialects.wire import WHOLE, Wire

MAX_MESSAGES = 2_000
_MAX_PARTS = 500
_MAX_USER = 512


class _Short:
    """Marks a field for which a plain string may stand."""

    def __init__(self, spread: Callable[[object], object]) -> None:
        self._spread = spread

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._spread, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler(schema)
        # One schema of two types rather than a union: a refusal can then name the part that is wrong.
        return {**long, "type": ["string", "array"]} if "items" in long else {"anyOf": [{"type": "string"}, long]}


def _spread_url(value: object) -> object:
    if not isinstance(value, str | dict):
        raise PydanticCustomError("url", "must be an address or an object with a `url`")
    return {"url": value} if isinstance(value, str) else value


def _spread_parts(value: object) -> object:
    if not isinstance(value, str | list):
        raise PydanticCustomError("parts", "must be a string or a list of parts")
    parts = [value] if isinstance(value, str) else value
    return [{"type": "text", "text": part} if isinstance(part, str) else part for part in parts]


class ImageUrl(Wire):
    """The address of a picture: https, http or a data URL."""

    url: str = Field(description="Give the address of the picture, or a data URL.")
    detail: str | None = Field(None, description="How closely a model looks; a drawing engine has one way of it.")


PlainOrUrl = Annotated[ImageUrl, _Short(_spread_url)]


class Part(Wire):
    """A piece of a message: words or a picture."""

    type: Literal["text", "input_text", "output_text", "refusal", "image_url", "input_image"]
    text: str | None = None
    image_url: PlainOrUrl | None = Field(None, description="An address, or an object with a `url`.")


Parts = Annotated[list[Part], Field(max_length=_MAX_PARTS), _Short(_spread_parts)]


class Attachment(Wire):
    """A picture beside the words of a message, as the seed's service takes it."""

    url: str = Field(description="Give the address of the picture, or a data URL.")
    contentType: str | None = None  # noqa: N815  (the name on the wire)


class ImagePart(Wire):
    """A picture of an earlier answer, as OpenRouter writes it."""

    image_url: PlainOrUrl = Field(description="Give its address or a data URL, or an object with it as `url`.")


class Message(Wire):
    """One turn of a conversation."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"] = Field(
        description="Say who speaks: user, assistant or system."
    )
    content: Parts | None = Field(None, description="A string, or a list of parts.")
    images: list[ImagePart] | None = None
    experimental_attachments: list[Attachment] | None = None


class ImageConfig(Wire):
    """The shape and the resolution of what is drawn."""

    aspect_ratio: Annotated[str, Field(examples=["16:9"])] | None = None
    image_size: Annotated[str, Field(examples=["2K"])] | None = Field(None, description="512, 1K, 2K or 4K.")


class StreamOptions(Wire):
    include_usage: bool | None = Field(None, description="End the stream with the tokens.")


class ChatRequest(Wire):
    """`POST /v1/chat/completions`. The last message of the user says what to draw. Null means the default.

    Fields for sampling words (`temperature`, `top_p`, `max_tokens` and their like) are taken and change nothing; fields
    that would want an answer in words are refused.
    """

    model: Model
    messages: Annotated[
        list[Message],
        # Checked by the reader, whose words are better.
        Field(description="Send at least one message.", json_schema_extra={"minItems": 1, "maxItems": MAX_MESSAGES}),
    ]
    modalities: list[str] | None = Field(
        None, description="With `image`, pictures come in `message.images`; else as markdown in `message.content`."
    )
    image_config: ImageConfig | None = None
    size: Annotated[str, Field(examples=["16:9"])] | None = Field(
        None, description="A ratio, WIDTHxHEIGHT in pixels, a class of resolution (512, 1K, 2K, 4K), or auto."
    )
    n: Annotated[int, Field(ge=1, le=MAX_PICTURES), WHOLE] | None = Field(None, description="How many pictures.")
    seed: Annotated[int, Field(ge=0, le=2**63 - 1), WHOLE] | None = None
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | None = None
    background: Literal["transparent", "opaque", "auto"] | None = None
    output_format: Literal["png", "jpeg", "webp"] | None = Field(None, description="png unless told.")
    user: Annotated[str, Field(max_length=_MAX_USER)] | None = None
    safety_identifier: Annotated[str, Field(max_length=_MAX_USER)] | None = None
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    tools: list[Any] | None = Field(None, description="Refused, unless empty.")
    functions: list[Any] | None = Field(None, description="Refused, unless empty.")
    response_format: dict[str, Any] | None = Field(None, description="Refused, unless of the type text.")
    logprobs: bool | None = Field(None, description="Refused, unless false.")
    top_logprobs: Annotated[int, Field(ge=0), WHOLE] | None = Field(None, description="Refused, unless 0.")
    audio: dict[str, Any] | None = Field(None, description="Refused.")
    web_search_options: dict[str, Any] | None = Field(None, description="Refused.")


class PromptDetails(Wire):
    text_tokens: int = Field(ge=0)
    image_tokens: int = Field(ge=0)
    cached_tokens: int = 0
    audio_tokens: int = 0


class CompletionDetails(Wire):
    image_tokens: int = Field(ge=0)
    text_tokens: int = 0
    reasoning_tokens: int = 0
    audio_tokens: int = 0
    accepted_prediction_tokens: int = 0
    rejected_prediction_tokens: int = 0


class ChatUsage(Wire):
    """Tokens of a request."""

    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)
    total_tokens: int = Field(ge=0)
    prompt_tokens_details: PromptDetails
    completion_tokens_details: CompletionDetails


class AnsweredUrl(Wire):
    url: str = Field(description="A data URL.")


class AnsweredImage(Wire):
    type: Literal["image_url"]
    image_url: AnsweredUrl
    index: int = Field(0, ge=0)


class ChatMessage(Wire):
    """A picture: in `content` as markdown, or in `images` with what was drawn as `content`."""

    role: Literal["assistant"]
    content: str
    refusal: None = None
    images: list[AnsweredImage] | None = None


class ChatChoice(Wire):
    index: int = Field(ge=0)
    message: ChatMessage
    logprobs: None = None
    finish_reason: Literal["stop"]


class ChatAnswer(Wire):
    """One choice for each picture."""

    id: str
    object: Literal["chat.completion"]
    created: int = Field(description="Unix time in seconds, for every client.")
    model: str = Field(description="The name that was asked for.")
    choices: list[ChatChoice] = Field(min_length=1, max_length=MAX_PICTURES)
    usage: ChatUsage


class ChatDelta(Wire):
    role: Literal["assistant"] | None = None
    content: str | None = None
    images: list[AnsweredImage] | None = None


class ChatChunkChoice(Wire):
    index: int = Field(ge=0)
    delta: ChatDelta
    logprobs: None = None
    finish_reason: Literal["stop"] | None = None


class ChatChunk(Wire):
    """An event of a stream. With `stream_options.include_usage` the last one has the tokens and no choice."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChatChunkChoice]
    usage: ChatUsage | None = None

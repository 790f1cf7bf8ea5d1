"""The messages of Gemini's API that are about pictures: typed models that validate and describe themselves.

Names are sent in camelCase and read in snake_case too. What these models do not declare is refused by name, as Google
does. Fields that a picture does not depend on (sampling, safety settings, labels, tiers) are declared and accepted;
those that would change what comes back and that nothing here can do (caches, schemas, tools, speech) are declared, so
that `reading` can refuse them by name.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, JsonValue

from pinxit.dialects.gemini.interaction_models import (
    Interaction,
    InteractionError,
    InteractionErrorEnvelope,
    InteractionEvent,
    InteractionRequest,
    Seed,
)
from pinxit.dialects.wire import WHOLE, CamelWire, Prompt, Whole

__all__ = [
    "Blob",
    "Candidate",
    "Content",
    "CountTokensRequest",
    "CountTokensResponse",
    "ErrorEnvelope",
    "FileData",
    "GeminiModel",
    "GenerateContentRequest",
    "GenerateContentResponse",
    "GenerationConfig",
    "ImageConfig",
    "ImageResponseFormat",
    "Interaction",
    "InteractionError",
    "InteractionErrorEnvelope",
    "InteractionEvent",
    "InteractionRequest",
    "ModelList",
    "Part",
    "PredictRequest",
    "PredictResponse",
    "PromptFeedback",
    "UsageMetadata",
]

Percent = Annotated[int, Field(ge=0, le=100), WHOLE]
_MANY: Any = Field(max_length=5000)
_SOME: dict[str, JsonValue] = {"minItems": 1}  # none at all is refused by `conversations`, which knows why
SampleCount = Annotated[int, Field(ge=1, le=8), WHOLE]


def _list_parts(value: object) -> object:
    """One part, or a text alone, as the list of parts that it stands for."""
    if isinstance(value, str):
        return [{"text": value}]
    return [value] if isinstance(value, dict) else value


def _list_contents(value: object) -> object:
    """One turn, a text alone, or a list with texts in it, as the list of turns that it stands for."""
    if isinstance(value, str):
        return [{"parts": [{"text": value}]}]
    if isinstance(value, list):
        return [{"parts": [{"text": one}]} if isinstance(one, str) else one for one in value]
    return [value] if isinstance(value, dict) else value


def _wrap_instruction(value: object) -> object:
    """The turn that an instruction stands for. Its role tells nothing, and many send `system`."""
    if isinstance(value, dict):
        return {name: said for name, said in value.items() if name != "role" or not isinstance(said, str)}
    return {"parts": value} if isinstance(value, str | list) else value


def _list_one(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class Message(CamelWire):
    """What all messages are: unknown names are kept, only to be refused by name."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class Blob(Message):
    """Bytes in base64, of either alphabet, with or without padding."""

    mime_type: str | None = Field(default=None, examples=["image/png"])
    data: str = Field(description="Send the picture's bytes in base64.")
    display_name: str | None = None


class FileData(Message):
    """A picture at an address: http, https or a data URL."""

    file_uri: str = Field(description="Send an https, http or data URL.", examples=["https://example.com/a.png"])
    mime_type: str | None = None
    display_name: str | None = None


class Part(Message):
    """A text or a picture. Thoughts are accepted and not read; a picture's signature goes to the model that gave it."""

    text: str | None = None
    inline_data: Blob | None = None
    file_data: FileData | None = None
    thought: bool | None = None
    thought_signature: str | None = None
    media_resolution: Any = None
    media_processing: Any = None
    part_metadata: dict[str, Any] | None = None
    video_metadata: dict[str, Any] | None = None
    document_metadata: dict[str, Any] | None = None
    function_call: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    function_response: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    executable_code: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    code_execution_result: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    tool_call: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    tool_response: dict[str, Any] | None = Field(default=None, description="Not of use here: refused.")
    audio_transcription: Any = Field(default=None, description="Not of use here: refused.")
    audio_metadata: Any = Field(default=None, description="Not of use here: refused.")
    speech_metadata: Any = Field(default=None, description="Not of use here: refused.")
    spreadsheet_metadata: Any = Field(default=None, description="Not of use here: refused.")


class Content(Message):
    """A turn of a conversation."""

    role: Literal["user", "model"] | None = None
    parts: Annotated[list[Part], _MANY, BeforeValidator(_list_parts)] = Field(
        default_factory=list,
        description="Send a list of parts, each with a text or a picture.",
        json_schema_extra=_SOME,
    )


class ImageOutputOptions(Message):
    """How the picture is encoded."""

    mime_type: str | None = Field(default=None, examples=["image/jpeg"])
    compression_quality: Percent | None = None


class ImageConfig(Message):
    """The picture's shape and size, and, as in Vertex AI, how it is encoded."""

    aspect_ratio: str | None = Field(default=None, examples=["16:9"])
    image_size: str | None = Field(default=None, examples=["2K"])
    output_mime_type: str | None = Field(default=None, examples=["image/jpeg"])
    output_compression_quality: Percent | None = None
    image_output_options: ImageOutputOptions | None = None
    person_generation: str | None = Field(default=None, description="Accepted; it changes nothing.")
    prominent_people: str | None = Field(default=None, description="Accepted; it changes nothing.")


class ImageResponseFormat(Message):
    """The newer place for the picture's shape and size."""

    aspect_ratio: str | None = Field(default=None, examples=["16:9"])
    image_size: str | None = Field(default=None, examples=["2K"])
    mime_type: str | None = Field(default=None, examples=["image/png"])
    delivery: str | None = Field(default=None, description="INLINE; addresses are not given out.")


class ResponseFormat(Message):
    """What the answer is made of; only the picture's part is read."""

    image: ImageResponseFormat | None = None
    text: dict[str, Any] | None = None
    audio: dict[str, Any] | None = Field(default=None, description="Refused: nothing is spoken here.")
    video: dict[str, Any] | None = Field(default=None, description="Refused: nothing is filmed here.")


class GenerationConfig(Message):
    """How the picture is made."""

    candidate_count: Annotated[int, Field(ge=0), WHOLE] | None = Field(
        default=None, description="1; more are refused, as by Google's picture models."
    )
    seed: Seed | None = None
    response_modalities: list[str] | None = Field(default=None, examples=[["TEXT", "IMAGE"]])
    image_config: ImageConfig | None = None
    response_format: Annotated[list[ResponseFormat], BeforeValidator(_list_one)] | None = None
    response_mime_type: str | None = None
    response_schema: Any = Field(default=None, description="Refused: pictures follow no schema.")
    response_json_schema: Any = Field(default=None, description="Refused: pictures follow no schema.")
    speech_config: Any = Field(default=None, description="Refused: nothing is spoken here.")
    audio_transcription_config: Any = Field(default=None, description="Refused: nothing is transcribed here.")
    translation_config: Any = Field(default=None, description="Refused: nothing is translated here.")
    response_logprobs: bool | None = Field(default=None, description="Refused when true.")
    logprobs: Whole | None = Field(default=None, description="Refused.")
    temperature: float | None = None
    top_p: float | None = None
    top_k: float | None = None
    max_output_tokens: Whole | None = None
    stop_sequences: list[str] | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    thinking_config: dict[str, Any] | None = None
    media_resolution: str | None = None
    routing_config: dict[str, Any] | None = None
    model_selection_config: dict[str, Any] | None = None
    model_config_: dict[str, Any] | None = Field(default=None, alias="modelConfig")
    audio_timestamp: bool | None = None
    enable_affective_dialog: bool | None = None
    enable_enhanced_civic_answers: bool | None = None


class GenerateContentRequest(Message):
    """`:generateContent` and `:streamGenerateContent`."""

    contents: Annotated[list[Content], _MANY, BeforeValidator(_list_contents)] = Field(
        description='Send a list of turns, such as [{"role": "user", "parts": [{"text": "a fox"}]}].',
        json_schema_extra=_SOME,
    )
    system_instruction: Annotated[Content, BeforeValidator(_wrap_instruction)] | None = None
    generation_config: GenerationConfig | None = None
    safety_settings: list[dict[str, Any]] | None = None
    tools: list[dict[str, Any]] | None = Field(
        default=None, description="Refused, unless empty: this model uses no tools."
    )
    tool_config: dict[str, Any] | None = None
    cached_content: str | None = Field(default=None, description="Refused: nothing is cached here.")
    continuation_token: str | None = Field(default=None, description="Refused: answers come whole.")
    labels: dict[str, str] | None = None
    service_tier: str | None = None
    store: bool | None = None
    model: str | None = Field(default=None, description="Accepted; the URL names the model.")


class CountTokensRequest(Message):
    """`:countTokens`: the turns alone, or a whole request."""

    contents: Annotated[list[Content], _MANY, BeforeValidator(_list_contents)] | None = None
    generate_content_request: GenerateContentRequest | None = None
    system_instruction: Annotated[Content, BeforeValidator(_wrap_instruction)] | None = None
    generation_config: GenerationConfig | None = None
    tools: list[dict[str, Any]] | None = None
    model: str | None = None


class ModalityTokenCount(Message):
    """How many tokens are words, how many pictures."""

    modality: Literal["TEXT", "IMAGE"]
    token_count: int


class UsageMetadata(Message):
    """What a request cost in tokens; the total is the sum of the prompt and the candidates."""

    prompt_token_count: int
    candidates_token_count: int | None = None
    total_token_count: int
    thoughts_token_count: int | None = None
    tool_use_prompt_token_count: int | None = None
    prompt_tokens_details: list[ModalityTokenCount] = Field(default_factory=list)
    candidates_tokens_details: list[ModalityTokenCount] | None = None


class Candidate(Message):
    """The answer. Without a picture it has a `finishReason` that says why, and no content."""

    content: Content | None = None
    finish_reason: str | None = Field(default=None, examples=["STOP", "IMAGE_SAFETY", "NO_IMAGE"])
    finish_message: str | None = None
    index: int = 0


class PromptFeedback(Message):
    """Why a wish was declined before anything was drawn."""

    block_reason: str = Field(examples=["SAFETY"])
    block_reason_message: str | None = None


class GenerateContentResponse(Message):
    """The answer to `:generateContent`, and each chunk of `:streamGenerateContent`."""

    candidates: list[Candidate] | None = None
    prompt_feedback: PromptFeedback | None = None
    usage_metadata: UsageMetadata | None = None
    model_version: str | None = None
    response_id: str | None = None


class CountTokensResponse(Message):
    """What a request would cost on its way in."""

    total_tokens: int
    prompt_tokens_details: list[ModalityTokenCount] = Field(default_factory=list)


class GeminiModel(Message):
    """A model, as Google lists it."""

    name: str = Field(examples=["models/auto"])
    base_model_id: str | None = None
    version: str
    display_name: str
    description: str
    input_token_limit: int
    output_token_limit: int
    supported_generation_methods: list[str]
    thinking: bool = False


class ModelList(Message):
    """A page of models. The last page has no `nextPageToken`."""

    models: list[GeminiModel]
    next_page_token: str | None = None


class PredictImage(Message):
    """A picture to work from."""

    bytes_base64_encoded: str = Field(alias="bytesBase64Encoded")
    mime_type: str | None = None


class PredictInstance(Message):
    """What to draw."""

    prompt: Prompt = Field(description="Say what the picture should show.")
    image: PredictImage | None = None


class PredictOutput(Message):
    """How the pictures are encoded."""

    mime_type: str | None = Field(default=None, examples=["image/jpeg"])
    compression_quality: Percent | None = None


class PredictParameters(Message):
    """How the pictures are made."""

    sample_count: SampleCount | None = None
    aspect_ratio: str | None = Field(default=None, examples=["16:9"])
    sample_image_size: str | None = Field(default=None, examples=["1K"])
    image_size: str | None = Field(default=None, examples=["1K"])
    output_options: PredictOutput | None = None
    output_mime_type: str | None = None
    seed: Seed | None = None
    negative_prompt: str | None = Field(default=None, description="For models whose card has it.")
    guidance_scale: float | None = Field(default=None, description="For models whose card has it.")
    add_watermark: bool | None = None
    enhance_prompt: bool | None = None
    include_rai_reason: bool | None = None
    include_safety_attributes: bool | None = None
    language: str | None = None
    person_generation: str | None = None
    safety_setting: str | None = None
    safety_filter_level: str | None = None


class PredictRequest(Message):
    """`:predict`, in the manner of Imagen."""

    instances: Annotated[list[PredictInstance], BeforeValidator(_list_one)] = Field(
        min_length=1, max_length=1, description='Send one instance, such as [{"prompt": "a fox"}].'
    )
    parameters: PredictParameters | None = None


class Prediction(Message):
    """A picture, or why there is none."""

    mime_type: str | None = None
    bytes_base64_encoded: str | None = Field(default=None, alias="bytesBase64Encoded")
    prompt: str | None = None
    rai_filtered_reason: str | None = None


class PredictResponse(Message):
    """As many predictions as pictures."""

    predictions: list[Prediction]


class ErrorStatus(Message):
    """`code` is the HTTP status; `details` hold typed objects, each with its `@type`."""

    code: int
    message: str
    status: str = Field(examples=["INVALID_ARGUMENT"])
    details: list[dict[str, Any]] | None = None


class ErrorEnvelope(Message):
    """Every error of this dialect, but those of interactions."""

    error: ErrorStatus

"""The messages of interactions, Google's newer way of asking for a picture. Their names are in snake_case."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from pinxit.dialects.wire import WHOLE, Whole, Wire

Seed = Annotated[int, Field(ge=-(2**31), le=2**63 - 1), WHOLE]
"""Signed, as Google's are; larger ones than Google's are taken too."""


def _list_formats(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def list_steps(value: object) -> object:
    """A text, a part, parts or steps as the list of steps that they stand for."""
    if isinstance(value, str):
        return [{"type": "user_input", "content": [{"type": "text", "text": value}]}]
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return value
    steps: list[object] = []
    parts: list[object] = []  # of a turn that nobody wrapped into a step
    for one in value:
        if isinstance(one, str) or (isinstance(one, dict) and one.get("type") in _PARTS):
            if not parts:
                steps.append({"type": "user_input", "content": parts})
            parts.append({"type": "text", "text": one} if isinstance(one, str) else one)
        else:
            parts = []
            steps.append(one)
    return steps


_PARTS = ("text", "image", "audio", "video", "document")  # what is sent may be no text, so no set


class Message(Wire):
    """What all messages are: unknown names are kept, only to be refused by name."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class InteractionPart(Message):
    """A text or a picture; a picture has its bytes in base64 or an address."""

    type: Literal["text", "image", "audio", "video", "document"] = Field(description="text or image.")
    text: str | None = None
    data: str | None = None
    uri: str | None = None
    mime_type: str | None = None
    resolution: str | None = None
    annotations: list[Any] | None = None


class InteractionStep(Message):
    """One turn: what the user sent, or what the model answered. Thoughts are not read."""

    type: Literal["user_input", "model_output", "thought"] = Field(description="user_input or model_output.")
    content: list[InteractionPart] | None = None
    signature: str | None = None
    summary: list[Any] | None = None
    error: dict[str, Any] | None = None


class InteractionImageConfig(Message):
    """The older place for shape and size."""

    aspect_ratio: str | None = Field(default=None, examples=["16:9"])
    image_size: str | None = Field(default=None, examples=["2K"])


class InteractionGenerationConfig(Message):
    """How the picture is made; sampling and thinking are accepted and change nothing."""

    image_config: InteractionImageConfig | None = None
    seed: Seed | None = None
    temperature: float | None = None
    top_p: float | None = None
    max_output_tokens: Whole | None = None
    stop_sequences: list[str] | None = None
    thinking_level: str | None = None
    thinking_summaries: str | None = None
    tool_choice: Any = None
    speech_config: Any = Field(default=None, description="Refused: nothing is spoken here.")
    transcription_config: Any = Field(default=None, description="Refused: nothing is transcribed here.")
    video_config: Any = Field(default=None, description="Refused: nothing is filmed here.")


class InteractionFormat(Message):
    """What comes back: a picture, and with it words where `text` is asked for too."""

    type: Literal["image", "text", "audio", "video"] = Field(description="image, or text beside it.")
    aspect_ratio: str | None = Field(default=None, examples=["16:9"])
    image_size: str | None = Field(default=None, examples=["2K"])
    mime_type: str | None = Field(default=None, examples=["image/png"])
    delivery: Literal["inline", "uri"] | None = Field(default=None, description="inline; addresses are not given out.")
    json_schema: Any = Field(default=None, alias="schema", description="Refused: pictures follow no schema.")


class InteractionWebhookConfig(Message):
    """For work in the background: where to tell of its end."""

    uris: list[Annotated[str, Field(max_length=2048)]] | None = Field(default=None, description="One address.")
    user_metadata: dict[str, Any] | None = Field(default=None, description="Refused, unless empty.")


class InteractionRequest(Message):
    """`POST /v1beta/interactions`."""

    model: str = Field(min_length=1, description="Name a model; GET /v1beta/models lists them.")
    input: Annotated[list[InteractionStep], BeforeValidator(list_steps)] = Field(
        description="Send a text, parts or steps.", json_schema_extra={"minItems": 1}
    )
    response_format: Annotated[list[InteractionFormat], BeforeValidator(_list_formats)] | None = None
    response_modalities: list[str] | None = Field(default=None, examples=[["text", "image"]])
    response_mime_type: str | None = None
    generation_config: InteractionGenerationConfig | None = None
    system_instruction: str | None = None
    stream: bool | None = None
    store: bool | None = Field(default=None, description="true unless told: it can be asked for later by its id.")
    background: bool | None = Field(default=None, description="true: answered at once, and drawn while nobody waits.")
    safety_settings: list[Any] | None = None
    labels: dict[str, str] | None = None
    service_tier: str | None = None
    tools: list[Any] | None = Field(default=None, description="Refused, unless empty: this model uses no tools.")
    previous_interaction_id: str | None = Field(
        default=None, description="A stored interaction that is finished: `input` is about its picture."
    )
    webhook_config: InteractionWebhookConfig | None = None
    cached_content: str | None = Field(default=None, description="Refused: nothing is cached here.")
    continuation_token: str | None = Field(default=None, description="Refused: answers come whole.")
    environment: Any = Field(default=None, description="Refused: nothing is run here.")


class InteractionTokens(Message):
    """How many tokens are words, how many pictures."""

    modality: Literal["text", "image"]
    tokens: int


class InteractionUsage(Message):
    """What an interaction cost in tokens."""

    total_input_tokens: int
    total_output_tokens: int
    total_thought_tokens: int = 0
    total_tokens: int
    input_tokens_by_modality: list[InteractionTokens] = Field(default_factory=list)
    output_tokens_by_modality: list[InteractionTokens] = Field(default_factory=list)


class InteractionError(Message):
    """`code` is a word, such as `invalid_request`."""

    code: str = Field(examples=["invalid_request"])
    message: str
    details: list[dict[str, Any]] | None = None


class InteractionErrorEnvelope(Message):
    """Every error of the interactions."""

    error: InteractionError


class Interaction(Message):
    """The answer. The picture is in the last step of type `model_output`."""

    id: str
    object: Literal["interaction"] = "interaction"
    model: str
    status: Literal["queued", "in_progress", "completed", "failed", "cancelled"]
    created: str = Field(examples=["2026-11-22T12:00:00Z"])
    updated: str = Field(examples=["2026-11-22T12:00:03Z"])
    previous_interaction_id: str | None = None
    input: list[InteractionStep] | None = Field(default=None, description="The words of the input, where asked for.")
    steps: list[InteractionStep] = Field(default_factory=list)
    errors: list[InteractionError] | None = None
    usage: InteractionUsage | None = None


class InteractionEvent(Message):
    """A server-sent event of a streamed interaction."""

    event_type: Literal[
        "interaction.created",
        "interaction.status_update",
        "step.start",
        "step.delta",
        "step.stop",
        "interaction.completed",
        "error",
    ]
    event_id: str | None = Field(default=None, description="Go on after it: `?stream=true&last_event_id=`.")
    interaction: Interaction | None = None
    interaction_id: str | None = None
    status: str | None = None
    index: int | None = None
    step: InteractionStep | None = None
    delta: InteractionPart | None = None
    usage: InteractionUsage | None = None
    error: InteractionError | None = None

"""OpenAI's Images API in typed models: what a request may hold and what an answer holds.

Field by field after the newest official client; `seed`, `aspect_ratio`, `resolution` and `strict` are additions, which
its users send through `extra_body`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pinxit.core.images import MAX_FRAME_TIME, MAX_FRAMES, MAX_PARTIALS, MAX_PICTURES
from pinxit.dialects.wire import WHOLE, Prompt, Wire

_SIZE_HELP = "A ratio such as 16:9, WIDTHxHEIGHT in pixels, a class of resolution (512, 1K, 2K, 4K), or auto."
_MAX_USER = 512

Model = Annotated[
    str,
    Field(
        min_length=1,
        pattern=r"\S",
        description="Name a model, for example `auto`; GET /v1/models lists them.",
        examples=["auto", "gemini-2.5-flash-image"],
    ),
]
Text = Annotated[str, Field(max_length=_MAX_USER)]
Number = Annotated[int, Field(ge=1, le=MAX_PICTURES), WHOLE]


class SvgReasoning(Wire):
    """How much a model thinks before it writes an SVG."""

    effort: str | None = None


class SvgOptions(Wire):
    """Options of models that write SVG; pinxit's own draw it and take none."""

    model: str | None = None
    reasoning: SvgReasoning | None = None


class Wishes(Wire):
    """What generations and edits have in common. Null means the default; unknown fields are ignored and named."""

    n: Number | None = Field(None, description="How many pictures; 1 unless told.")
    size: Annotated[str, Field(description=_SIZE_HELP, examples=["16:9", "1024x1024", "auto"])] | None = None
    aspect_ratio: Annotated[str, Field(examples=["16:9"])] | None = Field(None, description="The shape alone.")
    resolution: Annotated[str, Field(examples=["2K"])] | None = Field(None, description="512, 1K, 2K or 4K.")
    strict: bool | None = Field(None, description="Refuse a size that the model does not make by itself.")
    quality: Literal["low", "medium", "high", "xhigh", "max", "standard", "hd", "auto"] | None = Field(
        None, description="The retired words standard and hd mean medium and high; auto is high."
    )
    background: Literal["transparent", "opaque", "auto"] | None = None
    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = Field(None, description="png unless told.")
    output_compression: Annotated[int, Field(ge=0, le=100), WHOLE] | None = Field(None, description="For jpeg, webp.")
    stream: bool | None = Field(None, description="Answer with server-sent events.")
    partial_images: Annotated[int, Field(ge=0, le=MAX_PARTIALS), WHOLE] | None = Field(
        None, description="Unfinished states of each picture, for streams."
    )
    complexity: Literal["low", "medium", "high"] | None = Field(None, description="How much a picture holds.")
    frame_count: Annotated[int, Field(ge=2, le=MAX_FRAMES), WHOLE] | None = Field(None, description="For gif; 9.")
    frame_duration_ms: Annotated[int, Field(ge=10, le=MAX_FRAME_TIME), WHOLE] | None = Field(
        None, description="For gif; 200, rounded to 10."
    )
    svg: SvgOptions | None = Field(None, description="For svg.")
    moderation: Literal["low", "auto"] | None = None
    style: Literal["vivid", "natural"] | None = None
    response_format: Literal["url", "b64_json"] | None = Field(
        None, description="b64_json unless told; url is good for an hour."
    )
    seed: Annotated[int, Field(ge=0, le=2**63 - 1), WHOLE] | None = Field(
        None, description="The same seed, the same picture."
    )
    safety_identifier: Text | None = None
    user: Text | None = Field(None, description="The older name of safety_identifier.")
    detached: bool | None = Field(None, alias="async", description="Answer at once with a job, as 202.")
    webhook: Annotated[str, Field(max_length=2048)] | None = Field(
        None, description="For async: where to tell that the job is over."
    )


class GenerationRequest(Wishes):
    """`POST /v1/images/generations`."""

    model: Model
    prompt: Annotated[
        Prompt,
        Field(
            description="Say what the picture should show. Addresses of pictures at its start are source pictures.",
            examples=["a red fox reading a newspaper"],
        ),
    ]


class DeployedGenerationRequest(GenerationRequest):
    """A generation at a path that names the model, as Azure's do."""

    model: str | None = Field(None, description="The path's name counts.")  # type: ignore[assignment]


class ImageReference(Wire):
    """A source picture by its address (https, http or a data URL), or by the id of an uploaded file."""

    image_url: str | None = None
    file_id: str | None = Field(None, description="A file of POST /v1/files with the purpose vision.")


class EditRequest(Wishes):
    """`POST /v1/images/edits` as JSON. As a form, `image`, `image[]` and `mask` are files."""

    model: Model | None = Field(None, description="auto unless told.")
    prompt: Annotated[
        Prompt, Field(description="Say what should be made of the picture.", examples=["Turn this into a watercolor"])
    ]
    images: Annotated[list[ImageReference], Field(min_length=1, max_length=16)] | None = None
    image: str | Annotated[list[str], Field(min_length=1, max_length=16)] | None = Field(
        None, description="URLs, data URLs or base64; `images` is the official field."
    )
    mask: ImageReference | str | None = Field(None, description="Transparent where the first picture may change.")
    markup: ImageReference | str | None = None
    input_fidelity: Literal["high", "low"] | None = None


class VariationRequest(Wire):
    """`POST /v1/images/variations` as a form; `image` is a file. A variation is an edit without a prompt."""

    model: Model | None = Field(None, description="auto unless told.")
    n: Number | None = None
    size: str | None = Field(None, description=_SIZE_HELP)
    output_format: Literal["png", "jpeg", "webp", "gif"] | None = None
    response_format: Literal["url", "b64_json"] | None = None
    seed: Annotated[int, Field(ge=0, le=2**63 - 1), WHOLE] | None = None
    user: Text | None = None


class TokenDetails(Wire):
    image_tokens: int = Field(ge=0)
    text_tokens: int = Field(ge=0)


class UsageAnswer(Wire):
    """Tokens of a request."""

    input_tokens: int = Field(ge=0)
    input_tokens_details: TokenDetails
    output_tokens: int = Field(ge=0)
    output_tokens_details: TokenDetails | None = Field(None, description="For OpenAI's clients.")
    total_tokens: int = Field(ge=0)


class ImageAnswer(Wire):
    b64_json: str | None = None
    url: str | None = Field(None, description="For response_format url.")
    revised_prompt: str = Field(description="What was really drawn, and what could not be.")


class ImagesAnswer(Wire):
    """Pictures in base64, what they cost, and how they were made."""

    created: int = Field(description="Unix time: seconds for OpenAI's clients, milliseconds for others.")
    data: list[ImageAnswer] = Field(min_length=1, max_length=MAX_PICTURES)
    output_format: Literal["png", "jpeg", "webp", "gif", "svg"]
    quality: Literal["low", "medium", "high", "xhigh", "max"]
    background: Literal["transparent", "opaque"]
    size: str = Field(description="The ratio that was asked for, else pixels.")
    safety_identifier: str | None = None
    usage: UsageAnswer


class _Event(Wire):
    b64_json: str
    created_at: int
    size: str
    quality: Literal["low", "medium", "high", "xhigh", "max"]
    background: Literal["transparent", "opaque", "auto"]
    output_format: Literal["png", "jpeg", "webp"]


class PartialEvent(_Event):
    """An unfinished state of a picture."""

    type: Literal["image_generation.partial_image", "image_edit.partial_image"]
    partial_image_index: int = Field(ge=0, lt=MAX_PARTIALS)


class CompletedEvent(_Event):
    """A finished picture. Of several, the first one carries the tokens of the input."""

    type: Literal["image_generation.completed", "image_edit.completed"]
    revised_prompt: str
    safety_identifier: str | None = None
    usage: UsageAnswer


class ModelAnswer(Wire):
    id: str
    object: Literal["model"]
    created: int
    owned_by: str
    served_by: str | None = Field(None, description="The model behind an alias.")
    shutdown_date: int | None = Field(None, description="Unix seconds.")


class ModelList(Wire):
    object: Literal["list"]
    data: list[ModelAnswer]


class ModerationDetails(Wire):
    categories: list[str]
    moderation_stage: Literal["input", "output", "unknown"]


class ErrorBody(Wire):
    message: str
    type: str = Field(description="The status for the seed's profile, OpenAI's words for its clients.")
    code: str
    param: str | None
    moderation_details: ModerationDetails | None = Field(None, description="Where the wish was declined.")


class ErrorAnswer(Wire):
    """Every refusal and failure."""

    error: ErrorBody

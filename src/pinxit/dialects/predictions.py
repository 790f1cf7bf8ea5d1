"""The third version of the seed's service: a wish is answered with a prediction, which is looked at until it is done.

Its outputs are addresses, or data URLs with `enable_base64_output`. No HTTP, no I/O.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import orjson
from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PICTURES, Background, Format, Picture, Quality
from pinxit.core.jobs import Job, JobState
from pinxit.core.records import unpack_error
from pinxit.core.sizes import read_size
from pinxit.core.sources import Reference, read_reference
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.links import split_links
from pinxit.dialects.openai import Answer, Asked
from pinxit.dialects.openai.jobs import find_digits, name_job
from pinxit.dialects.profiles import Profile, write_error
from pinxit.dialects.wire import WHOLE, Prompt, Wire, clean, read_object, validate

_MAX_SOURCES = 16
_ANY_SEED = -1


def _spread(value: object) -> object:
    return [value] if isinstance(value, str) else value


class _OneOrMany:
    """Marks a list for which its only item may stand."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_spread, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "type": ["string", "array"]}


Pictures = Annotated[list[str], Field(max_length=_MAX_SOURCES), _OneOrMany()]


class PredictionRequest(Wire):
    """`POST /api/v3/{vendor}/{model}/text-to-image`, and `/image-edit`, which needs a picture.

    Null means the default.
    """

    prompt: Annotated[Prompt, Field(description="Say what the picture should show.", examples=["Put a hat on the cat"])]
    images: Pictures | None = Field(None, description="URLs, data URLs or base64; one, or a list.")
    image: Pictures | None = Field(None, description="Another name of `images`.")
    size: Annotated[str, Field(examples=["1K"])] | None = Field(
        None, description="A class of resolution (512, 1K, 2K, 4K), a ratio, WIDTH*HEIGHT in pixels, or auto."
    )
    aspect_ratio: Annotated[str, Field(examples=["16:9"])] | None = None
    resolution: Annotated[str, Field(examples=["2K"])] | None = None
    n: Annotated[int, Field(ge=1, le=MAX_PICTURES), WHOLE] | None = Field(None, description="How many outputs.")
    seed: Annotated[int, Field(ge=_ANY_SEED, le=2**63 - 1), WHOLE] | None = Field(None, description="-1 takes any.")
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | None = None
    background: Literal["transparent", "opaque", "auto"] | None = None
    output_format: Literal["png", "jpeg", "webp"] | None = Field(None, description="png unless told.")
    enable_base64_output: bool | None = Field(None, description="Outputs are data URLs instead of addresses.")
    enable_sync_mode: bool | None = Field(None, description="Answer when the outputs are there.")
    response_format: Literal["url", "b64_json"] | None = Field(
        None, description="b64_json is another way to ask for data URLs."
    )
    user: Annotated[str, Field(max_length=512)] | None = None


class PredictionUrls(Wire):
    get: str = Field(description="Where to ask for the outputs.")


class PredictionTimings(Wire):
    inference: int = Field(ge=0, description="Milliseconds of drawing.")


class PredictionStatus(StrEnum):
    """How far a prediction is. The last two stay."""

    CREATED = "created"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class PredictionData(Wire):
    id: str
    model: str
    outputs: list[str] = Field(description="Addresses, or data URLs where asked for; empty unless completed.")
    urls: PredictionUrls
    status: PredictionStatus
    error: str | None = Field(description="What went wrong, if failed.")
    executionTime: int = Field(ge=0, description="Milliseconds since it was created, until its end.")  # noqa: N815
    timings: PredictionTimings
    has_nsfw_contents: list[bool] = Field(description="Empty: nothing looks for that.")
    created_at: str = Field(description="ISO 8601, UTC.")


class PredictionAnswer(Wire):
    """A prediction as it is now."""

    data: PredictionData
    message: Literal["success"]
    code: Literal[200]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a body asks for, whether its sender waits for the outputs, and whether they are to be addresses."""

    asked: Asked
    wait: bool
    as_urls: bool


@dataclass(frozen=True, slots=True)
class Prediction:
    """A prediction as it is now. Times are in seconds; `created` is Unix time, `spent` and `drawing` are durations."""

    name: str
    model: str
    status: PredictionStatus
    created: float
    spent: float = 0.0
    drawing: float = 0.0
    pictures: tuple[Picture, ...] = ()
    error: str | None = None
    as_urls: bool = False


def read_prediction(body: bytes, model: str, *, edit: bool) -> Wanted:
    """The JSON body of a wish; `model` is the name from the URL, and `edit` says that a picture must come along.

    Raises InvalidRequest, with `param` where one field is to blame.
    """
    sent = validate(PredictionRequest, read_object(body))
    linked, prompt = split_links(sent.prompt)
    references = (*_read_pictures(sent.images, "images"), *_read_pictures(sent.image, "image"), *linked)
    if edit and not references:
        raise InvalidRequest(
            "`images` is missing. Give the URL of a picture to edit, or a data URL.",
            param="images",
            code="missing_required_parameter",
        )
    if len(references) > _MAX_SOURCES:
        raise InvalidRequest(f"At most {_MAX_SOURCES} pictures, not {len(references)}.", param="images")
    size = read_size(sent.size, sent.aspect_ratio, sent.resolution)
    wish = _read_wish(sent, model) | {
        "prompt": prompt,
        "size": size.size,
        "tier": size.tier,
        "pixels_said": size.pixels,
    }
    extras = {name: value for name, value in (sent.model_extra or {}).items() if value is not None}
    as_urls = not sent.enable_base64_output and sent.response_format != "b64_json"
    return Wanted(Asked(wish, references, size_said=size.said, extras=extras), bool(sent.enable_sync_mode), as_urls)


def _read_wish(sent: PredictionRequest, model: str) -> dict[str, Any]:
    return {
        "model": model,
        "n": sent.n or 1,
        "quality": Quality.HIGH if sent.quality in (None, "auto") else Quality(sent.quality),
        "format": Format(sent.output_format or "png"),
        "format_said": sent.output_format is not None,
        "quality_said": sent.quality not in {None, "auto"},
        "background": Background(sent.background or "auto"),
        "seed": None if sent.seed == _ANY_SEED else sent.seed,
        "user": sent.user,
        "options": (),
    }


def _read_pictures(texts: Sequence[str] | None, name: str) -> list[Reference]:
    return [read_reference(text, f"{name}[{i}]") for i, text in enumerate(texts or ())]


_STATUSES = {
    JobState.QUEUED: PredictionStatus.CREATED,
    JobState.RUNNING: PredictionStatus.PROCESSING,
    JobState.COMPLETED: PredictionStatus.COMPLETED,
}  # all others have failed


def pack_manner(said: str, *, as_urls: bool) -> dict[str, Any]:
    """How a prediction is told, as a record of its job; `said` is the vendor and the model as they were asked for."""
    return {"dialect": "predictions", "said": said, "as_urls": as_urls}


def show_job(job: Job, pictures: Sequence[Picture] = (), now: float | None = None) -> Prediction:
    """A job as a prediction, with its pictures where it is completed. `now` is in Unix seconds."""
    end = job.created if now is None else now
    spent = (end if job.ended is None else job.ended) - job.created
    drawn = 0.0 if job.begun is None or job.ended is None else job.ended - job.begun
    return Prediction(
        name=find_digits(job.id),
        model=str(job.manner.get("said", job.model)),
        status=_STATUSES.get(job.state, PredictionStatus.FAILED),
        created=job.created,
        # The wall clock may be set back meanwhile.
        spent=max(0.0, spent),
        drawing=max(0.0, drawn),
        pictures=tuple(pictures),
        error=None if job.failure is None else _word(job.failure),
        as_urls=bool(job.manner.get("as_urls")),
    )


def read_prediction_id(said: str) -> str:
    """The id of the job of a prediction."""
    return name_job(said)


def _word(failure: Mapping[str, Any]) -> str:
    """What a caller may know of an error: the words that its answer would have."""
    error = orjson.loads(write_error(unpack_error(failure), Profile.OPENAI).body)["error"]
    return str(error["message"])


def write_prediction(prediction: Prediction, root: str, urls: Sequence[str] = ()) -> Answer:
    """A prediction as it is now. `root` is the server's own address, with a slash at its end.

    `urls` are the addresses of its outputs; without them those are data URLs.
    """
    enclosures = Enclosures()
    data: Mapping[str, Any] = {
        "id": prediction.name,
        "model": clean(prediction.model),
        "outputs": list(urls) or [enclosures.enclose(picture) for picture in prediction.pictures],
        "urls": {"get": f"{clean(root)}api/v3/predictions/{prediction.name}/result"},
        "status": prediction.status,
        "error": None if prediction.error is None else clean(prediction.error),
        "executionTime": round(1000 * prediction.spent),
        "timings": {"inference": round(1000 * prediction.drawing)},
        "has_nsfw_contents": [],
        "created_at": datetime.fromtimestamp(prediction.created, UTC).isoformat(timespec="milliseconds")[:-6] + "Z",
    }
    return enclosures.seal({"data": data, "message": "success", "code": 200})

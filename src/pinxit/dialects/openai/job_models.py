"""The messages of jobs: one, a list, and what is told of one while it goes on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from pinxit.core.images import MAX_PARTIALS, MAX_PICTURES
from pinxit.dialects.openai.models import ErrorBody, UsageAnswer
from pinxit.dialects.wire import Wire

Time = Annotated[int, Field(description="Unix time: seconds for OpenAI's clients, milliseconds for others.")]
Share = Annotated[float, Field(ge=0, le=1)]


class JobUrls(Wire):
    get: str = Field(description="The job itself.")
    events: str = Field(description="Its events.")
    cancel: str = Field(description="POST there to cancel it.")


class JobAnswer(Wire):
    """A job as it is now."""

    id: str = Field(examples=["job_0123456789abcdef0123456789abcdef"])
    object: Literal["image.job"]
    status: Literal["queued", "running", "completed", "failed", "cancelled"]
    model: str
    route: str = Field(examples=["images.generate"])
    n: int = Field(ge=1, le=MAX_PICTURES)
    created_at: Time
    started_at: Time | None = None
    completed_at: Time | None = Field(None, description="When it ended, however it did.")
    expires_at: Time | None = Field(None, description="Until when its result can be had, at the longest.")
    position: int | None = Field(None, description="How many jobs are before it, while it is queued.")
    progress: Share | None = Field(None, description="How much of it is drawn.")
    usage: UsageAnswer | None = Field(None, description="What it cost. Lists leave it out.")
    error: ErrorBody | None = Field(None, description="Why it failed or was cancelled, or has no result any more.")
    urls: JobUrls
    result: dict[str, Any] | None = Field(None, description="The body that the answer would have had at once.")


class JobList(Wire):
    """A page of jobs, newest first."""

    object: Literal["list"]
    data: list[JobAnswer]
    first_id: str | None
    last_id: str | None = Field(description="Send it as `after` for the next page.")
    has_more: bool


class QueuedEvent(Wire):
    """It waits: told at first, and whenever its place changes."""

    type: Literal["image.job.queued"]
    job_id: str
    position: int | None


class StartedEvent(Wire):
    """It is drawn from now on; another attempt begins again after a server was stopped."""

    type: Literal["image.job.started"]
    job_id: str
    attempt: int


class ProgressEvent(Wire):
    """How far the work on one picture is, and on the whole job."""

    type: Literal["image.job.progress"]
    job_id: str
    progress: Share
    index: int
    fraction: Share
    stage: str


class JobPartialEvent(Wire):
    """An unfinished state of a picture."""

    type: Literal["image.job.partial_image"]
    job_id: str
    progress: Share
    index: int
    size: str
    output_format: str
    partial_image_index: int = Field(ge=0, lt=MAX_PARTIALS)
    b64_json: str | None = None


class JobImageEvent(Wire):
    """A picture is finished. Its bytes come with the result."""

    type: Literal["image.job.image"]
    job_id: str
    progress: Share
    index: int
    size: str
    output_format: str
    revised_prompt: str


class EndEvent(Wire):
    """The last event, with the whole job."""

    type: Literal["image.job.completed", "image.job.failed", "image.job.cancelled"]
    job: JobAnswer


class JobErrorEvent(Wire):
    """The job can be heard no more for now, though it goes on: come back later."""

    type: Literal["image.job.error"]
    error: ErrorBody

"""What one URL takes and answers: a row of the tables behind the OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from pinxit.dialects.openai import models as images

REFUSALS: Mapping[int, str] = {
    400: "The request is wrong; `param` names the field.",
    401: "No key, or a wrong one.",
    404: "No such model or page.",
    429: "The queue is full; come back after `retry-after`.",
    500: "The engine or the server broke.",
    501: "A part of the engine is not installed.",
}
BODY: Mapping[int, str] = {
    408: "The body stopped coming.",
    413: "The body is too large.",
    415: "The body is of another type.",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of the path or the query."""

    name: str
    place: str
    words: str
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One URL and verb. `files` are a form's fields that hold pictures; `events` are sent in a stream."""

    name: str
    method: str
    path: str
    tag: str
    summary: str
    answer: type[BaseModel]
    body: type[BaseModel] | None = None
    form: type[BaseModel] | None = None
    files: tuple[str, ...] = ()
    events: tuple[type[BaseModel], ...] = ()
    parameters: tuple[Parameter, ...] = ()
    other: type[BaseModel] | None = None
    """The answer to callers of the other dialect that has this path."""
    refusal: type[BaseModel] = images.ErrorAnswer
    other_refusal: type[BaseModel] | None = None
    accepted: type[BaseModel] | None = None
    """The answer to who does not wait, as 202."""
    nothing: str | None = None
    """When there is nothing to tell, which is a 204."""
    last_event: str | None = None
    """What stands in the last event of a stream instead of JSON."""
    sheet: bool = False
    """Can it also be had as CSV?"""
    is_raw: bool = False
    """Is the answer a file's bytes instead?"""
    listed: bool = False
    """Is the answer a list of them?"""
    statuses: Mapping[int, str] = field(default_factory=lambda: REFUSALS)
    is_open: bool = False

    @property
    def refusals(self) -> Mapping[int, str]:
        """The statuses other than 200, with their meaning."""
        if self.is_open:
            return {503: "Not yet."}
        told = {**self.statuses, **BODY} if self.body or self.form else self.statuses
        if self.other_refusal is not None:
            told = {**told, 403: "No key."}
        return dict(sorted(told.items()))


PAGES = (
    Parameter("pageSize", "query", "How many to list, in Google's manner.", {"type": "integer", "minimum": 1}),
    Parameter("pageToken", "query", "Where the last page ended: its nextPageToken."),
)

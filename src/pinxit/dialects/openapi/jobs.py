"""The URLs of jobs."""

from __future__ import annotations

from collections.abc import Mapping

from pinxit.dialects.openai import job_models as models
from pinxit.dialects.openapi.operations import REFUSALS, Operation, Parameter

_ID = Parameter("id", "path", "A job's id.", {"type": "string", "minLength": 1})
_WAIT = Parameter(
    "wait", "query", "Seconds to wait for its end, 60 at most; `Prefer: wait=20` says the same.", {"type": "number"}
)
_INCLUDE = Parameter("include", "query", "none: without pictures.", {"type": "string", "enum": ["none"]})
_LIST = (
    Parameter("limit", "query", "How many, 20 unless told.", {"type": "integer", "minimum": 1, "maximum": 100}),
    Parameter("after", "query", "The `last_id` of the page before."),
    Parameter("status", "query", "Only jobs with this status, or with these, with commas between."),
)
_AFTER = (
    Parameter("Last-Event-ID", "header", "The `id` of the last event that came: what follows it is told."),
    Parameter("after", "query", "The same, for clients that cannot send the header."),
)
_STATUSES: Mapping[int, str] = {
    **{status: REFUSALS[status] for status in (400, 401, 500)},
    404: "There is no such job, or it is another key's.",
    503: "The storage cannot be reached for now.",
}
_EVENTS = (
    models.QueuedEvent,
    models.StartedEvent,
    models.ProgressEvent,
    models.JobPartialEvent,
    models.JobImageEvent,
    models.EndEvent,
    models.JobErrorEvent,
)


def _describe(  # limit: a row of a table
    name: str, method: str, path: str, summary: str, answer: type, parameters: tuple[Parameter, ...]
) -> Operation:
    hears = path.endswith("/events")
    return Operation(
        name,
        method,
        f"/v1/images/jobs{path}",
        "Jobs",
        summary,
        answer,
        events=_EVENTS if hears else (),
        nothing="The client has the last event already." if hears else None,
        parameters=parameters,
        statuses=_STATUSES,
    )


JOBS = (
    _describe("listJobs", "GET", "", "Jobs of this key, newest first.", models.JobList, _LIST),
    _describe("showJob", "GET", "/{id}", "A job as it is now.", models.JobAnswer, (_ID, _WAIT, _INCLUDE)),
    _describe("deleteJob", "DELETE", "/{id}", "Cancel a job.", models.JobAnswer, (_ID,)),
    _describe("cancelJob", "POST", "/{id}/cancel", "Cancel a job.", models.JobAnswer, (_ID,)),
    _describe("hearJob", "GET", "/{id}/events", "What happens to a job.", models.EndEvent, (_ID, *_AFTER, _INCLUDE)),
)

"""Jobs as JSON: one, a list of them, and the events of one. No HTTP, no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
import pybase64

from pinxit.core.errors import PinxitError
from pinxit.core.images import Partial, Picture, Progress, Usage
from pinxit.core.jobs import Job, JobState
from pinxit.core.records import unpack_error
from pinxit.dialects.openai.writing import Answer, describe_usage
from pinxit.dialects.profiles import Profile, write_error
from pinxit.dialects.wire import clean

_NAME = "job_"
_DIGITS = 32
END = "end"
"""Stands in the id of the last event for its number."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a job is told: in which profile, under which address of the server (with a slash at its end).

    `place` is how many jobs are before it, `progress` how much of it is drawn (0 to 1), `keep` for how many seconds a
    finished job is remembered; None where nothing is known of it.
    """

    profile: Profile
    root: str
    place: int | None = None
    progress: float | None = None
    keep: float | None = None

    def write(self, job: Job, result: Answer | None = None, gone: PinxitError | None = None) -> Answer:
        """A job, with its result where there is one. `gone` says why a completed one has none any more."""
        described = self.describe(job)
        if gone is not None:
            described["error"] = self._tell_error(gone)
        text = orjson.dumps(described)
        if result is None:
            return Answer(len(text), iter((text,)))
        # The result comes last in the object, so that its megabytes need not be joined to the rest.
        head = text[:-1] + b',"result":'

        def pieces() -> Iterator[bytes]:
            yield head
            yield from result.pieces
            yield b"}"

        return Answer(len(head) + result.length + 1, pieces())

    def describe(self, job: Job) -> dict[str, Any]:
        """A job without its result."""
        link = f"{clean(self.root)}v1/images/jobs/{job.id}"
        described: dict[str, Any] = {
            "id": job.id,
            "object": "image.job",
            "status": str(job.state),
            "model": clean(job.model),
            "route": job.route,
            "n": job.n,
            "created_at": self._tell_time(job.created),
            "started_at": self._tell_time(job.begun),
            "completed_at": self._tell_time(job.ended),
            "position": self.place if job.state is JobState.QUEUED else None,
            "progress": self._tell_progress(job),
            "usage": None if job.outcome is None else describe_usage(Usage(*job.outcome["usage"]), self.profile),
            "error": None if job.failure is None else self._tell_error(unpack_error(job.failure)),
            "urls": {"get": link, "events": f"{link}/events", "cancel": f"{link}/cancel"},
        }
        if self.keep is not None and job.ended is not None:
            described["expires_at"] = self._tell_time(job.ended + self.keep)
        return described

    def _tell_error(self, error: PinxitError) -> dict[str, Any]:
        told: dict[str, Any] = orjson.loads(write_error(error, self.profile).body)["error"]
        return told

    def _tell_time(self, moment: float | None) -> int | None:
        if moment is None:
            return None
        return int(1000 * moment) if self.profile is Profile.SEED else int(moment)

    def _tell_progress(self, job: Job) -> float | None:
        known = {JobState.QUEUED: 0.0, JobState.COMPLETED: 1.0}.get(job.state)
        if known is None and job.state is JobState.RUNNING:
            known = self.progress
        return None if known is None else round(known, 3)


def write_jobs(jobs: Sequence[Job], telling: Telling, places: Mapping[str, int | None], *, more: bool) -> bytes:
    """A page of jobs, newest first. `places` are their places in the queue, `more` says that older ones follow."""
    data = [replace(telling, place=places.get(job.id)).describe(job) for job in jobs]
    for told in data:
        del told["usage"]  # a list is made without what came of its jobs
    ends = {"first_id": jobs[0].id if jobs else None, "last_id": jobs[-1].id if jobs else None}
    return orjson.dumps({"object": "list", "data": data, **ends, "has_more": more})


def read_job_id(said: str) -> str:
    """The id of a job as it is kept: a prediction's, which is the same without its beginning, is a job's too."""
    return said if said.startswith(_NAME) else name_job(said)


def name_job(digits: str) -> str:
    """The id of the job whose digits another dialect gives out; what cannot be one names no job."""
    return _NAME + digits if len(digits) == _DIGITS else digits


def find_digits(job_id: str) -> str:
    """The part of a job's id that other dialects give out with beginnings of their own."""
    return job_id.removeprefix(_NAME)


def write_event(kind: str, content: Mapping[str, Any], name: str | None = None) -> bytes:
    """A server-sent event `image.job.KIND`. `name` is its id, from which a client can go on after it."""
    lead = f"id: {name}\n" if name else ""
    body = orjson.dumps({"type": f"image.job.{kind}", **content})
    return f"{lead}event: image.job.{kind}\ndata: ".encode() + body + b"\n\n"


def write_end(kind: str, job: Answer, name: str) -> Iterator[bytes]:
    """The last event, which carries the whole job."""
    yield f'id: {name}\nevent: image.job.{kind}\ndata: {{"type":"image.job.{kind}","job":'.encode()
    yield from job.pieces
    yield b"}\n\n"


def write_progress(job_id: str, event: Progress, whole: float, name: str) -> bytes:
    """How far the work on one picture is, and on the `whole` job."""
    told = {"index": event.index, "fraction": round(event.fraction, 3), "stage": clean(event.stage)}
    return write_event("progress", {"job_id": job_id, "progress": round(whole, 3), **told}, name)


def write_shown(job_id: str, event: Partial | Picture, whole: float, name: str, *, bare: bool = False) -> bytes:
    """An unfinished state of a picture, with its bytes unless `bare`, or that a picture is finished.

    A finished one's bytes come with the job's result: they are given out once they are kept and charged.
    """
    told: dict[str, Any] = {
        "job_id": job_id,
        "progress": round(whole, 3),
        "index": event.index,
        "size": f"{event.size.width}x{event.size.height}",
        "output_format": str(event.format),
    }
    if isinstance(event, Picture):
        return write_event("image", {**told, "revised_prompt": clean(event.description)}, name)
    told["partial_image_index"] = event.step
    if not bare:
        told["b64_json"] = pybase64.b64encode(event.data).decode()
    return write_event("partial_image", told, name)

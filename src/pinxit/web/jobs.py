"""`/v1/images/jobs`: work that goes on while nobody waits for it, looked at, listened to, listed and cancelled."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import InvalidRequest, NotFound
from pinxit.core.jobs import Job, JobState
from pinxit.core.live import Attendance
from pinxit.core.records import unpack_error
from pinxit.dialects.openai import Answer
from pinxit.dialects.openai.jobs import Telling, read_job_id, write_jobs
from pinxit.dialects.profiles import choose_profile
from pinxit.dialects.results import want_urls, write_result
from pinxit.web.bodies import HungUp, PiecewiseAnswer, finish_unless_hung_up
from pinxit.web.callers import find_owner, find_root
from pinxit.web.desk import Desk
from pinxit.web.files import keep_pictures

_JSON = "application/json"
_WAIT = re.compile(r"(?:^|[,;])\s*wait\s*=\s*\"?(\d{1,9})\"?\s*(?=[,;]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_LONGEST = 60.0  # seconds that one request may wait for a job
_SOON, _LATE = 1.0, 30.0  # seconds after which a client may look again
_PAGE, _LARGEST_PAGE = 20, 100
_NO_STORE = {"cache-control": "no-store"}


async def answer_accepted(desk: Desk, request: Request, attendance: Attendance, headers: Mapping[str, str]) -> Response:
    """The answer to a request whose work goes on by itself: 202 with the job.

    Whoever says how long they would wait (`Prefer: respond-async, wait=10`) gets the usual answer where that is enough.
    Raises what the job failed with meanwhile.
    """
    wait = _read_wait(request)
    if wait:
        try:
            job = await _await_end(desk, request, attendance, wait)
        except HungUp:
            attendance.note_broken()
            raise
        if job.failure is not None:
            raise unpack_error(job.failure)
        if job.state is JobState.COMPLETED:
            result = await _write_result(desk, request, job)
            return PiecewiseAnswer(
                result, {**headers, "preference-applied": f"respond-async, wait={wait:g}"}, attendance
            )
    else:
        job = attendance.job
    if not job.detached:  # an earlier request with the same Idempotency-Key, whose caller may have gone
        attendance.stay()
    answer = PiecewiseAnswer(_telling(desk, request, job).write(job), {**headers, **_NO_STORE}, attendance)
    answer.status_code = 202
    answer.headers["location"] = _locate(desk, request, job)
    answer.headers["preference-applied"] = "respond-async"
    answer.headers["retry-after"] = str(_advise(desk, job))
    return answer


async def show_job(desk: Desk, request: Request) -> Response:
    """`GET /v1/images/jobs/{id}`. `Prefer: wait=20` or `?wait=20` waits so many seconds for its end, 60 at most."""
    owner, name = find_owner(request), _name(request)
    wait = _read_wait(request)
    job = await desk.jobs.book.find(name, owner)
    if wait and not job.state.over:
        job = await _await_end(desk, request, await desk.jobs.attend(name, owner), wait)
    headers = {**_NO_STORE, "vary": "prefer"}
    if not job.state.over:
        headers["retry-after"] = str(_advise(desk, job))
    if wait and "prefer" in request.headers:
        headers["preference-applied"] = f"wait={wait:g}"
    return PiecewiseAnswer(await write_whole(desk, request, job), headers)


async def list_jobs(desk: Desk, request: Request) -> Response:
    """`GET /v1/images/jobs`: the jobs of this key that nobody held a connection for, newest first."""
    query = request.query_params
    limit = _read_limit(query.get("limit"))
    after = query.get("after")
    jobs = await desk.jobs.book.list_jobs(
        find_owner(request),
        limit=limit + 1,
        after=read_job_id(after) if after else None,
        states=_read_states(query.get("status")),
    )
    shown = jobs[:limit]
    places = {job.id: desk.jobs.find_place(job.id) for job in shown}
    body = write_jobs(shown, _telling(desk, request), places, more=len(jobs) > limit)
    return Response(body, headers=_NO_STORE, media_type=_JSON)


async def cancel_job(desk: Desk, request: Request) -> Response:
    """`POST /v1/images/jobs/{id}/cancel` and `DELETE /v1/images/jobs/{id}`: the job as it is then."""
    job = await desk.jobs.cancel(_name(request), find_owner(request))
    return PiecewiseAnswer(_telling(desk, request, job).write(job), _NO_STORE)


async def write_whole(desk: Desk, request: Request, job: Job) -> Answer:
    """A job with its result, unless the request wants none (`?include=none`) or its pictures are kept no more."""
    telling = _telling(desk, request, job)
    if job.state is not JobState.COMPLETED or is_bare(request):
        return telling.write(job)
    try:
        return telling.write(job, await _write_result(desk, request, job))
    except NotFound as gone:
        return telling.write(job, gone=gone)


def is_bare(request: Request) -> bool:
    """Does the request want no pictures?"""
    query = request.query_params
    return query.get("include", "").lower() == "none" or query.get("result", "").lower() in {"false", "0"}


async def _write_result(desk: Desk, request: Request, job: Job) -> Answer:
    result = await desk.jobs.recall(job)
    urls = await keep_pictures(desk, request, result.pictures) if want_urls(job) else ()
    return write_result(job, result, find_root(desk, request), urls)


async def _await_end(desk: Desk, request: Request, attendance: Attendance, seconds: float) -> Job:
    """The job as it is at its end, or after so many seconds. Raises HungUp."""

    async def watch() -> None:
        # What it failed with, of whatever kind, is read from its record, which says the same to everybody.
        with suppress(Exception):
            async with asyncio.timeout(seconds):
                await attendance.result()

    await finish_unless_hung_up(request, watch())
    return await desk.jobs.book.find(attendance.job.id, find_owner(request))


def _telling(desk: Desk, request: Request, job: Job | None = None) -> Telling:
    return Telling(
        choose_profile(request.headers, desk.profile),
        find_root(desk, request),
        None if job is None else desk.jobs.find_place(job.id),
        None if job is None else desk.jobs.find_progress(job.id),
        desk.jobs_keep,
    )


def _locate(desk: Desk, request: Request, job: Job) -> str:
    return f"{find_root(desk, request)}v1/images/jobs/{job.id}"


def _advise(desk: Desk, job: Job) -> int:
    """Seconds after which it is worth while to look again."""
    return math.ceil(min(max(desk.jobs.foretell(job.id), _SOON), _LATE))


def _name(request: Request) -> str:
    return read_job_id(request.path_params["id"])


def _read_wait(request: Request) -> float:
    """Seconds to wait: `?wait=20` or `Prefer: wait=20` (RFC 7240, 4.3); 0 for none. Raises InvalidRequest."""
    said = request.query_params.get("wait")
    if said is None:
        found = _WAIT.search(", ".join(request.headers.getlist("prefer")))
        return min(float(found[1]), _LONGEST) if found else 0.0
    if not _NUMBER.fullmatch(said):
        raise InvalidRequest(f"`wait` is a number of seconds, not {said[:20]!r}.", param="wait", code="invalid_value")
    return min(float(said), _LONGEST)


def _read_limit(said: str | None) -> int:
    limit = int(said) if said and said.isascii() and said.isdecimal() and len(said) < 9 else _PAGE if not said else 0
    if not 1 <= limit <= _LARGEST_PAGE:
        raise InvalidRequest(
            f"`limit` is a whole number from 1 to {_LARGEST_PAGE}, not {(said or '')[:20]!r}.",
            param="limit",
            code="invalid_value",
        )
    return limit


def _read_states(said: str | None) -> tuple[JobState, ...]:
    """One status, or several with commas between."""
    words = [word.strip().lower() for word in (said or "").split(",") if word.strip()]
    known = [state.value for state in JobState]
    if unknown := [word for word in words if word not in known]:
        raise InvalidRequest(
            f"`status` is of {', '.join(known)}, not {unknown[0][:20]!r}.", param="status", code="invalid_value"
        )
    return tuple(JobState(word) for word in words)

"""`/api/v3`: predictions, which are jobs: drawn while nobody waits for them, and kept by the book of jobs."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import NotFound
from pinxit.core.jobs import Job, JobState
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.dialects.predictions import (
    pack_manner,
    read_prediction,
    read_prediction_id,
    show_job,
    write_prediction,
)
from pinxit.dialects.results import want_urls
from pinxit.web.attending import attend, tell_job
from pinxit.web.bodies import HungUp, PiecewiseAnswer, finish_unless_hung_up, read_json
from pinxit.web.callers import find_owner, find_root
from pinxit.web.desk import Desk
from pinxit.web.files import keep_pictures
from pinxit.web.orders import prepare, read_beside


async def predict(desk: Desk, request: Request) -> Response:
    """`POST /api/v3/{vendor}/{model}/text-to-image`."""
    return await _begin(desk, request, edit=False)


async def predict_edit(desk: Desk, request: Request) -> Response:
    """`POST /api/v3/{vendor}/{model}/image-edit`."""
    return await _begin(desk, request, edit=True)


async def show_prediction(desk: Desk, request: Request) -> Response:
    """`GET /api/v3/predictions/{id}/result`, and the same without `/result`."""
    said = request.path_params["id"]
    try:
        job = await desk.jobs.book.find(read_prediction_id(said), find_owner(request))
    except NotFound:
        raise _refuse_unknown(said) from None
    if job.manner.get("dialect") != "predictions":
        raise _refuse_unknown(said)
    return await _tell(desk, request, job, {"cache-control": "no-store"})


async def _begin(desk: Desk, request: Request, *, edit: bool) -> Response:
    vendor, model = request.path_params["vendor"], request.path_params["model"]
    said = f"{vendor}/{model}"
    body = await read_json(request, desk.max_body, desk.body_timeout)
    known = said if said in desk.studio.catalog else model
    wanted = await read_beside(partial(read_prediction, model=known, edit=edit), body)
    prepared = await prepare(desk, request, wanted.asked)
    manner = pack_manner(said, as_urls=wanted.as_urls)
    attendance = await attend(desk, request, Order("predictions", prepared.request, manner=manner, detached=True))
    if wanted.wait:
        await _wait(request, attendance)
    job = attendance.job
    if wanted.wait or attendance.joined or attendance.cached:
        job = await desk.jobs.book.find(job.id, find_owner(request))
    return await _tell(desk, request, job, {**prepared.headers, **tell_job(attendance)}, attendance)


async def _wait(request: Request, attendance: Attendance) -> None:
    """Wait for the outputs. Raises what the work failed with, and HungUp; the work goes on without its caller."""
    try:
        await finish_unless_hung_up(request, attendance.result())
    except HungUp:
        attendance.note_broken()
        raise


async def _tell(
    desk: Desk, request: Request, job: Job, headers: Mapping[str, str], attendance: Attendance | None = None
) -> Response:
    done = job.state is JobState.COMPLETED
    pictures = (await desk.jobs.recall(job)).pictures if done else ()
    urls = await keep_pictures(desk, request, pictures) if done and want_urls(job) else ()
    answer = write_prediction(show_job(job, pictures, time.time()), find_root(desk, request), urls)
    return PiecewiseAnswer(answer, headers, attendance)


def _refuse_unknown(said: str) -> NotFound:
    return NotFound(
        f"There is no prediction {said[:80]!r} of this key, or it is forgotten already; send the wish again.",
        param="id",
    )

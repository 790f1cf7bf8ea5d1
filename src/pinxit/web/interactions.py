"""`/v1beta/interactions`: pictures as interactions, which are stored unless told otherwise, and can be gone on with."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import Blocked, NotFound
from pinxit.core.images import Picture, Source
from pinxit.core.jobs import Job, JobState
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.core.records import unpack_error
from pinxit.core.studio import ImageResult
from pinxit.dialects.gemini import interactions
from pinxit.dialects.gemini.interaction_resources import (
    HEARTBEAT,
    Resource,
    name_status,
    read_event_id,
    read_interaction_id,
    show_job,
    write_failure,
    write_job,
)
from pinxit.web.attending import attend, await_result
from pinxit.web.bodies import PiecewiseAnswer, read_json
from pinxit.web.callers import find_owner
from pinxit.web.desk import Desk
from pinxit.web.gemini import Call, find_entry, take_order
from pinxit.web.orders import read_beside, tell_result
from pinxit.web.streaming import open_stream

_JSON = "application/json"
_TRUE = {"true", "1"}


async def create(desk: Desk, request: Request) -> Response:
    """`POST /v1beta/interactions`."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    asked = await read_beside(interactions.read_interaction, body)
    call = Call(desk, request, asked.model, find_entry(desk, request, asked.model, "interactions"))
    if asked.previous is not None:
        asked = await _go_on(desk, request, asked, asked.previous)
    wanted = await take_order(call, asked.wish)
    attendance = await attend(
        desk,
        request,
        Order(
            "interactions",
            wanted,
            asked.wish.anew,
            asked.pack(),
            detached=asked.background,
            webhook=asked.webhook,
        ),
    )
    headers, resource = call.tell(asked.wish, attendance), show_job(attendance.job)
    if asked.stream:
        return await _stream(desk, request, _tell_late(attendance, resource), attendance, headers)
    if asked.background:
        return Response(resource.write_state("in_progress", time.time()), headers=headers, media_type=_JSON)
    try:
        result = await await_result(request, attendance)
    except Blocked as blocked:
        return Response(resource.write_refusal(blocked, time.time()), headers=headers, media_type=_JSON)
    return PiecewiseAnswer(resource.write_whole(result, time.time()), headers | tell_result(result), attendance)


async def show(desk: Desk, request: Request) -> Response:
    """`GET /v1beta/interactions/{id}`; with `?stream=true` its events, after `last_event_id` where that is sent."""
    job = await _find(desk, request)
    query = request.query_params
    resource = show_job(job, with_input=query.get("include_input", "").lower() in _TRUE)
    if query.get("stream", "").lower() in _TRUE:
        attempt, number = read_event_id(query.get("last_event_id", ""))
        attendance = await desk.jobs.attend(job.id, job.owner)
        resource = replace(resource, attempt=attendance.job.attempt)
        if attempt == resource.attempt:
            resource = replace(resource, after=number)
        return await _stream(desk, request, _tell_again(desk, attendance, resource), None, {})
    if job.state is JobState.COMPLETED:
        return PiecewiseAnswer(resource.write_whole(await desk.jobs.recall(job), job.ended or time.time()), {})
    return Response(write_job(resource, job, time.time()), media_type=_JSON)


async def cancel(desk: Desk, request: Request) -> Response:
    """`POST /v1beta/interactions/{id}/cancel`: the interaction as it is then, without its picture."""
    found = await _find(desk, request)
    job = await desk.jobs.cancel(found.id, found.owner)
    return Response(write_job(show_job(job), job, time.time()), media_type=_JSON)


async def delete(desk: Desk, request: Request) -> Response:
    """`DELETE /v1beta/interactions/{id}`: it is stopped where it is not over, and forgotten."""
    found = await _find(desk, request)
    await desk.jobs.cancel(found.id, found.owner)
    await desk.jobs.book.drop(found.id, found.owner)
    return Response(b"{}", media_type=_JSON)


async def _find(desk: Desk, request: Request) -> Job:
    """The job of a stored interaction of this key. Raises NotFound."""
    said = request.path_params["id"]
    job = await _look(desk, request, said)
    if job is None:
        raise interactions.refuse_unknown(said)
    return job


async def _look(desk: Desk, request: Request, said: str) -> Job | None:
    try:
        job = await desk.jobs.book.find(read_interaction_id(said), find_owner(request))
    except NotFound:
        return None
    return job if job.manner.get("dialect") == "interactions" and job.manner.get("store") else None


async def _go_on(desk: Desk, request: Request, asked: interactions.Asked, previous: str) -> interactions.Asked:
    """The wish as the next turn after an earlier interaction, about its picture. Raises InvalidRequest."""
    job = await _look(desk, request, previous)
    if job is None:
        raise interactions.refuse_previous(previous, "is not found: it was not stored, or it is forgotten already")
    if job.state is not JobState.COMPLETED:
        raise interactions.refuse_previous(previous, f"has no picture: it is {name_status(job)}")
    try:
        picture = (await desk.jobs.recall(job)).pictures[0]
    except NotFound:
        raise interactions.refuse_previous(previous, "has a picture that is not kept any more") from None
    source = Source(picture.data, "previous_interaction_id")
    return asked.go_on(interactions.unpack_conversation(job.manner, source, picture.description))


async def _stream(
    desk: Desk,
    request: Request,
    pieces: AsyncGenerator[bytes],
    attendance: Attendance | None,
    headers: dict[str, str],
) -> Response:
    return await open_stream(
        request,
        pieces,
        heartbeat=HEARTBEAT,
        every=desk.heartbeat,
        fail=write_failure,
        headers=headers,
        attendance=attendance,
    )


async def _tell_late(attendance: Attendance, resource: Resource) -> AsyncGenerator[bytes]:
    """The events of a new interaction. The first are told late, so that an error before them can be a plain 4xx."""
    try:
        async with aclosing(_tell_events(attendance, resource)) as pieces:
            async for piece in pieces:
                yield piece
    except Blocked as blocked:
        for piece in resource.tell_refusal(blocked, time.time()):
            yield piece


async def _tell_again(desk: Desk, attendance: Attendance, resource: Resource) -> AsyncGenerator[bytes]:
    """The events of an interaction that there is already: those that its client does not have."""
    for piece in resource.tell_created("in_progress", time.time()):
        yield piece
    resource = replace(resource, after=max(resource.after, 1))
    try:
        async with aclosing(_tell_events(attendance, resource)) as pieces:
            async for piece in pieces:
                yield piece
    except Exception:
        job = await desk.jobs.book.find(attendance.job.id)
        if job.failure is None:  # its work goes on, with another server say, and the client may come back
            raise
        for piece in resource.tell_refusal(unpack_error(job.failure), time.time()):
            yield piece


async def _tell_events(attendance: Attendance, resource: Resource) -> AsyncGenerator[bytes]:
    async with aclosing(attendance.watch()) as events:
        async for event in events:
            if isinstance(event, Picture):
                for piece in (*resource.tell_start(time.time()), *resource.tell_picture(event)):
                    yield piece
            elif isinstance(event, ImageResult):
                for piece in resource.tell_end(event, time.time()):
                    yield piece

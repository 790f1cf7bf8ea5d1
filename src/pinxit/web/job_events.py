"""`GET /v1/images/jobs/{id}/events`: what happens to a job, as server-sent events that a client can take up again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field

import orjson
from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import InvalidRequest, Stopping
from pinxit.core.images import Partial, Picture, Progress
from pinxit.core.jobs import Job, JobState
from pinxit.core.live import Attendance, Numbered
from pinxit.dialects.openai import HEARTBEAT
from pinxit.dialects.openai.jobs import END, read_job_id, write_end, write_event, write_progress, write_shown
from pinxit.dialects.profiles import choose_profile, write_error
from pinxit.web.callers import find_owner
from pinxit.web.desk import Desk
from pinxit.web.jobs import is_bare, write_whole
from pinxit.web.streaming import open_stream

_PLACE = re.compile(r"([0-9]{1,9})\.([0-9]{1,9}|end)")
_TICK = 1.0  # seconds between two looks at a place in the queue, and at a job that another server runs


async def tell_events(desk: Desk, request: Request) -> Response:
    """`GET /v1/images/jobs/{id}/events`, from the beginning or after `Last-Event-ID` or `?after=`.

    Of a job that is over there is its last event only; who has that one is told that there is no more (204).
    """
    after = _read_after(request)
    owner, job_id = find_owner(request), read_job_id(request.path_params["id"])
    attendance = await desk.jobs.attend(job_id, owner)
    job = attendance.job
    if job.state.over and after == (job.attempt, END):
        return Response(status_code=204)

    def fail(error: Exception) -> bytes:
        refusal = write_error(error, choose_profile(request.headers, desk.profile))
        return write_event("error", orjson.loads(refusal.body))

    listener = _Listener(desk, request, after)
    headers = {"x-pinxit-job": job.id}
    return await open_stream(
        request, listener.tell(attendance), heartbeat=HEARTBEAT, every=desk.heartbeat, fail=fail, headers=headers
    )


@dataclass(slots=True)
class _Listener:
    """One who listens to a job. `after` is the last event that they know: its attempt, and its number or END."""

    desk: Desk
    request: Request
    after: tuple[int, int | str] | None
    place: int | None = -1
    """The place in the queue that was told last."""
    begun: int = 0
    """The attempt whose start was told last."""
    seen: dict[int, float] = field(default_factory=dict)
    """How much of each picture is drawn, by its index."""

    async def tell(self, attendance: Attendance) -> AsyncGenerator[bytes]:
        """The events as they come. Ends with the job, or with this server: the client comes back to the next one."""
        if self.after is not None:
            self.begun = self.after[0]
        owner, job_id = find_owner(self.request), attendance.job.id
        while not attendance.job.state.over:
            try:
                async with aclosing(self._hear(attendance)) as pieces:
                    async for piece in pieces:
                        yield piece
            except Stopping:
                return
            attendance = await self.desk.jobs.attend(job_id, owner)
            if not attendance.job.state.over:  # another server runs it, or its end is not written yet
                await asyncio.sleep(_TICK)
        job = attendance.job
        body = await write_whole(self.desk, self.request, job)
        for piece in write_end(str(job.state), body, f"{job.attempt}.{END}"):
            yield piece

    async def _hear(self, attendance: Attendance) -> AsyncGenerator[bytes]:
        """What is new of a job that is not over. Raises Stopping."""
        for piece in self._tell_state(attendance.job):
            yield piece
        if self.desk.jobs.find_progress(attendance.job.id) is None:
            return
        async with aclosing(_tick(attendance)) as events:
            async for numbered in events:
                for piece in self._tell_state(attendance.job):
                    yield piece
                if numbered is not None:
                    for piece in self._tell_event(attendance.job, numbered):
                        yield piece

    def _tell_state(self, job: Job) -> Iterator[bytes]:
        """Where it waits and that it has begun, whenever that is news."""
        if job.state is JobState.QUEUED:
            place = self.desk.jobs.find_place(job.id)
            begins = place is None and self.desk.jobs.find_progress(job.id) is not None
            if place != self.place and not begins:
                self.place = place
                yield write_event("queued", {"job_id": job.id, "position": place})
        elif self.begun != job.attempt:
            self.begun = job.attempt
            self.seen.clear()
            yield write_event("started", {"job_id": job.id, "attempt": job.attempt}, f"{job.attempt}.0")

    def _tell_event(self, job: Job, numbered: Numbered) -> Iterator[bytes]:
        event, name = numbered.event, f"{job.attempt}.{numbered.number}"
        if isinstance(event, Progress):
            self.seen[event.index] = event.fraction
        elif isinstance(event, Picture):
            self.seen[event.index] = 1.0
        if self._knows(job, numbered.number):
            return
        self.after = (job.attempt, numbered.number)
        whole = sum(self.seen.values()) / job.n
        if isinstance(event, Progress):
            yield write_progress(job.id, event, whole, name)
        elif isinstance(event, Partial | Picture):
            yield write_shown(job.id, event, whole, name, bare=is_bare(self.request))

    def _knows(self, job: Job, number: int) -> bool:
        """Does the client have this event already?"""
        attempt, last = self.after or (0, 0)
        return attempt == job.attempt and isinstance(last, int) and number <= last


async def _tick(attendance: Attendance) -> AsyncGenerator[Numbered | None]:
    """The events of a job, and None every second while it waits for its turn. Raises Stopping."""
    events = attendance.events()
    hearing: asyncio.Future[Numbered] | None = None
    try:
        while True:
            hearing = hearing or asyncio.ensure_future(anext(events))
            waits = attendance.job.state is JobState.QUEUED
            await asyncio.wait({hearing}, timeout=_TICK if waits else None)
            if not hearing.done():
                yield None
                continue
            heard, hearing = hearing, None
            try:
                numbered = heard.result()
            except Stopping:
                raise
            except Exception:  # over, or failed: its record tells, to everybody in the same words
                return
            yield numbered
    finally:
        if hearing is not None:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
        await events.aclose()


def _read_after(request: Request) -> tuple[int, int | str] | None:
    """The last event that the client knows. Raises InvalidRequest for a query that no event's id is."""
    said = request.query_params.get("after")
    found = _PLACE.fullmatch(request.headers.get("last-event-id", "") if said is None else said)
    if found:
        return int(found[1]), END if found[2] == END else int(found[2])
    if said:
        raise InvalidRequest(
            f"`after` is the `id` of an event, such as 1.7, not {said[:40]!r}.", param="after", code="invalid_value"
        )
    return None

"""From an order to a place at its job: what the headers say of it, and what they tell of it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Served
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.core.studio import ImageResult
from pinxit.dialects.openai.limits import write_allowance
from pinxit.web.bodies import finish_unless_hung_up
from pinxit.web.desk import Desk
from pinxit.web.hooks import require_hooks

_KEY = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?")
_LATER = re.compile(r"(?:^|,)\s*respond-async\s*(?:[,;]|$)", re.IGNORECASE)


async def attend(desk: Desk, request: Request, order: Order) -> Attendance:
    """Hand an order in, with what the request's headers say of it. Raises what `JobRunner.take` raises, and
    InvalidRequest for an address that cannot be told.
    """
    if order.webhook is not None:
        await require_hooks(desk).check_target(order.webhook)
    return await desk.jobs.take(
        replace(
            order,
            idempotency=read_idempotency(request.headers),
            again=is_again(request.headers),
            patience=_read_patience(request.headers),
        ),
        request.state.caller.key,
    )


async def await_result(request: Request, attendance: Attendance) -> ImageResult:
    """The result, as long as the caller is there. Raises HungUp and what the job failed with."""
    try:
        return await finish_unless_hung_up(request, attendance.result())
    finally:
        attendance.leave()


def prefers_later(request: Request) -> bool:
    """`Prefer: respond-async` (RFC 7240, 4.1)."""
    return any(_LATER.search(said) for said in request.headers.getlist("prefer"))


def tell_job(attendance: Attendance) -> dict[str, str]:
    """Headers: the job's id, whether it is a repetition or comes from the cache, and what is left to the key."""
    headers = {"x-pinxit-job": attendance.job.id, **write_allowance(attendance.allowance)}
    if attendance.joined:
        headers["idempotent-replayed"] = "true"
    if attendance.job.cache_key is not None:
        headers["x-pinxit-cache"] = "hit" if attendance.cached else "miss"
    return headers


def tell_served(served: Served) -> dict[str, str]:
    """Headers that say who makes the pictures, and why another than was asked for."""
    headers = {"x-pinxit-engine": served.engine, "x-pinxit-model": served.model}
    if served.instead:
        headers["x-pinxit-instead"] = served.instead
    return headers


def read_idempotency(headers: Mapping[str, str]) -> str | None:
    """The request's Idempotency-Key. Raises InvalidRequest."""
    said = headers.get("idempotency-key")
    if said is None:
        return None
    if not _KEY.fullmatch(said):
        raise InvalidRequest(
            "`Idempotency-Key` is 1 to 255 printable ASCII characters; a UUID is a good one.", param="idempotency-key"
        )
    return said


def is_again(headers: Mapping[str, str]) -> bool:
    """Official clients of OpenAI count their tries."""
    count = headers.get("x-stainless-retry-count", "")
    return count.isascii() and count.isdigit() and int(count[:6]) > 0


def _read_patience(headers: Mapping[str, str]) -> float | None:
    """Seconds that an official client of OpenAI waits for an answer."""
    try:
        seconds = float(headers.get("x-stainless-read-timeout", "")[:20])
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds > 0 else None

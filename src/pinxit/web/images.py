"""`/v1/images` and `/v1/models`: each endpoint reads, asks and writes."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import Unsupported
from pinxit.core.images import Partial, Picture
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.dialects import openai
from pinxit.dialects.profiles import Profile, choose_profile, write_error
from pinxit.web.attending import attend, await_result, prefers_later, tell_job
from pinxit.web.bodies import PiecewiseAnswer, read_json
from pinxit.web.desk import Desk
from pinxit.web.files import keep_pictures
from pinxit.web.forms import is_form, read_form
from pinxit.web.jobs import answer_accepted
from pinxit.web.orders import prepare, read_beside, read_form_beside, tell_result
from pinxit.web.streaming import open_stream


async def generate(desk: Desk, request: Request) -> Response:
    """`POST /v1/images/generations`, and Azure's path of it, which names the model."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    asked = await read_beside(partial(openai.read_generation, model=request.path_params.get("deployment")), body)
    return await _answer(desk, request, asked, "image_generation")


async def edit(desk: Desk, request: Request) -> Response:
    """`POST /v1/images/edits`, as a form or as JSON, and Azure's path of it."""
    deployment = request.path_params.get("deployment")
    if is_form(request):
        form = await read_form(request, desk.max_body, desk.body_timeout)
        asked = await read_form_beside(partial(openai.read_edit_form, model=deployment), form)
    else:
        body = await read_json(request, desk.max_body, desk.body_timeout)
        asked = await read_beside(partial(openai.read_edit, model=deployment), body)
    return await _answer(desk, request, asked, "image_edit")


async def vary(desk: Desk, request: Request) -> Response:
    """`POST /v1/images/variations`."""
    form = await read_form(request, desk.max_body, desk.body_timeout)
    return await _answer(desk, request, await read_form_beside(openai.read_variation, form), "image_edit")


async def list_models(desk: Desk, request: Request) -> Response:
    """`GET /v1/models`."""
    catalog = desk.studio.catalog
    cards = {name: catalog.find(name).card for name in catalog}
    return Response(openai.write_models(cards), media_type="application/json")


async def show_model(desk: Desk, request: Request) -> Response:
    """`GET /v1/models/{id}`; with `?schema=true` also what the model can do."""
    name = request.path_params["name"]
    card = desk.studio.catalog.find(name).card
    schema = request.query_params.get("schema", "").lower() in {"true", "1"}
    return Response(openai.write_model(name, card, schema=schema), media_type="application/json")


async def _answer(desk: Desk, request: Request, asked: openai.Asked, kind: str) -> Response:
    prepared = await prepare(desk, request, asked)
    manner = openai.Manner(choose_profile(request.headers, desk.profile), asked.size_said, asked.safety_identifier)
    order = Order(
        "images.generate" if kind == "image_generation" else "images.edit",
        prepared.request,
        manner=openai.pack_manner(manner, kind, as_urls=asked.as_urls),
        detached=asked.detached or (prefers_later(request) and not asked.stream),
        webhook=asked.webhook,
    )
    if order.webhook is not None and not order.detached:
        raise Unsupported(
            "A webhook tells of jobs: send `async: true` with it.", param="webhook", code="unsupported_value"
        )
    attendance = await attend(desk, request, order)
    headers = {**prepared.headers, **tell_job(attendance)}
    if order.detached:
        return await answer_accepted(desk, request, attendance, headers)
    if asked.stream:
        return await _stream(desk, request, asked, _Attended(order, attendance, headers), kind)
    result = await await_result(request, attendance)
    urls = await keep_pictures(desk, request, result.pictures) if asked.as_urls else ()
    answer = openai.write_images(result, manner, attendance.job.created, urls)
    return PiecewiseAnswer(answer, {**headers, **tell_result(result)}, attendance)


@dataclass(frozen=True, slots=True)
class _Attended:
    order: Order
    attendance: Attendance
    headers: dict[str, str]


async def _stream(desk: Desk, request: Request, asked: openai.Asked, attended: _Attended, kind: str) -> Response:
    attendance = attended.attendance
    teller = openai.Teller(
        kind, attended.order.request, asked.size_said, attendance.job.created, asked.safety_identifier
    )

    async def tell() -> AsyncGenerator[bytes]:
        async with aclosing(attendance.watch()) as events:
            async for event in events:
                if isinstance(event, Partial | Picture):
                    for piece in teller.tell(event):
                        yield piece

    def fail(error: Exception) -> bytes:
        return openai.write_failure(write_error(error, Profile.OPENAI).body)

    return await open_stream(
        request,
        tell(),
        heartbeat=openai.HEARTBEAT,
        every=desk.heartbeat,
        fail=fail,
        headers=attended.headers,
        attendance=attendance,
    )

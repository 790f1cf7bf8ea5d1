"""`/v1/chat/completions`, answered with pictures."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.images import Picture
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.core.studio import ImageResult
from pinxit.dialects import openai
from pinxit.dialects.chat import Chat, Narrator, read_chat, write_chat, write_failure
from pinxit.dialects.profiles import choose_profile, write_error
from pinxit.web.attending import attend, await_result, tell_job
from pinxit.web.bodies import PiecewiseAnswer, read_json
from pinxit.web.desk import Desk
from pinxit.web.orders import Prepared, prepare, read_beside, tell_result
from pinxit.web.streaming import open_stream


async def complete(desk: Desk, request: Request) -> Response:
    """`POST /v1/chat/completions`, and Azure's path of it, which names the model."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    chat = await read_beside(partial(read_chat, model=request.path_params.get("deployment")), body)
    prepared = await prepare(desk, request, chat.asked, recalled=chat.recalled)
    attendance = await attend(desk, request, make_order(chat, prepared))
    headers = {**prepared.headers, **tell_job(attendance)}
    if chat.stream:
        return await _stream(desk, request, chat, attendance, headers)
    result = await await_result(request, attendance)
    answer = write_chat(result, chat, _name(attendance), attendance.job.created)
    return PiecewiseAnswer(answer, {**headers, **tell_result(result)}, attendance)


def make_order(chat: Chat, prepared: Prepared) -> Order:
    """What a conversation asks for, and how it wants to hear it."""
    wanted = prepared.request
    if chat.anew and not wanted.sources:
        # The model takes no pictures, so it draws from all the words of the conversation.
        wanted = replace(wanted, prompt=chat.anew)
    manner = {"dialect": "chat", "apart": chat.apart, "words": chat.words, "stream": chat.stream}
    return Order("chat", wanted, chat.anew, manner)


async def _stream(
    desk: Desk, request: Request, chat: Chat, attendance: Attendance, headers: Mapping[str, str]
) -> Response:
    narrator = Narrator(chat, _name(attendance), attendance.job.created)

    async def tell() -> AsyncGenerator[bytes]:
        async with aclosing(attendance.watch()) as events:
            async for event in events:
                if isinstance(event, Picture):
                    for piece in narrator.tell(event):
                        yield piece
                elif isinstance(event, ImageResult):
                    for piece in narrator.end(event.usage):
                        yield piece

    def fail(error: Exception) -> bytes:
        return write_failure(write_error(error, choose_profile(request.headers, desk.profile)).body)

    return await open_stream(
        request,
        tell(),
        heartbeat=openai.HEARTBEAT,
        every=desk.heartbeat,
        fail=fail,
        headers=headers,
        attendance=attendance,
    )


def _name(attendance: Attendance) -> str:
    """The same for a repetition as for the first answer."""
    return attendance.job.id.replace("job_", "chatcmpl-")

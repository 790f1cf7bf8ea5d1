"""`/v1/chat/completions`, answered with pictures."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.images import Picture
from pinxit.core.studio import ImageResult
from pinxit.dialects import openai
from pinxit.dialects.chat import Chat, Narrator, read_chat, write_chat, write_failure
from pinxit.dialects.profiles import choose_profile, write_error
from pinxit.web import redrawing
from pinxit.web.bodies import PiecewiseAnswer, finish_unless_hung_up, read_json
from pinxit.web.desk import Desk
from pinxit.web.orders import Order, read_beside, take_order, tell_sizes
from pinxit.web.streaming import open_stream


async def complete(desk: Desk, request: Request) -> Response:
    """`POST /v1/chat/completions`, and Azure's path of it, which names the model."""
    body = await read_json(request, desk.max_body, desk.body_timeout)
    chat = await read_beside(partial(read_chat, model=request.path_params.get("deployment")), body)
    order = await take_order(desk, request, chat.asked, recalled=chat.recalled)
    if chat.anew and not order.request.sources:
        # The model takes no pictures, so it draws from all the words of the conversation.
        order = replace(order, request=replace(order.request, prompt=chat.anew))
    if chat.stream:
        return await _stream(desk, request, chat, order)
    result = await finish_unless_hung_up(request, redrawing.create(desk.studio, order.request, chat.anew))
    return PiecewiseAnswer(write_chat(result, chat, _make_id(), time.time()), {**order.headers, **tell_sizes(result)})


async def _stream(desk: Desk, request: Request, chat: Chat, order: Order) -> Response:
    narrator = Narrator(chat, _make_id(), time.time())

    async def tell() -> AsyncGenerator[bytes]:
        async with aclosing(redrawing.watch(desk.studio, order.request, chat.anew)) as events:
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
        request, tell(), heartbeat=openai.HEARTBEAT, every=desk.heartbeat, fail=fail, headers=order.headers
    )


def _make_id() -> str:
    return f"chatcmpl-{secrets.token_hex(16)}"

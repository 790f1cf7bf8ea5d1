"""Gemini's native API: `/v1beta/models` and `/v1beta/models/{name}:{method}`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.catalog import Entry
from pinxit.core.errors import Blocked, NotFound, UnknownModel
from pinxit.core.images import ImageRequest, Partial, Picture, Served
from pinxit.core.live import Attendance
from pinxit.core.orders import Order
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import count_input
from pinxit.dialects.gemini import errors, framing, predictions, reading, writing
from pinxit.dialects.gemini.wishes import Wish
from pinxit.dialects.openai import write_ignored
from pinxit.web.attending import attend, await_result, tell_job, tell_served
from pinxit.web.bodies import PiecewiseAnswer, read_json
from pinxit.web.desk import Desk
from pinxit.web.orders import check_number, fetch_pictures, read_beside, tell_result
from pinxit.web.streaming import open_stream

_JSON = "application/json"
_THOUGHTS = 2  # unfinished states that a stream shows at most


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a model by the name in the URL."""

    desk: Desk
    request: Request
    name: str
    entry: Entry

    async def read(self, read: Callable[[bytes, str], Wish]) -> Wish:
        body = await read_json(self.request, self.desk.max_body, self.desk.body_timeout)
        return await read_beside(lambda body: read(body, self.name), body)

    def reply(self, attendance: Attendance, *, words: bool) -> writing.Reply:
        return writing.Reply(attendance.job.id.removeprefix("job_"), self.entry.card.name, words)

    async def attend(self, dialect: str, wish: Wish, wanted: ImageRequest) -> Attendance:
        """A place at the job of this call. Raises what `JobRunner.take` raises."""
        manner = {"dialect": dialect, "words": wish.words}
        return await attend(self.desk, self.request, Order("gemini", wanted, wish.anew, manner))

    def tell(self, wish: Wish, attendance: Attendance) -> dict[str, str]:
        """Headers that say who serves it, what was sent that no picture depends on, and what there is of the job."""
        headers = tell_served(Served(self.entry.engine.name, self.entry.card.name))
        headers |= tell_job(attendance)
        return headers | ({"x-pinxit-ignored": write_ignored(wish.ignored)} if wish.ignored else {})


async def call_model(desk: Desk, request: Request) -> Response:
    """`POST /v1beta/models/{name}:{method}`. The last colon ends the name: a name may hold colons and slashes."""
    name, _, method = request.path_params["name"].rpartition(":")
    call = _CALLS.get(method)
    if call is None or not name:
        raise NotFound(_tell_missing(request, name or method, method))
    return await call(Call(desk, request, name, find_entry(desk, request, name, method)))


async def list_models(desk: Desk, request: Request) -> Response:
    """`GET /v1beta/models`, in pages."""
    catalog = desk.studio.catalog
    cards = {name: catalog.find(name).card for name in catalog}
    query = request.query_params
    size, token = (query.get(camel) or query.get(snake) for camel, snake in _PAGES)
    return Response(writing.write_models(cards, size, token), media_type=_JSON)


async def show_model(desk: Desk, request: Request) -> Response:
    """`GET /v1beta/models/{name}`."""
    name = request.path_params["name"]
    return Response(writing.write_model(name, find_entry(desk, request, name, "GetModel").card), media_type=_JSON)


async def _generate(call: Call) -> Response:
    wish = await call.read(reading.read_generation)
    wanted = await take_order(call, wish)
    attendance = await call.attend("gemini", wish, wanted)
    headers, reply = call.tell(wish, attendance), call.reply(attendance, words=wish.words)
    try:
        result = await await_result(call.request, attendance)
    except Blocked as blocked:
        refusal = reply.write_refusal(blocked, count_input(wanted.prompt, wanted.sources))
        return Response(refusal, headers=headers, media_type=_JSON)
    return PiecewiseAnswer(reply.write_whole(result), headers | tell_result(result), attendance)


async def _stream(call: Call) -> Response:
    wish = await call.read(reading.read_generation)
    wanted = await take_order(call, wish)
    if wish.thoughts and (partials := min(_THOUGHTS, call.entry.card.partials)):
        wanted = replace(wanted, partials=partials)
        wish = replace(wish, ignored=tuple(name for name in wish.ignored if name != "thinkingConfig"))
    frame = framing.choose_framing(call.request.query_params.get("alt") or call.request.query_params.get("$alt"))
    attendance = await call.attend("gemini", wish, wanted)
    reply = call.reply(attendance, words=wish.words)
    return await open_stream(
        call.request,
        _tell_content(attendance, reply, wanted, frame),
        heartbeat=frame.heartbeat,
        every=call.desk.heartbeat,
        fail=lambda error: frame.end(errors.write_error(error).body),
        media_type=frame.media_type,
        headers=call.tell(wish, attendance),
        attendance=attendance,
    )


async def _count(call: Call) -> Response:
    wish = await call.read(reading.read_counting)
    check_number(call.entry, wish.references)
    # Links are fetched: how many tokens a picture costs is known by its size only.
    sources = await fetch_pictures(call.desk, call.request, wish.references)
    usage = await asyncio.to_thread(count_input, wish.prompt, sources)  # a text of any length may be counted
    return Response(writing.write_count(usage), media_type=_JSON)


async def _predict(call: Call) -> Response:
    wish = await call.read(predictions.read_prediction)
    wanted = await take_order(call, wish)
    attendance = await call.attend("imagen", replace(wish, anew=""), wanted)
    headers = call.tell(wish, attendance)
    try:
        result = await await_result(call.request, attendance)
    except Blocked as blocked:
        if blocked.stage == "input":
            raise
        return Response(predictions.write_filtered(blocked), headers=headers, media_type=_JSON)
    return PiecewiseAnswer(predictions.write_predictions(result), headers | tell_result(result), attendance)


_CALLS: dict[str, Callable[[Call], Awaitable[Response]]] = {
    "generateContent": _generate,
    "streamGenerateContent": _stream,
    "countTokens": _count,
    "predict": _predict,
}
_PAGES = (("pageSize", "page_size"), ("pageToken", "page_token"))


async def _tell_content(
    attendance: Attendance, reply: writing.Reply, wanted: ImageRequest, frame: framing.Framing
) -> AsyncGenerator[bytes]:
    """The chunks of one streamed answer: unfinished states as thoughts where they were asked for, words as soon as a
    picture is there, then the picture with what it cost.
    """
    try:
        async with aclosing(attendance.watch()) as events:
            async for event in events:
                if isinstance(event, Partial) and wanted.partials:
                    yield frame.frame(reply.write_thought(event))
                elif isinstance(event, Picture) and reply.words:
                    yield frame.frame(reply.write_words(event))
                elif isinstance(event, ImageResult):
                    yield frame.frame(reply.write_picture(event)) + frame.end()
    except Blocked as blocked:
        yield frame.end(reply.write_refusal(blocked, count_input(wanted.prompt, wanted.sources)))


async def take_order(call: Call, wish: Wish) -> ImageRequest:
    """Fetch the pictures and check the whole, before anything is drawn or sent. Raises InvalidRequest and HungUp."""
    if wish.anew and len(wish.references) > call.entry.card.sources:
        # Nobody sent these pictures: they are an earlier answer, which this model cannot work from.
        wish = replace(wish, prompt=wish.anew, references=())
    check_number(call.entry, wish.references)
    sources = await fetch_pictures(call.desk, call.request, wish.references)
    wanted = wish.with_pictures(call.name, sources)
    call.entry.check(wanted)
    return wanted


def find_entry(desk: Desk, request: Request, name: str, method: str) -> Entry:
    """The entry of a model. Raises UnknownModel in Google's words."""
    try:
        return desk.studio.catalog.find(name)
    except UnknownModel as error:
        raise UnknownModel(_tell_missing(request, name, method), param="model", code=error.code) from None


def _tell_missing(request: Request, name: str, method: str) -> str:
    version = request.url.path.strip("/").partition("/")[0]
    return (
        f"models/{name[:80]} is not found for API version {version[:20]}, or is not supported for {method[:40]}. "
        "Call ListModels to see the list of available models and their supported methods."
    )

"""Any service with OpenAI's Images API: OpenAI, Azure, other gateways, self-hosted peers, and pinxit itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import InvalidRequest, PinxitError, UnknownModel, Unsupported, UpstreamFailed
from pinxit.core.images import Background, Format, ImageRequest, Missed, Partial, Picture, Source, Usage
from pinxit.core.sizes import at_tier, shrink
from pinxit.core.tokens import count_usage
from pinxit.dialects.openai.asking import write_edit, write_generation
from pinxit.dialects.openai.capabilities import Known
from pinxit.dialects.openai.hearing import Complaint, EventReader, Reply, Told, read_complaint, read_event, read_images
from pinxit.engines.upstreams.calls import Call, Emit, run_aside, run_together
from pinxit.engines.upstreams.connection import Answer, Connection, Opened, Part, Question
from pinxit.engines.upstreams.openai_discovery import discover
from pinxit.engines.upstreams.openai_places import find_place
from pinxit.engines.upstreams.pictures import Unpacked, encode_as, look_at, unpack
from pinxit.engines.upstreams.refusals import Refused, Refuser, read_wait
from pinxit.upstreams import Upstream

_MOST_FETCHED = 64 * 2**20  # bytes of a picture that an answer points to
_SEEDS = 2**63
_PLAIN = {"image/png", "image/jpeg", "image/webp"}
_VARIATION = "A variation of the picture that came along."
# Statuses that an error would have had, which came when the answer had begun.
_LATE = {
    **dict.fromkeys(("rate_limit_exceeded", "upstream_busy", "insufficient_quota"), 429),
    **dict.fromkeys(("invalid_value", "unsupported_value", "invalid_image", "image_too_large"), 400),
    "upstream_timeout": 504,
}

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Ask:
    """A call for pictures `start`, `start + 1`, ... of a request: `count` of them."""

    known: Known
    request: ImageRequest
    start: int
    count: int
    untold: list[Picture]
    """Pictures whose tokens nobody told."""

    @property
    def streams(self) -> bool:
        return self.request.partials > 0 and self.known.habits.streams


class OpenAIEngine:
    """Asks for pictures at `{url}/images/generations` and `/images/edits`.

    Of its settings it reads `kind`, `url`, `key`, `keys`, `models`, `at_once`, `timeout`, `api_version` and
    `certificate`. Raises ConfigurationError for what does not fit together.
    """

    def __init__(self, upstream: Upstream) -> None:
        self.name = upstream.name
        self.capacity = upstream.at_once
        self.accounts = frozenset(upstream.keys)
        self._place = find_place(upstream)
        self._upstream = upstream
        self._known: dict[str, Known] = {}
        self._refuser = Refuser(upstream)
        self._connection = Connection(upstream, self._place.base)
        self._host = Connection(upstream, self._place.origin)

    def models(self) -> Sequence[ModelCard]:
        """The models that the settings name, or else the service itself; it is asked once what they can do.

        That takes some seconds where it does not answer, and what is known by their names alone has to do then.
        """
        if not self._known:
            found = discover(self._upstream, self._place, self._refuser)
            self._known = {known.card.name: known for known in found}
        return [known.card for known in self._known.values()]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yield unfinished states, pictures, and the tokens that the service told; Missed for what failed beside them.

        Those it did not tell, while it did for others, are counted.
        """
        known = await self._find(request.model)
        request = await _prepare(request, known)
        steps = [(0, request.n)] if known.habits.many else [(index, 1) for index in range(request.n)]
        untold: list[Picture] = []
        calls = []
        for start, count in steps:
            ask = _Ask(known, _with_seed(request, start), start, count, untold)
            calls.append(Call(range(start, start + count), partial(self._call, ask)))
        told = False
        async with aclosing(run_together(calls)) as events:
            async for event in events:
                told = told or isinstance(event, Usage)
                yield event
        if told and untold:
            yield count_usage(request.prompt, untold, request.sources)

    async def close(self) -> None:
        await self._connection.close()
        await self._host.close()

    async def _find(self, name: str) -> Known:
        if not self._known:
            await asyncio.to_thread(self.models)
        known = self._known.get(name)
        if known is None:
            raise UnknownModel(f"{self.name} has no model {name[:80]!r}.", param="model", code="model_not_found")
        return known

    async def _call(self, ask: _Ask, emit: Emit) -> None:
        question = self._write(ask)
        try:
            if not ask.streams:
                await self._take(ask, await self._connection.ask(question), emit)
                return
            async with self._connection.open(question) as opened:
                if opened.status == 200 and "event-stream" in opened.headers.get("content-type", ""):
                    await self._listen(ask, opened, emit)
                else:
                    answer = Answer(opened.status, opened.headers, await opened.read())
                    await self._take(ask, answer, emit)
        except PinxitError as error:
            message = self._refuser.conceal(error.message)
            error.message = message.replace("The upstream ", f"{self.name} ", 1)
            error.args = (error.message,)
            raise

    def _write(self, ask: _Ask) -> Question:
        request, place = ask.request, self._place
        headers = place.headers(request.payer) | {"accept": "text/event-stream" if ask.streams else "application/json"}
        if not request.sources:
            body = write_generation(request, ask.known.habits, ask.count)
            return Question(place.path("generations", request.model), headers=headers, body=body)
        form = write_edit(request, ask.known.habits, ask.count)
        parts = [Part(name, text) for name, text in form.texts]
        pictures = [*request.sources, *([request.mask] if request.mask else [])]
        for number, ((name, data), picture) in enumerate(zip(form.files, pictures, strict=True)):
            mime = picture.mime or "image/png"
            parts.append(Part(name, data, f"{number}.{mime.rpartition('/')[2]}", mime))
        return Question(place.path("edits", request.model), headers=headers, parts=parts)

    async def _take(self, ask: _Ask, answer: Answer, emit: Emit) -> None:
        """A whole answer."""
        if not 200 <= answer.status < 300:
            raise self._refuse(ask, answer.status, read_complaint(answer.body), read_wait(answer.headers))
        reply, found = await run_aside(len(answer.body), partial(_read_all, ask, answer.body))
        if isinstance(reply, Complaint):
            raise self._refuse_late(ask, reply)
        for number, told in enumerate(reply.pictures[: ask.count]):
            unpacked = found[number] or await self._fetch(told, ask)
            self._hand_on(ask, _make_picture(ask, ask.start + number, unpacked, told, reply), reply, emit)
        if reply.usage is not None:
            emit(reply.usage)
        for index in range(ask.start + len(reply.pictures), ask.start + ask.count):
            made = f"{self.name} made {len(reply.pictures)} of {ask.count} pictures."
            emit(Missed(index, UpstreamFailed(made, code="upstream_too_few")))

    async def _listen(self, ask: _Ask, opened: Opened, emit: Emit) -> None:
        """A stream of events. Whose unfinished state one is, is not told: the first picture's that lacks this step."""
        reader, steps = EventReader(), dict.fromkeys(range(ask.start, ask.start + ask.count), -1)

        async def hear(data: bytes) -> None:
            reply, unpacked = await run_aside(len(data), partial(_read_one, ask, data))
            if isinstance(reply, Complaint):
                raise self._refuse_late(ask, reply)
            if reply is None or not steps:
                return
            unpacked = unpacked or await self._fetch(reply.pictures[0], ask)
            if reply.step is None:
                index = next(iter(steps))
                del steps[index]
                self._hand_on(ask, _make_picture(ask, index, unpacked, reply.pictures[0], reply), reply, emit)
                if reply.usage is not None:
                    emit(reply.usage)
                return
            for index, step in steps.items():
                if step < reply.step < ask.request.partials:
                    steps[index] = reply.step
                    stage = f"state {reply.step}"
                    emit(Partial(index, reply.step, stage, unpacked.data, unpacked.size, unpacked.format))
                    return

        async for piece in opened.pieces():
            for data in reader.feed(piece):
                await hear(data)
        for data in reader.end():
            await hear(data)
        if steps:
            raise UpstreamFailed(f"{self.name} ended its stream before it was done.", code="upstream_hung_up")

    def _hand_on(self, ask: _Ask, picture: Picture, reply: Reply, emit: Emit) -> None:
        if reply.usage is None:
            ask.untold.append(picture)
        emit(picture)

    async def _fetch(self, told: Told, ask: _Ask) -> Unpacked:
        """The picture behind an address, which must be on the service's own host: no other is any of its business."""
        path = self._place.on_host(told.url or "")
        if path is None:
            raise UpstreamFailed(
                f"{self.name} answered with an address on another host. Set it to answer with b64_json, or its own "
                "public address to the `url` of its settings here.",
                code="upstream_bad_picture",
            )
        headers = self._place.headers(ask.request.payer)
        async with self._host.open(Question(path, "GET", headers=headers)) as opened:
            data = await opened.read(_MOST_FETCHED)
        if opened.status != 200:
            raise UpstreamFailed(f"{self.name} does not give out its picture (HTTP {opened.status}).")
        return await asyncio.to_thread(lambda: _encode(look_at(data), ask))

    def _refuse(self, ask: _Ask, status: int, said: Complaint, wait: float | None) -> PinxitError:
        if said.blocked is not None and (status < 500 or status == 503):
            return said.blocked
        if status in {404, 405, 501} and ask.request.sources and said.code != "model_not_found":
            message = f"{self.name} cannot work from pictures with {ask.known.card.name}."
            return Unsupported(message, param="image", code="unsupported_value")
        if status == 403 and said.spent:
            status = 402
        return self._refuser.tell(Refused(status, said.message, said.code, said.param, said.spent, wait))

    def _refuse_late(self, ask: _Ask, said: Complaint) -> PinxitError:
        status = 402 if said.spent else _LATE.get(said.code, 500)
        return self._refuse(ask, status, said, None) if said.blocked is None else said.blocked


async def _prepare(request: ImageRequest, known: Known) -> ImageRequest:
    """The request in a size that the model makes, and with pictures in the formats that everybody takes."""
    sizes = known.card.sizes
    if request.format in {Format.GIF, Format.SVG}:  # they come whole
        request = replace(request, partials=0)
    if request.size is not None:
        request = replace(request, size=sizes.nearest(request.size))
    elif request.tier is not None and not sizes.table and "resolution" not in known.habits.fields:
        # It would choose a size of its own class. The shape is that of the first picture, as it would be anyway.
        told = request.sources[0].pixels if request.sources else None
        wanted = at_tier(shrink(*(told or (1024, 1024))), request.tier)
        request = replace(request, size=sizes.nearest(wanted))
    odd = [source for source in request.sources if source.mime not in _PLAIN]
    if odd or (request.mask is not None and request.mask.mime != "image/png"):
        return await asyncio.to_thread(_make_plain, request)
    return request


def _make_plain(request: ImageRequest) -> ImageRequest:
    sources = tuple(source if source.mime in _PLAIN else _to_png(source) for source in request.sources)
    return replace(request, sources=sources, mask=_to_png(request.mask) if request.mask else None)


def _to_png(source: Source) -> Source:
    try:
        return replace(source, data=encode_as(look_at(source.data), Format.PNG, 100).data)
    except UpstreamFailed:
        message = "This picture cannot be read; send it as a PNG."
        raise InvalidRequest(message, param=source.name, code="invalid_image") from None


def _with_seed(request: ImageRequest, start: int) -> ImageRequest:
    """A seed of its own for each picture that is asked for by itself: the same one gives the same picture."""
    if request.seed is None or not start:
        return request
    return replace(request, seed=(request.seed + start) % _SEEDS)


def _read_all(ask: _Ask, body: bytes) -> tuple[Reply | Complaint, list[Unpacked | None]]:
    reply = read_images(body)
    if isinstance(reply, Complaint):
        return reply, []
    return reply, [_unpack(told, ask) for told in reply.pictures[: ask.count]]


def _read_one(ask: _Ask, data: bytes) -> tuple[Reply | Complaint | None, Unpacked | None]:
    reply = read_event(data)
    return reply, _unpack(reply.pictures[0], ask) if isinstance(reply, Reply) else None


def _unpack(told: Told, ask: _Ask) -> Unpacked | None:
    return None if told.base64 is None else _encode(unpack(told.base64), ask)


def _encode(unpacked: Unpacked, ask: _Ask) -> Unpacked:
    """As it came where nobody asked for another format: what it is signed with (C2PA) stays good."""
    request = ask.request
    if not request.format_said:
        return unpacked
    smaller = request.compression != 100 and "output_compression" not in ask.known.habits.fields
    return encode_as(unpacked, request.format, request.compression, anew=smaller)


def _make_picture(ask: _Ask, index: int, unpacked: Unpacked, told: Told, reply: Reply) -> Picture:
    request = ask.request
    clear = request.background is Background.TRANSPARENT if reply.clear is None else reply.clear
    return Picture(
        index=index,
        data=unpacked.data,
        size=unpacked.size,
        format=unpacked.format,
        seed=0 if request.seed is None else (request.seed + index - ask.start) % _SEEDS,
        description=told.words.strip() or request.prompt.strip() or _VARIATION,
        transparent=clear and unpacked.alpha,
        text=unpacked.text,
    )

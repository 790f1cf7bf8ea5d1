"""`/v1/batches`: many requests in one file, worked through while nobody waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.archive import Key
from pinxit.core.batches import WINDOW, Batch, Problem, Task, make_batch_id
from pinxit.core.batching import BatchRunner
from pinxit.core.batchwork import Office
from pinxit.core.errors import InvalidRequest, NotFound, PinxitError, Unsupported
from pinxit.core.images import Source
from pinxit.core.jobs import Job
from pinxit.core.orders import Order
from pinxit.core.sources import Reference, gather
from pinxit.core.studio import ImageResult
from pinxit.dialects import openai
from pinxit.dialects.chat import read_chat
from pinxit.dialects.openai import batches
from pinxit.dialects.openai.files import read_page
from pinxit.dialects.profiles import Profile
from pinxit.dialects.results import want_urls, write_result
from pinxit.web.attending import is_again, read_idempotency
from pinxit.web.bodies import read_json
from pinxit.web.callers import find_owner, find_root
from pinxit.web.chat import make_order
from pinxit.web.desk import Desk
from pinxit.web.orders import compose, find_files, read_beside
from pinxit.web.uploads import find_filing

_MOST_OPEN = 100  # batches of one key
_USUAL, _MOST_LISTED = 20, 100
_AGAIN = 900.0  # seconds for which a client's second try finds what its first one began
_JSON = "application/json"


async def create_batch(desk: Desk, request: Request) -> Response:
    """`POST /v1/batches`. What is sent again by a client that heard no answer is not begun twice."""
    filing, owner = find_filing(desk), find_owner(request)
    sent = batches.read_batch(await read_json(request, desk.max_body, desk.body_timeout))
    said = read_idempotency(request.headers)
    now = time.time()
    batch = Batch(
        id=make_batch_id(owner, said),
        owner=owner,
        endpoint=sent.endpoint,
        input_file=sent.input_file_id,
        times={"created_at": now, "expires_at": now + WINDOW},
        # Its first pieces are written up to a window before the last ones.
        keep=min(batches.choose_keep(sent), max(filing.cabinet.longest - WINDOW, WINDOW)),
        root=find_root(desk, request),
        metadata=sent.metadata,
    )
    await _check_input(desk, batch)
    written = await filing.batches.add(batch, _MOST_OPEN, now - _AGAIN if is_again(request.headers) else None)
    filing.news.set()
    return Response(batches.write_batch(written), media_type=_JSON)


async def list_batches(desk: Desk, request: Request) -> Response:
    """`GET /v1/batches`."""
    page = read_page(request.query_params, _USUAL, _MOST_LISTED)
    found = await find_filing(desk).batches.list_batches(find_owner(request), limit=page.limit + 1, after=page.after)
    return Response(batches.write_batches(found[: page.limit], more=len(found) > page.limit), media_type=_JSON)


async def show_batch(desk: Desk, request: Request) -> Response:
    """`GET /v1/batches/{id}`."""
    found = await find_filing(desk).batches.find(request.path_params["id"], find_owner(request))
    return Response(batches.write_batch(found), media_type=_JSON)


async def cancel_batch(desk: Desk, request: Request) -> Response:
    """`POST /v1/batches/{id}/cancel`: what is drawn already is given out, what waits is not begun."""
    filing = find_filing(desk)
    found = await filing.batches.cancel(request.path_params["id"], find_owner(request), time.time())
    if not found.open and "cancelled_at" not in found.times:
        raise InvalidRequest(f"This batch is {found.state} and cannot be cancelled any more.", code="batch_over")
    filing.news.set()
    return Response(batches.write_batch(found), media_type=_JSON)


def open_batches(desk: Desk) -> BatchRunner | None:
    """Who works on this server's batches; None where it has none."""
    if desk.filing is None:
        return None
    return BatchRunner(Office(desk.filing, desk.jobs, desk.ring, LineClerk(desk)))


class LineClerk:
    """A Clerk: reads lines as OpenAI's endpoints read their bodies, and answers as they do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read_task(self, batch: Batch, line: int, data: bytes) -> Task | Problem:
        return batches.read_task(line, data, batch.endpoint)

    async def take_order(self, batch: Batch, key: Key, task: Task) -> Order:
        async def fetch(references: Sequence[Reference]) -> tuple[Source, ...]:
            return await gather(await find_files(self._desk, key.prefix, references), self._desk.fetcher)

        catalog = self._desk.studio.catalog
        if batch.endpoint == batches.CHATS:
            chat = await read_beside(read_chat, task.body)
            _refuse_stream(chat.stream)
            return make_order(chat, await compose(catalog, chat.asked, fetch, recalled=chat.recalled))
        is_edit = batch.endpoint == batches.EDITS
        asked = await read_beside(openai.read_edit if is_edit else openai.read_generation, task.body)
        _refuse_stream(asked.stream)
        prepared = await compose(catalog, asked, fetch)
        manner = openai.Manner(Profile.OPENAI, asked.size_said, asked.safety_identifier)
        kind = "image_edit" if is_edit else "image_generation"
        return Order(
            "images.edit" if is_edit else "images.generate",
            prepared.request,
            manner=openai.pack_manner(manner, kind, as_urls=asked.as_urls),
        )

    async def write_result(self, batch: Batch, job: Job, result: ImageResult) -> Iterable[bytes]:
        urls: list[str] = []
        if want_urls(job):
            desk = self._desk
            names = await asyncio.gather(*(desk.archive.keep(picture) for picture in result.pictures))
            urls = [f"{batch.root}files/{name}?{desk.tickets.issue(name)}" for name in names]
        task = Task(job.manner["line"], job.manner["custom_id"], b"")
        return batches.write_answer(batch, task, write_result(job, result, batch.root, urls))

    def write_failure(self, batch: Batch, task: Task, error: PinxitError) -> bytes:
        return batches.write_failure(batch, task, error)

    def write_undone(self, batch: Batch, task: Task, code: str) -> bytes:
        return batches.write_undone(batch, task, code)


async def _check_input(desk: Desk, batch: Batch) -> None:
    try:
        file = await find_filing(desk).cabinet.book.find(batch.input_file, batch.owner)
    except NotFound as error:
        # The page exists, so this is no 404: a field of the body is wrong.
        raise InvalidRequest(error.message, param="input_file_id", code="invalid_value") from None
    if file.purpose != "batch":
        raise InvalidRequest(
            f"The file {file.id} has the purpose {file.purpose}; upload it with the purpose batch.",
            param="input_file_id",
            code="invalid_value",
        )


def _refuse_stream(wanted: bool) -> None:
    if wanted:
        raise Unsupported("Nobody listens to a batch: leave `stream` out.", param="stream", code="unsupported_value")

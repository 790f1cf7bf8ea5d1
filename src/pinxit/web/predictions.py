"""`/api/v3`: predictions, which are drawn while nobody waits for them.

They are kept in this process alone: a restart loses them, and several processes do not share them.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import orjson
from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import EngineFailed, NotFound, Overloaded, PinxitError
from pinxit.core.images import ImageRequest, Picture
from pinxit.core.studio import Studio
from pinxit.dialects.predictions import Prediction, PredictionStatus, read_prediction, write_prediction
from pinxit.dialects.profiles import Profile, write_error
from pinxit.web.bodies import PiecewiseAnswer, finish_unless_hung_up, read_json
from pinxit.web.desk import Desk
from pinxit.web.files import keep_pictures
from pinxit.web.orders import read_beside, take_order

_LOG = logging.getLogger("pinxit.errors")
_PLACES = 200
_ROOM = 256 * 2**20  # bytes
_KEEP = 3600.0  # seconds
_SHORTEST, _LONGEST = 0.05, 10.0  # seconds between two knocks at a full engine
_AGAIN = 5.0  # seconds after which a full book may have a place again


@dataclass(slots=True)
class _Job:
    """One prediction on its way. `weight` is what it keeps in memory, in bytes: first sources, then pictures."""

    name: str
    owner: str
    model: str
    created: float
    begun: float
    weight: int
    status: PredictionStatus = PredictionStatus.CREATED
    drawing: float = 0.0
    ended: float | None = None
    pictures: tuple[Picture, ...] = ()
    failure: Exception | None = None
    as_urls: bool = False
    task: asyncio.Task[None] | None = field(default=None, repr=False)


class PredictionBook:
    """Predictions by their names, each for the key that asked for it.

    It has `places` predictions and `room` bytes for their pictures; where either ends, the oldest finished ones are
    forgotten, those of the same key first. A finished one is forgotten after `keep` seconds in any case.
    """

    def __init__(
        self,
        studio: Studio,
        *,
        places: int = _PLACES,
        room: int = _ROOM,
        keep: float = _KEEP,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._studio = studio
        self._places = places
        self._room = room
        self._keep = keep
        self._clock = clock
        self._jobs: dict[str, _Job] = {}

    def open(  # limit: two of them are said by name
        self, owner: str, model: str, request: ImageRequest, *, patient: bool = True, as_urls: bool = False
    ) -> str:
        """Begin to draw and return the prediction's name. A patient one waits for a full engine, for an hour at most.

        Raises Overloaded where all places are taken by predictions that are not done.
        """
        weight = sum(len(source.data) for source in request.sources)
        self._make_room(owner, weight)
        job = _Job(secrets.token_hex(16), owner, model, time.time(), self._clock(), weight, as_urls=as_urls)
        self._jobs[job.name] = job
        job.task = asyncio.create_task(self._run(job, request, patient=patient))
        return job.name

    def look(self, owner: str, name: str) -> Prediction:
        """The prediction as it is now. Raises NotFound for what is not there or belongs to another key."""
        return self._show(self._find(owner, name))

    async def wait(self, owner: str, name: str) -> Prediction:
        """The finished prediction; to stop waiting does not stop the work. Raises NotFound and what the work raised."""
        job = self._find(owner, name)
        if job.task is not None:
            await asyncio.wait({job.task})
        if job.failure is not None:
            raise job.failure
        return self._show(job)

    async def close(self) -> None:
        """Stop all work and forget everything."""
        tasks = [job.task for job in self._jobs.values() if job.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._jobs.clear()

    def _find(self, owner: str, name: str) -> _Job:
        self._forget_old()
        job = self._jobs.get(name)
        if job is None or job.owner != owner:
            raise NotFound(
                f"There is no prediction {name[:80]!r} of this key. Predictions are kept for an hour and lost when the "
                "server restarts; send the wish again.",
                param="id",
            )
        return job

    async def _run(self, job: _Job, request: ImageRequest, *, patient: bool) -> None:
        try:
            job.pictures = await self._draw(job, request, patient=patient)
            job.status = PredictionStatus.COMPLETED
        except asyncio.CancelledError:
            job.failure = EngineFailed("The server stopped before the picture was done.")
            raise
        except Exception as error:
            if not isinstance(error, PinxitError):
                _LOG.exception("a prediction broke")
            job.failure = error
        finally:
            if job.failure is not None:
                job.status = PredictionStatus.FAILED
            job.ended = self._clock()
            job.weight = sum(len(picture.data) for picture in job.pictures)
            self._shrink(job)

    async def _draw(self, job: _Job, request: ImageRequest, *, patient: bool) -> tuple[Picture, ...]:
        while True:
            job.status = PredictionStatus.PROCESSING
            begun = self._clock()
            try:
                result = await self._studio.create(request)
            except Overloaded as error:
                if not patient or self._clock() - job.begun > self._keep:
                    raise
                job.status = PredictionStatus.CREATED
                await asyncio.sleep(min(max(error.retry_after, _SHORTEST), _LONGEST))
            else:
                job.drawing = self._clock() - begun
                return result.pictures

    def _show(self, job: _Job) -> Prediction:
        return Prediction(
            name=job.name,
            model=job.model,
            status=job.status,
            created=job.created,
            spent=(self._clock() if job.ended is None else job.ended) - job.begun,
            drawing=job.drawing,
            pictures=job.pictures,
            error=None if job.failure is None else _word(job.failure),
            as_urls=job.as_urls,
        )

    def _make_room(self, owner: str, weight: int) -> None:
        """Forget finished predictions until another one fits. Raises Overloaded where that is not enough."""
        self._forget_old()
        while self._jobs and (len(self._jobs) >= self._places or self._weigh() + weight > self._room):
            if not self._forget_one(owner):
                raise Overloaded(
                    f"{len(self._jobs)} predictions are being drawn already; ask again later.", retry_after=_AGAIN
                )

    def _shrink(self, newest: _Job) -> None:
        """Forget others until all pictures fit; the newest prediction stays, whatever its size."""
        while self._weigh() > self._room and self._forget_one(newest.owner, newest):
            pass

    def _forget_one(self, owner: str, but: _Job | None = None) -> bool:
        done = [job for job in self._jobs.values() if job.ended is not None and job is not but]
        if done:
            # A key that wants room loses its own old pictures before those of others.
            victim = min(done, key=lambda job: (job.owner != owner, job.ended or 0.0))
            del self._jobs[victim.name]
        return bool(done)

    def _forget_old(self) -> None:
        limit = self._clock() - self._keep
        for job in [job for job in self._jobs.values() if job.ended is not None and job.ended < limit]:
            del self._jobs[job.name]

    def _weigh(self) -> int:
        return sum(job.weight for job in self._jobs.values())


async def predict(desk: Desk, request: Request) -> Response:
    """`POST /api/v3/{vendor}/{model}/text-to-image`."""
    return await _begin(desk, request, edit=False)


async def predict_edit(desk: Desk, request: Request) -> Response:
    """`POST /api/v3/{vendor}/{model}/image-edit`."""
    return await _begin(desk, request, edit=True)


async def show_prediction(desk: Desk, request: Request) -> Response:
    """`GET /api/v3/predictions/{id}/result`, and the same without `/result`."""
    found = _book(request).look(request.state.caller.prefix, request.path_params["id"])
    return await _tell(desk, request, found, {"cache-control": "no-store"})


async def _begin(desk: Desk, request: Request, *, edit: bool) -> Response:
    vendor, model = request.path_params["vendor"], request.path_params["model"]
    said = f"{vendor}/{model}"
    body = await read_json(request, desk.max_body, desk.body_timeout)
    known = said if said in desk.studio.catalog else model
    wanted = await read_beside(partial(read_prediction, model=known, edit=edit), body)
    order = await take_order(desk, request, wanted.asked)
    book, owner = _book(request), request.state.caller.prefix
    name = book.open(owner, said, order.request, patient=not wanted.wait, as_urls=wanted.as_urls)
    if wanted.wait:
        found = await finish_unless_hung_up(request, book.wait(owner, name))
    else:
        found = book.look(owner, name)
    return await _tell(desk, request, found, order.headers)


async def _tell(desk: Desk, request: Request, found: Prediction, headers: Mapping[str, str]) -> Response:
    urls = await keep_pictures(desk, request, found.pictures) if found.as_urls else ()
    root = f"{desk.public_url.rstrip('/')}/" if desk.public_url else str(request.base_url)
    return PiecewiseAnswer(write_prediction(found, root, urls), headers)


def _book(request: Request) -> PredictionBook:
    book: PredictionBook = request.app.state.predictions
    return book


def _word(failure: Exception) -> str:
    """What a caller may know of an error: the words that its answer would have."""
    error = orjson.loads(write_error(failure, Profile.OPENAI).body)["error"]
    return str(error["message"])

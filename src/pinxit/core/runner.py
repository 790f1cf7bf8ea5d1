"""The runner of jobs: every request for pictures goes through `take`, and is charged once, whatever happens."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pinxit.core.access import check_model
from pinxit.core.archive import Admitted, Archive, JobBook, Key, Retry
from pinxit.core.catalog import Entry
from pinxit.core.errors import (
    Cancelled,
    Forbidden,
    Overloaded,
    PinxitError,
    Stopping,
    StorageFailed,
)
from pinxit.core.images import ImageRequest
from pinxit.core.jobs import Job, JobState
from pinxit.core.lanes import Lane, line_up
from pinxit.core.live import Attendance, LiveJob, Numbered
from pinxit.core.orders import CachePolicy, Order, draft, names_of
from pinxit.core.prices import Prices
from pinxit.core.records import INTERRUPTED, pack_error, unpack_error
from pinxit.core.refusals import Refusals
from pinxit.core.settling import PATIENCE, Settler, insist
from pinxit.core.shelf import Shelf
from pinxit.core.studio import ImageResult, Studio

_LOG = logging.getLogger("pinxit.jobs")
_ROUND = 5.0  # seconds between two looks for jobs of nobody
_POLL = 0.5  # seconds between two looks at a job that another server runs
_PAGE = 100
_PARTING = 2.0  # seconds in which what is still to be written is written when the server stops


@dataclass(frozen=True, slots=True)
class Policy:
    """How a server treats jobs. `linger` is how many seconds the work on a request goes on after its caller's
    connection broke, in case the caller comes back; `queue` how many pictures of callers who hold a connection may
    wait, `backlog` how many jobs in all; `cache` who gets the result of an earlier request with the same seed.
    """

    linger: float = 30.0
    queue: int = 16
    backlog: int = 10_000
    cache: CachePolicy = "key"


class JobRunner:
    """Takes orders, lets keys take turns, draws, keeps and charges. Belongs to one event loop."""

    def __init__(
        self,
        studio: Studio,
        book: JobBook,
        stores: tuple[Archive, Archive],
        prices: Prices,
        policy: Policy | None = None,
    ) -> None:
        """`stores` keep the pictures that are made, and those that requests bring along."""
        self.studio = studio
        self.book = book
        self._shelf = Shelf(book, *stores)
        self._prices = prices
        self._policy = policy or Policy()
        self._settler = Settler(book, self._shelf.archive, prices)
        self._refusals = Refusals()
        self._lanes: dict[str, Lane] = {}
        self._live: dict[str, LiveJob] = {}
        self._beside: set[asyncio.Task[Any]] = set()
        self._stopping = False

    async def take(self, order: Order, key: Key) -> Attendance:
        """Let a request in, or join the earlier one that it repeats; after this returns, the job is on the disk.

        Raises UnknownModel, Forbidden, RateLimited, BudgetSpent, KeyReused, Overloaded, Stopping and StorageFailed.
        """
        self._check_open()
        entry = self.studio.catalog.find(order.request.model)
        lane = self._find_lane(entry)
        job = await draft(order, key, entry, self._prices, self._policy.cache)
        if order.again and self._refusals.settle(job.owner, job.fingerprint):
            order = replace(order, again=False)
        try:
            return await self._let_in(order, key, job, entry, lane)
        except PinxitError:
            self._refusals.note(job.owner, job.fingerprint)
            raise

    async def _let_in(self, order: Order, key: Key, job: Job, entry: Entry, lane: Lane) -> Attendance:
        repeats = order.again or order.idempotency is not None
        try:
            check_model(key, names_of(order, entry))
            if not repeats or order.group is not None:  # a batch brings its line again, and no job of it has failed
                lane.check(line_up(job), order.patience, detached=order.detached)
        except (Forbidden, Overloaded) as refusal:
            if isinstance(refusal, Overloaded) and not repeats and (cached := await self._find_cached(job, order)):
                return cached
            self._spawn(self.book.note_refusal(self._settler.write_refusal(job, entry, refusal)))
            raise
        with lane.expect(0 if order.detached or repeats else job.n):
            job = await self._shelf.keep_order(job, order)
            admitted = await self.book.admit(job, key, Retry(again=order.again, cached=not repeats))
            if admitted.cached:
                if cached := await self._give_again(job, order, admitted.job):
                    return cached
                admitted = await self.book.admit(job, key, Retry(again=order.again))
        if not admitted.joined:
            # A detached one is loaded when its turn comes: thousands may wait.
            kept = replace(admitted.job, order=None) if order.detached else admitted.job
            live = LiveJob(kept, None if order.detached else order.request, order.anew)
            if repeats and order.group is None:  # whether it would be joined was not known before
                await self._check_late(lane, order, live)
            self._enqueue(live, lane)
        return self._attend(admitted.job, order.request, admitted)

    async def attend(self, job_id: str, owner: str) -> Attendance:
        """A place at a job of this key. Raises NotFound."""
        job = await self.book.find(job_id, owner)
        return self._attend(job, None)

    async def recall(self, job: Job) -> ImageResult:
        """The result of a completed job; its request comes without source pictures.

        Raises NotFound where the pictures are not kept any more.
        """
        return await self._shelf.recall(job, None)

    def find_place(self, job_id: str) -> int | None:
        """How many jobs of this server are before this one; None where it does not wait here."""
        for lane in self._lanes.values():
            if (place := lane.queue.find_place(job_id)) is not None:
                return place
        return None

    def find_progress(self, job_id: str) -> float | None:
        """How much of a job is drawn, 0 to 1; None where it is over or another server's."""
        live = self._live.get(job_id)
        return None if live is None else live.progress

    def foretell(self, job_id: str) -> float:
        """About how many seconds until a job of this server is done; 0.0 where it is over or not here."""
        live = self._live.get(job_id)
        if live is None or live.lane is None:
            return 0.0
        place = live.lane.queue.find_place(job_id)
        return live.lane.foretell(0 if place is None else place + live.job.n)

    async def cancel(self, job_id: str, owner: str) -> Job:
        """Cancel a job of this key, unless it is over already; returns it as it is then. Raises NotFound."""
        error = Cancelled("The job was cancelled. Nothing was charged.")
        while not (job := await self.book.find(job_id, owner)).state.over:
            line = self._settler.write_end(job, error)
            # Otherwise it was over first, or is another attempt by now.
            ended = await self.book.end(job, time.time(), JobState.CANCELLED, pack_error(error), line)
            if ended and (live := self._live.pop(job_id, None)):
                self._withdraw(live)
                live.fail(error)
        return job

    async def adopt(self) -> int:
        """Take over the jobs of nobody and of dead servers; returns how many are to be run."""
        taken = 0
        while not self._stopping:
            jobs = await self.book.adopt(_PAGE)
            for job in jobs:
                try:
                    lane = self._find_lane(self.studio.catalog.find(job.model))
                except PinxitError as error:
                    await self._settler.end(job, error)
                    continue
                self._enqueue(LiveJob(job, None, ""), lane, first=job.begun is not None)
            taken += len(jobs)
            if len(jobs) < _PAGE:
                break
        return taken

    async def watch(self) -> None:
        """Adopt again and again, beside the server, until cancelled."""
        while True:
            try:
                await self.adopt()
            except StorageFailed as error:
                _LOG.warning("no jobs were taken over: %s", error.message)
            except Exception:
                _LOG.exception("no jobs were taken over")
            await asyncio.sleep(_ROUND)

    @property
    def stopping(self) -> bool:
        return self._stopping

    @property
    def busy(self) -> int:
        """Jobs that somebody waits for, or that are being drawn."""
        return sum(not live.job.detached or live.task is not None for live in self._live.values())

    async def stop(self, grace: float) -> None:
        """Take no more orders, finish what can be finished in `grace` seconds, and give the rest back."""
        self._stopping = True
        self._spawn(self._park([live for live in self._live.values() if live.job.detached and live.task is None]))
        end = time.monotonic() + grace
        while self.busy and time.monotonic() < end:  # noqa: ASYNC110  (jobs end in many places; this happens once)
            await asyncio.sleep(0.05)
        self._spawn(self._park([live for live in self._live.values() if not live.over]))
        # A storage that is away keeps nobody from stopping: whoever starts next takes over what was not written.
        end = time.monotonic() + _PARTING
        while self._beside and (left := end - time.monotonic()) > 0:
            await asyncio.wait(self._beside, timeout=left)

    async def _find_cached(self, job: Job, order: Order) -> Attendance | None:
        if job.cache_key is None:
            return None
        found = await self.book.find_cached(job.cache_key)
        return None if found is None else await self._give_again(job, order, found)

    async def _give_again(self, job: Job, order: Order, found: Job) -> Attendance | None:
        """The result of an earlier job, for nothing; None where its pictures are not kept any more."""
        again = await self._shelf.repeat(job, order, found)
        if again is None:
            return None
        await self.book.note_cached(again, self._settler.write_cached(again))
        attendance = self._attend(again, order.request)
        attendance.cached = True
        return attendance

    async def _check_late(self, lane: Lane, order: Order, live: LiveJob) -> None:
        try:
            lane.check(line_up(live.job), order.patience, detached=order.detached)
        except Overloaded as refusal:
            await asyncio.wait({self._spawn(self._settler.end(live.job, refusal))}, timeout=PATIENCE)
            raise

    def _attend(self, job: Job, request: ImageRequest | None, admitted: Admitted | None = None) -> Attendance:
        attendance = Attendance(job, self._live.get(job.id), partial(self._follow, request=request), self._note)
        if admitted is not None:
            attendance.joined, attendance.allowance = admitted.joined, admitted.allowance
        return attendance

    def _note(self, job_id: str, delivered: bool) -> None:
        if delivered:
            self.book.note_delivered(job_id, time.time())
        else:
            self._spawn(self.book.mark_broken(job_id, time.time()))

    async def _park(self, lives: list[LiveJob]) -> None:
        """Give back what is detached, and end the rest."""
        for live in lives:
            self._withdraw(live)
            live.fail(Stopping("The server is being stopped; ask again in a moment.", retry_after=2.0))
            self._forget(live)
            if not live.job.detached:
                self._spawn(self._settler.end(live.job, unpack_error(INTERRUPTED)))
        if parked := [live.job for live in lives if live.job.detached]:
            await insist(lambda: self.book.park(parked))

    def _find_lane(self, entry: Entry) -> Lane:
        name = entry.engine.name
        if name not in self._lanes:
            capacity = getattr(entry.engine, "capacity", None)
            self._lanes[name] = Lane(capacity, self._policy.queue, self._policy.backlog)
        return self._lanes[name]

    def _enqueue(self, live: LiveJob, lane: Lane, *, first: bool = False) -> None:
        job = live.job
        self._live[job.id] = live
        live.abandoned = self._abandon
        live.lane = lane
        lane.put(line_up(job), detached=job.detached, first=first)
        self._dispatch(lane)

    def _dispatch(self, lane: Lane) -> None:
        while lane.is_free and (waiting := lane.queue.pop()):
            live = self._live[waiting.id]
            lane.let_go(waiting, detached=live.job.detached)
            live.left = live.job.n
            lane.working += live.left
            live.task = asyncio.create_task(self._run(live, lane))

    async def _run(self, live: LiveJob, lane: Lane) -> None:
        begun = time.monotonic()

        def free(pictures: int) -> None:
            pictures = min(pictures, live.left)
            live.left -= pictures
            lane.working -= pictures
            self._dispatch(lane)

        try:
            await self._draw(live, free)
            lane.note_time(time.monotonic() - begun, live.job.n)
        except Exception as error:
            if isinstance(error, Overloaded) and live.job.detached:  # nobody waits: it comes back later
                live.task = None
                asyncio.get_running_loop().call_later(error.retry_after, self._put_back, live, lane)
                return
            if not isinstance(error, PinxitError):
                _LOG.exception("a job broke")
            await self._end(live, error)
        finally:
            free(live.left)
            if live.over:
                self._forget(live)

    async def _draw(self, live: LiveJob, free: Any) -> None:
        if live.job.detached:
            live.request, live.anew = await insist(lambda: self._shelf.load(live.job))
        result, names = await self._settler.draw(self.studio, live, free)
        if not await self._settler.complete(live.job, result, names):
            raise Cancelled("The job was cancelled, or another server has taken it over.")
        for picture in result.pictures:
            live.publish(picture)
        live.publish(result)

    async def _end(self, live: LiveJob, error: Exception) -> None:
        """Write how it ended, and tell its watchers; they do not wait for a storage that is away."""
        if not live.job.detached:
            self._refusals.note(live.job.owner, live.job.fingerprint)
        ending = self._spawn(self._settler.end(live.job, error))
        await asyncio.wait({ending}, timeout=PATIENCE)
        live.fail(error)

    def _put_back(self, live: LiveJob, lane: Lane) -> None:
        if self._live.get(live.job.id) is live and not self._stopping:
            self._enqueue(live, lane, first=True)

    async def _follow(self, job: Job, request: ImageRequest | None) -> AsyncGenerator[Numbered]:
        """What can be told of a job that does not run here: its end, once it is there."""
        while not job.state.over:
            if live := self._live.get(job.id):
                async with aclosing(live.watch()) as events:
                    async for event in events:
                        yield event
                return
            await asyncio.sleep(_POLL)
            job = await self.book.find(job.id)
        if job.failure is not None:
            raise unpack_error(job.failure)
        if job.outcome is None:
            job = await self.book.find(job.id)
        result = await self._shelf.recall(job, request)
        for number, picture in enumerate(result.pictures, 1):
            yield Numbered(number, picture)
        yield Numbered(len(result.pictures) + 1, result)

    def _abandon(self, live: LiveJob) -> None:
        """The last caller has gone. The work goes on for a while: most clients try again."""
        if live.job.detached or self._stopping or live.timer is not None:
            return
        self._note(live.job.id, False)
        if self._policy.linger > 0:
            live.timer = asyncio.get_running_loop().call_later(self._policy.linger, self._drop, live)
        else:
            self._drop(live)

    def _drop(self, live: LiveJob) -> None:
        if live.watchers or live.over:
            return
        self._withdraw(live)
        error = Cancelled("The caller went away.")
        live.fail(error)
        self._forget(live)
        self._spawn(self._settler.end(live.job, error))

    def _forget(self, live: LiveJob) -> None:
        if self._live.get(live.job.id) is live:  # and not a later attempt of the same job
            del self._live[live.job.id]

    def _withdraw(self, live: LiveJob) -> None:
        """Stop the work on a job, or its waiting."""
        lane = live.lane
        if lane and (waiting := lane.queue.remove(live.job.id)):
            lane.let_go(waiting, detached=live.job.detached)
        if live.task is not None:
            live.task.cancel()

    def _check_open(self) -> None:
        if self._stopping:
            raise Stopping("The server is being stopped; ask again in a moment.", retry_after=2.0)

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[None]:
        task = asyncio.create_task(_log_failure(work))
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task


async def _log_failure(work: Coroutine[Any, Any, Any]) -> None:
    try:
        await work
    except PinxitError as error:
        _LOG.warning("a note was not written: %s", error.message)

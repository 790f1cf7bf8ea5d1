"""The work on one batch: its input checked, its lines fed, its answers gathered, and its end."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from pinxit.core.archive import Key, KeyRing
from pinxit.core.batches import (
    MOST_LINES,
    Batch,
    BatchBook,
    BatchState,
    Clerk,
    Filing,
    Problem,
    Standing,
    Task,
    name_line,
)
from pinxit.core.batchlines import LONGEST, Scroll, read_lines
from pinxit.core.errors import (
    EngineFailed,
    InvalidRequest,
    NotFound,
    Overloaded,
    PinxitError,
    StorageFailed,
    Unauthenticated,
)
from pinxit.core.filing import Cabinet
from pinxit.core.jobs import Job, JobState
from pinxit.core.records import pack_error, unpack_error
from pinxit.core.runner import JobRunner

_LOG = logging.getLogger("pinxit.batches")
_UNDER_WAY = 200  # jobs of one batch
_URGENCY = -10  # batches come after what somebody waits for
_MOST_PROBLEMS = 100
_TURN = 1.0  # seconds that lines are fed before answers are looked for again
_PAGE = 32  # answers that are gathered at once
_RIPE = 15.0  # seconds that an answer waits for others to be written down with it
_DRAWING = 600.0  # seconds that a picture in work may still take when its batch has to end
_BUSY, _IDLE = 0.05, 1.0  # seconds between two turns: more and more while nothing happens
_SHORTEST, _LONGEST_WAIT = 0.5, 60.0  # seconds until a line is tried again that found no room
_LARGE = 256 * 1024  # bytes of a line that is read in a thread


class Lost(Exception):
    """Another server works on the batch now, or it is closed."""


@dataclass(frozen=True, slots=True)
class Office:
    """What batches are worked on with."""

    filing: Filing
    jobs: JobRunner
    ring: KeyRing
    clerk: Clerk
    clock: Callable[[], float] = time.time

    @property
    def book(self) -> BatchBook:
        return self.filing.batches

    @property
    def cabinet(self) -> Cabinet:
        return self.filing.cabinet


class BatchWork:
    """Works on one batch until it is closed."""

    def __init__(self, office: Office, batch: Batch) -> None:
        self._office = office
        self._batch = batch
        self._tasks: AsyncGenerator[Task] | None = None
        self._held: Task | None = None
        self._all_taken = False
        self._not_before = 0.0
        self._refused = 0
        self._seen: tuple[object, ...] = ()
        self._pause = _BUSY

    async def run(self) -> None:
        """Raises Lost, PinxitError where a storage fails, and whatever is a fault of ours."""
        while True:
            try:
                standing = await self._office.book.look(self._batch.id)
            except NotFound:
                raise Lost from None
            if not standing.batch.open or standing.batch.server != self._batch.server:
                raise Lost
            self._batch = standing.batch
            if self._batch.state is BatchState.VALIDATING:
                await self._validate()
            elif self._batch.state is BatchState.IN_PROGRESS:
                await self._go_on(standing)
            elif await self._wind_up(standing):
                return

    async def close(self) -> None:
        """Let go of the input."""
        if self._tasks is not None:
            await self._tasks.aclose()

    # The input is checked.

    async def _validate(self) -> None:
        problems: list[Problem] = []
        total, seen = 0, set[bytes]()
        try:
            async with aclosing(read_lines(self._office.cabinet, self._batch.input_file)) as lines:
                async for number, line in lines:
                    total += 1
                    if problem := await self._check(number, line, total, seen):
                        problems.append(problem)
                    if len(problems) >= _MOST_PROBLEMS or total > MOST_LINES:
                        break
        except (NotFound, InvalidRequest) as error:
            problems.append(Problem(error.code or "file_not_found", error.message, param="input_file_id"))
        if not total and not problems:
            problems.append(Problem("empty_file", "The input file has no lines.", param="input_file_id"))
        now = self._office.clock()
        if problems:
            self._require(await self._office.book.end(self._batch, BatchState.FAILED, now, problems))
        else:  # where the batch was cancelled meanwhile, the next look sees it
            await self._office.book.move(self._batch, BatchState.IN_PROGRESS, now, total)

    async def _check(self, number: int, line: bytes, count: int, seen: set[bytes]) -> Problem | None:
        if count > MOST_LINES:
            return Problem("too_many_tasks", f"A batch may have {MOST_LINES:,} lines.", number)
        if len(line) > LONGEST:
            return Problem("line_too_long", f"A line may have {LONGEST >> 20} MB.", number)
        task = await self._read(number, line)
        if isinstance(task, Problem):
            return task
        mark = hashlib.sha256(task.custom_id.encode("utf-8", "surrogatepass")).digest()[:16]
        if mark in seen:
            return Problem(
                "duplicate_custom_id",
                f"The custom_id {task.custom_id[:80]!r} came before; each line needs one of its own.",
                number,
                "custom_id",
            )
        seen.add(mark)
        return None

    async def _read(self, number: int, line: bytes) -> Task | Problem:
        if len(line) > _LARGE:
            return await asyncio.to_thread(self._office.clerk.read_task, self._batch, number, line)
        if number % 64 == 0:
            await asyncio.sleep(0)  # others are served meanwhile
        return self._office.clerk.read_task(self._batch, number, line)

    async def _list_tasks(self, but: set[int], first: int) -> AsyncGenerator[Task]:
        """The requests of the input from a line on, without those of some lines."""
        async with aclosing(read_lines(self._office.cabinet, self._batch.input_file)) as lines:
            async for number, line in lines:
                if number >= first and number not in but:
                    task = await self._read(number, line)
                    if isinstance(task, Task):  # they were checked before
                        yield task

    # Lines are fed and answers gathered.

    async def _go_on(self, standing: Standing) -> None:
        now = self._office.clock()
        if now >= self._batch.times["expires_at"]:
            await self._office.book.move(self._batch, BatchState.FINALIZING, now)
            return
        fed = await self._feed(standing)
        quiet = not (fed or standing.under_way)
        ripe = standing.oldest is not None and abs(now - standing.oldest) > _RIPE
        if standing.done and (quiet or ripe or standing.done >= _PAGE) and await self._gather():
            return
        if quiet and self._all_taken and not standing.done:
            await self._office.book.move(self._batch, BatchState.FINALIZING, now)
        else:
            await self._rest(standing, fed)

    async def _rest(self, standing: Standing, fed: int = 0) -> None:
        """Sleep a little, and longer the longer nothing happens."""
        seen = (standing.batch.state, standing.under_way, standing.done, fed)
        self._pause = _BUSY if seen != self._seen else min(2 * self._pause, _IDLE)
        self._seen = seen
        wait = self._not_before - time.monotonic()
        await asyncio.sleep(min(self._pause, wait) if wait > 0 else self._pause)

    async def _feed(self, standing: Standing) -> int:
        """Take lines while there is room, for a second at most. Returns how many became jobs."""
        if self._all_taken or time.monotonic() < self._not_before:
            return 0
        if self._tasks is None:
            answered = await self._office.book.list_answered(self._batch.id)
            self._tasks = self._list_tasks(answered, self._batch.taken + 1)
        key = await self._find_key()
        is_full = standing.expected > self._office.cabinet.output_room
        room, end = _choose_room(key) - standing.under_way, time.monotonic() + _TURN
        scroll, taken, fed = Scroll(self._office.cabinet), self._batch.taken, 0
        while fed < room and time.monotonic() < end and not scroll.is_full:
            task = self._held or await self._find_next()
            self._held = task
            if task is None:
                break
            try:
                await self._take(task, key, is_full=is_full)
                fed += 1
            except Overloaded as error:  # each refusal is a line in the ledger, so the waits grow
                self._refused += 1
                self._wait(max(error.retry_after, _SHORTEST * 2 ** min(self._refused - 1, 7)))
                break
            except StorageFailed:
                break  # the same line is tried again
            except PinxitError as error:
                await scroll.add_error(task.line, None, self._office.clerk.write_failure(self._batch, task, error))
            self._held, taken, self._refused = None, task.line, 0
            if not await self._keep_pace(key, end):
                break
        if taken != self._batch.taken:
            self._require(await self._office.book.write(self._batch, await scroll.finish(), taken))
        return fed

    async def _find_next(self) -> Task | None:
        assert self._tasks is not None  # noqa: S101  (whoever feeds has opened it)
        try:
            return await anext(self._tasks)
        except StopAsyncIteration:
            pass
        except NotFound:  # what is left of the input cannot be had: the end tells it
            _LOG.warning("the input of %s is not kept any more", self._batch.id)
        self._all_taken = True
        return None

    async def _take(self, task: Task, key: Key | None, *, is_full: bool) -> None:
        """Make a line a job. Raises what its endpoint would answer with."""
        if key is None:
            raise Unauthenticated("The key of this batch was revoked or has expired.")
        if is_full:
            raise InvalidRequest(
                f"The output of a batch may have {self._office.cabinet.output_room / 2**20:,.0f} MiB; send this line "
                "in another one, or ask for smaller pictures.",
                code="no_room",
            )
        try:
            order = await self._office.clerk.take_order(self._batch, key, task)
            order = replace(
                order,
                detached=True,
                group=self._batch.id,
                urgency=_URGENCY,
                idempotency=name_line(self._batch.id, task.line),
                manner={**order.manner, "custom_id": task.custom_id, "line": task.line},
            )
            await self._office.jobs.take(order, key)
        except PinxitError:
            raise
        except Exception as error:
            _LOG.exception("line %d of %s broke", task.line, self._batch.id)
            raise unpack_error(pack_error(error)) from None

    async def _find_key(self) -> Key | None:
        now = self._office.clock()
        for key in await self._office.ring.list_keys():
            if key.prefix == self._batch.owner:
                return key if key.active and (key.expires is None or key.expires > now) else None
        return None

    async def _keep_pace(self, key: Key | None, end: float) -> bool:
        """Wait until the key's rate allows another request; False where that is not in this turn any more."""
        if key is None or key.rate is None:
            return True
        pause = key.rate.seconds / key.rate.number
        if time.monotonic() + pause < end:
            await asyncio.sleep(pause)
            return True
        self._wait(pause)
        return False

    def _wait(self, seconds: float) -> None:
        self._not_before = time.monotonic() + min(seconds, _LONGEST_WAIT)

    async def _gather(self) -> bool:
        """Write down the answers of some jobs that are over; False where there were none."""
        scroll = Scroll(self._office.cabinet)
        for job_id, line in await self._office.book.list_done(self._batch.id, _PAGE):
            if line is None:
                scroll.pass_over(job_id)
            elif self._held is None or line != self._held.line:  # what is to be taken again has no answer yet
                await self._write_job(scroll, await self._office.jobs.book.find(job_id), line)
            if scroll.is_full:
                break
        await self._write(scroll)
        return bool(scroll)

    async def _write_job(self, scroll: Scroll, job: Job, line: int) -> None:
        clerk, task = self._office.clerk, Task(line, str(job.manner.get("custom_id", "")), b"")
        try:
            if job.state is JobState.COMPLETED:
                result = await self._office.jobs.recall(job)
                await scroll.add(line, job.id, await clerk.write_result(self._batch, job, result), result.usage)
                return
            error = unpack_error(job.failure or {"message": "The job ended without a result."})
        except StorageFailed:
            raise
        except PinxitError as refusal:  # its pictures are not kept any more
            error = refusal
        code = self._why_early
        if job.state is JobState.CANCELLED and code:
            text = clerk.write_undone(self._batch, task, code)
        else:
            text = clerk.write_failure(self._batch, task, error)
        await scroll.add_error(line, job.id, text)

    async def _write(self, scroll: Scroll) -> None:
        if scroll:
            self._require(await self._office.book.write(self._batch, await scroll.finish()))

    # The batch ends.

    @property
    def _why_early(self) -> str:
        """Why the batch ends before all is done; empty where it does not."""
        times = self._batch.times
        if self._batch.state is BatchState.CANCELLING:
            return "batch_cancelled"
        return "batch_expired" if times.get("finalizing_at", 0.0) >= times["expires_at"] else ""

    async def _wind_up(self, standing: Standing) -> bool:
        """Stop what waits, write down what is over, and the rest as undone. Tells whether the batch is closed."""
        now, batch, code = self._office.clock(), self._batch, self._why_early
        self._held = None
        if standing.under_way and code:
            begun = batch.times.get("cancelling_at", batch.times.get("finalizing_at", now))
            for job_id in await self._office.book.list_waiting(batch.id, running=abs(now - begun) > _DRAWING):
                await self._office.jobs.cancel(job_id, batch.owner)
        if standing.done:
            await self._gather()
            return False
        if standing.under_way:
            await self._rest(standing)
            return False
        problems: list[Problem] = []
        state = {"batch_cancelled": BatchState.CANCELLED, "batch_expired": BatchState.EXPIRED, "": BatchState.COMPLETED}
        ended = state[code]
        try:
            await self._write_missing(code)
        except NotFound as error:
            problems.append(Problem("file_not_found", error.message, param="input_file_id"))
            ended = BatchState.FAILED
        self._require(await self._office.book.end(batch, ended, now, problems))
        return True

    async def _write_missing(self, code: str) -> None:
        """Write down the lines that have no answer. Raises NotFound where the input is not kept any more."""
        batch, clerk = self._batch, self._office.clerk
        if batch.completed + batch.failed >= batch.total:
            return
        answered = await self._office.book.list_answered(batch.id)
        lost = EngineFailed("The result of this line was not kept long enough; send the request again.")
        scroll = Scroll(self._office.cabinet)
        async with aclosing(self._list_tasks(answered, 1)) as tasks:
            async for task in tasks:
                told = clerk.write_undone(batch, task, code) if code else clerk.write_failure(batch, task, lost)
                await scroll.add_error(task.line, None, told)
                if scroll.is_full:
                    await self._write(scroll)
                    scroll = Scroll(self._office.cabinet)
        await self._write(scroll)

    def _require(self, is_ours: bool) -> None:
        if not is_ours:
            raise Lost


def _choose_room(key: Key | None) -> int:
    """How many lines may be under way: of what a key may have at once, one is left for whoever waits."""
    if key is None or key.at_once is None:
        return _UNDER_WAY
    return min(_UNDER_WAY, max(1, key.at_once - 1))

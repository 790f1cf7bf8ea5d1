"""Batches: many requests in one file, worked through while nobody waits, their answers in another file."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from pinxit.core.archive import Key
from pinxit.core.errors import PinxitError
from pinxit.core.filing import Cabinet, Piece
from pinxit.core.jobs import Job
from pinxit.core.orders import Order
from pinxit.core.studio import ImageResult

WINDOW = 86_400
"""Seconds that a batch may take."""
MOST_LINES = 50_000
MOST_BYTES = 200 * 2**20


class BatchState(StrEnum):
    """VALIDATING -> FAILED | IN_PROGRESS -> FINALIZING -> COMPLETED | EXPIRED; open ones CANCELLING -> CANCELLED."""

    VALIDATING = "validating"
    FAILED = "failed"
    IN_PROGRESS = "in_progress"
    FINALIZING = "finalizing"
    COMPLETED = "completed"
    EXPIRED = "expired"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


OPEN_STATES = (BatchState.VALIDATING, BatchState.IN_PROGRESS, BatchState.FINALIZING, BatchState.CANCELLING)
"""Those in which there is still something to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an input file is refused: at which line, counted from 1, and which of its fields."""

    code: str
    message: str
    line: int | None = None
    param: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch as it is kept. Times are in Unix seconds, by the names that OpenAI gives them (`expires_at`)."""

    id: str
    owner: str
    endpoint: str
    """The path that every line is for."""
    input_file: str
    times: Mapping[str, float]
    keep: int
    """Seconds for which the files that it writes are kept."""
    root: str
    """The server's own address, with a slash at its end, for answers that hold addresses."""
    metadata: Mapping[str, str] | None = None
    state: BatchState = BatchState.VALIDATING
    server: str | None = None
    """Who works on it; None: whoever comes first."""
    output_file: str | None = None
    error_file: str | None = None
    total: int = 0
    completed: int = 0
    failed: int = 0
    taken: int = 0
    """Every line up to this one has become a job or an answer."""
    problems: tuple[Problem, ...] = ()
    tokens: tuple[int, int] = (0, 0)
    """Of the requests and of the pictures in the output file."""

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Task:
    """One line of an input file: a request. `body` is JSON."""

    line: int
    custom_id: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """How a batch stands: how many of its jobs are under way, how many are over and not yet written down, and since
    when the oldest of these is; and how many bytes its output has.
    """

    batch: Batch
    under_way: int
    done: int
    oldest: float | None
    size: int = 0

    @property
    def expected(self) -> float:
        """Bytes of its output when all that has begun is written down, if it goes on as before."""
        return self.size * (1 + (self.under_way + self.done) / max(1, self.batch.completed))


@dataclass(frozen=True, slots=True)
class Written:
    """Answers that are to be written down together: pieces of the two files, and the lines that stand in them."""

    output: Sequence[Piece] = ()
    errors: Sequence[Piece] = ()
    completed: int = 0
    failed: int = 0
    lines: Mapping[int, str | None] = field(default_factory=dict)
    """The id of the job by its line; None for lines that became no job."""
    spare: Sequence[str] = ()
    """Jobs whose lines have their answer from another one: nothing of them is written."""
    tokens: tuple[int, int] = (0, 0)


class BatchBook(Protocol):
    """Where batches are kept. Each method is one transaction.

    What changes a batch does so only where this server still works on it, and tells whether it does.
    """

    async def add(self, batch: Batch, most: int, since: float | None = None) -> Batch:
        """Write a batch down, and return it. One with the same id, or (with `since`) with the same terms and younger
        than that, is returned instead. Raises KeyReused where the id has other terms, and Overloaded where its key has
        `most` open ones.
        """
        ...

    async def find(self, batch_id: str, owner: str) -> Batch:
        """A batch of a key, its counts up to date. Raises NotFound."""
        ...

    async def list_batches(self, owner: str, *, limit: int, after: str | None = None) -> list[Batch]:
        """Batches of a key, newest first. Raises InvalidRequest where `after` is none."""
        ...

    async def cancel(self, batch_id: str, owner: str, when: float) -> Batch:
        """Begin to cancel an open batch; any other comes back as it is. Raises NotFound."""
        ...

    async def claim(self, most: int, each: int) -> list[Batch]:
        """Take over batches of nobody and of dead servers, oldest first: `most` in all, and of no key more than `each`
        together with those that this server has already.
        """
        ...

    async def release(self) -> None:
        """Give back what this server works on."""
        ...

    async def look(self, batch_id: str) -> Standing:
        """How a batch stands. Raises NotFound."""
        ...

    async def list_answered(self, batch_id: str) -> set[int]:
        """The lines that became jobs or answers."""
        ...

    async def list_done(self, batch_id: str, limit: int) -> list[tuple[str, int | None]]:
        """Jobs that are over and whose answers are not written down, with their lines; the oldest first.

        None for a job that is spare: another one has taken its line, since nobody knew whether it was let in.
        """
        ...

    async def list_waiting(self, batch_id: str, *, running: bool = False) -> list[str]:
        """Jobs that wait; with `running`, those that are being drawn, too."""
        ...

    async def move(self, batch: Batch, state: BatchState, when: float, total: int | None = None) -> bool:
        """Go on to another open state, noting the time; only from the state that `batch` has."""
        ...

    async def write(self, batch: Batch, written: Written, taken: int | None = None) -> bool:
        """Write answers down, and how far the input has been taken."""
        ...

    async def end(self, batch: Batch, state: BatchState, when: float, problems: Sequence[Problem] = ()) -> bool:
        """Close a batch: hand its files to its key, and tell the key's webhooks."""
        ...

    async def forget(self, before: float) -> int:
        """Forget batches that were made before then and are closed. Returns how many went."""
        ...


@dataclass(frozen=True, slots=True)
class Filing:
    """Files and batches of a server.

    `news` is set where a new batch is written down; `uploading` counts the files that keys send just now.
    """

    cabinet: Cabinet
    batches: BatchBook
    news: asyncio.Event = field(default_factory=asyncio.Event)
    uploading: Counter[str] = field(default_factory=Counter)


class Clerk(Protocol):
    """Reads and writes the lines of batches in the dialect that their files are in."""

    def read_task(self, batch: Batch, line: int, data: bytes) -> Task | Problem:
        """One line of the input."""
        ...

    async def take_order(self, batch: Batch, key: Key, task: Task) -> Order:
        """What a line asks for. Raises PinxitError for what its endpoint would refuse."""
        ...

    async def write_result(self, batch: Batch, job: Job, result: ImageResult) -> Iterable[bytes]:
        """The line of a completed job, in pieces."""
        ...

    def write_failure(self, batch: Batch, task: Task, error: PinxitError) -> bytes:
        """The line of a request that was refused, or of a job that failed."""
        ...

    def write_undone(self, batch: Batch, task: Task, code: str) -> bytes:
        """The line of a request that was never made: `batch_expired` or `batch_cancelled`."""
        ...


def make_batch_id(owner: str, said: str | None = None) -> str:
    """An id that nobody guesses. What the caller `said` as its idempotency key always gives the same one."""
    if said is None:
        return f"batch_{secrets.token_hex(16)}"
    return f"batch_{hashlib.sha256(f'{owner} {said}'.encode()).hexdigest()[:32]}"


def name_line(batch_id: str, line: int) -> str:
    """The idempotency key of a line's job: however often a line is taken, it becomes one job."""
    return f"batch:{batch_id}:{line}"

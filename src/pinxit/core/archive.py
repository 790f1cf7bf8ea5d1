"""What the core wants kept, and says nothing of where: protocols that `pinxit.storage` implements.

All methods are coroutines. Where the database or the store cannot be reached they raise StorageAway, where it is full
or broken StorageFailed; nothing is half done then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pinxit.core.errors import NotFound, PinxitError, Unsupported
from pinxit.core.images import Format, Picture
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Budget, Rate, Spend


@dataclass(frozen=True, slots=True)
class Key:
    """One key as it is kept: never the secret, only its SHA-256. Times are in Unix seconds."""

    prefix: str
    """The first characters of the secret, enough to tell keys apart and useless for guessing the rest."""
    name: str
    digest: str
    created: float
    revoked: float | None = None
    expires: float | None = None
    is_admin: bool = False
    """May it manage keys and read everybody's usage?"""
    models: tuple[str, ...] = ()
    """Names of models that it may use, with * for any letters; none: all of them."""
    routes: tuple[str, ...] = ()
    """Which of `pinxit.core.access.ROUTES` it may use; none: all of them."""
    budgets: tuple[Budget, ...] = ()
    rate: Rate | None = None
    at_once: int | None = None
    """How many of its requests may be under way at the same time."""
    priority: int = 0
    """Keys with a higher one are served first; within one, keys take turns."""

    @property
    def active(self) -> bool:
        return self.revoked is None


class KeyRing(Protocol):
    """Where keys are kept. Every method sees what other processes wrote before it was called."""

    async def find(self, digest: str, *, within: float = 0.0) -> Key | None:
        """The key with this digest, revoked and expired ones included; None for no such key.

        It may be as another process left it `within` so many seconds ago.
        """
        ...

    async def list_keys(self) -> Sequence[Key]:
        """All keys, revoked ones included, oldest first."""
        ...

    async def add(self, key: Key, *, only_first: bool = False) -> bool:
        """Keep a key. With `only_first`, only where no key was ever kept; tells whether it was kept."""
        ...

    async def revoke(self, prefix: str, when: float) -> Key:
        """Revoke the one key whose prefix begins so and return it.

        Raises NotFound where none does, InvalidRequest where several do. Revoking twice keeps the first time.
        """
        ...

    async def change(self, prefix: str, changes: Mapping[str, Any]) -> Key:
        """Replace fields of the one key whose prefix begins so and return it; name, expires, is_admin, models, routes,
        budgets, rate, at_once and priority can be. What was spent stays spent. Raises as `revoke` does.
        """
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept: its format, the SHA-256 of its bytes in hex, and where it is.

    `path` is its file, where it is one; else `url` is an address for whoever may see it, good for `good` seconds, and
    `size` the number of its bytes.
    """

    path: Path | None
    format: Format
    digest: str
    url: str | None = None
    size: int | None = None
    good: float = 0.0


class Archive(Protocol):
    """Where pictures are kept by what they hold: the same bytes have the same name, `{SHA-256 in hex}.{format}`."""

    async def keep(self, picture: Picture) -> str:
        """Keep a picture and return its name. It is safe before this returns. Raises StorageFailed."""
        ...

    async def keep_bytes(self, data: bytes, ending: str) -> str:
        """The same for any bytes (a source picture, a file): `ending` is what their name ends with, "bin" say."""
        ...

    async def find(self, name: str) -> Kept:
        """The picture of a name. Raises NotFound for what is not kept or not kept any more."""
        ...

    async def read(self, name: str) -> bytes:
        """The bytes of a name, checked against it. Raises NotFound for what is not kept or not whole."""
        ...

    async def sweep(self) -> int:
        """Forget what has been kept long enough. Returns how many files went."""
        ...


@dataclass(frozen=True, slots=True)
class Gauge:
    """One limit of a key: how much it allows, what is left, and in how many seconds it is whole again (None: never)."""

    limit: int
    remaining: int
    reset: float | None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left to a key after a request was let in; None where there is no limit. Money is not told here."""

    requests: Gauge | None = None
    tokens: Gauge | None = None
    pictures: Gauge | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """A job that was let in. `joined`: it was there before, and this request is its repetition, for no new charge.

    `cached`: nothing was let in; the job is a completed one with the same result, which may be given again.
    """

    job: Job
    allowance: Allowance
    joined: bool = False
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Retry:
    """What admission may know of repetitions of a request.

    `again`: the client says that it tried before. A job of the same key and fingerprint is then joined if it is
    under way, or was completed and not given out more than `delivered` seconds ago. Without `again` it is joined where
    its caller's connection broke less than `broken` seconds ago and nobody got its answer since. A detached request
    never joins an attached job, and two with different idempotency keys are never the same.
    """

    again: bool = False
    broken: float = 30.0
    delivered: float = 30.0
    oldest: float = 900.0
    """Seconds since a job was made, after which it is not joined any more."""
    cached: bool = False
    """May a completed job with the same cache key answer, before anything else is looked at but the key?"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger: one picture, or one refusal. It is written once and never changed.

    `at` is in Unix seconds; `day` (UTC) is the one whose budgets it counts for; `index` is the picture's, None for
    refusals; `seconds` is what the whole job took. `outcome` is `made`, `cached` (given again for nothing), `refused`
    (let in by no budget, rate or scope, or declined by the engine), `failed` or `cancelled`; `code` says more.
    """

    at: float
    day: str
    key: str
    job: str | None
    route: str
    model: str
    engine: str
    index: int | None
    outcome: str
    tokens: int = 0
    cost: int = 0
    seconds: float = 0.0
    code: str | None = None

    @classmethod
    def of(cls, job: Job, at: float, outcome: str, /, **more: Any) -> Line:
        """The line of a job without a picture; `more` are further fields, and others for those that the job gives."""
        told = {"day": job.day, "key": job.owner, "job": job.id, "route": job.route, "model": job.model}
        return cls(at=at, outcome=outcome, **{**told, "engine": "", "index": None, **more})

    @property
    def spend(self) -> Spend:
        return Spend(1 if self.outcome == "made" else 0, self.tokens, self.cost)


class JobBook(Protocol):
    """Jobs, what is reserved for them, and the ledger: each method is one transaction."""

    async def admit(self, job: Job, key: Key, retry: Retry) -> Admitted:
        """Let a job in: join an earlier one, or check the key and its limits, reserve the estimate, and write the job.

        In this order: the key must still be active; where `retry` allows it, a completed job with the same result
        answers, and nothing is written; a job of the same idempotency key (24 hours) is joined, KeyReused raised where
        its fingerprint differs, a failed one of it replaced; `retry` may join another; then RateLimited and BudgetSpent
        are raised, each with its line in the ledger. After this returns the job is on the disk.
        """
        ...

    async def begin(self, job: Job, when: float) -> bool:
        """It runs now. False where this attempt is over (cancelled, or another server's by now)."""
        ...

    async def complete(
        self, job: Job, when: float, outcome: Mapping[str, Any], lines: Sequence[Line], spent: Spend
    ) -> bool:
        """It is done: state, charge, refund of the rest, ledger and webhooks in one. False where the attempt is over:
        then nothing was charged.
        """
        ...

    async def end(self, job: Job, when: float, state: JobState, failure: Mapping[str, Any], line: Line | None) -> bool:
        """It failed or was cancelled: the same without a charge."""
        ...

    def note_delivered(self, job_id: str, when: float) -> None:
        """A job's answer was given out whole. Written a moment later, with others: losing it costs a picture given
        twice for the price of one. Called on the event loop.
        """
        ...

    async def mark_broken(self, job_id: str, when: float) -> None:
        """The connection of a job's caller broke."""
        ...

    async def find(self, job_id: str, owner: str | None = None) -> Job:
        """A job with all its records. Raises NotFound for what is not there or not `owner`'s."""
        ...

    async def list_jobs(
        self,
        owner: str,
        *,
        limit: int = 20,
        after: str | None = None,
        states: Sequence[JobState] = (),
        group: str | None = None,
    ) -> list[Job]:
        """Detached jobs of a key, newest first, without order and outcome; `after` is the last id seen before."""
        ...

    async def find_cached(self, cache_key: str) -> Job | None:
        """The newest completed job with this cache key, with its outcome."""
        ...

    async def note_refusal(self, line: Line) -> None:
        """Write a refusal that happened outside of any job."""
        ...

    async def note_cached(self, job: Job, lines: Sequence[Line]) -> None:
        """Write a completed job that was answered from the cache, with its lines, which charge nothing."""
        ...

    async def park(self, jobs: Sequence[Job]) -> None:
        """Give detached jobs back, to be run by whoever comes first: the server stops."""
        ...

    async def adopt(self, limit: int = 100) -> list[Job]:
        """Take over the jobs of nobody and of servers that are dead: detached ones come back as queued, with a new
        attempt, without their orders and oldest first; attached ones are ended as failed and refunded.
        """
        ...

    async def drop(self, job_id: str, owner: str) -> None:
        """Delete a job of this key that is over, where there is one. The ledger stays."""
        ...

    async def forget(self, before: float) -> int:
        """Delete jobs that were over before then. The ledger stays. Returns how many went."""
        ...

    async def check(self) -> Sequence[str]:
        """Compare the counters with the ledger and the reservations: what does not add up, in sentences."""
        ...


class NoArchive:
    """An Archive for where nothing is kept."""

    async def keep(self, picture: Picture) -> str:
        raise _refuse_keeping()

    async def keep_bytes(self, data: bytes, ending: str) -> str:
        raise _refuse_keeping()

    async def find(self, name: str) -> Kept:
        raise NotFound("This server keeps no pictures.")

    async def read(self, name: str) -> bytes:
        raise NotFound("This server keeps no pictures.")

    async def sweep(self) -> int:
        return 0


def _refuse_keeping() -> PinxitError:
    return Unsupported(
        "This server keeps no pictures: use response_format b64_json.",
        param="response_format",
        code="unsupported_value",
    )

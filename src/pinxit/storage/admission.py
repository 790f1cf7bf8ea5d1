"""How a job is let in: one transaction that looks at the key, at earlier jobs, at rates and budgets, and writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, exists, func, insert, or_, select, update

from pinxit.core.archive import Admitted, Allowance, Line, Retry
from pinxit.core.errors import BudgetSpent, KeyReused, PinxitError, RateLimited, Unauthenticated
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.storage.counting import change_counters, find_counters, hold_key, open_counters
from pinxit.storage.ledger import add_lines
from pinxit.storage.rows import LIVE, read_job, write_job
from pinxit.storage.tables import counters, jobs, keys
from pinxit.storage.terms import Bucket, Terms, check_at_once, check_budgets, read_terms, tell_allowance

_REPLAY = 86_400.0  # seconds that an Idempotency-Key counts
_MOST = 10  # earlier jobs of the same request that are looked at; the newest one decides nearly always

_FILL = (
    update(keys)
    .where(keys.c.prefix == bindparam("of_key"))
    .values(bucket=bindparam("new_level"), bucket_at=bindparam("new_at"))
)
_NAMED = select(jobs).where(jobs.c.owner == bindparam("owner"), jobs.c.idempotency == bindparam("name"))
_GIVE_UP = update(jobs).where(jobs.c.id == bindparam("of_job")).values(idempotency=None)
_IS_ALIKE = and_(
    jobs.c.owner == bindparam("owner"),
    jobs.c.fingerprint == bindparam("print"),
    jobs.c.created >= bindparam("since"),
    # What was completed in the future was so before the clock was set back, who knows when.
    or_(LIVE, and_(jobs.c.state == str(JobState.COMPLETED), jobs.c.created <= bindparam("until"))),
)
_ALIKE = (
    select(jobs.c.id, jobs.c.state, jobs.c.detached, jobs.c.idempotency, jobs.c.delivered, jobs.c.broken)
    .where(_IS_ALIKE)
    .order_by(jobs.c.number.desc())
    .limit(_MOST)
)
_IS_CACHED = and_(jobs.c.cache_key == bindparam("cache_key"), jobs.c.state == str(JobState.COMPLETED))
_CACHED = select(jobs).where(_IS_CACHED).order_by(jobs.c.number.desc()).limit(1)
# The key, and of what else there is anything to be read: most requests find nothing, and each look costs as much.
_LOOK = select(
    *(keys.c.revoked, keys.c.expires, keys.c.budgets, keys.c.rate, keys.c.at_once, keys.c.bucket, keys.c.bucket_at),
    exists().where(counters.c.key == bindparam("owner")).label("counted"),
    exists().where(_IS_ALIKE).label("alike"),
    exists().where(_IS_CACHED).label("cached"),
).where(keys.c.prefix == bindparam("owner"))
_WHOLE = select(jobs).where(jobs.c.id == bindparam("id"))
_COUNT = select(func.count()).select_from(jobs).where(jobs.c.owner == bindparam("owner"), LIVE)
_INSERT = insert(jobs).inline()


@dataclass(frozen=True, slots=True)
class Question:
    """May this job come in now, to be run by `server`? `alone`: nobody else holds the key, which limits and
    repetitions need.
    """

    job: Job
    server: str
    retry: Retry
    now: float
    alone: bool
    delivered: Mapping[str, float]
    """When answers were given out, by the ids of jobs, as far as the database does not know it yet."""


def admit_job(connection: Connection, question: Question) -> Admitted | PinxitError | None:
    """Let a job in. A refusal that has a line in the ledger is returned, so that the line stays; others are raised.

    None: the key has limits that were not there a moment ago, so ask again `alone`.
    """
    job, now = question.job, question.now
    hold_key(connection, job.owner, alone=question.alone)
    row = connection.execute(_LOOK, {**_describe(question), "cache_key": job.cache_key}).first()
    terms = _check_key(row, now)
    assert row is not None  # noqa: S101  (the check raised for no key)
    if question.retry.cached and row.cached and (known := find_cached(connection, job.cache_key or "")):
        return Admitted(known, Allowance(), cached=True)
    if terms.limited and not question.alone:
        return None
    bucket = Bucket.look(terms.rate, row.bucket, row.bucket_at, now) if terms.rate else None
    named = _find_named(connection, job)
    earlier = _join(named, job, now) or (_find_alike(connection, question) if row.alike else None)
    found = find_counters(connection, job.owner, job.day) if row.counted else {}
    if earlier is not None:
        return Admitted(earlier, tell_allowance(terms, bucket, found, job), joined=True)
    open_counters(connection, job.owner, job.day, terms.budgets, found)
    try:
        after = bucket.take() if bucket else None
        if terms.at_once is not None:
            check_at_once(terms.at_once, connection.execute(_COUNT, {"owner": job.owner}).scalar_one())
        check_budgets(terms.budgets, found, job)
    except (RateLimited, BudgetSpent) as refusal:
        if bucket and bucket.moved:
            _write_bucket(connection, job.owner, bucket)
        add_lines(connection, [write_refusal(job, refusal, now)])
        return refusal
    if named is not None:
        connection.execute(_GIVE_UP, {"of_job": named.id})
    if after:
        _write_bucket(connection, job.owner, after)
    change_counters(connection, job.owner, found, Spend(), job.estimate)
    job = replace(job, server=question.server)
    connection.execute(_INSERT, write_job(job))
    reserved = {window: (spent, held + job.estimate) for window, (spent, held) in found.items()}
    return Admitted(job, tell_allowance(terms, after, reserved, job))


def find_cached(connection: Connection, cache_key: str) -> Job | None:
    """The newest completed job with this cache key."""
    row = connection.execute(_CACHED, {"cache_key": cache_key}).first()
    return None if row is None or row.outcome is None else read_job(row)


def insert_over(connection: Connection, job: Job, lines: Sequence[Line], now: float) -> Job:
    """Write a job that is over already and costs nothing. Returns it as it is kept."""
    if (named := _find_named(connection, job)) is not None:
        if _is_replayed(named, now):
            job = replace(job, idempotency=None)
        else:
            connection.execute(_GIVE_UP, {"of_job": named.id})
    connection.execute(_INSERT, write_job(job))
    add_lines(connection, lines)
    return job


def write_refusal(job: Job, refusal: PinxitError, now: float) -> Line:
    """The ledger's line of a job that was not let in."""
    return Line.of(job, now, "refused", job=None, code=refusal.code or type(refusal).__name__)


def _check_key(row: Any, now: float) -> Terms:
    """The terms of a key that is still active. It was when its request came, which may be minutes ago."""
    if row is None or row.revoked is not None:
        raise Unauthenticated("The API key is wrong or revoked. Make one with `pinxit keys create`.")
    if row.expires is not None and row.expires <= now:
        raise Unauthenticated("The API key has expired. Ask whoever runs this server for another.")
    return read_terms(row.budgets, row.rate, row.at_once)


def _find_named(connection: Connection, job: Job) -> Row[Any] | None:
    if job.idempotency is None:
        return None
    return connection.execute(_NAMED, {"owner": job.owner, "name": job.idempotency}).first()


def _is_replayed(row: Row[Any], now: float) -> bool:
    """Does the job still own its Idempotency-Key? What failed is not worth being told twice."""
    if row.state == JobState.COMPLETED:
        return abs(now - float(row.created)) < _REPLAY  # from further in the future: the clock was set back since
    return not JobState(row.state).over and now - float(row.created) < _REPLAY


def _join(named: Row[Any] | None, job: Job, now: float) -> Job | None:
    """The job of the same Idempotency-Key. Raises KeyReused where that was another request."""
    if named is None or not _is_replayed(named, now):
        return None
    if named.fingerprint != job.fingerprint:
        raise KeyReused(
            "This Idempotency-Key came with another request before. Send each new request with a new key.",
            param="Idempotency-Key",
            code="idempotency_key_reused",
        )
    return read_job(named)


def _find_alike(connection: Connection, question: Question) -> Job | None:
    """The job that this one repeats, by what Retry says."""
    job, retry, now = question.job, question.retry, question.now
    for row in connection.execute(_ALIKE, _describe(question)).all():
        # Two Idempotency-Keys say that two pictures are wanted.
        apart = job.idempotency is not None and row.idempotency not in {None, job.idempotency}
        # Whoever is promised a result that outlives the server must not get one that ends with it.
        fleeting = job.detached and not row.detached
        delivered = question.delivered.get(row.id, row.delivered)
        if not apart and not fleeting and _is_repeated(row, delivered, retry, now):
            return read_job(connection.execute(_WHOLE, {"id": row.id}).one())
    return None


def _describe(question: Question) -> dict[str, Any]:
    """What finds the earlier jobs that a job may repeat."""
    job, oldest = question.job, question.retry.oldest
    return {
        "owner": job.owner,
        "print": job.fingerprint,
        "since": question.now - oldest,
        "until": question.now + oldest,
    }


def _is_repeated(row: Any, delivered: float | None, retry: Retry, now: float) -> bool:
    if retry.again:
        return row.state != JobState.COMPLETED or delivered is None or abs(now - delivered) <= retry.delivered
    if row.broken is None or abs(now - row.broken) >= retry.broken:
        return False
    return delivered is None or delivered < row.broken


def _write_bucket(connection: Connection, key: str, bucket: Bucket) -> None:
    connection.execute(_FILL, {"of_key": key, "new_level": bucket.level, "new_at": bucket.at})

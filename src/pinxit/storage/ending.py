"""How a job goes on and ends: every step is fenced by its attempt; its end moves money, ledger and state at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from pinxit.core.archive import Line
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.core.records import INTERRUPTED
from pinxit.storage.counting import change_counters, hold_key, name_windows
from pinxit.storage.hooks import note_end
from pinxit.storage.ledger import add_lines
from pinxit.storage.rows import BRIEF, LIVE, read_job, write_record
from pinxit.storage.tables import jobs

_NOTHING = Spend()
_MOST = 25  # starts of a job that was being drawn each time its server died: it may be what kills them

_FENCED = update(jobs).where(jobs.c.id == bindparam("of_job"), jobs.c.attempt == bindparam("of_attempt"), LIVE)
_BEGIN = _FENCED.values(state=str(JobState.RUNNING), begun=bindparam("when"))
_END = _FENCED.values(
    state=bindparam("new_state"),
    ended=bindparam("when"),
    outcome=bindparam("new_outcome"),
    failure=bindparam("new_failure"),
)
_PARK = _FENCED.where(jobs.c.detached).values(state=str(JobState.QUEUED), server=None)
_ADOPT = (
    update(jobs)
    .where(jobs.c.id == bindparam("of_job"))
    .values(state=str(JobState.QUEUED), server=bindparam("new_server"), attempt=jobs.c.attempt + 1)
)
_STATE = select(jobs.c.state, jobs.c.ended, jobs.c.attempt, jobs.c.outcome, jobs.c.failure).where(
    jobs.c.id == bindparam("id")
)
_SERVERS = select(jobs.c.server).where(LIVE, jobs.c.server.is_not(None)).distinct()


@dataclass(frozen=True, slots=True)
class End:
    """How a job ends, and what it costs."""

    state: JobState
    when: float
    outcome: Mapping[str, Any] | None = None
    failure: Mapping[str, Any] | None = None
    lines: Sequence[Line] = ()
    spent: Spend = _NOTHING


def begin_job(connection: Connection, job: Job, when: float) -> bool:
    """It runs now, if this attempt is not over. To say so twice does no harm."""
    found = connection.execute(_BEGIN, {"of_job": job.id, "of_attempt": job.attempt, "when": when})
    return found.rowcount == 1


def end_job(connection: Connection, job: Job, end: End) -> bool:
    """End it, if this attempt is not over: state, reservation, charge, ledger and webhooks.

    Raises ValueError where the lines and the charge differ: the sums would never match again.
    """
    lines = [replace(line, key=job.owner, job=job.id, day=job.day) for line in end.lines]
    if sum((line.spend for line in lines), _NOTHING) != end.spent:
        raise ValueError("The lines of a job must add up to what is charged for it.")
    hold_key(connection, job.owner, alone=False)
    values = {
        "of_job": job.id,
        "of_attempt": job.attempt,
        "new_state": str(end.state),
        "when": end.when,
        "new_outcome": write_record(end.outcome),
        "new_failure": write_record(end.failure),
    }
    if connection.execute(_END, values).rowcount != 1:
        return False
    change_counters(connection, job.owner, name_windows(job.day), end.spent, _NOTHING - job.estimate)
    add_lines(connection, lines)
    ended = replace(job, state=end.state, ended=end.when, outcome=end.outcome, failure=end.failure)
    note_end(connection, ended, end.state, end.when)
    return True


def is_ended(connection: Connection, job: Job, end: End) -> bool:
    """Did exactly this end happen already? Then it was this one, and the answer was lost on its way."""
    row = connection.execute(_STATE, {"id": job.id}).first()
    told = (str(end.state), end.when, job.attempt, write_record(end.outcome), write_record(end.failure))
    return row is not None and tuple(row) == told


def park_jobs(connection: Connection, parked: Sequence[Job]) -> None:
    """Nobody runs them any more: whoever looks first may."""
    connection.execute(_PARK, [{"of_job": job.id, "of_attempt": job.attempt} for job in parked])


def list_servers(connection: Connection) -> set[str]:
    """All servers that have jobs which are not over."""
    return set(connection.execute(_SERVERS).scalars())


def take_over(connection: Connection, server: str, dead: Sequence[str], limit: int, when: float) -> list[Job]:
    """Take over up to `limit` detached jobs of nobody and of dead servers, oldest first."""
    rows = connection.execute(_choose(dead, limit).where(jobs.c.detached)).all()
    if rows:
        connection.execute(_ADOPT, [{"of_job": row.id, "new_server": server} for row in rows])
    taken = [replace(read_job(row), state=JobState.QUEUED, server=server, attempt=row.attempt + 1) for row in rows]
    deadly = {row.id for row in rows if row.attempt >= _MOST and row.state == JobState.RUNNING}
    return [job for job in taken if job.id not in deadly or not interrupt_job(connection, job, when)]


def end_abandoned(connection: Connection, dead: Sequence[str], when: float, limit: int) -> int:
    """End up to `limit` attached jobs of nobody and of dead servers. Returns how many."""
    rows = connection.execute(_choose(dead, limit).where(~jobs.c.detached)).all()
    return sum(interrupt_job(connection, read_job(row), when) for row in rows)


def interrupt_job(connection: Connection, job: Job, when: float) -> bool:
    """End it, because nobody runs it any more, if this attempt is not over."""
    line = Line.of(job, when, "failed", code=INTERRUPTED["code"])
    return end_job(connection, job, End(JobState.FAILED, when, failure=INTERRUPTED, lines=[line]))


def _choose(dead: Sequence[str], limit: int) -> Any:
    abandoned = jobs.c.server.is_(None) | jobs.c.server.in_(dead)
    # What another server is taking over at this moment is skipped, not waited for.
    return select(*BRIEF).where(LIVE, abandoned).order_by(jobs.c.number).limit(limit).with_for_update(skip_locked=True)

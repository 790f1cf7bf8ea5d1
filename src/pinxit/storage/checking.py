"""Does it all add up? Counters against the ledger and the reservations, jobs against their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, case, func, or_, select

from pinxit.core.jobs import JobState
from pinxit.core.limits import Spend
from pinxit.storage.counting import name_windows
from pinxit.storage.rows import LIVE, read_record
from pinxit.storage.tables import counters, jobs, ledger

_MADE = (ledger.c.pictures, ledger.c.tokens, ledger.c.cost)
_HELD = (jobs.c.est_pictures, jobs.c.est_tokens, jobs.c.est_cost)
_SPENT = select(ledger.c.key, ledger.c.day, *map(func.sum, _MADE)).group_by(ledger.c.key, ledger.c.day)
_RESERVED = select(jobs.c.owner, jobs.c.day, *map(func.sum, _HELD)).where(LIVE).group_by(jobs.c.owner, jobs.c.day)
_COUNTERS = select(counters).order_by(counters.c.key, counters.c.period)

_lines = func.count(ledger.c.number)
_given = func.coalesce(func.sum(case((ledger.c.outcome.in_(["made", "cached"]), 1), else_=0)), 0)
_completed = jobs.c.state == str(JobState.COMPLETED)
_ODD = (
    select(jobs.c.id, jobs.c.state, jobs.c.n, jobs.c.outcome, _given.label("given"), _lines.label("lines"))
    .select_from(jobs.outerjoin(ledger, ledger.c.job == jobs.c.id))
    .group_by(jobs.c.number, jobs.c.id, jobs.c.state, jobs.c.n, jobs.c.outcome)
    .having(
        or_(
            and_(_completed, or_(_given != jobs.c.n, _lines != jobs.c.n)),
            and_(LIVE, _lines > 0),
            and_(~_completed, or_(_given > 0, _lines > 1)),
        )
    )
    .order_by(jobs.c.number)
)
_TWICE = (
    select(ledger.c.job, ledger.c.picture, _lines.label("lines"))
    .where(ledger.c.job.is_not(None))
    .group_by(ledger.c.job, ledger.c.picture)
    .having(_lines > 1)
    .order_by(ledger.c.job)
)

_Sums = dict[tuple[str, str], Spend]


def find_faults(connection: Connection) -> list[str]:
    """What does not add up, in sentences; nothing where all is well. Looks at one moment, whatever others write."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    return [
        *_compare_counters(connection),
        *(
            f"Job {row.id} is {row.state} with {row.n} pictures, and has {row.lines} lines in the ledger, "
            f"{row.given} of them of pictures."
            for row in connection.execute(_ODD)
            if not _missed_some(row)
        ),
        *(
            f"Job {row.job} has {row.lines} lines in the ledger for "
            + ("its end." if row.picture is None else f"picture {row.picture}.")
            for row in connection.execute(_TWICE)
        ),
    ]


def _missed_some(row: Any) -> bool:
    """Whether a job is completed with fewer pictures than asked for because its engine said that it missed the rest."""
    if row.state != str(JobState.COMPLETED):
        return False
    missed = (read_record(row.outcome) or {}).get("missed", 0)
    return bool(0 < row.given == row.lines == row.n - missed)


def _compare_counters(connection: Connection) -> Iterator[str]:
    spent = _sum_windows(connection.execute(_SPENT))
    reserved = _sum_windows(connection.execute(_RESERVED))
    for row in connection.execute(_COUNTERS):
        window = (row.key, row.period)
        name = f"The counter of {row.key} for {row.period}"
        says = Spend(row.spent_pictures, row.spent_tokens, row.spent_cost)
        if says != spent[window]:
            yield f"{name} says that {_say(says)} are spent, the ledger {_say(spent[window])}."
        says = Spend(row.reserved_pictures, row.reserved_tokens, row.reserved_cost)
        if says != reserved[window]:
            yield f"{name} says that {_say(says)} are reserved, the live jobs {_say(reserved[window])}."


def _sum_windows(rows: Iterable[Any]) -> _Sums:
    """The sums of days as those of all windows that they belong to."""
    sums: _Sums = defaultdict(Spend)
    for key, day, *numbers in rows:
        for window in name_windows(day):
            sums[key, window] += Spend(*map(int, numbers))
    return sums


def _say(spend: Spend) -> str:
    return f"{spend.pictures} pictures, {spend.tokens} tokens and {spend.cost} billionths of a dollar"

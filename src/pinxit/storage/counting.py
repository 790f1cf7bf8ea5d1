"""The counters of budgets: what a key has spent and what is reserved for its live jobs, in each window of time.

A window has a counter only where the key had a budget for it. Counters are made while the key is held alone, so that no
job of it begins or ends meanwhile, and change by increments that hold whatever else happens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, Row, Text, bindparam, func, insert, select, update

from pinxit.core.limits import Budget, Period, Spend, name_window
from pinxit.storage.ledger import sum_lines
from pinxit.storage.rows import LIVE
from pinxit.storage.tables import counters, jobs

_FIND = select(counters).where(
    counters.c.key == bindparam("key"),
    (counters.c.period == bindparam("day"))
    | (counters.c.period == bindparam("month"))
    | (counters.c.period == str(Period.EVER)),
)
_KINDS = [f"{kind}_{unit}" for kind in ("spent", "reserved") for unit in ("pictures", "tokens", "cost")]
_CHANGE = (
    update(counters)
    .where(counters.c.key == bindparam("of_key"), counters.c.period == bindparam("of_period"))
    .values({name: counters.c[name] + bindparam(f"more_{name}") for name in _KINDS})
)
_INSERT = insert(counters)
_LOCKS = 0x6B6579  # "key": the class of these locks
_HASH = func.hashtext(bindparam("key", type_=Text))
_HOLD_ALONE = select(func.pg_advisory_xact_lock(_LOCKS, _HASH))
_HOLD = select(func.pg_advisory_xact_lock_shared(_LOCKS, _HASH))
_RESERVED = select(
    *(func.coalesce(func.sum(column), 0) for column in (jobs.c.est_pictures, jobs.c.est_tokens, jobs.c.est_cost))
).where(LIVE, jobs.c.owner == bindparam("key"))
_RESERVED_IN_DAYS = _RESERVED.where(jobs.c.day >= bindparam("first"), jobs.c.day <= bindparam("last"))

Counters = Mapping[str, tuple[Spend, Spend]]
"""What is spent and what is reserved, by the name of the window."""


def hold_key(connection: Connection, key: str, *, alone: bool) -> None:
    """Hold a key to the end of the transaction, alone or with others. First of all, so that nobody waits in a circle.

    SQLite has one writer anyway. In PostgreSQL no lock of a row would do: those who share one let nobody before them
    who wants it alone, for as long as one of them is there.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_HOLD_ALONE if alone else _HOLD, {"key": key})


def find_counters(connection: Connection, key: str, day: str) -> dict[str, tuple[Spend, Spend]]:
    """A key's counters of the windows that a day belongs to."""
    found = connection.execute(_FIND, {"key": key, "day": day, "month": name_window(Period.MONTH, day)})
    return {row.period: _read_counter(row) for row in found}


def open_counters(
    connection: Connection, key: str, day: str, budgets: Iterable[Budget], found: dict[str, tuple[Spend, Spend]]
) -> None:
    """Make the counters that a key's budgets need and do not have yet, and add them to `found`.

    They begin with what the ledger and the live jobs say, so that a budget that comes in the middle of a month counts
    all of it. The key must be held alone.
    """
    for period in sorted({budget.period for budget in budgets}):
        window = name_window(period, day)
        if window in found:
            continue
        days = list_days(period, window)
        found[window] = spent, reserved = sum_lines(connection, key, days), _sum_reserved(connection, key, days)
        numbers = _name_numbers(spent, reserved)
        connection.execute(_INSERT, {"key": key, "period": window, **numbers})


def change_counters(connection: Connection, key: str, windows: Collection[str], spent: Spend, reserved: Spend) -> None:
    """Add to those counters of a key that there are, always in the same order, so that no two wait for each other."""
    more = {f"more_{name}": number for name, number in _name_numbers(spent, reserved).items()}
    if windows:
        connection.execute(_CHANGE, [{"of_key": key, "of_period": window, **more} for window in sorted(windows)])


def name_windows(day: str) -> tuple[str, ...]:
    """All windows that a day belongs to."""
    return tuple(name_window(period, day) for period in Period)


def list_days(period: Period, window: str) -> tuple[str, str] | None:
    """The first and the last day of a window; None for `ever`. Days compare as texts, so every month may have 31."""
    if period is Period.EVER:
        return None
    return (window, window) if period is Period.DAY else (f"{window}-01", f"{window}-31")


def _sum_reserved(connection: Connection, key: str, days: tuple[str, str] | None) -> Spend:
    if days is None:
        row = connection.execute(_RESERVED, {"key": key}).one()
    else:
        row = connection.execute(_RESERVED_IN_DAYS, {"key": key, "first": days[0], "last": days[1]}).one()
    return Spend(*map(int, row))


def _name_numbers(spent: Spend, reserved: Spend) -> dict[str, int]:
    numbers = (spent.pictures, spent.tokens, spent.cost, reserved.pictures, reserved.tokens, reserved.cost)
    return dict(zip(_KINDS, numbers, strict=True))


def _read_counter(row: Row[tuple[object, ...]]) -> tuple[Spend, Spend]:
    found = row._mapping
    return (
        Spend(found["spent_pictures"], found["spent_tokens"], found["spent_cost"]),
        Spend(found["reserved_pictures"], found["reserved_tokens"], found["reserved_cost"]),
    )

"""Reads the ledger and the counters: what was used, and what keys have left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Row, case, cast, func, or_, select

from pinxit.core.archive import Key, Line
from pinxit.core.limits import Spend, end_window, name_day, name_window
from pinxit.core.usage import Balance, Grouping, Selection, Standing, Tally
from pinxit.storage.counting import find_counters, list_days
from pinxit.storage.database import Database
from pinxit.storage.ledger import sum_lines
from pinxit.storage.rows import LIVE
from pinxit.storage.tables import jobs, keys, ledger
from pinxit.storage.terms import Bucket

_NOT_MADE = ("cached", "refused", "failed", "cancelled")


class SqlUsageBook:
    """A UsageBook of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_up(self, by: Grouping, selection: Selection) -> Sequence[Tally]:
        """A tally for each key, model, day, outcome or route, by its name; those of nothing are left out."""
        return await self._database.read(lambda connection: _add_up(connection, by, selection))

    async def list_lines(self, selection: Selection, after: int = 0, limit: int = 1000) -> Sequence[tuple[int, Line]]:
        """Up to `limit` lines with their numbers, in the order of their numbers, behind the number `after`."""
        return await self._database.read(lambda connection: _list_lines(connection, selection, after, limit))

    async def show_standing(self, key: Key, when: float) -> Standing:
        """What is spent, reserved and left of a key's budgets and rate at a time in Unix seconds."""
        return await self._database.read(lambda connection: _show_standing(connection, key, when))


def _add_up(connection: Connection, by: Grouping, selection: Selection) -> list[Tally]:
    name = ledger.c[str(by)]
    # Every picture of a job carries the seconds of all of it.
    seconds = case((or_(ledger.c.picture.is_(None), ledger.c.picture == 0), ledger.c.seconds), else_=0.0)
    query = (
        select(
            name,
            func.sum(ledger.c.pictures),
            *(func.sum(case((ledger.c.outcome == said, 1), else_=0)) for said in _NOT_MADE),
            func.sum(ledger.c.tokens),
            func.sum(ledger.c.cost),
            func.sum(cast(seconds, Float)),
        )
        .where(*_choose(selection))
        .group_by(name)
        .order_by(name)
    )
    # PostgreSQL adds whole numbers up to its own kind of decimals.
    return [_read_tally(list(row)) for row in connection.execute(query)]


def _read_tally(row: list[Any]) -> Tally:
    name, *numbers, spent = row
    pictures, cached, refused, failed, cancelled, tokens, cost = map(int, numbers)
    return Tally(name, pictures, cached, refused, failed, cancelled, tokens, cost, round(float(spent), 3))


def _list_lines(connection: Connection, selection: Selection, after: int, limit: int) -> list[tuple[int, Line]]:
    query = select(ledger).where(ledger.c.number > after, *_choose(selection)).order_by(ledger.c.number).limit(limit)
    return [(row.number, _read_line(row)) for row in connection.execute(query)]


def _choose(selection: Selection) -> list[ColumnElement[bool]]:
    terms = []
    if selection.key is not None:
        terms.append(ledger.c.key == selection.key)
    if selection.since is not None:
        terms.append(ledger.c.day >= selection.since)
    if selection.until is not None:
        terms.append(ledger.c.day <= selection.until)
    return terms


def _read_line(row: Row[Any]) -> Line:
    return Line(
        at=row.at,
        day=row.day,
        key=row.key,
        job=row.job,
        route=row.route,
        model=row.model,
        engine=row.engine,
        index=row.picture,
        outcome=row.outcome,
        tokens=row.tokens,
        cost=row.cost,
        seconds=row.seconds,
        code=row.code,
    )


def _show_standing(connection: Connection, key: Key, when: float) -> Standing:
    today = name_day(when)
    counted = find_counters(connection, key.prefix, today)
    balances = []
    for budget in key.budgets:
        window = name_window(budget.period, today)
        if window not in counted:
            counted[window] = _count(connection, key.prefix, list_days(budget.period, window))
        spent, reserved = (amount.of(budget.unit) for amount in counted[window])
        balances.append(Balance(budget, spent, reserved, end_window(budget.period, when)))
    live = select(func.count()).select_from(jobs).where(LIVE, jobs.c.owner == key.prefix)
    kept = connection.execute(select(keys.c.bucket, keys.c.bucket_at).where(keys.c.prefix == key.prefix)).first()
    level, at = (None, None) if kept is None else (kept.bucket, kept.bucket_at)
    requests = Bucket.look(key.rate, level, at, when).gauge if key.rate else None
    return Standing(tuple(balances), requests, connection.scalar(live) or 0)


def _count(connection: Connection, key: str, days: tuple[str, str] | None) -> tuple[Spend, Spend]:
    """What is spent and reserved in a window that has no counter, since no job was let in for its budget yet."""
    sums = (func.coalesce(func.sum(column), 0) for column in (jobs.c.est_pictures, jobs.c.est_tokens, jobs.c.est_cost))
    reserved = select(*sums).where(LIVE, jobs.c.owner == key)
    if days is not None:
        reserved = reserved.where(jobs.c.day >= days[0], jobs.c.day <= days[1])
    return sum_lines(connection, key, days), Spend(*map(int, connection.execute(reserved).one()))

"""What was used and what is left, read from real databases."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import insert, update

from pinxit.core.access import make_key
from pinxit.core.archive import Gauge, Key, Line
from pinxit.core.jobs import Job, JobState, make_job_id
from pinxit.core.limits import NANO, Rate, Spend, name_day, read_budget
from pinxit.core.usage import Grouping, Selection, Tally
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.ledger import add_lines
from pinxit.storage.rows import write_job
from pinxit.storage.tables import counters, jobs, keys
from pinxit.storage.usage import SqlUsageBook

_T = TypeVar("_T")
_NOW = 1_795_370_400.0  # 2026-11-22 18:00 UTC
_LINE = Line(
    at=_NOW,
    day="2026-11-22",
    key="sk-pinxit-anna0000",
    job="job_1",
    route="images.generate",
    model="gemini-3-pro-image",
    engine="fake",
    index=0,
    outcome="made",
    tokens=1290,
    cost=154_800_000,
    seconds=2.5,
)
_LINES = (
    _LINE,
    replace(_LINE, index=1, tokens=10, cost=2**60),
    replace(_LINE, day="2026-11-23", key="sk-pinxit-bert0000", model="pinxit-fake", cost=1),
    replace(_LINE, index=0, outcome="cached", tokens=0, cost=0, seconds=0.0),
    replace(_LINE, index=None, outcome="refused", job=None, tokens=0, cost=0, seconds=0.0, code="rate_limit_exceeded"),
    replace(_LINE, index=None, outcome="failed", route="chat", tokens=0, cost=0, seconds=1.0, code="EngineFailed"),
    replace(_LINE, index=None, outcome="cancelled", day="2026-12-01", tokens=0, cost=0, seconds=0.25),
)


def _ask(database: Database, work: Callable[[SqlUsageBook], Awaitable[_T]], lines: tuple[Line, ...] = _LINES) -> _T:
    async def run() -> _T:
        await database.write(lambda connection: add_lines(connection, lines))
        return await work(SqlUsageBook(database))

    return asyncio.run(run())


def _add_up(database: Database, by: Grouping, selection: Selection | None = None) -> list[Tally]:
    return list(_ask(database, lambda book: book.add_up(by, selection or Selection())))


def test_lines_are_added_up_by_key(database: Database) -> None:
    anna, bert = _add_up(database, Grouping.KEY)
    assert bert == Tally("sk-pinxit-bert0000", pictures=1, tokens=1290, cost=1, seconds=2.5)
    assert anna == Tally(
        "sk-pinxit-anna0000",
        pictures=2,
        cached=1,
        refused=1,
        failed=1,
        cancelled=1,
        tokens=1300,
        cost=2**60 + 154_800_000,
        seconds=3.75,
    )


def test_a_request_for_several_pictures_took_its_seconds_once(database: Database) -> None:
    made = next(tally for tally in _add_up(database, Grouping.OUTCOME) if tally.name == "made")
    assert (made.pictures, made.seconds) == (3, 5.0)


def test_lines_are_added_up_by_model_day_outcome_and_route(database: Database) -> None:
    names = {
        by: [tally.name for tally in _ask(database, lambda book, by=by: book.add_up(by, Selection()), ())]  # type: ignore[misc]
        for by in Grouping
    }
    assert not any(names.values())
    assert [tally.name for tally in _add_up(database, Grouping.MODEL)] == ["gemini-3-pro-image", "pinxit-fake"]


def test_every_grouping_adds_up_to_the_same(database: Database) -> None:
    async def work(book: SqlUsageBook) -> list[Tally]:
        found = [await book.add_up(by, Selection()) for by in Grouping]
        return [sum(tallies, Tally("total")) for tallies in found]

    first, *others = _ask(database, work)
    assert first.pictures == 3
    assert others == [first] * 4


def test_days_are_chosen_with_the_first_and_the_last(database: Database) -> None:
    def count(selection: Selection) -> int:
        found = asyncio.run(_sum(database, selection))
        return sum(tally.pictures for tally in found)

    async def _sum(database: Database, selection: Selection) -> list[Tally]:
        return list(await SqlUsageBook(database).add_up(Grouping.DAY, selection))

    _ask(database, lambda book: book.add_up(Grouping.DAY, Selection()))
    assert count(Selection(since="2026-11-22", until="2026-11-22")) == 2
    assert count(Selection(since="2026-11-23")) == 1
    assert count(Selection(until="2026-11-21")) == 0
    assert count(Selection(key="sk-pinxit-bert0000")) == 1
    assert count(Selection(key="sk-pinxit-bert")) == 0


def test_lines_are_read_page_by_page_as_they_were_written(database: Database) -> None:
    async def work(book: SqlUsageBook) -> list[Line]:
        found: list[Line] = []
        after = 0
        while page := await book.list_lines(Selection(), after, 3):
            assert len(page) <= 3
            found += [line for _, line in page]
            after = page[-1][0]
        return found

    assert _ask(database, work) == list(_LINES)


def test_the_lines_of_one_key_are_its_own(database: Database) -> None:
    found = _ask(database, lambda book: book.list_lines(Selection(key="sk-pinxit-bert0000")))
    assert [line.key for _, line in found] == ["sk-pinxit-bert0000"]


def _make(*budgets: str, rate: Rate | None = None) -> Key:
    return replace(make_key("anna")[1], prefix=_LINE.key, budgets=tuple(map(read_budget, budgets)), rate=rate)


def _add_job(database: Database, state: JobState, estimate: Spend) -> None:
    job = Job(make_job_id(), _LINE.key, "chat", "fake", 1, _NOW, "2026-11-22", estimate, make_job_id(), state=state)
    asyncio.run(database.write(lambda connection: connection.execute(insert(jobs), write_job(job)) and None))


def test_what_is_left_of_a_budget_is_its_limit_less_what_is_spent_and_reserved(database: Database) -> None:
    row = {"key": _LINE.key, "period": "2026-11", "spent_pictures": 3, "reserved_pictures": 2, "spent_cost": NANO}
    asyncio.run(database.write(lambda connection: connection.execute(insert(counters), row) and None))
    key = _make("10pictures/month", "2usd/month")
    standing = asyncio.run(SqlUsageBook(database).show_standing(key, _NOW))
    assert [(one.spent, one.reserved, one.left) for one in standing.balances] == [(3, 2, 5), (NANO, 0, NANO)]
    assert [name_day(one.resets) for one in standing.balances] == ["2026-12-01"] * 2


def test_a_budget_that_no_request_met_yet_counts_what_was_spent_before_it(database: Database) -> None:
    _add_job(database, JobState.RUNNING, Spend(4, 40, 400))
    _add_job(database, JobState.FAILED, Spend(100, 100, 100))
    key = _make("10pictures/day", "5000tokens/month", "1usd")
    standing = _ask(database, lambda book: book.show_standing(key, _NOW))
    assert [(one.spent, one.reserved, one.left) for one in standing.balances] == [
        (2, 4, 4),
        (1300, 40, 3660),
        (2**60 + 154_800_000, 400, 0),
    ]
    assert standing.under_way == 1


def test_what_is_left_of_a_rate_grows_with_time(database: Database) -> None:
    key = _make(rate=Rate(20, 60))

    async def work(level: float | None, at: float | None, when: float) -> Gauge | None:
        change = update(keys).where(keys.c.prefix == key.prefix).values(bucket=level, bucket_at=at)
        await database.write(lambda connection: connection.execute(change) and None)
        return (await SqlUsageBook(database).show_standing(key, when)).requests

    async def run() -> list[Gauge | None]:
        await SqlKeyRing(database).add(key)
        return [
            await work(None, None, _NOW),
            await work(2.5, _NOW, _NOW),
            await work(2.5, _NOW, _NOW + 6),
            await work(2.5, _NOW, _NOW + 3600),
            await work(2.5, _NOW, _NOW - 3600),
        ]

    full, drawn = Gauge(20, 20, 0.0), Gauge(20, 2, 52.5)
    assert asyncio.run(run()) == [full, drawn, Gauge(20, 4, 46.5), full, drawn]


def test_a_key_without_limits_has_none_to_show(database: Database) -> None:
    standing = asyncio.run(SqlUsageBook(database).show_standing(_make(), _NOW))
    assert (standing.balances, standing.requests, standing.under_way) == ((), None, 0)

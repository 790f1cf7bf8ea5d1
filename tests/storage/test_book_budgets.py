"""Budgets: what is reserved, charged and given back, in which window of time, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from books import NOON, Office, run
from pinxit.core.archive import Gauge, Retry
from pinxit.core.errors import BudgetSpent, Unauthenticated
from pinxit.core.jobs import JobState
from pinxit.core.limits import NANO, Spend, read_budget
from pinxit.storage.database import Database
from pinxit.storage.tables import counters, ledger

_DAY = 86_400.0
_MIDNIGHT = 1_795_392_000.0  # 2026-11-23, 00:00 UTC
_DECEMBER = 1_796_083_200.0  # 2026-12-01, 00:00 UTC
_NO_RETRY = Retry()


async def _read_counters(office: Office) -> dict[str, tuple[int, int]]:
    """Pictures that are spent and reserved, by window."""
    rows = await office.database.read(lambda connection: connection.execute(select(counters)).all())
    return {row.period: (row.spent_pictures, row.reserved_pictures) for row in rows}


def test_a_budget_holds_what_is_reserved_and_gives_back_what_was_not_needed(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1000tokens/day")
        first = await office.admit(key, Spend(1, 900, 0))
        with pytest.raises(BudgetSpent):
            await office.admit(key, Spend(1, 101, 0))
        assert await office.complete(first, tokens=300, cost=0)
        await office.admit(key, Spend(1, 700, 0))
        with pytest.raises(BudgetSpent):
            await office.admit(key, Spend(1, 1, 0))
        assert await office.book.check() == []

    run(work)


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED])
def test_what_fails_or_is_cancelled_costs_nothing(database: Database, state: JobState) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture/ever", "0.5usd/month")
        for _ in range(3):
            job = await office.admit(key, Spend(1, 10, NANO // 2))
            assert await office.fail(job, state)
        assert await _read_counters(office) == {"2026-11": (0, 0), "ever": (0, 0)}
        assert await office.book.check() == []

    run(work)


@pytest.mark.parametrize(
    ("budget", "fits", "over"),
    [
        ("3pictures/day", Spend(3, 10**9, 10**12), Spend(4, 0, 0)),
        ("500tokens/month", Spend(99, 500, 10**12), Spend(0, 501, 0)),
        ("0.000000007usd", Spend(99, 10**9, 7), Spend(0, 0, 8)),
    ],
    ids=["pictures", "tokens", "money"],
)
def test_a_budget_counts_its_own_unit_to_the_last_one(
    database: Database, budget: str, fits: Spend, over: Spend
) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(budget)
        with pytest.raises(BudgetSpent):
            await office.admit(key, over)
        await office.admit(key, fits)

    run(work)


def test_of_several_budgets_each_must_have_room(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("5pictures/day", "6pictures/month", "1usd")
        for _ in range(5):
            await office.complete(await office.admit(key))
        with pytest.raises(BudgetSpent, match="5 pictures a day has 0 pictures left"):
            await office.admit(key)
        office.clock.now += _DAY
        await office.complete(await office.admit(key))
        with pytest.raises(BudgetSpent, match="6 pictures a month has 0 pictures left"):
            await office.admit(key)
        assert await office.book.check() == []

    run(work)


@pytest.mark.parametrize(
    ("period", "last", "next_"),
    [("day", _MIDNIGHT - 0.001, _MIDNIGHT), ("month", _DECEMBER - 0.001, _DECEMBER)],
    ids=["day", "month"],
)
def test_a_window_ends_at_midnight_utc(database: Database, period: str, last: float, next_: float) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key(f"1picture/{period}")
        await office.complete(await office.admit(key))
        office.clock.now = last
        with pytest.raises(BudgetSpent) as refusal:
            await office.admit(key)
        assert refusal.value.resets == next_
        office.clock.now = next_
        await office.admit(key)

    run(work)


def test_the_night_of_a_change_of_clocks_has_as_many_hours_as_any_other(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture/day")
        office.clock.now = 1_774_742_400.0  # 2026-03-29, 00:00 UTC: Europe's clocks go forward
        await office.admit(key)
        office.clock.now += _DAY - 1
        with pytest.raises(BudgetSpent) as refusal:
            await office.admit(key)
        assert refusal.value.resets == 1_774_742_400.0 + _DAY

    run(work)


def test_a_budget_forever_never_comes_back_and_says_so(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture")
        await office.complete(await office.admit(key))
        office.clock.now += 10_000 * _DAY
        with pytest.raises(BudgetSpent) as refusal:
            await office.admit(key)
        assert refusal.value.resets is None
        assert "starts anew" not in refusal.value.message

    run(work)


def test_a_job_over_midnight_is_charged_to_the_day_that_it_was_reserved_on(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture/day")
        office.clock.now = _MIDNIGHT - 1
        late = await office.admit(key)
        office.clock.now = _MIDNIGHT + 1
        early = await office.admit(key)
        assert await office.complete(late)
        assert await _read_counters(office) == {"2026-11-22": (1, 0), "2026-11-23": (0, 1)}
        assert await office.complete(early)
        assert await office.book.check() == []

    run(work)


def test_a_budget_that_comes_later_counts_what_was_spent_and_reserved_before(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        await office.complete(await office.admit(key))
        office.clock.now += _DAY
        await office.complete(await office.admit(key))
        await office.admit(key)
        key = await office.ring.change(key.prefix, {"budgets": (read_budget("4pictures/month"),)})
        await office.admit(key)
        with pytest.raises(BudgetSpent):
            await office.admit(key)
        assert await _read_counters(office) == {"2026-11": (2, 2)}
        key = await office.ring.change(key.prefix, {"budgets": (read_budget("4pictures/day"),)})
        await office.admit(key)
        with pytest.raises(BudgetSpent):
            await office.admit(key)
        assert await _read_counters(office) == {"2026-11": (2, 3), "2026-11-23": (1, 3)}
        assert await office.book.check() == []

    run(work)


def test_counters_of_a_budget_that_was_taken_away_stay_right_until_it_comes_back(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        budgets = (read_budget("3pictures"),)
        key = await office.make_key("3pictures")
        before = await office.admit(key)
        key = await office.ring.change(key.prefix, {"budgets": ()})
        assert await office.complete(before)
        await office.complete(await office.admit(key))
        await office.admit(key)
        assert await office.book.check() == []
        key = await office.ring.change(key.prefix, {"budgets": budgets})
        with pytest.raises(BudgetSpent):
            await office.admit(key)

    run(work)


def test_more_can_be_spent_than_was_estimated_and_then_nothing_is_left(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1000tokens")
        await office.complete(await office.admit(key, Spend(1, 100, 0)), tokens=1500)
        with pytest.raises(BudgetSpent, match="has 0 tokens left"):
            await office.admit(key, Spend(1, 1, 0))
        assert await office.book.check() == []

    run(work)


def test_a_refusal_is_in_the_ledger_and_changes_nothing_else(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("1picture/day", rate="5/min")
        await office.admit(key)
        for _ in range(3):
            with pytest.raises(BudgetSpent):
                await office.admit(key)
        rows = await database.read(lambda connection: connection.execute(select(ledger)).all())
        assert [(row.outcome, row.code, row.job, row.pictures, row.cost) for row in rows] == [
            ("refused", "BudgetSpent", None, 0, 0)
        ] * 3
        allowance = (await office.book.admit(office.draft(key, Spend(0, 0, 0)), key, _NO_RETRY)).allowance
        assert allowance.requests == Gauge(5, 3, 24.0)
        assert await office.book.check() == []

    run(work)


def test_a_refusal_says_which_budget_what_is_left_and_when_it_starts_anew(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("2.5usd/month")
        await office.complete(await office.admit(key, Spend(1, 1, NANO)), cost=NANO)
        with pytest.raises(BudgetSpent) as refusal:
            await office.admit(key, Spend(1, 1, 2 * NANO))
        assert refusal.value.message == (
            "This key's budget of $2.5 a month has $1.5 left, and this request may need $2. "
            "It starts anew at 2026-12-01 00:00 UTC. "
            "Ask for fewer or smaller pictures, or have the key's budget raised."
        )

    run(work)


def test_what_is_left_is_told_of_the_tightest_budget_of_each_unit(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("5pictures/day", "3pictures", "1000tokens/month", "7usd", rate="60/min")
        allowance = (await office.try_admit(key)).allowance
        assert allowance.pictures == Gauge(3, 2, None)
        assert allowance.tokens == Gauge(1000, 900, _DECEMBER - NOON)
        assert allowance.requests == Gauge(60, 59, 1.0)
        free = await office.make_key()
        assert (await office.try_admit(free)).allowance == replace(allowance, requests=None, tokens=None, pictures=None)

    run(work)


def test_terms_are_those_that_are_kept_now_and_not_those_of_the_key_at_the_door(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        await office.ring.change(key.prefix, {"budgets": (read_budget("1picture"),)})
        await office.admit(key)
        with pytest.raises(BudgetSpent):
            await office.admit(key)
        await office.ring.change(key.prefix, {"expires": NOON})
        with pytest.raises(Unauthenticated, match="expired"):
            await office.admit(key)
        await office.ring.revoke(key.prefix, NOON)
        with pytest.raises(Unauthenticated, match="revoked"):
            await office.admit(key)

    run(work)


def test_a_checker_sees_what_was_changed_by_hand(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("10pictures/day")
        await office.complete(await office.admit(key))
        await office.admit(key)
        assert await office.book.check() == []
        await database.write(lambda connection: connection.execute(update(counters).values(spent_cost=999)))
        assert len(await office.book.check()) == 1
        await database.write(lambda connection: connection.execute(update(counters).values(reserved_tokens=0)))
        assert len(await office.book.check()) == 2

    run(work)

"""Budgets and rates as people write them, and the windows that they last for."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import (
    NANO,
    Budget,
    Period,
    Rate,
    Spend,
    Unit,
    end_window,
    name_day,
    name_window,
    read_budget,
    read_rate,
)


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("5usd/month", Budget(5 * NANO, Unit.MONEY, Period.MONTH)),
        ("20pictures/day", Budget(20, Unit.PICTURES, Period.DAY)),
        ("1000000tokens", Budget(1_000_000, Unit.TOKENS)),
        (" 1_000_000 Tokens / ever ", Budget(1_000_000, Unit.TOKENS)),
        ("0.000000001usd/day", Budget(1, Unit.MONEY, Period.DAY)),
        ("2.5$/month", Budget(2_500_000_000, Unit.MONEY, Period.MONTH)),
        ("1image/day", Budget(1, Unit.PICTURES, Period.DAY)),
        ("0pictures", Budget(0, Unit.PICTURES)),
    ],
)
def test_a_budget_is_read_as_people_write_it(text: str, budget: Budget) -> None:
    assert read_budget(text) == budget


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "usd",
        "5usd/week",
        "-5usd",
        "5eur",
        "1.5pictures",
        "1e9tokens",
        "9999999999usd",
        "5usd/month/day",
        "nan",
    ],
)
def test_what_is_no_budget_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_budget(text)
    assert refusal.value.param == "budget"


@given(st.builds(Budget, st.integers(0, 2**62 - 1), st.sampled_from(Unit), st.sampled_from(Period)))
def test_a_budget_is_written_as_it_is_read_to_the_last_billionth(budget: Budget) -> None:
    assert read_budget(str(budget)) == budget


@given(st.builds(Rate, st.integers(1, 999_999_999), st.sampled_from([1, 60, 3600])))
def test_a_rate_is_written_as_it_is_read(rate: Rate) -> None:
    assert read_rate(str(rate)) == rate


@pytest.mark.parametrize("text", ["", "20", "0/min", "20/day", "-1/s", "20/", "1.5/s", "20/min/key"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_rate(text)
    assert refusal.value.param == "rate"


_AMOUNTS = st.builds(Spend, st.integers(), st.integers(), st.integers())


@given(_AMOUNTS, _AMOUNTS)
def test_what_is_added_and_taken_away_again_leaves_what_was_there(one: Spend, other: Spend) -> None:
    assert one + other - other == one
    assert sum([one, other], Spend()) == one + other
    assert [(one + other).of(unit) for unit in Unit] == [one.of(unit) + other.of(unit) for unit in Unit]


@given(st.floats(0, 4e9))
def test_a_window_ends_after_its_moment_and_the_next_moment_belongs_to_another(when: float) -> None:
    for period in (Period.DAY, Period.MONTH):
        end = end_window(period, when)
        assert end is not None
        assert when < end
        assert name_window(period, name_day(end)) != name_window(period, name_day(when))
        assert name_window(period, name_day(end - 1)) == name_window(period, name_day(when))
    assert end_window(Period.EVER, when) is None
    assert name_window(Period.EVER, name_day(when)) == "ever"


def test_a_month_ends_with_its_last_day_in_december_too() -> None:
    december = calendar.timegm((2026, 12, 31, 23, 59, 59))
    assert end_window(Period.MONTH, december) == datetime(2027, 1, 1, tzinfo=UTC).timestamp()
    assert name_window(Period.MONTH, name_day(december)) == "2026-12"

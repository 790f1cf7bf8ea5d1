"""What a key may do, as people write it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.access import make_key
from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import NANO, Budget, Period, Unit, read_budget, write_money
from pinxit.core.terms import (
    name_state,
    read_at_once,
    read_budgets,
    read_expiry,
    read_models,
    read_priority,
    read_routes,
    write_moment,
)

_NOW = 1_795_370_400.0  # 2026-11-22 18:00 UTC
_DAY = 86_400


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("30d", _NOW + 30 * _DAY),
        ("12h", _NOW + 12 * 3600),
        ("90min", _NOW + 5400),
        ("4w", _NOW + 28 * _DAY),
        ("2026-11-22", _NOW + 6 * 3600),
        ("2027-01-31", _NOW + 6 * 3600 + 70 * _DAY),
        ("2026-11-22T20:00Z", _NOW + 7200),
        ("2026-11-22T20:00+01:00", _NOW + 3600),
        ("2026-11-22 20:00", _NOW + 7200),
    ],
)
def test_an_end_is_a_span_or_the_last_day_or_a_moment_in_utc(text: str, when: float) -> None:
    assert read_expiry(text, _NOW) == when


@pytest.mark.parametrize(
    "text",
    ["", "0d", "tomorrow", "2026-11-21", "-3d", "2027-02-30", "30", "1e9d", "٣d", "0001-01-01", "2026-11-22T18:00Z"],
)
def test_an_end_that_is_none_or_over_is_refused_by_name(text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        read_expiry(text, _NOW)
    assert caught.value.param == "expires"


@pytest.mark.parametrize("text", ["9999-12-31", "999999w"])
def test_an_end_in_thousands_of_years_can_be_read_and_written(text: str) -> None:
    assert write_moment(read_expiry(text, _NOW))


def test_the_midnight_that_ends_a_day_is_written_as_that_day() -> None:
    assert write_moment(read_expiry("2027-01-31", _NOW)) == "2027-01-31"
    assert write_moment(_NOW) == "2026-11-22 18:00"


def test_two_budgets_that_count_the_same_are_refused() -> None:
    with pytest.raises(InvalidRequest, match="count the same"):
        read_budgets(["5usd/month", "7usd/month"])
    assert len(read_budgets(["5usd/month", "7usd/day", "20pictures/day"])) == 3


@pytest.mark.parametrize("name", ["", " ", "a b", "a,b", "x" * 101, "a\x1b[31m"])
def test_what_is_no_models_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        read_models(["gemini-*", name])
    assert caught.value.param == "models"


def test_a_route_that_is_not_there_is_refused_with_those_that_are() -> None:
    assert read_routes(["images", "chat", "images"]) == ("images", "chat")
    with pytest.raises(InvalidRequest, match="images, chat, gemini"):
        read_routes(["pictures"])


def test_numbers_have_bounds() -> None:
    assert (read_at_once(1), read_priority(-1000)) == (1, -1000)
    for read, number in ((read_at_once, 0), (read_at_once, 10**6), (read_priority, 1001)):
        with pytest.raises(InvalidRequest):
            read(number)


def test_a_key_that_was_revoked_after_it_expired_is_called_revoked() -> None:
    _, key = make_key("anna", expires=_NOW)
    assert name_state(key, _NOW - 1) == "active"
    assert name_state(key, _NOW) == "expired"
    assert name_state(replace(key, revoked=_NOW + 5), _NOW + 9) == "revoked"


@given(st.integers(-(2**63), 2**63))
def test_money_is_written_exactly(billionths: int) -> None:
    whole, _, fraction = write_money(billionths).removeprefix("-").partition(".")
    amount = int(whole) * NANO + int(fraction.ljust(9, "0"))
    assert (-amount if write_money(billionths).startswith("-") else amount) == billionths


@given(st.integers(0, 10**9 * NANO), st.sampled_from(Unit), st.sampled_from(Period))
def test_a_budget_is_read_back_as_it_was_written(limit: int, unit: Unit, period: Period) -> None:
    assert read_budget(str(Budget(limit, unit, period))) == Budget(limit, unit, period)

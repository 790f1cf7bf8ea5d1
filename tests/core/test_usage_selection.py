"""Which lines of the ledger are asked for, and how they add up."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.access import make_key
from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import read_budget
from pinxit.core.usage import Balance, Grouping, NoUsage, Selection, Tally, select

_TALLIES = st.builds(Tally, st.text(max_size=3), *[st.integers(0, 10**12)] * 7, st.integers(0, 10**6).map(float))


def test_days_are_read_and_kept_in_order() -> None:
    assert select("sk-1", " 2026-11-01", "2026-11-30 ") == Selection("sk-1", "2026-11-01", "2026-11-30")
    assert select("", "", None) == Selection("", None, None)


@pytest.mark.parametrize(
    "day", ["2026-11-31", "2026-1-1", "20261101", "2026-W01-1", "２０２６-11-01", "now", "2026-11-01T00:00"]
)
def test_what_is_no_day_is_refused_by_the_name_of_its_field(day: str) -> None:
    for name, days in (("since", (day, None)), ("until", (None, day))):
        with pytest.raises(InvalidRequest) as caught:
            select(None, *days)
        assert caught.value.param == name


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="is after"):
        select(None, "2026-11-02", "2026-11-01")


@given(st.lists(_TALLIES))
def test_a_sum_has_every_number_of_its_tallies_and_its_own_name(tallies: list[Tally]) -> None:
    total = sum(tallies, Tally("total"))
    assert total.name == "total"
    for name in ("pictures", "cached", "refused", "failed", "cancelled", "tokens", "cost", "seconds"):
        assert getattr(total, name) == sum(getattr(tally, name) for tally in tallies)


def test_what_was_overdrawn_leaves_nothing_and_not_less() -> None:
    assert Balance(read_budget("10pictures"), spent=12, reserved=3, resets=None).left == 0


def test_where_nothing_is_written_down_nothing_was_used() -> None:
    async def run() -> None:
        book = NoUsage()
        assert await book.add_up(Grouping.DAY, Selection()) == ()
        assert await book.list_lines(Selection()) == ()
        key = make_key("anna", budgets=(read_budget("10pictures"),))[1]
        assert [balance.left for balance in (await book.show_standing(key, 0.0)).balances] == [10]

    asyncio.run(run())

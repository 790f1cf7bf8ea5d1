from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core.breaker import Breaker, State


class _Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


class _House:
    """A breaker whose clock is moved by hand, and whose times are the longest that chance can give."""

    def __init__(self, chance: float = 1.0) -> None:
        self.clock = _Clock()
        self.breaker = Breaker(self.clock, lambda: chance)

    def ask(self, well: bool | None) -> bool:
        """Let a request through if it may, and end it so. False where it may not."""
        ticket = self.breaker.enter()
        if ticket is None:
            return False
        self.breaker.leave(ticket, well=well)
        return True

    def state(self) -> State:
        return self.breaker.state

    def fail(self, times: int = 5) -> None:
        for _ in range(times):
            assert self.ask(False)

    def wait(self, seconds: float) -> None:
        self.clock.time += seconds


def test_five_failures_in_a_row_open_it() -> None:
    house = _House()
    house.fail(4)
    assert house.state() is State.CLOSED
    assert house.breaker.opened_at is None
    house.fail(1)
    assert house.state() is State.OPEN
    assert house.breaker.opened_at == 100.0
    assert not house.ask(True)


def test_a_success_among_four_and_four_failures_keeps_it_closed() -> None:
    house = _House()
    for well in (False,) * 4 + (True,) + (False,) * 4:
        house.ask(well)
    assert house.state() is State.CLOSED


@pytest.mark.parametrize(("seconds", "state"), [(1.0, State.OPEN), (1.7, State.CLOSED)])
def test_half_of_twenty_opens_it_only_within_thirty_seconds(seconds: float, state: State) -> None:
    house = _House()
    for number in range(20):
        house.ask(number % 2 == 0)
        house.wait(seconds)
    assert house.state() is state


def test_nine_failures_of_twenty_keep_it_closed() -> None:
    house = _House()
    for number in range(20):
        house.ask(number % 2 == 0 or number == 19)
    assert house.state() is State.CLOSED


def test_what_tells_nothing_neither_opens_it_nor_ends_a_row() -> None:
    house = _House()
    house.fail(4)
    for _ in range(50):
        assert house.ask(None)
    assert house.state() is State.CLOSED
    house.fail(1)
    assert house.state() is State.OPEN


def test_exactly_one_probe_goes_through_when_the_time_is_over() -> None:
    house = _House()
    house.fail()
    house.wait(4.99)
    assert house.breaker.enter() is None
    house.wait(0.02)
    assert house.state() is State.HALF_OPEN
    probe = house.breaker.enter()
    assert probe is not None
    assert [house.breaker.enter() for _ in range(100)] == [None] * 100
    house.breaker.leave(probe, well=True)
    assert house.state() is State.CLOSED
    assert house.ask(True)


def test_a_probe_whose_caller_went_away_leaves_the_place_to_the_next_one() -> None:
    house = _House()
    house.fail()
    house.wait(5.01)
    assert house.ask(None)
    assert house.state() is State.HALF_OPEN
    assert house.ask(True)
    assert house.state() is State.CLOSED


def test_each_failed_probe_doubles_the_time_up_to_a_minute_and_a_good_one_forgets_that() -> None:
    house = _House()
    house.fail()
    spans = []
    for _ in range(6):
        spans.append(house.breaker.wait)
        house.wait(house.breaker.wait + 0.001)
        house.fail(1)
    assert spans == pytest.approx([5, 10, 20, 40, 60, 60])
    house.wait(60.001)
    assert house.ask(True)
    house.fail()
    assert house.breaker.wait == pytest.approx(5)


def test_chance_shortens_the_time_by_a_fifth_at_most() -> None:
    house = _House(chance=0.0)
    house.fail()
    assert house.breaker.wait == pytest.approx(4)


def test_requests_that_began_before_it_opened_say_nothing_of_what_is_now() -> None:
    house = _House()
    early = [house.breaker.enter() for _ in range(3)]
    house.fail()
    assert early[0] is not None
    house.breaker.leave(early[0], well=True)
    assert house.state() is State.OPEN
    house.wait(5.01)
    assert house.ask(True)
    assert early[1] is not None
    for _ in range(9):
        house.breaker.leave(early[1], well=False)
    assert house.state() is State.CLOSED


def test_a_pause_lets_nothing_through_and_does_not_open_it() -> None:
    house = _House()
    house.breaker.pause(7)
    house.breaker.pause(3)  # a shorter one does not end a longer one
    assert (house.state(), house.breaker.open, house.breaker.wait) == (State.CLOSED, False, 7)
    assert house.breaker.enter() is None
    house.wait(7)
    assert house.ask(True)


@pytest.mark.parametrize("seconds", [86_400.0, float("inf"), -5.0])
def test_nobody_is_left_alone_for_more_than_a_minute_by_its_own_word(seconds: float) -> None:
    house = _House()
    house.breaker.pause(seconds)
    assert 0 <= house.breaker.wait <= 60


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["enter", "enter", "leave", "leave", "wait", "pause"]),
        st.floats(0, 70),
        st.sampled_from([True, False, False, None]),
    ),
    max_size=120,
)


@given(_STEPS)
@settings(max_examples=200, deadline=None)
def test_whatever_happens_at_most_one_probe_is_under_way_and_none_is_stuck(
    steps: list[tuple[str, float, bool | None]],
) -> None:
    house = _House()
    entered: list[tuple[int, bool]] = []  # tickets, and whether it was no longer closed when they were given
    for step, number, well in steps:
        if step == "enter":
            half = house.breaker.opened_at is not None
            if (ticket := house.breaker.enter()) is not None:
                assert not (half and any(probe for _, probe in entered)), "two probes"
                entered.append((ticket, half))
        elif step == "leave" and entered:
            ticket, _ = entered.pop(int(number) % len(entered))
            house.breaker.leave(ticket, well=well)
        elif step == "wait":
            house.wait(number)
        elif step == "pause":
            house.breaker.pause(number)
    for ticket, _ in entered:
        house.breaker.leave(ticket, well=None)
    house.wait(100)
    assert house.breaker.enter() is not None, "it stays shut for ever"

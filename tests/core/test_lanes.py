"""The line before an engine: who may wait in it, and for how long that is foretold."""

from __future__ import annotations

import pytest

from pinxit.core.errors import Overloaded
from pinxit.core.lanes import Lane
from pinxit.core.queueing import Waiting


def _wait(lane: Lane, count: int, *, detached: bool = False, key: str = "a") -> None:
    for _ in range(count):
        lane.put(Waiting(f"{key}{len(lane.queue)}", key), detached=detached)


def _may_come(lane: Lane, weight: int = 1, patience: float | None = None, *, detached: bool = False) -> bool:
    try:
        lane.check(Waiting("new", "new", weight), patience, detached=detached)
    except Overloaded:
        return False
    return True


def test_only_so_many_pictures_of_callers_who_hold_a_connection_may_wait() -> None:
    lane = Lane(2, 3, 100)
    lane.working = 2
    assert [_may_come(lane, weight) for weight in (3, 4)] == [True, False]
    _wait(lane, 3)
    assert not _may_come(lane)
    lane.working = 1
    assert _may_come(lane)


def test_an_idle_engine_takes_a_job_of_any_weight_or_it_never_could_be_served() -> None:
    lane = Lane(1, 0, 100)
    assert _may_come(lane, 10, 0.1)
    lane.working = 1
    assert not _may_come(lane, 1)


def test_jobs_of_no_connection_take_no_room_from_those_who_hold_one() -> None:
    lane = Lane(1, 1, 100)
    lane.working = 1
    _wait(lane, 50, detached=True)
    assert _may_come(lane)
    assert _may_come(lane, 10, detached=True)


def test_a_full_backlog_takes_nobody() -> None:
    lane = Lane(1, 10, 3)
    _wait(lane, 3, detached=True)
    assert not _may_come(lane, detached=True)
    assert not _may_come(lane)


def test_whoever_waits_less_than_it_would_take_is_refused_at_once() -> None:
    lane = Lane(2, 100, 100)
    lane.working, lane.typical = 2, 10.0
    assert not _may_come(lane, 1, 14.0)  # three pictures, two at once
    assert _may_come(lane, 1, 16.0)
    assert _may_come(lane, 1, None)


def test_patience_counts_jobs_of_no_connection_that_come_before() -> None:
    lane = Lane(1, 100, 100)
    lane.working, lane.typical = 1, 1.0
    _wait(lane, 30, detached=True, key="new")
    assert not _may_come(lane, 1, 20.0)
    assert _may_come(lane, 1, 40.0)


def test_a_key_that_lets_others_wait_long_does_not_make_another_keys_wait_look_long() -> None:
    lane = Lane(1, 100, 100)
    lane.working, lane.typical = 1, 1.0
    _wait(lane, 90, detached=True, key="greedy")
    assert _may_come(lane, 1, 5.0)


def test_the_refusal_says_when_to_come_back_in_whole_seconds_between_one_and_two_minutes() -> None:
    lane = Lane(1, 0, 100)
    for typical, told in ((0.01, 1.0), (7.2, 8.0), (5000.0, 119.0)):
        lane.working, lane.typical = 1, typical
        with pytest.raises(Overloaded) as refusal:
            lane.check(Waiting("x", "x"), None, detached=False)
        assert refusal.value.retry_after == told
        assert f"{told:.0f} s" in refusal.value.message


def test_the_room_comes_back_when_a_job_stops_waiting() -> None:
    lane = Lane(1, 1, 100)
    lane.working = 1
    _wait(lane, 1)
    assert not _may_come(lane)
    popped = lane.queue.pop()
    assert popped is not None
    lane.let_go(popped, detached=False)
    assert _may_come(lane)


def test_what_a_picture_takes_is_learned_from_jobs_of_one_and_of_many() -> None:
    one, four = Lane(4, 1, 1), Lane(4, 1, 1)
    for _ in range(40):
        one.note_time(2.0, 1)
        four.note_time(2.0, 4)  # four at once: each took two seconds
    assert one.typical == pytest.approx(2.0, rel=0.01)
    assert four.typical == pytest.approx(2.0, rel=0.01)


def test_a_lane_is_free_until_its_engine_is_full() -> None:
    lane = Lane(2, 1, 1)
    assert lane.is_free
    lane.working = 2
    assert not lane.is_free

"""Whose turn it is: priorities first, then keys in turns, each key's own jobs in the order in which they came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.queueing import FairQueue, Waiting


def _fill(*said: str) -> FairQueue:
    """`a1` is job 1 of key a; `b2+5` has priority 5; `c1*4` wants four pictures."""
    queue = FairQueue()
    for text in said:
        name, _, weight = text.partition("*")
        job_id, _, priority = name.partition("+")
        queue.put(Waiting(job_id, job_id[0], int(weight or 1), int(priority or 0)))
    return queue


def _drain(queue: FairQueue) -> list[str]:
    order = []
    while waiting := queue.pop():
        order.append(waiting.id)
    return order


def test_a_key_with_one_job_comes_second_behind_a_key_with_twenty() -> None:
    queue = _fill(*(f"a{number}" for number in range(20)), "b0")
    assert _drain(queue)[:3] == ["a0", "b0", "a1"]


def test_keys_take_turns_and_each_keys_jobs_keep_their_order() -> None:
    assert _drain(_fill("a1", "a2", "a3", "b1", "b2", "c1")) == ["a1", "b1", "c1", "a2", "b2", "a3"]


def test_a_higher_priority_goes_first_whatever_was_there_before() -> None:
    assert _drain(_fill("a1", "a2", "b1+1", "c1+-1", "b2+1")) == ["b1", "b2", "a1", "a2", "c1"]


def test_a_key_that_comes_back_with_a_new_job_waits_for_the_others_turns() -> None:
    queue = _fill("a1", "b1", "b2")
    assert queue.pop() == Waiting("a1", "a")
    queue.put(Waiting("a2", "a"))
    assert _drain(queue) == ["b1", "a2", "b2"]


def test_a_job_that_was_begun_before_goes_to_the_head_of_its_keys_line() -> None:
    queue = _fill("a1", "a2")
    queue.put(Waiting("a0", "a"), first=True)
    assert _drain(queue) == ["a0", "a1", "a2"]


def test_a_job_is_taken_out_of_the_middle_and_its_pictures_with_it() -> None:
    queue = _fill("a1*2", "a2*3", "a3*4")
    assert queue.remove("a2") == Waiting("a2", "a", 3)
    assert (queue.weight, len(queue), "a2" in queue) == (6, 2, False)
    assert queue.remove("a2") is None
    assert _drain(queue) == ["a1", "a3"]


def test_an_empty_queue_has_no_next_and_no_places() -> None:
    queue = _fill("a1")
    queue.remove("a1")
    assert queue.pop() is None
    assert queue.find_place("a1") is None
    assert (len(queue), queue.weight, list(queue)) == (0, 0, [])


def test_a_place_counts_the_jobs_before_and_moves_up_with_every_one_that_goes() -> None:
    queue = _fill("a1", "a2", "b1", "z1+9")
    assert [queue.find_place(name) for name in ("z1", "a1", "b1", "a2")] == [0, 1, 2, 3]
    queue.pop()
    assert queue.find_place("b1") == 1
    queue.remove("a1")
    assert [queue.find_place(name) for name in ("a2", "b1")] == [0, 1]


def test_what_comes_before_a_new_job_is_counted_in_turns_not_in_all_that_waits() -> None:
    queue = _fill(*(f"a{number}" for number in range(20)), "b1*2", "b2*2", "z1+3*5")
    assert queue.weigh_before("c", 0) == 5 + 1 + 2  # the urgent one, and one turn of either key
    assert queue.weigh_before("b", 0) == 5 + 3 + 4  # its own two, and three turns of the other
    assert queue.weigh_before("a", 0) == 5 + 20 + 4
    assert queue.weigh_before("c", 9) == 0


_JOBS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 4), st.integers(-1, 1)), max_size=30)


@given(_JOBS, st.sets(st.integers(0, 29)))
def test_everything_comes_out_once_in_the_order_that_the_places_told(
    jobs: list[tuple[str, int, int]], taken_out: set[int]
) -> None:
    queue = FairQueue()
    for number, (key, weight, priority) in enumerate(jobs):
        queue.put(Waiting(str(number), key, weight, priority))
    for number in taken_out:
        queue.remove(str(number))
    left = [str(number) for number in range(len(jobs)) if number not in taken_out]
    assert queue.weight == sum(jobs[int(name)][1] for name in left)
    told = sorted(left, key=lambda name: queue.find_place(name) or 0)
    drained = _drain(queue)
    assert drained == told
    assert sorted(drained) == sorted(left)
    assert (queue.weight, len(queue)) == (0, 0)


@given(_JOBS)
def test_within_a_priority_no_key_is_served_twice_while_another_waits_for_its_turn(
    jobs: list[tuple[str, int, int]],
) -> None:
    queue = FairQueue()
    for number, (key, weight, _) in enumerate(jobs):
        queue.put(Waiting(str(number), key, weight))
    served: list[str] = []
    while waiting := queue.pop():
        still = {other.key for other in queue} - {waiting.key}
        if still and served:
            assert waiting.key != served[-1]
        served.append(waiting.key)

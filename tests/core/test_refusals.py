from __future__ import annotations

from pinxit.core.refusals import Refusals


def test_each_refusal_has_one_retry() -> None:
    refusals = Refusals()
    refusals.note("key", "print")
    refusals.note("key", "print")
    assert [refusals.settle("key", "print") for _ in range(3)] == [True, True, False]


def test_a_refusal_is_of_one_key_and_one_request() -> None:
    refusals = Refusals()
    refusals.note("key", "print")
    assert not refusals.settle("other", "print")
    assert not refusals.settle("key", "other")
    assert refusals.settle("key", "print")


def test_a_refusal_is_forgotten_when_no_client_comes_back_any_more() -> None:
    now = 0.0
    refusals = Refusals(lambda: now)
    refusals.note("key", "print")
    now = 1000.0
    assert not refusals.settle("key", "print")


def test_only_so_many_are_remembered() -> None:
    refusals = Refusals()
    for number in range(10_001):
        refusals.note("key", str(number))
    assert not refusals.settle("key", "0")
    assert refusals.settle("key", "10000")

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace

import pytest

from pinxit.core.breaker import State
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn
from pinxit.core.errors import Blocked, UpstreamFailed, UpstreamTimeout
from pinxit.core.images import Missed, Picture, Progress, Served, Usage
from pinxit.core.places import Dice
from pinxit.core.routes import Backend, Route, Routing
from scripted import WISH, Scripted, Step, collect, now, paint, run, served

_USUAL: Sequence[Step] = (1.0, paint())


class _House:
    """Two backends that have answered twenty times within a second each; then they do as the test says."""

    def __init__(self, first: Sequence[Step], second: Sequence[Step], *, answers: int = 40, patience: float = 300.0):
        self.a, self.b = Scripted("a", [_USUAL]), Scripted("b", [_USUAL])
        route = Route("m", (Backend("a", "m"), Backend("b", "m")), (), hedge=0.95, patience=patience)
        self.catalog = Catalog([self.a, self.b], (), Routing({"m": route}), dice=Dice(now, lambda: 0.5))
        self._answers = answers
        self._scripts = first, second
        self.took = 0.0
        self.closed = 0.0

    async def warm(self) -> None:
        for _ in range(self._answers):
            await self.ask()
        self.a.asked.clear()
        self.b.asked.clear()
        self.a.scripts, self.b.scripts = ([script] for script in self._scripts)

    async def ask(self, n: int = 1) -> list[Drawn]:
        entry, begun = self.catalog.find("m"), now()
        try:
            return await collect(entry.engine.draw(entry.check(replace(WISH, n=n))))
        finally:
            self.took = now() - begun

    def run(self) -> list[Drawn]:
        async def work() -> list[Drawn]:
            await self.warm()
            return await self.ask()

        return run(work)


def test_a_second_backend_is_asked_when_the_first_takes_longer_than_usual() -> None:
    house = _House([50.0, paint()], [2.0, paint(description="b")])
    assert house.run() == [Served("b", "m", "hedge"), paint(description="b")]
    assert house.took == 3.0
    assert (house.a.at_work, house.b.at_work) == (0, 0)


def test_the_first_one_wins_where_it_has_a_picture_before_the_second() -> None:
    house = _House([2.0, paint()], [50.0, paint()])
    assert list(served(house.run())) == [("a", "")]
    assert len(house.b.asked) == 1
    assert house.b.at_work == 0


def test_who_is_as_fast_as_usual_is_not_hedged() -> None:
    house = _House([0.9, paint()], [paint()])
    assert list(served(house.run())) == [("a", "")]
    assert house.b.asked == []


@pytest.mark.parametrize("answers", [0, 38])
def test_twenty_answers_are_needed_to_know_what_is_usual(answers: int) -> None:
    house = _House([50.0, paint()], [paint()], answers=answers)
    assert list(served(house.run())) == [("a", "")]
    assert house.b.asked == []


def test_several_pictures_are_not_hedged() -> None:
    house = _House([50.0, paint(0), paint(1)], [paint(0), paint(1)])

    async def work() -> list[Drawn]:
        await house.warm()
        return await house.ask(2)

    assert list(served(run(work))) == [("a", "")]
    assert house.b.asked == []


def test_only_one_of_two_is_told_and_the_tokens_of_the_winner_count() -> None:
    first: list[Step] = [Progress(0, 0.1, "slow"), Usage(1, 0, 1), 1.5, Progress(0, 0.2, "slow"), 50.0, paint()]
    second: list[Step] = [Progress(0, 0.5, "fast"), 1.0, Usage(2, 0, 2), paint(), 0.5, Usage(3, 0, 3)]
    events = _House(first, second).run()
    assert events == [
        Served("a", "m"),
        Progress(0, 0.1, "slow"),
        Progress(0, 0.2, "slow"),
        Served("b", "m", "hedge"),
        paint(),
        Usage(2, 0, 2),
        Usage(3, 0, 3),
    ]


def test_where_one_fails_the_other_goes_on() -> None:
    failed: list[Step] = [2.0, UpstreamFailed("Broken.")]
    assert list(served(_House(failed, [9.0, paint()]).run())) == [("b", "hedge")]
    assert list(served(_House([9.0, paint()], failed).run())) == [("a", "")]


def test_where_both_fail_the_error_is_that_of_the_first_failure_and_none_is_asked_again() -> None:
    house = _House([5.0, UpstreamFailed("First.")], [1.0, Missed(0, UpstreamFailed("Second."))])
    with pytest.raises(UpstreamFailed, match="Second"):
        house.run()
    assert (len(house.a.asked), len(house.b.asked)) == (1, 1)


def test_a_failure_before_the_usual_time_goes_to_the_other_at_once() -> None:
    house = _House([0.1, UpstreamFailed("Broken.")], [0.1, paint()])
    assert list(served(house.run())) == [("b", "retry: upstream_failed")]
    assert house.took == pytest.approx(0.2)


def test_a_declined_wish_ends_both() -> None:
    house = _House([2.0, Blocked("No.")], [50.0, paint()])
    with pytest.raises(Blocked):
        house.run()
    assert house.took == 2.0
    assert (house.a.at_work, house.b.at_work) == (0, 0)


def test_the_patience_ends_both() -> None:
    house = _House([500.0, paint()], [500.0, paint()], patience=100.0)
    with pytest.raises(UpstreamTimeout):
        house.run()
    assert house.took == 100.0
    assert (house.a.at_work, house.b.at_work) == (0, 0)


def test_whoever_leaves_stops_both() -> None:
    house = _House([50.0, paint()], [50.0, paint()])

    async def work() -> None:
        await house.warm()
        task = asyncio.create_task(house.ask())
        await asyncio.sleep(5)
        assert (house.a.at_work, house.b.at_work) == (1, 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (house.a.at_work, house.b.at_work) == (0, 0)

    run(work)


def test_closing_after_the_picture_stops_the_winner() -> None:
    house = _House([50.0, paint()], [1.0, paint(), 50.0])

    async def work() -> None:
        await house.warm()
        async with aclosing(house.catalog.find("m").engine.draw(WISH)) as events:
            async for event in events:
                if isinstance(event, Picture):
                    break
        assert (house.a.at_work, house.b.at_work) == (0, 0)
        assert {place.breakers[""].state for place in house.catalog.places} == {State.CLOSED}

    run(work)


def test_two_pictures_in_the_same_moment_are_one_and_speak_against_nobody() -> None:
    house = _House([2.0, paint()], [1.0, paint()])

    async def work() -> None:
        await house.warm()
        for _ in range(12):
            events = await house.ask()
            assert sum(isinstance(event, Picture) for event in events) == 1
        assert {place.breakers[""].state for place in house.catalog.places} == {State.CLOSED}

    run(work)


@pytest.mark.parametrize(("seconds", "state"), [(1.0, State.CLOSED), (90.0, State.HALF_OPEN)], ids=["wins", "loses"])
def test_a_second_backend_may_be_the_probe_of_an_open_circuit(seconds: float, state: State) -> None:
    house = _House([50.0, paint()], [seconds, paint()])

    async def work() -> None:
        await house.warm()
        breaker = house.catalog.places[1].breakers[""]
        for _ in range(5):
            ticket = breaker.enter()
            assert ticket is not None
            breaker.leave(ticket, well=False)
        house.a.scripts = [[6.0, paint()]]
        await house.ask()  # the first one serves, since the second is left alone
        house.a.scripts = [[50.0, paint()]]
        await house.ask()
        assert len(house.b.asked) == 1
        assert (breaker.state, breaker.wait) == (state, 0.0)
        assert breaker.enter() is not None

    run(work)

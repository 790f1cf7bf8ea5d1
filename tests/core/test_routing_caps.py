from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from pinxit.core.caps import Purse, Purses
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import StorageAway, UpstreamCapped, UpstreamFailed
from pinxit.core.limits import NANO
from pinxit.core.places import Dice
from pinxit.core.prices import Price, Prices
from pinxit.core.routes import Backend, Cap, Route, Routing
from scripted import WISH, Scripted, Step, collect, now, paint, run, served

_BEGIN = datetime(2026, 11, 22, 13, 0, tzinfo=UTC).timestamp()
_MORNING = datetime(2026, 11, 22, tzinfo=UTC).timestamp()
_PRICES = Prices({"m": Price(picture=NANO)})  # a dollar a picture


def _tell() -> float:
    """Unix seconds that pass as those of the loop."""
    return _BEGIN + now() - 1000


@dataclass
class _Ledger:
    """Knows what was spent, and notes who asked."""

    cost: int = 0
    seconds: float = 0.0
    away: bool = False
    asked: list[tuple[str, float]] = field(default_factory=list)

    async def spent(self, engine: str, since: float) -> int:
        self.asked.append((engine, since))
        await asyncio.sleep(self.seconds)
        if self.away:
            raise StorageAway("The database is away.")
        return self.cost


class _House:
    def __init__(self, dollars: int, *script: Step, window: str = "day", route: Route | None = None) -> None:
        self.ledger = _Ledger()
        self.a = Scripted("a", [script or (1.0, paint())])
        self.b = Scripted("b", cards=[ModelCard("m", "M", remote=True), ModelCard("local", "L")])
        caps = {"a": Cap(dollars * NANO, window)}
        routing = Routing({"m": route or Route("m", fallback=())}, caps=caps)
        purses = Purses(caps, self.ledger, _PRICES, _tell)
        self.catalog = Catalog([self.a, self.b], (), routing, purses, Dice(now, lambda: 0.5))

    async def ask(self, n: int = 1) -> list[Drawn]:
        entry = self.catalog.find("m")
        return await collect(entry.engine.draw(entry.check(replace(WISH, n=n))))


def test_what_is_spent_is_refused_until_the_next_window() -> None:
    house = _House(5)
    house.ledger.cost = 5 * NANO
    with pytest.raises(UpstreamCapped, match=r"spent at a this day \(\$5\)") as refusal:
        run(house.ask)
    assert refusal.value.resets == _MORNING + 86_400
    assert house.ledger.asked == [("a", _MORNING)]
    assert house.a.asked == []


def test_a_month_begins_on_its_first_day() -> None:
    house = _House(5, window="month")
    run(house.ask)
    assert house.ledger.asked == [("a", datetime(2026, 11, 1, tzinfo=UTC).timestamp())]


def test_parallel_requests_do_not_run_over() -> None:
    house = _House(5)

    async def work() -> list[object]:
        return await asyncio.gather(*(house.ask() for _ in range(50)), return_exceptions=True)

    answers = run(work)
    assert sum(isinstance(answer, UpstreamCapped) for answer in answers) == 45
    assert len(house.a.asked) == 5
    assert len(house.ledger.asked) == 1


def test_several_pictures_need_room_for_all_of_them() -> None:
    house = _House(3)
    with pytest.raises(UpstreamCapped):
        run(lambda: house.ask(4))
    assert house.a.asked == []


def test_what_was_made_counts_before_the_ledger_has_it() -> None:
    house = _House(3)

    async def work() -> None:
        for _ in range(3):
            await house.ask()
        with pytest.raises(UpstreamCapped):
            await house.ask()

    run(work)


def test_what_the_ledger_has_is_counted_once_in_the_end() -> None:
    house = _House(4)

    async def work() -> list[Drawn]:
        for _ in range(2):
            await house.ask()
        house.ledger.cost = 2 * NANO
        await asyncio.sleep(20)
        return [*await house.ask(), *await house.ask()]

    assert len(run(work)) == 4


def test_what_failed_is_given_back() -> None:
    house = _House(1, UpstreamFailed("Broken."))

    async def work() -> None:
        for _ in range(4):
            with pytest.raises(UpstreamFailed):
                await house.ask()

    run(work)
    assert len(house.a.asked) == 4


def test_whoever_goes_away_gives_back_what_was_booked() -> None:
    house = _House(1, 100.0, paint())

    async def work() -> None:
        for _ in range(3):
            task = asyncio.create_task(house.ask())
            await asyncio.sleep(1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    run(work)
    assert len(house.a.asked) == 3


def test_another_backend_or_the_fallback_serves_instead() -> None:
    house = _House(0, route=Route("m", fallback=("local",)))
    assert list(served(run(house.ask))) == [("b", "fallback: spend cap")]
    house = _House(0, route=Route("m", (Backend("a", "m", 9), Backend("b", "m")), ()))
    assert list(served(run(house.ask))) == [("b", "retry: spend cap")]


def test_models_that_cost_nothing_are_never_capped() -> None:
    house = _House(0)
    purses = Purses({"a": Cap(0)}, house.ledger, Prices({}), _tell)
    house.catalog = Catalog([house.a], (), None, purses, Dice(now))
    assert run(house.ask)[-1] == paint()


def test_the_ledger_is_asked_once_in_a_few_seconds_and_nobody_waits_for_it_twice() -> None:
    house = _House(1000, paint())
    house.ledger.seconds = 2.0

    async def work() -> None:
        begun = now()
        await asyncio.gather(*(house.ask() for _ in range(20)))
        assert now() - begun == 2.0
        assert len(house.ledger.asked) == 1
        await asyncio.sleep(4)
        begun = now()
        slow = asyncio.create_task(house.ask())
        await asyncio.sleep(0)
        await house.ask()  # with the sum of before
        assert now() == begun
        await slow

    run(work)
    assert len(house.ledger.asked) == 2


def test_a_ledger_that_is_away_is_not_guessed_at_but_what_was_known_counts_on() -> None:
    house = _House(2, paint())
    house.ledger.away = True

    async def work() -> None:
        with pytest.raises(StorageAway):
            await house.ask()
        house.ledger.away = False
        await house.ask()
        house.ledger.away = True
        await asyncio.sleep(30)
        await house.ask()
        with pytest.raises(UpstreamCapped):
            await house.ask()

    run(work)


def test_a_new_day_is_asked_for_at_once() -> None:
    ledger = _Ledger(cost=10)

    async def work() -> None:
        purse = Purse("a", Cap(10, "day"), ledger, _tell)
        await asyncio.sleep(11 * 3600 - 1)
        with pytest.raises(UpstreamCapped):
            await purse.book(1)
        await asyncio.sleep(1.5)
        ledger.cost = 0
        await purse.book(1)

    run(work)
    assert [since - _MORNING for _, since in ledger.asked] == [0, 86_400]

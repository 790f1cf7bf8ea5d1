"""What was spent at an upstream, added up from the ledgers of real databases."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace

from sqlalchemy import event

from books import NOON, Clock
from pinxit.core.archive import Line
from pinxit.storage.database import Database
from pinxit.storage.ledger import add_lines
from pinxit.storage.spending import SqlSpending

_LINE = Line(NOON, "2026-11-22", "sk-pinxit-anna0000", "job_1", "images.generate", "m", "gemini", 0, "made", cost=5)


async def _add(database: Database, *lines: Line) -> None:
    await database.write(lambda connection: add_lines(connection, lines))


def test_only_the_engines_own_lines_since_then_are_added_up(database: Database) -> None:
    async def run() -> None:
        spending = SqlSpending(database, Clock())
        assert await spending.spent("gemini", NOON - 10) == 0
        others = replace(_LINE, engine="spare", cost=2**60), replace(_LINE, at=NOON - 11, cost=1000)
        await _add(database, _LINE, *others, replace(_LINE, at=NOON - 10, cost=2**60))
        assert await spending.spent("gemini", NOON - 10) == 2**60 + 5
        assert await spending.spent("spare", NOON - 10) == 2**60
        assert await spending.spent("gemini", NOON - 20) == 2**60 + 1005
        assert await spending.spent("gemini", NOON + 1) == 0

    asyncio.run(run())


def test_however_time_passes_the_sum_is_that_of_all_lines(database: Database) -> None:
    async def run() -> None:
        clock, chance, total = Clock(), random.Random(5), 0
        spending = SqlSpending(database, clock)
        for _ in range(30):
            clock.now += chance.choice([0, 1, 20, 59, 61, 300])
            lines = [
                replace(_LINE, at=clock.now - chance.choice([0, 1, 30]), engine=chance.choice(["gemini", "spare"]))
                for _ in range(chance.randrange(4))
            ]
            await _add(database, *lines)
            total += sum(line.cost for line in lines if line.engine == "gemini")
            assert await spending.spent("gemini", NOON - 100) == total
            assert await spending.spent("gemini", NOON - 100) == total
        assert await SqlSpending(database, clock).spent("gemini", NOON - 100) == total

    asyncio.run(run())


def test_a_line_that_was_long_on_its_way_is_counted(database: Database) -> None:
    async def run() -> None:
        clock = Clock()
        spending = SqlSpending(database, clock)
        await _add(database, _LINE)
        clock.now += 1000
        assert await spending.spent("gemini", NOON) == 5
        await _add(database, replace(_LINE, at=NOON + 1))
        assert await spending.spent("gemini", NOON) == 10

    asyncio.run(run())


def test_lines_that_are_sure_are_not_read_again(database: Database) -> None:
    seen: list[object] = []

    def note(*arguments: object) -> None:
        seen.append(arguments[3])

    async def run() -> None:
        clock = Clock()
        spending = SqlSpending(database, clock)
        await _add(database, *(_LINE for _ in range(50)))
        clock.now += 100
        assert await spending.spent("gemini", NOON) == 250
        event.listen(database.engine, "before_cursor_execute", note)
        assert await spending.spent("gemini", NOON) == 250
        event.remove(database.engine, "before_cursor_execute", note)

    asyncio.run(run())
    assert any("50" in repr(parameters) for parameters in seen), "it begins behind the last one that is sure"

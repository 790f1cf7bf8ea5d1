"""What was used, told from the ledger: lines added up by key, model, day, outcome or route, and what a key has left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Protocol

from pinxit.core.archive import Gauge, Key, Line
from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import Budget, end_window

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Grouping(StrEnum):
    """By what lines are added up."""

    KEY = "key"
    MODEL = "model"
    DAY = "day"
    OUTCOME = "outcome"
    ROUTE = "route"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which lines: those of a key's whole prefix, and of days (UTC, `2026-11-22`), the first and the last included."""

    key: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Lines added up. `cost` is in billionths of a dollar; `seconds` counts every request once, however many pictures
    it made.
    """

    name: str
    """What they have in common: a key's prefix, a model, a day, an outcome or a route."""
    pictures: int = 0
    """Made and charged."""
    cached: int = 0
    """Pictures given again for nothing."""
    refused: int = 0
    failed: int = 0
    cancelled: int = 0
    tokens: int = 0
    cost: int = 0
    seconds: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        """The sum, under the name of the first."""
        numbers = [field.name for field in fields(Tally) if field.name != "name"]
        return Tally(self.name, **{name: getattr(self, name) + getattr(other, name) for name in numbers})


@dataclass(frozen=True, slots=True)
class Balance:
    """A budget in its present window, in its own unit (money: billionths of a dollar)."""

    budget: Budget
    spent: int
    reserved: int
    """For requests that are under way."""
    resets: float | None
    """When the next window begins, in Unix seconds; None: never."""

    @property
    def left(self) -> int:
        return max(0, self.budget.limit - self.spent - self.reserved)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a key stands now."""

    balances: tuple[Balance, ...] = ()
    requests: Gauge | None = None
    """Its rate; None where it has none."""
    under_way: int = 0
    """Requests that are not over yet."""


class UsageBook(Protocol):
    """Reads the ledger and the counters; writes nothing. Raises as `pinxit.core.archive` says."""

    async def add_up(self, by: Grouping, selection: Selection) -> Sequence[Tally]:
        """A tally for each key, model, day, outcome or route, by its name; those of nothing are left out."""
        ...

    async def list_lines(self, selection: Selection, after: int = 0, limit: int = 1000) -> Sequence[tuple[int, Line]]:
        """Up to `limit` lines with their numbers, in the order of their numbers, behind the number `after`."""
        ...

    async def show_standing(self, key: Key, when: float) -> Standing:
        """What is spent, reserved and left of a key's budgets and rate at a time in Unix seconds."""
        ...


class NoUsage:
    """A UsageBook for where nothing is written down."""

    async def add_up(self, by: Grouping, selection: Selection) -> Sequence[Tally]:
        return ()

    async def list_lines(self, selection: Selection, after: int = 0, limit: int = 1000) -> Sequence[tuple[int, Line]]:
        return ()

    async def show_standing(self, key: Key, when: float) -> Standing:
        return Standing(tuple(Balance(budget, 0, 0, end_window(budget.period, when)) for budget in key.budgets))


def read_day(text: str, param: str) -> str:
    """A day as `2026-11-22`. Raises InvalidRequest that names `param`."""
    try:
        if not _DAY.fullmatch(text.strip()):
            raise ValueError
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise InvalidRequest(
            f"`{param}` must be a day like 2026-11-22, not {text[:40]!r}.", param=param, code="invalid_value"
        ) from None


def select(key: str | None = None, since: str | None = None, until: str | None = None) -> Selection:
    """A selection as it was written. Raises InvalidRequest for what is no prefix, no day, or no span of days."""
    if key and not key.isprintable():  # PostgreSQL breaks on some of what is no text
        raise InvalidRequest("`prefix` must be a key's prefix.", param="prefix", code="invalid_value")
    first, last = (read_day(day, name) if day else None for name, day in (("since", since), ("until", until)))
    if first and last and first > last:
        raise InvalidRequest(f"`since` ({first}) is after `until` ({last}).", param="since", code="invalid_value")
    return Selection(key, first, last)

"""What a key may spend: budgets, rates, and the amounts that they are counted in."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from pinxit.core.errors import InvalidRequest

NANO = 10**9
"""Money is counted in whole billionths of a US dollar, so that sums are exact."""

_BUDGET = re.compile(r"(?P<number>[0-9]{1,19}(?:\.[0-9]{1,9})?)(?P<unit>[a-z$]+)(?:/(?P<period>[a-z]+))?")
_RATE = re.compile(r"(?P<number>[0-9]{1,9})(?:requests?)?/(?P<period>[a-z]+)")
_SECONDS = {"s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hour": 3600}


class Unit(StrEnum):
    """What a budget counts."""

    PICTURES = "pictures"
    TOKENS = "tokens"
    MONEY = "usd"


class Period(StrEnum):
    """For how long a budget lasts, in UTC."""

    DAY = "day"
    MONTH = "month"
    EVER = "ever"


_UNITS = {
    "picture": Unit.PICTURES,
    "pictures": Unit.PICTURES,
    "image": Unit.PICTURES,
    "images": Unit.PICTURES,
    "token": Unit.TOKENS,
    "tokens": Unit.TOKENS,
    "usd": Unit.MONEY,
    "$": Unit.MONEY,
}


@dataclass(frozen=True, slots=True)
class Spend:
    """An amount in all three units: pictures, tokens, and billionths of a US dollar."""

    pictures: int = 0
    tokens: int = 0
    cost: int = 0

    def __add__(self, other: Spend) -> Spend:
        return Spend(self.pictures + other.pictures, self.tokens + other.tokens, self.cost + other.cost)

    def __sub__(self, other: Spend) -> Spend:
        return Spend(self.pictures - other.pictures, self.tokens - other.tokens, self.cost - other.cost)

    def of(self, unit: Unit) -> int:
        return {Unit.PICTURES: self.pictures, Unit.TOKENS: self.tokens, Unit.MONEY: self.cost}[unit]


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `limit` of a unit (money: billionths of a dollar) in each period."""

    limit: int
    unit: Unit
    period: Period = Period.EVER

    def __str__(self) -> str:
        """As `read_budget` reads it: `5usd/month`."""
        number = str(self.limit)
        if self.unit is Unit.MONEY:  # in whole numbers: a float would round what is above nine million dollars
            whole, fraction = divmod(self.limit, NANO)
            number = f"{whole}.{fraction:09}".rstrip("0").rstrip(".")
        return f"{number}{self.unit}" + ("" if self.period is Period.EVER else f"/{self.period}")


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `number` requests in any `seconds`, as a bucket that fills evenly."""

    number: int
    seconds: int = 60

    def __str__(self) -> str:
        """As `read_rate` reads it: `20/min`."""
        return f"{self.number}/{ {1: 's', 60: 'min', 3600: 'hour'}.get(self.seconds, f'{self.seconds}s') }"


def write_money(billionths: int) -> str:
    """Billionths of a dollar as dollars, exactly and as short as can be: `4.9613`, `5`, `-0.000000001`."""
    whole, fraction = divmod(abs(billionths), NANO)
    sign = "-" if billionths < 0 else ""
    return f"{sign}{whole}.{fraction:09d}".rstrip("0").rstrip(".")


def write_amount(number: int, unit: Unit) -> str:
    """An amount of a unit for people: `1,290`, or `$4.9613`."""
    return f"${write_money(number)}" if unit is Unit.MONEY else f"{number:,}"


def read_budget(text: str) -> Budget:
    """`5usd/month`, `20pictures/day`, `1000000tokens` or `3usd/ever`. Raises InvalidRequest."""
    match = _BUDGET.fullmatch(text.strip().lower().replace(" ", "").replace("_", ""))
    unit = _UNITS.get(match["unit"]) if match else None
    period = (match["period"] or "ever") if match else ""
    if match is None or unit is None or period not in set(Period):
        raise InvalidRequest(
            f"A budget is written like 5usd/month, 20pictures/day or 1000000tokens, not {text[:40]!r}.", param="budget"
        )
    whole, _, fraction = match["number"].partition(".")
    limit = int(whole)
    if unit is Unit.MONEY:
        limit = limit * NANO + int(fraction.ljust(9, "0") or 0)
    elif fraction:
        raise InvalidRequest(f"Only money has fractions: write a whole number of {unit}.", param="budget")
    if limit >= 2**62:
        raise InvalidRequest("A budget this large is none: leave it out.", param="budget")
    return Budget(limit, unit, Period(period))


def read_rate(text: str) -> Rate:
    """`20/min`, `5/s` or `1000/hour`. Raises InvalidRequest."""
    match = _RATE.fullmatch(text.strip().lower().replace(" ", ""))
    seconds = _SECONDS.get(match["period"]) if match else None
    if match is None or seconds is None or int(match["number"]) < 1:
        raise InvalidRequest(f"A rate is written like 20/min, 5/s or 1000/hour, not {text[:40]!r}.", param="rate")
    return Rate(int(match["number"]), seconds)


def name_window(period: Period, day: str) -> str:
    """The name of the window that a day (`2026-11-22`, UTC) belongs to: itself, its month, or `ever`."""
    return {Period.DAY: day, Period.MONTH: day[:7], Period.EVER: "ever"}[period]


def name_day(when: float | None = None) -> str:
    """The day of a time in Unix seconds (None: now), in UTC: `2026-11-22`."""
    return datetime.fromtimestamp(time.time() if when is None else when, UTC).strftime("%Y-%m-%d")


def end_window(period: Period, when: float) -> float | None:
    """When the window that `when` lies in ends, both in Unix seconds; None for `ever`."""
    day = datetime.fromtimestamp(when, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.DAY:
        return day.timestamp() + 86_400
    if period is Period.MONTH:
        later = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1)
        return later.timestamp()
    return None


def begin_window(period: Period, when: float) -> float:
    """When the window that `when` lies in began, both in Unix seconds; 0.0 for `ever`."""
    day = datetime.fromtimestamp(when, UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.EVER:
        return 0.0
    return (day if period is Period.DAY else day.replace(day=1)).timestamp()

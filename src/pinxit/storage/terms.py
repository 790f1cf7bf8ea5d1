"""A key's terms against what it has used: its bucket of requests, its budgets, and the words of a refusal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from pinxit.core.archive import Allowance, Gauge
from pinxit.core.errors import BudgetSpent, RateLimited
from pinxit.core.jobs import Job
from pinxit.core.limits import NANO, Budget, Period, Rate, Spend, Unit, end_window, name_window, read_budget, read_rate
from pinxit.storage.counting import Counters

_LONGEST = 120.0  # seconds; clients that are told to wait for longer do not come back
_SHORTEST = 0.05
_ONE_IS_OVER = 2.0  # seconds after which one of a key's requests may be over: nobody knows
_SKEW = 2.0  # seconds that the clocks of servers may differ
_WORDS = {Period.DAY: " a day", Period.MONTH: " a month", Period.EVER: ""}
_HINTS = {
    Unit.PICTURES: "Ask for fewer pictures",
    Unit.TOKENS: "Ask for fewer or smaller pictures",
    Unit.MONEY: "Ask for fewer or smaller pictures",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a key may spend, as it is kept now."""

    budgets: tuple[Budget, ...]
    rate: Rate | None
    at_once: int | None

    @property
    def limited(self) -> bool:
        return bool(self.budgets) or self.rate is not None or self.at_once is not None


@lru_cache(maxsize=1024)
def read_terms(budgets: str, rate: str | None, at_once: int | None) -> Terms:
    """The terms of a key's row. Every request asks for its key's, and they seldom change."""
    return Terms(
        tuple(read_budget(budget) for budget in json.loads(budgets)),
        None if rate is None else read_rate(rate),
        at_once,
    )


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many requests a rate leaves, and when that was looked at, in Unix seconds. It fills evenly."""

    rate: Rate
    level: float
    at: float
    moved: bool = False
    """Was the clock set back? Then this must be written even where nothing is taken."""

    @classmethod
    def look(cls, rate: Rate, level: float | None, at: float | None, now: float) -> Bucket:
        """What is in it now. It is never more than full, whatever the clock did, and fills from now on."""
        full = float(rate.number)
        if level is None or at is None:
            return cls(rate, full, now)
        passed = now - at
        if passed < -_SKEW:
            return cls(rate, min(full, max(0.0, level)), now, moved=True)
        # Two servers whose clocks differ a little must not gain that difference with each request.
        grown = level + max(0.0, passed) * full / rate.seconds
        return cls(rate, min(full, max(0.0, grown)), max(now, at))

    def take(self) -> Bucket:
        """It with one request less. Raises RateLimited where there is none."""
        if self.level < 1 - 1e-9:
            wait = (1 - self.level) * self.rate.seconds / self.rate.number
            raise RateLimited(
                f"This key may ask {self.rate.number} times {_name_seconds(self.rate.seconds)}; "
                f"ask again in {_round(wait)} s.",
                retry_after=_bound(wait),
            )
        return Bucket(self.rate, max(0.0, self.level - 1), self.at)

    @property
    def gauge(self) -> Gauge:
        missing = self.rate.number - self.level
        return Gauge(self.rate.number, int(self.level + 1e-9), missing * self.rate.seconds / self.rate.number)


def check_at_once(at_once: int, live: int) -> None:
    """Raise RateLimited where a key has as many requests under way as it may."""
    if live >= at_once:
        raise RateLimited(
            f"This key may have {at_once} requests under way at once, and has {live}; wait until one is done.",
            retry_after=_ONE_IS_OVER,
        )


def check_budgets(budgets: tuple[Budget, ...], counters: Counters, job: Job) -> None:
    """Raise BudgetSpent for the first budget that a job's estimate does not fit into any more."""
    for budget in budgets:
        left = _weigh(budget, counters, job.day)
        needed = job.estimate.of(budget.unit)
        if needed > left:
            end = end_window(budget.period, job.created)
            raise BudgetSpent(_explain(budget, left, needed, end), resets=end)


def tell_allowance(terms: Terms, bucket: Bucket | None, counters: Counters, job: Job) -> Allowance:
    """What is left now: of several budgets of one unit, the one with the least."""
    tightest: dict[Unit, Gauge] = {}
    for budget in terms.budgets:
        end = end_window(budget.period, job.created)
        gauge = Gauge(
            budget.limit, max(0, _weigh(budget, counters, job.day)), None if end is None else end - job.created
        )
        if budget.unit not in tightest or gauge.remaining < tightest[budget.unit].remaining:
            tightest[budget.unit] = gauge
    return Allowance(
        requests=bucket.gauge if bucket else None,
        tokens=tightest.get(Unit.TOKENS),
        pictures=tightest.get(Unit.PICTURES),
    )


def _weigh(budget: Budget, counters: Counters, day: str) -> int:
    """What is left of a budget. Below nothing, where more was spent than was estimated, or the budget was lowered."""
    spent, reserved = counters.get(name_window(budget.period, day), (Spend(), Spend()))
    return budget.limit - spent.of(budget.unit) - reserved.of(budget.unit)


def _explain(budget: Budget, left: int, needed: int, end: float | None) -> str:
    hint = f"{_HINTS[budget.unit]}, or have the key's budget raised."
    if end is not None:
        moment = datetime.fromtimestamp(end, UTC).strftime("%Y-%m-%d %H:%M UTC")
        hint = f"It starts anew at {moment}. {hint}"
    return (
        f"This key's budget of {_say(budget.limit, budget.unit)}{_WORDS[budget.period]} has "
        f"{_say(max(0, left), budget.unit)} left, and this request may need {_say(needed, budget.unit)}. {hint}"
    )


def _say(number: int, unit: Unit) -> str:
    if unit is Unit.MONEY:
        whole, fraction = divmod(number, NANO)
        return f"${whole}" + (f".{fraction:09d}".rstrip("0") if fraction else "")
    return f"{number} {unit}" if number != 1 else f"1 {str(unit).removesuffix('s')}"


def _name_seconds(seconds: int) -> str:
    return {1: "a second", 60: "a minute", 3600: "an hour"}.get(seconds, f"in {seconds} s")


def _round(wait: float) -> str:
    return f"{_bound(wait):.1f}".removesuffix(".0")


def _bound(wait: float) -> float:
    return min(_LONGEST, max(_SHORTEST, wait))

"""What a key may do, as people write it: read for the command line and for the admin API alike.

All raise InvalidRequest whose `param` is the name of Key's field, and say what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from pinxit.core.access import ROUTES
from pinxit.core.archive import Key
from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import Budget, name_day, read_budget

_SPAN = re.compile(r"(?P<number>\d{1,6})(?P<unit>min|h|d|w)", re.ASCII)
_SECONDS = {"min": 60, "h": 3600, "d": 86_400, "w": 604_800}
_DAY = 86_400
_LATEST = 253_402_214_400.0  # the last day that calendars of computers have
_MOST = 100  # budgets, routes and models of one key
_LONGEST = 100  # characters of a model's name
_HIGHEST_PRIORITY = 1000
_MOST_AT_ONCE = 100_000


def read_budgets(texts: Iterable[str]) -> tuple[Budget, ...]:
    """Budgets such as `5usd/month`; one of a unit and a period, since only the smaller would count."""
    budgets = tuple(read_budget(text) for text in texts)
    kinds = [(budget.unit, budget.period) for budget in budgets]
    if len(set(kinds)) < len(kinds):
        raise InvalidRequest(
            f"Two of the budgets {', '.join(map(str, budgets))[:200]} count the same: give one of them.",
            param="budgets",
        )
    return budgets


def read_models(names: Sequence[str]) -> tuple[str, ...]:
    """Names of models, with * for any letters."""
    for name in names:
        if not name.strip() or len(name) > _LONGEST or not name.isprintable() or any(sign in name for sign in " ,"):
            raise InvalidRequest(
                f"A model is written like gemini-3-pro-image or gemini-*, not {name[:40]!r}.", param="models"
            )
    return _keep_once(names, "models")


def read_routes(names: Sequence[str]) -> tuple[str, ...]:
    """Kinds of pages, of `pinxit.core.access.ROUTES`."""
    for name in names:
        if name not in ROUTES:
            raise InvalidRequest(f"There are the routes {', '.join(ROUTES)}, not {name[:40]!r}.", param="routes")
    return _keep_once(names, "routes")


def read_at_once(number: int) -> int:
    return _check("at_once", number, 1, _MOST_AT_ONCE, "requests at once")


def read_priority(number: int) -> int:
    return _check("priority", number, -_HIGHEST_PRIORITY, _HIGHEST_PRIORITY, "as a priority")


def read_expiry(text: str, now: float) -> float:
    """When a key ends, in Unix seconds: after `30d`, `12h`, `90min` or `4w`, or with the day `2027-01-31` (UTC)."""
    text = text.strip()
    if match := _SPAN.fullmatch(text):
        when = now + int(match["number"]) * _SECONDS[match["unit"]]
    else:
        when = _read_moment(text)
    when = min(when, _LATEST)
    if when <= now:
        raise InvalidRequest(f"{text[:40]} is over: give a later day, or revoke the key.", param="expires")
    return when


def write_moment(when: float) -> str:
    """A time in UTC, to the minute: `2027-01-31 14:05`; the midnight that ends a day as that day: `2027-01-31`."""
    if when % _DAY == 0:
        return name_day(when - _DAY)
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M")


def name_state(key: Key, now: float) -> str:
    """`active`, `expired` or `revoked`."""
    if key.revoked is not None:
        return "revoked"
    return "expired" if key.expires is not None and key.expires <= now else "active"


def _read_moment(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
        when = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        return when + _DAY if len(text) == len("2027-01-31") else when
    except (ValueError, OverflowError):
        raise InvalidRequest(
            f"An end is written like 30d, 12h, 2027-01-31 or 2027-01-31T14:00Z, not {text[:40]!r}.", param="expires"
        ) from None


def _keep_once(names: Sequence[str], param: str) -> tuple[str, ...]:
    if len(names) > _MOST:
        raise InvalidRequest(f"A key has at most {_MOST} {param}, not {len(names)}.", param=param)
    return tuple(dict.fromkeys(names))


def _check(param: str, number: int, low: int, high: int, what: str) -> int:
    if not low <= number <= high:
        raise InvalidRequest(f"{low} to {high} {what}, not {number}.", param=param)
    return number

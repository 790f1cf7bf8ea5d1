"""The admin API's messages: keys, their terms, and what was used. The shapes are like OpenAI's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field

from pinxit.core import terms
from pinxit.core.archive import Key, Line
from pinxit.core.errors import InvalidRequest
from pinxit.core.limits import Unit, read_rate, write_money
from pinxit.core.sheets import Cell, describe_line, describe_tally
from pinxit.core.usage import Balance, Grouping, Selection, Standing, Tally, select
from pinxit.dialects.wire import WHOLE, Wire, clean, name_value, read_object, validate

_LONGEST_PAGE = 1000
_PAGE = 100
_Model = TypeVar("_Model", bound=BaseModel)
_Texts = Annotated[list[str], Field(max_length=100)]


class _Terms(BaseModel):
    """What a key may do. A field that nobody knows is refused: a slip of the pen must not make a key without limits."""

    model_config = ConfigDict(extra="forbid", protected_namespaces=())

    budgets: _Texts | None = Field(
        None, description="Each like 5usd/month, 20pictures/day or 1000000tokens.", examples=[["5usd/month"]]
    )
    rate: str | None = Field(None, description="Requests, like 20/min, 5/s or 1000/hour.", examples=["20/min"])
    at_once: Annotated[int, Field(ge=1, le=100_000), WHOLE] | None = Field(
        None, description="How many of its requests may be under way at the same time."
    )
    models: _Texts | None = Field(
        None, description="Names, with * for any letters; none: all.", examples=[["gemini-*"]]
    )
    routes: _Texts | None = Field(
        None, description="Of images, chat, gemini, predictions and batches; none: all.", examples=[["images"]]
    )
    expires: str | None = Field(
        None,
        description="30d, 12h, its last day as 2027-01-31 (UTC), or a time as 2027-01-31T14:00Z.",
        examples=["30d"],
    )
    is_admin: bool | None = Field(None, description="May it manage keys and read everybody's usage?")
    priority: Annotated[int, Field(ge=-1000, le=1000), WHOLE] | None = Field(
        None, description="Keys with a higher one are served first."
    )


class KeyRequest(_Terms):
    """A new key."""

    name: str = Field(description="Whose it is or what it is for: 1 to 60 characters.", min_length=1, max_length=60)


class KeyChange(_Terms):
    """Changes of a key: fields that are not sent stay; null takes a limit away. What was spent stays spent."""

    name: str | None = Field(None, description="1 to 60 characters.", min_length=1, max_length=60)


class KeyAnswer(Wire):
    """A key: never its secret. Times are in Unix seconds."""

    object: Literal["key"]
    prefix: str = Field(description="How its secret begins; its name in all addresses.")
    name: str
    state: Literal["active", "expired", "revoked"]
    created_at: int
    expires_at: int | None
    revoked_at: int | None
    is_admin: bool
    models: list[str]
    routes: list[str]
    budgets: list[str]
    rate: str | None
    at_once: int | None
    priority: int


class NewKey(KeyAnswer):
    """A key that was just made."""

    secret: str = Field(description="The key itself. It is shown this once and stored nowhere.")


class BalanceAnswer(Wire):
    """A budget in its present window. Amounts are texts: whole numbers, or exact dollars."""

    budget: str
    unit: Literal["pictures", "tokens", "usd"]
    limit: str
    spent: str
    reserved: str = Field(description="For requests that are under way.")
    left: str
    resets_at: int | None = Field(description="When it starts anew; null: never.")


class RateAnswer(Wire):
    """What a rate leaves now; `reset` is in seconds."""

    limit: int
    remaining: int
    reset: float


class KeyStanding(KeyAnswer):
    """A key and what it has left."""

    balances: list[BalanceAnswer]
    requests: RateAnswer | None
    under_way: int = Field(description="Requests that are not over yet.")


class KeyList(Wire):
    """All keys, the oldest first."""

    object: Literal["list"]
    data: list[KeyAnswer]


class TallyAnswer(Wire):
    """Lines of the ledger, added up."""

    group: str = Field(description="The key's prefix, model, day, outcome or route.")
    name: str | None = Field(None, description="The key's name, where keys are added up.")
    pictures: int = Field(description="Made and charged.")
    cached: int = Field(description="Pictures given again for nothing.")
    refused: int
    failed: int
    cancelled: int
    tokens: int
    cost_usd: str = Field(description="Exact dollars.")
    seconds: float = Field(description="Of requests, each counted once.")


class UsageAnswer(Wire):
    """What was used."""

    object: Literal["usage"]
    by: Grouping
    since: str | None
    until: str | None
    data: list[TallyAnswer]
    total: TallyAnswer


class OwnUsage(UsageAnswer):
    """What the asking key used, and what it has left."""

    key: KeyStanding


class LedgerLine(Wire):
    """One picture, or one refusal."""

    number: int
    at: str = Field(description="A time in UTC.")
    day: str = Field(description="The day whose budgets it counts for.")
    key: str
    job: str | None
    route: str
    model: str
    engine: str
    picture: int | None
    outcome: str
    code: str | None
    tokens: int
    cost_usd: str
    seconds: float


class LedgerPage(Wire):
    """Lines in the order in which they were written."""

    object: Literal["list"]
    data: list[LedgerLine]
    has_more: bool
    last_number: int | None = Field(description="Where the next page begins: its `after`.")


@dataclass(frozen=True, slots=True)
class UsageQuery:
    """Which usage is asked for."""

    by: Grouping
    selection: Selection
    as_sheet: bool


def read_key(body: bytes, now: float) -> tuple[str, dict[str, Any]]:
    """A new key's name and terms, as fields of Key. Raises InvalidRequest."""
    sent = _validate(KeyRequest, read_object(body))
    read = _read_terms(sent, now)
    return sent.name, {name: value for name, value in read.items() if getattr(sent, name) is not None}


def read_change(body: bytes, now: float) -> dict[str, Any]:
    """Fields of Key that are to be changed. Raises InvalidRequest."""
    sent = _validate(KeyChange, read_object(body))
    changes = _read_terms(sent, now)
    if sent.name is not None:
        changes["name"] = sent.name
    if not changes:
        raise InvalidRequest(f"Send what to change: {', '.join(KeyChange.model_fields)}.", code="invalid_value")
    return changes


def read_query(query: Mapping[str, str], key: str | None = None) -> UsageQuery:
    """The query of a page of usage; `key` limits it to one. Raises InvalidRequest."""
    return UsageQuery(
        Grouping(_choose(query, "by", [str(by) for by in Grouping], Grouping.DAY)),
        select(key or query.get("prefix") or None, query.get("since"), query.get("until")),
        _choose(query, "format", ["json", "csv"], "json") == "csv",
    )


def read_page(query: Mapping[str, str]) -> tuple[Selection, int, int]:
    """The query of a page of the ledger: which lines, behind which number, and how many. Raises InvalidRequest."""
    selection = select(query.get("prefix") or None, query.get("since"), query.get("until"))
    return selection, _count(query, "after", 0, 2**62, 0), _count(query, "limit", 1, _LONGEST_PAGE, _PAGE)


def write_key(key: Key, now: float, *, secret: str | None = None, standing: Standing | None = None) -> bytes:
    """A key; with its secret where it was just made, and with what it has left where that was asked for."""
    record = _describe(key, now)
    if standing is not None:
        record |= _describe_standing(standing)
    return orjson.dumps(record if secret is None else {**record, "secret": secret})


def write_keys(keys: Sequence[Key], now: float) -> bytes:
    return orjson.dumps({"object": "list", "data": [_describe(key, now) for key in keys]})


def write_usage(
    query: UsageQuery,
    tallies: Sequence[Tally],
    names: Mapping[str, str],
    own: tuple[Key, Standing, float] | None = None,
) -> bytes:
    """What was used. `names` are those of keys; `own` is the asking key, how it stands, and the time."""
    told = names if query.by is Grouping.KEY else None
    record: dict[str, Any] = {
        "object": "usage",
        "by": query.by,
        "since": query.selection.since,
        "until": query.selection.until,
        "data": [_clean(describe_tally(tally, told)) for tally in tallies],
        "total": describe_tally(sum(tallies, Tally("total"))),
    }
    if own is not None:
        key, standing, now = own
        record["key"] = _describe(key, now) | _describe_standing(standing)
    return orjson.dumps(record)


def write_page(lines: Sequence[tuple[int, Line]], limit: int) -> bytes:
    """A page of up to `limit` lines; of one more it is only told that it is there."""
    data = [_clean(describe_line(number, line)) for number, line in lines[:limit]]
    last = lines[len(data) - 1][0] if data else None
    return orjson.dumps({"object": "list", "data": data, "has_more": len(lines) > limit, "last_number": last})


def _validate(model: type[_Model], fields: Mapping[str, Any]) -> _Model:
    known = model.model_fields
    if unknown := next((name for name in fields if name not in known), None):
        raise InvalidRequest(
            f"A key has no field {unknown[:40]!r}; it has {', '.join(known)}.", param=unknown[:40], code="invalid_value"
        )
    return validate(model, fields)


def _read_terms(sent: _Terms, now: float) -> dict[str, Any]:
    """The fields that were sent, null included, as Key has them."""
    readers: dict[str, tuple[Any, Any]] = {
        "budgets": (terms.read_budgets, ()),
        "models": (terms.read_models, ()),
        "routes": (terms.read_routes, ()),
        "rate": (read_rate, None),
        "at_once": (terms.read_at_once, None),
        "expires": (lambda text: terms.read_expiry(text, now), None),
        "is_admin": (bool, False),
        "priority": (terms.read_priority, 0),
    }
    read = {}
    for name in sorted(sent.model_fields_set & readers.keys()):
        reader, nothing = readers[name]
        value = getattr(sent, name)
        try:
            read[name] = nothing if value is None else reader(value)
        except InvalidRequest as error:
            raise InvalidRequest(error.message, param=name, code="invalid_value") from None
    return read


def _choose(query: Mapping[str, str], name: str, words: Sequence[str], usual: str) -> str:
    said = query.get(name) or usual
    if said not in words:
        raise InvalidRequest(
            f"`{name}` must be {', '.join(words)}, not {name_value(said)}.", param=name, code="invalid_value"
        )
    return said


def _count(query: Mapping[str, str], name: str, low: int, high: int, usual: int) -> int:
    said = query.get(name) or str(usual)
    if not (said.isascii() and said.isdecimal() and len(said) < 20 and low <= int(said) <= high):
        raise InvalidRequest(
            f"`{name}` must be a whole number from {low} to {high}, not {name_value(said)}.",
            param=name,
            code="invalid_value",
        )
    return int(said)


def _describe(key: Key, now: float) -> dict[str, Any]:
    return {
        "object": "key",
        "prefix": key.prefix,
        "name": key.name,
        "state": terms.name_state(key, now),
        "created_at": int(key.created),
        "expires_at": None if key.expires is None else int(key.expires),
        "revoked_at": None if key.revoked is None else int(key.revoked),
        "is_admin": key.is_admin,
        "models": list(key.models),
        "routes": list(key.routes),
        "budgets": [str(budget) for budget in key.budgets],
        "rate": None if key.rate is None else str(key.rate),
        "at_once": key.at_once,
        "priority": key.priority,
    }


def _describe_standing(standing: Standing) -> dict[str, Any]:
    rate = standing.requests
    return {
        "balances": [_describe_balance(balance) for balance in standing.balances],
        "requests": rate and {"limit": rate.limit, "remaining": rate.remaining, "reset": round(rate.reset or 0.0, 3)},
        "under_way": standing.under_way,
    }


def _describe_balance(balance: Balance) -> dict[str, Any]:
    unit = balance.budget.unit
    amounts = {
        "limit": balance.budget.limit,
        "spent": balance.spent,
        "reserved": balance.reserved,
        "left": balance.left,
    }
    return {
        "budget": str(balance.budget),
        "unit": unit,
        **{name: write_money(amount) if unit is Unit.MONEY else str(amount) for name, amount in amounts.items()},
        "resets_at": None if balance.resets is None else int(balance.resets),
    }


def _clean(record: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in record.items()}

"""The page of upstreams: how the services behind the endpoint are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import orjson
from pydantic import Field

from pinxit.core.limits import write_money
from pinxit.core.standing import UpstreamStanding
from pinxit.dialects.wire import Wire, clean


class UpstreamModel(Wire):
    """A model of an upstream."""

    name: str
    state: Literal["closed", "open", "half-open"] = Field(description="Of its circuit breaker; closed: it is asked.")
    retry_after: float = Field(description="Seconds until it is asked again; 0: at once.")
    shutdown_date: int | None = Field(description="When its owner shuts it down, where that is known.")


class UpstreamCap(Wire):
    """What may be spent at an upstream. Amounts are exact dollars, as texts."""

    limit_usd: str
    spent_usd: str
    window: Literal["day", "month"]
    resets_at: int | None


class UpstreamAnswer(Wire):
    """An upstream: never its key or its address."""

    object: Literal["upstream"]
    name: str
    kind: str
    available: bool = Field(description="Has it told its models?")
    models: list[UpstreamModel]
    cap: UpstreamCap | None


class UpstreamList(Wire):
    """All upstreams, in the order of the settings."""

    object: Literal["list"]
    data: list[UpstreamAnswer]


def write_upstreams(standings: Sequence[UpstreamStanding]) -> bytes:
    """The page."""
    return orjson.dumps({"object": "list", "data": [_describe(standing) for standing in standings]})


def _describe(standing: UpstreamStanding) -> dict[str, Any]:
    models = [
        {
            "name": clean(model.name),
            "state": model.state,
            "retry_after": round(model.wait, 1),
            "shutdown_date": model.retires,
        }
        for model in standing.models
    ]
    cap = None
    if standing.cap is not None:
        cap = {
            "limit_usd": write_money(standing.cap.amount),
            "spent_usd": write_money(standing.spent or 0),
            "window": standing.cap.window,
            "resets_at": None if standing.resets is None else int(standing.resets),
        }
    return {
        "object": "upstream",
        "name": standing.name,
        "kind": standing.kind,
        "available": not standing.away,
        "models": models,
        "cap": cap,
    }

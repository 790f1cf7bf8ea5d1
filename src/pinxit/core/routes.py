"""Where a request for a model may go: backends that serve it alike, and other models in the case that none of them can.

Plain values; `pinxit.core.routing` follows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Backend:
    """One place where a model is served: an engine, and the name that the model has there. `weight` is its share of
    the requests, 1 to 1000, beside that of the others.
    """

    engine: str
    model: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Route:
    """How requests for `model` are served. `fallback` are models that stand in for it, in this order; None: the usual
    ones, which `pinxit.core.catalog` knows. Those of a model that stands in are not asked for in turn.

    Without `backends` the first engine that has the model serves it.

    `hedge` is a fraction of one (0.95): when a backend takes longer than this share of the latest answers did, a second
    one is asked as well, and the first to answer counts. None: never; whoever is asked is paid.
    """

    model: str
    backends: tuple[Backend, ...] = ()
    fallback: tuple[str, ...] | None = None
    hedge: float | None = None
    patience: float = 300.0
    """Seconds for all tries together."""


@dataclass(frozen=True, slots=True)
class Cap:
    """What may be spent at an engine: `amount` in billionths of a dollar for each `window`, "day" or "month" (UTC)."""

    amount: int
    window: str = "month"


@dataclass(frozen=True, slots=True)
class Routing:
    """All routes by their models, other names of models, and what may be spent, by the names of engines."""

    routes: Mapping[str, Route] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    caps: Mapping[str, Cap] = field(default_factory=dict)

"""What the settings say of upstreams and of the ways to them, as plain values; the assembly makes routes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pinxit.upstreams import Upstream


@dataclass(frozen=True, slots=True)
class Target:
    """One place where a model is served: an upstream or an engine, and the model's name there."""

    upstream: str
    model: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class ModelRoute:
    """How one model is served. `fallback` None leaves that to pinxit; an empty one means none."""

    model: str
    backends: tuple[Target, ...] = ()
    fallback: tuple[str, ...] | None = None
    hedge: float | None = None
    patience: float | None = None
    """Seconds."""
    place: str = ""
    """Where that is said, for messages."""


@dataclass(frozen=True, slots=True)
class SpendCap:
    """What may be spent at an upstream: billionths of a dollar for each `window`, "day" or "month"."""

    amount: int
    window: str = "month"


@dataclass(frozen=True, slots=True)
class Gateway:
    """Everything that lies behind the endpoint. `problems` stop whoever wants to draw, `warnings` nobody."""

    upstreams: tuple[Upstream, ...] = ()
    models: tuple[ModelRoute, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    caps: Mapping[str, SpendCap] = field(default_factory=dict)
    """By the names of upstreams."""
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where each value came from, by its place: "upstreams.gemini.key" is "env GEMINI_API_KEY"."""

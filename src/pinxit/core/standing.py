"""How the services behind the endpoint are, told to whoever runs the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from pinxit.core.routes import Cap


@dataclass(frozen=True, slots=True)
class ModelStanding:
    """A model at an upstream. `state` is that of its circuit: closed (it works), open or half-open."""

    name: str
    state: str
    wait: float = 0.0
    """Seconds until it is asked again."""
    retires: int | None = None
    """When its owner shuts it down, in Unix seconds."""


@dataclass(frozen=True, slots=True)
class UpstreamStanding:
    """An upstream. `away`: it has not told its models yet. `spent` is in billionths of a dollar in the cap's window."""

    name: str
    kind: str
    away: bool
    models: tuple[ModelStanding, ...] = ()
    cap: Cap | None = None
    spent: int | None = None
    resets: float | None = None
    """When the cap's window ends, in Unix seconds."""


Overlook = Callable[[], Awaitable[Sequence[UpstreamStanding]]]
"""Tells how all are. Raises StorageFailed."""


async def overlook_nobody() -> Sequence[UpstreamStanding]:
    """For a server that asks nobody else."""
    return ()

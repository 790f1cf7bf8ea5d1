"""A job: one request on its way, as it is kept. Every request is one, whoever waits for it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pinxit.core.limits import Spend


class JobState(StrEnum):
    """QUEUED -> RUNNING -> COMPLETED | FAILED | CANCELLED; RUNNING -> QUEUED when its server died or was stopped."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        return self in {JobState.COMPLETED, JobState.FAILED, JobState.CANCELLED}


@dataclass(frozen=True, slots=True)
class Job:
    """One request as it is kept. Times are in Unix seconds, records are JSON values (see `pinxit.core.records`).

    A detached job is one that nobody holds a connection for: it runs again after its server died, so its whole order
    is kept. An attached one ends with its server, uncharged, and its caller's retry makes another.
    """

    id: str
    owner: str
    """The prefix of the key that asked."""
    route: str
    """What was called: `images.generate`, `images.edit`, `chat`, `gemini`, `interactions`, `predictions`."""
    model: str
    """As the caller named it."""
    n: int
    created: float
    day: str
    """The day (UTC) whose budgets it counts for."""
    estimate: Spend
    """What is reserved for it until it is over."""
    fingerprint: str
    """SHA-256 of route and parsed request: the same for a retry."""
    state: JobState = JobState.QUEUED
    attempt: int = 1
    """Counts the starts. What an earlier attempt still says is not heard."""
    server: str | None = None
    """Who runs it; None: whoever comes first."""
    priority: int = 0
    detached: bool = False
    order: Mapping[str, Any] | None = None
    """The request as a record; None for attached jobs."""
    manner: Mapping[str, Any] = field(default_factory=dict)
    """What the dialect needs to answer later."""
    idempotency: str | None = None
    cache_key: str | None = None
    webhook: str | None = None
    """Where the caller wants to be told, besides the key's own webhooks."""
    group: str | None = None
    """The batch that it belongs to."""
    begun: float | None = None
    ended: float | None = None
    outcome: Mapping[str, Any] | None = None
    """What came of it, as a record; pictures by their names in the archive."""
    failure: Mapping[str, Any] | None = None
    """The error that it ended with, as a record."""


def make_job_id() -> str:
    """An id that nobody guesses: `job_` and 32 hex digits."""
    return f"job_{secrets.token_hex(16)}"

"""What every endpoint works with, handed over once by the assembly."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from pinxit.core.archive import Archive, KeyRing, NoArchive
from pinxit.core.batches import Filing
from pinxit.core.hooks import Hooks
from pinxit.core.runner import JobRunner
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.standing import Overlook, overlook_nobody
from pinxit.core.studio import Studio
from pinxit.core.tickets import TicketOffice
from pinxit.core.usage import NoUsage, UsageBook


async def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Desk:
    """The runner of jobs, the keys and the limits of this server."""

    jobs: JobRunner
    """Every request for pictures goes through it."""
    ring: KeyRing
    start: Callable[[], Awaitable[None]]
    """Called beside the first requests; the server is not ready before it is through."""
    close: Callable[[], Awaitable[None]]
    """Called once when the server stops; gives the engines' processes back."""
    open: Callable[[], Awaitable[None]] = _nothing
    """Called before the first request; makes the database ready."""
    beside: tuple[Callable[[], Awaitable[None]], ...] = ()
    """What runs beside the server until it stops."""
    profile: str = "auto"
    max_body: int = 64 * 1024 * 1024
    """Bytes. Sixteen source pictures in base64 are the reason."""
    body_timeout: float = 30.0
    """Seconds without a byte of an unfinished body."""
    fetcher: Fetcher = field(default_factory=NoFetcher)
    """Gets the pictures that requests point to."""
    heartbeat: float = 10.0
    """Seconds of silence after which a stream sends a sign of life."""
    archive: Archive = field(default_factory=NoArchive)
    """Keeps the pictures that were made."""
    uploads: Archive = field(default_factory=NoArchive)
    """Keeps what callers bring: source pictures of jobs, and files."""
    tickets: TicketOffice = field(default_factory=lambda: TicketOffice(secrets.token_bytes(32)))
    """Signs those addresses."""
    jobs_keep: float | None = None
    """Seconds after its end for which a job's result can be had; None: nobody knows."""
    usage: UsageBook = field(default_factory=NoUsage)
    """Tells what was used, and what keys have left."""
    filing: Filing | None = None
    """Files and batches of callers; None: this server has none."""
    hooks: Hooks | None = None
    """Whom callers want to be told; None: this server tells nobody."""
    overlook: Overlook = overlook_nobody
    """Tells how the services behind the endpoint are."""
    public_url: str = ""
    """Where callers find this server; empty: where each request says that it found it."""

    @property
    def studio(self) -> Studio:
        """Finds models and who serves them."""
        return self.jobs.studio

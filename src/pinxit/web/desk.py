"""What every endpoint works with, handed over once by the assembly."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from pinxit.core.archive import Archive, KeyRing, NoArchive
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.studio import Studio
from pinxit.core.tickets import TicketOffice


@dataclass(frozen=True, slots=True)
class Desk:
    """The studio, the keys and the limits of this server."""

    studio: Studio
    ring: KeyRing
    start: Callable[[], Awaitable[None]]
    """Called beside the first requests; the server is not ready before it is through."""
    close: Callable[[], Awaitable[None]]
    """Called once when the server stops; gives the engines' processes back."""
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
    """Keeps the pictures that are handed out as addresses."""
    tickets: TicketOffice = field(default_factory=lambda: TicketOffice(secrets.token_bytes(32)))
    """Signs those addresses."""
    public_url: str = ""
    """Where callers find this server; empty: where each request says that it found it."""

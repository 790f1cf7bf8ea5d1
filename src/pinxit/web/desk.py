"""What every endpoint works with, handed over once by the assembly."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from pinxit.core.archive import KeyRing
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.studio import Studio


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

"""Tickets: addresses that let their holder fetch one picture until a certain time, and nobody else anything."""

from __future__ import annotations

import base64
import hashlib
import hmac
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import time
from urllib.parse import urlencode

from pinxit.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class TicketOffice:
    """Signs the names of pictures with a secret. A ticket is good for `seconds`."""

    secret: bytes = field(repr=False)
    seconds: float = 3600.0
    clock: Callable[[], float] = time

    def __post_init__(self) -> None:
        if len(self.secret) < 32:
            raise ValueError("a secret of at least 32 bytes is needed")

    def issue(self, name: str) -> str:
        """The query of a picture's address: when it ends, in Unix seconds, and a signature of that and the name."""
        # In steps of a minute, so that asking twice gives the same address and caches can do their work.
        expires = math.ceil((self.clock() + self.seconds) / 60) * 60
        return urlencode({"expires": expires, "signature": self._sign(name, str(expires))})

    def check(self, name: str, query: Mapping[str, str]) -> float:
        """For how many seconds a ticket is still good. Raises NotFound, in the same words, for any that is not."""
        expires = query.get("expires", "")
        right = hmac.compare_digest(self._sign(name, expires).encode(), query.get("signature", "").encode())
        left = int(expires[:12]) - self.clock() if expires.isascii() and expires.isdigit() else 0.0
        if not right or left <= 0:
            raise NotFound("There is no such picture, or its address has expired; ask for the picture again.")
        return left

    def _sign(self, name: str, expires: str) -> str:
        """HMAC-SHA256 (RFC 2104) of both, in 43 characters."""
        said = f"{name}\n{expires}".encode("utf-8", "replace")
        return base64.urlsafe_b64encode(hmac.digest(self.secret, said, hashlib.sha256)).decode().rstrip("=")

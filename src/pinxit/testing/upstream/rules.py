"""What one stand-in is like: plain values."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rules:
    """`keys` are accounts by their names. `picture_bytes`: what each picture weighs, where it would weigh less.

    `models` are names that it serves as a self-hosted peer of OpenAI does, in any size, taking `response_format`.
    `signatures`: thought signatures are looked at, and refused where the stand-in never gave them out.
    """

    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    picture_bytes: int = 0
    signatures: bool = True
    models: tuple[str, ...] = ()

    def find_account(self, key: str | None) -> str | None:
        """The name of the account whose key that is."""
        given = (key or "").encode()
        return next((name for name, own in self.keys.items() if hmac.compare_digest(given, own.encode())), None)

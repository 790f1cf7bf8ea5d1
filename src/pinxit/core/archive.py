"""What the core wants kept, and says nothing of where: protocols that `pinxit.storage` implements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Key:
    """One key as it is kept: never the secret, only its SHA-256. Times are in Unix seconds."""

    prefix: str
    """The first characters of the secret, enough to tell keys apart and useless for guessing the rest."""
    name: str
    digest: str
    created: float
    revoked: float | None = None

    @property
    def active(self) -> bool:
        return self.revoked is None


class KeyRing(Protocol):
    """Where keys are kept. Every method sees what other processes wrote before it was called."""

    def list_keys(self) -> Sequence[Key]:
        """All keys, revoked ones included, oldest first."""
        ...

    def add(self, key: Key, *, only_first: bool = False) -> bool:
        """Keep a key. With `only_first`, only where no key was ever kept; tells whether it was kept."""
        ...

    def revoke(self, prefix: str, when: float) -> Key:
        """Revoke the one key whose prefix begins so and return it.

        Raises NotFound where none does, InvalidRequest where several do. Revoking twice keeps the first time.
        """
        ...

"""What the core wants kept, and says nothing of where: protocols that `pinxit.storage` implements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pinxit.core.errors import NotFound, Unsupported
from pinxit.core.images import Format, Picture


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


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept: its file, its format, and the SHA-256 of its bytes in hex."""

    path: Path
    format: Format
    digest: str


class Archive(Protocol):
    """Where pictures are kept that are handed out as addresses."""

    async def keep(self, picture: Picture) -> str:
        """Keep a picture and return its name. It is safe before this returns. Raises StorageFailed."""
        ...

    async def find(self, name: str) -> Kept:
        """The picture of a name. Raises NotFound for what is not kept or not kept any more."""
        ...

    async def sweep(self) -> int:
        """Forget what has been kept long enough. Returns how many pictures went."""
        ...


class NoArchive:
    """An Archive for where nothing is kept."""

    async def keep(self, picture: Picture) -> str:
        raise Unsupported(
            "This server keeps no pictures: use response_format b64_json.",
            param="response_format",
            code="unsupported_value",
        )

    async def find(self, name: str) -> Kept:
        raise NotFound("This server keeps no pictures.")

    async def sweep(self) -> int:
        return 0

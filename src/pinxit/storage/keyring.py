"""Keys in a JSON file of the data directory: hashes only, mode 0600, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from pinxit.core.archive import Key
from pinxit.core.errors import ConfigurationError, InvalidRequest, NotFound
from pinxit.storage.files import write_whole
from pinxit.storage.locks import hold_lock

_VERSION = 1
_Stamp = tuple[int, int, int]


class FileKeyRing:
    """A KeyRing in `folder/keys.json`. A running server sees what the command line changed at its next request."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keys.json"
        self._lock = folder / "keys.lock"
        self._stamp: _Stamp | None = None
        self._keys: tuple[Key, ...] = ()

    def list_keys(self) -> Sequence[Key]:
        """All keys, oldest first; read again only when the file was replaced."""
        try:
            state = self._path.stat()
        except FileNotFoundError:
            self._stamp, self._keys = None, ()
            return ()
        except OSError as error:
            raise ConfigurationError(f"The keys in {self._path} cannot be read: {error.strerror}.") from error
        stamp = (state.st_ino, state.st_mtime_ns, state.st_size)
        if stamp != self._stamp:
            self._keys = self._read()
            self._stamp = stamp
        return self._keys

    def add(self, key: Key, *, only_first: bool = False) -> bool:
        """Keep a key under the lock; with `only_first` only where no key was ever kept."""
        self._make_folder()
        with hold_lock(self._lock):
            kept = self.list_keys()
            if only_first and kept:
                return False
            self._write((*kept, key))
        return True

    def revoke(self, prefix: str, when: float) -> Key:
        """Revoke the one key whose prefix begins so (a whole secret is understood too)."""
        self._make_folder()
        with hold_lock(self._lock):
            kept = self.list_keys()
            found = [key for key in kept if key.prefix.startswith(prefix) or prefix.startswith(key.prefix)]
            if not found or not prefix:
                raise NotFound(f"No key begins with {prefix[:24]!r}; `pinxit keys list` shows them.")
            if len(found) > 1:
                raise InvalidRequest(f"{len(found)} keys begin with {prefix!r}; give more of it.", param="prefix")
            revoked = replace(found[0], revoked=found[0].revoked or when)
            self._write(tuple(revoked if key is found[0] else key for key in kept))
        return revoked

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigurationError(
                f"The data directory {self._path.parent} cannot be made: {error.strerror}."
            ) from error

    def _read(self) -> tuple[Key, ...]:
        try:
            content = json.loads(self._path.read_bytes())
            return tuple(Key(**entry) for entry in content["keys"])
        except OSError as error:
            raise ConfigurationError(f"The keys in {self._path} cannot be read: {error.strerror}.") from error
        except (ValueError, TypeError, KeyError) as error:
            raise ConfigurationError(f"{self._path} is not a key file; move it away to start with no keys.") from error

    def _write(self, keys: tuple[Key, ...]) -> None:
        content = json.dumps({"version": _VERSION, "keys": [asdict(key) for key in keys]}, indent=1)
        try:
            write_whole(self._path, content.encode())
        except OSError as error:
            raise ConfigurationError(f"{self._path.parent} cannot be written: {error.strerror}.") from error

"""The server's own secret, made once and kept beside the keys."""

from __future__ import annotations

import secrets
from pathlib import Path

from pinxit.core.errors import ConfigurationError
from pinxit.storage.files import write_whole
from pinxit.storage.locks import hold_lock

_BYTES = 32


def read_secret(folder: Path) -> bytes:
    """The secret in `folder/secret`, 32 random bytes, readable by its owner only; made where there is none.

    Raises ConfigurationError for a file that cannot be read or is none of ours.
    """
    path = folder / "secret"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with hold_lock(folder / "secret.lock"):
            if not path.exists():
                write_whole(path, secrets.token_bytes(_BYTES))
            secret = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"The secret {path} cannot be read or made: {error.strerror}.") from error
    if len(secret) != _BYTES:
        raise ConfigurationError(f"{path} is no secret of this server; move it away to start with a new one.")
    return secret

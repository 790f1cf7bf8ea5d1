"""Who may come in: keys are made, hashed and checked here, and `admit` is the only door."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from pinxit.core.archive import Key, KeyRing
from pinxit.core.errors import InvalidRequest, Unauthenticated

KEY_START = "sk-pinxit-"
_SHOWN = len(KEY_START) + 8  # leaves 35 secret characters, some 210 bits, that no listing shows
_MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as far as we know: the key's prefix and its name."""

    prefix: str
    name: str


def make_key(name: str) -> tuple[str, Key]:
    """Make a new secret and what is kept of it. The secret is shown once and never stored."""
    if not name.strip() or len(name) > _MAX_NAME or not name.isprintable():
        raise InvalidRequest(f"A key's name is 1 to {_MAX_NAME} printable characters.", param="name")
    secret = KEY_START + secrets.token_urlsafe(32)
    return secret, Key(prefix=secret[:_SHOWN], name=name.strip(), digest=digest_of(secret), created=time.time())


def digest_of(secret: str) -> str:
    """The SHA-256 of a secret in hex. A slow hash would add nothing: secrets carry 256 random bits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def admit(ring: KeyRing, secret: str | None) -> Caller:
    """Let the holder of an active key in; raises Unauthenticated for everybody else."""
    if not secret:
        raise Unauthenticated(
            "No API key was sent. Send the header `Authorization: Bearer YOUR_KEY`.", code="missing_api_key"
        )
    digest = digest_of(secret)
    found: Key | None = None
    for key in ring.list_keys():
        # No early way out: the time taken does not tell which key was nearly right.
        if hmac.compare_digest(key.digest, digest) and key.active:
            found = key
    if found is None:
        raise Unauthenticated("The API key is wrong or revoked. Make one with `pinxit keys create`.")
    return Caller(prefix=found.prefix, name=found.name)

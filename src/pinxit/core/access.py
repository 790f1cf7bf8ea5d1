"""Who may come in: keys are made, hashed and checked here, and `admit` is the only door."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from pinxit.core.archive import Key, KeyRing
from pinxit.core.errors import Forbidden, InvalidRequest, Unauthenticated

KEY_START = "sk-pinxit-"
_SHOWN = len(KEY_START) + 8  # leaves 35 secret characters, some 210 bits, that no listing shows
_MAX_NAME = 60


ROUTES = ("images", "chat", "gemini", "predictions", "batches")
"""What a key can be limited to: OpenAI's images, chats, Google's API, GPTProto's predictions, batches and files."""
ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks."""

    key: Key

    @property
    def prefix(self) -> str:
        return self.key.prefix

    @property
    def name(self) -> str:
        return self.key.name


def make_key(name: str, **terms: Any) -> tuple[str, Key]:
    """Make a new secret and what is kept of it. The secret is shown once and never stored.

    `terms` are Key's fields: expires, is_admin, models, routes, budgets, rate, at_once, priority.
    """
    check_name(name)
    secret = KEY_START + secrets.token_urlsafe(32)
    key = Key(prefix=secret[:_SHOWN], name=name.strip(), digest=digest_of(secret), created=time.time(), **terms)
    return secret, key


def check_name(name: str) -> None:
    """Raise InvalidRequest for what cannot be a key's name."""
    if not name.strip() or len(name) > _MAX_NAME or not name.isprintable():
        raise InvalidRequest(f"A key's name is 1 to {_MAX_NAME} printable characters.", param="name")


def digest_of(secret: str) -> str:
    """The SHA-256 of a secret in hex. A slow hash would add nothing: secrets carry 256 random bits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


async def admit(
    ring: KeyRing, secret: str | None, route: str = "", now: float | None = None, *, within: float = 0.0
) -> Caller:
    """Let the holder of an active key in; raises Unauthenticated for everybody else.

    `route` is one of ROUTES where the page belongs to one; raises Forbidden for keys that are not for it. `within` is
    for pages where the key is looked at once more before anything is done: so many seconds old it may be here.
    """
    if not secret:
        raise Unauthenticated(
            "No API key was sent. Send the header `Authorization: Bearer YOUR_KEY`.", code="missing_api_key"
        )
    # Looked up by the hash of 256 random bits: how long that takes tells nobody anything about the secret.
    key = await ring.find(digest_of(secret), within=within)
    if key is None or not key.active:
        raise Unauthenticated("The API key is wrong or revoked. Make one with `pinxit keys create`.")
    if key.expires is not None and key.expires <= (time.time() if now is None else now):
        raise Unauthenticated("The API key has expired. Ask whoever runs this server for another.")
    check_route(key, route)
    return Caller(key)


def check_route(key: Key, route: str) -> None:
    """Raise Forbidden where a key is not for this kind of pages."""
    if route == ADMIN and not key.is_admin:
        raise Forbidden("This page is for keys that may administer (`pinxit keys create --admin`).", code="no_admin")
    if route in ROUTES and key.routes and route not in key.routes:
        raise Forbidden(f"This key may use {', '.join(key.routes)}, not {route}.", code="route_not_allowed")


def check_model(key: Key, names: Iterable[str]) -> None:
    """Raise Forbidden where a key may use none of the names that a model was asked by and is served as."""
    if not key.models or any(fnmatchcase(name, pattern) for name in names for pattern in key.models):
        return
    raise Forbidden(
        f"This key may use the models {', '.join(key.models)} only.", param="model", code="model_not_allowed"
    )

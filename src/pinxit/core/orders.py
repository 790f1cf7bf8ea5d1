"""An order: what the web hands to the runner of jobs, and what can be known of it before anything is drawn."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pinxit import __version__
from pinxit.core.archive import Key
from pinxit.core.catalog import Entry
from pinxit.core.estimates import foretell
from pinxit.core.images import ImageRequest, Source
from pinxit.core.jobs import Job, make_job_id
from pinxit.core.limits import Spend, name_day
from pinxit.core.prices import Prices
from pinxit.core.records import pack_request

CachePolicy = Literal["off", "key", "shared"]
"""Who gets the result of an earlier request with the same seed: nobody, the same key, any key."""
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_LARGE = 256 * 1024  # bytes of source pictures above which they are hashed in a thread


@dataclass(frozen=True, slots=True)
class Order:
    """A request and how its caller wants it served."""

    route: str
    """What was called, as Job.route has it."""
    request: ImageRequest
    anew: str = ""
    """The words to draw from where the pictures that came along cannot be changed as wished; empty: refuse then."""
    manner: Mapping[str, Any] = field(default_factory=dict)
    """JSON: what the dialect needs to answer later. It also tells requests apart that ask for the same picture."""
    detached: bool = False
    """Answered at once; the work goes on without the caller."""
    idempotency: str | None = None
    again: bool = False
    """The client says that it tried before."""
    patience: float | None = None
    """Seconds that the client waits for an answer, where it says so."""
    webhook: str | None = None
    group: str | None = None
    urgency: int = 0
    """Added to the key's priority: batches have less."""


def take_fingerprint(order: Order) -> str:
    """SHA-256 in hex of what makes two orders of a key the same: route, request, pictures and manner."""
    request = order.request
    names = [hashlib.sha256(source.data).hexdigest() for source in request.sources]
    mask = hashlib.sha256(request.mask.data).hexdigest() if request.mask else None
    # Not the profile: it comes of headers, which a retry may have more of.
    manner = {name: value for name, value in order.manner.items() if name != "profile"}
    said = [order.route, pack_request(request, names, mask), order.anew, manner]
    return _digest(said)


def take_cache_key(order: Order, entry: Entry, owner: str) -> str | None:
    """What finds the same picture again; None where the model would not make it again or no seed was given.

    `owner` is empty where keys share their results.
    """
    if order.request.seed is None or not entry.card.deterministic:
        return None
    request = replace(order.request, model=entry.card.name, user=None, partials=0)
    # What makes its pictures again makes them in the format and the pixels that were meant.
    request = replace(request, format_said=True, quality_said=True, pixels_said=True)
    plain = Order("", request, order.anew)
    return _digest([owner, entry.engine.name, __version__, take_fingerprint(plain)])


async def draft(order: Order, key: Key, entry: Entry, prices: Prices, cache: CachePolicy) -> Job:
    """The job of an order, as it is handed in; much to hash is hashed in a thread."""
    now = time.time()
    owner = "" if cache == "shared" else key.prefix

    def digest() -> tuple[str, str | None]:
        return take_fingerprint(order), None if cache == "off" else take_cache_key(order, entry, owner)

    weight = sum(len(source.data) for source in list_sources(order.request))
    fingerprint, cache_key = await asyncio.to_thread(digest) if weight > _LARGE else digest()
    return Job(
        id=make_job_id(),
        owner=key.prefix,
        route=order.route,
        model=order.request.model,
        n=order.request.n,
        created=now,
        day=name_day(now),
        estimate=estimate(order, entry, prices),
        fingerprint=fingerprint,
        priority=choose_priority(order, key),
        detached=order.detached,
        manner=order.manner,
        idempotency=order.idempotency,
        cache_key=cache_key,
        webhook=order.webhook,
        group=order.group,
    )


def estimate(order: Order, entry: Entry, prices: Prices) -> Spend:
    """What an order will cost at most, as far as can be known."""
    return foretell(order.request, entry.card.name, prices)


def list_sources(request: ImageRequest) -> tuple[Source, ...]:
    """The source pictures of a request and its mask, in the order in which records name them."""
    return (*request.sources, *([request.mask] if request.mask else []))


def names_of(order: Order, entry: Entry) -> tuple[str, str]:
    """The model as it was asked for and as it is served: a key may be allowed either."""
    return order.request.model, entry.card.name


def choose_priority(order: Order, key: Key) -> int:
    return key.priority + order.urgency


def _digest(said: object) -> str:
    return hashlib.sha256(_JSON.encode(said).encode("utf-8", "surrogatepass")).hexdigest()

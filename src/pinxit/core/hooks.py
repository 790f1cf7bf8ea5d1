"""Webhooks: who wants to be told of what, and messages that their receiver can believe.

Signed as https://www.standardwebhooks.com says, version 1: the official clients of OpenAI check exactly that.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.core.jobs import Job, JobState

EVENTS = (
    "image.job.completed",
    "image.job.failed",
    "image.job.cancelled",
    "batch.completed",
    "batch.failed",
    "batch.expired",
    "batch.cancelled",
    "interaction.completed",
    "interaction.failed",
    "interaction.cancelled",
)
"""What webhooks can be told of, by the names that messages have as their type."""
TEST = "webhook.test"
"""The type of a message that was asked for, to see whether it arrives."""
MAX_WEBHOOKS = 20
"""How many a key may have."""
# By the route of a job: what it is called in a message, and how its id begins where it can be asked for.
_KIND = ("image.job", "job_")
_KINDS = {"interactions": ("interaction", "v1_")}
_SECRET = "whsec_"  # noqa: S105  (how each of them begins)


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that a key has named, and the events that it wants; none: all of them. Times are in Unix seconds."""

    id: str
    owner: str
    url: str
    secret: str = field(repr=False)
    events: tuple[str, ...] = ()
    created: float = 0.0
    disabled: float | None = None
    """When its receiver said that it is gone for good (status 410)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that is to be sent now. `tries` counts this one too."""

    id: str
    owner: str
    webhook: str | None
    url: str
    host: str
    event: str
    body: str = field(repr=False)
    tries: int
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a message. `answer` is a status, or a word where there was none: `timeout`, `unreachable`."""

    id: str
    event: str
    url: str
    job: str | None
    created: float
    tries: int
    due: float | None
    """When it is tried next."""
    done: float | None
    """Since when it is delivered or given up."""
    answer: str | None

    @property
    def state(self) -> str:
        if self.done is None:
            return "pending"
        return "delivered" if is_success(self.answer) else "failed"

    @property
    def status(self) -> int | None:
        return int(self.answer) if self.answer is not None and self.answer.isdigit() else None


class Load:
    """How much is being sent right now, and to whom: a receiver that is slow must not hold up the others.

    A key never takes more than half of the places that are left, so a few greedy ones do not take all of them.
    """

    def __init__(self, in_all: int = 64, per_key: int = 16, per_host: int = 4) -> None:
        self._most = (in_all, per_key, per_host)
        self._keys: Counter[str] = Counter()
        self._hosts: Counter[str] = Counter()

    @property
    def room(self) -> int:
        return self._most[0] - self._keys.total()

    @property
    def full_keys(self) -> list[str]:
        return [key for key, count in self._keys.items() if count >= self._share]

    @property
    def full_hosts(self) -> list[str]:
        return [host for host, count in self._hosts.items() if count >= self._most[2]]

    @property
    def _share(self) -> int:
        return min(self._most[1], max(1, self.room // 2))

    def take(self, key: str, host: str) -> bool:
        """Take a place, if there is one."""
        if self.room <= 0 or self._keys[key] >= self._share or self._hosts[host] >= self._most[2]:
            return False
        self._keys[key] += 1
        self._hosts[host] += 1
        return True

    def leave(self, key: str, host: str) -> None:
        self._keys[key] -= 1
        self._hosts[host] -= 1
        self._keys, self._hosts = +self._keys, +self._hosts  # what stands at nought is dropped

    def copy(self) -> Load:
        made = Load(*self._most)
        made._keys, made._hosts = self._keys.copy(), self._hosts.copy()
        return made


class HookStore(Protocol):
    """Where webhooks and messages are kept. Messages are written by whatever transaction they tell of."""

    async def add(self, webhook: Webhook, most: int) -> bool:
        """Keep a webhook unless its key has `most` already; tells whether it was kept."""
        ...

    async def list_webhooks(self, owner: str) -> Sequence[Webhook]:
        """Those of a key, oldest first."""
        ...

    async def find(self, webhook_id: str, owner: str) -> Webhook:
        """Raises NotFound for what is not there or not `owner`'s."""
        ...

    async def remove(self, webhook_id: str, owner: str, when: float) -> None:
        """Forget a webhook; messages on their way to it are given up. Raises NotFound as `find` does."""
        ...

    async def find_secret(self, owner: str) -> str:
        """What signs messages to addresses that only a request named; made when it is first asked for."""
        ...

    async def write_test(self, webhook: Webhook, when: float) -> Report:
        """Write a message of the type `webhook.test` to this webhook alone."""
        ...

    async def list_reports(self, webhook_id: str, owner: str, limit: int) -> Sequence[Report]:
        """What became of the messages to a webhook, newest first. Raises NotFound as `find` does."""
        ...

    async def claim(self, when: float, lease: float, load: Load) -> Sequence[Delivery]:
        """Messages that are due and for which `load` has room. Nobody else gets them for `lease` seconds."""
        ...

    async def settle(self, delivery: Delivery, when: float, answer: str, due: float | None) -> None:
        """Note what became of a try; `due` is when to try again, None: never. Not heard where it was claimed anew."""
        ...

    async def postpone(self, owner: str, host: str, when: float, due: float) -> None:
        """Try what is due from a key to a host later: nobody answers there."""
        ...

    async def disable(self, webhook_id: str, when: float, answer: str) -> None:
        """Send nothing more to a webhook, and give up what is on its way there."""
        ...

    async def tidy(self, when: float, kept: float, furthest: float) -> int:
        """Delete messages that were delivered or given up more than `kept` seconds ago; returns how many went. What is
        due in more than `furthest` seconds is due now: the clock was set back since.
        """
        ...


class Sender(Protocol):
    """Who posts messages to other hosts."""

    async def check_target(self, url: str) -> None:
        """Raise InvalidRequest, with `webhook` as its param, for an address that nothing would be sent to."""
        ...

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> str:
        """Send a message: the answer's status in digits, or a word for why there is none. Raises nothing."""
        ...


class NoSender:
    """A Sender for where nothing is sent."""

    async def check_target(self, url: str) -> None:
        raise Unsupported(
            "This server sends no webhooks (PINXIT_WEBHOOKS=off): ask for the job's state instead.",
            param="webhook",
            code="webhooks_off",
        )

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> str:
        return "off"


class Hooks:
    """What callers do with their webhooks."""

    def __init__(self, store: HookStore, sender: Sender, clock: Callable[[], float] = time.time) -> None:
        self.store = store
        self.sender = sender
        self._clock = clock

    async def check_target(self, url: str) -> None:
        """Raise InvalidRequest, with `webhook` as its param, for an address that nothing would be sent to."""
        await self.sender.check_target(url)

    async def register(self, owner: str, url: str, events: Sequence[str] = ()) -> Webhook:
        """Make a webhook with a secret of its own. Raises InvalidRequest with `url` or `events` as its param."""
        if unknown := [name for name in events if name not in EVENTS]:
            raise InvalidRequest(
                f"There is no event {unknown[0][:60]!r}; there are {', '.join(EVENTS)}.",
                param="events",
                code="invalid_value",
            )
        await self._check(url)
        wanted = tuple(dict.fromkeys(events))
        webhook = Webhook(f"we_{secrets.token_hex(8)}", owner, url, make_secret(), wanted, self._clock())
        if not await self.store.add(webhook, MAX_WEBHOOKS):
            raise InvalidRequest(
                f"This key has {MAX_WEBHOOKS} webhooks, which is the most: delete one first.", code="too_many_webhooks"
            )
        return webhook

    async def remove(self, webhook_id: str, owner: str) -> None:
        """Forget a webhook. Raises NotFound."""
        await self.store.remove(webhook_id, owner, self._clock())

    async def test(self, webhook_id: str, owner: str) -> Report:
        """Send a message to see whether it arrives. Raises NotFound, and InvalidRequest where none would be sent."""
        webhook = await self.store.find(webhook_id, owner)
        await self._check(webhook.url)
        if webhook.disabled is not None:
            raise InvalidRequest(
                "This webhook is disabled, since its receiver answered 410: delete it and make another.",
                code="webhook_disabled",
            )
        return await self.store.write_test(webhook, self._clock())

    async def _check(self, url: str) -> None:
        try:
            await self.sender.check_target(url)
        except InvalidRequest as refusal:
            refusal.param = "url"
            raise


def describe_end(job: Job, state: JobState, when: float) -> tuple[str, dict[str, Any]]:
    """The type of the message that tells of a job's end, and its data: never its pictures, nor the prompt."""
    kind, start = _KINDS.get(job.route, _KIND)
    error = None
    if job.failure is not None:
        error = {"code": job.failure.get("code"), "message": job.failure.get("message")}
    data = {
        "id": start + job.id.removeprefix("job_"),
        "object": kind,
        "status": str(state),
        "model": job.model,
        "created_at": int(job.created),
        "completed_at": int(when),
        "error": error,
    }
    return f"{kind}.{state}", data


def make_secret() -> str:
    """A new secret: `whsec_` and 32 random bytes in base64."""
    return _SECRET + base64.b64encode(secrets.token_bytes(32)).decode()


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """The signature `v1,...`: HMAC-SHA256 of id, timestamp (Unix seconds) and body with points between, in base64.

    Raises ValueError for what is no secret: `whsec_` and 24 to 64 bytes in base64.
    """
    try:
        key = base64.b64decode(secret.removeprefix(_SECRET), validate=True)
    except binascii.Error:
        key = b""
    if not secret.startswith(_SECRET) or not 24 <= len(key) <= 64:
        raise ValueError("a webhook's secret is whsec_ and 24 to 64 bytes in base64")
    said = f"{message_id}.{timestamp}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key, said, hashlib.sha256)).decode()}"


def write_headers(delivery: Delivery, when: float) -> dict[str, str]:
    """The headers of one try: all have the same id, each its own time, since late ones would look forged."""
    timestamp = int(when)
    return {
        "content-type": "application/json",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": sign(delivery.secret, delivery.id, timestamp, delivery.body.encode()),
    }


def name_host(url: str) -> str:
    """Host and port of an address that was checked before: what counts as one receiver."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def is_success(answer: str | None) -> bool:
    return answer is not None and len(answer) == 3 and answer.isdigit() and answer.startswith("2")

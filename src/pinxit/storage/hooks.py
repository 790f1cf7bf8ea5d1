"""Webhooks: who wants to be told of what, and the messages that are still due."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, text, update

from pinxit.core.errors import NotFound
from pinxit.core.hooks import TEST, Delivery, Load, Report, Webhook, describe_end, make_secret, name_host
from pinxit.core.jobs import Job, JobState
from pinxit.storage.database import Database
from pinxit.storage.tables import deliveries, keys, webhook_secrets, webhooks

_ENABLED = select(webhooks.c.id, webhooks.c.url, webhooks.c.events).where(
    webhooks.c.key == bindparam("owner"), webhooks.c.disabled.is_(None)
)
_KEEP_SECRET = text("INSERT INTO webhook_secrets (key, secret) VALUES (:key, :secret) ON CONFLICT (key) DO NOTHING")


def note_end(connection: Connection, job: Job, state: JobState, when: float) -> None:
    """Write the messages that the end of a job asks for, in the transaction that ends it.

    Attached jobs are told of only to an address of their own, and those of a batch not at all: it tells of itself.
    That of an interaction stands for the key's webhooks, as Google has it.
    """
    told = job.detached and job.group is None
    if not job.webhook and not told:
        return
    kind, data = describe_end(job, state, when)
    instead = not told or (bool(job.webhook) and job.route == "interactions")
    addressees = _choose(connection, job.owner, kind, job.webhook, instead=instead)
    _write(connection, job.owner, kind, (data, job.id), when, addressees)


def note_event(
    connection: Connection, key_prefix: str, kind: str, data: Mapping[str, Any], when: float, url: str | None = None
) -> None:
    """Write the messages of any event: to the key's webhooks that want it, and to `url`."""
    _write(connection, key_prefix, kind, (data, None), when, _choose(connection, key_prefix, kind, url))


_Addressee = tuple[str | None, str]  # a webhook's id, None for an address that was only named, and where to


def _choose(
    connection: Connection, owner: str, kind: str, named: str | None, *, instead: bool = False
) -> list[_Addressee]:
    """Who is told: an address that is also a webhook's is told once, with that webhook's signature."""
    known = connection.execute(_ENABLED, {"owner": owner})
    wanted: list[_Addressee] = [
        (row.id, row.url)
        for row in known
        if row.url == named or (not instead and (row.events == "[]" or kind in json.loads(row.events)))
    ]
    if named and named not in {url for _, url in wanted}:
        wanted.append((None, named))
    return wanted


def _write(
    connection: Connection,
    owner: str,
    kind: str,
    about: tuple[Mapping[str, Any], str | None],
    when: float,
    addressees: Iterable[_Addressee],
) -> list[str]:
    """Write one message to each; its text never changes any more. Returns their ids."""
    data, job = about
    message = {
        "id": f"evt_{secrets.token_hex(16)}",
        "object": "event",
        "type": kind,
        "created_at": int(when),
        "data": data,
    }
    body = json.dumps(message, ensure_ascii=True, separators=(",", ":"))
    rows = [
        {
            "id": f"wh_{secrets.token_hex(16)}",
            "key": owner,
            "webhook": webhook,
            "url": url,
            "host": name_host(url),
            "event": kind,
            "job": job,
            "body": body,
            "created": when,
            "tries": 0,
            "due": when,
        }
        for webhook, url in addressees
    ]
    if rows:
        connection.execute(insert(deliveries), rows)
    return [str(row["id"]) for row in rows]


class SqlHookStore:
    """A HookStore in the tables `webhooks`, `webhook_secrets` and `deliveries`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, webhook: Webhook, most: int) -> bool:
        def work(connection: Connection) -> bool:
            # Held until the end, so that two at once do not both find room.
            connection.execute(select(keys.c.prefix).where(keys.c.prefix == webhook.owner).with_for_update())
            count = select(func.count()).select_from(webhooks).where(webhooks.c.key == webhook.owner)
            if connection.execute(count).scalar_one() >= most:
                return False
            connection.execute(insert(webhooks), _pack(webhook))
            return True

        return await self._database.write(work)

    async def list_webhooks(self, owner: str) -> Sequence[Webhook]:
        look = select(webhooks).where(webhooks.c.key == owner).order_by(webhooks.c.created, webhooks.c.id)
        return await self._database.read(lambda connection: [_read(row) for row in connection.execute(look)])

    async def find(self, webhook_id: str, owner: str) -> Webhook:
        return await self._database.read(lambda connection: _find(connection, webhook_id, owner))

    async def remove(self, webhook_id: str, owner: str, when: float) -> None:
        def work(connection: Connection) -> None:
            _find(connection, webhook_id, owner)
            _give_up(connection, webhook_id, when, "webhook_deleted")
            connection.execute(delete(webhooks).where(webhooks.c.id == webhook_id))

        await self._database.write(work)

    async def find_secret(self, owner: str) -> str:
        return await self._database.write(lambda connection: _find_secrets(connection, {owner})[owner])

    async def write_test(self, webhook: Webhook, when: float) -> Report:
        def work(connection: Connection) -> Report:
            data = {"id": webhook.id, "object": "webhook_endpoint"}
            (made,) = _write(connection, webhook.owner, TEST, (data, None), when, [(webhook.id, webhook.url)])
            row = connection.execute(select(deliveries).where(deliveries.c.id == made)).one()
            return _report(row)

        return await self._database.write(work)

    async def list_reports(self, webhook_id: str, owner: str, limit: int) -> Sequence[Report]:
        def work(connection: Connection) -> list[Report]:
            _find(connection, webhook_id, owner)
            look = select(deliveries).where(deliveries.c.key == owner, deliveries.c.webhook == webhook_id)
            return [_report(row) for row in connection.execute(look.order_by(deliveries.c.number.desc()).limit(limit))]

        return await self._database.read(work)

    async def claim(self, when: float, lease: float, load: Load) -> Sequence[Delivery]:
        # Most looks find nothing, and a look takes no lock.
        if await self._database.read(lambda connection: connection.execute(_due(when, load, 1)).first()) is None:
            return []
        return await self._database.write(lambda connection: _claim(connection, when, lease, load.copy()))

    async def settle(self, delivery: Delivery, when: float, answer: str, due: float | None) -> None:
        mine = (deliveries.c.id == delivery.id, deliveries.c.tries == delivery.tries, deliveries.c.done.is_(None))
        change = update(deliveries).where(*mine)
        done = when if due is None else None
        await self._database.write(
            lambda connection: connection.execute(change.values(due=due, done=done, answer=answer))
        )

    async def postpone(self, owner: str, host: str, when: float, due: float) -> None:
        waiting = (deliveries.c.key == owner, deliveries.c.host == host, deliveries.c.due <= when)
        later = update(deliveries).where(*waiting).values(due=due)
        await self._database.write(lambda connection: connection.execute(later))

    async def disable(self, webhook_id: str, when: float, answer: str) -> None:
        def work(connection: Connection) -> None:
            connection.execute(update(webhooks).where(webhooks.c.id == webhook_id).values(disabled=when))
            _give_up(connection, webhook_id, when, answer)

        await self._database.write(work)

    async def tidy(self, when: float, kept: float, furthest: float) -> int:
        def work(connection: Connection) -> int:
            connection.execute(update(deliveries).where(deliveries.c.due > when + furthest).values(due=when))
            return connection.execute(delete(deliveries).where(deliveries.c.done < when - kept)).rowcount

        return await self._database.write(work)


def _pack(webhook: Webhook) -> dict[str, Any]:
    return {
        "id": webhook.id,
        "key": webhook.owner,
        "url": webhook.url,
        "secret": webhook.secret,
        "events": json.dumps(list(webhook.events)),
        "created": webhook.created,
        "disabled": webhook.disabled,
    }


def _read(row: Row[Any]) -> Webhook:
    return Webhook(row.id, row.key, row.url, row.secret, tuple(json.loads(row.events)), row.created, row.disabled)


def _report(row: Row[Any]) -> Report:
    return Report(
        row.id, row.event, row.url, row.job, row.created, tries=row.tries, due=row.due, done=row.done, answer=row.answer
    )


def _find(connection: Connection, webhook_id: str, owner: str) -> Webhook:
    look = select(webhooks).where(webhooks.c.id == webhook_id, webhooks.c.key == owner)
    row = connection.execute(look).one_or_none()
    if row is None:
        raise NotFound("There is no such webhook; GET /v1/webhooks lists those of your key.")
    return _read(row)


def _give_up(connection: Connection, webhook_id: str, when: float, answer: str) -> None:
    waiting = update(deliveries).where(deliveries.c.webhook == webhook_id, deliveries.c.done.is_(None))
    connection.execute(waiting.values(due=None, done=when, answer=answer))


def _due(when: float, load: Load, most: int) -> Select[Any]:
    """Messages that are due, not those to whom enough is being sent already."""
    ordered = select(deliveries).order_by(deliveries.c.due, deliveries.c.number).limit(most)
    look = ordered.where(deliveries.c.due <= when)
    if hosts := load.full_hosts:
        look = look.where(deliveries.c.host.not_in(hosts))
    if full := load.full_keys:
        look = look.where(deliveries.c.key.not_in(full))
    return look


def _claim(connection: Connection, when: float, lease: float, load: Load) -> list[Delivery]:
    # Two servers that look at once get different ones. SQLite has one writer anyway.
    look = _due(when, load, 4 * load.room).with_for_update(skip_locked=True)
    rows = [row for row in connection.execute(look) if load.take(row.key, row.host)]
    active = _find_active(connection, {row.webhook for row in rows if row.webhook is not None})
    own = _find_secrets(connection, {row.key for row in rows if row.webhook is None})
    revoked = _find_revoked(connection, {row.key for row in rows})
    claimed = []
    for row in rows:
        secret = own[row.key] if row.webhook is None else active.get(row.webhook)
        mine = update(deliveries).where(deliveries.c.number == row.number)
        if secret is None or row.key in revoked:
            answer = "webhook_deleted" if secret is None else "key_revoked"
            connection.execute(mine.values(due=None, done=when, answer=answer))
            continue
        connection.execute(mine.values(due=when + lease, tries=row.tries + 1))
        where = (row.id, row.key, row.webhook, row.url, row.host)
        claimed.append(Delivery(*where, event=row.event, body=row.body, tries=row.tries + 1, secret=secret))
    return claimed


def _find_active(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The secrets of those webhooks that are there and not disabled."""
    look = select(webhooks.c.id, webhooks.c.secret).where(webhooks.c.id.in_(ids), webhooks.c.disabled.is_(None))
    return {row.id: row.secret for row in connection.execute(look)} if ids else {}


def _find_revoked(connection: Connection, prefixes: Collection[str]) -> set[str]:
    look = select(keys.c.prefix).where(keys.c.prefix.in_(prefixes), keys.c.revoked.is_not(None))
    return set(connection.execute(look).scalars()) if prefixes else set()


def _find_secrets(connection: Connection, owners: Collection[str]) -> dict[str, str]:
    """The keys' own secrets; those that had none have one now."""
    look = select(webhook_secrets).where(webhook_secrets.c.key.in_(owners))
    found = {row.key: row.secret for row in connection.execute(look)} if owners else {}
    if missing := [owner for owner in owners if owner not in found]:
        connection.execute(_KEEP_SECRET, [{"key": owner, "secret": make_secret()} for owner in missing])
        found = {row.key: row.secret for row in connection.execute(look)}
    return found

"""What is written when something ends: a message for each who wants to know, in the same transaction."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, select

from pinxit.core.errors import NotFound
from pinxit.core.hooks import Load, Webhook, make_secret
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.dialects.gemini.interaction_resources import name_interaction
from pinxit.storage.database import Database
from pinxit.storage.hooks import SqlHookStore, note_end, note_event
from pinxit.storage.tables import deliveries, keys

_NOW = 1_700_000_000.5
_OWNER = "sk-pinxit-aaaaaaaa"


def _job(**changes: Any) -> Job:
    usual: dict[str, Any] = {
        "id": "job_1",
        "owner": _OWNER,
        "route": "images.generate",
        "model": "auto",
        "n": 1,
        "created": _NOW - 10,
        "day": "2023-11-14",
        "estimate": Spend(),
        "fingerprint": "f",
        "detached": True,
    }
    return Job(**{**usual, **changes})


def _webhook(number: int = 1, **changes: Any) -> Webhook:
    usual: dict[str, Any] = {
        "id": f"we_{number}",
        "owner": _OWNER,
        "url": f"https://{number}.example/x",
        "secret": make_secret(),
        "created": _NOW + number,
    }
    return Webhook(**{**usual, **changes})


def _register(database: Database, *webhooks: Webhook) -> SqlHookStore:
    store = SqlHookStore(database)

    async def run() -> None:
        for webhook in webhooks:
            assert await store.add(webhook, 20)

    asyncio.run(run())
    return store


def _end(database: Database, job: Job, state: JobState = JobState.COMPLETED) -> list[Mapping[str, Any]]:
    """The rows that the end of a job leaves behind."""
    asyncio.run(database.write(lambda connection: note_end(connection, job, state, _NOW)))
    return _rows(database)


def _rows(database: Database) -> list[Mapping[str, Any]]:
    look = select(deliveries).order_by(deliveries.c.number)
    return asyncio.run(database.read(lambda connection: [dict(row) for row in connection.execute(look).mappings()]))


def test_the_end_of_a_job_is_written_for_each_webhook_of_its_key(database: Database) -> None:
    others = _webhook(3, owner="sk-pinxit-bbbbbbbb")
    _register(database, _webhook(1), _webhook(2), others)
    rows = _end(database, _job())
    assert [(row["webhook"], row["url"], row["host"]) for row in rows] == [
        ("we_1", "https://1.example/x", "1.example"),
        ("we_2", "https://2.example/x", "2.example"),
    ]
    assert len({row["id"] for row in rows}) == 2
    assert all((row["key"], row["job"], row["due"], row["tries"]) == (_OWNER, "job_1", _NOW, 0) for row in rows)


def test_a_message_says_what_ended_and_how_and_carries_no_picture(database: Database) -> None:
    _register(database, _webhook())
    outcome = {"pictures": [{"name": "0123.png"}]}
    (row,) = _end(database, _job(outcome=outcome, manner={"safety_identifier": "x"}))
    said = json.loads(row["body"])
    assert said.pop("id").startswith("evt_")
    assert said == {
        "object": "event",
        "type": "image.job.completed",
        "created_at": 1_700_000_000,
        "data": {
            "id": "job_1",
            "object": "image.job",
            "status": "completed",
            "model": "auto",
            "created_at": 1_699_999_990,
            "completed_at": 1_700_000_000,
            "error": None,
        },
    }


def test_a_failure_is_told_with_its_code_and_words(database: Database) -> None:
    _register(database, _webhook())
    failure = {"kind": "Blocked", "message": "No.", "param": "prompt", "code": "moderation_blocked", "reason": "safety"}
    (row,) = _end(database, _job(failure=failure), JobState.FAILED)
    said = json.loads(row["body"])
    assert said["type"] == "image.job.failed"
    assert said["data"]["error"] == {"code": "moderation_blocked", "message": "No."}


def test_a_webhook_is_told_of_the_events_that_it_asked_for(database: Database) -> None:
    _register(database, _webhook(1, events=("image.job.failed",)), _webhook(2, events=("batch.completed",)))
    assert _end(database, _job()) == []
    assert [row["webhook"] for row in _end(database, _job(), JobState.FAILED)] == ["we_1"]


def test_a_request_names_an_address_of_its_own(database: Database) -> None:
    _register(database, _webhook())
    rows = _end(database, _job(webhook="https://own.example:8443/y?token=1"))
    assert [(row["webhook"], row["url"], row["host"]) for row in rows] == [
        ("we_1", "https://1.example/x", "1.example"),
        (None, "https://own.example:8443/y?token=1", "own.example:8443"),
    ]


def test_an_address_that_is_a_webhook_too_is_told_once_and_whatever_it_asked_for(database: Database) -> None:
    _register(database, _webhook(1, events=("batch.completed",)), _webhook(2))
    rows = _end(database, _job(webhook="https://1.example/x"))
    assert [row["webhook"] for row in rows] == ["we_1", "we_2"]


def test_attached_jobs_are_told_of_to_their_own_address_alone(database: Database) -> None:
    _register(database, _webhook())
    assert _end(database, _job(detached=False)) == []
    rows = _end(database, _job(detached=False, webhook="https://own.example/y"))
    assert [row["url"] for row in rows] == ["https://own.example/y"]


def test_the_jobs_of_a_batch_are_not_told_of(database: Database) -> None:
    _register(database, _webhook())
    assert _end(database, _job(group="batch_1")) == []


def test_an_attached_job_without_an_address_asks_the_database_nothing(database: Database) -> None:
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: object) -> None:
        asked.append(statement)

    def work(connection: Connection) -> None:
        asked.clear()
        note_end(connection, _job(detached=False), JobState.COMPLETED, _NOW)
        assert asked == []
        note_end(connection, _job(), JobState.COMPLETED, _NOW)
        assert len(asked) == 1

    event.listen(database.engine, "before_cursor_execute", note)
    asyncio.run(database.write(work))


def test_a_message_is_written_with_what_it_tells_of_or_not_at_all(database: Database) -> None:
    _register(database, _webhook())

    def work(connection: Connection) -> None:
        note_end(connection, _job(), JobState.COMPLETED, _NOW)
        raise NotFound("the rest of the transaction fails")

    with pytest.raises(NotFound):
        asyncio.run(database.write(work))
    assert _rows(database) == []


def test_an_interaction_is_told_of_by_its_own_name_and_to_its_addresses_instead(database: Database) -> None:
    _register(database, _webhook())
    job = _job(id=f"job_{'a' * 32}", route="interactions")
    (row,) = _end(database, replace(job, webhook="https://own.example/y"))
    said = json.loads(row["body"])
    assert (row["url"], row["event"]) == ("https://own.example/y", "interaction.completed")
    assert said["data"]["object"] == "interaction"
    assert said["data"]["id"] == name_interaction(job.id)
    assert [row["webhook"] for row in _end(database, job)] == [None, "we_1"]


def test_a_batch_writes_its_own_event(database: Database) -> None:
    _register(database, _webhook(1, events=("batch.completed",)), _webhook(2, events=("batch.failed",)))
    data = {"id": "batch_1"}
    asyncio.run(
        database.write(
            lambda connection: note_event(connection, _OWNER, "batch.completed", data, _NOW, "https://own.example/b")
        )
    )
    rows = _rows(database)
    assert [row["webhook"] for row in rows] == ["we_1", None]
    assert len({json.loads(row["body"])["id"] for row in rows}) == 1
    assert json.loads(rows[0]["body"])["data"] == data


def test_a_webhook_is_found_by_its_key_alone(database: Database) -> None:
    store = _register(database, _webhook(1), _webhook(2))

    async def run() -> None:
        assert [webhook.id for webhook in await store.list_webhooks(_OWNER)] == ["we_1", "we_2"]
        assert await store.list_webhooks("sk-pinxit-bbbbbbbb") == []
        assert (await store.find("we_1", _OWNER)).url == "https://1.example/x"
        for use in (
            store.find("we_1", "sk-pinxit-bbbbbbbb"),
            store.remove("we_1", "sk-pinxit-bbbbbbbb", _NOW),
            store.list_reports("we_1", "sk-pinxit-bbbbbbbb", 10),
            store.find("we_9", _OWNER),
        ):
            with pytest.raises(NotFound):
                await use

    asyncio.run(run())


def test_a_key_has_only_so_many_webhooks_also_when_it_makes_them_at_once(database: Database) -> None:
    store = SqlHookStore(database)
    key = {"prefix": _OWNER, "digest": "d", "name": "n", "created": _NOW, "is_admin": False}
    key |= {"models": "[]", "routes": "[]", "budgets": "[]", "priority": 0}

    async def run() -> list[bool]:
        await database.write(lambda connection: connection.execute(insert(keys), key))
        return await asyncio.gather(*(store.add(_webhook(number), 20) for number in range(60)))

    assert sum(asyncio.run(run())) == 20


def test_a_key_has_one_secret_for_addresses_that_requests_name_whoever_asks_first(database: Database) -> None:
    store = SqlHookStore(database)

    async def run() -> set[str]:
        return set(await asyncio.gather(*(store.find_secret(_OWNER) for _ in range(30))))

    first = asyncio.run(run())
    assert len(first) == 1
    assert asyncio.run(run()) == first
    assert asyncio.run(store.find_secret("sk-pinxit-bbbbbbbb")) not in first


def test_a_message_is_claimed_once_however_many_servers_look(database: Database) -> None:
    store = _register(database, _webhook())
    for number in range(40):
        _end(database, _job(id=f"job_{number}"))
    other = SqlHookStore(Database(database.engine.url.render_as_string(hide_password=False)))

    async def run() -> list[str]:
        looks = [(store, other)[number % 2].claim(_NOW + 1, 60, Load(20, 5, 5)) for number in range(12)]
        try:
            return [delivery.id for found in await asyncio.gather(*looks) for delivery in found]
        finally:
            await other._database.close()

    claimed = asyncio.run(run())
    assert len(claimed) == len(set(claimed))
    assert len(claimed) >= 5


def test_what_was_claimed_is_due_again_when_its_server_said_nothing_for_a_minute(database: Database) -> None:
    store = _register(database, _webhook())
    _end(database, _job())

    async def run() -> None:
        (first,) = await store.claim(_NOW, 60, Load())
        assert await store.claim(_NOW + 59, 60, Load()) == []
        (second,) = await store.claim(_NOW + 61, 60, Load())
        assert (second.id, second.tries) == (first.id, 2)
        await store.settle(first, _NOW + 62, "200", None)  # what the first one says now is not heard
        (report,) = await store.list_reports("we_1", _OWNER, 10)
        assert report.state == "pending"
        await store.settle(second, _NOW + 63, "204", None)
        (report,) = await store.list_reports("we_1", _OWNER, 10)
        assert (report.state, report.status, report.tries) == ("delivered", 204, 2)

    asyncio.run(run())


def test_a_clock_that_was_set_back_holds_nothing_up(database: Database) -> None:
    store = _register(database, _webhook())
    _end(database, _job())
    before = _NOW - 400 * 86_400

    async def run() -> None:
        assert await store.claim(before, 60, Load()) == []
        assert await store.tidy(before, 60, 86_400) == 0
        assert len(await store.claim(before, 60, Load())) == 1

    asyncio.run(run())


def test_one_slow_host_and_one_busy_key_leave_room_for_others(database: Database) -> None:
    store = _register(database, _webhook(1), _webhook(2, owner="sk-pinxit-bbbbbbbb"))
    for number in range(30):
        _end(database, _job(id=f"job_{number}"))
    _end(database, _job(owner="sk-pinxit-bbbbbbbb"))
    load = Load(in_all=8, per_key=6, per_host=3)

    async def run() -> list[str]:
        hosts = []
        while claimed := await store.claim(_NOW, 60, load):
            for delivery in claimed:
                assert load.take(delivery.owner, delivery.host)
                hosts.append(delivery.host)
        return hosts

    assert sorted(asyncio.run(run())) == ["1.example"] * 3 + ["2.example"]


def test_messages_to_a_webhook_that_was_deleted_are_given_up(database: Database) -> None:
    store = _register(database, _webhook(1))
    _end(database, _job())
    asyncio.run(store.remove("we_1", _OWNER, _NOW))
    assert asyncio.run(store.claim(_NOW + 1, 60, Load())) == []
    assert [(row["due"], row["answer"]) for row in _rows(database)] == [(None, "webhook_deleted")]


def test_messages_of_a_revoked_key_are_given_up(database: Database) -> None:
    store = _register(database, _webhook())
    _end(database, _job())
    key = {"prefix": _OWNER, "digest": "d", "name": "n", "created": _NOW, "is_admin": False, "revoked": _NOW}
    key |= {"models": "[]", "routes": "[]", "budgets": "[]", "priority": 0}
    asyncio.run(database.write(lambda connection: connection.execute(insert(keys), key)))
    assert asyncio.run(store.claim(_NOW + 1, 60, Load())) == []
    assert [(row["due"], row["answer"]) for row in _rows(database)] == [(None, "key_revoked")]


def test_old_messages_are_forgotten_when_they_are_over(database: Database) -> None:
    store = _register(database, _webhook(1), _webhook(2))
    _end(database, _job())

    async def run() -> int:
        first, _ = await store.claim(_NOW, 60, Load())
        await store.settle(first, _NOW, "200", None)
        assert await store.tidy(_NOW + 59, 60, 86_400) == 0
        return await store.tidy(_NOW + 61, 60, 86_400)

    assert asyncio.run(run()) == 1
    assert len(_rows(database)) == 1

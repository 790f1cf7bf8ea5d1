"""Messages on their way: sent, sent again, and given up, with a real receiver and a clock that the test turns."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from network.receivers import Behaviour, Message, Receiver
from pinxit.core.delivering import DELAYS, Deliverer
from pinxit.core.errors import InvalidRequest, StorageAway
from pinxit.core.hooks import Delivery, Hooks, Load, Report, Webhook
from pinxit.network.posting import GuardedSender
from pinxit.storage.database import Database
from pinxit.storage.hooks import SqlHookStore, note_event

_OWNER = "sk-pinxit-aaaaaaaa"
_START = 1_700_000_000.0


class _Post:
    """A key's webhooks, the deliverer, and the clock of both."""

    def __init__(self, database: Database, receiver: Receiver, **options: Any) -> None:
        self.now = _START
        self.database, self.receiver = database, receiver
        self.store = SqlHookStore(database)
        self.sender = GuardedSender(["127.0.0.1", "127.0.0.2"], seconds=options.pop("seconds", 2.0))
        self.hooks = Hooks(self.store, self.sender, lambda: self.now)
        self.options = {"clock": lambda: self.now, "chance": lambda: 0.0, **options}
        self.deliverer = Deliverer(self.store, self.sender, **self.options)

    async def register(self, path: str = "/hook", owner: str = _OWNER) -> Webhook:
        return await self.hooks.register(owner, f"http://127.0.0.1:{self.receiver.port}{path}")

    async def write(self, owner: str = _OWNER, url: str | None = None, count: int = 1) -> None:
        for number in range(count):
            told = {"id": f"batch_{number}"}

            def work(connection: Connection, told: dict[str, str] = told) -> None:
                note_event(connection, owner, "batch.completed", told, self.now, url)

            await self.database.write(work)

    async def deliver(self, later: float = 0.0) -> int:
        self.now += later
        return await self.deliverer.deliver_due()

    async def report(self, webhook: Webhook) -> Report:
        return (await self.store.list_reports(webhook.id, webhook.owner, 1))[0]


def _run(database: Database, use: Callable[[_Post], Awaitable[None]], *answers: Behaviour, **options: Any) -> Receiver:
    async def run() -> Receiver:
        async with Receiver(*answers).running() as receiver:
            await use(_Post(database, receiver, **options))
            return receiver

    return asyncio.run(run())


def _is_signed(message: Message, secret: str) -> bool:
    """As the specification says it, without any code of ours."""
    key = base64.b64decode(secret.split("_", 1)[1])
    said = b".".join([message.headers["webhook-id"].encode(), message.headers["webhook-timestamp"].encode()])
    right = base64.b64encode(hmac.new(key, said + b"." + message.body, hashlib.sha256).digest()).decode()
    return f"v1,{right}" in message.headers["webhook-signature"].split()


def test_a_message_arrives_signed_with_its_webhooks_secret(database: Database) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write()
        assert await post.deliver(1) == 1
        assert await post.deliver(86_400) == 0
        (message,) = post.receiver.messages
        assert message.event["type"] == "batch.completed"
        assert _is_signed(message, webhook.secret)
        assert message.headers["webhook-timestamp"] == str(int(_START) + 1)
        report = await post.report(webhook)
        assert (report.state, report.status, report.tries) == ("delivered", 200, 1)

    _run(database, use)


def test_an_address_that_only_a_request_named_gets_the_keys_own_signature(database: Database) -> None:
    async def use(post: _Post) -> None:
        await post.write(url=post.receiver.url)
        await post.deliver()
        assert _is_signed(post.receiver.messages[0], await post.store.find_secret(_OWNER))

    _run(database, use)


@pytest.mark.parametrize("first", [500, 404, 302, b"nonsense\r\n\r\n"])
def test_a_failed_try_is_repeated_under_the_same_id_with_a_new_time(database: Database, first: Behaviour) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write()
        await post.deliver()
        assert (await post.report(webhook)).state == "pending"
        assert await post.deliver(4.9) == 0
        assert await post.deliver(0.2) == 1
        one, two = post.receiver.messages
        assert one.headers["webhook-id"] == two.headers["webhook-id"]
        assert one.body == two.body
        assert int(two.headers["webhook-timestamp"]) == int(one.headers["webhook-timestamp"]) + 5
        assert _is_signed(two, webhook.secret)
        assert (await post.report(webhook)).state == "delivered"

    _run(database, use, first, 200)


def test_a_receiver_that_does_not_answer_is_tried_again(database: Database) -> None:
    async def hang(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write()
        await post.deliver()
        assert (await post.report(webhook)).answer == "timeout"
        await post.deliver(6)
        assert (await post.report(webhook)).state == "delivered"

    _run(database, use, hang, 200, seconds=0.5)


def test_a_message_is_tried_for_a_day_and_given_up(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register("/hook?token=hidden")
        await post.write()
        await post.deliver()
        for delay in DELAYS:
            assert await post.deliver(delay - 1) == 0
            assert await post.deliver(1) == 1
        report = await post.report(webhook)
        assert (report.state, report.status, report.tries) == ("failed", 503, len(DELAYS) + 1)
        assert post.now - _START == 86_400
        assert await post.deliver(10 * 86_400) == 0

    with caplog.at_level(logging.DEBUG, logger="pinxit"):
        receiver = _run(database, use, 503)
    assert len({message.headers["webhook-id"] for message in receiver.messages}) == 1
    assert "is given up: 503" in caplog.text
    assert "hidden" not in caplog.text
    assert "whsec" not in caplog.text
    assert "batch_0" not in caplog.text


def test_tries_that_failed_together_are_spread_and_never_later_than_said(database: Database) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register()
        chances = iter([0.0, 0.5, 1.0])
        post.deliverer = Deliverer(post.store, post.sender, clock=lambda: post.now, chance=lambda: next(chances))
        await post.write(count=3)
        await post.deliver()
        due = sorted(report.due or 0 for report in await post.store.list_reports(webhook.id, _OWNER, 9))
        assert [round(when - post.now, 2) for when in due] == [4.5, 4.75, 5.0]

    _run(database, use, 500)


def test_a_receiver_that_is_gone_disables_its_webhook(database: Database) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write()
        await post.write(count=2)
        post.deliverer = Deliverer(post.store, post.sender, load=Load(1, 1, 1), clock=lambda: post.now)
        assert await post.deliver() == 1
        assert await post.deliver(7 * 86_400) == 0
        assert (await post.store.find(webhook.id, _OWNER)).disabled == _START
        states = {report.state for report in await post.store.list_reports(webhook.id, _OWNER, 9)}
        assert states == {"failed"}
        await post.write()
        assert await post.deliver() == 0
        with pytest.raises(InvalidRequest, match="disabled"):
            await post.hooks.test(webhook.id, _OWNER)

    assert len(_run(database, use, 410).messages) == 1


def test_a_test_message_goes_to_one_webhook_whatever_it_asked_for(database: Database) -> None:
    async def use(post: _Post) -> None:
        url = f"http://127.0.0.1:{post.receiver.port}/a"
        webhook = await post.hooks.register(_OWNER, url, ["batch.failed"])
        await post.register("/b")
        report = await post.hooks.test(webhook.id, _OWNER)
        assert (report.state, report.event) == ("pending", "webhook.test")
        await post.deliver()
        (message,) = post.receiver.messages
        assert (message.path, message.event["type"]) == ("/a", "webhook.test")
        assert message.event["data"] == {"id": webhook.id, "object": "webhook_endpoint"}

    _run(database, use)


def test_a_test_message_is_tried_once(database: Database) -> None:
    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.hooks.test(webhook.id, _OWNER)
        assert await post.deliver() == 1
        report = await post.report(webhook)
        assert (report.state, report.status) == ("failed", 500)
        assert await post.deliver(86_400) == 0

    _run(database, use, 500)


def test_a_slow_receiver_does_not_hold_up_others(database: Database) -> None:
    async def use(post: _Post) -> None:
        other = Receiver()
        async with other.running():
            await post.register("/slow")
            await post.hooks.register("sk-pinxit-bbbbbbbb", other.url)
            await post.write(count=30)
            await post.write("sk-pinxit-bbbbbbbb", count=5)
            forever = asyncio.create_task(post.deliverer.deliver_forever())
            try:
                await other.wait_for(5)
                assert post.receiver.busy == 2
                post.receiver.let_go.set()
                await post.receiver.wait_for(30)
            finally:
                forever.cancel()
                await asyncio.gather(forever, return_exceptions=True)

    assert _run(database, use, load=Load(8, 6, 2), seconds=30).most_at_once == 2


def test_two_servers_send_each_message_once(database: Database) -> None:
    async def use(post: _Post) -> None:
        await post.register()
        await post.write(count=40)
        other = Deliverer(SqlHookStore(post.database), post.sender, **post.options)
        await asyncio.gather(post.deliverer.deliver_due(), other.deliver_due())
        await post.deliver(30)

    ids = [message.headers["webhook-id"] for message in _run(database, use).messages]
    assert len(ids) == len(set(ids)) == 40


def test_what_is_under_way_when_the_server_stops_is_due_at_once_for_the_next(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pinxit.core.delivering._PARTING", 0.1)

    async def use(post: _Post) -> None:
        webhook = await post.register("/slow")
        await post.write()
        forever = asyncio.create_task(post.deliverer.deliver_forever())
        await post.receiver.wait_for(1)
        forever.cancel()
        await asyncio.gather(forever, return_exceptions=True)
        assert (await post.report(webhook)).due == post.now
        post.receiver.let_go.set()
        await post.deliver()
        assert (await post.report(webhook)).state == "delivered"

    _run(database, use, seconds=30)


def test_a_database_that_goes_away_is_told_in_the_log_and_ends_nothing(
    database: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pinxit.core.delivering._POLL", 0.01)

    async def use(post: _Post) -> None:
        await post.register()
        await post.write()
        right, broken = post.store.claim, 3

        async def claim(*told: Any) -> Any:
            nonlocal broken
            broken -= 1
            if broken >= 0:
                raise StorageAway("The database is away.")
            return await right(*told)

        monkeypatch.setattr(post.store, "claim", claim)
        forever = asyncio.create_task(post.deliverer.deliver_forever())
        await post.receiver.wait_for(1)
        forever.cancel()
        await asyncio.gather(forever, return_exceptions=True)

    _run(database, use)
    assert caplog.text.count("no webhooks are sent for now: The database is away.") == 1


def test_a_message_whose_answer_could_not_be_noted_is_sent_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use(post: _Post) -> None:
        await post.register()
        await post.write()

        async def settle(delivery: Delivery, *told: Any) -> None:
            raise StorageAway("The database is away.")

        with monkeypatch.context() as patch:
            patch.setattr(post.store, "settle", settle)
            await post.deliver()
        assert await post.deliver(30) == 0
        assert await post.deliver(31) == 1

    ids = [message.headers["webhook-id"] for message in _run(database, use).messages]
    assert len(ids) == 2
    assert len(set(ids)) == 1


@pytest.mark.parametrize("events", [["nonsense"], ["image.job.completed", "*"]])
def test_a_webhook_for_an_event_that_does_not_exist_is_refused(database: Database, events: list[str]) -> None:
    async def use(post: _Post) -> None:
        with pytest.raises(InvalidRequest, match="There is no event") as refusal:
            await post.hooks.register(_OWNER, post.receiver.url, events)
        assert refusal.value.param == "events"

    _run(database, use)


def test_a_private_address_is_refused_when_it_is_registered(database: Database) -> None:
    async def use(post: _Post) -> None:
        with pytest.raises(InvalidRequest) as refusal:
            await post.hooks.register(_OWNER, "https://10.0.0.1/x")
        assert refusal.value.param == "url"
        assert await post.store.list_webhooks(_OWNER) == []

    _run(database, use)


def test_the_twenty_first_webhook_of_a_key_is_refused(database: Database) -> None:
    async def use(post: _Post) -> None:
        for number in range(20):
            await post.register(f"/{number}")
        with pytest.raises(InvalidRequest, match="20 webhooks"):
            await post.register("/20")
        await post.register("/20", "sk-pinxit-bbbbbbbb")

    _run(database, use)


def test_a_host_where_nobody_answers_is_left_alone_and_its_messages_wait(database: Database) -> None:
    async def hang(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write(count=30)
        assert await post.deliver() == 4
        assert await post.deliver() == 0
        reports = await post.store.list_reports(webhook.id, _OWNER, 50)
        assert sorted(report.tries for report in reports) == [0] * 26 + [1] * 4
        assert all(report.due is not None and report.due > post.now for report in reports)
        post.receiver.answers = [200]
        await post.deliver(700)
        states = {report.state for report in await post.store.list_reports(webhook.id, _OWNER, 50)}
        assert states == {"delivered"}

    _run(database, use, hang, seconds=0.5)


def test_greedy_keys_leave_places_for_others() -> None:
    load = Load(in_all=64, per_key=16, per_host=4)
    for key in range(5):
        for host in range(100):
            load.take(f"greedy-{key}", f"{key}-{host}.example")
    assert load.room > 0
    assert load.take("modest", "modest.example")


def test_a_sweep_runs_beside_the_deliveries(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.core.delivering._POLL", 0.01)

    async def use(post: _Post) -> None:
        webhook = await post.register()
        await post.write()
        await post.deliver()
        post.now += 8 * 86_400
        forever = asyncio.create_task(post.deliverer.deliver_forever())
        try:
            for _ in range(1000):
                if not await post.store.list_reports(webhook.id, _OWNER, 1):
                    break
                await asyncio.sleep(0.02)
            else:
                pytest.fail("nothing was swept")
        finally:
            forever.cancel()
            await asyncio.gather(forever, return_exceptions=True)

    _run(database, use)

"""`/v1/webhooks` without a socket: what is taken, what is refused, and what an answer never holds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from pinxit.core.access import make_key
from pinxit.core.delivering import Deliverer
from pinxit.core.hooks import Hooks, NoSender
from pinxit.network.posting import GuardedSender
from pinxit.testing import FakeEngine, FakeSender, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_URL = "https://example.com/hooks/pinxit"
_JOB = {"model": "auto", "prompt": "a fox", "size": "64x64", "async": True}


def _meet(use: Callable[[httpx.AsyncClient, Hooks], Awaitable[None]], sender: Any = None, **fields: Any) -> None:
    """Speak to a server of one's own; its messages are sent by the test."""

    async def run() -> None:
        desk = make_desk(FakeEngine(), _KEY, **fields)
        if sender is not None:
            assert desk.hooks is not None
            desk.hooks.sender = sender
        transport = httpx.ASGITransport(build_app(desk), raise_app_exceptions=False)
        headers = {"authorization": f"Bearer {_SECRET}"}
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit", headers=headers) as client:
            await use(client, desk.hooks)  # type: ignore[arg-type]
        await desk.jobs.stop(5.0)
        await desk.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": None}, "url"),
        ({"url": 7}, "url"),
        ({"url": "x" * 2049}, "url"),
        ({"url": _URL, "events": "image.job.completed"}, "events"),
        ({"url": _URL, "events": ["image.job.completed"] * 11}, "events"),
        ({"url": _URL, "events": [7]}, "events[0]"),
        ({"url": _URL, "events": ["image.job.finished"]}, "events"),
    ],
)
def test_a_body_that_is_wrong_is_refused_with_its_field_named(body: Any, param: str) -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        answer = await client.post("/v1/webhooks", json=body)
        assert answer.status_code == 400, answer.text
        assert answer.json()["error"]["param"] == param

    _meet(use)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"url": "https://\\ud800.example/"}', b"\xff"])
def test_a_body_that_is_no_object_is_refused(body: bytes) -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        answer = await client.post("/v1/webhooks", content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 400, answer.text

    _meet(use, GuardedSender())


def test_a_body_that_is_too_large_is_refused() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        answer = await client.post("/v1/webhooks", json={"url": _URL, "more": "x" * 70_000})
        assert answer.status_code == 413

    _meet(use)


def test_no_page_is_open_without_a_key() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        for method, path in [
            ("POST", "/v1/webhooks"),
            ("GET", "/v1/webhooks"),
            ("GET", "/v1/webhooks/secret"),
            ("GET", "/v1/webhooks/we_1"),
            ("DELETE", "/v1/webhooks/we_1"),
            ("POST", "/v1/webhooks/we_1/test"),
            ("GET", "/v1/webhooks/we_1/deliveries"),
        ]:
            answer = await client.request(method, path, headers={"authorization": "Bearer sk-pinxit-wrong"})
            assert answer.status_code == 401, path

    _meet(use)


def test_the_secret_is_told_once_and_kept_out_of_caches() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        made = await client.post("/v1/webhooks", json={"url": _URL})
        secret = made.json()["secret"]
        assert made.headers["cache-control"] == "no-store"
        for path in ("/v1/webhooks", f"/v1/webhooks/{made.json()['id']}"):
            assert secret not in (await client.get(path)).text

    _meet(use)


def test_the_twenty_first_webhook_is_refused_with_what_to_do() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        answers = [await client.post("/v1/webhooks", json={"url": _URL}) for _ in range(21)]
        assert [answer.status_code for answer in answers] == [200] * 20 + [400]
        assert answers[-1].json()["error"]["code"] == "too_many_webhooks"
        assert "delete one" in answers[-1].json()["error"]["message"]

    _meet(use)


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "1.5", "", "٣", "9" * 5000, "000001000000"])
def test_a_limit_that_is_wrong_is_refused(limit: str) -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        made = (await client.post("/v1/webhooks", json={"url": _URL})).json()
        answer = await client.get(f"/v1/webhooks/{made['id']}/deliveries", params={"limit": limit})
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, "limit")

    _meet(use)


def test_deliveries_are_listed_newest_first_and_say_whether_there_are_more() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        made = (await client.post("/v1/webhooks", json={"url": _URL})).json()
        path = f"/v1/webhooks/{made['id']}"
        sent = [(await client.post(f"{path}/test")).json()["id"] for _ in range(3)]
        page = (await client.get(f"{path}/deliveries", params={"limit": 2})).json()
        assert [one["id"] for one in page["data"]] == sent[:0:-1]
        assert page["has_more"]
        sender = FakeSender()
        assert await Deliverer(hooks.store, sender).deliver_due() == 3
        assert [headers["webhook-id"] for _, headers, _ in sender.sent] == sent
        page = (await client.get(f"{path}/deliveries")).json()
        assert {one["state"] for one in page["data"]} == {"delivered"}
        assert not page["has_more"]
        assert all(one["next_try_at"] is None and one["ended_at"] for one in page["data"])

    _meet(use)


def test_a_disabled_webhook_says_so() -> None:
    class Gone(FakeSender):
        async def post(self, *told: Any) -> str:
            return "410"

    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        made = (await client.post("/v1/webhooks", json={"url": _URL})).json()
        await client.post(f"/v1/webhooks/{made['id']}/test")
        await Deliverer(hooks.store, Gone()).deliver_due()
        assert (await client.get(f"/v1/webhooks/{made['id']}")).json()["status"] == "disabled"
        refused = await client.post(f"/v1/webhooks/{made['id']}/test")
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "webhook_disabled")

    _meet(use)


def test_a_server_that_sends_nothing_says_so_and_takes_no_job_that_wants_it() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        for path, body in (("/v1/webhooks", {"url": _URL}), ("/v1/images/generations", {**_JOB, "webhook": _URL})):
            answer = await client.post(path, json=body)
            assert (answer.status_code, answer.json()["error"]["code"]) == (400, "webhooks_off")

    _meet(use, NoSender())


def test_a_server_without_webhooks_has_no_such_pages() -> None:
    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        assert (await client.get("/v1/webhooks")).status_code == 404

    _meet(use, hooks=None)


def test_the_end_of_a_job_is_a_message_for_its_own_address() -> None:
    sender = FakeSender()

    async def use(client: httpx.AsyncClient, hooks: Hooks) -> None:
        job = (await client.post("/v1/images/generations", json={**_JOB, "webhook": _URL})).json()
        deliverer = Deliverer(hooks.store, sender)
        for _ in range(500):
            if await deliverer.deliver_due():
                break
            await asyncio.sleep(0.02)
        ((url, headers, body),) = sender.sent
        assert url == _URL
        assert job["id"].encode() in body
        assert b"a fox" not in body
        assert headers["webhook-signature"].startswith("v1,")

    _meet(use)

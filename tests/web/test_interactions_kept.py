"""Stored interactions over HTTP: whose they are, what they forget, and what cannot be gone on with."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest

from pinxit.core.access import make_key
from pinxit.dialects.gemini.interaction_models import Interaction, InteractionErrorEnvelope, InteractionEvent
from pinxit.dialects.gemini.messages import read_message
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app
from pinxit.web.desk import Desk

_PATH = "/v1beta/interactions"
_FOX = {"model": "auto", "input": "a fox", "response_format": {"type": "image", "image_size": "512"}}
_SECRET, _KEY = make_key("mine")
_OTHER_SECRET, _OTHER = make_key("another")


def _run(test: Callable[[httpx2.AsyncClient, Desk], Coroutine[Any, Any, None]], **fields: Any) -> None:
    async def run() -> None:
        async with _open(**fields) as (client, desk):
            await test(client, desk)

    asyncio.run(asyncio.wait_for(run(), 60))


@asynccontextmanager
async def _open(**fields: Any) -> AsyncIterator[tuple[httpx2.AsyncClient, Desk]]:
    desk = make_desk(FakeEngine(workers=1), _KEY, _OTHER, **fields)
    transport = httpx2.ASGITransport(build_app(desk), raise_app_exceptions=False)
    headers = {"x-goog-api-key": _SECRET}
    async with httpx2.AsyncClient(transport=transport, base_url="https://here.example", headers=headers) as client:
        yield client, desk
    await desk.jobs.stop(0.0)
    await desk.close()


async def _ask(client: httpx2.AsyncClient, path: str = _PATH, **fields: Any) -> Interaction:
    answer = await client.post(path, json={**_FOX, **fields})
    assert answer.status_code == 200, answer.text
    return read_message(Interaction, answer.content)


async def _refused(client: httpx2.AsyncClient, status: int, **fields: Any) -> str:
    answer = await client.post(_PATH, json={**_FOX, **fields})
    assert answer.status_code == status, answer.text
    return read_message(InteractionErrorEnvelope, answer.content).error.message


def _read_events(text: str) -> list[InteractionEvent]:
    lines = [line.removeprefix("data: ") for line in text.split("\n") if line.startswith("data: {")]
    return [read_message(InteractionEvent, line.encode()) for line in lines]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("GET", "?stream=true"), ("DELETE", ""), ("POST", "/cancel")],
)
def test_to_another_key_an_interaction_is_as_unknown_as_one_that_never_was(method: str, path: str) -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        made, never = await _ask(client), f"v1_{'0' * 32}"
        stranger = {"x-goog-api-key": _OTHER_SECRET}
        answers = [await client.request(method, f"{_PATH}/{name}{path}", headers=stranger) for name in (made.id, never)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].text.replace(made.id, "X") == answers[1].text.replace(never, "X")
        assert (await client.get(f"{_PATH}/{made.id}")).status_code == 200

    _run(test)


def test_another_keys_interaction_cannot_be_gone_on_with() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        made = await _ask(client)
        body = {**_FOX, "previous_interaction_id": made.id}
        answer = await client.post(_PATH, json=body, headers={"x-goog-api-key": _OTHER_SECRET})
        assert (answer.status_code, "not found" in answer.json()["error"]["message"]) == (400, True)

    _run(test)


def test_a_job_that_is_no_interaction_is_not_shown_as_one() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        wish = {"model": "fake", "prompt": "a cat", "async": True}
        job = (await client.post("/v1/images/generations", json=wish)).json()["id"]
        assert (await client.get(f"{_PATH}/v1_{job.removeprefix('job_')}")).status_code == 404

    _run(test)


@pytest.mark.parametrize("version", ["v1", "v1beta", "v1alpha"])
def test_every_version_of_the_api_finds_it(version: str) -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        made = await _ask(client, f"/{version}/interactions")
        assert (await client.get(f"/v1beta/interactions/{made.id}")).status_code == 200
        assert (await client.get(f"/{version}/interactions/{made.id}")).status_code == 200

    _run(test)


def test_a_deleted_interaction_is_gone_and_the_ledger_stays() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        made = await _ask(client)
        assert (await client.delete(f"{_PATH}/{made.id}")).json() == {}
        assert (await client.delete(f"{_PATH}/{made.id}")).status_code == 404
        assert "not found" in await _refused(client, 400, previous_interaction_id=made.id)
        assert await desk.jobs.book.check() == []

    _run(test)


def test_a_model_without_sources_draws_the_whole_conversation() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        plain: dict[str, Any] = {"model": "pinxit-fake-plain", "response_format": None}
        made = await _ask(client, input="a cat", **plain)
        after = {**plain, "previous_interaction_id": made.id}
        told = await _ask(client, input="now with a hat", **after)
        assert told.status == "completed"
        assert "picture" in await _refused(client, 400, input="make it night", **after)

    _run(test)


def test_a_picture_that_is_not_kept_any_more_cannot_be_gone_on_with() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        made = await _ask(client)
        outcome = (await desk.jobs.book.find(f"job_{made.id.removeprefix('v1_')}")).outcome or {}
        kept = await desk.archive.find(outcome["pictures"][0]["name"])
        assert kept.path
        kept.path.unlink()
        assert "not kept any more" in await _refused(client, 400, previous_interaction_id=made.id)
        assert (await client.get(f"{_PATH}/{made.id}")).status_code == 404

    _run(test)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"background": True, "webhook_config": {"uris": ["x" * 3000]}}, "2,048"),
        ({"webhook_config": {"uris": ["https://example.com"]}}, "background"),
        ({"previous_interaction_id": "job_" + "0" * 32}, "not found"),
        ({"previous_interaction_id": 7}, "string"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], words: str) -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        assert words in await _refused(client, 400, **fields)

    _run(test)


@pytest.mark.parametrize("said", ["[wait 0.2] [fall]", "[crash]", "[block]"])
def test_the_stream_of_what_failed_says_so_again(said: str) -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        begun = await _ask(client, input=said, background=True)
        for _ in range(2):
            text = (await client.get(f"{_PATH}/{begun.id}?stream=true")).text
            events = _read_events(text)
            assert [event.event_type for event in events] == ["interaction.created", "error", "interaction.completed"]
            last = events[-1].interaction
            assert last is not None
            assert last.status == "failed"
            assert "secret" not in text

    _run(test)


def test_background_work_streams_at_once_too() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        answer = await client.post(_PATH, json={**_FOX, "background": True, "stream": True})
        events = _read_events(answer.text)
        assert events[-1].event_type == "interaction.completed"
        name = (events[0].interaction or pytest.fail("an interaction begins")).id
        again = _read_events((await client.get(f"{_PATH}/{name}?stream=true")).text)
        assert [event.event_id for event in again] == [event.event_id for event in events]
        assert answer.text.endswith("data: [DONE]\n\n")

    _run(test)


def test_an_interaction_is_listed_as_a_job_only_where_nobody_waited() -> None:
    async def test(client: httpx2.AsyncClient, desk: Desk) -> None:
        await _ask(client)
        begun = await _ask(client, background=True)
        listed = json.loads((await client.get("/v1/images/jobs")).content)["data"]
        assert [job["id"] for job in listed] == [f"job_{begun.id.removeprefix('v1_')}"]

    _run(test)

"""The events of a job: in their order, once each, and from any of them on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest

from pinxit.core.access import make_key
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_JOBS = "/v1/images/jobs"
_SECRET, _KEY = make_key("mine")
_FOX = {"model": "auto", "prompt": "a fox [wait 0.2]", "size": "64x64", "async": True}


def _run(test: Callable[[httpx2.AsyncClient], Coroutine[Any, Any, None]], **fields: Any) -> None:
    async def run() -> None:
        async with _open(**fields) as client:
            await test(client)

    asyncio.run(asyncio.wait_for(run(), 60))


@asynccontextmanager
async def _open(**fields: Any) -> AsyncIterator[httpx2.AsyncClient]:
    desk = make_desk(FakeEngine(workers=1, queue=64), _KEY, **fields)
    transport = httpx2.ASGITransport(build_app(desk), raise_app_exceptions=False)
    headers = {"authorization": _SECRET}
    async with httpx2.AsyncClient(transport=transport, base_url="https://here.example", headers=headers) as client:
        yield client
    await desk.jobs.stop(0.0)
    await desk.close()


async def _begin(client: httpx2.AsyncClient, **wish: Any) -> str:
    answer = await client.post("/v1/images/generations", json={**_FOX, **wish})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


async def _hear(client: httpx2.AsyncClient, job: str, query: str = "", **headers: str) -> list[dict[str, Any]]:
    """All events of a stream that ends, each with its `id` and its name."""
    answer = await client.get(f"{_JOBS}/{job}/events{query}", headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream")
    return read_events(answer.text)


def read_events(text: str) -> list[dict[str, Any]]:
    events = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if line and not line.startswith(":"))
        if fields:
            told = json.loads(fields["data"])
            assert told["type"] == fields["event"]
            events.append({"id": fields.get("id"), "kind": told["type"].removeprefix("image.job."), **told})
    return events


def _kinds(events: list[dict[str, Any]]) -> list[str]:
    return [event["kind"] for event in events]


def test_a_job_tells_its_life_and_ends_with_the_whole_job() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, n=2, partial_images=1)
        events = await _hear(client, job)
        assert _kinds(events)[0] in {"queued", "started"}
        rest = _kinds(events)[_kinds(events).index("started") :]
        told = [kind for kind in rest if kind != "progress"]
        assert told == ["started", "partial_image", "partial_image", "image", "image", "completed"]
        assert (events[-1]["job"]["status"], len(events[-1]["job"]["result"]["data"])) == ("completed", 2)
        shown = next(event for event in events if event["kind"] == "partial_image")
        assert shown["b64_json"].startswith("iVBOR")
        shares = [event["progress"] for event in events if event["kind"] == "progress"]
        assert (shares, shares[-1], 0.5 in shares) == (sorted(shares), 1.0, True)
        named = [event["id"] for event in events if event["id"]]
        assert len(set(named)) == len(named)
        assert events[-1]["id"] == "1.end"
        numbers = [int(name.split(".")[1]) for name in named[:-1]]
        assert numbers == sorted(numbers)

    _run(test)


def test_a_finished_picture_is_given_out_with_the_result_only() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client)
        events = await _hear(client, job)
        assert ["b64_json" in event for event in events if event["kind"] == "image"] == [False]

    _run(test)


def test_who_wants_no_pictures_gets_none() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, partial_images=2)
        events = await _hear(client, job, "?include=none")
        assert _kinds(events).count("partial_image") == 2
        assert "b64_json" not in json.dumps(events)
        assert (events[-1]["kind"], "result" in events[-1]["job"]) == ("completed", False)

    _run(test)


def test_a_place_in_the_queue_is_told_whenever_it_changes() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        jobs = [await _begin(client, seed=seed, prompt="a fox [wait 1.5]") for seed in range(3)]
        events = await _hear(client, jobs[-1])
        assert [event["position"] for event in events if event["kind"] == "queued"] == [1, 0]
        assert _kinds(events)[:3] == ["queued", "queued", "started"]

    _run(test)


def test_a_job_that_is_over_gives_its_last_event_and_to_who_has_that_nothing() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client)
        whole = await _hear(client, job)
        for query in ("", "?after=1.1", "?after=7.7"):
            assert await _hear(client, job, query) == whole[-1:]
        answer = await client.get(f"{_JOBS}/{job}/events", headers={"last-event-id": "1.end"})
        assert (answer.status_code, answer.content) == (204, b"")

    _run(test)


@pytest.mark.parametrize(
    ("prompt", "kind", "code"),
    [
        ("[wait 0.2] [fall]", "failed", "engine_failed"),
        ("[block]", "failed", "moderation_blocked"),
        ("[crash]", "failed", "engine_failed"),
    ],
)
def test_a_failed_job_ends_with_why(prompt: str, kind: str, code: str) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, prompt=prompt)
        for _ in range(2):
            last = (await _hear(client, job))[-1]
            assert (last["kind"], last["job"]["status"], last["job"]["error"]["code"]) == (kind, "failed", code)
            assert "secret" not in json.dumps(last)

    _run(test)


@pytest.mark.parametrize("busy", [False, True])
def test_a_job_that_is_cancelled_tells_that_last(busy: bool) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        if busy:
            await _begin(client, prompt="[wait 60]", seed=1)
        job = await _begin(client, prompt="[wait 60]")
        hearing = asyncio.create_task(_hear(client, job))
        await asyncio.sleep(0.2)
        await client.delete(f"{_JOBS}/{job}")
        last = (await hearing)[-1]
        assert (last["kind"], last["job"]["error"]["code"]) == ("cancelled", "job_cancelled")

    _run(test)


def test_a_stream_goes_on_after_the_event_that_a_client_knows() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, n=3, partial_images=2, prompt="a fox [wait 0.4]")
        hearing = asyncio.create_task(_hear(client, job))
        await asyncio.sleep(0.6)  # one picture is finished
        later = asyncio.create_task(_hear(client, job, **{"last-event-id": "1.2"}))
        whole, rest = await hearing, await later
        known = next(place for place, event in enumerate(whole) if event["id"] == "1.2")

        def lasting(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return [event for event in events if event["kind"] != "progress"]  # of which only the newest is kept

        assert lasting(rest) == lasting(whole[known + 1 :])
        assert (await _hear(client, job, "?after=1.2"))[-1] == whole[-1]

    _run(test)


def test_what_a_client_knows_of_another_attempt_counts_for_nothing() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client)
        events = await _hear(client, job, "?after=9.99")
        assert _kinds([event for event in events if event["kind"] != "queued"])[0] == "started"

    _run(test)


def test_many_listeners_hear_the_same() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, n=2)
        heard = await asyncio.gather(*(_hear(client, job) for _ in range(20)))
        assert all(events == heard[0] for events in heard)

    _run(test)


def test_silence_is_filled_with_signs_of_life() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, prompt="[wait 0.5]")
        answer = await client.get(f"{_JOBS}/{job}/events")
        assert answer.text.count(": still at it") >= 2

    _run(test, heartbeat=0.1)

"""Jobs at /v1/images/jobs: begun, looked at, waited for, listed and cancelled, each by the key that asked alone."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from PIL import Image

from pinxit.core.access import make_key
from pinxit.core.runner import Policy
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_PATH = "/v1/images/generations"
_JOBS = "/v1/images/jobs"
_FOX = {"model": "auto", "prompt": "a fox", "size": "64x64"}
_SLOW = {**_FOX, "prompt": "a fox [wait 60]"}
_LATER = {"prefer": "respond-async"}
_SECRET, _KEY = make_key("mine")
_OTHER_SECRET, _OTHER = make_key("another")


def _run(test: Callable[[httpx2.AsyncClient], Coroutine[Any, Any, None]], **fields: Any) -> None:
    async def run() -> None:
        async with _open(**fields) as client:
            await test(client)

    asyncio.run(asyncio.wait_for(run(), 60))


@asynccontextmanager
async def _open(workers: int = 1, **fields: Any) -> AsyncIterator[httpx2.AsyncClient]:
    desk = make_desk(FakeEngine(workers=workers, queue=64), _KEY, _OTHER, **fields)
    transport = httpx2.ASGITransport(build_app(desk), raise_app_exceptions=False)
    headers = {"authorization": _SECRET}
    async with httpx2.AsyncClient(transport=transport, base_url="https://here.example", headers=headers) as client:
        yield client
    await desk.jobs.stop(0.0)
    await desk.close()


async def _begin(client: httpx2.AsyncClient, wish: dict[str, Any] | None = None, **headers: str) -> dict[str, Any]:
    answer = await client.post(_PATH, json={**(wish or _FOX), "async": True}, headers=headers)
    assert answer.status_code == 202, answer.text
    job: dict[str, Any] = answer.json()
    return job


async def _end(client: httpx2.AsyncClient, job: dict[str, Any], query: str = "") -> dict[str, Any]:
    told: dict[str, Any] = (await client.get(f"{_JOBS}/{job['id']}?wait=30{query}")).json()
    return told


def test_who_does_not_want_to_wait_gets_a_job_at_once() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        answer = await client.post(_PATH, json=_SLOW, headers=_LATER)
        job = answer.json()
        assert (answer.status_code, job["object"], job["status"]) == (202, "image.job", "queued")
        assert (job["model"], job["route"], job["n"]) == ("auto", "images.generate", 1)
        assert (job["started_at"], job["completed_at"], job["error"]) == (None, None, None)
        assert "result" not in job
        assert answer.headers["location"] == job["urls"]["get"] == f"https://here.example{_JOBS}/{job['id']}"
        assert answer.headers["preference-applied"] == "respond-async"
        assert 1 <= int(answer.headers["retry-after"]) <= 30
        assert answer.headers["x-pinxit-job"] == job["id"]
        assert answer.headers["cache-control"] == "no-store"

    _run(test)


def test_the_body_may_say_so_too_in_json_and_in_a_form() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        out = io.BytesIO()
        Image.new("RGB", (96, 80), "red").save(out, "PNG")
        form = {"prompt": "a hat", "model": "auto", "async": "true"}
        answer = await client.post("/v1/images/edits", data=form, files={"image": ("a.png", out.getvalue())})
        assert answer.status_code == 202
        told = await _end(client, answer.json())
        assert (told["status"], told["route"]) == ("completed", "images.edit")
        picture = Image.open(io.BytesIO(base64.b64decode(told["result"]["data"][0]["b64_json"])))
        assert picture.size == (96, 80)

    _run(test)


@pytest.mark.parametrize("headers", [{}, {"x-stainless-lang": "python"}])
@pytest.mark.parametrize("fields", [{"n": 2}, {"quality": "low", "size": "auto"}, {"safety_identifier": "me"}])
def test_the_result_is_what_the_answer_would_have_been(fields: dict[str, Any], headers: dict[str, str]) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        wish = {**_FOX, **fields}
        plain = (await client.post(_PATH, json=wish, headers=headers)).json()
        job = await _begin(client, wish, **headers)
        told = (await client.get(f"{_JOBS}/{job['id']}?wait=30", headers=headers)).json()
        assert {**told["result"], "created": plain["created"]} == plain
        assert list(told["result"]) == list(plain)
        assert told["usage"] == plain["usage"]
        thousand = 1 if headers else 1000
        assert told["result"]["created"] == told["created_at"]
        assert abs(told["created_at"] / thousand - plain["created"] / thousand) < 30
        assert told["created_at"] <= told["started_at"] <= told["completed_at"]

    _run(test)


def test_a_result_may_be_an_address() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        told = await _end(client, await _begin(client, {**_FOX, "response_format": "url"}))
        (picture,) = told["result"]["data"]
        assert (await client.get(picture["url"])).content.startswith(b"\x89PNG")

    _run(test)


@pytest.mark.parametrize("query", ["&include=none", "&result=false"])
def test_a_result_may_be_left_out(query: str) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        told = await _end(client, await _begin(client), query)
        assert (told["status"], "result" in told, told["progress"]) == ("completed", False, 1.0)

    _run(test)


def test_a_result_whose_pictures_are_gone_says_so() -> None:
    async def test() -> None:
        engine = FakeEngine()
        desk = make_desk(engine, _KEY)
        transport = httpx2.ASGITransport(build_app(desk))
        headers = {"authorization": _SECRET}
        async with httpx2.AsyncClient(transport=transport, base_url="https://here", headers=headers) as client:
            job = await _end(client, await _begin(client))
            outcome = (await desk.jobs.book.find(job["id"])).outcome or {}
            kept = await desk.archive.find(outcome["pictures"][0]["name"])
            assert kept.path
            kept.path.unlink()
            told = await _end(client, job)
            assert (told["status"], "result" in told) == ("completed", False)
            assert "not kept any more" in told["error"]["message"]
        await desk.close()

    asyncio.run(asyncio.wait_for(test(), 60))


def test_who_waits_is_answered_when_the_job_is_over() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, {**_FOX, "prompt": "a fox [wait 0.3]"})
        answer = await client.get(f"{_JOBS}/{job['id']}", headers={"prefer": "wait=20"})
        assert answer.json()["status"] == "completed"
        assert answer.headers["preference-applied"] == "wait=20"

    _run(test)


def test_who_waits_too_short_sees_the_job_under_way() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, _SLOW)
        answer = await client.get(f"{_JOBS}/{job['id']}?wait=0.1")
        assert answer.json()["status"] == "running"
        assert int(answer.headers["retry-after"]) >= 1

    _run(test)


def test_who_would_wait_for_a_while_gets_the_usual_answer_where_that_is_enough() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        answer = await client.post(_PATH, json=_FOX, headers={"prefer": "respond-async, wait=20"})
        assert (answer.status_code, len(answer.json()["data"])) == (200, 1)
        assert answer.headers["preference-applied"] == "respond-async, wait=20"
        refused = {**_FOX, "prompt": "[block]"}
        answer = await client.post(_PATH, json=refused, headers={"prefer": "respond-async, wait=20"})
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "moderation_blocked")
        answer = await client.post(_PATH, json=_SLOW, headers={"prefer": "respond-async; wait=1"})
        assert (answer.status_code, answer.json()["status"]) == (202, "running")

    _run(test)


@pytest.mark.parametrize(
    ("prompt", "code", "words"),
    [
        ("[block]", "moderation_blocked", "declines"),
        ("[break]", "engine_failed", "broke"),
        ("[crash]", "engine_failed", "Something broke in the server"),
    ],
)
def test_a_failed_job_says_why_and_tells_no_secrets(prompt: str, code: str, words: str) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        told = await _end(client, await _begin(client, {**_FOX, "prompt": prompt}))
        assert (told["status"], told["error"]["code"], "result" in told) == ("failed", code, False)
        assert words in told["error"]["message"]
        assert "secret detail" not in str(told)

    _run(test)


def test_places_in_the_queue_are_told() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        jobs = [await _begin(client, {**_SLOW, "seed": seed}) for seed in range(4)]
        told = [(await client.get(f"{_JOBS}/{job['id']}")).json() for job in jobs]
        assert [job["position"] for job in told] == [None, 0, 1, 2]
        assert [job["status"] for job in told] == ["running", "queued", "queued", "queued"]

    _run(test)


def test_a_job_is_cancelled_while_it_waits_while_it_runs_and_not_when_it_is_over() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        over = await _end(client, await _begin(client))
        running, waiting = await _begin(client, _SLOW), await _begin(client, {**_SLOW, "seed": 1})
        assert (await client.get(f"{_JOBS}/{running['id']}?wait=0.1")).json()["status"] == "running"
        for job, status in ((waiting, "cancelled"), (running, "cancelled"), (over, "completed")):
            told = (await client.post(f"{_JOBS}/{job['id']}/cancel")).json()
            assert told["status"] == status
            assert (await client.get(f"{_JOBS}/{job['id']}")).json()["status"] == status
            assert (told["error"] or {}).get("code") == ("job_cancelled" if status == "cancelled" else None)
        after = await _end(client, await _begin(client, {**_FOX, "seed": 3}))
        assert after["status"] == "completed"  # its worker is free again

    _run(test)


def test_deleting_a_job_cancels_it() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, _SLOW)
        answer = await client.delete(f"{_JOBS}/{job['id']}")
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
        assert (await client.delete(f"{_JOBS}/{job['id']}")).json()["status"] == "cancelled"

    _run(test)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("GET", "?wait=1"), ("DELETE", ""), ("POST", "/cancel"), ("GET", "/events")],
)
def test_to_another_key_a_job_is_as_unknown_as_one_that_never_was(method: str, path: str) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, _SLOW)
        stranger = {"authorization": _OTHER_SECRET}
        answers = [
            await client.request(method, f"{_JOBS}/{name}{path}", headers=stranger)
            for name in (job["id"], "job_" + "0" * 32)
        ]
        assert [answer.status_code for answer in answers] == [404, 404]
        texts = [answer.text.replace(job["id"], "X").replace("job_" + "0" * 32, "X") for answer in answers]
        assert texts[0] == texts[1]
        assert (await client.get(f"{_JOBS}/{job['id']}")).json()["status"] in {"queued", "running"}

    _run(test)


@pytest.mark.parametrize("name", ["x", "job_", "job_%00", "%F0%9F%A6%8A", "0" * 5000, "..%2f"])
def test_strange_names_are_no_jobs(name: str) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        answer = await client.get(f"{_JOBS}/{name}")
        assert (answer.status_code, set(answer.json())) == (404, {"error"})

    _run(test)


def test_jobs_are_listed_newest_first_in_pages() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        jobs = [(await _begin(client, {**_FOX, "seed": seed}))["id"] for seed in range(5)]
        await _begin(client, _FOX, authorization=_OTHER_SECRET)
        await client.post(_PATH, json=_FOX)  # somebody waited for this one
        seen: list[str] = []
        after = ""
        while True:
            page = (await client.get(f"{_JOBS}?limit=2{after}")).json()
            seen += [job["id"] for job in page["data"]]
            assert (page["first_id"], page["last_id"]) == (page["data"][0]["id"], page["data"][-1]["id"])
            after = f"&after={page['last_id']}"
            if not page["has_more"]:
                break
        assert seen == jobs[::-1]

    _run(test)


def test_jobs_are_listed_by_their_status() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        done = await _end(client, await _begin(client))
        gone = await _begin(client, {**_SLOW, "seed": 1})
        await client.delete(f"{_JOBS}/{gone['id']}")
        await _begin(client, {**_SLOW, "seed": 2})

        async def ask(status: str) -> list[str]:
            page = (await client.get(f"{_JOBS}?status={status}")).json()
            return [job["id"] for job in page["data"]]

        assert await ask("completed") == [done["id"]]
        assert await ask("completed,cancelled") == [gone["id"], done["id"]]
        assert await ask("failed") == []

    _run(test)


@pytest.mark.parametrize(
    ("path", "status", "param"),
    [
        (f"{_JOBS}?limit=0", 400, "limit"),
        (f"{_JOBS}?limit=101", 400, "limit"),
        (f"{_JOBS}?limit=x", 400, "limit"),
        (f"{_JOBS}?limit=%D9%A3", 400, "limit"),
        (f"{_JOBS}?status=done", 400, "status"),
        (f"{_JOBS}?after=job_x", 404, None),
        (f"{_JOBS}/job_x?wait=soon", 400, "wait"),
        (f"{_JOBS}/job_x/events?after=soon", 400, "after"),
    ],
)
def test_wrong_questions_are_refused_with_the_field_named(path: str, status: int, param: str | None) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        answer = await client.get(path)
        assert (answer.status_code, answer.json()["error"]["param"]) == (status, param)

    _run(test)


def test_a_list_of_nothing_is_a_list() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        told = (await client.get(_JOBS)).json()
        assert told == {"object": "list", "data": [], "first_id": None, "last_id": None, "has_more": False}

    _run(test)


def test_a_job_tells_until_when_its_result_can_be_had_and_where_its_server_is() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        told = await _end(client, await _begin(client))
        assert told["expires_at"] == told["completed_at"] + 1_000_000
        assert told["urls"]["get"].startswith("https://pictures.example/base/v1/images/jobs/job_")

    _run(test, jobs_keep=1000, public_url="https://pictures.example/base/")


def test_an_answer_that_somebody_waited_for_can_be_had_again_by_its_jobs_id() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        plain = await client.post(_PATH, json={**_FOX, "quality": "low"})
        told = (await client.get(f"{_JOBS}/{plain.headers['x-pinxit-job']}")).json()
        assert told["result"] == plain.json()

    _run(test)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/chat/completions", {"model": "auto", "messages": [{"role": "user", "content": "a fox"}]}),
        ("/v1beta/models/auto:generateContent", {"contents": [{"parts": [{"text": "a fox"}]}]}),
        ("/v1beta/models/auto:predict", {"instances": [{"prompt": "a fox"}]}),
        ("/v1beta/interactions", {"model": "auto", "input": "a fox"}),
    ],
)
def test_answers_of_every_dialect_can_be_had_again(path: str, body: dict[str, Any]) -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        plain = await client.post(path, json=body)
        told = (await client.get(f"{_JOBS}/{plain.headers['x-pinxit-job']}")).json()
        again = {**told["result"], **({"updated": plain.json()["updated"]} if "updated" in plain.json() else {})}
        assert again == plain.json()

    _run(test)


def test_the_same_idempotency_key_gives_the_same_job() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        first = await client.post(_PATH, json=_FOX, headers={**_LATER, "idempotency-key": "one"})
        await _end(client, first.json())
        again = await client.post(_PATH, json=_FOX, headers={**_LATER, "idempotency-key": "one"})
        assert (again.status_code, again.json()["id"], again.json()["status"]) == (202, first.json()["id"], "completed")
        assert again.headers["idempotent-replayed"] == "true"
        other = await client.post(_PATH, json={**_FOX, "n": 2}, headers={**_LATER, "idempotency-key": "one"})
        assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")

    _run(test)


def test_a_retry_joins_the_job_under_way() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, _SLOW)
        again = await _begin(client, _SLOW, **{"x-stainless-retry-count": "1"})
        assert again["id"] == job["id"]

    _run(test)


def test_a_job_from_the_cache_is_over_at_once_and_has_its_result() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        first = await _end(client, await _begin(client, {**_FOX, "seed": 7}))
        answer = await client.post(_PATH, json={**_FOX, "seed": 7}, headers=_LATER)
        job = answer.json()
        assert (answer.headers["x-pinxit-cache"], job["status"]) == ("hit", "completed")
        assert job["id"] != first["id"]
        assert (await _end(client, job))["result"]["data"] == first["result"]["data"]

    _run(test)


def test_the_work_goes_on_when_who_began_it_goes_away() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        job = await _begin(client, {**_FOX, "prompt": "a fox [wait 0.3]"})
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.get(f"{_JOBS}/{job['id']}?wait=20"), 0.1)
        assert (await _end(client, job))["status"] == "completed"

    _run(test)


def test_who_was_cut_off_may_come_back_with_its_idempotency_key_and_need_not_wait() -> None:
    async def test(client: httpx2.AsyncClient) -> None:
        wish, key = {**_FOX, "prompt": "a fox [wait 1]"}, {"idempotency-key": "mine"}
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.post(_PATH, json=wish, headers=key), 0.2)
        job = await _begin(client, wish, **key)
        await asyncio.sleep(0.5)  # longer than the work of those lingers who do not come back
        told = await _end(client, job)
        assert (told["status"], len(told["result"]["data"])) == ("completed", 1)
        assert (await client.get(_JOBS)).json()["data"] == []  # it is the first request's own

    _run(test, policy=Policy(linger=0.3))

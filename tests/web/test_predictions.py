"""Predictions: begun by one request, looked at by others, kept as jobs."""

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
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_PATH = "/api/v3/google/gemini-2.5-flash-image/text-to-image"
_WHOLE = {"enable_base64_output": True}
_DONE = {"completed", "failed"}
_SECRET, _KEY = make_key("mine")
_OTHER_SECRET, _OTHER = make_key("another")


def _run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), 60))


def _file() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (96, 80), "red").save(out, "PNG")
    return out.getvalue()


class _House:
    """The whole application with a fake engine of two workers."""

    def __init__(self) -> None:
        self.engine = FakeEngine(workers=2, queue=2)
        self.desk = make_desk(self.engine, _KEY, _OTHER)
        self.app = build_app(self.desk)

    @asynccontextmanager
    async def client(self) -> AsyncIterator[httpx2.AsyncClient]:
        transport = httpx2.ASGITransport(self.app, raise_app_exceptions=False)
        headers = {"authorization": _SECRET}
        url = "https://pictures.example"
        async with httpx2.AsyncClient(transport=transport, base_url=url, headers=headers) as client:
            yield client
        await self.desk.jobs.stop(0.0)
        await self.desk.close()


async def _finish(client: httpx2.AsyncClient, answer: httpx2.Response) -> dict[str, Any]:
    while True:
        told: dict[str, Any] = (await client.get(answer.json()["data"]["urls"]["get"])).json()
        if told["data"]["status"] in _DONE:
            return told
        await asyncio.sleep(0.01)


def _size(output: str) -> tuple[int, int]:
    with Image.open(io.BytesIO(base64.b64decode(output.removeprefix("data:image/png;base64,")))) as image:
        return image.size


def test_a_wish_is_answered_at_once_and_done_later() -> None:
    async def test() -> None:
        async with _House().client() as client:
            begun = await client.post(_PATH, json={"prompt": "a cat [wait 0.2]", "aspect_ratio": "16:9", **_WHOLE})
            data = begun.json()["data"]
            assert begun.status_code == 200
            assert (begun.json()["message"], begun.json()["code"]) == ("success", 200)
            assert (data["status"], data["outputs"], data["error"]) == ("created", [], None)
            assert data["model"] == "google/gemini-2.5-flash-image"
            assert data["urls"]["get"] == f"https://pictures.example/api/v3/predictions/{data['id']}/result"
            assert len(data["id"]) == 32
            told = (await _finish(client, begun))["data"]
            assert (told["id"], told["status"]) == (data["id"], "completed")
            assert [_size(output) for output in told["outputs"]] == [(1344, 768)]
            assert told["executionTime"] >= told["timings"]["inference"] >= 190
            assert (await client.get(f"/api/v3/predictions/{data['id']}")).json()["data"] == told

    _run(test)


def test_who_wants_to_wait_gets_the_outputs_at_once() -> None:
    async def test() -> None:
        async with _House().client() as client:
            answer = await client.post(
                _PATH, json={"prompt": "a cat", "enable_sync_mode": True, "n": 3, "size": "64x64", **_WHOLE}
            )
            data = answer.json()["data"]
            assert data["status"] == "completed"
            assert [_size(output) for output in data["outputs"]] == [(64, 64)] * 3
            assert int(answer.headers["content-length"]) == len(answer.content)

    _run(test)


def test_a_picture_is_edited() -> None:
    async def test() -> None:
        async with _House().client() as client:
            body = {
                "prompt": "a hat",
                "images": [base64.b64encode(_file()).decode()],
                "enable_sync_mode": True,
                **_WHOLE,
            }
            answer = await client.post(_PATH.replace("text-to-image", "image-edit"), json=body)
            assert _size(answer.json()["data"]["outputs"][0]) == (96, 80)
            assert (await client.post("/api/v3/a/fake/image-edit", json={"prompt": "a hat"})).status_code == 400

    _run(test)


def test_headers_say_who_draws_and_what_is_ignored() -> None:
    async def test() -> None:
        async with _House().client() as client:
            headers = (await client.post(_PATH, json={"prompt": "a cat", "topP": 0.9})).headers
            assert (headers["x-pinxit-model"], headers["x-pinxit-ignored"]) == ("pinxit-fake", "topP")

    _run(test)


@pytest.mark.parametrize(
    ("path", "body", "status", "param"),
    [
        (_PATH, {}, 400, "prompt"),
        (_PATH, {"prompt": "a cat", "size": "9K"}, 400, "size"),
        (_PATH, {"prompt": "a cat", "images": ["https://example.com/a.png"]}, 400, "images[0]"),
        ("/api/v3/google/gpt-9/text-to-image", {"prompt": "a cat"}, 404, "model"),
        ("/api/v3/google/fake/text-to-image", {"prompt": "[break]", "enable_sync_mode": True}, 500, None),
        ("/api/v3/google/fake/text-to-image", {"prompt": "[block]", "enable_sync_mode": True}, 400, "prompt"),
    ],
)
def test_what_is_wrong_from_the_start_is_a_plain_error(
    path: str, body: dict[str, Any], status: int, param: str | None
) -> None:
    async def test() -> None:
        async with _House().client() as client:
            answer = await client.post(path, json=body)
            assert (answer.status_code, answer.json()["error"]["param"]) == (status, param)

    _run(test)


@pytest.mark.parametrize(("prompt", "words"), [("[break]", "as it was told"), ("[crash]", "Something broke")])
def test_what_goes_wrong_later_is_told_by_the_prediction_without_secrets(prompt: str, words: str) -> None:
    async def test() -> None:
        async with _House().client() as client:
            told = await _finish(client, await client.post(_PATH, json={"prompt": prompt}))
            assert (told["data"]["status"], told["data"]["outputs"]) == ("failed", [])
            assert words in told["data"]["error"]
            assert "secret detail" not in told["data"]["error"]

    _run(test)


def test_a_prediction_belongs_to_the_key_that_asked_for_it() -> None:
    async def test() -> None:
        async with _House().client() as client:
            url = (await client.post(_PATH, json={"prompt": "a cat", **_WHOLE})).json()["data"]["urls"]["get"]
            stranger = await client.get(url, headers={"authorization": _OTHER_SECRET})
            unknown = await client.get("/api/v3/predictions/0000/result")
            assert (stranger.status_code, unknown.status_code) == (404, 404)
            assert set(stranger.json()) == set(unknown.json()) == {"error"}
            assert (await client.get(url)).status_code == 200

    _run(test)


def test_a_job_that_is_no_prediction_is_not_shown_as_one() -> None:
    async def test() -> None:
        async with _House().client() as client:
            wish = {"model": "fake", "prompt": "a cat", "async": True}
            job = (await client.post("/v1/images/generations", json=wish)).json()["id"]
            assert (await client.get(f"/api/v3/predictions/{job.removeprefix('job_')}")).status_code == 404

    _run(test)


def test_the_same_work_is_seen_as_a_job() -> None:
    async def test() -> None:
        async with _House().client() as client:
            begun = await client.post(_PATH, json={"prompt": "a cat", "size": "64x64", **_WHOLE})
            told = await _finish(client, begun)
            job = (await client.get(f"/v1/images/jobs/job_{told['data']['id']}")).json()
            assert (job["status"], job["route"]) == ("completed", "predictions")
            assert job["result"] == told
            assert (await client.get(f"/v1/images/jobs/{told['data']['id']}")).json() == job
            assert begun.headers["x-pinxit-job"] == job["id"]

    _run(test)


def test_a_cancelled_prediction_has_failed_and_says_so() -> None:
    async def test() -> None:
        async with _House().client() as client:
            begun = await client.post(_PATH, json={"prompt": "[wait 60]"})
            name = begun.json()["data"]["id"]
            assert (await client.delete(f"/v1/images/jobs/job_{name}")).json()["status"] == "cancelled"
            data = (await client.get(f"/api/v3/predictions/{name}")).json()["data"]
            assert (data["status"], data["outputs"]) == ("failed", [])
            assert "cancelled" in data["error"]

    _run(test)


def test_the_work_goes_on_when_the_connection_of_who_asked_breaks() -> None:
    async def test() -> None:
        house = _House()
        body = b'{"prompt": "a fox [wait 0.3]", "enable_sync_mode": true}'
        coming = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            for message in coming:
                return message
            while not house.engine.drawing:  # noqa: ASYNC110  (it hangs up in the middle of the work)
                await asyncio.sleep(0.01)
            return {"type": "http.disconnect"}

        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        headers = [(b"authorization", _SECRET.encode())]
        scope = {"type": "http", "method": "POST", "path": _PATH, "headers": headers, "query_string": b""}
        async with house.client() as client:
            await house.app({**scope, "scheme": "http", "server": ("here", 80), "state": {}}, receive, send)
            assert sent[0]["status"] == 499
            (job,) = (await client.get("/v1/images/jobs")).json()["data"]
            told = (await client.get(f"/v1/images/jobs/{job['id']}", headers={"prefer": "wait=20"})).json()
            assert told["status"] == "completed"

    _run(test)


def test_who_lost_the_connection_and_asks_again_gets_the_same_prediction() -> None:
    async def test() -> None:
        async with _House().client() as client:
            first = await client.post(_PATH, json={"prompt": "a fox [wait 0.2]"})
            retry = {"x-stainless-retry-count": "1"}
            again = await client.post(_PATH, json={"prompt": "a fox [wait 0.2]"}, headers=retry)
            assert again.json()["data"]["id"] == first.json()["data"]["id"]
            assert again.headers["idempotent-replayed"] == "true"

    _run(test)


def test_predictions_wait_for_a_busy_engine() -> None:
    async def test() -> None:
        async with _House().client() as client:
            begun = [await client.post(_PATH, json={"prompt": f"{i} [wait 0.05]", **_WHOLE}) for i in range(12)]
            told = [await _finish(client, answer) for answer in begun]
            assert {one["data"]["status"] for one in told} == {"completed"}

    _run(test)


def test_names_cannot_be_guessed() -> None:
    async def test() -> None:
        async with _House().client() as client:
            begun = [await client.post(_PATH, json={"prompt": f"{i}", **_WHOLE}) for i in range(12)]
            names = {answer.json()["data"]["id"] for answer in begun}
            assert len(names) == 12
            assert all(len(bytes.fromhex(name)) == 16 for name in names)

    _run(test)

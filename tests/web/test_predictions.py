"""Predictions: begun by one request, looked at by others, forgotten in time."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import httpx2
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pinxit.core.access import Caller
from pinxit.core.catalog import Catalog
from pinxit.core.errors import EngineFailed, NotFound, Overloaded, PinxitError
from pinxit.core.images import ImageRequest, Size, Source
from pinxit.core.studio import Studio
from pinxit.dialects.predictions import Prediction, PredictionStatus
from pinxit.dialects.profiles import Profile, write_error
from pinxit.testing import FakeEngine, MemoryKeyRing
from pinxit.web.bodies import HungUp
from pinxit.web.desk import Desk
from pinxit.web.predictions import PredictionBook, predict, predict_edit, show_prediction

_PATH = "/api/v3/google/gemini-2.5-flash-image/text-to-image"
_WHOLE = {"enable_base64_output": True}  # this application has no archive for addresses
_ASK = ImageRequest(model="fake", prompt="a fox", size=Size(64, 64))
_SLOW = replace(_ASK, prompt="[wait 60]")
_DONE = {PredictionStatus.COMPLETED, PredictionStatus.FAILED}


def _run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), 60))


def _file() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (96, 80), "red").save(out, "PNG")
    return out.getvalue()


def _refuse(request: Request, error: Exception) -> Response:
    if isinstance(error, HungUp):
        return Response(status_code=499)
    refusal = write_error(error, Profile.OPENAI)
    return Response(refusal.body, refusal.status, refusal.headers, media_type="application/json")


class _House:
    """An application with predictions; the header `x-who` says whose key asks."""

    def __init__(self, **book: Any) -> None:
        self.engine = FakeEngine(workers=2, queue=2)
        self.studio = Studio(Catalog([self.engine]))
        self.book = PredictionBook(self.studio, **book)
        desk = Desk(self.studio, MemoryKeyRing(), self.engine.start, self.engine.close)

        async def admitted(endpoint: Any, request: Request) -> Response:
            request.state.caller = Caller(request.headers.get("x-who", "me"), "name")
            answer: Response = await endpoint(desk, request)
            return answer

        model = "/api/v3/{vendor}/{model:path}"
        self.app = Starlette(
            routes=[
                Route("/api/v3/predictions/{id}/result", partial(admitted, show_prediction)),
                Route("/api/v3/predictions/{id}", partial(admitted, show_prediction)),
                Route(f"{model}/text-to-image", partial(admitted, predict), methods=["POST"]),
                Route(f"{model}/image-edit", partial(admitted, predict_edit), methods=["POST"]),
            ],
            exception_handlers={PinxitError: _refuse, HungUp: _refuse, Exception: _refuse},
        )
        self.app.state.predictions = self.book

    @asynccontextmanager
    async def client(self) -> AsyncIterator[httpx2.AsyncClient]:
        transport = httpx2.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="https://pictures.example") as client:
            yield client
        await self.book.close()


async def _finish(client: httpx2.AsyncClient, answer: httpx2.Response) -> dict[str, Any]:
    while True:
        told: dict[str, Any] = (await client.get(answer.json()["data"]["urls"]["get"])).json()
        if told["data"]["status"] in _DONE:
            return told
        await asyncio.sleep(0.01)


async def _settle(book: PredictionBook, owner: str, name: str) -> Prediction:
    while True:
        found = book.look(owner, name)
        if found.status in _DONE:
            return found
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
            stranger = await client.get(url, headers={"x-who": "another"})
            unknown = await client.get("/api/v3/predictions/0000/result")
            assert (stranger.status_code, unknown.status_code) == (404, 404)
            assert set(stranger.json()) == set(unknown.json()) == {"error"}
            assert (await client.get(url)).status_code == 200

    _run(test)


def test_the_work_goes_on_when_who_waits_for_it_leaves() -> None:
    async def test() -> None:
        house = _House()
        name = house.book.open("me", "fake", replace(_ASK, prompt="[wait 0.2]"))
        waiting = asyncio.create_task(house.book.wait("me", name))
        await asyncio.sleep(0.05)
        waiting.cancel()
        assert (await _settle(house.book, "me", name)).status is PredictionStatus.COMPLETED

    _run(test)


def test_the_work_goes_on_when_the_connection_of_who_asked_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        house = _House()
        names: list[str] = []
        begin = house.book.open

        def note(*asked: Any, **how: Any) -> str:
            names.append(begin(*asked, **how))
            return names[-1]

        monkeypatch.setattr(house.book, "open", note)
        body = b'{"prompt": "a fox [wait 0.2]", "enable_sync_mode": true}'
        coming = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            if not names:
                for message in coming:
                    return message
                await asyncio.sleep(60)  # nothing more comes before the work has begun
            return {"type": "http.disconnect"}

        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": _PATH, "headers": [], "query_string": b"", "scheme": "http"}
        await house.app({**scope, "server": ("pictures.example", 80), "state": {}}, receive, send)
        assert sent[0]["status"] == 499
        assert (await _settle(house.book, "me", names[0])).status is PredictionStatus.COMPLETED

    _run(test)


def test_a_patient_prediction_waits_for_a_full_engine_and_another_is_told_so() -> None:
    async def test() -> None:
        house = _House()
        request = replace(_ASK, prompt="a fox [wait 0.1]")
        names = [house.book.open("me", "fake", request) for _ in range(8)]
        hasty = house.book.open("me", "fake", request, patient=False)
        with pytest.raises(Overloaded):
            await house.book.wait("me", hasty)
        assert {(await _settle(house.book, "me", name)).status for name in names} == {PredictionStatus.COMPLETED}

    _run(test)


def test_a_full_book_forgets_the_oldest_finished_prediction() -> None:
    async def test() -> None:
        book = _House(places=3).book
        names = []
        for _ in range(4):
            names.append(book.open("me", "fake", _ASK))
            await _settle(book, "me", names[-1])
        with pytest.raises(NotFound):
            book.look("me", names[0])
        assert all(book.look("me", name).pictures for name in names[1:])

    _run(test)


def test_a_key_that_wants_room_loses_its_own_predictions_first() -> None:
    async def test() -> None:
        book = _House(places=3).book
        names = []
        for owner in ("you", "me", "me"):
            names.append(book.open(owner, "fake", _ASK))
            await _settle(book, owner, names[-1])
        book.open("me", "fake", _ASK)
        assert book.look("you", names[0]).pictures
        with pytest.raises(NotFound):
            book.look("me", names[1])
        await book.close()

    _run(test)


def test_a_book_full_of_unfinished_predictions_takes_no_more() -> None:
    async def test() -> None:
        book = _House(places=2).book
        for _ in range(2):
            book.open("me", "fake", _SLOW)
        with pytest.raises(Overloaded) as caught:
            book.open("you", "fake", _ASK)
        assert caught.value.retry_after > 0
        await book.close()

    _run(test)


def test_pictures_over_the_limit_push_older_ones_out_but_never_the_newest() -> None:
    async def test() -> None:
        book = _House(room=1).book
        first = book.open("me", "fake", _ASK)
        await _settle(book, "me", first)
        second = book.open("me", "fake", _ASK)
        await _settle(book, "me", second)
        assert book.look("me", second).pictures
        with pytest.raises(NotFound):
            book.look("me", first)

    _run(test)


def test_source_pictures_of_work_in_hand_count_as_well() -> None:
    async def test() -> None:
        book = _House(room=2 * len(_file())).book
        request = replace(_SLOW, sources=(Source(_file()),))
        book.open("me", "fake", request)
        book.open("me", "fake", request)
        with pytest.raises(Overloaded):
            book.open("me", "fake", request)
        await book.close()

    _run(test)


def test_a_finished_prediction_is_forgotten_in_time_and_an_unfinished_one_is_not() -> None:
    async def test() -> None:
        now = 0.0
        book = _House(keep=3600.0, clock=lambda: now).book
        done, slow = book.open("me", "fake", _ASK), book.open("me", "fake", _SLOW)
        await _settle(book, "me", done)
        now = 3599.0
        assert book.look("me", done).pictures
        now = 3601.0
        assert book.look("me", slow).status is PredictionStatus.PROCESSING
        with pytest.raises(NotFound):
            book.look("me", done)
        await book.close()

    _run(test)


def test_closing_stops_the_work_and_tells_who_waits() -> None:
    async def test() -> None:
        house = _House()
        name = house.book.open("me", "fake", _SLOW)
        waiting = asyncio.create_task(house.book.wait("me", name))
        await asyncio.sleep(0)  # the work begins
        assert house.engine.drawing == 1
        await house.book.close()
        assert house.engine.drawing == 0
        with pytest.raises(EngineFailed):
            await waiting

    _run(test)


def test_names_cannot_be_guessed() -> None:
    async def test() -> None:
        book = _House(places=100).book
        names = {book.open("me", "fake", _ASK) for _ in range(50)}
        assert len(names) == 50
        assert all(len(bytes.fromhex(name)) == 16 for name in names)
        await book.close()

    _run(test)

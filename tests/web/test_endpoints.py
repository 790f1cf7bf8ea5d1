"""The application in this process, spoken to as a server would."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from dataclasses import replace
from typing import Any

import httpx
import pytest
from PIL import Image

from pinxit.core.access import make_key
from pinxit.core.archive import Key
from pinxit.core.engine import Drawn
from pinxit.core.errors import ConfigurationError, EngineFailed
from pinxit.core.images import ImageRequest
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_PATH = "/v1/images/generations"
_STAINLESS = {"x-stainless-lang": "python"}


class _House:
    """A client of an application with a fake engine; requests carry the key unless they bring their own headers."""

    def __init__(
        self, *, profile: str = "auto", workers: int = 2, queue: int = 16, patience: float = 5.0, heavy: bool = False
    ) -> None:
        self.engine = FakeEngine(workers=workers, queue=queue)
        if heavy:
            cards = [replace(card, heavy=True) for card in self.engine.models()]
            self.engine.models = lambda: cards  # type: ignore[method-assign]
        desk = make_desk(self.engine, _KEY, profile=profile, max_body=8 << 20, body_timeout=patience)
        self.ring = desk.ring
        self.app = build_app(desk)

    def client(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://pinxit", headers={"authorization": _SECRET})

    def ask(self, method: str, path: str, **how: Any) -> httpx.Response:
        async def run() -> httpx.Response:
            async with self.client() as client:
                return await client.request(method, path, **how)

        return asyncio.run(run())

    def draw(self, *, headers: dict[str, str] | None = None, **fields: Any) -> httpx.Response:
        body = {"model": "auto", "prompt": "a fox", **fields}
        return self.ask("POST", _PATH, json=body, headers=headers or {})


def _error(answer: httpx.Response) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    assert set(answer.json()) == {"error"}
    error: dict[str, Any] = answer.json()["error"]
    assert set(error) == {"message", "type", "code", "param"}
    return error


def test_a_picture_comes_back_at_the_size_that_was_asked_for() -> None:
    answer = _House().draw(size="16:9", model="gemini-2.5-flash-image")
    assert answer.status_code == 200
    with Image.open(io.BytesIO(base64.b64decode(answer.json()["data"][0]["b64_json"], validate=True))) as image:
        assert (image.size, image.format) == ((1344, 768), "PNG")
    assert answer.json()["size"] == "16:9"


def test_headers_say_who_really_served() -> None:
    headers = _House().draw(model="gemini-2.5-flash-image", mood="blue").headers
    assert (headers["x-pinxit-engine"], headers["x-pinxit-model"]) == ("fake", "pinxit-fake")
    assert headers["x-pinxit-ignored"] == "mood"
    assert int(headers["openai-processing-ms"]) >= 0
    assert int(headers["content-length"]) > 0


def test_milliseconds_for_the_seed_and_seconds_for_official_clients() -> None:
    house = _House()
    assert house.draw().json()["created"] > 10**12
    assert house.draw(headers=_STAINLESS).json()["created"] < 10**11


def test_a_setting_fixes_the_profile() -> None:
    assert _House(profile="openai").draw().json()["created"] < 10**11
    assert _House(profile="seed").draw(headers=_STAINLESS).json()["created"] > 10**12


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_every_format_is_really_that_format(kind: str) -> None:
    answer = _House().draw(output_format=kind, size="64x64").json()
    with Image.open(io.BytesIO(base64.b64decode(answer["data"][0]["b64_json"]))) as image:
        assert image.format == kind.upper()
    assert answer["output_format"] == kind


def test_ten_pictures_come_in_one_answer() -> None:
    answer = _House().draw(n=10, size="64x64").json()
    assert len({entry["b64_json"] for entry in answer["data"]}) == 10


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": ""},
        {"authorization": "Bearer sk-wrong"},
        {"authorization": "Basic Zm9vOmJhcg=="},
        {"authorization": f"{_SECRET}x"},
        {"authorization": "Bearer ключ".encode().decode("latin-1")},
    ],
)
def test_a_wrong_key_is_an_invalid_signature(headers: dict[str, str]) -> None:
    answer = _House().ask("POST", _PATH, content=b"{}", headers=[(k, v.encode("latin-1")) for k, v in headers.items()])
    assert answer.status_code == 401
    assert _error(answer) == {
        "message": "Invalid signature",
        "type": "401",
        "code": "invalid_api_key",
        "param": None,
    }


@pytest.mark.parametrize("path", [_PATH, "/v1/models", "/v1/models/auto"])
def test_nothing_under_v1_is_open_without_a_key(path: str) -> None:
    verb = "POST" if path == _PATH else "GET"
    answer = _House().ask(verb, path, headers={"authorization": "", **_STAINLESS})
    assert answer.status_code == 401
    assert _error(answer)["type"] == "invalid_request_error"


def test_a_revoked_key_stops_working_at_once() -> None:
    house = _House()
    assert house.draw(size="64x64").status_code == 200
    asyncio.run(house.ring.revoke(_KEY.prefix, 1.0))
    assert house.draw().status_code == 401


@pytest.mark.parametrize(
    ("fields", "status", "param"),
    [
        ({"prompt": None}, 400, "prompt"),
        ({"model": None}, 400, "model"),
        ({"model": "dall-e-9"}, 404, "model"),
        ({"prompt": "x" * 32_001}, 400, "prompt"),
        ({"size": "16;9"}, 400, "size"),
        ({"n": 0}, 400, "n"),
        ({"n": 11}, 400, "n"),
        ({"n": True}, 400, "n"),
        ({"stream": True, "n": 0}, 400, "n"),
    ],
)
def test_bad_input_is_refused_with_the_field_named(fields: dict[str, Any], status: int, param: str) -> None:
    answer = _House().draw(**fields)
    assert answer.status_code == status
    assert _error(answer)["param"] == param


def test_an_unknown_model_is_told_in_openais_words_to_its_clients() -> None:
    answer = _House().draw(model="dall-e-9", headers=_STAINLESS)
    error = _error(answer)
    assert (error["type"], error["code"]) == ("invalid_request_error", "model_not_found")
    assert "pinxit-fake" in error["message"]


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x", ";;"])
def test_another_content_type_is_refused(media: str) -> None:
    answer = _House().ask("POST", _PATH, content=b'{"model":"auto"}', headers={"content-type": media})
    assert answer.status_code == 415
    assert "application/json" in _error(answer)["message"]


@pytest.mark.parametrize("media", ["application/json; charset=utf-8", "APPLICATION/JSON", "application/x+json", None])
def test_json_is_read_under_its_usual_names(media: str | None) -> None:
    body = json.dumps({"model": "auto", "prompt": "a fox", "size": "64x64"}).encode()
    headers = {"content-type": media} if media else {}
    assert _House().ask("POST", _PATH, content=body, headers=headers).status_code == 200


def test_a_body_over_the_limit_is_refused_whether_it_declares_its_length_or_not() -> None:
    async def pour() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield bytes(1 << 20)

    for content in (bytes(20 << 20), pour()):
        answer = _House().ask("POST", _PATH, content=content)
        assert answer.status_code == 413
        assert "8 MiB" in _error(answer)["message"]


def test_a_body_that_stops_coming_is_given_up() -> None:
    async def stall() -> AsyncIterator[bytes]:
        yield b'{"model":'
        await asyncio.sleep(60)

    answer = _House(patience=0.05).ask("POST", _PATH, content=stall())
    assert answer.status_code == 408
    assert answer.headers["x-should-retry"] == "false"


@pytest.mark.parametrize("verb", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_another_verb_is_refused_and_told_the_right_one(verb: str) -> None:
    answer = _House().ask(verb, _PATH)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"
    assert _error(answer)["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/images", f"{_PATH}/", "/v1/images/merges", "/%0d%0aevil", "//", "/é"]
)
def test_an_unknown_page_is_a_404_in_the_envelope(path: str) -> None:
    answer = _House().ask("POST", path)
    assert answer.status_code == 404
    assert _error(answer)["code"] == "not_found"


@pytest.mark.parametrize(("prompt", "status"), [("[break]", 500), ("[crash]", 500), ("[few]", 500)])
def test_an_engine_that_breaks_is_a_500_in_the_envelope_without_its_secrets(prompt: str, status: int) -> None:
    answer = _House().draw(prompt=prompt)
    assert answer.status_code == status
    assert "secret" not in _error(answer)["message"]


def test_a_full_queue_is_a_429_that_says_when_to_come_back() -> None:
    async def run() -> httpx.Response:
        house = _House(workers=1, queue=0)
        async with house.client() as client:
            body = {"model": "auto", "prompt": "[wait 60]"}
            slow = asyncio.create_task(client.post(_PATH, json=body))
            while not house.engine.drawing:  # noqa: ASYNC110  (the double counts, it does not signal)
                await asyncio.sleep(0.001)
            answer = await client.post(_PATH, json=body)
            slow.cancel()
            return answer

    answer = asyncio.run(run())
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    assert _error(answer)["code"] == "rate_limit_exceeded"


def test_models_are_listed_and_shown() -> None:
    house = _House()
    names = [model["id"] for model in house.ask("GET", "/v1/models").json()["data"]]
    assert {"pinxit-fake", "auto", "gemini-2.5-flash-image", "gpt-image-1"} <= set(names)
    for name in names:
        assert house.ask("GET", f"/v1/models/{name}").json()["id"] == name


def test_an_unknown_model_is_not_shown() -> None:
    for name in ("dall-e-9", "a/b", ""):
        answer = _House().ask("GET", f"/v1/models/{name}")
        assert answer.status_code == 404
        assert _error(answer)["param"] == "model"


def test_health_is_open_to_everybody() -> None:
    answer = _House().ask("GET", "/health", headers={"authorization": ""})
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_the_server_is_not_ready_before_a_picture_was_drawn() -> None:
    answer = _House().ask("GET", "/ready", headers={"authorization": ""})
    assert answer.status_code == 503
    assert answer.json()["status"] == "starting"
    assert answer.json()["error"]["code"] == "not_ready"


def test_a_callers_own_request_id_is_kept_and_a_doubtful_one_replaced() -> None:
    house = _House()
    assert house.ask("GET", "/health", headers={"x-request-id": "mine-1"}).headers["x-request-id"] == "mine-1"
    for bad in ("x" * 129, "a b", "<script>"):
        assert house.ask("GET", "/health", headers={"x-request-id": bad}).headers["x-request-id"].startswith("req_")


def test_the_log_has_one_line_a_request_and_neither_key_nor_prompt(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = logging.getLogger("pinxit.access")  # a library of another test may have switched it off
    monkeypatch.setattr(access, "disabled", False)
    monkeypatch.setattr(access, "propagate", True)
    with caplog.at_level(logging.INFO):
        house = _House()
        house.draw(prompt="my secret wish", size="64x64")
        house.ask("GET", f"/health?key={_SECRET}")
        house.ask("GET", "/a%0d%0aFAKE LINE")
    lines = [record.getMessage() for record in caplog.records if record.name == "pinxit.access"]
    assert [line.split()[:3] for line in lines] == [
        ["POST", _PATH, "200"],
        ["GET", "/health", "200"],
        ["GET", "/a%0d%0aFAKE%20LINE", "404"],
    ]
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("pinxit"))
    assert "secret wish" not in ours
    assert _KEY.prefix not in ours


def _live(house: _House, use: Callable[[httpx.AsyncClient], Coroutine[Any, Any, None]]) -> None:
    """Run `use` while the application's lifespan is up, as a server would."""

    async def run() -> None:
        inbox: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        outbox: asyncio.Queue[Any] = asyncio.Queue()
        life = asyncio.ensure_future(house.app({"type": "lifespan", "state": {}}, inbox.get, outbox.put))
        await inbox.put({"type": "lifespan.startup"})
        assert (await outbox.get())["type"] == "lifespan.startup.complete"
        async with house.client() as client:
            await use(client)
        await inbox.put({"type": "lifespan.shutdown"})
        await life

    asyncio.run(run())


def test_the_server_is_ready_after_its_first_picture_and_closes_its_engines_at_the_end() -> None:
    house = _House()

    async def use(client: httpx.AsyncClient) -> None:
        while (await client.get("/ready")).status_code != 200:  # noqa: ASYNC110  (there is no other way to know)
            await asyncio.sleep(0.005)

    _live(house, use)
    assert house.engine.started
    assert house.engine.closed


def test_nothing_is_drawn_with_a_heavy_model_only_to_see_that_it_works() -> None:
    house = _House(heavy=True)
    drawn: list[str] = []

    async def draw(request: ImageRequest) -> AsyncGenerator[Drawn]:
        drawn.append(request.prompt)
        raise EngineFailed("it takes minutes to be loaded")
        yield

    house.engine.draw = draw  # type: ignore[method-assign,assignment]

    async def use(client: httpx.AsyncClient) -> None:
        for _ in range(400):
            if (await client.get("/ready")).status_code == 200:
                return
            await asyncio.sleep(0.005)
        raise AssertionError("it is not ready")

    _live(house, use)
    assert house.engine.started
    assert not drawn


def test_a_broken_key_file_shuts_the_door_without_telling_its_path() -> None:
    class Broken(SqlKeyRing):
        async def find(self, digest: str, *, within: float = 0.0) -> Key | None:
            raise ConfigurationError("/home/me/pinxit.db is no database of keys")

    engine = FakeEngine()
    house = _House()
    house.app = build_app(make_desk(engine, ring=Broken(Database("sqlite://"))))
    answer = house.draw()
    assert answer.status_code == 500
    assert "pinxit.db" not in _error(answer)["message"]

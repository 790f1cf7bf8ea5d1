"""Which dialect an error comes back in, on every kind of path."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import httpx
import pytest

from pinxit.core.access import make_key
from pinxit.storage.archive import FolderArchive
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_PLAIN = {"authorization": _SECRET}
_GOOGLE = {"x-goog-api-key": _SECRET}
_CLIENT = {"authorization": _SECRET, "x-goog-api-client": "google-genai-sdk/3.4.0"}


def _ask(method: str, path: str, headers: dict[str, str]) -> httpx.Response:
    async def run() -> httpx.Response:
        engine = FakeEngine()
        app = build_app(make_desk(engine, _KEY))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://pinxit") as client:
            return await client.request(method, path.replace("SECRET", _SECRET), headers=headers)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("POST", "/v1beta/models/nobody:generateContent", _PLAIN),
        ("POST", "/v1/models/nobody:generateContent", _PLAIN),
        ("POST", "/v1alpha/models/auto:dance", _PLAIN),
        ("GET", "/v1/models/nobody", _GOOGLE),
        ("GET", "/v1/models/nobody", _CLIENT),
        ("GET", "/v1/models/nobody?key=SECRET", {}),
        ("POST", "/upload/v1beta/files", _GOOGLE),
        ("POST", "/upload/v1/files", _PLAIN),
        ("GET", "/v1/cachedContents", _GOOGLE),
        ("GET", "/v1/tunedModels/x", _CLIENT),
        ("GET", "/v1beta1/models", _PLAIN),
        ("GET", "/v1beta/nothing", _PLAIN),
    ],
)
def test_googles_callers_get_googles_envelope(method: str, path: str, headers: dict[str, str]) -> None:
    answer = _ask(method, path, headers)
    assert answer.status_code == 404
    assert (answer.json()["error"]["code"], answer.json()["error"]["status"]) == (404, "NOT_FOUND")
    assert "images/generations" not in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/v1/models/nobody", _PLAIN),
        ("GET", "/v1/models/a:b", _PLAIN),
        ("GET", "/openai/v1/models/nobody", _GOOGLE),
        ("POST", "/v1/images/nothing", _GOOGLE),
        ("POST", "/v1/chat/nothing", _CLIENT),
        ("GET", "/v1/files/x", _CLIENT),
        ("GET", "/v1/batches/x", _GOOGLE),
        ("GET", "/nothing", _GOOGLE),
        ("GET", "/v1", _PLAIN),
    ],
)
def test_all_others_get_openais(method: str, path: str, headers: dict[str, str]) -> None:
    answer = _ask(method, path, headers)
    assert answer.status_code == 404
    assert set(answer.json()["error"]) == {"message", "type", "code", "param"}


def test_a_picture_that_could_not_be_kept_is_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = logging.getLogger("pinxit.errors")  # a library of another test may have switched it off
    monkeypatch.setattr(log, "disabled", False)
    monkeypatch.setattr(log, "propagate", True)
    (tmp_path / "files").write_text("in the way of a folder")

    async def run() -> httpx.Response:
        engine = FakeEngine()
        archive = FolderArchive(tmp_path / "files", 60, 1000)
        desk = make_desk(engine, _KEY, archive=archive)
        transport = httpx.ASGITransport(build_app(desk))
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit", headers=_PLAIN) as client:
            body = {"model": "auto", "prompt": "x", "response_format": "url"}
            return await client.post("/v1/images/generations", json=body)

    with caplog.at_level("ERROR", "pinxit.errors"):
        answer = asyncio.run(run())
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "storage_failed")
    assert "StorageFailed" in caplog.text

"""What Google's service says to questions that cost nothing, asked of the stand-in and, with a key, of Google itself.

    PINXIT_LIVE_GEMINI_KEY=... python -m pytest tests/live/test_gemini_live.py

A single picture at the cheapest setting, some four cents, is made only with PINXIT_LIVE_SPEND=1 besides.
"""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Iterator

import pytest
from PIL import Image

from live.services import Probe, Service, find_inventions, require
from pinxit.core.catalog import Catalog
from pinxit.core.errors import UpstreamDenied
from pinxit.core.images import ImageRequest, Picture, Size
from pinxit.core.studio import Studio
from pinxit.dialects.gemini.hearing import read_complaint
from pinxit.engines.upstreams import open_upstream
from pinxit.testing.upstream import run_upstream
from pinxit.upstreams import Secret, Upstream

_REAL = "https://generativelanguage.googleapis.com"
_VARIABLE = "PINXIT_LIVE_GEMINI_KEY"
_MODEL = os.environ.get("PINXIT_LIVE_GEMINI_MODEL", "gemini-3.1-flash-lite-image")
_ASK = {"contents": [{"role": "user", "parts": [{"text": "a red apple"}]}]}
_CARD = {
    "name": str,
    "version": str,
    "displayName": str,
    "inputTokenLimit": int,
    "outputTokenLimit": int,
    "supportedGenerationMethods": [str],
}


def _error(code: int, status: str, **more: object) -> dict[str, object]:
    return {"error": {"code": code, "message": str, "status": status, **more}}


_PROBES = [
    Probe("list of models", "GET", "/v1beta/models?pageSize=3", 200, {"models": [_CARD], "nextPageToken": str}),
    Probe("one model", "GET", f"/v1beta/models/{_MODEL}", 200, {**_CARD, "name": f"models/{_MODEL}"}),
    Probe("unknown model", "GET", "/v1beta/models/no-such-model", 404, _error(404, "NOT_FOUND")),
    Probe(
        "count of tokens",
        "POST",
        f"/v1beta/models/{_MODEL}:countTokens",
        200,
        {"totalTokens": int, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": int}]},
        _ASK,
    ),
    Probe(
        "wrong key",
        "GET",
        "/v1beta/models",
        400,
        _error(400, "INVALID_ARGUMENT", details=[{"@type": str}]),
        key="AIza-no-such-key",
    ),
    Probe(
        "no key",
        "POST",
        f"/v1beta/models/{_MODEL}:generateContent",
        [401, 403],
        {"error": {"code": int, "message": str, "status": str}},
        _ASK,
        key="",
    ),
    Probe(
        "unknown field",
        "POST",
        f"/v1beta/models/{_MODEL}:generateContent",
        400,
        _error(400, "INVALID_ARGUMENT", details=[{"@type": "type.googleapis.com/google.rpc.BadRequest"}]),
        {**_ASK, "nonsense": 1},
    ),
    Probe(
        "picture by an unknown model",
        "POST",
        "/v1beta/models/no-such-model:generateContent",
        404,
        _error(404, "NOT_FOUND"),
        _ASK,
    ),
]


@pytest.fixture(scope="module")
def stand_in() -> Iterator[Service]:
    with run_upstream(key="stand-in-key") as upstream:
        yield Service("stand-in", upstream.url, "x-goog-api-key", "stand-in-key")


@pytest.fixture
def google() -> Service:
    return Service("Google", _REAL, "x-goog-api-key", require(_VARIABLE, os.environ))


@pytest.fixture(params=["stand_in", "google"])
def service(request: pytest.FixtureRequest) -> Service:
    made: Service = request.getfixturevalue(request.param)
    return made


@pytest.mark.parametrize("probe", _PROBES, ids=lambda probe: probe.name)
def test_a_question_that_costs_nothing_is_answered_as_we_know_it(service: Service, probe: Probe) -> None:
    probe.check(service)


@pytest.mark.parametrize("probe", _PROBES, ids=lambda probe: probe.name)
def test_the_stand_in_says_nothing_that_google_does_not(google: Service, stand_in: Service, probe: Probe) -> None:
    assert list(find_inventions(probe.check(stand_in), probe.check(google))) == []


def test_a_wrong_key_is_named_in_the_details_of_the_refusal(service: Service) -> None:
    error = service.ask("GET", "/v1beta/models", key="AIza-no-such-key").json()["error"]
    reasons = [detail.get("reason") for detail in error["details"]]
    assert "API_KEY_INVALID" in reasons


def test_the_engine_takes_a_refused_key_for_the_operators_to_mend(service: Service) -> None:
    with pytest.raises(UpstreamDenied):
        _draw(service, key="AIza-no-such-key")


def test_the_engine_knows_a_model_that_is_not_there(service: Service) -> None:
    answer = service.ask("POST", "/v1beta/models/no-such-model:generateContent", _ASK)
    assert read_complaint(answer.status_code, answer.content).status == 404


def test_one_picture_comes_with_the_tokens_that_it_cost(service: Service) -> None:
    if service.name != "stand-in":
        require("PINXIT_LIVE_SPEND", os.environ, "1, which costs some four cents,")
    (picture,) = _draw(service)
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
        assert image.size == (picture.size.width, picture.size.height) == (1024, 1024)
    assert picture.usage is not None
    assert 0 < picture.usage.text_tokens < 100
    assert picture.usage.output_image_tokens >= 500


def _draw(service: Service, key: str = "") -> tuple[Picture, ...]:
    """Pictures as the engine gets them; `key` in the place of the service's own."""
    upstream = Upstream("gemini", "gemini", url=service.url, key=Secret(key or service.key), models=(_MODEL,))

    async def draw() -> tuple[Picture, ...]:
        engine = open_upstream(upstream)
        try:
            result = await Studio(Catalog([engine])).create(ImageRequest(_MODEL, "a red apple", size=Size(1024, 1024)))
        finally:
            await engine.close()
        return result.pictures

    return asyncio.run(draw())

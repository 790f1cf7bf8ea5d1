"""What OpenAI's service says to questions that cost nothing, asked of the stand-in and, with a key, of OpenAI itself.

    PINXIT_LIVE_OPENAI_KEY=... python -m pytest tests/live/test_openai_live.py

A single picture at the cheapest setting, about a cent, is made only with PINXIT_LIVE_SPEND=1 besides.
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
from pinxit.core.errors import UpstreamDenied, UpstreamFailed
from pinxit.core.images import ImageRequest, Picture, Quality, Size
from pinxit.core.studio import Studio
from pinxit.engines.upstreams import open_upstream
from pinxit.testing.upstream import run_upstream
from pinxit.upstreams import Secret, Upstream

_REAL = "https://api.openai.com"
_VARIABLE = "PINXIT_LIVE_OPENAI_KEY"
_MODEL = os.environ.get("PINXIT_LIVE_OPENAI_MODEL", "gpt-image-1-mini")
_ASK = {"model": _MODEL, "prompt": "a red apple", "size": "1024x1024", "quality": "low"}
_GENERATE = "/v1/images/generations"
_CARD = {"id": str, "object": "model", "created": int, "owned_by": str}
_WRONG_KEY = "sk-no-such-key-000000000000000000000000"


def _error(code: str | None, param: object = None) -> dict[str, object]:
    """Null counts as well as a value: both have the key."""
    return {"error": {"message": str, "type": "invalid_request_error", "param": param, "code": code}}


_PROBES = [
    Probe("list of models", "GET", "/v1/models", 200, {"object": "list", "data": [_CARD]}),
    Probe("one model", "GET", f"/v1/models/{_MODEL}", 200, {**_CARD, "id": _MODEL}),
    Probe("unknown model", "GET", "/v1/models/no-such-model", 404, _error("model_not_found", "model")),
    Probe("wrong key", "GET", "/v1/models", 401, _error("invalid_api_key"), key=_WRONG_KEY),
    Probe("wrong key for a picture", "POST", _GENERATE, 401, _error("invalid_api_key"), _ASK, key=_WRONG_KEY),
    Probe("no key", "POST", _GENERATE, 401, {"error": {"message": str, "type": "invalid_request_error"}}, _ASK, key=""),
    Probe(
        "unknown parameter",
        "POST",
        _GENERATE,
        400,
        _error("unknown_parameter", "nonsense"),
        {**_ASK, "nonsense": 1},
    ),
    Probe("unknown quality", "POST", _GENERATE, 400, _error("invalid_value", "quality"), {**_ASK, "quality": "best"}),
    Probe(
        "no prompt",
        "POST",
        _GENERATE,
        400,
        {"error": {"message": str, "type": "invalid_request_error", "param": "prompt"}},
        {"model": _MODEL},
    ),
]


@pytest.fixture(scope="module")
def stand_in() -> Iterator[Service]:
    with run_upstream(key="stand-in-key") as upstream:
        yield Service("stand-in", upstream.url, "authorization", "stand-in-key", "Bearer ")


@pytest.fixture
def openai() -> Service:
    return Service("OpenAI", _REAL, "authorization", require(_VARIABLE, os.environ), "Bearer ")


@pytest.fixture(params=["stand_in", "openai"])
def service(request: pytest.FixtureRequest) -> Service:
    made: Service = request.getfixturevalue(request.param)
    return made


@pytest.mark.parametrize("probe", _PROBES, ids=lambda probe: probe.name)
def test_a_question_that_costs_nothing_is_answered_as_we_know_it(service: Service, probe: Probe) -> None:
    probe.check(service)


@pytest.mark.parametrize("probe", _PROBES, ids=lambda probe: probe.name)
def test_the_stand_in_says_nothing_that_openai_does_not(openai: Service, stand_in: Service, probe: Probe) -> None:
    assert list(find_inventions(probe.check(stand_in), probe.check(openai))) == []


def test_the_engine_takes_a_refused_key_for_the_operators_to_mend(service: Service) -> None:
    with pytest.raises(UpstreamDenied):
        _draw(service, key=_WRONG_KEY)


def test_the_engine_names_a_model_that_is_not_there_as_the_operators_to_mend(service: Service) -> None:
    with pytest.raises(UpstreamFailed) as caught:
        _draw(service, model="no-such-model")
    assert caught.value.code == "upstream_model_missing"


def test_one_picture_comes_with_the_tokens_that_it_cost(service: Service) -> None:
    if service.name != "stand-in":
        require("PINXIT_LIVE_SPEND", os.environ, "1, which costs about a cent,")
    (picture,) = _draw(service)
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
        assert image.size == (picture.size.width, picture.size.height) == (1024, 1024)
    assert picture.usage is not None
    assert 0 < picture.usage.text_tokens < 100
    assert picture.usage.output_image_tokens >= 100


def _draw(service: Service, key: str = "", model: str = _MODEL) -> tuple[Picture, ...]:
    """Pictures as the engine gets them; `key` in the place of the service's own."""
    upstream = Upstream("openai", "openai", url=f"{service.url}/v1", key=Secret(key or service.key), models=(model,))
    request = ImageRequest(model, "a red apple", size=Size(1024, 1024), quality=Quality.LOW)

    async def draw() -> tuple[Picture, ...]:
        engine = open_upstream(upstream)
        try:
            return (await Studio(Catalog([engine])).create(request)).pictures
        finally:
            await engine.close()

    return asyncio.run(draw())

"""Whatever is sent, the answer is a picture or a 4xx in the envelope: never a 500, never silence."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pinxit.core.access import make_key
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_MANY = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "model": st.sampled_from(["auto", "pinxit-fake", "gpt-image-1", "nope", ""]) | _JSON,
    "prompt": st.text(max_size=60).map(lambda text: text.replace("[", "(")) | _JSON,
    "size": st.sampled_from(["auto", "1:1", "64x64", "16;9", "0x0", "64x٦٤", "²x²"]) | st.text(max_size=12) | _JSON,
    "n": st.integers(-2, 12) | _JSON,
    "quality": st.sampled_from(["low", "medium", "high", "auto", "HIGH"]) | _JSON,
    "output_format": st.sampled_from(["png", "jpeg", "webp", "gif"]) | _JSON,
    "output_compression": st.integers(-5, 105) | _JSON,
    "background": st.sampled_from(["transparent", "opaque", "auto"]) | _JSON,
    "seed": st.integers(-(2**65), 2**65) | _JSON,
    "user": _JSON,
    "response_format": st.sampled_from(["b64_json", "url"]) | _JSON,
    "stream": _JSON,
}
_HEADER = st.tuples(
    st.sampled_from(["content-type", "authorization", "x-request-id", "x-stainless-lang", "content-length", "accept"])
    | st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,12}", fullmatch=True),
    st.binary(max_size=40),
)


def _post(body: bytes, headers: list[tuple[bytes, bytes]] | None = None) -> httpx.Response:
    async def run() -> httpx.Response:
        engine = FakeEngine()
        app = build_app(make_desk(engine, _KEY))
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit") as client:
            sent = [(b"authorization", _SECRET.encode()), *(headers or [])]
            return await client.post("/v1/images/generations", content=body, headers=sent)

    return asyncio.run(run())


def _check(answer: httpx.Response) -> None:
    assert answer.headers["x-request-id"]
    assert answer.headers["content-type"] == "application/json"
    content = answer.json()
    if answer.status_code == 200:
        assert content["data"][0]["b64_json"]
    else:
        assert 400 <= answer.status_code < 500, answer.text
        assert set(content) == {"error"}
        assert set(content["error"]) == {"message", "type", "code", "param"}
        assert content["error"]["message"]


@_MANY
@given(st.fixed_dictionaries({}, optional=_FIELDS))
@example({"model": "auto", "prompt": "\ud800"})
@example({"model": "auto", "prompt": "\x00"})
@example({"model": "auto", "prompt": "x", "size": "٦٤x٦٤"})
def test_any_values_of_the_known_fields(fields: dict[str, Any]) -> None:
    # Small where nothing is said: the fuzz is about reading, not about painting.
    _check(_post(json.dumps({"size": "64x64", **fields}).encode()))


@_MANY
@given(st.dictionaries(st.text(max_size=20), _JSON, max_size=4))
def test_any_unknown_fields(fields: dict[str, Any]) -> None:
    text = json.dumps({**fields, "model": "auto", "prompt": "x", "size": "64x64"})
    _check(_post(text.encode("utf-8", "surrogatepass")))


@_MANY
@given(st.binary(max_size=200) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_at_all(body: bytes) -> None:
    _check(_post(body))


@_MANY
@given(st.lists(_HEADER, max_size=4))
def test_any_headers(headers: list[tuple[str, bytes]]) -> None:
    body = b'{"model":"auto","prompt":"x","size":"64x64"}'
    _check(_post(body, [(name.encode(), value) for name, value in headers]))

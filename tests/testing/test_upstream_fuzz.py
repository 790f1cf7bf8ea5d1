"""Whatever the stand-in is asked, it answers; it never breaks by itself."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.reception import Reception
from pinxit.testing.upstream.rules import Rules

_HEADERS = {"x-goog-api-key": "k", "authorization": "Bearer k", "content-type": "application/json"}
_TALK = {"contents": [{"role": "user", "parts": [{"text": "a fox"}]}]}
_FLOW = {"prompt": {"9": {"class_type": "SaveImage", "inputs": {}}}}
_BODIES: dict[str, dict[str, Any]] = {
    "/v1beta/models/gemini-2.5-flash-image:generateContent": _TALK,
    "/v1beta/models/gemini-3-pro-image:streamGenerateContent?alt=sse": _TALK,
    "/v1beta/models/gemini-3-pro-image:countTokens": _TALK,
    "/v1/images/generations": {"model": "gpt-image-2", "prompt": "a fox"},
    "/v1/images/edits": {"model": "model", "prompt": "a fox"},
    "/sdapi/v1/txt2img": {"width": 64, "height": 64},
    "/sdapi/v1/img2img": {"width": 64, "height": 64},
    "/sdapi/v1/options": {},
    "/prompt": _FLOW,
    "/queue": {},
    "/interrupt": {},
    "/upload/image": {},
    "/_control": {},
}
_NAMES = (
    " contents parts text inlineData mimeType data role thought thoughtSignature generationConfig"
    " imageConfig aspectRatio imageSize candidateCount responseModalities thinkingConfig systemInstruction"
    " safetySettings generateContentRequest prompt model n size quality images image_url mask stream"
    " output_format width height batch_size n_iter init_images sampler_name seed class_type inputs"
    " ckpt_name delete clear next always mix"
).split()
_PLAIN = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | st.text(max_size=8)
_WORDS = st.sampled_from(["a fox", "1:1", "1024x1024", "gpt-image-2", "image/png", "data:image/png;base64,AA", "model"])
_VALUES = st.recursive(
    _PLAIN | _WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def reception() -> Reception:
    return Reception(Rules({"main": "k"}, models=("model",)), keep=10)


@pytest.mark.parametrize("path", list(_BODIES))
@settings(max_examples=25, deadline=None, database=None)
@given(body=_VALUES)
def test_any_json_is_answered(reception: Reception, path: str, body: Any) -> None:
    for sent in (body, _BODIES[path] | body if isinstance(body, dict) else [body]):
        _, reply = reception.answer(Asked("POST", path, _HEADERS, json.dumps(sent).encode()))
        assert b"The stand-in itself broke" not in reply.body, sent


@pytest.mark.parametrize("path", list(_BODIES))
def test_any_bytes_are_answered(reception: Reception, path: str) -> None:
    for kind in ("application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain"):
        for body in (b"", b"{", b"\xff\xfe", b'"', b"--x\r\n\r\n", b"--x--"):
            _, reply = reception.answer(Asked("POST", path, {**_HEADERS, "content-type": kind}, body))
            assert b"The stand-in itself broke" not in reply.body, (kind, body)


@pytest.mark.parametrize("query", ["pageSize=x", "pageSize=-5", "pageToken=x", "pageToken=-1", "key=%ff", "a=b=c&&"])
def test_any_query_is_answered(reception: Reception, query: str) -> None:
    _, reply = reception.answer(Asked("GET", f"/v1beta/models?{query}", _HEADERS))
    assert b"The stand-in itself broke" not in reply.body


@given(text=st.text(max_size=60) | st.text("[]429 x503slowreset.=retry", max_size=30))
def test_any_text_is_a_misbehaviour_or_is_refused_as_none(text: str) -> None:
    try:
        made = Misbehaviour.parse(text)
    except ValueError:
        return
    assert Misbehaviour.parse(str(made)) == made


def test_should_it_break_all_the_same_it_says_so_in_its_log(caplog: pytest.LogCaptureFixture) -> None:
    reception = Reception(Rules({"main": "k"}))
    reception.script.choose = None  # type: ignore[method-assign,assignment]
    with caplog.at_level(logging.ERROR):
        _, reply = reception.answer(Asked("POST", next(iter(_BODIES)), _HEADERS, b"{}"))
    assert reply.status == 500
    assert "the stand-in itself broke" in caplog.text

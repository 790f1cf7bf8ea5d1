"""Whatever is sent, a chat and a prediction are read or refused with a field's name; nothing else happens."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core.errors import InvalidRequest
from pinxit.dialects.chat import read_chat
from pinxit.dialects.chat.models import ChatRequest
from pinxit.dialects.predictions import PredictionRequest, read_prediction

_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"  # a GIF of one pixel
_WORDS = st.sampled_from(
    [
        "",
        " ",
        "a fox",
        "text",
        "image_url",
        "user",
        "system",
        "1:1",
        "2K",
        _PIXEL,
        f"![x]({_PIXEL}) x",
        "https://a/b.png",
    ]
)
_LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS
_KEYS = st.sampled_from(["role", "content", "type", "text", "image_url", "url", "images", "experimental_attachments"])
_ANY = st.recursive(
    _LEAF | st.text(max_size=8, alphabet=st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=8,
)
_PART = st.fixed_dictionaries(
    {"type": st.sampled_from(["text", "image_url", "input_image"])},
    optional={"text": _WORDS, "image_url": _WORDS | st.fixed_dictionaries({"url": _WORDS})},
)
_MESSAGE = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant", "system", "tool"])},
    optional={"content": st.none() | _WORDS | st.lists(_PART | _WORDS, max_size=3), "images": _ANY},
)


def _fields(model: Any) -> Any:
    return st.dictionaries(st.sampled_from(sorted(model.model_fields)) | st.text(max_size=5), _ANY, max_size=5)


@settings(max_examples=400, deadline=None)
@given(st.lists(_MESSAGE | _ANY, max_size=4), _fields(ChatRequest))
def test_any_chat_is_read_or_refused(messages: list[Any], fields: dict[str, Any]) -> None:
    with contextlib.suppress(InvalidRequest):
        chat = read_chat(json.dumps({"model": "fake", "messages": messages} | fields).encode())
        assert chat.asked.wish["prompt"] or chat.asked.references


@settings(max_examples=300, deadline=None)
@given(st.booleans(), _fields(PredictionRequest))
def test_any_prediction_is_read_or_refused(edit: bool, fields: dict[str, Any]) -> None:
    with contextlib.suppress(InvalidRequest):
        wanted = read_prediction(json.dumps({"prompt": "a fox"} | fields).encode(), "fake", edit=edit)
        assert wanted.asked.wish["prompt"] or wanted.asked.references

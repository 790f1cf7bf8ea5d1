"""Whatever is sent, reading ends in a wish or in a refusal: messages made from the models' own schemas, and spoilt."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest
from pinxit.dialects.gemini import interactions
from pinxit.dialects.gemini.errors import write_error
from pinxit.dialects.gemini.interactions import read_interaction
from pinxit.dialects.gemini.messages import read_message
from pinxit.dialects.gemini.models import (
    CountTokensRequest,
    ErrorEnvelope,
    GenerateContentRequest,
    InteractionErrorEnvelope,
    InteractionRequest,
    PredictRequest,
)
from pinxit.dialects.gemini.predictions import read_prediction
from pinxit.dialects.gemini.reading import read_counting, read_generation

_GIF = "R0lGODlhAQABAAAAACwAAAAAAQABAAA="
_WORDS = ["", "a fox", "16:9", "2K", "image/jpeg", "image/png", "text/plain", "IMAGE", "TEXT", _GIF, "files/a", "auto"]
_TEXTS = st.sampled_from([*_WORDS, "https://example.com/a.png", f"data:image/gif;base64,{_GIF}"]) | st.text(max_size=8)
_ANY = st.none() | st.booleans() | st.integers() | _TEXTS | st.lists(_TEXTS, max_size=2)


def _follow(schema: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a schema, some of them with a field too many or of the wrong kind."""
    if reference := schema.get("$ref"):
        return st.deferred(lambda: _follow(whole["$defs"][reference.rsplit("/", 1)[1]], whole))
    if kinds := schema.get("anyOf"):
        return st.one_of([_follow(kind, whole) for kind in kinds])
    if words := schema.get("enum") or ([schema["const"]] if "const" in schema else None):
        return st.sampled_from(words)
    kind = schema.get("type")
    if kind == "array":
        return st.lists(_follow(schema.get("items", {}), whole), min_size=1, max_size=schema.get("maxItems", 3))
    if kind == "object" and "properties" in schema:
        fields = {name: _follow(inner, whole) for name, inner in schema["properties"].items()}
        wanted = {name: fields.pop(name) for name in schema.get("required", ())}
        whole_ones = _some(wanted, fields) if fields else st.fixed_dictionaries(wanted)
        spoilt = st.fixed_dictionaries({**wanted, "spoilt": _ANY})
        return st.integers(0, 19).flatmap(lambda chance: spoilt if chance == 7 else whole_ones)
    if kind == "object":
        return st.dictionaries(st.sampled_from(["googleSearch", "a"]), _ANY, max_size=1)
    if kind == "integer":
        return st.integers(schema.get("minimum", -3), schema.get("maximum", 4))
    simple: dict[str, st.SearchStrategy[Any]] = {
        "string": _TEXTS,
        "boolean": st.booleans(),
        "number": st.floats(-2, 2),
        "null": st.none(),
    }
    return simple.get(str(kind), _ANY)


def _some(wanted: dict[str, Any], others: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Objects with at most three of the fields that they may have: of all at once, one would always be refused."""
    names = st.lists(st.sampled_from(sorted(others)), unique=True, min_size=1, max_size=3)
    return names.flatmap(lambda chosen: st.fixed_dictionaries(wanted | {name: others[name] for name in chosen}))


def _draw_from(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    whole = model.model_json_schema()
    return _follow(whole, whole)


def _read(model: type[BaseModel], body: bytes) -> ImageRequest | None:
    """What the message comes to, pictures that are still to be fetched left out."""
    if model is InteractionRequest:
        return read_interaction(body).wish.with_pictures("auto", ())
    if model is PredictRequest:
        return read_prediction(body, "imagen").with_pictures("auto", ())
    if model is CountTokensRequest:
        read_counting(body, "auto")
        return None
    return read_generation(body, "gemini-3-pro-image").with_pictures("auto", ())


@pytest.mark.parametrize("model", [GenerateContentRequest, CountTokensRequest, PredictRequest, InteractionRequest])
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_every_message_is_read_or_refused_in_an_envelope(model: type[BaseModel], data: st.DataObject) -> None:
    message = data.draw(_draw_from(model))
    _check(_refusal(model, json.dumps(message).encode()))


@pytest.mark.parametrize("model", [GenerateContentRequest, CountTokensRequest, PredictRequest, InteractionRequest])
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    body=st.recursive(
        _ANY,
        lambda inner: (
            st.dictionaries(
                st.sampled_from(
                    [
                        "contents",
                        "parts",
                        "text",
                        "instances",
                        "prompt",
                        "input",
                        "model",
                        "type",
                        "role",
                        "generationConfig",
                    ]
                ),
                inner,
                max_size=4,
            )
            | st.lists(inner, max_size=3)
        ),
    )
)
def test_json_of_any_shape_is_read_or_refused(model: type[BaseModel], body: Any) -> None:
    _check(_refusal(model, json.dumps(body).encode()))


def _refusal(model: type[BaseModel], body: bytes) -> InvalidRequest | None:
    try:
        _read(model, body)
    except InvalidRequest as error:
        return error
    return None


def _check(error: InvalidRequest | None) -> None:
    if error is not None:
        assert error.message
        assert read_message(ErrorEnvelope, write_error(error).body).error.code == 400
        assert read_message(InteractionErrorEnvelope, interactions.write_error(error).body).error.code

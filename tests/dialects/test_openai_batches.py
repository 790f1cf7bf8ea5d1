"""OpenAI's files and batches, read and written."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import openai
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core.batches import Batch, BatchState, Problem, Task
from pinxit.core.errors import InvalidRequest, Overloaded, PinxitError
from pinxit.core.filing import LONGEST, StoredFile
from pinxit.dialects.openai import batches, files

_PATH = batches.GENERATIONS
_TIMES = {"created_at": 1000.9, "expires_at": 87_400.9}
_BATCH = Batch("batch_1", "anna", _PATH, "file-1", _TIMES, 3600, "http://here/", output_file="file-2")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)

_NAMES = st.sampled_from(["purpose", "expires_after", "expires_after[seconds]", "[", "a[b]c", ""]) | st.text(max_size=8)


def _line(**change: Any) -> bytes:
    line = {"custom_id": "a", "method": "POST", "url": _PATH, "body": {"prompt": "a fox"}, **change}
    return json.dumps({name: value for name, value in line.items() if value is not ...}).encode()


def test_a_line_is_a_request_with_its_body_as_json() -> None:
    task = batches.read_task(7, _line(more="ignored"), _PATH)
    assert task == Task(7, "a", b'{"prompt":"a fox"}')


@pytest.mark.parametrize(
    ("change", "code", "param"),
    [
        ({"custom_id": ...}, "missing_required_parameter", "custom_id"),
        ({"custom_id": None}, "missing_required_parameter", "custom_id"),
        ({"custom_id": ""}, "invalid_value", "custom_id"),
        ({"custom_id": "x" * 513}, "invalid_value", "custom_id"),
        ({"custom_id": ["a"]}, "invalid_value", "custom_id"),
        ({"method": ...}, "missing_required_parameter", "method"),
        ({"method": "post"}, "invalid_method", "method"),
        ({"url": _PATH + "/"}, "url_mismatch", "url"),
        ({"url": "/v1/images/edits"}, "url_mismatch", "url"),
        ({"body": []}, "invalid_value", "body"),
        ({"body": ...}, "missing_required_parameter", "body"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_bad_line_is_named_with_its_field(change: dict[str, Any], code: str, param: str) -> None:
    problem = batches.read_task(3, _line(**change), _PATH)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.param) == (code, 3, param)


@settings(deadline=None)
@given(st.binary(max_size=60) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_any_line_is_a_request_or_a_problem(data: bytes) -> None:
    assert isinstance(batches.read_task(1, data, _PATH), Task | Problem)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["custom_id", "method", "url", "body"]), _JSON, min_size=4))
def test_any_fields_of_a_line_are_a_request_or_a_problem(fields: dict[str, Any]) -> None:
    assert isinstance(batches.read_task(1, json.dumps(fields).encode(), _PATH), Task | Problem)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["input_file_id", "endpoint", "completion_window", "metadata", "output_expires_after"]), _JSON
    )
)
def test_any_body_is_a_batch_or_is_refused_in_our_words(fields: dict[str, Any]) -> None:
    right = {"input_file_id": "file-1", "endpoint": _PATH, "completion_window": "24h"}
    with suppress(InvalidRequest):
        batches.read_batch(json.dumps(right | fields).encode())


def test_every_line_that_is_written_is_one_line_of_json() -> None:
    task = Task(1, 'a "name"\n\u2028', b"")
    error: PinxitError = Overloaded("Two\nlines.", retry_after=1)
    for text in (
        batches.write_failure(_BATCH, task, error),
        batches.write_undone(_BATCH, task, "batch_expired"),
    ):
        assert text.endswith(b"\n")
        assert text.count(b"\n") == 1
        told = orjson.loads(text)
        assert told["custom_id"] == task.custom_id
        assert set(told) == {"id", "custom_id", "response", "error"}
        assert (told["response"] is None) == (told["error"] is not None)


def test_a_batch_names_its_files_when_it_is_closed_and_not_before() -> None:
    assert batches.describe_batch(_BATCH)["output_file_id"] is None
    closed = replace(_BATCH, state=BatchState.COMPLETED, times={**_TIMES, "completed_at": 2000.0})
    told = openai.types.Batch.model_validate_json(batches.write_batch(closed))
    assert (told.output_file_id, told.error_file_id) == ("file-2", None)
    assert (told.created_at, told.completed_at, told.cancelled_at) == (1000, 2000, None)
    assert set(batches.describe_batch(closed)) == set(batches.BatchAnswer.model_fields)


def test_a_file_is_told_as_the_official_client_expects_it() -> None:
    file = StoredFile("file-1", "anna", "a.png", "vision", 5, 1000.9, 4600.9)
    told = openai.types.FileObject.model_validate_json(files.write_file(file))
    assert (told.bytes, told.created_at, told.expires_at, told.filename) == (5, 1000, 4600, "a.png")
    assert set(files.describe_file(file)) == set(files.FileAnswer.model_fields)


def test_an_upload_is_kept_for_thirty_days_unless_it_says_otherwise() -> None:
    assert files.read_upload([("purpose", "batch")]) == files.Upload("batch", LONGEST)
    said = [("purpose", "vision"), ("expires_after[anchor]", "created_at"), ("expires_after[seconds]", "7200")]
    assert files.read_upload(said) == files.Upload("vision", 7200)


@settings(deadline=None)
@given(st.lists(st.tuples(_NAMES, st.text(max_size=9)), max_size=5))
def test_any_texts_of_a_form_are_an_upload_or_are_refused_in_our_words(texts: list[tuple[str, str]]) -> None:
    with suppress(InvalidRequest):
        files.read_upload(texts)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_a_cleaned_name_holds_no_folder_and_its_header_is_one_line_of_ascii(said: str) -> None:
    name = files.clean_name(said)
    assert 1 <= len(name) <= 255
    assert not set(name) & set("/\\\x00\r\n")
    header = files.write_disposition(name)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2

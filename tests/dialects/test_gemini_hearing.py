"""What Gemini answers, read without trust: any bytes are a picture, an honest outcome, or UpstreamFailed."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import orjson
import pytest
from google.genai import types
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import Blocked, NoPicture, PinxitError, UpstreamFailed
from pinxit.core.images import Usage
from pinxit.dialects.gemini.hearing import Complaint, Heard, read_answer, read_complaint, read_usage
from pinxit.dialects.gemini.reasons import REASONS, Outcome, find_outcome, name_reasons

_PICTURE = {"inlineData": {"mimeType": "image/png", "data": "AAAA"}}


def _read(content: Any) -> Heard | Complaint:
    return read_answer(json.dumps(content).encode())


def _hear(*parts: Any, **candidate: Any) -> Heard:
    heard = _read({"candidates": [{"content": {"parts": parts}, "finishReason": "STOP", **candidate}]})
    assert isinstance(heard, Heard)
    return heard


def test_words_and_the_last_picture_that_is_no_thought_count() -> None:
    def show(data: str, **fields: Any) -> dict[str, Any]:
        return {"inlineData": {"mimeType": "image/png", "data": data}, **fields}

    heard = _hear(
        {"text": "Let me think.", "thought": True},
        show("one", thought=True),
        {"text": " First, "},
        show("two"),
        {"text": "then."},
        show("three", thoughtSignature="s3"),
        show("three", thought=True),
        show("four", thought=True, thoughtSignature="s4"),
    )
    assert (heard.picture, heard.signature) == ("three", "s3")
    assert heard.description == "First,\nthen."
    assert heard.thoughts == ("one", "four")


def test_a_signature_may_stand_at_the_words() -> None:
    assert _hear({"text": "Here.", "thoughtSignature": "s1"}, _PICTURE).signature == "s1"


def test_names_in_snake_case_roles_numbers_and_nulls_do_not_matter() -> None:
    part = {"inline_data": {"mime_type": None, "data": "AAAA"}, "text": None, "thought": None}
    content = {"parts": [None, part], "role": "assistant"}
    heard = _read({"candidates": [{"content": content, "finish_reason": "STOP", "index": None}], "error": None})
    assert isinstance(heard, Heard)
    assert heard.picture == "AAAA"


def test_a_picture_counts_though_it_ended_for_want_of_tokens_and_not_though_it_was_declined() -> None:
    assert _hear(_PICTURE, finishReason="MAX_TOKENS").picture == "AAAA"
    with pytest.raises(Blocked):
        _hear(_PICTURE, finishReason="IMAGE_SAFETY")


def test_a_part_that_is_no_picture_is_not_taken_for_one() -> None:
    sound = {"inlineData": {"mimeType": "audio/wav", "data": "AAAA"}}
    with pytest.raises(NoPicture):
        _hear(sound)


@pytest.mark.parametrize("reason", list(types.FinishReason), ids=lambda reason: reason.value)
def test_every_finish_reason_of_googles_client_has_an_outcome(reason: types.FinishReason) -> None:
    assert reason.value.lower() in REASONS
    content = {"candidates": [{"finishReason": reason.value, "finishMessage": "Because."}]}
    outcome = REASONS[reason.value.lower()].outcome
    if outcome is Outcome.DENIED:
        assert _read(content) == Complaint(403, code=reason.value, denied=True)
        return
    expected = {Outcome.BLOCKED: Blocked, Outcome.NONE: NoPicture, Outcome.FAILED: UpstreamFailed}[outcome]
    with pytest.raises(PinxitError) as caught:
        _read(content)
    assert type(caught.value) is expected
    assert "Because." in caught.value.message
    if isinstance(caught.value, Blocked):
        assert caught.value.stage == "output"


@pytest.mark.parametrize("reason", list(types.BlockedReason), ids=lambda reason: reason.value)
def test_every_block_reason_of_googles_client_is_a_declined_wish(reason: types.BlockedReason) -> None:
    assert reason.value.lower() in REASONS
    with pytest.raises(Blocked) as caught:
        _read({"promptFeedback": {"blockReason": reason.value}})
    assert (caught.value.reason, caught.value.stage) == (reason.value.lower(), "input")
    assert not isinstance(caught.value, NoPicture)


@pytest.mark.parametrize("word", sorted(REASONS))
def test_the_table_says_only_words_that_google_has(word: str) -> None:
    before, after = name_reasons(Blocked("no", reason=word))
    assert before in types.BlockedReason.__members__
    assert after in types.FinishReason.__members__
    assert find_outcome(after) in {REASONS[word].outcome, Outcome.BLOCKED}


@pytest.mark.parametrize(
    "word", ["IMAGE_SAFETY", "BLOCKLIST", "SPII", "LANGUAGE", "MODEL_ARMOR", "IMAGE_RECITATION", "MAX_TOKENS"]
)
def test_a_reason_that_came_from_google_goes_out_again_as_it_came(word: str) -> None:
    with pytest.raises(Blocked) as caught:
        _read({"candidates": [{"finishReason": word}]})
    assert name_reasons(caught.value)[1] == word


def test_reasons_that_are_newer_than_the_table() -> None:
    with pytest.raises(Blocked):
        _read({"candidates": [{"finishReason": "IMAGE_OF_SOMEBODY"}]})
    with pytest.raises(UpstreamFailed):
        _read({"candidates": [{"finishReason": "TIRED"}]})
    with pytest.raises(Blocked):
        _read({"promptFeedback": {"blockReason": "OF_LATE"}})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"5",
        b'"text"',
        b"\xff\xfe\x00",
        b"<!doctype html><title>502</title>",
        b'{"candidates": [{"content": {"parts": [{"inlineData": {"data": "AAA',
        b"{}",
        b'{"candidates": []}',
        b'{"candidates": null, "promptFeedback": null}',
        b'{"candidates": {}, "promptFeedback": {"blockReason": ""}}',
        b'{"candidates": "none"}',
        b'{"candidates": [5]}',
        b'{"candidates": [{"finishReason": 7}]}',
        b'{"candidates": [{"content": {"parts": 7}}]}',
        b'{"candidates": [{"content": {"parts": [{"inlineData": "AAAA"}]}}]}',
        b'{"candidates": [{"content": {"parts": [{"inlineData": {"data": 5}}]}}]}',
        b'{"promptFeedback": {"blockReason": ["SAFETY"]}}',
        b"[" * 2000,
        b'{"a":' * 900 + b"1" + b"}" * 900,
    ],
    ids=lambda body: str(body[:40]),
)
def test_what_is_no_answer_is_a_failure_of_the_service(body: bytes) -> None:
    with pytest.raises(UpstreamFailed) as caught:
        read_answer(body)
    assert caught.value.message.startswith("The upstream ")
    assert not caught.value.undone


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_FIELDS = (
    "candidates,content,parts,inlineData,data,mimeType,finishReason,promptFeedback,blockReason,usageMetadata,"
    "promptTokenCount,error,code,details,thoughtSignature"
).split(",")
_ALIKE = st.recursive(
    _JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_FIELDS), inner, max_size=5),
    max_leaves=12,
)


@given(_ALIKE | st.fixed_dictionaries({"candidates": st.lists(_ALIKE, max_size=2)}))
def test_no_json_breaks_the_reader(content: Any) -> None:
    with suppress(PinxitError):
        assert isinstance(_read(content), Heard | Complaint)


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    assert isinstance(read_complaint(500, body), Complaint)
    with pytest.raises(PinxitError):
        read_answer(body)


def test_words_of_a_service_are_shortened_and_put_on_one_line() -> None:
    long = "No.\r\n" * 500
    with pytest.raises(NoPicture) as caught:
        _read({"candidates": [{"content": {"parts": [{"text": long}]}, "finishReason": "STOP"}]})
    assert len(caught.value.message) < 450
    assert "\n" not in caught.value.message
    complaint = read_complaint(400, json.dumps({"error": {"message": long, "status": "x" * 5000}}).encode())
    assert len(complaint.message) <= 300
    assert len(complaint.code) < 70


@pytest.mark.parametrize(
    ("told", "usage"),
    [
        ({"promptTokenCount": 7, "candidatesTokenCount": 1290}, Usage(7, 0, 1290, 0)),
        (
            {"promptTokenCount": 535, "candidatesTokenCount": 1291, "toolUsePromptTokenCount": 5}
            | {"promptTokensDetails": [{"modality": "IMAGE", "tokenCount": 516}]}
            | {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1290}]},
            Usage(24, 516, 1291, 1),
        ),
        (
            {"promptTokenCount": 7, "candidatesTokenCount": 1120, "thoughtsTokenCount": 300},
            Usage(7, 0, 1420, 300),
        ),
        (
            {"promptTokenCount": 7, "candidatesTokenCount": 1130}
            | {"candidatesTokensDetails": [{"modality": "TEXT", "tokenCount": 10}]},
            Usage(7, 0, 1130, 10),
        ),
        (
            {"promptTokenCount": 7, "candidatesTokenCount": 100}
            | {"candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 900}]}
            | {"promptTokensDetails": [{"modality": "IMAGE", "tokenCount": 900}, {"modality": "AUDIO"}, 5]},
            Usage(0, 7, 100, 0),
        ),
        ({}, None),
        (None, None),
        ([], None),
        ({"promptTokenCount": "lots"}, None),
        ({"candidatesTokenCount": -1}, None),
        ({"candidatesTokenCount": 10**12}, None),
        ({"thoughtsTokenCount": 1e300}, None),
    ],
    ids="no details,with pictures,thoughts,words only,too much,zero,null,list,text,negative,huge,enormous".split(","),
)
def test_tokens_are_read_as_they_are_told_or_not_at_all(told: Any, usage: Usage | None) -> None:
    assert read_usage(told) == usage


@given(_ALIKE)
def test_told_tokens_are_never_negative(told: Any) -> None:
    usage = read_usage(told)
    if usage is not None:
        assert min(usage.text_tokens, usage.image_tokens, usage.output_text_tokens, usage.output_image_tokens) >= 0


def test_an_error_with_the_status_200_is_an_error() -> None:
    content = {"error": {"code": 503, "message": "Overloaded.", "status": "UNAVAILABLE"}}
    assert _read(content) == Complaint(503, "Overloaded.", "UNAVAILABLE")
    assert _read({"error": {"code": 10**30}}) == Complaint(500)


def test_a_large_picture_is_not_copied_while_it_is_read() -> None:
    data = "A" * 4_000_000
    heard = read_answer(orjson.dumps({"candidates": [{"content": {"parts": [{"inlineData": {"data": data}}]}}]}))
    assert isinstance(heard, Heard)
    assert heard.picture == data

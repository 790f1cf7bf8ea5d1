"""What services with OpenAI's API answer, however they word it."""

from __future__ import annotations

import contextlib

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import Blocked, NoPicture, UpstreamFailed
from pinxit.core.images import Usage
from pinxit.dialects.openai.hearing import (
    Complaint,
    EventReader,
    Reply,
    read_complaint,
    read_event,
    read_images,
    read_usage,
)

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["error", "detail", "data", "message", "msg", "loc", "code", "type", "usage", "b64_json", "url"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"error":{"message":"No.","type":"x","code":"y","param":null}}', "No."),
        (b'{"error":"queue full"}', "queue full"),
        (b'{"detail":"Not Found"}', "Not Found"),
        (b'{"detail":[{"loc":["body","size"],"msg":"wrong","type":"t"}]}', "body.size: wrong"),
        (b'{"error":"HTTPException","detail":"x","errors":""}', "HTTPException"),
        (b'{"message":"Forbidden"}', "Forbidden"),
        (b'["first", "second"]', "first; second"),
        (b"<!DOCTYPE html><html><head><title>502 Bad\n Gateway</title>", 'a web page, "502 Bad Gateway"'),
        (b"<html>", "a web page"),
        (b"plain words", "plain words"),
        (b"", ""),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"null", ""),
    ],
)
def test_any_error_body_has_a_message(body: bytes, message: str) -> None:
    assert read_complaint(body).message == message


def test_moderation_is_a_refusal_of_the_wish() -> None:
    said = {
        "message": "Rejected by the safety system. safety_violations=[sexual].",
        "type": "image_generation_user_error",
        "code": "moderation_blocked",
        "moderation_details": {"categories": ["Self Harm"], "moderation_stage": "output"},
    }
    blocked = read_complaint(orjson.dumps({"error": said})).blocked
    assert isinstance(blocked, Blocked)
    assert (blocked.reason, blocked.stage) == ("self_harm", "output")
    del said["moderation_details"]
    blocked = read_complaint(orjson.dumps({"error": said})).blocked
    assert isinstance(blocked, Blocked)
    assert (blocked.reason, blocked.stage) == ("sexual", "input")


@pytest.mark.parametrize(
    "body",
    [
        {"code": "content_policy_violation", "message": "No."},
        {"message": "Content policy violation", "type": "503"},
        {"type": "image_generation_user_error", "code": None, "message": "No."},
    ],
    ids=["openai", "seed", "type-alone"],
)
def test_other_words_for_it_mean_the_same(body: dict[str, str]) -> None:
    assert isinstance(read_complaint(orjson.dumps({"error": body})).blocked, Blocked)


def test_a_wrong_value_is_no_refusal_of_the_wish() -> None:
    said = {"error": {"type": "image_generation_user_error", "code": "invalid_size", "message": "No."}}
    assert read_complaint(orjson.dumps(said)).blocked is None


@pytest.mark.parametrize(
    "error",
    [{"code": "insufficient_quota"}, {"type": "insufficient_quota"}, {"message": "Insufficient balance"}],
    ids=["code", "type", "seed"],
)
def test_an_empty_account_is_known_by_any_of_its_words(error: dict[str, str]) -> None:
    assert read_complaint(orjson.dumps({"error": error})).spent


def test_an_empty_list_is_no_picture() -> None:
    with pytest.raises(NoPicture):
        read_images(b'{"created":1,"data":[]}')


def test_a_data_url_in_the_place_of_an_address_is_the_picture() -> None:
    reply = read_images(b'{"data":[{"url":"data:image/png;base64,AAAA"},{"url":"/x.png","revised_prompt":"x"}]}')
    assert isinstance(reply, Reply)
    assert [(told.base64, told.url, told.words) for told in reply.pictures] == [
        ("data:image/png;base64,AAAA", None, ""),
        (None, "/x.png", "x"),
    ]


@pytest.mark.parametrize(
    ("said", "usage"),
    [
        (
            {
                "input_tokens": 30,
                "input_tokens_details": {"image_tokens": 20, "text_tokens": 10},
                "output_tokens": 100,
                "output_tokens_details": {"image_tokens": 90, "text_tokens": 10},
            },
            Usage(10, 20, 100, 10),
        ),
        ({"input_tokens": 5, "output_tokens": 100}, Usage(5, 0, 100)),
        ({"prompt_tokens": 5, "completion_tokens": 100, "prompt_tokens_details": None}, Usage(5, 0, 100)),
        ({"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}, None),
        ({"input_tokens": 5, "output_tokens": None}, None),
        ({"input_tokens": 5, "output_tokens": "100"}, None),
        ({"input_tokens": 5, "output_tokens": -1}, None),
        ({"input_tokens": 5, "output_tokens": True}, None),
        ({"input_tokens": 5, "input_tokens_details": {"image_tokens": 9}, "output_tokens": 1}, Usage(0, 5, 1)),
        ([], None),
        (None, None),
    ],
)
def test_tokens_are_told_or_they_are_not(said: object, usage: Usage | None) -> None:
    assert read_usage(said) == usage


@given(_JSON)
def test_no_answer_is_a_fault_of_ours(content: object) -> None:
    body = orjson.dumps(content, default=str) if not _too_wide(content) else b"{}"
    assert isinstance(read_complaint(body), Complaint)
    for read in (read_images, read_event):
        with contextlib.suppress(UpstreamFailed, NoPicture):
            assert isinstance(read(body), Reply | Complaint | None)


def _too_wide(content: object) -> bool:
    try:
        orjson.dumps(content)
    except (TypeError, orjson.JSONEncodeError):
        return True
    return False


@given(st.lists(st.integers(1, 30), max_size=40), st.sampled_from([b"\n", b"\r\n"]))
def test_a_stream_is_the_same_in_any_pieces(cuts: list[int], end: bytes) -> None:
    stream = (
        b": ping\n\nevent: a\ndata: one\n\ndata: two\ndata:three\n\nid: 5\n\n"
        b"event: error\ndata:  four\n\ndata: [DONE]\n\ndata: last"
    ).replace(b"\n", end)
    reader, found, at = EventReader(), list[bytes](), 0
    for cut in [*cuts, len(stream)]:
        found += reader.feed(stream[at : at + cut])
        at += cut
    found += reader.end()
    assert found == [b"one", b"two\nthree", b" four", b"[DONE]", b"last"]

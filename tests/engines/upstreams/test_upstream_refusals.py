"""What a service's refusal means for us."""

from __future__ import annotations

import logging

import pytest

from pinxit.core import errors
from pinxit.engines.upstreams.refusals import Refused, Refuser, read_wait
from pinxit.upstreams import Secret, Upstream

UPSTREAM = Upstream("paint", "openai", key=Secret("canary-one"), keys={"pnx": Secret("canary-one-and-more")})


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, errors.UpstreamFailed),
        (400, errors.InvalidRequest),
        (401, errors.UpstreamDenied),
        (402, errors.UpstreamDenied),
        (403, errors.UpstreamDenied),
        (404, errors.UpstreamFailed),
        (405, errors.UpstreamFailed),
        (408, errors.UpstreamTimeout),
        (409, errors.UpstreamFailed),
        (413, errors.RequestTooLarge),
        (422, errors.InvalidRequest),
        (429, errors.UpstreamBusy),
        (500, errors.UpstreamFailed),
        (503, errors.UpstreamFailed),
        (504, errors.UpstreamTimeout),
        (524, errors.UpstreamTimeout),
        (529, errors.UpstreamFailed),
        (599, errors.UpstreamFailed),
    ],
)
def test_every_status_has_its_error(status: int, kind: type[errors.PinxitError]) -> None:
    error = Refuser(UPSTREAM).tell(Refused(status, "no", "code"))
    assert type(error) is kind
    assert "paint" in error.message
    assert getattr(error, "undone", False) is (status in {503, 529})


def test_a_key_that_a_service_repeats_is_shown_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    refuser = Refuser(UPSTREAM)
    with caplog.at_level(logging.DEBUG):
        told = [
            refuser.tell(Refused(status, "wrong key canary-one-and-more", "code-canary-one")).message
            for status in (400, 401, 402, 404, 500)
        ]
    assert not [text for text in [*told, caplog.text] if "canary" in text or "and-more" in text]


def test_an_alarm_comes_once_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    refuser = Refuser(UPSTREAM, lambda: now[0])
    with caplog.at_level(logging.ERROR):
        for second in (0.0, 1.0, 59.0, 60.0, 61.0):
            now[0] = second
            refuser.tell(Refused(401))
    assert len(caplog.records) == 2


def test_long_words_are_cut_and_stand_on_one_line() -> None:
    message = Refuser(UPSTREAM).tell(Refused(500, "a\nb " * 1000)).message
    assert len(message) < 600
    assert "\n" not in message


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT"}, 60.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:10 GMT"}, None),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1e300"}, 86400.0),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_a_wait_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert read_wait(headers, now=40.0) == seconds

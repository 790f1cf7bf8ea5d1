"""What is left to a key, as OpenAI's headers tell it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.archive import Allowance, Gauge
from pinxit.dialects.openai.limits import write_allowance, write_span


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0s"),
        (-1.0, "0s"),
        (0.0001, "1ms"),
        (0.25, "250ms"),
        (0.9995, "1s"),
        (1.0, "1s"),
        (59.2, "1m0s"),
        (360.0, "6m0s"),
        (3600.0, "1h0m0s"),
        (93_612.0, "26h0m12s"),
    ],
)
def test_spans_are_written_as_openai_writes_them(seconds: float, text: str) -> None:
    assert write_span(seconds) == text


@given(st.floats(0, 40 * 86_400))
def test_a_span_is_never_shorter_than_it_takes_and_at_most_a_second_longer(seconds: float) -> None:
    units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
    parts = re.findall(r"(\d+)(ms|h|m|s)", write_span(seconds))
    told = sum(int(number) * units[unit] for number, unit in parts)
    assert seconds - 1e-6 <= told <= seconds + 1


def test_every_limit_has_its_three_headers() -> None:
    allowance = Allowance(Gauge(20, 19, 3.0), Gauge(1_000_000, 998_710, 86_400), Gauge(100, 99, 0.25))
    assert write_allowance(allowance) == {
        "x-ratelimit-limit-requests": "20",
        "x-ratelimit-remaining-requests": "19",
        "x-ratelimit-reset-requests": "3s",
        "x-ratelimit-limit-tokens": "1000000",
        "x-ratelimit-remaining-tokens": "998710",
        "x-ratelimit-reset-tokens": "24h0m0s",
        "x-ratelimit-limit-images": "100",
        "x-ratelimit-remaining-images": "99",
        "x-ratelimit-reset-images": "250ms",
    }


def test_a_limit_for_ever_has_no_reset() -> None:
    assert write_allowance(Allowance(pictures=Gauge(100, 3, None))) == {
        "x-ratelimit-limit-images": "100",
        "x-ratelimit-remaining-images": "3",
    }


def test_no_limits_are_no_headers() -> None:
    assert write_allowance(Allowance()) == {}


def test_what_was_overdrawn_is_nothing_left() -> None:
    assert write_allowance(Allowance(tokens=Gauge(10, -5, None)))["x-ratelimit-remaining-tokens"] == "0"

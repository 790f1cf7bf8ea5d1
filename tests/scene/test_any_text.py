"""Whatever is typed is read: nothing raises, nothing takes long, the same words give the same scene."""

# ruff: noqa: E501  # a table is read across
from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.scene import describe, read

WORDS = st.sampled_from(
    "a an the two red green big cat dog man apple hat wearing holding on in of with and , . is to the left of riding sitting his it "
    "its no without logo sticker called 'Hi' \"Yo\" at night background blue painting in front of from the left who that mountain "
    "says OPEN glass of full made of one orange 3 1950s covered with under sky black and white not , ; ! ( ) : - '".split()
)


def sound(prompt: str) -> None:
    scene = read(prompt)
    count = len(scene.subjects)
    assert [one.id for one in scene.subjects] == list(range(count))
    assert all(0 <= tie.a < count and 0 <= tie.b < count and tie.a != tie.b for tie in scene.relations)
    assert all(words.host is None or 0 <= words.host < count for words in scene.lettering)
    assert all(one.count >= 1 and one.noun and one.head for one in scene.subjects)
    assert scene.prompt == prompt
    assert describe(scene)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read(prompt: str) -> None:
    sound(prompt)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_words_is_read(prompt: str) -> None:
    sound(prompt)


@pytest.mark.parametrize(
    "prompt",
    ["", " ", ".", "''", '""', "'" * 999, "a " * 16000, "x" * 32000, "red, " * 6000, "of the in on " * 2500, "\x01" * 50, "\x01" + "9" * 30 + "\x01",
     "💥🦊 ünïcödé 猫", "a cat " * 5000, "((((" * 8000, "12345678901234567890 cats", "²³ cats", "\ud800"],
)  # fmt: skip
def test_odd_and_long_prompts_are_read_in_bounded_time(prompt: str) -> None:
    start = time.perf_counter()
    sound(prompt)
    assert time.perf_counter() - start < 2


def test_the_same_words_give_the_same_scene() -> None:
    prompt = "two red apples and a cat with green eyes on a wooden table at sunset"
    first = read(prompt)
    read.cache_clear()
    assert read(prompt) == first

"""Whole conversations as one wish in words."""

from __future__ import annotations

import time

import pytest

from pinxit.core.images import MAX_PROMPT, Format, Picture, Size
from pinxit.core.redrawing import is_noted, note
from pinxit.dialects.redrawing import find_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (["a cat", "now with a hat"], "a cat, with a hat"),
        (["A cat.", "Could you please give it a party hat?"], "A cat, with a party hat"),
        (["a cat", "it should wear glasses"], "a cat, wearing glasses"),
        (["a cat", "make it wear a hat"], "a cat, wearing a hat"),
        (["a cat", "make it sleeping"], "a cat, sleeping"),
        (["a cat", "put it on the moon"], "a cat, on the moon"),
        (["a cat", "put a hat on it"], "a cat, a hat on it"),
        (["a cat", "a dog next to it"], "a cat, a dog next to it"),
        (["a cat", "and some birds in the sky!"], "a cat, some birds in the sky"),
        (["a cat", "add some birds in the sky!"], "a cat, some birds in the sky"),
        (["a cat", "in the rain"], "a cat, in the rain"),
        (["a cat", 'add "HI"'], 'a cat, "HI"'),
    ],
)
def test_what_is_added_stands_behind_the_earlier_wish(said: list[str], words: str) -> None:
    assert find_words(said) == words


def test_changes_that_the_picture_saw_are_told_again_and_others_left_out() -> None:
    said = ["a fox", "make it night", "add the text HELLO at the top", "zoom out", "as a watercolor", "add a tree"]
    assert find_words(said) == "a fox, night, the text HELLO at the top, as a watercolor, a tree"


def test_a_wish_of_its_own_leaves_the_earlier_ones_behind() -> None:
    assert find_words(["hello", "draw a castle at night"]) == "draw a castle at night"
    assert find_words(["a cat", "now a dog"]) == "a dog"
    assert find_words(["a cat", "and now draw a dog, please"]) == "draw a dog, please"
    assert find_words(["a cat", "draw me an image of a dog", "with a hat"]) == "draw me an image of a dog, with a hat"


@pytest.mark.parametrize(
    "last",
    [
        "make it blue",
        "remove the hat",
        "a dog instead",
        "a version without the hat",
        "a bit darker",
        "a little darker",
        "with more contrast",
        "give it less fur",
        "another one",
        "who are you?",
        "thanks!",
        "",
    ],
)
def test_what_a_picture_drawn_anew_would_not_show_is_not_drawn_anew(last: str) -> None:
    assert find_words(["a cat with a hat", last]) == ""


def test_an_addition_to_nothing_is_nothing() -> None:
    assert find_words([]) == find_words(["with a hat"]) == find_words(["", "with a hat"]) == ""


def test_no_more_words_come_of_it_than_a_prompt_may_have() -> None:
    assert find_words(["a" * (MAX_PROMPT - 3), "with a hat"]) == ""


@pytest.mark.parametrize("piece", ["a little ", "now and ", "make it ", "please, ", "in the ", " \n", "give it the "])
def test_long_texts_take_no_time(piece: str) -> None:
    began = time.perf_counter()
    find_words([piece * 4000, piece * 4000])
    assert time.perf_counter() - began < 0.5


def test_the_description_tells_that_a_picture_was_drawn_anew() -> None:
    picture = Picture(0, b"", Size(64, 64), Format.PNG, 0, "A cat wearing a hat.")
    assert not is_noted(picture)
    assert is_noted(note(picture))
    assert note(picture).description.endswith("A cat wearing a hat.")

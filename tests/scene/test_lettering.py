"""Words that must stand in the picture, and nothing that nobody asked for."""

# ruff: noqa: E501  # a table is read across
from __future__ import annotations

import pytest

from pinxit.scene import read


@pytest.mark.parametrize(
    ("prompt", "text", "role"),
    [
        ("a sign that says \"OPEN\"", "OPEN", "sign"),
        ("a wooden sign reading 'Fresh Bread'", "Fresh Bread", "sign"),
        ("a neon sign that says OPEN", "OPEN", "neon"),
        ("a neon sign saying “Open 24 Hours” in a street", "Open 24 Hours", "neon"),
        ("a logo for a coffee shop called 'The Daily Grind'", "The Daily Grind", "logo"),
        ("a logo for a bakery named Sweet Crumbs", "Sweet Crumbs", "logo"),
        ("a birthday cake with \"Happy Birthday Anna\" written in pink icing", "Happy Birthday Anna", "icing"),
        ("A caption box at the top reads \"The city slept.\"", "The city slept.", "caption"),
        ("A caption box at the top reads \\\"The city slept.\\\"", "The city slept.", "caption"),
        ("a poster titled \"PARIS\"", "PARIS", "title"),
        ("a movie poster with the title 'Night Train'", "Night Train", "title"),
        ("a dog with a speech bubble saying \"Woof!\"", "Woof!", "balloon"),
        ("a t-shirt with the text \"I ♥ NY\"", "I ♥ NY", "t-shirt"),
        ("a bottle with a label reading \"Lemonade\"", "Lemonade", "label"),
        ("a sign saying 'It's a boy'", "It's a boy", "sign"),
        ("a sign with «Bonjour»", "Bonjour", "sign"),
        ("a sign with ‘Tea’s ready’", "Tea’s ready", "sign"),
        ("the word \"LOVE\" made of flowers", "LOVE", "plain"),
        ("a shop window sign reading SALE", "SALE", "sign"),
    ],
)  # fmt: skip
def test_lettering_is_found_with_its_role(prompt: str, text: str, role: str) -> None:
    assert [(words.text, words.role) for words in read(prompt).lettering] == [(text, role)]


@pytest.mark.parametrize(
    "prompt",
    ["a dog's bone", "the cat's toy and the dog's ball", "it's a girl's birthday", "a sign", "a bakery", "a dog named after a king",
     "a man says hello", "a photo called for by nobody"],
)  # fmt: skip
def test_nothing_is_written_that_nobody_asked_for(prompt: str) -> None:
    assert read(prompt).lettering == ()


def test_the_host_is_the_thing_that_carries_the_words() -> None:
    scene = read('a penguin with a bow tie holding a sign that says "WELCOME"')
    host = scene.lettering[0].host
    assert host is not None
    assert scene.subjects[host].noun == "sign"


def test_style_position_and_colour_of_the_words() -> None:
    logo = read("A logo called 'Grind'. The text should be in a clean, bold, sans-serif font.").lettering[0]
    assert set(logo.style) >= {"clean", "bold", "sans-serif"}
    assert read("a poster with the title 'Noir' at the top").lettering[0].position == "top"
    icing = read("a cake with 'Hi' written in blue icing").lettering[0].colour
    assert icing is not None
    assert icing.name == "blue"


def test_where_words_stand_is_not_where_the_picture_stands() -> None:
    assert read("a cat with the text 'Hi' at the top").composition.anchor is None

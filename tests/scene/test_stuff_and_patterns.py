"""What things are made of, what is on their surface and how large they are, for every noun."""

from __future__ import annotations

import pytest

from pinxit.scene import Subject, read

NOUNS = ("cat", "teapot", "bicycle", "chair", "dress", "umbrella", "car", "castle", "owl", "vase")


def one(prompt: str) -> Subject:
    found = read(prompt).subjects
    assert len(found) == 1, [each.noun for each in found]
    return found[0]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    ("word", "pattern"),
    [
        ("striped", "striped"), ("spotted", "spotted"), ("polka-dot", "polka dots"), ("polka dot", "polka dots"),
        ("checkered", "checkered"), ("plaid", "plaid"), ("floral", "floral"), ("zebra-striped", "striped"),
        ("leopard print", "leopard print"),
    ],
)  # fmt: skip
def test_patterns(noun: str, word: str, pattern: str) -> None:
    assert (one(f"a {word} {noun}").noun, one(f"a {word} {noun}").pattern) == (noun, pattern)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    ("phrase", "pattern"),
    [
        ("with blue stripes", "striped"), ("with a floral pattern", "floral"), ("covered in polka dots", "polka dots"),
        ("with a checkered pattern", "checkered"), ("with white polka dots", "polka dots"),
    ],
)  # fmt: skip
def test_patterns_said_behind_the_noun(noun: str, phrase: str, pattern: str) -> None:
    assert one(f"a {noun} {phrase}").pattern == pattern


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    ("word", "material"),
    [
        ("wooden", "wood"), ("glass", "glass"), ("metal", "metal"), ("marble", "marble"), ("stone", "stone"),
        ("paper", "paper"), ("ceramic", "ceramic"), ("plush", "plush"), ("felt", "felt"), ("knitted", "knitted"),
        ("leather", "leather"), ("clay", "clay"), ("crystal", "crystal"), ("lego", "lego"), ("origami", "origami"),
        ("gold", "gold"), ("silver", "silver"), ("bronze", "bronze"), ("chocolate", "chocolate"),
        ("plastic", "plastic"),
        ("cardboard", "cardboard"), ("velvet", "velvet"),
    ],
)  # fmt: skip
def test_materials(noun: str, word: str, material: str) -> None:
    assert (one(f"a {word} {noun}").noun, one(f"a {word} {noun}").material) == (noun, material)


@pytest.mark.parametrize(
    ("prompt", "material"),
    [
        ("a castle made of sand", "sand"), ("a dog made of balloons", "balloon"),
        ("a horse made from driftwood", "wood"),
        ("a dragon sculpted out of ice", "ice"), ("a chair carved from oak", "wood"), ("a cat made of yarn", "wool"),
        ("a house built of bricks", "brick"), ("a balloon dog", "balloon"), ("a candy house", "candy"),
        ("a bamboo bicycle", "bamboo"), ("a bronze statue of a lion", "bronze"), ("a car made of cheese", "cheese"),
    ],
)  # fmt: skip
def test_made_of(prompt: str, material: str) -> None:
    assert one(prompt).material == material


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("a dragon the size of a cat", "tiny"), ("a mouse as big as a house", "giant"), ("a tiny glass swan", "tiny"),
        ("a huge stone head", "giant"), ("a small silver car", "small"), ("a tall stack of plates", "medium"),
    ],
)  # fmt: skip
def test_sizes(prompt: str, size: str) -> None:
    assert one(prompt).size == size


def test_a_second_colour_is_the_colour_of_the_pattern() -> None:
    dress = one("a red dress with white polka dots")
    assert [colour.name for colour in dress.colours] == ["red", "white"]
    assert ("stripes", "blue") in [(part, colour.name) for part, colour in one("a mug with blue stripes").parts]

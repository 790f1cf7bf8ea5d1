"""How several of one thing stand together, and how many of them there are."""

from __future__ import annotations

import pytest

from pinxit.scene import read


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a row of houses", "5 house row"),
        ("a flock of birds", "7 bird flock"),
        ("a school of fish", "7 fish flock"),
        ("a pile of books", "5 book pile"),
        ("a heap of apples", "6 apple pile"),
        ("a ring of mushrooms", "6 mushroom ring"),
        ("a circle of stones", "6 stone ring"),
        ("a crowd of people", "9 person crowd"),
        ("a herd of sheep", "6 sheep crowd"),
        ("a group of five penguins", "5 penguin crowd"),
        ("a stack of pancakes", "4 pancake stack"),
        ("a tower of books", "4 book stack"),
        ("a grid of nine cupcakes", "9 cupcake grid"),
        ("a line of ants", "5 ant row"),
        ("two rows of trees", "10 tree row"),
        ("five ducks in a row", "5 duck row"),
        ("four chairs in a circle", "4 chair ring"),
        ("twelve donuts in a grid", "12 donut grid"),
        ("three houses side by side", "3 house row"),
        ("books stacked on top of each other", "3 book stack"),
        ("children standing in a circle", "3 child ring"),
        ("a couple of dogs", "2 dog None"),
        ("a pair of red shoes", "2 shoe None"),
        ("a pair of scissors", "1 scissors None"),
        ("a dozen eggs", "12 egg None"),
        ("several cats", "4 cat None"),
        ("not more than five meerkats", "5 meerkat None"),
        ("exactly six balloons", "6 balloon None"),
        ("a heap of sand", "1 sand None"),
        ("a family of bears", "4 bear None"),
    ],
)
def test_a_formation_is_told_by_its_word(prompt: str, expected: str) -> None:
    one = read(prompt).subjects[0]
    assert f"{one.count} {one.noun} {one.arrangement}" == expected


@pytest.mark.parametrize(
    ("prompt", "material"),
    [("a ring of gold", "gold"), ("a statue of marble", "marble"), ("a chain of silver", "silver")],
)
def test_a_group_word_that_is_a_thing_stays_one(prompt: str, material: str) -> None:
    one = read(prompt).subjects[0]
    assert (one.noun, one.count, one.material) == (prompt.split()[1], 1, material)


def test_two_things_side_by_side_stand_beside_each_other() -> None:
    scene = read("a cat and a dog side by side")
    assert [(tie.kind, tie.a, tie.b) for tie in scene.relations] == [("beside", 0, 1)]

"""Pronouns and other words for what was named before, over several sentences."""

# ruff: noqa: E501  # a table is read across
from __future__ import annotations

import pytest

from pinxit.scene import read


def named(prompt: str) -> str:
    """Give the relations with the subjects' colours, so that two of a noun are told apart."""
    scene = read(prompt)

    def say(index: int) -> str:
        one = scene.subjects[index]
        return " ".join([*(colour.name for colour in one.colours), one.noun])

    return "; ".join(f"{say(tie.a)} {tie.kind} {say(tie.b)}" for tie in scene.relations)


def listed(prompt: str) -> str:
    return "; ".join(
        " ".join(
            [str(one.count), *(colour.name for colour in one.colours), one.noun, *([one.action] if one.action else [])]
        )
        for one in read(prompt).subjects
    )


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "A knight and a dragon play chess. The dragon wears glasses, the knight drinks tea. It waited at the top of the stairs.",
            "knight playing chess; dragon playing chess; dragon wearing glasses; knight drinking tea; dragon on stairs",
        ),
        ("A boy and his dog. He is holding a kite. It is chasing a ball.", "boy holding kite; dog chasing ball"),
        ("a man and a woman; he wears a suit and she wears a red dress", "man wearing suit; woman wearing red dress"),
        (
            "A farmer and his wife stand in front of a barn. He holds a pitchfork, she holds a chicken.",
            "farmer in front of barn; wife in front of barn; farmer holding pitchfork; wife holding chicken",
        ),
        (
            "A fox and an owl sit on a branch. They are reading a book.",
            "fox on branch; owl on branch; fox holding book; owl holding book",
        ),
        ("An old woman feeds pigeons. They surround her.", "woman facing pigeon; woman surrounded by pigeon"),
        (
            "A cat is sitting on a chair. The chair is green. Next to it is a lamp.",
            "cat on green chair; lamp beside green chair",
        ),
        (
            "A teacher stands in front of a class. Behind her is a blackboard.",
            "teacher in front of class; blackboard behind teacher",
        ),
        (
            "A boy and a girl, both wearing yellow raincoats.",
            "boy wearing yellow raincoat; girl wearing yellow raincoat",
        ),
        ("A man and a woman, each with a cup.", "man holding cup; woman holding cup"),
        ("A corgi sits on a sofa. The dog wears a crown.", "corgi on sofa; corgi wearing crown"),
        (
            "A queen sits on a throne. On her left stands a knight, on her right a wizard.",
            "queen on throne; knight left of queen; wizard right of queen",
        ),
        (
            "a bride and a groom; her dress is white, his suit is black",
            "bride wearing white dress; groom wearing black suit",
        ),
        ("Two cats on a sofa. The cats wear hats.", "cat on sofa; cat wearing hat"),
        ("The cat wears a hat, the dog a scarf.", "cat wearing hat; dog wearing scarf"),
        ("An old woman knits a scarf. A kitten plays with it.", "woman holding scarf; kitten holding scarf"),
        (
            "A blue car and a red car. The red one has a dent. A dog sits on the blue one.",
            "red car with dent; dog on blue car",
        ),
    ],
)
def test_a_pronoun_speaks_of_what_it_means(prompt: str, expected: str) -> None:
    assert named(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("A cat and a dog; the former is black, the latter brown.", "1 black cat; 1 brown dog"),
        ("Two robots. The first is red, the second is blue.", "1 red robot; 1 blue robot"),
        ("two birds, one red and the other blue", "1 red bird; 1 blue bird"),
        ("two cats, one orange and one black", "1 orange cat; 1 black cat"),
        (
            "Three balloons: the first is red, the second is green and the third is blue.",
            "1 red balloon; 1 green balloon; 1 blue balloon",
        ),
        ("Three balloons: a red one, a blue one and a green one.", "1 red balloon; 1 blue balloon; 1 green balloon"),
        ("a teapot and two cups, one cup is blue and the other is white", "1 teapot; 1 blue cup; 1 white cup"),
        ("There are five apples. Two of them are green and the rest are red.", "2 green apple; 3 red apple"),
        (
            "Three sheep graze under white clouds. The sheep in the middle is black, the others are white.",
            "1 white sheep graze; 3 white cloud; 1 black sheep graze; 1 white sheep graze",
        ),
        (
            "Three cups. The left one is red, the middle one is green and the right one is blue.",
            "1 red cup; 1 green cup; 1 blue cup",
        ),
        ("a big red house and a small blue one", "1 red house; 1 blue house"),
        ("Two birds on a wire. One sings, the other listens.", "1 bird sing; 1 wire; 1 bird listen"),
        ("Three cats. One of them is black, the others are white.", "1 black cat; 1 white cat; 1 white cat"),
    ],
)
def test_several_are_told_apart(prompt: str, expected: str) -> None:
    assert listed(prompt) == expected


def test_a_stack_of_named_members_is_the_members() -> None:
    prompt = "A stack of three cubes: a red cube on top of a green cube on top of a blue cube."
    assert named(prompt) == "red cube on green cube; green cube on blue cube"
    assert len(read(prompt).subjects) == 3


def test_members_told_by_their_own_names_replace_the_general_word() -> None:
    prompt = "Three customers wait: a fox in a suit, a rabbit with a handbag and a tortoise wearing headphones."
    assert named(prompt) == "fox wearing suit; rabbit with handbag; tortoise wearing headphones"
    assert "customer" not in listed(prompt)


def test_the_taller_one_is_the_tall_one() -> None:
    scene = read("A tall man and a short man. The taller one wears a hat.")
    assert [(tie.kind, tie.a) for tie in scene.relations] == [("wearing", 0)]


def test_the_one_on_the_left_stands_left_of_the_other() -> None:
    scene = read("Two astronauts play. The one on the left wears an orange suit, the one on the right a white suit.")
    kinds = {(tie.kind, scene.subjects[tie.a].noun, scene.subjects[tie.b].noun) for tie in scene.relations}
    assert ("left of", "astronaut", "astronaut") in kinds
    assert [one.count for one in scene.subjects if one.noun == "astronaut"] == [1, 1]


def test_each_of_several_has_its_own() -> None:
    assert listed("Two children, each holding a balloon.") == "2 child; 2 balloon"

"""`it` after "with": the thing goes on or into what was named before it."""

import pytest

from pinxit.scene import Relation, read


@pytest.mark.parametrize(
    ("prompt", "kind", "part", "whole"),
    [
        ("a boy behind a table with a cake on it", "on", "cake", "table"),
        ("a box with a ball in it", "in", "ball", "box"),
    ],
)
def test_it_is_what_the_thing_belongs_to(prompt: str, kind: str, part: str, whole: str) -> None:
    scene = read(prompt)
    ids = {s.noun: s.id for s in scene.subjects}
    assert Relation(kind, ids[part], ids[whole]) in scene.relations  # type: ignore[arg-type]
    assert not any(r.kind == "with" for r in scene.relations)


@pytest.mark.parametrize(("pronoun", "gender"), [("He", "male"), ("She", "female")])
def test_a_pronoun_tells_the_gender(pronoun: str, gender: str) -> None:
    assert read(f"A portrait of an elderly potter. {pronoun} is inspecting a bowl.").subjects[0].gender == gender


@pytest.mark.parametrize(
    "words",
    ["at the bottom right", "in the lower right", "in the bottom right corner", "at the bottom right of the frame"],
)
def test_a_corner_of_the_frame_has_many_names(words: str) -> None:
    scene = read(f"a red balloon {words}, lots of negative space")
    assert scene.composition.anchor == "bottom right"
    assert [s.noun for s in scene.subjects] == ["balloon"]


@pytest.mark.parametrize("food", ["bamboo", "bamboo leaves"])
def test_what_is_eaten_is_drawn_though_it_is_a_material(food: str) -> None:
    assert [r.kind for r in read(f"a panda eating {food}").relations] == ["eating"]

"""Things that the words give a mood get a face; those that have one keep it, and nobody else gets one."""

from __future__ import annotations

import pytest

from pinxit.core.images import Size
from pinxit.engines.illustrator.kawaii import with_face
from pinxit.engines.illustrator.look import Look, load
from pinxit.engines.illustrator.painter import plan
from pinxit.scene import read


def added(name: str, **wish: object) -> int:
    thing, look = load()[name], Look(noun=name, **wish)  # type: ignore[arg-type]
    drawing = thing.sketch(look)
    return len(with_face(thing, look, drawing).items) - len(drawing.items)


@pytest.mark.parametrize("name", ["avocado", "mug", "toaster", "pumpkin", "cloud", "book", "house", "rocket", "tree"])
@pytest.mark.parametrize("mood", ["happy", "sad", "angry", "sleepy", "surprised", "wink", "calm"])
def test_a_mood_is_a_face(name: str, mood: str) -> None:
    assert added(name, expression=mood) >= 5


@pytest.mark.parametrize("name", ["avocado", "mug", "toaster", "house"])
def test_without_a_mood_there_is_none(name: str) -> None:
    assert added(name) == 0


@pytest.mark.parametrize("name", ["cat", "woman", "owl", "robot", "snowman", "teddy bear"])
def test_who_has_a_face_keeps_it(name: str) -> None:
    assert added(name, expression="happy") == 0


def test_the_face_is_in_the_middle_of_the_thing() -> None:
    thing, look = load()["pumpkin"], Look(noun="pumpkin", expression="happy")
    drawing = thing.sketch(look)
    left, _, right, _ = drawing.bounds()
    faces = with_face(thing, look, drawing).items[len(drawing.items) :]
    middle = sum(item.path.getBounds().centerX() for item in faces) / len(faces)
    assert abs(middle - (left + right) / 2) < 0.12 * (right - left)


def test_a_happy_cloud_is_no_part_of_the_sky() -> None:
    done = plan(read("a happy cloud and a sad sun"), Size(256, 256), 1)
    assert len(done.actors) == 2

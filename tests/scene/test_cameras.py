"""A camera that is named is drawn; the one that a picture was taken with is not."""

from __future__ import annotations

import pytest

from pinxit.scene import read


@pytest.mark.parametrize(
    "prompt",
    ["a camera", "a vintage camera on a table", "a girl holding a red camera", "a map, a camera and sunglasses"],
)
def test_a_camera_is_a_thing(prompt: str) -> None:
    assert "camera" in {subject.head for subject in read(prompt).subjects}


@pytest.mark.parametrize(
    "prompt",
    [
        "a man looking at the camera",
        "a fox, shot on a canon camera",
        "a wide camera angle of a street",
        "a camera shot of a dog",
    ],
)
def test_the_camera_of_the_picture_is_none(prompt: str) -> None:
    assert "camera" not in {subject.head for subject in read(prompt).subjects}

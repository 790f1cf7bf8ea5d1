"""Exact counts: as many as were asked for, each of them to be seen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.engines.illustrator.fitting import Box
from pinxit.engines.illustrator.painter import Plan

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
Planner = Callable[..., Plan]
Painter = Callable[..., npt.NDArray[np.uint8]]

numbers = pytest.mark.parametrize("count", range(1, 13), ids=lambda n: WORDS[n - 1])


def boxes(planned: Plan, *names: str) -> list[Box]:
    wanted = next(s.id for s in planned.direction.scene.subjects if {s.noun, s.head} & set(names))
    return [box for actor in planned.actors for box in actor.figure.boxes.get(wanted, ())]


def overlap(a: Box, b: Box) -> float:
    """The part of the smaller of two boxes that both cover."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((x[2] - x[0]) * (x[3] - x[1]) for x in (a, b))
    return max(width, 0.0) * max(height, 0.0) / max(smaller, 1e-6)


@numbers
@pytest.mark.parametrize(
    ("one", "many", "around"),
    [
        ("apple", "red apples", "{} on a white background"),
        ("dog", "dogs", "{}"),
        ("cup", "white cups", "{} on a wooden table"),
        ("bird", "birds", "{} flying in the sky"),
        ("sunflower", "sunflowers", "{}"),
        ("balloon", "colourful balloons", "{} in the sky"),
        ("car", "cars", "{} on a road"),
        ("star", "yellow stars", "a flat illustration of {}"),
        ("child", "children", "{} in a park"),
    ],
    ids=lambda v: str(v).replace("{}", "").strip(" ,"),
)
def test_a_crowd_has_the_number_that_was_asked_for(
    planned: Planner, one: str, many: str, around: str, count: int
) -> None:
    named = f"a {one}" if count == 1 else f"{WORDS[count - 1]} {many}"
    for ratio in ("1:1", "9:16", "21:9"):
        scene = planned(around.format(named), ratio)
        found = boxes(scene, one)
        assert len(found) == count
        assert all(overlap(a, b) < 0.3 for a, b in combinations(found, 2)), "each of them is seen"
        assert all(b[0] >= -1 and b[2] <= scene.width + 1 and b[1] >= -1 and b[3] <= 1001 for b in found)


@numbers
def test_a_number_in_digits_counts_as_well(planned: Planner, count: int) -> None:
    assert len(boxes(planned(f"{count} {'pear' if count == 1 else 'pears'}"), "pear")) == count


@numbers
def test_a_hand_holds_the_number_of_balloons(planned: Planner, count: int) -> None:
    named = "a red balloon" if count == 1 else f"{WORDS[count - 1]} red balloons"
    found = boxes(planned(f"a girl holding {named}"), "balloon")
    assert len(found) == count
    tops = {(round((b[0] + b[2]) / 2), round(b[1])) for b in found}
    assert len(tops) == count, "no balloon is exactly in front of another"


@pytest.mark.parametrize("count", [1, 2, 3, 5], ids=lambda n: WORDS[n - 1])
def test_a_bowl_holds_the_number_of_fruits(planned: Planner, count: int) -> None:
    named = "a lemon" if count == 1 else f"{WORDS[count - 1]} lemons"
    assert len(boxes(planned(f"{named} in a bowl"), "lemon")) == count


@pytest.mark.parametrize("count", [2, 3, 4, 6], ids=lambda n: WORDS[n - 1])
def test_a_shelf_carries_the_number_of_jars(planned: Planner, count: int) -> None:
    found = boxes(planned(f"{WORDS[count - 1]} jars on a shelf"), "jar")
    assert len(found) == count
    assert all(overlap(a, b) < 0.3 for a, b in combinations(found, 2))


def test_two_counts_do_not_mix(planned: Planner) -> None:
    scene = planned("two dogs, three cats and four apples")
    assert [len(boxes(scene, name)) for name in ("dog", "cat", "apple")] == [2, 3, 4]


def patches(mask: npt.NDArray[np.bool_], least: int) -> int:
    """How many connected patches of at least `least` pixels a mask has (four neighbours)."""
    left = mask.copy()
    rows, columns = left.shape
    count = 0
    for y, x in np.argwhere(mask):
        if not left[y, x]:
            continue
        stack, size = [(int(y), int(x))], 0
        left[y, x] = False
        while stack:
            row, column = stack.pop()
            size += 1
            for r, c in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                if 0 <= r < rows and 0 <= c < columns and left[r, c]:
                    left[r, c] = False
                    stack.append((r, c))
        count += size >= least
    return count


@pytest.mark.parametrize("count", [1, 2, 3, 4], ids=lambda n: WORDS[n - 1])
def test_the_pixels_show_the_number_of_red_apples(painted: Painter, count: int) -> None:
    named = "a red apple" if count == 1 else f"{WORDS[count - 1]} red apples"
    pixels = painted(f"{named} on a white background", 320, 320).astype(np.int16)
    red = (pixels[..., 0] > 110) & (pixels[..., 0] - np.maximum(pixels[..., 1], pixels[..., 2]) > 50)
    assert patches(red, 150) == count


@pytest.mark.parametrize("count", [5, 6, 8, 12], ids=lambda n: WORDS[n - 1])
def test_the_pixels_show_the_number_of_stars_in_the_air(painted: Painter, planned: Planner, count: int) -> None:
    """Where a crowd stands in rows, its members may touch; what hangs in the air does not."""
    prompt = f"a flat illustration of {WORDS[count - 1]} yellow stars on a dark blue background"
    pixels = painted(prompt, 320, 320).astype(np.int16)
    yellow = (pixels[..., 0] > 140) & (pixels[..., 1] > 110) & (pixels[..., 0] - pixels[..., 2] > 60)
    assert patches(yellow, 60) == count


def test_patches_are_counted() -> None:
    mask = np.zeros((12, 12), dtype=bool)
    mask[1:4, 1:4] = mask[6:9, 2:10] = mask[0, 11] = True
    assert patches(mask, 2) == 2

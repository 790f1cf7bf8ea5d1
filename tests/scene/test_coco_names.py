"""The 80 names of the COCO list in the sentences that counting and placing are tested with: all of it exactly."""

from __future__ import annotations

from itertools import cycle

import pytest

from pinxit.scene import Subject, read

NAMES = (
    "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic light",
    "fire hydrant", "stop sign", "parking meter", "bench", "bird", "cat", "dog", "horse", "sheep", "cow", "elephant",
    "bear", "zebra", "giraffe", "backpack", "umbrella", "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard",
    "sports ball", "kite", "baseball bat", "baseball glove", "skateboard", "surfboard", "tennis racket", "bottle",
    "wine glass", "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich", "orange", "broccoli",
    "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch", "potted plant", "bed", "dining table", "toilet",
    "tv", "laptop", "computer mouse", "tv remote", "computer keyboard", "cell phone", "microwave", "oven", "toaster",
    "sink", "refrigerator", "book", "clock", "vase", "scissors", "teddy bear", "hair drier", "toothbrush",
)  # fmt: skip
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
PLURALS = {
    "person": "people", "bus": "buses", "bench": "benches", "sheep": "sheep", "skis": "skis", "knife": "knives",
    "wine glass": "wine glasses", "sandwich": "sandwiches", "couch": "couches", "scissors": "scissors",
    "toothbrush": "toothbrushes", "computer mouse": "computer mice",
}  # fmt: skip
SIDES = {
    "left of": "left of", "right of": "right of", "to the left of": "left of", "to the right of": "right of",
    "above": "above", "below": "under", "on the left side of": "left of", "on the right of": "right of",
    "under": "under", "on top of": "on", "next to": "beside", "behind": "behind", "in front of": "in front of",
}  # fmt: skip


def a(words: str) -> str:
    """Give words with their article."""
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def say(one: Subject) -> str:
    return " ".join([str(one.count), *(colour.name for colour in one.colours), one.noun])


@pytest.mark.parametrize("name", NAMES)
def test_one_coloured_thing(name: str) -> None:
    for colour in COLOURS:
        assert [say(one) for one in read(f"a photo of {a(f'{colour} {name}')}").subjects] == [f"1 {colour} {name}"]


@pytest.mark.parametrize("name", NAMES)
def test_several_of_a_colour(name: str) -> None:
    several = PLURALS.get(name, f"{name}s")
    for (word, number), colour in zip(NUMBERS.items(), COLOURS, strict=False):
        assert [say(one) for one in read(f"a photo of {word} {several}").subjects] == [f"{number} {name}"]
        assert [say(one) for one in read(f"a photo of {word} {colour} {several}").subjects] == [
            f"{number} {colour} {name}"
        ]


@pytest.mark.parametrize("name", NAMES)
def test_two_coloured_things(name: str) -> None:
    for other, one, two in zip(NAMES[::7], cycle(COLOURS), cycle(COLOURS[3:] + COLOURS[:3]), strict=False):
        if other == name:
            continue
        for prompt in (
            f"a photo of {a(f'{one} {name}')} and {a(f'{two} {other}')}",
            f"{a(f'{one} {name}')} and {a(f'{two} {other}')}",
        ):
            assert [say(s) for s in read(prompt).subjects] == [f"1 {one} {name}", f"1 {two} {other}"], prompt
            assert read(prompt).relations == ()


@pytest.mark.parametrize("name", NAMES)
def test_two_things_and_where_they_are(name: str) -> None:
    for other, (words, kind) in zip(NAMES[2::6], SIDES.items(), strict=False):
        if other == name:
            continue
        prompt = f"a photo of {a(name)} {words} {a(other)}"
        scene = read(prompt)
        assert [say(s) for s in scene.subjects] == [f"1 {name}", f"1 {other}"], prompt
        assert [(r.kind, r.a, r.b) for r in scene.relations] == [(kind, 0, 1)], prompt


@pytest.mark.parametrize("name", NAMES)
def test_two_counted_things(name: str) -> None:
    several = PLURALS.get(name, f"{name}s")
    for other, (word, number) in zip(NAMES[4::9], cycle(NUMBERS.items()), strict=False):
        if other == name:
            continue
        prompt = f"{word} {several} and three {PLURALS.get(other, other + 's')}"
        assert [say(s) for s in read(prompt).subjects] == [f"{number} {name}", f"3 {other}"], prompt

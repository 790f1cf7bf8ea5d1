"""Furry and hoofed animals: every pose draws, with the anchors that others hold on to."""

import math

import pytest

from pinxit.engines.illustrator.look import Look, Thing, load, things

ANCHORS = {"head", "eyes", "neck", "face", "mouth", "body", "back", "seat"}
POSES = (None, "sit", "stand", "walk", "run", "sleep")
LYING = ("sit", "sleep")
FURRY = ("red_panda", "wild_canines", "cats", "dogs", "bears", "big_cats", "small_mammals")
HOOFED = ("horse", "hoofed", "savanna")


def _module(thing: Thing) -> str:
    return thing.draw.__module__.rsplit(".", 1)[-1]


def _mammals() -> list[Thing]:
    load()
    return [thing for thing in things() if _module(thing) in FURRY + HOOFED]


@pytest.mark.parametrize("thing", _mammals(), ids=lambda thing: thing.name)
def test_every_pose_draws_with_anchors_in_sane_bounds(thing: Thing) -> None:
    assert thing.kind == "animal"
    for pose in POSES:
        for cute in (False, True):
            drawing = thing.sketch(Look(noun=thing.name, pose=pose, cute=cute))
            left, top, right, bottom = drawing.bounds()
            assert 40 < right - left < 500, (pose, cute)
            assert 40 < bottom - top < 700, (pose, cute)
            if pose not in LYING or _module(thing) in FURRY:  # a hoofed animal's head may rest below its feet
                assert -80 < bottom < 24, (pose, cute)
            assert drawing.anchors.keys() >= ANCHORS, (pose, cute, ANCHORS - drawing.anchors.keys())
            for anchor in drawing.anchors.values():
                assert math.isfinite(anchor.x + anchor.y + anchor.size)
                assert left - 30 < anchor.x < right + 30, (pose, cute, anchor)
                assert top - 30 < anchor.y < bottom + 30, (pose, cute, anchor)


@pytest.mark.parametrize("name", ["cat", "dog", "fox", "red panda", "panda", "horse", "rabbit"])
def test_a_colour_recolours_the_coat(name: str) -> None:
    blue = (40, 90, 220)
    drawing = load()[name].sketch(Look(noun=name, colours=(blue,)))
    assert any(getattr(item, "paint", None) == blue for item in drawing.items)


@pytest.mark.parametrize("expression", ["happy", "sad", "angry", "surprised", "sleepy"])
def test_expressions_change_the_face(expression: str) -> None:
    cat = load()["cat"]
    plain, moved = cat.sketch(Look(noun="cat")), cat.sketch(Look(noun="cat", expression=expression))
    assert [item.path for item in plain.items] != [item.path for item in moved.items]


def test_a_holding_paw_stands_in_front_of_what_it_holds() -> None:
    drawing = load()["red panda"].sketch(Look(noun="red panda", holds="bamboo leaf", cute=True))
    assert drawing.anchors["hand"].index < len(drawing.items)
    assert drawing.anchors["hand"].x < drawing.anchors["mouth"].x

"""Every pose, age and framing of a person can be drawn, and what others attach to is where it should be."""

from __future__ import annotations

import importlib

import pytest

from pinxit.engines.illustrator.look import Look, Thing, Worn, load
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.outfit import CUTS, KNOWN_CLOTHES, find
from pinxit.engines.illustrator.rigs.poses import POSES, pose_for
from pinxit.engines.illustrator.rigs.work_tools import draw_work_tool, task_for

_AGES = ("baby", "child", "young", "adult", "elderly")
_ANCHORS = {"head", "eyes", "neck", "face", "mouth", "body", "back", "hand", "hand2"}


def _thing(name: str) -> Thing:
    return load()[name]


@pytest.mark.parametrize("framing", ["full", "bust"])
@pytest.mark.parametrize("pose", sorted(POSES))
def test_every_pose_is_drawn_at_every_age(pose: str, framing: str) -> None:
    ages = _AGES if framing == "full" else _AGES[len(pose) % len(_AGES) :][:1]  # a bust shows little of a pose
    for seed, age in enumerate(ages):
        look = Look(noun="person", age=age, pose=pose, framing=framing, seed=seed)
        drawing = _thing("person").sketch(look)
        left, top, right, bottom = drawing.bounds()
        assert set(drawing.anchors) >= _ANCHORS
        assert 20 < bottom - top < 500
        assert 10 < right - left < 500
        assert all(0 <= anchor.index <= len(drawing.items) for anchor in drawing.anchors.values())


@pytest.mark.parametrize("age", _AGES)
def test_who_stands_has_the_feet_on_the_ground_and_the_face_on_the_head(age: str) -> None:
    drawing = _thing("person").sketch(Look(noun="person", age=age, gender="male", seed=4))
    _, top, _, bottom = drawing.bounds()
    assert abs(bottom) < 4
    assert top < drawing.anchors["head"].y < drawing.anchors["eyes"].y < drawing.anchors["neck"].y


def test_proportions_follow_age() -> None:
    heights = []
    for age in ("baby", "child", "adult"):
        _, top, _, bottom = _thing("man").sketch(Look(noun="man", age=age, seed=1)).bounds()
        heights.append(bottom - top)
    assert heights == sorted(heights)
    assert heights[0] < heights[2] / 2


def test_a_bust_ends_at_the_ground_line_and_is_half_head() -> None:
    drawing = _thing("woman").sketch(Look(noun="woman", framing="bust", holds="cup", pose="inspect", seed=3))
    _, top, _, bottom = drawing.bounds()
    assert abs(bottom) < 3
    chin = drawing.anchors["neck"].y
    assert 0.4 < (chin - top) / (bottom - top) < 0.75
    hand = drawing.anchors["hand"]
    assert chin < hand.y < 0
    assert hand.size > 40
    assert hand.index < len(drawing.items)  # the fingers come after what they hold


def test_sitting_marks_the_seat() -> None:
    drawing = _thing("man").sketch(Look(noun="man", pose="sit"))
    assert drawing.anchors["sit_at"].y == pytest.approx(0, abs=1)
    assert drawing.bounds()[3] > 20  # the legs hang below the seat


def test_clothes_take_the_colour_that_was_asked_for() -> None:
    for noun in ("trench coat", "dress", "t-shirt", "apron", "scarf", "fedora", "boots", "jeans"):
        assert noun in KNOWN_CLOTHES or noun.rstrip("s") in KNOWN_CLOTHES
        drawing = _thing("woman").sketch(Look(noun="woman", worn=(Worn(noun, (12, 200, 34)),), seed=2))
        assert any(getattr(item, "paint", None) == (12, 200, 34) for item in drawing.items), noun


def test_every_noun_of_clothing_names_a_garment() -> None:
    for noun in KNOWN_CLOTHES:
        item = find(noun)
        assert item is not None, noun
        assert item.slot not in {"top", "over"} or item.kind in CUTS, noun


_ONE_OF_EACH = sorted({(item.slot, item.kind): noun for noun in sorted(KNOWN_CLOTHES) if (item := find(noun))}.values())


@pytest.mark.parametrize("noun", _ONE_OF_EACH)
def test_every_garment_is_drawn(noun: str) -> None:
    for framing in ("full", "bust"):
        worn = _thing("person").sketch(
            Look(noun="person", worn=(Worn(noun, (12, 200, 34), "striped"),), framing=framing)
        )
        assert worn.items


def test_every_trade_is_drawn() -> None:
    load()
    trades = importlib.import_module("pinxit.engines.illustrator.props.professions")
    for names in trades._TRADES:
        name = names.split(",")[0].strip()
        for framing in ("full", "bust"):
            assert _thing(name).sketch(Look(noun=name, framing=framing)).items


@pytest.mark.parametrize("mood", ["happy", "sad", "angry", "surprised", "knowing smile", "wink", "sleepy", "laughing"])
def test_moods_change_the_face(mood: str) -> None:
    plain = _thing("man").sketch(Look(noun="man", expression="neutral", framing="bust"))
    moody = _thing("man").sketch(Look(noun="man", expression=mood, framing="bust", cute=True))
    assert len(plain.items) != len(moody.items) or plain.bounds() != moody.bounds()


def test_who_holds_something_has_the_hands_in_front() -> None:
    assert pose_for(None, "stand", holds=True) == POSES["hold"]
    assert pose_for("wave", "stand", holds=False) == POSES["wave"]
    assert pose_for("run", "akimbo", holds=False) == POSES["run"]


@pytest.mark.parametrize("noun", ["umbrella", "balloon", "cup", "flowers", "microphone", "suitcase", "cane", "apple"])
def test_what_one_hand_can_hold_is_held_beside_the_face(noun: str) -> None:
    drawing = _thing("woman").sketch(Look(noun="woman", holds=noun, seed=3))
    hand, face = drawing.anchors["hand"], drawing.anchors["face"]
    assert hand.x > face.x + 4
    assert hand.y > face.y
    assert hand.index < len(drawing.items)  # the fingers come after what they hold


def test_what_is_large_is_held_in_both_hands_below_the_face() -> None:
    drawing = _thing("man").sketch(Look(noun="man", holds="box", seed=3))
    hand, neck = drawing.anchors["hand"], drawing.anchors["neck"]
    assert abs(hand.x - neck.x) < 6
    assert hand.y > neck.y + 30


@pytest.mark.parametrize(
    "verb", ["cook", "paint", "write", "hammer", "dig", "sweep", "fish", "knit", "sing", "conduct"]
)
def test_work_brings_its_own_tools(verb: str) -> None:
    task = task_for(verb)
    assert task is not None
    tools = Pen()
    for name in filter(None, (task.right, task.left)):
        draw_work_tool(tools, name)
    at_work = _thing("woman").sketch(Look(noun="woman", pose=verb, seed=3))
    assert tools.drawing.items
    assert {str(item.paint) for item in tools.drawing.items} <= {str(item.paint) for item in at_work.items}
    assert "eyes" in at_work.anchors


def test_a_group_is_several_people() -> None:
    one = len(_thing("person").sketch(Look(noun="person", seed=3)).items)
    for noun, least in (("couple", 2), ("family", 3), ("crowd", 8)):
        drawing = _thing(noun).sketch(Look(noun=noun, seed=3))
        assert len(drawing.items) > one * least * 0.7
        assert abs(drawing.bounds()[3]) < 6

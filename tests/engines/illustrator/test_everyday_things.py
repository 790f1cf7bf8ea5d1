"""Cloth, tools, toys, food and rides of every day: each draws plain, coloured and in a material, sanely bounded."""

from __future__ import annotations

import pytest

from pinxit.engines.illustrator import look
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Drawing

NOUNS = (
    "pillow, cushion, blanket, quilt, towel, picnic blanket, beach towel, yoga mat, curtain, trousers, jeans, shorts, "
    "belt, rope, chain, traffic cone, heart, bubble, bubbles, diamond, ruby, crystal, bell, accordion, xylophone, "
    "shopping cart, wagon, wheelbarrow, slide, swing, hammock, ferris wheel, carousel, roller coaster, parachute, "
    "feather, flashlight, torch, potato, onion, garlic, cucumber, eggplant, lettuce, kiwi, coconut, mango, blueberry, "
    "surfboard, snowboard, skis, sled, sleigh, dumbbell, watering can, nest, beehive, binoculars, skull, crystal ball, "
    "cannon, bow and arrow, typewriter, record player, satellite dish, solar panel, factory"
).split(", ")
RED, BLUE = (200, 30, 30), (30, 60, 200)


def _sketch(noun: str, **wishes: object) -> Drawing:
    return look.load()[noun].sketch(Look(noun=noun, **wishes))  # type: ignore[arg-type]


def _paints(drawing: Drawing) -> list[object]:
    return [item.paint for item in drawing.items]


@pytest.mark.parametrize("noun", NOUNS)
def test_it_stands_on_the_ground_in_sane_bounds(noun: str) -> None:
    left, top, right, bottom = _sketch(noun).bounds()
    assert 20 <= bottom - top <= 260
    assert 20 <= right - left <= 330
    assert -12 <= bottom <= 18


@pytest.mark.parametrize("noun", NOUNS)
def test_colours_and_patterns_change_it(noun: str) -> None:
    plain = _paints(_sketch(noun))
    assert _paints(_sketch(noun, colours=(RED,))) != plain
    assert _paints(_sketch(noun, colours=(RED, BLUE))) != _paints(_sketch(noun, colours=(BLUE, RED)))
    assert _sketch(noun, pattern="spotted").items


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("material", ["wood", "gold", "glass", "velvet"])
def test_it_takes_a_material(noun: str, material: str) -> None:
    drawing = _sketch(noun, material=material)
    left, top, right, bottom = drawing.bounds()
    assert bottom - top >= 20
    assert right - left >= 20


@pytest.mark.parametrize("noun", ["ferris wheel", "carousel"])
def test_bulbs_are_lit_at_night(noun: str) -> None:
    forms = [getattr(item, "form", "") for item in _sketch(noun, night=True).items]
    assert forms.count("glow") > 6


def test_nouns_of_one_family_differ() -> None:
    for first, second in (("pillow", "cushion"), ("sled", "sleigh"), ("trousers", "shorts"), ("ruby", "diamond")):
        assert _paints(_sketch(first)) != _paints(_sketch(second))

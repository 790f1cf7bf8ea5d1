"""Vessels, food, furniture, clothes and household things: each draws in every dress, sanely bounded and anchored."""

from __future__ import annotations

import pytest

from pinxit.engines.illustrator.look import Look, load

NAMES = """
mug cup bowl glass bottle vase jar teapot pitcher pot pan plate flowerpot candle lantern basket can trophy
banana orange lemon pear strawberry cherry grapes watermelon pineapple peach avocado tomato carrot broccoli corn egg
bread croissant baguette donut cookie cupcake cake pie pancakes pizza hamburger fries taco sandwich sushi ramen
spaghetti steak dumplings popcorn chocolate candy cheese cocktail beer
chair armchair sofa table desk bed bookshelf shelf stool lamp rug clock mirror painting fireplace bathtub cabinet piano
television computer phone camera keyboard headphones radio book pencil easel palette scissors key suitcase backpack
handbag wallet watch ring necklace crown glasses hat cap scarf tie cape shoe boot dress t-shirt helmet mask gloves
guitar violin drum trumpet saxophone microphone ball dice gift box hammer wrench saw axe shovel broom chalkboard globe
toilet oven microwave refrigerator toaster sink toothbrush frisbee
microscope flask letter newspaper battery sword shield wand doll coin fork
""".split()
PHRASES = (
    "coffee mug", "tea bowl", "wine glass", "wine bottle", "perfume bottle", "fried egg", "birthday cake", "hot dog",
    "ice cream cone", "roast chicken", "bowl of fruit", "coffee bean", "stack of books", "top hat", "straw hat",
    "cowboy hat", "wizard hat", "santa hat", "party hat", "bow tie", "soccer ball", "tennis racket", "baseball bat",
    "teddy bear", "chess piece", "chessboard", "pottery wheel", "test tube", "magnifying glass", "treasure map",
    "light bulb", "treasure chest", "floor lamp", "grand piano",
)  # fmt: skip
ALL = [*NAMES, *PHRASES]
MATERIALS = ("wood", "metal", "glass", "ceramic", "gold", "marble", "plastic", "leather")


def bounds_are_sane(name: str, look: Look) -> None:
    left, top, right, bottom = load()[name].sketch(look).bounds()
    width, height = right - left, bottom - top
    assert 20 < width < 420, (name, width)
    assert 20 < height < 420, (name, height)
    assert -300 < left < right < 300
    assert bottom < 320


@pytest.mark.parametrize("name", ALL)
def test_each_draws_by_default_coloured_and_in_two_colours(name: str) -> None:
    bounds_are_sane(name, Look(noun=name))
    bounds_are_sane(name, Look(noun=name, colours=((20, 20, 22),), adjectives=("matte",)))
    bounds_are_sane(name, Look(noun=name, colours=((214, 40, 40), (250, 250, 250)), pattern="striped"))


@pytest.mark.parametrize("material", MATERIALS)
def test_each_draws_in_each_material(material: str) -> None:
    for name in ALL:
        bounds_are_sane(name, Look(noun=name, material=material))


@pytest.mark.parametrize("name", ALL)
def test_a_colour_changes_the_drawing(name: str) -> None:
    entry = load()[name]
    blue, red = (entry.sketch(Look(noun=name, colours=(rgb,))).items for rgb in ((30, 60, 200), (200, 40, 40)))
    assert [item.paint for item in blue] != [item.paint for item in red]


@pytest.mark.parametrize(
    ("name", "anchors"),
    [
        ("mug", ("inside", "top", "text")),
        ("bowl", ("inside", "top", "text")),
        ("vase", ("inside", "top", "text")),
        ("jar", ("inside", "top", "text")),
        ("bottle", ("top", "text")),
        ("wine bottle", ("text",)),
        ("flowerpot", ("inside",)),
        ("basket", ("inside",)),
        ("plate", ("top",)),
        ("table", ("top",)),
        ("desk", ("top",)),
        ("bed", ("inside", "top")),
        ("sofa", ("seat", "top")),
        ("chair", ("seat",)),
        ("bathtub", ("inside",)),
        ("birthday cake", ("text", "top")),
        ("t-shirt", ("text",)),
        ("chalkboard", ("text",)),
    ],
)
def test_anchors_are_there(name: str, anchors: tuple[str, ...]) -> None:
    drawing = load()[name].sketch(Look(noun=name))
    for anchor in anchors:
        assert drawing.anchors[anchor].size > 5
        assert 0 < drawing.anchors[anchor].index <= len(drawing.items)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("hat", "head"),
        ("crown", "head"),
        ("glasses", "eyes"),
        ("scarf", "neck"),
        ("bow tie", "neck"),
        ("cape", "body"),
        ("guitar", "hand"),
        ("tea bowl", "hand"),
        ("mug", "hand"),
    ],
)
def test_worn_and_held_things_say_where(name: str, where: str) -> None:
    assert load()[name].attach == where


def test_a_drawing_is_the_same_every_time() -> None:
    first, second = (load()["bookshelf"].sketch(Look(noun="bookshelf")).bounds() for _ in range(2))
    assert first == second

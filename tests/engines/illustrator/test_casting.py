"""Casting: what a place shows by itself is not drawn a second time; where things are when the words do not say."""

import pytest

from pinxit.engines.illustrator import settings
from pinxit.engines.illustrator.direction import Direction, direct
from pinxit.scene import read


def directed(prompt: str) -> Direction:
    return direct(read(prompt), 1)


def drawn(prompt: str) -> set[str]:
    """The heads of the subjects that are drawn by themselves."""
    direction = directed(prompt)
    return {s.head for s in direction.scene.subjects if s.id not in direction.absorbed}


@pytest.mark.parametrize(
    ("prompt", "left"),
    [
        ("a tropical beach at sunset with palm trees", set()),
        ("a library with tall shelves", set()),
        ("a cozy living room with a fireplace", set()),
        ("a classroom with a blackboard", set()),
        ("a kitchen with a window", set()),
        ("a field of sunflowers under a blue sky", set()),
        ("the northern lights over a frozen lake", set()),
        ("a Japanese garden with a bridge and cherry blossoms", set()),
        ("a carnival with a ferris wheel", set()),
        ("a stormy sea with a lighthouse", {"lighthouse"}),
        ("a palm tree on a beach", {"tree"}),
        ("a cactus in the desert", {"cactus"}),
        ("a fox under a full moon", {"fox"}),
        ("rolling hills with a windmill", {"windmill"}),
    ],
)
def test_a_place_shows_its_own_features_once(prompt: str, left: set[str]) -> None:
    assert drawn(prompt) == left


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("a beach with palm trees", "palm tree"),
        ("a lavender field", "lavender"),
        ("a cyberpunk city street", "cyberpunk"),
        ("the northern lights over a lake", "northern lights"),
        ("a rainbow over a green valley", "rainbow"),
        ("a mountain lake", "alone"),
        ("a bridge over a river", "drawn bridge"),
    ],
)
def test_the_place_hears_what_it_has_to_show(prompt: str, word: str) -> None:
    assert word in directed(prompt).mood.words


@pytest.mark.parametrize(
    ("prompt", "building"),
    [
        ("a bakery storefront with an awning", True),
        ("a coffee shop exterior", True),
        ("a woman in a coffee shop", False),
        ("a loaf of bread in a bakery", False),
    ],
)
def test_a_shop_from_outside_is_a_building(prompt: str, building: bool) -> None:
    scene = directed(prompt).scene
    assert (scene.place.name == "street") is building


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a camel", "desert"),
        ("a lion", "savanna"),
        ("a polar bear", "snow"),
        ("a cow", "farm"),
        ("a monkey", "jungle"),
        ("a bat", "cave"),
        ("a doctor", "hospital"),
        ("a teacher", "classroom"),
        ("a farmer", "farm"),
        ("a firefighter", "street"),
        ("a pirate", "beach"),
        ("an astronaut", "moon"),
        ("a wizard", "forest"),
        ("a king", "castle"),
        ("a mechanic", "garage"),
        ("a gardener", "garden"),
        ("a duck", "lake"),
        ("a ball on grass", "meadow"),
        ("a crab on sand", "beach"),
        ("a canyon", "canyon"),
        ("a Japanese garden", "japanese garden"),
        ("a busy market street", "market"),
        ("a hospital room", "hospital"),
        ("a waterfall in the jungle", "waterfall"),
        ("a crescent moon over a desert", "desert"),
    ],
)
def test_everything_has_its_place(prompt: str, place: str) -> None:
    assert directed(prompt).setting is settings.load()[place]


@pytest.mark.parametrize(
    ("prompt", "time", "light"),
    [
        ("a bedroom at night", "night", "lamp"),
        ("a bedroom at night with moonlight", "night", "moonlight"),
        ("a candlelit room at night", "night", "candle"),
        ("a street at dusk", "dusk", "dusk"),
        ("a beach at dawn", "dawn", "dawn"),
        ("a field at golden hour", "golden hour", "golden hour"),
        ("a cyberpunk street", "night", "neon"),
        ("a foggy forest", None, "overcast"),
        ("the northern lights over a lake", "night", "moonlight"),
    ],
)
def test_the_hour_and_the_light(prompt: str, time: str | None, light: str) -> None:
    direction = directed(prompt)
    assert (direction.mood.time, direction.light.name) == (time, light)


@pytest.mark.parametrize("word", ["dark", "moody", "gloomy"])
def test_dark_words_darken(word: str) -> None:
    assert directed(f"a {word} forest").light.ambient < directed("a forest").light.ambient

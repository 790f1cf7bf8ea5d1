"""Direction: the medium, place, light, frame and table that the words of a prompt lead to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator import account, media, settings
from pinxit.engines.illustrator.direction import Direction, direct, keep_colours, size_for
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.painter import Plan
from pinxit.scene import read

Planner = Callable[..., Plan]


def directed(prompt: str) -> Direction:
    return direct(read(prompt), 1)


@pytest.mark.parametrize(
    ("prompt", "medium"),
    [
        ("a flat vector illustration of a fox", "flat"),
        ("a kawaii sticker of a cat", "sticker"),
        ('a logo for a bakery called "Crumb"', "logo"),
        ("noir comic panel of a detective, black and white ink with halftone", "ink"),
        ("a manga drawing of a girl", "ink"),
        ("a watercolour painting of a garden", "watercolour"),
        ("a watercolor of a boat", "watercolour"),
        ("product photo of a bottle in a softbox studio", "product"),
        ("minimalist composition of a single leaf", "minimalist"),
        ("a vintage travel poster of a mountain", "poster"),
        ("an oil painting of a ship at sea", "painting"),
        ("a photo of a dog in a park", "photo"),
        ("a dog in a park", "illustration"),
    ],
)
def test_the_medium_follows_the_words(prompt: str, medium: str) -> None:
    chosen = directed(prompt).medium
    assert chosen is media.load()[medium]


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a dog on a beach", "beach"),
        ("a man in a street at night", "street"),
        ("a fox in a forest", "forest"),
        ("an astronaut on the moon", "moon"),
        ("a cake in a kitchen", "kitchen"),
        ("a fish swimming underwater", "underwater"),
        ("a camel in the desert", "desert"),
        ("a potter in his workshop", "workshop"),
        ("a boat on a lake", "lake"),
        ("a girl reading in a library", "library"),
        ("a rocket in space", "space"),
        ("a cat in a living room", "living room"),
        ("a polar bear in the snow", "snow"),
        ("a singer on a stage", "stage"),
        ("a goat in the mountains", "mountains"),
    ],
)
def test_a_place_that_is_named_is_shown(prompt: str, place: str) -> None:
    direction = directed(prompt)
    known = settings.load()
    assert place in known, f"no setting draws {place!r}"
    assert direction.setting is known[place]


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a red apple", "tabletop"),
        ("a mug of coffee", "tabletop"),
        ("a red sports car", "road"),
        ("a whale", "underwater"),
        ("a sailboat", "ocean"),
        ("a rocket", "space"),
        ("an armchair", "living room"),
        ("a bird flying", "sky"),
        ("a fox in winter", "snow"),
    ],
)
def test_a_thing_stands_where_it_usually_does(prompt: str, place: str) -> None:
    direction = directed(prompt)
    assert direction.setting in {settings.load().get(place), settings.load().get("studio")}


def test_a_place_that_cannot_be_drawn_is_said_aloud() -> None:
    direction = directed("a man in a sauna")
    if direction.scene.place.name not in settings.load():
        assert any("place" in note for note in direction.notes) or direction.scene.place.name is None


@pytest.mark.parametrize(
    ("prompt", "ratio"),
    [
        ("a fox. Square image.", "1:1"),
        ("a fox", "1:1"),
        ("a 16:9 banner of a fox", "16:9"),
        ("a portrait-format poster of a fox, 9:16", "9:16"),
        ("an ultra wide 21:9 view of a desert", "21:9"),
        ("a fox, aspect ratio 4:5", "4:5"),
    ],
)
def test_words_decide_the_frame_when_no_size_was_given(prompt: str, ratio: str) -> None:
    assert size_for(read(prompt)) == Size(*RATIOS[ratio])


def test_landscape_and_portrait_are_wider_and_taller_than_square() -> None:
    wide, tall = size_for(read("a castle on a hill. Landscape.")), size_for(read("a tower, vertical format"))
    assert wide.width > wide.height
    assert tall.height > tall.width


@pytest.mark.parametrize(
    ("prompt", "light"),
    [
        ("a field at golden hour", "golden hour"),
        ("a wolf in the moonlight", "moonlight"),
        ("a bottle lit by a softbox", "softbox"),
        ("a street lit by neon lights", "neon"),
        ("an overcast day at the beach", "overcast"),
    ],
)
def test_the_light_follows_the_words(prompt: str, light: str) -> None:
    assert light in LIGHTS
    assert directed(prompt).light.name == LIGHTS[light].name


@pytest.mark.parametrize(
    ("prompt", "framing"),
    [
        ("a portrait of a smiling woman", "bust"),
        ("a close-up of a rose", "close-up"),
        ("a wide shot of a tent in the mountains", "wide"),
        ("a full body picture of a knight", "full"),
        ("a dog in a park", "full"),
        ("a portrait of a vase", "close-up"),
    ],
)
def test_the_camera_keeps_the_distance_that_was_asked_for(prompt: str, framing: str) -> None:
    assert directed(prompt).framing == framing


def test_a_table_of_small_things_becomes_the_ground(planned: Planner) -> None:
    direction = directed("a teapot and two cups on a wooden table")
    assert direction.surface_of is not None
    assert direction.scene.subjects[direction.surface_of].head == "table"
    assert "wood" in (direction.mood.surface or "")
    shown = {actor.figure.subject for actor in planned("a teapot and two cups on a wooden table").actors}
    assert direction.surface_of not in shown


def test_a_table_that_somebody_sits_on_stays_a_table() -> None:
    assert directed("a man on a table").surface_of is None


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("steam rising from a cup of coffee", "steam"),
        ("a car with bright headlights", "headlight"),
        ("a dog and its shadow", "shadow"),
    ],
)
def test_what_something_else_shows_is_not_drawn_twice(prompt: str, noun: str) -> None:
    direction = directed(prompt)
    ids = {s.id for s in direction.scene.subjects if noun in {s.noun, s.head}}
    assert ids <= direction.absorbed


@pytest.mark.parametrize("word", ["cute", "kawaii", "chibi", "adorable"])
def test_cute_words_make_it_cute(word: str) -> None:
    assert directed(f"a {word} cat").cute
    assert not directed("a cat").cute


def test_colours_that_were_asked_for_survive_a_palette() -> None:
    assert len(keep_colours(read("a vintage poster of a red car and a blue boat"))) == 2


def test_only_a_carrier_with_room_carries_words() -> None:
    sign = directed('a wooden sign that says "HELLO"')
    assert sign.carries(sign.scene.lettering[0])
    comic = directed('a comic panel of a dog, caption: "MEANWHILE"')
    assert not comic.carries(comic.scene.lettering[0])


# -- the account -----------------------------------------------------------------------------------------------------


def test_what_is_drawn_as_itself_is_not_reported() -> None:
    assert account.missing(directed("a red apple and a blue car")) == ()


def test_what_is_drawn_as_a_relative_is_reported() -> None:
    lines = account.missing(directed("a portrait of a basenji"))
    assert any("basenji" in line for line in lines)


def test_what_nobody_can_draw_is_reported_too() -> None:
    lines = account.missing(directed("a red apple and a flibbertigibbet"))
    assert any("flibbertigibbet" in line and "not drawn" in line for line in lines)


def test_an_empty_or_odd_prompt_still_has_a_direction() -> None:
    for prompt in ("", "   ", "?!", "the of and", "日本", "a" * 3000):
        direction = directed(prompt)
        assert direction.setting is not None
        assert direction.medium.name

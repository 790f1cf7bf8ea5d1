"""Place, weather, time, light, camera, composition, medium, palette, background and mood."""

# ruff: noqa: E501  # a table is read across
from __future__ import annotations

import pytest

from pinxit.scene import read


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a fox in the forest", "forest"), ("a dog on the beach", "beach"), ("a man in a dark alley", "street"),
        ("an astronaut on the moon", "moon"), ("a rocket in outer space", "space"), ("a fish under the sea", "underwater"),
        ("a chef in a kitchen", "kitchen"), ("a cat in the living room", "living room"), ("a boy in his bedroom", "bedroom"),
        ("an owl in a library", "library"), ("a potter in his workshop", "workshop"), ("a couple in a coffee shop", "cafe"),
        ("a waiter in a fancy restaurant", "restaurant"), ("a detective in a bar", "bar"), ("a teacher in a classroom", "classroom"),
        ("a robot in a laboratory", "laboratory"), ("a singer on a stage", "stage"), ("a woman at a market", "market"),
        ("a bear in a cave", "cave"), ("a girl in a park", "park"), ("a bee in a garden", "garden"), ("a duck on a lake", "lake"),
        ("a ship on the ocean", "ocean"), ("a car on a road", "road"), ("a cow in a meadow", "meadow"),
        ("a tractor in a wheat field", "field"), ("boats in a harbor", "harbour"), ("a king in a castle", "castle"),
        ("a camel in the desert", "desert"), ("a lion in the savanna", "savanna"), ("a goat in the mountains", "mountains"),
        ("a tiger in the jungle", "jungle"), ("a pig on a farm", "farm"), ("a canoe on a river", "river"),
        ("a forest in winter", "forest"), ("a mountain landscape", "mountains"), ("a city skyline at night", "city"),
        ("a woman standing in front of a mountain lake", "lake"), ("a taxi in New York", "city"), ("a cat", None),
        ("a castle", None), ("a lighthouse on a cliff", "cliff"), ("a cabin by a lake", "lake"),
        ("The setting is a rustic workshop. A man.", "workshop"), ("a car in front of a castle", None),
        ("balloons over a desert", "desert"), ("a puppy running through a field of sunflowers", "field"),
    ],
)  # fmt: skip
def test_a_setting_in_place_position_is_the_place(prompt: str, name: str | None) -> None:
    assert read(prompt).place.name == name


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a dog in the rain", "weather", "rain"), ("a rainy street", "weather", "rain"), ("a snowy village", "weather", "snow"),
        ("a foggy forest", "weather", "fog"), ("a ship in a storm", "weather", "storm"), ("a misty lake", "weather", "fog"),
        ("a cabin, autumn", "season", "autumn"), ("a forest in winter", "season", "winter"), ("a park in spring", "season", "spring"),
        ("a beach in summer", "season", "summer"), ("a city at night", "time", "night"), ("a boat at sunset", "time", "sunset"),
        ("a farm at sunrise", "time", "dawn"), ("a lake at dawn", "time", "dawn"), ("a street at dusk", "time", "dusk"),
        ("a field at golden hour", "time", "golden hour"), ("a wolf under a full moon", "time", "night"),
        ("a sailboat under a starry sky", "time", "night"), ("shoes on a wooden floor", "surface", "wooden floor"),
        ("a mug on a polished concrete surface", "surface", "concrete"),
    ],
)  # fmt: skip
def test_weather_season_time_and_surface(prompt: str, field: str, value: str) -> None:
    assert getattr(read(prompt).place, field) == value


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a mug, three-point softbox lighting", "softbox"), ("a man, golden hour", "golden hour"), ("a wolf in the moonlight", "moonlight"),
        ("a bar, neon lights", "neon"), ("a monk reading by candlelight", "candle"), ("a vase, studio lighting", "studio"),
        ("a cat, window light", "window"), ("a fox, natural light", "day"), ("a detective, film noir", "noir"), ("a cat", None),
        ("a cat. The lighting is harsh.", "noir"),
    ],
)  # fmt: skip
def test_light(prompt: str, kind: str | None) -> None:
    assert read(prompt).light.kind == kind


def test_light_from_the_left_has_a_direction() -> None:
    light = read("A leaf. Soft, diffused lighting from the top left.").light
    assert (light.direction, light.words) == ("left", ("soft",))


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a close-up portrait of a man", "framing", "close-up"), ("a bee on a flower, macro", "framing", "close-up"),
        ("a full body portrait of a knight", "framing", "full"), ("a wide shot of a valley", "framing", "wide"),
        ("a headshot of a nurse", "framing", "bust"), ("a city, bird's eye view", "angle", "top"), ("sushi, top-down", "angle", "top"),
        ("a giant, low angle", "angle", "low"), ("a room, isometric", "angle", "isometric"), ("a dog, eye level", "angle", "eye"),
        ("a mug, slightly elevated 45-degree shot", "angle", "high"), ("a man, 85mm lens", "lens_mm", 85),
        ("a man, shot on 50 mm", "lens_mm", 50), ("a cat, bokeh", "bokeh", True), ("a cat, blurred background", "bokeh", True),
        ("a cat, shallow depth of field", "bokeh", True), ("a cat", "framing", None),
    ],
)  # fmt: skip
def test_camera(prompt: str, field: str, value: object) -> None:
    assert getattr(read(prompt).camera, field) == value


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a leaf in the bottom-right of the frame", "anchor", "bottom right"), ("a tree on the left", "anchor", "left"),
        ("a bird in the top left corner", "anchor", "top left"), ("a rose in the center", "anchor", "centre"),
        ("a boat with lots of negative space", "negative_space", True), ("a palace, symmetrical composition", "symmetrical", True),
        ("a four-panel comic about a dog", "panels", 4), ("a cat", "panels", 1), ("A cat. Square image.", "aspect", "1:1"),
        ("A cat. Landscape.", "aspect", "16:9"), ("A cat. Portrait.", "aspect", "3:4"), ("a cat, portrait orientation", "aspect", "3:4"),
        ("16:9 banner with a fox", "aspect", "16:9"), ("a wide banner with mountains", "aspect", "21:9"),
        ("a vertical poster of a rocket", "aspect", "3:4"), ("a landscape painting", "aspect", None),
        ("a close-up portrait of a man", "aspect", None), ("a square box", "aspect", None), ("a portrait of a queen", "aspect", None),
    ],
)  # fmt: skip
def test_composition(prompt: str, field: str, value: object) -> None:
    assert getattr(read(prompt).composition, field) == value


@pytest.mark.parametrize(
    ("prompt", "medium"),
    [
        ("a photo of a cat", "photo"), ("a photorealistic fox", "photo"), ("a product photograph of a mug", "product"),
        ("a studio-lit product photo of a watch", "product"), ("a sticker of a panda", "sticker"), ("a kawaii cat", "sticker"),
        ("a die-cut sticker of a fox", "sticker"), ("a logo for a bakery", "logo"), ("an emblem of a lion", "logo"),
        ("a comic book panel with a detective", "comic"), ("a manga girl", "ink"), ("an ink drawing of a crane", "ink"),
        ("a watercolor painting of a rose", "watercolour"), ("a fox, watercolour", "watercolour"), ("an oil painting of a ship", "painting"),
        ("a vintage travel poster of Rome", "poster"), ("a flat illustration of a desk", "flat"), ("a cartoon dog", "flat"),
        ("vector art of a tree", "flat"), ("a minimalist composition with a leaf", "minimalist"), ("a cat", None),
        ("a minimalist logo of a fox", "logo"), ("a robot painting a picture", None), ("a painting of a dog", "painting"),
        ("a vintage car", None), ("a minimalist ceramic mug", None),
    ],
)  # fmt: skip
def test_medium(prompt: str, medium: str | None) -> None:
    assert read(prompt).medium == medium


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a cat. The background must be white.", "white"), ("a cat on a blue background", "blue"), ("a cat, isolated on white", "white"),
        ("a cat against a pink background", "pink"), ("A leaf. The background is a vast, empty off-white canvas.", "off-white"),
        ("a cat", None), ("a cat with a white background", "white"), ("a blue cat", None),
    ],
)  # fmt: skip
def test_background_colour(prompt: str, name: str | None) -> None:
    background = read(prompt).background
    assert (background.name if background else None) == name


def test_black_and_white_is_monochrome_for_a_picture_but_a_pattern_on_a_cat() -> None:
    assert read("a black and white photo of a cat").monochrome
    assert not read("a black and white cat").monochrome


@pytest.mark.parametrize(
    ("prompt", "theme"),
    [
        ("a logo for a coffee shop", "coffee shop"), ("an emblem for a football club", "football club"),
        ("a poster for a jazz concert", "jazz concert"), ("a cat", None),
    ],
)  # fmt: skip
def test_theme(prompt: str, theme: str | None) -> None:
    assert read(prompt).theme == theme


def test_mood() -> None:
    assert read("A lake. The overall mood is serene and masterful.").mood == ("serene", "masterful")

"""Which thing carries the words, what is read behind them, and words for media that are things elsewhere."""

# a table is read across
from __future__ import annotations

import pytest

from pinxit.scene import Scene, read


def nouns(scene: Scene) -> str:
    return " ".join(one.noun for one in scene.subjects)


@pytest.mark.parametrize(
    ("prompt", "role", "host"),
    [
        ('a storefront with "BAKERY" written on it', "shop front", "storefront"),
        ('a book titled "The Lost Fox" on a table', "cover", "book"),
        ('a magazine cover titled "VOGUE" with a red panda', "cover", None),
        ('an album cover for a band called "The Owls"', "cover", None),
        ('a man in a t-shirt that says "COFFEE"', "t-shirt", "t-shirt"),
        ('the word "START" on a t-shirt', "t-shirt", "t-shirt"),
        ('a chalkboard with "2+2=4" written on it', "chalkboard", "chalkboard"),
        ('a blackboard that says "Welcome"', "chalkboard", "blackboard"),
        ('a handwritten note that reads "Back soon"', "note", "note"),
        ('a letter that says "Dear Santa" on a desk', "note", "letter"),
        ('a car with a license plate that reads "FAST 1"', "plate", "license plate"),
        ('a phone with the message "Call mom" on its screen', "screen", "phone"),
        ('a laptop screen showing the words "Hello"', "screen", "laptop screen"),
        ('a sign that says "OPEN"', "sign", "sign"),
        ('a neon sign reading "BAR"', "neon", "neon sign"),
        ('a mug with the word "DAD" on it', "label", "mug"),
        ('a birthday cake with "Happy 5th" in blue icing', "icing", "birthday cake"),
        ('a cat says "Meow"', "balloon", "cat"),
        ('a movie poster with the title "Night Train"', "title", None),
        ('a logo for a bakery named "Crumbs"', "logo", None),
    ],
)
def test_the_role_follows_the_carrier(prompt: str, role: str, host: str | None) -> None:
    scene = read(prompt)
    words = scene.lettering[0]
    assert (words.role, None if words.host is None else scene.subjects[words.host].noun) == (role, host)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ('a sign that says "OPEN" hanging on a wall next to a cat', "sign wall cat"),
        ('a poster that says "VOTE" with an eagle holding a flag', "eagle flag"),
        ('a birthday cake with "Happy 5th" in blue icing and five candles', "birthday cake candle"),
        ('a magazine cover titled "VOGUE" with a red panda in a suit', "red panda suit"),
        ('a girl holding a sign that says "PEACE" in front of a car', "girl sign car"),
        ('a computer monitor displaying "404" with a sad robot beside it', "computer monitor robot"),
    ],
)
def test_what_stands_behind_the_words_is_read(prompt: str, expected: str) -> None:
    assert nouns(read(prompt)) == expected


@pytest.mark.parametrize(
    ("prompt", "medium", "things"),
    [
        ("a stained glass window of a dove", "stained glass", "dove"),
        ("a cathedral with stained glass windows", None, "cathedral"),
        ("a girl drawing with a pencil", None, "girl pencil"),
        ("a chalkboard in a classroom", None, "chalkboard"),
        ("a blueprint on the desk", None, "blueprint desk"),
        ("a blueprint of a rocket", "blueprint", "rocket"),
        ("an architect holding a blueprint", None, "architect blueprint"),
        ("a pencil sketch of a horse", "pencil", "horse"),
        ("a charcoal portrait of an old man", "charcoal", "man"),
        ("a chalk drawing of a cat", "chalkboard", "cat"),
        ("pixel art of a knight", "pixel art", "knight"),
        ("paper cut art of a fox", "paper cut", "fox"),
        ("low poly fox", "low poly", "fox"),
        ("an isometric castle", "isometric", "castle"),
        ("a box of chalk", None, "box chalk"),
        ("a child with a red pencil", None, "child pencil"),
    ],
)
def test_a_word_for_a_medium_may_be_a_thing(prompt: str, medium: str | None, things: str) -> None:
    scene = read(prompt)
    assert (scene.medium, nouns(scene)) == (medium, things)


@pytest.mark.parametrize(
    ("prompt", "weather", "season", "time"),
    [
        ("a forest in autumn", None, "autumn", None),
        ("a city during a thunderstorm", "storm", None, None),
        ("a street on a rainy evening", "rain", None, "dusk"),
        ("a lighthouse at dawn", None, None, "dawn"),
        ("a snowy village", "snow", None, None),
        ("a foggy harbor", "fog", None, None),
        ("a camel under a starry sky", None, None, "night"),
        ("a field at golden hour", None, None, "golden hour"),
        ("a bridge at blue hour", None, None, "dusk"),
        ("the sun sets behind the mountains", None, None, "sunset"),
        ("A cat on a windowsill. Outside it is snowing.", "snow", None, None),
        ("A cat on a windowsill. Snow falls outside.", "snow", None, None),
        ("a house covered in snow", "snow", None, None),
        ("a bear pouring honey", None, None, None),
    ],
)
def test_weather_season_and_time(prompt: str, weather: str | None, season: str | None, time: str | None) -> None:
    place = read(prompt).place
    assert (place.weather, place.season, place.time) == (weather, season, time)

"""The places that prompts ask for by name, what the words put into the air, and flat lays."""

import pytest

from pinxit.core.images import Size
from pinxit.engines.illustrator import aloft, settings
from pinxit.engines.illustrator.direction import direct
from pinxit.engines.illustrator.overhead import overhead, spread
from pinxit.engines.illustrator.painter import plan
from pinxit.engines.illustrator.stage import Mood, Stage, build
from pinxit.scene.reader import read

PLACES = {
    "a knight in a throne room": "throne room",
    "an empty corridor": "corridor",
    "a church interior": "church",
    "a prisoner in a dungeon": "dungeon",
    "a girl in a train compartment": "train",
    "a man in an airplane cabin": "airplane cabin",
    "a server room": "server room",
    "a woman in a greenhouse": "greenhouse",
    "an attic": "attic",
    "a boy in an arcade": "arcade",
    "a dance floor": "dance floor",
    "a boxing ring": "boxing ring",
    "a nursery": "nursery",
    "an art studio": "art studio",
    "a girl in a bamboo forest": "bamboo forest",
    "a cherry blossom avenue": "cherry blossom avenue",
    "a robot in a cyberpunk city": "cyberpunk city",
    "a futuristic city": "futuristic city",
    "Venice canal at sunset": "canal",
    "a cowboy in a western town": "western town",
    "a medieval town": "medieval town",
    "ancient ruins": "ruins",
    "a camel at a desert oasis": "oasis",
    "a seal in the arctic": "arctic",
    "a volcanic landscape": "volcano",
    "a fairy in an enchanted forest": "enchanted forest",
    "a haunted forest": "haunted forest",
    "candy land": "candy land",
    "floating islands": "cloud kingdom",
    "rice terraces": "rice terraces",
    "a woman in a vineyard": "vineyard",
    "a swamp": "swamp",
    "a courtyard": "courtyard",
    "a cat on a balcony": "balcony",
}


@pytest.mark.parametrize(("prompt", "name"), PLACES.items())
def test_a_place_that_is_named_is_the_setting(prompt: str, name: str) -> None:
    assert direct(read(prompt), 1).setting.name == name


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("a park with falling leaves", "falling leaves"),
        ("a village with cherry petals falling", "petals"),
        ("a meadow with fireflies at night", "fireflies"),
        ("a village with sun rays", "sun rays"),
        ("mist in the valley", "low mist"),
    ],
)
def test_what_is_in_the_air_is_told_to_the_place_and_no_figure(prompt: str, word: str) -> None:
    direction = direct(read(prompt), 1)
    assert word in direction.mood.words
    assert {s.id for s in direction.scene.subjects} <= direction.absorbed


def test_leaves_that_lie_on_something_stay_figures() -> None:
    assert not aloft.shown(read("three leaves on a table"))


@pytest.mark.parametrize(
    "word", ["falling leaves", "petals", "fireflies", "sun rays", "low mist", "seeds", "bubbles", "embers"]
)
def test_what_is_in_the_air_is_drawn(word: str) -> None:
    def count(words: tuple[str, ...]) -> int:
        stage = build(settings.load()["meadow"], 1000, Mood(words=words, seed=3))
        return sum(len(pen.drawing.items) for pen in (stage.far, stage.middle, stage.near, stage.front))

    assert count((word,)) > count(())


def test_after_rain_it_no_longer_rains_and_the_ground_is_wet() -> None:
    mood = direct(read("a village with a rainbow after rain"), 1).mood
    assert mood.weather is None
    assert {"wet", "rainbow"} <= set(mood.words)


@pytest.mark.parametrize("prompt", ["a fox under the moon", "a village under the stars", "a beach under the milky way"])
def test_under_the_moon_it_is_night(prompt: str) -> None:
    assert direct(read(prompt), 1).mood.time == "night"


def test_rain_runs_down_the_windows_of_a_room() -> None:
    def size(weather: str | None) -> int:
        return len(build(settings.load()["living room"], 1000, Mood(weather=weather)).far.drawing.items)

    assert size("rain") > size("cloudy")


def test_small_things_seen_from_above_are_a_flat_lay() -> None:
    assert direct(read("a flat lay of a coffee cup, a book and a pen"), 1).setting.name == "flat lay"
    assert direct(read("top-down view of a pizza on marble"), 1).setting.name == "flat lay"
    assert not overhead(read("a top-down view of a city"))
    assert not overhead(read("a coffee cup and a book"))


def test_a_flat_lay_spreads_over_the_frame() -> None:
    scene = read("a flat lay of a coffee cup, a book, a pen and an apple")
    actors = plan(scene, Size(1024, 1024), 1).actors
    laid = spread(scene, actors, Stage(1000, Mood()), 1)
    middles = [(a.box[1] + a.box[3]) / 2 for a in laid]
    assert max(middles) - min(middles) > 200
    assert all(a.box[0] > 0 and a.box[2] < 1000 for a in laid)

"""What the library knows by name: COCO's 80 things, the nouns that prompts name most, and the table of near kinds."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from pinxit.engines.illustrator import look, settings
from pinxit.engines.illustrator.library import find, nearest

COCO = (
    "person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light, fire hydrant, stop sign, "
    "parking meter, bench, bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, "
    "handbag, tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove, skateboard, "
    "surfboard, tennis racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana, apple, sandwich, orange, "
    "broccoli, carrot, hot dog, pizza, donut, cake, chair, couch, potted plant, bed, dining table, toilet, tv, laptop, "
    "mouse, remote, keyboard, cell phone, microwave, oven, toaster, sink, refrigerator, book, clock, vase, scissors, "
    "teddy bear, hair drier, toothbrush"
).split(", ")


def _how(noun: str) -> str:
    return find(noun, noun.rsplit(" ", 1)[-1]).how


def _table() -> dict[str, list[str]]:
    text = resources.files("pinxit.engines.illustrator").joinpath("data/nearest.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)["kinds"]
    return table


def _frequent() -> list[str]:
    lines = (Path(__file__).parent / "data" / "frequent_nouns.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_coco_has_eighty_names() -> None:
    assert len(COCO) == len(set(COCO)) == 80


@pytest.mark.parametrize("noun", COCO)
def test_what_coco_names_has_a_drawing_of_its_own(noun: str) -> None:
    assert _how(noun) == "itself"


def test_nine_of_ten_frequent_visible_nouns_are_drawn_as_themselves() -> None:
    """A place counts where a setting draws it."""
    nouns, places = _frequent(), settings.load()
    missing = [noun for noun in nouns if _how(noun) != "itself" and noun.removeprefix("the ") not in places]
    assert len(nouns) > 250
    assert len(missing) <= 0.1 * len(nouns), missing


def test_the_table_is_large() -> None:
    assert len(nearest()) >= 2500


def test_every_kind_is_drawn() -> None:
    assert not [kind for kind in _table() if kind not in look.load()]


def test_no_noun_of_the_table_has_a_drawing_of_its_own() -> None:
    assert not [noun for nouns in _table().values() for noun in nouns if noun in look.load()]


def test_no_noun_stands_under_two_kinds() -> None:
    nouns = [noun for group in _table().values() for noun in group]
    assert len(nouns) == len(set(nouns)), sorted({noun for noun in nouns if nouns.count(noun) > 1})


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("border collie", "dog"),
        ("maine coon", "cat"),
        ("palomino", "horse"),
        ("bream", "fish"),
        ("linnet", "bird"),
        ("chrysanthemum", "daisy"),
        ("limousine car", "car"),
        ("bricklayer", "builder"),
        ("waistcoat", "t-shirt"),
        ("sourdough", "bread"),
        ("sledgehammer", "hammer"),
        ("chesterfield", "sofa"),
    ],
)
def test_a_near_kind_shares_kind_and_outline(noun: str, kind: str) -> None:
    """Unless the library has learned to draw the thing itself meanwhile."""
    thing = find(noun, noun.rsplit(" ", 1)[-1]).thing
    assert thing is not None
    assert thing is look.load()[kind] or noun in {thing.name, *thing.aliases}

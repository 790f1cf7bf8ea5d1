"""The library: what people name most is drawn as itself or as its own kind, and the table of kinds holds together."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from pinxit.engines.illustrator import library, look
from pinxit.engines.illustrator.library import find, nearest
from pinxit.engines.illustrator.look import Look

# The 150 nouns of things that people's prompts name most often, the most frequent first.
EVERYDAY = (
    "person, glass, table, chair, woman, man, dog, car, cat, bird, vase, desk, cup, orange, horse, giraffe, plate, "
    "backpack, phone, lamp, bowl, train, bag, tree, clock, sheep, cow, suitcase, mouse, candle, rabbit, painting, "
    "bicycle, fish, chicken, couch, wallet, microwave, apple, pig, child, balloon, bee, key, boy, frog, girl, toy, "
    "sofa, sun, butterfly, hat, airplane, pillow, bottle, flower, turtle, refrigerator, window, banana, mirror, cloud, "
    "leaf, blanket, rug, computer, sink, bench, plant, box, boat, jacket, shirt, cake, ball, pen, knife, door, towel, "
    "shelf, building, truck, glove, elephant, bear, fork, watch, pencil, camera, dress, microphone, toilet, guitar, "
    "friend, people, pendant, necklace, pear, lemon, picture frame, bed, laptop, helmet, wooden spoon, plush, bread, "
    "pizza, tomato, spoon, umbrella, star, mountain, jar, strawberry, pants, teddy bear, sweater, fence, bookshelf, "
    "dining table, motorcycle, shrimp, coat, flag, stool, coffee table, duck, rose, skyscraper, rock, curtain, tent, "
    "helicopter, statue, ship, peach, camel, bus, sculpture, drum, pot, tie, scarf, glasses, swan, carrot, printer, "
    "cushion, house, cactus, sandwich, robot"
).split(", ")

# Nouns whose nearest kind must be this one, whatever else the library learns: they may also be drawn as themselves.
KINDS = {
    "chihuahua": "dog",
    "stallion": "horse",
    "kitten": "cat",
    "oak": "tree",
    "palace": "castle",
    "goblet": "wine glass",
    "fedora": "hat",
    "rucksack": "backpack",
    "settee": "sofa",
    "grandfather": "old man",
    "lady": "woman",
    "lorry": "truck",
    "cardboard box": "box",
}


def test_the_list_is_what_it_says() -> None:
    assert len(EVERYDAY) >= 150
    assert len(set(EVERYDAY)) == len(EVERYDAY)


@pytest.mark.parametrize("noun", EVERYDAY)
def test_an_everyday_noun_is_drawn_as_itself_or_as_its_kind(noun: str) -> None:
    found = find(noun, noun.rsplit(" ", 1)[-1])
    assert found.thing is not None, f"nothing is drawn for {noun!r}"
    assert found.how in {"itself", "kind"}, f"{noun!r} is only an outline"


@pytest.mark.parametrize(("noun", "kind"), KINDS.items())
def test_a_noun_finds_its_relatives(noun: str, kind: str) -> None:
    thing = find(noun, noun.rsplit(" ", 1)[-1]).thing
    assert thing is not None
    assert thing.name in {noun, kind}


def test_every_kind_of_the_table_is_a_thing_that_is_drawn() -> None:
    missing = {kind for kind in nearest().values() if kind not in look.load()}
    assert not missing


def test_no_noun_is_both_drawn_and_mapped() -> None:
    both = {noun for noun in nearest() if noun in look.load()}
    assert not both


def test_no_noun_is_mapped_twice() -> None:
    text = resources.files("pinxit.engines.illustrator").joinpath("data/nearest.toml").read_text("utf-8")
    named = [noun for nouns in tomllib.loads(text)["kinds"].values() for noun in nouns]
    assert len(named) == len(set(named)), sorted({n for n in named if named.count(n) > 1})
    assert all(noun == noun.lower().strip() for noun in named)


@pytest.mark.parametrize(
    ("noun", "how"),
    [
        ("apple", "itself"),
        ("apples", "itself"),
        ("wooden chair", "itself"),
        ("cherries", "itself"),
        ("crimson apple", "kind"),
        ("flibbertigibbet", "nothing"),
        ("", "nothing"),
    ],
)
def test_how_something_was_found_is_told(noun: str, how: str) -> None:
    assert find(noun, noun.rsplit(" ", 1)[-1]).how == how


def test_the_whole_name_goes_before_its_last_word() -> None:
    fire = find("fire truck", "truck").thing
    plain = find("truck", "truck").thing
    assert fire is not None
    assert plain is not None
    assert fire.name != plain.name


def test_a_symbol_becomes_a_thing_with_an_outline() -> None:
    name, code = next(iter(library.symbols().items()))
    drawing = library.outline(name, code).sketch(Look(noun=name, colours=((200, 30, 30),)))
    assert len(drawing.items) == 2
    left, top, right, bottom = drawing.bounds()
    assert right > left
    assert bottom > top


@pytest.mark.parametrize("entry", look.things(), ids=lambda t: t.name)
def test_each_thing_is_drawn_in_any_look(entry: look.Thing) -> None:
    """Colours, age, cuteness, poses and lettering are wishes: a drawing heeds or ignores them, but never fails."""
    wishes = (
        Look(noun=entry.name, colours=((200, 30, 30), (30, 60, 200)), cute=True, night=True, text="HELLO", seed=9),
        Look(noun=entry.name, material="wood", pattern="striped", pose="sit", age="elderly", expression="happy"),
    )
    first = entry.sketch(Look(noun=entry.name, seed=4))
    assert entry.sketch(Look(noun=entry.name, seed=4)).bounds() == first.bounds(), "it is drawn the same way twice"
    for wish in wishes:
        drawing = entry.sketch(wish)
        left, top, right, bottom = drawing.bounds()
        assert drawing.items
        assert right - left > 0
        assert bottom - top > 0
        assert all(0 <= anchor.index <= len(drawing.items) for anchor in drawing.anchors.values())


@pytest.mark.parametrize(
    "entry", [t for t in look.things() if t.kind in {"animal", "bird", "person"}], ids=lambda t: t.name
)
def test_whoever_can_hold_and_wear_has_hands_and_a_head(entry: look.Thing) -> None:
    anchors = entry.sketch(Look(noun=entry.name)).anchors
    assert "head" in anchors
    assert {"hand", "mouth", "front"} & set(anchors)


@pytest.mark.parametrize("entry", [t for t in look.things() if t.attach], ids=lambda t: t.name)
def test_what_is_worn_or_held_names_a_known_place(entry: look.Thing) -> None:
    assert entry.attach in set("head neck eyes face hand mouth back front body chest waist wrist feet foot".split())
    assert entry.fit > 0

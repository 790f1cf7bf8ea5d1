"""Animals and robots that are something: who they are, what they wear, and that the clothes sit on them."""

from __future__ import annotations

import pytest

from pinxit.engines.illustrator import library, look
from pinxit.engines.illustrator.costumes import costumes, trade_of, with_costumes
from pinxit.engines.illustrator.figures import Wardrobe
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Drawing
from pinxit.engines.illustrator.rigs.cloth_cuts import CUTS, SAME, cut_for
from pinxit.engines.illustrator.rigs.tailored import dress
from pinxit.engines.illustrator.rigs.tailoring import measure
from pinxit.scene import Scene, read


def dressed(prompt: str) -> Scene:
    return with_costumes(read(prompt))


def worn(scene: Scene, subject: int = 0, kind: str = "wearing") -> list[str]:
    return [scene.subjects[r.b].noun for r in scene.relations if r.a == subject and r.kind == kind]


@pytest.mark.parametrize(
    ("prompt", "animal", "noun"),
    [
        ("a fox detective", "fox", "deerstalker"),
        ("a cat astronaut", "cat", "space helmet"),
        ("an astronaut cat floating in space", "cat", "space suit"),
        ("a dog dressed as a pirate", "dog", "pirate hat"),
        ("a cat as a detective", "cat", "trench coat"),
        ("a robot barista", "robot", "apron"),
        ("a hamster knight", "hamster", "armour"),
        ("a dog police officer", "dog", "police cap"),
        ("a frog king", "frog", "crown"),
        ("a dog in a pirate costume", "dog", "pirate hat"),
        ("a wizard owl", "owl", "wizard hat"),
        ("three penguin waiters", "penguin", "vest"),
    ],
)
def test_an_animal_with_a_trade_stays_the_animal_and_wears_what_the_trade_wears(
    prompt: str, animal: str, noun: str
) -> None:
    scene = dressed(prompt)
    thing = library.thing_of(scene.subjects[0])
    assert thing is not None
    assert thing.name == animal
    assert noun in worn(scene)


@pytest.mark.parametrize(
    "prompt",
    [
        "a detective",
        "a chicken farmer",
        "a man dressed as a pirate",
        "a king penguin",
        "a queen bee",
        "a boxer dog",
        "a clown fish",
        "a dog",
        "a woman walking a dog",
        "a doctor with a cat",
    ],
)
def test_who_is_no_dressed_animal_is_left_alone(prompt: str) -> None:
    assert dressed(prompt) == read(prompt)


def test_the_clothes_of_the_prompt_win() -> None:
    scene = dressed("a fox detective wearing a red beret and a blue sweater")
    nouns = worn(scene)
    assert "beret" in nouns
    assert "sweater" in nouns
    assert "deerstalker" not in nouns
    assert "trench coat" not in nouns


def test_paws_that_are_busy_hold_nothing_more() -> None:
    assert worn(dressed("a fox detective"), kind="holding") == ["magnifying glass"]
    assert "magnifying glass" not in worn(dressed("a fox detective holding a cup"), kind="holding")
    assert worn(dressed("a fox detective running"), kind="holding") == []


def test_the_costume_takes_the_colour_that_the_prompt_gives_it() -> None:
    scene = dressed("a bear in a green superhero costume")
    suits = [s for s in scene.subjects if s.noun == "superhero suit"]
    assert [s.colours[0].name for s in suits] == ["green"]


def test_a_trade_is_known_from_the_dressed_animal() -> None:
    assert trade_of(dressed("a cat astronaut").subjects[0]) == "astronaut"
    assert trade_of(read("a cat").subjects[0]) is None


def test_everything_that_costumes_are_made_of_is_drawn() -> None:
    missing = []
    for costume in set(costumes().values()):
        for entry in (*costume.wears, *((costume.holds,) if costume.holds else ())):
            noun = entry.partition("#")[0]
            if library.find(noun, noun.split()[-1]).how != "itself":
                missing.append(noun)
    assert missing == []


def test_every_synonym_of_a_garment_is_a_garment() -> None:
    assert [name for name, usual in SAME.items() if usual not in CUTS] == []
    assert cut_for("top hat", "hat") is None
    assert cut_for("yellow rain coat", "coat") == ("raincoat", CUTS["raincoat"])


# -- how they sit ----------------------------------------------------------------------------------------------------


def figure_of(prompt: str) -> tuple[Figure, Scene]:
    scene = dressed(prompt)
    figure = Wardrobe(scene, 1).figure(scene.subjects[0])
    assert figure is not None
    return figure, scene


@pytest.mark.parametrize(
    "prompt", ["a dog wearing a pirate hat", "a bear viking", "an owl wearing a mortarboard", "a robot king"]
)
def test_a_hat_sits_on_the_upper_part_of_the_head(prompt: str) -> None:
    figure, scene = figure_of(prompt)
    hat = next(r.b for r in scene.relations if r.kind == "wearing")
    left, top, right, bottom = figure.boxes[0][0]
    x0, y0, x1, y1 = figure.boxes[hat][0]
    assert left < (x0 + x1) / 2 < right
    assert y0 < top + 0.3 * (bottom - top)
    assert top < y1 < top + 0.5 * (bottom - top)


SITTERS = ("cat", "dog", "bear", "penguin", "robot", "owl", "frog", "hedgehog", "lion")


def sketched(name: str) -> Drawing:
    return look.load()[name].sketch(Look(noun=name))


@pytest.mark.parametrize("name", SITTERS)
def test_clothes_are_cut_to_the_torso_below_the_head(name: str) -> None:
    plain = sketched(name)
    clothed = dress(plain, [Look(noun="sweater", colours=((10, 200, 30),))])
    bare = {id(item.path) for item in plain.items}
    cloth = [item for item in clothed.items if id(item.path) not in bare]
    assert cloth
    fit = measure(plain)
    assert fit is not None
    eyes = plain.anchors["eyes"]
    left, _, right, _ = plain.bounds()
    for item in cloth:
        if getattr(item, "decal", True) or item.clips:
            continue
        edge = item.path.computeTightBounds()
        assert edge.top() > eyes.y
        assert edge.left() >= left - 8
        assert edge.right() <= right + 8


@pytest.mark.parametrize("name", SITTERS)
def test_the_head_stays_in_front_of_the_clothes(name: str) -> None:
    plain = sketched(name)
    clothed = dress(plain, [Look(noun="suit")])
    neck, body = clothed.anchors["neck"], plain.anchors["body"]
    assert neck.index >= plain.anchors["neck"].index
    if plain.anchors["neck"].index < len(plain.items):  # the head is drawn after the neck
        head = plain.items[-1]
        assert clothed.items[-1] is head
    assert clothed.anchors["body"].x == body.x


@pytest.mark.parametrize("name", sorted(CUTS))
def test_every_garment_can_be_worn_and_stand_alone(name: str) -> None:
    for wearer in ("cat", "robot", "horse"):
        plain = sketched(wearer)
        assert len(dress(plain, [Look(noun=name)]).items) > len(plain.items) - 3
    thing = library.find(name, name.rsplit(maxsplit=1)[-1]).thing
    assert thing is not None
    assert thing.sketch(Look(noun=name)).items


def test_a_garment_has_the_colour_that_was_asked_for() -> None:
    green = (10, 180, 60)
    clothed = dress(sketched("bear"), [Look(noun="sweater", colours=(green,))])
    assert any(item.paint == green for item in clothed.items)


def test_a_trade_brings_its_place_where_none_is_named() -> None:
    assert dressed("a cat astronaut").place.name == "moon"
    assert dressed("a cat astronaut in a kitchen").place.name == "kitchen"
    assert dressed("a sticker of a cat astronaut").place.name is None
    assert dressed("a cat astronaut on a white background").place.name is None


@pytest.mark.parametrize(
    "prompt", ["a boy and his dog wearing matching red sweaters", "a cat and a dog wearing hats", "two cats in suits"]
)
def test_clothes_that_several_share_are_worn_by_each(prompt: str) -> None:
    scene = dressed(prompt)
    wearers = {r.a for r in scene.relations if r.kind == "wearing"}
    living = {s.id for s in scene.subjects if (t := library.thing_of(s)) and t.kind in {"person", "animal"}}
    assert wearers == living
    assert [s.id for s in scene.subjects] == list(range(len(scene.subjects)))


def test_a_plural_name_is_worn_once() -> None:
    scene = dressed("a cat wearing earmuffs")
    assert [s.count for s in scene.subjects] == [1, 1]


def test_a_toy_bear_can_be_dressed_too() -> None:
    figure, scene = figure_of("a teddy bear astronaut")
    assert scene.subjects[0].noun == "teddy bear"
    assert "space suit" in worn(scene)
    bare = look.load()["teddy bear"].sketch(Look(noun="teddy bear"))
    assert len(figure.drawing.items) > len(bare.items) + 5

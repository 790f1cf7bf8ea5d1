"""Every animal in every pose: it differs from the others, stands where it should, and has what others hold on to."""

from __future__ import annotations

import time

import pytest

from pinxit.engines.illustrator.look import Look, load
from pinxit.engines.illustrator.pen import Drawing

ANCHORS = {"head", "eyes", "neck", "face", "mouth", "hand", "hand2", "body", "seat", "back"}
FURRY = (
    "cat, dog, fox, red panda, panda, bear, lion, tiger, rabbit, squirrel, raccoon, monkey, wolf, koala, "
    "otter, hedgehog, mouse, chipmunk, ferret, porcupine, armadillo, chimpanzee, lemur, possum, hyena, "
    "lynx"
).split(", ")
NEW = (
    "tapir, anteater, boar, buffalo, pegasus, bat, platypus, emu, kiwi bird, quail, raven, magpie, "
    "falcon, budgie, cockatiel, stingray, swordfish, eel, pufferfish, shrimp, clam, sea urchin, nautilus, "
    "narwhal, beluga, manatee, chameleon, gecko, cobra, pterodactyl, griffin, yeti, cyclops, minotaur, "
    "centaur, goblin, troll, zombie, skeleton, mummy, cerberus, robot dog, drone robot, grasshopper, "
    "praying mantis, mosquito, scorpion, worm"
).split(", ")
POSES = ("stand", "walk", "run", "sit", "lie", "sleep", "jump", "eat", "swim", "wave", "dance", "hang", "climb")


def drawn(noun: str, **look: object) -> Drawing:
    return load()[noun].sketch(Look(noun=noun, **look))  # type: ignore[arg-type]


@pytest.mark.parametrize("noun", [*FURRY, *NEW])
def test_every_pose_has_every_anchor_within_the_drawing(noun: str) -> None:
    for pose in POSES:
        drawing = drawn(noun, pose=pose)
        assert drawing.anchors.keys() >= ANCHORS, (pose, ANCHORS - drawing.anchors.keys())
        left, top, right, bottom = drawing.bounds()
        for name in ANCHORS:
            anchor = drawing.anchors[name]
            assert left - 40 < anchor.x < right + 40, (pose, name)
            assert top - 40 < anchor.y < bottom + 40, (pose, name)
            assert anchor.size > 3, (pose, name)


@pytest.mark.parametrize("noun", FURRY)
def test_poses_of_a_furry_animal_are_different_pictures(noun: str) -> None:
    boxes = {pose: drawn(noun, pose=pose).bounds() for pose in ("sit", "stand", "jump", "lie", "sleep", "swim", "wave")}
    if noun == "armadillo":  # it sits as it stands
        del boxes["sit"]
    assert len(set(boxes.values())) == len(boxes)
    assert boxes["lie"][2] - boxes["lie"][0] > boxes["lie"][3] - boxes["lie"][1]
    assert boxes["jump"][3] < -4


@pytest.mark.parametrize("noun", ["cat", "fox", "bear", "rabbit"])
def test_the_head_is_a_good_part_of_an_animal_on_its_feet(noun: str) -> None:
    drawing = drawn(noun, pose="stand")
    _, top, _, bottom = drawing.bounds()
    assert drawing.anchors["head"].size > 0.3 * (bottom - top)


def test_one_asleep_shuts_its_eyes_and_one_that_lies_does_not() -> None:
    count = {pose: len(drawn("dog", pose=pose, parts=(("eyes", (1, 2, 3)),)).items) for pose in ("lie", "sleep")}
    paints = {pose: {i.paint for i in drawn("dog", pose=pose, parts=(("eyes", (1, 2, 3)),)).items} for pose in count}
    assert (1, 2, 3) in paints["lie"]
    assert (1, 2, 3) not in paints["sleep"]


@pytest.mark.parametrize("noun", ["cat", "bear", "lion"])
def test_a_young_one_has_a_larger_head(noun: str) -> None:
    def share(age: str | None) -> float:
        drawing = drawn(noun, pose="stand", age=age)
        _, top, _, bottom = drawing.bounds()
        return drawing.anchors["eyes"].size / (bottom - top)

    assert share("baby") > share(None) * 1.1


def test_birds_of_a_flock_beat_their_wings_in_different_phases() -> None:
    boxes = {drawn("bird", pose="fly", seed=seed, copies=5).bounds() for seed in range(8)}
    assert len(boxes) == 3


def test_several_butterflies_are_not_copies_of_one() -> None:
    boxes = {drawn("butterfly", seed=seed, copies=3).bounds() for seed in range(8)}
    assert len(boxes) > 3
    assert len({drawn("butterfly", seed=seed).bounds() for seed in range(8)}) == 1


@pytest.mark.parametrize("noun", ["cat", "dog", "fox", "rabbit"])
def test_several_of_a_kind_are_no_row_of_stamps(noun: str) -> None:
    boxes = {drawn(noun, seed=seed, copies=6).bounds() for seed in range(30)}
    assert len(boxes) >= 3
    assert len({drawn(noun, seed=seed).bounds() for seed in range(10)}) == 1


def test_a_young_one_by_its_noun_is_smaller_and_has_a_larger_head() -> None:
    for young, grown in (("foal", "horse"), ("kitten", "cat"), ("puppy", "dog"), ("lamb", "sheep"), ("fawn", "deer")):
        assert load()[young].cm < 0.7 * load()[grown].cm
        heads = [drawn(noun, pose="stand").anchors["eyes"].size / drawn(noun, pose="stand").bounds()[2] for noun in
                 (young, grown)]  # fmt: skip
        assert heads[0] > heads[1], young


def test_a_howling_wolf_lifts_its_muzzle() -> None:
    howling, walking = drawn("wolf", pose="howl"), drawn("wolf", pose="run")
    assert howling.anchors["mouth"].y < howling.anchors["neck"].y - 30
    assert howling.anchors["mouth"].y < walking.anchors["mouth"].y


def test_a_dog_that_is_a_robot_is_made_of_metal() -> None:
    assert any(getattr(item, "form", "") == "metal" for item in drawn("dog", adjectives=("robot",)).items)
    assert not any(getattr(item, "form", "") == "metal" for item in drawn("dog").items)


def test_a_grazing_animal_brings_its_mouth_down() -> None:
    for noun in ("dog", "cat", "llama", "horse"):
        assert drawn(noun, pose="eat").anchors["mouth"].y > drawn(noun, pose="stand").anchors["mouth"].y + 20, noun


def test_sketches_are_quick() -> None:
    nouns = [*FURRY, *NEW]
    for noun in nouns:
        drawn(noun)
    start = time.perf_counter()
    for noun in nouns:
        drawn(noun, pose="walk")
    assert (time.perf_counter() - start) / len(nouns) < 0.03

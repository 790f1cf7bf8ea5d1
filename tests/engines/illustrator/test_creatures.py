"""Birds, sea life, insects, reptiles, robots and monsters: every creature in every pose."""

from __future__ import annotations

import pytest

from pinxit.engines.illustrator.look import Look, load
from pinxit.engines.illustrator.pen import Drawing

CREATURES = [
    *("penguin, owl, bird, robin, cardinal, crow, pigeon, dove, hummingbird, eagle, hawk, parrot, toucan, duck, "
      "duckling, "
      "rubber duck, goose, swan, seagull, pelican, chick, chicken, rooster, turkey, peacock, flamingo, stork, ostrich, "
      "phoenix, robot, alien, ghost, monster, fish, goldfish, clownfish, koi, angelfish, shark, whale, dolphin, orca, "
      "octopus, squid, jellyfish, crab, lobster, seahorse, starfish, sea turtle, seal, walrus, butterfly, "
      "dragonfly, bee, "
      "firefly, ladybug, ant, spider, snail, caterpillar, frog, turtle, crocodile, snake, lizard, dinosaur, "
      "triceratops, "
      "brontosaurus, stegosaurus, dragon").split(", ")
]  # fmt: skip
POSES = (None, "fly", "swim", "walk", "sleep")
ANCHORS = {"head", "eyes", "neck", "face", "mouth", "body", "back", "seat", "hand"}


def drawn(noun: str, **look: object) -> Drawing:
    return load()[noun].sketch(Look(noun=noun, **look))  # type: ignore[arg-type]


@pytest.mark.parametrize("noun", CREATURES)
def test_draws_in_every_pose_with_every_anchor(noun: str) -> None:
    for pose in POSES:
        for cute in (False, True):
            drawing = drawn(noun, pose=pose, cute=cute)
            assert set(drawing.anchors) >= ANCHORS, (pose, cute)
            left, top, right, bottom = drawing.bounds()
            assert 60 < right - left < 360, (pose, cute)
            assert 50 < bottom - top < 330, (pose, cute)
            assert -45 < bottom < 80, (pose, cute)


@pytest.mark.parametrize("noun", CREATURES)
def test_what_is_held_has_a_hand_and_lies_between_the_parts(noun: str) -> None:
    drawing = drawn(noun, holds="flower")
    hand = drawing.anchors["hand"]
    assert hand.size > 5
    assert 0 <= hand.index <= len(drawing.items)


@pytest.mark.parametrize("noun", CREATURES)
def test_a_colour_recolours_the_main_part(noun: str) -> None:
    def colours(rgb: tuple[int, int, int]) -> set[object]:
        return {item.paint for item in drawn(noun, colours=(rgb,)).items if isinstance(item.paint, tuple)}

    assert (200, 40, 160) in colours((200, 40, 160))


def test_two_drawings_of_one_look_are_the_same() -> None:
    first, second = (drawn("dragon", pose="breathe") for _ in range(2))
    assert first.bounds() == second.bounds()
    assert len(first.items) == len(second.items)


def test_a_flying_bird_is_wider_than_a_standing_one() -> None:
    flying, standing = drawn("eagle", pose="fly").bounds(), drawn("eagle").bounds()
    assert flying[2] - flying[0] > standing[2] - standing[0]


def test_fire_reaches_out_of_the_dragons_mouth() -> None:
    assert drawn("dragon", pose="breathe").bounds()[2] > drawn("dragon").bounds()[2] + 60

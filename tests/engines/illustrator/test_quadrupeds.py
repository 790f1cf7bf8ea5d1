"""Four-legged animals: every species draws in every pose, with its anchors, at a sane size."""

import pytest

from pinxit.engines.illustrator.look import Look, load
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs import quadruped_builds as builds
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped import Build, draw_quadruped

SPECIES = (
    "horse", "pony", "foal", "unicorn", "zebra", "donkey", "mule", "cow", "bull", "calf", "sheep", "lamb", "ram",
    "goat",
    "pig", "piglet", "boar", "deer", "doe", "fawn", "reindeer", "moose", "llama", "alpaca", "bison", "elephant",
    "giraffe",
    "camel", "bactrian camel", "rhino", "hippo", "antelope", "kangaroo",
)  # fmt: skip
POSES = (None, "walk", "run", "jump", "rear", "graze", "lie", "sleep")
ANCHORS = {"head", "eyes", "face", "mouth", "neck", "body", "back", "seat"}
PAWED = [value for value in vars(builds).values() if isinstance(value, Build)]


@pytest.mark.parametrize("noun", SPECIES)
def test_every_pose_draws_with_anchors_and_sane_bounds(noun: str) -> None:
    for pose in POSES:
        drawing = load()[noun].sketch(Look(noun=noun, pose=pose))
        assert drawing.anchors.keys() >= ANCHORS
        left, top, right, bottom = drawing.bounds()
        assert 60 < right - left < 420, pose
        assert 40 < bottom - top < 400, pose
        assert bottom < 16, pose


@pytest.mark.parametrize("noun", SPECIES)
def test_stands_on_the_ground_and_looks_right(noun: str) -> None:
    drawing = load()[noun].sketch(Look(noun=noun))
    assert abs(drawing.bounds()[3]) < 9
    assert drawing.anchors["mouth"].x > drawing.anchors["seat"].x
    assert load()[noun].faces == 1


def test_a_leap_leaves_the_ground_and_grazing_lowers_the_mouth() -> None:
    horse = load()["horse"]
    assert horse.sketch(Look(noun="horse", pose="jump")).bounds()[3] < -4
    assert horse.sketch(Look(noun="horse", pose="graze")).anchors["mouth"].y > -30


def test_colour_recolours_the_body() -> None:
    for noun in ("horse", "sheep", "elephant", "giraffe"):
        thing = load()[noun]
        assert thing.sketch(Look(noun=noun)).items != thing.sketch(Look(noun=noun, colours=((40, 90, 200),))).items


@pytest.mark.parametrize("build", PAWED)
@pytest.mark.parametrize("pose", POSES)
def test_paws_too(build: Build, pose: str | None) -> None:
    pen = Pen()
    coat = Coat((206, 150, 92), marks=("belly", "stripes", "socks"))
    draw_quadruped(pen, Look(noun="dog", pose=pose, cute=True), coat, build)
    assert pen.drawing.anchors.keys() >= ANCHORS

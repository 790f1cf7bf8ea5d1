"""The media that are drawn with a point, and the isometric world: each is a way of its own to make a picture."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from pinxit.core.images import Size
from pinxit.engines.illustrator import look, painter
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.isometry import forms
from pinxit.engines.illustrator.isometry.kit import Kit, ground, spot
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.painter import Order, Plan
from pinxit.engines.illustrator.pen import Pen
from pinxit.scene import read

WORDS = {
    "pencil": "a pencil drawing of",
    "charcoal": "a charcoal drawing of",
    "blueprint": "a blueprint of",
    "chalkboard": "a chalk drawing of",
    "isometric": "an isometric illustration of",
}


@cache
def drawn(medium: str, what: str = "a red car", size: tuple[int, int] = (160, 160), clear: bool = False) -> Bytes:
    order = Order(Size(*size), 3, transparent=clear)
    return painter.paint(read(f"{WORDS.get(medium, medium)} {what}"), order).pixels


def planned(prompt: str) -> Plan:
    return painter.plan(read(prompt), Size(256, 256), 1)


def middles(plan: Plan, subject: int) -> list[tuple[float, float]]:
    boxes = [box for actor in plan.actors for box in actor.figure.boxes.get(subject, [])]
    return [((box[0] + box[2]) / 2, box[3]) for box in boxes]


def colourfulness(pixels: Bytes) -> float:
    wide = pixels.astype(np.int16)
    return float((wide.max(axis=2) - wide.min(axis=2)).mean())


@pytest.mark.parametrize("medium", WORDS)
def test_the_words_choose_the_medium(medium: str) -> None:
    assert planned(f"{WORDS[medium]} a red car").direction.medium.name == medium


@pytest.mark.parametrize("medium", WORDS)
def test_the_same_words_and_seed_give_the_same_pixels(medium: str) -> None:
    again = painter.paint(read(f"{WORDS[medium]} a red car"), Order(Size(160, 160), 3)).pixels
    assert np.array_equal(drawn(medium), again)


@pytest.mark.parametrize("medium", WORDS)
@pytest.mark.parametrize("size", [(64, 64), (512, 64), (64, 300)])
def test_any_size_works(medium: str, size: tuple[int, int]) -> None:
    pixels = drawn(medium, size=size)
    assert pixels.shape == (size[1], size[0], 3)
    assert pixels.std() > 3


@pytest.mark.parametrize("medium", WORDS)
def test_on_a_transparent_ground_the_thing_stands_alone(medium: str) -> None:
    pixels = drawn(medium, "a red apple", (128, 128), clear=True)
    assert pixels.shape == (128, 128, 4)
    assert pixels[0, 0, 3] == 0
    assert (pixels[..., 3] > 200).mean() > 0.03


def test_every_medium_is_unlike_the_others() -> None:
    pictures = [drawn(medium).astype(np.int16) for medium in WORDS]
    for a, b in combinations(pictures, 2):
        assert np.abs(a - b).mean() > 12


def test_graphite_has_hardly_any_colour_and_leaves_the_paper_open() -> None:
    pixels = drawn("pencil")
    assert colourfulness(pixels) < 16
    assert pixels.mean() > 180
    assert pixels.min() < 110


def test_coloured_pencils_bring_the_colour_that_was_asked_for() -> None:
    pixels = drawn("a coloured pencil drawing of")
    tones = pixels.astype(np.int16)
    red = (tones[..., 0] - tones[..., 1] > 60) & (tones[..., 0] - tones[..., 2] > 60)
    assert red.mean() > 0.04
    assert colourfulness(pixels) > colourfulness(drawn("pencil")) + 5


def test_charcoal_goes_deeper_and_covers_more_than_pencil() -> None:
    charcoal, pencil = drawn("charcoal"), drawn("pencil")
    assert colourfulness(charcoal) < 24
    assert charcoal.mean() < pencil.mean() - 15
    assert np.percentile(charcoal, 2) < 70


def test_a_blueprint_is_blue_with_light_lines() -> None:
    pixels = drawn("blueprint", size=(320, 320))
    red, green, blue = pixels.reshape(-1, 3).mean(axis=0)
    assert blue > green > red
    assert blue > 2 * red
    bright = (pixels.min(axis=2) > 170).mean()
    assert 0.005 < bright < 0.3


def test_a_chalk_drawing_stands_on_a_dark_board_in_a_wooden_frame() -> None:
    pixels = drawn("chalkboard", size=(320, 320)).astype(np.int16)
    inner = pixels[40:-40, 40:-40]
    assert np.median(inner) < 90
    assert np.percentile(inner, 99) > 150
    assert pixels[3, 160, 0] > pixels[3, 160, 2] + 40


# -- the isometric world ---------------------------------------------------------------------------------------------


def test_edges_of_the_ground_fall_by_half_of_what_they_run() -> None:
    for x, y in ((100.0, 0.0), (0.0, 100.0)):
        u, v = spot(x, y)
        assert abs(v / u) == pytest.approx(0.5)
    assert ground(*spot(12.0, -7.0)) == pytest.approx((12.0, -7.0))


def test_every_form_belongs_to_a_thing_and_can_be_built() -> None:
    things = {thing.name for thing in look.things()} | {"counter", "tea set", "peak"}
    for name, build in forms.load().items():
        assert name in things
        pen = Pen()
        build(Kit(pen), Look(noun=name, night=True))
        left, top, right, bottom = pen.drawing.bounds()
        assert right - left > 5
        assert bottom - top > 0.5


def test_a_box_shows_three_faces_in_three_tones() -> None:
    pen = Pen()
    Kit(pen).box((0, 0, 0), (10, 10, 10), (200, 60, 50))
    tones = {str(item.paint) for item in pen.drawing.items}
    assert len(pen.drawing.items) == len(tones) == 3


def test_a_solid_takes_the_colour_that_was_asked_for() -> None:
    pixels = drawn("isometric", "a blue house", (200, 200)).astype(np.int16)
    blue = (pixels[..., 2] - pixels[..., 0] > 70) & (pixels[..., 2] - pixels[..., 1] > 40)
    assert blue.mean() > 0.03


@pytest.mark.parametrize(("count", "word"), [(2, "two"), (3, "three"), (5, "five"), (7, "seven")])
def test_counts_are_exact(count: int, word: str) -> None:
    plan = planned(f"an isometric illustration of {word} sheep on a meadow")
    spots = middles(plan, 0)
    assert len(spots) == count
    assert len({(round(u), round(v)) for u, v in spots}) == count


@pytest.mark.parametrize("scene", ["a red truck to the left of a blue house", "a cat to the left of a red chair"])
def test_left_stays_left(scene: str) -> None:
    plan = planned(f"an isometric illustration of {scene}")
    assert middles(plan, 0)[0][0] < middles(plan, 1)[0][0]


def test_what_stands_nearer_is_painted_later() -> None:
    plan = planned("an isometric illustration of a fox in a forest")
    feet = [actor.ground for actor in plan.actors if actor.ground is not None]
    assert feet == sorted(feet)


def test_what_lies_on_a_sofa_stays_on_it() -> None:
    plan = planned("an isometric illustration of a sleeping cat on a sofa")
    ids = {s.head: s.id for s in plan.direction.scene.subjects}
    cat = next(b for a in plan.actors for b in a.figure.boxes.get(ids["cat"], []))
    sofa = next(b for a in plan.actors for b in a.figure.boxes.get(ids["sofa"], []))
    assert sofa[0] < (cat[0] + cat[2]) / 2 < sofa[2]
    assert sofa[1] < cat[3] < sofa[3]


@pytest.mark.parametrize("place", ["kitchen", "bedroom", "office", "city", "street"])
def test_a_place_alone_is_furnished(place: str) -> None:
    assert len(planned(f"an isometric illustration of a {place}").actors) >= 4


def test_the_tile_is_there_without_a_ground_too() -> None:
    pixels = drawn("isometric", "a fox in a forest", (128, 128), clear=True)
    assert pixels[0, 0, 3] == 0
    assert pixels[96, 64, 3] > 200
    assert (pixels[..., 3] > 200).mean() > 0.2


def test_a_computer_named_with_a_desk_stands_on_it() -> None:
    plan = planned("an isometric illustration of an office with a desk and a computer")
    ids = {s.head: s.id for s in plan.direction.scene.subjects}
    ((_, foot),), ((_, floor),) = middles(plan, ids["computer"]), middles(plan, ids["desk"])
    desk = next(b for a in plan.actors for b in a.figure.boxes.get(ids["desk"], []))
    assert desk[1] < foot < floor


def test_words_on_a_thing_can_be_read_on_a_blueprint() -> None:
    lettered, plain = (
        painter.paint(read(f"a blueprint of a robot{words}"), Order(Size(320, 320), 1)).pixels
        for words in (' holding a sign that says "HELLO"', " holding a sign")
    )
    assert (lettered.min(axis=2) > 190).sum() > (plain.min(axis=2) > 190).sum() + 150

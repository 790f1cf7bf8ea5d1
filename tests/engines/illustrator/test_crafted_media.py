"""The media that are made of pieces: pixels, paper, glass, facets. Each builds the picture in its own way."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pytest
import skia

from pinxit.core.images import Size
from pinxit.engines.illustrator import media, painter
from pinxit.engines.illustrator.brush import Brush
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.facets import contours, straightened
from pinxit.engines.illustrator.glazing import breadth, jewel, panes, scattered, tone_at
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.media import Finish
from pinxit.engines.illustrator.media.pixel_art import EIGHT, ramp
from pinxit.engines.illustrator.painter import Order
from pinxit.engines.illustrator.pen import Drawing, Gradient, Pen
from pinxit.engines.illustrator.pixel_grid import Grid
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.triangles import triangulate
from pinxit.scene import read

CRAFTED = ["pixel art", "paper cut", "stained glass", "low poly"]
SIDE = 400


@cache
def drawn(medium: str, size: tuple[int, int] = (192, 192), clear: bool = False) -> Bytes:
    order = Order(Size(*size), 3, transparent=clear)
    return painter.paint(read(f"a red apple on a table, {medium}"), order).pixels


def made(name: str, drawing: Drawing, keep: tuple[tuple[int, int, int], ...] = ()) -> Bytes:
    """The drawing, 1000 units wide, through the medium's brush and its last step."""
    medium = media.load()[name]
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.clear(skia.ColorWHITE)
        canvas.scale(SIDE / 1000, SIDE / 1000)
        medium.brush(canvas, medium.manner, LIGHTS["day"], 1000).draw(drawing.items)
    pixels = np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])
    return medium.develop(pixels, Finish(LIGHTS["day"], SIDE, 1, keep))


def ball(colour: tuple[int, int, int] = (206, 44, 40)) -> Drawing:
    pen = Pen()
    pen.fill(box(0, 0, 1000, 1000), (120, 180, 220), "flat", line=0)
    pen.fill(ellipse(500, 500, 260), colour, "round")
    return pen.drawing


def plateau(pixels: Bytes) -> float:
    """The share of pixels that equal their right and their lower neighbour."""
    here = pixels[:-1, :-1]
    return float(((here == pixels[:-1, 1:]).all(2) & (here == pixels[1:, :-1]).all(2)).mean())


# -- all of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("medium", CRAFTED)
def test_the_words_choose_the_medium(medium: str) -> None:
    plan = painter.plan(read(f"a red car, {medium}"), Size(128, 128), 1)
    assert plan.direction.medium.name == medium
    assert plan.direction.medium.brush is not Brush


@pytest.mark.parametrize("medium", CRAFTED)
def test_the_same_words_and_seed_give_the_same_pixels(medium: str) -> None:
    again = painter.paint(read(f"a red apple on a table, {medium}"), Order(Size(192, 192), 3)).pixels
    assert np.array_equal(drawn(medium), again)


@pytest.mark.parametrize("medium", CRAFTED)
@pytest.mark.parametrize("size", [(64, 64), (512, 64), (64, 300), (101, 77)])
def test_any_size_can_be_made(medium: str, size: tuple[int, int]) -> None:
    pixels = drawn(medium, size)
    assert pixels.shape == (size[1], size[0], 3)
    assert pixels.std() > 8


@pytest.mark.parametrize("medium", CRAFTED)
def test_without_a_ground_the_subject_stands_alone(medium: str) -> None:
    pixels = drawn(medium, clear=True)
    assert pixels.shape == (192, 192, 4)
    alpha = pixels[..., 3]
    assert 0.05 < (alpha > 250).mean() < 0.9
    assert (alpha[:8] == 0).all()
    red = pixels[alpha > 250][:, :3].astype(int)
    assert ((red[:, 0] - red[:, 1:].max(1)) > 60).mean() > 0.1


@pytest.mark.parametrize("medium", CRAFTED)
def test_the_distance_is_never_out_of_focus(medium: str) -> None:
    assert not media.load()[medium].lens


# -- pixel art -------------------------------------------------------------------------------------------------------


def test_pixel_art_is_made_of_even_squares() -> None:
    pixels = drawn("pixel art", (480, 480))
    grid = Grid.over(pixels, 192)
    assert grid.side == 2
    rows, columns = grid.samples(1)
    assert np.array_equal(grid.enlarge(np.ascontiguousarray(pixels[rows][:, columns])), pixels)


def test_squares_stay_even_when_the_size_is_no_multiple() -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (395, 601, 3), np.uint8)
    result = media.load()["pixel art"].develop(pixels, Finish(LIGHTS["day"], 395, 1))
    grid = Grid.over(result, 192)
    rows, columns = grid.samples(1)
    assert np.array_equal(grid.enlarge(np.ascontiguousarray(result[rows][:, columns])), result)


def test_pixel_art_has_few_colours_and_eight_bits_fewer() -> None:
    assert len(np.unique(drawn("pixel art", (480, 480)).reshape(-1, 3), axis=0)) <= 44
    assert len(np.unique(drawn("8-bit pixel art", (480, 480)).reshape(-1, 3), axis=0)) <= 20


def test_eight_bits_have_larger_pixels() -> None:
    plan = painter.plan(read("an 8-bit pixel art car"), Size(128, 128), 1)
    assert plan.direction.medium is EIGHT
    big = np.zeros((1024, 1024, 3), np.uint8)
    assert Grid.over(big, 136).side > Grid.over(big, 192).side


def test_a_colour_that_was_asked_for_is_kept_exactly() -> None:
    pixels = made("pixel art", ball((201, 48, 43)), keep=((200, 46, 41),))
    assert (pixels == (200, 46, 41)).all(2).mean() > 0.02


def test_a_ramp_turns_to_yellow_in_the_light_and_to_violet_in_the_shade() -> None:
    base = (60, 150, 80)
    light, shade = ramp(base, 1.0), ramp(base, -2.0)
    assert sum(light) > sum(base) > sum(shade)
    assert shade[2] / max(shade[1], 1) > base[2] / base[1]


def test_titles_are_set_in_pixels_as_well() -> None:
    pixels = painter.paint(read('pixel art of a car with the title "GO"'), Order(Size(480, 480), 1)).pixels
    grid = Grid.over(pixels, 192)
    rows, columns = grid.samples(1)
    assert np.array_equal(grid.enlarge(np.ascontiguousarray(pixels[rows][:, columns])), pixels)


# -- paper cut -------------------------------------------------------------------------------------------------------


def test_a_sheet_throws_a_shadow_away_from_the_light() -> None:
    level = made("paper cut", ball()).astype(int).sum(2)
    spot = SIDE // 2
    reach = round(0.26 * SIDE * 0.7071) + 3
    assert level[spot + reach, spot + reach] < level[spot - reach - 2, spot - reach - 2] - 40


def test_a_sheet_has_no_gradient_but_fibres() -> None:
    middle = made("paper cut", ball())[160:240, 160:240].astype(float)
    quarters = [middle[:40, :40], middle[40:, 40:]]
    assert abs(quarters[0].mean() - quarters[1].mean()) < 8
    assert 0.5 < middle.std(axis=(0, 1)).mean() < 14


def test_what_is_drawn_on_a_sheet_is_a_hole_in_it() -> None:
    pen = Pen()
    pen.fill(box(0, 0, 1000, 1000), (230, 220, 200), "flat")
    pen.decal(ellipse(500, 500, 200), (60, 120, 190))
    level = made("paper cut", pen.drawing).astype(int).sum(2)
    spot = SIDE // 2
    reach = round(0.2 * SIDE * 0.7071) - 2
    # The shadow lies inside, on the side of the light.
    assert level[spot - reach, spot - reach] < level[spot + reach - 2, spot + reach - 2] - 20


def test_a_sky_is_laid_in_steps_of_paper() -> None:
    pen = Pen()
    sky = Gradient((0, 0), (0, 1000), ((0, (20, 60, 160)), (1, (250, 200, 150))))
    pen.fill(box(0, 0, 1000, 1000), sky, "flat")
    medium = media.load()["paper cut"]
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.scale(SIDE / 1000, SIDE / 1000)
        medium.brush(canvas, medium.manner, LIGHTS["day"], 1000, "back").draw(pen.drawing.items)
    column = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[:, 200, :3].astype(int)
    steps = np.abs(np.diff(column.sum(1)))
    assert 3 <= (steps > 40).sum() <= 24
    assert np.median(steps) < 8


# -- stained glass ---------------------------------------------------------------------------------------------------


def test_lead_runs_between_the_pieces() -> None:
    dark = (drawn("stained glass", (320, 320)).max(axis=2) < 90).mean()
    assert 0.06 < dark < 0.45


def test_a_large_pane_is_cut_into_pieces() -> None:
    pen = Pen()
    pen.fill(box(0, 0, 1000, 1000), (90, 160, 220), "flat", line=0)
    level = made("stained glass", pen.drawing).max(axis=2)[40:-40, 40:-40]
    assert 0.02 < (level < 90).mean() < 0.3
    assert level[level > 150].std() > 3


def test_lead_is_rounded_and_gleams() -> None:
    pixels = drawn("stained glass", (512, 512)).astype(int)
    grey = np.ptp(pixels, axis=2) < 30
    assert (grey & (pixels.max(2) < 60)).any()
    assert (grey & (pixels.max(2) > 60) & (pixels.max(2) < 140)).mean() > 0.005


def test_no_glass_is_as_dark_as_lead_and_skin_stays_skin() -> None:
    assert max(jewel((0, 0, 0))) > 50
    red, green, blue = jewel((226, 178, 140))
    assert red - green < 80
    assert red - blue < 130


def test_panes_cover_the_box_and_do_not_overlap() -> None:
    area = skia.Rect.MakeWH(300, 200)
    pieces = panes(scattered(area, 50, 1.0, random.Random(1)), area)

    def size(polygon: list[tuple[float, float]]) -> float:
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, polygon[1:] + polygon[:1], strict=True))) / 2

    assert sum(size(p) for p in pieces) == pytest.approx(300 * 200, rel=0.01)


def test_a_gradient_can_be_asked_for_its_colour() -> None:
    fade = Gradient((0, 0), (0, 100), ((0, (255, 0, 0)), (1, (0, 0, 255))))
    assert tone_at(fade, 50, -10) == (255, 0, 0)
    assert tone_at(fade, 50, 200) == (0, 0, 255)
    assert tone_at(fade, 0, 50) not in {(255, 0, 0), (0, 0, 255)}


def test_strewn_dots_are_as_thick_as_one_of_them() -> None:
    dots = skia.Path()
    for i in range(20):
        dots.addCircle(i * 97 % 1000, i * 61 % 700, 4)
    assert breadth(dots) < 12


# -- low poly --------------------------------------------------------------------------------------------------------


def test_facets_are_flat_and_many() -> None:
    pixels = made("low poly", ball())
    assert plateau(pixels) > 0.7
    inside = pixels[120:280, 120:280].reshape(-1, 3)
    colours, counts = np.unique(inside, axis=0, return_counts=True)
    assert (counts > 40).sum() >= 20
    assert len(colours) > 20


def test_facets_towards_the_light_are_brighter() -> None:
    level = made("low poly", ball()).astype(int).sum(2)
    assert level[145:175, 165:190].mean() > level[230:260, 215:240].mean() + 40


def test_outlines_are_straightened_within_reach() -> None:
    ring = ellipse(0, 0, 100)
    corners = contours(ring, 4.0)[0]
    assert 6 <= len(corners) <= 20
    assert np.abs(np.hypot(*corners.T) - 100).max() < 1
    assert straightened(ring, 4.0).countVerbs() < 30


def test_triangles_cover_their_points_without_overlap() -> None:
    points = np.vstack([np.random.default_rng(2).uniform(1, 99, (200, 2)), [[0, 0], [100, 0], [100, 100], [0, 100]]])
    net = triangulate(points)
    a, b, c = (points[net[:, k]] for k in range(3))
    area = np.abs((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]).sum() / 2
    assert area == pytest.approx(100 * 100, rel=0.01)
    assert set(np.unique(net)) == set(range(len(points)))


def test_no_point_lies_in_the_circle_of_another_triangle() -> None:
    points = np.random.default_rng(5).uniform(0, 100, (60, 2))
    for corners in triangulate(points):
        (ax, ay), (bx, by), (cx, cy) = points[corners]
        scale = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
        a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
        x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / scale
        y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / scale
        gaps = np.hypot(points[:, 0] - x, points[:, 1] - y)
        assert (gaps > np.hypot(ax - x, ay - y) * 0.999).all()

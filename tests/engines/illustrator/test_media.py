"""Each medium makes of the same drawing what a hand would make of it, and the same every time."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import pytest
import skia

from pinxit.engines.illustrator import atmosphere, media
from pinxit.engines.illustrator.brush import Brush
from pinxit.engines.illustrator.direction import direct
from pinxit.engines.illustrator.effects import Bytes, blurred, cloud, enlarged, shrunk, stipple, warp
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Drawing, Gradient, Pen
from pinxit.engines.illustrator.shading import stepped, thickness
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.tones import ink_level
from pinxit.scene import read

SIDE = 320
MEDIA = sorted(media.load())
TEXTURED = [name for name in MEDIA if name not in {"flat", "logo", "sticker"}]


def still_life(night: bool = False) -> Drawing:
    """A sky that fades, a ground, a red ball, a dark post and a lamp."""
    pen = Pen()
    high, low, grass = (66, 134, 208), (226, 236, 240), (118, 166, 70)
    if night:
        high, low, grass = (9, 13, 38), (50, 74, 132), (50, 66, 70)
    pen.fill(box(0, 0, 1000, 1000), Gradient((0, 0), (0, 620), ((0, high), (1, low))), "flat", line=0)
    pen.fill(box(0, 620, 1000, 400), grass, "flat", line=0.4)
    pen.fill(box(720, 240, 40, 520), (52, 56, 62))
    pen.glow(ellipse(740, 220, 60), (255, 232, 170))
    pen.fill(ellipse(400, 560, 220), (206, 44, 40), "glossy")
    return pen.drawing


def draw(medium: Medium, light: str = "day") -> Bytes:
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.clear(skia.ColorWHITE)
        canvas.scale(SIDE / 1000, SIDE / 1000)
        Brush(canvas, medium.manner, LIGHTS[light], 1000).draw(still_life(night=light == "noir").items)
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
    return np.ascontiguousarray(pixels)


def develop(name: str, light: str = "day", seed: int = 1, keep: tuple[tuple[int, int, int], ...] = ()) -> Bytes:
    medium = media.load()[name]
    return medium.develop(draw(medium, light), Finish(LIGHTS[light], SIDE, seed, keep))


@pytest.mark.parametrize("name", MEDIA)
def test_the_result_is_a_picture_of_the_same_size(name: str) -> None:
    pixels = develop(name)
    assert pixels.shape == (SIDE, SIDE, 3)
    assert pixels.dtype == np.uint8


@pytest.mark.parametrize("name", MEDIA)
@pytest.mark.parametrize("shape", [(97, 203), (640, 90), (16, 16)])
def test_any_shape_of_picture_develops(name: str, shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (*shape, 3), np.uint8)
    result = media.load()[name].develop(pixels, Finish(LIGHTS["sunset"], min(shape), 3))
    assert result.shape == pixels.shape


@pytest.mark.parametrize("name", MEDIA)
def test_the_same_seed_gives_the_same_pixels(name: str) -> None:
    assert np.array_equal(develop(name, seed=7), develop(name, seed=7))


@pytest.mark.parametrize("name", ["watercolour", "painting", "poster", "ink"])
def test_another_seed_is_another_sheet(name: str) -> None:
    assert not np.array_equal(develop(name, seed=1), develop(name, seed=2))


@pytest.mark.parametrize("name", TEXTURED)
def test_a_medium_leaves_its_mark(name: str) -> None:
    medium = media.load()[name]
    drawn = draw(medium)
    assert not np.array_equal(medium.develop(drawn.copy(), Finish(LIGHTS["day"], SIDE, 1)), drawn)


def test_no_two_media_look_the_same() -> None:
    pictures = {name: develop(name).astype(int) for name in MEDIA}
    for i, a in enumerate(MEDIA):
        for b in MEDIA[i + 1 :]:
            assert np.abs(pictures[a] - pictures[b]).mean() > 0.5, f"{a} looks like {b}"


# -- ink -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("light", ["day", "noir"])
def test_ink_is_black_or_white_and_hardly_grey(light: str) -> None:
    level = develop("ink", light).mean(axis=2)
    assert ((level > 70) & (level < 190)).mean() < 0.12
    assert np.ptp(develop("ink", light).astype(int), axis=2).max() < 12


def test_noir_is_mostly_solid_black_and_keeps_its_lights() -> None:
    night = develop("ink", "noir").mean(axis=2)
    assert (night < 40).mean() > 0.5
    lamp = night[int(0.2 * SIDE) : int(0.24 * SIDE), int(0.72 * SIDE) : int(0.76 * SIDE)]
    assert lamp.mean() > 220


def test_ink_by_day_is_mostly_paper() -> None:
    assert (develop("ink", "day").mean(axis=2) > 220).mean() > 0.4


def test_at_night_only_light_colours_stay_white() -> None:
    assert ink_level((60, 60, 90), "back", night=True) == 0
    assert ink_level((246, 214, 190), "subject", night=True) == 1
    assert ink_level((160, 160, 170), "back", night=False) > ink_level((160, 160, 170), "back", night=True)


def test_a_figure_in_ink_stands_clear_of_a_black_ground() -> None:
    pen = Pen()
    pen.fill(box(-40, -300, 80, 300), (30, 30, 34))
    pixels = mounted(pen.drawing, "noir ink drawing of an apple", (0, 0, 0))
    assert (pixels.mean(axis=2) > 200).any()


# -- poster ----------------------------------------------------------------------------------------------------------


def test_a_poster_has_few_colours() -> None:
    pixels = blocks(develop("poster"))
    common = np.unique(pixels // 24, axis=0, return_counts=True)[1]
    assert (common > len(pixels) * 0.01).sum() <= 14


def test_an_asked_colour_survives_the_poster() -> None:
    pixels = develop("poster", keep=((206, 44, 40),)).astype(int)
    ball = pixels[int(0.5 * SIDE) : int(0.6 * SIDE), int(0.35 * SIDE) : int(0.45 * SIDE)].reshape(-1, 3).mean(0)
    assert ball[0] > 150
    assert ball[1] < 100
    assert ball[2] < 100


def test_a_poster_has_no_pure_white() -> None:
    assert develop("poster").min(axis=2).max() < 245


def test_stipple_is_even() -> None:
    tile = stipple()
    assert tile.min() == 0
    assert tile.max() == 1
    quarters = [tile[:64, :64].mean(), tile[64:, 64:].mean()]
    assert all(0.48 < mean < 0.52 for mean in quarters)


# -- watercolour, painting -------------------------------------------------------------------------------------------


def test_the_border_of_a_watercolour_is_paper() -> None:
    pixels = develop("watercolour")
    rim = np.concatenate([pixels[:3].reshape(-1, 3), pixels[-3:].reshape(-1, 3), pixels[:, :3].reshape(-1, 3)])
    assert rim.mean() > 235
    assert rim.std() < 8
    assert pixels[SIDE // 2, SIDE // 2].mean() < 220


def test_the_border_of_a_watercolour_is_uneven() -> None:
    inked = develop("watercolour")[: SIDE // 3].mean(axis=2) < 225
    first = inked.argmax(axis=0)[SIDE // 4 : -SIDE // 4]
    assert first.std() > 1


def test_a_painting_shows_strokes_where_the_drawing_is_even() -> None:
    sky = develop("painting")[int(0.05 * SIDE) : int(0.15 * SIDE)].astype(float).mean(axis=2)
    drawn = draw(media.load()["painting"])[int(0.05 * SIDE) : int(0.15 * SIDE)].astype(float).mean(axis=2)
    assert sky.std(axis=1).mean() > drawn.std(axis=1).mean() + 1.5


# -- sticker, flat ---------------------------------------------------------------------------------------------------


def mounted(drawing: Drawing, prompt: str, ground: tuple[int, int, int]) -> Bytes:
    """One figure in the middle of an even ground, with everything that its medium puts under it."""
    direction = direct(read(prompt), 1)
    left, _, right, bottom = drawing.bounds()
    move = skia.Matrix.Translate(500 - (left + right) / 2, 860 - bottom)
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.clear(skia.ColorSetRGB(*ground))
        canvas.scale(SIDE / 1000, SIDE / 1000)
        brush = Brush(canvas, direction.medium.manner, direction.light, 1000)
        actor = Actor(cast(Figure, _Still(drawing.transformed(move))), 0.0, 860.0)
        if direction.medium.shadows:
            atmosphere.cast_shadow(brush, actor, direction)
        if direction.medium.die_cut:
            atmosphere.die_cut(brush, actor)
        brush.draw(actor.figure.drawing.items)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


class _Still:
    """As much of a figure as its shadow and its edge ask for."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.box = drawing.bounds()
        self.subject = 0


@pytest.mark.parametrize("ground", [(255, 255, 255), (250, 210, 190)])
def test_a_sticker_has_a_white_edge_with_a_contour_that_shows_on_any_ground(ground: tuple[int, int, int]) -> None:
    pen = Pen()
    pen.fill(ellipse(0, -200, 200), (240, 120, 40))
    pixels = mounted(pen.drawing, "sticker of an apple on a white background", ground)
    row = pixels[round(0.66 * SIDE)].astype(int)
    centre = SIDE // 2
    left = row[: centre - round(0.2 * SIDE) + 1]
    white = (left.min(axis=1) > 250).nonzero()[0]
    contour = ((np.abs(left - np.array(ground)).max(axis=1) > 12) & (left.max(axis=1) < 250)).nonzero()[0]
    assert len(contour)
    assert (white > contour.min()).sum() >= 4, "between the contour and the line there is white"


def test_flat_gradients_are_steps() -> None:
    column = draw(media.load()["flat"])[: int(0.6 * SIDE), 4]
    assert len(np.unique(column, axis=0)) <= 8


def test_steps_keep_the_colours_of_both_ends() -> None:
    colours, places = stepped([0xFF000000, 0xFFFFFFFF], [0.0, 1.0], 4)
    assert (colours[0], colours[-1]) == (0xFF000000, 0xFFFFFFFF)
    assert len(colours) == len(places) == 8
    assert places == sorted(places)


# -- light -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["golden hour", "sunset", "moonlight", "neon", "candle"])
def test_a_light_changes_the_picture(name: str) -> None:
    day, other = develop("illustration").astype(float), develop("illustration", name).astype(float)
    assert np.abs(day - other).mean() > 4


@pytest.mark.parametrize("name", [n for n in LIGHTS if n != "noir"])
def test_skin_stays_readable_in_every_light(name: str) -> None:
    brush = Brush(skia.Surface(4, 4).getCanvas(), media.load()["illustration"].manner, LIGHTS[name], 1000)
    assert max(brush.lit((226, 178, 140))) > 110


def test_the_shaded_side_lies_away_from_the_light() -> None:
    medium = media.load()["illustration"]
    for side in (-0.8, 0.8):
        surface = skia.Surface(200, 200)
        with surface as canvas:
            canvas.clear(skia.ColorWHITE)
            pen = Pen()
            pen.fill(ellipse(100, 100, 80), (200, 120, 60))
            Brush(canvas, medium.manner, replace(LIGHTS["golden hour"], x=side), 200).draw(pen.drawing.items)
        level = surface.toarray()[100, :, :3].astype(float).mean(axis=1)
        left, right = level[32:52].mean(), level[148:168].mean()
        assert (left > right) == (side < 0)


# -- parts -----------------------------------------------------------------------------------------------------------


def test_thickness_knows_a_disc_from_a_bent_band() -> None:
    disc = thickness(ellipse(0, 0, 50))
    assert 90 < disc <= 100
    band = polygon([(0, 0), (100, 0), (100, 100), (92, 100), (92, 8), (0, 8)])
    assert thickness(band) < 30


def test_enlarging_and_shrinking_keep_the_mean() -> None:
    image = np.random.default_rng(2).random((37, 53), np.float32)
    assert abs(float(enlarged(image, 400, 300).mean() - image.mean())) < 0.02
    assert shrunk(image, 6).shape == (7, 9)
    assert abs(float(shrunk(image, 4).mean() - image.mean())) < 0.02
    assert np.allclose(blurred(np.full((20, 30), 0.4, np.float32), 3), 0.4, atol=1e-4)


def test_large_noise_is_not_kept() -> None:
    again = cloud(1600, 900, 12, 4)
    assert again.shape == (900, 1600)
    assert np.array_equal(again, cloud(1600, 900, 12, 4))
    assert again.min() >= 0
    assert again.max() <= 1


def test_a_warp_moves_pixels_only_a_little() -> None:
    image = np.zeros((60, 60, 3), np.uint8)
    image[:, 30:] = 255
    moved = warp(image, 4.0, 6, 1)
    assert not np.array_equal(moved, image)
    assert (moved[:, :25] == 0).all()
    assert (moved[:, 35:] == 255).all()


def blocks(pixels: Bytes) -> Bytes:
    """Means of 4 x 4 pixels, as a list: texture is averaged away."""
    return shrunk(pixels, 4).reshape(-1, 3).astype(np.uint8)

"""A graveyard: leaning stones, a bare tree, an iron fence with a gate, mist over the ground."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import broadleaf, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, shadow, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, pool, sky
from pinxit.engines.illustrator.shapes import box, polygon, smooth, union
from pinxit.engines.illustrator.stage import Stage

# Where the stones stand: (share of the width, foot, height).
STONES = ((0.3, 650, 70), (0.7, 656, 76), (0.42, 640, 54), (0.58, 644, 58), (0.22, 700, 120), (0.8, 706, 128),
          (0.1, 780, 190), (0.92, 800, 210), (0.34, 690, 90), (0.68, 694, 96))  # fmt: skip


@place("graveyard", "cemetery", "crypt", "tomb", sky=True)
def draw(stage: Stage) -> None:
    """Stones in rows leave a path free in the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    rng = mood.random("graveyard")
    green: Rgb = SNOW if wintry(mood) else mix(turf(mood), (96, 110, 92), 0.5)
    sky(stage, air)
    tree_line(stage.far, stage, 600, 70, air.at(darken(leaf(mood, rng), 0.3), 0.45))
    hill(stage.far, wave(width, 590, 18, rng, 420), air.at(green, 0.34), air.at(darken(green, 0.1), 0.24))
    ground(stage, air, green, 616)
    iron_fence(stage.middle, (-EDGE, width + EDGE), 634, 96, air.at((44, 46, 54), 0.2))
    for t, h in ((0.15, 430), (0.9, 360)):
        broadleaf(stage.middle, width * t, 650, h, air.at((70, 60, 58), 0.1), bare=True)
    path = polygon([(width * 0.48, 622), (width * 0.52, 622), (width * 0.66, 1030), (width * 0.3, 1030)])
    soil = air.at((150, 134, 112) if not wintry(mood) else (204, 208, 216))
    stage.near.decal(path, Gradient((0, 620), (0, 1000), ((0.0, soil), (1.0, darken(soil, 0.2)))), alpha=0.75)
    for t, y, h in sorted(STONES, key=lambda item: item[1]):
        shadow(stage.near, width * t + 10, y, h * 0.5, air.at((30, 34, 40)), 0.4)
        stone(stage.near, (width * t, y), min(h, width * 0.24), air, rng)
    tones = [air.at(darken(green, 0.35)), air.at(lighten(green, 0.1))]
    grass(stage.near, (-EDGE, 640, width * 0.36, 1010), 46, tones, rng)
    grass(stage.near, (width * 0.64, 640, width + EDGE, 1010), 46, tones, rng)
    for i in range(5):
        pool(stage.near, (width * rng.random(), 660 + 50 * i, 300, 40), mix(air.haze, air.cloud, 0.4), 0.22, light=True)
    reach = min(width * 0.2, 220)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 985, right, 1030), 130, tones, rng)


def stone(pen: Pen, spot: tuple[float, float], height: float, air: Air, rng: random.Random) -> None:
    """One stone that leans a little: rounded, pointed or a cross, with moss at its foot; nothing is written on it."""
    (x, y), h = spot, height
    rgb = air.at(rng.choice(((146, 148, 150), (128, 132, 138), (162, 158, 150))))
    kind = rng.randrange(3)
    if kind == 0:
        path = union(
            box(x - h * 0.32, y - h * 0.7, h * 0.64, h * 0.72), box(x - h * 0.32, y - h, h * 0.64, h * 0.64, h * 0.32)
        )
    elif kind == 1:
        path = union(box(x - h * 0.09, y - h, h * 0.18, h), box(x - h * 0.3, y - h * 0.78, h * 0.6, h * 0.17))
    else:
        path = polygon(
            [(x - h * 0.3, y), (x - h * 0.3, y - h * 0.74), (x, y - h), (x + h * 0.3, y - h * 0.74), (x + h * 0.3, y)]
        )
    path.transform(skia.Matrix.RotateDeg(rng.uniform(-6, 6), skia.Point(x, y)))
    stops = ((0.0, lighten(rgb, 0.24)), (0.5, rgb), (1.0, darken(rgb, 0.35)))
    body = pen.fill(path, Gradient((x - h * 0.3, y - h), (x + h * 0.3, y), stops), "flat", line=0.6)
    with pen.on(body):
        pen.decal(box(x + h * 0.2, y - h * 1.1, h * 0.2, h * 1.2), darken(rgb, 0.4), alpha=0.35)
        crack = [
            (x - h * 0.1, y - h),
            (x - h * 0.04, y - h * 0.8),
            (x - h * 0.12, y - h * 0.66),
            (x - h * 0.06, y - h * 0.5),
        ]
        pen.line(polygon(crack, closed=False), darken(rgb, 0.5), max(1.2, h * 0.012), alpha=0.7)
        moss = smooth(
            [(x - h * 0.4, y - h * 0.1), (x - h * 0.1, y - h * 0.2), (x + h * 0.4, y - h * 0.06), (x, y + h * 0.1)]
        )
        pen.decal(moss, air.at((96, 116, 72)), alpha=0.7)


def iron_fence(pen: Pen, span: tuple[float, float], y: float, height: float, rgb: Rgb) -> None:
    """A fence of spears with a gate of two stone posts in the middle."""
    left, right = span
    bars = skia.Path()
    x, step = left, height * 0.24
    while x < right:
        bars.addRect(skia.Rect.MakeXYWH(x, y - height, height * 0.04, height))
        bars.addPath(
            polygon(
                [
                    (x - height * 0.05, y - height),
                    (x + height * 0.02, y - height * 1.14),
                    (x + height * 0.09, y - height),
                ]
            )
        )
        x += step
    for k in (0.16, 0.82):
        bars.addRect(skia.Rect.MakeXYWH(left, y - height * k, right - left, height * 0.045))
    pen.decal(bars, rgb)
    middle = (left + right) / 2
    for side in (-1, 1):
        px, w = middle + side * height * 0.9, height * 0.34
        post = box(px - w / 2, y - height * 1.3, w, height * 1.32)
        tone = mix(rgb, (150, 150, 152), 0.6)
        pen.fill(post, Gradient((px - w / 2, 0), (px + w / 2, 0), ((0.0, lighten(tone, 0.2)), (1.0,
                darken(tone, 0.3)))), "flat", line=0.5)  # fmt: skip
        pen.fill(box(px - w * 0.64, y - height * 1.4, w * 1.28, height * 0.13), lighten(tone, 0.15), "flat", line=0.4)
    pen.decal(box(-EDGE, y - 6, right - left, 12), fade((0, y - 6), (0, y + 6), darken(rgb, 0.4), (0.0, 0.3)))

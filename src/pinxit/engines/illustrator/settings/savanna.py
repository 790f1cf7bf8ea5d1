"""A savanna: golden grass to the horizon, flat-topped acacias, a far mountain with snow."""

import math
import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, peak, place, rock, shadow, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, sky
from pinxit.engines.illustrator.shapes import tube
from pinxit.engines.illustrator.stage import Stage

STRAW: Rgb = (220, 182, 96)


@place("savanna", "savannah", "african savanna", "plains", "steppe", "serengeti", "safari", sky=True)
def draw(stage: Stage) -> None:
    """Acacias stand at both sides of an open plain."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    rng = mood.random("savanna")
    sky(stage, air)
    peak(stage.far, width * rng.choice((0.3, 0.62)), 584, (760, 190), air.at((128, 132, 168), 0.6), air.at(SNOW, 0.3))
    hill(stage.far, wave(width, 572, 14, rng, 420), air.at((170, 156, 112), 0.5), air.at(STRAW, 0.4))
    tree_line(stage.far, stage, 590, 22, air.at((124, 132, 84), 0.42))
    for t, y, h in ((0.42, 604, 70), (0.68, 600, 60), (0.3, 610, 96)):
        acacia(stage.middle, width * t, y, h, air.at((112, 128, 70), 0.32))
    area = ground(stage, air, STRAW, 598)
    tones = [
        air.at(darken(STRAW, 0.24)),
        air.at(lighten(STRAW, 0.3)),
        air.at(darken(STRAW, 0.1)),
        air.at((164, 158, 82)),
    ]
    with stage.near.on(area):
        grass(stage.near, (-EDGE, 610, width + EDGE, 860), 40, tones, rng)
    for t, foot, tall in ((0.87, 742, min(470.0, 300 + width * 0.17)), (0.09, 690, 250.0)):
        shadow(stage.near, width * t + 26, foot, tall * 0.5, air.at((110, 74, 50)), 0.4)
        acacia(stage.near, width * t, foot, tall, air.at((104, 132, 62)))
    with stage.near.on(area):
        for left, right in ((-EDGE, width * 0.3), (width * 0.7, width + EDGE)):
            grass(stage.near, (left, 760, right, 1015), 84, tones, rng)
    rock(stage.near, width * 0.16, 790, min(100, width * 0.14), air.at((168, 138, 104)))
    reach = min(width * 0.2, 240)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 985, right, 1030), 150, tones, rng)


def acacia(pen: Pen, x: float, y: float, height: float, rgb: Rgb) -> None:
    """An umbrella thorn standing at (x, y)."""
    bark = darken((128, 96, 68), 0.15)
    w = height * 0.05
    fork = (x + w * 0.4, y - height * 0.42)
    pen.fill(tube([(x, y), (x - w * 0.5, y - height * 0.2), fork], [w * 1.5, w, w]), bark, "flat", line=0.4)
    for dx, top in ((-0.3, 0.8), (-0.1, 0.86), (0.14, 0.9), (0.34, 0.82)):
        tip = (x + dx * height, y - height * top)
        bend = (fork[0] + dx * height * 0.3, y - height * 0.66)
        pen.fill(tube([fork, bend, tip], [w * 0.8, w * 0.55, w * 0.3]), bark, "flat", line=0.3)
    tiers = ((0.08, 0.8, 0.62, darken(rgb, 0.3)), (-0.14, 0.87, 0.42, rgb), (0.2, 0.94, 0.4, lighten(rgb, 0.14)))
    for dx, level, reach, tone in tiers:
        cx, cy, half = x + dx * height, y - height * level, reach * height * 0.8
        path = skia.Path()
        for i in range(13):
            t = i / 12 * 2 - 1
            r = height * 0.075 * (0.5 + math.cos(t * 1.3))
            path.addOval(skia.Rect.MakeLTRB(cx + t * half - r * 1.7, cy - r, cx + t * half + r * 1.7, cy + r * 0.7))
        path.setFillType(skia.PathFillType.kWinding)
        stops = ((0.0, lighten(tone, 0.2)), (1.0, darken(tone, 0.3)))
        crown = pen.fill(path, Gradient((0, cy - height * 0.09), (0, cy + height * 0.06), stops), "flat", line=0.4)
        with pen.on(crown):
            spread = (cx, cy - height * 0.02, half, height * 0.06)
            rng = _chance(x, y)
            pen.decal(leaves(spread, 40, height * 0.014, rng), lighten(tone, 0.35), alpha=0.6)


def _chance(x: float, y: float) -> random.Random:
    """Chance that depends on where a tree stands."""
    return random.Random(round(x * 7 + y))

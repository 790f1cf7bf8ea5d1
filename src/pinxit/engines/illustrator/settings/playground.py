"""A playground: a swing set, a slide, a sandbox, trees behind a low fence."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.landmarks import fence
from pinxit.engines.illustrator.rigs.scenery import SNOW, apart, ground, leaf, place, shadow, turf, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, pool, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

RED: Rgb = (222, 70, 60)
BLUE: Rgb = (60, 128, 206)
YELLOW: Rgb = (248, 196, 62)


@place("playground", "schoolyard", "play area", "sandbox", sky=True)
def draw(stage: Stage) -> None:
    """Swings at the left, the slide at the right, sand in the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    rng = mood.random("playground")
    bare, green = wintry(mood), turf(mood)
    sky(stage, air)
    skyline(stage.far, stage, 592, (70, 130), (air.at((140, 148, 170), 0.6), (255, 212, 140) if mood.night else None))
    tree_line(stage.far, stage, 600, 90, air.at(leaf(mood, rng), 0.4))
    for t, h in ((0.08, 330), (0.4, 210), (0.66, 230), (0.94, 350)):
        broadleaf(stage.middle, width * t, 640, h, air.at(leaf(mood, rng), 0.16), bare=bare)
    fence(stage.middle, (-EDGE, width + EDGE), 644, 52, air.at((236, 226, 206)))
    area = ground(stage, air, green, 636)
    with stage.near.on(area):
        tones = [air.at(darken(green, 0.25)), air.at(lighten(green, 0.2))]
        grass(stage.near, (-EDGE, 650, width + EDGE, 1015), 34, tones, rng)
        sand = air.at(SNOW if bare else (236, 210, 160))
        pit = smooth(
            [(width * 0.16, 830), (width * 0.4, 782), (width * 0.74, 790), (width * 0.86, 860), (width * 0.5, 940)]
        )
        stage.near.decal(pit, Gradient((0, 780), (0, 940), ((0.0, darken(sand, 0.08)), (1.0, sand))))
    if not apart(mood, "swing"):
        swings(stage, width * 0.2, min(380, width * 0.36), air)
    if not apart(mood, "slide"):
        slide(stage, width * 0.82, min(360, width * 0.34), air)
    for x in (0.0, width):
        bush(
            stage.front, x, 1035, (min(230, width * 0.25), 120), air.at(darken(SNOW if bare else leaf(mood, rng), 0.25))
        )


def swings(stage: Stage, x: float, width: float, air: Air) -> None:
    """A frame with two swings."""
    pen, y, h = stage.near, 770.0, width * 0.8
    shadow(pen, x + 16, y, width * 0.5, air.at((40, 60, 50)), 0.3)
    blue, chain = air.at(BLUE), air.at((120, 124, 132))
    for i, dx in enumerate((-0.2, 0.2)):
        seat = y - h * 0.24 + 6 * i
        for side in (-0.07, 0.07):
            rope = polygon([(x + (dx + side) * width, y - h), (x + (dx + side) * width, seat)], closed=False)
            pen.line(rope, chain, 3)
        pen.fill(
            box(x + (dx - 0.09) * width, seat, width * 0.18, 12, 5), air.at(YELLOW if i else RED), "round", line=0.5
        )
    legs = skia.Path()
    for side in (-1, 1):
        for spread in (-0.09, 0.07):
            legs.moveTo(x + side * width * 0.42, y - h)
            legs.lineTo(x + side * width * 0.46 + spread * width, y + (10 if spread > 0 else -14))
    pen.line(legs, darken(blue, 0.1), width * 0.032)
    pen.line(polygon([(x - width * 0.44, y - h), (x + width * 0.44, y - h)], closed=False), blue, width * 0.04)
    pen.line(
        polygon([(x - width * 0.44, y - h - 4), (x + width * 0.44, y - h - 4)], closed=False), lighten(blue, 0.5), 3
    )


def slide(stage: Stage, x: float, width: float, air: Air) -> None:
    """A tower with a roof, a ladder at its back and a red slide that comes down to the left."""
    pen, y, h = stage.near, 780.0, width * 1.0
    pool(pen, (x - width * 0.1, y + 2, width * 0.6, 28), air.at((40, 60, 50)), 0.35)
    wood, red = air.at((190, 140, 88)), air.at(RED)
    for dx in (0.02, 0.42):
        post = box(x + dx * width, y - h * 1.1, width * 0.055, h * 1.1)
        pen.fill(post, Gradient((x, 0), (x + width * 0.5, 0), ((0.0, lighten(wood, 0.15)), (1.0, darken(wood,
                0.25)))), "flat", line=0.5)  # fmt: skip
    pen.fill(box(x, y - h * 0.58, width * 0.5, h * 0.07), darken(wood, 0.12), "flat", line=0.5)
    for i in range(5):
        pen.fill(box(x + 8 + i * width * 0.095, y - h * 0.78, width * 0.03, h * 0.21), air.at(YELLOW), "flat", line=0.3)
    pen.fill(box(x, y - h * 0.81, width * 0.5, h * 0.045), air.at(YELLOW), "flat", line=0.4)
    roof = polygon(
        [(x - width * 0.07, y - h * 1.06), (x + width * 0.24, y - h * 1.36), (x + width * 0.57, y - h * 1.06)]
    )
    pen.fill(roof, Gradient((x, 0), (x + width * 0.5, 0), ((0.0, lighten(air.at(BLUE), 0.2)), (1.0,
            darken(air.at(BLUE), 0.25)))), "flat", line=0.5)  # fmt: skip
    for i in range(6):
        pen.fill(
            box(x + width * 0.44, y - h * (0.1 + 0.085 * i), width * 0.12, 8, 4), darken(wood, 0.2), "flat", line=0.3
        )
    chute = smooth(
        [
            (x + width * 0.06, y - h * 0.6), (x - width * 0.16, y - h * 0.36), (x - width * 0.38, y - h * 0.1),
            (x - width * 0.62, y - h * 0.05), (x - width * 0.62, y + 4), (x - width * 0.32, y - 2),
            (x - width * 0.08, y - h * 0.26), (x + width * 0.12, y - h * 0.5),
        ],
        tension=0.5,
    )  # fmt: skip
    pen.fill(chute, Gradient((x - width * 0.5, y), (x, y - h * 0.6), ((0.0, lighten(red, 0.2)), (1.0,
            darken(red, 0.1)))), "flat", line=0.6)  # fmt: skip
    edge = smooth([(x + width * 0.06, y - h * 0.6), (x - width * 0.16, y - h * 0.36), (x - width * 0.38,
            y - h * 0.1), (x - width * 0.62, y - h * 0.05)], closed=False)  # fmt: skip
    pen.line(edge, lighten(red, 0.45), width * 0.022)
    pen.fill(ellipse(x - width * 0.82, y + 46, 34), air.at(YELLOW), "round", line=0.5)

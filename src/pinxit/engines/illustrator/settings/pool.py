"""A swimming pool in a garden: blue water with its net of light, a terrace, loungers, a parasol, palms."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import bush, tree_line
from pinxit.engines.illustrator.rigs.scenery import apart, leaf, place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, pool, sky
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.rigs.tropics import clump, palm
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import box, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WATER: Rgb = (58, 190, 214)


@place("pool", "swimming pool", "poolside", "water park", "resort", sky=True)
def draw(stage: Stage) -> None:
    """The pool crosses the middle; the terrace in front is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 560, 900, air.haze
    rng = mood.random("pool")
    sky(stage, air)
    tree_line(stage.far, stage, 562, 80, air.at(leaf(mood, rng), 0.36))
    x = -40.0
    while x < width + 60:
        bush(stage.middle, x, 580, (rng.uniform(90, 140), rng.uniform(50, 80)), air.at(leaf(mood, rng), 0.14))
        x += 80
    green = (air.at((74, 140, 68)), air.at((150, 112, 78)))
    palm(stage.middle, width * 0.9, 600, 440, -50, green)
    palm(stage.middle, width * 0.06, 600, 380, 40, green)
    stone = air.at((232, 222, 206))
    stage.middle.fill(box(-EDGE, 578, width + 2 * EDGE, 80), stone, "flat", line=0.4)
    lounger(stage, width * 0.2, 628, min(210, width * 0.24), air)
    lounger(stage, width * 0.78, 628, min(210, width * 0.24), air)
    if not apart(mood, "umbrella", "parasol"):
        parasol(stage, width * 0.33, 630, min(250, width * 0.3), air)
    tiles(stage.near, stage, 640, (stone, darken(stone, 0.08)), 180)
    _water(stage, air)
    for x in (-10.0, width + 10):
        clump(stage.front, x, 1030, min(240, width * 0.26), air.at((66, 136, 66)), 7)


def _water(stage: Stage, air: Air) -> None:
    """The basin with a kerb, its net of light and its steps."""
    pen, width, rng = stage.near, stage.width, stage.mood.random("net")
    shape = [(width * 0.02, 664), (width * 0.98, 664), (width * 1.12, 822), (-width * 0.12, 822)]
    kerb = air.at((248, 244, 236))
    pen.fill(
        polygon([(width * 0.0, 656), (width * 1.0, 656), (width * 1.16, 840), (-width * 0.16, 840)]),
        kerb,
        "flat",
        line=0.5,
    )
    body = air.at(WATER)
    stops = ((0.0, mix(body, air.low, 0.35)), (1.0, darken(body, 0.16)))
    area = pen.fill(polygon(shape), Gradient((0, 664), (0, 822), stops), "flat", line=0.5)
    net = skia.Path()
    for _ in range(60):
        t = rng.random()
        x, y, s = rng.uniform(0, width), 670 + 150 * t, 26 + 40 * t
        net.moveTo(x - s, y)
        net.quadTo(x - s * 0.3, y - s * 0.2, x, y)
        net.quadTo(x + s * 0.3, y + s * 0.2, x + s, y - s * 0.04)
    with pen.on(area):
        pen.decal(box(-EDGE, 664, width + 2 * EDGE, 20), darken(body, 0.3), alpha=0.35)
        pen.line(net, lighten(body, 0.6), 3, alpha=0.6)
        pen.decal(ripples((0, 670, width, 820), 30, 80, rng), (255, 255, 255), alpha=0.4)
    steel = air.at((206, 212, 220))
    for dx in (0.0, 34.0):
        x = width * 0.86 + dx
        rail = skia.Path()
        rail.moveTo(x, 800)
        rail.lineTo(x, 720)
        rail.cubicTo(x, 690, x + 30, 690, x + 34, 730)
        rail.lineTo(x + 38, 846)
        pen.line(rail, steel, 7)
        pen.line(rail, lighten(steel, 0.6), 2)


def lounger(stage: Stage, x: float, y: float, width: float, air: Air) -> None:
    """A deck chair from its side."""
    pen, wood = stage.middle, air.at((190, 146, 98))
    pool(pen, (x, y + 2, width * 0.5, 12), air.at((90, 80, 80)), 0.35)
    for dx in (-0.34, 0.3):
        pen.fill(box(x + dx * width, y - width * 0.18, 8, width * 0.18), darken(wood, 0.3), "flat", line=0.3)
    pen.fill(box(x - width * 0.46, y - width * 0.22, width * 0.92, width * 0.06, 4), wood, "flat", line=0.4)
    mat = smooth([(x - width * 0.46, y - width * 0.23), (x + width * 0.12, y - width * 0.23),
            (x + width * 0.44, y - width * 0.46), (x + width * 0.5, y - width * 0.4), (x + width * 0.2,
            y - width * 0.2), (x - width * 0.46, y - width * 0.2)], tension=0.2)  # fmt: skip
    pen.fill(mat, air.at((250, 246, 238)), "soft", line=0.5)


def parasol(stage: Stage, x: float, y: float, width: float, air: Air) -> None:
    """A striped sunshade."""
    pen, top = stage.middle, y - width * 1.1
    pen.fill(box(x - 4, top, 8, y - top), air.at((214, 206, 196)), "round", line=0.4)
    edge = [(x + width * (i / 6 - 0.5), top + width * 0.26 + (6 if i % 2 else 0)) for i in range(7)]
    dome = smooth([(x - width * 0.5, top + width * 0.26), (x - width * 0.3, top + width * 0.06), (x,
            top - width * 0.02), (x + width * 0.3, top + width * 0.06), (x + width * 0.5, top + width * 0.26)],
            closed=False)  # fmt: skip
    dome.close()
    body = pen.fill(dome, air.at((246, 240, 228)), "soft", line=0.5)
    with pen.on(body):
        for i in range(0, 6, 2):
            pen.decal(polygon([edge[i], edge[i + 1], (x, top - width * 0.04)]), air.at((226, 92, 78)))

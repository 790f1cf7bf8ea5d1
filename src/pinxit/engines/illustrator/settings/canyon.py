"""A canyon: layered red walls on both sides, a river far below, the rim in front."""

from __future__ import annotations

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import bush
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, brushed, fade, sky
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.settings.desert import mesa
from pinxit.engines.illustrator.shapes import Point, box, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

STRATA: tuple[Rgb, ...] = (
    (214, 140, 94),
    (184, 92, 66),
    (228, 168, 118),
    (160, 76, 60),
    (204, 122, 80),
    (238, 190, 146),
)


@place("canyon", "grand canyon", "badlands", "ravine", sky=True)
def draw(stage: Stage) -> None:
    """Walls in three distances frame the river; the rim in front is sandy."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 470, 890, air.haze
    rng = mood.random("canyon")
    sky(stage, air)
    base = air.at((206, 128, 96), 0.5)
    for t, wide, tall in ((0.3, 200, 70), (0.5, 150, 46), (0.64, 240, 90)):
        mesa(stage.far, width * t, 476, (wide, tall), air.at((190, 110, 86), 0.56))
    stage.far.fill(box(-EDGE, 470, width + 2 * EDGE, 560), base, "flat", line=0)
    for far, top, reach in ((0.66, 430, 0.56), (0.5, 400, 0.5), (0.34, 366, 0.43)):
        for side in (-1, 1):
            wall(stage.far, stage, (side, top, reach), air, far)
    bed = [(width * 0.47, 560), (width * 0.53, 562), (width * 0.5, 620), (width * 0.58, 690), (width * 0.5, 800)]
    left = [(width * 0.36, 800), (width * 0.45, 690), (width * 0.44, 620)]
    stream = smooth([*bed, *left])
    brushed(stage.middle, air)(stream, fade((0, 560), (0, 800), mix(air.at((40, 132, 150)), air.low, 0.25), (1.0, 1.0)))
    with stage.middle.on(stream):
        stage.middle.decal(ripples((width * 0.36, 560, width * 0.6, 790), 40, 34, rng), air.cloud, alpha=0.5)
    for side in (-1, 1):
        wall(stage.middle, stage, (side, 290, 0.34), air, 0.12)
    _rim(stage, air, rng)


def wall(pen: Pen, stage: Stage, shape: tuple[int, float, float], air: Air, far: float) -> None:
    """A cliff of steps that comes in from one side: (side, top, reach); its layers run level."""
    side, top, reach = shape
    width, rng = stage.width, stage.mood.random(f"wall{shape}{far}")
    edge = width + EDGE if side > 0 else -EDGE
    inner = edge - side * width * reach
    points: list[Point] = [(edge, top - 30)]
    steps = 5
    for i in range(steps):
        x = edge + (inner - edge) * (i + 0.7 + rng.uniform(-0.1, 0.1)) / steps
        y = top + (780 - top) * (i / steps) ** 1.2 + rng.uniform(-8, 8)
        points += [(x, y), (x - side * rng.uniform(4, 16), y + (780 - top) / steps * 0.9)]
    points += [(inner - side * 30, 830), (edge, 830)]
    rgb = air.at(STRATA[0], far)
    body = pen.fill(
        polygon(points), Gradient((0, top), (0, 830), ((0.0, lighten(rgb, 0.12)), (1.0, darken(rgb, 0.3)))), "flat",
        line=0.4,
    )  # fmt: skip
    with pen.on(body):
        y = top - 20.0
        while y < 830:
            tall = rng.uniform(12, 40)
            line = [(x, py + y) for x, py in wave(width, 0, 5, rng, 160)]
            band = polygon([*line, *((x, py + tall) for x, py in reversed(line))])
            pen.decal(band, air.at(rng.choice(STRATA), far), alpha=0.5)
            y += tall * rng.uniform(1.0, 1.8)
        for i in range(5):
            x, y = edge + (inner - edge) * (i + rng.random()) / 5, rng.uniform(top, 640)
            crack = polygon([(x, y), (x + 9, y + 4), (x + 3, y + rng.uniform(60, 150))])
            pen.decal(crack, darken(rgb, 0.5), alpha=0.5)
        shade = fade((edge, 0), (inner, 0), darken(rgb, 0.55), (0.0, 0.55) if side < 0 else (0.35, 0.05))
        pen.decal(box(-EDGE, top - 60, width + 2 * EDGE, 940), shade)


def _rim(stage: Stage, air: Air, rng: random.Random) -> None:
    """The ledge that one stands on."""
    pen, width = stage.near, stage.width
    sand: Rgb = (226, 164, 112)
    line = wave(width, 764, 14, rng, 420)
    pen.decal(below([(x, y - 10) for x, y in line]), air.at(darken(sand, 0.4)))
    stops = ((0.0, air.at(lighten(sand, 0.2))), (0.3, air.at(sand)), (1.0, air.at(darken(sand, 0.35))))
    area = pen.fill(below(line), Gradient((0, 750), (0, 1000), stops), "flat", line=0.4)
    with pen.on(area):
        pen.decal(ripples((-EDGE, 770, width + EDGE, 1010), 70, 120, rng), air.at(darken(sand, 0.25)), alpha=0.45)
        pen.decal(ripples((-EDGE, 770, width + EDGE, 1010), 60, 120, rng), air.at(lighten(sand, 0.4)), alpha=0.45)
    for x, y, size in ((0.06, 806, 130), (0.15, 828, 60), (0.93, 816, 120), (0.84, 800, 46)):
        rock(pen, x * width, y, min(size, width * 0.16), air.at((176, 98, 70)))
    for x in (0.0, width):
        bush(stage.front, x, 1030, (min(200, width * 0.24), 90), air.at((112, 126, 78)))

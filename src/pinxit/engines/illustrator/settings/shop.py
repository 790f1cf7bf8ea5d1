"""A shop from inside: an aisle between shelves full of goods, a counter lamp row, a shining floor."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.furnishing import block
from pinxit.engines.illustrator.rigs.interior import dim, sheen, wall
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import halo
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.shapes import Point, box, polygon
from pinxit.engines.illustrator.stage import Stage

GOODS: tuple[Rgb, ...] = (
    (222, 70, 64), (246, 180, 60), (92, 168, 88), (70, 132, 196), (240, 232, 210), (156, 92, 164), (240, 128, 60),
)  # fmt: skip


@place(
    "shop", "store", "supermarket", "grocery store", "boutique", "mall", "shopping mall", "toy store", "antique shop"
)
def draw(stage: Stage) -> None:
    """The aisle runs to the back wall; the shelves stand in perspective at both sides."""
    width = stage.width
    stage.horizon, stage.ground, stage.haze = 600, 900, (236, 232, 220)
    rng = stage.mood.random("shop")
    wall(stage, (240, 232, 214))
    half = width * 0.17
    centre = width / 2
    block(stage.far, (centre - half, 250, half * 2, 46), dim(stage, rng.choice(((206, 70, 60), (60, 130, 110)))), 4)
    for row in range(3):
        y = 380.0 + 105 * row
        stage.far.decal(box(centre - half, y, half * 2, 10), dim(stage, (176, 140, 100)))
        goods(stage.far, (centre - half, y, half * 2), 78, rng)
    tiles(stage.middle, stage, 600, (dim(stage, (236, 230, 218)), dim(stage, (220, 208, 190))), 210)
    for side in (-1, 1):
        _aisle(stage, side, centre, half, rng)
    for depth in (0.0, 0.5, 1.0):
        y, reach = 30 + 150 * depth, (1 - 0.68 * depth) * width * 0.3
        stage.middle.fill(box(centre - reach, y, reach * 2, 22 - 12 * depth, 6), (250, 250, 244), "flat", line=0.4)
        stage.middle.glow(box(centre - reach, y + 10 - 5 * depth, reach * 2, 10 - 5 * depth, 4), (255, 252, 236))
        halo(stage.middle, centre, y, reach * 1.3, (255, 246, 220), 0.3)
    sheen(stage, 840, (255, 252, 240), 0.25)


def _aisle(stage: Stage, side: int, centre: float, half: float, rng: random.Random) -> None:
    """One rack of shelves that runs from the viewer to the back wall."""
    pen, width = stage.middle, stage.width
    far, near = centre + side * half * 1.04, centre + side * (width * 0.5 + 90)

    def at(t: float, level: float) -> Point:
        """The picture's point at depth t (0 far, 1 near) and level (0 foot, 1 top)."""
        foot, top = 612 + 300 * t * t, 250 - 330 * t * t
        return (far + (near - far) * t, foot + (top - foot) * level)

    wood = dim(stage, (190, 154, 112))
    pen.fill(polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]), darken(wood, 0.45), "flat", line=0.4)
    for row in range(5):
        low, high = row / 5 + 0.03, (row + 0.86) / 5
        t = 0.02
        while t < 0.99:
            step = 0.03 + 0.05 * t
            tall = low + (high - low) * rng.uniform(0.6, 0.98)
            tone = dim(stage, rng.choice(GOODS))
            path = polygon([at(t, low), at(t + step * 0.86, low), at(t + step * 0.86, tall), at(t, tall)])
            pen.decal(path, tone)
            lit = polygon([at(t, low), at(t + step * 0.3, low), at(t + step * 0.3, tall), at(t, tall)])
            pen.decal(lit, lighten(tone, 0.3), alpha=0.6)
            upper, lower, end = low + (tall - low) * 0.5, low + (tall - low) * 0.4, t + step * 0.86
            label = polygon([at(t, lower), at(end, lower), at(end, upper), at(t, upper)])
            pen.decal(label, (250, 248, 240), alpha=0.6)
            t += step
        board = polygon([at(0, low - 0.03), at(1, low - 0.03), at(1, low), at(0, low)])
        pen.fill(board, wood, "flat", line=0.3)
    pen.decal(polygon([at(0, 0), at(0.14, 0), at(0.14, 1), at(0, 1)]), (40, 30, 30), alpha=0.2)


def goods(pen: Pen, area: tuple[float, float, float], tall: float, rng: random.Random) -> None:
    """Boxes and bottles in a row that stand on (x, y, width)."""
    x, y, width = area
    paths = [skia.Path() for _ in GOODS]
    at = x + 4
    while at < x + width - 24:
        w, h = rng.uniform(18, 34), tall * rng.uniform(0.6, 1)
        w = min(w, x + width - at - 2)
        paths[rng.randrange(len(GOODS))].addRoundRect(skia.Rect.MakeXYWH(at, y - h, w - 3, h), 4, 4)
        at += w
    for path, tone in zip(paths, GOODS, strict=True):
        pen.decal(path, tone, alpha=0.95)
    pen.decal(box(x, y - tall * 0.42, width, tall * 0.1), (255, 255, 250), alpha=0.4)
    pen.decal(box(x, y - 3, width, 4), darken((176, 140, 100), 0.3), alpha=0.5)

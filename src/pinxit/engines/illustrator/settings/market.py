"""A market: rows of stalls under striped awnings, crates of fruit, strings of lamps."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.furnishing import block
from pinxit.engines.illustrator.rigs.scenery import place, wet
from pinxit.engines.illustrator.rigs.sky import Air, breathe, halo, pool, sky
from pinxit.engines.illustrator.rigs.town import AWNING, Street, facade, gleams, houses, road
from pinxit.engines.illustrator.shapes import Point, box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

FRUIT: tuple[Rgb, ...] = ((226, 64, 52), (250, 156, 50), (250, 212, 80), (118, 170, 66), (150, 76, 150))


@place(
    "market",
    "marketplace",
    "bazaar",
    "farmers market",
    "street market",
    "market stall",
    "souk",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Stalls at both sides leave the lane free; houses behind them."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 570, 890, air.haze
    rng = mood.random("market")
    sky(stage, air, 600)
    lit = mood.night or mood.time == "sunset"
    street = Street(width / 2, 545, 380 + width * 0.2, 190, 560)
    road(stage, street, air, (176, 160, 142), cobbled=True)
    rows = [house for side in (-1.0, 1.0) for house in houses(street, side, mood.random(f"row{side}"))]
    for house in sorted(rows, key=lambda item: -item.near):
        facade(stage.middle, street, house, air, lit)
    if wet(mood):
        gleams(stage.near, street, air, lit, rng)
    for k, (t, y, s) in enumerate(
        ((0.36, 640, 0.45), (0.64, 640, 0.45), (0.24, 700, 0.75), (0.76, 700, 0.75), (0.04, 800, 1.2), (0.96, 800, 1.2))
    ):
        tone = air.at(AWNING[k % 5], 0.3 - 0.25 * s)
        stall(stage.near, (width * t, y), 280 * s, (tone, air.at((246, 238, 220), 0.2 - 0.15 * s)), rng)
        if lit:
            halo(stage.near, width * t, y - 190 * s, 160 * s, (255, 206, 130), 0.6)
    strings(stage, air, lit)


def stall(pen: Pen, foot: Point, w: float, tones: tuple[Rgb, Rgb], rng: random.Random) -> None:
    """A stall whose foot's middle is at `foot`: counter with heaps of fruit, posts, a scalloped awning."""
    x, y = foot
    rgb, pale = tones
    wood = darken((168, 122, 80), 0.1)
    pool(pen, (x, y, w * 0.62, w * 0.07), (24, 16, 24), 0.4)
    for side in (-1, 1):
        pen.fill(
            box(x + side * w * 0.46 - w * 0.015, y - w * 0.84, w * 0.03, w * 0.84), darken(wood, 0.25), "flat", line=0.4
        )
    pen.decal(box(x - w * 0.45, y - w * 0.72, w * 0.9, w * 0.4), (40, 28, 34), alpha=0.5)
    block(pen, (x - w * 0.5, y - w * 0.3, w, w * 0.3), wood, 3)
    heaps = [skia.Path() for _ in FRUIT]
    for bay in range(4):
        left = x - w * 0.46 + w * 0.23 * bay
        block(pen, (left, y - w * 0.36, w * 0.215, w * 0.12), lighten(wood, 0.16), 2)
        path = heaps[(bay + rng.randrange(5)) % 5]
        for i in range(15):
            row, r = i // 5, w * 0.024
            path.addCircle(
                left + w * 0.024 + w * 0.042 * (i % 5) + w * 0.012 * (row % 2), y - w * 0.37 - row * r * 1.3, r
            )
    for path, tone in zip(heaps, FRUIT, strict=True):
        pen.decal(path, tone)
    for i in range(8):
        a, b = x - w * 0.56 + w * 0.14 * i, x - w * 0.56 + w * 0.14 * (i + 1)
        tone = rgb if i % 2 == 0 else pale
        inner = (x + (a - x) * 0.84, x + (b - x) * 0.84)
        pen.fill(
            polygon([(inner[0], y - w * 0.98), (inner[1], y - w * 0.98), (b, y - w * 0.76), (a, y - w * 0.76)]),
            tone,
            "flat",
            line=0.4,
        )
        pen.fill(ellipse((a + b) / 2, y - w * 0.76, w * 0.07, w * 0.045), darken(tone, 0.12), "flat", line=0.4)


def strings(stage: Stage, air: Air, lit: bool) -> None:
    """Strings of lamps and flags across the lane."""
    width, pen = stage.width, stage.near
    for k, y in enumerate((150, 270)):
        points = [(width * i / 12, y + 70 * (1 - abs(i / 6 - 1)) + 10 * k) for i in range(13)]
        pen.line(curve(*points), air.at((64, 54, 54)), 2)
        for i, (x, py) in enumerate(points):
            if lit:
                halo(pen, x, py + 8, 42, (255, 214, 140), 0.6)
                pen.glow(ellipse(x, py + 8, 7, 9), (255, 244, 210))
            else:
                pen.decal(polygon([(x - 14, py), (x + 14, py), (x, py + 30)]), air.at(AWNING[(i + k) % 5]))

"""A city of the future: white towers with gardens, a dome, rails of light in the air, a plaza with water."""

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import bush, crown, tree_line
from pinxit.engines.illustrator.rigs.scenery import leaf, place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WHITE: Rgb = (236, 240, 244)
CYAN: Rgb = (96, 214, 240)


@place(
    "futuristic city",
    "future city",
    "city of the future",
    "utopia",
    "utopian city",
    "sci-fi city",
    "solarpunk city",
    sky=True,
)
def draw(stage: Stage) -> None:
    """The towers leave the middle to the sky; the plaza is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 610, 890, air.haze
    sky(stage, air, 600)
    lit = mood.night or mood.time in {"sunset", "dawn"}
    skyline(stage.far, stage, 612, (60, 300), (air.at((150, 172, 200), 0.66), CYAN if lit else None))
    for t, h, w, far in ((0.3, 360, 74, 0.5), (0.7, 390, 80, 0.5), (0.42, 240, 60, 0.56), (0.6, 270, 56, 0.56)):
        spire(stage.far, width * t, (w, h), air, far, lit)
    dome(stage, air, lit)
    for t, h, w, far in ((0.1, 560, 130, 0.16), (0.9, 600, 140, 0.16), (0.22, 400, 96, 0.28), (0.79, 430, 96, 0.28)):
        spire(stage.middle, width * t, (w, h), air, far, lit)
    for y, sag, tone in ((330, -40, CYAN), (400, 30, (250, 190, 110))):
        line = curve((-20, y + 60), (width * 0.3, y + sag), (width * 0.7, y - sag * 0.4), (width + 20, y + 40))
        stage.middle.line(line, darken(air.at(WHITE, 0.2), 0.3), 13)
        stage.middle.line(line, air.at(WHITE, 0.1), 8)
        stage.middle.line(line, tone, 3, glow=True)
    for t, y, s in ((0.36, 210, 34), (0.66, 150, 26), (0.52, 290, 20)):
        craft(stage.far, width * t, y, s, air)
    tree_line(stage.middle, stage, 640, 50, air.at(leaf(mood, mood.random("park")), 0.12))
    plaza(stage, air)


def spire(pen: Pen, x: float, size: tuple[float, float], air: Air, far: float, lit: bool) -> None:  # limit: one tower
    """A tower that swells and tapers, with bands of glass and a hanging garden."""
    w, h = size
    foot = 640.0
    rgb = air.at(WHITE, far)
    body = smooth(
        [
            (x - w * 0.34, foot),
            (x - w * 0.5, foot - h * 0.4),
            (x - w * 0.24, foot - h * 0.82),
            (x, foot - h),
            (x + w * 0.24, foot - h * 0.82),
            (x + w * 0.5, foot - h * 0.4),
            (x + w * 0.34, foot),
        ],
        tension=0.4,
    )
    stops = ((0.0, darken(rgb, 0.08)), (0.35, lighten(rgb, 0.2)), (1.0, darken(rgb, 0.34)))
    pen.fill(body, Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.4)
    glass = mix(air.at((110, 170, 206), far), air.top, 0.25)
    with pen.on(body):
        for i in range(round(h / 22)):
            y = foot - 24 - i * 22
            band = box(x - w, y, w * 2, 9)
            if lit:
                pen.glow(band, (190, 240, 255), alpha=0.75 - far * 0.6)
            else:
                pen.decal(band, glass, alpha=0.85)
        pen.decal(box(x + w * 0.1, foot - h, w, h), darken(rgb, 0.5), alpha=0.22)
    pen.line(curve((x, foot - h + 4), (x, foot - h - h * 0.12)), darken(rgb, 0.2), max(1.6, w * 0.03))
    if far < 0.4:
        y = foot - h * 0.46
        pen.fill(ellipse(x, y, w * 0.62, w * 0.12), lighten(rgb, 0.1), "flat", line=0.4)
        green = air.at((104, 160, 92), far)
        for dx in (-0.44, -0.16, 0.14, 0.42):
            pen.fill(crown(x + dx * w, y - w * 0.08, w * 0.17, w * 0.12, _chance(x + dx)), green, "round", line=0.3)
        pen.glow(ellipse(x, y + w * 0.08, w * 0.55, w * 0.03), CYAN, alpha=0.8)


def _chance(seed: float) -> random.Random:
    return random.Random(round(seed * 10))


def dome(stage: Stage, air: Air, lit: bool) -> None:
    """A glass dome over a garden at the end of the plaza."""
    pen, x, r = stage.middle, stage.width / 2, min(170.0, stage.width * 0.17)
    y = 640.0
    pen.fill(
        crown(x, y - r * 0.3, r * 0.66, r * 0.36, stage.mood.random("dome")),
        air.at((96, 156, 96), 0.26),
        "round",
        line=0.3,
    )
    shell = arc(x, y, r, r, 180, 180)
    pen.fill(shell, air.at((206, 234, 246), 0.2), "flat", line=0.4, alpha=0.5)
    for k in (-0.66, -0.33, 0.0, 0.33, 0.66):
        pen.line(curve((x + k * r, y), (x + k * r * 0.7, y - r * 0.8), (x, y - r)), air.at(WHITE, 0.1), 2.4)
    for k in (0.4, 0.74):
        half = r * (1 - k * k) ** 0.5
        pen.line(curve((x - half, y - r * k), (x, y - r * k + 6), (x + half, y - r * k)), air.at(WHITE, 0.1), 2.2)
    pen.line(shell, air.at(WHITE, 0.05), 4)
    if lit:
        halo(pen, x, y - r * 0.4, r * 1.5, CYAN, 0.5)


def craft(pen: Pen, x: float, y: float, s: float, air: Air) -> None:
    """A flying car."""
    rgb = air.at(WHITE, 0.25)
    pen.fill(
        smooth(
            [
                (x - s, y),
                (x - s * 0.3, y - s * 0.34),
                (x + s * 0.5, y - s * 0.28),
                (x + s, y + s * 0.04),
                (x, y + s * 0.22),
            ]
        ),
        rgb,
        "glossy",
        line=0.4,
    )
    pen.decal(
        smooth([(x - s * 0.1, y - s * 0.22), (x + s * 0.5, y - s * 0.2), (x + s * 0.6, y), (x, y)]),
        (60, 96, 130),
        alpha=0.8,
    )
    pen.glow(ellipse(x - s, y, s * 0.22, s * 0.08), CYAN)


def plaza(stage: Stage, air: Air) -> None:
    """Pale paving in rings with lines of light, a band of water, planting at the corners."""
    pen, width = stage.near, stage.width
    stone = air.at((222, 226, 230))
    area = pen.fill(
        box(-EDGE, 650, width + 2 * EDGE, 400),
        Gradient((0, 650), (0, 1000), ((0.0, air.at(stone, 0.25)), (1.0, darken(stone, 0.16)))),
        "flat",
        line=0.4,
    )
    with pen.on(area):
        for k in range(9):
            r = 120.0 * 1.42**k
            pen.line(ellipse(width / 2, 655, r, r * 0.24), darken(stone, 0.22), 2.2, alpha=0.7)
        for k in (3, 5):
            r = 120.0 * 1.42**k
            pen.line(ellipse(width / 2, 655, r, r * 0.24), CYAN, 4, glow=True, alpha=0.85)
        for i in range(-9, 10):
            pen.line(curve((width / 2 + i * 30, 650), (width / 2 + i * 190, 1030)), darken(stone, 0.2), 1.8, alpha=0.45)
        pen.glow(
            polygon([(width / 2 - 46, 650), (width / 2 + 46, 650), (width / 2 + 190, 1030), (width / 2 - 190, 1030)]),
            fade((0, 650), (0, 1000), air.low, (0.55, 0.05)),
        )
    green = air.at(leaf(stage.mood, stage.mood.random("front")))
    for x in (10.0, width - 10):
        bush(stage.front, x, 990, (220, 150), darken(green, 0.15))
        stage.front.fill(box(x - 130, 965, 260, 70, 30), air.at(WHITE), "round", line=0.5)
        stage.front.glow(box(x - 126, 985, 252, 5, 2), CYAN)

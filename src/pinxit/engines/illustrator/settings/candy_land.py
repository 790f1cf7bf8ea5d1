"""A land of sweets: hills of icing, lollipop trees, candy canes, a gingerbread house, a river of chocolate."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import below, place, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo, puffs, sky
from pinxit.engines.illustrator.shapes import Point, arc, box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

SWEETS: tuple[Rgb, ...] = ((244, 110, 150), (110, 200, 220), (250, 206, 90), (150, 206, 110), (180, 130, 220))


@place("candy land", "candyland", "candy world", "candy kingdom", "land of sweets", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """A path of wafers leads through the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, (255, 222, 234)
    sky(stage, air)
    rng = mood.random("candy")
    if not mood.night:
        stage.far.decal(
            box(-EDGE, -EDGE, width + 2 * EDGE, 640),
            Gradient(
                (0, 0),
                (0, 620),
                ((0.0, (170, 190, 255)), (0.5, (255, 206, 232)), (1.0, (255, 240, 220))),
                alphas=(0.75, 0.75, 0.8),
            ),
        )
    for k in range(4):
        x, y, w = width * (k + 0.5) / 4, 130 + 90 * (k % 2), rng.uniform(150, 240)
        tone = air.at(SWEETS[(k * 2) % 5])
        stage.far.fill(puffs(x, y, w, w * 0.34, rng), mix(tone, (255, 255, 255), 0.6), "round", line=0)
    for i, (y, swell, rgb) in enumerate(
        ((520, 50, (246, 190, 214)), (566, 44, (190, 226, 220)), (612, 26, (250, 222, 170)))
    ):
        line = wave(width, y, swell, rng, 330)
        tone = air.at(rgb, 0.24 - 0.08 * i)
        path = stage.middle.fill(
            below(line), Gradient((0, y - 40), (0, y + 160), ((0.0, lighten(tone, 0.3)), (1.0, tone))), "flat", line=0.4
        )
        with stage.middle.on(path):
            drops = skia.Path()
            for _ in range(40):
                drops.addRoundRect(
                    skia.Rect.MakeXYWH(rng.uniform(0, width), y + rng.uniform(0, 120), 13, 4.4), 2.2, 2.2
                )
            stage.middle.decal(drops, air.at(SWEETS[i * 2 % 5]), alpha=0.8)
            stage.middle.line(smooth([(px, py + 6) for px, py in line], closed=False), (255, 255, 255), 14, alpha=0.8)
    for x, y, h in ((0.12, 596, 170), (0.3, 588, 120), (0.73, 590, 130), (0.9, 600, 190)):
        lollipop(stage.middle, (width * x, y), h, air.at(SWEETS[round(x * 30) % 5]), 0.9)
    house(stage.middle, (width * 0.66, 644), min(190.0, width * 0.2), air.at((178, 112, 66)))
    grassy = air.at((250, 196, 214))
    area = stage.near.fill(
        below(wave(width, 650, 10, rng, 700)),
        Gradient((0, 640), (0, 1000), ((0.0, lighten(grassy, 0.4)), (0.4, grassy), (1.0, darken(grassy, 0.16)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(area):
        path = [
            (width * 0.53, 646),
            (width * 0.58, 646),
            (width * 0.56, 740),
            (width * 0.76, 1040),
            (width * 0.22, 1040),
            (width * 0.46, 760),
        ]
        lane = stage.near.decal(smooth(path, tension=0.35), air.at((236, 196, 136)))
        with stage.near.on(lane):
            for k in range(12):
                level = 656 + 2.7 * k * (k + 3)
                stage.near.line(
                    curve((width * 0.1, level), (width * 0.9, level + 10)),
                    air.at((196, 146, 90)),
                    2 + 0.5 * k,
                    alpha=0.7,
                )
        for tone in SWEETS:
            dots = skia.Path()
            for _ in range(16):
                t = rng.random()
                dots.addCircle(rng.uniform(0, width), 670 + 320 * t, 2 + 5 * t)
            stage.near.decal(dots, air.at(tone), alpha=0.9)
    for x, y, h in ((0.08, 780, 300), (0.93, 800, 340)):
        lollipop(stage.near, (width * x, y), h, air.at(SWEETS[round(x * 10) % 5]), 1.0)
    for x, y, h in ((0.2, 770, 170), (0.83, 760, 150), (0.17, 860, 190)):
        cane(stage.near, (width * x, y), h)
    for k, (x, y, r) in enumerate(
        ((0.04, 950, 60), (0.13, 975, 44), (0.9, 960, 56), (0.98, 930, 70), (0.28, 800, 22), (0.76, 830, 26))
    ):
        gum(stage.near, (width * x, y), r, air.at(SWEETS[(k * 2 + 1) % 5]))


def lollipop(pen: Pen, foot: Point, h: float, rgb: Rgb, lit: float) -> None:
    """A tree that is a lollipop with a spiral."""
    (x, y), r = foot, h * 0.3
    pen.decal(ellipse(x, y, r * 0.7, r * 0.14), (120, 60, 100), alpha=0.25)
    pen.fill(box(x - h * 0.022, y - h * 0.7, h * 0.044, h * 0.7, 3), (255, 250, 244), "round", line=0.4)
    disc = pen.fill(ellipse(x, y - h * 0.78, r), rgb, "glossy", line=0.5)
    spiral = []
    for k in range(60):
        a, far = k * 0.32, r * 0.95 * k / 60
        spiral.append((x + math.cos(a) * far, y - h * 0.78 + math.sin(a) * far))
    with pen.on(disc):
        pen.line(smooth(spiral, closed=False), lighten(rgb, 0.75), r * 0.15 * lit)
        pen.glow(ellipse(x - r * 0.4, y - h * 0.78 - r * 0.45, r * 0.26, r * 0.15, -35), (255, 255, 255), alpha=0.6)


def cane(pen: Pen, foot: Point, h: float) -> None:
    """A striped candy cane stuck in the ground."""
    (x, y), w = foot, h * 0.13
    stick = [(x, y), (x, y - h * 0.72)]
    hook = arc(x + h * 0.16, y - h * 0.72, h * 0.16, h * 0.2, 180, 170)
    path = polygon(stick, closed=False)
    for tone, wide in (((214, 170, 180), w * 1.12), ((255, 252, 250), w)):
        pen.line(path, tone, wide)
        pen.line(hook, tone, wide)
    for k in range(6):
        py = y - h * 0.08 - h * 0.12 * k
        pen.decal(
            polygon(
                [(x - w / 2, py), (x + w / 2, py - w * 0.6), (x + w / 2, py - w * 1.05), (x - w / 2, py - w * 0.45)]
            ),
            (226, 50, 66),
        )
    for a in (205, 250, 295, 335):
        rad = math.radians(a)
        cx, cy = x + h * 0.16 + math.cos(rad) * h * 0.16, y - h * 0.72 + math.sin(rad) * h * 0.2
        pen.decal(ellipse(cx, cy, w * 0.5, w * 0.22, a), (226, 50, 66))


def gum(pen: Pen, foot: Point, r: float, rgb: Rgb) -> None:
    """A sugared gum drop."""
    x, y = foot
    pen.decal(ellipse(x, y, r * 1.05, r * 0.2), (120, 60, 100), alpha=0.3)
    body = pen.fill(
        smooth(
            [
                (x - r, y),
                (x - r * 0.86, y - r * 0.7),
                (x, y - r * 1.3),
                (x + r * 0.86, y - r * 0.7),
                (x + r, y),
                (x, y + r * 0.14),
            ]
        ),
        rgb,
        "glossy",
        line=0.5,
    )
    with pen.on(body):
        sugar = skia.Path()
        for k in range(26):
            sugar.addCircle(x + r * math.sin(k * 2.4) * 0.8, y - r * (0.1 + (k * 37 % 26) / 24), r * 0.035)
        pen.decal(sugar, (255, 255, 255), alpha=0.85)


def house(pen: Pen, foot: Point, w: float, rgb: Rgb) -> None:
    """A gingerbread house with icing on its roof."""
    (x, y), h = foot, w * 0.56
    halo(pen, x, y - h, w, (255, 240, 220), 0.3)
    pen.fill(box(x - w * 0.42, y - h, w * 0.84, h), rgb, "flat", line=0.5)
    pen.fill(polygon([(x - w * 0.42, y - h), (x, y - h * 1.9), (x + w * 0.42, y - h)]), rgb, "flat", line=0.5)
    pen.line(
        polygon([(x - w * 0.52, y - h * 0.92), (x, y - h * 1.96), (x + w * 0.52, y - h * 0.92)], closed=False),
        darken(rgb, 0.3),
        w * 0.12,
    )
    pen.line(
        polygon([(x - w * 0.52, y - h * 0.97), (x, y - h * 2.02), (x + w * 0.52, y - h * 0.97)], closed=False),
        (255, 252, 250),
        w * 0.075,
    )
    for k in range(7):
        t = k / 6
        px = x - w * 0.52 + w * 1.04 * t
        py = y - h * 0.92 - h * 1.04 * (1 - abs(2 * t - 1))
        pen.fill(ellipse(px, py, w * 0.045), SWEETS[k % 5], "glossy", line=0.3)
    pen.fill(box(x - w * 0.1, y - h * 0.6, w * 0.2, h * 0.6, w * 0.1), (120, 64, 44), "round", line=0.4)
    for dx in (-0.26, 0.26):
        pen.fill(box(x + dx * w - w * 0.08, y - h * 0.66, w * 0.16, h * 0.3, 4), (255, 236, 160), "flat", line=0.4)
        pen.line(box(x + dx * w - w * 0.08, y - h * 0.66, w * 0.16, h * 0.3, 4), (255, 255, 255), 3)
    pen.line(
        smooth([(x - w * 0.42 + w * 0.84 * k / 8, y - h + (8 if k % 2 else -2)) for k in range(9)], closed=False),
        (255, 255, 255),
        4,
    )

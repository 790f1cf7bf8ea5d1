"""A fairground: a big wheel, striped tents, bunting and strings of lamps."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import bush, tree_line
from pinxit.engines.illustrator.rigs.scenery import apart, ground, leaf, place, shadow
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, pool, sky
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

GAY: tuple[Rgb, ...] = (
    (222, 70, 66),
    (248, 196, 62),
    (70, 150, 210),
    (110, 186, 110),
    (236, 128, 180),
    (150, 110, 200),
)


@place("fairground", "carnival", "amusement park", "funfair", "theme park", "circus ground", sky=True)
def draw(stage: Stage) -> None:
    """The wheel stands behind, tents at both sides, a trodden place in the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 610, 890, air.haze
    lit = mood.night or mood.time == "sunset"
    rng = mood.random("fair")
    sky(stage, air)
    tree_line(stage.far, stage, 612, 60, air.at(leaf(mood, rng), 0.4))
    if not apart(mood, "wheel", "ferris wheel"):
        wheel(stage.far, width * (0.68 if width > 700 else 0.6), 350, min(270, width * 0.34), air, lit)
    ground(stage, air, (206, 178, 134), 622)
    for t, y, w, k in (
        (0.36, 640, 130, 2),
        (0.56, 638, 110, 4),
        (0.2, 668, 240, 1),
        (0.06, 740, 380, 0),
        (0.96, 750, 400, 3),
    ):
        tent(stage.near, width * t, y, min(w, width * 0.42), (air.at(GAY[k]), air.at((250, 244, 230))), lit)
    strings(stage, air, lit)
    if lit:
        for t, y, r in ((0.5, 720, 420), (0.14, 790, 300), (0.88, 800, 300)):
            pool(stage.near, (width * t, y, r, 80), (255, 176, 96), 0.2, light=True)
    for x in (0.0, width):
        bush(stage.front, x, 1040, (min(220, width * 0.24), 110), air.at(darken(leaf(mood, rng), 0.25)))


def wheel(pen: Pen, x: float, y: float, radius: float, air: Air, lit: bool) -> None:
    """A Ferris wheel with cabins; its hub is at (x, y)."""
    steel = air.at((236, 236, 240), 0.2)
    for side in (-1, 1):
        pen.line(polygon([(x, y), (x + side * radius * 0.5, 620)], closed=False), darken(steel, 0.2), radius * 0.045)
    spokes, rims = skia.Path(), skia.Path()
    count = 14
    for i in range(count):
        a = math.tau * i / count
        spokes.moveTo(x, y)
        spokes.lineTo(x + math.cos(a) * radius, y + math.sin(a) * radius)
    for r in (1.0, 0.9, 0.4):
        rims.addCircle(x, y, radius * r)
    pen.line(spokes, steel, radius * 0.012)
    pen.line(rims, darken(steel, 0.1), radius * 0.02)
    pen.fill(ellipse(x, y, radius * 0.09), air.at(GAY[0], 0.1), "round", line=0.4)
    lamps = skia.Path()
    for i in range(count):
        a = math.tau * i / count
        px, py, s = x + math.cos(a) * radius, y + math.sin(a) * radius, radius * 0.15
        tone = air.at(GAY[i % len(GAY)], 0.12)
        pen.fill(box(px - s * 0.5, py + s * 0.1, s, s * 0.8, s * 0.28), tone, "round", line=0.4)
        pen.decal(
            box(px - s * 0.36, py + s * 0.22, s * 0.72, s * 0.26, s * 0.1), (255, 236, 180) if lit else (226, 240, 246)
        )
        for k in range(3):
            b = a + math.tau * k / count / 3
            lamps.addCircle(x + math.cos(b) * radius * 0.95, y + math.sin(b) * radius * 0.95, radius * 0.013)
    if lit:
        halo(pen, x, y, radius * 1.4, (255, 180, 120), 0.35)
        pen.glow(lamps, (255, 232, 170))


def tent(pen: Pen, x: float, y: float, width: float, tones: tuple[Rgb, Rgb], lit: bool) -> None:
    """A striped booth with a pointed roof and a scalloped edge, open in front."""
    h = width * 0.52
    shadow(pen, x + width * 0.06, y, width * 0.56, (60, 44, 40), 0.35)
    body = pen.fill(box(x - width * 0.42, y - h, width * 0.84, h), darken(tones[1], 0.08), "flat", line=0.4)
    with pen.on(body):
        for i in range(7):
            pen.decal(box(x - width * 0.42 + width * 0.12 * i, y - h, width * 0.06, h), darken(tones[0], 0.08))
    door = polygon(
        [(x - width * 0.16, y), (x - width * 0.1, y - h * 0.84), (x + width * 0.1, y - h * 0.84), (x + width * 0.16, y)]
    )
    if lit:
        halo(pen, x, y - h * 0.4, width * 0.5, (255, 200, 120), 0.5)
        pen.glow(door, Gradient((0, y - h), (0, y), ((0.0, (255, 226, 150)), (1.0, (236, 150, 80)))))
    else:
        pen.decal(door, darken(tones[0], 0.7))
    roof = polygon([(x - width * 0.5, y - h * 0.94), (x, y - h * 1.9), (x + width * 0.5, y - h * 0.94)])
    top = pen.fill(roof, tones[1], "flat", line=0.5)
    with pen.on(top):
        for i in range(0, 10, 2):
            a, b = (x - width * 0.5 + width * 0.1 * k for k in (i, i + 1))
            pen.decal(polygon([(a, y - h * 0.94), (b, y - h * 0.94), (x, y - h * 1.9)]), tones[0])
        pen.decal(polygon([(x + width * 0.1, y - h * 0.9), (x + width * 0.6, y - h * 0.9), (x, y - h * 1.9)]),
                (40, 26, 40), alpha=0.18)  # fmt: skip
    for i in range(10):
        scallop = ellipse(x - width * 0.45 + width * 0.1 * i, y - h * 0.93, width * 0.05)
        pen.fill(scallop, tones[i % 2], "flat", line=0.3)
    pen.line(polygon([(x, y - h * 1.9), (x, y - h * 2.12)], closed=False), darken(tones[0], 0.4), max(2, width * 0.012))
    pen.decal(polygon([(x, y - h * 2.12), (x + width * 0.13, y - h * 2.05), (x, y - h * 1.98)]), lighten(tones[0], 0.1))


def strings(stage: Stage, air: Air, lit: bool) -> None:
    """Bunting and lamps that hang across the upper part."""
    pen, width = stage.middle, stage.width
    for row, (top, sag) in enumerate(((90, 80), (170, 60))):
        wire = skia.Path()
        wire.moveTo(-EDGE, top)
        wire.quadTo(width / 2, top + sag * 2, width + EDGE, top - 30)
        pen.line(wire, air.at((70, 60, 60)), 2)
        flags = [skia.Path() for _ in GAY]
        bulbs = skia.Path()
        count = round(width / 46)
        for i in range(count):
            t = (i + 0.5) / count
            x = -EDGE + (width + 2 * EDGE) * t
            y = (1 - t) ** 2 * top + 2 * t * (1 - t) * (top + sag * 2) + t * t * (top - 30)
            if row:
                bulbs.addCircle(x, y + 9, 7)
            else:
                flags[i % len(GAY)].addPath(polygon([(x - 15, y), (x + 15, y), (x, y + 36)]))
        for path, tone in zip(flags, GAY, strict=True):
            pen.decal(path, air.at(tone))
        if lit:
            pen.glow(bulbs, (255, 224, 150), alpha=0.5, blur=9)
        pen.glow(bulbs, (255, 240, 200) if lit else air.at((250, 236, 200)))

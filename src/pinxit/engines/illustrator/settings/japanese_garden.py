"""A Japanese garden: a red bridge over a pond, cherry trees, a stone lantern, a pagoda beyond."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.scenery import (
    SNOW,
    apart,
    below,
    leaf,
    place,
    range_of,
    rock,
    turf,
    wave,
    wintry,
)
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth, taper
from pinxit.engines.illustrator.stage import Mood, Stage

RED: Rgb = (200, 56, 44)
ROOF = ((-0.3, 0.74), (-0.08, 0.92), (0.08, 0.92), (0.3, 0.74))
BLOSSOM: tuple[Rgb, ...] = ((246, 180, 200), (250, 206, 220), (238, 156, 184))


@place("japanese garden", "zen garden", "temple garden", "pagoda", "shrine", "kyoto", sky=True)
def draw(stage: Stage) -> None:
    """The bridge spans the pond behind the subject; blossoms lean in from both sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 560, 900, air.haze
    rng = mood.random("japan")
    sky(stage, air)
    range_of(stage.far, stage, 548, (900, 220), (air.at((124, 140, 178), 0.6), air.at(SNOW, 0.25)))
    tree_line(stage.far, stage, 560, 84, air.at(leaf(mood, rng), 0.42))
    if not apart(mood, "pagoda", "temple", "shrine"):
        pagoda(stage.far, width * 0.24, 566, 250, air)
    for t, y, h in ((0.4, 584, 130), (0.9, 590, 210)):
        broadleaf(stage.middle, width * t, y, h, air.at(crown_of(mood, rng), 0.22))
    x = -40.0
    while x < width + 40:
        bush(
            stage.middle,
            x,
            604,
            (rng.uniform(80, 130), rng.uniform(36, 60)),
            air.at(darken(leaf(mood, rng), 0.08), 0.16),
        )
        x += 70
    water(stage.middle, stage, air, (596, 860), (60, 128, 128))
    for i in range(7):
        lx, ly = width * (0.1 + 0.8 * rng.random()), rng.uniform(690, 800)
        stage.middle.decal(ellipse(lx, ly, 30, 8), air.at((96, 150, 88)))
        if i % 3 == 0:
            stage.middle.decal(ellipse(lx, ly - 8, 10, 8), air.at((250, 206, 222)))
    if not apart(mood, "bridge"):
        half = min(280, width * 0.29)
        for side in (-1, 1):
            foot = width * 0.52 + side * (half + 30)
            bush(stage.middle, foot, 706, (190, 66), air.at(darken(turf(mood), 0.18)))
            rock(stage.middle, foot - side * 66, 712, 70, air.at((130, 130, 132)))
        bridge(stage.near, width * 0.52, 690, min(560, width * 0.58), air)
    _bank(stage, air, rng)


def crown_of(mood: Mood, rng: random.Random) -> Rgb:
    """Cherry blossom, maple in autumn, snow in winter."""
    if mood.season == "autumn":
        return rng.choice(((206, 64, 44), (226, 120, 48), (190, 44, 50)))
    if wintry(mood):
        return (214, 222, 234)
    return leaf(mood, rng) if mood.season == "summer" else rng.choice(BLOSSOM)


def bridge(pen: Pen, x: float, y: float, span: float, air: Air) -> None:
    """An arched red bridge with railings; its feet are at y."""
    red, half, rise = air.at(RED), span / 2, span * 0.2
    pen.decal(ellipse(x, y + 34, half * 0.9, 16), darken(red, 0.7), alpha=0.3)
    deck = smooth(
        [
            (x - half, y), (x - half * 0.5, y - rise * 0.78), (x, y - rise), (x + half * 0.5, y - rise * 0.78),
            (x + half, y), (x + half * 0.86, y + 6), (x + half * 0.46, y - rise * 0.5), (x, y - rise * 0.7),
            (x - half * 0.46, y - rise * 0.5), (x - half * 0.86, y + 6),
        ]
    )  # fmt: skip
    pen.fill(deck, Gradient((0, y - rise), (0, y), ((0.0, red), (1.0, darken(red, 0.4)))), "flat", line=0.6)
    tall = span * 0.13
    rails = skia.Path()
    for k in (0.55, 1.0):
        rails.moveTo(x - half, y - tall * k)
        rails.cubicTo(
            x - half * 0.4,
            y - rise * 1.35 - tall * k,
            x + half * 0.4,
            y - rise * 1.35 - tall * k,
            x + half,
            y - tall * k,
        )
    for i in range(9):
        t = i / 4 - 1
        px, py = x + t * half, y - rise * (1 - t * t)
        pen.fill(box(px - span * 0.011, py - tall * 1.1, span * 0.022, tall * 1.15, 2), red, "flat", line=0.4)
        if i % 4 == 0:
            pen.fill(ellipse(px, py - tall * 1.16, span * 0.018), air.at((226, 176, 80)), "round", line=0.4)
    pen.line(rails, red, span * 0.016)
    pen.line(rails, lighten(red, 0.35), span * 0.004, alpha=0.7)


def pagoda(pen: Pen, x: float, y: float, height: float, air: Air) -> None:
    """A tower of five roofs, far away."""
    wall, roof = air.at((232, 220, 200), 0.3), air.at((84, 86, 100), 0.3)
    step = height * 0.17
    for i in range(5):
        base, w = y - step * i, height * (0.34 - 0.045 * i)
        pen.fill(box(x - w * 0.32, base - step * 0.62, w * 0.64, step * 0.64), wall, "flat", line=0.4)
        pen.decal(box(x - w * 0.32, base - step * 0.3, w * 0.64, step * 0.1), air.at(RED, 0.3))
        eaves = smooth(
            [(x - w * 0.72, base - step * 0.6), (x - w * 0.3, base - step * 0.74), (x - w * 0.16, base - step),
             (x + w * 0.16, base - step), (x + w * 0.3, base - step * 0.74), (x + w * 0.72, base - step * 0.6),
             (x, base - step * 0.52)],
            tension=0.3,
        )  # fmt: skip
        pen.fill(eaves, roof, "flat", line=0.4)
    pen.line(polygon([(x, y - step * 5), (x, y - step * 6.1)], closed=False), roof, 3)


def lantern(pen: Pen, x: float, y: float, size: float, rgb: Rgb, lit: bool) -> None:
    """A stone lantern with its foot at (x, y)."""
    parts = (
        taper(size * 0.2, size * 0.34, y - size * 0.1, y, x),
        taper(size * 0.12, size * 0.16, y - size * 0.46, y - size * 0.1, x),
        taper(size * 0.36, size * 0.2, y - size * 0.54, y - size * 0.45, x),
        box(x - size * 0.12, y - size * 0.76, size * 0.24, size * 0.23),
        polygon(
            [(x + dx * size, y - dy * size) for dx, dy in ((-0.3, 0.74), (-0.08, 0.92), (0.08, 0.92), (0.3, 0.74))]
        ),
        ellipse(x, y - size * 0.95, size * 0.05),
    )
    for path in parts:
        pen.fill(path, rgb, "round", line=0.5)
    pane = box(x - size * 0.06, y - size * 0.72, size * 0.12, size * 0.15)
    if lit:
        halo(pen, x, y - size * 0.64, size * 0.9, (255, 206, 124), 0.6)
        pen.glow(pane, (255, 222, 150))
    else:
        pen.decal(pane, darken(rgb, 0.6))


def _bank(stage: Stage, air: Air, rng: random.Random) -> None:
    """The near shore: moss, stepping stones, the lantern, cherry boughs and fallen petals."""
    mood, width, pen = stage.mood, stage.width, stage.near
    green = mix(turf(mood), (112, 150, 70), 0.4)
    line = wave(width, 812, 16, rng, 420)
    pen.decal(below([(x, y - 9) for x, y in line]), air.at((112, 100, 88)))
    stops = ((0.0, air.at(lighten(green, 0.2))), (0.5, air.at(green)), (1.0, air.at(darken(green, 0.3))))
    area = pen.fill(below(line), Gradient((0, 800), (0, 1000), stops), "flat", line=0.4)
    petals = air.at(crown_of(mood, rng))
    with pen.on(area):
        for i in range(5):
            t = i / 4
            pen.decal(
                ellipse(width * (0.5 + 0.05 * (i % 2)), 985 - 130 * t, 74 - 40 * t, 20 - 11 * t),
                air.at((184, 180, 172)),
            )
        grass(
            pen, (-EDGE, 830, width + EDGE, 1015), 26, [air.at(darken(green, 0.25)), air.at(lighten(green, 0.2))], rng
        )
        pen.decal(leaves((width / 2, 910, width * 0.6, 90), 90, 6, rng), petals)
    for x, y, size in ((0.3, 830, 70), (0.36, 836, 40), (0.72, 836, 84)):
        rock(pen, x * width, y, size, air.at((130, 130, 132)), air.at(SNOW) if wintry(mood) else None)
    lantern(pen, width * 0.2, 858, min(230, width * 0.26), air.at((150, 148, 146)), mood.night)
    broadleaf(pen, width * 0.95, 850, min(620, width * 0.68), air.at(crown_of(mood, rng)))
    broadleaf(pen, width * 0.02, 830, min(440, width * 0.5), air.at(crown_of(mood, rng)))
    drift = leaves((width / 2, 480, width * 0.55, 380), 46, 7, rng)
    pen.decal(drift, petals, alpha=0.85)
    bush(stage.front, 0, 1040, (min(220, width * 0.25), 130), air.at(darken(green, 0.25)))
    bush(stage.front, width, 1040, (min(260, width * 0.28), 120), air.at(darken(green, 0.2)))

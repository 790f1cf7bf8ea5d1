"""A flat lay: a surface seen from straight above, with the light and the shadows of a window across it."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.airborne import leaf_shape
from pinxit.engines.illustrator.rigs.interior import dim
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, pool
from pinxit.engines.illustrator.rigs.surface import grain, kind_of, pores, veins, weave
from pinxit.engines.illustrator.shapes import box, curve, polygon
from pinxit.engines.illustrator.stage import Stage

GROUNDS = {"marble", "linen", "concrete", "slate", "velvet", "walnut"}
LINEN: Rgb = (232, 222, 204)


@place("flat lay", "flatlay", "knolling", "overhead view", light="window")
def draw(stage: Stage) -> None:
    """No horizon: what is laid out spreads over the whole frame."""
    mood, width = stage.mood, stage.width
    stage.indoors, stage.tabletop = True, True
    stage.horizon, stage.ground = 320.0, 800.0
    named = mood.surface or next((w for w in mood.words if w in GROUNDS), None)
    name, rgb = kind_of(named) or ("wood", (206, 164, 118))
    rgb = dim(stage, mood.background or rgb)
    pen, rng = stage.near, mood.random("flat")
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stops = ((0.0, lighten(rgb, 0.2)), (0.5, rgb), (1.0, darken(rgb, 0.14)))
    pen.fill(area, Gradient((0, 0), (width, 1000), stops), "flat", line=0)
    frame = (-EDGE, -EDGE, width + EDGE, 1000 + EDGE)
    with pen.on(area):
        if name == "wood":
            planks(pen, width, rgb, rng)
        elif name == "marble":
            veins(pen, frame, rgb, rng)
        elif name == "concrete":
            pores(pen, frame, rgb, rng)
        elif name == "cloth":
            weave(pen, frame, rgb)
            creases(pen, width, rgb, rng)
        if name not in {"cloth"} and named is None:
            napkin(pen, width, mix(LINEN, rgb, 0.1))
        pool(pen, (width * 0.34, 340, width * 0.5, 420), lighten(rgb, 0.7), 0.34)
    slats(stage, rgb)


def planks(pen: Pen, width: float, rgb: Rgb, rng: random.Random) -> None:
    """Boards that lie side by side, seen from above."""
    y, row = -EDGE, 0
    while y < 1000 + EDGE:
        tall = rng.uniform(118, 150)
        x = -EDGE - rng.uniform(0, 500)
        while x < width + EDGE:
            w = rng.uniform(620, 1000)
            tone = darken(rgb, rng.uniform(0, 0.16)) if rng.random() < 0.5 else lighten(rgb, rng.uniform(0, 0.16))
            pen.decal(
                box(x, y, w, tall),
                Gradient((0, y), (0, y + tall), ((0.0, lighten(tone, 0.06)), (1.0, darken(tone, 0.06)))),
            )
            path = skia.Path()
            for _ in range(8):
                gy = y + rng.uniform(6, tall - 6)
                grain(path, (x + 4, gy), (x + w - 4, gy + rng.uniform(-5, 5)), rng, 7)
            pen.line(path, darken(tone, 0.3), 1.5, alpha=0.4)
            pen.decal(box(x, y, 3, tall), darken(rgb, 0.5), alpha=0.6)
            for dy in (0.2, 0.8):
                pen.decal(box(x + 12, y + tall * dy, 5, 5, 2.5), darken(rgb, 0.55), alpha=0.7)
            x += w
        pen.decal(box(-EDGE, y - 1.5, width + 2 * EDGE, 4), darken(rgb, 0.55), alpha=0.7)
        pen.decal(box(-EDGE, y + 2.5, width + 2 * EDGE, 2), lighten(rgb, 0.4), alpha=0.5)
        y, row = y + tall, row + 1


def creases(pen: Pen, width: float, rgb: Rgb, rng: random.Random) -> None:
    """Soft folds of a cloth."""
    for _ in range(7):
        x, y = rng.uniform(0, width), rng.uniform(0, 900)
        line = curve((x, y), (x + 120, y + rng.uniform(40, 120)), (x + 300, y + rng.uniform(60, 260)))
        pen.line(line, darken(rgb, 0.25), 16, alpha=0.22, blur=8)
        shifted = skia.Path(line)
        shifted.transform(skia.Matrix.Translate(-8, -9))
        pen.line(shifted, lighten(rgb, 0.6), 10, alpha=0.35, blur=6)


def napkin(pen: Pen, width: float, rgb: Rgb) -> None:
    """A linen cloth under the middle, its corner turned to the viewer."""
    cx = width * 0.5
    points = [(cx - 330, 330), (cx + 250, 250), (cx + 350, 770), (cx - 250, 850)]
    pen.decal(polygon([(x + 10, y + 14) for x, y in points]), (40, 30, 30), alpha=0.26, blur=9)
    cloth = polygon(points)
    pen.fill(
        cloth,
        Gradient((cx - 300, 300), (cx + 300, 800), ((0.0, lighten(rgb, 0.3)), (1.0, darken(rgb, 0.08)))),
        "flat",
        line=0.4,
    )
    with pen.on(cloth):
        weave(pen, (cx - 360, 240, cx + 360, 860), rgb)
        inner = polygon([(x + (cx - x) * 0.07, y + (550 - y) * 0.07) for x, y in points])
        pen.line(inner, mix(rgb, (150, 110, 90), 0.4), 2.4, alpha=0.6)


def slats(stage: Stage, rgb: Rgb) -> None:
    """The light of a window across the surface and the shadow of some leaves."""
    pen, width, rng = stage.near, stage.width, stage.mood.random("slats")
    if stage.mood.night:
        return
    for k in range(3):
        x = width * (-0.1 + 0.3 * k)
        beam = polygon([(x, -30), (x + width * 0.2, -30), (x + width * 0.2 + 420, 1030), (x + 420, 1030)])
        pen.decal(beam, (255, 248, 226), alpha=0.13 if luminance(rgb) > 0.5 else 0.2, blur=10)
    shade = skia.Path()
    for _ in range(26):
        x, y = width - abs(rng.gauss(0, 0.13)) * width, abs(rng.gauss(0, 130))
        shade.addPath(leaf_shape(x, y, rng.uniform(34, 60), rng, petal=False))
    pen.decal(shade, darken(rgb, 0.75), alpha=0.16, blur=9)

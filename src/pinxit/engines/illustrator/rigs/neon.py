"""Neon: glowing signs on house fronts, their haze, and their long reflections on wet ground."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.sky import fade, halo
from pinxit.engines.illustrator.rigs.town import Street
from pinxit.engines.illustrator.shapes import Point, box, polygon
from pinxit.engines.illustrator.stage import Mood

TUBES: tuple[Rgb, ...] = ((255, 60, 170), (60, 220, 255), (255, 190, 60), (170, 90, 255), (90, 255, 170))


def neon(mood: Mood) -> bool:
    """Whether the words ask for neon light and it is dark enough for it."""
    return mood.night and bool({"neon", "cyberpunk", "futuristic", "neon sign", "neon light"} & set(mood.words))


def signs(pen: Pen, street: Street, rng: random.Random) -> None:
    """Upright signs that stand out from the fronts on both sides, the far ones smaller, and their reflections."""
    for i, depth in enumerate((5.2, 4.1, 3.2, 2.5, 1.95, 1.5, 1.14, 0.86)):
        for side in (-1, 1):
            rgb = TUBES[(i * 2 + side + rng.randrange(2)) % len(TUBES)]
            level = rng.uniform(0.34, 0.62)
            foot, top = street.at(side * 0.98, depth, level), street.at(side * 0.98, depth, level + 0.24)
            wide = 64 / depth
            sign(pen, (foot[0] - side * wide * 0.5, top[1]), (wide, foot[1] - top[1]), rgb)
            ground = street.at(side * 0.8, depth, 0)
            tall = 210 / depth
            streak = box(ground[0] - wide * 0.7, ground[1], wide * 1.2, tall, wide * 0.5)
            pen.glow(streak, fade((0, ground[1]), (0, ground[1] + tall), rgb, (0.1, 0.5, 0.0)), blur=wide * 0.16)
    for side in (-1, 1):
        for depth in (3.0, 1.7, 1.0):
            strip = [street.at(side, d, level) for d, level in ((depth, 0.27), (depth * 1.4, 0.27))]
            rgb = rng.choice(TUBES)
            pen.line(polygon(strip, closed=False), rgb, 12 / depth, glow=True, blur=8 / depth)
            pen.line(polygon(strip, closed=False), lighten(rgb, 0.7), 4 / depth, glow=True)


def sign(pen: Pen, corner: Point, size: Point, rgb: Rgb) -> None:
    """One upright sign: a dark board, a tube round it, shapes of light that are no letters."""
    (x, y), (w, h) = corner, size
    left = x - w / 2
    halo(pen, x, y + h / 2, h * 0.75, rgb, 0.42)
    pen.fill(box(left, y, w, h, w * 0.14), darken(rgb, 0.86), "flat", line=0.4)
    frame = box(left + w * 0.12, y + w * 0.12, w * 0.76, h - w * 0.24, w * 0.1)
    strokes = skia.Path()
    count = max(2, round(h / w * 1.1))
    step = (h - w * 0.5) / count
    for i in range(count):
        cy = y + w * 0.25 + step * (i + 0.5)
        kind = (round(x) + i) % 3
        if kind == 0:
            strokes.addCircle(x, cy, step * 0.26)
            strokes.addCircle(x, cy, step * 0.1)
        elif kind == 1:
            for dy in (-0.24, 0.0, 0.24):
                strokes.moveTo(x - w * 0.22, cy + step * dy)
                strokes.quadTo(x, cy + step * (dy - 0.16), x + w * 0.22, cy + step * dy)
        else:
            strokes.addPath(polygon([(x, cy - step * 0.3), (x + w * 0.2, cy), (x, cy + step * 0.3), (x - w * 0.2, cy)]))
    for path in (frame, strokes):
        pen.line(path, rgb, max(w * 0.12, 1.5), glow=True, blur=w * 0.1)
        pen.line(path, lighten(rgb, 0.65), max(w * 0.05, 0.8), glow=True)

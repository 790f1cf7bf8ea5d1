"""What deeds leave in the air: magic, sparkles, hearts, notes, the star of a clash. Their origin is where they begin."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, star, tube, turned, union

MAGIC: Rgb = (150, 96, 236)
GOLD: Rgb = (255, 206, 84)
LOVE: Rgb = (232, 58, 88)


def _twinkle(pen: Pen, at: Point, size: float, tone: Rgb) -> None:
    """A four-pointed star that shines."""
    pen.glow(ellipse(*at, size * 1.3), tone, alpha=0.3, blur=size * 0.5)
    pen.glow(star(*at, size, size * 0.24, 4), tone)
    pen.glow(ellipse(*at, size * 0.22), (255, 255, 250))


@thing("magic swirl", "magic spell", cm=100)
def draw_magic(pen: Pen, look: Look) -> None:
    """Light that winds out of a hand or a wand, upwards and to the right."""
    tone = look.colour(MAGIC)
    lot = look.random("magic")
    pen.glow(ellipse(52, -46, 50), tone, alpha=0.34, blur=20)
    for turn, width, shade in ((0, 9, tone), (26, 6.5, lighten(tone, 0.35)), (-24, 5, GOLD)):
        points: list[Point] = []
        for i in range(13):
            reach, angle = i / 12, math.radians(-38 + turn * i / 12 - 300 * (i / 12) ** 2)
            radius = 4 + 24 * reach
            points.append((62 * reach + radius * math.cos(angle), -58 * reach + radius * math.sin(angle)))
        pen.glow(tube(points, [1.5, *([width * 0.7] * 5), *([width * 0.5] * 6), 0.8]), shade, alpha=0.88)
    for _ in range(15):
        along = lot.uniform(0.1, 1.1)
        at = (66 * along + lot.uniform(-24, 24), -60 * along + lot.uniform(-24, 24))
        _twinkle(pen, at, lot.uniform(3, 9), lot.choice((GOLD, lighten(tone, 0.55), (255, 244, 206))))
    _twinkle(pen, (0, 0), 15, lighten(tone, 0.5))


@thing("burst of sparkles", cm=60)
def draw_sparkles(pen: Pen, look: Look) -> None:
    """Twinkling stars around a point."""
    tone, lot = look.colour(GOLD), look.random("sparkles")
    for i in range(9):
        angle, radius = math.radians(40 * i + lot.uniform(-12, 12)), lot.uniform(24, 50)
        _twinkle(pen, (radius * math.cos(angle), radius * math.sin(angle)), lot.uniform(4, 10), tone)


@thing("clash star", cm=60)
def draw_clash(pen: Pen, look: Look) -> None:
    """The star of a blow, as comics draw it."""
    tone = look.colour((255, 214, 74))
    pen.fill(turned(star(0, 0, 50, 24, 9), 8), darken(tone, 0.2) if not look.colours else tone, "flat", line=0.8)
    pen.fill(turned(star(0, 0, 38, 18, 9), 8), tone, "flat", line=0)
    pen.fill(turned(star(0, 0, 22, 10, 9), 14), (255, 250, 226), "flat", line=0)
    for i in range(9):
        angle = math.radians(40 * i - 62)
        ends = [(r * math.cos(angle), r * math.sin(angle)) for r in (53, 64)]
        pen.line(curve(*ends), (255, 246, 214), 2.4)


def _heart(x: float, y: float, size: float, turn: float) -> skia.Path:
    """The outline of a heart around (x, y), `size` wide."""
    right = [(0.0, -0.2), (0.16, -0.38), (0.38, -0.36), (0.5, -0.16), (0.42, 0.1), (0.22, 0.32)]
    outline = [*right, (0.0, 0.5), *((-a, b) for a, b in reversed(right[1:]))]
    return turned(smooth([(x + a * size, y + b * size) for a, b in outline]), turn, x, y)


@thing("floating hearts", cm=60)
def draw_hearts(pen: Pen, look: Look) -> None:
    """Hearts that rise, the largest in the middle."""
    tone = look.colour(LOVE)
    for x, y, size, turn in (
        (0, -22, 32, -6), (-34, -44, 19, -18), (31, -52, 22, 16), (-8, -72, 15, 8), (24, -86, 10, -8),
    ):  # fmt: skip
        pen.fill(_heart(x, y, size, turn), tone, "glossy", line=0.6)
        pen.decal(ellipse(x - size * 0.22, y - size * 0.2, size * 0.1, size * 0.06, -30), (255, 236, 240), alpha=0.8)


@thing("rising notes", cm=60)
def draw_notes(pen: Pen, look: Look) -> None:
    """Notes of music that rise to the right."""
    for i, (x, y, size) in enumerate(((8, -14, 1.0), (34, -40, 1.25), (10, -62, 0.8), (58, -74, 1.05))):
        tone = look.colour(((98, 74, 190), (214, 84, 132), (40, 132, 170), (226, 140, 40))[i])
        with pen.at(x, y, size, turn=10 if i % 2 else -8):
            heads = [(0.0, 0.0)] if i % 2 else [(0.0, 0.0), (15.0, -2.0)]
            for head in heads:
                pen.fill(ellipse(*head, 5.4, 4, -24), tone, "glossy", line=0.5)
                pen.fill(tube([(head[0] + 4.6, head[1] - 1), (head[0] + 4.6, head[1] - 22)], 1.8), tone, "flat", line=0)
            if len(heads) == 1:
                pen.fill(tube([(4.6, -22), (9, -16), (12, -10)], [4, 3, 0.8]), tone, "flat", line=0)
            else:
                pen.fill(tube([(4.6, -21.5), (19.6, -23.5)], 4), tone, "flat", line=0)


@thing("thought cloud", cm=70)
def draw_thought(pen: Pen, look: Look) -> None:
    """A cloud of thought above the right side of a head, with a light bulb in it."""
    paper = look.colour((255, 255, 255))
    pen.fill(ellipse(4, -6, 4.4, 3.6), paper, "flat", line=0.7)
    pen.fill(ellipse(14, -17, 6.6, 5.4), paper, "flat", line=0.7)
    puffs = ((38, -52, 22), (58, -66, 22), (82, -60, 22), (92, -46, 17), (72, -38, 19), (50, -38, 17))
    pen.fill(union(*(ellipse(x, y, r, r * 0.86) for x, y, r in puffs)), paper, "flat", line=0.9)
    pen.decal(ellipse(66, -54, 20), (255, 226, 120), alpha=0.45, blur=8)
    bulb = smooth([(66, -72), (78, -64), (78, -54), (71, -45), (61, -45), (54, -54), (54, -64)])
    pen.fill(bulb, (255, 214, 84), "flat", line=0.5)
    pen.fill(tube([(62.5, -42), (69.5, -42)], 5), (132, 136, 150), "flat", line=0.4)
    pen.line(curve((61, -56), (64, -60), (66, -55), (68, -60), (71, -56)), (216, 138, 30), 1.4)

"""Bamboo: a hat woven of it, a sprig of leaves, a stand of canes."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import box, curve, ellipse, smooth, tube, turned

STRAW: Rgb = (226, 184, 106)
LEAF: Rgb = (96, 168, 60)


@thing("bamboo hat", "conical hat", "rice hat", "asian conical hat", cm=18, kind="clothes", attach="head", fit=98)
def draw_hat(pen: Pen, look: Look) -> None:
    straw = look.colour(STRAW)
    cone = smooth([(-78, 2), (-44, -34), (0, -66), (44, -34), (78, 2), (40, 13), (0, 17), (-40, 13)], tension=0.32)
    pen.fill(ellipse(0, 6, 72, 11), darken(straw, 0.45), "flat")
    pen.fill(cone, straw, "round")
    with pen.on(cone):
        for i in range(-5, 6):
            pen.line(curve((i * 2, -66), (i * 8.5, -30), (i * 15.6, 18)), darken(straw, 0.32), 1.5)
        for level in (0.24, 0.46, 0.68, 0.88):
            half, y = 78 * level, -66 + 68 * level
            pen.line(curve((-half, y - 2), (0, y + 15 * level), (half, y - 2)), darken(straw, 0.32), 1.4)
        pen.decal(ellipse(-26, -24, 30, 8, -38), lighten(straw, 0.5), alpha=0.5, blur=3)
    pen.line(curve((-78, 2), (-40, 13), (0, 17), (40, 13), (78, 2)), darken(straw, 0.42), 3.2)
    pen.fill(ellipse(0, -66, 5, 4), darken(straw, 0.2), "round", line=0.6)


def _blade(length: float, width: float, bend: float = 0.0) -> skia.Path:
    """A slender leaf along the x axis: round at the stalk, drawn out to a point that bends down."""
    upper = [(0, 0), (length * 0.12, -width * 0.8), (length * 0.38, -width), (length * 0.74, bend * 0.4 - width * 0.46)]
    lower = [(length * 0.7, bend * 0.5 + width * 0.5), (length * 0.36, width * 0.92), (length * 0.1, width * 0.6)]
    return smooth([*upper, (length, bend), *lower], tension=0.42)


@thing("bamboo leaf", "bamboo sprig", "bamboo branch", "bamboo shoot", cm=34, kind="plant", attach="hand", fit=38)
def draw_leaf(pen: Pen, look: Look) -> None:
    green = look.colour(LEAF)
    pen.fill(tube([(4, 40), (0, 0), (-4, -40), (-2, -64)], [6, 6, 5, 3]), darken(green, 0.28), "round", line=0.7)
    for x, y in ((2.6, 24), (-3, -24)):
        pen.decal(ellipse(x, y, 4, 1.8), lighten(green, 0.2))
    leaves = ((-3, -44, -160, 50), (-2, -38, -66, 38), (-1, -14, -190, 44), (0, -10, 2, 56), (-2, -62, -82, 54))
    for i, (x, y, angle, size) in enumerate(leaves):
        with pen.at(x, y, turn=angle, flip=False):
            bend = size * 0.14 * (1 if math.cos(math.radians(angle)) > 0 else -1)
            tone = lighten(green, 0.1) if i % 2 else darken(green, 0.06)
            leaf = pen.fill(_blade(size, size * 0.19, bend), tone, "soft", line=0.8)
            with pen.on(leaf):
                pen.decal(_blade(size, size * 0.19, bend * 1.6 + 9), darken(tone, 0.22), alpha=0.5)
            pen.line(curve((3, 0), (size * 0.45, bend * 0.1), (size * 0.86, bend * 0.8)), lighten(green, 0.5), 1.5)


@thing("bamboo", "bamboo stalk", "bamboo cane", "bamboo plant", cm=300, kind="plant")
def draw_stand(pen: Pen, look: Look) -> None:
    green = look.colour((124, 176, 74))
    for x, height, lean in ((-44, 190, -2), (34, 214, 2), (-8, 236, 0.5)):
        joints = int(height // 36)
        for i in range(joints):
            y = -i * 36
            with pen.at(x + lean * i * 1.4, y):
                pen.fill(box(-8, -36, 16, 36, 3), green if i % 2 else darken(green, 0.05), "round")
                pen.line(curve((-9, 0), (0, 2.5), (9, 0)), darken(green, 0.35), 2.4)
        for k in range(3):
            top = -height * (0.55 + 0.17 * k)
            for side in (1, -1):
                with pen.at(x + lean * joints, top):
                    pen.fill(turned(_blade(50, 9), -24 if side > 0 else -156), darken(LEAF, 0.06 * k), "soft", line=0.7)

"""A whole pizza; "slice" draws one slice."""

import math
import random

import skia

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, scatter
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    scaled,
)


def topping(pen: Pen, area: skia.Path, rng: random.Random, count: int) -> None:
    for i, (x, y) in enumerate(scatter(area, count, rng)):
        if i % 3 == 2:
            leaf(pen, x, y, 13, rng.uniform(0, 360), (84, 150, 64))
        elif i % 3 == 1:
            pen.line(ellipse(x, y, 4, 2.6), (52, 44, 48), 2.4)
        else:
            pen.fill(ellipse(x, y, 11, 8), (196, 58, 44), "glossy", line=0.5)
            for dx, dy in ((-4, -2), (3, 1), (0, 4)):
                pen.decal(ellipse(x + dx, y + dy, 1.4, 1), (236, 140, 110), alpha=0.8)


@thing("pizza slice", "slice of pizza", cm=18, kind="food", attach="hand", fit=70)
@thing("pizza", "pepperoni pizza", cm=10, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    cheese = look.colour((252, 206, 96))
    rng = look.random("toppings")
    if "slice" in look.noun:
        pen.fill(organic("-58 -128 0 -140 58 -128 62 -112 6 -2 -6 -2 -62 -112", 0.2), (214, 150, 78), "soft")
        area = facet("-54 -116 0 -124 54 -116 2 -6", 6)
        pen.fill(area, cheese, "glossy", line=0.4)
        pen.fill(organic("-30 -70 -22 -66 -18 -36 -24 -30 -28 -40"), cheese, "glossy", line=0.5)
        with pen.on(area):
            topping(pen, scaled(area, 0.84, 0.84, 0, -80), rng, 9)
        pen.fill(organic("-64 -122 -30 -136 0 -140 30 -136 64 -122 58 -110 0 -124 -58 -110"), (226, 164, 90), "soft")
        return
    pen.fill(ellipse(0, -36, 104, 46), (188, 124, 62), "soft")
    pen.fill(ellipse(0, -42, 104, 45), (226, 164, 90), "soft", line=0.6)
    for a in range(0, 360, 24):
        pen.decal(
            ellipse(98 * math.cos(math.radians(a)), -42 + 41 * math.sin(math.radians(a)), 8, 3.4),
            (160, 92, 44),
            alpha=0.35,
            blur=2,
        )
    pen.fill(ellipse(0, -42, 90, 37), (196, 62, 40), "flat", line=0)
    area = ellipse(0, -42, 86, 34.5)
    pen.fill(area, cheese, "glossy", line=0.3)
    with pen.on(area):
        for x, y in scatter(area, 14, rng):
            pen.decal(ellipse(x, y, rng.uniform(6, 14), rng.uniform(3, 6)), (255, 236, 170), alpha=0.5, blur=2)
        for a in range(0, 180, 45):
            c, s = 90 * math.cos(math.radians(a)), 37 * math.sin(math.radians(a))
            pen.line(curve((-c, -42 - s), (c, -42 + s)), (196, 130, 52), 1.6, alpha=0.7)
    topping(pen, scaled(area, 0.86, 0.82, 0, -42), rng, 24)

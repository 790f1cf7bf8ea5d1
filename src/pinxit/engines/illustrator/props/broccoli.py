"""A head of broccoli."""

import math

import skia

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import scatter
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    minus,
    union,
)


@thing("broccoli", cm=14, kind="food", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    green = look.colour((240, 232, 206) if look.noun == "cauliflower" else (70, 138, 62))
    stalk = (164, 196, 106)
    pen.fill(organic("-15 -50 -14 -20 -18 0 18 0 14 -20 16 -50 34 -66 -34 -66"), stalk, "soft")
    pen.line(stroke("-4 -4 -4 -30 -16 -52"), darken(stalk, 0.2), 1.8)
    pen.line(stroke("6 -4 6 -30 18 -54"), darken(stalk, 0.2), 1.8)
    rng = look.random("florets")
    for x, y, r in ((-34, -66, 22), (34, -66, 22), (-20, -88, 24), (22, -88, 24), (0, -102, 22), (0, -70, 26)):
        bumps = [
            ellipse(x + r * 0.8 * math.cos(a), y + r * 0.75 * math.sin(a), r * 0.38)
            for a in (k * 0.7 for k in range(9))
        ]
        floret = union(ellipse(x, y, r * 0.85), *bumps)
        pen.fill(floret, darken(green, rng.uniform(0, 0.1)), "soft", line=0.7)
        with pen.on(floret):
            for px, py in scatter(floret, 16, rng):
                pen.decal(arcdot(px, py), darken(green, 0.3), alpha=0.45)
                pen.decal(ellipse(px - 1.4, py - 1.6, 2.4), lighten(green, 0.3), alpha=0.55)


def arcdot(x: float, y: float) -> skia.Path:
    """A small crescent under a bud."""
    return minus(ellipse(x, y, 3.2), ellipse(x - 1, y - 1.4, 3))

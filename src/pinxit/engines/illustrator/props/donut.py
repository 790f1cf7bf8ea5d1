"""A glazed ring doughnut with sprinkles."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs, scatter
from pinxit.engines.illustrator.shapes import (
    arc,
    curve,
    ellipse,
    minus,
    scaled,
    smooth,
    union,
)


@thing("donut", "doughnut", "bagel", cm=6, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    icing = look.colour((244, 140, 176))
    dough = (222, 160, 88)
    ring = minus(ellipse(0, -38, 68, 38), ellipse(0, -42, 20, 8.5))
    pen.fill(union(ellipse(0, -32, 68, 32), ellipse(0, -40, 66, 36)), dough, "soft")
    pen.line(arc(0, -30, 66, 24, 10, 160), lighten(dough, 0.5), 4, alpha=0.6, blur=1.5)
    pen.decal(ellipse(0, -42, 21, 9.5), darken(dough, 0.5))
    if look.noun == "bagel":
        crumbs(pen, ring, dough, 60, look.random("seeds"))
        return
    edge = [
        (
            66 * math.cos(math.radians(a)) * (0.95 + 0.04 * math.sin(a * 0.16)),
            -44 + 34 * math.sin(math.radians(a)) * (0.9 + 0.1 * math.sin(a * 0.13 + 1)),
        )
        for a in range(0, 360, 15)
    ]
    top = minus(smooth(edge), ellipse(0, -44, 22, 9.5))
    pen.fill(top, icing, "glossy", line=0.7)
    pen.line(arc(0, -44, 21, 9, 20, 140), lighten(icing, 0.6), 2, alpha=0.7)
    pen.line(arc(-4, -46, 50, 24, 190, 70), WHITE, 4, alpha=0.55, blur=1)
    rng = look.random("sprinkles")
    hues = ((255, 236, 110), (110, 190, 236), (255, 255, 255), (236, 72, 92), (130, 206, 130))
    for i, (x, y) in enumerate(scatter(scaled(top, 0.9, 0.85, 0, -44), 34, rng)):
        a = rng.uniform(0, 3.1)
        pen.line(curve((x, y), (x + 5 * math.cos(a), y + 3.4 * math.sin(a))), hues[i % 5], 2.4)

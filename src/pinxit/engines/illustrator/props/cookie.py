"""A chocolate-chip cookie."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs, scatter
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
    scaled,
    smooth,
)


@thing("cookie", "cookies", "biscuit", "chocolate chip cookie", cm=7, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    dough = look.colour((216, 160, 94))
    rng = look.random("chips")
    edge = [
        (
            (58 + rng.uniform(-2.5, 2.5)) * math.cos(a / 12 * math.pi),
            -58 + (57 + rng.uniform(-2.5, 2.5)) * math.sin(a / 12 * math.pi),
        )
        for a in range(24)
    ]
    body = smooth(edge)
    pen.fill(moved(body, 2, 4), darken(dough, 0.3), "flat")
    pen.fill(body, dough, "soft")
    crumbs(pen, body, dough, 60, rng)
    for x, y in scatter(scaled(body, 0.84, 0.84, 0, -58), 12, rng):
        chip = smooth(
            [
                (x + rng.uniform(5, 8) * math.cos(k * 1.05), y + rng.uniform(4.5, 7) * math.sin(k * 1.05))
                for k in range(6)
            ]
        )
        pen.decal(moved(chip, 1, 1.6), darken(dough, 0.4), alpha=0.6, blur=1)
        pen.fill(chip, (84, 46, 30), "glossy", line=0.4)
        pen.decal(ellipse(x - 2, y - 2, 1.6, 1), WHITE, alpha=0.5)
    with pen.on(body):
        pen.line(stroke("-30 -30 -18 -38 -8 -34"), darken(dough, 0.3), 1.6, alpha=0.6)
        pen.line(stroke("14 -84 26 -78 30 -68"), darken(dough, 0.3), 1.6, alpha=0.6)

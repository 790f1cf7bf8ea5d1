"""A taco."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
)


@thing("taco", "tacos", cm=9, kind="food", attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    shell = look.colour((244, 190, 86))
    back = organic("-76 -6 -70 -50 -36 -84 6 -90 46 -78 74 -44 78 -6", 0.4)
    pen.fill(moved(back, 5, -7), darken(shell, 0.18), "soft")
    rng = look.random("filling")
    for i in range(26):
        a = math.radians(190 + 160 * i / 25)
        x, y = 70 * math.cos(a), -6 + 80 * math.sin(a)
        rgb = ((112, 176, 66), (214, 56, 46), (122, 72, 44), (255, 206, 80))[i % 4]
        pen.fill(ellipse(x + rng.uniform(-3, 3), y, 11, 8, rng.uniform(0, 180)), rgb, "soft", line=0.5)
    front = organic("-80 0 -74 -42 -40 -72 0 -78 42 -70 72 -40 80 0 0 2", 0.4)
    pen.fill(front, shell, "soft")
    crumbs(pen, front, shell, 50, rng)

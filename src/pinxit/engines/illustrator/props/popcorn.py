"""A striped tub of popcorn."""

import math

from pinxit.engines.illustrator.colours import (
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import (
    ellipse,
    polygon,
    taper,
    union,
)


@thing("popcorn", "bucket of popcorn", cm=20, kind="food", attach="hand", fit=66)
def draw(pen: Pen, look: Look) -> None:
    rng = look.random("corn")
    for y, count in ((-118, 3), (-106, 5), (-94, 6), (-84, 7)):
        for i in range(count):
            x = (i - (count - 1) / 2) * 15 + rng.uniform(-3, 3)
            puff = union(
                *[
                    ellipse(x + 6 * math.cos(k + i), y + 5 * math.sin(k + i), rng.uniform(5, 8))
                    for k in (0, 1.6, 3.1, 4.7)
                ]
            )
            pen.fill(puff, mix((255, 248, 224), (255, 226, 150), rng.random()), "soft", line=0.6)
            pen.decal(ellipse(x, y + 2, 2.4), (226, 160, 60), alpha=0.7)
    tub = taper(104, 76, -84, 0)
    red = look.colour((210, 44, 48))
    pen.fill(tub, (252, 248, 240), "round")
    with pen.on(tub):
        for i in range(-3, 4):
            pen.decal(polygon([(i * 29 - 8, -86), (i * 29 + 8, -86), (i * 21 + 6, 2), (i * 21 - 6, 2)]), red)
    pen.anchor("text", 0, -42, 60)

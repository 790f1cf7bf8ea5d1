"""A knitted cap with a cuff and a bobble."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    union,
)


@thing(
    "beanie",
    "knit hat",
    "woolly hat",
    "winter hat",
    "knitted hat",
    "woolen hat",
    cm=18,
    kind="clothes",
    attach="head",
    fit=100,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 96, 60), "soft", "knit")
    pen.fill(
        union(*[ellipse(14 * math.cos(a), -82 + 12 * math.sin(a), 10) for a in range(7)]),
        look.colour((248, 236, 214), 1),
        "soft",
    )
    crown = organic("-54 6 -54 -30 -38 -64 0 -76 38 -64 54 -30 54 6", 0.45)
    coat(pen, crown, what)
    with pen.on(crown):
        for i in range(-5, 6):
            for y in range(-74, 0, 8):
                x = i * 10.5 * math.sqrt(max(0.1, 1 - (y / 84) ** 2))
                pen.line(stroke(f"{x - 3.5} {y - 4} {x} {y} {x + 3.5} {y - 4}"), darken(what.rgb, 0.24), 1.2, alpha=0.6)
    cuff = organic("-58 -14 0 -8 58 -14 60 10 0 18 -60 10", 0.4)
    coat(pen, cuff, what.tone(0.1))
    for x in range(-54, 55, 9):
        pen.line(
            curve((x, -11 + 5 * (1 - (x / 58) ** 2)), (x, 9 + 6 * (1 - (x / 58) ** 2))),
            darken(what.rgb, 0.22),
            1.6,
            alpha=0.6,
        )

"""A necklace; "pearl" strings pearls."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.shapes import (
    ellipse,
    polygon,
)


@thing(
    "necklace",
    "pearl necklace",
    "pendant",
    "gold chain",
    "collar",
    cm=20,
    kind="clothes",
    attach="neck",
    fit=110,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 190, 76), "metal")
    spots = [(56 * math.sin(math.radians(a)), -14 + 62 * (1 - abs(a / 84) ** 2.2)) for a in range(-84, 85, 7)]
    pearls = "pearl" in look.noun
    for x, y in spots:
        pen.fill(
            ellipse(x, y, 4.6 if pearls else 3),
            (248, 242, 232) if pearls else what.rgb,
            "glossy" if pearls else "metal",
            line=0.5,
        )
    if not pearls:
        pen.fill(halved("0 50 10 58 14 72 0 88"), look.part("jewel", (206, 36, 66)), "glossy")
        pen.decal(polygon([(-5, 62), (3, 58), (1, 70)]), WHITE, alpha=0.6)

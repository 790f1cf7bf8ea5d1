"""An envelope with a seal."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, halved
from pinxit.engines.illustrator.shapes import (
    box,
    moved,
    polygon,
    smooth,
)


@thing(
    "letter", "envelope", "mail", "love letter", "card", "greeting card", cm=12, kind="object", attach="hand", fit=80
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (246, 236, 214), "round")
    coat(pen, box(-84, -112, 168, 112, 3), what)
    pen.line(polygon([(-82, -2), (-10, -58), (10, -58), (82, -2)], closed=False), darken(what.rgb, 0.25), 1.6)
    flap = facet("-84 -111 84 -111 6 -48 -6 -48", 4)
    pen.decal(moved(flap, 0, 4), darken(what.rgb, 0.4), alpha=0.4, blur=3)
    coat(pen, flap, what.tone(0.08))
    seal = look.part("seal", (196, 36, 46))
    pen.fill(
        smooth(
            [
                (13 * math.cos(k * 0.7) * (1 + 0.1 * (k % 2)), -52 + 13 * math.sin(k * 0.7) * (1 + 0.1 * (k % 2)))
                for k in range(9)
            ]
        ),
        seal,
        "glossy",
    )
    pen.decal(halved("0 -56 4 -60 8 -56 0 -46"), darken(seal, 0.35))
    pen.anchor("text", 0, -22, 110)

"""An ear of corn in its husk."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("corn", "corn on the cob", "maize", "ear of corn", cm=20, kind="food", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    grain = look.colour((250, 206, 60))
    cob = halved("0 -132 14 -126 24 -100 27 -60 20 -10 0 0")
    husk = (126, 172, 74)
    pen.fill(organic("-4 0 -46 -40 -50 -96 -30 -70 -10 -40"), darken(husk, 0.12), "soft")
    pen.fill(organic("4 0 46 -40 52 -92 30 -70 10 -40"), darken(husk, 0.12), "soft")
    pen.fill(cob, darken(grain, 0.2), "round")
    with pen.on(cob):
        for row in range(17):
            for i in range(-3, 4):
                x = i * 8 * math.cos(i * 0.16)
                pen.fill(box(x - 3.8, -131 + row * 8, 7.4, 7.4, 2.8), grain, "glossy", line=0)
                pen.decal(ellipse(x - 1, -129 + row * 8, 1.4, 1), WHITE, alpha=0.6)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("0 4 -26 -10 -32 -44 -26 -78 -12 -44 2 -16"), husk, "soft")
            pen.line(stroke("-2 0 -20 -24 -26 -68"), darken(husk, 0.25), 1.2)

"""A toilet."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("toilet", "lavatory", cm=78, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (244, 244, 242), "glossy", "ceramic")
    coat(pen, box(-42, -140, 84, 62, 8), what)
    coat(pen, box(-46, -148, 92, 13, 5), what.tone(0.1))
    pen.fill(ellipse(0, -150, 9, 3.4), (190, 196, 204), "metal", line=0.6)
    coat(pen, organic("-34 -70 34 -70 30 -34 28 -8 34 0 -34 0 -28 -8 -30 -34", 0.3), what.tone(-0.04))
    coat(pen, ellipse(0, -66, 58, 24), what)
    pen.fill(ellipse(0, -67, 40, 14), darken(what.rgb, 0.3), "flat", line=0.6)
    with pen.on(ellipse(0, -67, 40, 14)):
        pen.decal(ellipse(0, -60, 34, 10), (150, 200, 222))
    pen.line(ellipse(0, -67, 50, 19), darken(what.rgb, 0.16), 1.4)
    pen.anchor("seat", 0, -68, 80)

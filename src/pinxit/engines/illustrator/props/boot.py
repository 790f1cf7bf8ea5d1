"""A boot."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("boot", "boots", "cowboy boot", "rain boot", "hiking boot", cm=28, kind="clothes", faces=1)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (140, 86, 50), "glossy", "leather")
    coat(pen, organic("-56 -140 -10 -146 20 -136 16 -90 22 -58 60 -46 84 -26 86 -10 -56 -10 -60 -60", 0.35), what)
    pen.fill(ellipse(-18, -140, 38, 7), darken(what.rgb, 0.55), "flat", line=0.6)
    pen.line(stroke("-54 -128 -18 -124 18 -128"), lighten(what.rgb, 0.5), 1.4)
    pen.line(stroke("14 -60 0 -40 -20 -34 -56 -36"), darken(what.rgb, 0.35), 2)
    pen.line(stroke("-40 -110 -20 -90 4 -110"), lighten(what.rgb, 0.4), 1.6)
    pen.line(stroke("-40 -96 -20 -76 4 -96"), lighten(what.rgb, 0.4), 1.6)
    pen.fill(organic("-60 -14 0 -12 84 -14 90 -6 82 0 0 -2 -14 -2 -18 4 -58 4", 0.2), darken(what.rgb, 0.5), "round")

"""A hair dryer."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("hair drier", "hair dryer", "hairdryer", "blow dryer", cm=24, kind="object", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 88, 128), "glossy")
    with pen.at(0, 0):
        coat(pen, facet("-14 -40 14 -44 6 46 -22 44", 7), what.tone(-0.1))
        pen.line(stroke("-10 44 -16 70 -40 84"), (48, 48, 56), 5)
        coat(pen, organic("-40 -86 -10 -92 60 -80 62 -44 -8 -36 -40 -42 -54 -64", 0.35), what)
        coat(pen, facet("58 -80 86 -86 86 -38 58 -44", 3), Finish((56, 56, 64), "glossy"))
        pen.fill(ellipse(-20, -64, 18), darken(what.rgb, 0.35), "round", line=0.6)
        for r in (5, 10, 15):
            pen.line(ellipse(-20, -64, r), lighten(what.rgb, 0.3), 1.2)
        pen.fill(box(-8, -20, 8, 14, 3), WHITE, "round", line=0.5)

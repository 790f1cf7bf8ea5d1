"""A dinner plate."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
)


@thing("plate", "dinner plate", "platter", cm=4, kind="vessel")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (246, 243, 236), "glossy", "ceramic")
    shape = Turned("76 -14 70 -10 52 -4 32 -1 26 0", 0.36)
    coat(pen, shape.outline(), what.tone(-0.15))
    coat(pen, shape.cap(-14), what, line=0.7)
    with pen.on(shape.cap(-14)):
        patterned(pen, shape.cap(-14), look, what.rgb)
    wide = 52.0
    pen.decal(
        ellipse(0, -12.5, wide, 18),
        Gradient(
            (-wide, -30),
            (wide, 4),
            ((0, darken(what.rgb, 0.16)), (0.6, darken(what.rgb, 0.02)), (1, lighten(what.rgb, 0.6))),
        ),
    )
    pen.line(ellipse(0, -14, 72.5, 26), look.colour((66, 112, 160), 1), 2)
    pen.line(arc(0, -14, 75, 26.6, 140, 100), lighten(what.rgb, 0.9), 1.2)
    pen.anchor("top", 0, -10, 96)
    pen.anchor("inside", 0, -10, 96)

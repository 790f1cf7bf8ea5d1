"""A beret."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke


@thing("beret", "french beret", cm=9, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 36, 48), "soft", "cloth")
    shape = organic("-54 4 -72 -14 -64 -40 -20 -54 30 -50 62 -30 58 -4 50 6 0 12", 0.5)
    coat(pen, shape, what)
    pen.line(stroke("-52 2 0 9 50 3"), darken(what.rgb, 0.4), 5)
    pen.line(stroke("2 -52 4 -60 8 -63"), darken(what.rgb, 0.2), 4)
    with pen.on(shape):
        pen.line(stroke("-50 -2 -56 -18 -40 -30"), darken(what.rgb, 0.3), 3, alpha=0.4, blur=2)

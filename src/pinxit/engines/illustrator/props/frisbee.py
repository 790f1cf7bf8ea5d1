"""A frisbee."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("frisbee", "flying disc", cm=6, kind="object", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 92, 62), "glossy")
    shape = Turned("60 -22 68 -17 70 -8 68 0", 0.34)
    coat(pen, shape.outline(), what.tone(-0.12))
    coat(pen, shape.cap(-22), what, line=0.6)
    for share in (0.86, 0.5):
        pen.line(ellipse(0, -22, 60 * share, 20.4 * share), lighten(what.rgb, 0.5), 1.8, alpha=0.8)
    pen.anchor("text", 0, -22, 56)

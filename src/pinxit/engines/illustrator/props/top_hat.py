"""A top hat."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
)


@thing("top hat", "magician hat", "tophat", cm=18, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (44, 42, 50), "glossy")
    coat(pen, ellipse(0, 6, 82, 17), what.tone(-0.2))
    coat(pen, ellipse(0, 2, 82, 17), what)
    pen.line(arc(0, 1, 79, 15, 100, 140), lighten(what.rgb, 0.5), 1.4, alpha=0.7)
    tube_shape = Turned("58 -112 54 -90 50 -50 51 -10 52 2", 0.2)
    coat(pen, tube_shape.outline(), what)
    with pen.on(tube_shape.outline()):
        pen.decal(tube_shape.band(-24, 3), look.colour((170, 38, 48), 1))
        pen.decal(tube_shape.patch(-58, -40, -104, -28), lighten(what.rgb, 0.7), alpha=0.4, blur=2)
    coat(pen, tube_shape.cap(-112), what.tone(0.18), line=0.7)
    pen.anchor("top", 0, -112, 70)

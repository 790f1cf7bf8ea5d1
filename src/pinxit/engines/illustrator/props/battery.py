"""A battery."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    curve,
)


@thing("battery", "batteries", cm=5, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (44, 48, 56), "metal")
    knob = Turned("12 -138 12 -132 12 -126", 0.28)
    pen.fill(knob.outline(), (206, 210, 216), "metal")
    shape = Turned("36 -128 36 -80 36 -20 36 0", 0.28)
    coat(pen, shape.outline(), what)
    with pen.on(shape.outline()):
        pen.decal(shape.band(-130, -92), look.colour((222, 154, 62), 1))
        pen.decal(shape.patch(-56, -36, -120, -4), WHITE, alpha=0.35, blur=2)
    pen.fill(shape.cap(-128), (206, 210, 216), "metal", line=0.6)
    pen.fill(knob.outline(), (214, 218, 224), "metal", line=0.7)
    pen.line(curve((-7, -110), (7, -110)), WHITE, 4)
    pen.line(curve((0, -117), (0, -103)), WHITE, 4)
    pen.anchor("text", 0, -46, 52)

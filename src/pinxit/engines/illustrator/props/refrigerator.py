"""A refrigerator."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("refrigerator", "fridge", "freezer", cm=175, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 224, 220), "glossy")
    rounded_block(pen, (-56, 0, 0), (108, 206, 40), 12, what)
    pen.line(curve((-56, -140), (52, -140)), darken(what.rgb, 0.45), 2.4)
    for y, high in ((-176, 26), (-126, 42)):
        pen.fill(box(-46, y, 7, high, 3.5), (170, 176, 186), "metal", line=0.7)
    for x, y, rgb in ((10, -118, (250, 226, 110)), (24, -100, (244, 150, 150))):
        pen.fill(box(x, y, 20, 20, 1), rgb, "flat", line=0.5)
        pen.decal(ellipse(x + 10, y + 2, 3), (206, 50, 50))
    pen.anchor("top", 6, -208, 90)
    pen.anchor("text", -2, -170, 70)

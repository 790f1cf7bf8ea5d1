"""A shield with a cross or a boss."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    scaled,
)


@thing("shield", "knight shield", "round shield", cm=80, kind="object", attach="hand", fit=30)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (56, 92, 158), "glossy")
    metal = look.colour((222, 184, 96), 1)
    shape = (
        ellipse(0, 0, 64) if look.noun == "round shield" else halved("0 -76 30 -70 60 -72 58 -10 40 40 0 76", 0, 0.35)
    )
    pen.fill(shape, metal, "metal")
    inner = scaled(shape, 0.87, 0.88)
    coat(pen, inner, what, line=0.7)
    with pen.on(inner):
        pen.decal(box(-9, -90, 18, 180), metal)
        pen.decal(box(-80, -22, 160, 18), metal)
    pen.fill(ellipse(0, -13, 17), metal, "metal", line=0.8)
    for x, y in ((-46, -60), (46, -60), (0, 66), (-50, 4), (50, 4)):
        pen.fill(ellipse(x, y, 3.4), lighten(metal, 0.3), "metal", line=0.4)

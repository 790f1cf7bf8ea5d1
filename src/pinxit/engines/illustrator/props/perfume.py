"""A perfume bottle."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import (
    box,
    polygon,
)


@thing("perfume bottle", "perfume", "cologne", "fragrance bottle", cm=12, kind="vessel", attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    liquid = look.colour((240, 176, 186))
    pen.fill(box(-46, -90, 92, 90, 12), (222, 232, 238), "glass")
    pen.fill(box(-37, -72, 74, 62, 7), liquid, "glossy", alpha=0.85, line=0.4)
    pen.fill(box(-46, -90, 92, 90, 12), (236, 240, 244), "glass", alpha=0.5)
    pen.decal(polygon([(-40, -6), (-40, -84), (-26, -84), (-32, -6)]), WHITE, alpha=0.55, blur=1)
    gold = look.part("cap", (230, 190, 104))
    pen.fill(box(-13, -102, 26, 14, 2), gold, "metal", line=0.8)
    pen.fill(box(-19, -138, 38, 37, 5), gold, "metal")
    pen.decal(box(-24, -58, 48, 34, 2), (252, 248, 240), alpha=0.9)
    pen.line(box(-21, -55, 42, 28, 1), gold, 1)
    pen.anchor("text", 0, -41, 40)

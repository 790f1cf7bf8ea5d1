"""A stove with its oven, or a microwave by name."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    polygon,
)


@thing("microwave", "microwave oven", cm=30, kind="furniture")
@thing("oven", "stove", "cooker", cm=85, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (222, 224, 228), "glossy")
    micro = "microwave" in look.noun
    wide, high = (190.0, 108.0) if micro else (140.0, 160.0)
    block(pen, (-wide / 2, 0, 0), (wide, high, 40), what)
    glass = box(
        -wide / 2 + 12, -high + (12 if micro else 50), wide * (0.66 if micro else 0.83), high - (24 if micro else 70), 6
    )
    pen.fill(glass, (52, 54, 62), "glossy", line=0.7)
    with pen.on(glass):
        pen.decal(polygon([(-60, 0), (-10, -170), (20, -170), (-30, 0)]), WHITE, alpha=0.16)
        for y in (-40, -62):
            pen.line(curve((-wide, y), (wide, y)), (120, 124, 134), 1.2, alpha=0.6)
    if micro:
        pen.fill(box(54, -96, 34, 14, 2), (30, 60, 52), "flat", line=0.5)
        for row in range(4):
            for i in range(3):
                pen.fill(box(55 + i * 11.6, -76 + row * 13, 9, 9, 2), darken(what.rgb, 0.14), "round", line=0.4)
        pen.fill(box(46, -92, 4.4, 74, 2), (150, 156, 164), "metal", line=0.5)
    else:
        for x in (-48, -16, 16, 48):
            pen.fill(ellipse(x, -138, 9), (58, 58, 66), "glossy", line=0.6)
            pen.line(curve((x, -138), (x, -145)), WHITE, 2)
        pen.fill(box(-50, -122, 100, 6, 3), (150, 156, 164), "metal", line=0.6)
        for x, y in ((-34, -164), (34, -164), (-20, -171), (48, -171)):
            pen.fill(ellipse(x + 6, y, 20, 4), (50, 50, 56), "flat", line=0.4)
    pen.anchor("top", 8, -high - 8, wide * 0.8)
    pen.anchor("inside", 0, -high * 0.4, wide * 0.5)

"""A mirror in its frame."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    ellipse,
    minus,
    moved,
    polygon,
)


@thing("mirror", "wall mirror", "looking glass", cm=80, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (208, 162, 74), "metal")
    frame = ellipse(0, -92, 66, 90)
    coat(pen, frame, what)
    for i in range(28):
        a = math.radians(i * 360 / 28)
        coat(pen, ellipse(61 * math.cos(a), -92 + 84 * math.sin(a), 5), what.tone(0.08), line=0.4)
    glass = ellipse(0, -92, 53, 76)
    pen.fill(
        glass,
        Gradient((-40, -150), (40, -30), ((0, (226, 240, 246)), (0.5, (178, 204, 218)), (1, (150, 178, 198)))),
        "flat",
        line=0.6,
    )
    with pen.on(glass):
        for x, wide in ((-40, 22), (-8, 8)):
            pen.decal(
                polygon([(x, 0), (x + 90, -190), (x + 90 + wide, -190), (x + wide, 0)]), WHITE, alpha=0.45, blur=1
            )
        pen.decal(minus(glass, moved(glass, 3, 4)), (70, 80, 100), alpha=0.5, blur=3)
    coat(pen, organic("-24 -176 -12 -190 0 -198 12 -190 24 -176 0 -182"), what.tone(0.1), line=0.7)
    pen.anchor("face", 0, -92, 80)

"""A wristwatch."""

import math

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.shapes import (
    box,
    common,
    curve,
    ellipse,
    polygon,
    taper,
)


@thing("watch", "wristwatch", "wrist watch", "pocket watch", "smartwatch", cm=20, kind="object", attach="hand", fit=90)
def draw(pen: Pen, look: Look) -> None:
    strap = look.colour((110, 68, 44))
    case = finish(look, (226, 180, 84), "metal") if look.material else Finish((226, 180, 84), "metal")
    for y0, y1 in ((-190, -110), (-80, 0)):
        band = taper(38 if y0 > -100 else 30, 30 if y0 > -100 else 38, y0, y1, 0, 4)
        pen.fill(band, strap, "soft")
        for x in (-13, 13):
            for y in range(y0 + 6, y1 - 4, 7):
                pen.line(curve((x, y), (x, y + 3.4)), lighten(strap, 0.5), 1.2)
    for y in (-20, -34, -48):
        pen.decal(ellipse(0, y, 2.4), darken(strap, 0.5))
    coat(pen, box(38, -101, 9, 12, 2), case.tone(-0.1), line=0.7)
    coat(pen, ellipse(0, -95, 42), case)
    pen.fill(ellipse(0, -95, 35), (250, 246, 236), "round", line=0.5)
    for i in range(12):
        a = math.radians(i * 30)
        pen.line(
            curve((27 * math.sin(a), -95 - 27 * math.cos(a)), (32 * math.sin(a), -95 - 32 * math.cos(a))),
            INK,
            2.2 if i % 3 == 0 else 1.2,
        )
    pen.line(curve((0, -95), (-13, -107)), INK, 3)
    pen.line(curve((0, -95), (14, -116)), INK, 2)
    pen.fill(ellipse(0, -95, 2.6), (200, 50, 46), "flat", line=0.3)
    pen.decal(common(ellipse(0, -95, 34), polygon([(-34, -90), (0, -132), (14, -132), (-28, -74)])), WHITE, alpha=0.35)

"""A crown with stones."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    polygon,
    rounded,
    union,
)


@thing("crown", "tiara", "royal crown", "golden crown", "diadem", cm=14, kind="clothes", attach="head", fit=96)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (238, 188, 66), "metal")
    inner = organic("-50 -6 0 -18 50 -6 46 -30 0 -34 -46 -30", 0.3)
    pen.fill(inner, darken(what.rgb, 0.4), "flat", line=0.6)
    body = polygon(points("-52 6 -62 -54 -34 -24 -24 -64 -2 -28 0 -74 2 -28 24 -64 34 -24 62 -54 52 6"))
    base = organic("-52 4 0 14 52 4 54 -14 0 -6 -54 -14", 0.3)
    coat(pen, union(rounded(body, 2), base), what)
    for x, y in ((-62, -56), (-24, -67), (0, -78), (24, -67), (62, -56)):
        pen.fill(ellipse(x, y, 5.6), what.tone(0.2).rgb, "metal", line=0.6)
    pen.line(stroke("-52 -9 0 1 52 -9"), darken(what.rgb, 0.35), 1.5)
    pen.line(stroke("-52 3 0 13 52 3"), darken(what.rgb, 0.35), 1.5)
    for x, y, rgb in (
        (-36, 0, (52, 116, 206)),
        (0, 5, (204, 30, 60)),
        (36, 0, (52, 116, 206)),
        (-19, 3, (60, 170, 110)),
        (19, 3, (60, 170, 110)),
    ):
        pen.fill(ellipse(x, y, 6 if rgb[0] > 100 else 4.6, 5), look.part("jewel", rgb), "glossy", line=0.5)
        pen.decal(ellipse(x - 1.6, y - 1.6, 1.4), WHITE, alpha=0.8)

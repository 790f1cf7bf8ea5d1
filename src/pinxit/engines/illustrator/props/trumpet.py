"""A trumpet."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("trumpet", "horn", "bugle", "trombone", "french horn", cm=20, kind="object", attach="hand", fit=66, faces=1)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 186, 70), "metal")
    pen.line(stroke("-30 16 30 16 46 4 30 -10"), darken(what.rgb, 0.2), 7)
    pen.line(stroke("-30 16 -46 4 -30 -10"), darken(what.rgb, 0.2), 7)
    for x in (-14, 2, 18):
        coat(pen, box(x - 6, -22, 12, 46, 4), what.tone(0.05), line=0.8)
        pen.line(curve((x, -22), (x, -32)), what.rgb, 3)
        pen.fill(ellipse(x, -33, 5.4, 3), (246, 240, 226), "glossy", line=0.6)
    bell = organic("-108 -12 -40 -14 50 -15 84 -24 108 -46 114 -46 114 26 108 26 84 4 50 -5 -40 -6 -108 -7", 0.3)
    coat(pen, bell, what)
    coat(pen, organic("-122 -17 -108 -13 -108 -6 -122 -2"), what.tone(0.1), line=0.8)
    pen.fill(ellipse(112, -10, 9, 36), darken(what.rgb, 0.3), "flat", line=0.7)
    pen.line(ellipse(112, -10, 9, 36), lighten(what.rgb, 0.4), 2)

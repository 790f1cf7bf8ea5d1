"""A folded wallet with notes."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("wallet", "billfold", "leather wallet", cm=9, kind="object", attach="hand", fit=90)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (128, 78, 46), "glossy", "leather")
    for dy, rgb in ((-16, (126, 168, 118)), (-9, (146, 184, 136))):
        pen.fill(box(-66, -92 + dy, 128, 60, 2), rgb, "flat", line=0.7)
        pen.line(box(-60, -88 + dy, 116, 50, 2), lighten(rgb, 0.5), 1.2)
    rounded_block(pen, (-78, 0, 0), (150, 88, 14), 9, what)
    pen.line(box(-72, -82, 138, 76, 6), lighten(what.rgb, 0.45), 1.2, alpha=0.7)
    coat(pen, box(30, -56, 44, 26, 8), what.tone(-0.15), line=0.7)
    pen.fill(ellipse(46, -43, 6), (228, 186, 92), "metal", line=0.5)
    pen.anchor("text", -22, -42, 70)

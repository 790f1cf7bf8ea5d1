"""Half an avocado with its stone."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    scaled,
)


@thing("avocado", "half an avocado", cm=11, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((58, 82, 42))
    outer = halved("0 -118 16 -112 26 -90 42 -60 45 -32 30 -6 0 0")
    pen.fill(outer, skin, "glossy")
    for share, rgb in ((0.92, (150, 186, 72)), (0.84, (208, 222, 118)), (0.74, (236, 236, 160))):
        pen.fill(scaled(outer, share, share, 0, -54), rgb, "flat" if share != 0.84 else "soft", line=0)
    pen.decal(ellipse(3, -33, 25, 26), (150, 150, 80), alpha=0.6, blur=3)
    pen.fill(ellipse(0, -36, 24), (140, 84, 46), "glossy", line=0.8)
    pen.line(stroke("-14 -28 -4 -20 8 -20"), (96, 54, 32), 1.4, alpha=0.6)

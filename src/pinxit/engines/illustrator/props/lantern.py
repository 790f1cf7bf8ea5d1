"""A lantern with a candle inside."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import flame
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    arc,
    box,
    ellipse,
)


@thing("lantern", "camping lantern", cm=32, kind="object", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 64, 66), "metal")
    with pen.at(0, 150):
        pen.line(arc(0, -140, 22, 22, 180, 180), what.rgb, 4)
        pen.glow(ellipse(0, -62, 92), (255, 190, 90), alpha=0.4, blur=34)
        coat(pen, facet("-44 -10 44 -10 50 0 -50 0", 2), what)
        pane = facet("-38 -100 38 -100 38 -10 -38 -10")
        pen.fill(pane, (255, 206, 120), "flat", alpha=0.75)
        pen.fill(box(-9, -40, 18, 30, 2), (250, 242, 222), "soft")
        flame(pen, 0, -39, 30)
        pen.fill(pane, (255, 236, 190), "flat", alpha=0.01)
        for x in (-40, -2, 36):
            coat(pen, box(x, -102, 5, 94), what, line=0.6)
        coat(pen, organic("-50 -98 -30 -116 -12 -138 12 -138 30 -116 50 -98", 0.2), what)
        coat(pen, box(-7, -146, 14, 9, 2), what.tone(0.15), line=0.7)

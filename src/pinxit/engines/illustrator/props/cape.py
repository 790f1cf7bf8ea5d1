"""A cape: collar, clasp and two long falls behind the shoulders."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("cape", "cloak", "superhero cape", "red cape", cm=110, kind="clothes", attach="body", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 32, 48), "soft", "cloth")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            side = organic("26 -44 50 -40 66 10 78 80 84 130 64 124 50 134 46 80 50 20 40 -20", 0.4)
            coat(pen, side, what)
            with pen.on(side):
                pen.line(stroke("48 -30 58 30 64 120"), darken(what.rgb, 0.35), 4, alpha=0.5, blur=2)
                pen.line(stroke("56 -20 70 40 76 120"), lighten(what.rgb, 0.3), 3, alpha=0.5, blur=2)
    coat(pen, organic("-48 -46 -20 -54 0 -50 20 -54 48 -46 30 -30 0 -26 -30 -30", 0.4), what.tone(0.06))
    pen.fill(ellipse(0, -32, 7), look.part("clasp", (236, 190, 76)), "metal", line=0.6)

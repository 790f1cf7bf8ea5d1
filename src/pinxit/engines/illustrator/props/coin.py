"""A coin; "coins" stack."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
    star,
)


@thing("coin", "coins", "gold coin", "stack of coins", "gold coins", cm=4, kind="object", attach="hand", fit=90)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 192, 70), "metal")
    if look.noun in {"coins", "stack of coins", "gold coins"}:
        for x, count in ((-46, 5), (46, 3), (0, 8)):
            with pen.at(x, 0 if x else 10):
                for i in range(count):
                    shape = Turned(f"36 {-12 - i * 11} 36 {-6 - i * 11} 36 {-i * 11}", 0.32)
                    coat(pen, shape.outline(), what.tone(-0.1), line=0.8)
                    coat(pen, shape.cap(shape.top), what, line=0.5)
                    pen.line(shape.cap(shape.top, 5), darken(what.rgb, 0.3), 1.2)
        return
    coat(pen, moved(ellipse(0, -60, 58, 60), 7, 0), what.tone(-0.3))
    coat(pen, ellipse(0, -60, 58, 60), what)
    pen.line(ellipse(0, -60, 47, 49), darken(what.rgb, 0.35), 2.4)
    pen.decal(star(0, -58, 28, 12), darken(what.rgb, 0.3), alpha=0.9)
    pen.decal(star(-1.5, -60, 27, 11.5), lighten(what.rgb, 0.35))
    pen.anchor("text", 0, -60, 70)

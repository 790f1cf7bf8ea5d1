"""A pair of scissors."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    capsule,
    curve,
    ellipse,
    minus,
    union,
)


@thing("scissors", "pair of scissors", "shears", cm=18, kind="object", attach="hand", fit=80)
def draw(pen: Pen, look: Look) -> None:
    grip = finish(look, (214, 62, 60), "glossy")
    for flip in (True, False):
        with pen.at(0, -70, turn=-17 if flip else 17, flip=flip):
            pen.fill(organic("-6 4 -8 -60 0 -96 9 -40 8 8", 0.25), (190, 196, 204), "metal")
            pen.line(curve((0, -86), (-3, -10)), WHITE, 1.4, alpha=0.7)
            loop = minus(ellipse(-9, 44, 23, 30, 12), ellipse(-9, 45, 13, 20, 12))
            coat(pen, union(loop, capsule(2, 2, -3, 18, 13)), grip)
    pen.fill(ellipse(0, -70, 5), (150, 156, 164), "metal", line=0.6)

"""Headphones."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import (
    arc,
    box,
)


@thing("headphones", "headset", "earphones", cm=20, kind="object", attach="head", fit=104)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 76, 92), "glossy")
    pen.line(arc(0, 14, 60, 74, 182, 176), darken(what.rgb, 0.25), 10)
    pen.line(arc(0, 14, 61, 75, 200, 90), lighten(what.rgb, 0.5), 2.4, alpha=0.7)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(box(42, -6, 18, 50, 9), (44, 42, 48), "soft")
            coat(pen, box(54, -10, 20, 58, 10), what)

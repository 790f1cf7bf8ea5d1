"""A ribbon bow."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke


@thing("bow", "ribbon", "hair bow", "ribbon bow", "hair ribbon", cm=12, kind="clothes", attach="head", fit=130)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (232, 84, 120), "soft", "cloth")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            coat(pen, organic("2 2 16 30 30 50 20 52 10 48 -2 20", 0.3), what.tone(-0.14))
            loop = organic("2 0 20 -28 50 -36 60 -14 54 14 28 16", 0.45)
            coat(pen, loop, what)
            pen.decal(organic("16 -4 36 -18 50 -16 44 2 28 4"), darken(what.rgb, 0.4), alpha=0.6, blur=1.5)
            pen.line(stroke("6 -2 20 -14 34 -24"), lighten(what.rgb, 0.5), 2, alpha=0.5)
    coat(pen, organic("-11 -12 11 -12 13 2 10 14 -10 14 -13 2", 0.4), what.tone(0.08))

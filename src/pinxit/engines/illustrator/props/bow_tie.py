"""A bow tie."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
)


@thing("bow tie", "bowtie", cm=6, kind="clothes", attach="neck", fit=104)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (186, 40, 52), "soft", "cloth")
    for flip in (False, True):
        with pen.at(0, 8, flip=flip):
            wing = organic("2 0 22 -18 50 -22 54 0 50 22 22 18", 0.35)
            coat(pen, wing, what)
            patterned(pen, wing, look, what.rgb)
            for y in (-8, 0, 8):
                pen.line(curve((7, y * 0.4), (30, y)), darken(what.rgb, 0.35), 1.6, alpha=0.5)
    coat(pen, box(-10, -4, 20, 24, 7), what.tone(0.06))

"""A trophy cup."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle
from pinxit.engines.illustrator.shapes import (
    star,
)


@thing("trophy", "trophy cup", "award", "prize cup", "cup trophy", cm=35, kind="vessel", attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (238, 188, 66), "metal")
    block_base = Turned("32 -24 32 -18 36 -4 36 0", 0.3)
    coat(pen, block_base.outline(), Finish((66, 46, 42), "glossy"))
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            handle(pen, "40 -136 66 -138 70 -112 52 -92 34 -86", 6, what)
    shape = Turned("46 -146 45 -130 40 -100 24 -78 9 -68 7 -54 9 -40 24 -28 25 -22", 0.28)
    Vessel(shape, what, 3, None, 10).draw(pen)
    pen.decal(star(0, -108, 15, 6.5), lighten(what.rgb, 0.65))
    pen.anchor("text", 0, -9, 50)

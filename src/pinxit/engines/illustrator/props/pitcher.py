"""A pitcher with a lip and a handle."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle


@thing("pitcher", "jug", "water jug", "watering jug", "carafe", "ewer", cm=24, kind="vessel", attach="hand", fit=40)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 214, 192), "glossy", "ceramic")
    handle(pen, "24 -112  50 -122  62 -98  54 -64  34 -44", 8.5, what.tone(-0.05))
    shape = Turned("27 -128  24 -116  22 -102  30 -80  42 -52  40 -26  30 -6  28 0", 0.28)
    lip = organic("-20 -128  -34 -136  -44 -134  -36 -122  -22 -112")
    coat(pen, lip, what.tone(-0.05))
    trim = look.colour((70, 112, 168), 1)

    def decorate(pen: Pen) -> None:
        patterned(pen, shape.band(-90, -8), look, what.rgb)
        if not look.pattern and not look.material:
            pen.decal(shape.band(-98, -93), trim)
            pen.decal(shape.band(-20, -14), trim)

    Vessel(shape, what, 3.4, None, 9, decorate=decorate).draw(pen)
    pen.decal(organic("-20 -129  -33 -134 -41 -133 -30 -126 -20 -124"), darken(what.rgb, 0.35), alpha=0.7, blur=1)
    pen.anchor("text", 0, -52, 56)

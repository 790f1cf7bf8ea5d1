"""A teacup on its saucer."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle, steam
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("cup", "teacup", "cup of tea", "tea", "tea cup", "saucer", cm=9, kind="vessel", attach="hand", fit=52)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 236, 230), "glossy", "ceramic")
    trim = look.colour((206, 164, 84), 1)
    dish = Turned("66 -12 60 -9 44 -4 26 -1 20 0", 0.34)
    coat(pen, dish.outline(), what.tone(-0.12))
    coat(pen, dish.cap(-12), what, line=0.7)
    pen.decal(ellipse(0, -10, 44, 14), darken(what.rgb, 0.2), alpha=0.7, blur=2)
    pen.line(ellipse(0, -12, 62.5, 21), trim, 1.6)
    pen.decal(ellipse(6, -5, 36, 9), darken(what.rgb, 0.55), alpha=0.6, blur=5)
    shape = Turned("44 -66  43 -58  39 -40  29 -20  20 -12  19 -8  21 -5", 0.34)
    handle(pen, "38 -54  54 -60  64 -50  58 -36  44 -30  32 -28", 6.5, what.tone(-0.05))

    def decorate(pen: Pen) -> None:
        patterned(pen, shape.band(-62, -14), look, what.rgb)
        pen.line(shape.ring(-62), trim, 1.8)
        pen.line(shape.ring(-9), trim, 1.4)

    Vessel(shape, what, 2.6, (176, 92, 34), 9, decorate=decorate).draw(pen)
    pen.anchor("text", 0, -34, 44)
    if not look.has("empty"):
        steam(pen, 0, -66, 54, 38)

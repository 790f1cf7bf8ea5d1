"""A frying pan."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import (
    ellipse,
    tube,
)


@thing("pan", "frying pan", "skillet", "wok", cm=12, kind="vessel", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (64, 66, 72), "metal")
    grip = Finish(look.part("handle", (58, 50, 48)), "glossy")
    coat(pen, tube(points("46 -16 84 -30 122 -44"), [9, 8, 10]), grip)
    pen.decal(ellipse(119, -42.5, 2.6, 1.8, -20), lighten(grip.rgb, 0.5))
    shape = Turned("58 -22  55 -14  50 -5  48 0", 0.36)
    Vessel(shape, what, 3, None, 12, windows=False).draw(pen)
    with pen.on(shape.cap(-22, 3)):
        pen.decal(ellipse(0, -12, 46, 15), lighten(what.rgb, 0.06))
        pen.decal(ellipse(-12, -14, 28, 6, -6), lighten(what.rgb, 0.5), alpha=0.35, blur=4)
    pen.anchor("inside", 0, -10, 80)
    pen.anchor("top", 0, -12, 80)

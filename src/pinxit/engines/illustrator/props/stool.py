"""A round stool."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    capsule,
    tube,
)


@thing("stool", "milking stool", cm=55, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (178, 120, 70), "soft", "wood")
    coat(pen, tube(points("-14 -96 -18 -50 -22 -12"), [9, 8, 6]), what.tone(-0.3), upright=True)
    coat(pen, tube(points("16 -96 20 -50 24 -14"), [9, 8, 6]), what.tone(-0.3), upright=True)
    coat(pen, capsule(-20, -40, 40, -34, 5), what.tone(-0.2), line=0.7)
    coat(pen, capsule(-38, -30, 36, -30, 5.5), what.tone(-0.1), line=0.7)
    for side in (-1, 1):
        coat(pen, tube(points(f"{30 * side} -98 {36 * side} -50 {44 * side} 0"), [10, 9.5, 7]), what, upright=True)
    seat = Turned("48 -112 49 -108 48 -100 45 -97", 0.3)
    coat(pen, seat.outline(), what.tone(-0.08))
    coat(pen, seat.cap(-112), what.tone(0.16), line=0.7)
    pen.anchor("seat", 0, -111, 66)
    pen.anchor("top", 0, -111, 74)

"""A sink with a tap on its pedestal."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import (
    box,
    tube,
)


@thing("sink", "washbasin", "bathroom sink", cm=85, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (244, 244, 242), "glossy", "ceramic")
    coat(pen, organic("-22 -84 22 -84 16 -40 20 -6 26 0 -26 0 -20 -6 -16 -40", 0.3), what.tone(-0.08))
    shape = Turned("80 -112 76 -102 56 -84 30 -74 26 -70", 0.3)
    Vessel(shape, what, 8, (168, 212, 228), 9).draw(pen)
    pen.fill(tube(points("0 -134 0 -164 14 -172 26 -164 26 -152"), 8), (196, 202, 210), "metal")
    for x in (-24, 24):
        pen.fill(box(x - 8, -142, 16, 9, 3), (196, 202, 210), "metal", line=0.7)

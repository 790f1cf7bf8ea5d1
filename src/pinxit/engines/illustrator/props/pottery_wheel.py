"""A potter's wheel with a pot on it."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    taper,
)


@thing("pottery wheel", "potter's wheel", "potters wheel", cm=70, kind="object")
def draw(pen: Pen, look: Look) -> None:
    clay = look.colour((186, 118, 84))
    for x in (-52, 52):
        coat(pen, taper(12, 9, -70, 0, x), Finish((120, 80, 52), "soft", "wood"), upright=True)
    coat(pen, box(-74, -82, 148, 40, 5), Finish((150, 102, 64), "soft", "wood"))
    tray = Turned("84 -92 82 -86 76 -78", 0.3)
    coat(pen, tray.outline(), Finish((110, 118, 126), "metal"))
    wheel = Turned("60 -98 60 -94 60 -90", 0.3)
    coat(pen, wheel.outline(), Finish((176, 180, 186), "metal"))
    coat(pen, wheel.cap(-98), Finish((190, 194, 200), "metal"), line=0.6)
    pen.decal(ellipse(0, -97, 40, 11), clay, alpha=0.4, blur=3)
    shape = Turned("26 -158 24 -148 34 -128 38 -114 30 -100 24 -96", 0.3)
    Vessel(shape, Finish(clay, "glossy"), 4, None, 9).draw(pen)
    for y in (-140, -128, -116):
        pen.line(shape.ring(y), lighten(clay, 0.3), 1.2, alpha=0.6)
    pen.anchor("top", 0, -158, 60)

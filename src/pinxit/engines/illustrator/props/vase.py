"""A vase with a narrow neck."""

import math

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("vase", "flower vase", "urn", "amphora", cm=28, kind="vessel")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (64, 108, 148), "glossy", "ceramic")
    shape = Turned("24 -150  20 -142  17 -130  20 -116  36 -94  46 -66  42 -36  28 -12  23 -4  24 0", 0.28)
    trim = look.colour(lighten(what.rgb, 0.6), 1)

    def decorate(pen: Pen) -> None:
        patterned(pen, shape.band(-120, -8), look, what.rgb)
        if look.pattern or what.form in {"metal", "glass"} or look.material:
            return
        for at, thick in ((-114, 2.2), (-109, 1), (-26, 1), (-21, 2.2)):
            pen.line(shape.ring(at), trim, thick, alpha=0.85)
        for angle in range(-84, 85, 28):
            x, y = shape.at(angle, -66)
            lean = math.cos(math.radians(angle))
            for tip in (-22, 0, 22):
                pen.decal(ellipse(x + tip * 0.3 * lean, y - 10 + abs(tip) * 0.25, 3.2 * lean, 9, tip), trim, alpha=0.8)
            pen.line(curve((x, y), (x, y + 20)), trim, 1.2, alpha=0.8)

    pen_vessel = Vessel(shape, what, 3.4, None, 10, decorate=decorate)
    pen_vessel.draw(pen)
    pen.anchor("text", 0, -58, 56)

"""A drinks can, or a tin."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, reflections
from pinxit.engines.illustrator.shapes import (
    common,
    curve,
    ellipse,
)


@thing(
    "can",
    "soda can",
    "beer can",
    "tin can",
    "tin",
    "soup can",
    "aluminium can",
    cm=12,
    kind="vessel",
    attach="hand",
    fit=50,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 44, 50), "metal")
    shape = Turned("27 -122 31 -116 36 -106 36 -60 36 -14 33 -6 28 0", 0.3)
    silver = (206, 210, 216)
    pen.fill(shape.outline(), silver, "metal")
    label = common(shape.outline(), shape.band(-106, -11))
    coat(pen, label, Finish(what.rgb, "glossy", what.material), line=0.5)
    with pen.on(label):
        patterned(pen, label, look, what.rgb)
        if not look.pattern:
            pen.line(
                curve(*[shape.at(a, -60 + 16 * math.sin(a / 34)) for a in range(-90, 91, 10)]),
                look.colour((250, 248, 244), 1),
                9,
            )
        reflections(pen, shape, Finish(what.rgb, "glossy"))
    pen.fill(shape.cap(-122), silver, "metal", line=0.6)
    pen.fill(shape.cap(-122, 4), darken(silver, 0.18), "round", line=0.4)
    pen.fill(ellipse(0, -120, 9, 3.4), lighten(silver, 0.4), "metal", line=0.5)
    pen.anchor("text", 0, -54, 56)
    pen.anchor("top", 0, -122, 44)

"""A flowerpot."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import box, common, ellipse


@thing("flowerpot", "flower pot", "plant pot", "planter", "clay pot", "terracotta pot", cm=18, kind="vessel")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (198, 108, 70), "round", "clay")
    shape = Turned("46 -84  46 -70  46 -63  41 -62  40 -58  34 -26  29 0", 0.28)

    def decorate(pen: Pen) -> None:
        patterned(pen, shape.band(-60, -2), look, what.rgb)
        pen.decal(shape.band(-62, -56), darken(what.rgb, 0.4), alpha=0.5, blur=2)

    Vessel(shape, what, 4.5, (74, 50, 38), 9, decorate=decorate).draw(pen)
    rng = look.random("earth")
    near = common(ellipse(0, -76, 40, 11), box(-50, -76, 100, 30))
    with pen.on(shape.cap(-84, 4.5)):  # the nearer half of the earth lies before what grows in it
        pen.decal(near, (74, 50, 38))
        for _ in range(26):
            x, y = rng.uniform(-36, 36), -76 + rng.uniform(-1, 11)
            tone = (116, 84, 62) if rng.random() < 0.5 else (48, 32, 24)
            pen.decal(ellipse(x, y, rng.uniform(1, 3), rng.uniform(0.8, 1.8)), tone)
    pen.anchor("text", 0, -32, 50)

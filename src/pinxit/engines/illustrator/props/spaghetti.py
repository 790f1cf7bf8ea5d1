"""A plate of spaghetti with sauce and basil."""

from pinxit.engines.illustrator.colours import (
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, plate
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("spaghetti", "pasta", "plate of spaghetti", "plate of pasta", "meatballs", cm=9, kind="food")
def draw(pen: Pen, look: Look) -> None:
    plate(pen, -12, 100)
    rng = look.random("strands")
    mound = organic("-66 -14 -50 -44 0 -62 50 -44 66 -14 0 2")
    pen.fill(mound, (226, 176, 84), "soft")
    with pen.on(mound):
        for _ in range(60):
            x, y = rng.uniform(-70, 50), rng.uniform(-60, 0)
            pen.line(
                curve((x, y), (x + 14, y - 9), (x + 32, y - 2), (x + 40, y + 8)),
                mix((252, 220, 132), (232, 182, 84), rng.random()),
                3,
            )
    pen.fill(
        organic("-40 -44 -16 -64 20 -64 42 -44 30 -32 8 -38 -14 -28 -32 -34"), look.colour((196, 50, 36)), "glossy"
    )
    for x, y in ((-16, -58), (12, -64), (20, -48)):
        pen.fill(ellipse(x, y, 11), (132, 72, 46), "soft", line=0.7)
    leaf(pen, 0, -68, 26, -40)
    leaf(pen, 0, -68, 22, -140)

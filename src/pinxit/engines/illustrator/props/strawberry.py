"""A strawberry with seeds and a crown of leaves."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("strawberry", "strawberries", cm=5, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((222, 36, 48))
    body = halved("0 -82 20 -88 42 -80 47 -60 36 -32 16 -8 0 0")
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        for row, y in enumerate(range(-72, -8, 12)):
            for x in range(-48 + (row % 2) * 8, 49, 16):
                pen.decal(ellipse(x * 0.98, y + 1, 3, 3.8), darken(skin, 0.3), alpha=0.6)
                pen.decal(ellipse(x * 0.98, y, 1.7, 2.6), (252, 214, 110))
    for turn in (-158, -132, -96, -60, -28, 10, 168):
        with pen.at(0, -84, turn=turn):
            pen.fill(organic("0 -5 18 -8 36 2 16 6 0 5"), look.part("leaf", (92, 156, 60)), "soft", line=0.6)
            pen.line(stroke("2 0 16 -1 30 1"), (60, 118, 46), 1)
    pen.line(stroke("0 -86 2 -98 8 -106"), (92, 146, 60), 4)

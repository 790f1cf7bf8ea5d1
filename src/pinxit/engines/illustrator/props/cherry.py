"""A pair of cherries on one stalk."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, leaf
from pinxit.engines.illustrator.rigs.trace import points, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    smooth,
)


@thing("cherry", "cherries", "pair of cherries", cm=7, kind="food")
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((186, 18, 44))
    pen.line(stroke("-28 -48 -16 -84 10 -112"), (96, 130, 54), 3.4)
    pen.line(stroke("30 -40 26 -76 10 -112"), (82, 116, 46), 3.4)
    for x, y in ((-28, -29), (31, -25)):
        body = smooth(
            [
                (x + a * 0.9, y + b * 0.9)
                for a, b in points("0 -24 14 -29 29 -16 30 6 16 26 0 29 -16 26 -30 6 -29 -16 -14 -29")
            ]
        )
        pen.fill(body, skin, "glossy")
        pen.decal(ellipse(x, y - 21, 9, 3), darken(skin, 0.5), alpha=0.7, blur=2)
        gloss(pen, x - 12, y - 9, 4, 7, 24)
        pen.line(stroke(f"{x} {y - 20} {x} {y - 25}"), (96, 130, 54), 3.4)
    leaf(pen, 10, -112, 50, 16)
    leaf(pen, 8, -112, 36, 166, (84, 142, 56))

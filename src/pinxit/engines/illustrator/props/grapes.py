"""A bunch of grapes."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, leaf
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
)


@thing("grapes", "grape", "bunch of grapes", cm=16, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((112, 52, 128))
    rng = look.random("bunch")
    pen.line(stroke("0 -96 2 -112 -4 -126"), (124, 96, 56), 6)
    leaf(pen, 2, -110, 56, -14)
    leaf(pen, 0, -110, 44, -160, (88, 148, 60))
    for row, (count, y) in enumerate(((1, -10), (2, -25), (3, -41), (4, -58), (5, -76), (4, -92))):
        for i in range(count):
            x = (i - (count - 1) / 2) * 22 + rng.uniform(-2, 2)
            tone = mix(skin, (190, 60, 110), rng.uniform(0, 0.3)) if row % 2 else darken(skin, rng.uniform(0, 0.12))
            y_i = y + rng.uniform(-2.5, 2.5)
            pen.fill(ellipse(x, y_i, 13, 13.6), tone, "glossy", line=0.6)
            gloss(pen, x - 4.5, y_i - 5, 2.2, 3.2)
            pen.line(arc(x, y_i, 10, 10.5, 20, 70), lighten(tone, 0.5), 1.4, alpha=0.5, blur=0.6)

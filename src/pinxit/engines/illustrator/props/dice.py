"""A pair of dice."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("dice", "die", "pair of dice", cm=3, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (250, 247, 240), "glossy")
    dot = look.colour((206, 40, 46) if what.rgb[0] > 200 else (250, 248, 244), 1)
    for x, y, pips in ((-66, 0, ((0, 0),)), (10, 8, ((-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)))):
        front = rounded_block(pen, (x, y, 0), (56, 56, 44), 9, what)
        b = front.getBounds()
        for px, py in pips:
            pen.decal(ellipse(b.centerX() + px * 15, b.centerY() + py * 15, 6 if len(pips) > 1 else 9), dot)
        for k in (-1, 0, 1):
            pen.decal(ellipse(b.centerX() + 9 + k * 15, b.top() - 7 - k * 3.4, 5.4, 2.6), dot)
            pen.decal(ellipse(b.right() + 9, b.centerY() - 8 + k * 14, 2.8, 5), dot) if k else None

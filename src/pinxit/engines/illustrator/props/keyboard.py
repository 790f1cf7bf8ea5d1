"""A computer keyboard, or a computer mouse."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
)


@thing("keyboard", "computer keyboard", "mechanical keyboard", cm=10, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 74, 84), "round")
    coat(pen, facet("-118 -2 118 -2 118 8 -118 8", 2), what.tone(-0.25))
    coat(pen, facet("-100 -58 100 -58 118 -2 -118 -2", 4), what)
    cap = look.colour((236, 236, 240), 1)
    for row in range(4):
        y, wide = -54 + row * 12.4, 94 + row * 4.2
        step = 2 * wide / 13
        for i in range(13):
            x = -wide + i * step
            if row == 3 and 3 <= i <= 8:
                if i == 3:
                    pen.fill(box(x + 1, y, step * 6 - 2, 10, 2), cap, "round", line=0.4)
                continue
            pen.fill(box(x + 1, y, step - 2, 10, 2), (226, 96, 84) if (row, i) == (0, 0) else cap, "round", line=0.4)

"""A wall shelf with pots and plants."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    polygon,
    taper,
)


@thing("shelf", "wall shelf", "shelves", cm=40, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (172, 116, 70), "soft", "wood")
    for x in (-70, 70):
        pen.fill(
            organic(f"{x - 3} -30 {x + 5} -30 {x + 4} -14 {x - 2} 0 {x - 5} -2", 0.3), (80, 72, 70), "metal", line=0.6
        )
    if look.holds is None:
        _usual(pen)
    coat(pen, polygon([(-108, -44), (108, -44), (116, -36), (-116, -36)]), what.tone(0.15), line=0.5)
    if look.holds is None:
        pen.anchor("top", 92, -40, 30)
    else:
        pen.anchor("top", 0, -40, 196)
    coat(pen, box(-116, -37, 232, 9, 2), what)


def _usual(pen: Pen) -> None:
    """Pots and books, when nothing else was put there."""
    for x, rgb in ((-74, (206, 112, 76)), (-34, (96, 138, 152)), (58, (232, 200, 120))):
        pen.fill(taper(26, 19, -62, -36, x), rgb, "glossy", line=0.7)
        pen.fill(ellipse(x, -62, 13, 3), darken(rgb, 0.45), "flat", line=0.4)
        for turn in (-150, -122, -96, -70, -36):
            leaf(pen, x, -61, 24, turn)
    left = -8.0
    for rgb, high in (((186, 58, 54), 46), ((54, 104, 150), 40), ((232, 178, 76), 48), ((80, 134, 96), 38)):
        pen.fill(box(left, -36 - high, 10, high, 1), rgb, "round", line=0.6)
        pen.line(curve((left + 2, -30 - high), (left + 8, -30 - high)), (250, 236, 190), 1.2)
        left += 10.6

"""A toothbrush, or a hair dryer."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    tube,
)


@thing("toothbrush", cm=19, kind="object", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 150, 206), "glossy")
    with pen.at(0, 0, turn=34):
        coat(pen, tube(points("0 60 0 10 0 -40 0 -108"), [14, 12, 8, 11]), what)
        pen.line(curve((0, 50), (0, 6)), lighten(what.rgb, 0.6), 3, alpha=0.7)
        for i in range(6):
            rgb = (250, 250, 250) if i % 2 else (140, 214, 226)
            pen.fill(box(4, -108 + i * 6.4, 15, 5.8, 1.5), rgb, "round", line=0.4)

"""A cook's toque."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    taper,
    union,
)


@thing("chef hat", "chef's hat", "toque", "cook hat", cm=24, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (250, 249, 246), "soft", "cloth")
    puff = union(ellipse(-36, -66, 36, 32), ellipse(0, -82, 40, 36), ellipse(38, -66, 36, 32), taper(108, 96, -66, 0))
    coat(pen, puff, what)
    for x in (-30, -12, 8, 28):
        pen.line(stroke(f"{x} -20 {x * 1.2} -46 {x * 1.5} -66"), (196, 194, 204), 1.8, alpha=0.8)
    band = organic("-53 -26 0 -20 53 -26 54 6 0 13 -54 6", 0.3)
    coat(pen, band, what.tone(0.02))
    pen.anchor("text", 0, -8, 70)

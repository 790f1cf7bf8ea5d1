"""An easel with a canvas."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import (
    box,
    capsule,
)


@thing("easel", "canvas", "easel with canvas", cm=160, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (186, 130, 78), "soft", "wood")
    coat(pen, capsule(0, -190, 10, -10, 8), what.tone(-0.3))
    for side in (-1, 1):
        coat(pen, capsule(5 * side, -196, 60 * side, 0, 9), what, upright=True)
    pen.fill(box(-66, -160, 132, 100, 2), (250, 246, 236), "round")
    pen.anchor("inside", 0, -110, 116)
    pen.anchor("text", 0, -110, 110)
    with pen.on(box(-62, -156, 124, 92)):
        for spots, rgb, wide in (
            ("-50 -80 -20 -96 20 -84 54 -92", (96, 160, 120), 14),
            ("-54 -138 0 -146 54 -134", (130, 190, 226), 16),
            ("-40 -112 -10 -120 10 -110", (244, 180, 80), 10),
            ("16 -118 34 -112 46 -118", (226, 96, 96), 9),
        ):
            pen.line(stroke(spots), rgb, wide, alpha=0.9)
    coat(pen, box(-74, -62, 148, 9, 2), what.tone(0.1))
    coat(pen, box(-8, -176, 16, 20, 2), what.tone(0.1))

"""A desk with drawers."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import panel
from pinxit.engines.illustrator.shapes import (
    box,
    polygon,
    taper,
)


@thing("desk", "writing desk", "office desk", "work desk", "workbench", cm=76, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (168, 112, 68), "soft", "wood")
    coat(pen, box(-116, -84, 12, 66), what.tone(-0.3), line=0.6, upright=True)
    coat(pen, taper(14, 11, -86, 0, -122), what, upright=True)
    coat(pen, box(20, -88, 14, 78), what.tone(-0.34), line=0.6, upright=True)
    coat(pen, box(34, -88, 96, 88, 2), what.tone(-0.05), upright=True)
    for i, high in enumerate((22, 26, 30)):
        y = -84 + (0, 25, 54)[i]
        panel(pen, 39, y, 86, high - 2, what)
        pen.fill(box(74, y + high / 2 - 3, 16, 4.5, 2), look.part("handle", (206, 168, 92)), "metal", line=0.5)
    coat(pen, box(-116, -88, 140, 15), what.tone(-0.16), line=0.6)
    top = polygon([(-110, -122), (112, -122), (140, -92), (-140, -92)])
    coat(pen, top, what.tone(0.14))
    coat(pen, box(-140, -92, 280, 8, 2), what.tone(0.02))
    pen.anchor("top", 0, -106, 220)

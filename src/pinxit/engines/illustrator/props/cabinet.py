"""A cabinet or dresser."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block, panel
from pinxit.engines.illustrator.shapes import (
    ellipse,
    taper,
)


@thing("wardrobe", "cupboard", cm=190, kind="furniture")
@thing("nightstand", cm=58, kind="furniture")
@thing("cabinet", "dresser", "chest of drawers", "drawer", "sideboard", cm=110, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (164, 108, 66), "soft", "wood")
    tall = look.noun in {"wardrobe", "cupboard"}
    high = 200 if tall else 130
    for x, top, foot in ((76, -26, -8), (-66, -14, 0), (62, -14, 0)):  # the far foot stands higher, under its side
        coat(pen, taper(12, 7, top, foot, x), what.tone(-0.25), line=0.7)
    block(pen, (-74, -10, 0), (144, high, 34), what)
    knob = look.part("handle", (222, 180, 96))
    if tall or look.noun == "cabinet":
        for x in (-70, 0):
            panel(pen, x, -4 - high, 68, high - 14, what)
        for x in (-7, 7):
            pen.fill(ellipse(x - 1, -high / 2 - 12, 3.4), knob, "metal", line=0.5)
    else:
        for i in range(3):
            y = -high - 4 + i * (high - 8) / 3
            panel(pen, -68, y, 132, (high - 8) / 3 - 5, what)
            for x in (-34, 30):
                pen.fill(ellipse(x, y + high / 6 - 4, 4), knob, "metal", line=0.5)
    pen.anchor("top", 4, -16 - high, 130)

"""A microscope."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("microscope", cm=36, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 238, 242), "glossy")
    dark = Finish((58, 62, 72), "glossy")
    coat(pen, organic("-54 -14 -40 -22 46 -22 56 -12 56 0 -54 0", 0.2), dark)
    coat(pen, organic("26 -20 52 -20 54 -60 50 -104 22 -128 8 -118 30 -90 30 -56", 0.35), what)
    coat(pen, box(-46, -62, 82, 10, 2), dark)
    pen.fill(box(-26, -66, 36, 4, 1), (190, 220, 236), "glass", line=0.5)
    with pen.at(-8, -100, turn=-22):
        coat(pen, box(-13, -54, 26, 76, 4), what)
        coat(pen, box(-10, -78, 20, 26, 3), dark)
        coat(pen, box(-12, -84, 24, 8, 3), dark.tone(0.15), line=0.6)
        coat(pen, facet("-11 22 11 22 6 40 -6 40"), Finish((196, 200, 208), "metal"))
    for y in (-84, -44):
        coat(pen, ellipse(44, y, 10), dark.tone(0.1))

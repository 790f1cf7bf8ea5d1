"""A toaster with two slices."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("toaster", cm=22, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 202, 210), "metal")
    for x in (-34, 18):
        pen.fill(
            organic(f"{x - 20} -84 {x - 24} -118 {x} -126 {x + 24} -118 {x + 20} -84", 0.35), (176, 112, 58), "soft"
        )
        pen.fill(
            organic(f"{x - 16} -84 {x - 19} -114 {x} -120 {x + 19} -114 {x + 16} -84", 0.35),
            (236, 188, 120),
            "soft",
            line=0,
        )
    rounded_block(pen, (-80, -6, 0), (144, 88, 34), 22, what)
    for x in (-60, 44):
        pen.fill(box(x - 10, -8, 20, 8, 2), (48, 48, 54), "round", line=0.7)
    pen.fill(box(70, -74, 5, 50, 2), (58, 58, 64), "flat", line=0.4)
    pen.fill(box(64, -66, 18, 9, 3), (48, 48, 54), "glossy", line=0.7)
    pen.fill(ellipse(-46, -24, 9), (48, 48, 54), "glossy", line=0.6)
    pen.anchor("text", -8, -54, 80)

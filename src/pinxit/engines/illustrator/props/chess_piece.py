"""A chess piece: knight by default, king, queen, pawn and rook by name."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned, reflections
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    union,
)


@thing("chess piece", "chess", "chess king", "chess pawn", "chess knight", "chess pieces", cm=10, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 220, 190), "glossy")
    pawn = "pawn" in look.noun
    base = Turned(
        "14 -56 15 -46 20 -30 30 -20 34 -16 34 -6 34 0" if pawn else "17 -84 18 -60 22 -34 32 -22 38 -16 38 -6 38 0",
        0.3,
    )
    coat(pen, base.outline(), what)
    with pen.on(base.outline()):
        reflections(pen, base, what)
        pen.line(base.ring(-17), darken(what.rgb, 0.4), 1.6)
    if pawn:
        coat(pen, ellipse(0, -57, 22, 7), what.tone(0.06))
        coat(pen, ellipse(0, -78, 21), what)
    elif "king" in look.noun:
        coat(pen, ellipse(0, -86, 27, 8), what.tone(0.06))
        coat(pen, organic("-15 -88 -26 -122 0 -130 26 -122 15 -88 0 -84", 0.3), what)
        coat(pen, union(box(-3.5, -156, 7, 30, 1), box(-11, -148, 22, 7, 1)), what)
    else:
        coat(pen, ellipse(0, -84, 28, 8), what.tone(0.06))
        head = organic(
            "-20 -86 -18 -104 -2 -118 -20 -112 -38 -108 -42 -120 -24 -138 -12 -152 "
            "-6 -164 2 -152 22 -142 32 -116 24 -86",
            0.35,
        )
        coat(pen, head, what)
        pen.decal(ellipse(-14, -136, 3), darken(what.rgb, 0.7))
        for y in (-144, -130, -116, -102):
            pen.line(
                stroke(f"{14 + (y + 144) * 0.1} {y} {22 + (y + 144) * 0.12} {y + 2} {24 + (y + 144) * 0.1} {y + 8}"),
                darken(what.rgb, 0.4),
                2,
            )

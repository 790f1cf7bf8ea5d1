"""A folded newspaper."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
)


@thing("newspaper", "paper", "sheet of paper", cm=38, kind="object", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    page = look.colour((242, 238, 228))
    pen.fill(facet("-70 -150 74 -146 78 2 -66 4"), darken(page, 0.15), "flat")
    pen.fill(facet("-74 -152 70 -150 70 0 -74 0"), page, "round")
    if look.noun not in {"paper", "sheet of paper"}:
        pen.decal(box(-64, -142, 124, 20), (70, 66, 68), alpha=0.85)
        pen.line(curve((-64, -116), (60, -116)), (90, 86, 86), 1.2)
        pen.decal(box(-64, -110, 58, 46), (150, 150, 152))
        pen.decal(organic("-64 -64 -50 -84 -36 -74 -20 -92 -6 -64", 0.2), (106, 108, 112))
        for x, top in ((-64, -56), (0, -110)):
            for i in range(int(-top / 6) - 1):
                pen.line(curve((x, top + i * 6), (x + (58 if i % 4 != 3 else 40), top + i * 6)), (140, 136, 134), 1.7)
    pen.anchor("text", -2, -132, 120)

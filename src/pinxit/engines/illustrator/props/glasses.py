"""Spectacles, sunglasses or goggles."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import points, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    polygon,
    smooth,
)


@thing(
    "glasses",
    "eyeglasses",
    "spectacles",
    "sunglasses",
    "reading glasses",
    "goggles",
    "shades",
    cm=5,
    kind="clothes",
    attach="eyes",
    fit=96,
)
def draw(pen: Pen, look: Look) -> None:
    sun = look.noun in {"sunglasses", "shades", "goggles"}
    frame = look.colour((34, 30, 34))
    wide = 29 if sun else 26
    for side in (-1, 1):
        x = side * 34
        lens = (
            smooth([(x + side * a, b) for a, b in points("-28 -16 0 -22 28 -20 32 -4 22 18 0 22 -22 17 -30 0")])
            if sun
            else ellipse(x, 0, wide, 24)
        )
        if sun:
            pen.fill(lens, look.part("lens", (44, 42, 58)), "glossy", line=0.6, alpha=0.94)
            with pen.on(lens):
                pen.decal(polygon([(x - 22, 24), (x - 4, -26), (x + 4, -26), (x - 14, 24)]), WHITE, alpha=0.3)
        else:
            pen.fill(lens, (200, 222, 236), "glass", line=0, alpha=0.5)
        pen.line(lens, frame, 4.6)
        pen.line(curve((side * (34 + wide), -6), (side * 72, -9)), frame, 4.4)
    pen.line(stroke("-8 -5 0 -10 8 -5"), frame, 4.6)

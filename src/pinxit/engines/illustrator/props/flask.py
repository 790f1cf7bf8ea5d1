"""A laboratory flask, or a test tube."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing(
    "flask",
    "test tube",
    "beaker",
    "erlenmeyer flask",
    "potion",
    "chemistry flask",
    "magic potion",
    cm=20,
    kind="vessel",
    attach="hand",
    fit=56,
)
def draw(pen: Pen, look: Look) -> None:
    liquid = look.colour((92, 206, 150))
    glass = (206, 228, 236)
    tall = look.noun == "test tube"
    shape = Turned(
        "14 -130 14 -110 14 -60 14 -20 11 -6 4 0" if tall else "15 -128 14 -120 14 -92 20 -76 44 -28 50 -12 46 0", 0.28
    )
    inside = Turned("12 -84 12 -50 12 -20 9 -6 3 -3" if tall else "29 -56 40 -32 46 -14 42 -4", 0.28)
    pen.fill(shape.outline(), glass, "glass")
    pen.fill(inside.outline(), liquid, "glossy", line=0.4, alpha=0.94)
    r = inside.radius(inside.top)
    pen.fill(ellipse(0, inside.top, r, r * 0.28), lighten(liquid, 0.4), "flat", line=0.4)
    for x, y, size in ((-8, -20, 4), (10, -34, 3), (2, -12, 2.4), (-4, -44, 2.4)):
        pen.line(ellipse(x * (0.6 if tall else 1.6), y, size), lighten(liquid, 0.8), 1.2, alpha=0.8)
    pen.fill(shape.outline(), glass, "glass", alpha=0.4)
    with pen.on(shape.outline()):
        pen.decal(shape.patch(-58, -36, shape.top + 8, -8), WHITE, alpha=0.6, blur=0.8)
    pen.line(shape.cap(shape.top), WHITE, 2)
    pen.anchor("text", 0, -30, 44)

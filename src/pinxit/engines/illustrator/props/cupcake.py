"""A cupcake: pleated case, piped frosting, a cherry."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    taper,
)


@thing("cupcake", cm=10, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    icing = look.colour((248, 172, 196))
    case = look.colour((112, 178, 196), 1)
    cup = taper(92, 62, -52, 0)
    pen.fill(cup, case, "round")
    with pen.on(cup):
        for i in range(-6, 7):
            pen.line(curve((i * 8, -54), (i * 5.2, 2)), darken(case, 0.28), 2.2, alpha=0.7)
            pen.line(curve((i * 8 + 3, -54), (i * 5.2 + 2, 2)), lighten(case, 0.5), 1.6, alpha=0.6)
    for y, wide in ((0, 52), (-17, 43), (-33, 32), (-48, 20)):
        swirl = organic(
            f"{-wide} {-54 + y} {-wide * 0.9} {-66 + y} {-wide * 0.3} {-72 + y} {wide * 0.5} {-72 + y} "
            f"{wide} {-62 + y} {wide * 0.94} {-50 + y} {wide * 0.3} {-44 + y} {-wide * 0.6} {-45 + y}"
        )
        pen.fill(swirl, icing, "soft", line=0.8)
        for k in (-0.55, -0.1, 0.4):
            pen.line(
                stroke(f"{wide * k} {-68 + y} {wide * (k + 0.14)} {-58 + y} {wide * (k + 0.1)} {-48 + y}"),
                darken(icing, 0.16),
                2,
                alpha=0.5,
                blur=0.6,
            )
    rng = look.random("sprinkles")
    for i in range(16):
        x, at = rng.uniform(-38, 38), rng.uniform(-100, -52)
        if abs(x) < 46 + (at + 52) * 0.6:
            pen.line(
                curve((x, at), (x + rng.uniform(-4, 4), at + 3)),
                ((255, 226, 96), (120, 200, 236), (255, 255, 255))[i % 3],
                2.4,
            )
    pen.line(stroke("0 -132 4 -144 12 -150"), (96, 120, 52), 2.4)
    pen.fill(ellipse(0, -127, 10), look.part("cherry", (206, 26, 52)), "glossy", line=0.6)
    gloss(pen, -3, -131, 2, 3.4, 24)
    pen.anchor("top", 0, -124, 12)

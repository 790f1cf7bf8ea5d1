"""A croissant."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke


@thing("croissant", "pastry", cm=8, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    crust = look.colour((214, 142, 64))
    horns = "-84 -6 -86 -20 -74 -36 -58 -34 -58 -14 -70 0"
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic(horns), darken(crust, 0.06), "soft")
            pen.fill(organic("-72 -34 -52 -56 -34 -58 -30 -34 -42 -14 -60 -10"), crust, "soft")
    for x0, x1 in ((-44, -6), (6, 44)):
        lean = 1 if x0 < 0 else -1
        pen.fill(
            organic(f"{x0} -58 {x0 + 12} -70 {x1 - 6} -74 {x1 + 4} -40 {x1 - 10} -18 {x0 + 8 + lean} -22"),
            crust,
            "soft",
        )
    pen.fill(organic("-22 -72 0 -82 22 -72 24 -44 12 -20 -12 -20 -24 -44"), lighten(crust, 0.06), "soft")
    for x, lean in ((-60, -10), (-34, -6), (-8, -3), (10, 3), (36, 6), (60, 10)):
        y = -64 + abs(x) * 0.34
        pen.line(
            stroke(f"{x} {y} {x + lean * 0.2} {y + 18} {x - lean * 0.3} {y + 34}"), darken(crust, 0.32), 1.6, alpha=0.55
        )
        pen.line(
            stroke(f"{x + 4} {y - 3} {x + 5} {y + 10} {x + 4} {y + 20}"), lighten(crust, 0.55), 3, alpha=0.45, blur=1.4
        )

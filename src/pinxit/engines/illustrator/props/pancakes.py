"""A stack of pancakes with butter and syrup."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import plate
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
    union,
)


@thing("pancakes", "pancake", "stack of pancakes", cm=12, kind="food")
def draw(pen: Pen, look: Look) -> None:
    gold = look.colour((224, 160, 84))
    plate(pen, -10, 96)
    rng = look.random("stack")
    y = -12.0
    for _ in range(5):
        dx = rng.uniform(-3, 3)
        pen.fill(union(ellipse(dx, y - 2, 66, 22), ellipse(dx, y - 10, 66, 22)), (246, 214, 150), "soft", line=0.8)
        pen.fill(ellipse(dx, y - 12, 64, 20.5), gold, "soft", line=0.5)
        pen.line(arc(dx, y - 12, 62, 19, 10, 160), darken(gold, 0.25), 2, alpha=0.5, blur=0.8)
        y -= 13
    pen.decal(ellipse(0, y + 1, 56, 17), lighten(gold, 0.2), alpha=0.5, blur=4)
    syrup = organic(
        f"-44 {y} -20 {y - 13} 22 {y - 12} 46 {y - 2} 54 {y + 12} "
        f"52 {y + 34} 46 {y + 30} 42 {y + 16} 26 {y + 15} 20 {y + 46} 13 {y + 46} "
        f"8 {y + 17} -18 {y + 15} -26 {y + 32} -33 {y + 28} -36 {y + 12}",
        0.45,
    )
    pen.fill(syrup, look.part("syrup", (168, 84, 22)), "glossy", line=0.6, alpha=0.9)
    pen.line(stroke(f"-34 {y - 1} -16 {y - 9} 10 {y - 9}"), (255, 220, 160), 2, alpha=0.7)
    with pen.at(2, y - 3):
        pen.fill(facet("-14 -8 2 -14 16 -8 0 -1", 1), (255, 238, 150), "glossy", line=0.5)
        pen.fill(facet("-14 -8 0 -1 0 7 -14 0", 1), (250, 214, 100), "flat", line=0.5)
        pen.fill(facet("0 -1 16 -8 16 0 0 7", 1), (240, 198, 84), "flat", line=0.5)

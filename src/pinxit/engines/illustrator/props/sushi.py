"""Sushi on a board."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("sushi", "sushi plate", "sushi roll", "nigiri", cm=7, kind="food")
def draw(pen: Pen, look: Look) -> None:
    wood = Finish((146, 92, 54), "soft", "wood")
    for x in (-70, 70):
        coat(pen, box(x - 12, -12, 24, 12), wood.tone(-0.3))
    coat(pen, facet("-96 -40 96 -40 118 -12 -118 -12"), wood)
    coat(pen, box(-118, -13, 236, 7, 1), wood.tone(-0.15))
    for x in (-78, -34):
        roll = Turned("20 -52 20 -30 20 -18", 0.42)
        with pen.at(x, 0):
            pen.fill(roll.outline(), (40, 56, 50), "glossy")
            pen.fill(roll.cap(-52, 2.5), (250, 248, 242), "soft", line=0.4)
            pen.fill(ellipse(0, -52, 8.5, 4), look.colour((244, 120, 84)), "glossy", line=0.4)
            pen.decal(ellipse(4, -51, 3, 1.6), (130, 186, 76))
    for x, rgb in ((22, look.colour((248, 132, 92))), (78, (236, 92, 92))):
        pen.fill(
            organic(f"{x - 26} -22 {x - 24} -38 {x} -42 {x + 24} -38 {x + 26} -22 {x} -16"), (252, 250, 244), "soft"
        )
        fish = organic(f"{x - 30} -32 {x - 26} -48 {x} -54 {x + 26} -48 {x + 30} -32 {x} -36")
        pen.fill(fish, rgb, "glossy", line=0.8)
        for dx in (-16, -4, 8, 20):
            pen.line(curve((x + dx - 5, -35), (x + dx + 3, -50)), lighten(rgb, 0.6), 1.8, alpha=0.8)

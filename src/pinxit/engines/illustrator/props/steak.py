"""A grilled steak on a plate."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, plate
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    curve,
    moved,
)


@thing("steak", "beef", "grilled steak", "meat", cm=6, kind="food")
def draw(pen: Pen, look: Look) -> None:
    plate(pen, -10, 104)
    meat = look.colour((132, 66, 44))
    body = organic("-62 -16 -58 -38 -22 -46 22 -44 58 -34 62 -14 24 -4 -22 -2", 0.5)
    pen.fill(moved(body, 0, 5), darken(meat, 0.35), "soft")
    pen.fill(body, meat, "glossy")
    with pen.on(body):
        pen.line(
            organic("-60 -16 -56 -37 -22 -44 22 -42 56 -33 60 -14 24 -6 -22 -4", 0.5), (232, 190, 140), 3, alpha=0.8
        )
        for x in range(-60, 70, 20):
            pen.line(curve((x - 14, 0), (x + 14, -48)), darken(meat, 0.6), 4.4, alpha=0.75)
    for x, turn in ((56, -70), (62, -30), (58, -110)):
        leaf(pen, x, -8, 26, turn)

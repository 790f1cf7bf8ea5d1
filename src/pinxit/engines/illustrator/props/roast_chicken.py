"""A roast bird on a platter."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, plate
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    capsule,
    ellipse,
)


@thing(
    "roast chicken",
    "roast turkey",
    "roasted chicken",
    "turkey dinner",
    "thanksgiving turkey",
    "chicken leg",
    cm=16,
    kind="food",
)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((206, 126, 52))
    plate(pen, -12, 112)
    for i, a in enumerate(range(0, 360, 20)):
        x, y = 84 * math.cos(math.radians(a)), -14 + 26 * math.sin(math.radians(a))
        leaf(pen, x * 0.8, y, 26, a) if i % 2 else pen.fill(
            ellipse(x * 0.9, y, 9, 7), (240, 150, 50), "glossy", line=0.5
        )
    pen.fill(organic("-70 -20 -72 -58 -40 -90 0 -98 40 -90 68 -58 66 -20 0 -6"), skin, "glossy")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("40 -62 60 -64 68 -44 58 -28 40 -34"), darken(skin, 0.06), "glossy", line=0.7)
            leg = organic("10 -20 14 -52 40 -56 52 -36 40 -12 20 -8")
            pen.fill(leg, lighten(skin, 0.05), "glossy")
            pen.fill(capsule(16, -16, 3, -2, 9, 7), (250, 238, 214), "round", line=0.7)
    pen.decal(ellipse(-18, -78, 20, 8, -24), WHITE, alpha=0.4, blur=4)

"""A lemon, or a lime."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, scatter
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("lemon", cm=7, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((136, 188, 52) if look.noun == "lime" else (250, 222, 60))
    body = organic(
        "-62 -40 -54 -46 -40 -66 -8 -80 28 -72 46 -52 60 -44 64 -38 58 -30 44 -22 22 -4 -14 0 -42 -16 -54 -32", 0.45
    )
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        for x, y in scatter(body, 50, look.random("pores")):
            pen.decal(ellipse(x, y, 1.2), darken(skin, 0.16), alpha=0.5)
        pen.decal(ellipse(-58, -40, 6, 5), darken(skin, 0.2), alpha=0.6, blur=2)
    leaf(pen, -58, -42, 34, -128)

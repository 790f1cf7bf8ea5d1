"""Bananas: one, or a bunch of three on one stalk."""

from pinxit.engines.illustrator.colours import (
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


def one(pen: Pen, skin: Rgb) -> None:
    body = organic("-64 -62 -56 -66 -50 -58 -34 -34 -4 -18 30 -18 56 -30 64 -27 62 -20 38 -2 4 6 -32 -6 -56 -32", 0.45)
    pen.fill(body, skin, "soft")
    with pen.on(body):
        pen.line(stroke("-57 -60 -44 -36 -10 -12 28 -9 62 -26"), darken(skin, 0.22), 2.2, alpha=0.6)
        pen.line(stroke("-52 -54 -34 -28 -4 -12"), lighten(skin, 0.6), 3, alpha=0.5, blur=1.5)
        pen.decal(ellipse(-60, -62, 7, 8), (122, 92, 40))
        pen.decal(ellipse(63, -25, 6, 6), (92, 68, 40))
        for x, y in ((-20, -16), (8, -6), (30, -8), (-40, -30)):
            pen.decal(ellipse(x, y, 2.2, 1.1, 20), (150, 106, 40), alpha=0.6)


@thing("banana", "bunch of bananas", "bananas", cm=12, kind="food", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((250, 210, 62))
    if "bunch" in look.noun or look.noun == "bananas":
        for turn, tone in ((-26, 0.06), (-12, 0.0)):
            with pen.at(4, -8, turn=turn):
                one(pen, darken(skin, tone + 0.04))
    with pen.at(0, -6):
        one(pen, skin)

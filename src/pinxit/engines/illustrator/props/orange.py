"""An orange with its navel and pores, and a leaf."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, scatter
from pinxit.engines.illustrator.shapes import (
    ellipse,
    star,
)


@thing("orange", "tangerine", "mandarin", "clementine", cm=8, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((246, 142, 28))
    body = ellipse(0, -46, 48, 46)
    pen.fill(body, skin, "glossy")
    rng = look.random("pores")
    with pen.on(body):
        for x, y in scatter(body, 70, rng):
            pen.decal(ellipse(x, y, 1.1), darken(skin, 0.18), alpha=0.5)
            pen.decal(ellipse(x - 0.6, y - 0.7, 0.6), lighten(skin, 0.5), alpha=0.5)
        pen.decal(ellipse(2, -87, 13, 5), darken(skin, 0.3), alpha=0.6, blur=3)
    pen.fill(star(2, -88, 7, 3.5, 5), (112, 136, 62), "flat", line=0.4)
    leaf(pen, 3, -89, 40, -24)

"""A pear with freckles."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, scatter
from pinxit.engines.illustrator.rigs.trace import halved, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("pear", cm=11, kind="food", attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((186, 200, 72))
    body = halved("2 -116 14 -110 20 -90 28 -68 43 -46 44 -22 28 -3 6 -1 0 -4")
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        pen.decal(ellipse(28, -40, 24, 34), (214, 110, 60), alpha=0.4, blur=10)
        for x, y in scatter(body, 46, look.random("freckles")):
            pen.decal(ellipse(x, y, 0.9), (120, 116, 50), alpha=0.6)
        pen.decal(ellipse(0, -114, 9, 4), darken(skin, 0.4), alpha=0.6, blur=2)
    pen.line(stroke("0 -112 3 -122 10 -130"), (96, 66, 40), 4.5)
    leaf(pen, 4, -120, 36, -8)

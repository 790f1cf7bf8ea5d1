"""A wedge of cheese with holes."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("cheese", "wedge of cheese", "swiss cheese", cm=8, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((252, 202, 72))
    pen.fill(facet("-84 -58 30 -98 84 -62", 2), lighten(rgb, 0.35), "round")
    side = facet("-84 -58 84 -62 84 0 -84 0", 2)
    pen.fill(side, rgb, "round")
    with pen.on(side):
        for x, y, r in ((-54, -26, 12), (-14, -40, 8), (10, -14, 13), (46, -38, 10), (68, -10, 8), (-30, -6, 7)):
            pen.decal(ellipse(x, y, r, r * 0.92), darken(rgb, 0.3))
            pen.decal(ellipse(x + 2, y + 2.4, r * 0.8, r * 0.7), darken(rgb, 0.12))
    for x, y, r in ((20, -80, 8), (-26, -66, 6)):
        pen.decal(ellipse(x, y, r, r * 0.45), darken(rgb, 0.14))

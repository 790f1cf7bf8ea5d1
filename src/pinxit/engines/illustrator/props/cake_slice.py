"""A slice of cake: layers, cream, a berry."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs, plate
from pinxit.engines.illustrator.rigs.trace import facet, halved, organic, stroke


@thing("slice of cake", "cake slice", "piece of cake", "cheesecake", cm=9, kind="food")
def draw(pen: Pen, look: Look) -> None:
    icing = look.colour((250, 184, 200))
    sponge = (244, 206, 140)
    plate(pen, -12, 88)
    with pen.at(0, -10):
        back = facet("52 -66 66 -74 66 -14 52 -2")
        pen.fill(back, darken(icing, 0.12), "round")
        side = facet("-58 -58 52 -66 52 -2 -58 0", 2)
        pen.fill(side, sponge, "round")
        with pen.on(side):
            for y in (-42, -22):
                pen.decal(facet(f"-60 {y} 54 {y - 5} 54 {y + 2} -60 {y + 6}"), (255, 246, 232))
                pen.line(stroke(f"-60 {y + 2} 0 {y + 1} 54 {y - 2}"), (214, 52, 76), 2)
            crumbs(pen, side, sponge, 40, look.random("crumb"))
        top = facet("-60 -58 14 -84 66 -76 54 -66", 3)
        pen.fill(facet("-60 -60 54 -68 54 -58 -60 -50"), icing, "glossy", line=0.5)
        pen.fill(top, lighten(icing, 0.2), "glossy", line=0.6)
        with pen.at(24, -70, 0.32):
            pen.fill(halved("0 -82 20 -88 42 -80 47 -60 36 -32 16 -8 0 0"), (222, 36, 48), "glossy", line=0.6)
            pen.fill(organic("-30 -84 0 -96 30 -84 0 -76"), (92, 156, 60), "soft", line=0.5)
    pen.anchor("top", 0, -78, 60)

"""A hamburger."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs, scatter
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    scaled,
    smooth,
)


@thing("hamburger", "burger", "cheeseburger", cm=10, kind="food", attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    bun = look.colour((222, 148, 70))
    pen.fill(organic("-66 -24 66 -24 66 -8 46 0 -46 0 -66 -8", 0.3), bun, "soft")
    pen.fill(organic("-70 -44 0 -48 70 -44 74 -32 66 -22 -66 -22 -74 -32", 0.35), (108, 62, 40), "soft")
    crumbs(pen, box(-66, -42, 132, 18), (108, 62, 40), 36, look.random("meat"))
    pen.fill(
        facet("-70 -48 70 -48 52 -44 36 -28 18 -43 -26 -43 -44 -26 -60 -43", 2), (255, 194, 60), "glossy", line=0.7
    )
    for x in (-40, 2, 42):
        pen.fill(ellipse(x, -51, 27, 5.5), (214, 52, 44), "glossy", line=0.6)
    ruffle = [(x, -57 + (5 if i % 2 else -3)) for i, x in enumerate(range(-76, 77, 12))]
    pen.fill(smooth([*ruffle, (60, -66), (-60, -66)]), (128, 186, 68), "soft", line=0.8)
    top = organic("-70 -62 -68 -88 -40 -112 0 -120 40 -112 68 -88 70 -62 0 -58", 0.4)
    pen.fill(top, bun, "glossy")
    for u, v in scatter(scaled(top, 0.75, 0.6, 0, -104), 18, look.random("seeds")):
        pen.fill(ellipse(u, v, 3.6, 2.2, -20), (252, 232, 184), "round", line=0.4)

"""A loaf of bread with slashed crust and two cut slices."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    moved,
    scaled,
)


@thing("bread", "loaf", "loaf of bread", "bread loaf", "slice of bread", "toast", cm=12, kind="food")
def draw(pen: Pen, look: Look) -> None:
    crust = look.colour((196, 124, 58))
    crumb = (246, 222, 176)
    rng = look.random("crumb")
    if look.noun not in {"toast", "slice of bread"}:
        loaf = organic("-78 -20 -80 -52 -60 -74 -20 -84 30 -82 66 -70 78 -46 74 -8 60 0 -64 0", 0.45)
        pen.fill(loaf, crust, "soft")
        with pen.on(loaf):
            for x in (-48, -18, 12):
                cut = organic(f"{x - 8} -76 {x + 6} -70 {x + 12} -50 {x + 8} -42 {x - 2} -54")
                pen.decal(cut, lighten(crust, 0.5), alpha=0.9)
                pen.line(stroke(f"{x - 8} -76 {x - 2} -54 {x + 8} -42"), darken(crust, 0.4), 1.6, alpha=0.6)
            pen.decal(ellipse(0, -2, 84, 12), darken(crust, 0.35), alpha=0.4, blur=6)
        crumbs(pen, loaf, crust, 50, rng)
    shape = organic("-24 0 -27 -40 -36 -56 -28 -74 0 -80 28 -74 36 -56 27 -40 24 0", 0.35)
    x = 0 if look.noun in {"toast", "slice of bread"} else 58
    pen.fill(moved(shape, x + 5, -1), darken(crust, 0.2), "round")
    pen.fill(moved(shape, x, 0), crust, "round")
    face = scaled(moved(shape, x, 0), 0.87, 0.9, x, -38)
    pen.fill(face, (226, 172, 104) if look.noun == "toast" else crumb, "soft", line=0)
    crumbs(pen, face, crumb, 40, rng)
    if look.noun == "toast":
        pen.fill(box(-11, -52, 22, 18, 4), (255, 226, 110), "glossy", line=0.5)

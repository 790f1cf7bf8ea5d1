"""A wooden table with a wide top seen a little from above."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    polygon,
    taper,
)


@thing("coffee table", cm=45, kind="furniture")
@thing("table", "wooden table", "dining table", "kitchen table", "desk table", cm=75, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 118, 70), "soft", "wood")
    low = look.noun == "coffee table"
    legs = 46.0 if low else 92.0
    for x in (-92, 84):
        coat(pen, taper(11, 7, -legs, -24, x), what.tone(-0.32), line=0.7, upright=True)
    pen.decal(
        facet(f"-104 {-legs - 2} 104 {-legs - 2} 104 {-legs + 12} -104 {-legs + 12}"), darken(what.rgb, 0.5), alpha=0.7
    )
    coat(pen, box(-108, -legs - 4, 216, 16), what.tone(-0.18), line=0.7)
    for x in (-108, 108):
        coat(pen, taper(15, 10, -legs - 2, 0, x), what.tone(-0.08), upright=True)
    top = polygon([(-104, -legs - 40), (104, -legs - 40), (134, -legs - 8), (-134, -legs - 8)])
    coat(pen, top, what.tone(0.12))
    with pen.on(top):
        for x in (-60, -20, 20, 60):
            pen.line(
                polygon([(x * 1.3, -legs - 8), (x, -legs - 40)], closed=False), darken(what.rgb, 0.3), 1, alpha=0.5
            )
        pen.decal(ellipse(-40, -legs - 32, 60, 7, -3), lighten(what.rgb, 0.8), alpha=0.35, blur=5)
    coat(pen, box(-134, -legs - 8, 268, 9, 2), what)
    pen.anchor("top", 0, -legs - 22, 210)

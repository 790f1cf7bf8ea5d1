"""A sandwich cut in a triangle."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    scaled,
)


@thing("sandwich", "toasted sandwich", "club sandwich", cm=9, kind="food", attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    bread = look.colour((240, 208, 150))
    for y, rgb in (
        (0, bread),
        (-14, (128, 186, 68)),
        (-20, (214, 56, 46)),
        (-27, (255, 204, 84)),
        (-33, (236, 150, 140)),
        (-39, (128, 186, 68)),
        (-44, bread),
    ):
        deep = 14 if rgb == bread else 7
        pen.fill(facet(f"-84 {y - deep} 74 {y - deep - 8} 76 {y - 8} -84 {y}", 3), rgb, "soft", line=0.7)
    top = facet("-84 -57 10 -98 74 -66", 5)
    pen.fill(top, (206, 140, 74), "soft")
    pen.fill(scaled(top, 0.93, 0.9, 0, -72), (232, 182, 112), "soft", line=0)
    crumbs(pen, top, bread, 26, look.random("crust"))
    pen.line(curve((6, -76), (10, -126)), (206, 168, 110), 2.6)
    pen.fill(ellipse(10, -124, 8), (124, 150, 62), "glossy", line=0.7)

"""A camera with its lens."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, scatter
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("camera", "photo camera", "film camera", "vintage camera", "dslr", cm=9, kind="object", attach="hand", fit=80)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (126, 80, 56), "soft")
    silver = Finish((196, 200, 206), "metal")
    coat(pen, box(-72, -94, 144, 94, 9), what)
    coat(pen, box(-72, -96, 144, 26, 8), silver)
    coat(pen, facet("-28 -94 -20 -114 20 -114 28 -94", 3), silver.tone(-0.05))
    for x, wide in ((-56, 22), (42, 18), (60, 10)):
        coat(pen, box(x - wide / 2, -104, wide, 9, 2), silver.tone(-0.15), line=0.7)
    grip = box(-68, -68, 136, 60, 4)
    with pen.on(grip):
        for u, v in scatter(grip, 120, look.random("leather")):
            pen.decal(ellipse(u, v, 1.2), lighten(what.rgb, 0.2), alpha=0.5)
    pen.fill(box(46, -88, 18, 11, 2), (230, 240, 246), "glass", line=0.5)
    for r, rgb, form in ((42, silver.rgb, "metal"), (37, (40, 40, 46), "metal"), (29, (26, 28, 40), "glossy")):
        pen.fill(ellipse(0, -42, r), rgb, "metal" if form == "metal" else "glossy", line=0.7)
    pen.decal(ellipse(0, -42, 20), (54, 50, 104))
    pen.decal(ellipse(3, -39, 12), (34, 94, 128))
    pen.decal(ellipse(4, -37, 6), (14, 20, 34))
    gloss(pen, -9, -52, 6, 4)
    pen.decal(ellipse(9, -32, 2.4), (236, 190, 246), alpha=0.8)
    pen.fill(ellipse(-56, -82, 4), (206, 48, 44), "glossy", line=0.4)

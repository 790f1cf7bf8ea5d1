"""A bowl of fruit."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, leaf
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.rigs.vessel import Turned, reflections
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    minus,
    smooth,
    union,
)


@thing("bowl of fruit", "fruit bowl", "fruit basket", "basket of fruit", "fruit", "fruits", cm=24, kind="food")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 116, 66), "soft", "wood")
    shape = Turned("88 -56 86 -46 72 -22 44 -6 36 0", 0.26)
    inner = shape.cap(-56, 4)
    coat(pen, shape.outline(), what)
    pen.fill(inner, darken(what.rgb, 0.45), "flat", line=0.5)
    leaf(pen, 8, -122, 44, -30)
    for x, y, r, rgb in ((-42, -84, 30, (206, 44, 46)), (44, -84, 29, (246, 146, 36)), (2, -96, 31, (156, 190, 62))):
        pen.fill(
            smooth(
                [
                    (x + r * a, y + r * b)
                    for a, b in points(
                        "0 -0.92 0.5 -1 0.95 -0.5 0.96 0.2 0.5 0.92 0 0.98 -0.5 0.92 -0.96 0.2 -0.95 -0.5 -0.5 -1"
                    )
                ]
            ),
            rgb,
            "glossy",
        )
        pen.decal(ellipse(x, y - r * 0.9, r * 0.3, 3), darken(rgb, 0.45), alpha=0.7, blur=1.5)
        pen.line(curve((x, y - r * 0.9), (x + 4, y - r * 1.25)), (92, 62, 38), 3)
    pen.fill(
        organic("-78 -56 -70 -92 -56 -116 -50 -112 -58 -90 -44 -66 -10 -52 20 -50 20 -44 -30 -42", 0.4),
        (250, 212, 66),
        "soft",
    )
    for i, (u, v) in enumerate(points("40 -62 56 -66 70 -60 48 -52 64 -50 34 -50 54 -44")):
        pen.fill(ellipse(u, v, 10), mix((112, 52, 128), (170, 60, 110), (i % 3) * 0.3), "glossy", line=0.6)
        gloss(pen, u - 3, v - 4, 2, 2.6)
    pen.fill(ellipse(8, -58, 24, 22), (240, 96, 70), "glossy")
    with pen.on(minus(box(-200, -300, 400, 500), union(inner, box(-84, -300, 168, 244)))):
        coat(pen, shape.outline(), what)
        pen.decal(shape.band(-56, -52), lighten(what.rgb, 0.35), alpha=0.7)
        reflections(pen, shape, what)

"""A computer mouse, a remote control."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("tv remote", "remote", "remote control", cm=18, kind="object", attach="hand", fit=76)
@thing("computer mouse", "wireless mouse", cm=5, kind="object", attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (92, 96, 110), "glossy")
    if "remote" in look.noun:
        coat(pen, box(-24, -150, 48, 150, 12), what)
        pen.fill(ellipse(0, -134, 7), (206, 48, 48), "glossy", line=0.5)
        pen.fill(ellipse(0, -96, 16), lighten(what.rgb, 0.2), "round", line=0.6)
        for row in range(4):
            for i in range(3):
                pen.fill(ellipse((i - 1) * 13, -66 + row * 14, 4.4, 3.8), (222, 224, 230), "round", line=0.4)
        return
    coat(pen, organic("-30 -40 -28 -84 0 -104 28 -84 30 -40 22 -8 0 0 -22 -8", 0.45), what)
    pen.line(curve((-29, -58), (0, -52), (29, -58)), darken(what.rgb, 0.6), 1.8)
    pen.line(curve((0, -102), (0, -53)), darken(what.rgb, 0.6), 1.8)
    pen.fill(box(-4, -90, 8, 20, 4), (170, 176, 186), "round", line=0.5)

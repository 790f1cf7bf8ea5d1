"""A sword; "lightsaber" glows."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    tube,
)


@thing("dagger", cm=35, kind="object", attach="hand", fit=30)
@thing("sword", "longsword", "katana", "lightsaber", "saber", cm=95, kind="object", attach="hand", fit=30)
def draw(pen: Pen, look: Look) -> None:
    if look.noun == "lightsaber":
        rgb = look.colour((90, 200, 255))
        with pen.at(0, 0, turn=20):
            pen.glow(box(-9, -170, 18, 158, 9), rgb, alpha=0.8, blur=7)
            pen.fill(box(-4.5, -167, 9, 156, 4.5), lighten(rgb, 0.6), "flat", line=0)
            pen.glow(box(-3, -165, 6, 152, 3), lighten(rgb, 0.85))
            pen.fill(box(-6, -14, 12, 44, 3), (160, 164, 172), "metal")
        return
    what = finish(look, (196, 204, 214), "metal")
    gold = (230, 184, 80)
    with pen.at(0, 0, turn=20):
        coat(pen, facet("-9 -14 -8 -140 0 -164 8 -140 9 -14"), what)
        pen.line(curve((0, -18), (0, -138)), darken(what.rgb, 0.35), 3, alpha=0.8)
        pen.line(curve((-6, -20), (-5.4, -138)), WHITE, 1.4, alpha=0.8)
        coat(pen, tube(points("0 -10 0 26"), 9), Finish(look.part("handle", (96, 56, 42)), "round"))
        for y in range(-6, 26, 6):
            pen.line(curve((-4.5, y + 3), (4.5, y - 1)), (54, 32, 28), 1.4)
        pen.fill(organic("-34 -16 -14 -12 0 -16 14 -12 34 -16 30 -6 0 -8 -30 -6", 0.35), gold, "metal")
        pen.fill(ellipse(0, 31, 7), gold, "metal")
        pen.fill(ellipse(0, -12, 4), look.part("jewel", (200, 36, 60)), "glossy", line=0.5)

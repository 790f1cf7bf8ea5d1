"""A stemmed glass of wine."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    arc,
    curve,
    ellipse,
)


@thing(
    "wine glass",
    "glass of wine",
    "wineglass",
    "goblet",
    "wine",
    "red wine",
    "white wine",
    "chalice",
    cm=21,
    kind="vessel",
    attach="hand",
    fit=34,
)
def draw(pen: Pen, look: Look) -> None:
    metal = finish(look, (206, 226, 232), "glass", "glass")
    wine = (236, 208, 130) if "white" in look.noun else look.part("wine", (124, 16, 40))
    if metal.form == "glass" and look.colours:
        wine, metal = look.colours[0], Finish((206, 226, 232), "glass", "glass")
    base = Turned("3 -70  3.2 -40  4 -14  9 -6  30 -1  31 0", 0.26)
    bowl = Turned("27 -178  31 -158  37 -130  35 -104  24 -84  9 -73  3 -68", 0.26)
    pen.fill(ellipse(0, -1, 31, 8), metal.rgb, metal.form)
    pen.fill(base.outline(), metal.rgb, metal.form, line=0.8)
    pen.line(curve((-1.2, -68), (-1.2, -40), (-2, -14)), WHITE, 1.0, alpha=0.8)
    pen.fill(bowl.cap(-178), metal.rgb, metal.form, alpha=0.7, line=0.5)
    if metal.form == "glass":
        inner = Turned("35 -126  33.5 -108  23 -87  9 -76  2 -72", 0.26)
        pen.fill(inner.outline(), wine, "glossy", line=0.4, alpha=0.93)
        pen.fill(ellipse(0, -126, 35, 9), lighten(wine, 0.2), "flat", line=0.4)
        pen.decal(ellipse(-6, -128, 22, 4), darken(wine, 0.3), alpha=0.6, blur=2)
    pen.anchor("inside", 0, -150, 56)
    pen.fill(bowl.outline(), metal.rgb, metal.form, alpha=0.6 if metal.form == "glass" else 1.0)
    pen.anchor("top", 0, -178, 50)
    with pen.on(bowl.outline()):
        pen.decal(bowl.patch(-62, -44, -168, -92), WHITE, alpha=0.6, blur=1)
        pen.decal(bowl.patch(-38, -33, -164, -104), WHITE, alpha=0.35, blur=1)
        pen.decal(bowl.patch(58, 70, -150, -96), WHITE, alpha=0.35, blur=1.5)
    pen.line(arc(0, -178, 26.5, 6.9, 0, 360), WHITE, 1.2, alpha=0.8)
    pen.line(arc(0, -1, 28, 6.6, 100, 120), WHITE, 1.2, alpha=0.8)

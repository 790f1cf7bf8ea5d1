"""A bottle: of wine by its long neck, else a plain one."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, reflections
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
)


@thing(
    "bottle",
    "glass bottle",
    "water bottle",
    "beer bottle",
    "milk bottle",
    "potion bottle",
    cm=26,
    kind="vessel",
    attach="hand",
    fit=30,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (62, 132, 104), "glass", "glass")
    shape = Turned("9 -166  9 -160  8.5 -150  8.5 -130  12 -118  26 -100  29 -88  29 -40  29 -8  26 0", 0.22)
    body = shape.outline()
    inside = Turned("26 -78  26.5 -40  26.5 -8  24 -3", 0.22)
    if what.form == "glass":
        pen.fill(body, lighten(what.rgb, 0.15), "round", alpha=0.55)
        pen.fill(inside.outline(), darken(what.rgb, 0.25), "glossy", line=0, alpha=0.75)
        pen.fill(ellipse(0, -78, 26, 5.7), lighten(what.rgb, 0.2), "flat", line=0.3, alpha=0.9)
    coat(pen, body, Finish(what.rgb, what.form, what.material))
    with pen.on(body):
        patterned(pen, shape.band(-80, -16), look, what.rgb)
        reflections(pen, shape, Finish(what.rgb, "glossy"))
        pen.decal(shape.patch(-50, -25, -156, -122), WHITE, alpha=0.45, blur=0.7)
        label = shape.patch(-64, 64, -66, -24)
        pen.decal(label, look.part("label", (246, 240, 224)), alpha=0.96)
        pen.line(moved(shape.ring(-62, -58, 58), 0, 0), (150, 116, 66), 1)
        pen.line(moved(shape.ring(-28, -58, 58), 0, 0), (150, 116, 66), 1)
    cork = Turned("6.5 -178  7 -172  7 -165", 0.22)
    coat(pen, cork.outline(), Finish(look.part("cap", (190, 142, 92)), "round", "wood"), line=0.6)
    pen.fill(shape.band(-166, -159), lighten(what.rgb, 0.2), "glossy", line=0.5)
    pen.anchor("top", 0, -178, 12)
    pen.anchor("text", 0, -39, 46)

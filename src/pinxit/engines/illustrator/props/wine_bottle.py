"""A bottle of wine with its label and foil."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing(
    "wine bottle",
    "bottle of wine",
    "champagne bottle",
    "champagne",
    "red wine bottle",
    cm=32,
    kind="vessel",
    attach="hand",
    fit=28,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (34, 62, 44), "glossy", "")
    foil = look.colour((132, 24, 40) if "champagne" not in look.noun else (214, 170, 74), 1)
    shape = Turned("8.5 -196  8.5 -180  9 -150  10 -132  17 -118  26 -106  28 -94  28 -50  28 -8  26 0", 0.2)
    body = shape.outline()
    coat(pen, body, what)
    with pen.on(body):
        pen.decal(shape.patch(-56, -40, -100, -8), lighten(what.rgb, 0.75), alpha=0.55, blur=1.2)
        pen.decal(shape.patch(-54, -30, -146, -116), lighten(what.rgb, 0.75), alpha=0.45, blur=1.4)
        pen.decal(shape.patch(60, 74, -112, -6), lighten(what.rgb, 0.6), alpha=0.4, blur=2)
        pen.decal(shape.patch(-66, 66, -80, -26), (244, 236, 218))
        pen.line(shape.ring(-75, -62, 62), (168, 128, 62), 1.2)
        pen.line(shape.ring(-31, -62, 62), (168, 128, 62), 1.2)
        pen.decal(shape.patch(40, 66, -80, -26), (150, 136, 116), alpha=0.4, blur=3)
    pen.fill(shape.band(-199, -158), foil, "glossy", line=0.7)
    pen.fill(ellipse(0, -197, 9.4, 2.4), lighten(foil, 0.3), "glossy", line=0.5)
    pen.line(shape.ring(-190, -90, 90, 0.6), darken(foil, 0.35), 1.2)
    pen.anchor("top", 0, -197, 14)
    pen.anchor("text", 0, -51, 44)
    if not look.text:
        with pen.at(0, -47):
            pen.decal(halved("0 -12 5 -6 7 0 4 5 0 6"), (104, 32, 60), alpha=0.85)
            pen.line(curve((-13, 11), (0, 13), (13, 11)), (120, 100, 70), 1)

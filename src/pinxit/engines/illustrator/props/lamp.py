"""A table lamp; "floor lamp" stands on a long pole."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, reflections
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("lamp", "table lamp", "desk lamp", "bedside lamp", "lampshade", cm=48, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    shade = look.colour((250, 226, 176))
    what = (
        finish(look, (176, 128, 76), "glossy")
        if look.material
        else Finish(look.part("base", look.colour((92, 130, 140), 1)), "glossy")
    )
    lit = look.night or look.has("glowing", "lit", "bright")
    pen.glow(ellipse(0, -112, 108, 92), (255, 206, 120), alpha=0.5 if lit else 0.16, blur=40)
    if look.noun == "floor lamp":
        foot = Turned("3 -70 3 -20 4 -8 22 -3 24 0", 0.28)
        coat(pen, foot.outline(), Finish(look.part("base", (88, 82, 80)), "metal"))
    else:
        foot = Turned("5 -82 6 -76 12 -68 24 -46 22 -26 10 -12 14 -6 28 -3 29 0", 0.28)
        coat(pen, foot.outline(), what)
        with pen.on(foot.outline()):
            reflections(pen, foot, what)
    pen.fill(box(-3, -92, 6, 14), (206, 168, 92), "metal", line=0.6)
    cone = Turned("34 -152 40 -126 52 -84", 0.24)
    pen.fill(cone.outline(), shade, "soft")
    with pen.on(cone.outline()):
        patterned(pen, cone.outline(), look, shade)
        glow = Gradient(
            (0, -104), (0, -40), ((0, (255, 246, 210)), (1, shade)), radial=True, alphas=(0.95 if lit else 0.55, 0)
        )
        pen.decal(cone.outline(), glow)
        for a in range(-80, 81, 16):
            pen.line(curve(cone.at(a, -150), cone.at(a, -86)), darken(shade, 0.16), 1, alpha=0.4)
    pen.fill(cone.cap(-152), darken(shade, 0.1), "flat", line=0.5)
    pen.decal(cone.cap(-152, 2), (255, 240, 190))
    trim = darken(shade, 0.24)
    pen.line(cone.ring(-85), trim, 2.4)
    pen.line(cone.ring(-150), trim, 1.6)
    pen.anchor("top", 0, -154, 50)

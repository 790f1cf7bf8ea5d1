"""A glass jar with a screw lid and something in it."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    ellipse,
    polygon,
)

FILLING: dict[str, Rgb] = {
    "honey": (232, 158, 30),
    "jam": (176, 24, 46),
    "cookie": (196, 140, 84),
    "pickle": (128, 148, 52),
    "candy": (232, 96, 140),
}


@thing(
    "jar",
    "glass jar",
    "honey",
    "jam",
    "mason jar",
    "cookie jar",
    "pickle jar",
    "pot of honey",
    cm=14,
    kind="vessel",
    attach="hand",
    fit=44,
)
def draw(pen: Pen, look: Look) -> None:
    filling = look.colour(next((rgb for name, rgb in FILLING.items() if name in look.noun), (226, 150, 44)))
    shape = Turned("25 -98  25 -92  34 -84  37 -74  37 -40  37 -8  33 0", 0.28)
    inside = Turned("33 -74  34.5 -60  34.5 -30  34 -8  30 -3", 0.28)
    solid = finish(look, (206, 226, 232), "glass", "glass")
    if solid.form == "glass":
        pen.fill(shape.outline(), (214, 230, 234), "glass")
        pen.fill(inside.outline(), filling, "glossy", line=0.3, alpha=0.96)
        pen.fill(ellipse(0, -74, 33, 9), lighten(filling, 0.3), "flat", line=0.3)
        pen.anchor("inside", 0, -70, 60)
        pen.fill(shape.outline(), (214, 230, 234), "glass", alpha=0.5)
    else:
        coat(pen, shape.outline(), solid)
        pen.anchor("inside", 0, -92, 44)
    with pen.on(shape.outline()):
        pen.decal(shape.patch(-58, -42, -80, -8), WHITE, alpha=0.6, blur=0.8)
        pen.decal(shape.patch(62, 72, -76, -12), WHITE, alpha=0.4, blur=1.2)
        label = shape.patch(-36, 50, -58, -20)
        pen.decal(label, look.part("label", (250, 244, 228)))
        pen.line(label, (186, 140, 84), 1)
    lid = Turned("28 -112  28.5 -108  28.5 -98  28 -96", 0.28)
    cap = look.part("lid", (206, 168, 92))
    pen.fill(lid.outline(), cap, "metal")
    pen.fill(lid.cap(-112), lighten(cap, 0.25), "round", line=0.6)
    for angle in range(-84, 85, 12):
        pen.line(polygon([lid.at(angle, -107), lid.at(angle, -98)], closed=False), darken(cap, 0.35), 0.8, alpha=0.6)
    pen.anchor("top", 0, -112, 46)
    pen.anchor("text", 5, -31, 42)

"""A wrapped present with a ribbon and a bow."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    polygon,
)


@thing(
    "gift",
    "present",
    "gift box",
    "wrapped gift",
    "christmas present",
    "birthday present",
    cm=25,
    kind="object",
    attach="hand",
    fit=70,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 54, 62), "round")
    ribbon = look.colour((248, 206, 90), 1)
    front = block(pen, (-60, 0, 0), (100, 82, 60), what)
    patterned(pen, front, look, what.rgb)
    pen.fill(box(-18, -82, 16, 82), ribbon, "soft", line=0.5)
    pen.fill(
        polygon([(40 + 10.5, -8.5 - 82), (40 + 16, -13 - 82), (56, -13), (50.5, -8.5)]),
        darken(ribbon, 0.2),
        "flat",
        line=0.4,
    )
    lid = what.tone(0.07)
    block(pen, (-64, -78, -2), (108, 18, 64), lid)
    pen.fill(polygon([(-20, -95), (-2, -95), (24, -117), (8, -117)]), lighten(ribbon, 0.2), "soft", line=0.5)
    pen.fill(polygon([(-54, -104), (-46, -110), (62, -110), (54, -104)]), lighten(ribbon, 0.16), "soft", line=0.5)
    pen.fill(box(-20, -95, 18, 18), ribbon, "soft", line=0.5)
    for flip in (False, True):
        with pen.at(2, -108, flip=flip):
            pen.fill(organic("0 0 8 -24 30 -36 42 -24 34 -6"), ribbon, "soft")
            pen.decal(organic("10 -8 18 -22 30 -26 30 -14"), darken(ribbon, 0.45), alpha=0.6, blur=1)
            pen.fill(organic("0 -2 14 10 26 24 16 22 12 26 -2 4", 0.3), darken(ribbon, 0.1), "soft", line=0.7)
    pen.fill(ellipse(2, -109, 8.5, 7.5), lighten(ribbon, 0.15), "soft", line=0.7)
    pen.anchor("top", 0, -112, 60)

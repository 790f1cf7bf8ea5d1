"""A mug: straight wall, a strap handle, coffee in it and steam above."""

from pinxit.engines.illustrator.colours import (
    Rgb,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, finish, patterned
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle, steam
from pinxit.engines.illustrator.shapes import (
    ellipse,
)

CLAY: Rgb = (226, 222, 214)
COFFEE: Rgb = (70, 38, 22)


@thing(
    "mug",
    "coffee mug",
    "cup of coffee",
    "coffee cup",
    "coffee",
    "mug of coffee",
    "espresso",
    "latte",
    "cappuccino",
    cm=10,
    kind="vessel",
    attach="hand",
    fit=46,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, CLAY, "round" if look.has("matte") else "glossy", "ceramic")
    shape = Turned("40 -92 40.6 -70 41 -44 40.6 -22 39 -11 36 -4 31 0", 0.4)
    side = what.tone(-0.06)
    handle(
        pen,
        "34 -76  50 -81  66 -74  70 -56  63 -36  49 -24  35 -22",
        10,
        Finish(look.part("handle", side.rgb), what.form, what.material),
    )
    milky = look.noun in {"latte", "cappuccino"}
    vessel = Vessel(
        shape,
        what,
        4.2,
        (190, 138, 92) if milky else look.part("coffee", COFFEE),
        12,
        decorate=lambda p: patterned(p, shape.band(-86, -8), look, what.rgb),
    )
    vessel.draw(pen)
    with pen.on(shape.cap(-92, 4.2)):
        y, r = -80.0, 36.0
        if milky:
            pen.decal(halved("0 -88 10 -85 16 -79 8 -73 0 -70"), (250, 238, 220), alpha=0.9, blur=0.6)
        pen.line(ellipse(0, y, r * 0.98, r * 0.39), (176, 118, 70), 1.6, alpha=0.75, blur=0.5)
    pen.anchor("text", 0, -42, 58)
    if not look.has("empty", "iced"):
        steam(pen, 0, -92, 74, 44)

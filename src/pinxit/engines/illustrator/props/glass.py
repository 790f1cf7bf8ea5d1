"""A tumbler of water, milk, juice or beer."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import (
    arc,
    box,
    curve,
    ellipse,
    minus,
)

DRINKS: dict[str, Rgb] = {
    "milk": (250, 246, 236),
    "juice": (248, 158, 36),
    "lemonade": (248, 226, 120),
    "water": (196, 226, 238),
    "iced tea": (180, 92, 36),
    "whiskey": (196, 112, 36),
    "soda": (84, 38, 24),
}


@thing(
    "glass",
    "drinking glass",
    "tumbler",
    "glass of water",
    "water glass",
    "glass of milk",
    "milk",
    "glass of juice",
    "juice",
    "orange juice",
    "orange juice glass",
    "lemonade",
    "iced tea",
    "soda",
    "drink",
    cm=14,
    kind="vessel",
    attach="hand",
    fit=40,
)
def draw(pen: Pen, look: Look) -> None:
    drink = next((rgb for name, rgb in DRINKS.items() if name in look.noun), (196, 226, 238))
    drink = look.colour(drink)
    shape = Turned("34 -112  33 -80  30 -30  28 -6  26 0", 0.3)
    inner = Turned("30.5 -94  29 -60  26.5 -20  25 -7", 0.3)
    glass = (206, 228, 236)
    pen.fill(shape.cap(-112), glass, "glass", line=0.6)
    watery = drink == (196, 226, 238)
    pen.fill(inner.outline(), drink, "flat", line=0.6, alpha=0.62 if watery else 0.95)
    pen.fill(ellipse(0, -94, 30.5, 9.2), lighten(drink, 0.35), "flat", line=0.7, alpha=0.9)
    pen.line(arc(0, -94, 29, 8.6, 20, 140), WHITE, 1.2, alpha=0.8)
    pen.anchor("inside", 0, -100, 54)
    if look.has("iced", "cold") or watery or look.noun in {"iced tea", "lemonade", "whiskey", "soda"}:
        for x, y, turn in ((-9, -92, 14), (12, -88, -20), (2, -74, 34)):
            with pen.at(x, y, turn=turn):
                pen.fill(box(-8, -8, 16, 16, 3), (226, 240, 248), "glass", line=0.7)
                pen.decal(facet("-8,8 8,-6 8,8"), (176, 206, 224), alpha=0.7)
                pen.line(curve((-5, -5), (4, -5.5)), WHITE, 1.2, alpha=0.8)
    body = shape.outline()
    pen.fill(minus(body, inner.outline()), glass, "flat", alpha=0.4)
    pen.fill(body, glass, "glass", alpha=0.24)
    wire(pen, body, darken(glass, 0.2), 0.8, "flat", 0.5)
    pen.anchor("top", 0, -112, 60)
    with pen.on(shape.outline()):
        pen.decal(shape.patch(-60, -42, -104, -14), WHITE, alpha=0.55, blur=0.8)
        pen.decal(shape.patch(-36, -31, -104, -14), WHITE, alpha=0.35, blur=0.6)
        pen.decal(shape.patch(60, 70, -98, -20), WHITE, alpha=0.35, blur=1.2)
        pen.line(arc(0, -6, 25, 7, 15, 150), WHITE, 2, alpha=0.6, blur=0.6)
        wires(pen, "22,-84 20,-40 18,-20|25,-70 23.5,-48|-20,-22 -19,-14", darken(drink, 0.16), 0.8, "flat", 0.2)
        for x, y, r in ((-10, -58, 1.6), (6, -44, 2), (-4, -30, 1.3), (12, -62, 1.4), (10, -22, 1.6)):
            pen.fill(ellipse(x, y, r), lighten(drink, 0.6), "flat", line=0.25)
    wire(pen, shape.cap(-112), (244, 250, 252), 1, "flat", 0.4)
    pen.anchor("text", 0, -54, 46)

"""Carts: a shopping cart, a wooden farm cart, a wheelbarrow."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import bars, facet, points, stroke
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, minus, tube


@thing("shopping cart", "shopping trolley", "grocery cart", "supermarket cart", cm=100, kind="vehicle", faces=1)
def draw(pen: Pen, look: Look) -> None:
    """A wire basket on castors, the handle at the left."""
    wire = finish(look, (160, 168, 178), "metal", "metal").rgb
    grip = look.part("handle", look.colour((214, 52, 56), 1))
    far = darken(wire, 0.35)
    pen.line(bars("-58,-104 72,-92|-50,-54 56,-50"), far, 2.4)
    for i in range(9):
        pen.line(bars(f"{-54 + i * 15.4},{-104 + i * 1.4} {-46 + i * 12.6},{-54 + i * 0.5}"), far, 1.2, alpha=0.8)
    pen.anchor("inside", 6, -92, 110)
    for spots in ("-86,-122 -70,-116 -62,-60 -50,-44 64,-42", "-50,-44 -58,-20 52,-18 70,-18"):
        pen.fill(tube(points(spots), 5.4), wire, "metal", line=0.8)
    for i in range(12):
        x0, x1 = -66 + i * 13.2, -56 + i * 10.9
        pen.line(bars(f"{x0},{-112 + i * 1.2} {x1},-46"), wire, 2.0)
    for i in range(6):
        y = -101 + i * 11
        pen.line(bars(f"{-65 + i * 1.7},{y} {77 - i * 4},{y + 12 - i * 2}"), wire, 1.9)
    pen.line(bars("-66,-112 80,-98"), lighten(wire, 0.5), 1.4, alpha=0.8)
    pen.fill(tube(points("-68,-112 0,-106 80,-98 66,-44"), 5), wire, "metal", line=0.8)
    pen.fill(capsule(-90, -123, -68, -115, 9), grip, "glossy")
    for x in (-50, 60):
        pen.fill(facet(f"{x - 7},-20 {x + 7},-20 {x + 3},-6 {x - 5},-6", 2), darken(wire, 0.25), "metal")
        pen.fill(ellipse(x - 1, -9, 9), (52, 52, 60), "round")
        pen.fill(ellipse(x - 1, -9, 3.4), wire, "metal", line=0.5)


def wheel(pen: Pen, x: float, y: float, radius: float, what: Finish, spokes: int = 10) -> None:
    """A wooden wheel with its iron tyre."""
    with pen.at(x, y):
        for i in range(spokes):
            a = math.radians(360 * i / spokes)
            end = (radius * 0.86 * math.cos(a), radius * 0.86 * math.sin(a))
            pen.fill(capsule(0, 0, *end, radius * 0.13, radius * 0.1), what.tone(-0.06).rgb, "soft", line=0.6)
        coat(pen, minus(ellipse(0, 0, radius * 0.96), ellipse(0, 0, radius * 0.76)), what)
        pen.fill(minus(ellipse(0, 0, radius), ellipse(0, 0, radius * 0.92)), (84, 82, 88), "metal", line=0.7)
        pen.fill(ellipse(0, 0, radius * 0.24), what.tone(0.1).rgb, "round", line=0.8)
        pen.fill(ellipse(0, 0, radius * 0.1), (84, 82, 88), "metal", line=0.5)


@thing(
    "wagon",
    "cart",
    "wooden cart",
    "farm cart",
    "horse cart",
    "hay cart",
    "handcart",
    "toy wagon",
    "wooden wagon",
    cm=140,
    kind="vehicle",
    faces=1,
)
def draw_wagon(pen: Pen, look: Look) -> None:
    """Plank sides, two spoked wheels and a shaft."""
    what = finish(look, (164, 108, 62), "soft", "wood")
    pen.fill(tube(points("84,-44 120,-40 152,-28 160,-24"), [8, 7, 6, 5]), what.tone(-0.15).rgb, "soft")
    coat(pen, facet("-104,-96 92,-96 96,-88 -108,-88", 2), what.tone(-0.35))
    pen.anchor("inside", -6, -94, 170)
    pen.anchor("seat", -6, -88, 90)
    for i, y in enumerate((-92, -76, -60)):
        coat(pen, box(-106 + i, y, 198 - i * 2, 15, 2), what.tone(0.04 - 0.04 * i))
    coat(pen, box(-108, -46, 202, 9, 2), what.tone(-0.25))
    for x in (-96, -34, 26, 82):
        coat(pen, box(x, -98, 10, 56, 2), what.tone(-0.14), upright=True)
        for y in (-85, -69, -53):
            pen.decal(ellipse(x + 5, y, 1.8), (70, 64, 66))
    for x in (-62, 56):
        wheel(pen, x, -36, 36, what.tone(-0.05))


@thing("wheelbarrow", "garden barrow", "barrow", cm=66, faces=1)
def draw_barrow(pen: Pen, look: Look) -> None:
    """A steel tray on one wheel, wooden handles at the left."""
    what = finish(look, (70, 136, 92), "glossy", "metal")
    wood = look.part("handle", (178, 122, 72))
    pen.fill(tube(points("-30,-44 -38,-20 -44,-2"), 6), (92, 94, 102), "metal")
    pen.fill(tube(points("-8,-44 -26,-20 -36,-2 -48,-2"), 6), (112, 114, 122), "metal")
    pen.fill(capsule(-120, -70, 74, -24, 8), darken(wood, 0.25), "soft")
    pen.fill(ellipse(78, -24, 24), (50, 50, 56), "round")
    pen.fill(ellipse(78, -24, 14), look.part("wheel", (214, 180, 70)), "metal", line=0.7)
    pen.fill(ellipse(78, -24, 4), (70, 72, 80), "metal", line=0.5)
    tray = facet("-64,-102 84,-98 50,-48 -22,-46", 8)
    pen.fill(facet("-64,-104 -40,-114 70,-110 86,-100", 4), darken(what.rgb, 0.5), "flat")
    pen.anchor("inside", 10, -102, 120)
    coat(pen, tray, what)
    with pen.on(tray):
        pen.line(stroke("-46,-94 -18,-56 40,-56"), lighten(what.rgb, 0.4), 2, alpha=0.5)
        pen.line(stroke("66,-94 44,-60"), darken(what.rgb, 0.4), 3, alpha=0.5, blur=1)
    pen.fill(capsule(-65, -103, 86, -99, 6), what.tone(0.14).rgb, "glossy", line=0.8)
    pen.fill(capsule(-124, -66, 78, -22, 8), wood, "soft")
    pen.fill(capsule(-126, -66.5, -100, -61, 10), (58, 54, 58), "round")

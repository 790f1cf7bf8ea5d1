"""Two wheels and an engine, and the board: motorcycle, scooter, skateboard."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import STEEL, headlamp, spot, taillamp, wheel, wire_wheel
from pinxit.engines.illustrator.shapes import arc, box, ellipse, tube

DARK: Rgb = (50, 50, 56)


@thing("motorcycle", "motorbike", "chopper", "dirt bike", "harley", cm=115, kind="vehicle", faces=1)
def draw(pen: Pen, look: Look) -> None:
    """Tank, engine with fins, twin exhaust, fork, long saddle."""
    paint = look.colour((178, 34, 40))
    hide = look.part("seat", (70, 48, 40))
    for x in (-78, 84):
        wire_wheel(pen, x, -37, 37, (40, 40, 46), 12)
        pen.line(ellipse(x, -37, 35), (40, 40, 46), 7)
        pen.line(ellipse(x, -37, 14), (150, 154, 162), 3)
    pen.fill(tube([(84, -37), (70, -74), (56, -112)], [6, 7, 8]), STEEL, "metal")
    pen.line(
        bars("-78,-37 -18,-46|-78,-37 -30,-82|-24,-44 44,-92|44,-92 -34,-88|-24,-44 26,-40 48,-92"),
        darken(DARK, 0.2),
        6,
    )
    _engine(pen)
    pen.line(arc(84, -37, 43, 43, 232, 96), darken(paint, 0.3), 7)
    pen.line(arc(84, -37, 43.5, 43.5, 232, 96), paint, 5)
    guard = facet("-124,-44 -116,-66 -94,-82 -62,-84 -40,-76 -46,-70 -68,-76 -94,-70 -110,-58 -116,-42", 5)
    pen.fill(guard, paint, "glossy")
    pen.fill(organic("-100,-92 -84,-98 -56,-94 -30,-88 -8,-90 -6,-82 -34,-76 -70,-80 -96,-84"), hide, "soft")
    pen.line(stroke("-92,-86 -60,-84 -30,-81 -10,-85"), lighten(hide, 0.3), 1, alpha=0.8)
    pen.anchor("seat", -34, -90, 40)
    tank = organic("-10,-88 -4,-100 16,-108 40,-106 52,-98 50,-88 26,-82 2,-82")
    pen.fill(tank, paint, "glossy")
    pen.line(stroke("0,-92 20,-99 44,-97"), lighten(paint, 0.6), 1.8, alpha=0.8)
    pen.anchor("text", 20, -94, 36)
    pen.line(stroke("56,-112 52,-124 40,-130 24,-128"), (86, 90, 98), 5)
    pen.line(stroke("56,-112 52,-124 40,-130"), STEEL, 3)
    pen.fill(tube([(36, -130), (20, -128)], 6.4), (44, 42, 46), "round", line=0.7)
    pen.line(bars("50,-124 46,-142"), STEEL, 2)
    pen.fill(ellipse(45, -145, 7, 5, -20), DARK, "round", line=0.7)
    headlamp(pen, facet("58,-118 74,-122 78,-112 74,-102 60,-104", 6), look, 140)
    taillamp(pen, box(-122, -74, 8, 8, 2), look)
    pen.line(stroke("2,-46 -20,-30 -60,-26 -110,-30"), (90, 92, 100), 10)
    pen.line(stroke("2,-46 -20,-30 -60,-26 -110,-30"), STEEL, 7.4)
    pen.line(stroke("-20,-32 -60,-28 -106,-32"), (255, 255, 255), 1.6, alpha=0.8)
    pen.fill(tube([(-10, -34), (8, -34)], 4), DARK, "round", line=0.5)
    pen.anchor("hook", 34, -130, 24)


def _engine(pen: Pen) -> None:
    pen.fill(facet("-22,-66 -26,-40 -10,-28 26,-28 36,-44 28,-60", 6), (128, 132, 140), "metal")
    for turn in (-20, 24):
        with pen.at(4, -54, turn=turn):
            for i in range(6):
                pen.fill(box(-12 + i * 0.6, -30 + i * 4.6, 24 - i * 1.2, 3.2, 1.4), (184, 188, 196), "round", line=0.4)
    pen.fill(ellipse(6, -44, 12), (206, 210, 216), "metal", line=0.7)
    for i in range(6):
        pen.decal(ellipse(*spot(6, -44, 9, i * 60), 1.2), (96, 98, 106))


@thing("scooter", "vespa", "moped", "motor scooter", cm=118, kind="vehicle", faces=1)
def draw_scooter(pen: Pen, look: Look) -> None:
    """A leg shield, a step-through floor, a round tail, two seats."""
    paint = look.colour((120, 194, 176))
    hide = look.part("seat", look.colour((124, 78, 52), 1))
    for x in (-62, 66):
        wheel(pen, x, -22, 22, (232, 232, 226), 6)
    pen.fill(tube([(66, -22), (58, -52)], [7, 9]), STEEL, "metal")
    pen.fill(
        facet("-30,-30 -20,-38 40,-38 52,-56 58,-96 50,-122 60,-124 68,-96 64,-58 50,-28 -20,-24", 9), paint, "round"
    )
    shield = organic("46,-124 60,-126 70,-96 68,-66 54,-48 48,-60 52,-92")
    pen.fill(shield, lighten(paint, 0.06), "round")
    pen.line(stroke("54,-118 61,-94 58,-62"), lighten(paint, 0.6), 2, alpha=0.7)
    tail = organic(
        "-104,-46 -98,-70 -70,-84 -34,-82 -16,-66 -18,-40 -32,-26 -38,-30 -46,-42 -62,-47 -78,-42 -86,-28 -97,-28"
    )
    pen.fill(tail, paint, "glossy")
    pen.line(stroke("-92,-62 -66,-74 -36,-72 -24,-60"), lighten(paint, 0.6), 2.2, alpha=0.7)
    for i in range(4):
        pen.line(bars(f"{-44 + i * 6},-62 {-40 + i * 6},-50"), darken(paint, 0.4), 1.8)
    pen.fill(facet("44,-30 46,-46 62,-54 80,-46 88,-30 80,-36 66,-42 52,-36", 6), paint, "round")
    pen.fill(organic("-96,-84 -70,-96 -30,-94 -10,-88 -12,-80 -40,-82 -80,-76"), hide, "soft")
    pen.line(stroke("-88,-82 -60,-86 -16,-84"), lighten(hide, 0.35), 1, alpha=0.8)
    pen.anchor("seat", -44, -92, 40)
    pen.fill(tube([(54, -122), (50, -136)], 7), paint, "round")
    pen.line(stroke("52,-136 44,-142 30,-142"), STEEL, 3.4)
    pen.fill(tube([(40, -142), (26, -141)], 6), (56, 50, 48), "round", line=0.6)
    headlamp(pen, ellipse(60, -138, 9, 8), look, 130)
    pen.line(ellipse(60, -138, 9, 8), STEEL, 1.8)
    pen.line(bars("46,-142 40,-158"), STEEL, 1.8)
    pen.fill(ellipse(39, -162, 6.5), (190, 206, 216), "round", line=0.7)
    taillamp(pen, box(-107, -62, 7, 9, 3), look)
    pen.anchor("hook", 36, -142, 20)
    pen.anchor("back", -94, -84, 30)


@thing("skateboard", "longboard", "skate board", cm=14, kind="vehicle", faces=1)
def draw_skateboard(pen: Pen, look: Look) -> None:
    """A deck with upturned ends on two trucks."""
    wood = look.colour((230, 96, 70))
    for x in (-58, 58):
        pen.fill(facet(f"{x - 13},-27 {x + 13},-27 {x + 5},-14 {x - 5},-14", 2), (166, 170, 178), "metal")
        for dx in (-9, 9):
            pen.fill(ellipse(x + dx, -10, 10.5), look.part("wheel", look.colour((250, 236, 196), 1)), "round")
            pen.fill(ellipse(x + dx, -10, 4), (110, 112, 120), "round", line=0.5)
    pen.fill(tube([(-104, -47), (-90, -37), (-74, -31), (74, -31), (90, -37), (104, -47)], 8), wood, "round")
    pen.line(stroke("-103,-49 -90,-40 -74,-34 74,-34 90,-40 103,-49"), (52, 50, 54), 3)
    for x in (-64, -52, 52, 64):
        pen.decal(ellipse(x, -30.5, 1.3), (80, 76, 80))
    pen.anchor("seat", 0, -35, 70)
    pen.anchor("top", 0, -35, 120)

"""Fittings and seats of the house: high chair, bar stool, ironing board, robot vacuum, radiator, air conditioner, bin."""

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, tube, union

_STEEL: Rgb = (196, 204, 214)
_DARK: Rgb = (64, 66, 78)


@thing("high chair", "highchair", "baby chair", "baby high chair", cm=100, kind="furniture")
def draw_high_chair(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 154, 98), "soft", "wood")
    cushion = look.part("cushion", look.colour((112, 178, 170), 1))
    for s in (-1, 1):
        coat(pen, tube(points(f"{s * 26},-100 {s * 34},-40 {s * 40},-14"), 7), what.tone(-0.25), upright=True)
    mould(pen, "-38,-96 -42,-150 -32,-178 0,-184 32,-178 42,-150 38,-96", what.tone(-0.06).rgb, "soft")
    pad = mould(pen, "-29,-98 -33,-148 -24,-169 0,-174 24,-169 33,-148 29,-98", cushion, "soft", 0.8)
    with pen.on(pad):
        for x, y in ((-14, -152), (14, -152), (0, -136), (-14, -120), (14, -120)):
            disc(pen, f"{x} {y} 4.4", lighten(cushion, 0.6), "flat", 0)
    cut(pen, "-40,-104 40,-104 46,-88 -46,-88", cushion, "soft", 6)
    coat(pen, facet("-48,-92 48,-92 48,-83 -48,-83", 3), what)
    pen.anchor("seat", 0, -98, 60)
    for s in (-1, 1):
        coat(pen, tube(points(f"{s * 42},-86 {s * 50},-40 {s * 58},0"), 8.5), what, upright=True)
        coat(pen, tube(points(f"{s * 44},-88 {s * 47},-126"), 7), what, line=0.9, upright=True)
    coat(pen, tube(points("-53,-32 53,-32"), 7), what, line=0.9)
    coat(pen, facet("-50,-46 50,-46 54,-38 -54,-38", 2), what.tone(0.1))
    coat(pen, union(box(-64, -134, 128, 20, 10), box(-58, -126, 116, 18, 8)), what.tone(-0.18))
    coat(pen, box(-64, -138, 128, 20, 9), what.tone(0.16))
    pen.anchor("top", 0, -130, 90)


@thing("bar stool", "barstool", "counter stool", cm=78, kind="furniture")
def draw_bar_stool(pen: Pen, look: Look) -> None:
    rgb = look.colour((196, 62, 54))
    disc(pen, "0 -8 46 12", darken(_STEEL, 0.3), "metal")
    disc(pen, "0 -12 46 12", _STEEL, "metal", 0.8)
    mould(pen, "-9,-16 -6,-40 -6,-120 6,-120 6,-40 9,-16 0,-12", _STEEL, "metal")
    wires(pen, "-4,-58 -34,-56 -38,-47 0,-38 38,-47 34,-56 4,-58", _STEEL, 6, "metal", 0.8)
    bar(pen, "-9 -122 18 14 3", darken(_STEEL, 0.25), "metal")
    mould(pen, "-50,-140 -46,-124 0,-114 46,-124 50,-140", darken(rgb, 0.25), "glossy")
    seat = mould(
        pen, "-54,-142 -50,-154 -24,-163 0,-164 24,-163 50,-154 54,-142 46,-130 0,-123 -46,-130", rgb, "glossy"
    )
    with pen.on(seat):
        score(pen, "-54,-144 -30,-134 0,-131 30,-134 54,-144", darken(rgb, 0.35), 2, 0.8)
        for x, y in ((-22, -150), (0, -146), (22, -150), (0, -157)):
            disc(pen, f"{x} {y} 2.6 1.8", darken(rgb, 0.4), "flat", 0)
    score(pen, "-48,-126 0,-117 48,-126", _STEEL, 4)
    pen.anchor("seat", 0, -146, 74)
    pen.anchor("top", 0, -146, 80)


@thing("ironing board", "iron board", cm=95, kind="furniture")
def draw_board(pen: Pen, look: Look) -> None:
    rgb = look.colour((92, 156, 196))
    wires(pen, "-74,0 62,-108|-54,0 -86,0", _STEEL, 8, "metal", 0.8)
    wires(pen, "78,0 -58,-108|58,0 96,0", lighten(_STEEL, 0.15), 8, "metal", 0.8)
    disc(pen, "2 -57 6", darken(_STEEL, 0.4), "metal", 0.7)
    outline = "-136,-122 -96,-134 -20,-138 100,-136 124,-128 120,-116 90,-110 -20,-108 -96,-112"
    with pen.at(0, 7):
        mould(pen, outline, darken(rgb, 0.4), "soft")
    cover = mould(pen, outline, rgb, "soft")
    patterned(pen, cover, look, rgb)
    with pen.on(cover):
        for i in range(16):
            x, y = -116.0 + i * 16, -118.0 - (i % 2) * 10
            for dx, dy in ((0.0, -3.0), (4.0, 0.0), (0.0, 3.0), (-4.0, 0.0)):
                disc(pen, f"{x + dx} {y + dy} 2.4 1.6", lighten(rgb, 0.7), "flat", 0)
    mould(pen, "44,-132 48,-148 66,-158 92,-158 100,-132 70,-130", (236, 240, 246), "glossy", 0.9)
    wires(pen, "58,-156 66,-174 92,-174 96,-158", (206, 72, 62), 8, "glossy", 0.8)
    cut(pen, "40,-134 102,-134 102,-127 36,-127", _STEEL, "metal", 2, 0.8)
    pen.anchor("top", -30, -124, 120)


@thing("robot vacuum", "roomba", "robotic vacuum", "vacuum robot", cm=14)
def draw_robot_vacuum(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 240, 246))
    for s in (-1, 1):
        wires(
            pen,
            f"{s * 62},-6 {s * 104},2|{s * 62},-6 {s * 92},12|{s * 62},-6 {s * 102},-12",
            (82, 88, 104),
            2.6,
            "soft",
            0.5,
        )
    pen.fill(
        union(ellipse(0, -26, 104, 34), ellipse(0, -50, 104, 44), box(-104, -50, 208, 24)), darken(rgb, 0.2), "glossy"
    )
    bumper = organic("-103,-44 -70,-18 0,-6 70,-18 103,-44 103,-28 72,0 0,10 -72,0 -103,-28", 0.4)
    pen.fill(bumper, _DARK, "glossy", line=0.9)
    disc(pen, "0 -52 104 44", rgb, "glossy")
    pen.line(ellipse(0, -52, 90, 37), darken(rgb, 0.3), 2.4)
    disc(pen, "0 -66 30 12", _DARK, "glossy", 0.9)
    disc(pen, "0 -73 30 12", lighten(_DARK, 0.15), "glossy", 0.9)
    disc(pen, "0 -74 18 7", (60, 64, 82), "flat", 0.5)
    for x in (-20, 20):
        disc(pen, f"{x} -38 8 4.4", lighten(rgb, 0.4), "glossy", 0.7)
    pen.glow(ellipse(-20, -38, 3.6, 2), (70, 190, 250))
    pen.glow(ellipse(20, -38, 3.6, 2), (94, 216, 130))
    for x in (-50, 50):
        disc(pen, f"{x} -8 5 3.4", (120, 210, 250), "glossy", 0.5)
    pen.anchor("top", 0, -84, 110)


@thing("radiator", "heater", "cast iron radiator", "space heater", cm=65)
def draw_radiator(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 222, 212), "glossy")
    wires(pen, "104,-22 124,-22 126,2|104,-106 120,-106", (206, 160, 84), 8, "metal", 0.8)
    disc(pen, "124 -106 11 13", (206, 66, 58), "glossy", 0.9)
    for i in range(9):
        x = -92.0 + i * 23
        if i in {0, 8}:
            coat(pen, facet(f"{x - 9},-18 {x + 9},-18 {x + 6},0 {x - 6},0", 2), what.tone(-0.2))
        fin = organic(f"{x - 11},-20 {x - 11},-112 {x - 8},-126 {x},-130 {x + 8},-126 {x + 11},-112 {x + 11},-20 {x + 8},-11 {x},-8 {x - 8},-11", 0.3)  # fmt: skip
        coat(pen, fin, what)
        pen.fill(box(x - 3.4, -108, 6.8, 78, 3.4), what.tone(-0.45).rgb, "flat", line=0.5)
        score(pen, f"{x - 7},-112 {x - 7},-28", WHITE, 2, 0.8)
        score(pen, f"{x - 4},-120 {x},-123 {x + 4},-120|{x - 4},-18 {x},-15 {x + 4},-18", what.tone(-0.35).rgb, 1.6)
    pen.anchor("top", 0, -128, 190)


@thing("air conditioner", "ac unit", "air conditioning unit", "aircon", cm=45)
def draw_air_conditioner(pen: Pen, look: Look) -> None:
    rgb = look.colour((244, 246, 250))
    body = cut(pen, "-124,-150 124,-150 130,-100 122,-72 -122,-72 -130,-100", rgb, "glossy", 12)
    with pen.on(body):
        score(pen, "-134,-104 134,-104", darken(rgb, 0.25), 2.4, 0.9)
        pen.decal(box(-130, -150, 260, 6), darken(rgb, 0.12))
    cut(pen, "-106,-96 106,-96 112,-76 -112,-76", _DARK, "flat", 4, 0.8)
    cut(pen, "-104,-92 104,-92 114,-70 -114,-70", darken(rgb, 0.08), "glossy", 4, 0.9)
    score(pen, "-98,-84 98,-84|-104,-77 104,-77", darken(rgb, 0.35), 2)
    bar(pen, "64 -132 44 18 4", (58, 66, 86), "flat", 0.7)
    score(pen, "72,-126 72,-120|80,-126 84,-123 80,-120", (110, 226, 250), 3)
    disc(pen, "98 -123 3", (110, 230, 140), "flat", 0)
    bar(pen, "-108 -130 46 6 3", darken(rgb, 0.25), "flat", 0)
    for i, x in enumerate((-76.0, -26.0, 26.0, 76.0)):
        low = -14.0 if i % 2 else -28.0
        course = f"{x},-62 {x - 9},-48 {x + 3},-38 {x - 8},{low}"
        wires(pen, course, (138, 204, 240), 5, "flat", 0.4)
    for x, y in ((-50, -30), (0, -22), (50, -34)):
        for k in range(3):
            a = math.pi * k / 3
            u, v = 8 * math.cos(a), 8 * math.sin(a)
            score(pen, f"{x - u},{y - v} {x + u},{y + v}", (110, 180, 226), 2.6)


@thing("recycling bin", "recycle bin", "recycling container", cm=100)
def draw_recycling(pen: Pen, look: Look) -> None:
    rgb = look.colour((54, 142, 84))
    for s in (-1, 1):
        disc(pen, f"{s * 48} -11 12", _DARK, "soft")
        disc(pen, f"{s * 48} -11 5", _STEEL, "metal", 0.5)
    body = cut(pen, "-66,-128 66,-128 54,-6 -54,-6", rgb, "glossy", 6)
    with pen.on(body):
        for x in (-52, 52):
            score(pen, f"{x},-124 {x * 0.84},-12", darken(rgb, 0.3), 3, 0.7)
        score(pen, "-70,-116 70,-116", darken(rgb, 0.4), 3, 0.8)
    for turn in (0, 120, 240):
        with pen.at(0, -62, 1.0, turn=turn):
            cut(
                pen, "-19,-22 -8,-38 8,-38 18,-23 24,-27 24,-6 4,-14 10,-18 3,-29 -3,-29 -11,-16", WHITE, "flat", 1, 0.5
            )
    cut(pen, "-72,-140 72,-140 70,-124 -70,-124", lighten(rgb, 0.1), "glossy", 4)
    mould(pen, "-70,-138 -58,-152 0,-158 58,-152 70,-138 0,-136", lighten(rgb, 0.18), "glossy")
    rod(pen, "-26,-146 26,-146", 7, darken(rgb, 0.35), "soft", 0.8)
    pen.anchor("text", 0, -20, 70)

"""Ladybug, beetle, ant and spider: small bodies on six or eight legs."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, tube

NIGHT: Rgb = (48, 42, 50)


@thing("ladybug", "ladybird", "beetle", "lady bug", "scarab", "cockroach", cm=4, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((70, 104, 92) if look.noun in {"beetle", "scarab", "cockroach"} else (220, 44, 42))
    for x, foot in ((-36, -46), (-4, -8), (30, 38)):
        pen.fill(tube([(x, -18), (foot - 4, -10), (foot + 4, -2)], [8, 7, 6]), NIGHT, "soft", line=0.7)
    pen.anchor("back", -10, -80, 50)
    for x, tip in ((66, 84), (56, 62)):
        pen.line(stroke(f"{x} -58 {x + 4} -76 {tip} -84"), NIGHT, 3)
        pen.fill(ellipse(tip, -84, 4), NIGHT, "round", line=0)
    pen.fill(ellipse(58, -38, 27, 25), NIGHT, "soft")
    dome = pen.fill(organic("48 -24 46 -50 30 -74 -4 -86 -40 -76 -64 -48 -68 -20 -40 -11 10 -11"), coat, "glossy")
    with pen.on(dome):
        pen.line(stroke("36 -66 0 -40 -66 -22"), darken(coat, 0.5), 2.6)
        pen.decal(organic("60 -90 36 -76 44 -50 42 -20 70 -10"), NIGHT)
        if look.noun not in {"beetle", "scarab", "cockroach"}:
            for x, y, r in ((6, -66, 10), (-26, -62, 9), (18, -26, 9.6), (-14, -22, 8.6), (-44, -40, 8), (-52, -18, 6)):
                pen.decal(ellipse(x, y, r, r * 0.92, -20), look.colour(NIGHT, 1))
    pen.decal(ellipse(66, -42, 10), (252, 250, 246))
    draw_eye(pen, look, 67, -41, 8)
    draw_cheek(pen, 62, -27, 5)
    draw_smile(pen, 74, -28, 11, ink=(250, 226, 214))
    anchors(pen, eyes=(67, -42, 30), face=(62, -38, 44), mouth=(78, -28, 14), head=(58, -54, 46), neck=(42, -40, 44),
            body=(-8, -44, 90), seat=(-10, -82, 50), hand=(40, -4, 14), hand2=(-44, -4, 14))  # fmt: skip


@thing("ant", "termite", cm=3, kind="animal", faces=1)
def draw_ant(pen: Pen, look: Look) -> None:
    coat = look.colour((150, 66, 44))
    for x, knee, foot in ((-8, -34, -46), (4, 0, -6), (14, 34, 44)):
        for shade, off in ((0.35, 6), (0.15, 0)):
            leg = tube([(x, -34), (knee + off, -36 + off * 0.5), (foot + off * 2, -2)], [6, 6, 4])
            pen.fill(leg, darken(coat, shade), "soft", line=0.7)
    pen.anchor("back", -30, -60, 40)
    rump = pen.fill(ellipse(-46, -44, 37, 25, -14), coat, "glossy")
    with pen.on(rump):
        for x in (-62, -48, -34):
            pen.line(stroke(f"{x} -80 {x - 6} -44 {x + 4} -10"), darken(coat, 0.3), 2)
    pen.fill(ellipse(4, -42, 20, 15), coat, "glossy")
    for x, mid, tip in ((52, 62, 82), (42, 46, 62)):
        pen.line(stroke(f"{x} -66 {mid} -92 {tip} -98"), darken(coat, 0.2), 3)
    pen.fill(ellipse(46, -52, 29, 26), coat, "glossy")
    draw_eye(pen, look, 56, -56, 8)
    draw_cheek(pen, 52, -41, 5)
    draw_smile(pen, 64, -42, 13, ink=darken(coat, 0.65))
    anchors(pen, eyes=(56, -56, 32), face=(50, -52, 46), mouth=(68, -42, 14), head=(44, -70, 50), neck=(22, -46, 30),
            body=(-10, -42, 50), seat=(-40, -66, 40), hand=(52, -6, 14), hand2=(-44, -4, 14))  # fmt: skip


@thing("spider", "tarantula", "black widow", cm=6, kind="animal")
def draw_spider(pen: Pen, look: Look) -> None:
    coat = look.colour((78, 62, 84))
    if look.pose in {"hang", "dangle", "climb", "swing"}:  # on its thread
        pen.line(stroke("0 -90 3 -160 0 -230"), (226, 228, 236), 2.4)
    for k, (kx, ky, fx) in enumerate(((50, -88, 74), (64, -74, 92), (60, -58, 80), (44, -44, 52))):
        for side in (-1, 1):
            leg = tube([(side * 16, -40), (side * kx, ky), (side * fx, -2)], [9, 8, 4])
            pen.fill(leg, darken(coat, 0.1 + 0.06 * k), "soft", line=0.7)
    pen.anchor("back", 0, -84, 50)
    rump = pen.fill(ellipse(0, -66, 38, 36), coat, "soft")
    with pen.on(rump):
        for y, w in ((-94, 12), (-84, 18), (-74, 22)):
            pen.line(stroke(f"{-w} {y} 0 {y - 7} {w} {y}"), lighten(coat, 0.35), 3, alpha=0.7)
    pen.fill(ellipse(0, -38, 31, 27), lighten(coat, 0.07), "soft")
    for x, y, r in ((-11, -42, 10), (11, -42, 10), (-24, -53, 5), (24, -53, 5)):
        pen.decal(ellipse(x, y, r), (252, 250, 246))
        draw_eye(pen, look, x, y, r * 0.76)
    draw_smile(pen, 0, -25, 16, ink=(252, 236, 230))
    for x in (-4, 4):
        pen.decal(organic(f"{x - 2.4} -21 {x + 2.4} -21 {x} -14", 0.2), (255, 255, 255))
    draw_cheek(pen, -20, -29, 5)
    draw_cheek(pen, 20, -29, 5)
    anchors(pen, eyes=(0, -42, 46), face=(0, -38, 50), mouth=(0, -22, 18), head=(0, -60, 56), neck=(0, -54, 50),
            body=(0, -60, 70), seat=(0, -98, 50), hand=(84, -8, 14), hand2=(-84, -8, 14))  # fmt: skip

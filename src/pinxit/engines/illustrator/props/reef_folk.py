"""Hermit crab, lionfish and catfish; the kraken that rises from the sea."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.crab import draw_claw
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube

FOAM = (232, 246, 252)


@thing("hermit crab", cm=10, kind="animal", faces=1)
def draw_hermit(pen: Pen, look: Look) -> None:
    coat = look.colour((236, 120, 76))
    shell = look.part("shell", look.colour((214, 172, 130), 1))
    for x, foot in ((10, 2), (28, 24), (44, 46)):
        pen.fill(tube([(x, -30), (x + 18, -34), (foot + 14, -2)], [11, 9, 4]), darken(coat, 0.2), "soft", line=0.8)
    pen.anchor("back", -30, -110, 60)
    home = pen.fill(
        organic("40 -40 34 -78 4 -108 -40 -118 -84 -98 -104 -56 -92 -18 -50 -6 0 -8 30 -18"), shell, "glossy"
    )
    with pen.on(home):
        coil = [
            (-42 + math.cos(0.52 * k) * (52 - 2.8 * k), -60 + math.sin(0.52 * k) * (46 - 2.5 * k)) for k in range(18)
        ]
        pen.line(smooth(coil, closed=False), darken(shell, 0.4), 4)
        for k in range(8):
            a = 0.8 * k
            pen.line(stroke(f"{-42 + math.cos(a) * 30} {-60 + math.sin(a) * 27} {-42 + math.cos(a) * 60} "
                            f"{-60 + math.sin(a) * 54}"), darken(shell, 0.22), 3, alpha=0.6)  # fmt: skip
    pen.fill(organic("20 -70 44 -74 60 -54 56 -28 30 -20 14 -36"), coat, "soft")
    pen.fill(tube([(44, -34), (66, -40), (78, -34)], [14, 13, 12]), coat, "soft", line=0.8)
    draw_claw(pen, coat, 76, -32, 0.66, 78)
    pen.anchor("hand", 104, -26, 24)
    for x, lean in ((34, -4), (52, 8)):
        pen.fill(tube([(x, -62), (x + lean, -90)], [7, 6]), coat, "soft", line=0.8)
        pen.decal(ellipse(x + lean, -96, 11), WHITE, line=0.6)
        draw_eye(pen, look, x + lean + 1, -95, 8)
    draw_cheek(pen, 32, -46, 5)
    draw_smile(pen, 46, -44, 16, ink=INK)
    anchors(pen, eyes=(46, -96, 46), face=(42, -60, 50), mouth=(48, -40, 16), head=(46, -106, 44), neck=(30, -40, 44),
            body=(-30, -50, 110), seat=(-34, -116, 50), hand2=(50, -6, 16))  # fmt: skip


@thing("lionfish", "turkeyfish", cm=30, kind="fish", faces=1)
def draw_lionfish(pen: Pen, look: Look) -> None:
    coat = look.colour((206, 74, 52))
    pale = look.colour((252, 236, 214), 1)
    for k in range(9):
        x = 34 - 11 * k
        tip = (x - 22, -138 + abs(k - 3) * 5)
        pen.fill(tube([(x, -76), ((x + tip[0]) / 2 - 3, (tip[1] - 76) / 2), tip], [9, 6, 2]), pale, "soft", line=0.7)
        for t in (0.35, 0.6, 0.82):
            pen.decal(ellipse(x + (tip[0] - x) * t - 1, -76 + (tip[1] + 76) * t, 4, 3.4), coat)
    pen.fill(organic("-56 -56 -84 -84 -112 -86 -104 -56 -112 -28 -84 -34"), mix(pale, coat, 0.3), "soft")
    pen.anchor("back", -10, -84, 60)
    body = pen.fill(organic("78 -54 62 -78 26 -90 -20 -82 -62 -60 -62 -50 -20 -28 26 -22 62 -34"), pale, "glossy")
    with pen.on(body):
        for k in range(10):
            x = 66 - 14 * k
            pen.decal(organic(f"{x - 4} -110 {x + 3} -110 {x + 6} -56 {x} -10 {x - 5} -10 {x - 2} -56"), coat)
    for k in range(7):
        a = math.radians(104 + 15 * k)
        end = (18 + math.cos(a) * 74, -48 + math.sin(a) * 62)
        mid = ((18 + end[0]) / 2, (end[1] - 48) / 2 + 4)
        pen.fill(tube([(20, -46), mid, end], [6, 15, 8]), mix(pale, coat, 0.16 + 0.1 * (k % 2)), "soft", line=0.7)
        for t in (0.5, 0.76):
            pen.decal(ellipse(20 + (end[0] - 20) * t, -46 + (end[1] + 46) * t, 5, 4), coat)
    pen.decal(ellipse(54, -64, 12), WHITE)
    draw_eye(pen, look, 55, -64, 9.4)
    draw_smile(pen, 68, -46, 14, ink=darken(coat, 0.5))
    anchors(pen, eyes=(54, -64, 30), face=(58, -58, 44), mouth=(76, -48, 16), head=(42, -84, 44), neck=(26, -54, 60),
            body=(0, -54, 90), seat=(-6, -84, 40), hand=(0, -16, 18), hand2=(-14, -20, 16))  # fmt: skip


@thing("catfish", "sturgeon", cm=70, kind="fish", faces=1)
def draw_catfish(pen: Pen, look: Look) -> None:
    coat = look.colour((108, 112, 116))
    fin = darken(coat, 0.16)
    for text in ("-82 -40 -106 -64 -122 -58 -112 -38 -122 -16 -104 -14", "30 -70 18 -98 0 -96 -8 -68",
                 "-20 -22 -44 -8 -66 -6 -58 -26"):  # fmt: skip
        pen.fill(organic(text), fin, "soft")
    pen.anchor("back", -10, -72, 60)
    body = pen.fill(
        organic("98 -46 84 -66 46 -76 -10 -68 -64 -50 -90 -40 -64 -28 -10 -14 50 -12 86 -26"), coat, "glossy"
    )
    with pen.on(body):
        pen.decal(ellipse(20, -10, 86, 20), lighten(coat, 0.6), alpha=0.9, blur=5)
        for x, y in ((-30, -54), (-8, -60), (14, -62), (-48, -46), (34, -62), (2, -46)):
            pen.decal(ellipse(x, y, 4, 3), darken(coat, 0.3), alpha=0.6)
    pen.fill(organic("46 -30 30 -22 14 0 22 4 42 -6 54 -20"), fin, "soft", line=0.8)
    for text in (
        "92 -50 116 -66 136 -54 150 -62",
        "94 -36 118 -30 132 -10",
        "86 -28 96 -12 92 4",
        "88 -54 108 -84 128 -84",
    ):
        pen.line(stroke(text), darken(coat, 0.3), 3.4)
    pen.decal(ellipse(72, -56, 9), WHITE)
    draw_eye(pen, look, 73, -56, 7)
    pen.line(stroke("98 -40 86 -34 72 -38"), darken(coat, 0.6), 2.8)
    anchors(pen, eyes=(72, -56, 26), face=(78, -50, 40), mouth=(96, -40, 20), head=(62, -70, 44), neck=(44, -44, 60),
            body=(0, -44, 100), seat=(-4, -70, 44), hand=(30, -4, 18), hand2=(16, -4, 16))  # fmt: skip


def _tentacle(pen: Pen, spots: list[Point], coat: tuple[int, int, int]) -> None:
    count = len(spots)
    pen.fill(tube(spots, [34 - 28 * k / (count - 1) for k in range(count)]), coat, "soft")
    for k in range(1, count - 1):
        (x, y), size = spots[k], 6.4 - 4.6 * k / count
        pen.decal(ellipse(x, y + 2, size, size * 0.9), lighten(coat, 0.55))
        pen.decal(ellipse(x, y + 2, size * 0.45), darken(coat, 0.2))


@thing("kraken", "sea monster", "giant octopus", "leviathan", cm=1200, kind="fish")
def draw_kraken(pen: Pen, look: Look) -> None:
    coat = look.colour((126, 58, 104))
    back: list[Point] = [(60, 0), (92, -60), (84, -128), (112, -176), (144, -164), (136, -140), (122, -148)]
    for side in (-1, 1):
        _tentacle(pen, [(side * x, y) for x, y in back], darken(coat, 0.2))
    pen.anchor("back", 0, -120, 80)
    body = pen.fill(halved("0 -200 40 -192 68 -156 66 -104 54 -60 58 -10 60 6 0 8"), coat, "soft")
    with pen.on(body):
        pen.decal(ellipse(-24, -170, 22, 14, -30), lighten(coat, 0.5), alpha=0.4, blur=6)
        for x, y, r in ((-40, -140, 7), (36, -150, 6), (10, -176, 5), (-18, -188, 4), (46, -124, 4), (-48, -112, 5)):
            pen.decal(ellipse(x, y, r), darken(coat, 0.25), alpha=0.7)
    for side in (-1, 1):
        pen.decal(ellipse(side * 25, -92, 18, 16, side * -12), (252, 240, 170), line=0.7)
        draw_eye(pen, look, side * 24, -91, 11, (232, 172, 40))
        if not look.cute:
            pen.line(stroke(f"{side * 6} -102 {side * 26} -114 {side * 46} -116"), darken(coat, 0.55), 6)
    pen.decal(organic("-26 -58 0 -64 26 -58 16 -42 0 -38 -16 -42"), (70, 24, 40))
    for x in (-14, 0, 14):
        pen.decal(organic(f"{x - 5} -62 {x + 5} -62 {x} -50", 0.2), WHITE)
    front: list[list[Point]] = [
        [(34, 6), (66, -40), (104, -66), (128, -106), (116, -132), (98, -122), (106, -108)],
        [(66, 6), (112, -14), (150, -44), (164, -82), (148, -98), (138, -84)],
    ]
    for arm in front:
        for side in (-1, 1):
            _tentacle(pen, [(side * x, y) for x, y in arm], coat)
            pen.anchor("hand" if side > 0 else "hand2", side * arm[-2][0], arm[-2][1], 24)
    for x, w in ((-96, 66), (96, 66), (0, 76), (-44, 40), (50, 44)):
        pen.fill(organic(f"{x - w} 8 {x - w * 0.5} -6 {x} 2 {x + w * 0.5} -6 {x + w} 8 {x} 16"), FOAM, "soft", line=0.5)
    anchors(pen, eyes=(0, -92, 90), face=(0, -80, 90), mouth=(0, -48, 40), head=(0, -180, 100), neck=(0, -30, 90),
            body=(0, -60, 120), seat=(0, -196, 60))  # fmt: skip

"""Tortoise, crocodile, snake, lizard and chameleon."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile, draw_spots
from pinxit.engines.illustrator.rigs.trace import facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import curve, ellipse, polygon, rounded, tube, union


def _legs(pen: Pen, coat: Rgb, spots: tuple[float, ...], height: float, width: float = 22) -> None:
    for x in spots:
        w = width / 2
        leg = organic(
            f"{x - w} {-height} {x + w} {-height} {x + w} -10 {x + w + 5} -3 {x + w + 2} 0 {x - w} 0 {x - w} -12", 0.35
        )
        pen.fill(leg, coat, "soft", line=0.9)
        for k in range(3):
            pen.decal(ellipse(x + w * (0.1 + 0.42 * k), -2.4, 2, 2.6), lighten(coat, 0.6))


@thing("turtle", "tortoise", "terrapin", "baby turtle", cm=35, kind="animal", faces=1)
def draw_tortoise(pen: Pen, look: Look) -> None:
    skin = look.colour((128, 176, 92))
    shell = look.part("shell", look.colour((156, 112, 62), 1))
    pen.fill(organic("-60 -22 -84 -14 -88 -8 -60 -10"), skin, "soft")
    _legs(pen, darken(skin, 0.2), (-28, 42), 32, 24)
    pen.fill(tube([(46, -30), (72, -46), (82, -66)], [32, 27, 26]), skin, "soft")
    head = pen.fill(ellipse(88, -78, 27, 24), skin, "soft")
    draw_spots(pen, head, "76 -94 3 84 -98 2.4 70 -86 2.4", darken(skin, 0.2))
    pen.anchor("back", -6, -96, 70)
    dome = pen.fill(organic("-72 -28 -62 -66 -30 -94 6 -98 42 -78 60 -46 62 -28 0 -22"), shell, "glossy")
    with pen.on(dome):
        for x, y, r in (
            (-6, -70, 20),
            (-40, -58, 17),
            (28, -58, 18),
            (-22, -36, 15),
            (12, -36, 15),
            (46, -38, 12),
            (-56, -34, 11),
        ):
            corners = [
                (x + r * math.cos(math.tau * k / 6), y + r * 0.86 * math.sin(math.tau * k / 6)) for k in range(6)
            ]
            scute = rounded(polygon(corners), 4)
            pen.decal(scute, lighten(shell, 0.22), alpha=0.8)
            pen.line(scute, darken(shell, 0.35), 2)
            pen.decal(ellipse(x - r * 0.2, y - r * 0.2, r * 0.4, r * 0.3), lighten(shell, 0.45), alpha=0.5, blur=2)
    pen.fill(
        organic("-76 -30 -40 -24 0 -22 40 -24 66 -32 68 -24 40 -14 0 -12 -40 -14 -74 -22"),
        mix(shell, (244, 222, 160), 0.6),
        "soft",
        line=0.9,
    )
    _legs(pen, skin, (-46, 24), 26, 26)
    draw_eye(pen, look, 94, -82, 8 if look.cute else 6.8)
    draw_cheek(pen, 92, -66, 6)
    draw_smile(pen, 104, -70, 14, ink=darken(skin, 0.6))
    anchors(pen, eyes=(94, -82, 28), face=(92, -76, 44), head=(86, -94, 46), mouth=(112, -70, 16), neck=(74, -48, 36),
            body=(-4, -56, 120), seat=(-6, -96, 60), hand=(36, -6, 20), hand2=(-34, -6, 20))  # fmt: skip


@thing("crocodile", "alligator", "croc", "caiman", cm=300, kind="animal", faces=1)
def draw_crocodile(pen: Pen, look: Look) -> None:
    coat = look.colour((96, 138, 74))
    light = look.colour(mix(lighten(coat, 0.55), (246, 236, 180), 0.5), 1)
    _legs(pen, darken(coat, 0.22), (-34, 40), 30, 20)
    for k in range(12):
        x = -128 + k * 15
        y = -20 - min(36, 5.4 * k) - (2 if k > 8 else 0)
        pen.fill(facet(f"{x - 9} {y + 8} {x - 2} {y - 10} {x + 9} {y + 6}", 2), darken(coat, 0.16), "soft", line=0.7)
    pen.fill(organic("66 -36 100 -28 150 -24 156 -18 148 -14 100 -14 64 -18"), light, "soft", line=0.9)
    pen.anchor("back", -16, -64, 60)
    tail = tube([(-40, -38), (-90, -26), (-130, -12), (-162, -14)], [50, 32, 16, 4])
    skull = organic("40 -52 58 -68 74 -68 84 -54 118 -46 146 -50 160 -42 156 -32 110 -28 60 -28")
    body = pen.fill(
        union(tail, organic("-60 -44 -20 -62 30 -60 66 -50 70 -26 30 -12 -20 -12 -56 -20"), skull), coat, "soft"
    )
    with pen.on(body):
        pen.decal(organic("70 -22 20 -24 -40 -20 -110 -12 -110 10 60 10"), light, alpha=0.9, blur=2)
        for k in range(20):
            x, y = -70 + (k % 10) * 13, -50 + (k // 10) * 14 + (k % 2) * 4
            pen.line(stroke(f"{x - 4} {y - 1} {x} {y + 3} {x + 4} {y - 1}"), darken(coat, 0.28), 1.8, alpha=0.6)
    for k in range(7):
        x = 84 + k * 11
        pen.fill(polygon(points(f"{x - 4.4} -29.5 {x + 4.4} -30 {x} -20")), (255, 255, 248), "flat", line=0.4)
    pen.decal(ellipse(150, -45, 3, 2), darken(coat, 0.6))
    pen.decal(ellipse(66, -63, 9.4), (255, 252, 236), line=0.5)
    draw_eye(pen, look, 67, -62.5, 7.4, (234, 190, 50))
    if look.cute:
        draw_cheek(pen, 72, -44, 6)
    _legs(pen, coat, (-52, 24), 24, 24)
    anchors(pen, eyes=(66, -63, 26), face=(80, -50, 44), head=(62, -70, 44), mouth=(152, -30, 20), neck=(46, -40, 52),
            body=(-10, -36, 100), seat=(-14, -62, 60), hand=(40, -6, 20), hand2=(-36, -6, 20))  # fmt: skip


def _coils(pen: Pen, coat: Rgb, mark: Rgb) -> None:
    coils = (((0, -16), 66, 15), ((-4, -40), 54, 15), ((-6, -62), 40, 14))
    pen.fill(tube([(50, -10), (84, -6), (108, -14), (118, -26)], [20, 15, 9, 3]), coat, "soft")
    for (x, y), rx, ry in coils:
        ring = pen.fill(ellipse(x, y, rx, ry + 2), coat, "soft")
        with pen.on(ring):
            for k in range(-4, 5):
                px = x + k * rx / 4.2
                py = y + math.sqrt(max(0.0, 1 - (k / 5) ** 2)) * ry * 0.35
                pen.decal(organic(f"{px - 6} {py} {px} {py - 6} {px + 6} {py} {px} {py + 6}", 0.3), mark, alpha=0.85)
            pen.line(
                stroke(f"{x - rx} {y + ry * 0.5} {x} {y + ry * 1.02} {x + rx} {y + ry * 0.5}"),
                lighten(coat, 0.5),
                5,
                alpha=0.6,
            )


@thing("snake", "serpent", "python", "rattlesnake", "anaconda", cm=60, kind="animal", faces=1)
def draw_snake(pen: Pen, look: Look) -> None:
    coat = look.colour((116, 174, 70))
    mark = look.colour(darken(mix(coat, (200, 170, 40), 0.25), 0.3), 1)
    _coils(pen, coat, mark)
    pen.anchor("back", -6, -76, 50)
    spine = [(-30, -66), (0, -76), (18, -92), (12, -118), (24, -142)]
    neck = pen.fill(
        union(
            tube(spine, [24, 25, 25, 24, 24]), organic("4 -142 12 -160 34 -166 56 -156 66 -142 54 -132 30 -128 10 -130")
        ),
        coat,
        "soft",
    )
    with pen.on(neck):
        for y in (-90, -103, -116):
            pen.decal(organic(f"4 {y} 12 {y - 6} 18 {y} 12 {y + 6}", 0.3), mark, alpha=0.85)
        pen.decal(
            organic("30 -130 22 -112 30 -90 10 -70 40 -70 50 -120"),
            mix(lighten(coat, 0.6), (252, 240, 190), 0.4),
            alpha=0.8,
            blur=2,
        )
    for tip in ("64 -139 76 -136 82 -131", "64 -139 77 -138 85 -140"):
        pen.line(stroke(tip), (218, 50, 66), 2.6)
    draw_eye(pen, look, 38, -150, 7.4 if look.cute else 6.4, (244, 196, 60))
    draw_cheek(pen, 38, -138, 5)
    draw_smile(pen, 54, -141, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(38, -150, 28), face=(42, -146, 44), head=(28, -158, 40), mouth=(64, -140, 14),
            neck=(16, -118, 32),
            body=(-4, -50, 90), seat=(-8, -76, 50), hand=(112, -20, 16), hand2=(-60, -16, 16))  # fmt: skip


@thing("axolotl", cm=25, kind="animal", faces=1)
def draw_axolotl(pen: Pen, look: Look) -> None:
    coat = look.colour((246, 178, 190))
    second = look.colour(mix(coat, (250, 214, 70), 0.55), 1)
    spiral = [
        (-60 - math.cos(t) * (27 - 3 * t), -30 - math.sin(t) * (27 - 3 * t) + 4)
        for t in [k * 0.5 - 1.6 for k in range(18)]
    ]
    for x in (-24, 44):
        pen.fill(tube([(x, -36), (x + 10, -22), (x + 4, -4)], [16, 12, 10]), darken(coat, 0.22), "soft", line=0.9)
    tail = tube([(-20, -44), (-44, -26), *spiral[1:]], [38, 27, *[22 - k for k in range(17)]])
    pen.fill(tail, darken(coat, 0.06), "soft")
    for k in range(8):
        x = -36 + k * 11
        pen.fill(
            facet(f"{x - 6} {-66 - 12 * math.sin(k * 0.45)} {x} {-82 - 12 * math.sin(k * 0.45)} {x + 7} -62", 2),
            second,
            "soft",
            line=0.6,
        )
    pen.anchor("back", 0, -78, 50)
    crest = organic("36 -62 34 -92 52 -108 72 -98 92 -76 104 -66 100 -52 76 -44 48 -42")
    body = pen.fill(union(organic("-44 -48 -24 -70 10 -82 44 -74 56 -56 40 -36 0 -26 -34 -32"), crest), coat, "soft")
    with pen.on(body):
        for x in (-24, -6, 12, 30):
            pen.decal(organic(f"{x} -90 {x - 5} -56 {x} -40 {x + 6} -56"), second, alpha=0.8)
        pen.decal(ellipse(10, -26, 44, 10), lighten(coat, 0.5), alpha=0.7, blur=4)
    for x in (-32, 30):
        pen.fill(tube([(x, -44), (x + 14, -28), (x + 4, -6)], [19, 14, 11]), coat, "soft", line=0.9)
        for dx in (-3, 5, 12):
            pen.fill(ellipse(x + dx + 2, -3, 5, 3.4), coat, "soft", line=0.6)
    pen.fill(ellipse(72, -76, 15), second, "soft", line=0.8)
    draw_eye(pen, look, 75, -76, 8.4)
    draw_cheek(pen, 72, -57, 5)
    pen.line(curve((102, -60), (88, -54), (70, -52)), darken(coat, 0.6), 2.4)
    anchors(pen, eyes=(74, -76, 34), face=(76, -68, 44), head=(54, -98, 44), mouth=(100, -58, 14), neck=(40, -58, 44),
            body=(0, -54, 60), seat=(0, -80, 40), hand=(40, -4, 16), hand2=(-24, -4, 16))  # fmt: skip

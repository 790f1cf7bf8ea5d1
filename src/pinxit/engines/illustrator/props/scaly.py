"""Chameleon, gecko, salamander and cobra."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, tube


def _spiral(cx: float, cy: float, start: float, radius: float) -> list[Point]:
    return [
        (
            cx + math.cos(start - 0.62 * k) * radius * (1 - k / 16),
            cy + math.sin(start - 0.62 * k) * radius * (1 - k / 16),
        )
        for k in range(15)
    ]


@thing("chameleon", "iguana", "lizard", "monitor lizard", "komodo dragon", cm=35, kind="animal", faces=1)
def draw_chameleon(pen: Pen, look: Look) -> None:
    coat = look.colour((92, 178, 92) if look.noun == "chameleon" else (124, 158, 84))
    second = look.colour((244, 196, 70), 1)
    far = darken(coat, 0.24)
    for hip, knee, foot in (((-30, -40), (-16, -22), (-24, -4)), ((36, -44), (54, -26), (44, -4))):
        pen.fill(tube([hip, knee, foot], [17, 14, 12]), far, "soft", line=0.8)
    pen.anchor("back", -6, -92, 70)
    if look.noun == "chameleon":
        coil = _spiral(-92, -34, -1.3, 27)
        pen.fill(tube([(-44, -50), (-66, -60), *coil], [26, 22, *[18 - k for k in range(15)]]), coat, "soft")
    else:
        pen.fill(tube([(-44, -46), (-92, -26), (-132, -12), (-168, -8)], [32, 22, 13, 4]), coat, "soft")
    for k in range(9):
        x, y = -48 + 12 * k, -68 - math.sin((k + 1) / 9 * 2.6) * 26
        pen.fill(organic(f"{x - 7} {y + 8} {x} {y - 9} {x + 7} {y + 8}", 0.2), darken(coat, 0.16), "soft", line=0.6)
    body = pen.fill(organic("62 -60 44 -86 8 -98 -30 -86 -60 -54 -46 -30 -8 -22 34 -24 56 -38"), coat, "soft")
    with pen.on(body):
        pen.decal(organic("60 -30 20 -36 -30 -36 -50 -40 -30 -10 50 -10"), lighten(coat, 0.5), alpha=0.7, blur=4)
        for k in range(5):
            x = -40 + 21 * k
            pen.decal(organic(f"{x - 5} -104 {x + 5} -104 {x + 9} -66 {x + 2} -40 {x - 3} -66"), second, alpha=0.75)
        for k in range(22):
            x, y = -50 + (k * 37) % 108, -88 + (k * 23) % 62
            pen.decal(ellipse(x, y, 2.6), lighten(coat, 0.4), alpha=0.7)
    for hip, knee, foot in (((-36, -40), (-50, -22), (-38, -6)), ((26, -40), (38, -20), (28, -6))):
        pen.fill(tube([hip, knee, foot], [20, 16, 13]), coat, "soft", line=0.9)
        for dx in (-9, 9):
            pen.fill(tube([(foot[0], -7), (foot[0] + dx, -1)], [10, 7]), coat, "soft", line=0.7)
    crest = "46 -66 50 -100 40 -122 70 -116 100 -90 116 -66 108 -52 80 -46 54 -50"
    plain = "46 -66 56 -92 80 -98 104 -86 118 -66 110 -52 80 -46 54 -50"
    head = pen.fill(organic(crest if look.noun == "chameleon" else plain), coat, "soft")
    with pen.on(head):
        pen.decal(ellipse(92, -46, 34, 12), lighten(coat, 0.5), alpha=0.6, blur=4)
    pen.fill(ellipse(80, -80, 17, 16), mix(coat, second, 0.4), "soft", line=0.7)
    pen.decal(ellipse(82, -80, 9.6), WHITE)
    draw_eye(pen, look, 83, -80, 7.8)
    pen.line(stroke("114 -62 98 -58 80 -60 72 -66"), darken(coat, 0.55), 2.8)
    draw_cheek(pen, 74, -58, 5)
    anchors(pen, eyes=(82, -80, 34), face=(86, -72, 46), mouth=(112, -58, 16), head=(66, -106, 50), neck=(52, -60, 46),
            body=(0, -58, 100), seat=(-6, -92, 50), hand=(34, -8, 18), hand2=(50, -8, 16))  # fmt: skip


@thing("gecko", "salamander", "newt", "skink", cm=20, kind="animal")
def draw_gecko(pen: Pen, look: Look) -> None:
    wet = look.noun in {"salamander", "newt"}
    coat = look.colour((52, 50, 58) if wet else (124, 196, 84))
    dots = look.colour((252, 190, 50) if wet else (240, 110, 80), 1)
    tail: list[Point] = [(0, -48), (-8, -26), (14, -8), (44, -10), (56, -28)]
    pen.fill(tube(tail, [26, 21, 16, 11, 4]), coat, "soft")
    for side in (-1, 1):
        for y, knee, foot in ((-108, (34, -118), (46, -138)), (-54, (34, -50), (44, -28))):
            leg = tube([(side * 14, y), (side * knee[0], knee[1]), (side * foot[0], foot[1])], [15, 12, 10])
            pen.fill(leg, coat, "soft", line=0.9)
            up = -1 if foot[1] < -100 else 1
            for dx, dy in ((-11, 5), (-5, 11), (4, 12), (11, 6)):
                tip = (side * foot[0] + dx, foot[1] + dy * up)
                pen.fill(tube([(side * foot[0], foot[1]), tip], [6, 4.4]), coat, "soft", line=0.6)
                pen.fill(ellipse(*tip, 4.2), lighten(coat, 0.16), "soft", line=0.5)
    pen.anchor("back", 0, -80, 50)
    body = pen.fill(halved("0 -132 14 -126 20 -104 23 -78 18 -54 8 -38 0 -36"), coat, "soft")
    with pen.on(body):
        pen.line(stroke("0 -130 0 -40"), darken(coat, 0.2), 4, alpha=0.4, blur=2)
        for x, y, r in ((-9, -98, 4.4), (8, -88, 5), (-8, -74, 5), (7, -62, 4), (-6, -52, 3.4), (10, -112, 3.6)):
            pen.decal(ellipse(x, y, r, r * 1.2), dots)
    head = pen.fill(halved("0 -184 20 -178 32 -158 30 -138 16 -122 0 -118"), coat, "soft")
    with pen.on(head):
        for x, y, r in ((0, -172, 4), (-9, -136, 3.4), (10, -134, 3)):
            pen.decal(ellipse(x, y, r), dots)
    for side in (-1, 1):
        pen.fill(ellipse(side * 24, -158, 12, 13), lighten(coat, 0.14), "soft", line=0.7)
        draw_eye(pen, look, side * 25, -158, 9.6 if look.cute else 8.4, (250, 206, 80))
        draw_cheek(pen, side * 17, -140, 5)
    draw_smile(pen, 0, -142, 22, ink=darken(coat, 0.6) if not wet else (250, 214, 150))
    anchors(pen, eyes=(0, -158, 66), face=(0, -150, 62), mouth=(0, -138, 22), head=(0, -176, 56), neck=(0, -122, 36),
            body=(0, -80, 44), seat=(0, -90, 40), hand=(48, -142, 18), hand2=(-48, -142, 18))  # fmt: skip


@thing("cobra", "king cobra", "viper", "asp", cm=80, kind="animal", faces=1)
def draw_cobra(pen: Pen, look: Look) -> None:
    coat = look.colour((150, 122, 74))
    light = look.colour(mix(lighten(coat, 0.6), (252, 236, 180), 0.5), 1)
    for y, w, x in ((-12, 76, 0), (-34, 62, 4), (-54, 46, -2)):
        coil = pen.fill(ellipse(x, y, w, 19), coat, "glossy")
        with pen.on(coil):
            for k in range(-6, 7):
                px = x + k * w / 6
                pen.line(stroke(f"{px - 5} {y - 18} {px + 3} {y} {px - 5} {y + 18}"), darken(coat, 0.3), 3, alpha=0.5)
    pen.fill(tube([(-60, -8), (-92, -6), (-112, -20)], [17, 10, 2]), coat, "glossy", line=0.9)
    pen.anchor("back", 0, -70, 60)
    hood = pen.fill(halved("0 -196 22 -192 44 -172 50 -142 38 -108 20 -82 16 -58 0 -50"), coat, "soft")
    with pen.on(hood):
        front = pen.decal(halved("0 -172 16 -166 24 -142 20 -110 11 -82 10 -56 0 -50"), light)
        with pen.on(front):
            for k in range(11):
                y = -158 + 10 * k
                pen.line(stroke(f"-26 {y - 3} 0 {y} 26 {y - 3}"), darken(light, 0.25), 2)
        for side in (-1, 1):
            pen.decal(ellipse(side * 35, -144, 7, 11, side * -14), darken(coat, 0.5))
    for dx in (-5, 5):
        pen.line(stroke(f"0 -160 0 -146 {dx} -136"), (214, 60, 60), 2.6)
    head = pen.fill(halved("0 -204 22 -198 30 -182 24 -166 12 -156 0 -154"), coat, "glossy")
    with pen.on(head):
        pen.decal(ellipse(0, -156, 22, 9), light, alpha=0.8, blur=2)
    for side in (-1, 1):
        draw_eye(pen, look, side * 15, -182, 7.6 if look.cute else 6.4, (246, 200, 60))
        pen.line(stroke(f"{side * 6} -190 {side * 22} -194"), darken(coat, 0.5), 3)
        pen.fill(organic(f"{side * 8 - 2} -164 {side * 8 + 2} -164 {side * 8} -154", 0.2), WHITE, "flat", line=0.4)
    draw_smile(pen, 0, -164, 20, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -182, 48), face=(0, -176, 50), mouth=(0, -160, 18), head=(0, -198, 50), neck=(0, -96, 46),
            body=(0, -100, 50), seat=(0, -70, 50), hand=(40, -120, 18), hand2=(-40, -120, 18))  # fmt: skip

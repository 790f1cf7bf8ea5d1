"""Shrimp, clam and oyster, sea urchin and nautilus."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube


@thing("shrimp", "prawn", "krill", "mantis shrimp", cm=10, kind="animal", faces=1)
def draw_shrimp(pen: Pen, look: Look) -> None:
    coat = look.colour((248, 146, 112))
    for k in range(5):
        x = -20 + 13 * k
        pen.line(stroke(f"{x} -66 {x - 8} -40 {x} -26"), darken(coat, 0.2), 4)
    for bend, tip in ((104, 132), (92, 150)):
        pen.line(stroke(f"62 -92 {bend} -132 {tip} -96 {tip + 8} -40"), darken(coat, 0.12), 2.4)
    for dy in (-10, 4, 16):
        pen.fill(organic(f"-70 -22 -96 {-24 + dy} -112 {-16 + dy} -100 {-8 + dy} -72 -14"), darken(coat, 0.1), "soft")
    pen.anchor("back", -20, -84, 60)
    spine: list[Point] = [(-66, -20), (-72, -48), (-52, -76), (-16, -86), (20, -82), (58, -72)]
    shell = pen.fill(tube(spine, [24, 34, 42, 48, 50, 40]), coat, "glossy")
    with pen.on(shell):
        for x0, y0, x1, y1 in ((-92, -34, -52, -36), (-82, -66, -46, -46), (-56, -98, -34, -56), (-26, -112, -16, -58),
                               (6, -110, 8, -54), (30, -110, 26, -50)):  # fmt: skip
            pen.line(stroke(f"{x0} {y0} {(x0 + x1) / 2 + 6} {(y0 + y1) / 2} {x1} {y1}"), darken(coat, 0.25), 2.6)
        pen.line(stroke("-78 -50 -50 -86 0 -100 50 -90"), WHITE, 4, alpha=0.4)
    pen.fill(organic("40 -94 66 -96 94 -86 112 -90 92 -72 64 -58 44 -58"), coat, "glossy")
    pen.decal(ellipse(72, -84, 9.6), WHITE, line=0.4)
    draw_eye(pen, look, 73, -84, 7.6)
    draw_cheek(pen, 64, -70, 5)
    draw_smile(pen, 78, -70, 11, ink=darken(coat, 0.6))
    anchors(pen, eyes=(72, -84, 28), face=(70, -78, 40), mouth=(82, -68, 12), head=(58, -96, 40), neck=(36, -76, 44),
            body=(-14, -68, 70), seat=(-20, -98, 40), hand=(36, -16, 14), hand2=(10, -16, 14))  # fmt: skip


@thing("clam", "oyster", "mussel", "giant clam", "pearl oyster", cm=14, kind="animal")
def draw_clam(pen: Pen, look: Look) -> None:
    coat = look.colour((232, 178, 190) if look.noun != "mussel" else (74, 82, 116))
    inner = mix(lighten(coat, 0.7), (255, 240, 244), 0.6)
    scallop = "0 -124 24 -136 46 -122 66 -116 78 -94 88 -78 76 -46 40 -34 0 -32"
    pen.anchor("back", 0, -110, 70)
    back = pen.fill(halved(scallop), darken(coat, 0.06), "glossy")
    with pen.on(back):
        pen.decal(halved("0 -114 24 -124 44 -112 62 -104 70 -86 78 -70 70 -44 40 -34 0 -30"), inner)
        for k in range(-4, 5):
            pen.line(stroke(f"{k * 5} -34 {k * 13} -76 {k * 20} -130"), darken(inner, 0.16), 2, alpha=0.7)
    bed = pen.fill(halved("0 -52 40 -56 68 -50 60 -34 0 -28"), (244, 150, 160), "soft")
    with pen.on(bed):
        pen.decal(ellipse(0, -36, 50, 8), (224, 116, 132), alpha=0.6, blur=4)
    pen.anchor("inside", 0, -46, 60)
    pearl = pen.fill(ellipse(0, -58, 17), (250, 246, 250), "glossy")
    with pen.on(pearl):
        pen.decal(ellipse(5, -50, 9, 6), (228, 196, 230), alpha=0.6, blur=3)
    low = pen.fill(halved("0 -42 30 -44 84 -56 92 -48 78 -18 44 -2 0 2"), coat, "glossy")
    with pen.on(low):
        for k in range(-5, 6):
            pen.line(stroke(f"{k * 5} 4 {k * 12} -18 {k * 18} -60"), darken(coat, 0.22), 2.4, alpha=0.6)
    for side in (-1, 1):
        draw_eye(pen, look, side * 20, -24, 7 if look.cute else 5.6)
        draw_cheek(pen, side * 32, -14, 6)
    draw_smile(pen, 0, -14, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -24, 56), face=(0, -20, 60), mouth=(0, -10, 16), head=(0, -126, 90), neck=(0, -36, 120),
            body=(0, -30, 120), seat=(0, -126, 50), hand=(84, -40, 18), hand2=(-84, -40, 18))  # fmt: skip


@thing("sea urchin", "urchin", cm=10, kind="animal")
def draw_urchin(pen: Pen, look: Look) -> None:
    coat = look.colour((96, 62, 122))
    pen.anchor("back", 0, -90, 60)
    for ring, (count, reach, tone) in enumerate(((30, 94, 0.3), (26, 80, 0.12), (20, 62, -0.1))):
        for k in range(count):
            a = math.tau * (k + 0.5 * ring) / count
            x, y = math.cos(a), math.sin(a)
            if y > 0.86:
                continue
            far = reach * (1.0 if k % 2 else 0.88)
            spike = tube(
                [(x * 30, -58 + y * 28), (x * far, -58 + y * far * 0.66 if y > 0 else -58 + y * far)], [8, 1.4]
            )
            pen.fill(spike, darken(coat, tone) if tone > 0 else lighten(coat, -tone), "soft", line=0.6)
    ball = pen.fill(ellipse(0, -56, 46, 42), lighten(coat, 0.06), "soft")
    with pen.on(ball):
        for x, y in ((-26, -82), (0, -90), (26, -82), (-38, -56), (38, -56), (-14, -76), (14, -76)):
            pen.decal(ellipse(x, y, 3), lighten(coat, 0.4), alpha=0.7)
    for side in (-1, 1):
        pen.decal(ellipse(side * 15, -60, 10.4, 11), WHITE)
        draw_eye(pen, look, side * 15, -59, 8)
        draw_cheek(pen, side * 27, -46, 6)
    draw_smile(pen, 0, -44, 16, ink=(250, 226, 236))
    anchors(pen, eyes=(0, -60, 52), face=(0, -56, 58), mouth=(0, -40, 16), head=(0, -86, 64), neck=(0, -26, 70),
            body=(0, -50, 80), seat=(0, -100, 40), hand=(60, -40, 16), hand2=(-60, -40, 16))  # fmt: skip


@thing("nautilus", "ammonite", cm=20, kind="animal", faces=1)
def draw_nautilus(pen: Pen, look: Look) -> None:
    coat = look.colour((250, 240, 222))
    band = look.colour((206, 104, 62), 1)
    flesh = (238, 190, 168)
    for k, (dx, dy) in enumerate(((0, 0), (8, -10), (-6, 8), (14, -2), (4, 12))):
        arm = [(44, -34), (74 + dx, -26 + dy), (98 + dx, -10 + dy), (90 + dx, 2 + dy * 0.4)]
        pen.fill(tube(arm, [15, 12, 8, 4]), darken(flesh, 0.05 * k), "soft", line=0.8)
    pen.fill(organic("24 -70 58 -72 74 -54 66 -32 30 -22"), flesh, "soft")
    pen.anchor("back", -20, -110, 60)
    points: list[Point] = []
    for k in range(26):
        a = math.radians(38 - k * 16)
        r = 74 - k * 1.1
        points.append((-14 + math.cos(a) * r, -62 + math.sin(a) * r * 0.9))
    shell = pen.fill(smooth(points[:23]), coat, "glossy")
    with pen.on(shell):
        for k in range(9):
            a = math.radians(-46 - k * 30)
            x, y = -8 + math.cos(a) * 30, -62 + math.sin(a) * 26
            end = (-8 + math.cos(a - 0.5) * 82, -62 + math.sin(a - 0.5) * 74)
            pen.fill(tube([(x, y), ((x + end[0]) / 2 + 3, (y + end[1]) / 2), end], [3, 11, 19]), band, "flat", line=0)
        coil = [(-8 + math.cos(0.5 * k) * (34 - 2.4 * k), -60 + math.sin(0.5 * k) * (30 - 2.1 * k)) for k in range(14)]
        pen.line(smooth(coil, closed=False), darken(coat, 0.45), 3)
    hood = pen.fill(organic("14 -92 44 -88 62 -68 58 -58 30 -62 12 -74"), mix(band, flesh, 0.35), "soft")
    with pen.on(hood):
        for x, y in ((28, -82), (42, -76), (34, -70), (50, -68)):
            pen.decal(ellipse(x, y, 2.6), lighten(band, 0.5), alpha=0.7)
    pen.decal(ellipse(44, -52, 11), WHITE, line=0.4)
    draw_eye(pen, look, 45, -51, 8.6)
    draw_cheek(pen, 38, -36, 5)
    anchors(pen, eyes=(45, -52, 30), face=(46, -46, 40), mouth=(64, -36, 14), head=(36, -86, 44), neck=(34, -40, 40),
            body=(-14, -60, 110), seat=(-16, -126, 44), hand=(96, -8, 16), hand2=(84, 4, 14))  # fmt: skip

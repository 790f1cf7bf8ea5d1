"""Seahorse, starfish and sea turtle."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, rounded, star, tube, union


@thing("seahorse", "sea horse", "sea dragon", cm=15, kind="fish", faces=1)
def draw_seahorse(pen: Pen, look: Look) -> None:
    coat = look.colour((246, 166, 58))
    fin = look.colour(mix(coat, (232, 86, 60), 0.5), 1)
    back = pen.fill(organic("-16 -112 -40 -122 -54 -104 -44 -84 -20 -76"), fin, "soft")
    with pen.on(back):
        for y in (-112, -102, -92, -84):
            pen.line(stroke(f"-10 {y + 6} -56 {y}"), darken(fin, 0.3), 1.6, alpha=0.7)
    pen.fill(organic("2 -172 -2 -194 8 -186 12 -200 20 -186 30 -194 28 -172", 0.4), fin, "soft", line=0.8)
    spine = [(14, -152), (-4, -128), (-2, -96), (8, -66), (2, -36), (-18, -20), (-34, -28), (-30, -44), (-20, -40)]
    body = union(
        tube(spine, [38, 40, 52, 40, 26, 18, 13, 10, 6]),
        ellipse(18, -156, 25, 22),
        tube([(34, -150), (66, -142)], [17, 13]),
    )
    pen.anchor("back", -14, -96, 40)
    shape = pen.fill(body, coat, "soft")
    with pen.on(shape):
        pen.decal(organic("20 -130 30 -100 28 -70 14 -44 10 -70 12 -100"), lighten(coat, 0.5), alpha=0.8, blur=3)
        for k in range(9):
            y = -126 + k * 11
            pen.line(stroke(f"-34 {y - 4} 6 {y + 4} 40 {y - 2}"), darken(coat, 0.28), 1.8, alpha=0.55)
    pen.fill(organic("-10 -140 -24 -146 -20 -134 -30 -128 -16 -126", 0.4), fin, "soft", line=0.7)
    draw_eye(pen, look, 24, -160, 8.4 if look.cute else 7)
    draw_cheek(pen, 32, -144, 5)
    anchors(pen, eyes=(24, -160, 34), face=(26, -154, 44), mouth=(68, -142, 14), head=(14, -172, 44),
            neck=(0, -132, 42),
            body=(2, -92, 54), seat=(-8, -84, 40), hand=(22, -90, 18), hand2=(-20, -92, 18))  # fmt: skip


@thing("starfish", "sea star", cm=15, kind="animal")
def draw_starfish(pen: Pen, look: Look) -> None:
    coat = look.colour((244, 130, 72))
    pen.anchor("back", 0, -80, 60)
    body = pen.fill(rounded(star(0, -78, 96, 40), 26), coat, "soft")
    with pen.on(body):
        for k in range(5):
            angle = math.radians(-90 + 72 * k)
            for step, size in ((30, 4.6), (44, 4), (57, 3.2), (68, 2.4)):
                for off in (-0.16, 0.16):
                    x, y = math.cos(angle + off * 30 / step) * step, -78 + math.sin(angle + off * 30 / step) * step
                    pen.decal(ellipse(x, y, size * 0.8), lighten(coat, 0.5), alpha=0.8)
    for side in (-1, 1):
        draw_eye(pen, look, side * 13, -84, 7.4)
        draw_cheek(pen, side * 21, -71, 5)
    draw_smile(pen, 0, -74, 16, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -84, 40), face=(0, -80, 50), mouth=(0, -73, 16), head=(0, -116, 40), neck=(0, -100, 50),
            body=(0, -70, 70), seat=(0, -130, 30), hand=(72, -104, 22), hand2=(-72, -104, 22))  # fmt: skip


@thing("sea turtle", "turtle swimming", "loggerhead", cm=90, kind="animal", faces=1)
def draw_turtle(pen: Pen, look: Look) -> None:
    skin = look.colour((110, 168, 110))
    shell = look.part("shell", look.colour((140, 104, 62), 1))
    for text, tone in (
        ("-44 -40 -66 -48 -96 -40 -100 -30 -78 -24 -48 -26", 0.1),
        ("26 -30 36 4 20 32 8 34 4 10 4 -20", 0.24),
    ):
        pen.fill(organic(text), darken(skin, tone), "soft")
    pen.fill(tube([(40, -42), (70, -54), (84, -58)], [34, 30, 30]), skin, "soft")
    pen.fill(ellipse(88, -60, 25, 21), skin, "soft", line=0)
    pen.anchor("back", -4, -70, 70)
    pen.fill(organic("-58 -34 -20 -22 30 -22 60 -36 30 -14 -20 -10"), (232, 214, 160), "soft", line=0.8)
    dome = pen.fill(organic("-64 -36 -50 -58 -14 -80 28 -74 56 -50 60 -34 20 -24 -30 -24"), shell, "glossy")
    with pen.on(dome):
        for x, y in ((-34, -46), (-10, -62), (-2, -40), (22, -58), (32, -36), (-56, -34)):
            scute = rounded(
                facet(f"{x - 11} {y} {x - 5} {y - 9} {x + 7} {y - 9} {x + 12} {y} {x + 6} {y + 9} {x - 6} {y + 9}"), 3
            )
            pen.decal(scute, lighten(shell, 0.25), alpha=0.75)
            pen.line(scute, darken(shell, 0.35), 1.6, alpha=0.7)
    flipper = pen.fill(organic("34 -34 20 -20 -4 10 -20 40 -12 44 16 24 40 0 52 -26"), skin, "soft")
    with pen.on(flipper):
        for x, y in ((30, -18), (22, -4), (12, 8), (2, 22), (34, -6), (-8, 34)):
            pen.decal(ellipse(x, y, 4.6, 3.6, -40), darken(skin, 0.25), alpha=0.6)
    draw_eye(pen, look, 96, -64, 6.6 if look.cute else 5.6)
    draw_cheek(pen, 92, -50, 5)
    draw_smile(pen, 105, -54, 12, ink=darken(skin, 0.6))
    anchors(pen, eyes=(96, -64, 24), face=(94, -60, 40), mouth=(110, -54, 14), head=(86, -76, 44), neck=(62, -50, 32),
            body=(0, -44, 90), seat=(-4, -76, 60), hand=(-8, 36, 20), hand2=(10, 28, 20))  # fmt: skip
